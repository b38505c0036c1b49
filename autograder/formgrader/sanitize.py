"""Sanitize a notebook's content for a page: text, code, Markdown, pictures and HTML.

Each function takes content of a notebook and returns HTML or text that is safe on a page.
"""

import base64
import binascii
import re
import warnings
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

import nh3
import tinycss2
import tinycss2.ast
from bs4 import BeautifulSoup
from markupsafe import Markup, escape
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers.python import PythonLexer

LARGEST_TEXT = 10_000
LARGEST_PROSE = 20_000
LARGEST_HTML = 100_000
LARGEST_PICTURE = 4_000_000
MOST_LINES = 60
"""Caps: characters of a text, of Markdown that is rendered (the rest is shown as plain text), of
HTML without its pictures, and of a picture in base64; lines of a text."""

ANSI = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|[@-_])")


def plain(text: str) -> str:
    """Text as a terminal leaves it: without colours, and of an overwritten line its last state."""
    lines = (line.rstrip("\r").rsplit("\r", 1)[-1] for line in ANSI.sub("", text).split("\n"))
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "\N{REPLACEMENT CHARACTER}", "\n".join(lines))


def cut(text: str) -> tuple[str, int]:
    """The beginning of a text, and the number of lines that are left out wholly or in part."""
    shown = "\n".join(text.split("\n", MOST_LINES)[:MOST_LINES])[:LARGEST_TEXT].rstrip("\n")
    left = text[len(shown) :].strip("\n")
    return shown, left.count("\n") + 1 if left.strip() else 0


def one_line(text: str) -> str:
    return " ".join(plain(text).split())[:500]


def code(source: str) -> Markup:
    """Python code as HTML with syntax highlighting, cut like a text."""
    shown, left = cut(source)
    return highlighted(shown) + ("\n…" if left else "")


def highlighted(source: str) -> Markup:
    """Python code as HTML with syntax highlighting; every character is escaped."""
    if MANY_BLANKS.search(source):
        return escape(source)
    html = highlight(source, PythonLexer(stripnl=False), HtmlFormatter(nowrap=True))
    return Markup(html.rstrip("\n"))


MANY_BLANKS = re.compile(r"\s{1000}")
"""A run of white space, for which the Python lexer takes quadratic time."""


class _Prose(IPythonRenderer):
    """Markdown to HTML: pictures only from attachments, headings below those of the page."""

    def image(self, text: str, url: str, title: str | None = None) -> str:
        attached = self.attachments.get(unquote(url.removeprefix("attachment:")))
        source = picture(attached) if isinstance(attached, dict) else ""
        return super().image(text, source or url.removeprefix("attachment:"), title)

    def heading(self, text: str, level: int, **attrs: object) -> str:
        level = min(level + 2, 6)
        return f"<h{level}>{text}</h{level}>\n"


def prose(source: str, attachments: dict[str, Any]) -> Markup:
    """Markdown, with the HTML in it, as sanitized HTML.

    The Markdown parser takes time quadratic in the length of some texts, so only the beginning is
    rendered, up to the end of a paragraph before LARGEST_PROSE. The rest is shown as plain text.
    """
    shown, rest = _split(source)
    made = _rendered(shown, attachments)
    if not rest:
        return made
    cut_off = "…" if len(rest) > LARGEST_HTML - LARGEST_PROSE else ""
    left = escape(rest[: LARGEST_HTML - LARGEST_PROSE] + cut_off)
    return made + Markup('<p style="white-space: pre-wrap">') + left + Markup("</p>")


def _split(source: str) -> tuple[str, str]:
    """The part of a Markdown text that is rendered, and the rest."""
    if len(source) <= LARGEST_PROSE:
        return source, ""
    end = source.rfind("\n\n", 0, LARGEST_PROSE)
    end = end if end > 0 else LARGEST_PROSE
    return source[:end], source[end:].lstrip("\n")


LONGEST_BLANK = 100
MOST_FORMULAS = 200
BLANKS = re.compile(rf"[^\S\n]{{{LONGEST_BLANK},}}+")
FORMULA = re.compile(r"\\begin\{|\\\\[(\[]|\$")
"""The Markdown parser takes quadratic time for a run of blanks, and for many beginnings of a
formula, because it searches for the end of each through the whole text."""


def _rendered(source: str, attachments: dict[str, Any]) -> Markup:
    shown = BLANKS.sub(lambda found: found[0][:LONGEST_BLANK], source)
    if _is_costly(shown) or len(FORMULA.findall(shown)) > MOST_FORMULAS:
        return _as_it_is(source)
    try:
        renderer = _Prose(escape=False, attachments=attachments)
        html = MarkdownWithMath(renderer=renderer).render(shown)
    except Exception:
        # Show a text that breaks the converter as plain text.
        return _as_it_is(source)
    # A short Markdown table can become thousands of HTML elements.
    return _as_it_is(source) if _is_costly(html) else harmless(html)


PICTURE = re.compile(r"data:image/(png|jpeg);base64,[A-Za-z0-9+/\s]++={0,2}+\s*+")
"""Possessive quantifiers prevent backtracking, which takes quadratic time for blanks before a
character that is not allowed."""

SIGNATURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}


def picture(data: Mapping[str, object]) -> str:
    """The PNG or JPEG picture in a MIME bundle as a data URL; "" if there is no valid one."""
    for kind, signature in SIGNATURES.items():
        content = data.get(kind)
        if not isinstance(content, str) or len(content) > LARGEST_PICTURE:
            continue
        content = "".join(content.split())
        try:
            if base64.b64decode(content, validate=True).startswith(signature):
                return f"data:{kind};base64,{content}"
        except (binascii.Error, ValueError):
            continue
    return ""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ACTIVE = _words(
    "applet audio base button canvas embed form frame frameset iframe input link math meta "
    "noscript object option script select svg textarea video"
)
"""Elements that run code, fetch or take input; HTML that has one can be useless without it."""

UNSEEN = (ACTIVE - {"form"}) | _words("head noembed noframes plaintext style template title xmp")
"""Elements whose content is no text to read. The text inside a form stays."""

TAGS = _words(
    "a abbr b blockquote br caption code col colgroup dd del details div dl dt em h3 h4 h5 h6 "
    "hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody "
    "td tfoot th thead tr u ul var"
)

BLOCKS = _words(
    "address article aside dialog fieldset figcaption figure footer form h1 h2 header hgroup main "
    "nav section"
)
"""Elements not in TAGS that begin a line in a browser: a line break takes their place."""

UNKNOWN = "x"
"""The name of no element in HTML, SVG or MathML."""

STYLES = _words(
    "background background-color border border-bottom border-collapse border-color border-left "
    "border-radius border-right border-spacing border-style border-top border-width color "
    "font-family font-size font-style font-weight line-height list-style-type margin "
    "margin-bottom margin-left margin-right margin-top max-width min-width padding "
    "padding-bottom padding-left padding-right padding-top text-align text-decoration "
    "vertical-align white-space width"
)


def harmless(html: str) -> Markup:
    """HTML that cannot run code, fetch anything, take input, or cover other parts of the page.

    BeautifulSoup removes elements whose content is no text, which is for the eye only. After that
    nh3 keeps what TAGS, ATTRIBUTES and STYLES list, and safety rests on nh3 alone.
    """
    if _is_costly(html):
        return _as_it_is(html)
    html = SURROGATES.sub("\N{REPLACEMENT CHARACTER}", html)
    try:
        with warnings.catch_warnings():
            # BeautifulSoup warns about text that looks like an address or XML.
            warnings.simplefilter("ignore")
            soup = BeautifulSoup(html, "html.parser")
        for element in soup.find_all(UNSEEN):
            if not element.decomposed:
                element.decompose()
        for header in soup.find_all("th"):
            # The corner of a pandas table: a screen reader would announce a heading of nothing.
            if not header.get_text(strip=True) and not header.find("img"):
                header.name = "td"
        # nh3 drops an SVG or MathML element outside its namespace with all its content, such as the
        # "<text>" in "replace <text> here". Of an unknown element it keeps the content.
        for element in soup.find_all(lambda found: found.name not in TAGS):
            if element.name in BLOCKS:
                element.insert(0, "\n")
            element.name = UNKNOWN
        return Markup(_cleaner().clean(str(soup)))
    except (RecursionError, ValueError, AssertionError):
        return _as_it_is(html)


SURROGATES = re.compile(r"[\ud800-\udfff]")
"""Halves of a character, which JSON can hold and which nh3 refuses."""

MOST_OPEN = 500
MOST_ELEMENTS = 5_000
LONGEST_TAG = 5_000
VOID = "area|br|col|hr|img|input|link|meta|source|wbr"
TAG = re.compile(rf"<(?:(/?)(?!(?:{VOID})\b)[a-z]|[a-z!?/])", re.IGNORECASE)
LONG_TAG = re.compile(rf"<[a-z][^>]{{{LONGEST_TAG}}}", re.IGNORECASE)


def _is_costly(html: str) -> bool:
    """Whether HTML is nested more deeply, or has more elements or a longer tag, than pages need.

    BeautifulSoup takes time quadratic in these, and in the attributes of a tag.
    """
    opened = 0
    for number, tag in enumerate(TAG.finditer(html), 1):
        if tag[1] is not None:
            opened = max(0, opened - 1) if tag[1] else opened + 1
        if opened > MOST_OPEN or number > 2 * MOST_ELEMENTS:
            return True
    return bool(LONG_TAG.search(PICTURE.sub("", html)))


def _as_it_is(text: str) -> Markup:
    return Markup("<pre>") + escape(text[:LARGEST_TEXT]) + Markup("</pre>")


def needs_more(html: str) -> bool:
    return bool(re.search(rf"<({'|'.join(sorted(ACTIVE))})\b", html, re.IGNORECASE))


ATTRIBUTES = {
    ("a", "href"): re.compile(r"(https?://|mailto:)[^\s]*", re.IGNORECASE),
    ("img", "src"): PICTURE,
    ("img", "alt"): re.compile(r".{0,2000}", re.DOTALL),
    ("img", "width"): re.compile(r"\d{1,4}"),
    ("img", "height"): re.compile(r"\d{1,4}"),
    ("td", "colspan"): re.compile(r"\d{1,3}"),
    ("td", "rowspan"): re.compile(r"\d{1,3}"),
    ("th", "colspan"): re.compile(r"\d{1,3}"),
    ("th", "rowspan"): re.compile(r"\d{1,3}"),
    ("th", "scope"): re.compile(r"row|col|rowgroup|colgroup"),
    ("ol", "start"): re.compile(r"\d{1,6}"),
    ("details", "open"): re.compile(r".{0,10}"),
}
EVERYWHERE = {
    "dir": re.compile(r"ltr|rtl|auto"),
    "lang": re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}"),
    "style": re.compile(r".{0,2000}", re.DOTALL),
    "title": re.compile(r".{0,500}", re.DOTALL),
}
"""No id, name or class: a learner's HTML must not imitate parts of the page."""


def _kept(tag: str, name: str, value: str) -> str | None:
    """The value of an attribute that can stay; None for one that nh3 has to drop."""
    pattern = ATTRIBUTES.get((tag, name)) or EVERYWHERE.get(name)
    if pattern is None or not pattern.fullmatch(value):
        return None
    return _plain_styles(value) or None if name == "style" else value


def _plain_styles(style: str) -> str:
    """Inline styles from STYLES, with plain values: no address, no function but a colour."""
    try:
        found = tinycss2.parse_declaration_list(style, skip_comments=True, skip_whitespace=True)
        kept = [
            f"{each.lower_name}: {tinycss2.serialize(each.value).strip()}"
            for each in found
            if each.type == "declaration"
            and each.lower_name in STYLES
            and all(_is_plain(part) for part in each.value)
        ]
    except (RecursionError, ValueError):
        return ""
    return "; ".join(kept)


def _is_plain(part: tinycss2.ast.Node) -> bool:
    """Whether a token of a style's value is a word, a colour or a size from 0 to 2000."""
    if part.type == "function":
        return part.lower_name in ("rgb", "rgba", "hsl", "hsla") and all(
            _is_plain(inner) for inner in part.arguments
        )
    if part.type in ("number", "dimension", "percentage"):
        return bool(0 <= part.value <= 2000)
    return part.type in ("ident", "hash", "whitespace", "string") or bool(part == ",")


@lru_cache
def _cleaner() -> nh3.Cleaner:
    attributes: dict[str, set[str]] = {"*": set(EVERYWHERE)}
    for tag, name in ATTRIBUTES:
        attributes.setdefault(tag, set()).add(name)
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes=attributes,
        attribute_filter=_kept,
        url_schemes={"http", "https", "mailto", "data"},
        link_rel=None,
    )
