"""The criteria by which a jury judges the presentations of a class.

The table in checkpoint 5 shows them to the teams; the jury's form is made from them. They give no
points of an assignment.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from course.dossier.fields.faults import LazyText, t

MOST = 4
"""Points of one criterion: a whole number from 0 to this."""


@dataclass(frozen=True)
class JuryCriterion:
    """What a jury looks at. `levels` describes the points that have a description: 0, 2 and 4."""

    key: str
    title: LazyText
    levels: Mapping[int, LazyText]


CRITERIA = (
    JuryCriterion(
        "need",
        t("The need"),
        {
            0: t("a technology looks for a problem"),
            2: t("a need, from a number or an interview"),
            4: t("people, their need, and why today's way fails them"),
        },
    ),
    JuryCriterion(
        "numbers",
        t("Honest numbers"),
        {
            0: t("the best number alone"),
            2: t("compared with today, with its source"),
            4: t("with interval, by group, and what it cannot show"),
        },
    ),
    JuryCriterion(
        "price",
        t("Who bears the price"),
        {
            0: t("nobody is named"),
            2: t("a group is named"),
            4: t("a group is named, with a number, and gets something in return"),
        },
    ),
    JuryCriterion(
        "control",
        t("In control"),
        {
            0: t("“we will monitor”"),
            2: t("a number and a person"),
            4: t("tried out: the number, the person, the day, and the way back"),
        },
    ),
    JuryCriterion(
        "request",
        t("The request"),
        {
            0: t("unclear"),
            2: t("clear"),
            4: t("clear, limited, and easy to say yes or no to"),
        },
    ),
)
"""In the order of the form."""
