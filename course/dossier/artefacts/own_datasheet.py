"""A datasheet for an institution's own data, as an artefact of the dossier.

Its parts are those of "Datasheets for Datasets" (Gebru and others, 2021), as in the datasheets of
the course (course/data/datasheet_schema.py); it adds who answers for the data and on which law.
"""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from course.checking.messages import say
from course.dossier.artefact import Artefact
from course.dossier.fields.faults import Fault, LazyText, fault, t
from course.dossier.fields.parts import (
    Count,
    Day,
    Part,
    Text,
    Texts,
    YesNo,
    answers_for_nothing,
    optional,
    required,
)

NO_OWNER = say(
    "datasheet-no-owner",
    "`{where}`: a system cannot answer for data. Name the office or person who does.",
)
COLUMN_TWICE = say(
    "datasheet-column-twice", "`{where}`: another column is called “{name}” too. Rename one."
)
NO_COLUMN = say(
    "datasheet-no-column",
    "`{where}`: there is no column “{name}”. The columns are: {names}. Use one of these names.",
)
NO_NEED = say(
    "datasheet-no-need",
    "`{where}`: the column holds personal data. Write in `needed_for` what it is needed for, "
    "such as the comparison of groups. What is needed for nothing has no place in the data.",
)
SUM = say(
    "datasheet-sum",
    "`{where}`: the groups have {total} rows together, the data {rows}. Count again, and list the "
    "rows without a group as a group too.",
)
TOO_SMALL = say(
    "datasheet-too-small",
    "`{where}`: the group “{group}” has {count} rows, fewer than {least}. List it in `too_small`.",
)
LARGE_ENOUGH = say(
    "datasheet-large-enough",
    "`{where}`: “{group}” is not a group of fewer than {least} rows. Remove it from this list.",
)
GROUP_ALONE = say(
    "datasheet-group-alone",
    "`{where}`: write only the name of the group, “{group}”, as `groups` writes it.",
)
KEPT = say(
    "datasheet-kept",
    "`{where}`: this date is before the day of the sheet, and the data are still there. Delete "
    "them, or correct the date.",
)
ROWS_UNTRUE = say(
    "datasheet-rows-untrue",
    "`{where}` says {written}; the notebook counted {measured}. Correct the number.",
)
GROUP_LEFT_OUT = say(
    "datasheet-group-left-out",
    "`{where}`: the notebook counted the group “{group}” too, which is left out here. Add it.",
)


class OwnColumn(Part):
    """A column of the table."""

    name: Text = required(t("Column"), t("the name that the file uses."))
    meaning: Text = required(t("Meaning"), t("what it holds, with the unit where there is one."))
    personal: YesNo = required(
        t("Personal data"), t("yes or no: does it say something about a person?")
    )
    needed_for: Text = optional(
        t("Needed for"), t("for personal data: the purpose without which it would not be kept.")
    )


class OwnDatasheet(Artefact):
    """What an institution's data are, whose they are, and who is missing."""

    GROUPS = frozenset({"groups", "too_small"})

    TITLE = t("Datasheet")
    NAME = "name"
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (t("The data"), ("name", "system", "date", "owner", "summary", "source", "licence")),
        (t("Law"), ("legal_basis", "kept_until")),
        (t("Motivation"), ("motivation",)),
        (t("Composition"), ("rows", "columns", "groups", "fewest_rows", "too_small", "absent")),
        (t("Collection"), ("collection",)),
        (t("Preprocessing"), ("preprocessing",)),
        (t("Uses"), ("uses", "known_harms")),
        (t("Distribution"), ("distribution",)),
        (t("Maintenance"), ("maintenance",)),
    )

    name: Text = required(t("Name"), t("what the data are called."))
    system: Text = required(t("System"), t("the service or system that uses the data."))
    date: Day = required(t("Date"), t("the day of the sheet."))
    owner: Text = required(t("Owner"), t("the office or person who answers for the data."))
    summary: Text = required(t("Summary"), t("what the data are, in one or two sentences."))
    source: Text = required(t("Source"), t("who recorded them, and from whom they came."))
    licence: Text = required(t("Licence"), t("who can use them, and on which terms."))
    legal_basis: Text = required(
        t("Legal basis"), t("the law or rule that allows the institution to use them for this.")
    )
    kept_until: Day = required(t("Kept until"), t("the day on which they are deleted."))
    motivation: Texts = required(t("Motivation"), t("why the data were recorded, and by whom."))
    rows: Count = required(t("Rows"), t("how many rows there are, as a whole number."))
    columns: list[OwnColumn] | None = required(
        t("Columns"), t("each column with its meaning, and whether it is personal data.")
    )
    groups: dict[str, dict[str, Count]] | None = required(
        t("Groups present"), t("for each column with groups: every group with its rows.")
    )
    fewest_rows: Count = required(
        t("Fewest rows for a rate"), t("the number of rows below which no rate is given.")
    )
    too_small: list[str] | None = optional(
        t("Too small for a rate"), t("the groups with fewer rows than this minimum.")
    )
    absent: Texts = required(t("Who is absent"), t("the people who are not in the data, and why."))
    collection: Texts = required(t("Collection"), t("how, when and by whom they were recorded."))
    preprocessing: Texts = required(
        t("Preprocessing"), t("what was changed or removed before use.")
    )
    uses: Texts = required(t("Uses"), t("what they are for, and what they must not be used for."))
    known_harms: Texts = required(
        t("Known harms"), t("what has gone wrong with them, or could, and for whom.")
    )
    distribution: Texts = required(t("Distribution"), t("who receives them, and how."))
    maintenance: Texts = required(t("Maintenance"), t("who corrects them, and how often."))

    def rules(self) -> Iterator[Fault]:
        """Owner and deletion; then the columns and the groups."""
        if answers_for_nothing(self.owner, self.system, self.name):
            yield fault(NO_OWNER, "owner")
        if self.date and self.kept_until and self.kept_until < self.date:
            yield fault(KEPT, "kept_until")
        names = [each.name for each in self.columns or []]
        for number, column in enumerate(self.columns or [], 1):
            if column.name and column.name in names[: number - 1]:
                yield fault(COLUMN_TWICE, f"columns.{number}.name", name=column.name)
            if column.personal and not column.needed_for:
                yield fault(NO_NEED, f"columns.{number}.needed_for")
        yield from self._about_groups([name for name in names if name])

    def _about_groups(self, names: list[str]) -> Iterator[Fault]:
        for column, counts in (self.groups or {}).items():
            where = f"groups.{column}"
            if names and column not in names:
                yield fault(NO_COLUMN, where, name=column, names=", ".join(names))
            total = sum(count for count in counts.values() if count is not None)
            if self.rows is not None and None not in counts.values() and total != self.rows:
                yield fault(SUM, where, total=total, rows=self.rows)
        if self.fewest_rows is None:
            return
        small = {
            group: (column, count)
            for column, counts in (self.groups or {}).items()
            for group, count in counts.items()
            if count is not None and count < self.fewest_rows
        }
        listed = self.too_small or []
        # “gender: not said”: the column before the group.
        meant = {each: each.rpartition(":")[2].strip() for each in listed if each not in small}
        for group, (column, count) in small.items():
            if group not in (*listed, *meant.values()):
                where = f"groups.{column}.{group}"
                yield fault(TOO_SMALL, where, group=group, count=count, least=self.fewest_rows)
        for number, group in enumerate(listed, 1):
            where = f"too_small.{number}"
            if meant.get(group) in small:
                yield fault(GROUP_ALONE, where, group=meant[group])
            elif group not in small:
                yield fault(LARGE_ENOUGH, where, group=group, least=self.fewest_rows)

    def mismatches(self, measured: Mapping[str, Any]) -> Iterator[Fault]:
        """Rows and groups are those that the notebook counted.

        `measured` is {"rows": number, "groups": {column: {group: number}}}.
        """
        if self.rows is not None and self.rows != measured["rows"]:
            yield fault(ROWS_UNTRUE, "rows", written=self.rows, measured=measured["rows"])
        for column, counted in measured["groups"].items():
            written = (self.groups or {}).get(column, {})
            for group, number in counted.items():
                where = f"groups.{column}"
                if group not in written:
                    yield fault(GROUP_LEFT_OUT, where, group=group)
                elif written[group] not in (None, number):
                    where = f"{where}.{group}"
                    yield fault(ROWS_UNTRUE, where, written=written[group], measured=number)
