"""nbgrader's formgrader shows what learners wrote: here it is made harmless."""
