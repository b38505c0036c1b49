"""Catalogues: the texts of a module, its translations, and prose put into a language."""

import ast
import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polib
from nbformat import NotebookNode

from course.language import Translations, with_official_pages
from course.publishing import PublishingError
from course.publishing.code_prose import is_read, prose_in, translate_code, without_magics
from course.templating import environment

HEADING = re.compile(r"(#{1,6} )(.*)", re.DOTALL)
FENCE = re.compile(r"^\s*(```|~~~)")
PLACEHOLDER = re.compile(r"\{\{\w+\}\}")
"""Stands in a page for what the builder puts there."""


@dataclass
class Text:
    """A text to translate, with the places where it occurs."""

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
        """The prose of a notebook and of its code, and the texts that code hands to t("...")."""
        for cell in notebook.cells:
            where = f"{place}:{cell.id}"
            if cell.cell_type == "code":
                for call in calls(cell.source, ("t",), where):
                    self.add(_literal(call, 0, where), where)
                for prose in prose_in(cell.source, where) if is_read(cell) else ():
                    self.add(prose.text, where)
            elif not cell.metadata.get("nbgrader"):
                self.add_markdown(cell.source, where)

    def add_markdown(self, markdown: str, place: str) -> None:
        """The blocks of prose in a Markdown text."""
        for block in blocks(markdown):
            _, prose = _heading(block)
            if _is_prose(prose):
                self.add(prose, place)

    def add_code(self, source: str, place: str) -> None:
        """The messages say("code", "...") and texts t("...") of a Python file."""
        for call in calls(source, ("say", "t"), place):
            if _name(call) == "say":
                self.add(_literal(call, 1, place), place, _literal(call, 0, place))
            else:
                self.add(_literal(call, 0, place), place)

    def add_template(self, path: Path, place: str) -> None:
        """The texts `{{ _("...") }}` of a template. Raises PublishingError."""
        from jinja2 import TemplateSyntaxError, nodes

        try:
            tree = environment(path.parent.parent).parse(path.read_text(encoding="utf-8"))
        except TemplateSyntaxError as error:
            raise PublishingError(
                f"{place}: not a valid template (line {error.lineno}: {error.message})"
            ) from error
        for call in tree.find_all(nodes.Call):
            match call.node, call.args:
                case nodes.Name(name="_"), [nodes.Const(value=str(text))]:
                    self.add(text, place)
                case nodes.Name(name="_"), _:
                    raise PublishingError(
                        f"{place}: line {call.lineno}: _(...) needs its text as a literal, or "
                        "translators never see it"
                    )


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


def translate_notebook(notebook: NotebookNode, translations: Translations, lang: str) -> None:
    """Put the prose of a notebook into a language, in place; what code does stays as it is.

    Prose is plain Markdown (nbgrader would overwrite locked Markdown with English), and the
    comments and docstrings of code that learners read.
    """
    notebook.metadata.ai4gov.language = lang
    for cell in notebook.cells:
        if is_read(cell):
            _translate_code_cell(cell, translations)
        if cell.cell_type == "markdown" and not cell.metadata.get("nbgrader"):
            translated = translate_markdown(cell.source, translations)
            cell.source = with_official_pages(translated, lang)


def _translate_code_cell(cell: NotebookNode, translations: Translations) -> None:
    translated = translate_code(
        cell.source, lambda text: translations.get((None, text), text), cell.id
    )
    if translated == cell.source:
        return
    cell.source = translated
    if "checksum" in cell.metadata.get("nbgrader", {}):
        # Imported only here: nbgrader takes half a second to load.
        from nbgrader.utils import compute_checksum

        # By it a grader knows an answer cell in which nothing was written.
        cell.metadata.nbgrader.checksum = compute_checksum(cell)


def translate_markdown(markdown: str, translations: Translations) -> str:
    """Markdown with each block translated, or in English where there is no translation."""
    translated = []
    for block in blocks(markdown):
        mark, prose = _heading(block)
        translated.append(mark + translations.get((None, prose), prose))
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
        tree = ast.parse(without_magics(source))
    except SyntaxError as error:
        raise PublishingError(
            f"{place}: not valid Python (line {error.lineno}: {error.msg})"
        ) from error
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node) in names]
    return sorted(found, key=lambda node: (node.lineno, node.col_offset))


def _name(call: ast.Call) -> str:
    """The function that is called, as in `t(...)` and `self.t(...)`; empty for any other form."""
    match call.func:
        case ast.Name(name) | ast.Attribute(ast.Name("self"), "t" as name):
            return name
    return ""


def _literal(call: ast.Call, index: int, place: str) -> str:
    argument = call.args[index] if len(call.args) > index else None
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    raise PublishingError(
        f"{place}: line {call.lineno}: {_name(call)}(...) needs its text as a literal, "
        "or translators never see it"
    )


# The catalogue files


def coverage(texts: Texts, translations: Translations) -> tuple[int, int]:
    """How many of the texts are translated, and how many there are."""
    wanted = [(text.context, text.msgid) for text in texts]
    return sum(key in translations for key in wanted), len(wanted)


def updated(texts: Texts, old: polib.POFile, path: Path, lang: str) -> str:
    """The catalogue `old`, read from `path`, with today's texts: the content of a .po file.

    Translations stay. A text that changed keeps its old translation, marked as fuzzy; one that
    was removed is dropped. Raises PublishingError for a translation that lacks a value.
    """
    template = _template(texts, lang)
    held = {(entry.msgctxt, entry.msgid): entry for entry in old if not entry.obsolete}
    new = [entry for entry in template if (entry.msgctxt, entry.msgid) not in held]
    if held and new:
        _guess(new, list(held.values()))
    for entry in template:
        known = held.get((entry.msgctxt, entry.msgid))
        if known is not None:
            entry.msgstr = known.msgstr
            entry.flags = [flag for flag in known.flags if flag == "fuzzy"]
            entry.tcomment = known.tcomment
            entry.previous_msgid = known.previous_msgid if entry.flags else None
            _refuse_placeholders(entry, path)
    return str(template) + "\n"


def _guess(new: list[polib.POEntry], known: list[polib.POEntry]) -> None:
    """Give new texts the translation of the most similar known text, as a fuzzy entry."""
    # Imported here because most builds find no new text.
    from babel.messages.catalog import Catalog

    catalog, template = Catalog(), Catalog()
    for entry in known:
        catalog.add(entry.msgid, entry.msgstr, context=entry.msgctxt)
    for entry in new:
        template.add(entry.msgid, context=entry.msgctxt)
    catalog.update(template)
    by_text = {entry.msgid: entry for entry in known}
    for entry in new:
        found = catalog.get(entry.msgid, entry.msgctxt)
        if found is not None and found.fuzzy:
            similar = by_text[found.previous_id[0]]
            entry.msgstr = str(found.string)
            entry.flags = ["fuzzy"]
            entry.tcomment = similar.tcomment
            # A text that changes twice is compared with the text that was translated.
            entry.previous_msgid = similar.previous_msgid or similar.msgid


def _refuse_placeholders(entry: polib.POEntry, path: Path) -> None:
    """A finished translation must take the values that the English text takes."""
    if entry.translated() and _fields(entry.msgid) != _fields(entry.msgstr):
        wanted = ", ".join(sorted(f"{{{name}}}" for name in _fields(entry.msgid) or ())) or "none"
        raise PublishingError(
            f"{path}: the translation of {entry.msgid[:60]!r} must hold these values in braces: "
            f"{wanted}"
        )


def _fields(text: str) -> set[str] | None:
    """The names in braces; None for a text that is not one to be filled in.

    `{,}` is no name: it is the decimal comma of a formula, as in `$0{,}05$`.
    """
    try:
        parts = string.Formatter().parse(text)
        return {name for _, name, _, _ in parts if name not in (None, ",")}
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
