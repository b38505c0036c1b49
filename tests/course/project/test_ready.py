"""The ready pipeline learns anew only what a changed choice has changed."""

import numpy as np
import pandas as pd
import pytest
from sklearn.svm import LinearSVC

from course.project import ready
from course.project.features import Columns

COLUMNS = Columns(answer="office", texts=("text",))
TABLE = pd.DataFrame(
    {
        "text": ["water leaks", "no bus today", "water is brown", "bus was late"] * 5,
        "office": ["water", "transport", "water", "transport"] * 5,
    }
)


@pytest.fixture
def fits(monkeypatch) -> list[int]:
    """The number of rows of each model that is fitted."""
    counted: list[int] = []
    fit = LinearSVC.fit

    def counting(self, matrix, answers):
        counted.append(matrix.shape[0])
        return fit(self, matrix, answers)

    monkeypatch.setattr(LinearSVC, "fit", counting)
    monkeypatch.setattr(ready, "_fits", {})
    return counted


def test_the_same_rows_and_features_are_fitted_once(fits):
    _, matrix, model = ready.fitted(TABLE, COLUMNS, "words")
    _, again, same = ready.fitted(TABLE.copy(), COLUMNS, "words")
    assert fits == [20]
    assert (matrix != again).nnz == 0
    assert np.array_equal(model.coef_, same.coef_)


def test_other_rows_answers_or_features_are_fitted_anew(fits):
    swapped = TABLE.assign(office=TABLE["office"].to_list()[::-1])
    for table, kinds in ((TABLE, "words"), (TABLE[:16], "words"), (swapped, "words")):
        ready.fitted(table, COLUMNS, kinds)
    ready.fitted(TABLE, COLUMNS, "letters")
    assert fits == [20, 16, 20, 20]


def test_a_missing_text_is_not_taken_for_the_word_nan(fits):
    for value in (None, "nan"):
        ready.fitted(TABLE.assign(text=[value, *TABLE["text"][1:]]), COLUMNS, "words")
    assert fits == [20, 20]
