"""The numbers of the Civicly dossier, measured as module 07 does on the synthetic comments.

`python -m tests.course.dossier.civicly_numbers` prints the measures as the YAML files hold them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from course.data.datasets import load_dataset
from course.dossier import Measure, measures

LANGUAGES = {"en": "English", "es": "Spanish", "pt": "Portuguese", "fr": "French"}
RATES = ["recall", "selection rate"]
DRAWS = 20_000
"""Draws of each interval: numpy's generator differs between versions, the rounded ends must not."""


@lru_cache
def measured() -> Mapping[str, Any]:
    """What the notebook measured, by the name of the artefact."""
    comments = load_dataset("civic-comments")
    comments["urgent"] = comments["severity"] >= "high"
    comments["fast"] = comments["historical_urgency"] == "high"
    past, new = comments[comments["held_out"] == "no"], comments[comments["held_out"] == "yes"]
    vectorizer = TfidfVectorizer(max_features=200, sublinear_tf=True).fit(past["text"])
    judged = past.sample(1000, random_state=0)
    candidates = {
        "learned from history": audit(new, marks(vectorizer, past, "fast", new)),
        "learned from readers": audit(new, marks(vectorizer, judged, "urgent", new)),
    }
    chosen = candidates["learned from readers"]
    return {
        "own-datasheet": {"rows": len(comments), "groups": counted(comments)},
        "model-card": chosen,
        "fairness-statement": candidates,
        "monitoring-plan": chosen,
    }


def counted(comments: Any) -> dict[str, dict[str, int]]:
    columns = ("district", "language", "channel", "gender")
    return {name: comments[name].value_counts().to_dict() for name in columns}


def marks(vectorizer: Any, known: Any, label: str, new: Any) -> Any:
    """1 for the quarter of the new comments that is read first."""
    model = LogisticRegression(solver="newton-cholesky", tol=1e-8)
    model.fit(vectorizer.transform(known["text"]).toarray(), known[label])
    scores = model.predict_proba(vectorizer.transform(new["text"]).toarray())[:, 1]
    marked = np.zeros(len(new), dtype=int)
    marked[np.argsort(-scores, kind="stable")[: len(scores) // 4]] = 1
    return marked


def audit(new: Any, marked: Any) -> list[Measure]:
    """The measures for everybody, then for the groups of each attribute."""
    attributes = {
        "place": np.where(
            new["district"].isin(["Garoa", "Horta"]), "Garoa and Horta", "six other districts"
        ),
        "language": new["language"].astype(str).map(LANGUAGES),
        "channel": np.where(
            new["channel"].isin(["phone", "letter"]), "without internet", "with internet"
        ),
        "ease of writing": np.where(
            new["literacy"] == "low", "writes with difficulty", "writes easily"
        ),
    }
    rates = ["accuracy", "baseline accuracy"]
    measured = partial(
        measures, new["urgent"], marked, data="test", clusters=new["template"], draws=DRAWS
    )
    found = measured(metrics=rates)
    for name, groups in attributes.items():
        metrics = [*RATES, "equal opportunity difference"] if name == "place" else RATES
        known = {(each.metric, each.group) for each in found}
        found += [
            each
            for each in measured(groups=groups, metrics=metrics)
            if (each.metric, each.group) not in known
        ]
    return found


if __name__ == "__main__":
    for name, found in measured()["fairness-statement"].items():
        print(f"# {name}")
        for each in found:
            print(
                f"  - {{metric: {each.metric}, group: {each.group}, data: test, "
                f"value: {each.value:.2f}, low: {each.low:.2f}, high: {each.high:.2f}, "
                f"count: {each.count}}}"
            )
    print(measured()["own-datasheet"])
