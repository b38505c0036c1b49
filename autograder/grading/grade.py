"""Grading a class: what is to be done, done a few at a time, and told as it goes."""

import fcntl
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from traitlets import TraitError
from traitlets.config import Config

from autograder import settings
from autograder.bounded import BoundedError
from autograder.errors import ConfinementError, CourseError, Stopped
from autograder.grading import executors as spread
from autograder.grading.gradebook import Writer, tidy
from autograder.grading.plan import LONGEST_TIMESTAMP, linked_part, make_plan, require_utf8
from autograder.grading.run import (
    ATTENTION_NEEDED,
    UNCHANGED,
    Outcome,
    Result,
    Submission,
    read_submission,
)
from autograder.pages.reading import students_in
from autograder.reasons import readable_json, reason
from autograder.settings import ATTENTION_FOLDER
from autograder.text import printable
from course.errors import describe
from course.files import write_whole


def grade(
    course: Path,
    assignment: str,
    *,
    student: str | None = None,
    jobs: int | None = None,
    force: bool = False,
    isolation: str | None = None,
    cluster: str | None = None,
    progress: Callable[[Result, int], None] = lambda result, total: None,
) -> list[Result]:
    """Grade what was handed in for an assignment of the nbgrader course in `course`.

    Parameters
    ----------
    course : Path
        A folder with nbgrader_config.py and submitted/, or whose settings say where they are.
    student : str, optional
        Only this one.
    jobs : int, optional
        Submissions at a time; by default one for each processor.
    force : bool
        Grade again what is graded and unchanged.
    isolation : str, optional
        The level below which nothing is graded; by default the course's own.
    cluster : str, optional
        Address of a Dask scheduler whose workers run the submissions.
    progress : callable
        Told of each result as it comes, with the number of submissions in all.

    Returns
    -------
    list of Result
        In the order of the students. Raises CourseError for a wrong call and where learners' code
        cannot be isolated; a submission that cannot be graded is a result like any other.
    """
    coursedir, config = settings.open_course(course)
    course = Path(coursedir.root)
    settings.require_whole(coursedir)
    force = force or bool(config.Autograde.get("force", False))
    settings.require_assignment(coursedir, assignment)
    students = _students(coursedir, assignment, student)
    with _alone(course):
        for name in students:
            tidy(_graded(coursedir, name, assignment))
        attention = _Attention(course, assignment)
        waiting = [name for name in students if force or not _is_done(coursedir, name, assignment)]
        results = {name: Result(name, UNCHANGED) for name in students if name not in waiting}
        for result in results.values():
            progress(result, len(students))
        for result in _run_all(
            coursedir, config, assignment, waiting, jobs, isolation, cluster, attention
        ):
            results[result.student] = result
            progress(result, len(students))
        attention.write()
    return [results[name] for name in students]


@contextmanager
def _alone(course: Path) -> Iterator[None]:
    """Hold a course, so that no second grading writes into it; the system lets go when we end."""
    folder = os.open(course, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise CourseError(
            f"{course} is being graded by another command; call again when it has ended"
        ) from None
    finally:
        os.close(folder)


def _students(coursedir: CourseDirectory, assignment: str, student: str | None) -> list[str]:
    found = students_in(coursedir, coursedir.submitted_directory, assignment)
    found -= set(coursedir.student_id_exclude.split(","))
    if student is None:
        found = {name for name in found if fnmatchcase(name, coursedir.student_id)}
    place = coursedir.format_path(
        coursedir.submitted_directory, student or coursedir.student_id, assignment
    )
    if student is None:
        if not found:
            raise CourseError(
                f"nobody has handed in {assignment} (in {place}); "
                f"call first: nbgrader collect {assignment}"
            )
        return sorted(found)
    if student not in found:
        raise CourseError(f"{student!r} has not handed in {assignment} (in {place})")
    return [student]


def _handed_in(coursedir: CourseDirectory, student: str, assignment: str) -> Path:
    return Path(coursedir.format_path(coursedir.submitted_directory, student, assignment))


def _graded(coursedir: CourseDirectory, student: str, assignment: str) -> Path:
    return Path(coursedir.format_path(coursedir.autograded_directory, student, assignment))


def _is_done(coursedir: CourseDirectory, student: str, assignment: str) -> bool:
    """Whether a submission was graded and has not been handed in again since."""
    graded = _graded(coursedir, student, assignment)
    if not any(graded.glob("*.ipynb")):
        return False
    return _timestamp(graded) == _timestamp(_handed_in(coursedir, student, assignment))


def _timestamp(folder: Path) -> bytes:
    """The beginning of timestamp.txt, which is refused if it is longer than LONGEST_TIMESTAMP."""
    path = folder / "timestamp.txt"
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(LONGEST_TIMESTAMP + 1).strip()


def _run_all(
    coursedir: CourseDirectory,
    config: Config,
    assignment: str,
    students: list[str],
    jobs: int | None,
    isolation: str | None,
    cluster: str | None,
    attention: "_Attention",
) -> Iterator[Result]:
    """Run the submissions and keep what comes of them, one after the other as they are ready."""
    if not students:
        return
    settings.require_known_steps(config)
    try:
        with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
            plan = make_plan(gradebook, coursedir, assignment, config)
        settings.require_python(plan)
        writer = Writer(coursedir, config)
    except TraitError as error:
        raise CourseError(f"{Path(coursedir.root, settings.CONFIG)}: {describe(error)}") from error
    except (OSError, ValueError) as error:
        raise CourseError(f"the assignment cannot be read: {describe(error)}") from error

    limits = settings.limits(config, assignment, settings.minimum_level(config, isolation))
    submissions = [(name, partial(_read, coursedir, name, assignment)) for name in students]
    warm = spread.Warm(len(students))
    if cluster:
        outcomes = spread.on_cluster(cluster, plan, submissions, limits)
    else:
        outcomes = spread.here(warm, plan, submissions, limits, jobs or os.cpu_count() or 1)
    try:
        for outcome in outcomes:
            if outcome.result.status == ATTENTION_NEEDED:
                # First: once its points are kept, nothing asks again what was wrong with it.
                attention.take(outcome.result)
            result = _kept(writer, assignment, outcome)
            attention.take(result)
            yield result
    except spread.ClusterError as error:
        raise CourseError(str(error)) from error
    except ConfinementError as error:
        raise CourseError(f"{error}; `ai4gov doctor` shows what is missing") from error
    except BoundedError as error:
        raise Stopped(f"{error}; mend it and call again") from error
    finally:
        # The warm process first: whoever runs something in it is not waited for.
        warm.close()
        outcomes.close()
        writer.close()


def _read(coursedir: CourseDirectory, student: str, assignment: str) -> Submission:
    """A submission from its folder, which is refused when it may not be the student's own."""
    try:
        require_utf8(student)
    except ValueError as error:
        return Submission(student, {}, str(error))
    if link := linked_part(coursedir, coursedir.submitted_directory, student, assignment):
        fault = f"{printable(link)} is a link: only a folder of the student's own is graded"
        return Submission(student, {}, fault)
    folder = _handed_in(coursedir, student, assignment)
    return read_submission(folder, student, coursedir.ignore)


def _kept(writer: Writer, assignment: str, outcome: Outcome) -> Result:
    """The result of a submission, once its points and files are kept."""
    result = outcome.result
    if outcome.notebooks:
        try:
            result.points, result.out_of = writer.save(
                result.student, assignment, outcome.notebooks, outcome.files, outcome.timestamp
            )
        except CourseError:
            raise
        except Exception as error:
            # A full disk, a course's own rule for late work: the others are not to wait for it.
            shown = describe(getattr(error, "orig", error))
            result.reasons.append(reason("attention-fault", error=shown))
            result.status = ATTENTION_NEEDED
    return result


class _Attention:
    """Who needs a person and why, for the report; of those not graded now it stays.

    Kept as grading goes on: what is graded when a run is cut off is not run again.
    """

    def __init__(self, course: Path, assignment: str):
        self._path = course / ATTENTION_FOLDER / f"{assignment}.json"
        self._reasons: dict[str, list] = {}
        if self._path.is_file():
            try:
                self._reasons = dict(json.loads(self._path.read_text(encoding="utf-8")))
            except (OSError, ValueError, TypeError) as error:
                raise CourseError(
                    f"{self._path}: cannot be read ({describe(error)}); "
                    "remove it, and call again with --force"
                ) from error

    def take(self, result: Result) -> None:
        """Keep why this submission needs a person, or that it no longer does."""
        found = list(result.reasons) if result.status == ATTENTION_NEEDED else []
        if self._reasons.get(result.student, []) != found:
            self._reasons |= {result.student: found}
            if not found:
                del self._reasons[result.student]
            self.write()

    def write(self) -> None:
        told = readable_json(self._reasons, sort_keys=True)
        try:
            self._path.parent.mkdir(exist_ok=True)
            write_whole(self._path, told)
        except OSError as error:
            raise Stopped(
                f"{self._path}: cannot be written ({error.strerror}); what was graded is kept: "
                "mend it and call again"
            ) from error
