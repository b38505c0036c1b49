"""The desk's server: as a service that a hub starts, or on this machine with a token."""

import asyncio
import logging
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tornado.httpserver import HTTPServer
from tornado.log import access_log
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

from autograder.bounded import BoundedError
from autograder.errors import CourseError, Stopped
from autograder.formgrader.page_worker import page_worker
from classroom.desk.access import ByToken
from classroom.desk.class_progress import folders_of
from classroom.desk.handler import Desk, DeskHandler
from classroom.desk.overview import Assignments, Missing, Report, ReportFile, Start, Stop
from classroom.desk.reading_queue import Reading, ReadNote

LARGEST_FORM = 200_000
"""Bytes of a request."""

PAGES: tuple[tuple[str, type[DeskHandler]], ...] = (
    (r"", Assignments),
    (r"step", Start),
    (r"stop", Stop),
    (r"missing", Missing),
    (r"read", Reading),
    (r"read/([0-9a-f]{1,64})", ReadNote),
    (r"report", Report),
    (r"report/([A-Za-z0-9][A-Za-z0-9._-]{0,80})", ReportFile),
)


def application(
    desk: Desk,
    *,
    base: str = "/",
    token: str = "",
    port: int = 0,
    hub_auth: Any = None,
) -> Application:
    """The web application of a desk: for a hub if `hub_auth` is given, otherwise for the token."""
    access: type[RequestHandler] = ByToken
    if hub_auth:
        # JupyterHub need not be installed for a desk without a hub.
        from classroom.desk.hub_access import ByHub, Callback

        access = ByHub

    def made(page: type[DeskHandler]) -> type[RequestHandler]:
        return type(page.__name__, (page, access), {})

    settings: dict[str, Any] = {
        "desk": desk,
        "base": base,
        "course_id": desk.course_id,
        "cookie_secret": secrets.token_bytes(32),
        "xsrf_cookies": True,
        "xsrf_cookie_kwargs": {"httponly": True, "samesite": "Lax"},
        "default_handler_class": made(NotFound),
        "log_function": log_request,
    }
    handlers: list[Any] = [(base + pattern, made(page)) for pattern, page in PAGES]
    if hub_auth:
        settings["hub_auth"] = hub_auth
        handlers.append((f"{base}oauth_callback", Callback))
    else:
        settings |= {"token": token, "port": port}
    return Application(handlers, **settings)


def log_request(handler: RequestHandler) -> None:
    """Log a request as tornado does, without the query, in which the token can be."""
    status = handler.get_status()
    level = logging.ERROR if status >= 500 else logging.WARNING if status >= 400 else logging.INFO
    request = handler.request
    access_log.log(level, "%d %s %s (%s)", status, request.method, request.path, request.remote_ip)


class NotFound(DeskHandler):
    def prepare(self) -> None:
        super().prepare()
        if not self._finished:
            raise HTTPError(404)


def serve(
    course: Path,
    *,
    port: int = 0,
    lang: str = "",
    formgrader: str = "",
    tell: Callable[[str], None] = print,
) -> None:
    """Serve the desk of the course in a folder until the process is stopped. Raises CourseError.

    With JUPYTERHUB_SERVICE_URL in the environment it is a service of that hub, which says address
    and port. Otherwise it listens on 127.0.0.1 only, at a free port if none is given.
    """
    folders = folders_of(course)
    # Before there are threads: the fork server of the workers inherits nothing of them.
    try:
        page_worker().start()
    except BoundedError as error:
        raise Stopped(f"{error}; fix that and call again") from error
    desk = Desk(Path(folders.root), folders.course_id, lang)
    service = os.environ.get("JUPYTERHUB_SERVICE_URL", "")
    if service:
        if not folders.course_id:
            raise CourseError("c.CourseDirectory.course_id is not set: a hub's desk needs it")
        address = urlsplit(service)
        host, port = address.hostname or "127.0.0.1", address.port or port
        base = os.environ.get("JUPYTERHUB_SERVICE_PREFIX", "/").rstrip("/") + "/"
        desk.formgrader = formgrader or f"/services/{folders.course_id}/formgrader"
        sockets = _sockets(port, host)
        from classroom.desk.hub_access import hub_auth

        made = application(desk, base=base, hub_auth=hub_auth())
        where = f"http://{host}:{port}{base}"
    else:
        desk.formgrader = formgrader
        sockets = _sockets(port, "127.0.0.1")
        port = sockets[0].getsockname()[1]
        token = secrets.token_hex(24)
        made = application(desk, token=token, port=port)
        where = f"http://127.0.0.1:{port}/?token={token}"
    asyncio.run(_serve(made, desk, sockets, lambda: tell(where)))


def _sockets(port: int, host: str) -> list[Any]:
    try:
        return bind_sockets(port, host)
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or error
        raise CourseError(
            f"port {port}: cannot be used ({why}); name another with --port"
        ) from error


async def _serve(
    made: Application, desk: Desk, sockets: list[Any], ready: Callable[[], None]
) -> None:
    server = HTTPServer(
        made, max_buffer_size=LARGEST_FORM, xheaders=bool(made.settings["base"] != "/")
    )
    server.add_sockets(sockets)
    ready()
    try:
        await desk.jobs.run()
    finally:
        server.stop()
