from collections.abc import Iterator, Sequence

from autograder.findings import Finding


def lint_notebook(name: str, cells: Sequence[dict], files: frozenset[str]) -> Iterator[Finding]:
    yield from ()
