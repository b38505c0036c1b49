"""Verifying a credential without a network, by the school's public key.

What can be known offline: whether the school signed exactly this, and whether it is valid today.
Whether it was revoked since can be known from the school's status list only, as of its date.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from autograder.errors import CourseError
from classroom.credentials import jws
from classroom.credentials.key_pair import CONTEXTS, Issuer
from classroom.credentials.refusals import Rejected
from classroom.credentials.status_list import CREDENTIALS, KIND, PLACES, is_revoked
from classroom.credentials.strict import read_file
from classroom.credentials.timestamps import now, parsed

LARGEST_TOKEN = 32 * 1024
"""Characters of a credential; ours have about 4,500."""

LARGEST_STATUS_LIST = 256 * 1024
"""Characters of a status list; one with every second bit set at random has about 26,000."""

LEEWAY = timedelta(minutes=5)
"""How far the verifier's clock may be behind the school's."""

BADGES = {"OpenBadgeCredential", "AchievementCredential"}
"""Two names of one type (Open Badges 3.0, appendix B)."""


@dataclass(frozen=True)
class Badge:
    """A credential that the school signed and that is valid now, as people read it.

    `points` and `out_of` as written; `until` is None without an end; `listed` is the date of the
    status list that does not revoke it, None if none was given.
    """

    id: str
    name: str
    learner: str
    achievement: str
    description: str
    criteria: str
    points: str
    out_of: str
    issued: datetime
    until: datetime | None
    place: int
    listed: datetime | None = None


def verify(file: Path, issuer: Issuer, status: Path | None = None) -> Badge:
    """Verify the credential in a file. Raises Rejected, and CourseError for a missing file."""
    listed = None if status is None else _text(status, LARGEST_STATUS_LIST)
    return _verified(_text(file, LARGEST_TOKEN), issuer, listed, now())


def read_badge(file: Path, issuer: Issuer) -> Badge:
    """The credential in a file that the school has signed, valid today or not. Raises Rejected."""
    return _read(jws.verify(_text(file, LARGEST_TOKEN), issuer.keys, LARGEST_TOKEN), issuer)


def _verified(token: str, issuer: Issuer, listed: str | None, moment: datetime) -> Badge:
    found = _read(jws.verify(token, issuer.keys, LARGEST_TOKEN), issuer)
    if found.issued > moment + LEEWAY:
        raise Rejected("not-yet", f"valid from {found.issued:%Y-%m-%d %H:%M} UTC")
    if found.until is not None and found.until <= moment:
        raise Rejected("expired", f"on {found.until:%Y-%m-%d}")
    if listed is None:
        return found
    encoded, date = _read_list(listed, issuer, moment)
    if is_revoked(encoded, found.place):
        raise Rejected("revoked", f"by its status list of {date:%Y-%m-%d}")
    return replace(found, listed=date)


def _read(payload: dict[str, Any], issuer: Issuer) -> Badge:
    """The parts of a signed payload, each of them checked. Raises Rejected."""
    contexts = payload.get("@context")
    if not isinstance(contexts, list) or contexts[:2] != list(CONTEXTS):
        raise Rejected("context")
    types = payload.get("type")
    if not isinstance(types, list) or "VerifiableCredential" not in types:
        raise Rejected("type")
    if not any(each in types for each in BADGES):
        raise Rejected("type")
    with _Members():
        subject = payload["credentialSubject"]
        achievement = subject["achievement"]
        result, described = subject["result"][0], achievement["resultDescription"][0]
        status = payload["credentialStatus"]
        place = _place(status)
        until = payload.get("validUntil")
        found = Badge(
            id=_text_of(payload["id"]),
            name=_text_of(payload["name"]),
            learner=_text_of(_named(subject["identifier"])),
            achievement=_text_of(achievement["id"]),
            description=_text_of(achievement["description"]),
            criteria=_text_of(achievement["criteria"]["narrative"]),
            points=_text_of(result["value"]),
            out_of=_text_of(described["valueMax"]),
            issued=parsed(payload["validFrom"]),
            until=None if until is None else parsed(until),
            place=place,
        )
        _text_of(achievement["name"])
        _text_of(payload["issuer"]["name"])
        issuer_id, subject_id = payload["issuer"]["id"], _text_of(subject["id"])
    if issuer_id != issuer.id:
        raise Rejected("issuer")
    claims = {
        "iss": issuer.id,
        "sub": subject_id,
        "jti": found.id,
        "nbf": int(found.issued.timestamp()),
        "exp": found.until and int(found.until.timestamp()),
    }
    _require_claims(payload, claims)
    if result.get("resultDescription") != described.get("id"):
        raise Rejected("claims")
    if status.get("statusListCredential") != issuer.status:
        raise Rejected("claims")
    return found


def _read_list(token: str, issuer: Issuer, moment: datetime) -> tuple[str, datetime]:
    """The bits of a status list and its date. Raises Rejected."""
    try:
        payload = jws.verify(token, issuer.keys, LARGEST_STATUS_LIST)
        with _Members():
            subject = payload["credentialSubject"]
            encoded = _text_of(subject["encodedList"])
            date, until = parsed(payload["validFrom"]), parsed(payload["validUntil"])
            sound = (
                payload["@context"][0] == CREDENTIALS
                and KIND in payload["type"]
                and payload["id"] == issuer.status
                and payload["issuer"] == issuer.id
                and subject["type"] == "BitstringStatusList"
                and subject["statusPurpose"] == "revocation"
            )
        claims = {"iss": issuer.id, "jti": issuer.status, "nbf": int(date.timestamp())}
        _require_claims(payload, claims)
    except Rejected as error:
        raise Rejected("list", error.code) from error
    if not sound or date > moment + LEEWAY:
        raise Rejected("list")
    if until <= moment:
        raise Rejected("list-expired", f"of {date:%Y-%m-%d}")
    return encoded, date


class _Members:
    """Turns what a missing member, or one of another kind, raises into a refusal."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, LookupError | TypeError | AttributeError | ValueError):
            raise Rejected("members") from error


def _require_claims(payload: dict[str, Any], claims: dict[str, Any]) -> None:
    for name, value in claims.items():
        found = payload.get(name)
        if type(found) is not type(value) or found != value:
            raise Rejected("claims", name)


def _place(status: dict[str, Any]) -> int:
    if (
        status["type"] != "BitstringStatusListEntry"
        or status["statusPurpose"] != "revocation"
        or status.get("statusSize", 1) != 1
    ):
        raise ValueError("another kind of status")
    written = status["statusListIndex"]
    place = int(written)
    if str(place) != written or not 0 <= place < PLACES:
        raise ValueError("not a place in the list")
    return place


def _named(identifiers: list[dict[str, Any]]) -> object:
    return next(
        each["identityHash"]
        for each in identifiers
        if each["identityType"] == "name" and each["hashed"] is False
    )


def _text_of(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("not a text")
    return value


def _text(file: Path, largest: int) -> str:
    """A file that should hold one line. Raises Rejected for one that is too large or no text."""
    try:
        # Two more for the end of the line.
        text = read_file(file, largest + 2).decode("ascii").rstrip("\r\n")
    except OSError as error:
        raise CourseError(f"{file}: {error.strerror}") from error
    except UnicodeDecodeError:
        raise Rejected("form") from None
    if len(text) > largest:
        raise Rejected("size")
    return text
