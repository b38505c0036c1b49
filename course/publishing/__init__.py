"""Publishing: from the sources that authors write to the release that learners open.

The way of a notebook: `source` reads it, `catalogue` puts its prose into a language,
`released` lets nbgrader take the solutions out, `sealing` hides the answers of its checks,
and `build` compares or writes the files.
"""

from course.errors import UserError


class PublishingError(UserError):
    """A source that cannot be published; the message is one line: where, what, what to do."""
