"""Code objects of the learner's functions, compiled from the cells that were handed in."""

import linecache
import types
from collections.abc import Iterator
from contextlib import suppress

from autograder.examiner.static_analysis import parsed


class LearnerCode:
    """The learner's cells that have run, and the code of their functions. It is never run."""

    def __init__(self) -> None:
        self.cells: list[str] = []
        self.codes: dict[tuple[str, int], types.CodeType | None] = {}

    def ran(self, source: str) -> None:
        """Take note of a cell that has run."""
        self.cells.append(source)
        self.codes.clear()

    def find(self, name: str, line: int) -> types.CodeType | None:
        """The code of a function with this name and first line."""
        if (name, line) not in self.codes:
            self.codes[name, line] = next(self._compiled(name, line), None)
        return self.codes[name, line]

    def _compiled(self, name: str, line: int) -> Iterator[types.CodeType]:
        for number in range(len(self.cells), 0, -1):
            source = self.cells[number - 1]
            if name.isidentifier() and name not in source and "lambda" not in source:
                continue
            file = f"<cell {number}>"
            with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
                tree = parsed(source)
                if tree is None:
                    continue
                waiting = [compile(tree, file, "exec", dont_inherit=True)]
                linecache.cache[file] = (len(source), None, source.splitlines(True), file)
                while waiting:
                    code = waiting.pop()
                    if code.co_name == name and code.co_firstlineno == line:
                        yield code
                    waiting += [each for each in code.co_consts if isinstance(each, types.CodeType)]
