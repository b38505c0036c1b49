"""The comments that only the grader has: made anew, counted, and as hard as was promised."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
import yaml
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.svm import LinearSVC

from course import load_dataset

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "source" / "capstone-2-data-and-model"
FILE = FOLDER / "hidden-comments.csv.gz"
TEXTS = FOLDER / "hidden" / "texts"
PUBLIC_TEXTS = ROOT / "datasets" / "civic-comments" / "texts"
LANGUAGES = ("en", "es", "pt", "fr")


@pytest.fixture(scope="module")
def hidden() -> pd.DataFrame:
    return pd.read_csv(FILE, keep_default_na=False)


@pytest.fixture(scope="module")
def public() -> pd.DataFrame:
    return load_dataset("civic-comments")


def parts_of(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def templates(lang: str, folder: Path = TEXTS) -> list[tuple[str, dict]]:
    """Department and entry of each template."""
    return [
        (department, entry)
        for department, topics in parts_of(folder / f"{lang}.yml")["templates"].items()
        for entries in topics.values()
        for entry in entries
    ]


def test_the_file_is_made_anew_to_the_byte(tmp_path):
    made = tmp_path / "made.csv.gz"
    subprocess.run(
        [sys.executable, FOLDER / "hidden" / "make.py", "--out", made], check=True, text=True
    )
    assert made.read_bytes() == FILE.read_bytes()


def test_it_has_the_public_columns_two_more_and_other_names(hidden, public):
    assert list(hidden) == [*public, "life", "child"]
    assert not set(hidden["comment"]) & set(public["comment"])
    assert hidden["comment"].is_unique
    assert hidden["date"].between("2026-07-01", "2026-09-30").all()
    assert set(hidden["held_out"]) == {"yes"}


def test_every_group_is_large_enough_for_a_rate(hidden):
    assert hidden.groupby(["language", "literacy"]).size().unstack().min(axis=None) >= 50
    assert hidden["language"].value_counts().min() >= 300
    assert hidden["department"].value_counts().min() >= 50


def test_it_differs_from_the_years_before_as_was_planned(hidden, public):
    """A hot, dry quarter after the mosquito fever."""
    share = hidden["department"].value_counts(normalize=True)["water"]
    assert share > 1.4 * (public["department"] == "water").mean()
    assert 0 < (hidden["topic"] == "mosquito-fever").mean() < 0.01


def test_who_is_in_danger_is_marked(hidden):
    danger = (hidden["life"] == "yes") | (hidden["child"] == "yes")
    assert danger[hidden["severity"] == "critical"].all()
    assert (hidden["child"] == "yes").sum() >= 50
    # Some of it is told quietly, and not as what must be done today.
    assert ((hidden["child"] == "yes") & (hidden["severity"] != "critical")).sum() >= 10


def test_repetitions_are_the_same_matter(hidden):
    repeated = hidden[hidden["duplicate_of"] != ""]
    assert 0.03 <= len(repeated) / len(hidden) <= 0.05
    both = repeated.merge(
        hidden, left_on="duplicate_of", right_on="comment", suffixes=("", "_first")
    )
    assert len(both) == len(repeated)
    for column in ("template", "language", "district", "department", "severity"):
        assert (both[column] == both[f"{column}_first"]).all()
    assert (both["text"] != both["text_first"]).sum() >= 10
    assert (both["date"] > both["date_first"]).all()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_enough_templates_of_each_kind(lang):
    found = templates(lang)
    assert pd.Series([department for department, _ in found]).value_counts().min() >= 4
    assert len(found) >= 45
    assert sum(entry["severity"] == "critical" for _, entry in found) >= 8
    assert sum(entry.get("child", False) for _, entry in found) >= 6


def literal(text: str) -> list[str]:
    """The parts of a pattern that are the same in every comment."""
    return [part.strip() for part in re.split(r"\[.*?\]|\{.*?\}|<.*?>", text)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_one_that_learners_have(lang):
    """No run of six words, neither in the templates nor in the subjects and requests."""

    def runs(folder: Path) -> set[tuple[str, ...]]:
        texts = [entry["text"] for _, entry in templates(lang, folder)]
        for topics in parts_of(folder / f"{lang}.yml")["topics"].values():
            for usual in topics.values():
                texts += [*usual["subjects"], *usual["asks"]]
        words = [re.findall(r"\w+", part.lower()) for text in texts for part in literal(text)]
        return {tuple(each[i : i + 6]) for each in words for i in range(len(each) - 5)}

    assert not runs(TEXTS) & runs(PUBLIC_TEXTS)


@pytest.mark.weekly
def test_a_plain_model_understands_most_and_not_all_of_it(hidden, public):
    """A model that has learned words of the topics, and not the public sentences, gets this far."""
    train = public[public["held_out"] == "no"]
    vectorizer = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 5), min_df=3, sublinear_tf=True
    )
    model = LinearSVC(C=0.3).fit(vectorizer.fit_transform(train["text"]), train["department"])
    guessed = model.predict(vectorizer.transform(hidden["text"]))
    assert 0.60 <= f1_score(hidden["department"], guessed, average="macro") <= 0.85
