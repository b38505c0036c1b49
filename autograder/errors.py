"""Errors that pass between the packages of the autograder; each text is one line for people."""

from course.errors import UserError


class CourseError(UserError):
    """A call that cannot be carried out; the text says what is wrong, where, and what to do."""


class Stopped(CourseError):
    """The command stopped before its end for an outside reason; it keeps the work already done."""

    exit_status = 1


class ClusterError(UserError):
    """No Dask scheduler can be reached; the text says why."""


class ConfinementError(UserError):
    """A step of the sandbox that this machine does not allow; the text names the step."""


class BoxStalled(UserError):
    """A box was not entered in time. Other submissions can still be graded."""

    exit_status = 1


class Unreadable(UserError):
    """A file that is not accepted as a graded notebook; the text says why."""
