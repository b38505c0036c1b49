"""Grades for the gradebooks of Moodle and Canvas, as CSV that their imports read.

Only final points are in them: a cell stays empty where nothing was handed in, where a person has
still to read or to look, and where nothing was graded. Columns have the modules' English titles in
every report, so that a second import finds the columns of the first.
"""

from classroom.hub.roster import Learner
from classroom.pages.report.results import GRADED, AssignmentResults, ClassResults
from classroom.pages.report.tables import as_csv


def moodle(found: ClassResults) -> str:
    """A file for Moodle: Grades > Import > CSV file.

    Moodle asks which column names the learner (map `Username` to "Username", or `ID number` to "ID
    number", by what the ids of the class list are) and which grade item each other column is. Make
    the grade items first, with the right maximum: a new one has 100. Headings are those of Moodle's
    own export, so it proposes the mapping. `Email address` is there only if everybody has one:
    Moodle gives the grades of a row without an identifier to the learner of the row before.

    Sources: docs.moodle.org, "Grade import", and Moodle's grade/import/csv/classes/load_data.php
    (map_user_data_with_value skips an empty identifier and keeps the user of the last row;
    update_grade_item takes an empty cell as "no grade"), both as read in November 2026.
    """
    assignments = found.assignments
    emails = bool(found.learners) and all(each.email for each in found.learners)
    head = ["Username", "ID number", "First name", "Last name"]
    head += ["Email address"] if emails else []
    rows = []
    for learner in found.learners:
        first, _, last = learner.name.rpartition(" ")
        row = [learner.id, learner.id, first or last, last if first else ""]
        row += [learner.email] if emails else []
        rows.append((*row, *(_points(each, learner) for each in assignments)))
    return as_csv([*head, *(each.english for each in assignments)], rows)


def canvas(found: ClassResults) -> str:
    """A file for Canvas: Gradebook > Import.

    Canvas finds a learner by `SIS Login ID`, the id of the class list, else by the name, and an
    assignment by its title. It offers to make an assignment that it does not have, with the maximum
    from the row "Points Possible". An empty cell changes nothing.

    Sources: Canvas Instructor Guide, "How do I import grades in the Gradebook?", and Canvas's
    lib/gradebook_importer.rb (row_has_student_headers?, update_column_count, parse_assignments,
    process_pp, process_student, no_change_to_value?), both as read in November 2026.
    """
    assignments = found.assignments
    head = ["Student", "ID", "SIS Login ID", "Section", *(each.english for each in assignments)]
    possible = ("    Points Possible", "", "", "", *(_written(each.out_of) for each in assignments))
    rows = [
        (learner.name or learner.id, "", learner.id, learner.cohort,
         *(_points(each, learner) for each in assignments))
        for learner in found.learners
    ]  # fmt: skip
    return as_csv(head, [possible, *rows])


def _points(results: AssignmentResults, learner: Learner) -> str:
    """The learner's final points, never below 0; empty where there are none yet."""
    for each in results.submissions:
        if each.student == learner.id and each.state == GRADED and each.points is not None:
            return _written(max(0, each.points))
    return ""


def _written(points: float) -> str:
    return f"{round(points, 2) + 0.0:.10g}"
