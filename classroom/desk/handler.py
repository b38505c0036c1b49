"""What all pages of the desk share: who may come in, headers, errors in plain lines, threads.

Every form has an XSRF token and is refused from another origin. Every page has a
Content-Security-Policy, and nothing is loaded from another host. What takes time is done in threads
or in the steps' own processes.
"""

import asyncio
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from markupsafe import Markup
from tornado.log import app_log
from tornado.web import HTTPError, RequestHandler

from autograder.text import printable
from classroom.desk.access import is_foreign
from classroom.desk.jobs import Jobs
from classroom.desk.views import EVERY, FOLDER, READ, TO_READ, Filters, Views
from classroom.errors import USER_ERRORS
from course.errors import describe
from course.language import LANGUAGES, SOURCE, Translator
from course.templating import render

BUSY = timedelta(minutes=10)
"""How long another reader is told that a note was opened, and `next` passes it over."""

Found = TypeVar("Found")


@dataclass
class Readers:
    """Who opened which note when, so that two people do not read the same one unknowingly."""

    opened: dict[str, tuple[str, datetime]] = field(default_factory=dict)

    def open(self, id: str, reader: str) -> None:
        if self.other(id, reader) is None:
            self.opened[id] = (reader, datetime.now())

    def other(self, id: str, reader: str) -> tuple[str, datetime] | None:
        """Another reader who has opened a note lately, and when."""
        who, when = self.opened.get(id, (reader, datetime.now()))
        return (who, when) if who != reader and datetime.now() - when < BUSY else None

    def close(self, id: str) -> None:
        self.opened.pop(id, None)


@dataclass
class Desk:
    """What all handlers share."""

    course: Path
    course_id: str
    lang: str = ""
    formgrader: str = ""
    readers: Readers = field(default_factory=Readers)
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(4))

    def __post_init__(self) -> None:
        self.jobs = Jobs(self.course)


class DeskHandler(RequestHandler):
    """A page of the desk; a class made by `application` adds who may come in."""

    let_in: Callable[[], bool]
    may_not: Callable[[], bool]
    reader: str
    here = ""

    @property
    def desk(self) -> Desk:
        found: Desk = self.settings["desk"]
        return found

    @property
    def base(self) -> str:
        return str(self.settings["base"])

    @property
    def views(self) -> Views:
        asked = self.desk.lang or browser_language(self.request.headers.get("Accept-Language", ""))
        return Views(Translator("classroom", asked), self.base)

    def set_default_headers(self) -> None:
        # Also for pages about errors, for which tornado clears what was set before.
        self._nonce = secrets.token_urlsafe(16)
        self.set_header(
            "Content-Security-Policy",
            f"default-src 'none'; script-src 'nonce-{self._nonce}'; style-src 'unsafe-inline'; "
            "img-src data:; font-src data:; connect-src 'self'; form-action 'self'; "
            "base-uri 'none'; frame-ancestors 'none'",
        )
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("Cache-Control", "no-store")

    def prepare(self) -> None:
        if self.request.method not in ("GET", "HEAD") and is_foreign(self.request):
            raise HTTPError(403)
        if not self.current_user and not self.let_in():
            raise HTTPError(403)

    async def in_thread(self, function: Callable[..., Found], *values: Any) -> Found:
        """The result of a function that takes time."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.desk.pool, lambda: function(*values))

    def show(self, template: str, title: str, **values: object) -> None:
        """Send a page. Lone surrogates, which names of folders may hold, cannot be sent."""
        views = self.views
        page = render(
            FOLDER,
            template,
            views.t,
            lang=views.t.lang,
            title=title,
            course=printable(self.desk.course_id),
            pages=views.pages(self.here),
            base=self.base,
            served=True,
            nonce=self._nonce,
            xsrf=Markup(self.xsrf_form_html()),
            **values,
        )
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(page.encode("utf-8", "replace"))

    def write_error(self, status_code: int, **about: Any) -> None:
        """An error as a page, in plain lines; a trace goes to the log only."""
        error = about.get("exc_info", (None, None))[1]
        t = self.views.t
        title, lines = t("This did not work"), [f"{status_code}: {self._reason}"]
        if isinstance(error, USER_ERRORS):
            self.set_status(409)
            lines = [printable(str(error))]
        elif status_code == 404:
            title, lines = t("There is no such page here"), []
        elif status_code == 403 and self.current_user and self.request.method == "POST":
            lines = [
                t("This form is too old. Go back, load the page again, and send it once more.")
            ]
        elif status_code == 403:
            title = t("You may not open this page")
            lines = [
                t("Only the instructors of this course may open its desk.")
                if "hub_auth" in self.settings
                else t(
                    "Open the address that the command `ai4gov desk` has written into its terminal."
                )
            ]
        elif error is not None and not isinstance(error, HTTPError):
            lines = [printable(describe(error))]
        known = bool(self.current_user)
        self.show("message.html", title, lines=lines, faulty=True, confirm=None, back=known)

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        # Not tornado's own line, which has the address with its token.
        if not isinstance(value, (*USER_ERRORS, HTTPError)):
            where = f"{self.request.method} {self.request.path}"
            app_log.error("%s: an error that is not foreseen", where, exc_info=(typ, value, tb))

    def filters(self) -> Filters:
        """What the address asks for; unknown values count as nothing."""
        given = {
            name: self.get_query_argument(name, "")[:200]
            for name in ("assignment", "lang", "cohort", "state", "anonymous")
        }
        return Filters(
            assignment=given["assignment"],
            lang=given["lang"] if given["lang"] in LANGUAGES else "",
            cohort=given["cohort"],
            state=given["state"] if given["state"] in (READ, EVERY) else TO_READ,
            anonymous=given["anonymous"] == "1",
        )


def browser_language(header: str) -> str:
    """The first language of the course that a browser asks for (Accept-Language)."""
    wishes = []
    for place, wish in enumerate(header.split(",")[:20]):
        name, _, rest = wish.strip().partition(";")
        try:
            quality = float(rest.strip().removeprefix("q=")) if rest else 1.0
        except ValueError:
            quality = 0.0
        wishes.append((-quality, place, name.split("-")[0].strip().lower()))
    return next((lang for _, _, lang in sorted(wishes) if lang in LANGUAGES), SOURCE)
