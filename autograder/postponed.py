"""Import rfc3987_syntax when it is first used, and not with nbformat.

nbformat imports jsonschema, and that imports rfc3987_syntax, which builds the grammar of
international addresses: a CPU second in each process (jsonschema's issue 1428). No notebook has
such an address to be checked.

`python -m autograder.postponed` does this for every Python of the environment, so that JupyterLab
and nbgrader's own commands have it too: it writes a .pth file, which Python reads at its start.
"""

import sys
import sysconfig
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

NAME = "rfc3987_syntax"


def postpone() -> None:
    """Register a stand-in for the module in sys.modules; its first use imports the real module."""
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

    def real_attribute(name: str) -> Any:
        # Code that inspects all of sys.modules asks for such names; this is not a use.
        if name.startswith("__"):
            raise AttributeError(f"module {NAME!r} is not imported yet and has no {name!r}")
        return getattr(real(), name)

    vars(stand_in).update(
        __spec__=spec,
        __path__=spec.submodule_search_locations,
        __getattr__=real_attribute,
        # jsonschema takes this name when it is imported.
        is_valid_syntax=is_valid_syntax,
    )
    sys.modules[NAME] = stand_in


if __name__ == "__main__":
    Path(sysconfig.get_path("purelib"), "autograder-postponed.pth").write_text(
        "import autograder\n"
    )
