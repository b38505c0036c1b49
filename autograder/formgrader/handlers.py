"""formgrader's request handlers, changed so that no submission acts in its server or stops it.

nbgrader registers the classes of these handlers, and no setting replaces them: `install` puts new
methods into them. It is called wherever a course's configuration is read by a formgrader server.

- Files of a submission are served with a sandbox policy, so that they run no script with the
  instructor's rights, and as downloads unless they are pictures, text and the like.
- The page of a submission is read and rendered in a worker process (`formgrader.shown_notebook`),
  while the server goes on to answer others.
- The links to an assignment's folders lead to the server's own address, also on a hub.
"""

import asyncio
from pathlib import Path
from typing import Any

from nbgrader.api import MissingEntry
from nbgrader.server_extensions.formgrader import handlers
from tornado import web

from autograder.formgrader.cells import RENDERED, shown_notebook
from autograder.text import words

SANDBOX = "sandbox"
"""A Content-Security-Policy without allow-scripts and allow-same-origin: the file has an origin of
its own, and nothing in it runs."""

SHOWN_KINDS = ("image/", "audio/", "video/")
SHOWN_TYPES = words(
    "text/plain text/csv text/tab-separated-values text/markdown text/x-python "
    "application/json application/pdf"
)
"""MIME types that a browser may show, except for XML such as SVG; every other is downloaded."""

FOLDER_LINKS = """<script>
linkTo = (plain => (type, path) => (place, element) => {
  const link = plain(type, path)(place, element);
  if (window === window.top) link.setAttribute("href", base_url + link.getAttribute("href"));
  return link;
})(linkTo);
</script>
"""
"""nbgrader's linkTo leaves out the server's base address in a tab of its own (nbgrader 0.9.6)."""

_show_submission = handlers.SubmissionHandler.get
_exporter = handlers.BaseHandler.exporter


def install() -> None:
    """Put the changed methods into nbgrader's classes; harmless when called again."""
    handlers.SubmissionFilesHandler.set_extra_headers = _restrict_file
    handlers.SubmissionHandler.get = _get_submission
    handlers.SubmissionHandler.exporter = property(_BoundedExporter)
    handlers.ManageAssignmentsHandler.render = _render_assignments


# Files of a submission


def _restrict_file(self: handlers.SubmissionFilesHandler, path: str) -> None:
    """Tornado's hook for the headers of a static file."""
    policy = f"{SANDBOX}; {self.content_security_policy}"
    self.set_header("Content-Security-Policy", policy)
    self.set_header("X-Content-Type-Options", "nosniff")
    if not _may_be_shown(self.get_content_type()):
        self.set_header("Content-Disposition", "attachment")


def _may_be_shown(mime: str) -> bool:
    return mime in SHOWN_TYPES or (mime.startswith(SHOWN_KINDS) and not mime.endswith("+xml"))


# The list of assignments


def _render_assignments(self: handlers.ManageAssignmentsHandler, name: str, **values: Any) -> str:
    page: str = handlers.BaseHandler.render(self, name, **values)
    return page.replace("</head>", f"{FOLDER_LINKS}</head>", 1)


# The page of a submission


@web.authenticated
@handlers.check_xsrf  # type: ignore[untyped-decorator]
@handlers.check_notebook_dir  # type: ignore[untyped-decorator]
async def _get_submission(self: handlers.SubmissionHandler, submission_id: str) -> None:
    """Read the notebook in a thread, then let nbgrader make its page of the result."""
    path = _graded_notebook(self, submission_id)
    # nbgrader redirects to an address that ends with a slash.
    if path is not None and path.exists() and self.request.path.endswith("/"):
        self.shown_notebook = await asyncio.to_thread(shown_notebook, path)
    _show_submission(self, submission_id)


def _graded_notebook(self: handlers.SubmissionHandler, submission_id: str) -> Path | None:
    try:
        submission = self.gradebook.find_submission_notebook_by_id(submission_id)
    except MissingEntry:
        return None
    folder = self.coursedir.format_path(
        self.coursedir.autograded_directory,
        submission.student.id,
        submission.assignment.assignment.name,
    )
    return Path(folder, f"{submission.notebook.name}.ipynb").absolute()


class _BoundedExporter:
    """Replaces nbgrader's exporter: exports the notebook that a worker process has read."""

    def __init__(self, handler: handlers.SubmissionHandler):
        self._handler = handler

    def from_filename(self, filename: str, resources: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        notebook, rendered = getattr(self._handler, "shown_notebook", None) or shown_notebook(
            Path(filename)
        )
        exporter = _exporter.fget(self._handler)
        page: tuple[str, dict[str, Any]] = exporter.from_notebook_node(
            notebook, resources | {RENDERED: rendered}
        )
        return page
