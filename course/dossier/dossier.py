"""A dossier: a folder with one YAML file for each artefact, checked as a whole."""

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from course.checking.messages import say
from course.dossier.artefact import Artefact, write_file
from course.dossier.artefacts import measure_rules, monitoring
from course.dossier.cross_checks import CROSS_CHECKS
from course.dossier.documents import deck, page, pdf
from course.dossier.fields.faults import ArtefactError, Fault, fault
from course.dossier.fields.parts import BLANK, PLACEHOLDER
from course.dossier.papers import ARTEFACTS, Papers
from course.notebook.figures import ShownFigure
from course.os_errors import os_reason

ENDING = ".yml"

NO_FOLDER = say(
    "dossier-no-folder",
    "{path}: there is no such folder, or it cannot be read. Give the name of the folder with the "
    "files of the dossier.",
)
UNKNOWN_FILE = say(
    "dossier-unknown-file",
    "{path}: no artefact has this name. Did you mean {nearest}? The files are: {names}.",
)
MISSING = say("dossier-artefact-missing", "This artefact is still missing. Write it, in this file.")
CANNOT_SAVE = say(
    "dossier-cannot-save",
    "{path}: this folder cannot be made: {reason}. Give another folder.",
)

ANOTHER_GROUP = "cross-number-of-another-group"
UNTRUE = (measure_rules.MISMATCH.code, monitoring.UNTRUE.code)
"""What is not said of a number as well when it is known whose it is."""


class Dossier:
    """The artefacts of one system, by their names. Nothing in it changes after it is made."""

    def __init__(self, artefacts: Mapping[str, Artefact]):
        """Raises ArtefactError for a name that no artefact has, or another kind of artefact."""
        wrong = [name for name, each in artefacts.items() if not _fits(name, each)]
        if wrong:
            raise ArtefactError([_unknown(f"{name}{ENDING}") for name in wrong])
        order = list(ARTEFACTS)
        names = sorted(artefacts, key=order.index)
        self.artefacts: Mapping[str, Artefact] = {name: artefacts[name] for name in names}

    @classmethod
    def read(cls, folder: str | Path) -> Self:
        """The dossier in a folder. Raises ArtefactError with the faults of all its files.

        Only files that end in `.yml` or `.yaml` are read; what else is in the folder is left alone.
        """
        artefacts: dict[str, Artefact] = {}
        faults: list[Fault] = []
        for path in _files(Path(folder)):
            kind = ARTEFACTS.get(path.stem)
            if kind is None or path.suffix != ENDING:
                faults.append(_unknown(path.name))
                continue
            try:
                artefacts[path.stem] = kind.read(path)
            except ArtefactError as error:
                faults += _in_file(path.stem, error.faults)
        if faults:
            raise ArtefactError(faults)
        return cls(artefacts)

    def save(self, folder: str | Path) -> None:
        """Write each artefact into its file in a folder, which is made if there is none.

        Each file is written atomically; files of other names are left alone. Raises ArtefactError.
        """
        try:
            Path(folder).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            found = fault(CANNOT_SAVE, path=str(folder), reason=os_reason(error))
            raise ArtefactError([found]) from None
        for name, artefact in self.artefacts.items():
            artefact.save(Path(folder) / f"{name}{ENDING}")

    def faults(
        self, measured: Mapping[str, Any] | None = None, needed: Collection[str] = tuple(ARTEFACTS)
    ) -> list[Fault]:
        """All faults: of missing artefacts, of each artefact, and between them.

        `measured` holds what an artefact's own `faults` is given, by the artefact's name, such as
        {"model-card": measures}. `needed` names the artefacts without which the dossier is not
        complete; a module that has only some of them names these.
        """
        given = measured or {}
        found = [
            each
            for name, artefact in self.artefacts.items()
            for each in _in_file(name, artefact.faults(given.get(name)))
        ]
        between = _between(Papers(self.artefacts), found)
        told_twice = {(each.file, each.where) for each in between if each.code == ANOTHER_GROUP}
        found = [
            each
            for each in found
            if each.code not in UNTRUE or (each.file, each.where) not in told_twice
        ]
        told = {each.file for each in between if not each.where}
        missing = [
            replace(fault(MISSING), file=name)
            for name in ARTEFACTS
            if name in needed and name not in self.artefacts and name not in told
        ]
        return [*missing, *found, *between]

    def write(
        self,
        path: str | Path,
        *,
        title: str | None = None,
        measured: Mapping[str, Any] | None = None,
        needed: Collection[str] = tuple(ARTEFACTS),
        figures: Mapping[str, Sequence[ShownFigure]] | None = None,
        lang: str | None = None,
    ) -> None:
        """Write all artefacts as one HTML page, or as a PDF where `path` ends in `.pdf`.

        The page says at its head what `faults(measured, needed)` finds. `figures` are by the
        artefact's name, as `measured` is. Raises ArtefactError where the dossier has no artefact or
        the file cannot be written, and PdfError where no PDF can be made.
        """
        faults = self.faults(measured, needed)
        if not self.artefacts:
            raise ArtefactError(faults)
        parts = list(self.artefacts.values())
        by_class = {
            type(self.artefacts[name]).__name__: each for name, each in (figures or {}).items()
        }
        if Path(path).suffix.lower() == ".pdf":
            pdf.write_pdf(path, parts, title=title, figures=by_class, faults=faults, lang=lang)
        else:
            shown = page.dossier(parts, title=title, figures=by_class, faults=faults, lang=lang)
            write_file(path, shown)

    def write_deck(
        self,
        path: str | Path,
        *,
        title: str | None = None,
        asked: Sequence[str] = (),
        remark: str = "",
        lang: str | None = None,
    ) -> None:
        """Write the slides that present the dossier as one HTML file; see deck.deck.

        Raises ArtefactError where the file cannot be written.
        """
        parts = list(self.artefacts.values())
        write_file(path, deck.deck(parts, title=title, asked=asked, remark=remark, lang=lang))


def _between(papers: Papers, found: Collection[Fault]) -> list[Fault]:
    """The faults of the cross-checks in fields that are filled in."""
    blank = {
        (each.file, each.where) for each in found if each.code in (BLANK.code, PLACEHOLDER.code)
    }
    return [
        each
        for check in CROSS_CHECKS
        for each in check.faults(papers)
        if (each.file, each.where) not in blank
    ]


def _fits(name: str, artefact: Artefact) -> bool:
    kind = ARTEFACTS.get(name)
    return kind is not None and isinstance(artefact, kind)


def _files(folder: Path) -> Iterator[Path]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        raise ArtefactError([fault(NO_FOLDER, path=str(folder))]) from None
    return (path for path in paths if path.suffix in (ENDING, ".yaml"))


def _in_file(name: str, faults: list[Fault]) -> list[Fault]:
    return [replace(each, file=name) for each in faults]


def _unknown(name: str) -> Fault:
    names = [f"{each}{ENDING}" for each in ARTEFACTS]
    nearest = difflib.get_close_matches(name, names, 1, 0)[0]
    return fault(UNKNOWN_FILE, path=name, nearest=nearest, names=", ".join(names))
