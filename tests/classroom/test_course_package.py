"""What the course adds to the grader must not slow courses that do not use it."""

import subprocess
import sys

EXAMINED = """
import sys
from autograder.messages import CellRan
from classroom.course_package import PACKAGE

PACKAGE.examining()
PACKAGE.learner_ran(CellRan(source="x = 1", cell="answer"))
PACKAGE.shell_made()
print(*sorted(name for name in sys.modules if name.startswith("course.checking")))
"""


def test_grading_a_cell_of_another_course_imports_no_checks():
    ran = subprocess.run([sys.executable, "-c", EXAMINED], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == ""
