"""All attacks: those that are files, and those that modules make."""

from tests.autograder.attacks import (  # noqa: F401
    attacks_by_files,
    attacks_by_notebooks,
    attacks_by_values,
)
from tests.autograder.attacks.attacks import everything

ATTACKS = everything()

__all__ = ["ATTACKS"]
