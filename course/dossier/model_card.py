"""The model card: what a model is for, how well it works and for whom, and who answers for it."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from pydantic import Field

from course.checking.messages import say
from course.dossier import measure_rules
from course.dossier.artefact import Artefact
from course.dossier.faults import Fault, Marked, fault, t
from course.dossier.measures import ALL, BASELINE, Measure
from course.dossier.parts import Data, Day, Share, answers_for_nothing

REACHABLE = re.compile(r"\S@\S|https?://|www\.|\d")
"""A mail address, a page, or a number of a telephone, a street or a room."""


class ModelCard(Artefact):
    """A model card after Mitchell et al. 2019 (https://arxiv.org/abs/1810.03993)."""

    TITLE = t("Model card")
    SECTIONS: ClassVar[tuple[tuple[Marked, tuple[str, ...]], ...]] = (
        (t("Model details"), ("name", "version", "date", "owner", "contact", "review_on")),
        (t("Intended use"), ("purpose", "not_for", "decision")),
        (t("Data"), ("data",)),
        (t("Metrics"), ("threshold", "threshold_why", "measures")),
        (t("Ethical considerations"), ("human_check", "explanation")),
        (t("Caveats and recommendations"), ("fails_for",)),
    )

    name: str | None = Field(None, title=t("Name"), description=t("what the model is called."))
    version: str | None = Field(
        None, title=t("Version"), description=t("which version of the model this card describes.")
    )
    date: Day = Field(
        None, title=t("Date"), description=t("the day of this card, written as 2026-03-01.")
    )
    owner: str | None = Field(
        None,
        title=t("Owner"),
        description=t("the office or person who answers for the model."),
    )
    contact: str | None = Field(
        None,
        title=t("Contact"),
        description=t("where a citizen can ask or contest: address, telephone, mail or page."),
    )
    purpose: str | None = Field(
        None, title=t("Purpose"), description=t("what the model is for, in one or two sentences.")
    )
    not_for: list[str] | None = Field(
        None, title=t("Not for"), description=t("the uses that are refused, one on each line.")
    )
    decision: str | None = Field(
        None,
        title=t("Decision"),
        description=t("what the output is used for, and who takes the decision."),
    )
    data: Data | None = Field(
        None,
        title=t("Data"),
        description=t("the data that it learned from: name, rows, period, limits."),
    )
    measures: list[Measure] | None = Field(
        None,
        title=t("Measures"),
        description=t(
            "how well it works, for everybody and for groups, beside the baseline accuracy."
        ),
    )
    threshold: Share = Field(
        None,
        title=t("Threshold"),
        description=t("from which score on the model says yes, a share between 0 and 1."),
    )
    threshold_why: str | None = Field(
        None,
        title=t("Why this threshold"),
        description=t("why the threshold lies there, and who chose it."),
    )
    fails_for: list[str] | None = Field(
        None,
        title=t("Fails for"),
        description=t("for whom or when it is wrong more often, one on each line."),
    )
    human_check: str | None = Field(
        None,
        title=t("Human check"),
        description=t("who looks at its output before anything follows from it, and how."),
    )
    explanation: str | None = Field(
        None,
        title=t("Explanation"),
        description=t("what a person about whom it is used is told."),
    )
    review_on: Day = Field(
        None, title=t("Review on"), description=t("the day by which the card is looked at again.")
    )

    def rules(self) -> Iterator[Fault]:
        """Owner, contact and review; then the measures."""
        if answers_for_nothing(self.owner, self.name):
            yield fault(
                say(
                    "card-no-owner",
                    "`{where}`: a model answers for nothing. Name the office or person who does.",
                ),
                "owner",
            )
        if self.contact and not REACHABLE.search(self.contact):
            yield fault(
                say(
                    "card-no-contact",
                    "`{where}`: how does a citizen get there? Add an address, a telephone number, "
                    "a mail address or a page.",
                ),
                "contact",
            )
        if self.date and self.review_on and self.review_on <= self.date:
            yield fault(
                say("card-review", "`{where}`: the review comes after the day of the card."),
                "review_on",
            )
        if self.measures:
            yield from self._measure_rules(self.measures)

    def _measure_rules(self, measures: list[Measure]) -> Iterator[Fault]:
        yield from measure_rules.about_each(measures, "measures")
        everybody = [measure.metric for measure in measures if measure.group == ALL]
        if BASELINE not in everybody:
            yield fault(
                say(
                    "card-no-baseline",
                    "`{where}`: is that good? Add the “baseline accuracy” for “all”: how often the "
                    "commonest answer would be right.",
                ),
                "measures",
            )
        if not set(everybody) - {BASELINE}:
            yield fault(
                say(
                    "card-no-measure", "`{where}`: add how well the model itself works, for “all”."
                ),
                "measures",
            )
        groups = {measure.group for measure in measures if measure.group} - {ALL}
        yield from measure_rules.recomputed(measures, [groups], "measures")

    def untrue(self, measured: Sequence[Measure]) -> Iterator[Fault]:
        """Each number is the measured one, and no measured group is left out."""
        yield from measure_rules.compared(self.measures or [], measured, "measures")
