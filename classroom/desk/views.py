"""The desk's pages as templates see them: words and numbers in the instructor's language."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from autograder.text import printable
from classroom.desk.jobs import RUNNING, Job
from classroom.desk.notes import Note
from classroom.desk.standing import (
    COUNTED,
    HANDED_IN,
    WAITING,
    Class,
    Standing,
)
from classroom.desk.step import GRADE_AGAIN, RELEASE_AGAIN, REPORT, STEPS
from classroom.desk.words import sentences, states, words
from classroom.hub.roster import Learner
from classroom.pages.reading import points_text
from course.language import LANGUAGES, Translator

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


@dataclass(frozen=True)
class Views:
    """Makes the data of templates for one reader: `base` is the address of the desk."""

    t: Translator
    base: str

    @property
    def words(self) -> dict[str, str]:
        return words(self.t)

    def say(self, name: str, /, **values: object) -> str:
        """A sentence with its values."""
        return sentences(self.t)[name].format(**values)

    def pages(self, here: str) -> list[dict[str, object]]:
        names = {"": "assignments", "missing": "missing", "read": "reading", "report": "report"}
        return [
            {"href": self.base + path, "name": self.words[word], "here": path == here}
            for path, word in names.items()
        ]

    # The assignments

    def assignments(self, found: Class, filters: Filters, served: bool = True) -> dict[str, object]:
        """`served` is whether there is a page of more about a count."""
        names = self.words
        return {
            "columns": [names[mark] for mark in COUNTED],
            "assignments": [
                {
                    "name": printable(each.assignment),
                    "title": Translator("course", self.t.lang)(each.title) if each.title else "",
                    "rows": self._rows(each, filters, served),
                    "steps": [(step, names[step]) for step in (STEPS if each.begun else STEPS[:1])],
                }
                for each in found.standings
            ],
            "cohorts": [(name, name) for name in found.cohorts()],
            "cohort": filters.cohort,
            "faults": found.faults,
        }

    def _rows(self, standing: Standing, filters: Filters, served: bool) -> list[dict[str, object]]:
        if not standing.begun:
            return []
        rows = [
            {
                "lang": lang,
                "name": LANGUAGES[lang],
                "released": self.words["yes" if lang in standing.released else "no"],
                "counts": self._counts(standing, lang, filters.cohort, served),
                "whole": False,
            }
            for lang in standing.languages()
        ]
        whole = {
            "lang": "",
            "name": self.words["all"],
            "released": self.t.number(len(standing.released)),
            "counts": self._counts(standing, "", filters.cohort, served),
            "whole": True,
        }
        return [*rows, whole]

    def _counts(
        self, standing: Standing, lang: str, cohort: str, served: bool
    ) -> list[tuple[str, str, str]]:
        """Each count with the page that has more about it, and what the link is called."""
        found = []
        name, of = standing.assignment, LANGUAGES.get(lang, self.words["all"])
        query = Filters(assignment=name, lang=lang, cohort=cohort).query()
        for mark in COUNTED:
            number = standing.count(mark, lang, cohort)
            page = {HANDED_IN: "missing", WAITING: "read"}.get(mark, "")
            shown = self.t.number(number)
            href = f"{self.base}{page}{query}" if page and number and served else ""
            found.append((shown, href, f"{name}, {of}, {self.words[mark]}: {shown}"))
        return found

    def work(self, jobs: Sequence[Job]) -> dict[str, object]:
        names = {step: self.words[step] for step in (*STEPS, RELEASE_AGAIN, GRADE_AGAIN)}
        names[REPORT] = self.words["make_report"]
        said = states(self.t)
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
                    "progress": self.say(
                        "progress", done=self.t.number(job.done), total=self.t.number(job.total)
                    ),
                    "lines": job.lines,
                    "log": job.log,
                    "left_out": self.say("left_out", number=self.t.number(job.left_out))
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

    def _list(self, found: Class, standing: Standing, filters: Filters) -> dict[str, object]:
        learners = found.missing(standing, filters.lang, filters.cohort)
        asked = [
            each
            for each in found.roster
            if filters.lang in ("", each.lang) and filters.cohort in ("", each.cohort)
        ]
        addresses = [each.email for each in learners if "@" in each.email][:MOST_ADDRESSES]
        return {
            "name": printable(standing.assignment),
            "count": self.say(
                "missing", number=self.t.number(len(learners)), total=self.t.number(len(asked))
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
        names = self.words
        return {
            "assignments": [(each, printable(each)) for each in assignments],
            "assignment": filters.assignment,
            **self._filters(filters, cohorts),
            "states": [
                (TO_READ, names["state_waiting"]),
                (READ, names["state_read"]),
                (EVERY, names["state_all"]),
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
                    "state": names["state_waiting" if each.waiting else "state_read"],
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
