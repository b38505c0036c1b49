"""The options of the artefacts' choices, and their names on a page.

The metrics of measures are in measures.py.
"""

from typing import Literal

from course.dossier.fields.faults import t

Evidence = Literal["interview", "number"]

Level = Literal["low", "medium", "high", "very high"]

Status = Literal["in place", "planned"]

Direction = Literal["above", "below"]

Interval = Literal["day", "week", "month", "quarter"]

Value = Literal[
    "human rights and dignity",
    "flourishing environment and ecosystems",
    "diversity and inclusiveness",
    "peaceful, just and interconnected societies",
]
"""The four values of UNESCO's Recommendation on the Ethics of Artificial Intelligence, 2021."""

Principle = Literal[
    "proportionality and do no harm",
    "safety and security",
    "fairness and non-discrimination",
    "sustainability",
    "right to privacy, and data protection",
    "human oversight and determination",
    "transparency and explainability",
    "responsibility and accountability",
    "awareness and literacy",
    "multi-stakeholder and adaptive governance and collaboration",
]
"""Its ten principles, in the order of the text."""

Topic = Literal[
    "access to data and logs",
    "audit",
    "performance by group",
    "exit",
    "liability",
    "subcontractors",
]
"""What a contract for an AI system has a clause about."""

OPTIONS = {
    "interview": t("interview"),
    "number": t("number"),
    "low": t("low"),
    "medium": t("medium"),
    "high": t("high"),
    "very high": t("very high"),
    "in place": t("in place"),
    "planned": t("planned"),
    "above": t("above"),
    "below": t("below"),
    "day": t("day"),
    "week": t("week"),
    "month": t("month"),
    "quarter": t("quarter"),
    "human rights and dignity": t("human rights and dignity"),
    "flourishing environment and ecosystems": t("flourishing environment and ecosystems"),
    "diversity and inclusiveness": t("diversity and inclusiveness"),
    "peaceful, just and interconnected societies": t("peaceful, just and interconnected societies"),
    "proportionality and do no harm": t("proportionality and do no harm"),
    "safety and security": t("safety and security"),
    "fairness and non-discrimination": t("fairness and non-discrimination"),
    "sustainability": t("sustainability"),
    "right to privacy, and data protection": t("right to privacy, and data protection"),
    "human oversight and determination": t("human oversight and determination"),
    "transparency and explainability": t("transparency and explainability"),
    "responsibility and accountability": t("responsibility and accountability"),
    "awareness and literacy": t("awareness and literacy"),
    "multi-stakeholder and adaptive governance and collaboration": t(
        "multi-stakeholder and adaptive governance and collaboration"
    ),
    "access to data and logs": t("access to data and logs"),
    "audit": t("audit"),
    "performance by group": t("performance by group"),
    "exit": t("exit"),
    "liability": t("liability"),
    "subcontractors": t("subcontractors"),
}
"""The names of options on a page."""
