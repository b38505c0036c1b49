"""Measure a project's service, keep the numbers in measured.yml, and read them again."""

from collections.abc import Mapping
from typing import Any

from course.dossier.artefact import as_yaml
from course.dossier.faults import ArtefactError
from course.dossier.measures import Measure
from course.dossier.reading import read_yaml
from course.project.choices import ARRIVING
from course.project.data import test_part
from course.project.files import Files
from course.project.measured import ONE_LIST, Audit, audit, language_of_groups
from course.project.names import OWN
from course.project.tabular import Decide, audit_own


def measure(project: Files, decide: Decide) -> Audit:
    """Measure a project's service, and write measured.yml. See Project.measure."""
    found = measured_by(project, decide)
    project.write("measured.yml", as_yaml({"model": project.fingerprint(), "numbers": found}))
    return found


def measured_by(project: Files, decide: Decide) -> Audit:
    """What is measured of a project's service, whose `decide` is given. Raises ServiceError."""
    if project.way == OWN:
        return audit_own(project, decide)
    comments = test_part()
    choices, statement = project.read("choices"), project.read("fairness-statement")
    read = choices.read_a_day if choices else None
    return audit(
        comments,
        decide(comments),
        share=read / ARRIVING if read else None,
        chosen=(statement.chosen if statement else None) or ONE_LIST,
        lang=language_of_groups(project),
    )


def stored(project: Files) -> Audit | None:
    """The numbers in measured.yml if they are of the model as it is now; else None."""
    text = project.content("measured.yml")
    if text is None:
        return None
    try:
        held, _ = read_yaml(text.decode("utf-8-sig", "replace"))
        if held.get("model") != project.fingerprint():
            return None
        return _numbers(held["numbers"])
    except (ArtefactError, AttributeError, KeyError, TypeError, ValueError):
        return None


def _numbers(held: Mapping[str, Any]) -> Audit:
    """The numbers as `measure` returned them, of a file in which each value is a text."""
    datasheet = held["own-datasheet"]
    return {
        "own-datasheet": {
            "rows": int(datasheet["rows"]),
            "groups": {
                column: {group: int(n) for group, n in counts.items()}
                for column, counts in datasheet["groups"].items()
            },
        },
        "model-card": [Measure(**each) for each in held["model-card"]],
        "fairness-statement": {
            name: [Measure(**each) for each in entries]
            for name, entries in held["fairness-statement"].items()
        },
        "monitoring-plan": [Measure(**each) for each in held["monitoring-plan"]],
    }
