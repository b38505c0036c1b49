"""The build: every generated file of the course, made from its sources, written or compared."""

import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from course.files import write_atomic
from course.frameworks import TEXT_KEYS, catalogue_of
from course.language import LANGUAGES, SOURCE
from course.places import DATASHEET, Repository
from course.publishing import Built, PublishingError, catalogue_of_notes
from course.publishing.cache import Cache, key_of
from course.routes import read_routes
from course.start.home import CHECKS
from course.start.opening import MADE
from course.syllabus import Module, read_syllabus
from course.templating import TEMPLATES

if TYPE_CHECKING:
    from course.publishing.targets import Workshop

GENERAL_SOURCES = (
    "course/checking/messages.py",
    "course/checking/explanations.py",
    "course/start/progress.py",
    "course/start/standing.py",
    "course/start/learner_pages.py",
    "course/start/start_page.py",
    "course/start/carry.py",
    "course/start/served_pages.py",
    "course/files.py",
    "course/os_errors.py",
    "course/data/datasets.py",
    "course/data/datasheet.py",
    "course/notebook/chat.py",
    "course/notebook/figures.py",
    "course/publishing/fields.py",
    "course/dossier/fields/faults.py",
    "course/dossier/fields/reading.py",
    "course/dossier/fields/parts.py",
    "course/dossier/artefact.py",
    "course/dossier/artefacts/measures.py",
    "course/dossier/fields/keys.py",
    "course/dossier/artefacts/measure_rules.py",
    "course/dossier/artefacts/model_card.py",
    "course/dossier/artefacts/fairness_statement.py",
    "course/dossier/assessments/aia/assessment.py",
    "course/dossier/assessments/aia/what_if.py",
    "course/dossier/assessments/aia/official_file.py",
    "course/dossier/assessments/classification.py",
    "course/dossier/assessments/classifying.py",
    "course/dossier/fields/options.py",
    "course/dossier/artefacts/weighing.py",
    "course/dossier/artefacts/service_brief.py",
    "course/dossier/artefacts/own_datasheet.py",
    "course/dossier/fields/blank_group.py",
    "course/dossier/assessments/fundamental_rights.py",
    "course/dossier/assessments/ethical_assessment.py",
    "course/dossier/artefacts/risk_register.py",
    "course/dossier/artefacts/oversight.py",
    "course/dossier/artefacts/procurement.py",
    "course/dossier/artefacts/monitoring.py",
    "course/dossier/cross_checks.py",
    "course/dossier/dossier.py",
    "course/dossier/documents/contents.py",
    "course/dossier/documents/page.py",
    "course/dossier/documents/pdf.py",
    "course/project/names.py",
    "course/project/team.py",
    "course/project/choices.py",
    "course/project/presentation.py",
    "course/project/own_data.py",
    "course/project/own_table.py",
    "course/project/tabular.py",
    "course/project/data.py",
    "course/project/service.py",
    "course/project/ready.py",
    "course/project/loading.py",
    "course/project/project_files.py",
    "course/project/carry_over.py",
    "course/project/folder.py",
    "course/project/examining.py",
    "course/project/measured.py",
    "course/project/agreement.py",
    "course/project/jury.py",
    "course/dossier/documents/deck.py",
    "course/dossier/fields/schema.py",
    "course/dossier/form/__init__.py",
    "course/dossier/form/widgets.py",
    "course/dossier/form/artefact_form.py",
    "course/project/app/words.py",
    "course/project/app/handlers.py",
    "course/project/app/app_pages.py",
    "course/project/app/app_link.py",
    "course/project/app/worker_loader.py",
    "course/publishing/facilitator.py",
    "course/publishing/targets.py",
)
SITE_SOURCES = ("course/publishing/site/pages.py", "course/publishing/site/lessons.py")
CLASSROOM_SOURCES = (
    "classroom/credentials/verification_page.py",
    "classroom/credentials/refusals.py",
    "classroom/credentials/texts.py",
    "classroom/pages/feedback.py",
    "autograder/reasons.py",
    "classroom/attention.py",
    "classroom/desk/overview.py",
    "classroom/desk/handler.py",
    "classroom/desk/reading_queue.py",
    "classroom/desk/step.py",
    "classroom/desk/views.py",
    "classroom/hub/exchange.py",
    "classroom/hub/languages.py",
    "classroom/hub/ngshare.py",
    "classroom/hub/configure.py",
    "classroom/hub/steps.py",
    "classroom/hub/source_faults.py",
    "classroom/pages/report/report_page.py",
)
WITH_TEXTS = ("course", "autograder", "classroom")
"""The packages in which every text for translators must be in a file that is named above."""

HAS_TEXTS = re.compile(r"""(?<![\w.`])((self\.)?t|say)\(\s*["']""")
LEFT_OVER = " (left over)"


@dataclass(frozen=True)
class Target:
    """A part of the build that is made, or taken from the cache, as a whole."""

    name: str
    inputs: Sequence[Path]
    """The files and folders that it is made from."""
    facts: Sequence[str]
    """What else the result depends on."""
    make: Callable[["Workshop"], Built]


def build(
    root: Path,
    slugs: Iterable[str] = (),
    langs: Iterable[str] = (),
    cache: Cache | None = None,
    tell: Callable[[str, float], None] = lambda target, seconds: None,
) -> Built:
    """Make the generated files of the checkout in `root`, in memory; nothing is written.

    `slugs` narrows the build to some modules, with the start pages that name them; `langs` to
    some languages; empty means all. What `cache` holds is not made again, and what is made is
    put there, to be saved by the caller. `tell` gets the name of each target that is made, and the
    seconds that it took. Raises PublishingError, SyllabusError and CatalogueError.
    """
    repository = Repository(root)
    _refuse_uncollected(repository)
    languages = [_known_language(lang) for lang in langs] or list(LANGUAGES)
    targets = list(_targets(repository, list(slugs), languages))
    built = Built()
    for target in targets:
        key = key_of(root, target.inputs, [*target.facts, *languages]) if cache else ""
        made = cache.get(target.name, key) if cache else None
        if made is None:
            begun = time.monotonic()
            made = target.make(_workshop(repository, languages, cache))
            tell(target.name, time.monotonic() - begun)
            if cache:
                cache.put(target.name, key, made)
        built.add(made)
    return built


def _workshop(repository: Repository, languages: Sequence[str], cache: Cache | None) -> "Workshop":
    # Imported only where something is made: pandas, nbformat and jupytext take a second to load.
    from course.language import Catalogues
    from course.publishing.targets import Workshop

    return Workshop(repository, Catalogues(repository.locale), languages, cache)


def _known_language(lang: str) -> str:
    if lang not in LANGUAGES:
        raise PublishingError(f"no language {lang!r}; the course has: {', '.join(LANGUAGES)}")
    return lang


def _targets(
    repository: Repository, slugs: Sequence[str], languages: Sequence[str]
) -> Iterator[Target]:
    """The modules and what belongs to no module; unless some modules are named, the data too."""
    modules = read_syllabus(repository.syllabus)
    for slug in slugs:
        if slug not in modules:
            raise PublishingError(
                f"no module {slug!r} in course/syllabus.yml; it has: {', '.join(modules)}"
            )
    chosen = [modules[slug] for slug in slugs] or list(modules.values())
    _refuse_missing(repository, chosen)
    sheets = sorted(repository.datasets.glob(f"*/{DATASHEET}"))
    names = [path.parent.name for path in sheets]
    for module in chosen:
        yield _module_target(repository, module, names, languages)
    yield _general_target(repository, list(modules.values()), languages)
    if not slugs:
        for path in sheets:
            yield _data_set_target(repository, path, languages)
        for path in sorted(repository.frameworks.glob("*.yml")):
            yield _framework_target(repository, path, languages)


def _refuse_missing(repository: Repository, modules: Iterable[Module]) -> None:
    """Name every missing file of every module at once."""
    missing = [
        repository.name(path)
        for module in modules
        for path in (
            repository.source / module.slug / name
            for name in (
                *(() if module.assignment_only else ("lesson.py",)),
                CHECKS,
                *(() if module.lesson_only else ("assignment.py",)),
            )
        )
        if not path.is_file()
    ]
    if missing:
        raise PublishingError(
            f"{repository.root}: missing: {', '.join(missing)}; a module needs its lesson, "
            "assignment and checks (ai4gov new writes all of them)"
        )


def _refuse_uncollected(repository: Repository) -> None:
    """Raise PublishingError for texts to translate in files that no catalogue is made from."""
    collected = {*GENERAL_SOURCES, *CLASSROOM_SOURCES, *SITE_SOURCES}
    for package in WITH_TEXTS:
        for path in sorted((repository.root / package).rglob("*.py")):
            name = repository.name(path)
            if name in collected or not HAS_TEXTS.search(source := path.read_text("utf-8")):
                continue
            # Imported only where a file may have texts: nbformat takes long to load.
            from course.publishing.catalogue import Texts

            (texts := Texts()).add_code(source, name)
            for text in texts:
                raise PublishingError(
                    f"{name}: no catalogue has the text {text.msgid[:60]!r}; enter the file in "
                    "GENERAL_SOURCES or CLASSROOM_SOURCES of course/publishing/build.py"
                )


def _module_target(
    repository: Repository, module: Module, data_sets: Sequence[str], languages: Sequence[str]
) -> Target:
    def make(workshop: "Workshop") -> Built:
        from course.publishing.targets import make_module

        return make_module(workshop, module)

    inputs = [
        repository.source / module.slug,
        *_catalogues(repository, module.slug, languages),
        *_catalogues(repository, catalogue_of_notes(module.slug), languages),
        # For what the build itself says in a module's pages.
        *_catalogues(repository, "course", languages),
    ]
    return Target(module.slug, inputs, [repr(module), *data_sets], make)


def _general_target(
    repository: Repository, modules: Sequence[Module], languages: Sequence[str]
) -> Target:
    def make(workshop: "Workshop") -> Built:
        from course.publishing.targets import make_general

        return make_general(workshop, modules, texts, sources)

    known = {module.slug: module for module in modules}
    texts = read_routes(repository.routes, known).texts if repository.routes.is_file() else ()

    sources = {
        "course": (*GENERAL_SOURCES, *_templates(repository, "course")),
        "classroom": (*CLASSROOM_SOURCES, *_templates(repository, "classroom")),
        "site": SITE_SOURCES,
    }
    inputs = [
        repository.source / "start.py",
        repository.source / "facilitator.py",
        repository.competencies,
        *(repository.root / name for names in sources.values() for name in names),
        *_catalogues(repository, "course", languages),
        *_catalogues(repository, "classroom", languages),
        *_catalogues(repository, "site", languages),
        *_catalogues(repository, catalogue_of_notes("course"), languages),
    ]
    return Target("general", inputs, [*map(repr, modules), *texts], make)


def _templates(repository: Repository, package: str) -> list[str]:
    """The templates of all pages of a package: every catalogue of texts is made from them too."""
    found = (repository.root / package).glob(f"**/{TEMPLATES}/*.html")
    return sorted(repository.name(path) for path in found)


def _data_set_target(repository: Repository, sheet: Path, languages: Sequence[str]) -> Target:
    name = sheet.parent.name

    def make(workshop: "Workshop") -> Built:
        from course.publishing.targets import make_data_set

        return make_data_set(workshop, name)

    inputs = [sheet, *_catalogues(repository, f"datasets/{name}", languages)]
    return Target(f"datasets/{name}", inputs, [], make)


def _framework_target(repository: Repository, path: Path, languages: Sequence[str]) -> Target:
    name = catalogue_of(path.stem)

    def make(workshop: "Workshop") -> Built:
        from course.publishing.targets import make_framework

        return make_framework(workshop, path)

    return Target(name, [path, *_catalogues(repository, name, languages)], sorted(TEXT_KEYS), make)


def _catalogues(repository: Repository, name: str, languages: Sequence[str]) -> Iterator[Path]:
    for lang in languages:
        if lang != SOURCE:
            yield repository.locale / lang / f"{name}.po"


def stale(root: Path, built: Built, whole: bool) -> list[str]:
    """The paths that are not as built: changed, missing or (for a whole build) left over.

    The copy of the sources for nbgrader is not committed; it counts once it has been made.
    """
    made = (root / "build" / "source").is_dir()
    found = _differing(root, built, whole)
    return [name for name in found if made or not name.startswith("build/")]


def _differing(root: Path, built: Built, whole: bool) -> list[str]:
    """Like `stale`, with the copy of the sources for nbgrader in any case."""
    found = []
    for name, content in built.files.items():
        path = root / name
        if not path.is_file() or path.read_bytes() != content.encode():
            found.append(name)
    if whole:
        found += [f"{name}{LEFT_OVER}" for name in _left_over(root, built)]
    return sorted(found)


def _left_over(root: Path, built: Built) -> Iterator[str]:
    """The files that no source makes, without a learner's progress and hidden files."""
    for folder in ("release", "facilitator", "course/outline", "build/source"):
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root).as_posix()
            hidden = any(part.startswith((".", "__")) for part in path.relative_to(root).parts)
            if path.is_file() and name not in built.files and path.name not in MADE and not hidden:
                yield name


def write(root: Path, built: Built, whole: bool) -> list[str]:
    """Write what is stale; returns the paths that changed.

    Raises PublishingError when something cannot be written, where possible before the first file
    changes.
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
    """Raise PublishingError unless the file, and the folders above it, can be created."""
    if path.is_dir():
        raise PublishingError(f"{path}: cannot be written (a folder has its name)")
    nearest = next(folder for folder in path.parents if folder.exists() and folder not in gone)
    if not nearest.is_dir():
        raise PublishingError(f"{path}: cannot be written ({nearest} is not a folder)")
    if not os.access(nearest, os.W_OK):
        raise PublishingError(f"{path}: cannot be written (no right to write in {nearest})")
