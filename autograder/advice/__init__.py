"""`doctor ASSIGNMENT`: which tests of an assignment cannot be graded as they are written."""
