"""Attacks by what a notebook holds: marks, metadata, outputs, prose, and patterns for its pages."""

from collections.abc import Callable
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output, new_raw_cell

from tests.autograder.attacks.assignment import marks
from tests.autograder.attacks.attacks import Edit, attack, filled, part
from tests.autograder.attacks.kinds import Kind

# Tags and metadata


def editing(
    name: str, tries: str, kind: Kind = Kind.EDITED, start: str = "", end: str = ""
) -> Callable[[Edit], Edit]:
    """Make an attack of a function that changes the notebook; with cells, where some are given."""
    cells = {place: source for place, source in (("start", start), ("end", end)) if source}

    def add(edit: Edit) -> Edit:
        attack(kind, name, tries, cells, edit=edit)
        return edit

    return add


def _tests(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if str(cell.id).startswith("test-")]


@editing("tags", "marks its test cells to be skipped")
def _(notebook: NotebookNode) -> None:
    for cell in _tests(notebook):
        cell.metadata["tags"] = ["skip-execution", "raises-exception", "remove-cell", "in-process"]


@editing("more-points", "gives itself points in the metadata")
def _(notebook: NotebookNode) -> None:
    for cell in _tests(notebook):
        cell.metadata.nbgrader["points"] = 1000
    notebook.metadata["points"] = 1000


@editing("odd-points", "has points that are no numbers")
def _(notebook: NotebookNode) -> None:
    for cell, points in zip(_tests(notebook), ("NaN", [], {"a": 1}, -5, "1e9"), strict=True):
        cell.metadata.nbgrader["points"] = points


@editing("swapped-tests", "gives all tests the name of the one that it passes")
def _(notebook: NotebookNode) -> None:
    for cell in _tests(notebook):
        cell.metadata.nbgrader["grade_id"] = "test-add"


@editing("swapped-names", "exchanges the names of the tests")
def _(notebook: NotebookNode) -> None:
    cells = _tests(notebook)
    names = [cell.metadata.nbgrader["grade_id"] for cell in cells]
    for cell, name in zip(cells, names[1:] + names[:1], strict=True):
        cell.metadata.nbgrader["grade_id"] = name


@editing("emptied-tests", "unlocks the tests and empties them")
def _(notebook: NotebookNode) -> None:
    for cell in _tests(notebook):
        cell.metadata.nbgrader |= {"locked": False, "solution": True}
        cell.source = "pass"


@editing("tests-as-text", "makes text cells of the tests")
def _(notebook: NotebookNode) -> None:
    for cell in _tests(notebook):
        cell.cell_type = "markdown"
        cell.source = "passed"
        del cell["outputs"], cell["execution_count"]


@editing("raw-tests", "makes raw cells of the tests")
def _(notebook: NotebookNode) -> None:
    for cell in _tests(notebook):
        cell.cell_type = "raw"
        del cell["outputs"], cell["execution_count"]


@editing("answers-as-tests", "marks its own cells as tests, also under the tests' names")
def _(notebook: NotebookNode) -> None:
    for name in ("total", "model", "extra"):
        tested = marks(f"test-{name}", 100)
        notebook.cells.insert(2, new_code_cell("3.0", metadata=tested))


@editing("doubled-tests", "has each test twice, first with a source of its own")
def _(notebook: NotebookNode) -> None:
    for cell in _tests(notebook):
        twin = new_code_cell("pass", metadata=cell.metadata)
        notebook.cells.insert(notebook.cells.index(cell), twin)


@editing("deleted-tests", "leaves the tests out that it does not pass")
def _(notebook: NotebookNode) -> None:
    for cell in _tests(notebook)[1:]:
        notebook.cells.remove(cell)


@editing("tests-first", "moves the tests before everything, and its answers to the end")
def _(notebook: NotebookNode) -> None:
    notebook.cells.sort(key=lambda cell: not str(cell.id).startswith("test-"))


@editing("other-kernel", "asks for a kernel of its own with a command to start")
def _(notebook: NotebookNode) -> None:
    notebook.metadata["kernelspec"] = {
        "name": "bash",
        "language": "bash",
        "display_name": "b",
        "argv": ["sh", "-c", "touch /tmp/ai4gov-attack-other-kernel"],
    }
    notebook.metadata["language_info"] = {"name": "bash"}


@editing("our-metadata", "forges what the grader itself keeps in a notebook")
def _(notebook: NotebookNode) -> None:
    notebook.metadata["ai4gov"] = {
        "language": "../../..",
        "mode": "in-process",
        "in-process": True,
        "attention": "none",
        "graded": {"level": "cgroup", "mode": "examiner", "points": 10},
    }
    notebook.metadata["celltoolbar"] = "Create Assignment"
    notebook.metadata["nbgrader"] = {"mode": "in-process", "points": 1000}


@editing("odd-marks", "has marks of other versions and of wrong types")
def _(notebook: NotebookNode) -> None:
    cells = _tests(notebook)
    cells[0].metadata.nbgrader["schema_version"] = 99
    cells[1].metadata.nbgrader["schema_version"] = 1
    cells[2].metadata["nbgrader"] = [1, 2]
    cells[3].metadata.nbgrader["grade_id"] = ["test-share"]


@editing("odd-cells", "has cells with doubled ids, broken sources and lists for texts")
def _(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        cell["id"] = "same"
    notebook.cells.append(new_code_cell("def (:\n \x00", id="same"))
    notebook.cells.append(new_code_cell("\ud800", id="same"))


@editing("odd-version", "says that it is of a format to come")
def _(notebook: NotebookNode) -> None:
    notebook["nbformat"], notebook["nbformat_minor"] = 4, 99
    notebook.metadata["orig_nbformat"] = 99


@editing("deep-metadata", "nests its metadata deeply")
def _(notebook: NotebookNode) -> None:
    nested: list[Any] = []
    for _ in range(900):
        nested = [nested]
    notebook.metadata["deep"] = nested
    notebook.cells[-1].metadata["deep"] = nested


@editing("many-cells", "has three thousand cells")
def _(notebook: NotebookNode) -> None:
    notebook.cells.extend(new_code_cell("1") for _ in range(3000))


@editing("large-notebook", "has a cell of eight million characters")
def _(notebook: NotebookNode) -> None:
    notebook.cells.append(new_code_cell("x = '" + "x" * 8_000_000 + "'"))


@editing("full-metadata", "fills its metadata with a million empty mappings")
def _(notebook: NotebookNode) -> None:
    notebook.metadata["full"] = [{}] * 1_000_000


@editing("full-outputs", "is handed in with an output of a million empty lists")
def _(notebook: NotebookNode) -> None:
    data: dict[str, Any] = {"application/json": [[]] * 1_000_000}
    notebook.cells.append(new_code_cell("1", outputs=[new_output("display_data", data)]))


@editing("carriage-returns", "has Markdown come to life after a gap of carriage returns")
def _(notebook: NotebookNode) -> None:
    gap = "\r\r[a](javascript:alert(1)) ![b](https://example.org/b) <script>alert(1)</script>"
    notebook.cells += [new_markdown_cell("<i>" * 600 + gap), new_raw_cell("a" + gap)]


@editing("half-characters", "has halves of characters in its texts, names, marks and outputs")
def _(notebook: NotebookNode) -> None:
    half = chr(0xD800) + "x"
    notebook.metadata[half] = half
    notebook.cells.insert(1, new_code_cell(part("half-characters")))
    notebook.cells.insert(1, new_markdown_cell(half, metadata={half: half}))
    notebook.cells.append(new_code_cell(f"x = '{half}'", metadata={"nbgrader": half}))


OUTCOME = {
    "application/vnd.ai4gov.outcome+json": {
        "exercise": "share",
        "state": "right",
        "code": "right",
        "points": 3,
        "out_of": 3,
    },
    "text/plain": "3.0",
}


@editing("forge-saved-outputs", "hands in test cells with outputs of full points", Kind.FORGED)
def _(notebook: NotebookNode) -> None:
    for cell in _tests(notebook):
        cell.execution_count = 1
        cell.outputs = [new_output("execute_result", OUTCOME, execution_count=1)]


def failing_helper(words: str) -> NotebookNode:
    """A cell that makes the instructor's own first cell fail with an error of these words."""
    return new_code_cell(filled("failing-helper", WORDS=repr(words)), id="before")


@editing(
    "forge-terminal",
    "has the instructor's own cell fail with words that a terminal obeys",
    Kind.FORGED,
)
def _(notebook: NotebookNode) -> None:
    notebook.cells.insert(1, failing_helper("\x1b[2J\x1b]0;graded\x07\x9b1A\u202e"))


@editing(
    "formulas-in-reasons",
    "has the instructor's own cell fail with formulas of a spreadsheet",
    Kind.PAGES,
)
def _(notebook: NotebookNode) -> None:
    formulas = "x;=cmd|'/C calc'!A0;\t+1+1\t@SUM(1),-2\n=1+1"
    notebook.cells.insert(1, failing_helper(formulas))


@editing(
    "output-updates-of-tests",
    "updates from its process what tests and other cells have shown",
    Kind.OUTPUTS,
    end=part("updates-of-tests"),
)
def _(notebook: NotebookNode) -> None:
    notebook.cells.append(new_code_cell("pass"))


@editing(
    "flood-notebook",
    "fills each of three hundred cells as far as a cell may be filled",
    Kind.FLOODS,
)
def _(notebook: NotebookNode) -> None:
    notebook.cells.extend(
        new_code_cell("print('x' * 1_000_000)", id=f"full-{number}") for number in range(300)
    )


@editing(
    "flood-past-the-recorder",
    "tells of sixty million characters for each cell, past what counts them",
    Kind.FLOODS,
    start=part("past-the-recorder"),
)
def _(notebook: NotebookNode) -> None:
    notebook.cells.extend(new_code_cell("pass", id=f"full-{number}") for number in range(40))


# Scripts in feedback

ACTIVE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)><iframe src='javascript:alert(1)'>"
    "</iframe><svg onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>"
    "<a href='java&#x09;script:alert(1)'>x</a><form action='http://example.org'><input></form>"
    "<meta http-equiv=refresh content='0;url=http://example.org'><base href='http://example.org'>"
    "<div style='background:url(http://example.org/x)'>x</div></pre></div></main>"
    "<link rel=stylesheet href='http://example.org'><math><mi xlink:href='javascript:1'></math>"
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>"
)
attack(
    Kind.SCRIPTS,
    "script-in-html",
    "shows HTML that runs and fetches",
    {"start": f"from IPython.display import HTML\nHTML({ACTIVE!r})"},
)
attack(
    Kind.SCRIPTS,
    "script-in-output",
    "shows JavaScript, SVG, LaTeX and pictures that are none",
    {"start": filled("script-in-output", ACTIVE=repr(ACTIVE))},
)
attack(
    Kind.SCRIPTS,
    "script-in-errors",
    "raises errors whose name and text are HTML",
    {
        "start": f"raise type({ACTIVE!r}, (Exception,), {{}})({ACTIVE!r})",
        "total": f"def total(values, weight):\n    raise ValueError({ACTIVE!r})",
        "share": f"print({ACTIVE!r})\nshare = {ACTIVE!r}",
    },
)


@editing("script-in-prose", "writes text cells with HTML that runs", Kind.SCRIPTS)
def _(notebook: NotebookNode) -> None:
    picture = "![x](http://example.org/x.png)"
    told = (
        f"# {ACTIVE}\n[x](javascript:alert(1))\n\n{picture}\n\n"
        f"```html\n{ACTIVE}\n```\n$<script>alert(1)</script>$"
    )
    notebook.cells += [new_markdown_cell(ACTIVE), new_markdown_cell(told)]


def _script_in_metadata(notebook: NotebookNode) -> None:
    notebook.metadata.update(
        {
            "title": ACTIVE,
            "ai4gov": {"language": ACTIVE, "attention": [{"code": ACTIVE}, ACTIVE]},
            "kernelspec": {"name": ACTIVE, "display_name": ACTIVE, "language": ACTIVE},
            "authors": [{"name": ACTIVE}],
        }
    )


attack(
    Kind.SCRIPTS,
    "script-in-metadata",
    "has HTML in names, languages, ids and file names",
    files={"<img src=x onerror=alert(1)>.txt": b"x"},
    edit=_script_in_metadata,
)

# Notebooks of an odd form


@editing(
    "attached-paths",
    "attaches files by paths, addresses and types that there are not",
    Kind.EDITED,
)
def _(notebook: NotebookNode) -> None:
    attached = {
        "../../x.png": {"image/png": "../../secret.txt"},
        "x.svg": {"image/svg+xml": "<svg onload=alert(1)>"},
        "y.png": {"image/png": ["a"] * 10, "text/html": "<script>alert(1)</script>"},
        "javascript:alert(1)": {"image/png": "x"},
    }
    shown = "".join(f"![x](attachment:{name})\n" for name in attached)
    notebook.cells.append(new_markdown_cell(shown, attachments=attached))


@editing("state-of-widgets", "hands in the state of widgets with models of its own")
def _(notebook: NotebookNode) -> None:
    state = {"a": {"model_module": "https://example.org/x.js", "model_name": "X", "state": {}}}
    kind = "application/vnd.jupyter.widget-state+json"
    notebook.metadata["widgets"] = {kind: {"state": state, "version_major": 2}}
    view = {"application/vnd.jupyter.widget-view+json": {"model_id": "a", "version_major": 2}}
    notebook.cells.append(new_code_cell("1", outputs=[new_output("display_data", view)]))


# Pages of feedback

PAGES = "patterns on feedback pages"


def prose(name: str, tries: str, *texts: str) -> None:
    """Make an attack of text cells."""

    def edit(notebook: NotebookNode) -> None:
        notebook.cells += [new_markdown_cell(text) for text in texts]

    attack(Kind.PAGES, name, tries, edit=edit)


def shown(name: str, tries: str, *texts: str) -> None:
    """Make an attack of a cell that displays texts as HTML."""
    attack(Kind.PAGES, name, tries, {"end": filled("show-texts", TEXTS=repr(texts))})


prose("slow-tables", "writes Markdown tables without end", "a|b\n-|-\n" * 2400, "|" * 19_000)
prose("slow-emphasis", "opens emphasis and never ends it", "***a" * 4900, "_a __b" * 3200)
prose(
    "slow-formulas",
    "opens formulas and never ends them",
    "\\begin{a}" * 2200,
    "$$a" * 6000,
    "\\\\(" * 6000,
)
prose(
    "slow-links",
    "opens links and references and never ends them",
    "[a](" * 4900,
    "[" * 19_000,
    "![a][" * 3900,
    "<a@" * 6000,
)
prose(
    "slow-lists",
    "nests lists and quotations a hundred deep",
    "".join("  " * n + "- a\n" for n in range(130)),
    ">" * 15_000,
    "1. " * 6000,
)
prose(
    "slow-comments",
    "opens comments, declarations and CDATA and never ends them",
    "<!--" * 4900,
    "<![CDATA[" * 2200,
    "<?" * 9000,
    "<!a" * 6000,
    "&" * 19_000,
)
prose("slow-fences", "opens blocks of code and never ends them", "`a" * 9000, "~~~\n" * 4900)
shown(
    "slow-pictures",
    "shows pictures that are blanks, and styles without end",
    '<img src="data:image/png;base64,A' + " " * 98_000 + '!">',
    "<b style='" + "color:rgb(" * 9000 + "'>x",
    "<b style='" + "/*" * 40_000 + "'>",
)
shown(
    "slow-tags",
    "shows tags and attributes without number and without end",
    "<b " + " a=1" * 24_000 + ">",
    "<" * 99_000,
    "<b><i>" * 16_000,
    "</p>" * 24_000,
)
shown(
    "styles-that-fetch",
    "shows styles that fetch, cover the page or run",
    '<b style="background:u\\72l(//example.org/x)">a</b>',
    "<b style='background-image:image-set(\"//example.org/x\" 1x)'>a</b>",
    "<b style='width:expression(alert(1));behavior:url(x);-moz-binding:url(x)'>a</b>",
    "<style>@import '//example.org/x.css'; *{background:url(//example.org)}</style>",
    "<b style='position:fixed;inset:0;z-index:9;font:1px/1 \"};*{background:url(x)\"'>a</b>",
)
shown(
    "pages-of-two-kinds",
    "shows texts that are HTML, SVG, comment and script at once",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<template><script>alert(1)</script></template><xmp><img src=x onerror=alert(1)></xmp>",
    "<a href='\x01javascript:alert(1)'>a</a><a href=' java\nscript:alert(1)'>b</a>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe><object data='data:text/html,x'>",
)
prose(
    "templates-in-prose",
    "writes what templates, MathJax and Markdown would act on",
    "{{ 7 * 7 }} {% include '/etc/passwd' %} {{ config }} ${7*7} <%= 7 %> #{7}",
    "$\\href{javascript:alert(1)}{x} \\unicode{x41}[onload=alert(1)] \\require{html}$",
    '<https://example.org/"onmouseover=alert(1)> [a]: javascript:alert(1)\n[x][a]',
    "[x](data:text/html;base64,PHNjcmlwdD4=) [y](vbscript:x) ![z](//example.org/z.png)",
)
