"""The desk as files, for who has no server: the counts, the commands, and who is missing."""

from pathlib import Path

from autograder.errors import CourseError
from autograder.text import printable
from classroom.desk.class_progress import read_class
from classroom.desk.views import FOLDER, Filters, Views
from course.files import write_atomic
from course.language import SOURCE, Translator
from course.templating import render


def write_pages(course: Path, out: Path, lang: str) -> list[Path]:
    """Write index.html and missing.html into the folder `out`. Raises CourseError."""
    found = read_class(course)
    views = Views(Translator("classroom", lang or SOURCE), "")
    pages = [
        {"href": "index.html", "name": views.titles[""]},
        {"href": "missing.html", "name": views.titles["missing"]},
    ]
    files = {
        "index.html": ("assignments.html", views.assignments(found, Filters(), served=False)),
        "missing.html": ("missing.html", views.all_missing(found)),
    }
    try:
        out.mkdir(parents=True, exist_ok=True)
        for page, (name, (template, values)) in zip(pages, files.items(), strict=True):
            made = render(
                FOLDER,
                template,
                views.t,
                lang=views.t.lang,
                title=page["name"],
                course=printable(found.course_id),
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
