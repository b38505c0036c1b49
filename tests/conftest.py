"""A tiny course in a folder of its own, for the tests that build, check and call commands."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import dedent

import polib
import pytest
from xdist.scheduler import LoadFileScheduling

from autograder.sandbox.box import ONE_THREAD
from course import language, places
from course.syllabus import modules
from tests.fits import FOLDER, Fits, folder_of_the_session

# Tests run side by side: with more threads than one each, they wait for one another.
os.environ |= dict.fromkeys(ONE_THREAD, "1")
# Modules stand beside some notebooks: their bytecode would be one more file in graded folders.
os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
# After autograder, which postpones the slowest of nbgrader's imports.
from nbgrader import api

# For each new gradebook nbgrader asks the program `alembic` for the version of the database's
# schema, which takes more than a second of CPU and always gives the same answer.
api.get_alembic_version = cache(api.get_alembic_version)

# The folder of kept fits goes with the process that made it, which is the first of the session.
FITS_FOLDER = folder_of_the_session()
FITS = Fits()

SLUG = "01-tiny"

SYLLABUS = """
modules:
  - slug: 01-tiny
    part: "Part 1: small things"
    title: A tiny module
    decision: Is it small?
    minutes: {lesson: 3, decide: 4, assignment: 4}
    data: []
"""

START = """
# %% [markdown]
# # A small course
#
# {{languages}}
#
# {{modules}}

# %%
from course import show_progress

show_progress()
"""

LESSON = """
# %% [markdown]
# # Small things
#
# Read this first.
#
# - one
# - two
#
# | Word | Meaning |
# | --- | --- |
# | small | not large |

# %%
from course import check, translator

t = translator("01-tiny")
print(t("A sentence from code"))

# %% [markdown]
# ## Look closer
#
# What is a half?
#
# ```
# half = whole / 2
#
# print(half)
# ```

# %%
half = ...

# %%
check("quick-half", half)
"""

ASSIGNMENT = '''
# %% [markdown]
# # Assignment
#
# Two questions.

# %% locked="setup"
from course import check, translator

t = translator("01-tiny")

# %% [markdown]
# ## Choose
#
# Which share, and which kind?

# %% answer="decide"
rate = ...
kind = ...
### BEGIN SOLUTION
rate = 7 / 16
kind = "equal-opportunity"
### END SOLUTION

# %% check="decide"
check("decide", rate, kind)

# %% [markdown]
# ## Write code

# %% answer="double"
def double(number):
    """Return twice the number."""
    ### BEGIN SOLUTION
    return number + number
    ### END SOLUTION

# %% check="double"
check("double", double)

# %% [markdown]
# ## Think
#
# Write three sentences.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# A model answer of ours.
# ### END SOLUTION
'''

CHECKS = '''
"""The checks of the tiny module, with their answers."""

from course.checking import exercise, expect, part, say


@exercise("quick-half")
def quick_half(half):
    expect.close(half, 0.5, mistakes={2: say("01-two", "Halves are smaller than the whole.")})


@exercise(
    "decide",
    points=3,
    hints=[say("01-hint-1", "Count them."), say("01-hint-2", "Count them twice.")],
)
def decide(rate, kind):
    # seven of sixteen, and that is a comment
    with part(2):
        expect.share(rate)
        expect.close(rate, 0.4375, mistakes={0.3125: say("01-five", "Those are five, not seven.")})
    with part():
        expect.choice(
            kind,
            right="equal-opportunity",
            wrong={"parity": say("01-parity", "Parity looks at who is chosen.")},
        )


@exercise("double", points=1, hidden=True)
def double(function):
    expect.true(expect.call(function, 4) == 8, say("01-double", "Twice four is eight."))
'''

HIDDEN_CHECKS = """
from course.checking import exercise, expect, say


@exercise("double")
def double(function):
    expect.true(expect.call(function, "ab") == "abab", say("01-texts", "Try it with words too."))
"""

ANSWERS = """
from course.checking.answers import mistake, right

ANSWERS = {
    "decide": [
        right("rate, kind = 0.4375, 'Equal-Opportunity'"),
        mistake("01-five", "rate, kind = 5 / 16, 'equal-opportunity'", points=1),
        mistake("01-parity", "rate, kind = 7 / 16, 'parity'", points=2),
    ],
    "double": [
        right("double = lambda number: 2 * number"),
        mistake("form-return", "def double(number):\\n    2 * number"),
        mistake("01-texts", "def double(number):\\n    return 8"),
    ],
}
"""

FILES = {
    "course/syllabus.yml": SYLLABUS,
    "source/start.py": START,
    f"source/{SLUG}/lesson.py": LESSON,
    f"source/{SLUG}/assignment.py": ASSIGNMENT,
    f"source/{SLUG}/checks.py": CHECKS,
    f"source/{SLUG}/hidden_checks.py": HIDDEN_CHECKS,
    f"source/{SLUG}/answers.py": ANSWERS,
}


LONGEST_FIRST = (
    "tests/autograder/attacks/test_attacks.py",
    "tests/course/content/test_lessons_run.py",
    "tests/course/content/test_assignments_run.py",
    "tests/binder/test_binder.py",
    "tests/autograder/test_nbgrader_behaviour.py",
    "tests/autograder/test_killed.py",
    "tests/journeys/test_readme.py",
    "tests/journeys/test_demo.py",
    "tests/autograder/test_advice.py",
    "tests/course/content/test_answers.py",
    "tests/autograder/test_examiner.py",
    "tests/journeys/test_browser.py",
    "tests/autograder/test_class_with_attackers.py",
    "tests/autograder/test_settings.py",
    "tests/classroom/pages/test_feedback.py",
    "tests/autograder/test_supervisor.py",
    "tests/autograder/test_stand_ins.py",
    "tests/autograder/test_cluster.py",
    "tests/autograder/test_stock_points.py",
    "tests/autograder/test_gradebook.py",
    "tests/journeys/test_nbgrader_commands.py",
    "tests/autograder/corpus/test_corpus.py",
    "tests/course/data/test_civic_comments.py",
    "tests/autograder/test_postgres.py",
    "tests/autograder/test_forgery.py",
    "tests/autograder/test_link.py",
    "tests/course/data/test_standards.py",
    "tests/autograder/test_forkserver.py",
    "tests/packaging/test_learners_repository.py",
    "tests/autograder/test_formgrader_handlers.py",
    "tests/autograder/test_hostile_folders.py",
    "tests/autograder/test_confine.py",
    "tests/classroom/commands/test_wrong_calls.py",
    "tests/autograder/test_grade.py",
    "tests/course/data/test_make.py",
)
"""The files that take longest, by the processor time that they were measured to take.

They are begun first, so that at the end no process works alone on a long one.
"""


class ByFileAndModule(LoadFileScheduling):
    """Give the tests of a file to one process, those about a module of the course by themselves.

    Otherwise one process would run all lessons or all answers while the others are idle.
    """

    def _split_scope(self, nodeid: str) -> str:
        about = [slug for slug in modules() if f"[{slug}" in nodeid]
        return "".join([super()._split_scope(nodeid), *about])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByFileAndModule:
    return ByFileAndModule(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort the tests by file; needs pytest-xdist's --no-loadscope-reorder to have an effect."""
    places = {name: place for place, name in enumerate(LONGEST_FIRST)}
    root = Path(__file__).parents[1]

    def place(item: pytest.Item) -> int:
        name = item.path.relative_to(root).as_posix()
        return places.get(name, len(LONGEST_FIRST))

    items.sort(key=place)


def files_in(folder: Path) -> dict[str, bytes]:
    """The content of every file in a folder, by its path; an empty folder counts too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"a folder"
        for path in sorted(folder.rglob("*"))
    }


@dataclass
class MiniRepository:
    """A course of one tiny module, whose files a test may change."""

    root: Path
    slug: str = SLUG

    def path(self, name: str) -> Path:
        return self.root / name

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), encoding="utf-8")
        return path

    def change(self, name: str, old: str, new: str) -> Path:
        """Put `new` in place of `old`, which must be there."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        return self.write(name, text.replace(old, new))

    def build(self, *slugs: str, langs: tuple[str, ...] = ()):
        from course.publishing.build import build

        return build(self.root, slugs, langs)

    def write_build(self):
        """Build and write everything; returns what was built."""
        from course.publishing.build import write

        built = self.build()
        write(self.root, built, whole=True)
        return built

    def catalogue(self, lang: str, module: str = SLUG) -> Path:
        return self.root / "course" / "locale" / lang / f"{module}.po"

    def translate(self, lang: str, module: str = SLUG, **special: str) -> Path:
        """Translate a whole catalogue: each text in angle quotes, or as `special` says.

        Placeholders stay, for the English text is inside.
        """
        path = self.catalogue(lang, module)
        if not path.is_file():
            self.write_build()
        file = polib.pofile(str(path), wrapwidth=92)
        for entry in file:
            entry.msgstr = special.get(entry.msgid, f"«{lang} {entry.msgid}»")
        return self.write(f"course/locale/{lang}/{module}.po", str(file) + "\n")

    def files(self) -> dict[str, bytes]:
        return files_in(self.root)


def pytest_unconfigure() -> None:
    """Remove the folder of kept fits."""
    if FITS_FOLDER is not None:
        os.environ.pop(FOLDER, None)
        FITS_FOLDER.cleanup()


@pytest.fixture
def kept_fits() -> Iterator[None]:
    """Models are fitted once in the session where a test fits the same again."""
    with FITS.kept():
        yield


@pytest.fixture(autouse=True)
def a_clean_environment(monkeypatch):
    """No test is told its language, its checks or that it is in CI by the shell around it."""
    for name in ("AI4GOV_LANG", "AI4GOV_CHECKS", "AI4GOV_ASSIGNMENT", "CI"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def mini_repository(tmp_path) -> MiniRepository:
    """A course of one tiny module in a folder of its own."""
    mini = MiniRepository(tmp_path / "repository")
    for name, text in FILES.items():
        mini.write(name, dedent(text))
    return mini


@pytest.fixture
def installed_repository(mini_repository, monkeypatch) -> Iterator[MiniRepository]:
    """The tiny course, as the one that the running package is installed from.

    It is for what learners use: the package finds its release, data and translations by itself,
    and reads each catalogue once. Catalogues must be translated before a test reads them.
    """
    monkeypatch.setattr(places, "REPOSITORY", mini_repository.root)
    monkeypatch.setattr(places, "PACKAGE", mini_repository.root / "course")
    language.catalogue_in.cache_clear()
    yield mini_repository
    monkeypatch.undo()
    language.catalogue_in.cache_clear()


@pytest.fixture
def snapshot():
    """Compares folders: `snapshot(folder)` gives the content of every file in it."""
    return files_in
