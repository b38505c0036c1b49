"""Numbers below a cell as people write them: 0.2345 in place of np.float64(0.23454301075268819)."""

import math
from typing import Any

DECIMALS = 4
"""One more than the decimals that most checks compare, so that a number copied by hand counts."""

# Each by its name: IPython does not look at a base class when the class has a repr of its own.
NUMPY_TYPES = ("bool", "int8", "int32", "int64", "float32", "float64", "str_")


def shown_number(value: float) -> str:
    """A number with up to four decimals; one that is nearer to zero with two digits."""
    if not math.isfinite(value) or abs(value) >= 1e15:
        return repr(value)
    if 0 < abs(value) < 10**-DECIMALS * 5:
        return f"{value:.2g}"
    whole, _, decimals = f"{value:.{DECIMALS}f}".partition(".")
    return f"{whole}.{decimals.rstrip('0') or '0'}"


def show_plainly(shell: Any) -> None:
    """Let an IPython shell show the value of a cell's last line so. Values stay as they are."""
    plain = shell.display_formatter.formatters["text/plain"]
    plain.for_type(float, lambda value, page, _cycle: page.text(shown_number(float(value))))
    for name in NUMPY_TYPES:
        # IPython's own formatter of float64 comes before one that is registered by its name.
        plain.pop(f"numpy.{name}", None)
        plain.for_type_by_name("numpy", name, lambda value, page, _cycle: page.pretty(value.item()))
    plain.for_type_by_name("numpy", "ndarray", _array)


def _array(value: Any, page: Any, _cycle: bool) -> None:
    import numpy as np

    with np.printoptions(precision=DECIMALS, suppress=True):
        page.text(str(value))
