"""The YAML file behind a form: what people wrote around the fields, and changes from outside."""

from pathlib import Path

from course.dossier.artefact import Artefact, file_fault, write_file
from course.dossier.fields.faults import ArtefactError
from course.dossier.fields.reading import LONGEST
from course.dossier.fields.schema import COMMENT, SchemaError, comment_for, export


class YamlFile:
    """An artefact's file, with its text as it was last read or written here.

    `text` is None where there is no file yet.
    """

    def __init__(self, artefact_class: type[Artefact], path: str | Path):
        """Raises ArtefactError for a file that cannot be read."""
        self.artefact_class = artefact_class
        self.path = Path(path)
        self.text = self._now()

    def is_changed(self) -> bool:
        """Whether somebody else has written the file since. Raises ArtefactError."""
        return self._now() not in (None, self.text)

    def read(self) -> str:
        """The text of the file as it is now; empty without a file. Raises ArtefactError."""
        self.text = self._now()
        return self.text or ""

    def write(self, fields: str) -> None:
        """Write the fields below the comments that head the file, atomically.

        The artefact's schema is put into the folder beside the file, so that editors complete the
        fields. Raises ArtefactError.
        """
        head = self._head()
        if COMMENT not in head:
            self._add_schema()
            head = comment_for(self.artefact_class, self.path) + head
        write_file(self.path, head + fields)
        self.text = head + fields

    def keep(self, text: str) -> Path:
        """Write a second version beside the file, under a name that is free; returns its path."""
        number = 1
        while (aside := self.path.with_name(f"{self.path.name}.other-{number}")).exists():
            number += 1
        write_file(aside, text)
        return aside

    def has_inner_comments(self) -> bool:
        """Whether there may be comments between the fields, which `write` does not keep."""
        below = (self.text or "")[len(self._head()) :]
        return any(line.lstrip().startswith("#") for line in below.splitlines())

    def _head(self) -> str:
        """The lines of comments before the first field."""
        head = ""
        for line in (self.text or "").splitlines(keepends=True):
            if not line.startswith("#"):
                break
            head += line if line.endswith("\n") else f"{line}\n"
        return head

    def _now(self) -> str | None:
        return read_text(self.path)

    def _add_schema(self) -> None:
        """A file without a schema is whole too, so a folder that takes none is no error."""
        if not comment_for(self.artefact_class, self.path) and self.path.parent.is_dir():
            try:
                export([self.artefact_class], self.path.parent)
            except SchemaError:
                return


def read_text(path: Path) -> str | None:
    """The text of an artefact's file; None where there is no file. Raises ArtefactError."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            return file.read(LONGEST + 1)
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise ArtefactError([file_fault(path, error)]) from None
