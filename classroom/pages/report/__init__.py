"""The report on a class: a page for a teacher, tables for machines, grades for other gradebooks.

`write_report` makes it. `reading_course` reads the gradebook and the graded notebooks into the
records of `results`; `behind`, `items`, `by_competency` and `unnamed` compute from these records;
`report_page`, `tables` and `gradebooks` show what they found. `statistics` knows no courses.
"""

from classroom.pages.report.write import write_report

__all__ = ["write_report"]
