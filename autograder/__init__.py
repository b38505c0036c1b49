"""Autograder: how a class's work is judged. Runs any nbgrader course, ours first."""
