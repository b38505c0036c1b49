"""In the notebook's shell: a check that is run too early gets a sentence, not a stack trace."""

import re
import sys
from types import TracebackType

from course.checking.messages import general
from course.checking.outcome import NOT_ATTEMPTED, Outcome

CHECK = re.compile(r"""\s*check\(\s*["']([^"']*)["']""")


def watch() -> None:
    """Show a name that is missing in a check as an outcome; every other error as ever.

    The cell still ends as failed, so it earns nothing. Outside IPython nothing happens.
    """
    # Whoever runs in a notebook has IPython loaded; nobody else should wait for it.
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None and hasattr(shell, "set_custom_exc"):
        shell.set_custom_exc((NameError,), _name_is_missing)


def _name_is_missing(
    shell, kind: type[NameError], error: NameError, trace: TracebackType, tb_offset=None
) -> None:
    cell = shell.user_ns.get("In", [""])[-1]
    check = CHECK.match(cell)
    if check is None:
        shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
        return
    message = general("name-missing", name=error.name or "")
    shell.displayhook(Outcome(0, exercise=check[1], state=NOT_ATTEMPTED, out_of=0, message=message))
