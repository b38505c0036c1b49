"""How each target of a build is made: modules, start pages, catalogues of data and frameworks."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import nbformat
import yaml
from nbformat import NotebookNode

from course import frameworks
from course.checking.exercises import Suite, load_suite
from course.errors import describe
from course.language import (
    LANGUAGES,
    MARKER,
    SOURCE,
    Catalogues,
    Translations,
    with_official_pages,
)
from course.places import DATASHEET, Repository
from course.publishing import (
    Built,
    PublishingError,
    catalogue_of_notes,
    facilitator,
    rules,
)
from course.publishing.cache import Cache, key_of
from course.publishing.catalogue import Texts, coverage, translate_notebook, updated
from course.publishing.choice_options import choices, put_in_order
from course.publishing.competencies import read_competencies
from course.publishing.fields import add_fields, asked, drawn_answers
from course.publishing.minutes import TIME, by_cell, halfway
from course.publishing.seal_checks import released_checks
from course.publishing.source import as_text, read_notebook
from course.publishing.strands import strands
from course.start.home import CHECKS, CHECKS_OF_ALL
from course.start.progress import BUILD, DECIDE, DRAWN
from course.start.progress import LESSON as LESSON_CHECKS
from course.syllabus import Module

ANSWERING = "{{answering}}"
"""In an assignment, the build writes here what `answering_paragraphs` gives."""

LESSON, ASSIGNMENT, HIDDEN_CHECKS = "lesson.py", "assignment.py", "hidden_checks.py"
MODULE_TABLE = "{{modules}}"
LANGUAGE_LINKS = "{{languages}}"
TO_NOTEBOOKS = {
    "lesson": "lessons/{slug}/{slug}.ipynb",
    "decide": "{slug}/{slug}.ipynb",
    "assignment": "{slug}/{slug}.ipynb",
}
"""Where the table of the modules leads from the start page."""
TO_PAGES = {"title": "{slug}.md"}
"""Where it leads from the facilitator's guide."""


@dataclass(frozen=True)
class Workshop:
    """What every target is made with: the checkout, its translations, the languages wanted."""

    repository: Repository
    catalogues: Catalogues
    languages: Sequence[str]
    cache: Cache | None = None

    def made_once(self, name: str, made_from: str, make: Callable[[], str]) -> str:
        """A text that takes long to make: from the cache if it was made from the same text.

        `name` is the only one of its kind in the course.
        """
        if self.cache is None:
            return make()
        key = key_of(self.repository.root, [], [made_from])
        if (found := self.cache.get(name, key)) is None:
            found = Built(files={name: make()})
            self.cache.put(name, key, found)
        return found.files[name]

    def add_catalogues(self, name: str, texts: Texts, built: Built) -> None:
        """Add the catalogue of some texts, brought up to date, in each language but English."""
        for lang in self.languages:
            if lang == SOURCE:
                continue
            path = self.catalogues.path(name, lang)
            old = self.catalogues.file(name, lang)
            place = self.repository.name(path)
            built.files[place] = updated(texts, old, path, lang)
            counts = coverage(texts, self.translations(name, lang))
            built.coverage.setdefault(lang, {})[name] = counts

    def translations(self, name: str, lang: str) -> Translations:
        """The finished translations of a catalogue; none into English."""
        return {} if lang == SOURCE else self.catalogues.translations(name, lang)


def make_module(workshop: Workshop, module: Module) -> Built:
    """A module's notebooks and checks in each language, its catalogues and its breaches."""
    slug, built = module.slug, Built()
    sources = read_sources(workshop.repository, module)
    notes = facilitator.read_notes(sources.folder, (LESSON, ASSIGNMENT))
    checks = sources.folder / CHECKS
    sealed = workshop.made_once(
        f"{slug}/sealed", checks.read_text("utf-8"), lambda: released_checks(checks, slug)
    )
    workshop.add_catalogues(slug, _module_texts(sources), built)
    if notes:
        workshop.add_catalogues(catalogue_of_notes(slug), facilitator.texts(notes), built)
    made = choices(checks.read_text("utf-8"))
    built.files[f"release/{CHECKS_OF_ALL}/{slug}.py"] = sealed
    notebooks = {f"lessons/{slug}": sources.lesson} if sources.lesson is not None else {}
    if sources.assignment is not None:
        notebooks[slug] = _unsolved(workshop, slug, sources.assignment)
    built.files[f"course/outline/{slug}.json"] = _outline(sources)
    wanted = {
        target: asked(source, is_lesson=source is sources.lesson)
        for target, source in ((f"lessons/{slug}", sources.lesson), (slug, sources.assignment))
        if source is not None
    }

    stops = {
        f"lessons/{slug}": halfway(sources.lesson) if sources.lesson else None,
        slug: halfway(sources.assignment) if sources.assignment else None,
    }

    whole = {f"lessons/{slug}": module.minutes.get("lesson"), slug: module.minutes.get("decide")}

    def finish(notebook: NotebookNode, target: str, t: Callable[[str], str]) -> None:
        """Add to a notebook, in place, what the build knows in its language."""
        put_in_order(notebook, made)
        notebook.metadata.ai4gov.sitting = sitting(notebooks[target], whole[target], stops[target])
        add_stop(
            notebook, stops[target], module.minutes.get("lesson") if slug != target else None, t
        )
        for cell in notebook.cells:
            cell.source = cell.source.replace(TIME, time_paragraph(t, module))
            if ANSWERING in cell.source:
                told = answering_paragraphs(t, sources)
                cell.source = cell.source.replace(ANSWERING, told)
        add_fields(notebook, wanted[target], t)

    if sources.assignment is not None:
        # `nbgrader generate_assignment` makes the English release of this copy.
        solved = deepcopy(sources.assignment)
        finish(solved, slug, lambda text: text)
        built.files[f"build/source/{slug}/{slug}.ipynb"] = as_text(solved)
        built.files[f"build/source/{slug}/{CHECKS}"] = sealed
    for lang in workshop.languages:
        own = workshop.translations(slug, lang)
        t = _translator(workshop, lang)
        for target, notebook in notebooks.items():
            shown = deepcopy(notebook)
            if lang != SOURCE:
                translate_notebook(shown, own, lang)
            finish(shown, target, t)
            built.files |= _released_folder(f"release/{lang}/{target}", shown, lang)
        noted = own | workshop.translations(catalogue_of_notes(slug), lang)
        page = facilitator.page(module, notes, time_paragraph(t, module), noted, t)
        built.files[f"facilitator/{lang}/{slug}.md"] = with_official_pages(page, lang)
    built.breaches = rules.breaches(sources, data_sets(workshop.repository))
    return built


def _unsolved(workshop: Workshop, slug: str, assignment: NotebookNode) -> NotebookNode:
    """An assignment without its solutions."""
    # Translating changes prose only, so the solutions need to be removed just once.
    without = workshop.made_once(
        f"{slug}/released", as_text(assignment), lambda: _without_solutions(assignment)
    )
    unsolved: NotebookNode = nbformat.reads(without, as_version=nbformat.NO_CONVERT)
    return unsolved


def _without_solutions(assignment: NotebookNode) -> str:
    # Imported only where an assignment has changed: nbgrader takes half a second to load.
    from course.publishing.released import released

    return as_text(released(assignment))


def _outline(sources: rules.Sources) -> str:
    """The points of each exercise by strand, the lesson's checks, and the answers with controls."""
    assignment = sources.assignment
    stated: dict[str, object] = {} if assignment is None else {**strands(assignment).points}
    stated[LESSON_CHECKS] = rules.needed_checks(sources.lesson)
    stated[DRAWN] = {
        exercise: names
        for notebook in (sources.lesson, assignment)
        if notebook is not None
        for exercise, names in drawn_answers(notebook, is_lesson=notebook is not assignment).items()
    }
    return json.dumps(stated, indent=1) + "\n"


def _translator(workshop: Workshop, lang: str) -> Callable[[str], str]:
    """Translates the texts of the build itself, which are in the general catalogue."""
    translations = workshop.translations("course", lang)
    return lambda text: translations.get((None, text), text)


def sitting(
    notebook: NotebookNode, minutes: int | None, stop: tuple[str, float] | None
) -> dict[str, str]:
    """What a notebook's bar says of the time: the minutes of each cell, and the place to stop."""
    times = by_cell(notebook, minutes) if minutes else []
    return {"minutes": " ".join(f"{time:.3g}" for time in times), "stop": stop[0] if stop else ""}


def add_stop(
    notebook: NotebookNode,
    stop: tuple[str, float] | None,
    minutes: int | None,
    t: Callable[[str], str],
) -> None:
    """Say below the heading in the middle that this is a place to stop, in place."""
    if stop is None:
        return
    place, share = stop
    done = t("**Halfway.** This is a good place to stop: your answers are saved.")
    if minutes is not None:
        done = t(
            "**Halfway.** About {minutes} minutes are done. This is a good place to stop: "
            "your answers are saved."
        ).format(minutes=5 * round(minutes * share / 5))
    cell = next(cell for cell in notebook.cells if cell.id == place)
    heading, _, rest = cell.source.partition("\n")
    cell.source = f"{heading}\n\n{done}\n{rest}"


def time_paragraph(t: Callable[[str], str], module: Module) -> str:
    """What a lesson, or an assignment without one, says of the time that the module takes."""
    minutes = module.minutes
    if module.lesson_only:
        return t("**Time.** About {lesson} minutes.").format(**minutes)
    if module.assignment_only:
        return t(
            "**Time.** About {decide} minutes for the *Decide* exercises and the text at the end, "
            "and {assignment} for everything."
        ).format(**minutes)
    return t(
        "**Time.** About {lesson} minutes for this lesson. The assignment takes about {decide} "
        "minutes for the *Decide* exercises and the note, and {assignment} for everything."
    ).format(**minutes)


def answering_paragraphs(t: Callable[[str], str], sources: rules.Sources) -> str:
    """What an assignment says of its two tracks, with their points, and of how one answers."""
    assert sources.assignment is not None
    tracks = strands(sources.assignment).points
    decide, build = (sum(tracks[each].values()) for each in (DECIDE, BUILD))
    total = sum(
        cell.metadata.get("nbgrader", {}).get("points", 0) for cell in sources.assignment.cells
    )
    two = t(
        "**Two tracks.** *Decide* exercises need no code: you choose an answer, or type a number "
        "or a few words. *Build* exercises need a few lines of code, each of which the lesson "
        "shows in a cell that is not folded. The *Decide* exercises do not depend on the *Build* "
        "exercises. Of the {total} points, {decide} are for *Decide*, {build} for *Build*, and "
        "{text} for the text at the end, which a person reads."
    )
    how = t(
        "**How to answer.** In a *Decide* exercise, give your answer and press **Check**. In a "
        "*Build* exercise, replace the three dots `...`, run the cell, then run the check below "
        "it. In code, write decimals with a point and no mark for thousands: `1234.5`. You can try "
        "as often as you like; after each try the check gives one more hint. Where there is no "
        "button, write the key of your answer between straight quotation marks in place of the "
        'dots, as in `"key"`, and run the cell and the check below it.'
    )
    values = {"total": total, "decide": decide, "build": build, "text": total - decide - build}
    return f"{two}\n\n{how}".format(**{name: f"{value:g}" for name, value in values.items()})


def read_sources(repository: Repository, module: Module) -> rules.Sources:
    """A module's files, read. Raises PublishingError for what cannot be published."""
    folder = repository.source / module.slug
    suite = _exercises(folder)
    return rules.Sources(
        module=module,
        folder=folder,
        place=repository.name(folder),
        lesson=(
            None if module.assignment_only else read_notebook(folder / LESSON, module.slug, None)
        ),
        assignment=(
            None if module.lesson_only else read_notebook(folder / ASSIGNMENT, module.slug, suite)
        ),
        suite=suite,
    )


def _module_texts(sources: rules.Sources) -> Texts:
    """The texts of a module that translators translate."""
    texts = Texts()
    if sources.lesson is not None:
        texts.add_notebook(sources.lesson, f"{sources.place}/{LESSON}")
    if sources.assignment is not None:
        texts.add_notebook(sources.assignment, f"{sources.place}/{ASSIGNMENT}")
    for name in (CHECKS, HIDDEN_CHECKS):
        path = sources.folder / name
        if path.is_file():
            texts.add_code(path.read_text(encoding="utf-8"), f"{sources.place}/{name}")
    return texts


def _released_folder(target: str, notebook: NotebookNode, lang: str) -> dict[str, str]:
    """The files of a released lesson or assignment in one language, by path."""
    files: dict[str, str] = {}
    slug = notebook.metadata.ai4gov.module
    if lang != SOURCE:
        files[f"{target}/{MARKER}"] = lang + "\n"
    files[f"{target}/{slug}.ipynb"] = as_text(notebook)
    return files


def _exercises(folder: Path) -> Suite:
    """The exercises of a module. Raises PublishingError where its two files of checks disagree."""
    hidden_path = folder / HIDDEN_CHECKS
    suite = _suite(folder / CHECKS)
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


def make_general(
    workshop: Workshop,
    modules: Iterable[Module],
    route_texts: Sequence[str],
    sources: Mapping[str, Sequence[str]],
) -> Built:
    """The start pages, and the catalogues of the texts that belong to no module.

    `sources` are the Python files and templates of each catalogue. The start page and the syllabus
    are in the catalogue "course", and so are the texts of the routes.
    """
    built = Built()
    start = read_notebook(workshop.repository.source / "start.py", "course", None)
    modules = list(modules)
    domains = workshop.repository.competencies
    for name, files in sources.items():
        texts = _texts_of(workshop, files, start if name == "course" else None)
        if name == "course":
            for module in modules:
                for text in module.texts:
                    texts.add(text, workshop.repository.name(workshop.repository.syllabus))
            for text in route_texts:
                texts.add(text, workshop.repository.name(workshop.repository.routes))
            if domains.is_file():
                for domain in read_competencies(domains).domains.values():
                    for text in (domain.name, domain.means):
                        texts.add(text, workshop.repository.name(domains))
        workshop.add_catalogues(name, texts, built)
    for lang in workshop.languages:
        t = _translator(workshop, lang)
        shown = deepcopy(start)
        translate_notebook(shown, workshop.translations("course", lang), lang)
        for cell in shown.cells:
            cell.source = cell.source.replace(MODULE_TABLE, module_table(modules, t, TO_NOTEBOOKS))
            cell.source = cell.source.replace(LANGUAGE_LINKS, _language_links(lang))
        add_fields(shown, {}, t)
        built.files[f"release/{lang}/start.ipynb"] = as_text(shown)
        if lang != SOURCE:
            built.files[f"release/{lang}/{MARKER}"] = lang + "\n"
    _add_guide(workshop, modules, built)
    return built


def _add_guide(workshop: Workshop, modules: Sequence[Module], built: Built) -> None:
    """Add the first page of the facilitator's edition, where the checkout has one."""
    path = workshop.repository.source / "facilitator.py"
    if not path.is_file():
        return
    guide = read_notebook(path, "course", None)
    name, texts = catalogue_of_notes("course"), Texts()
    texts.add_notebook(guide, "source/facilitator.py")
    workshop.add_catalogues(name, texts, built)
    for lang in workshop.languages:
        shown = deepcopy(guide)
        translate_notebook(shown, workshop.translations(name, lang), lang)
        page = "\n\n".join(cell.source for cell in shown.cells)
        table = module_table(modules, _translator(workshop, lang), TO_PAGES)
        page = page.replace(MODULE_TABLE, table).replace(
            LANGUAGE_LINKS, _language_links(lang, "README.md")
        )
        built.files[f"facilitator/{lang}/README.md"] = page + "\n"


def _texts_of(
    workshop: Workshop, sources: Iterable[str], page: NotebookNode | None = None
) -> Texts:
    """The texts of a page, of Python files and of templates, of those that the checkout has."""
    texts = Texts()
    if page is not None:
        texts.add_notebook(page, "source/start.py")
    for name in sources:
        path = workshop.repository.root / name
        if path.suffix == ".html":
            texts.add_template(path, name)
        elif path.is_file():
            texts.add_code(path.read_text(encoding="utf-8"), name)
    return texts


def module_table(
    modules: Iterable[Module], translate: Callable[[str], str], paths: Mapping[str, str]
) -> str:
    """The modules as a Markdown table: title, decision, and the minutes of each part.

    `paths` says where a column leads, with {slug} for the module's name; others are plain text.
    """
    t = translate  # By this name, calls with a literal are found for the translators.
    columns = {
        "title": t("Module"),
        "decision": t("The decision it serves"),
        "lesson": t("Lesson"),
        "decide": t("Assignment: Decide and note"),
        "assignment": t("Assignment: everything"),
    }
    lines = ["| " + " | ".join(columns.values()) + " |", "|" + " --- |" * len(columns)]
    for module in modules:
        cells = {
            "title": f"**{module.number} {translate(module.title)}**",
            "decision": translate(module.decision),
        }
        for part, minutes in module.minutes.items():
            cells[part] = t("{minutes} min").format(minutes=minutes)
        for column, path in paths.items():
            if column in cells:
                cells[column] = f"[{cells[column]}]({path.format(slug=module.slug)})"
        lines.append("| " + " | ".join(cells.get(column, "") for column in columns) + " |")
    return "\n".join(lines)


def _language_links(lang: str, page: str = "start.ipynb") -> str:
    return " · ".join(
        f"**{name}**" if code == lang else f"[{name}](../{code}/{page})"
        for code, name in LANGUAGES.items()
    )


def data_sets(repository: Repository) -> list[str]:
    """The names of the data sets of a checkout, in alphabetical order."""
    return sorted(path.parent.name for path in repository.datasets.glob(f"*/{DATASHEET}"))


def make_data_set(workshop: Workshop, name: str) -> Built:
    """The Croissant file of a data set, and the catalogue of its datasheet's texts."""
    # Imported only here: pydantic takes a tenth of a second to make the models of a datasheet.
    from course.data import datasheet
    from course.data.datasheet_schema import parse
    from course.publishing.croissant import croissant

    built, texts = Built(), Texts()
    path = workshop.repository.datasets / name / DATASHEET
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (ValueError, yaml.YAMLError) as error:
        raise PublishingError(f"{path}: not a datasheet ({describe(error)})") from error
    built.files[f"datasets/{name}/croissant.json"] = croissant(name, parse(content, path))
    for text in datasheet.texts(content):
        texts.add(text, workshop.repository.name(path))
    workshop.add_catalogues(datasheet.catalogue_of(name), texts, built)
    return built


def make_framework(workshop: Workshop, path: Path) -> Built:
    """The catalogue of a framework's texts. Raises FrameworkError."""
    built, texts = Built(), Texts()
    for text in frameworks.texts(frameworks.read_framework(path)):
        texts.add(text, workshop.repository.name(path))
    workshop.add_catalogues(frameworks.catalogue_of(path.stem), texts, built)
    return built
