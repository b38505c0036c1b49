"""Makes vendor-claims.csv: a fictional vendor's claims, one row a claim and language.

Usage: python datasets/vendor-claims/make.py

The claims stand in claims.yml beside this script; they are numbered in the order written there.
"""

import csv
import io
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parent
TARGET = FOLDER / "vendor-claims.csv"
CLAIMS = FOLDER / "claims.yml"
LANGUAGES = ("en", "fr", "es", "pt")
COLUMNS = ("claim", "language", "statement", "metric", "value", "group", "condition")


class ClaimsError(Exception):
    """Claims that make no table; the message is one line for people."""


def read_claims(path: Path) -> list[Mapping[str, Any]]:
    """The claims as written. Raises ClaimsError for a file or a claim that cannot be used."""
    try:
        claims = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise ClaimsError(f"{path} cannot be read ({reason}); restore it from git") from None
    for number, claim in enumerate(claims, start=1):
        unknown = sorted(set(claim) - {"metric", "value", "group", "statement", "condition"})
        missing = sorted({"metric", "statement"} - set(claim))
        if unknown or missing:
            raise ClaimsError(
                f"{path}, claim {number}: unknown {unknown}, missing {missing}; mend that claim"
            )
        for part in ("statement", "condition"):
            if part in claim and set(claim[part]) != set(LANGUAGES):
                raise ClaimsError(
                    f"{path}, claim {number}: {part} needs exactly {', '.join(LANGUAGES)}"
                )
    return claims


def as_csv(claims: Iterable[Mapping[str, Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for number, claim in enumerate(claims, start=1):
        for language in LANGUAGES:
            said = {
                part: claim[part][language] for part in ("statement", "condition") if part in claim
            }
            row = {"claim": f"C{number:02}", "language": language, **claim, **said}
            writer.writerow(row)
    return text.getvalue().encode()


def write(content: bytes, target: Path) -> None:
    """Writes all of it or nothing: a run that is stopped leaves the old file as it was."""
    unfinished = target.with_name(target.name + ".part")
    try:
        unfinished.write_bytes(content)
        os.replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)


def main(arguments: list[str]) -> int:
    if arguments:
        print("usage: python datasets/vendor-claims/make.py", file=sys.stderr)
        return 2
    try:
        claims = read_claims(CLAIMS)
    except ClaimsError as error:
        print(error, file=sys.stderr)
        return 2
    content = as_csv(claims)
    write(content, TARGET)
    print(f"{TARGET.name}: {len(claims)} claims, {len(content)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
