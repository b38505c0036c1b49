"""A search for the comments that only the grader has, in what learners get.

It shares no code with course/publishing/secrets.py, which is to be tested by it.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import tarfile
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "source" / "capstone-2-data-and-model"
FILE = FOLDER / "hidden-comments.csv.gz"
EACH = 6
"""One sentence pattern in this many is searched for."""


@cache
def sentences() -> tuple[str, ...]:
    """Parts of sentences that stand in many hidden comments, 15 or more in each language."""
    found = []
    for path in sorted((FOLDER / "hidden" / "texts").glob("*.yml")):
        departments = yaml.safe_load(path.read_text(encoding="utf-8"))["templates"]
        texts = [
            entry["text"]
            for topics in departments.values()
            for entries in topics.values()
            for entry in entries
        ]
        same = [re.split(r"\[.*?\]|\{.*?\}|<.*?>", text) for text in texts[::EACH]]
        found += [max(parts, key=len).strip() for parts in same]
    return tuple(found)


def rows() -> list[dict[str, str]]:
    with gzip.open(FILE, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def traces(name: str, content: bytes) -> Iterator[str]:
    """Where a file, or what is packed in it, has to do with the hidden comments."""
    if name.rpartition("/")[2] == FILE.name or content == FILE.read_bytes():
        yield name
    while content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
        if tarfile.is_tarfile(io.BytesIO(content)):
            with tarfile.open(fileobj=io.BytesIO(content)) as archive:
                for member in archive.getmembers():
                    if inner := archive.extractfile(member):
                        yield from traces(f"{name}: {member.name}", inner.read())
            return
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for inner in archive.namelist():
                yield from traces(f"{name}: {inner}", archive.read(inner))
        return
    text = content.decode(errors="replace")
    yield from (f"{name}: {sentence}" for sentence in sentences() if sentence in text)


def traces_below(*folders: Path) -> list[str]:
    """The traces in all files of folders."""
    return [
        trace
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for trace in traces(str(path), path.read_bytes())
    ]
