"""The pages of the site in Markdown, beside the lessons: start, assignments, data, guide."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from urllib.parse import quote

import nbformat
from nbformat import NotebookNode

from course.data.datasets import describe_dataset
from course.data.datasheet import as_html
from course.language import SOURCE, Translations, Translator
from course.publishing import catalogue_of_notes, facilitator
from course.publishing.catalogue import blocks, translate_notebook
from course.publishing.source import read_notebook
from course.publishing.targets import (
    LANGUAGE_LINKS,
    MODULE_TABLE,
    TO_PAGES,
    Workshop,
    module_table,
    time_paragraph,
)
from course.syllabus import Module

EDITION = "edition"
"""The cell of the guide that says which edition it is; the site has a text of its own there."""
HOW = "how-to-work"
"""The cell of the start page that says how to work in a notebook."""
EXERCISE = re.compile(r"## \d+\. (.+)")
"""The heading of an exercise: its title with track and points."""


@dataclass(frozen=True)
class Site:
    """One language of the site: what its pages are made from."""

    workshop: Workshop
    modules: Sequence[Module]
    """Those that the site shows, in the order of the syllabus."""
    lang: str
    repository: str | None = None
    """OWNER/NAME of the learners' repository on GitHub, for a link to Binder."""
    data_sets: Sequence[str] = field(default=())
    """Those that the site describes."""

    @cached_property
    def t(self) -> Translator:
        """Translates the texts of the site's own pages."""
        return Translator("site", self.lang)

    @cached_property
    def course(self) -> Translator:
        """Translates the titles of the syllabus and the texts of the build."""
        return Translator("course", self.lang)

    def title(self, module: Module) -> str:
        """The number and the title of a module."""
        return f"{module.number} {self.course(module.title)}"

    def released(self, path: str) -> NotebookNode:
        """A notebook of the release in this language."""
        file = self.workshop.repository.root / "release" / self.lang / path
        notebook: NotebookNode = nbformat.read(file, as_version=4)
        return notebook


def pages(site: Site) -> dict[str, str]:
    """All pages that are no lessons: Markdown by path from the folder of the sources."""
    made = {
        "index.md": _index(site),
        "start.md": _start(site),
        "assignments/index.md": _assignments(site),
        "data/index.md": _data(site),
        "guide/index.md": _guide(site),
    }
    for module in site.modules:
        made[f"guide/{module.slug}.md"] = _guide_page(site, module)
        if not module.lesson_only:
            made[f"assignments/{module.slug}.md"] = _assignment(site, module)
    for name in site.data_sets:
        made[f"data/{name}.md"] = _datasheet(site, name)
    return made


def theme_texts(t: Translator) -> dict[str, str]:
    """What the templates say beside the texts of Sphinx itself: translations by English text."""
    return {
        "Skip to content": t("Skip to content"),
        "Menu": t("Menu"),
        "Contents of this page": t("Contents of this page"),
        "Course": t("Course"),
        "Language": t("Language"),
        "Light or dark colours": t("Light or dark colours"),
        "Next": t("Next"),
        "Previous": t("Previous"),
        "On this page": t("On this page"),
        "Show the code": t("Show the code"),
        "Hide the code": t("Hide the code"),
        "Table or code, can be scrolled": t("Table or code, can be scrolled"),
        "Made with": t("Made with"),
        "Texts: CC BY 4.0. Code: MIT. Data: see each datasheet.": t(
            "Texts: CC BY 4.0. Code: MIT. Data: see each datasheet."
        ),
    }


def _contents(names: Iterable[str], caption: str = "") -> str:
    """A table of contents for the menu; the page itself does not show it."""
    options = ":hidden:\n" + (f":caption: {caption}\n" if caption else "")
    return f"```{{toctree}}\n{options}\n" + "\n".join(names) + "\n```"


def _index(site: Site) -> str:
    t = site.t
    start = site.released("start.ipynb")
    title, _, *intro = blocks(start.cells[0].source)
    parts = [
        title,
        *intro[:-1],
        t(
            "Here you can read every lesson without installing or running anything. To work on the "
            "assignments, [open the course as notebooks](start.md). If you teach, read the "
            "[facilitator's guide](guide/index.md). Each data set has a "
            "[datasheet](data/index.md)."
        ),
    ]
    for part, modules in groupby(site.modules, key=lambda module: module.part):
        parts.append(f"## {site.course(part)}")
        parts += [_entry(site, module) for module in modules]
    parts += [
        t(
            "The minutes are estimates for somebody who is new to the subject. The first number "
            "of an assignment is for the *Decide* exercises and the note, the second for "
            "everything."
        ),
        _about(start),
        _contents(["start"]),
        _contents(
            (f"lessons/{module.slug}" for module in site.modules if not module.assignment_only),
            t("Lessons"),
        ),
        _contents(["assignments/index", "data/index"], t("Assignments and data")),
        _contents(["guide/index"], t("If you teach")),
    ]
    return "\n\n".join(parts) + "\n"


def _entry(site: Site, module: Module) -> str:
    """A module on the first page: title, decision, and where it leads."""
    t, minutes = site.t, module.minutes
    links = []
    if not module.assignment_only:
        links.append(
            f"[{t('Lesson {number}').format(number=module.number)}](lessons/{module.slug}.ipynb): "
            + t("{minutes} min").format(minutes=minutes["lesson"])
        )
    if not module.lesson_only:
        links.append(
            f"[{t('Assignment {number}').format(number=module.number)}]"
            f"(assignments/{module.slug}.md): "
            + t("{decide} or {assignment} min").format(**minutes)
        )
    return f"### {site.title(module)}\n\n*{site.course(module.decision)}*\n\n{' · '.join(links)}"


def _about(start: NotebookNode) -> str:
    """The start page's last cell, about the course."""
    source: str = start.cells[-1].source
    return source


def _start(site: Site) -> str:
    t, lang = site.t, site.lang
    if site.repository:
        address = f"https://mybinder.org/v2/gh/{site.repository}/HEAD?urlpath=" + quote(
            f"ai4gov/start.html?lang={lang}", safe=""
        )
        binder = t(
            "[Open the course on Binder]({address}). It takes a minute or two to start. Binder "
            "deletes everything when you close the session: the start page says how to take your "
            "progress with you."
        ).format(address=address)
    else:
        binder = t(
            "If your school has put the course on Binder, it gave you a link. It takes a minute or "
            "two to start. Binder deletes everything when you close the session: the start page "
            "says how to take your progress with you."
        )
    how = next(cell.source for cell in site.released("start.ipynb").cells if cell.id == HOW)
    parts = [
        f"# {t('Open the course as notebooks')}",
        t(
            "The exercises are in notebooks, which check your answers while you work. There are "
            "three ways to open them. The course is the same in each."
        ),
        f"## {t('In a browser, with nothing to install')}",
        binder,
        f"## {t('On the JupyterHub of your school')}",
        t(
            "Sign in with the address and name that you were given. The start page opens; if it "
            "does not, open `start.ipynb`. There you also hand in your work and get feedback."
        ),
        f"## {t('On your own computer')}",
        t(
            "With Python 3.11 or newer, in a terminal. The course is copied to the folder "
            "`ai4gov-course` and opens in JupyterLab; your own work there is never overwritten."
        ),
        f"```sh\npip install ai4gov-course\nai4gov start --lang {lang}\n```",
        how,
    ]
    return "\n\n".join(parts) + "\n"


def _assignments(site: Site) -> str:
    t = site.t
    assigned = [module for module in site.modules if not module.lesson_only]
    parts = [
        f"# {t('Assignments')}",
        t(
            "Every assignment has two tracks. The *Decide* exercises ask for a decision, a number "
            "or a word, and need no programming. The *Build* exercises ask for a few lines of "
            "code, which the lesson shows. You write a note at the end, which a person reads. To "
            "begin, [open the course as notebooks](../start.md)."
        ),
        module_table(assigned, site.course, TO_PAGES),
        _contents(module.slug for module in assigned),
    ]
    return "\n\n".join(parts) + "\n"


def _assignment(site: Site, module: Module) -> str:
    t, slug = site.t, module.slug
    notebook = site.released(f"{slug}/{slug}.ipynb")
    title, role, *_ = blocks(notebook.cells[0].source)
    opening = notebook.cells[0].source
    if not module.assignment_only:
        opening = site.released(f"lessons/{slug}/{slug}.ipynb").cells[0].source
    outcomes = next((block for block in blocks(opening) if block.startswith("- ")), "")
    exercises = [
        f"1. {mark[1]}"
        for cell in notebook.cells
        if cell.cell_type == "markdown"
        for block in blocks(cell.source)
        if (mark := EXERCISE.match(block))
    ]
    parts = [
        title.replace("# ", f"# {module.number} ", 1),
        f"*{site.course(module.decision)}*",
        role,
        f"## {t('What it is about')}",
        *(_after_the_lesson(site, module) if outcomes else ()),
        outcomes,
        f"## {t('Time')}",
        _minutes(site, module),
        f"## {t('The exercises')}",
        "\n".join(exercises),
        f"## {t('How to begin')}",
        t(
            "[Open the course as notebooks](../start.md), then open the file "
            "`{lang}/{slug}/{slug}.ipynb`. On a JupyterHub, your school releases the assignment: "
            "it is then in the folder `{slug}`."
        ).format(lang=site.lang, slug=slug),
    ]
    if used := [name for name in module.data if name in site.data_sets]:
        links = (f"- [{_data_title(site, name)}](../data/{name}.md)" for name in used)
        parts += [f"## {t('Data')}", "\n".join(links)]
    return "\n\n".join(parts) + "\n"


def _after_the_lesson(site: Site, module: Module) -> Iterator[str]:
    t = site.t
    if not module.assignment_only:
        yield t("After the [lesson](../lessons/{slug}.ipynb) you can").format(slug=module.slug)


def _minutes(site: Site, module: Module) -> str:
    t = site.t
    if module.assignment_only:
        return t(
            "About {decide} minutes for the *Decide* exercises and the text at the end, "
            "{assignment} for everything."
        ).format(**module.minutes)
    return t(
        "About {decide} minutes for the *Decide* exercises and the note, {assignment} for "
        "everything. The lesson takes about {lesson} minutes."
    ).format(**module.minutes)


def _page_of(module: Module) -> str:
    """The page of a module from another folder of the site: its lesson, else its assignment."""
    if module.assignment_only:
        return f"../assignments/{module.slug}.md"
    return f"../lessons/{module.slug}.ipynb"


def _data_title(site: Site, name: str) -> str:
    title: str = describe_dataset(name, site.lang).content["title"]
    return title


def _data(site: Site) -> str:
    t = site.t
    parts = [
        f"# {t('Data sets')}",
        t(
            "Each data set has a datasheet: where the data come from, who is in them and who is "
            "not, what harm they can do, and what they may be used for. Real data are named with "
            "their source; synthetic data say so."
        ),
    ]
    for name in site.data_sets:
        content = describe_dataset(name, site.lang).content
        parts += [f"## [{content['title']}]({name}.md)", _plain(content["summary"])]
    parts.append(_contents(site.data_sets))
    return "\n\n".join(parts) + "\n"


def _datasheet(site: Site, name: str) -> str:
    t, sheet = site.t, describe_dataset(name, site.lang)
    parts = [f"# {sheet.content['title']}", _plain(sheet.content["summary"])]
    users = [module for module in site.modules if name in module.data]
    if users:
        links = ", ".join(f"[{site.title(module)}]({_page_of(module)})" for module in users)
        parts.append(t("Used in: {modules}").format(modules=links))
    for heading, entries in sheet.sections():
        parts += [f"## {heading}", _raw("\n".join(as_html(entry) for entry in entries))]
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    """A text that is not Markdown, as a paragraph."""
    return _raw(as_html(text))


def _raw(html: str) -> str:
    return f"```{{raw}} html\n{html}\n```"


def _guide(site: Site) -> str:
    """The first page of the facilitator's guide, from source/facilitator.py."""
    t, lang = site.t, site.lang
    path = site.workshop.repository.source / "facilitator.py"
    notebook = read_notebook(path, "course", None)
    known = site.workshop.translations(catalogue_of_notes("course"), lang)
    if lang != SOURCE:
        translate_notebook(notebook, known, lang)
    for cell in notebook.cells:
        if cell.id == EDITION:
            cell.source = t(
                "You lead a class through the course, or advise people who take it alone. There is "
                "a page for each module: a plan for a session and a group activity. What "
                "participants often say, which exercises to discuss and how to read the notes is "
                "in the full edition, in the folder `facilitator` of the instructors' repository, "
                "because it holds answers."
            )
    page = "\n\n".join(cell.source for cell in notebook.cells)
    page = page.replace(LANGUAGE_LINKS, "").replace(
        MODULE_TABLE, module_table(site.modules, site.course, TO_PAGES)
    )
    return page + "\n\n" + _contents(module.slug for module in site.modules) + "\n"


def _guide_page(site: Site, module: Module) -> str:
    """A module's page of the guide: the notes with the mark public=true, and no others."""
    t, workshop = site.t, site.workshop
    notes = facilitator.read_notes(
        workshop.repository.source / module.slug, ("lesson.py", "assignment.py")
    )
    known: Translations = dict(workshop.translations(module.slug, site.lang))
    known |= workshop.translations(catalogue_of_notes(module.slug), site.lang)
    remark = t(
        "For facilitators. What participants often say and how to read the notes is in the full "
        "edition."
    )
    name = t("Assignment {number}") if module.assignment_only else t("Lesson {number}")
    return facilitator.page(
        module,
        [note for note in notes if note.is_public],
        time_paragraph(site.course, module),
        known,
        site.course,
        f"{remark}\n\n[{name.format(number=module.number)}]({_page_of(module)})",
    )
