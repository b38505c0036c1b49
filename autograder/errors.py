"""The grader's errors, each with a line of text for people; and exceptions as such a line."""

LONGEST = 160
"""Characters of an exception's description."""


class GraderError(Exception):
    """A problem that the person at the keyboard can solve.

    Its text is one line: what is wrong, where, and what to do. A command prints it and ends with
    `exit_status`: 2 for a call that cannot be carried out as it was made, 1 for one that was
    carried out in part.
    """

    exit_status = 2


class CourseError(GraderError):
    """A call that cannot be carried out; the text says what is wrong, where, and what to do."""


class Stopped(CourseError):
    """The command stopped before its end for an outside reason; it keeps the work already done."""

    exit_status = 1


class ClusterError(GraderError):
    """No Dask scheduler can be reached; the text says why."""


class ConfinementError(GraderError):
    """A step of the sandbox that this machine does not allow; the text names the step."""


class BoxStalled(GraderError):
    """A box was not entered in time. Other submissions can still be graded."""

    exit_status = 1


class Unreadable(GraderError):
    """A file that is not accepted as a graded notebook; the text says why."""


def describe(error: BaseException) -> str:
    """An exception's name and text in one line of at most LONGEST characters."""
    try:
        text = " ".join(str(error).split())
    except Exception:
        text = ""
    line = f"{type(error).__name__}: {text}".rstrip(": .")
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def describe_os(error: BaseException) -> str:
    """Why the operating system refused something, with the file before it; else as `describe`."""
    if not isinstance(error, OSError) or not error.strerror:
        return describe(error)
    return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
