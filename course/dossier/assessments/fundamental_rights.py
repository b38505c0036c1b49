"""The fundamental-rights impact assessment of Article 27 of Regulation (EU) 2024/1689.

Its headings are the points (a) to (f) of paragraph 1, which apply to systems of Annex III from
2 December 2027 (Article 113, as amended by Regulation (EU) 2026/1744). The chains name articles of
the Universal Declaration of Human Rights (1948), so that institutions outside the European Union
can use it too.
"""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from course.checking.messages import say
from course.dossier.artefact import Artefact
from course.dossier.artefacts.risk_register import is_article
from course.dossier.fields.faults import Fault, LazyText, fault, t
from course.dossier.fields.parts import (
    REACHABLE,
    Count,
    Day,
    Part,
    Text,
    Texts,
    answers_for_nothing,
    folded,
    required,
    same,
)

ARTICLE = say(
    "rights-article",
    "`{where}` says {value}: the Universal Declaration has the articles 1 to 30. Correct it.",
)
UNKNOWN_GROUP = say(
    "rights-group-unlisted",
    "`{where}`: the group “{group}” is not listed in `affected`. Add it there, or correct its name "
    "here.",
)
NO_CHAIN = say(
    "rights-group-without-chain",
    "`{where}`: for the group “{group}” no right is examined. Add a chain: right, harm, measure, "
    "remedy.",
)
PERIOD = say(
    "rights-period", "`{where}`: the use ends before it begins. Correct one of the two dates."
)
SAME_REMEDY = say(
    "rights-remedy",
    "`{where}` repeats the measure. A measure prevents the harm; write what a person gets after it "
    "has happened.",
)
MACHINE = say(
    "rights-no-overseer",
    "`{where}`: oversight is done by people. Name the office or person who watches.",
)
NO_CONTACT = say(
    "rights-no-contact",
    "`{where}`: how does a person get there? Add an address, a telephone number, a mail address or "
    "a page.",
)
PEOPLE = say(
    "rights-people",
    "`{where}` says {value}; the group “{group}” alone has {most}. Correct one of them.",
)
AFTERWARDS = t("For a high-risk system, Article 27 of the AI Act also asks the following")
NOTIFY = t(
    "Notify the market surveillance authority of the result, with the filled-out template of the "
    "Commission's AI Office (paragraphs 3 and 5)."
)
UPDATE = t("Update the assessment when something in it has changed (paragraph 2).")


class AffectedGroup(Part):
    """A category of people or a group likely to be affected, for point (c)."""

    GROUPS = frozenset({"group"})

    group: Text = required(
        t("Group"), t("the group, by the name that the whole dossier uses for it.")
    )
    people_a_year: Count = required(
        t("People a year"), t("about how many people of the group are affected in a year.")
    )
    why: Text = required(t("How affected"), t("how the use of the system reaches them."))


class RightChain(Part):
    """From a right to the remedy, for point (d): who could lose what, and what they get then."""

    GROUPS = frozenset({"groups"})

    article: Count = required(
        t("Article"), t("the number of the article of the Universal Declaration, 1 to 30.")
    )
    right: Text = required(t("Right"), t("the right, in a few words."))
    groups: Texts = required(t("Who is affected"), t("the groups of point (c) whose right it is."))
    harm: Text = required(t("Harm"), t("what could happen to them."))
    measure: Text = required(t("Measure"), t("what is done so that it does not happen."))
    remedy: Text = required(
        t("Remedy"), t("what a person gets when it has happened, and where they ask for it.")
    )


class FundamentalRightsAssessment(Artefact):
    """What the use of a system could do to people's rights, and what is done about it."""

    TITLE = t("Fundamental-rights impact assessment")
    NAME = "system"
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (t("The assessment"), ("system", "date", "deployer")),
        (t("(a) The process"), ("process",)),
        (t("(b) Period and frequency"), ("used_from", "used_until", "frequency")),
        (t("(c) People and groups affected"), ("affected", "people_a_year")),
        (t("(d) Risks of harm"), ("chains",)),
        (t("(e) Human oversight"), ("overseen_by", "oversight")),
        (
            t("(f) If the risks materialise"),
            ("if_harm_occurs", "governance", "complaints", "complaint_days"),
        ),
    )

    system: Text = required(t("System"), t("what the service or system is called."))
    date: Day = required(t("Date"), t("the day of the assessment."))
    deployer: Text = required(t("Deployer"), t("the institution that uses the system."))
    process: Text = required(
        t("Process"), t("in which process, and for what purpose in it, the system is used.")
    )
    used_from: Day = required(t("Used from"), t("the day on which the use begins."))
    used_until: Day = required(t("Used until"), t("the day on which the use ends at the latest."))
    frequency: Text = required(t("Frequency"), t("how often it is used, such as each working day."))
    affected: list[AffectedGroup] | None = required(
        t("Affected groups"), t("the people and groups who are likely to be affected.")
    )
    people_a_year: Count = required(
        t("All people a year"), t("about how many people are affected in a year, all together.")
    )
    chains: list[RightChain] | None = required(
        t("Rights"), t("for each right that could be harmed: who, harm, measure, remedy.")
    )
    overseen_by: Text = required(t("Overseen by"), t("the office or person who watches the use."))
    oversight: Text = required(
        t("Human oversight"), t("how people watch the use, as the instructions for use ask.")
    )
    if_harm_occurs: Text = required(
        t("If harm occurs"), t("what is done when one of the risks has become real.")
    )
    governance: Text = required(
        t("Governance"), t("who inside the institution decides and answers for it.")
    )
    complaints: Text = required(
        t("Complaints"), t("where a person complains: address, telephone, mail or page.")
    )
    complaint_days: Count = required(
        t("Days for a complaint"), t("within how many days a person who complains has an answer.")
    )

    def results(self, lang: str) -> Sequence[tuple[LazyText, object]]:
        """What Article 27 asks once the assessment is made."""
        return ((AFTERWARDS, [each.read(lang) for each in (NOTIFY, UPDATE)]),)

    def rules(self) -> Iterator[Fault]:
        """Period, oversight and complaints; then the groups and the chains."""
        if self.used_from and self.used_until and self.used_until < self.used_from:
            yield fault(PERIOD, "used_until")
        if answers_for_nothing(self.overseen_by, self.system):
            yield fault(MACHINE, "overseen_by")
        if self.complaints and not REACHABLE.search(self.complaints):
            yield fault(NO_CONTACT, "complaints")
        yield from self._about_groups()
        for number, chain in enumerate(self.chains or [], 1):
            where = f"chains.{number}"
            if chain.article is not None and not is_article(chain.article):
                yield fault(ARTICLE, f"{where}.article", value=chain.article)
            if chain.remedy and same(chain.remedy, chain.measure):
                yield fault(SAME_REMEDY, f"{where}.remedy")

    def _about_groups(self) -> Iterator[Fault]:
        """Point (c) and point (d) name the same groups, and together they are not fewer people."""
        listed = [each.group for each in self.affected or [] if each.group]
        used = [
            (f"chains.{number}.groups.{place}", group)
            for number, chain in enumerate(self.chains or [], 1)
            for place, group in enumerate(chain.groups or [], 1)
        ]
        if not listed or not used:
            return
        known = {folded(group) for group in listed}
        examined = {folded(group) for _, group in used}
        for where, group in used:
            if folded(group) not in known:
                yield fault(UNKNOWN_GROUP, where, group=group)
        for group in listed:
            if folded(group) not in examined:
                yield fault(NO_CHAIN, "chains", group=group)
        for each in self.affected or []:
            if (self.people_a_year or 0) < (each.people_a_year or 0) and self.people_a_year:
                yield fault(
                    PEOPLE,
                    "people_a_year",
                    value=self.people_a_year,
                    group=each.group,
                    most=each.people_a_year,
                )
