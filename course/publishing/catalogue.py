"""Catalogues: the texts of a module, its translations, and prose put into a language."""

import ast
import re
import shutil
import string
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polib
from nbformat import NotebookNode

from course import language
from course.publishing import PublishingError

HEADING = re.compile(r"(#{1,6} )(.*)", re.DOTALL)
FENCE = re.compile(r"^\s*(```|~~~)")
PLACEHOLDER = re.compile(r"\{\{\w+\}\}")
"""Stands in a page for what the builder puts there."""


@dataclass
class Text:
    """A text to translate, with the places where it stands."""

    msgid: str
    context: str | None = None
    places: list[str] = field(default_factory=list)


class Texts:
    """The texts of one module, each once, in the order in which they are met."""

    def __init__(self) -> None:
        self._found: dict[tuple[str | None, str], Text] = {}

    def add(self, msgid: str, place: str, context: str | None = None) -> None:
        text = self._found.setdefault((context, msgid), Text(msgid, context))
        if place not in text.places:
            text.places.append(place)

    def __iter__(self) -> Iterator[Text]:
        return iter(self._found.values())

    def add_notebook(self, notebook: NotebookNode, place: str) -> None:
        """The prose of a notebook, and the texts that its code hands to t("...")."""
        for cell in notebook.cells:
            where = f"{place}:{cell.id}"
            if cell.cell_type == "code":
                for call in calls(cell.source, ("t",), where):
                    self.add(_literal(call, 0, where), where)
            elif not cell.metadata.get("nbgrader"):
                for block in blocks(cell.source):
                    _, prose = _heading(block)
                    if _is_prose(prose):
                        self.add(prose, where)

    def add_code(self, source: str, place: str) -> None:
        """The messages say("code", "...") and texts t("...") of a Python file."""
        for call in calls(source, ("say", "t"), place):
            if _name(call) == "say":
                self.add(_literal(call, 1, place), place, _literal(call, 0, place))
            else:
                self.add(_literal(call, 0, place), place)


def blocks(markdown: str) -> list[str]:
    """Markdown in the pieces that are translated one by one: paragraphs, lists, tables.

    A fenced block of code stays in one piece.
    """
    found: list[list[str]] = [[]]
    fenced = ""
    for line in markdown.split("\n"):
        fence = FENCE.match(line)
        if fence and fenced in ("", fence[1]):
            fenced = "" if fenced else fence[1]
        if not line.strip() and not fenced:
            found.append([])
        else:
            found[-1].append(line)
    return ["\n".join(lines) for lines in found if lines]


def translate_notebook(notebook: NotebookNode, module: str, lang: str) -> None:
    """Put the prose of a notebook into a language, in place; code stays as it is.

    Only plain Markdown is prose: nbgrader would overwrite locked Markdown with English.
    """
    notebook.metadata.ai4gov.language = lang
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and not cell.metadata.get("nbgrader"):
            cell.source = translate_markdown(cell.source, module, lang)


def translate_markdown(markdown: str, module: str, lang: str) -> str:
    """Markdown with each block in a language, or in English where it is not translated."""
    translated = []
    for block in blocks(markdown):
        mark, prose = _heading(block)
        translated.append(mark + language.text(prose, module=module, lang=lang))
    return "\n\n".join(translated)


def _heading(block: str) -> tuple[str, str]:
    """A heading's mark and its text; no mark for any other block."""
    heading = HEADING.match(block)
    return (heading[1], heading[2]) if heading else ("", block)


def _is_prose(block: str) -> bool:
    if FENCE.match(block) or PLACEHOLDER.fullmatch(block):
        return False
    return bool(re.search(r"[^\W\d_]{2}", block))


def calls(source: str, names: Iterable[str], place: str) -> list[ast.Call]:
    """The calls of the named functions in Python code, in the order of the text."""
    try:
        tree = ast.parse(_without_magics(source))
    except SyntaxError as error:
        raise PublishingError(
            f"{place}: not valid Python (line {error.lineno}: {error.msg})"
        ) from error
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node) in names]
    return sorted(found, key=lambda node: (node.lineno, node.col_offset))


def _without_magics(source: str) -> str:
    return re.sub(r"^(\s*)[%!].*$", r"\1pass", source, flags=re.MULTILINE)


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _literal(call: ast.Call, index: int, place: str) -> str:
    argument = call.args[index] if len(call.args) > index else None
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    raise PublishingError(
        f"{place}: line {call.lineno}: {_name(call)}(...) needs its text as a literal, "
        "or translators never see it"
    )


# The catalogue files


def coverage(texts: Texts, path: Path) -> tuple[int, int]:
    """How many of the texts a catalogue translates, and how many there are."""
    finished = {(e.msgctxt, e.msgid) for e in language.read_catalogue(path) if e.translated()}
    wanted = [(text.context, text.msgid) for text in texts]
    return sum(key in finished for key in wanted), len(wanted)


def updated(texts: Texts, path: Path, lang: str) -> str:
    """The catalogue in `path` with today's texts, as the content of a .po file.

    Translations stay; a text that changed keeps its old translation as a fuzzy guess;
    one that is gone goes. Raises PublishingError when the guesses need gettext's msgmerge
    and it is not installed.
    """
    old = language.read_catalogue(path)
    template = _template(texts, lang)
    held = {(entry.msgctxt, entry.msgid): entry for entry in old if not entry.obsolete}
    wanted = [(entry.msgctxt, entry.msgid) for entry in template]
    if held and any(key not in held for key in wanted):
        merged = _msgmerge(path, template)
        held = {(entry.msgctxt, entry.msgid): entry for entry in merged if not entry.obsolete}
    for entry in template:
        known = held.get((entry.msgctxt, entry.msgid))
        if known is not None:
            entry.msgstr = known.msgstr
            entry.flags = [flag for flag in known.flags if flag == "fuzzy"]
            entry.tcomment = known.tcomment
            entry.previous_msgid = known.previous_msgid if entry.flags else None
            _refuse_placeholders(entry, path)
    return str(template) + "\n"


def _refuse_placeholders(entry: polib.POEntry, path: Path) -> None:
    """A finished translation must take the values that the English text takes."""
    if entry.translated() and _fields(entry.msgid) != _fields(entry.msgstr):
        wanted = ", ".join(sorted(f"{{{name}}}" for name in _fields(entry.msgid) or ())) or "none"
        raise PublishingError(
            f"{path}: the translation of {entry.msgid[:60]!r} must hold these values in braces: "
            f"{wanted}"
        )


def _fields(text: str) -> set[str] | None:
    """The names in braces; None for a text that is not one to be filled in."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def _template(texts: Texts, lang: str) -> polib.POFile:
    template = polib.POFile(wrapwidth=92)
    template.metadata = {
        "Project-Id-Version": "AI for the Public Sector",
        "Language": lang,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for text in texts:
        template.append(
            polib.POEntry(
                msgid=text.msgid,
                msgctxt=text.context,
                occurrences=[(place, "") for place in text.places],
            )
        )
    return template


def _msgmerge(path: Path, template: polib.POFile) -> polib.POFile:
    if shutil.which("msgmerge") is None:
        raise PublishingError(
            f"{path}: texts have changed and gettext is not installed; "
            "install it (Debian: apt-get install gettext) and build again"
        )
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder, "module.pot")
        pot.write_text(str(template) + "\n", encoding="utf-8")
        merged = subprocess.run(
            ["msgmerge", "--quiet", "--previous", "--no-wrap", str(path), str(pot)],
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
    if merged.returncode:
        raise PublishingError(f"{path}: msgmerge says: {merged.stderr.strip().splitlines()[0]}")
    return polib.pofile(merged.stdout)
