"""Figures that can also be read by those who cannot see them."""

import base64
import html
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class ShownFigure:
    """A drawn figure with the sentence that says what it shows."""

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
    """Draw a figure once, close it, and return it with its alternative text.

    `alt` is one or two sentences that say what a reader should see in the figure: the
    finding and its main numbers, not "a bar chart".
    """
    from matplotlib import pyplot

    png = io.BytesIO()
    # No software version in the file: the same figure must give the same bytes.
    figure.savefig(
        png, format="png", dpi=110, bbox_inches="tight", facecolor="white",
        metadata={"Software": None},
    )  # fmt: skip
    pyplot.close(figure)
    return ShownFigure(png.getvalue(), alt)
