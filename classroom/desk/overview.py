"""Pages about the class: the assignments with their steps, who is missing, the report."""

from datetime import datetime
from pathlib import Path

from tornado.web import HTTPError

from autograder.errors import Unreadable
from autograder.files import read_plain
from autograder.grading.course import Course
from classroom.desk.class_progress import COLLECTED, GRADED, read_class
from classroom.desk.handler import DeskHandler
from classroom.desk.notes import assignments_with_notes
from classroom.desk.step import (
    GRADE,
    GRADE_AGAIN,
    RELEASE,
    RELEASE_AGAIN,
    REPORT,
    REPORT_FOLDER,
    RETURN,
    STEPS,
)

LARGEST_REPORT = 50_000_000
REPORT_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
}
REPORT_POLICY = (
    "sandbox; default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'"
)


class Assignments(DeskHandler):
    async def get(self) -> None:
        views = self.views
        # The steps first: a page that says that a step is done must count what it did.
        work = views.work(self.desk.jobs.shown())
        found = await self.in_thread(read_class, self.desk.course)
        values = views.assignments(found, self.filters()) | work
        self.show("assignments.html", views.titles[self.here], **values)


class Start(DeskHandler):
    """Starts a step. Asks first before feedback is returned while notes are unread, and before an
    assignment is handed out again, or graded again where nothing new was collected."""

    async def post(self) -> None:
        step, t = self.get_body_argument("step"), self.views.t
        assignment = self.get_body_argument("assignment", "")[:200]
        confirmed = self.get_body_argument("confirmed", "") == "yes"
        if step not in (*STEPS, REPORT):
            raise HTTPError(400)
        if step != REPORT:
            standing = (await self.in_thread(read_class, self.desk.course)).standing(assignment)
            if standing is None:
                raise HTTPError(404)
            if step == RETURN and not confirmed:
                unread = await self.in_thread(self._unread, assignment)
                if unread:
                    line = t("Notes of this assignment that nobody has read yet: {number}.")
                    self._ask(step, assignment, line.format(number=t.number(unread)))
                    return
            if step == RELEASE and standing.released:
                if not confirmed:
                    line = t(
                        "Learners who fetch this assignment later get the version that is here "
                        "now. Those who have fetched it keep their folder, and what was handed in "
                        "stays."
                    )
                    self._ask(step, assignment, line)
                    return
                step = RELEASE_AGAIN
            if step == GRADE and 0 < standing.count(COLLECTED) == standing.count(GRADED):
                if not confirmed:
                    line = t(
                        "After a correction of the checks, all of it can be graded again. Points "
                        "and comments that a person gave stay; notes are marked to be read once "
                        "more."
                    )
                    self._ask(step, assignment, line)
                    return
                step = GRADE_AGAIN
        self.desk.jobs.start(step, assignment, self.reader, t.lang)
        self.redirect(self.base + ("report" if step == REPORT else ""))

    def _unread(self, assignment: str) -> int:
        waiting, _ = assignments_with_notes(Course.open(self.desk.course)).get(assignment, (0, 0))
        return waiting

    def _ask(self, step: str, assignment: str, line: str) -> None:
        t = self.views.t
        titles = {
            RELEASE: t("This assignment is released already"),
            GRADE: t("All that was collected is graded already"),
            RETURN: t("Some notes are not read yet"),
        }
        buttons = {
            RELEASE: t("Release again"),
            GRADE: t("Grade all again"),
            RETURN: t("Return the feedback all the same"),
        }
        self.show(
            "message.html",
            titles[step],
            lines=[line],
            faulty=False,
            confirm={"step": step, "assignment": assignment, "button": buttons[step]},
            back=True,
        )


class Stop(DeskHandler):
    def post(self) -> None:
        id = self.get_body_argument("job")
        if id.isdecimal():
            self.desk.jobs.stop(int(id[:9]))
        self.redirect(self.base)


class Missing(DeskHandler):
    here = "missing"

    async def get(self) -> None:
        found = await self.in_thread(read_class, self.desk.course)
        views = self.views
        values = views.missing(found, self.filters())
        self.show("missing.html", views.titles[self.here], **values)


class Report(DeskHandler):
    here = "report"

    def get(self) -> None:
        views = self.views
        folder = self.desk.course / REPORT_FOLDER
        found = sorted(folder.iterdir()) if folder.is_dir() else []
        files = [
            (each.name, datetime.fromtimestamp(each.stat().st_mtime).strftime("%Y-%m-%d %H:%M"))
            for each in found
            if each.suffix in REPORT_TYPES and each.is_file()
        ]
        self.show(
            "report.html",
            views.titles[self.here],
            pages_made=[each for each in files if each[0].endswith(".html")],
            tables=[each for each in files if not each[0].endswith(".html")],
            **views.work(self.desk.jobs.shown(REPORT)),
        )


class ReportFile(DeskHandler):
    here = "report"

    def get(self, name: str) -> None:
        file = self.desk.course / REPORT_FOLDER / name
        kind = REPORT_TYPES.get(file.suffix)
        if kind is None or Path(name).name != name:
            raise HTTPError(404)
        try:
            content = read_plain(file, LARGEST_REPORT)
        except (OSError, Unreadable):
            raise HTTPError(404) from None
        self.set_header("Content-Type", kind)
        self.set_header("Content-Security-Policy", REPORT_POLICY)
        if file.suffix != ".html":
            self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.finish(content)
