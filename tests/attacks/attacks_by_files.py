"""Attacks by what is handed in and what is written: files, times, folders, notebooks and pages."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from tests.attacks.assignment import NAME
from tests.attacks.attacks import FINGERS, attack, editing

# Files that cells write

WRITTEN = "files that cells write"

attack(
    WRITTEN,
    "written-links",
    "writes links and hard links to files that are not its own under names of data",
    end="""
import os
targets = ["/proc/self/environ", "/proc/1/environ", "/etc/passwd", "/etc/shadow", "helper.py",
           "@COURSE@/gradebook.db", "@COURSE@/secret.txt", "@COURSE@/checks/ps1/hidden_checks.py"]
for number, target in enumerate(targets):
    for make in (os.symlink, os.link):
        try: make(target, f"{make.__name__}{number}.txt")
        except OSError as error: print(error)
os.symlink("@COURSE@", "folder")
os.symlink("/", "root.csv")
""",
)
attack(
    WRITTEN,
    "written-pipes",
    "writes pipes, sockets and devices under names of data",
    end="""
import os, socket, stat
os.mkfifo("pipe.csv")
socket.socket(socket.AF_UNIX).bind("socket.txt")
for number, device in enumerate((os.makedev(1, 5), os.makedev(1, 1), os.makedev(8, 0))):
    try: os.mknod(f"device{number}.bin", stat.S_IFCHR | 0o666, device); print("OPENED")
    except OSError as error: print(error)
""",
)
attack(
    WRITTEN,
    "written-many",
    "writes three thousand files, and folders below folders",
    end="""
import os
for number in range(3000): open(f"{number}.csv", "w").close()
os.makedirs("a/" * 200)
open("a/" * 200 + "deep.csv", "w").close()
""",
)
attack(
    WRITTEN,
    "written-hollow",
    "writes a file that says it has a terabyte, and one of a hundred megabytes",
    end="""
for name, size in (("hollow.csv", 2**40), ("large.csv", 10**8)):
    try:
        with open(name, "wb") as file: file.truncate(size)
    except OSError as error: print(error)
""",
)
attack(
    WRITTEN,
    "written-for-nbgrader",
    "writes files that nbgrader, Jupyter and Python act on",
    end="""
names = ["timestamp.txt", "TIMESTAMP.TXT", "submission_secret.txt", "nbgrader_config.py",
         "nbgrader_config.json", "jupyter_config.json", "jupyter_notebook_config.json", ".env",
         "sitecustomize.py", "hidden_checks.py", "checks.py", "gradebook.db", "feedback_info.json"]
for name in names:
    with open(name, "w") as file: file.write("2001-01-01 00:00:00 UTC")
""",
)
attack(
    WRITTEN,
    "written-look-alikes",
    "writes files whose names look like those that nbgrader acts on",
    end="""
names = ["timest\\u0430mp.txt", "timestamp\\u200b.txt", "timestamp.txt ", " timestamp.txt",
         "timestamp\\u00a0.txt", "\\uff54imestamp.txt", "timestamp.txt\\n", "timestamp.tx\\u0442",
         "nbgr\\u0430der_config.py", "ps1.ipynb.json", "ps1\\u202etxt.csv", "ps1.ipynb\\u2028.csv"]
for name in names:
    try:
        with open(name, "w") as file: file.write("2001-01-01 00:00:00 UTC")
    except OSError as error: print(error)
""",
)
attack(
    WRITTEN,
    "written-pages",
    "writes pages and pictures whose scripts run in the reader's browser",
    end="""
page = "<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>"
for name in ("page.html", "page.htm", "page.xhtml", "picture.svg", "data.xml", "PAGE.HTML",
             "page.shtml", "page.mht", "style.css", "code.js", "page.html.csv", "page.svgz",
             "page.xht", "page.html.html", "page.ipynb", "other.ipynb", "page.xsl"):
    with open(name, "w") as file: file.write(page)
""",
)
attack(
    WRITTEN,
    "written-over-given",
    "writes over the instructor's files and over those that it handed in",
    files={"own.csv": b"a\n1\n", "table/own.csv": b"a\n1\n"},
    end="""
import os, shutil
open("helper.py", "w").write("tolerance = 1e9")
os.remove("own.csv"); os.mkdir("own.csv"); open("own.csv/x.csv", "w").close()
shutil.rmtree("table"); open("table", "w").close(); open("table.csv", "w").close()
os.mkdir("helper"); open("helper/x.csv", "w").close()
""",
)
attack(
    WRITTEN,
    "written-below-the-notebook",
    "writes files into a folder that has the name of its notebook",
    end="""
import os
os.makedirs("ps1.ipynb/deep", exist_ok=True)
for name in ("ps1.ipynb/x.csv", "ps1.ipynb/deep/x.csv", "ps1.ipynb/deep/timestamp.txt"):
    open(name, "w").close()
os.makedirs("timestamp.txt", exist_ok=True)
open("timestamp.txt/x.csv", "w").close()
""",
)
LYING_FILES = """
import os, socket, struct, json
from autograder import channel as frames
from autograder.bridge import written_files as written
def lie(names, content=b"x"):
    written.collect = lambda folder, given: {name: content for name in names}
"""
attack(
    WRITTEN,
    "files-elsewhere",
    "tells of written files that would lie elsewhere",
    end=LYING_FILES
    + """
tops = ("../", "../../", "/tmp/", "@COURSE@/", "a/../../", "./", "//", "~/", "C:\\\\", "..\\\\")
lie([top + "ai4gov-attack-@NAME@.txt" for top in tops] + ["", "/", ".", "..", "a//b.csv"])
""",
)
attack(
    WRITTEN,
    "files-of-long-names",
    "tells of written files whose names are too long for any disk",
    end=LYING_FILES
    + r"""
wide = ("\u5b57" * 96, "\U0001f600" * 96, "a" * 100, "a" * 300, "\u5b57" * 90)
lie([name + ".csv" for name in wide] + ["/".join([wide[0]] * 3) + "/x.csv", "x." + "csv" * 90])
""",
)
attack(
    WRITTEN,
    "files-within-files",
    "tells of written files that are folders too, each once before and once after",
    end=LYING_FILES
    + """
lie(["a.csv", "a.csv/b.csv", "c.csv/d.csv", "c.csv", "helper.py/x.csv", "ps1.ipynb/x.csv",
     "A.csv", "a.CSV", "timestamp.txt/x.csv", "ps1.ipynb", "a.csv/b.csv/c.csv"])
""",
)
attack(
    WRITTEN,
    "files-that-are-none",
    "tells of written files with names that are no text and contents without names",
    end=LYING_FILES
    + """
inner = frames.Channel.send
def send(self, header, *rest):
    if header.get("did") == "files":
        for names in ([None, 5, ["x.csv"], {"a": 1}, True], {"x.csv": 1}, "x.csv", 10**300):
            inner(self, header | {"names": names}, [b"x"] * 5)
    return inner(self, header, *rest)
frames.Channel.send = send
""",
)
attack(
    WRITTEN,
    "files-too-early",
    "tells of written files before it is asked, with the contents of others",
    end=FINGERS
    + """
for names in (["timestamp.txt"], ["ps1.ipynb"], ["../../x.txt"], ["x.html"]):
    shout(struct.pack("!II", 0, 0))
    shout(frame({"did": "files", "names": names, "parts": [1]}, b"x"))
""",
)
attack(
    WRITTEN,
    "files-exchanged",
    "exchanges its files for links and folders while they are collected",
    end="""
import os, threading
def exchange():
    for turn in range(10**9):
        for name in ("a.csv", "b.csv", "f"):
            try:
                if turn % 3 == 0: os.symlink("/proc/self/environ", name + ".new")
                elif turn % 3 == 1: open(name + ".new", "w").close()
                else: os.symlink("@COURSE@", name + ".new")
                os.replace(name + ".new", name)
            except OSError: pass
for name in range(100): open(f"{name}.csv", "w").write("x" * 1000)
threading.Thread(target=exchange, daemon=True).start()
""",
)


# Times of handing in

TIMES = "times of handing in"


def timed(name: str, tries: str, content: bytes) -> None:
    def put(place: Path, course: Path) -> None:
        (place / "timestamp.txt").write_bytes(content)

    attack(TIMES, name, tries, folder=put)


def placed(kind: str, name: str, tries: str, **told) -> Callable:
    def add(folder: Callable[[Path, Path], None]) -> Callable:
        attack(kind, name, tries, folder=folder, **told)
        return folder

    return add


timed("time-of-digits", "hands in a time of as many digits as are read", b"1" * 100)
timed("time-of-a-million-digits", "hands in a time of a million digits", b"1" * 1_000_000)
timed("time-after-all-times", "hands in the last time there is, west of all zones",
      b"9999-12-31 23:59:59 -23:59")  # fmt: skip
timed("time-in-an-odd-zone", "hands in a time in a zone that is a path",
      b"2026-11-20 10:00:00 ../../../../etc/passwd")  # fmt: skip
timed("time-in-wide-letters", "hands in a time as UTF-16", "2026-11-20 10:00:00".encode("utf-16"))
timed("time-for-a-terminal", "hands in a time with words that a terminal obeys",
      b"\x1b[2J\x1b]0;graded\x07\n=cmd|'/C calc'!A0;\xe2\x80\xae")  # fmt: skip
timed("time-in-words", "hands in a time in words", b"now, tomorrow at noon, in 1000000 years")
timed("time-that-never-was", "hands in seconds, hours and days that there are not",
      b"2026-02-30T24:61:61.9999999999 UTC+99:99")  # fmt: skip
timed("time-without-numbers", "hands in a time that is not a number", b"nan inf -1e999 NaT")


@placed(TIMES, "time-behind-a-link", "hands in a link to the instructor's secret as its time")
def _(place: Path, course: Path) -> None:
    (place / "timestamp.txt").unlink()
    (place / "timestamp.txt").symlink_to(course / "secret.txt")


@placed(TIMES, "time-in-a-folder", "hands in a folder in place of its time")
def _(place: Path, course: Path) -> None:
    (place / "timestamp.txt").unlink()
    (place / "timestamp.txt").mkdir()
    (place / "timestamp.txt" / "timestamp.txt").write_text("2001-01-01")


@placed(TIMES, "time-in-a-pipe", "hands in a pipe in place of its time")
def _(place: Path, course: Path) -> None:
    (place / "timestamp.txt").unlink()
    os.mkfifo(place / "timestamp.txt")


# Folders

FOLDERS = "folders"


@placed(FOLDERS, "folder-of-great-depth", "hands in folders two thousand deep")
def _(place: Path, course: Path) -> None:
    here = os.getcwd()
    try:
        os.chdir(place)
        for _ in range(2000):
            os.mkdir("d")
            os.chdir("d")
    finally:
        os.chdir(here)


@placed(FOLDERS, "folder-of-great-width", "hands in twenty-one thousand empty folders")
def _(place: Path, course: Path) -> None:
    for number in range(21_000):
        (place / str(number)).mkdir()


@placed(FOLDERS, "folder-is-a-link", "hands in a link to another submission as its own folder")
def _(place: Path, course: Path) -> None:
    shutil.rmtree(place)
    place.symlink_to(course / "submitted" / "m-other" / NAME)


@placed(FOLDERS, "student-is-a-link", "hands in a link to another student as itself")
def _(place: Path, course: Path) -> None:
    shutil.rmtree(place.parent)
    place.parent.symlink_to(course / "submitted" / "m-other")


@placed(FOLDERS, "links-on-each-level", "hands in links on each level of its folders")
def _(place: Path, course: Path) -> None:
    deep = place
    for target in ("..", "../..", str(course), "/", ".", "../m-other"):
        deep = deep / "d"
        deep.mkdir()
        (deep / "link").symlink_to(target)
        (deep / "file.csv").symlink_to(course / "gradebook.db")
    (place / "e").symlink_to("d/d/d/link")


@placed(FOLDERS, "folder-names-of-no-text", "hands in folders and files whose names are no text")
def _(place: Path, course: Path) -> None:
    for name in (
        b"\xe9t\xe9",
        b"\xff\xfe\xfd",
        b"a\n\x1b[2Jb",
        b"\xc0\xaf..\xc0\xaf",
        b"\x80" * 200,
    ):
        inner = os.fsencode(place) + b"/" + name
        os.mkdir(inner)
        with open(inner + b"/" + name + b".csv", "wb") as file:
            file.write(b"x")


@placed(FOLDERS, "folder-with-other-cases", "hands in its notebook in several writings of its name")
def _(place: Path, course: Path) -> None:
    content = (place / f"{NAME}.ipynb").read_bytes()
    for name in (
        "PS1.ipynb",
        "ps1.IPYNB",
        "ps1 .ipynb",
        "ps1.ipynb ",
        "./ps1.ipynb.ipynb",
        "p\u015b1.ipynb",
    ):
        (place / name).write_bytes(content)


@placed(FOLDERS, "folder-of-long-names", "hands in names as long as a disk can hold, nested")
def _(place: Path, course: Path) -> None:
    here = os.getcwd()
    try:
        os.chdir(place)
        for _ in range(40):
            os.mkdir("x" * 255)
            os.chdir("x" * 255)
        Path("y" * 251 + ".csv").write_text("x")
    finally:
        os.chdir(here)


@placed(FOLDERS, "folder-over-autograded", "hands in files with the names of folders beside it")
def _(place: Path, course: Path) -> None:
    for name in (f".{NAME}.new", f".{NAME}.old", "autograded", "feedback", ".git"):
        (place / name).mkdir()
        (place / name / "x.csv").write_text("x")
    (place.parent / f".{NAME}.new").write_text("x")


# Notebooks


FORM = "notebooks of an odd form"


def written_as(name: str, tries: str) -> Callable:
    """An attack that changes the text of its notebook."""

    def add(change: Callable[[dict], bytes | str]) -> Callable:
        def folder(place: Path, course: Path) -> None:
            path = place / f"{NAME}.ipynb"
            text = change(json.loads(path.read_text()))
            path.write_bytes(text if isinstance(text, bytes) else text.encode())

        attack(FORM, name, tries, folder=folder)
        return change

    return add


@written_as(
    "form-huge-numbers", "has numbers of four thousand digits where versions and counts are"
)
def _(told: dict) -> str:
    told["nbformat_minor"] = "@"
    told["metadata"]["x"] = "@"
    told["cells"][1]["execution_count"] = "@"
    return json.dumps(told).replace('"@"', "9" * 4000)


@written_as("form-endless-numbers", "has numbers of a million digits")
def _(told: dict) -> str:
    told["metadata"]["x"] = "@"
    return json.dumps(told).replace('"@"', "9" * 1_000_000)


@written_as("form-no-numbers", "has numbers that are infinite or none")
def _(told: dict) -> str:
    told["nbformat_minor"] = float("nan")
    told["metadata"]["x"] = [float("inf"), -float("inf")]
    told["cells"][1]["execution_count"] = float("nan")
    return json.dumps(told)


@written_as("form-million-cells", "has a million cells that are empty mappings")
def _(told: dict) -> str:
    told["cells"] += ["@"]
    return json.dumps(told).replace('"@"', ",".join(["{}"] * 1_000_000))


@written_as("form-doubled-keys", "has its cells and each of its marks twice")
def _(told: dict) -> str:
    cells = json.dumps(told["cells"])
    text = json.dumps(told).replace('"cells":', f'"cells": {cells}, "cells":', 1)
    return text.replace('"grade_id":', '"points": 1000, "grade_id": "test-add", "grade_id":')


@written_as("form-of-the-first-version", "says that it is of the first version, with worksheets")
def _(told: dict) -> str:
    told |= {"nbformat": 1, "worksheets": [{"cells": told["cells"]}]}
    return json.dumps(told)


@written_as("form-of-the-third-version", "says that it is of the third version, with worksheets")
def _(told: dict) -> str:
    cells = told.pop("cells")
    for cell in cells:
        cell["input"] = cell.pop("source")
        cell["language"] = "python"
    told |= {"nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": cells}] * 3}
    return json.dumps(told)


@written_as("form-of-odd-versions", "has versions that are texts, truths and lists")
def _(told: dict) -> str:
    told |= {"nbformat": True, "nbformat_minor": ["4"], "orig_nbformat": {"a": 1}}
    return json.dumps(told)


@written_as("form-with-a-mark", "begins with a mark of byte order")
def _(told: dict) -> bytes:
    return b"\xef\xbb\xbf" + json.dumps(told).encode()


@written_as("form-in-wide-letters", "is written in UTF-16")
def _(told: dict) -> bytes:
    return json.dumps(told).encode("utf-16")


@written_as("form-and-more", "goes on after its end with a second notebook")
def _(told: dict) -> str:
    return json.dumps(told) + "\n" + json.dumps(told) + "\x00"


@written_as("form-of-many-lines", "has a cell whose source is a list of ninety thousand lines")
def _(told: dict) -> str:
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    told["cells"].append(cell | {"id": "lines", "source": ["\n"] * 90_000})
    return json.dumps(told)


@written_as("form-of-odd-cells", "has cells that are no mappings or of types that there are not")
def _(told: dict) -> str:
    odd = ({}, {"cell_type": "heading", "level": 10**9}, {"cell_type": ["code"]}, {"source": 5},
           {"cell_type": "code", "source": {"a": 1}, "metadata": [], "outputs": {}})  # fmt: skip
    told["cells"] = [None, 5, "x", [], *odd, *told["cells"]]
    return json.dumps(told)


@written_as(
    "form-deep-cells", "nests each cell's metadata ninety deep and its outputs thousands deep"
)
def _(told: dict) -> str:
    nested: list = []
    for _ in range(90):
        nested = [nested]
    for cell in told["cells"]:
        cell["metadata"]["deep"] = nested
        if cell["cell_type"] == "code":
            cell["outputs"] = ["@"]
    return json.dumps(told).replace('"@"', "[" * 3000 + "]" * 3000)


@written_as("form-look-alike-marks", "names its tests by letters that look like the instructor's")
def _(told: dict) -> str:
    for cell in told["cells"]:
        marks = cell["metadata"].get("nbgrader", {})
        if marks.get("grade_id") == "test-share":
            marks["grade_id"] = "test-sh\u0430re"
        elif marks.get("grade_id") == "test-total":
            marks["grade_id"] = "\uff54est-total"
        elif marks.get("grade_id") == "test-model":
            marks["grade_id"] = "test-model\x00"
    return json.dumps(told)


@editing("attached-paths", "attaches files by paths, addresses and types that there are not")
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
    def edit(notebook: NotebookNode) -> None:
        notebook.cells += [new_markdown_cell(text) for text in texts]

    attack(PAGES, name, tries, edit=edit)


def shown(name: str, tries: str, *texts: str) -> None:
    source = (
        f"from IPython.display import HTML, display\nfor each in {texts!r}: display(HTML(each))"
    )
    attack(PAGES, name, tries, end=source)


prose("slow-tables", "writes Markdown tables without end", "a|b\n-|-\n" * 2400, "|" * 19_000)
prose("slow-emphasis", "opens emphasis and never ends it", "***a" * 4900, "_a __b" * 3200)
prose("slow-formulas", "opens formulas and never ends them",
      "\\begin{a}" * 2200, "$$a" * 6000, "\\\\(" * 6000)  # fmt: skip
prose("slow-links", "opens links and references and never ends them",
      "[a](" * 4900, "[" * 19_000, "![a][" * 3900, "<a@" * 6000)  # fmt: skip
prose("slow-lists", "nests lists and quotations a hundred deep",
      "".join("  " * n + "- a\n" for n in range(130)), ">" * 15_000, "1. " * 6000)  # fmt: skip
prose("slow-comments", "opens comments, declarations and CDATA and never ends them",
      "<!--" * 4900, "<![CDATA[" * 2200, "<?" * 9000, "<!a" * 6000, "&" * 19_000)  # fmt: skip
prose("slow-fences", "opens blocks of code and never ends them", "`a" * 9000, "~~~\n" * 4900)
shown("slow-pictures", "shows pictures that are blanks, and styles without end",
      '<img src="data:image/png;base64,A' + " " * 98_000 + '!">',
      "<b style='" + "color:rgb(" * 9000 + "'>x", "<b style='" + "/*" * 40_000 + "'>")  # fmt: skip
shown("slow-tags", "shows tags and attributes without number and without end",
      "<b " + " a=1" * 24_000 + ">", "<" * 99_000, "<b><i>" * 16_000, "</p>" * 24_000)  # fmt: skip
shown("styles-that-fetch", "shows styles that fetch, cover the page or run",
      "<b style=\"background:u\\72l(//example.org/x)\">a</b>",
      "<b style='background-image:image-set(\"//example.org/x\" 1x)'>a</b>",
      "<b style='width:expression(alert(1));behavior:url(x);-moz-binding:url(x)'>a</b>",
      "<style>@import '//example.org/x.css'; *{background:url(//example.org)}</style>",
      "<b style='position:fixed;inset:0;z-index:9;font:1px/1 \"};*{background:url(x)\"'>a</b>",
      )  # fmt: skip
shown("pages-of-two-kinds", "shows texts that are HTML, SVG, comment and script at once",
      "<svg><style><img src=x onerror=alert(1)></style></svg>",
      "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table>",
      "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
      "<!--><img src=x onerror=alert(1)>-->", "<![CDATA[<img src=x onerror=alert(1)>]]>",
      "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
      "<template><script>alert(1)</script></template><xmp><img src=x onerror=alert(1)></xmp>",
      "<a href='\x01javascript:alert(1)'>a</a><a href=' java\nscript:alert(1)'>b</a>",
      "<iframe srcdoc='<script>alert(1)</script>'></iframe><object data='data:text/html,x'>",
      )  # fmt: skip
prose("templates-in-prose", "writes what templates, MathJax and Markdown would act on",
      "{{ 7 * 7 }} {% include '/etc/passwd' %} {{ config }} ${7*7} <%= 7 %> #{7}",
      "$\\href{javascript:alert(1)}{x} \\unicode{x41}[onload=alert(1)] \\require{html}$",
      "<https://example.org/\"onmouseover=alert(1)> [a]: javascript:alert(1)\n[x][a]",
      "[x](data:text/html;base64,PHNjcmlwdD4=) [y](vbscript:x) ![z](//example.org/z.png)",
      )  # fmt: skip
attack(
    PAGES,
    "formulas-in-reasons",
    "has the instructor's own cell fail with formulas of a spreadsheet",
    edit=lambda notebook: notebook.cells.insert(
        1,
        new_code_cell(
            "import sys\nclass Finder:\n    def find_spec(self, name, *rest):\n"
            "        if name == 'helper':\n"
            "            raise ValueError('x;=cmd|\\'/C calc\\'!A0;\\t+1+1\\t@SUM(1),-2\\n=1+1')\n"
            "sys.meta_path.insert(0, Finder())",
            id="before",
        ),
    ),
)
