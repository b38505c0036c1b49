"""The start page at a fixed address of a Jupyter server, `/ai4gov/start.html`: a server extension.

JupyterLab's own address for the file, `/files/start.html`, refuses whoever comes from a bookmark.
Here the page is made anew at each visit, and takes everything along and brings it back without
JupyterLab, for a phone or a screen reader. Everything else is as in the file. A form is answered
with the way to the page (POST-redirect-GET), so that reloading the page sends nothing again.
"""

import asyncio
import os
import tempfile
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web
from traitlets.config import Config

from course import places
from course.checking.messages import GENERAL
from course.errors import UserError
from course.language import LANGUAGES, Translator
from course.routes import routes
from course.start import carry, home, hub_assignments
from course.start import learner_pages as pages
from course.start.chosen_language import choose, chosen
from course.start.parent_server import ONE_THREAD, PROCESS

POLICY = (
    "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; "
    "form-action 'self'; base-uri 'none'"
)
LARGEST_UPLOAD = carry.LARGEST_TOTAL

CLOSED = 1200
"""Seconds after which the kernel of a notebook that nobody has open is ended."""

WAITS = 60.0
"""Seconds for which an answer waits for the page that says it."""


class Answers:
    """The answers to forms, until the next page of the same login says them once.

    They are kept in memory: no address can bring a sentence of somebody else's onto the page, and
    names of files may be longer than a cookie.
    """

    def __init__(self) -> None:
        self._waiting: dict[str, tuple[float, pages.Served]] = {}

    def keep(self, login: str, answer: pages.Served) -> None:
        now = time.monotonic()
        recent = {one: kept for one, kept in self._waiting.items() if now < kept[0]}
        self._waiting = {**recent, login: (now + WAITS, answer)}

    def take(self, login: str) -> pages.Served:
        until, answer = self._waiting.pop(login, (0.0, pages.Served()))
        return answer if time.monotonic() < until else pages.Served()


class _Handler(JupyterHandler):
    """What the pages share: the learner's home is below the server's top folder, or that itself."""

    def initialize(self, answers: Answers) -> None:
        self.answers = answers

    @property
    def content_security_policy(self) -> str:
        return f"{super().content_security_policy}; {POLICY}"

    @property
    def top(self) -> Path:
        return Path(self.settings["server_root_dir"]).expanduser().resolve()

    @property
    def folder(self) -> Path:
        # On Binder, the course is in the folder `release` of the repository.
        below = self.top / "release"
        found = home.home_of(self.top)
        return found or (below if home.languages_in(below) else self.top)

    def link(self, path: str, cell: str) -> str:
        """As in the file, for a page one level below the server's base address."""
        inside = (self.folder / path).relative_to(self.top).as_posix()
        link = f"../notebooks/{quote(inside)}"
        return f"{link}#cell-id={quote(cell)}" if cell else link

    def file(self, path: str) -> str:
        return f"../files/{quote((self.folder / path).relative_to(self.top).as_posix())}"

    def see_page(self, said: str = "", proposed: str = "") -> None:
        """Answer with the way to the start page, which lies beside each form's own address."""
        answer = pages.Served(said=said, proposed=proposed)
        self.answers.keep(self.current_user.username, answer)
        self.redirect(pages.PAGE, status=303)


def _language(folder: Path) -> str:
    lang = pages.language_of_page()
    there = home.languages_in(folder)
    return lang if lang in there or not there else there[0]


class PageHandler(_Handler):
    """`/ai4gov/start.html` and `/ai4gov/completion-record.html`."""

    @web.authenticated
    async def get(self, name: str) -> None:
        # A link to a course that is opened for the first time, on Binder, names its language.
        asked = self.get_query_argument("lang", "")
        if asked in LANGUAGES and not chosen():
            with suppress(OSError):
                choose(asked)

        is_start = name == pages.PAGE
        answer = self.answers.take(self.current_user.username) if is_start else pages.Served()
        form = replace(answer, token=self.xsrf_token.decode())

        def make() -> str:
            lang = _language(self.folder)
            there = pages.learner_home(self.folder, lang, hub_assignments.look_up(self.folder))
            if is_start:
                return pages.start_page(there, self.link, self.file, form)
            return pages.completion_record(there)

        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(await asyncio.to_thread(make))


class TakeHandler(_Handler):
    """`/ai4gov/take-along.zip`: all progress and work, made now."""

    @web.authenticated
    async def get(self) -> None:
        def make() -> tuple[str, bytes]:
            with tempfile.TemporaryDirectory() as place:
                name = carry.file_name()
                taken = carry.take_along(self.folder, Path(place, name), _language(self.folder))
                return name, taken.path.read_bytes()

        try:
            name, content = await asyncio.to_thread(make)
        except UserError as error:
            self.see_page(str(error))
            return
        self.set_header("Content-Type", "application/zip")
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.set_header("Cache-Control", "no-store")
        self.finish(content)


class BringHandler(_Handler):
    """`/ai4gov/bring-back`: the file that the form of the page sends."""

    @web.authenticated
    async def post(self) -> None:
        given = self.request.files.get("packed", [])
        lang = _language(self.folder)
        t = Translator(GENERAL, lang)
        if not given or len(given[0]["body"]) > LARGEST_UPLOAD:
            self.see_page(t("Choose the file first."))
            return
        try:
            said = await asyncio.to_thread(pages.bring_back, given[0]["body"], self.folder, lang)
        except (OSError, UserError) as error:
            said = str(error)
        self.see_page(said)


class LanguageHandler(_Handler):
    """`/ai4gov/language`: keep a language."""

    @web.authenticated
    async def post(self) -> None:
        lang = self.get_body_argument("lang", "")
        said = ""
        if lang in LANGUAGES:
            try:
                await asyncio.to_thread(pages.use_language, self.folder, lang)
            except (OSError, UserError) as error:
                said = str(error)
        self.see_page(said)


class RouteHandler(_Handler):
    """`/ai4gov/route`: keep a route, or propose one from the answers to the questions."""

    @web.authenticated
    async def post(self) -> None:
        t = Translator(GENERAL, _language(self.folder))
        key = self.get_body_argument("route", "")
        if not key:
            ticked = self.get_body_arguments("true")
            true = [place for place in range(len(routes().questions)) if str(place) in ticked]
            found = routes().proposed(true)
            said = "" if found else t("Tick at least one sentence that is true of you.")
            self.see_page(said, found.key if found else "")
            return
        said = ""
        try:
            await asyncio.to_thread(pages.use_route, self.folder, key)
        except ValueError:
            said = t("There is no such route.")
        except (OSError, UserError) as error:
            said = str(error)
        self.see_page(said)


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    # The second one is the demonstration app of the project, /ai4gov/civicly/.
    return [{"module": "course.start.served_pages"}, {"module": "course.project.app.handlers"}]


def _link_jupyter_server_extension(server: Any) -> None:
    """Give Notebook 7, which Jupyter links after this, settings of its own: the reading layout.

    And end kernels of closed notebooks, for memory is short on Binder and on a hub.

    Under JupyterLab's address it would read JupyterLab's settings. What somebody has configured
    stays.
    """
    settings = places.PACKAGE / "jupyter" / "reading"
    reading = Config({"app_url": "/reading", "app_settings_dir": str(settings)})
    reading.merge(server.config.JupyterNotebookApp)
    server.config.JupyterNotebookApp = reading
    # Each notebook is a tab of its own, and closing it leaves its kernel: end it after a while.
    kernels = Config({"cull_idle_timeout": CLOSED, "cull_interval": 120})
    kernels.merge(server.config.MappingKernelManager)
    server.config.MappingKernelManager = kernels


def _load_jupyter_server_extension(server: Any) -> None:
    os.environ[PROCESS] = str(os.getpid())
    # Kernels inherit them. A number that an administrator has set is kept.
    for name, value in ONE_THREAD.items():
        os.environ.setdefault(name, value)
    base = url_path_join(server.web_app.settings["base_url"], "ai4gov")
    names = "|".join((pages.PAGE, pages.COMPLETION_RECORD)).replace(".", r"\.")
    shared = {"answers": Answers()}
    server.web_app.add_handlers(
        ".*$",
        [
            (url_path_join(base, f"({names})"), PageHandler, shared),
            (url_path_join(base, r"take-along\.zip"), TakeHandler, shared),
            (url_path_join(base, "bring-back"), BringHandler, shared),
            (url_path_join(base, "language"), LanguageHandler, shared),
            (url_path_join(base, "route"), RouteHandler, shared),
        ],
    )
