"""The instructor's desk: a small web server for a course, as a service of a hub or alone."""
