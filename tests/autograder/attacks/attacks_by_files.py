"""Attacks by what is handed in: files, links, devices, times, folders, and forms of a notebook."""

import json
import os
import shutil
import socket
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.autograder.attacks.assignment import NAME
from tests.autograder.attacks.attacks import Rearrange, attack, joined, part
from tests.autograder.attacks.kinds import Kind

Form = dict[str, Any]
"""A notebook as a JSON object."""

Change = Callable[[Form], bytes | str]
"""Makes the text of a notebook that is handed in."""


def placed(kind: Kind, name: str, tries: str, start: str = "") -> Callable[[Rearrange], Rearrange]:
    """Make an attack of a function that rearranges the folder that is handed in."""

    def add(folder: Rearrange) -> Rearrange:
        attack(kind, name, tries, {"start": start} if start else None, folder=folder)
        return folder

    return add


# Changed tools and start-up files


@placed(Kind.TOOLS, "folder-for-file", "hands in a folder where the instructor has a file")
def _(place: Path, course: Path) -> None:
    (place / "helper.py").unlink()
    (place / "helper.py").mkdir()
    (place / "helper.py" / "tolerance.py").write_text("")


attack(
    Kind.TOOLS,
    "compiled-helper",
    "hands in compiled code for the instructor's helper",
    files={
        "__pycache__/helper.cpython-311.pyc": b"\xa7\r\r\n\x01\0\0\0" + bytes(24),
        "__pycache__/helper.cpython-313.pyc": b"\xf3\r\r\n\x01\0\0\0" + bytes(24),
    },
)


PROFILE = joined(part("leave"), part("startup"), "").encode()
attack(
    Kind.STARTUP,
    "startup-handed-in",
    "hands in start-up and configuration files of every kind",
    files={
        name: PROFILE
        for name in (
            ".ipython/profile_default/startup/00-attack.py",
            ".ipython/profile_default/ipython_config.py",
            "ipython_config.py",
            "sitecustomize.py",
            "usercustomize.py",
            "conftest.py",
            "nbgrader_config.py",
            "jupyter_config.py",
            ".pythonrc.py",
            "autograder.py",
            "autograder/__init__.py",
            ".jupyter/jupyter_config.py",
            "IPython.py",
            "nbformat.py",
        )
    }
    | {
        "attack.pth": b"import os; os.mkdir('/tmp/ai4gov-attack-startup')",
        "pyvenv.cfg": b"home = /tmp",
        "matplotlibrc": b"backend: module://attack",
    },
)


# Links and devices in what is handed in

OPEN_ALL = joined(part("look"), part("search-own-folder"))


@placed(
    Kind.LINKS, "link-to-gradebook", "hands in links to the gradebook and to others", start=OPEN_ALL
)
def _(place: Path, course: Path) -> None:
    (place / "gradebook.db").symlink_to(course / "gradebook.db")
    (place / "others").symlink_to(course / "submitted" / "m-other")
    (place / "hidden.py").symlink_to(course / "checks" / NAME / "hidden_checks.py")
    (place / "up").symlink_to("../..")
    (place / "loop").symlink_to("loop")


@placed(Kind.LINKS, "link-as-notebook", "hands in a link to the instructor's notebook as its own")
def _(place: Path, course: Path) -> None:
    (place / f"{NAME}.ipynb").unlink()
    (place / f"{NAME}.ipynb").symlink_to(course / "source" / NAME / f"{NAME}.ipynb")


@placed(
    Kind.LINKS, "link-as-data", "hands in a link where the instructor has a file", start=OPEN_ALL
)
def _(place: Path, course: Path) -> None:
    (place / "helper.py").unlink()
    (place / "helper.py").symlink_to(course / "secret.txt")


@placed(
    Kind.LINKS,
    "endless-device",
    "hands in devices, pipes and sockets that never end",
    start=OPEN_ALL,
)
def _(place: Path, course: Path) -> None:
    (place / "zero").symlink_to("/dev/zero")
    os.mkfifo(place / "pipe")
    here = os.getcwd()
    os.chdir(place)
    socket.socket(socket.AF_UNIX).bind("sock")
    os.chdir(here)
    if os.geteuid() == 0:
        os.mknod(place / "device", stat.S_IFCHR | 0o666, os.makedev(1, 5))


@placed(Kind.LINKS, "notebook-is-a-pipe", "hands in a pipe in place of the notebook")
def _(place: Path, course: Path) -> None:
    (place / f"{NAME}.ipynb").unlink()
    os.mkfifo(place / f"{NAME}.ipynb")


@placed(Kind.LINKS, "notebook-is-a-folder", "hands in a folder in place of the notebook")
def _(place: Path, course: Path) -> None:
    (place / f"{NAME}.ipynb").unlink()
    (place / f"{NAME}.ipynb").mkdir()


@placed(
    Kind.LINKS,
    "odd-names",
    "hands in files with names that lead elsewhere or are no text",
    start=OPEN_ALL,
)
def _(place: Path, course: Path) -> None:
    names = [b"..\\..\\x", b"new\nline", b"\xff\xfe", b"-rf", b"%s%n{0}", b"x" * 250, b".ps1.new"]
    for name in names:
        Path(os.fsdecode(os.fsencode(place) + b"/" + name)).write_bytes(b"x")


@placed(Kind.LINKS, "hollow-file", "hands in a file that says it has a terabyte")
def _(place: Path, course: Path) -> None:
    with open(place / "hollow.csv", "wb") as file:
        file.truncate(2**40)


@placed(Kind.LINKS, "unreadable-file", "hands in files that may not be read")
def _(place: Path, course: Path) -> None:
    (place / "closed.txt").write_text("x")
    (place / "closed.txt").chmod(0)
    (place / "closed").mkdir(mode=0o300)


@placed(Kind.LINKS, "odd-timestamp", "hands in a timestamp that is none")
def _(place: Path, course: Path) -> None:
    (place / "timestamp.txt").write_text("the day before\x00 yesterday, 99999-99-99")


@placed(Kind.LINKS, "early-timestamp", "hands in a timestamp of the year one")
def _(place: Path, course: Path) -> None:
    (place / "timestamp.txt").write_text("0001-01-01 00:00:00 +23:59")


@placed(Kind.LINKS, "many-files", "hands in thousands of files in deep folders")
def _(place: Path, course: Path) -> None:
    deep = place
    for _ in range(60):
        deep = deep / "d"
    deep.mkdir(parents=True)
    for number in range(3000):
        (place / f"{number}.txt").write_text("x")
    (deep / "x").write_text("x")


@placed(Kind.EDITED, "deep-notebook", "is a notebook of brackets only, a hundred thousand deep")
def _(place: Path, course: Path) -> None:
    (place / f"{NAME}.ipynb").write_text("[" * 100_000)


# Times of handing in


def timed(name: str, tries: str, content: bytes) -> None:
    def put(place: Path, course: Path) -> None:
        (place / "timestamp.txt").write_bytes(content)

    attack(Kind.TIMES, name, tries, folder=put)


timed("time-of-digits", "hands in a time of as many digits as are read", b"1" * 100)
timed("time-of-a-million-digits", "hands in a time of a million digits", b"1" * 1_000_000)
timed(
    "time-after-all-times",
    "hands in the last time there is, west of all zones",
    b"9999-12-31 23:59:59 -23:59",
)
timed(
    "time-in-an-odd-zone",
    "hands in a time in a zone that is a path",
    b"2026-11-20 10:00:00 ../../../../etc/passwd",
)
timed("time-in-wide-letters", "hands in a time as UTF-16", "2026-11-20 10:00:00".encode("utf-16"))
timed(
    "time-for-a-terminal",
    "hands in a time with words that a terminal obeys",
    b"\x1b[2J\x1b]0;graded\x07\n=cmd|'/C calc'!A0;\xe2\x80\xae",
)
timed("time-in-words", "hands in a time in words", b"now, tomorrow at noon, in 1000000 years")
timed(
    "time-that-never-was",
    "hands in seconds, hours and days that there are not",
    b"2026-02-30T24:61:61.9999999999 UTC+99:99",
)
timed("time-without-numbers", "hands in a time that is not a number", b"nan inf -1e999 NaT")


@placed(Kind.TIMES, "time-behind-a-link", "hands in a link to the instructor's secret as its time")
def _(place: Path, course: Path) -> None:
    (place / "timestamp.txt").unlink()
    (place / "timestamp.txt").symlink_to(course / "secret.txt")


@placed(Kind.TIMES, "time-in-a-folder", "hands in a folder in place of its time")
def _(place: Path, course: Path) -> None:
    (place / "timestamp.txt").unlink()
    (place / "timestamp.txt").mkdir()
    (place / "timestamp.txt" / "timestamp.txt").write_text("2001-01-01")


@placed(Kind.TIMES, "time-in-a-pipe", "hands in a pipe in place of its time")
def _(place: Path, course: Path) -> None:
    (place / "timestamp.txt").unlink()
    os.mkfifo(place / "timestamp.txt")


# Folders


@placed(Kind.FOLDERS, "folder-of-great-depth", "hands in folders two thousand deep")
def _(place: Path, course: Path) -> None:
    here = os.getcwd()
    try:
        os.chdir(place)
        for _ in range(2000):
            os.mkdir("d")
            os.chdir("d")
    finally:
        os.chdir(here)


@placed(Kind.FOLDERS, "folder-of-great-width", "hands in twenty-one thousand empty folders")
def _(place: Path, course: Path) -> None:
    for number in range(21_000):
        (place / str(number)).mkdir()


@placed(Kind.FOLDERS, "folder-is-a-link", "hands in a link to another submission as its own folder")
def _(place: Path, course: Path) -> None:
    shutil.rmtree(place)
    place.symlink_to(course / "submitted" / "m-other" / NAME)


@placed(Kind.FOLDERS, "student-is-a-link", "hands in a link to another student as itself")
def _(place: Path, course: Path) -> None:
    shutil.rmtree(place.parent)
    place.parent.symlink_to(course / "submitted" / "m-other")


@placed(Kind.FOLDERS, "links-on-each-level", "hands in links on each level of its folders")
def _(place: Path, course: Path) -> None:
    deep = place
    for target in ("..", "../..", str(course), "/", ".", "../m-other"):
        deep = deep / "d"
        deep.mkdir()
        (deep / "link").symlink_to(target)
        (deep / "file.csv").symlink_to(course / "gradebook.db")
    (place / "e").symlink_to("d/d/d/link")


@placed(
    Kind.FOLDERS, "folder-names-of-no-text", "hands in folders and files whose names are no text"
)
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


@placed(
    Kind.FOLDERS, "folder-with-other-cases", "hands in its notebook in several writings of its name"
)
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


@placed(Kind.FOLDERS, "folder-of-long-names", "hands in names as long as a disk can hold, nested")
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


@placed(
    Kind.FOLDERS, "folder-over-autograded", "hands in files with the names of folders beside it"
)
def _(place: Path, course: Path) -> None:
    for name in (f".{NAME}.new", f".{NAME}.old", "autograded", "feedback", ".git"):
        (place / name).mkdir()
        (place / name / "x.csv").write_text("x")
    (place.parent / f".{NAME}.new").write_text("x")


# Notebooks


def written_as(name: str, tries: str) -> Callable[[Change], Change]:
    """Make an attack of a function that changes the text of the notebook."""

    def add(change: Change) -> Change:
        def folder(place: Path, course: Path) -> None:
            path = place / f"{NAME}.ipynb"
            text = change(json.loads(path.read_text()))
            path.write_bytes(text if isinstance(text, bytes) else text.encode())

        attack(Kind.FORM, name, tries, folder=folder)
        return change

    return add


@written_as(
    "form-huge-numbers", "has numbers of four thousand digits where versions and counts are"
)
def _(form: Form) -> str:
    form["nbformat_minor"] = "@"
    form["metadata"]["x"] = "@"
    form["cells"][1]["execution_count"] = "@"
    return json.dumps(form).replace('"@"', "9" * 4000)


@written_as("form-endless-numbers", "has numbers of a million digits")
def _(form: Form) -> str:
    form["metadata"]["x"] = "@"
    return json.dumps(form).replace('"@"', "9" * 1_000_000)


@written_as("form-no-numbers", "has numbers that are infinite or none")
def _(form: Form) -> str:
    form["nbformat_minor"] = float("nan")
    form["metadata"]["x"] = [float("inf"), -float("inf")]
    form["cells"][1]["execution_count"] = float("nan")
    return json.dumps(form)


@written_as("form-million-cells", "has a million cells that are empty mappings")
def _(form: Form) -> str:
    form["cells"] += ["@"]
    return json.dumps(form).replace('"@"', ",".join(["{}"] * 1_000_000))


@written_as("form-doubled-keys", "has its cells and each of its marks twice")
def _(form: Form) -> str:
    cells = json.dumps(form["cells"])
    text = json.dumps(form).replace('"cells":', f'"cells": {cells}, "cells":', 1)
    return text.replace('"grade_id":', '"points": 1000, "grade_id": "test-add", "grade_id":')


@written_as("form-of-the-first-version", "says that it is of the first version, with worksheets")
def _(form: Form) -> str:
    form |= {"nbformat": 1, "worksheets": [{"cells": form["cells"]}]}
    return json.dumps(form)


@written_as("form-of-the-third-version", "says that it is of the third version, with worksheets")
def _(form: Form) -> str:
    cells = form.pop("cells")
    for cell in cells:
        cell["input"] = cell.pop("source")
        cell["language"] = "python"
    form |= {"nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": cells}] * 3}
    return json.dumps(form)


@written_as("form-of-odd-versions", "has versions that are texts, truths and lists")
def _(form: Form) -> str:
    form |= {"nbformat": True, "nbformat_minor": ["4"], "orig_nbformat": {"a": 1}}
    return json.dumps(form)


@written_as("form-with-a-mark", "begins with a mark of byte order")
def _(form: Form) -> bytes:
    return b"\xef\xbb\xbf" + json.dumps(form).encode()


@written_as("form-in-wide-letters", "is written in UTF-16")
def _(form: Form) -> bytes:
    return json.dumps(form).encode("utf-16")


@written_as("form-and-more", "goes on after its end with a second notebook")
def _(form: Form) -> str:
    return json.dumps(form) + "\n" + json.dumps(form) + "\x00"


@written_as("form-of-many-lines", "has a cell whose source is a list of ninety thousand lines")
def _(form: Form) -> str:
    cell: Form = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    form["cells"].append(cell | {"id": "lines", "source": ["\n"] * 90_000})
    return json.dumps(form)


@written_as("form-of-odd-cells", "has cells that are no mappings or of types that there are not")
def _(form: Form) -> str:
    odd: tuple[Form, ...] = (
        {},
        {"cell_type": "heading", "level": 10**9},
        {"cell_type": ["code"]},
        {"source": 5},
        {"cell_type": "code", "source": {"a": 1}, "metadata": [], "outputs": {}},
    )
    form["cells"] = [None, 5, "x", [], *odd, *form["cells"]]
    return json.dumps(form)


@written_as(
    "form-deep-cells", "nests each cell's metadata ninety deep and its outputs thousands deep"
)
def _(form: Form) -> str:
    nested: list[Any] = []
    for _ in range(90):
        nested = [nested]
    for cell in form["cells"]:
        cell["metadata"]["deep"] = nested
        if cell["cell_type"] == "code":
            cell["outputs"] = ["@"]
    return json.dumps(form).replace('"@"', "[" * 3000 + "]" * 3000)


@written_as("form-look-alike-marks", "names its tests by letters that look like the instructor's")
def _(form: Form) -> str:
    for cell in form["cells"]:
        marks = cell["metadata"].get("nbgrader", {})
        if marks.get("grade_id") == "test-share":
            marks["grade_id"] = "test-sh\u0430re"
        elif marks.get("grade_id") == "test-total":
            marks["grade_id"] = "\uff54est-total"
        elif marks.get("grade_id") == "test-model":
            marks["grade_id"] = "test-model\x00"
    return json.dumps(form)
