"""The course as nbgrader sees it: plain `nbgrader` commands work from this folder.

Call `ai4gov build` first: it makes build/source from source/.
"""

from classroom.settings import configure

configure(get_config(), source="build/source", checks="source")  # type: ignore[name-defined]  # noqa: F821
