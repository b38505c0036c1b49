"""The pages about projects: made from templates, in all languages, with scripts allowed by hash."""

import base64
import hashlib
from pathlib import Path

from markupsafe import Markup

from autograder.errors import CourseError
from classroom.project.page_texts import texts
from course.files import write_atomic
from course.language import LANGUAGES
from course.templating import TEMPLATES, render

FOLDER = Path(__file__).parent


def page(template: str, scripts: tuple[str, ...] = (), **values: object) -> bytes:
    """A page in all languages. Every value is escaped; only the named scripts may run."""
    held = [
        (FOLDER / TEMPLATES / name).read_text(encoding="utf-8").strip()
        for name in ("language.js", *scripts)
    ]
    made = render(
        FOLDER,
        template,
        texts,
        languages=LANGUAGES,
        scripts=[Markup(each) for each in held],
        hashes=Markup(" ".join(map(_hash, held))),
        **values,
    )
    return made.encode("utf-8", "replace")


def write(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a file, whole or not at all, and its folder. Raises CourseError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, content, mode)
    except OSError as error:
        raise CourseError(
            f"{path}: cannot be written ({error.strerror}); name another folder with --out"
        ) from error


def _hash(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"
