"""The choices of the ready pipeline, which a team makes in a form instead of writing code."""

import unicodedata
from collections.abc import Iterator
from typing import ClassVar, Literal

from course.checking.messages import say
from course.dossier.artefact import Artefact
from course.dossier.fields.faults import Fault, LazyText, fault, t
from course.dossier.fields.parts import Count, Share, Text, Texts, optional, required

Features = Literal["words", "letters", "words and letters"]
Tested = Literal["random rows", "held-out templates"]
Learned = Literal["answer times", "readers"]
Treatment = Literal["one threshold", "a threshold for each language"]

NAMES = {
    "words": t("words and pairs of words"),
    "letters": t("strings of three and four letters"),
    "words and letters": t("words and strings of letters"),
    "random rows": t("random rows, whose sentence patterns the model knows"),
    "held-out templates": t("sentence patterns that the model does not know"),
    "answer times": t("how fast comments were answered"),
    "readers": t("how readers judged 1,000 comments"),
    "one threshold": t("one threshold for all languages"),
    "a threshold for each language": t(
        "a threshold for each language, with the same share of right answers"
    ),
}
"""The names of the options in a form."""

MOST_WORDS = 200
"""Words and signs that always hand over, at most."""

ARRIVING = 32
"""Comments of a working day of Civicly: 2,057 in the 65 of the second quarter of 2026."""

NOBODY_READS = say(
    "choices-nobody-reads", "`{where}`: with 0 nobody reads a comment on its day. Write 1 or more."
)
ALL_READ = say(
    "choices-all-read",
    "`{where}`: about {arriving} comments arrive on a working day. If {count} are read on that "
    "day, no order is needed. Write fewer than {arriving}.",
)
TOO_MANY = say(
    "choices-too-many", "`{where}`: at most {most} words or signs, and {count} are here."
)
TOO_SHORT = say(
    "choices-too-short",
    "`{where}`: “{text}” occurs in nearly every text. Write a word of at least 3 letters.",
)


class _OfAModel(Artefact):
    """What the choices on both ways have in common."""

    VERBATIM = frozenset({"always_person"})

    @classmethod
    def option_name(cls, name: str, option: str, lang: str | None = None) -> str | None:
        """The name of an option in a form."""
        return NAMES[option].read(lang) if option in NAMES else None


class Choices(_OfAModel):
    """How the ready pipeline is built for Civicly. Each option can be defended, and has a price."""

    TITLE = t("Choices for the model")
    NAME = "system"
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (t("The model"), ("system", "features", "tested_on")),
        (t("Urgency"), ("urgency_from", "read_a_day")),
        (t("When a person decides"), ("alone_from", "equal_treatment", "always_person")),
        (t("Repeated comments"), ("same_from",)),
    )

    system: Text = required(t("System"), t("what the service or system is called."))
    features: Features | None = required(
        t("Features"), t("which parts of a text the model counts.")
    )
    tested_on: Tested | None = required(
        t("Tested on"), t("on which comments the confidence of the model is adjusted.")
    )
    urgency_from: Learned | None = required(
        t("Urgency is learned from"), t("the answers of the past, or the judgement of readers.")
    )
    read_a_day: Count = required(
        t("Comments read on the day"),
        t("how many comments people read on the day they arrive, of about 32, as a whole number."),
    )
    alone_from: Share = required(
        t("Decides alone from"),
        t("from which confidence on the model sends a comment without a person, as a share."),
    )
    equal_treatment: Treatment | None = required(
        t("Languages"), t("whether the threshold is the same in all languages.")
    )
    always_person: Texts = required(
        t("Always a person"),
        t("words or signs in a comment after which a person always decides."),
    )
    same_from: Share = required(
        t("Repeated from"),
        t("from which similarity on two comments of a district are called the same, as a share."),
    )
    why: Text = optional(t("Why"), t("why you chose this, for your own record."))

    def rules(self) -> Iterator[Fault]:
        """The number of comments that are read, then the words."""
        if self.read_a_day == 0:
            yield fault(NOBODY_READS, "read_a_day")
        if self.read_a_day is not None and self.read_a_day >= ARRIVING:
            yield fault(ALL_READ, "read_a_day", arriving=ARRIVING, count=self.read_a_day)
        yield from _about_words(self.always_person)


class OwnChoices(_OfAModel):
    """How the ready pipeline is built for a team's own data; data.yml says what it learns from."""

    TITLE = t("Choices for the model")
    NAME = "system"
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (t("The model"), ("system", "features")),
        (t("When a person decides"), ("alone_from", "always_person")),
        (t("Reasons"), ("why",)),
    )

    tested_on: ClassVar[str] = "random rows"
    urgency_from: ClassVar[str] = ""
    equal_treatment: ClassVar[str] = "one threshold"

    system: Text = required(t("System"), t("what the service or system is called."))
    features: Features | None = optional(
        t("Features"),
        t("which parts of a text the model counts; leave it blank if your data have no texts."),
    )
    alone_from: Share = required(
        t("Decides alone from"),
        t("from which confidence on the service gives its answer without a person, as a share."),
    )
    always_person: Texts = optional(
        t("Always a person"),
        t("words in a text after which a person always decides."),
    )
    why: Text = required(
        t("Why"), t("what your choice gives, what it costs, and who bears the cost.")
    )

    def rules(self) -> Iterator[Fault]:
        """The words that hand over."""
        yield from _about_words(self.always_person)


def _about_words(always_person: list[str] | None) -> Iterator[Fault]:
    words = [each for each in always_person or [] if each]
    if len(words) > MOST_WORDS:
        yield fault(TOO_MANY, "always_person", most=MOST_WORDS, count=len(words))
    for number, word in enumerate(words, 1):
        # Accept a single emoji: it occurs in few texts, unlike a letter or a full stop.
        picture = any(unicodedata.category(sign) == "So" for sign in word)
        if len(word.strip()) < 3 and not picture:
            yield fault(TOO_SHORT, f"always_person.{number}", text=word)


AnyChoices = Choices | OwnChoices
"""The choices of a project on either way."""
