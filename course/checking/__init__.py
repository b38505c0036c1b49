"""Checking: what a learner's answer must satisfy, and the message when it does not.

The authors of checks.py use `exercise`, `expect`, `part` and `say`. Notebooks call `course.check`,
which runs the checks and records progress (course/checking/notebook_check.py).
"""

from course.checking import expect
from course.checking.exercises import exercise, part
from course.checking.messages import say
from course.checking.sealing import Sealed

__all__ = ["Sealed", "exercise", "expect", "part", "say"]
