"""The reading queue: one note at a time, with its rubric as boxes, a comment, and the next note."""

from dataclasses import dataclass
from pathlib import Path

from tornado.web import HTTPError

from autograder.errors import CourseError
from autograder.grading.course import Course
from autograder.text import printable
from classroom.desk.handler import DeskHandler
from classroom.desk.notes import (
    LONGEST_COMMENT,
    Changed,
    Note,
    assignments_with_notes,
    note,
    notes_of,
    save,
    used_before,
    with_ticks,
    without_ticks,
)
from classroom.desk.rubric import Rubric, read_rubric
from classroom.desk.views import EVERY, TO_READ, Filters
from classroom.desk.written import Written, read_written
from classroom.hub.roster import roster_of
from classroom.pages.graded import points_text
from course.language import LANGUAGES


@dataclass
class Queue:
    """The notes of an assignment in the order in which they are read, and those that are shown."""

    notes: list[Note]
    shown: list[Note]
    cohorts: list[str]

    def place(self, current: Note) -> int:
        """How many of the shown notes are before this one, which may be none of them."""
        order = {each.id: place for place, each in enumerate(self.notes)}
        here = order.get(current.id, 0)
        return sum(order[each.id] < here for each in self.shown)


def read_queue(course: Path, filters: Filters) -> Queue:
    """Without names, the notes are in the order of their ids, which says nothing about names."""
    opened = Course.open(course)
    notes = notes_of(opened, filters.assignment) if filters.assignment else []
    if filters.anonymous:
        notes.sort(key=lambda each: each.id)
    roster = {each.id: each for each in roster_of(opened.root)}
    cohort = {each.student: each.student in roster and roster[each.student].cohort
              for each in notes}  # fmt: skip
    shown = [
        each
        for each in notes
        if filters.lang in ("", each.lang)
        and (not filters.cohort or cohort[each.student] == filters.cohort)
        and (filters.state == EVERY or each.waiting == (filters.state == TO_READ))
    ]
    return Queue(notes, shown, sorted({each.cohort for each in roster.values() if each.cohort}))


class Reading(DeskHandler):
    """The list of an assignment's notes, with the filters."""

    here = "read"

    async def get(self) -> None:
        views, filters = self.views, self.filters()
        known = await self.in_thread(self._known)
        if filters.assignment not in known:
            waiting = [name for name, (number, _) in known.items() if number]
            first = next(iter(waiting or known), "")
            filters = Filters(**{**vars(filters), "assignment": first})
        queue = await self.in_thread(read_queue, self.desk.course, filters)
        values = views.reading(list(known), queue.shown, filters, queue.cohorts)
        finished = self.get_query_argument("finished", "") == "1" and not queue.shown
        self.show("reading.html", views.titles[self.here], finished=finished, **values)

    def _known(self) -> dict[str, tuple[int, int]]:
        return assignments_with_notes(Course.open(self.desk.course))


@dataclass
class Opened:
    """All that the page of a note is made from."""

    note: Note
    queue: Queue
    written: Written
    rubric: Rubric
    """In the instructor's language."""
    learners: Rubric
    """In the learner's."""

    @property
    def version(self) -> str:
        return self.note.version(self.written.digest)

    @property
    def lang(self) -> str:
        return self.written.lang or self.note.lang

    @property
    def titles(self) -> list[str]:
        """The criteria as the learner reads them in the comment."""
        criteria = self.learners.criteria or self.rubric.criteria
        return [each.title for each in criteria]


def open_note(course: Path, id: str, filters: Filters, lang: str) -> Opened | None:
    """Read a note with all that belongs to it; None for an id that the gradebook does not have."""
    opened = Course.open(course)
    found = note(opened, id)
    if found is None:
        return None
    filters = Filters(**{**vars(filters), "assignment": found.assignment})
    file = opened.autograded(found.student, found.assignment) / f"{found.notebook}.ipynb"
    written = read_written(file, found.cell)
    place = (opened.folders, found.assignment, found.notebook, found.cell, found.out_of)
    return Opened(
        found,
        read_queue(course, filters),
        written,
        read_rubric(*place, lang),
        read_rubric(*place, written.lang or found.lang),
    )


@dataclass
class Draft:
    """Points and comment as they are in a form that was not saved."""

    ticked: list[bool]
    points: str
    comment: str


class ReadNote(DeskHandler):
    here = "read"

    async def get(self, id: str) -> None:
        opened = await self._opened(id)
        self._show(opened, saved=self.get_query_argument("saved", "") == "1")

    async def post(self, id: str) -> None:
        opened = await self._opened(id)
        views, found, t = self.views, opened.note, self.views.t
        draft, score = self._draft(opened)
        if len(draft.comment) > LONGEST_COMMENT:
            fault = t("The comment is longer than {number} characters: nothing was saved.")
            self._again(opened, draft, fault.format(number=t.number(LONGEST_COMMENT)))
            return
        if score is None:
            fault = t("The points must be a number from 0 to {number}: nothing was saved.")
            self._again(opened, draft, fault.format(number=points_text(found.out_of, t)))
            return
        if self.get_body_argument("version", "") != opened.version:
            self._again(opened, draft, conflict=True)
            return
        comment = draft.comment
        if opened.rubric.criteria:
            comment = with_ticks(comment, opened.titles, draft.ticked)
        after = self._next(opened)
        try:
            await self.in_thread(self._save, found, score, comment)
        except Changed:
            self._again(await self._opened(id), draft, conflict=True)
            return
        except CourseError as error:
            self._again(opened, draft, printable(str(error)))
            return
        self.desk.readers.close(id)
        filters = self.filters()
        if self.get_body_argument("go", "") != "next":
            more = filters.query()
            self.redirect(f"{self.base}read/{id}{more}{'&' if more else '?'}saved=1")
        elif after:
            self.redirect(views.address(after, filters))
        else:
            query = filters.query(assignment=found.assignment)
            self.redirect(f"{self.base}read{query}&finished=1")

    async def _opened(self, id: str) -> Opened:
        lang = self.views.t.lang
        opened = await self.in_thread(open_note, self.desk.course, id, self.filters(), lang)
        if opened is None:
            raise HTTPError(404)
        return opened

    def _save(self, found: Note, score: float, comment: str) -> None:
        save(Course.open(self.desk.course), found, score, comment)

    def _draft(self, opened: Opened) -> tuple[Draft, float | None]:
        """What was sent, and the points that it gives; None for points that are no number."""
        parts = [self.get_body_argument("comment", ""), *self.get_body_arguments("used")]
        text = "\n\n".join(_plain(part) for part in dict.fromkeys(parts) if part.strip())
        criteria = opened.rubric.criteria
        sent = set(self.get_body_arguments("tick"))
        ticked = [str(place) in sent for place in range(len(criteria))]
        points = self.get_body_argument("points", "").strip()[:20]
        draft = Draft(ticked, points, text)
        if criteria:
            return draft, float(sum(ticked))
        try:
            score = float(points.replace(",", "."))
        except ValueError:
            return draft, None
        return draft, score if 0 <= score <= opened.note.out_of else None

    def _next(self, opened: Opened, after_saving: bool = True) -> Note | None:
        """The note after this one, passing over those that another reader has opened lately."""
        shown, place = opened.queue.shown, opened.queue.place(opened.note)
        rest = [*shown[place:], *(shown[:place] if after_saving else [])]
        rest = [each for each in rest if each.id != opened.note.id]
        if not after_saving:
            return rest[0] if rest else None
        if self.filters().state != TO_READ:
            rest = [each for each in shown[place:] if each.id != opened.note.id]
        free = [each for each in rest if not self.desk.readers.other(each.id, self.reader)]
        return next(iter(free or rest), None)

    def _again(self, opened: Opened, draft: Draft, fault: str = "", conflict: bool = False) -> None:
        """Show the form once more with what was sent, because it was not saved."""
        self.set_status(409 if conflict else 400)
        self._show(opened, draft, fault, conflict)

    def _show(
        self,
        opened: Opened,
        draft: Draft | None = None,
        fault: str = "",
        conflict: bool = False,
        saved: bool = False,
    ) -> None:
        views, filters, found = self.views, self.filters(), opened.note
        t = views.t
        other = self.desk.readers.other(found.id, self.reader)
        self.desk.readers.open(found.id, self.reader)
        criteria = opened.rubric.criteria
        text, ticks = without_ticks(found.comment, len(criteria))
        kept = Draft(
            ticks or [False] * len(criteria),
            "" if found.score is None else points_text(found.score, t),
            text,
        )
        form = draft or kept
        place = opened.queue.place(found)
        shown = opened.queue.shown
        elsewhere = bool(criteria) and found.score is not None and sum(ticks or ()) != found.score
        same_number = len(opened.learners.criteria) == len(criteria)
        differs = same_number and opened.learners.lang != opened.rubric.lang
        about = [
            LANGUAGES[opened.lang],
            t("Words: {number}").format(number=t.number(opened.written.words)),
            f"{views.state(found.waiting)} ({views.points(found)})",
        ]
        if not filters.anonymous:
            about.insert(0, t("Note of {name}").format(name=printable(found.student)))
        task = opened.rubric if opened.rubric.task else opened.learners
        self.show(
            "note.html",
            task.heading or printable(found.assignment),
            saved=saved,
            fault=fault,
            conflict={"points": views.points(found), "comment": found.comment}
            if conflict
            else None,
            other=(printable(other[0]), other[1].strftime("%H:%M")) if other else None,
            previous=views.address(shown[place - 1], filters) if place else "",
            next=views.address(after, filters)
            if (after := self._next(opened, after_saving=False))
            else "",
            place=t.number(min(place + 1, len(shown))),
            total=t.number(len(shown)),
            list=f"{self.base}read{filters.query(assignment=found.assignment)}",
            formgrader=f"{self.desk.formgrader}/submissions/{found.submission}/"
            if self.desk.formgrader
            else "",
            about=" · ".join(about),
            written=opened.written,
            written_lang=opened.lang,
            untouched=not found.waiting and found.score is None and found.auto_score == 0,
            task=task.task,
            task_lang=task.lang or t.lang,
            version=opened.version,
            elsewhere=points_text(found.score or 0, t) if elsewhere else "",
            criteria=[
                {
                    "text": each.text,
                    "ticked": ticked,
                    "other": opened.learners.criteria[number].text if differs else "",
                }
                for number, (each, ticked) in enumerate(zip(criteria, form.ticked, strict=True))
            ],
            criteria_lang=opened.rubric.lang or t.lang,
            points=form.points,
            out_of=points_text(found.out_of, t),
            language=LANGUAGES[opened.lang],
            comment=form.comment,
            longest=LONGEST_COMMENT,
            used=[
                each for each in used_before(opened.queue.notes, found) if each not in form.comment
            ],
        )


def _plain(text: str) -> str:
    """A comment as it is kept: line breaks as one character, no other control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return "".join(each for each in text if each == "\n" or each == "\t" or ord(each) >= 32)
