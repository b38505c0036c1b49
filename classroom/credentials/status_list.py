"""The status list: one bit for each credential of a school, set when it is revoked.

W3C Bitstring Status List v1.0, section 3; signed like a credential.
"""

import gzip
import zlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from classroom.credentials.refusals import Rejected
from classroom.credentials.strict import decode, encode
from classroom.credentials.timestamps import written

PLACES = 131_072
"""Bits of a list: the least that the specification allows, so that one is hidden among many."""

VALID_FOR = timedelta(days=366)
"""After this time a list says nothing more; each new list begins it again."""

CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
KIND = "BitstringStatusListCredential"


def status_list(issuer: str, url: str, revoked: Iterable[int], now: datetime) -> dict[str, Any]:
    """The list as a credential to sign; `revoked` are the places of the bits to set."""
    until = now + VALID_FOR
    return {
        "@context": [CREDENTIALS],
        "id": url,
        "type": ["VerifiableCredential", KIND],
        "issuer": issuer,
        "validFrom": written(now),
        "validUntil": written(until),
        "credentialSubject": {
            "id": f"{url}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": encoded_list(revoked),
        },
        "iss": issuer,
        "sub": f"{url}#list",
        "jti": url,
        "nbf": int(now.timestamp()),
        "exp": int(until.timestamp()),
    }


def status_entry(url: str, place: int) -> dict[str, str]:
    """What a credential says about its place in the list."""
    return {
        "id": f"{url}#{place}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(place),
        "statusListCredential": url,
    }


def encoded_list(revoked: Iterable[int]) -> str:
    """The bits, compressed, as multibase base64url; the first bit is the leftmost."""
    bits = bytearray(PLACES // 8)
    for place in revoked:
        bits[place // 8] |= 0x80 >> place % 8
    # Without the time, so that the same list is the same text.
    return "u" + encode(gzip.compress(bytes(bits), mtime=0))


def is_revoked(encoded: str, place: int) -> bool:
    """Whether the bit at a place is set. Raises Rejected for a list that cannot be read."""
    if not encoded.startswith("u"):
        raise Rejected("list")
    # The bound stops a small file that unpacks to a huge one.
    unpacker = zlib.decompressobj(wbits=31)
    try:
        bits = unpacker.decompress(decode(encoded[1:]), PLACES // 8 + 1)
    except (zlib.error, Rejected):
        raise Rejected("list") from None
    if len(bits) != PLACES // 8 or not unpacker.eof or unpacker.unused_data:
        raise Rejected("list")
    return bool(bits[place // 8] & 0x80 >> place % 8)
