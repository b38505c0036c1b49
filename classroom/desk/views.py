"""The desk's pages as templates see them: words and numbers in the instructor's language."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote, urlencode

from autograder.text import printable
from classroom.desk.class_progress import (
    ATTENTION,
    COLLECTED,
    COUNTED,
    GRADED,
    HANDED_IN,
    RETURNED,
    WAITING,
    Class,
    Progress,
)
from classroom.desk.jobs import RUNNING, StepJob
from classroom.desk.notes import Note
from classroom.desk.step import (
    COLLECT,
    FEEDBACK,
    GRADE,
    GRADE_AGAIN,
    RELEASE,
    RELEASE_AGAIN,
    REPORT,
    RETURN,
    STEPS,
)
from classroom.hub.roster import Learner
from classroom.pages.graded import points_text
from course.language import LANGUAGES, Translator

FOLDER = Path(__file__).parent

MOST_ADDRESSES = 60
"""Addresses that a link for an e-mail holds: longer addresses of pages do not work everywhere."""

TO_READ, READ, EVERY = "waiting", "read", "all"
"""States of notes to choose from."""


@dataclass(frozen=True)
class Filters:
    """What a list shows; an empty text stands for all."""

    assignment: str = ""
    lang: str = ""
    cohort: str = ""
    state: str = TO_READ
    anonymous: bool = False

    def query(self, **changes: object) -> str:
        """As the end of an address, beginning with a question mark; empty if nothing is chosen."""
        chosen = replace(self, **changes)  # type: ignore[arg-type]
        values = {
            "assignment": chosen.assignment,
            "lang": chosen.lang,
            "cohort": chosen.cohort,
            "state": chosen.state if chosen.state != TO_READ else "",
            "anonymous": "1" if chosen.anonymous else "",
        }
        given = {name: value for name, value in values.items() if value}
        return f"?{urlencode(given)}" if given else ""


def _next_step(standing: Progress) -> str:
    """The step that is due: the first of which some learners' work has not come out yet."""
    handed_in, collected, graded, returned = (
        standing.count(mark) for mark in (HANDED_IN, COLLECTED, GRADED, RETURNED)
    )
    if not standing.begun:
        return ""
    if not standing.released and not handed_in:
        return RELEASE
    for step, before, after in (
        (COLLECT, handed_in, collected), (GRADE, collected, graded), (FEEDBACK, graded, returned),
    ):  # fmt: skip
        if after < before:
            return step
    return ""


@dataclass(frozen=True)
class Views:
    """Makes the data of templates for one reader: `base` is the address of the desk."""

    t: Translator
    base: str

    @property
    def titles(self) -> dict[str, str]:
        """The titles of the pages, by their paths below the desk's own."""
        return {
            "": self.t("Assignments"),
            "missing": self.t("Who is missing"),
            "read": self.t("Read the notes"),
            "report": self.t("Class report"),
        }

    @property
    def steps(self) -> dict[str, str]:
        return {
            RELEASE: self.t("Release"),
            RELEASE_AGAIN: self.t("Release again"),
            COLLECT: self.t("Collect"),
            GRADE: self.t("Grade"),
            GRADE_AGAIN: self.t("Grade again"),
            FEEDBACK: self.t("Write feedback"),
            RETURN: self.t("Return feedback"),
            REPORT: self.t("Make the report"),
        }

    @property
    def counted(self) -> dict[str, str]:
        return {
            HANDED_IN: self.t("Handed in"),
            COLLECTED: self.t("Collected"),
            GRADED: self.t("Graded"),
            WAITING: self.t("Waits for a person"),
            ATTENTION: self.t("Needs attention"),
            RETURNED: self.t("Feedback returned"),
        }

    def state(self, waiting: bool) -> str:
        """The state of a note."""
        return self.t("To read") if waiting else self.t("Read")

    def pages(self, here: str) -> list[dict[str, object]]:
        return [
            {"href": self.base + path, "name": title, "here": path == here}
            for path, title in self.titles.items()
        ]

    # The assignments

    def assignments(self, found: Class, filters: Filters, served: bool = True) -> dict[str, object]:
        """`served` is whether there is a page of more about a count."""
        names = self.steps
        return {
            "columns": list(self.counted.values()),
            "assignments": [
                {
                    "name": printable(each.assignment),
                    "title": Translator("course", self.t.lang)(each.title) if each.title else "",
                    "rows": self._rows(each, filters, served),
                    "steps": [(step, names[step]) for step in (STEPS if each.begun else STEPS[:1])],
                    "next": _next_step(each),
                }
                for each in found.standings
            ],
            "cohorts": [(name, name) for name in found.cohorts()],
            "cohort": filters.cohort,
            "faults": found.faults,
        }

    def _rows(self, standing: Progress, filters: Filters, served: bool) -> list[dict[str, object]]:
        if not standing.begun:
            return []
        rows = [
            {
                "lang": lang,
                "name": LANGUAGES[lang],
                "released": self.t("yes") if lang in standing.released else self.t("no"),
                "counts": self._counts(standing, lang, filters.cohort, served),
                "whole": False,
            }
            for lang in standing.languages()
        ]
        whole = {
            "lang": "",
            "name": self.t("All"),
            "released": self.t.number(len(standing.released)),
            "counts": self._counts(standing, "", filters.cohort, served),
            "whole": True,
        }
        return [*rows, whole]

    def _counts(
        self, standing: Progress, lang: str, cohort: str, served: bool
    ) -> list[tuple[str, str, str]]:
        """Each count with the page that has more about it, and what the link is called."""
        found, names = [], self.counted
        name, of = standing.assignment, LANGUAGES.get(lang) or self.t("All")
        query = Filters(assignment=name, lang=lang, cohort=cohort).query()
        for mark in COUNTED:
            number = standing.count(mark, lang, cohort)
            page = {HANDED_IN: "missing", WAITING: "read"}.get(mark, "")
            shown = self.t.number(number)
            href = f"{self.base}{page}{query}" if page and number and served else ""
            found.append((shown, href, f"{name}, {of}, {names[mark]}: {shown}"))
        return found

    def work(self, jobs: Sequence[StepJob]) -> dict[str, object]:
        t, names = self.t, self.steps
        said = {
            "waiting": t("waits for its turn"),
            "running": t("is running"),
            "done": t("done"),
            "partly": t("done in part"),
            "failed": t("failed"),
            "stopped": t("stopped"),
        }
        return {
            "busy": any(not job.is_over for job in jobs),
            "work": [
                {
                    "id": job.id,
                    "step": names.get(job.step, job.step),
                    "assignment": printable(job.assignment),
                    "kind": job.state,
                    "state": said[job.state],
                    "by": printable(job.by),
                    "at": job.started.strftime("%H:%M:%S") if job.started else "",
                    "done": job.done,
                    "total": job.total,
                    "progress": t("{done} of {total}").format(
                        done=t.number(job.done), total=t.number(job.total)
                    ),
                    "lines": job.lines,
                    "log": job.log,
                    "left_out": t("Lines that are not shown: {number}").format(
                        number=t.number(job.left_out)
                    )
                    if job.left_out
                    else "",
                    "stoppable": not job.is_over,
                    "running": job.state == RUNNING,
                }
                for job in jobs
            ],
        }

    # Who is missing

    def missing(self, found: Class, filters: Filters) -> dict[str, object]:
        begun = [each for each in found.standings if each.begun]
        chosen = found.standing(filters.assignment) or (begun[-1] if begun else None)
        return {
            "roster": bool(found.roster),
            "assignments": [(each.assignment, printable(each.assignment)) for each in begun],
            "assignment": chosen.assignment if chosen else "",
            **self._filters(filters, found.cohorts()),
            "lists": [self._list(found, chosen, filters)] if chosen else [],
            "faults": found.faults,
        }

    def all_missing(self, found: Class) -> dict[str, object]:
        """Who is missing of each assignment, in one page."""
        begun = [each for each in found.standings if each.begun]
        lists = [self._list(found, each, Filters()) for each in begun]
        return self.missing(found, Filters()) | {"lists": lists}

    def _list(self, found: Class, standing: Progress, filters: Filters) -> dict[str, object]:
        learners = found.missing(standing, filters.lang, filters.cohort)
        asked = [
            each
            for each in found.roster
            if filters.lang in ("", each.lang) and filters.cohort in ("", each.cohort)
        ]
        addresses = [each.email for each in learners if "@" in each.email][:MOST_ADDRESSES]
        return {
            "name": printable(standing.assignment),
            "count": self.t("Not handed in: {number} of {total}").format(
                number=self.t.number(len(learners)), total=self.t.number(len(asked))
            ),
            "learners": [self._learner(each) for each in learners],
            "mailto": "mailto:?bcc=" + quote(",".join(addresses), safe="@,") if addresses else "",
            "strangers": [printable(each) for each in found.strangers(standing)],
        }

    def _learner(self, learner: Learner) -> dict[str, str]:
        return {
            "id": printable(learner.id),
            "name": printable(learner.name),
            "email": printable(learner.email),
            "mailto": "mailto:" + quote(learner.email, safe="@") if "@" in learner.email else "",
            "lang": learner.lang,
            "language": LANGUAGES[learner.lang],
            "cohort": learner.cohort,
        }

    def _filters(self, filters: Filters, cohorts: Sequence[str]) -> dict[str, object]:
        return {
            "languages": list(LANGUAGES.items()),
            "lang_filter": filters.lang,
            "cohorts": [(name, name) for name in cohorts],
            "cohort": filters.cohort,
        }

    # Reading

    def reading(
        self,
        assignments: Sequence[str],
        notes: Sequence[Note],
        filters: Filters,
        cohorts: Sequence[str],
    ) -> dict[str, object]:
        return {
            "assignments": [(each, printable(each)) for each in assignments],
            "assignment": filters.assignment,
            **self._filters(filters, cohorts),
            "states": [
                (TO_READ, self.state(True)),
                (READ, self.state(False)),
                (EVERY, self.t("All notes")),
            ],
            "state": filters.state,
            "anonymous": filters.anonymous,
            "first": self.address(notes[0], filters) if notes else "",
            "notes": [
                {
                    "href": self.address(each, filters),
                    "name": self.name(each, filters),
                    "lang": each.lang,
                    "language": LANGUAGES[each.lang],
                    "state": self.state(each.waiting),
                    "points": self.points(each),
                }
                for each in notes
            ],
            "faults": [],
        }

    def address(self, note: Note, filters: Filters) -> str:
        return f"{self.base}read/{note.id}{filters.query()}"

    def name(self, note: Note, filters: Filters) -> str:
        """The learner's name, or six characters of the note's id where names are not wanted."""
        return note.id[:6] if filters.anonymous else printable(note.student)

    def points(self, note: Note) -> str:
        """The points of a note, as "3 of 4"; a dash for one that is not read yet."""
        given = note.score if note.score is not None else note.auto_score
        reached = "–" if note.waiting or given is None else points_text(given, self.t)
        out_of = points_text(note.out_of, self.t)
        return self.t("{points} of {out_of}").format(points=reached, out_of=out_of)
