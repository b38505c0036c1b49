"""The project across the border between a learner's process and the examiner's."""

from __future__ import annotations

import pytest

pytest.importorskip("fairlearn.metrics")
pytest.importorskip("matplotlib.pyplot")
pytest.importorskip("sklearn.ensemble")

from tests.autograder.boxes import errors, result
from tests.autograder.conftest import pair  # noqa: F401

SETUP = (
    "from course import check\nfrom course.project import open_project\nproject = open_project()"
)

ANSWER = """
import re
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB

SIGNS = ["fire", "blood"]

def plain(text):
    return re.sub(r"\\d", "", text)

def train(comments):
    some = comments.head(1500)
    vectorizer = CountVectorizer(preprocessor=plain, min_df=3)
    matrix = vectorizer.fit_transform(some["text"])
    model = MultinomialNB().fit(matrix, some["department"].astype(str))
    return vectorizer, model

def decide(model, comments):
    vectorizer, bayes = model
    sure = bayes.predict_proba(vectorizer.transform(comments["text"]))
    handed = comments["text"].str.contains("|".join(SIGNS))
    first = pd.Series(bayes.classes_[sure.argmax(axis=1)])
    return pd.DataFrame({
        "department": first.mask(handed.to_numpy(), "person"),
        "confidence": sure.max(axis=1),
        "urgency": 0.5,
        "reason": "“" + comments["text"].str.split().str[0].to_numpy() + "”",
    })

def find_duplicates(comments):
    again = comments[comments["text"].duplicated()]
    first = comments.drop_duplicates("text").set_index("text")["comment"]
    return list(zip(again["comment"], first[again["text"]]))
"""

KEEP = "service = project.keep_model(train, decide, find_duplicates)\ntexts = project.texts()"

CHECKS = """
MODULE = "capstone-2-data-and-model"

from course.checking import exercise, expect, say
from course.project import audit_of, grow, project_of, visible_scores


@exercise("routing", points=10)
def routing(service, texts):
    scores = visible_scores(service, texts)
    grow(scores.values["routing"], say("capstone-2-routing", "Not all are routed rightly."))


@exercise("numbers", points=1)
def numbers(service, texts):
    measured = audit_of(service, texts)["model-card"]
    expect.true(len(measured) > 20, say("capstone-2-numbers", "Numbers are missing."))


@exercise("agreement", points=1)
def agreement(texts):
    codes = project_of(texts).disagreements(needed=("team",)).codes()
    expect.true(codes == ["dossier-artefact-missing"], say("capstone-2-agree", str(codes)[:200]))
"""


def cells(*sources: str) -> list[dict]:
    setup, *others = sources
    made = [{"id": "setup", "kind": "setup", "source": setup}]
    return made + [
        {"id": f"cell-{number}", "kind": "solution", "source": source}
        for number, source in enumerate(others)
    ]


def graded(pair, answer: str):  # noqa: F811
    boxes = pair(*cells(SETUP, answer, KEEP), checks=CHECKS)
    for source in (SETUP, answer, KEEP):
        assert errors(boxes.cell(source)) == []
    return boxes


def test_a_service_in_the_learners_process_is_scored_in_the_examiners(pair):  # noqa: F811
    boxes = graded(pair, ANSWER)
    told = boxes.test('check("routing", service, texts)', timeout=60)
    assert errors(told) == []
    assert 3 <= float(result(told)) < 10
    assert result(boxes.test('check("numbers", service, texts)', timeout=60)) == "1.0"
    assert result(boxes.test('check("agreement", texts)')) == "1.0"


def test_model_py_holds_what_the_functions_use_and_runs_alone(pair):  # noqa: F811
    boxes = graded(pair, ANSWER)
    kept = (boxes.folders["learner"] / "project" / "model.py").read_text()
    for needed in ("import re", "import pandas as pd", "SIGNS = ['fire', 'blood']", "def plain",
                   "from sklearn.naive_bayes import MultinomialNB"):  # fmt: skip
        assert needed in kept, kept


def test_the_answers_are_closed_to_a_service_and_the_check_says_so(pair):  # noqa: F811
    """In checkpoint 2 `load_dataset` holds the answers of the comments that measure a service."""
    reading = ANSWER.replace("comments.head(1500)", 'load_dataset("civic-comments").head(1500)')
    boxes = graded(pair, f"from course import load_dataset\n{reading}")
    told = boxes.test('check("routing", service, texts)', timeout=60)
    assert result(told) == "0.0"
    assert "holds the answers of the comments on which the service is measured" in str(told)
    # When the service has answered, they are open again.
    assert errors(boxes.cell('assert len(load_dataset("civic-comments")) == 20000')) == []
