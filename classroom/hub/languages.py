"""One exchange course for a class that learns in several languages: mixins for any exchange.

One Release hands out every language, and each learner fetches her own. The mixins work over any
exchange with nbgrader's methods: exchange.py has them over its folder, ngshare.py over a service.

A translation is released as an assignment of its own, `06-measuring-fairness.fr` beside
`06-measuring-fairness` (English). `ListLanguages` hides it, `FetchLanguage` lays it into the
learner's folder under the assignment's name, and `SubmitLanguage` hands it in under that name.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from nbgrader.exchange import ExchangeFactory
from nbgrader.utils import find_all_notebooks

from classroom.hub.learner_language import learner_language
from course.language import LANGUAGES, SOURCE, Translator, marked
from course.start.home import lay_checks

TRANSLATION = re.compile(rf"(?P<assignment>.+)\.(?P<lang>{'|'.join(LANGUAGES)})")


def translation(assignment: str, lang: str) -> str:
    """The name under which a language of an assignment is released."""
    return f"{assignment}.{lang}"


def assignment_and_language(name: str) -> tuple[str, str | None]:
    """The assignment of a name and its language, which is None for a name without one."""
    found = TRANSLATION.fullmatch(name)
    return (found["assignment"], found["lang"]) if found else (name, None)


class ReleaseLanguages:
    """Release the English assignment as nbgrader does, then each of its languages.

    The course's release folder must be `.../en`, with the other languages beside it; in any
    other course only nbgrader's own release happens.
    """

    coursedir: Any
    log: Any

    def init_src(self) -> None:
        super().init_src()  # type: ignore[misc]
        # release/ keeps the checks once, and a learner fetches the assignment's folder alone.
        folders = self.coursedir
        folder = Path(folders.format_path(folders.release_directory, ".", folders.assignment_id))
        lay_checks(folder, folder)

    def start(self) -> None:
        super().start()  # type: ignore[misc]
        release = Path(self.coursedir.release_directory)
        if release.name != SOURCE:
            return
        assignment = self.coursedir.assignment_id
        released, missing = [], []
        for lang in LANGUAGES:
            folder = str(release.with_name(lang))
            if not Path(self.coursedir.format_path(folder, ".", assignment)).is_dir():
                missing.append(lang)
                continue
            with changed(self.coursedir, release_directory=folder):
                self.init_src()
            with changed(self.coursedir, assignment_id=translation(assignment, lang)):
                self.init_dest()  # type: ignore[attr-defined]
                # The English release above was refused if the assignment was released before.
                with changed(self, force=True):
                    self.copy_files()  # type: ignore[attr-defined]
            released.append(lang)
        self.log.info("Released %s in: %s", assignment, " ".join(released))
        if missing:
            self.log.warning(
                "%s is not released in: %s (there is no such folder in %s); these learners get "
                "it in English",
                assignment,
                " ".join(missing),
                release.parent,
            )


class FetchLanguage:
    """Fetch an assignment in the learner's language, in English where there is no translation.

    The folder has the assignment's name. A learner who has that folder in another language gets
    a second one beside it, such as `06-measuring-fairness.pt`; nothing is written over.
    """

    assignment_dir: Any
    authenticator: Any
    config: Any
    coursedir: Any
    log: Any
    path_includes_course: Any

    def start(self) -> None:
        name = self.coursedir.assignment_id
        assignment, asked = assignment_and_language(name)
        lang = asked or learner_language()
        try:
            if lang and translation(assignment, lang) in self._released():
                self._from = translation(assignment, lang)
                self._to = beside(self._folder(assignment), assignment, lang)
            else:
                self._from = self._to = assignment
            super().start()  # type: ignore[misc]
        finally:
            self.coursedir.assignment_id = name

    def init_src(self) -> None:
        self.coursedir.assignment_id = self._from
        super().init_src()  # type: ignore[misc]

    def init_dest(self) -> None:
        self.coursedir.assignment_id = self._to
        super().init_dest()  # type: ignore[misc]

    def _folder(self, assignment: str) -> Path:
        course = self.coursedir.course_id if self.path_includes_course else ""
        return Path(self.assignment_dir, course, assignment)

    def _released(self) -> set[str]:
        return released(self.config, self.coursedir, self.authenticator)


class ListLanguages:
    """List each assignment once.

    Another language is listed beside it, as `06-measuring-fairness.pt`, for a learner who has
    fetched the assignment in one language and then chosen another, or has fetched both.
    """

    assignment_dir: Any
    cached: Any
    coursedir: Any
    inbound: Any
    path_includes_course: Any
    remove: Any

    def with_translations(self) -> list[dict[str, Any]]:
        """What the exchange holds, each language of an assignment under its own name."""
        found: list[dict[str, Any]] = super().parse_assignments()  # type: ignore[misc]
        return found

    def parse_assignments(self) -> list[dict[str, Any]]:
        found = self.with_translations()
        if self.inbound or self.cached:
            return found
        names = {(each["course_id"], each["assignment_id"]) for each in found}
        return [each for each in found if self._is_shown(each, names)]

    def _is_shown(self, entry: dict[str, Any], names: set[tuple[str, str]]) -> bool:
        course = entry["course_id"]
        assignment, lang = assignment_and_language(entry["assignment_id"])
        if lang is None or (course, assignment) not in names:
            return True
        if self.remove:
            return False
        folder = Path(self.assignment_dir, course if self.path_includes_course else "", assignment)
        if folder.with_name(translation(assignment, lang)).is_dir():
            return True
        return folder.is_dir() and lang == learner_language() != language_of(folder)

    def remove_files(self) -> Any:
        removed = super().remove_files()  # type: ignore[misc]
        if not (self.inbound or self.cached):
            for assignment in dict.fromkeys(each["assignment_id"] for each in removed):
                for lang in LANGUAGES:
                    name = translation(assignment, lang)
                    with changed(self.coursedir, assignment_id=name):
                        self.init_dest()  # type: ignore[attr-defined]
                        super().remove_files()  # type: ignore[misc]
        return removed


class SubmitLanguage:
    """Hand in a folder such as `06-measuring-fairness.pt` as the assignment that it holds.

    A folder without a notebook that was released is refused, in the folder's language.
    """

    coursedir: Any
    fail: Any
    src_path: str
    released_notebooks: Callable[[], list[str]]
    """Of the exchange: gives the paths of the released notebooks, inside the folder."""

    def init_src(self) -> None:
        super().init_src()  # type: ignore[misc]
        assignment, _ = assignment_and_language(self.coursedir.assignment_id)
        self.coursedir.assignment_id = assignment

    def check_filename_diff(self) -> None:
        """Refuse to hand in without a notebook that was released: it was renamed, or deleted."""
        missing = set(self.released_notebooks()) - set(find_all_notebooks(self.src_path))
        if missing:
            t = Translator("classroom", language_of(Path(self.src_path)))
            self.fail(
                t(
                    "Not handed in: {names} is not in the folder {folder}. If you have renamed the "
                    "notebook, give it this name again; if you have deleted it, rename the folder "
                    "and fetch the assignment again. Then hand in again."
                ).format(names=", ".join(sorted(missing)), folder=Path(self.src_path).name)
            )


def released(config: Any, coursedir: Any, authenticator: Any) -> set[str]:
    """The names of all that is released in a course, translations included."""
    with changed(coursedir, assignment_id=""):
        exchange = ExchangeFactory(config=config)
        found = exchange.List(coursedir=coursedir, authenticator=authenticator, config=config)
        found.inbound = found.cached = found.remove = False
        found.init_src()
        found.init_dest()
        entries = getattr(found, "with_translations", found.parse_assignments)()
        return {each["assignment_id"] for each in entries}


def language_of(folder: Path) -> str:
    """The language of a fetched folder."""
    return marked(folder) or SOURCE


def beside(folder: Path, assignment: str, lang: str) -> str:
    """The name of the folder into which a language is fetched."""
    taken = folder.is_dir() and language_of(folder) != lang
    return translation(assignment, lang) if taken else assignment


@contextmanager
def changed(of: Any, **settings: Any) -> Iterator[None]:
    """Give traits of an object other values for a while."""
    before = {name: getattr(of, name) for name in settings}
    try:
        for name, value in settings.items():
            setattr(of, name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(of, name, value)
