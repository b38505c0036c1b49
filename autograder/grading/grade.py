"""Grade a class: find what to grade, run a few submissions at a time, report each result."""

import fcntl
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from typing import Any

from traitlets import TraitError

from autograder import settings
from autograder.bounded import BoundedError
from autograder.errors import (
    ClusterError,
    ConfinementError,
    CourseError,
    Stopped,
    describe,
    describe_os,
)
from autograder.files import LONGEST_TIMESTAMP, linked_part, require_utf8, write_atomic
from autograder.grading.course import Course
from autograder.grading.executors import WarmPool, here, on_cluster, require_encrypted
from autograder.grading.gradebook import Writer, finish_interrupted_swap
from autograder.grading.run import read_submission
from autograder.reasons import readable_json, reason
from autograder.records import ATTENTION_NEEDED, UNCHANGED, Graded, Result, Submission
from autograder.settings import ATTENTION_FOLDER
from autograder.text import printable


def grade(
    course: Path,
    assignment: str,
    *,
    student: str | None = None,
    jobs: int | None = None,
    force: bool = False,
    isolation: str | None = None,
    cluster: str | None = None,
    no_tls: bool = False,
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
    no_tls : bool
        Also if it is another machine's and its traffic is not encrypted.
    progress : callable
        Called with each result as it comes, and with the number of submissions in all.

    Returns
    -------
    list of Result
        In the order of the students. Raises CourseError for a wrong call and where learners' code
        cannot be isolated; a submission that cannot be graded is a result like any other.
    """
    if cluster and not no_tls:
        try:
            require_encrypted(cluster)
        except ClusterError as error:
            raise CourseError(str(error)) from error
    opened = Course.open(course)
    opened.require_whole()
    force = force or bool(opened.config.Autograde.get("force", False))
    opened.require_assignment(assignment)
    students = _students(opened, assignment, student)
    with _alone(opened.root):
        for name in students:
            finish_interrupted_swap(opened.autograded(name, assignment))
        attention = _Attention(opened.root, assignment)
        waiting = [name for name in students if force or not _is_done(opened, name, assignment)]
        results = {name: Result(name, UNCHANGED) for name in students if name not in waiting}
        for result in results.values():
            progress(result, len(students))
        run = _Run(opened, assignment, attention, jobs, isolation, cluster)
        for result in run.results(waiting):
            results[result.student] = result
            progress(result, len(students))
        attention.write()
    return [results[name] for name in students]


@contextmanager
def _alone(course: Path) -> Iterator[None]:
    """Lock a course, so that no second grading writes into it; the lock ends with the process."""
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


def _students(course: Course, assignment: str, student: str | None) -> list[str]:
    folders = course.folders
    found = course.students_who_handed_in(assignment)
    found -= set(folders.student_id_exclude.split(","))
    if student is None:
        found = {name for name in found if fnmatchcase(name, folders.student_id)}
    place = course.submitted(student or folders.student_id, assignment)
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


def _is_done(course: Course, student: str, assignment: str) -> bool:
    """Whether a submission was graded and has not been handed in again since."""
    graded = course.autograded(student, assignment)
    if not any(graded.glob("*.ipynb")):
        return False
    return _timestamp(graded) == _timestamp(course.submitted(student, assignment))


def _timestamp(folder: Path) -> bytes:
    """The beginning of timestamp.txt, which is refused if it is longer than LONGEST_TIMESTAMP."""
    path = folder / "timestamp.txt"
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(LONGEST_TIMESTAMP + 1).strip()


@dataclass(frozen=True)
class _Run:
    """One call of `grade`: what to grade, how, and where reasons for attention are kept."""

    course: Course
    assignment: str
    attention: "_Attention"
    jobs: int | None
    isolation: str | None
    cluster: str | None

    def results(self, students: list[str]) -> Iterator[Result]:
        """Run submissions, and keep what comes of each as soon as it is ready."""
        if not students:
            return
        settings.require_known_steps(self.course.config)
        plan = self.course.plan(self.assignment)
        try:
            writer = Writer(self.course.folders, self.course.config)
        except TraitError as error:
            raise self.course.wrong_setting(error) from error
        limits = self.course.limits(self.assignment, self.isolation)
        submissions = [(name, partial(self._read, name)) for name in students]
        pool = WarmPool(len(students))
        if self.cluster:
            outcomes = on_cluster(self.cluster, plan, submissions, limits)
        else:
            outcomes = here(pool, plan, submissions, limits, self.jobs or os.cpu_count() or 1)
        try:
            for outcome in outcomes:
                if outcome.result.status == ATTENTION_NEEDED:
                    # Report it before its points are saved: the next run skips what has points.
                    self.attention.take(outcome.result)
                result = self._kept(writer, outcome)
                self.attention.take(result)
                yield result
        except ClusterError as error:
            raise CourseError(str(error)) from error
        except ConfinementError as error:
            raise CourseError(f"{error}; the command doctor shows what is missing") from error
        except BoundedError as error:
            raise Stopped(f"{error}; fix that and call again") from error
        finally:
            # Close the pool first, so that no thread waits for what is running in a box.
            pool.close()
            outcomes.close()
            writer.close()

    def _read(self, student: str) -> Submission:
        """A submission from its folder; a folder that is perhaps not the student's is refused."""
        folders = self.course.folders
        try:
            require_utf8(student)
        except ValueError as error:
            return Submission(student, {}, str(error))
        step = folders.submitted_directory
        if link := linked_part(folders, step, student, self.assignment):
            fault = f"{printable(link)} is a link: only a folder of the student's own is graded"
            return Submission(student, {}, fault)
        folder = self.course.submitted(student, self.assignment)
        return read_submission(folder, student, folders.ignore)

    def _kept(self, writer: Writer, outcome: Graded) -> Result:
        """The result of a submission, once its points and files are kept."""
        result = outcome.result
        if outcome.notebooks:
            try:
                result.points, result.out_of = writer.save(
                    result.student,
                    self.assignment,
                    outcome.notebooks,
                    outcome.files,
                    outcome.timestamp,
                )
            except CourseError:
                raise
            except Exception as error:
                # A full disk, a course's own rule for late work: grade the others all the same.
                shown = describe_os(getattr(error, "orig", error))
                result.reasons.append(reason("attention-fault", error=shown))
                result.status = ATTENTION_NEEDED
        return result


class _Attention:
    """The reasons for attention by student, in a file that the report reads.

    Entries of students who are not graded now stay. Each entry is written at once, because a
    submission that was graded before a run is interrupted is not run again.
    """

    def __init__(self, course: Path, assignment: str):
        self._path = course / ATTENTION_FOLDER / f"{assignment}.json"
        self._reasons: dict[str, list[dict[str, Any]]] = {}
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
        content = readable_json(self._reasons, sort_keys=True)
        try:
            self._path.parent.mkdir(exist_ok=True)
            write_atomic(self._path, content)
        except OSError as error:
            raise Stopped(
                f"{self._path}: cannot be written ({error.strerror}); what was graded is kept: "
                "fix that and call again"
            ) from error
