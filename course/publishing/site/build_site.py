"""Build the site: run the lessons, write the sources of each language, have Sphinx make pages."""

import html
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

import nbformat
import polib

from course import places
from course.data.datasets import dataset_names
from course.files import write_atomic
from course.language import LANGUAGES, Catalogues, Translator
from course.places import Repository
from course.publishing import PublishingError, secrets
from course.publishing.site import executed, lessons
from course.publishing.site.pages import Site, pages, theme_texts
from course.publishing.targets import Workshop
from course.syllabus import Module, read_syllabus
from course.templating import render

SPHINX_LANGUAGES = {"en": "en", "fr": "fr", "es": "es", "pt": "pt_BR"}
"""The languages by the codes of Sphinx, for its own texts and for the words that search knows."""

MARK = ".ai4gov-site"
"""A file in a site's folder; a folder without it is not replaced."""

NOT_COPIED = (".buildinfo*", "objects.inv", "_sources", "_sphinx_design_static")
"""What Sphinx writes beside the pages and nobody reads: among it, the sources of the pages."""

PICTURES = "pictures"
MATHJAX = "mathjax"
"""Folders of the site that hold the lessons' figures, and MathJax, once for all languages."""

MATHJAX_FILES = ("tex-chtml.js", "output/chtml/fonts")
"""What pages load of MathJax; the rest of it is other input, output and speech."""

Value = TypeVar("Value")

TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>", re.DOTALL)


@dataclass(frozen=True)
class Made:
    """What a call of `build_site` made."""

    folder: Path
    pages: int
    megabytes: float


def build_site(
    root: Path,
    folder: Path,
    *,
    slugs: Sequence[str] = (),
    langs: Sequence[str] = (),
    repository: str | None = None,
    jobs: int | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Made:
    """Write the site of the checkout in `root` into `folder`, in place of an earlier one.

    `slugs` and `langs` narrow it to some modules and languages; empty means all. `repository` is
    the OWNER/NAME of the learners' repository on GitHub, for a link to Binder. `jobs` lessons or
    languages are made at a time, one a processor without it. `progress` gets the number of parts
    that are done, and of all.

    Raises PublishingError for a folder that holds anything else, for a lesson that does not run,
    for a page with a broken link, and when a page holds anything secret; the folder is then as
    before.
    """
    root, folder = root.resolve(), folder.resolve()
    checkout = Repository(root)
    modules = _chosen(read_syllabus(checkout.syllabus), slugs, "module")
    languages = list(_chosen(LANGUAGES, langs, "language"))
    _refuse(root, folder, repository)
    shown = list(modules.values())
    work = checkout.cache / "site" / _name_of_work(slugs, languages)
    read = [module for module in shown if not module.assignment_only]
    parts = [(module, lang) for lang in languages for module in read]
    done, total = 0, len(parts) + len(languages)

    def count() -> None:
        nonlocal done
        done += 1
        progress(done, total)

    (work / PICTURES).mkdir(parents=True, exist_ok=True)
    used: dict[str, dict[str, str]] = {lang: {} for lang in languages}
    with ThreadPoolExecutor(jobs or os.cpu_count() or 1) as pool:
        running = pool.map(lambda part: executed.run(checkout, *part), parts)
        for (module, lang), notebook in zip(parts, running, strict=True):
            readable = lessons.readable(notebook, module, lang, work / PICTURES)
            used[lang][f"lessons/{module.slug}.ipynb"] = nbformat.writes(readable)
            count()
        for lang in languages:
            sources = used[lang] | _pages(checkout, shown, languages, lang, repository)
            _refuse_secrets(root, {name: text.encode() for name, text in sources.items()})
            _write_sources(work / "sources" / lang, sources, lang)
        for _ in pool.map(lambda lang: _sphinx(root, work, lang, languages), languages):
            count()
    _refuse_secrets(root, _texts(work / "pages"))
    _assemble(work, languages, folder)
    files = [path for path in folder.rglob("*") if path.is_file()]
    return Made(
        folder,
        sum(path.suffix == ".html" for path in files),
        sum(path.stat().st_size for path in files) / 1e6,
    )


def _chosen(known: Mapping[str, Value], names: Sequence[str], what: str) -> dict[str, Value]:
    """The named entries, in their order in `known`; all where none is named."""
    for name in names:
        if name not in known:
            raise PublishingError(f"no {what} {name!r}; the course has: {', '.join(known)}")
    return {name: value for name, value in known.items() if not names or name in names}


def _refuse(root: Path, folder: Path, repository: str | None) -> None:
    """Raise PublishingError for a call that cannot be carried out."""
    if root != places.REPOSITORY:
        raise PublishingError(
            f"{root}: lessons are run with the course that is installed, from "
            f"{places.REPOSITORY}; call the ai4gov of this checkout (make env)"
        )
    if repository is not None and not re.fullmatch(r"[\w.-]+/[\w.-]+", repository):
        raise PublishingError(f"{repository!r}: not of the form OWNER/NAME")
    if folder.exists() and not folder.is_dir():
        raise PublishingError(f"{folder}: not a folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise PublishingError(
            f"{folder}: holds files that `ai4gov site` did not write; name a new or empty folder"
        )
    if find_spec("sphinx") is None or find_spec("myst_nb") is None:
        raise PublishingError(
            "Sphinx or MyST-NB is not installed; call: pip install 'ai4gov-course[instructor,site]'"
        )


def _name_of_work(slugs: Sequence[str], languages: Sequence[str]) -> str:
    """A folder for each choice, so that a reduced site does not undo Sphinx's cache of a whole."""
    return "-".join([*languages, *sorted(slug[: len("capstone-1")] for slug in slugs)])


def _pages(
    checkout: Repository,
    modules: Sequence[Module],
    languages: Sequence[str],
    lang: str,
    repository: str | None,
) -> dict[str, str]:
    shown = {name for module in modules for name in module.data}
    data_sets = [name for name in dataset_names() if name in shown]
    workshop = Workshop(checkout, Catalogues(checkout.locale), languages)
    return pages(Site(workshop, modules, lang, repository, data_sets))


def _write_sources(folder: Path, sources: dict[str, str], lang: str) -> None:
    """Write what has changed, so that Sphinx reads only that again; remove what is left over."""
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    catalogue += [
        polib.POEntry(msgid=english, msgstr=translated)
        for english, translated in theme_texts(Translator("site", lang)).items()
    ]
    place = f"locales/{SPHINX_LANGUAGES[lang]}/LC_MESSAGES/sphinx.po"
    wanted = sources | {place: str(catalogue)}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in wanted and path.suffix != ".mo":
            path.unlink()
    for name, text in wanted.items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(path, text)


def _sphinx(root: Path, work: Path, lang: str, languages: Sequence[str]) -> None:
    """Have Sphinx make the pages of a language, in a process of its own; a warning is an error."""
    title = Translator("course", lang)("AI for the Public Sector")
    command = [
        sys.executable, "-m", "sphinx", "-b", "html", "-q", "-W", "--keep-going",
        "-c", str(root / "docs" / "site"), "-d", str(work / "doctrees" / lang),
        "-D", f"language={SPHINX_LANGUAGES[lang]}", "-D", f"html_title={title}",
        "-A", f"site_languages={','.join(languages)}", "-A", f"site_language={lang}",
        str(work / "sources" / lang), str(work / "pages" / lang),
    ]  # fmt: skip
    ended = subprocess.run(command, capture_output=True, text=True, cwd=root)
    if ended.returncode:
        said = (ended.stderr or ended.stdout).strip().splitlines() or ["Sphinx failed"]
        more = f" (and {len(said) - 1} lines more)" if len(said) > 1 else ""
        raise PublishingError(
            f"the pages in {LANGUAGES[lang]} have a fault: {said[0]}{more}; mend the text it names"
        )


def _texts(folder: Path) -> dict[str, bytes]:
    """The text of each page, without tags and escapes, by its path."""
    return {
        path.relative_to(folder).as_posix(): html.unescape(
            TAG.sub("", path.read_text(encoding="utf-8"))
        ).encode()
        for path in folder.rglob("*.html")
    }


def _refuse_secrets(root: Path, files: dict[str, bytes]) -> None:
    source = root / "source"
    lines = secrets.secret_lines(source, public_notes=True)
    if leak := next(secrets.leaks(files, lines, secrets.hidden_sentences(source)), None):
        raise PublishingError(f"learners must not get this, and the site was not made: {leak}")


def _assemble(work: Path, languages: Sequence[str], folder: Path) -> None:
    """Put the parts of the site together beside `folder`, then exchange the two."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        new, old = (folder.with_name(f".{folder.name}-{which}") for which in ("new", "old"))
        for left_over in (new, old):
            shutil.rmtree(left_over, ignore_errors=True)
        for lang in languages:
            shutil.copytree(
                work / "pages" / lang,
                new / lang,
                ignore=shutil.ignore_patterns(*NOT_COPIED),
            )
        _copy_pictures(work, languages, new)
        _copy_mathjax(new)
        (new / "index.html").write_text(_choice(languages), encoding="utf-8")
        (new / MARK).write_text("Made by `ai4gov site`, which replaces this folder.\n")
        # GitHub Pages would otherwise leave out folders that begin with an underscore.
        (new / ".nojekyll").touch()
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise PublishingError(
            f"{error.filename or folder}: cannot be written ({error.strerror})"
        ) from error


def _copy_pictures(work: Path, languages: Sequence[str], new: Path) -> None:
    """Copy the figures that a page of the language shows; earlier ones stay in the cache."""
    for lang in languages:
        target = new / lang / PICTURES
        target.mkdir()
        for path in (new / lang / "lessons").glob("*.html"):
            for name in re.findall(
                rf'src(?:set)?="\.\./{PICTURES}/([\w.]+)"', path.read_text(encoding="utf-8")
            ):
                shutil.copyfile(work / PICTURES / name, target / name)


def _copy_mathjax(new: Path) -> None:
    spec = find_spec("sphinx-mathjax-offline")
    if spec is None or spec.origin is None:
        raise PublishingError(
            "sphinx-mathjax-offline is not installed; call: pip install 'ai4gov-course[site]'"
        )
    source = Path(spec.origin).parent / "static" / "mathjax"
    for name in MATHJAX_FILES:
        target = new / MATHJAX / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (source / name).is_dir():
            shutil.copytree(source / name, target)
        else:
            shutil.copyfile(source / name, target)


def _choice(languages: Sequence[str]) -> str:
    """The page above all languages: a link to each."""
    titles = {lang: Translator("course", lang)("AI for the Public Sector") for lang in languages}
    return render(
        Path(__file__).parent,
        "choice.html",
        Translator("course", languages[0]),
        lang=languages[0],
        title=titles[languages[0]],
        languages=[(lang, LANGUAGES[lang], title) for lang, title in titles.items()],
    )
