"""Sealed answers: salted digests that replace the answers in a released checks.py.

The answer is rounded as the check rounds it and then hashed. This hides an answer from a reader of
checks.py and no more: a program that tries all thousand shares of three digits finds the right one
in seconds. Points that must not be guessed need a hidden check.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

ROUNDS = 20_000
"""Iterations of PBKDF2, which make each guess take two to ten milliseconds."""


AROUND_A_KEY = " \t\r\n\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}`'\"“”„«»‘’.,:;"
HYPHENS = r"[\s_\u2010-\u2015\u2212-]+"


@dataclass(frozen=True)
class Sealed:
    """A digest in place of an answer, made by `seal`."""

    salt: str
    digest: str


def seal(token: str, salt: str) -> Sealed:
    """Seal a token (made by `number_token`, say) for the exercise named by `salt`."""
    return Sealed(salt, _digest(token, salt))


def matches(token: str, expected: "str | Sealed") -> bool:
    """Whether a learner's token is the expected one, sealed or not."""
    if isinstance(expected, Sealed):
        return _digest(token, expected.salt) == expected.digest
    return token == expected


@lru_cache(maxsize=4096)
def _digest(token: str, salt: str) -> str:
    made = hashlib.pbkdf2_hmac("sha256", token.encode(), salt.encode(), ROUNDS, dklen=16)
    return made.hex()


def number_token(value: float, digits: int, steps: int = 0) -> str:
    """A number rounded to `digits` decimals, moved by `steps` units of the last one."""
    return f"number {digits} {round(value * 10**digits) + steps}"


def count_token(value: int) -> str:
    """A whole number."""
    return f"count {value}"


def choice_token(value: str) -> str:
    """The key of an option, however its hyphens and capitals were typed.

    Editors and French typography put other hyphens in place of the plain one, and people copy
    quotation marks and full stops along with a key.
    """
    plain = value.strip(AROUND_A_KEY).lower()
    return f"choice {re.sub(HYPHENS, '-', plain)}"
