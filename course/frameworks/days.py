"""The days in the data on law that have passed since somebody last compared the data with the law.

`python -m course.frameworks.days` names them and exits with 1, or exits with 0 if there are none.
It does not know what has changed in the law: a person reads that, and renews `checked_on`.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from course.frameworks import ai_act, other_law

SOURCE = "en"


@dataclass(frozen=True)
class DatedRow:
    """A day in the data, and the row that has it."""

    framework: str
    name: str
    day: date
    checked_on: date
    """The day on which the row was last compared with the law."""


def rows() -> Iterator[DatedRow]:
    """Each day from which a provision applies, and each day on which a framework is due again."""
    tree = ai_act.english()
    for name, rule in tree.dates.items():
        yield DatedRow(ai_act.NAME, f"{name} ({rule.place})", rule.day, tree.checked_on)
    yield DatedRow(ai_act.NAME, "look_again", tree.look_again, tree.checked_on)
    law = other_law.other_law(SOURCE)
    for each in law.instruments:
        days = [each.applies_from, *(phase.applies_from for phase in each.phases)]
        for day in days:
            if day:
                yield DatedRow(other_law.NAME, each.id, day, each.checked_on)
    yield DatedRow(other_law.NAME, "look_again", law.look_again, law.checked_on)


def passed(today: date) -> list[DatedRow]:
    """The rows whose day has come since the last comparison, the earliest first."""
    found = [row for row in rows() if row.checked_on < row.day <= today]
    return sorted(found, key=lambda row: row.day)


def main() -> int:
    """Name the rows whose day has come; the exit status."""
    found = passed(date.today())
    for row in found:
        print(
            f"course/frameworks/{row.framework}.yml: {row.name}: {row.day} has come, "
            f"and the row was last compared with the law on {row.checked_on}"
        )
    if found:
        print(
            "Read the law, and the texts that speak of these days; then renew `checked_on`, and "
            "`look_again` where it has come."
        )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
