"""The course as nbgrader sees it: plain `nbgrader` commands work from this folder.

Call `ai4gov build` first: it makes build/source from source/. To release another language
than English, set AI4GOV_LANG, as in
    AI4GOV_LANG=fr nbgrader release_assignment 06-measuring-fairness
"""

from autograder.settings import configure

configure(get_config(), source="build/source", checks="source")  # type: ignore[name-defined]  # noqa: F821
