"""The worker processes in which pages are made: parsing and rendering have bounds and a clock."""

import atexit
import os
from functools import lru_cache

from autograder.bounded import BoundedError, BoundedWorker, Failed
from autograder.errors import Unreadable

PRELOAD = ("classroom.pages.feedback", "autograder.formgrader.cells", "classroom.pages.graded")
"""Modules that the fork server of the workers imports once, so that no call pays for them."""


@lru_cache
def _worker(_process: int) -> BoundedWorker:
    worker = BoundedWorker(preload=PRELOAD)
    atexit.register(worker.close)
    return worker


def page_worker() -> BoundedWorker:
    """The BoundedWorker of this process for all that makes pages; closed when it exits."""
    return _worker(os.getpid())


def why_unreadable(error: BoundedError) -> Unreadable:
    """A failed call about a notebook, as an error in one line for people."""
    if isinstance(error, Failed) and error.kind == Unreadable.__name__:
        return Unreadable(str(error).removeprefix(f"{error.kind}: "))
    return Unreadable(str(error))
