"""The report on a class: what a teacher reads, and tables for machines.

`write.write_report` makes it. `reading_course` reads the gradebook and the graded notebooks into
the records of `results`; the other modules compute from these records; `tables` and `page` show
what they found. `statistics` knows nothing of courses.
"""
