"""One design: colours only in tokens.css, logical properties, readable in light and dark."""

import re
import subprocess
from itertools import product

import pytest

from course import tokens
from course.templating import SHARED
from tests.architecture import ROOT

TRACKED = subprocess.run(
    ["git", "ls-files", "*.css", "*.html", "*.typ"],
    cwd=ROOT, capture_output=True, text=True, check=True,
).stdout.split()  # fmt: skip
SHEETS = [
    each for each in TRACKED if each.startswith(("classroom/", "course/", "docs/site/"))
]  # fmt: skip

COLOUR = re.compile(
    r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b(?![-\w])|\b(rgba?|hsla?)\((?!colour\.)|"
    r":[^;{}]*\b(white|black|red|green|blue|grey|gray|navy|orange)\b[^;{}]*[;}]",
    re.IGNORECASE,
)
PHYSICAL = re.compile(
    r"\b(margin|padding|border)-(left|right)\b|(?<![-\w])(left|right)\s*:|"
    r"text-align\s*:\s*(left|right)|float\s*:\s*(left|right)"
)


def styles(path: str) -> str:
    """The style of a file: all of it, or the style elements and attributes of a page."""
    text = (ROOT / path).read_text(encoding="utf-8")
    if not path.endswith(".html"):
        return re.sub(r"(?s)/\*.*?\*/|\{#.*?#\}", "", text)
    return "\n".join(
        re.findall(r"(?s)<style>(.*?)</style>", text) + re.findall(r'style="(.*?)"', text)
    )


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("path", [each for each in SHEETS if not each.endswith("tokens.css")])
def test_a_style_sheet_takes_its_colours_from_the_tokens(path):
    found = [match[0] for match in COLOUR.finditer(styles(path))]
    assert found == []


@pytest.mark.parametrize("path", [each for each in SHEETS if not each.endswith(".typ")])
def test_a_style_sheet_is_written_for_both_directions_of_writing(path):
    assert [match[0] for match in PHYSICAL.finditer(styles(path))] == []


def test_the_extension_of_jupyterlab_has_the_colours_of_the_tokens():
    (script,) = (ROOT / "course/jupyter/labextension/static").glob("*.js")
    used = set(re.findall(r"#[0-9a-f]{3,8}\b", script.read_text(encoding="utf-8")))
    assert used and used <= {*tokens.LIGHT.values(), *tokens.DARK.values()}


def test_the_mark_has_the_colours_of_the_tokens():
    used = set(re.findall("#[0-9a-f]{6}", (SHARED / "mark.svg").read_text(encoding="utf-8")))
    assert used == {tokens.LIGHT[name] for name in ("brand", "on-fill", "accent")}


@pytest.mark.parametrize("theme", [tokens.LIGHT, tokens.DARK], ids=["light", "dark"])
def test_every_ink_can_be_read_on_every_ground_it_is_on(theme):
    pairs = [
        *product(("ink", "quiet", "brand", "link", "right", "not-yet", "danger"),
                 ("ground", "paper")),
        ("on-fill", "fill"), ("on-accent", "accent"), ("ink", "accent-ground"),
        *((name, f"{name}-ground") for name in ("right", "not-yet", "danger")),
        *product(("ink",), ("right-ground", "not-yet-ground", "danger-ground")),
    ]  # fmt: skip
    assert {pair for pair in pairs if contrast(*(theme[each] for each in pair)) < 4.5} == set()
    edges = [("edge", "ground"), ("edge", "paper")]
    assert {pair for pair in edges if contrast(*(theme[each] for each in pair)) < 3} == set()


def test_a_font_in_each_page_stays_small_and_has_its_licence():
    fonts = sorted((SHARED / "fonts").glob("*.woff2"))
    assert [each.stem for each in fonts] == ["marivelle-sans", "marivelle-serif"]
    assert all(each.stat().st_size < 40_000 for each in fonts)
    assert "SIL OPEN FONT LICENSE" in (SHARED / "fonts/OFL.txt").read_text(encoding="utf-8")
