"""The commands of the grader: python -m autograder. Every error is one line.

The course's command `ai4gov` has them, too, beside its own.
"""

import argparse
import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from autograder.errors import CourseError, GraderError
from autograder.text import printable

if TYPE_CHECKING:
    from tqdm import tqdm

    from autograder.doctor import Diagnosis
    from autograder.records import Result

DONE, PARTLY, WRONG_CALL = 0, 1, 2
OF_THE_MACHINE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO, errno.EMFILE)
ENDINGS = ("SIGINT", "SIGTERM", "SIGHUP")
JOBS = "submissions at a time (default: one a processor)"

ABOUT_GRADE = "grade what was handed in, in any nbgrader course folder"
ABOUT_DOCTOR = "show what this machine can do, and what an assignment's tests lack"


class Parser(argparse.ArgumentParser):
    """argparse, with its errors in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_CALL, f"{self.prog}: {message}; see {self.prog} --help\n")


def main(arguments: list[str] | None = None) -> int:
    """Run `python -m autograder`; returns the exit status."""
    common = Parser(add_help=False)
    common.add_argument("--debug", action="store_true", help="show where an error comes from")
    parser = Parser(prog="autograder", description="Grade nbgrader courses in isolated processes.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name, command, options, about in (
        ("grade", grade, add_grade_options, ABOUT_GRADE),
        ("doctor", doctor, add_doctor_options, ABOUT_DOCTOR),
    ):
        made = commands.add_parser(name, help=about, description=about, parents=[common])
        made.set_defaults(run=command)
        options(made)
    return run(parser, arguments)


def add_grade_options(grade: argparse.ArgumentParser) -> None:
    """The arguments of `grade`."""
    grade.add_argument("assignment")
    grade.add_argument("--student", help="grade only this student")
    grade.add_argument("--jobs", type=positive, help=JOBS)
    grade.add_argument("--force", action="store_true", help="grade again what has not changed")
    grade.add_argument(
        "--cluster", metavar="ADDRESS", help="grade on the workers of this Dask scheduler"
    )
    grade.add_argument(
        "--no-tls",
        action="store_true",
        help="send hidden checks and hand-ins to another machine's scheduler without encryption",
    )
    grade.add_argument(
        "--isolation",
        metavar="LEVEL",
        help="refuse to grade below this level of isolation (see the command doctor)",
    )
    grade.add_argument(
        "--json", type=Path, metavar="FILE", help="write the results to this file, as JSON"
    )


def add_doctor_options(doctor: argparse.ArgumentParser) -> None:
    """The arguments of `doctor`."""
    doctor.add_argument(
        "assignment", nargs="?", help="read and try its tests; grades and writes nothing"
    )
    doctor.add_argument("--jobs", type=positive, help="tests at a time (default: one a processor)")
    doctor.add_argument(
        "--json", type=Path, metavar="FILE", help="write the findings to this file, as JSON"
    )


def run(
    parser: Parser,
    arguments: list[str] | None,
    errors: tuple[type[Exception], ...] = (GraderError,),
    missing: Callable[[str], str] = lambda package: "the grader's requirements",
) -> int:
    """Run a command; returns 0 when all was done, 1 when some was not, 2 for a wrong call.

    `errors` are classes with a line of text for people and an `exit_status`. `missing` says what to
    install for a package that is not there.
    """
    _standard_files()
    options = parser.parse_args(arguments)
    _environment_on_path()
    try:
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        print(f"{parser.prog}: stopped; call again to go on", file=sys.stderr)
        return PARTLY
    except BrokenPipeError:
        # The reading end of the pipe has closed, as `head` does when it has enough lines.
        _empty_stdout()
        return PARTLY
    except ModuleNotFoundError as error:
        if options.debug:
            raise
        print(
            f"{parser.prog}: {error.name} is not installed; for this command: "
            f"pip install {missing(str(error.name))}",
            file=sys.stderr,
        )
        return WRONG_CALL
    except Exception as error:
        if options.debug:
            raise
        if isinstance(error, OSError) and error.errno in OF_THE_MACHINE:
            where = f"{error.filename}: " if error.filename else ""
            print(
                f"{parser.prog}: {where}{error.strerror}; fix that and call again", file=sys.stderr
            )
            _empty_stdout()
            return PARTLY
        if isinstance(error, errors):
            print(f"{parser.prog}: {_printable(error)}", file=sys.stderr)
            exit_status: int = getattr(error, "exit_status", WRONG_CALL)
            return exit_status
        print(
            f"{parser.prog}: {type(error).__name__}: {' '.join(_printable(error).split())} "
            f"(this is a fault of {parser.prog}; --debug shows where)",
            file=sys.stderr,
        )
        return PARTLY


def _standard_files() -> None:
    """Reopen closed standard streams; otherwise the next open() would get the number 0, 1 or 2.

    Names of learners' folders may hold characters that cannot be encoded: they are escaped.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if number == 0 else "w"))  # noqa: SIM115
        if number and hasattr(getattr(sys, name), "reconfigure"):
            getattr(sys, name).reconfigure(errors="backslashreplace")


def _printable(error: Exception) -> str:
    """An error's text, with escapes for control characters of learners' names in it."""
    return printable(str(error))


def _empty_stdout() -> None:
    """Redirect stdout to /dev/null: Python would otherwise flush it at exit, and complain."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _environment_on_path() -> None:
    """nbgrader starts `alembic` by its bare name: the environment's bin folder must be on PATH."""
    folder = str(Path(sys.executable).parent)
    paths = os.environ.get("PATH", "").split(os.pathsep)
    if folder not in paths:
        os.environ["PATH"] = os.pathsep.join([folder, *paths])


def bar_of(total: int, what: str) -> "tqdm[NoReturn]":
    """A progress bar; none where the error stream is no terminal."""
    from tqdm import tqdm

    # No thread to watch the bar: a process with threads cannot fork its parsers.
    tqdm.monitor_interval = 0
    return tqdm(total=total, desc=what, unit="", disable=not sys.stderr.isatty(), leave=False)


def positive(written: str) -> int:
    if not written.isdecimal() or int(written) < 1:
        raise argparse.ArgumentTypeError(f"{written!r} is no number from 1 on")
    return int(written)


def grade(
    options: argparse.Namespace,
    prepare: Callable[[Path, str], object] = lambda course, assignment: None,
    about: Callable[[Path, str], str] = lambda course, assignment: f"{assignment}, {course}",
    points_by: str = "nbgrader export",
) -> int:
    """Grade what was handed in for an assignment of the course in this folder.

    `prepare` is called first, `about` makes the line before the results, and `points_by` is the
    command that writes the points of each learner.
    """
    if options.json:
        _refuse_unwritable(options.json)
    from autograder.grading import summary

    prepare(Path.cwd(), options.assignment)
    so_far: list[Result] = []

    def tell(result: "Result") -> None:
        if not so_far:
            print(printable(about(Path.cwd(), options.assignment)), flush=True)
        so_far.append(result)

    try:
        results = graded(Path.cwd(), options.assignment, options, tell)
    except BaseException:
        if options.json and so_far:
            # Replace a results file of an earlier run. The error that stopped us is printed first.
            with suppress(CourseError):
                _write_json(options.json, options.assignment, so_far, complete=False)
        raise
    try:
        print("\n".join(summary.lines(results, points_by)))
    finally:
        # Also when stdout is a closed pipe.
        if options.json:
            _write_json(options.json, options.assignment, results, complete=True)
    return _status(results)


def graded(
    course: Path,
    assignment: str,
    options: argparse.Namespace,
    tell: Callable[["Result"], None] = lambda result: None,
) -> list["Result"]:
    from autograder.grading import grade as grading

    bar = bar_of(0, "grading")

    def progress(result: "Result", total: int) -> None:
        tell(result)
        bar.total = total
        bar.update()

    try:
        with ended_as_by_keyboard():
            return grading.grade(
                course,
                assignment,
                student=getattr(options, "student", None),
                jobs=options.jobs,
                force=getattr(options, "force", False),
                isolation=getattr(options, "isolation", None),
                cluster=getattr(options, "cluster", None),
                no_tls=getattr(options, "no_tls", False),
                progress=progress,
            )
    finally:
        bar.close()


@contextmanager
def ended_as_by_keyboard() -> Iterator[None]:
    """Treat SIGTERM and SIGHUP like Ctrl-C, so that partial results are still reported.

    Further signals are ignored, so that an impatient second Ctrl-C does not cut off the report.
    """
    names = [getattr(signal, name) for name in ENDINGS if hasattr(signal, name)]
    # nohup ignores SIGHUP; keep that.
    before = {each: signal.getsignal(each) for each in names}
    usual = [each for each in names if before[each] not in (signal.SIG_IGN, None)]

    def stop(*_: object) -> NoReturn:
        for each in usual:
            signal.signal(each, signal.SIG_IGN)
        raise KeyboardInterrupt

    for each in usual:
        signal.signal(each, stop)
    try:
        yield
    finally:
        for each in usual:
            if signal.getsignal(each) is stop:
                signal.signal(each, before[each])


def _status(results: list["Result"]) -> int:
    from autograder.records import ATTENTION_NEEDED

    return PARTLY if any(result.status == ATTENTION_NEEDED for result in results) else DONE


def _write_json(path: Path, assignment: str, results: list["Result"], complete: bool) -> None:
    """The results, and whether the run came to its end."""
    found = [result.as_data() for result in sorted(results, key=lambda each: each.student)]
    _write_data(path, {"assignment": assignment, "complete": complete, "submissions": found})


def _write_data(path: Path, data: dict[str, Any]) -> None:
    from autograder.files import write_atomic
    from autograder.reasons import readable_json

    try:
        write_atomic(path, readable_json(data) + b"\n")
    except OSError as error:
        raise CourseError(f"{path}: cannot be written ({error.strerror})") from error


def _refuse_unwritable(path: Path) -> None:
    """Fail early if a results file cannot be written, because grading takes long."""
    if path.is_dir() or not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise CourseError(f"{path}: cannot be written; name a file in a folder that is there")


def doctor(options: argparse.Namespace) -> int:
    """Say what this machine can do, or which tests of an assignment to rewrite."""
    if options.assignment:
        return advise(options)
    from autograder.doctor import isolation

    return show(list(isolation()), options)


def show(findings: list["Diagnosis"], options: argparse.Namespace) -> int:
    """Print findings about the machine, each with what to do; 1 if there is something to do."""
    if options.json:
        raise CourseError("--json is for the tests of an assignment: name one")
    for finding in findings:
        print(f"{'!' if finding.fix else ' '} {finding.what:<35} {finding.found}")
        if finding.fix:
            print(f"  {'':<35} -> {finding.fix}")
    return PARTLY if any(finding.fix for finding in findings) else DONE


def advise(
    options: argparse.Namespace,
    prepare: Callable[[Path, str], object] = lambda course, assignment: None,
) -> int:
    """Say which tests of an assignment to rewrite; 1 if there are any."""
    from autograder.advice import advise as advising

    prepare(Path.cwd(), options.assignment)
    if options.json:
        _refuse_unwritable(options.json)
    bar = bar_of(0, "trying tests")

    def progress(done: int, total: int) -> None:
        bar.total = total
        bar.update(done - bar.n)

    try:
        with ended_as_by_keyboard():
            advice = advising.advise(
                Path.cwd(), options.assignment, jobs=options.jobs, progress=progress
            )
    finally:
        bar.close()
    try:
        print("\n".join(advising.described(advice)))
    finally:
        if options.json:
            _write_data(options.json, advice.as_data())
    return PARTLY if advice.findings else DONE
