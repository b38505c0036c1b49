"""The desk as files, for who has no server: the counts, the commands, and who is missing."""

from pathlib import Path

from autograder.errors import CourseError
from autograder.text import printable
from classroom.desk.standing import read_class
from classroom.desk.views import Filters, Views
from classroom.pages.templates import render
from course.files import write_atomic
from course.language import SOURCE, Translator


def write_pages(course: Path, out: Path, lang: str) -> list[Path]:
    """Write index.html and missing.html into the folder `out`. Raises CourseError."""
    found = read_class(course)
    views = Views(Translator("classroom", lang or SOURCE), "")
    pages = [
        {"href": "index.html", "name": views.words["assignments"]},
        {"href": "missing.html", "name": views.words["missing"]},
    ]
    files = {
        "index.html": ("assignments", views.assignments(found, Filters(), served=False)),
        "missing.html": ("missing", views.all_missing(found)),
    }
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, (page, values) in files.items():
            made = render(
                f"desk/{page}.html",
                lang=views.t.lang,
                title=views.words[page],
                course=printable(found.course_id),
                words=views.words,
                pages=[each | {"here": each["href"] == name} for each in pages],
                base="",
                served=False,
                nonce="",
                xsrf="",
                **values,
            )
            write_atomic(out / name, made.encode("utf-8", "replace"))
    except OSError as error:
        raise CourseError(f"{out}: cannot be written ({error.strerror}); name another") from error
    return [out / name for name in files]
