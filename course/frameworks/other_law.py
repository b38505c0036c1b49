"""Other law and policy on AI in public bodies: what binds an institution, where, and on which day.

The data are in other-law.yml, which says what each field means.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from course.frameworks import FrameworkError, framework

NAME = "other-law"

State = Literal["in force", "later", "unclear", "not in force"]
FORCES = ("binding", "recommended", "bill", "treaty")


@dataclass(frozen=True)
class Phase:
    """A later day on which a part of an instrument applies."""

    applies_from: date
    text: str


@dataclass(frozen=True)
class Instrument:
    """A law, policy, bill or treaty."""

    id: str
    jurisdiction: str
    title: str
    official: str
    """Its name in the language of the law."""
    primary: str
    """The primary source, as lawyers cite it."""
    force: str
    binds: frozenset[str]
    """The kinds of institution on which it lays duties."""
    adopted: date | None
    applies_from: date | None
    in_force_by: date | None
    """Where `applies_from` is unknown: a day on which a source calls it in force."""
    read: str
    verified: bool
    """Whether exercises can rely on it; a line that is not verified is shown with a mark."""
    text: str
    note: str
    url: str
    phases: tuple[Phase, ...]
    checked_on: date
    """The day on which somebody last compared the row with its source."""

    def state(self, on: date) -> State:
        """Whether it applies on a day; "unclear" where the sources do not say since when."""
        if self.force in ("bill", "treaty"):
            return "not in force"
        since = self.applies_from or self.in_force_by
        if since and on >= since:
            return "in force"
        if self.applies_from or (self.adopted and on < self.adopted):
            return "later"
        return "unclear"

    def binds_on(self, institution: str, on: date) -> bool:
        """Whether it lays duties on a kind of institution on a day."""
        return (
            self.force == "binding" and institution in self.binds and self.state(on) == "in force"
        )

    def phases_on(self, on: date) -> tuple[Phase, ...]:
        """The phases that have begun on a day."""
        return tuple(phase for phase in self.phases if phase.applies_from <= on)


@dataclass(frozen=True)
class OtherLaw:
    """All instruments in one language."""

    title: str
    note: str
    checked_on: date
    """The day on which somebody last compared the data with the sources."""
    look_again: date
    """The day on which somebody should compare them again, whatever applies then."""
    institutions: Mapping[str, str]
    jurisdictions: Mapping[str, str]
    instruments: Sequence[Instrument]


def other_law(lang: str | None = None) -> OtherLaw:
    """All instruments, with texts in the reader's language or in `lang`. Raises FrameworkError."""
    return read(framework(NAME, lang))


def what_binds(
    jurisdiction: str, institution: str, on: date, lang: str | None = None
) -> list[Instrument]:
    """The instruments that bind a kind of institution in a jurisdiction on a day.

    Lines that are not verified are among them; look at `verified`. Raises FrameworkError for an
    unknown jurisdiction or institution.
    """
    law = other_law(lang)
    _refuse_unknown("jurisdiction", jurisdiction, law.jurisdictions)
    _refuse_unknown("kind of institution", institution, law.institutions)
    return [
        each
        for each in law.instruments
        if each.jurisdiction == jurisdiction and each.binds_on(institution, on)
    ]


def read(content: Mapping[str, Any]) -> OtherLaw:
    """The instruments in a framework's content. Raises FrameworkError."""
    try:
        law = OtherLaw(
            title=content["title"],
            note=content["note"],
            checked_on=content["checked_on"],
            look_again=content["look_again"],
            institutions={each["id"]: each["label"] for each in content["institutions"]},
            jurisdictions={each["id"]: each["label"] for each in content["jurisdictions"]},
            instruments=[
                _instrument(each, content["checked_on"]) for each in content["instruments"]
            ],
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise FrameworkError(f"{NAME}: an entry lacks or misnames a field ({error})") from error
    for each in law.instruments:
        _refuse_unknown(f"jurisdiction in {each.id}", each.jurisdiction, law.jurisdictions)
        _refuse_unknown(f"force in {each.id}", each.force, FORCES)
        for institution in sorted(each.binds):
            _refuse_unknown(f"kind of institution in {each.id}", institution, law.institutions)
    return law


def _instrument(entry: Mapping[str, Any], checked_on: date) -> Instrument:
    fields = dict(entry)
    applies_from, phases = fields.pop("from"), fields.pop("phases", ())
    return Instrument(
        **{
            "in_force_by": None,
            "note": "",
            "url": "",
            "checked_on": checked_on,
            **fields,
            "binds": frozenset(fields["binds"]),
            "applies_from": applies_from,
            "phases": tuple(_phase(each) for each in phases),
        }
    )


def _phase(entry: Mapping[str, Any]) -> Phase:
    fields = dict(entry)
    return Phase(applies_from=fields.pop("from"), **fields)


def _refuse_unknown(kind: str, name: str, known: Mapping[str, str] | Sequence[str]) -> None:
    if name not in known:
        raise FrameworkError(f"{NAME}: no {kind} is called {name!r}; there are: {', '.join(known)}")
