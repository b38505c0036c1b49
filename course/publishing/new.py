"""A new module: its folder from the template, and its entry in the syllabus."""

import re
import shutil
import tempfile
from pathlib import Path

import yaml

from course.errors import UserError, describe
from course.files import write_atomic
from course.places import PACKAGE, Repository
from course.syllabus import Module, SyllabusError, read_syllabus

SLUG = re.compile(r"[0-9]{2}(-[a-z0-9]+)+")
LONGEST_SLUG = 40
TEMPLATE = PACKAGE / "publishing" / "template"
SUFFIX = ".tmpl"

ENTRY = """\
  - slug: {slug}
    part: {part}
    title: {title}
    decision: In which countries should a health programme start?
    minutes: {{lesson: 25, decide: 50, assignment: 120}}
    data: [gapminder]
"""


class NewModuleError(UserError):
    """A module that cannot be begun; the message is one line: what is wrong, what to do."""


def new_module(repository: Repository, slug: str) -> list[Path]:
    """Write a module that builds and passes the course's tests, for its author to change.

    Returns the files written. Its entry goes into course/syllabus.yml in the order of the
    numbers; every other line of that file stays as it is. Raises NewModuleError for a name that
    cannot be used and SyllabusError for a damaged syllabus; nothing is written then.
    """
    modules = read_syllabus(repository.syllabus)
    folder = repository.source / slug
    _refuse_name(slug, modules, folder)
    number, words = slug.split("-", 1)
    title = words.replace("-", " ").capitalize()
    syllabus = repository.syllabus.read_text(encoding="utf-8")
    entered = _with_entry(syllabus, modules, slug, title)
    _refuse_damage(entered, repository.syllabus, slug, modules)
    names = {"@SLUG@": slug, "@NN@": number, "@TITLE@": title}
    try:
        written = _write_folder(folder, names)
        write_atomic(repository.syllabus, entered)
    except OSError as error:
        raise NewModuleError(f"{folder}: cannot be written ({error.strerror})") from error
    return [*written, repository.syllabus]


def _refuse_name(slug: str, modules: dict[str, Module], folder: Path) -> None:
    if not SLUG.fullmatch(slug) or len(slug) > LONGEST_SLUG:
        raise NewModuleError(
            f"{slug!r} is no name for a module: write two digits, then words of small letters and "
            f"digits after hyphens, at most {LONGEST_SLUG} characters, as in 09-checking-claims"
        )
    if slug in modules:
        raise NewModuleError(f"{slug}: there is such a module already; choose another name")
    for taken in modules.values():
        if taken.number == slug[:2]:
            raise NewModuleError(
                f"{slug}: the number {taken.number} is taken by {taken.slug}; choose another one"
            )
    if folder.exists():
        raise NewModuleError(f"{folder}: exists already; choose another name, or delete it")


def _with_entry(syllabus: str, modules: dict[str, Module], slug: str, title: str) -> str:
    """The text of the syllabus with an entry before the first module of a higher number."""
    following = next((each for each in modules if each > slug), None)
    before = [each for each in modules if each < slug]
    neighbour = before[-1] if before else following
    part = modules[neighbour].part if neighbour else "Part 1"
    entry = ENTRY.format(slug=slug, part=_quoted(part), title=_quoted(title))
    lines = syllabus.splitlines(keepends=True)
    starts = _lines_of_entries(syllabus)
    if following is not None:
        place = starts[following]
        # A comment above an entry belongs to it.
        while place and lines[place - 1].lstrip().startswith("#"):
            place -= 1
    elif starts:
        place = _end_of_entry(lines, max(starts.values()))
    else:
        raise SyllabusError("course/syllabus.yml: lists no module; write the first one by hand")
    if place and not lines[place - 1].endswith("\n"):
        lines[place - 1] += "\n"
    return "".join([*lines[:place], entry, *lines[place:]])


def _lines_of_entries(syllabus: str) -> dict[str, int]:
    """The number of the line in which each module's entry begins, from 0."""
    root = yaml.compose(syllabus, Loader=yaml.SafeLoader)
    found = {}
    for key, value in root.value if root else ():
        if key.value == "modules":
            for entry in value.value:
                slug = next(v.value for k, v in entry.value if k.value == "slug")
                found[slug] = entry.start_mark.line
    return found


def _end_of_entry(lines: list[str], start: int) -> int:
    """The number of the line after an entry, whose fields are indented further than it is."""
    indent = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    for place in range(start + 1, len(lines)):
        line = lines[place]
        if not line.strip():
            continue
        if len(line) - len(line.lstrip()) <= indent:
            break
        end = place + 1
    return end


def _quoted(text: str) -> str:
    """A text as YAML, in quotation marks only where it needs them."""
    plain = re.fullmatch(r"[A-Za-z][A-Za-z ]*", text)
    return text if plain and yaml.safe_load(text) == text else '"' + text.replace('"', '\\"') + '"'


def _refuse_damage(entered: str, path: Path, slug: str, modules: dict[str, Module]) -> None:
    """Raise SyllabusError unless the new text holds the old modules, unchanged, and the new one."""
    try:
        stated = yaml.safe_load(entered)["modules"]
        found = {entry["slug"]: Module(**entry) for entry in stated}
    except (yaml.YAMLError, KeyError, TypeError) as error:
        raise SyllabusError(f"{path}: no entry can be added ({describe(error)})") from error
    found.pop(slug, None)
    if list(found.items()) != list(modules.items()):
        raise SyllabusError(
            f"{path}: no entry can be added without changing others; add it by hand"
        )


def _write_folder(folder: Path, names: dict[str, str]) -> list[Path]:
    """Fill in the template, in a folder that appears whole or not at all."""
    if not TEMPLATE.is_dir():
        raise NewModuleError(
            "the template of a module is missing from this installation; install the package from "
            "its repository: pip install -e '.[instructor]'"
        )
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-") as temporary:
        made = Path(temporary, folder.name)
        made.mkdir()
        for template in sorted(TEMPLATE.glob(f"*{SUFFIX}")):
            text = template.read_text(encoding="utf-8")
            for placeholder, value in names.items():
                text = text.replace(placeholder, value)
            made.joinpath(template.name.removesuffix(SUFFIX)).write_text(text, encoding="utf-8")
        shutil.move(made, folder)
    return sorted(folder.iterdir())
