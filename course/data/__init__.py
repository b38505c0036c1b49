"""Data sets of the course, each with its datasheet."""
