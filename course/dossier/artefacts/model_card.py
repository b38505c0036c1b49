"""The model card: what a model is for, how well it works and for whom, and who answers for it."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from course.checking.messages import say
from course.dossier.artefact import Artefact
from course.dossier.artefacts import measure_rules
from course.dossier.artefacts.measures import ALL, BASELINE, Measure
from course.dossier.fields.faults import Fault, LazyText, fault, short, t
from course.dossier.fields.keys import key_name
from course.dossier.fields.parts import (
    REACHABLE,
    Data,
    Day,
    Share,
    Text,
    Texts,
    answers_for_nothing,
    required,
)

NO_OWNER = say(
    "card-no-owner", "`{where}`: a model answers for nothing. Name the office or person who does."
)
NO_CONTACT = say(
    "card-no-contact",
    "`{where}`: how does a citizen get there? Add an address, a telephone number, a mail address "
    "or a page.",
)
REVIEW = say("card-review", "`{where}`: the review comes after the day of the card.")
NO_CHECK = say(
    "card-no-check",
    "`{where}`: “{text}” does not say which person or office looks at the output before anything "
    "follows from it, and how. Write it in a sentence.",
)
NO_EXPLANATION = say(
    "card-no-explanation",
    "`{where}`: “{text}” does not say what you tell the person. Write it in a sentence.",
)
NO_BASELINE = say(
    "card-no-baseline",
    "`{where}`: is that good? Add the “{metric}” for the group `all`: how often the commonest "
    "answer would be right.",
)
NO_MEASURE = say(
    "card-no-measure", "`{where}`: add how well the model itself works, for the group `all`."
)

DENIED = re.compile(
    r"(no|not|none|never|nobody|nothing|without|non|pas|aucune?|sans|jamais|personne ne|rien"
    r"|ning[uú]na?|ninguno|nadie|sin|nunca|não|nao|nenhuma?|ninguém|sem)\b",
    re.IGNORECASE,
)
"""The beginning of a text which denies that something is done, in the languages of the course."""


class ModelCard(Artefact):
    """A model card after Mitchell et al. 2019 (https://arxiv.org/abs/1810.03993)."""

    TITLE = t("Model card")
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (t("Model details"), ("name", "version", "date", "owner", "contact", "review_on")),
        (t("Intended use"), ("purpose", "not_for", "decision")),
        (t("Data"), ("data",)),
        (t("Metrics"), ("threshold", "threshold_why", "measures")),
        (t("Ethical considerations"), ("human_check", "explanation")),
        (t("Caveats and recommendations"), ("fails_for",)),
    )

    name: Text = required(t("Name"), t("what the model is called."))
    version: Text = required(t("Version"), t("which version of the model this card describes."))
    date: Day = required(t("Date"), t("the day of this card."))
    owner: Text = required(t("Owner"), t("the office or person who answers for the model."))
    contact: Text = required(
        t("Contact"), t("where a citizen can ask or contest: address, telephone, mail or page.")
    )
    purpose: Text = required(t("Purpose"), t("what the model is for, in one or two sentences."))
    not_for: Texts = required(t("Not for"), t("the uses that are refused."))
    decision: Text = required(
        t("Decision"), t("what the output is used for, and who takes the decision.")
    )
    data: Data | None = required(
        t("Data"), t("the data that it learned from: name, rows, period, limits.")
    )
    measures: list[Measure] | None = required(
        t("Measures"),
        t("how well it works, for everybody and for groups, beside the baseline accuracy."),
    )
    threshold: Share = required(
        t("Threshold"), t("from which score on the model says yes, a share between 0 and 1.")
    )
    threshold_why: Text = required(
        t("Why this threshold"), t("why the threshold lies there, and who chose it.")
    )
    fails_for: Texts = required(t("Fails for"), t("for whom or when it is wrong more often."))
    human_check: Text = required(
        t("Human check"), t("who looks at its output before anything follows from it, and how.")
    )
    explanation: Text = required(
        t("Explanation"), t("what a person about whom it is used is told.")
    )
    review_on: Day = required(t("Review on"), t("the day by which the card is looked at again."))

    def rules(self) -> Iterator[Fault]:
        """Owner, contact and review; then the measures."""
        if answers_for_nothing(self.owner, self.name):
            yield fault(NO_OWNER, "owner")
        if self.contact and not REACHABLE.search(self.contact):
            yield fault(NO_CONTACT, "contact")
        if self.date and self.review_on and self.review_on <= self.date:
            yield fault(REVIEW, "review_on")
        if self.human_check and _names_no_check(self.human_check):
            yield fault(NO_CHECK, "human_check", text=short(self.human_check))
        if self.explanation and len(self.explanation.split()) < 2:
            yield fault(NO_EXPLANATION, "explanation", text=short(self.explanation))
        if self.measures:
            yield from self._measure_rules(self.measures)

    def _measure_rules(self, measures: list[Measure]) -> Iterator[Fault]:
        yield from measure_rules.about_each(measures, "measures")
        for_all = {measure.metric for measure in measures if measure.group == ALL}
        if BASELINE not in for_all:
            yield fault(NO_BASELINE, "measures", metric=key_name("metric", BASELINE))
        if not for_all - {BASELINE}:
            yield fault(NO_MEASURE, "measures")
        groups = {measure.group for measure in measures if measure.group} - {ALL}
        yield from measure_rules.recomputed(measures, [groups], "measures")

    def mismatches(self, measured: Sequence[Measure]) -> Iterator[Fault]:
        """Each number is the measured one, and no measured group is left out."""
        yield from measure_rules.compared(self.measures or [], measured, "measures")


def _names_no_check(text: str) -> bool:
    """Whether a text names no person and no way of checking: it is too short, or denies a check.

    Words cannot be judged by a program: a longer text passes, and a person reads it.
    """
    words = len(text.split())
    return words < 3 or (words < 5 and bool(DENIED.match(text))) or answers_for_nothing(text)
