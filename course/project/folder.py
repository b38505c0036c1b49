"""A project: opened in the notebook of each checkpoint, and what can be asked of it."""

import html
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from course.checking.messages import Message, say
from course.dossier.form import edit
from course.os_errors import os_reason
from course.project import agreement
from course.project.agreement import Disagreements
from course.project.carry_over import take_over
from course.project.names import FOLDER
from course.project.project_files import (
    FILES,
    MODEL,
    UNWRITABLE,
    Files,
    FileStore,
    InFolder,
    InMemory,
    ProjectError,
    message_of,
    refuse_folder,
)
from course.project.service import Service

HAS = say("project-has", "Files of the project: {files}.")
HAS_NONE = say("project-has-none", "The project has no files yet.")


def project_of(texts: Mapping[str, str]) -> "Project":
    """The project whose files `Project.texts` gave; nothing is read or written on disk.

    Raises ProjectError for a name that no file of a project has.
    """
    return Project(InMemory(texts))


def open_project(folder: str | Path = FOLDER, *, take: str | Sequence[str] = ()) -> "Project":
    """The project in a folder beside the notebook, with what earlier checkpoints have written.

    Files that this folder does not have yet are taken from the same folder of the checkpoints
    beside this one, the newest checkpoint first. A file of an earlier checkpoint that was changed
    after it was taken is named in `Project.news`, and so is one that was deleted here. Both are
    taken again only if `take` names them; a file that was here is then kept beside.

    The folder is made where there is none. Raises ProjectError, in one line, for links, devices
    and files that are too large, and for a name in `take` that no earlier checkpoint has.
    """
    # Absolute, so that it stays the same folder where a notebook changes its own.
    home = Path(folder).absolute()
    refuse_folder(home)
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectError(
            message_of(UNWRITABLE, path=str(home), reason=os_reason(error))
        ) from None
    project = Project(InFolder(home))
    # Read once, so that a folder with a link or a huge file is refused before anything is written.
    for name in FILES:
        project.content(name)
    project.news = take_over(project, [take] if isinstance(take, str) else take)
    project.note_saved()
    return project


class Project(Files):
    """The files of a project, its service, its numbers, and what no longer agrees."""

    def __init__(self, store: FileStore):
        """Use open_project(), which also takes over what earlier checkpoints have written."""
        super().__init__(store)
        self.news: list[Message] = []
        """What was taken over, and what has changed since: one line each."""
        self._services: dict[str, Service] = {}

    def data_faults(self) -> "Disagreements":
        """All faults of a team's own data, in data.yml and in data.csv; a notebook shows them.

        Personal data, size, missing answers, leakage, groups too small: see own_table.
        """
        from course.project.tabular import data_faults

        return data_faults(self)

    def edit(self, name: str, measured: Any = None, given: Mapping[str, Any] | None = None) -> None:
        """Show the form of an artefact, such as "team"; its Save button writes the file.

        `given` are fields to begin with where there is no file yet; see course.dossier.edit.
        """
        edit(
            self.kind(name),
            self.path(name),
            measured,
            given,
            on_saved=lambda: agreement.note_saved(self, name),
        )

    def service(self) -> Service:
        """The team's service; it learns at its first decision. Raises ServiceError without one."""
        from course.project.loading import load_service

        made = self.fingerprint()
        if made not in self._services:
            self._services = {made: load_service(self)}
        return self._services[made]

    def keep_model(
        self,
        train: Callable[..., Any],
        decide: Callable[..., Any],
        find_duplicates: Callable[..., Any] | None = None,
    ) -> Service:
        """Write the functions, and what they use, into model.py; returns their service.

        Where nothing has changed it is the service as before, which need not learn again. Raises
        ServiceError where their text cannot be read or does not run by itself.
        """
        from course.project.loading import load_service, source_of

        functions = [each for each in (train, decide, find_duplicates) if each is not None]
        text = source_of(*functions)
        if text == self.saved(MODEL) and (known := self._services.get(self.fingerprint())):
            return known
        service = load_service(self, text)
        self.write(MODEL, text)
        self._services = {self.fingerprint(): service}
        return service

    def measure(self) -> dict[str, Any]:
        """Measure the service as it is now, and write the numbers into measured.yml.

        The numbers by the name of the artefact that takes them, in the form of
        Dossier.faults(measured): own-datasheet, model-card, fairness-statement, monitoring-plan.
        The service learns first, which can take half a minute. Raises ServiceError without one.
        """
        from course.project.measuring import measure

        return measure(self, self.service().decide)

    def measured(self) -> dict[str, Any] | None:
        """The numbers in measured.yml if they are those of the model as it is now, else None."""
        from course.project.measured import stored

        return stored(self)

    def groups_of(self, comments: Any) -> dict[str, Any]:
        """The group of each comment by attribute, named as the project's files name the groups.

        Before a file names one, the names are those of the reader's language.
        """
        from course.project.measured import groups_of, language_of_groups

        return groups_of(comments, language_of_groups(self))

    # Agreement

    def disagreements(
        self, measured: Mapping[str, Any] | None = None, needed: Collection[str] = ()
    ) -> "Disagreements":
        """Everything in the project that no longer agrees; a notebook shows it as a list.

        `measured` is what `measure` returned; without it the numbers in measured.yml are used if
        the model has not changed, and no number is compared if it has. `needed` names artefacts
        that must be there, such as "service-brief". Never learns a model.
        """
        numbers = self.measured() if measured is None else measured
        found = agreement.disagreements(self, numbers, needed)
        found[:0] = agreement.newer(self.news)
        return found

    def note_saved(self) -> None:
        """Note beside card, assessment and plan which model they were saved with; see agreement."""
        agreement.note_saved(self)

    # Showing

    def __repr__(self) -> str:
        return "\n".join(each.read() for each in self._lines())

    def _repr_html_(self) -> str:
        lines = "".join(f"<li>{html.escape(each.read())}</li>" for each in self._lines())
        return f"<ul>{lines}</ul>"

    def _lines(self) -> list[Message]:
        files = self.files
        head = message_of(HAS, files=", ".join(files)) if files else message_of(HAS_NONE)
        return [head, *self.news]
