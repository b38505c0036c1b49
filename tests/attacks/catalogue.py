"""All attacks, of all modules that have some."""

from tests.attacks import attacks_by_files, attacks_by_values, attacks_on_the_box  # noqa: F401
from tests.attacks.attacks import ATTACKS

__all__ = ["ATTACKS"]
