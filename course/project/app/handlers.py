"""The demonstration app on the learner's own Jupyter server, at `/ai4gov/civicly/`.

The server lets nobody else in, and wants its token with each form. Only a form starts the team's
service, never a link. Pages answer a form with a redirect (POST-redirect-GET). The comments typed
last are kept in memory only, except those that staff overruled.
"""

import asyncio
import secrets
import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from pydantic import ValidationError
from tornado import web

from course.errors import UserError
from course.language import LANGUAGES, SOURCE, marked
from course.project.app import app_pages, overrulings, words
from course.project.app.app_link import PLACE
from course.project.app.app_pages import Case, Frame
from course.project.app.danger import danger
from course.project.app.overrulings import OverrulingsError, Review
from course.project.app.protocol import LONGEST_COMMENT, Comment
from course.project.app.service_process import Services, WorkerError
from course.project.names import CHECKPOINTS, DEPARTMENTS, FOLDER, OWN
from course.project.project_files import MODEL, Files, InFolder
from course.start import home
from course.start.chosen_language import chosen

MODELS = ("choices.yml", MODEL)
"""Files of which a project with a model has at least one."""

HOLD_SECONDS = 12.0
"""How long a page waits for a decision before it says that the service is starting."""

MOST_CASES = 100
"""Typed comments that are kept in memory, the latest."""

FEWEST_WORDS, LONGEST_REASON = 3, 500
"""Words, and characters, of a reason to overrule."""


class App:
    """What the handlers of a server share."""

    def __init__(self, services: Services | None = None, hold: float = HOLD_SECONDS):
        self.services = services or Services()
        self.hold = hold
        self._cases: OrderedDict[str, Case] = OrderedDict()
        self._asked: dict[str, asyncio.Task[None]] = {}

    def open(self, folder: Path, project: str, comment: Comment, lang: str) -> Case:
        """Keep a comment, and ask the service of a project's folder about it, in a thread."""
        found = danger(comment.text)
        case = Case(secrets.token_urlsafe(12), project, comment, found, lang=lang)
        self._cases[case.id] = case
        while len(self._cases) > MOST_CASES:
            self._cases.popitem(last=False)
        self._asked[case.id] = asyncio.ensure_future(self._ask(folder, case, lang))
        return case

    async def case(self, id: str) -> Case | None:
        """A comment that was kept, when its decision is there or after `hold` seconds."""
        case = self._cases.get(id)
        if task := self._asked.get(id):
            await asyncio.wait({task}, timeout=self.hold)
        return case

    async def _ask(self, folder: Path, case: Case, lang: str) -> None:
        loop, answered = asyncio.get_running_loop(), asyncio.Event()

        def ask() -> None:
            try:
                case.decision = self.services.of(folder).decide(case.comment, lang)
            except WorkerError as error:
                case.error = error
            except Exception:
                # No process can be started, say.
                case.error = WorkerError("ended")
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(answered.set)

        # A daemon: a server that is stopped does not wait for it, as it would for an executor's.
        threading.Thread(target=ask, daemon=True).start()
        await answered.wait()
        self._asked.pop(case.id, None)


class _AppHandler(JupyterHandler):
    def initialize(self, app: App) -> None:
        self.app = app

    @cached_property
    def nonce(self) -> str:
        """Allows the one script of a waiting page; the headers are made before `initialize`."""
        return secrets.token_urlsafe(16)

    @property
    def content_security_policy(self) -> str:
        return (
            f"{super().content_security_policy}; default-src 'none'; img-src data:; "
            "font-src data:; style-src 'unsafe-inline'; "
            f"script-src 'nonce-{self.nonce}'; form-action 'self'; base-uri 'none'"
        )

    @property
    def top(self) -> Path:
        return Path(self.settings["server_root_dir"]).expanduser().resolve()

    def folder(self, project: str) -> Path:
        """The folder of a project that a request names, inside the server's. Raises HTTPError."""
        try:
            folder = (self.top / project).resolve()
            sound = folder.name == FOLDER and folder.is_relative_to(self.top) and folder.is_dir()
        except (OSError, ValueError):
            sound = False
        if not sound:
            raise web.HTTPError(404)
        return folder

    def known_project(self) -> str:
        """The project that a request names, for the links of a page; empty if there is none."""
        project = self.get_argument("project", "")
        try:
            self.folder(project)
        except web.HTTPError:
            return ""
        return project

    def frame(self, project: str = "") -> Frame:
        """What the page needs; the language is the one asked for, the notebook's, or the chosen."""
        asked = [self.get_argument("lang", "")]
        if project:
            asked.append(marked((self.top / project).parent))
        asked.append(chosen())
        lang = next((each for each in asked if each in LANGUAGES), SOURCE)
        return Frame(lang, project, self.xsrf_token.decode(), self.nonce)

    def send(self, html: str, status: int = 200) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Referrer-Policy", "same-origin")
        self.finish(html.encode("utf-8", "replace"))

    def go(self, to: str, **query: str) -> None:
        """Redirect to a page of the app after a form."""
        self.redirect(f"{self.settings['ai4gov_civicly']}{to}?{urlencode(query)}", status=303)

    def write_error(self, status_code: int, **about: Any) -> None:
        if status_code == 404:
            self.send(app_pages.message_page(self.frame(), "not_found"), 404)
        elif status_code == 403 and self.request.method == "POST" and self.current_user:
            self.send(app_pages.message_page(self.frame(self.known_project()), "expired"), 403)
        else:
            super().write_error(status_code, **about)


class FormHandler(_AppHandler):
    """`civicly/`: the form for a comment, or the projects to choose from."""

    @web.authenticated
    async def get(self) -> None:
        project = self.get_query_argument("project", "")
        if not project:
            found = await asyncio.to_thread(lambda: list(projects(self.top)))
            if len(found) != 1:
                self.send(app_pages.projects_page(self.frame(), found))
                return
            project = found[0]
        folder = self.folder(project)
        obstacle = await asyncio.to_thread(_obstacle, folder)
        own_code = (folder / MODEL).is_file()
        self.send(app_pages.form_page(self.frame(project), {}, "", obstacle, own_code))


class DecideHandler(_AppHandler):
    """`civicly/decide`: the form's comment; leads to the page of its decision."""

    @web.authenticated
    async def post(self) -> None:
        project = self.get_body_argument("project", "")
        folder, frame = self.folder(project), self.frame(project)
        values = {
            name: self.get_body_argument(name, "")[: 4 * LONGEST_COMMENT]
            for name in ("text", "language", "district")
        }
        values["text"] = values["text"].replace("\r\n", "\n").strip()
        mistake = "no_text" if not values["text"] else ""
        try:
            comment = Comment.model_validate(values) if values["text"] else None
        except ValidationError:
            mistake, comment = "long_text", None
        if comment is None:
            own_code = (folder / MODEL).is_file()
            self.send(app_pages.form_page(frame, values, mistake, own_code=own_code), 422)
            return
        case = self.app.open(folder, project, comment, frame.lang)
        self.go("case", id=case.id, project=project, lang=frame.lang)


class CaseHandler(_AppHandler):
    """`civicly/case`: what the service says about a comment."""

    @web.authenticated
    async def get(self) -> None:
        case = await self.app.case(self.get_query_argument("id", ""))
        if case is None:
            self.send(app_pages.message_page(self.frame(self.known_project()), "gone"), 404)
            return
        self.send(app_pages.case_page(self.frame(case.project), case))


class ReviewHandler(_AppHandler):
    """`civicly/review`: staff confirm a decision or overrule it; it is recorded once."""

    @web.authenticated
    async def post(self) -> None:
        case = await self.app.case(self.get_body_argument("id", ""))
        if case is None or case.decision is None:
            self.send(app_pages.message_page(self.frame(self.known_project()), "gone"), 404)
            return
        folder, frame = self.folder(case.project), self.frame(case.project)
        if case.review is None:
            given = {
                name: self.get_body_argument(name, "")[:LONGEST_REASON]
                for name in ("answer", "department", "urgency", "reason")
            }
            review, mistake = _review(case, given)
            if review is None:
                case.values = given
                self.send(app_pages.case_page(frame, case, mistake), 422)
                return
            # Before the file is written: a form that is sent twice is recorded once.
            case.review = review
            try:
                await asyncio.to_thread(overrulings.record, folder, review)
            except OverrulingsError as error:
                case.review = None
                t = words.translator(frame.lang)
                problem = f"{words.file_error(error, t)} {t('Nothing was recorded.')}"
                self.send(app_pages.case_page(frame, case, problem=problem), 409)
                return
        if case.review.answer == overrulings.OVERRULED:
            self.go("overrulings", project=case.project, lang=frame.lang, said="1")
        else:
            self.go("case", id=case.id, project=case.project, lang=frame.lang)


class OverrulingsHandler(_AppHandler):
    """`civicly/overrulings`: how often the service was overruled, by language, and each time."""

    @web.authenticated
    async def get(self) -> None:
        project = self.get_query_argument("project", "")
        folder, frame = self.folder(project), self.frame(project)
        problem, reviews = "", []
        try:
            reviews = await asyncio.to_thread(overrulings.read, folder)
        except OverrulingsError as error:
            problem = words.file_error(error, words.translator(frame.lang))
        said = self.get_query_argument("said", "") == "1"
        self.send(app_pages.overrulings_page(frame, reviews, problem, said and not problem))


def _review(case: Case, given: dict[str, str]) -> tuple[Review | None, str]:
    """The answer of a form as a row, or the name of what is wrong with it."""
    decision = case.decision
    assert decision is not None
    # What the service said by itself, and what the page shows, which looks for signs of danger too.
    of_service = words.urgency_of(decision, False)
    urgency = words.urgency_of(decision, bool(case.danger))
    about = {
        "at": overrulings.now(),
        "language": decision.language,
        "district": case.comment.district,
        "department": decision.department,
        "confidence": f"{decision.confidence:.3f}",
        "urgency": of_service,
    }
    if given["answer"] == overrulings.CONFIRMED:
        return Review(
            **about,
            answer=overrulings.CONFIRMED,
            staff_department=decision.department,
            staff_urgency=urgency,
        ), ""
    reason = " ".join(given["reason"].split())
    if given["department"] not in DEPARTMENTS:
        return None, "no_department"
    chosen = (given["department"], given["urgency"])
    if given["urgency"] not in overrulings.URGENCIES or chosen == (decision.department, urgency):
        return None, "no_change"
    if chosen == (decision.department, of_service):
        # Staff disagree with the page's words of danger, not with the service.
        return Review(
            **about,
            answer=overrulings.CONFIRMED,
            staff_department=chosen[0],
            staff_urgency=chosen[1],
        ), ""
    if len(reason.split()) < FEWEST_WORDS:
        return None, "no_reason"
    return Review(
        **about,
        answer=overrulings.OVERRULED,
        staff_department=given["department"],
        staff_urgency=given["urgency"],
        reason=reason,
        text=case.comment.text,
    ), ""


def _obstacle(folder: Path) -> str:
    """Why a project has no service for this page: a name of words.messages; empty if it has one."""
    with suppress(UserError):
        if Files(InFolder(folder)).way == OWN:
            return "own_data"
    return "" if any((folder / name).is_file() for name in MODELS) else "no_model"


def projects(top: Path) -> Iterator[str]:
    """The projects below a server's folder, as paths inside it; the latest checkpoint first."""
    release = top / "release"
    found = home.home_of(top) or (release if home.languages_in(release) else top)
    for slug in reversed(CHECKPOINTS):
        folders = [slug, *(f"{slug}.{lang}" for lang in LANGUAGES)]
        folders += [f"{lang}/{slug}" for lang in LANGUAGES]
        for name in folders:
            folder = found / name / FOLDER
            if folder.is_dir() and folder.resolve().is_relative_to(top):
                yield folder.relative_to(top).as_posix()


def add_handlers(web_app: web.Application, app: App | None = None) -> None:
    """Put the pages of the app onto a Jupyter server."""
    base = url_path_join(web_app.settings["base_url"], "ai4gov", PLACE) + "/"
    web_app.settings["ai4gov_civicly"] = base
    shared = {"app": app or App()}
    web_app.add_handlers(
        ".*$",
        [
            (base.rstrip("/"), web.RedirectHandler, {"url": base}),
            (base, FormHandler, shared),
            (f"{base}decide", DecideHandler, shared),
            (f"{base}case", CaseHandler, shared),
            (f"{base}review", ReviewHandler, shared),
            (f"{base}overrulings", OverrulingsHandler, shared),
        ],
    )


def _load_jupyter_server_extension(server: Any) -> None:
    add_handlers(server.web_app)
