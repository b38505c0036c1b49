"""Strict reading of files, base64url and JSON: each text has one meaning, or is refused."""

import base64
import binascii
import json
import re
from pathlib import Path
from typing import Any, NoReturn

from classroom.credentials.refusals import Rejected

DEEPEST = 20
"""Objects and arrays inside one another."""

BASE64URL = re.compile(r"[A-Za-z0-9_-]+")


def read_file(file: Path, largest: int) -> bytes:
    """A file's content. Raises Rejected for more bytes than `largest`, and OSError."""
    with file.open("rb") as opened:
        content = opened.read(largest + 1)
    if len(content) > largest:
        raise Rejected("size")
    return content


def encode(data: bytes) -> str:
    """base64url without padding (RFC 7515, section 2)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(text: str) -> bytes:
    """The bytes of base64url without padding. Raises Rejected, also for other forms of the same."""
    if not BASE64URL.fullmatch(text):
        raise Rejected("encoding")
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (ValueError, binascii.Error):
        raise Rejected("encoding") from None
    # The last character can have bits that belong to no byte: a second form of the same signature.
    if encode(data) != text:
        raise Rejected("encoding")
    return data


def read_object(data: bytes) -> dict[str, Any]:
    """A JSON object in UTF-8. Raises Rejected, also for members of the same name."""
    try:
        text = data.decode()
        _require_shallow(text)
        found = json.loads(text, object_pairs_hook=_unique, parse_constant=_constant)
    except (ValueError, RecursionError):
        raise Rejected("json") from None
    if not isinstance(found, dict):
        raise Rejected("json")
    return found


def _require_shallow(text: str) -> None:
    depth = 0
    for token in re.finditer(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', text):
        depth += (token[0] in "[{") - (token[0] in "]}")
        if depth > DEEPEST:
            raise ValueError("too deep")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name twice")
    return found


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
