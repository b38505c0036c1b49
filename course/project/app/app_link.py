"""The link from a notebook to the demonstration app."""

import html
from pathlib import Path
from typing import Protocol
from urllib.parse import urlencode

from course.checking.messages import GENERAL
from course.language import Translator
from course.start.parent_server import base_url, root

PLACE = "civicly"
"""The place of the app below `/ai4gov/` on the learner's Jupyter server."""


class HasFolder(Protocol):
    """A project: what is needed of it is its folder."""

    @property
    def folder(self) -> Path:
        """The folder with the team's files."""


class AppLink:
    """A link to the app, which shows itself in a notebook; `address` begins at the host."""

    def __init__(self, address: str, words: str, hint: str):
        self.address, self._words, self._hint = address, words, hint

    def __repr__(self) -> str:
        return f"{self._words}: {self.address}"

    def _repr_html_(self) -> str:
        return (
            f'<p><a href="{html.escape(self.address)}" target="_blank" rel="noopener">'
            f"{html.escape(self._words)}</a>. {html.escape(self._hint)}</p>"
        )


def show_app(project: HasFolder) -> AppLink | None:
    """The link to a page on which the project's service decides comments that are typed.

    The page is served by the Jupyter server that runs this notebook, and nobody else can open it.
    Nothing is started here: the service starts with the first comment. Without a server, one line
    says so, and None is returned.
    """
    t = Translator(GENERAL)
    folder, top, base = Path(project.folder).resolve(), root(), base_url()
    if top is None or base is None or not folder.is_relative_to(top.resolve()):
        print(
            t(
                "The page of the service needs JupyterLab: open this notebook there, and run this "
                "cell again."
            )
        )
        return None
    query = urlencode({"project": folder.relative_to(top.resolve()).as_posix(), "lang": t.lang})
    return AppLink(
        f"{base}ai4gov/{PLACE}/?{query}",
        t("Open the page of your service"),
        t("It opens in a new tab, and works as long as JupyterLab runs. Nobody else can open it."),
    )
