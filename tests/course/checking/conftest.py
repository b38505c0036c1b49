"""Short ways to put an answer to a check and to hear what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import polib
import pytest

from course import check, language, places
from course.checking.expect import NotYet
from course.checking.outcome import Outcome

HEAD = "from course.checking import exercise, expect, part, say\n\n"


@pytest.fixture
def said() -> Callable[..., str]:
    """`said(expect.share, 2)` is the code of the message, or "right"."""

    def run(expectation: Callable, *values: object, **named: object) -> str:
        try:
            expectation(*values, **named)
        except NotYet as problem:
            return problem.message.code
        return "right"

    return run


@dataclass
class Desk:
    """A folder with a notebook's checks, in which a learner works."""

    folder: Path

    def checks(self, text: str, folder: Path | None = None, name: str = "checks.py") -> Path:
        path = (folder or self.folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD + dedent(text), encoding="utf-8")
        return path

    def check(self, name: str, *values: object) -> Outcome:
        return check(name, *values)


@pytest.fixture
def desk(tmp_path, monkeypatch) -> Desk:
    """The folder of a learner's notebook; the test stands in it."""
    folder = tmp_path / "desk" / "01-tiny"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    return Desk(folder)


@pytest.fixture
def translate(tmp_path, monkeypatch) -> Callable[..., None]:
    """`translate("fr", "course", (code, english, french), ...)` writes a catalogue."""
    monkeypatch.setattr(places, "PACKAGE", tmp_path / "package")

    def write(lang: str, module: str, *entries: tuple, fuzzy: bool = False) -> None:
        file = polib.POFile()
        for context, english, translated in entries:
            flags = ["fuzzy"] if fuzzy else []
            file.append(
                polib.POEntry(msgctxt=context, msgid=english, msgstr=translated, flags=flags)
            )
        path = places.locale() / lang / f"{module}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(file), encoding="utf-8")
        language.catalogue_in.cache_clear()

    return write
