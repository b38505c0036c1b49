"""The build: every generated file of the course, made from its sources, written or compared."""

import os
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from course import datasheet, language
from course.checking.exercises import Suite, load_suite
from course.datasets import SHEET
from course.datasheet_schema import parse
from course.errors import describe
from course.files import write_atomic
from course.publishing import PublishingError, catalogue
from course.publishing.croissant import croissant
from course.publishing.released import as_text, released
from course.publishing.sealing import released_checks
from course.publishing.source import read_notebook
from course.syllabus import Module, modules

GENERAL_SOURCES = (
    "course/checking/messages.py",
    "course/progress.py",
    "course/datasets.py",
    "course/datasheet.py",
    "course/chat.py",
    "course/dossier/faults.py",
    "course/dossier/reading.py",
    "course/dossier/parts.py",
    "course/dossier/artefact.py",
    "course/dossier/measures.py",
    "course/dossier/measure_rules.py",
    "course/dossier/model_card.py",
    "course/dossier/fairness_statement.py",
    "course/dossier/contents.py",
    "course/dossier/page.py",
    "course/publishing/build.py",
)
GRADER_SOURCES = (
    "autograder/pages/feedback.py",
    "autograder/reasons.py",
    "autograder/pages/report.py",
)
LEFT_OVER = " (left over)"
LESSON, ASSIGNMENT = "lesson.py", "assignment.py"
MODULE_TABLE = "{{modules}}"
LANGUAGE_LINKS = "{{languages}}"


@dataclass
class Built:
    """What a build makes: the content of each file, by its path from the repository's root,
    and for each language how many of the texts are translated."""

    files: dict[str, str] = field(default_factory=dict)
    coverage: dict[str, dict[str, tuple[int, int]]] = field(default_factory=dict)


def build(root: Path, slugs: Iterable[str] = (), langs: Iterable[str] = ()) -> Built:
    """Make all generated files in memory; nothing is written. Raises PublishingError.

    `slugs` and `langs` narrow it to some modules and languages; empty means all.
    """
    built = Built()
    chosen = [_module(slug) for slug in slugs] or list(modules().values())
    languages = [_language(lang) for lang in langs] or list(language.LANGUAGES)
    for module in chosen:
        _build_module(root, module, languages, built)
    _build_general(root, languages, built)
    _build_datasets(root, languages, built)
    return built


def _module(slug: str) -> Module:
    if slug not in modules():
        raise PublishingError(
            f"no module {slug!r} in course/syllabus.yml; it has: {', '.join(modules())}"
        )
    return modules()[slug]


def _language(lang: str) -> str:
    if lang not in language.LANGUAGES:
        raise PublishingError(
            f"no language {lang!r}; the course has: {', '.join(language.LANGUAGES)}"
        )
    return lang


def _build_module(root: Path, module: Module, languages: list[str], built: Built) -> None:
    slug = module.slug
    folder = root / "source" / slug
    checks = folder / "checks.py"
    for path in (folder / LESSON, folder / ASSIGNMENT, checks):
        if not path.is_file():
            raise PublishingError(
                f"{path}: missing; a module needs its lesson, assignment and checks"
            )
    exercises = _exercises(folder)
    lesson = read_notebook(folder / LESSON, slug, None)
    assignment = read_notebook(folder / ASSIGNMENT, slug, exercises)
    sealed = released_checks(checks, slug)

    texts = catalogue.Texts()
    texts.add_notebook(lesson, f"source/{slug}/{LESSON}")
    texts.add_notebook(assignment, f"source/{slug}/{ASSIGNMENT}")
    for name in ("checks.py", "hidden_checks.py"):
        if (folder / name).is_file():
            texts.add_code((folder / name).read_text(encoding="utf-8"), f"source/{slug}/{name}")
    _build_catalogues(root, slug, texts, languages, built)

    for lang in languages:
        for place, notebook, finish in (
            (f"release/{lang}/lessons/{slug}", lesson, lambda notebook: notebook),
            (f"release/{lang}/{slug}", assignment, released),
        ):
            made = deepcopy(notebook)
            if lang != language.SOURCE:
                catalogue.translate_notebook(made, slug, lang)
                built.files[f"{place}/{language.MARKER}"] = lang + "\n"
            built.files[f"{place}/{slug}.ipynb"] = as_text(finish(made))
            built.files[f"{place}/checks.py"] = sealed
    built.files[f"build/source/{slug}/{slug}.ipynb"] = as_text(assignment)
    built.files[f"build/source/{slug}/checks.py"] = sealed


def _exercises(folder: Path) -> Suite:
    """The exercises of a module, with what is hidden agreeing in both files."""
    suite = _suite(folder / "checks.py")
    hidden_path = folder / "hidden_checks.py"
    hidden = _suite(hidden_path).exercises if hidden_path.is_file() else {}
    for name, exercise in suite.exercises.items():
        if exercise.hidden != (name in hidden):
            raise PublishingError(
                f"{folder}: {name!r}: hidden=True in checks.py and an entry in "
                "hidden_checks.py go together; one of them is missing"
            )
    if unknown := sorted(set(hidden) - set(suite.exercises)):
        raise PublishingError(f"{hidden_path}: no such exercise in checks.py: {', '.join(unknown)}")
    return suite


def _suite(path: Path) -> Suite:
    try:
        return load_suite(path)
    except Exception as error:
        raise PublishingError(f"{path}: {describe(error)}") from error


def _build_general(root: Path, languages: list[str], built: Built) -> None:
    """The start pages, and the catalogues of what belongs to no module."""
    start_source = root / "source" / "start.py"
    start = read_notebook(start_source, "course", None)
    texts = catalogue.Texts()
    texts.add_notebook(start, "source/start.py")
    for name in GENERAL_SOURCES:
        if (root / name).is_file():
            texts.add_code((root / name).read_text(encoding="utf-8"), name)
    for module in modules().values():
        for text in (module.part, module.title, module.decision):
            texts.add(text, "course/syllabus.yml")
    _build_catalogues(root, "course", texts, languages, built)
    graders = catalogue.Texts()
    for name in GRADER_SOURCES:
        if (root / name).is_file():
            graders.add_code((root / name).read_text(encoding="utf-8"), name)
    _build_catalogues(root, "autograder", graders, languages, built)
    for lang in languages:
        page = deepcopy(start)
        catalogue.translate_notebook(page, "course", lang)
        for cell in page.cells:
            cell.source = cell.source.replace(MODULE_TABLE, _module_table(lang))
            cell.source = cell.source.replace(LANGUAGE_LINKS, _language_links(lang))
        built.files[f"release/{lang}/start.ipynb"] = as_text(page)
        if lang != language.SOURCE:
            built.files[f"release/{lang}/{language.MARKER}"] = lang + "\n"


def _build_datasets(root: Path, languages: list[str], built: Built) -> None:
    """For each data set its Croissant file, and the catalogue of its datasheet's texts."""
    for path in sorted((root / "datasets").glob(f"*/{SHEET}")):
        name = path.parent.name
        place = f"datasets/{name}/{SHEET}"
        try:
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
        except (ValueError, yaml.YAMLError) as error:
            raise PublishingError(f"{path}: not a datasheet ({describe(error)})") from error
        built.files[f"datasets/{name}/croissant.json"] = croissant(name, parse(content, path))
        texts = catalogue.Texts()
        for text in datasheet.texts(content):
            texts.add(text, place)
        _build_catalogues(root, datasheet.catalogue_of(name), texts, languages, built)


def _module_table(lang: str) -> str:
    """The modules as a Markdown table with links to lesson and assignment."""
    t = language.Translator("course", lang)
    head = (t("Module"), t("The decision it serves"), t("Lesson"), t("Assignment"))
    lines = ["| " + " | ".join(head) + " |", "| --- | --- | --- | --- |"]
    for module in modules().values():
        lesson = _link(t, module.minutes["lesson"], f"lessons/{module.slug}/{module.slug}.ipynb")
        assignment = _link(t, module.minutes["assignment"], f"{module.slug}/{module.slug}.ipynb")
        number = module.slug.split("-")[0]
        title, decision = (
            language.text(text, module="course", lang=lang)
            for text in (module.title, module.decision)
        )
        row = (f"**{number} {title}**", decision, lesson, assignment)
        lines.append("| " + " | ".join(row) + " |")
    return "\n".join(lines)


def _link(t: language.Translator, minutes: int, path: str) -> str:
    return f"[{t('{minutes} min').format(minutes=minutes)}]({path})"


def _language_links(lang: str) -> str:
    return " · ".join(
        f"**{name}**" if code == lang else f"[{name}](../{code}/start.ipynb)"
        for code, name in language.LANGUAGES.items()
    )


def _build_catalogues(
    root: Path, module: str, texts: catalogue.Texts, languages: list[str], built: Built
) -> None:
    for lang in languages:
        if lang == language.SOURCE:
            continue
        path = root / "course" / "locale" / lang / f"{module}.po"
        built.files[f"course/locale/{lang}/{module}.po"] = catalogue.updated(texts, path, lang)
        built.coverage.setdefault(lang, {})[module] = catalogue.coverage(texts, path)


def stale(root: Path, built: Built, whole: bool) -> list[str]:
    """The paths that are not as built: changed, missing or (for a whole build) left over.

    The copy of the sources for nbgrader is not committed; it counts once it has been made.
    """
    made = (root / "build").is_dir()
    found = _differing(root, built, whole)
    return [name for name in found if made or not name.startswith("build/")]


def _differing(root: Path, built: Built, whole: bool) -> list[str]:
    found = []
    for name, content in built.files.items():
        path = root / name
        if not path.is_file() or path.read_bytes() != content.encode():
            found.append(name)
    if whole:
        found += [f"{name}{LEFT_OVER}" for name in _left_over(root, built)]
    return sorted(found)


def _left_over(root: Path, built: Built) -> Iterator[str]:
    kept = {"progress.json"}
    for folder in ("release", "build/source"):
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root).as_posix()
            hidden = any(part.startswith((".", "__")) for part in path.relative_to(root).parts)
            if path.is_file() and name not in built.files and path.name not in kept and not hidden:
                yield name


def write(root: Path, built: Built, whole: bool) -> list[str]:
    """Write what is stale; returns the paths that changed.

    Raises PublishingError when something cannot be written; what can be known of that is
    looked at before the first file changes.
    """
    changed = _differing(root, built, whole)
    gone = {root / name.removesuffix(LEFT_OVER) for name in changed if name.endswith(LEFT_OVER)}
    new = {root / name: built.files[name] for name in changed if not name.endswith(LEFT_OVER)}
    for path in new:
        _refuse_unwritable(path, gone)
    path = root
    try:
        for path in gone:
            path.unlink()
        for path, content in new.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(path, content)
    except OSError as error:
        raise PublishingError(f"{path}: cannot be written ({error.strerror})") from error
    return changed


def _refuse_unwritable(path: Path, gone: set[Path]) -> None:
    """A file needs a folder that is one, or can be made, and no folder in its own place."""
    if path.is_dir():
        raise PublishingError(f"{path}: cannot be written (a folder stands in its place)")
    nearest = next(folder for folder in path.parents if folder.exists() and folder not in gone)
    if not nearest.is_dir():
        raise PublishingError(f"{path}: cannot be written ({nearest} is not a folder)")
    if not os.access(nearest, os.W_OK):
        raise PublishingError(f"{path}: cannot be written (no right to write in {nearest})")
