"""Ways in which instructors write tests: solutions and the tests of them, in `cases/`.

`right_and_wrong/` has for each way of writing a test a right solution, which is the instructor's
too, and a wrong one. `hostile/` has answers that want to pass a test without solving it. Each
case is a py:percent file; `setup.py` is the first cell of all of `right_and_wrong/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.percent import Material, MaterialError, files, read

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """One test cell. Without `wrong`, there is no wrong solution to tell apart."""

    name: str
    right: str
    test: str
    wrong: str | None = None
    later: str | None = None
    """A cell of the learner's after the test, and the test of that."""
    later_test: str = ""


@dataclass(frozen=True)
class HostileCase:
    """An answer that must not pass the test, whatever it does."""

    name: str
    answer: str
    test: str


def _require(sources: dict[str, str], material: Material, *names: str) -> None:
    for name in names:
        if name not in sources:
            raise MaterialError(f"{material.path}: no cell {name!r}")


def case(path: Path) -> Case:
    """Read a case; MaterialError where its cells are not those of a case."""
    material = read(path)
    sources = material.sources("right", "wrong", "test", "later", "later-test")
    _require(sources, material, "right", "test")
    if ("later" in sources) != ("later-test" in sources):
        raise MaterialError(f"{path}: 'later' and 'later-test' go together")
    return Case(
        material.sentence,
        sources["right"],
        sources["test"],
        sources.get("wrong"),
        sources.get("later"),
        sources.get("later-test", ""),
    )


def hostile_case(path: Path) -> HostileCase:
    """Read a hostile case; MaterialError where its cells are not those of one."""
    material = read(path)
    sources = material.sources("answer", "test")
    _require(sources, material, "answer", "test")
    return HostileCase(material.sentence, sources["answer"], sources["test"])


SETUP = read(FOLDER / "setup.py").sources("setup")["setup"] + "\n"
CASES = [case(path) for path in files(FOLDER / "right_and_wrong")]
HOSTILE = [hostile_case(path) for path in files(FOLDER / "hostile")]
