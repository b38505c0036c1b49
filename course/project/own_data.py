"""A team's own data: what each column of its CSV file is, and what is asked of it.

The table itself is read and checked by own_table.py.
"""

from collections.abc import Iterator
from typing import ClassVar

from course.checking.messages import say
from course.dossier.artefact import Artefact
from course.dossier.fields.faults import Fault, LazyText, fault, t
from course.dossier.fields.parts import Count, Text, Texts, optional, required

ROLES = ("texts", "numbers", "categories")
"""The fields with the columns from which a model may learn."""

NO_COLUMNS = say(
    "data-no-columns",
    "`{where}`: the model needs something to learn from. List columns as texts, numbers or "
    "categories.",
)
TWO_ROLES = say(
    "data-two-roles",
    "`{where}`: the column “{name}” is listed under {roles}. Keep it in one of them.",
)
ANSWER_USED = say(
    "data-answer-used",
    "`{where}`: the model would learn from “{name}”, which it is to predict. Remove it here.",
)
LATER_USED = say(
    "data-later-used",
    "`{where}`: “{name}” is known only after the decision, so no model has it in time. Remove it "
    "here.",
)
READ = say(
    "data-read-a-day",
    "`{where}`: {read} cases are read of {arriving} that arrive in a day. Write at least 1, and "
    "fewer than arrive.",
)


class OwnData(Artefact):
    """What the columns of data.csv are, and which of them the service is to predict."""

    TITLE = t("Our own data")
    NAME = "name"
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (t("The data"), ("name", "answer", "urgent_answer")),
        (t("What the model may use"), ("texts", "numbers", "categories")),
        (t("Other columns"), ("groups", "date", "known_later", "left_out")),
        (t("Time of people"), ("arriving", "read_a_day")),
    )

    VERBATIM = frozenset(
        {"answer", "urgent_answer", *ROLES, "groups", "date", "known_later", "left_out"}
    )

    name: Text = required(t("Name"), t("what the data are called."))
    answer: Text = required(
        t("What is predicted"), t("the column with the answer that the service is to give.")
    )
    urgent_answer: Text = required(
        t("Urgent answer"), t("the answer for which a case has to be read first, as it is written.")
    )
    texts: Texts = optional(t("Texts"), t("columns with sentences."))
    numbers: Texts = optional(t("Numbers"), t("columns with numbers."))
    categories: Texts = optional(t("Categories"), t("columns with one of some words or codes."))
    groups: Texts = required(
        t("Groups"), t("columns whose groups are compared; the model may use them or not.")
    )
    date: Text = optional(t("Date"), t("the column with the day of a case, if there is one."))
    known_later: Texts = optional(
        t("Known later"), t("columns that are known only after the decision.")
    )
    left_out: Texts = optional(t("Left out"), t("columns that are used for nothing."))
    arriving: Count = required(
        t("Cases a day"), t("how many cases arrive on a day, as a whole number.")
    )
    read_a_day: Count = required(
        t("Read on the day"), t("how many of them people read on that day, as a whole number.")
    )

    @property
    def learned_from(self) -> list[str]:
        """The columns from which a model may learn."""
        return [each for role in ROLES for each in getattr(self, role) or [] if each]

    @property
    def all_columns(self) -> list[str]:
        """Every column that is named here, each once."""
        others = [*(self.groups or []), *(self.known_later or []), *(self.left_out or [])]
        single = [self.answer, self.date]
        return list(dict.fromkeys(each for each in [*self.learned_from, *single, *others] if each))

    def rules(self) -> Iterator[Fault]:
        """The columns of the model, then the time of people."""
        if not self.learned_from:
            yield fault(NO_COLUMNS, "numbers")
        seen: dict[str, str] = {}
        for role in (*ROLES, "known_later", "left_out"):
            for number, name in enumerate(getattr(self, role) or [], 1):
                where = f"{role}.{number}"
                if name == self.answer:
                    yield fault(ANSWER_USED, where, name=name)
                elif role in ROLES and name in (self.known_later or []):
                    yield fault(LATER_USED, where, name=name)
                elif name in seen and "known_later" not in (role, seen[name]):
                    roles = f"`{seen[name]}`, `{role}`"
                    yield fault(TWO_ROLES, where, name=name, roles=roles)
                seen.setdefault(name, role)
        read, arriving = self.read_a_day, self.arriving
        if read is not None and arriving is not None and not 0 < read < arriving:
            yield fault(READ, "read_a_day", read=read, arriving=arriving)
