"""nbgrader's exchange over ngshare, in each learner's language: `c.ExchangeFactory` for it.

ngshare is a service of the hub. It knows who calls by the hub's token, so it needs no shared folder
and no account of the machine for each learner. Its client, `ngshare_exchange`, is installed apart:

    pip install --no-deps ngshare-exchange rapidfuzz
"""

import json
import posixpath
from pathlib import Path, PurePosixPath
from typing import Any

import ngshare_exchange

from classroom.hub import languages
from course.language import Translator


class PlainPaths:
    """Send paths as ngshare takes them.

    ngshare_exchange 0.5.3 writes `./file` where a folder has another name than the assignment, as
    a translation's folder has, and ngshare 0.6.0 refuses such a path.
    """

    def encode_dir(self, src_dir: str, ignore: Any = None) -> dict[str, Any]:
        found: dict[str, Any] = super().encode_dir(src_dir, ignore)  # type: ignore[misc]
        files = json.loads(found["files"])
        for each in files:
            each["path"] = posixpath.normpath(each["path"])
        return found | {"files": json.dumps(files)}


class ExchangeReleaseAssignment(
    languages.ReleaseLanguages, PlainPaths, ngshare_exchange.ExchangeReleaseAssignment
):
    """ngshare's release, in each language."""


class ExchangeFetchAssignment(languages.FetchLanguage, ngshare_exchange.ExchangeFetchAssignment):
    """ngshare's fetch, in the learner's language."""


class ExchangeList(languages.ListLanguages, ngshare_exchange.ExchangeList):
    """ngshare's list, with each assignment once."""


class ExchangeSubmit(languages.SubmitLanguage, PlainPaths, ngshare_exchange.ExchangeSubmit):
    """ngshare's submit, of a folder in any language, which fails where ngshare refuses it."""

    def released_notebooks(self) -> list[str]:
        folders = self.coursedir
        found = self._get_assignment_notebooks(folders.course_id, folders.assignment_id) or []
        # ngshare_exchange also releases Jupyter's copies in .ipynb_checkpoints.
        return [name for name in found if ".ipynb_checkpoints" not in PurePosixPath(name).parts]

    def copy_files(self) -> None:
        super().copy_files()
        # ngshare_exchange logs a refusal, and returns as if all was done.
        if self.timestamp is None:
            t = Translator("classroom", languages.language_of(Path(self.src_path)))
            self.fail(
                t(
                    "Not handed in: the hub's exchange has refused the folder {folder}, or did not "
                    "answer. Hand in again; if this line comes back, show it to your instructor."
                ).format(folder=Path(self.src_path).name)
            )


def ngshare_settings() -> dict[str, str]:
    """What to set in `c.ExchangeFactory`, on the instructor's side and on the learners'."""
    ours = {
        "release_assignment": ExchangeReleaseAssignment,
        "fetch_assignment": ExchangeFetchAssignment,
        "list": ExchangeList,
        "submit": ExchangeSubmit,
    }
    theirs = ("Exchange", "ExchangeCollect", "ExchangeFetchFeedback", "ExchangeReleaseFeedback")
    names = ("exchange", "collect", "fetch_feedback", "release_feedback")
    return {
        **{name: f"{each.__module__}.{each.__name__}" for name, each in ours.items()},
        **{name: f"ngshare_exchange.{each}" for name, each in zip(names, theirs, strict=True)},
    }
