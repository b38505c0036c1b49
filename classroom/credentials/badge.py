"""An Open Badge 3.0 as data: what is signed."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from classroom.credentials import texts
from classroom.credentials.earned import COURSE, ROUTE, WHOLE, Tally
from classroom.credentials.key_pair import CONTEXTS, PAGE, Issuer
from classroom.credentials.status_list import status_entry
from classroom.credentials.timestamps import written
from course.language import Translator

EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
"""Defines the type of the schema below."""

TYPES = ["VerifiableCredential", "OpenBadgeCredential"]
SCHEMA = {
    "id": "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/"
    "ob_v3p0_achievementcredential_schema.json",
    "type": "1EdTechJsonSchemaValidator2019",
}


@dataclass(frozen=True)
class Award:
    """What one credential certifies: which part of what, with which points, to whom.

    `what` is a module's slug or "course"; `subject` the learner's identifier in credentials,
    `name` the name to read; `lang` the language of its texts.
    """

    what: str
    part: str
    tally: Tally
    subject: str
    name: str
    lang: str


def achievement_id(issuer: Issuer, what: str, part: str) -> str:
    """The identifier of an achievement: the school's page, with the part as its fragment."""
    return f"{issuer.address}/{PAGE}#{what}" + ("" if part == WHOLE else f"-{part}")


def badge(
    issuer: Issuer, award: Award, place: int, now: datetime, until: datetime | None = None
) -> dict[str, Any]:
    """The payload to sign: the credential with its registered claims.

    Open Badges 3.0, appendix B (data model) and section 8.2.4 (claims). `place` is the bit in the
    status list; `until` the end of its validity, without one it has none.
    """
    t = Translator("classroom", award.lang)
    identifier = f"urn:uuid:{uuid.uuid4()}"
    achievement = achievement_id(issuer, award.what, award.part)
    points = f"{achievement}-points"
    found: dict[str, Any] = {
        "@context": [*CONTEXTS, EXTENSIONS],
        "id": identifier,
        "type": TYPES,
        "name": texts.name_of(award.what, award.part, t),
        "issuer": issuer.profile(),
        "validFrom": written(now),
        "credentialSubject": {
            "id": award.subject,
            "type": ["AchievementSubject"],
            "identifier": [
                {
                    "type": "IdentityObject",
                    "hashed": False,
                    "identityHash": award.name,
                    "identityType": "name",
                }
            ],
            "achievement": {
                "id": achievement,
                "type": ["Achievement"],
                "achievementType": _kind(award),
                "inLanguage": award.lang,
                "name": texts.name_of(award.what, award.part, t),
                "description": texts.description_of(award.what, award.part, t),
                "criteria": {"narrative": texts.criteria_of(award.what, award.part, t)},
                "resultDescription": [
                    {
                        "id": points,
                        "type": ["ResultDescription"],
                        "name": texts.points_name(t),
                        "resultType": "RawScore",
                        "valueMin": "0",
                        "valueMax": _number(award.tally.out_of),
                    }
                ],
            },
            "result": [
                {
                    "type": ["Result"],
                    "resultDescription": points,
                    "value": _number(award.tally.points),
                }
            ],
        },
        "credentialStatus": status_entry(issuer.status, place),
        "credentialSchema": [SCHEMA],
        "iss": issuer.id,
        "sub": award.subject,
        "jti": identifier,
        "nbf": int(now.timestamp()),
    }
    if until is not None:
        found |= {"validUntil": written(until), "exp": int(until.timestamp())}
    return found


def _kind(award: Award) -> str:
    """A value of AchievementType."""
    if award.what == COURSE or award.part == ROUTE:
        return "CertificateOfCompletion"
    return "Badge"


def _number(value: float) -> str:
    """Points with two decimals at most, with a decimal point: the value is for machines."""
    return f"{round(value, 2):g}"
