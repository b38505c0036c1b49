"""Import rfc3987_syntax when it is first used, and not with nbformat.

nbformat imports jsonschema, and that imports rfc3987_syntax, which builds the grammar of
international addresses: a CPU second in each process (jsonschema's issue 1428). No notebook has
such an address to be checked.
"""

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

NAME = "rfc3987_syntax"


def postpone() -> None:
    """Put a module in its place that imports the real one for whoever uses it."""
    if NAME in sys.modules or (spec := find_spec(NAME)) is None:
        return
    stand_in = ModuleType(NAME)

    def real() -> ModuleType:
        if sys.modules.get(NAME) is stand_in:
            del sys.modules[NAME]
        return import_module(NAME)

    def is_valid_syntax(term: str, value: str) -> bool:
        valid: bool = real().is_valid_syntax(term, value)
        return valid

    def of_the_real_one(name: str) -> Any:
        # Asked of every module by whoever looks through sys.modules.
        if name.startswith("__"):
            raise AttributeError(f"module {NAME!r} is not imported yet and has no {name!r}")
        return getattr(real(), name)

    vars(stand_in).update(
        __spec__=spec,
        __path__=spec.submodule_search_locations,
        __getattr__=of_the_real_one,
        # jsonschema takes this name when it is imported.
        is_valid_syntax=is_valid_syntax,
    )
    sys.modules[NAME] = stand_in
