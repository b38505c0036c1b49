"""Grading a class: what is to be done, done a few at a time, and told as it goes."""

import json
import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from autograder import settings
from autograder.reasons import reason
from autograder.run import ATTENTION_NEEDED, UNCHANGED, Result, run
from autograder.settings import ATTENTION_FOLDER, CourseError
from course.files import write_whole


def grade(
    course: Path,
    assignment: str,
    *,
    student: str | None = None,
    jobs: int | None = None,
    force: bool = False,
    progress: Callable[[Result, int], None] = lambda result, total: None,
) -> list[Result]:
    """Grade what was handed in for an assignment of the nbgrader course in `course`.

    Parameters
    ----------
    course : Path
        A folder with nbgrader_config.py and submitted/.
    student : str, optional
        Only this one.
    jobs : int, optional
        Submissions at a time; by default one for each processor.
    force : bool
        Grade again what is graded and unchanged.
    progress : callable
        Told of each result as it comes, with the number of submissions in all.

    Returns
    -------
    list of Result
        In the order of the students. Raises CourseError for a wrong call; a submission
        that cannot be graded is a result like any other.
    """
    course = course.resolve()
    coursedir, _ = settings.open_course(course)
    settings.require_assignment(coursedir, assignment)
    students = _students(course, assignment, student)
    waiting = [name for name in students if force or not _is_done(course, assignment, name)]
    results = {name: Result(name, UNCHANGED) for name in students if name not in waiting}
    for result in results.values():
        progress(result, len(students))
    for result in _run_all(course, assignment, waiting, jobs or os.cpu_count() or 1):
        results[result.student] = result
        progress(result, len(students))
    ordered = [results[name] for name in students]
    _write_attention(course, assignment, ordered)
    return ordered


def _students(course: Path, assignment: str, student: str | None) -> list[str]:
    found = sorted(path.parent.name for path in (course / "submitted").glob(f"*/{assignment}"))
    if student is None:
        if not found:
            raise CourseError(
                f"nobody has handed in {assignment} (in {course / 'submitted'}); "
                f"call first: nbgrader collect {assignment}"
            )
        return found
    if student not in found:
        raise CourseError(f"{student!r} has not handed in {assignment} (in {course / 'submitted'})")
    return [student]


def _is_done(course: Path, assignment: str, student: str) -> bool:
    """Whether a submission was graded and has not been handed in again since."""
    graded = course / "autograded" / student / assignment
    handed_in = course / "submitted" / student / assignment
    if not any(graded.glob("*.ipynb")):
        return False
    return _timestamp(graded) == _timestamp(handed_in)


def _timestamp(folder: Path) -> str:
    path = folder / "timestamp.txt"
    return path.read_text(encoding="utf-8").strip() if path.is_file() else ""


def _run_all(course: Path, assignment: str, students: list[str], jobs: int) -> Iterator[Result]:
    """Each submission in a process of a small pool; results as they come.

    When a process of the pool is ended from outside, the pool is lost with it: what had no
    result then is run again, each in a process of its own.
    """
    lost = []
    for name, result in _pool(course, assignment, students, jobs):
        if result is None:
            lost.append(name)
        else:
            yield result
    for name in lost:
        for _, result in _pool(course, assignment, [name], 1):
            yield result or Result(name, ATTENTION_NEEDED, reasons=[reason("attention-killed")])


def _pool(
    course: Path, assignment: str, students: list[str], jobs: int
) -> Iterator[tuple[str, Result | None]]:
    """Results by student as they come; None where the pool was lost."""
    if not students:
        return
    # Started anew, not forked: a fork of a process with threads may hang.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(students)), mp_context=context) as pool:
        running = {pool.submit(run, course, assignment, name): name for name in students}
        for future in as_completed(running):
            try:
                yield running[future], future.result()
            except BrokenProcessPool:
                yield running[future], None


def _write_attention(course: Path, assignment: str, results: list[Result]) -> None:
    """Keep the reasons for the report; those of submissions not touched now stay."""
    path = course / ATTENTION_FOLDER / f"{assignment}.json"
    reasons = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    for result in results:
        if result.status == ATTENTION_NEEDED:
            reasons[result.student] = result.reasons
        elif result.status != UNCHANGED:
            reasons.pop(result.student, None)
    path.parent.mkdir(exist_ok=True)
    write_whole(path, json.dumps(reasons, indent=1, sort_keys=True, ensure_ascii=False))
