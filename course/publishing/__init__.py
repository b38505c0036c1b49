"""Publishing: from the sources that authors write to the release that learners open.

The steps of a notebook: `source` reads it, `rules` looks at its form, `released` lets nbgrader
remove the solutions, `catalogue` translates its prose and `seal_checks` hides the answers of
its checks. `targets` does these steps for a module, the start pages or a data set; `build` chooses
the targets, takes unchanged ones from the `cache`, and compares or writes the files.
"""

from dataclasses import dataclass, field

from course.errors import UserError


class PublishingError(UserError):
    """A source that cannot be published; the message is one line: where, what, what to do."""


@dataclass(frozen=True, order=True)
class Breach:
    """A rule of the course that a module does not keep (see `rules`)."""

    file: str
    """From the repository's root."""
    cell: str
    """The id of a notebook's cell, or the name of an exercise; empty for the whole file."""
    problem: str

    def __str__(self) -> str:
        cell = f"{self.cell}: " if self.cell else ""
        return f"{self.file}: {cell}{self.problem}"


@dataclass
class Built:
    """What a build makes: files, how much of them is translated, and rules that are not kept."""

    files: dict[str, str] = field(default_factory=dict)
    """Content by path from the repository's root."""
    coverage: dict[str, dict[str, tuple[int, int]]] = field(default_factory=dict)
    """By language and catalogue: the number of translated texts, and of all texts."""
    breaches: list[Breach] = field(default_factory=list)

    def add(self, other: "Built") -> None:
        """Add what another target made."""
        self.files |= other.files
        for lang, counts in other.coverage.items():
            self.coverage.setdefault(lang, {}).update(counts)
        self.breaches += other.breaches


def catalogue_of_notes(slug: str) -> str:
    """The name of the catalogue of a module's facilitator's notes, which learners do not get."""
    return f"facilitator/{slug}"
