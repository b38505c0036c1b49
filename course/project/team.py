"""The team of a project: who works on it, on which service, and what may be shown of it."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from course.checking.messages import say
from course.dossier.artefact import Artefact
from course.dossier.fields.faults import Fault, LazyText, fault, t
from course.dossier.fields.parts import Part, Text, Texts, YesNo, required

Way = Literal["civicly", "own"]

WAYS = {
    "civicly": t("Civicly, on the synthetic civic comments"),
    "own": t("our own service, with our own data"),
}
"""The names of the ways in a form."""

Spoken = Literal["en", "fr", "es", "pt"]

SPOKEN = {"en": "English", "fr": "Français", "es": "Español", "pt": "Português"}
"""The languages of the course, as their speakers call them."""

MOST_MEMBERS = 12
LONGEST_NAME = 80
"""Characters of a member's name or of the title, as the gallery shows them."""

TWICE = say("team-member-twice", "`{where}`: “{name}” is listed twice. Remove one of them.")
TOO_MANY = say(
    "team-too-many", "`{where}`: a team has at most {most} members, and {count} are here."
)
TOO_LONG = say(
    "team-too-long",
    "`{where}`: at most {most} characters are shown, and {count} are here. Shorten it.",
)
NOTHING_SHOWN = say(
    "team-nothing-shown",
    "`{where}`: you agree to the gallery, and nothing may be shown there. Allow the dossier or the "
    "slides, or do not agree.",
)


class GalleryConsent(Part):
    """What the gallery of a class may show of a project."""

    consent: YesNo = required(
        t("Consent"), t("yes or no: may the project be shown in the gallery of the class?")
    )
    names: YesNo = required(t("Names"), t("yes or no: may the names of the members be shown?"))
    dossier: YesNo = required(t("Dossier"), t("yes or no: may the dossier be shown?"))
    slides: YesNo = required(t("Slides"), t("yes or no: may the slides be shown?"))


class Team(Artefact):
    """Who works on the project. `gallery` is filled in at the last checkpoint."""

    TITLE = t("The team")
    NAME = "title"
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (t("The project"), ("title", "way", "members", "language")),
        (t("Gallery"), ("gallery",)),
    )

    VERBATIM = frozenset({"members"})

    title: Text = required(t("Title"), t("what your project is called, in a few words."))
    way: Way | None = required(
        t("Which service"), t("`civicly`, or `own` for a service of your institution.")
    )
    members: Texts = required(
        t("Members"), t("those who work on it, named as they want to be named.")
    )
    language: Spoken | None = required(
        t("Working language"), t("the language in which the team works and presents.")
    )
    gallery: GalleryConsent | None = required(
        t("Gallery"), t("what the class may see of the project; filled in at the last checkpoint.")
    )

    def rules(self) -> Iterator[Fault]:
        """The members and the title, then the gallery."""
        members = [each for each in self.members or [] if each]
        if self.title and len(self.title) > LONGEST_NAME:
            yield fault(TOO_LONG, "title", most=LONGEST_NAME, count=len(self.title))
        if len(members) > MOST_MEMBERS:
            yield fault(TOO_MANY, "members", most=MOST_MEMBERS, count=len(members))
        for number, name in enumerate(members, 1):
            if len(name) > LONGEST_NAME:
                yield fault(TOO_LONG, f"members.{number}", most=LONGEST_NAME, count=len(name))
            if name in members[: number - 1]:
                yield fault(TWICE, f"members.{number}", name=name)
        shown = self.gallery
        if shown and shown.consent and not (shown.dossier or shown.slides):
            yield fault(NOTHING_SHOWN, "gallery")

    @classmethod
    def option_name(cls, name: str, option: str, lang: str | None = None) -> str | None:
        """The name of a way or a language in a form."""
        if name == "way" and option in WAYS:
            return WAYS[option].read(lang)
        return SPOKEN.get(option) if name == "language" else None
