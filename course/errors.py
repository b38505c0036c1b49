"""The one root of errors whose text is written for people, and exceptions as one line of text."""

LONGEST = 160
"""Characters of an exception's description."""


class UserError(Exception):
    """A problem that the person at the keyboard can solve.

    Its text is one line: what is wrong, where, and what to do. The command `ai4gov` prints it and
    ends with `exit_status`: 2 for a call that cannot be carried out as it was made, 1 for one that
    was carried out in part.
    """

    exit_status = 2


def describe(error: BaseException) -> str:
    """An exception's name and text in one line of at most LONGEST characters."""
    try:
        text = " ".join(str(error).split())
    except Exception:
        text = ""
    line = f"{type(error).__name__}: {text}".rstrip(": .")
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
