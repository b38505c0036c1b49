"""The ready pipeline: a service that learns as a team chose it in a form, without code."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from course.checking.messages import GENERAL
from course.language import Translator
from course.project.choices import AnyChoices, Choices
from course.project.features import WORD, Columns, Features
from course.project.names import DEPARTMENTS, PERSON
from course.project.repeated import find_repeated, without_accents
from course.project.scoring import SECOND
from course.project.service import Service

CIVICLY = Columns(answer="department", texts=("text",))

TESTED_SHARE = 0.2
"""The share of the templates, or rows, on which the confidence is adjusted."""

WEIGHTS = {"low": 0.0, "medium": 0.0, "high": 1.0, "critical": 4.0}
"""How much each severity counts in the urgency: a critical comment four times a high one."""


MOST_FITS = 2
_fits: dict[Any, tuple[Features, Any, Any]] = {}
"""The fits that `fitted` keeps, by rows, columns and kinds of features."""


@dataclass
class Learned:
    """What the ready pipeline has learned."""

    features: Features
    classes: "np.ndarray[Any, Any]"
    weights: "np.ndarray[Any, Any]"
    intercepts: "np.ndarray[Any, Any]"
    calibration: Any
    urgency_weights: "np.ndarray[Any, Any]"
    urgency_range: tuple[float, float]
    thresholds: dict[str, float]
    """From which confidence on it decides alone, by language; "" for all others."""

    def margins(self, matrix: Any) -> "np.ndarray[Any, Any]":
        """The scores of the answers, of shape (rows, answers)."""
        return np.asarray(matrix @ self.weights.T + self.intercepts)


def ready_service(choices: Choices) -> Service:
    """The service of the ready pipeline, with a team's choices, on the civic comments.

    Raises ValueError for choices with a blank: check `choices.faults()` first.
    """
    if choices.faults():
        raise ValueError(choices.faults()[0].read())

    def train(comments: pd.DataFrame) -> Learned:
        return learn(comments, choices, CIVICLY)

    def decide(model: Learned, comments: pd.DataFrame) -> pd.DataFrame:
        return decide_with(model, comments, choices)

    def repeated(comments: pd.DataFrame) -> list[tuple[str, str]]:
        return find_repeated(comments, choices.same_from or 0.0)

    return Service(train, decide, repeated)


def learn(
    comments: pd.DataFrame, choices: AnyChoices, columns: Columns, urgent_answer: str = ""
) -> Learned:
    """Learn from a table. With `urgent_answer`, urgency is the score of this answer."""
    tested = _tested(comments, choices.tested_on or "")
    # A rare answer is learned, even where chance would put all of its rows into the tested part.
    answers = comments[columns.answer]
    tested = tested & answers.isin(answers[~tested]).to_numpy()
    known = comments[~tested]
    kinds = choices.features or "words and letters"
    features, matrix, model = fitted(known, columns, kinds)
    weights, intercepts = model.coef_, model.intercept_
    if len(model.classes_) == 2:
        weights = np.vstack([-weights, weights])
        intercepts = np.concatenate([-intercepts, intercepts])
    learned = Learned(
        features, model.classes_, weights, intercepts, None, np.zeros(0), (0.0, 1.0), {}
    )
    _calibrate(learned, comments[tested], columns.answer, choices)
    if urgent_answer:
        learned.urgency_weights = weights[list(model.classes_).index(urgent_answer)]
    else:
        learned.urgency_weights = _urgency_weights(known, matrix, choices.urgency_from or "")
    found = matrix @ learned.urgency_weights
    learned.urgency_range = (float(np.quantile(found, 0.001)), float(np.quantile(found, 0.999)))
    return learned


def fitted(known: pd.DataFrame, columns: Columns, kinds: str) -> tuple[Features, Any, Any]:
    """The features of a table, its matrix, and a linear model of the answers.

    The last two are kept: most choices of a team change neither rows nor features, and fitting is
    nine tenths of the time that learning takes.
    """
    names = [columns.answer, *columns.texts, *columns.numbers, *columns.categories]
    rows = pd.util.hash_pandas_object(known[names], index=False)
    key = (rows.to_numpy().tobytes(), str(columns), kinds)
    if key not in _fits:
        if len(_fits) == MOST_FITS:
            del _fits[next(iter(_fits))]
        _fits[key] = _fit(known, columns, kinds)
    return _fits[key]


def _fit(known: pd.DataFrame, columns: Columns, kinds: str) -> tuple[Features, Any, Any]:
    from sklearn.svm import LinearSVC

    features = Features(columns, kinds)
    matrix = features.fit_transform(known)
    model = LinearSVC(C=0.3, random_state=0).fit(matrix, known[columns.answer].astype(str))
    return features, matrix, model


def _tested(comments: pd.DataFrame, tested_on: str) -> "np.ndarray[Any, Any]":
    """The rows on which the confidence is adjusted, as an array of bools."""
    random = np.random.default_rng(0)
    if tested_on == "held-out templates" and "template" in comments:
        templates = np.sort(comments["template"].astype(str).unique())
        kept = random.random(len(templates)) < TESTED_SHARE
        return comments["template"].astype(str).isin(templates[kept]).to_numpy()
    return random.random(len(comments)) < TESTED_SHARE


def _calibrate(learned: Learned, tested: pd.DataFrame, answer: str, choices: AnyChoices) -> None:
    """Fit how often the first answer is right, by its margin; and the thresholds."""
    from sklearn.linear_model import LogisticRegression

    margins = learned.margins(learned.features.transform(tested))
    given = learned.classes[np.argmax(margins, axis=1)]
    right = given == tested[answer].astype(str).to_numpy()
    if answer == CIVICLY.answer and SECOND in tested:
        right |= given == tested[SECOND].astype(object).fillna("").astype(str).to_numpy()
    learned.calibration = LogisticRegression(C=10.0) if 0 < right.mean() < 1 else None
    if learned.calibration is not None:
        learned.calibration.fit(_two_margins(margins), right)
    confidence = _confidence(learned, margins)
    learned.thresholds = {"": choices.alone_from or 0.0}
    if choices.equal_treatment == "a threshold for each language" and "language" in tested:
        learned.thresholds |= _fair_thresholds(
            confidence, right, tested["language"].astype(str).to_numpy(), choices.alone_from or 0.0
        )


def _two_margins(margins: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """The score of the first answer, and how far it is above the second."""
    highest = -np.partition(-margins, 1, axis=1)[:, :2]
    return np.column_stack([highest[:, 0], highest[:, 0] - highest[:, 1]])


def _confidence(learned: Learned, margins: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    if learned.calibration is None:
        return np.ones(len(margins))
    found: np.ndarray[Any, Any] = learned.calibration.predict_proba(_two_margins(margins))[:, 1]
    return found


def _fair_thresholds(
    confidence: "np.ndarray[Any, Any]",
    right: "np.ndarray[Any, Any]",
    language: "np.ndarray[Any, Any]",
    alone_from: float,
) -> dict[str, float]:
    """The threshold of each language with which as many are right as with one threshold for all."""
    alone = confidence >= alone_from
    aim = right[alone].mean() if alone.any() else 1.0
    found = {}
    for name in sorted(set(language)):
        here = language == name
        order = np.argsort(-confidence[here], kind="stable")
        share = np.cumsum(right[here][order]) / np.arange(1, here.sum() + 1)
        enough = np.flatnonzero(share >= aim)
        if len(enough):
            found[name] = float(confidence[here][order][enough[-1]])
    return found


def _urgency_weights(known: pd.DataFrame, matrix: Any, urgency_from: str) -> Any:
    from sklearn.linear_model import LogisticRegression, Ridge

    if urgency_from == "answer times":
        fast = (known["historical_urgency"].astype(str) == "high").to_numpy()
        model = LogisticRegression(solver="liblinear", C=0.5, max_iter=20, tol=0.01, random_state=0)
        return model.fit(matrix, fast).coef_[0]
    judged = known["severity"].notna().to_numpy()
    urgency = known["severity"][judged].astype(str).map(WEIGHTS).to_numpy(dtype=float)
    return Ridge(alpha=0.5).fit(matrix[np.flatnonzero(judged)], urgency).coef_


def decide_with(
    learned: Learned,
    comments: pd.DataFrame,
    choices: AnyChoices,
    named: Callable[[str], str] | None = None,
) -> pd.DataFrame:
    """What the ready pipeline decides about comments; `named` gives an answer's name to read."""
    table = comments.reset_index(drop=True)
    matrix = learned.features.transform(table)
    margins = learned.margins(matrix)
    first = np.argmax(margins, axis=1)
    confidence = _confidence(learned, margins)
    low, high = learned.urgency_range
    urgency = np.clip((matrix @ learned.urgency_weights - low) / ((high - low) or 1.0), 0, 1)
    language = (
        table["language"].astype(str) if "language" in table else pd.Series([""] * len(table))
    )
    limit = language.map(learned.thresholds).fillna(learned.thresholds[""]).to_numpy(dtype=float)
    signs = _signs(table, learned.features.columns.texts, choices.always_person or [])
    unsure = confidence < limit
    person = unsure | np.array([bool(each) for each in signs])
    decided = pd.DataFrame(
        {
            "department": np.where(person, PERSON, learned.classes[first].astype(object)),
            "confidence": confidence,
            "urgency": urgency,
        }
    )
    decided["reason"] = _reasons(learned, table, first, signs, unsure, named or department_name)
    return decided


def department_name(department: str) -> str:
    """The name of a department in the reader's language."""
    return DEPARTMENTS[department].read() if department in DEPARTMENTS else department


def _signs(table: pd.DataFrame, texts: Sequence[str], words: Sequence[str]) -> list[str]:
    """For each comment, the first word of it (as it is written there) that always hands over."""
    wanted = [each for each in without_accents(words) if each.strip()]
    if not wanted or not texts:
        return [""] * len(table)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, wanted)) + r")\w*")
    found = []
    for text in table[list(texts)].astype(object).fillna("").astype(str).agg(" ".join, axis=1):
        plain = without_accents([text])[0]
        match = pattern.search(plain)
        # Accents are removed one sign for one, so that places agree where the lengths do.
        shown = text if len(plain) == len(text) else plain
        found.append(shown[match.start() : match.end()] if match else "")
    return found


def _reasons(
    learned: Learned,
    table: pd.DataFrame,
    first: "np.ndarray[Any, Any]",
    signs: Sequence[str],
    unsure: "np.ndarray[Any, Any]",
    named: Callable[[str], str],
) -> list[str]:
    """A sentence for staff on each comment."""
    t = Translator(GENERAL)
    names = {each: named(str(each)) for each in learned.classes}
    found = []
    for place, word in enumerate(_strongest_words(learned, table, first)):
        department = names[learned.classes[first[place]]]
        if signs[place]:
            sentence = t("A person decides: “{word}” is one of the signs that hand over.").format(
                word=signs[place]
            )
        elif unsure[place]:
            sentence = t("A person decides: “{word}” points to {department}, not surely enough.")
            sentence = sentence.format(word=word, department=department)
        else:
            sentence = t("“{word}” points to {department}.").format(
                word=word, department=department
            )
        found.append(sentence)
    return found


def _strongest_words(
    learned: Learned, table: pd.DataFrame, first: "np.ndarray[Any, Any]"
) -> list[str]:
    """For each comment the word that adds most to its answer, compared with the other answers."""
    columns = learned.features.columns.texts
    if not columns:
        return _strongest_columns(learned, table, first)
    texts = table[list(columns)].astype(object).fillna("").astype(str).agg(" ".join, axis=1)
    in_texts = [WORD.findall(text) for text in texts]
    vocabulary = sorted({word for words in in_texts for word in words})
    if not vocabulary:
        return ["…"] * len(table)
    added = learned.features.word_weights(without_accents(vocabulary), learned.weights)
    at = {word: place for place, word in enumerate(vocabulary)}
    found = []
    for words, answer in zip(in_texts, first, strict=True):
        if not words:
            found.append("…")
            continue
        rows = added[[at[word] for word in words]]
        others = np.delete(rows, answer, axis=1).max(axis=1)
        found.append(words[int(np.argmax(rows[:, answer] - np.maximum(others, 0)))])
    return found


def _strongest_columns(
    learned: Learned, table: pd.DataFrame, first: "np.ndarray[Any, Any]"
) -> list[str]:
    """For each row without text the column, with its value, that adds most to its answer."""
    names, matrix = learned.features.names(), learned.features.transform(table).tocsr()
    found = []
    for place, answer in enumerate(first):
        row = matrix[place]
        added = row.data * learned.weights[answer][row.indices]
        name = names[row.indices[int(np.argmax(added))]] if len(added) else names[0]
        found.append(f"{name}: {str(table[name].iloc[place])[:60]}")
    return found
