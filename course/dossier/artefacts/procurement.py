"""The procurement clauses: how offers are scored, and what the contract makes measurable."""

from collections.abc import Callable, Iterator
from typing import ClassVar, get_args

from course.checking.messages import say
from course.dossier.artefact import Artefact
from course.dossier.artefacts import weighing
from course.dossier.artefacts.weighing import Scores, WeighedCriterion
from course.dossier.fields.faults import Fault, LazyText, fault, t
from course.dossier.fields.keys import class_labels
from course.dossier.fields.options import OPTIONS, Topic
from course.dossier.fields.parts import (
    Amount,
    Count,
    Day,
    Part,
    Share,
    Text,
    Texts,
    answers_for_nothing,
    folded,
    optional,
    required,
)

TOPICS: tuple[str, ...] = get_args(Topic)

NO_OWNER = say(
    "contract-no-owner",
    "`{where}`: a system cannot answer for a contract. Name the office or person who does.",
)
PERIOD = say(
    "contract-period",
    "`{where}`: the contract ends before it begins. Correct one of the two dates.",
)
ONE_OFFER = say(
    "contract-one-offer",
    "`{where}`: with one offer there is nothing to compare. Add the other offers.",
)
NOT_AN_OFFER = say(
    "contract-awarded", "`{where}`: “{name}” made no offer. Offers came from: {names}."
)
NOT_THE_BEST = say(
    "contract-not-the-best",
    "`{where}`: by the criteria, “{best}” has the highest total, {total}. Award the contract "
    "to it, or correct the scores.",
)
NO_CLAUSE = say(
    "contract-no-clause",
    "`{where}`: there is no clause about “{topic}”. Add one, with what is measured and by whom.",
)
OWN_MEASURE = say(
    "contract-vendor-measures",
    "`{where}`: “{name}” would measure its own work. Name somebody else who measures.",
)
MACHINE_MEASURES = say(
    "contract-machine-measures",
    "`{where}`: a system cannot answer for a measurement. Name the office or person who measures.",
)
NO_WARRANTY = say(
    "contract-no-warranty",
    "`{where}`: the clause on performance by group needs `warranties`: a metric, a group and a "
    "number for each.",
)


class Offer(Part):
    """One offer and its scores."""

    bidder: Text = required(t("Bidder"), t("the name of the firm or body that made the offer."))
    scores: Scores = required(t("Scores"), t("for each criterion, a score from 0 to 5."))
    total: Amount = required(
        t("Total"), t("the sum of weight times score, divided by 100, with two decimals.")
    )


class Warranty(Part):
    """A number that the vendor guarantees for a group."""

    GROUPS = frozenset({"group"})

    metric: Text = required(t("Metric"), t("what is guaranteed, such as `recall`."))
    group: Text = required(
        t("Group"), t("for whom, by the name that the whole dossier uses; `all` for everybody.")
    )
    at_least: Share = required(t("At least"), t("the guaranteed number, a share from 0 to 1."))


class Clause(Part):
    """A clause, and how one finds out whether it is kept."""

    topic: Topic | None = required(t("Topic"), t("what the clause is about."))
    duty: Text = required(t("Duty"), t("what the vendor has to do."))
    measured: Text = required(t("What is measured"), t("what is measured or shown, and how often."))
    measured_by: Text = required(
        t("Measured by"), t("the office or person who measures, not the vendor.")
    )
    otherwise: Text = required(t("Otherwise"), t("what follows when the duty is not kept."))
    warranties: list[Warranty] | None = optional(
        t("Warranties"), t("for performance by group: metric, group and number.")
    )


class ProcurementClauses(Artefact):
    """How a system is bought: award criteria, offers, and clauses that can be measured."""

    TITLE = t("Procurement clauses")
    NAME = "system"
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (
            t("The contract"),
            ("system", "date", "buyer", "owner", "contract_from", "contract_until"),
        ),
        (t("What is bought"), ("ai_act_classes", "impact_level", "subcontractors")),
        (t("Award"), ("criteria", "offers", "awarded_to")),
        (t("Clauses"), ("clauses",)),
    )

    system: Text = required(t("System"), t("what the service or system is called."))
    date: Day = required(t("Date"), t("the day of this document."))
    buyer: Text = required(t("Buyer"), t("the institution that buys."))
    owner: Text = required(
        t("Owner"), t("the office or person in the institution who answers for the contract.")
    )
    contract_from: Day = required(t("Contract from"), t("the day on which the contract begins."))
    contract_until: Day = required(t("Contract until"), t("the last day of the contract."))
    ai_act_classes: Texts = optional(
        t("AI Act classes"),
        t("the classes in the classification that the contract rests on."),
    )
    impact_level: Count = optional(
        t("Impact level"), t("the level in the impact assessment that it rests on, 1 to 4.")
    )
    subcontractors: list[str] | None = optional(
        t("Subcontractors"), t("the firms that work for the vendor.")
    )
    criteria: list[WeighedCriterion] | None = required(
        t("Award criteria"), t("the criteria of the award, with weights that sum to 100.")
    )
    offers: list[Offer] | None = required(
        t("Offers"), t("the offers, each with its scores and its total.")
    )
    awarded_to: Text = required(t("Awarded to"), t("the bidder who has the contract."))
    clauses: list[Clause] | None = required(
        t("Clauses"), t("the clauses, each with its duty, what is measured, and by whom.")
    )

    @property
    def vendors(self) -> list[str]:
        """The names of the vendor and of its subcontractors."""
        return [name for name in (self.awarded_to, *(self.subcontractors or [])) if name]

    def vendor_finder(self) -> Callable[[str | None], str | None]:
        """A function that finds the vendor or subcontractor in the name of an office or person."""
        known = {f" {_words(each)} ": each for each in self.vendors}

        def vendor_in(name: str | None) -> str | None:
            words = f" {_words(name)} "
            return next((each for vendor, each in known.items() if vendor in words), None)

        return vendor_in

    def shown(self, name: str, lang: str) -> object:
        """The classes by their labels."""
        if name == "ai_act_classes" and self.ai_act_classes:
            return class_labels(self.ai_act_classes, lang)
        return super().shown(name, lang)

    def rules(self) -> Iterator[Fault]:
        """Owner and dates; then the award and the clauses."""
        if answers_for_nothing(self.owner, self.system):
            yield fault(NO_OWNER, "owner")
        if self.contract_from and self.contract_until and self.contract_until < self.contract_from:
            yield fault(PERIOD, "contract_until")
        yield from self._about_the_award(self.offers or [])
        yield from self._about_clauses(self.clauses or [])

    def _about_the_award(self, offers: list[Offer]) -> Iterator[Fault]:
        criteria = self.criteria or []
        yield from weighing.about_criteria(criteria, "criteria")
        for number, each in enumerate(offers, 1):
            yield from weighing.about_scores(each.scores, each.total, criteria, f"offers.{number}")
        if len(offers) == 1:
            yield fault(ONE_OFFER, "offers")
        names = [each.bidder for each in offers if each.bidder]
        if self.awarded_to and names and self.awarded_to not in names:
            names_read = ", ".join(names)
            yield fault(NOT_AN_OFFER, "awarded_to", name=self.awarded_to, names=names_read)
            return
        totals = {
            each.bidder: total
            for each in offers
            if each.bidder and (total := weighing.total_of(each.scores or {}, criteria)) is not None
        }
        best = max(totals, key=lambda name: totals[name], default=None)
        if best and self.awarded_to in totals:
            total = totals[best]
            if total > totals[self.awarded_to] + weighing.SLACK:
                yield fault(NOT_THE_BEST, "awarded_to", best=best, total=round(total, 2))

    def _about_clauses(self, clauses: list[Clause]) -> Iterator[Fault]:
        named = {each.topic for each in clauses if each.topic}
        for topic in TOPICS if named else ():
            if topic not in named:
                yield fault(NO_CLAUSE, "clauses", topic=OPTIONS[topic])
        vendor_in = self.vendor_finder()
        for number, each in enumerate(clauses, 1):
            where = f"clauses.{number}"
            if answers_for_nothing(each.measured_by, self.system):
                yield fault(MACHINE_MEASURES, f"{where}.measured_by")
            elif vendor_in(each.measured_by):
                yield fault(OWN_MEASURE, f"{where}.measured_by", name=each.measured_by)
            if each.topic == "performance by group" and not each.warranties:
                yield fault(NO_WARRANTY, where)


def _words(name: str | None) -> str:
    """A name as lower-case words without punctuation."""
    letters = (each if each.isalnum() else " " for each in folded(name))
    return " ".join("".join(letters).split())
