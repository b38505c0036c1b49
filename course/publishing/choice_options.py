"""The options of choices: put into a seeded order by the build, and measured over the course.

A list of options is a paragraph of lines such as "- `key`: text". Authors write it in any order;
every language gets the same order, which depends on the exercise and on ORDER alone.
"""

import ast
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nbformat import NotebookNode

from course.publishing.catalogue import blocks

ORDER = 0
"""The seed. Change it when tests/course/content/test_options.py no longer passes."""

LINE = re.compile(r"[-*] `(?P<key>[\w-]+)`(?P<text>.*)")


@dataclass(frozen=True)
class Choice:
    """One call of expect.choice in a check: the exercise, the right key, all keys."""

    exercise: str
    right: str
    keys: frozenset[str]


@dataclass(frozen=True)
class Shown:
    """A choice as a learner sees it: its options' texts by key, in the order shown."""

    choice: Choice
    texts: dict[str, str]

    @property
    def place(self) -> int:
        """The place of the right option, from 0."""
        return list(self.texts).index(self.choice.right)

    @property
    def longest(self) -> bool:
        """Whether the right option is longer than every other one."""
        lengths = {key: len(text) for key, text in self.texts.items()}
        right = lengths.pop(self.choice.right)
        return right > max(lengths.values())

    @property
    def shortest(self) -> bool:
        """Whether the right option is shorter than every other one."""
        lengths = {key: len(text) for key, text in self.texts.items()}
        right = lengths.pop(self.choice.right)
        return right < min(lengths.values())


def choices(checks: str) -> list[Choice]:
    """The choices in the source of a checks.py whose keys are written there."""
    return [choice for function in ast.parse(checks).body for choice in _in(function)]


def _in(function: ast.stmt) -> Iterator[Choice]:
    if not isinstance(function, ast.FunctionDef):
        return
    for mark in function.decorator_list:
        if not (isinstance(mark, ast.Call) and getattr(mark.func, "id", "") == "exercise"):
            continue
        exercise = ast.literal_eval(mark.args[0])
        for call in ast.walk(function):
            if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "choice":
                given = {each.arg: each.value for each in call.keywords}
                right, wrong = given.get("right"), given.get("wrong")
                if isinstance(right, ast.Constant) and isinstance(wrong, ast.Dict):
                    key = str(right.value)
                    others = [ast.literal_eval(each) for each in wrong.keys if each is not None]
                    yield Choice(exercise, key, frozenset([key, *others]))


def listed(block: str) -> dict[str, str] | None:
    """The lines of a list of options by their keys; None for any other block."""
    lines = [LINE.fullmatch(line) for line in block.split("\n")]
    if not all(lines):
        return None
    found = {line["key"]: line[0] for line in lines if line}
    return found if len(found) == len(lines) else None


def put_in_order(notebook: NotebookNode, made: Sequence[Choice]) -> None:
    """Put each list of options of one single choice into its order, in place."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and not cell.metadata.get("nbgrader"):
            cell.source = "\n\n".join(_ordered(block, made) for block in blocks(cell.source))


def _ordered(block: str, made: Sequence[Choice]) -> str:
    lines = listed(block)
    if lines is None or (choice := _only(lines, made)) is None:
        return block
    return "\n".join(sorted(lines.values(), key=lambda line: _place(choice.exercise, line)))


def _place(exercise: str, line: str) -> str:
    found = LINE.fullmatch(line)
    assert found is not None
    return hashlib.sha256(f"{ORDER} {exercise} {found['key']}".encode()).hexdigest()


def _only(keys: Iterable[str], made: Sequence[Choice]) -> Choice | None:
    """The choice whose options these are. A list that serves several choices keeps its order."""
    found = [choice for choice in made if choice.keys == frozenset(keys)]
    return found[0] if len(found) == 1 else None


def shown(notebook: NotebookNode, made: Sequence[Choice]) -> list[Shown]:
    """The single choices of a notebook with their lists of options, in the notebook's order."""
    found = []
    for cell in notebook.cells:
        if cell.cell_type != "markdown":
            continue
        for block in blocks(cell.source):
            lines = listed(block)
            choice = _only(lines, made) if lines else None
            if lines and choice:
                texts = {key: line.split("`", 2)[2].lstrip(": ") for key, line in lines.items()}
                found.append(Shown(choice, texts))
    return found
