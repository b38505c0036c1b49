"""A figure or a table with a slider that a learner moves.

The figure is an ordinary output of the cell, so it is saved with the notebook and shown where
sliders do not work. The slider only updates it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from IPython.display import display


def explore(
    draw: Callable[[object], object],
    *,
    label: str,
    values: Mapping[str, object],
    start: object,
) -> None:
    """Show `draw(value)` below a slider that sets the value, with the mouse or the keyboard.

    Without ipywidgets or a live kernel, show `draw(start)` without a slider. Raises ValueError for
    a `start` that is not among the values.

    Parameters
    ----------
    draw : callable
        Takes one of the values and returns a figure from `show`, or a table. It is called at
        every move, so it should take less than 0.3 seconds.
    label : str
        The name of the value, in the reader's language; it is shown before the slider.
    values : mapping of str to object
        The positions of the slider from left to right: the text shown at each, and the value
        passed to `draw`.
    start : object
        The first value, one of `values`.
    """
    if start not in values.values():
        raise ValueError(f"the slider cannot start at {start!r}: it is not one of its values")
    show: Any = display  # IPython's own is untyped.
    slider = _slider(label, values, start)
    if slider is not None:
        show(slider)
    output = show(draw(start), display_id=True)
    if slider is not None:
        slider.observe(lambda move: output.update(draw(move["new"])), names="value")


def _slider(label: str, values: Mapping[str, object], start: object) -> Any:
    """A slider over the values; None without ipywidgets or a live kernel."""
    try:
        from ipykernel.kernelbase import Kernel
        from ipywidgets import SelectionSlider
    except ImportError:
        return None
    if not Kernel.initialized():
        return None
    return SelectionSlider(
        description=label,
        tooltip=label,
        options=list(values.items()),
        value=start,
        layout={"width": "min(100%, 36em)"},
        style={"description_width": "initial"},
    )
