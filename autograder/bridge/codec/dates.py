"""Dates, times and time zones of the standard library."""

import datetime
from typing import Any
from zoneinfo import ZoneInfo

from autograder.bridge.codec.base import Codec, Contents, Packer, Unpacker


def pack_zone(zone: datetime.tzinfo | None) -> Any:
    """A zone by its key in the IANA database, or as seconds east of UTC; None for none.

    Raises ValueError for any other zone.
    """
    if zone is None:
        return None
    if isinstance(zone, ZoneInfo) and zone.key:
        return zone.key
    if type(zone) is datetime.timezone:
        return zone.utcoffset(None).total_seconds()
    raise ValueError("a zone of another kind")


def unpack_zone(packed: Any) -> datetime.tzinfo | None:
    """The zone that `pack_zone` has packed."""
    if packed is None:
        return None
    if isinstance(packed, str):
        return ZoneInfo(packed)
    return datetime.timezone(datetime.timedelta(seconds=packed)) if packed else datetime.UTC


def _pack_datetime(packer: Packer, value: datetime.datetime) -> Contents:
    return [value.replace(tzinfo=None).isoformat(), pack_zone(value.tzinfo), value.fold]


def _unpack_datetime(unpacker: Unpacker, text: str, zone: Any, fold: int) -> datetime.datetime:
    found = datetime.datetime.fromisoformat(text)
    return found.replace(tzinfo=unpack_zone(zone), fold=fold)


def _pack_time(packer: Packer, value: datetime.time) -> Contents:
    return [value.replace(tzinfo=None).isoformat(), pack_zone(value.tzinfo)]


def _unpack_time(unpacker: Unpacker, text: str, zone: Any) -> datetime.time:
    return datetime.time.fromisoformat(text).replace(tzinfo=unpack_zone(zone))


CODECS = [
    Codec("datetime", types=(datetime.datetime,), pack=_pack_datetime, unpack=_unpack_datetime),
    Codec(
        "date",
        types=(datetime.date,),
        pack=lambda packer, value: [value.isoformat()],
        unpack=lambda unpacker, text: datetime.date.fromisoformat(text),
    ),
    Codec("time", types=(datetime.time,), pack=_pack_time, unpack=_unpack_time),
    Codec(
        "delta",
        types=(datetime.timedelta,),
        pack=lambda packer, value: [value.days, value.seconds, value.microseconds],
        unpack=lambda unpacker, *items: datetime.timedelta(*items),
    ),
]
