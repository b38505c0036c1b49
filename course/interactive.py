"""A figure or a table that a learner moves with a slider, and that stands without one too.

What is shown is an ordinary output of the cell: it is saved with the notebook, and it is there
where no slider can be had. The slider only has it drawn anew.
"""

from collections.abc import Callable, Mapping

from IPython.display import display


def explore(
    draw: Callable[[object], object],
    *,
    label: str,
    values: Mapping[str, object],
    start: object,
) -> None:
    """Show `draw(value)` under a slider that sets the value, with the mouse or the keyboard.

    Where widgets are not to be had (no ipywidgets, no live kernel) `draw(start)` is shown
    without a slider.

    Parameters
    ----------
    draw : callable
        Takes one of the values, and returns what is to be seen: a figure through `show`, or a
        table. It is called at every move, so it should take less than 0.3 seconds.
    label : str
        What the slider sets, in the reader's language; it stands before the slider.
    values : mapping of str to object
        The places of the slider from left to right: the text that is read at a place, and
        the value that `draw` gets for it.
    start : object
        The value that is shown first; one of `values`.
    """
    if start not in values.values():
        raise ValueError(f"the slider cannot start at {start!r}: it is not one of its values")
    slider = _slider(label, values, start)
    if slider is not None:
        display(slider)
    shown = display(draw(start), display_id=True)
    if slider is not None:
        slider.observe(lambda move: shown.update(draw(move["new"])), names="value")


def _slider(label: str, values: Mapping[str, object], start: object):
    """A slider over the values; None where nothing could move it."""
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
