"""A NameError in a check cell shown as an outcome instead of a stack trace."""

import re
import sys
from types import TracebackType
from typing import Any

from course.checking.messages import general
from course.checking.outcome import NOT_ATTEMPTED, Outcome

CHECK = re.compile(r"""\s*check\(\s*["']([^"']*)["']""")


def watch() -> None:
    """Install a handler in IPython that shows a NameError in a check cell as an outcome.

    The cell still fails, so it earns no points. Other errors are shown as usual. Without IPython
    nothing happens.
    """
    # Do not import IPython: in a notebook it is loaded already.
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None and hasattr(shell, "set_custom_exc"):
        shell.set_custom_exc((NameError,), _name_is_missing)


def _name_is_missing(
    shell: Any,
    kind: type[NameError],
    error: NameError,
    trace: TracebackType,
    tb_offset: int | None = None,
) -> None:
    cell = shell.user_ns.get("In", [""])[-1]
    check = CHECK.match(cell)
    if check is None:
        shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
        return
    message = general("name-missing", name=error.name or "")
    shell.displayhook(Outcome(0, exercise=check[1], state=NOT_ATTEMPTED, out_of=0, message=message))
