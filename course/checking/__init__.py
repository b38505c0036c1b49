"""Checking: what a learner's answer must satisfy, and what is said when it does not.

Notebooks use `check`; the authors of checks.py use `exercise`, `expect`, `part` and `say`.
"""

from course.checking import expect
from course.checking.check import check
from course.checking.exercises import exercise, part
from course.checking.messages import say
from course.checking.sealing import Sealed
from course.checking.shell import watch

__all__ = ["Sealed", "check", "exercise", "expect", "part", "say"]

watch()
