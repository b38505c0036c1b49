"""Write a report: the page, the tables, and the files for other gradebooks."""

from collections.abc import Mapping
from pathlib import Path

from autograder.bounded import BoundedError
from autograder.errors import CourseError, Stopped
from autograder.formgrader.page_worker import page_worker
from autograder.grading.course import Course
from classroom.pages.report import gradebooks, tables
from classroom.pages.report.by_competency import by_competency
from classroom.pages.report.items import by_language, can_be_compared, item_analysis
from classroom.pages.report.reading_course import assignment_names, read_class
from classroom.pages.report.report_page import ReportData, report_page
from classroom.pages.report.results import SMALLEST_GROUP, ClassResults
from classroom.pages.report.sentences import Sentences, sentences
from classroom.pages.report.unnamed import unnamed
from course import language
from course.files import write_atomic


def write_report(
    course: Path,
    out: Path,
    lang: str = "en",
    messages: Mapping[str, str] | None = None,
    cohort: str = "",
) -> list[Path]:
    """Write report.html and its tables into the folder `out`.

    Parameters
    ----------
    course : Path
        An nbgrader course with a gradebook.
    out : Path
        The folder; it is made when it is not there.
    lang : str
        The language of the page and of the sentences in messages.csv. Numbers in the CSV files
        have a decimal point, and states and titles are in English in every language.
    messages : mapping of code to English sentence
        For messages that stand in none of the checks that the course's configuration names.
    cohort : str
        The report is about the learners of this cohort in the class list; empty: about all.

    Returns
    -------
    list of Path
        report.html, grades.csv, exercises.csv, messages.csv, competencies.csv, wrong-answers.csv,
        moodle.csv and canvas.csv. Raises CourseError; then nothing is written.
    """
    if lang not in language.LANGUAGES:
        raise CourseError(
            f"no language {lang!r}; a report can be in {', '.join(language.LANGUAGES)}"
        )
    opened = Course.open(course)
    # Before the gradebook is opened: the fork server inherits nothing of it.
    try:
        page_worker().start()
    except BoundedError as error:
        raise Stopped(f"{error}; fix that and call again") from error
    checks = opened.config.Execute.get("checks_directory", "")
    said = {
        name: sentences(Path(opened.root, checks, name) if checks else None, name, messages)
        for name in assignment_names(opened)
    }
    found = analyse(read_class(opened, said, lang, cohort), said)
    files = {
        "report.html": report_page(found, lang),
        "grades.csv": tables.as_csv(tables.GRADES, tables.grades(found.about)),
        "exercises.csv": tables.as_csv(
            tables.EXERCISES, () if found.small else tables.exercises(found.about, found.items)
        ),
        "messages.csv": tables.as_csv(
            tables.MESSAGES, () if found.small else tables.messages(found.about, said, lang)
        ),
        "competencies.csv": tables.as_csv(
            tables.COMPETENCIES, tables.competencies(found.competencies)
        ),
        "wrong-answers.csv": tables.as_csv(
            tables.UNNAMED, () if found.small else tables.unnamed(found.unnamed)
        ),
        "moodle.csv": gradebooks.moodle(found.about),
        "canvas.csv": gradebooks.canvas(found.about),
    }
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            write_atomic(out / name, content, mode=0o640)
        return [out / name for name in files]
    except OSError as error:
        raise CourseError(f"{out}: cannot be written ({error.strerror}); name another") from error


def analyse(about: ClassResults, said: Mapping[str, Sentences]) -> ReportData:
    """All that a report says of a class; of a cohort below SMALLEST_GROUP, only of each learner."""
    looks = sum(map(can_be_compared, about.assignments))
    small = bool(about.cohort) and len(about.learners) < SMALLEST_GROUP
    return ReportData(
        about,
        said,
        items={each.name: [] if small else item_analysis(each) for each in about.assignments},
        languages={each.name: by_language(each, looks) for each in about.assignments},
        competencies=by_competency(about),
        unnamed={each.name: unnamed(each) for each in about.assignments},
        looks=looks,
        small=small,
    )
