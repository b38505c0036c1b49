"""Makes us-unemployment.csv: unemployed people in the United States by month and industry.

Usage: python datasets/us-unemployment/make.py VEGA_DATASETS_PACKAGE_OR_JSON

The source is the file data/unemployment-across-industries.json inside the npm package
vega-datasets 3.2.1 (npm pack vega-datasets@3.2.1). Any other content is refused. The same source
gives the same bytes; the result stands beside this script.
"""

import csv
import hashlib
import io
import json
import os
import sys
import tarfile
import zlib
from pathlib import Path

TARGET = Path(__file__).resolve().parent / "us-unemployment.csv"
IN_PACKAGE = "package/data/unemployment-across-industries.json"
SOURCE_SHA256 = "c12e32b5b8bf66d5ce40081a22b5557b2a8649dbdcbe03028b3df65cd66257a1"

HEADER = ("month", "industry", "count", "rate")


class SourceError(Exception):
    """A source that this script does not accept; the message is one line for people."""


def read_source(path: Path) -> bytes:
    """The bytes of the JSON file, from the package that carries it or from the file itself."""
    try:
        if tarfile.is_tarfile(path):
            with tarfile.open(path) as package, package.extractfile(IN_PACKAGE) as file:
                content = file.read()
        else:
            content = path.read_bytes()
    except KeyError:
        raise SourceError(f"{path} holds no {IN_PACKAGE}; give vega-datasets 3.2.1") from None
    except (OSError, EOFError, tarfile.TarError, zlib.error) as error:
        raise SourceError(f"{path} cannot be read ({error}); give vega-datasets 3.2.1") from None
    found = hashlib.sha256(content).hexdigest()
    if found != SOURCE_SHA256:
        raise SourceError(
            f"{path} is not the source this table is made from: its sha256 is {found}, "
            f"expected {SOURCE_SHA256}; give vega-datasets 3.2.1"
        )
    return content


def cut(source: bytes) -> bytes:
    """The table as CSV, one row a month and industry, in the order of the source."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(HEADER)
    for entry in json.loads(source):
        # The source's own date is midnight in California told in world time; year and month say
        # the same without a clock.
        month = f"{entry['year']}-{entry['month']:02}-01"
        writer.writerow([month, entry["series"], entry["count"], float(entry["rate"])])
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
        print(
            "usage: python datasets/us-unemployment/make.py VEGA_DATASETS_PACKAGE_OR_JSON",
            file=sys.stderr,
        )
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
