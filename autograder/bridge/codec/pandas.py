"""pandas: tables, series, indexes, their dtypes and scalars. Tables cross column by column."""

import datetime
import importlib
import sys
from typing import Any

import numpy as np
import pandas as pd

from autograder.bridge.codec.attributes import refill_attributes
from autograder.bridge.codec.base import Codec, Contents, Packer, Unpacker, required
from autograder.bridge.codec.builtin import pack_constant, pack_list, unpack_items
from autograder.bridge.codec.dates import pack_zone, unpack_zone
from autograder.bridge.codec.numpy import pack_array, raw_dtype, unpack_array
from autograder.bridge.codec.packed import Refused
from autograder.bridge.codec.snapshot import Snapshot, are_identical, watch_packed
from autograder.channel import LARGEST_FRAME
from autograder.text import words

ALWAYS_COPIES_ON_WRITE = not hasattr(pd.errors, "SettingWithCopyWarning")
"""Whether no write to one value changes the memory of another, as from pandas 3 on."""

# Zones. In pandas 2 those with a name are of pytz.


def _pack_zone(zone: datetime.tzinfo | None) -> Any:
    pytz: Any = sys.modules.get("pytz")
    if pytz is not None and isinstance(zone, pytz.BaseTzInfo) and zone.zone:
        return ["pytz", zone.zone]
    return pack_zone(zone)


def _unpack_zone(packed: Any) -> datetime.tzinfo | None:
    """The zone that `_pack_zone` has packed, in the form that `tz_convert` takes."""
    if not isinstance(packed, list):
        return unpack_zone(packed)
    _, name = packed
    found: datetime.tzinfo = importlib.import_module("pytz").timezone(name)
    return found


# Columns.

MASKED = {
    name: name.lower()
    for name in words("Int8 Int16 Int32 Int64 UInt8 UInt16 UInt32 UInt64 Float32 Float64")
} | {"boolean": "bool"}
"""Names of the dtypes with a mask for missing values, with those of their data in numpy."""


def pack_column(packer: Packer, value: Any) -> Contents:
    """The array behind a Series or an Index: numpy's own, or one of pandas' kinds.

    Raises ValueError for any other.
    """
    kind = value.dtype
    if isinstance(kind, np.dtype):
        return ["numpy", *required(pack_array(packer, value.to_numpy()))]
    if isinstance(kind, pd.StringDtype):
        missing = "nan" if isinstance(kind.na_value, float) else "NA"
        texts = value.to_numpy(dtype=object, na_value=None).tolist()
        return ["text", kind.storage, missing, *pack_list(packer, texts)]
    values = value.array
    if isinstance(kind, pd.CategoricalDtype):
        categories = packer.pack(kind.categories)
        return ["category", categories, kind.ordered, *required(pack_array(packer, values.codes))]
    if isinstance(kind, pd.DatetimeTZDtype):
        zone = _pack_zone(kind.tz)
        return ["zoned", kind.unit, zone, *required(pack_array(packer, values.asi8))]
    if isinstance(kind, pd.PeriodDtype):
        frequency = kind.name.removeprefix("period[").removesuffix("]")
        return ["period", frequency, *required(pack_array(packer, values.asi8))]
    if isinstance(kind, pd.IntervalDtype):
        return ["interval", kind.closed, packer.pack(values.left), packer.pack(values.right)]
    if kind.name in MASKED:
        data = values.to_numpy(dtype=MASKED[kind.name], na_value=0)
        mask = required(pack_array(packer, np.asarray(values.isna())))
        return ["masked", kind.name, mask, *required(pack_array(packer, data))]
    raise ValueError("an array of another kind")


def unpack_column(unpacker: Unpacker, form: str, *contents: Any) -> Any:
    """The array that `pack_column` has packed."""
    kind: Any
    if form == "numpy":
        return unpack_array(unpacker, *contents)
    if form == "text":
        storage, missing, *items = contents
        kind = pd.StringDtype(storage)
        if isinstance(kind.na_value, float) != (missing == "nan"):
            kind = pd.StringDtype(storage, na_value=np.nan if missing == "nan" else pd.NA)
        return pd.array(np.array(unpack_items(unpacker, *items), object), dtype=kind)
    if form == "category":
        categories, ordered, *codes = contents
        kind = pd.CategoricalDtype(_an_index(unpacker.unpack(categories)), ordered=ordered)
        return pd.Categorical.from_codes(unpack_array(unpacker, *codes), dtype=kind)
    if form == "zoned":
        unit, zone, *data = contents
        moments = unpack_array(unpacker, *data).view(raw_dtype(f"M8[{unit}]"))
        return pd.DatetimeIndex(moments).tz_localize("UTC").tz_convert(_unpack_zone(zone)).array
    if form == "period":
        frequency, *data = contents
        kind = pd.PeriodDtype(frequency)
        return pd.arrays.PeriodArray(unpack_array(unpacker, *data), dtype=kind)
    if form == "interval":
        closed, left, right = contents
        return pd.arrays.IntervalArray.from_arrays(
            _an_index(unpacker.unpack(left)), _an_index(unpacker.unpack(right)), closed
        )
    name, mask, *data = contents
    found = unpack_array(unpacker, *data).astype(MASKED[name])
    kinds = {"b": pd.arrays.BooleanArray, "f": pd.arrays.FloatingArray}
    made = kinds.get(found.dtype.kind, pd.arrays.IntegerArray)
    return made(found, unpack_array(unpacker, *mask).astype(bool))


def _an_index(value: object) -> pd.Index:
    if not isinstance(value, pd.Index):
        raise Refused("no index")
    return value


def _is_dtype(value: object) -> bool:
    return isinstance(value, np.dtype | pd.api.extensions.ExtensionDtype)


def _pack_dtype(packer: Packer, value: Any) -> Contents:
    """A dtype, as an empty column of it."""
    return pack_column(packer, pd.Series([], dtype=value))


# Series and tables.


def _pack_series(packer: Packer, value: pd.Series) -> Contents:
    return [packer.pack(value.name), packer.pack(value.index), *pack_column(packer, value)]


def _unpack_series(unpacker: Unpacker, name: Any, index: Any, *column: Any) -> pd.Series:
    name, index = unpacker.unpack(name), _an_index(unpacker.unpack(index))
    return _series(unpack_column(unpacker, *column), index, name)


def _series(column: Any, index: pd.Index, name: Any = None) -> pd.Series:
    # With the dtype, because pandas makes texts of objects that all are texts.
    found: pd.Series = pd.Series(column, index=index, name=name, dtype=column.dtype)
    return found


def _pack_frame(packer: Packer, value: pd.DataFrame) -> Contents:
    # In the order in which they are unpacked, because both sides count changeable values.
    names, index = packer.pack(value.columns), packer.pack(value.index)
    columns = [pack_column(packer, value.iloc[:, place]) for place in range(value.shape[1])]
    return [names, index, columns]


def _unpack_frame(
    unpacker: Unpacker, names: Any, index: Any, columns: list[Contents]
) -> pd.DataFrame:
    names, index = _an_index(unpacker.unpack(names)), _an_index(unpacker.unpack(index))
    made = {
        place: _series(unpack_column(unpacker, *column), index)
        for place, column in enumerate(columns)
    }
    found = pd.DataFrame(made, index=index)
    found.columns = names
    return found


def refill_series(target: Any, value: pd.Series) -> bool:
    refill_frame(target, value)
    target.name = value.name
    return True


def refill_frame(target: Any, value: pd.DataFrame | pd.Series) -> bool:
    # What makes pandas 2 warn that a selection is written to, or raise an error.
    vars(target).pop("_is_copy", None)
    target._update_inplace(value)
    return True


def _watch_frame(snapshot: Snapshot, value: Any) -> None:
    """Compare a series or table by whether copy-on-write had to give it memory of its own."""
    if not ALWAYS_COPIES_ON_WRITE:
        watch_packed(snapshot, value)
        return
    # With the copy, any write to the value first copies the memory that both share.
    copied = value.copy(deep=False)
    snapshot.add_state(_is_same_frame, value, (copied, state_of_frame(value)))


def _is_same_frame(value: Any, state: tuple[object, list[object]]) -> bool:
    return are_same(state_of_frame(value), state[1])


def state_of_frame(value: Any) -> list[object]:
    axes = value._mgr.axes
    names = [name for axis in axes for name in (*axis.names, getattr(axis, "freq", None))]
    own_name = value.name if isinstance(value, pd.Series) else None
    return [*(block.values for block in value._mgr.blocks), *axes, *names, own_name]


def are_same(one: list[object], other: list[object]) -> bool:
    return len(one) == len(other) and are_identical(one, other)


# Indexes.


def _is_index(value: object) -> bool:
    return isinstance(value, pd.Index)


def _pack_index(packer: Packer, value: pd.Index) -> Contents:
    frequency = getattr(value, "freqstr", None) if value.dtype.kind in "mM" else None
    return [packer.pack(value.name), frequency, *pack_column(packer, value)]


def _unpack_index(unpacker: Unpacker, name: Any, frequency: Any, *column: Any) -> pd.Index:
    array = unpack_column(unpacker, *column)
    found: Any = pd.Index(array, name=unpacker.unpack(name), dtype=array.dtype)
    if isinstance(frequency, str) and array.dtype.kind in "mM":
        found.freq = frequency
    made: pd.Index = found
    return made


def _pack_range_index(packer: Packer, value: pd.RangeIndex) -> Contents | None:
    if len(value) > LARGEST_FRAME:
        return None
    return [value.start, value.stop, value.step, packer.pack(value.name)]


def _unpack_range_index(
    unpacker: Unpacker, start: int, stop: int, step: int, name: Any
) -> pd.RangeIndex:
    # pandas reads beyond its memory when it makes texts of a much longer one.
    if len(range(start, stop, step)) > LARGEST_FRAME:
        raise Refused("longer than any column")
    return pd.RangeIndex(start, stop, step, name=unpacker.unpack(name))


def _pack_multi_index(packer: Packer, value: pd.MultiIndex) -> Contents:
    codes = [required(pack_array(packer, np.asarray(codes))) for codes in value.codes]
    return [packer.all(value.levels), codes, packer.all(value.names)]


def _unpack_multi_index(
    unpacker: Unpacker, levels: Contents, codes: list[Contents], names: Contents
) -> pd.MultiIndex:
    made: Any = [unpack_array(unpacker, *each) for each in codes]
    found: Any = [_an_index(level) for level in unpacker.all(levels)]
    return pd.MultiIndex(found, made, names=unpacker.all(names))


def _watch_index(snapshot: Snapshot, value: pd.Index) -> None:
    """Compare an index by its names and its frequency, all of it that can be changed."""
    if not ALWAYS_COPIES_ON_WRITE:
        # It shares the memory of the array that it was made from.
        watch_packed(snapshot, value)
        return
    snapshot.add_state(_is_same_index, value, _state_of_index(value))


def _is_same_index(value: pd.Index, state: list[object]) -> bool:
    return are_same(_state_of_index(value), state)


def _state_of_index(value: Any) -> list[object]:
    return [*value.names, getattr(value, "freq", None)]


# Scalars.


def _pack_timestamp(packer: Packer, value: Any) -> Contents:
    return [value.unit, value._value, _pack_zone(value.tz)]


def _unpack_timestamp(unpacker: Unpacker, unit: str, value: int, zone: Any) -> pd.Timestamp:
    moment: Any = np.array(value, "i8").view(raw_dtype(f"M8[{unit}]"))[()]
    found = pd.Timestamp(moment)
    return found if zone is None else found.tz_localize("UTC").tz_convert(_unpack_zone(zone))


def _pack_timedelta(packer: Packer, value: Any) -> Contents:
    return [value.unit, value._value]


def _unpack_timedelta(unpacker: Unpacker, unit: str, value: int) -> pd.Timedelta:
    length: Any = np.array(value, "i8").view(raw_dtype(f"m8[{unit}]"))[()]
    return pd.Timedelta(length)


def _pack_interval(packer: Packer, value: pd.Interval) -> Contents:
    return [packer.pack(value.left), packer.pack(value.right), value.closed]


def _unpack_interval(unpacker: Unpacker, left: Any, right: Any, closed: Any) -> pd.Interval:
    return pd.Interval(unpacker.unpack(left), unpacker.unpack(right), closed)


CODECS = [
    Codec(
        "series",
        types=(pd.Series,),
        pack=_pack_series,
        unpack=_unpack_series,
        overwrite=refill_series,
        watch=_watch_frame,
        covers=(_watch_index,),
    ),
    Codec(
        "frame",
        types=(pd.DataFrame,),
        pack=_pack_frame,
        unpack=_unpack_frame,
        overwrite=refill_frame,
        watch=_watch_frame,
        covers=(_watch_index,),
    ),
    Codec(
        "categorical",
        types=(pd.Categorical,),
        pack=pack_column,
        unpack=unpack_column,
        overwrite=refill_attributes,
        watch=watch_packed,
    ),
    Codec(
        "rangeindex",
        types=(pd.RangeIndex,),
        pack=_pack_range_index,
        unpack=_unpack_range_index,
        watch=_watch_index,
    ),
    Codec(
        "multiindex",
        types=(pd.MultiIndex,),
        pack=_pack_multi_index,
        unpack=_unpack_multi_index,
        watch=_watch_index,
    ),
    Codec("index", matches=_is_index, pack=_pack_index, unpack=_unpack_index, watch=_watch_index),
    Codec(
        "dtype",
        matches=_is_dtype,
        pack=_pack_dtype,
        unpack=lambda unpacker, *column: unpack_column(unpacker, *column).dtype,
    ),
    Codec("timestamp", types=(pd.Timestamp,), pack=_pack_timestamp, unpack=_unpack_timestamp),
    Codec("timedelta", types=(pd.Timedelta,), pack=_pack_timedelta, unpack=_unpack_timedelta),
    Codec(
        "onperiod",
        types=(pd.Period,),
        pack=lambda packer, value: [value.ordinal, value.freqstr],
        unpack=lambda unpacker, ordinal, freq: pd.Period(ordinal=ordinal, freq=freq),
    ),
    Codec("oninterval", types=(pd.Interval,), pack=_pack_interval, unpack=_unpack_interval),
    Codec("NA", types=(type(pd.NA),), pack=pack_constant, unpack=lambda unpacker: pd.NA),
    Codec("NaT", types=(type(pd.NaT),), pack=pack_constant, unpack=lambda unpacker: pd.NaT),
]
