"""A sound project: the files that a good team has after each checkpoint.

`python -m tests.course.project.example_project` writes the files in `example/` again. Numbers of
the model are measured, never typed; the governance papers are those of tests/course/dossier/civicly
with the groups of this project. Other tests copy the files of earlier checkpoints with
`put_before`.
"""

import shutil
import tempfile
from pathlib import Path

import yaml

HERE = Path(__file__).parent
EXAMPLE = HERE / "example"
CIVICLY = HERE.parent / "dossier" / "civicly"

WRITTEN_IN = {
    "capstone-1-brief": ("team.yml", "service-brief.yml"),
    "capstone-2-data-and-model": ("own-datasheet.yml", "choices.yml"),
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

WITHOUT_ADDRESS = "people without a fixed address"
OTHER_SPEAKERS = "speakers of other languages"
INSTEAD = {
    "six other districts": None,
    "people who never write": WITHOUT_ADDRESS,
}
"""The group of this project for each group of the dossier civicly that it does not have."""


RISK_TO_LIFE = {
    "id": "R5",
    "risk": "A comment about a threat to life, or about a child in danger, is not read on its day.",
    "groups": ["English", "Spanish", "Portuguese", "French"],
    "rights": ["3"],
    "likelihood": "3",
    "severity": "5",
    "level": "high",
    "measure": "Words of danger always lead to a person, and the desk reads these comments first.",
    "owner": "Head of the citizens' desk",
    "due": "2026-12-01",
    "residual_likelihood": "2",
    "residual_severity": "5",
    "residual_level": "high",
    "accepted_by": "Council of Marivelle, committee for services",
}


def put_before(slug: str, folder: Path) -> None:
    """Copy what a sound team has before a checkpoint into `folder/project`; else do nothing."""
    if slug not in WRITTEN_IN:
        return
    for earlier, names in WRITTEN_IN.items():
        if earlier == slug:
            return
        (folder / "project").mkdir(exist_ok=True)
        for name in names:
            shutil.copyfile(EXAMPLE / name, folder / "project" / name)


def make() -> None:
    """Write the files that are made from others: measured, statement, card and governance."""
    from course.dossier import FairnessStatement, ModelCard
    from course.dossier.artefact import as_yaml
    from course.project import open_project

    with tempfile.TemporaryDirectory() as place:
        home = Path(place, "project")
        home.mkdir()
        for name in ("team.yml", "service-brief.yml", "own-datasheet.yml", "choices.yml"):
            shutil.copyfile(EXAMPLE / name, home / name)
        project = open_project(home)
        measured = project.measure()["fairness-statement"]
        project.write("fairness-statement", FairnessStatement(**statement(measured)).to_yaml())
        measured = project.measure()
        project.write("model-card", ModelCard(**card(measured["model-card"])).to_yaml())
        for name, fields in governance(measured["monitoring-plan"]).items():
            project.write(name, as_yaml(fields))
        project.write("presentation", as_yaml(presentation(project.measured() or {})))
        project.note_saved()
        for names in WRITTEN_IN.values():
            for name in names:
                if (home / name).exists():
                    shutil.copyfile(home / name, EXAMPLE / name)
        print(project.disagreements())


def statement(measured: dict) -> dict:
    """The fields of the fairness statement, with the numbers of all candidates."""
    recall = {
        name: {m.group: round(100 * m.value) for m in numbers if m.metric == "recall"}
        for name, numbers in measured.items()
    }
    before, after = recall["one-list"], recall["each-language"]
    groups = {
        "language": ["English", "French", "Portuguese", "Spanish"],
        "place": ["Garoa and Horta", "six other districts"],
        "channel": ["with internet", "without internet"],
        "ease": ["writes easily", "writes with difficulty"],
    }
    changes = {
        "order-of-arrival": "Comments are read in the order in which they arrive.",
        "one-list": "One list: the most urgent comments of the day first, whoever wrote.",
        "each-language": "The same share of each language; the most urgent first within each.",
    }
    return {
        "system": "Civicly",
        "decision": "In which order the comments of a day are read. A clerk can change it.",
        "date": "2026-12-01",
        "data": {
            "name": "Synthetic civic comments, held-out templates",
            "rows": 4012,
            "period": "2024-01 – 2026-06",
            "limits": ["The comments are synthetic; they prove nothing about a real city."],
        },
        "groups": {name: {"looked_at": each, "too_small": []} for name, each in groups.items()},
        "not_in_data": [WITHOUT_ADDRESS, OTHER_SPEAKERS],
        "criterion": {
            "metric": "recall",
            "why": "An urgent comment that nobody reads on its day can cost a life.",
            "said_by": "Council of Marivelle, 8 September 2026, after hearings in four languages",
        },
        "candidates": [
            {
                "name": name,
                "change": changes[name],
                "measures": [each.model_dump() for each in numbers],
            }
            for name, numbers in measured.items()
        ],
        "chosen": "each-language",
        "reason": "It finds as many urgent comments in all, and far more of those in French.",
        "price": [
            {
                "who": "People who write in Portuguese",
                "bears": f"{after['Portuguese']}% of their urgent comments are read on the day, "
                f"instead of {before['Portuguese']}%",
            }
        ],
        "sensitive_attribute_at_decision": {
            "used": True,
            "legal_basis": "to be checked by the legal service of Marivelle before 15 January 2027",
        },
        "decided_by": "Council of Marivelle, committee for services",
        "decided_on": "2026-12-01",
        "review_on": "2027-12-01",
        "stop_if": {
            "number": 0.35,
            "condition": "Gap in recall between languages in two monthly samples. Then comments "
            "are read in the order of arrival.",
        },
        "limits": ["People without a fixed address cannot be told apart in these data."],
    }


def card(numbers: list) -> dict:
    """The fields of the model card, with the numbers of the chosen candidate."""
    return {
        "name": "Civicly",
        "version": "1.0",
        "date": "2026-12-01",
        "owner": "Citizens' desk of Marivelle, head Inés Duarte",
        "contact": "Citizens' desk, Praça Nova 1, Marivelle; telephone 0800 555 0110",
        "purpose": "Names the department for a comment, and orders what is read on the day.",
        "not_for": ["Closing a comment without a person", "Judging the people who write"],
        "decision": "In which order clerks read, and who gets a comment. A clerk can change both.",
        "data": {
            "name": "Synthetic civic comments, known templates",
            "rows": 15988,
            "period": "2024-01 – 2026-06",
            "limits": ["The comments are synthetic. People who never write are not in them."],
        },
        "measures": [each.model_dump() for each in numbers],
        "threshold": 0.4,
        "threshold_why": "The head of the desk chose it, so that clerks can read all handed over.",
        "fails_for": ["Comments in French, of which the fewest urgent ones are read on the day"],
        "human_check": "A clerk reads each comment handed over, and a sample of the others.",
        "explanation": "Each answer says that a program sent the comment on, and how to object.",
        "review_on": "2027-12-01",
    }


def governance(plan_numbers: list) -> dict[str, dict]:
    """The papers of checkpoint 4, from those of tests/course/dossier/civicly."""
    from course.project.measured import GAP

    names = (
        "classification",
        "impact-assessment",
        "fundamental-rights-assessment",
        "risk-register",
        "oversight-plan",
    )
    papers = {
        name: yaml.load((CIVICLY / f"{name}.yml").read_text("utf-8"), yaml.BaseLoader)
        for name in names
    }
    rights, register = papers["fundamental-rights-assessment"], papers["risk-register"]
    rights["affected"] = [each for each in rights["affected"] if each["group"] not in INSTEAD] + [
        {
            "group": WITHOUT_ADDRESS,
            "people_a_year": "300",
            "why": "The form asks for a street, and no letter reaches them.",
        }
    ]
    for each in rights["affected"]:
        if each["group"] == "Spanish":
            each["why"] = "The order of their comments is the list's."
    for each in [*rights["chains"], *register["risks"]]:
        kept = [INSTEAD.get(group, group) for group in each["groups"]]
        each["groups"] = list(dict.fromkeys(filter(None, kept)))
    register["risks"][0]["groups"] = ["Garoa and Horta", "writes with difficulty"]
    register["risks"][0]["risk"] = (
        "An urgent comment from a district that waited in the past is read late again."
    )
    register["risks"][1]["measure"] = (
        "The same share of each language is read on the day, and recall is measured each month."
    )
    register["risks"].append(RISK_TO_LIFE)
    # The city has built the service, and a threat to life that nobody reads cannot be undone.
    papers["classification"]["roles"] = ["provider", "public-body"]
    answers = papers["impact-assessment"]["answers"]
    answers["health-impact"], answers["reversibility"] = "high", "irreversible"
    answers["duration"] = "permanent"
    answers["developer"] = ["own"]
    plan = papers["oversight-plan"]
    plan["watchers"][1]["who"] = "Inés Duarte, head of the citizens' desk of Marivelle"
    plan["switch_off"]["who"] = "Inés Duarte, head of the citizens' desk of Marivelle"
    plan["incidents"]["what_counts"] = [
        "A comment about a threat to life that no person has read",
        "A comment about a child in danger that no person has read",
        "A day on which the list was not made",
    ]
    brief = yaml.safe_load((EXAMPLE / "service-brief.yml").read_text("utf-8"))
    recall = {m.group: m.value for m in plan_numbers if m.metric == "recall"}
    shared = {
        "who": "Statistics office of Marivelle, two analysts",
        "every": "month",
        "then": "The desk reads these comments by time, until the model has learned again.",
    }
    gap = next(m for m in plan_numbers if m.metric == GAP)
    papers["monitoring-plan"] = {
        "system": "Civicly",
        "date": "2026-12-02",
        "owner": "Statistics office of Marivelle, head of audits",
        "review_on": "2027-12-01",
        "indicators": [
            *(
                {
                    "metric": "recall",
                    "group": group,
                    "data": "test",
                    "baseline": round(recall[group], 2),
                    "alarm": {
                        "when": "below",
                        "number": round(recall[group] - 0.1, 2),
                        "window": 2,
                    },
                    **shared,
                }
                for group in brief["affected_groups"]
            ),
            {
                "metric": gap.metric,
                "group": gap.group,
                "data": gap.data,
                "baseline": round(gap.value, 2),
                "alarm": {"when": "above", "number": 0.35, "window": 2},
                **shared,
                "then": "The head of the desk stops the service, and comments are read in the "
                "order of arrival.",
            },
            {
                "metric": "comments taken down in the shelter, in a month",
                "group": WITHOUT_ADDRESS,
                "data": "Thursdays in the shelter",
                "baseline": 20,
                "alarm": {"when": "below", "number": 10, "window": 2},
                **shared,
                "then": "The desk asks in the shelter why nobody came, and changes the hour.",
            },
            {
                "metric": "comments in other languages, in a month",
                "group": OTHER_SPEAKERS,
                "data": "list of the interpreter",
                "baseline": 12,
                "alarm": {"when": "below", "number": 6, "window": 2},
                **shared,
                "then": "The desk asks the associations of the communities why nobody writes.",
            },
        ],
    }
    return papers


def presentation(measured: dict) -> dict:
    """The presentation, whose numbers are those that were measured."""
    arrival = {
        m.group: m
        for m in measured["fairness-statement"]["order-of-arrival"]
        if m.metric == "recall"
    }
    chosen = {
        m.group: m for m in measured["fairness-statement"]["each-language"] if m.metric == "recall"
    }
    everybody, today = chosen["all"], arrival["all"]
    return {
        "system": "Civicly",
        "date": "2026-12-10",
        "asked_of": "Council of Marivelle, committee for services",
        "asked": "Allow the citizens' desk to try Civicly from 15 January to 15 July 2027, in all "
        "four languages, with a report on 1 August.",
        "sceptic": [
            {
                "question": "Is that better than what we do today?",
                "answer": f"Yes: {100 * everybody.value:.0f}% of the urgent comments are read on "
                f"the day, against {100 * today.value:.0f}% by order of arrival.",
            },
            {
                "question": "How sure is this number?",
                "answer": f"It rests on {everybody.count} urgent comments; the 95% interval runs "
                f"from {100 * everybody.low:.0f}% to {100 * everybody.high:.0f}%.",
            },
            {
                "question": "Who is left out?",
                "answer": "People without a fixed address are in no data; a clerk takes down what "
                "they say in the shelter on Thursdays.",
            },
        ],
        "stop_if": "Inés Duarte, head of the citizens' desk of Marivelle, stops it if the gap in "
        "recall between two languages is above 0.35 in two monthly samples.",
        "about_the_data": "All comments are synthetic. They prove nothing about a real city.",
    }


if __name__ == "__main__":
    make()
