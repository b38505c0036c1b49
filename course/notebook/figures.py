"""Figures with an alternative text for people who cannot see them."""

import base64
import html
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class ShownFigure:
    """A figure as PNG bytes, with its alternative text."""

    def __init__(self, png: bytes, alt: str):
        self.png = png
        self.alt = alt

    def __repr__(self) -> str:
        return self.alt

    def _repr_html_(self) -> str:
        data = base64.b64encode(self.png).decode("ascii")
        return (
            f'<img src="data:image/png;base64,{data}" alt="{html.escape(self.alt, quote=True)}" '
            'style="max-width: 100%; background: white">'
        )


def show(figure: "Figure", *, alt: str) -> ShownFigure:
    """Draw a figure, close it, and return it with its alternative text.

    `alt` states the finding of the figure and its main numbers in one or two sentences, not "a bar
    chart".
    """
    from matplotlib import pyplot

    png = io.BytesIO()
    # Leave matplotlib's version out, so that the same figure gives the same bytes.
    figure.savefig(
        png, format="png", dpi=110, bbox_inches="tight", facecolor="white",
        metadata={"Software": None},
    )  # fmt: skip
    pyplot.close(figure)
    return ShownFigure(png.getvalue(), alt)
