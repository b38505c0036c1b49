"""The inner loop: python -m tests.quick [PATH ...] lints, types and tests what has changed.

Git says what has changed: in the working tree, in the index, and in commits since main. Where files
are named, a test runs as it is, and the tests of any other file are looked for.

The tests of a module are those that import it, also through others: first those named like it, then
those of its part with the fewest imports between. The first FILES run for SECONDS; what did not run
is named, or counted.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from course.publishing.imports import Graph, graph, modules
from tests.architecture import PACKAGES, ROOT

FILES, SECONDS = 16, 45
ORDER = "AI4GOV_QUICK_ORDER"
NO_TIME = "no time left"
GENERATED = {"release", "facilitator"}


def changed() -> list[str]:
    """The files that git calls changed and that are still there, without generated ones."""

    def git(*arguments: str) -> list[str]:
        ended = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True)
        return ended.stdout.splitlines()

    base = git("merge-base", "HEAD", "main") or ["HEAD"]
    paths = {*git("diff", "--name-only", *base), *git("ls-files", "-o", "--exclude-standard")}
    paths = {path for path in paths if Path(path).parts[0] not in GENERATED}
    return sorted(path for path in paths if (ROOT / path).is_file())


def slugs_of(paths: Iterable[str]) -> list[str]:
    """The modules of the course that have a source, ideas or a translation among the paths."""
    parts = {part for path in paths for part in Path(path).with_suffix("").parts}
    return sorted(folder.name for folder in (ROOT / "source").iterdir() if folder.name in parts)


def used_in(file: Path, package: str) -> set[str]:
    """The names of a template or data file, and of templates that include or extend it."""
    if file.suffix in (".py", ".po"):
        return set()
    texts = {each.name: each.read_text("utf-8") for each in (ROOT / package).rglob("*.html")}
    named = {file.name}
    for _ in texts:
        named |= {name for name in texts if any(f'"{each}"' in texts[name] for each in named)}
    return named


def starts(path: str, known: dict[str, Path]) -> Iterator[str]:
    """The modules to begin at: a module itself; for a template or data, those that name it."""
    file, package = ROOT / path, Path(path).parts[0]
    named = used_in(file, package) if package in PACKAGES else set()
    for name, place in known.items():
        if place == file or (
            name.split(".")[0] == package
            and any(f'{each}"' in place.read_text(encoding="utf-8") for each in named)
        ):
            yield name
    if file.suffix == ".po":
        yield from ("tests.course.content.test_translations", "tests.course.content.test_terms")


def tests_of(begun: Iterable[str], arrows: Graph) -> list[str]:
    """The test modules that need a module, the nearest first."""
    distance = dict.fromkeys(begun, 0)
    words = {word for name in distance for word in name.split(".")[-1].split("_")}
    areas = {part for name in distance for part in name.split(".")[:-1]}
    level = set(distance)
    for far in range(1, len(arrows)):
        level = {name for name, others in arrows.items() if others & level} - distance.keys()
        distance |= dict.fromkeys(level, far)

    def nearness(name: str) -> tuple[bool, bool, int, str]:
        *folders, last = name.split(".")
        alike = words & set(last.removeprefix("test_").split("_"))
        # A test in another part's folder is as near as one with two imports more between.
        far = distance[name] + (0 if areas & {*folders[1:]} else 2)
        return distance[name] > 0, not alike, far, name

    found = [name for name in distance if name.split(".")[-1].startswith("test_")]
    return sorted(found, key=nearness)


def main() -> int:
    """Returns 0 when nothing was found wrong, as far as it was looked at."""
    paths = changed()
    named = [os.path.relpath(Path(each).resolve(), ROOT) for each in sys.argv[1:]]
    steps = [["ruff", "check", "--quiet"], ["ruff", "format", "--check", "--quiet"]]
    steps += [["codespell"], ["mypy"]]
    if sources := slugs_of(path for path in named or paths if path.startswith("source/")):
        steps.append(["ai4gov", "build", "--check", *sources])
    for step in steps:
        if status := subprocess.run(step, cwd=ROOT).returncode:
            print(f"Not passed: {' '.join(step)}")
            return status
    known = {
        name: file for each in (*PACKAGES, "tests") for name, file in modules(ROOT, each).items()
    }
    begun = {name for path in named or paths for name in starts(path, known)}
    slugs = slugs_of(named or paths)
    found = tests_of(begun, graph(ROOT, (*PACKAGES, "tests"), at_run_time=True))
    if slugs:
        content = [name for name in known if name.startswith("tests.course.content.test_")]
        found = list(dict.fromkeys([*content, *found]))
    files = [known[name].relative_to(ROOT).as_posix() for name in found]
    if named and {*named} <= {*files}:
        files = named
    chosen, left = files[:FILES], files[FILES:]
    print(
        f"Tests: {' '.join(chosen) or 'none'}\nToo far away, left out: {len(left)} files",
        flush=True,
    )
    if not chosen:
        return 0
    environment = {ORDER: " ".join(chosen)}
    environment |= {"AI4GOV_TEST_MODULES": " ".join(slugs)} if slugs else {}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.quick", "-n", "2"]
    command += ["--dist", "loadfile", "--no-loadscope-reorder", "-m", "not slow and not weekly"]
    return subprocess.run([*command, *chosen], cwd=ROOT, env=os.environ | environment).returncode


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """The nearest tests first, whatever order others prefer."""
    yield
    order = os.environ[ORDER].split()
    items.sort(key=lambda item: order.index(item.path.relative_to(ROOT).as_posix()))


@cache
def until() -> float:
    """When no test begins any more; the first call begins the time."""
    return time.monotonic() + SECONDS


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out what would begin too late, but nothing of the nearest file."""
    nearest = ROOT / os.environ[ORDER].split()[0]
    if time.monotonic() > until() and item.path != nearest:
        pytest.skip(NO_TIME)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the files whose tests did not all begin in time."""
    skipped = terminalreporter.stats.get("skipped", [])
    late = sorted({each.nodeid.split("::")[0] for each in skipped if NO_TIME in str(each.longrepr)})
    if late:
        terminalreporter.write_line(f"No time left for all tests of: {' '.join(late)}")


if __name__ == "__main__":
    sys.exit(main())
