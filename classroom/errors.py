"""The errors whose text is one line for the person at the keyboard: the course's, the grader's."""

from autograder.errors import GraderError
from course.errors import UserError

USER_ERRORS = (UserError, GraderError)
