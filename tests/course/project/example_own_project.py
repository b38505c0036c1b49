"""A sound project on a team's own data: a bank that reads loans at risk first.

`python -m tests.course.project.example_own_project` writes those files in `example_own/` again that
hold measured numbers; all others are written by hand. The table is the course's German credit, so
it is not kept a second time: `own_table` makes the team's data.csv of it.
"""

import tempfile
from pathlib import Path

from course.project import Project, open_project
from course.project.measured import GAP
from course.project.project_files import KINDS
from course.project.tabular import own_parts

HERE = Path(__file__).parent
EXAMPLE = HERE / "example_own"

WRITTEN_IN = {
    "capstone-1-brief": ("team.yml", "service-brief.yml"),
    "capstone-2-data-and-model": ("data.yml", "data.csv", "own-datasheet.yml", "choices.yml"),
    "capstone-3-fairness": ("fairness-statement.yml", "model-card.yml", "measured.yml"),
    "capstone-4-governance": (
        "classification.yml",
        "impact-assessment.yml",
        "fundamental-rights-assessment.yml",
        "risk-register.yml",
        "oversight-plan.yml",
        "monitoring-plan.yml",
        "saved-with.yml",
    ),
    "capstone-5-presentation": ("presentation.yml",),
}
"""The files of the example by the checkpoint in which a team writes them."""

CHOSEN = "each-group"
STOP = 0.35
SILENT = {
    "people who were refused": ("objections of people who were refused, in a month", 12, 6),
    "workers from abroad": ("talks with an interpreter, in a month", 16, 8),
}
"""Groups that the data do not show: what is counted of each instead, today's count, the alarm."""


def own_table() -> str:
    """The team's data.csv: German credit with ages in groups, and without two of its columns.

    The column on sex has one code for men and women in 310 rows, and 37 foreign workers are too few
    for a rate.
    """
    import pandas as pd

    from course import load_dataset

    loans = load_dataset("german-credit")
    ages = pd.cut(loans["age"], [0, 29, 44, 99], labels=["under 30", "30 to 44", "45 or older"])
    loans["age group"] = ages.astype(str)
    loans["outcome"] = loans["credit_risk"].map({1: "repaid", 2: "not repaid"})
    dropped = ["age", "credit_risk", "personal_status_sex", "foreign_worker"]
    return str(loans.drop(columns=dropped).to_csv(index=False))


def put(folder: Path, slugs: tuple[str, ...]) -> None:
    """Write the files of some checkpoints into a folder, as the team has saved them."""
    folder.mkdir(parents=True, exist_ok=True)
    for slug in slugs:
        for name in WRITTEN_IN[slug]:
            text = own_table() if name == "data.csv" else (EXAMPLE / name).read_text("utf-8")
            (folder / name).write_text(text, encoding="utf-8")


def make() -> None:
    """Write the files that hold measured numbers."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place, "project")
        put(home, ("capstone-1-brief",))
        for name in ("data.yml", "own-datasheet.yml", "choices.yml"):
            (home / name).write_bytes((EXAMPLE / name).read_bytes())
        (home / "data.csv").write_text(own_table(), encoding="utf-8")
        project = open_project(home)
        _, known, aside = own_parts(project)
        measured = project.measure()["fairness-statement"]
        _write(project, "fairness-statement", statement(measured, len(aside)))
        again = project.measure()
        _write(project, "model-card", card(again["model-card"], len(known)))
        for path in EXAMPLE.glob("*.yml"):
            if path.name in WRITTEN_IN["capstone-4-governance"][:-2]:
                (home / path.name).write_bytes(path.read_bytes())
        _write(project, "monitoring-plan", plan(again["monitoring-plan"]))
        _write(project, "presentation", presentation(measured))
        project.note_saved()
        for name in ("fairness-statement.yml", "model-card.yml", "measured.yml",
                     "monitoring-plan.yml", "saved-with.yml", "presentation.yml"):  # fmt: skip
            (EXAMPLE / name).write_bytes((home / name).read_bytes())
        print(project.disagreements())


def _write(project: Project, name: str, fields: dict) -> None:
    project.write(name, KINDS[name](**fields).to_yaml())


def recalls(numbers: list) -> dict:
    """The recall by group."""
    return {each.group: each for each in numbers if each.metric == "recall"}


def percent(measure) -> str:
    return f"{100 * measure.value:.0f}%"


def groups_in(numbers: list) -> dict[str, list[str]]:
    """The measured groups by their column."""
    found: dict[str, list[str]] = {}
    for name in recalls(numbers):
        if name != "all":
            found.setdefault(name.partition(":")[0], []).append(name)
    return {column: sorted(names) for column, names in found.items()}


def statement(measured: dict, rows: int) -> dict:
    """The fields of the fairness statement, with the numbers of all candidates."""
    chosen, one = recalls(measured[CHOSEN]), recalls(measured["one-list"])
    young, middle = "age group: under 30", "age group: 30 to 44"
    changes = {
        "order-of-arrival": "Applications are read in the order in which they arrive.",
        "one-list": "One list: the applications most at risk first, whoever applies.",
        "each-group": "The same share of each age group; the applications most at risk first.",
    }
    return {
        "system": "Early Talk",
        "decision": "Which applications for a small loan an adviser reads first. The adviser "
        "decides on each.",
        "date": "2026-10-05",
        "data": {
            "name": "German credit, the rows kept aside",
            "rows": rows,
            "period": "1973 – 1975",
            "limits": [
                "Loans of one bank in Germany, half a century ago; only loans that were given.",
                "Loans not repaid were picked more often, so shares of them are too high.",
            ],
        },
        "groups": {
            column: {"looked_at": names, "too_small": []}
            for column, names in groups_in(measured[CHOSEN]).items()
        },
        "not_in_data": list(SILENT),
        "criterion": {
            "metric": "recall",
            "why": "A person whose loan goes wrong, and with whom nobody talked in time, is left "
            "in debt.",
            "said_by": "Board of the Development Bank, 21 September 2026, after it heard borrowers",
        },
        "candidates": [
            {
                "name": name,
                "change": changes[name],
                "measures": [each.model_dump() for each in numbers],
            }
            for name, numbers in measured.items()
        ],
        "chosen": CHOSEN,
        "reason": f"It finds nearly as many loans at risk in all ({percent(chosen['all'])}, and "
        f"{percent(one['all'])} with one list), and {percent(chosen[middle])} of those of people "
        f"from 30 to 44, instead of {percent(one[middle])}.",
        "price": [
            {
                "who": "People under 30",
                "bears": f"{percent(chosen[young])} of their loans at risk are read first, instead "
                f"of {percent(one[young])} with one list. This rests on {chosen[young].count} "
                "loans.",
            }
        ],
        "sensitive_attribute_at_decision": {
            "used": True,
            "legal_basis": "to be checked by the legal service of the bank before 15 January 2027; "
            "the age decides on no loan, only on the order of reading",
        },
        "decided_by": "Board of the Development Bank, committee for loans",
        "decided_on": "2026-10-05",
        "review_on": "2027-07-01",
        "stop_if": {
            "number": STOP,
            "condition": "Gap in recall between age groups in two monthly samples. Then "
            "applications are read in the order of arrival.",
        },
        "limits": [
            "People who were refused are not in the data, and 37 workers from abroad are too few.",
            "The sex of 310 of the 1,000 people cannot be told, so women and men are not compared.",
        ],
    }


def card(numbers: list, rows: int) -> dict:
    """The fields of the model card, with the numbers of the chosen candidate."""
    of_groups = {name: each for name, each in recalls(numbers).items() if name != "all"}
    lowest = min(of_groups.values(), key=lambda each: each.value)
    return {
        "name": "Early Talk",
        "version": "1.0",
        "date": "2026-10-05",
        "owner": "Small-loans office of the Development Bank of Valmora, head Ama Boateng",
        "contact": "Small-loans office, Harbour Street 1, Valmora; telephone 0800 555 0170",
        "purpose": "Orders the applications for small loans, so that advisers first read those "
        "whose loan could go wrong.",
        "not_for": [
            "Refusing a loan, or setting its price",
            "Any comparison of women and men",
            "Decisions about anybody before it has learned from loans of today",
        ],
        "decision": "Which applications an adviser reads first. An adviser can move each.",
        "data": {
            "name": "German credit, the rows that were not kept aside",
            "rows": rows,
            "period": "1973 – 1975",
            "limits": ["Only loans that were given; those not repaid were picked more often."],
        },
        "measures": [each.model_dump() for each in numbers],
        "threshold": 0.65,
        "threshold_why": "The head of the office chose it, so that advisers can read all that is "
        "handed over. To call a risky loan safe costs five times as much as the reverse. "
        "What is handed over counts as not answered, so the accuracy is below that of calling "
        "every loan safe, which would find nobody.",
        "fails_for": [
            f"Applications of the group “{lowest.group}”, of which the fewest at risk are read "
            "first"
        ],
        "human_check": "An adviser reads each application before it is decided, and a second one "
        "before it is refused.",
        "explanation": "Each letter says that a program ordered the applications, names the "
        "reason, and says how to object.",
        "review_on": "2027-07-01",
    }


def plan(numbers: list) -> dict:
    """The fields of the monitoring plan: everybody, the affected groups, and those not in data."""
    shared = {"who": "Statistics office of the bank, two analysts", "every": "month"}
    affected = ["all", "age group: under 30", "age group: 30 to 44", "housing: rent",
                "housing: for free"]  # fmt: skip
    known = recalls(numbers)
    gap = next(m for m in numbers if m.metric == GAP)
    return {
        "system": "Early Talk",
        "date": "2026-10-09",
        "owner": "Statistics office of the Development Bank of Valmora, head of audits",
        "review_on": "2027-07-01",
        "indicators": [
            *(
                {
                    "metric": "recall",
                    "group": group,
                    "data": "test",
                    "baseline": round(known[group].value, 2),
                    "alarm": {
                        "when": "below",
                        "number": round(known[group].value - 0.1, 2),
                        "window": 2,
                    },
                    **shared,
                    "then": "These applications are read in the order of arrival, until the list "
                    "has learned again.",
                }
                for group in affected
            ),
            {
                "metric": gap.metric,
                "group": gap.group,
                "data": gap.data,
                "baseline": round(gap.value, 2),
                "alarm": {"when": "above", "number": STOP, "window": 2},
                **shared,
                "then": "Ama Boateng stops the service, and applications are read in the order of "
                "arrival.",
            },
            *(
                {
                    "metric": metric,
                    "group": group,
                    "data": "register of the small-loans office",
                    "baseline": baseline,
                    "alarm": {"when": "below", "number": alarm, "window": 2},
                    **shared,
                    "then": "The head of the office asks the associations of the group why nobody "
                    "came, and changes hours or place.",
                }
                for group, (metric, baseline, alarm) in SILENT.items()
            ),
        ],
    }


def presentation(measured: dict) -> dict:
    """The presentation, whose numbers are those that were measured."""
    today = recalls(measured["order-of-arrival"])["all"]
    everybody = recalls(measured[CHOSEN])["all"]
    return {
        "system": "Early Talk",
        "date": "2026-12-10",
        "asked_of": "Board of the Development Bank, committee for loans",
        "asked": "Allow the small-loans office to try Early Talk from 15 January to 15 July 2027, "
        "on its own new files and without any refusal by it, with a report on 1 August.",
        "sceptic": [
            {
                "question": "Is that better than what we do today?",
                "answer": f"Yes: {percent(everybody)} of the loans at risk are read first, against "
                f"{percent(today)} by order of arrival.",
            },
            {
                "question": "How sure is this number?",
                "answer": f"It rests on {everybody.count} loans at risk; the 95% interval runs "
                f"from {100 * everybody.low:.0f}% to {100 * everybody.high:.0f}%.",
            },
            {
                "question": "Who is left out?",
                "answer": "People who were refused are in no data; an adviser reads each of their "
                "applications again when they object.",
            },
            {
                "question": "Are these our customers?",
                "answer": "No: they borrowed in Germany half a century ago. That is why we ask for "
                "a trial, and refuse nobody by the list.",
            },
        ],
        "stop_if": "Ama Boateng, head of the small-loans office, stops it if the gap in recall "
        f"between two age groups is above {STOP} in two monthly samples.",
        "about_the_data": "Our data: 1,000 loans of a bank in Germany, 1973 to 1975 (Hofmann; "
        "Grömping). Only loans that were given.",
    }


if __name__ == "__main__":
    make()
