"""Forms for the tests: the published vectors, and random ones."""

import json
import random
from pathlib import Path
from typing import Any

import yaml

from course.dossier.assessments.aia import ImpactAssessment, OfficialFile

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[3]
DATA = yaml.safe_load((ROOT / "course/frameworks/aia.yml").read_text(encoding="utf-8"))
VECTORS = {
    vector["id"]: vector
    for vector in json.loads((FOLDER / "vectors.json").read_text(encoding="utf-8"))["vectors"]
}
"""Scores checked against the official program, by the id of the form."""

ENTRIES = [
    entry for entry in (*DATA["gates"], *DATA["questions"]) if entry["id"] != "project-phase"
]
PROJECT = {
    "name": "Civicly",
    "phase": "design",
    "owner": "Office of citizens' affairs, head of service",
    "date": "2026-03-01",
}


def official(name: str, /, **more: Any) -> OfficialFile:
    """The file with the answers of a vector."""
    content = {"version": "v1.0.1", "data": VECTORS[name]["answers"], **more}
    return OfficialFile.from_json(json.dumps(content))


def filled(name: str, /, **changes: Any) -> ImpactAssessment:
    """The complete assessment with the answers of a vector and their level, changed or not."""
    assessment = official(name).assessment()
    fields = {**PROJECT, "phase": assessment.phase, "level": assessment.score().level, **changes}
    return ImpactAssessment(**{"answers": assessment.answers, **fields})


def answered(assessment: ImpactAssessment, /, **answers: Any) -> ImpactAssessment:
    """The assessment with other answers; None removes one. `_` stands for a hyphen in a name."""
    changed = dict(assessment.answers)
    for name, value in answers.items():
        changed[name.replace("_", "-")] = value
    kept = {name: value for name, value in changed.items() if value is not None}
    return ImpactAssessment(**{**assessment.model_dump(), "answers": kept})


def random_answers(seed: int) -> dict[str, Any]:
    """An answer to every question of the data, asked or not."""
    dice = random.Random(seed)
    answers: dict[str, Any] = {}
    for entry in ENTRIES:
        keys = [option["key"] for option in entry["options"]]
        if entry["type"] == "checkbox":
            answers[entry["id"]] = dice.sample(keys, dice.randint(1, len(keys)))
        else:
            answers[entry["id"]] = dice.choice(keys)
    return answers


def random_file(seed: int) -> dict[str, Any]:
    """The content of a file of the tool: answers of both phases, free texts, unknown keys."""
    dice = random.Random(seed)
    data: dict[str, Any] = {}
    for entry in (*DATA["gates"], *DATA["questions"]):
        names = entry["official"]
        for name in names.values() if isinstance(names, dict) else [names]:
            values = [option["value"] for option in entry["options"]]
            if entry["type"] == "checkbox":
                data[name] = dice.sample(values, dice.randint(1, len(values)))
            else:
                data[name] = dice.choice(values)
            if dice.random() < 0.2 and entry["id"] != "project-phase":
                del data[name]
    texts = [
        "",
        "L'équipe a vérifié : « oui »",
        "first line\nsecond line",
        " é\U0001f30d ",
        "\ud800",
    ]
    data["businessDrivers3"] = dice.choice(texts)
    data["projectDetailsTitle"] = dice.choice(["Civicly", " Tri des demandes "])
    data["aboutSystem1"] = ["item1", "item6"]
    data["laterQuestion1"] = {"rows": [1, 2.5, None, True]}
    return {
        "version": "v1.0.1",
        "currentPage": dice.randint(0, 12),
        "data": data,
        "translationsOnResult": {"businessDrivers3": dice.choice(texts)},
        "laterKey": [dice.random()],
    }
