"""Exceptions across the link: described for the other side, and raised again on this one."""

import builtins
from collections.abc import Callable, Sequence
from typing import Any

from autograder.bridge.codec import Refused
from autograder.bridge.messages import LONGEST_NAME, LONGEST_TEXT, LearnerError, OwnError, Tag
from autograder.bridge.proxy import facts_of, is_remote, isinstance_exactly


def describe(
    error: BaseException, refer: Callable[[object], Tag]
) -> tuple[OwnError | LearnerError, list[object]]:
    """The description of an exception for the other side, and its arguments."""
    if hasattr(error, "_ai4gov_held"):
        return OwnError(error._ai4gov_held), []
    if is_remote(error):
        return OwnError(facts_of(error)[1]), []
    about = None
    if isinstance(error, ImportError | NameError | AttributeError) and error.name:
        about = str(error.name)
    described = LearnerError(
        kind=refer(type(error)),
        object=refer(error),
        name=type(error).__name__[:LONGEST_NAME],
        text=text_of(error),
        cause=None if error.__cause__ is None else refer(error.__cause__),
        about=about,
    )
    args = list(error.args)
    if isinstance(error, OSError) and error.filename is not None and len(args) == 2:
        # OSError keeps the file name in an attribute of its own.
        args.append(error.filename)
    return described, args


def rebuild(described: LearnerError, args: Sequence[Any], find: Callable[[Tag], object]) -> Any:
    """The exception that the other side has described."""
    error: Any
    kind: Any = find(described.kind)
    if not isinstance_exactly(kind, type) or not issubclass(kind, Exception | SystemExit):
        return RuntimeError(f"{described.name}: {described.text}"[:LONGEST_TEXT])
    is_builtin = vars(builtins).get(kind.__name__) is kind
    if is_builtin:
        try:
            error = kind(*args)
        except Exception:
            error = RuntimeError(f"{described.name}: {described.text}"[:LONGEST_TEXT])
    else:
        error = find(described.object)
        if not isinstance_exactly(error, Exception) or not is_remote(error):
            raise Refused("no exception")
        object.__setattr__(error, "args", tuple(args))
        facts_of(error)[2]["text"] = described.text
    if described.cause is not None:
        cause = find(described.cause)
        error.__cause__ = cause if isinstance_exactly(cause, BaseException) else None
    if described.about is not None and hasattr(error, "name"):
        error.name = described.about
    if described.where:
        error.add_note(described.where)
    return error


def text_of(error: BaseException) -> str:
    """The text of an exception, cut to a length; empty if its own code fails."""
    try:
        return str(error)[:LONGEST_TEXT]
    except Exception:
        return ""
