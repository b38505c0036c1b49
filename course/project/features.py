"""Tables and texts as features of a linear model, and what each word or value contributes.

One transformer for both kinds of projects: the comments of Civicly have one column of text; own
data have columns of text, numbers and categories.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

from course.project.repeated import without_accents

WORD = re.compile(r"\w+")
MOST_WORDS = 40_000
MOST_LETTERS = 40_000
"""Features that are kept, the most frequent ones: more take memory and gain nothing."""


@dataclass(frozen=True)
class Columns:
    """What a model may use of a table, and what it learns to predict."""

    answer: str
    texts: Sequence[str] = ()
    numbers: Sequence[str] = ()
    categories: Sequence[str] = ()


class Features:
    """The features of a table: fitted on one, then computed for others."""

    def __init__(self, columns: Columns, kinds: str = "words and letters"):
        """`kinds` is "words", "letters" or "words and letters": what is counted in texts."""
        self.columns, self.kinds = columns, kinds
        self.blocks: list[Any] = []

    def fit_transform(self, table: pd.DataFrame) -> Any:
        """Fit, and return the sparse features of shape (rows, features)."""
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.impute import SimpleImputer
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import OneHotEncoder, StandardScaler

        found = []
        # In a small table, learn from each word that occurs twice.
        fewest = 3 if len(table) > 2000 else 2
        if self.columns.texts:
            texts = self._texts(table)
            common: dict[str, Any] = {"sublinear_tf": True, "dtype": np.float32, "min_df": fewest}
            if "words" in self.kinds:
                self.words = TfidfVectorizer(
                    ngram_range=(1, 2), token_pattern=r"\w\w+", max_features=MOST_WORDS, **common
                )
                found.append(self.words.fit_transform(texts))
            if "letters" in self.kinds:
                self.letters = TfidfVectorizer(
                    analyzer="char_wb", ngram_range=(3, 4), max_features=MOST_LETTERS, **common
                )
                found.append(self.letters.fit_transform(texts))
        if self.columns.numbers:
            self.scaler = make_pipeline(
                SimpleImputer(strategy="median", keep_empty_features=True), StandardScaler()
            )
            numbers = self.scaler.fit_transform(_numbers(table, self.columns.numbers))
            found.append(sparse.csr_matrix(numbers))
        if self.columns.categories:
            self.encoder = OneHotEncoder(handle_unknown="ignore", min_frequency=5)
            found.append(self.encoder.fit_transform(_categories(table, self.columns.categories)))
        return sparse.hstack(found, format="csr")

    def transform(self, table: pd.DataFrame) -> Any:
        """The sparse features of a table, of shape (rows, features)."""
        found = []
        if self.columns.texts:
            texts = self._texts(table)
            found += [each.transform(texts) for each in self._vectorizers()]
        if self.columns.numbers:
            numbers = self.scaler.transform(_numbers(table, self.columns.numbers))
            found.append(sparse.csr_matrix(numbers))
        if self.columns.categories:
            found.append(self.encoder.transform(_categories(table, self.columns.categories)))
        return sparse.hstack(found, format="csr")

    def _vectorizers(self) -> list[Any]:
        return [getattr(self, name) for name in ("words", "letters") if name in self.kinds]

    def _texts(self, table: pd.DataFrame) -> list[str]:
        joined = table[list(self.columns.texts)].astype(object).fillna("").astype(str)
        return without_accents(
            joined.agg(" ".join, axis=1) if joined.shape[1] > 1 else joined.iloc[:, 0]
        )

    def names(self) -> list[str]:
        """The column of each feature of a table without texts."""
        found = list(self.columns.numbers)
        if self.columns.categories:
            held, rare = self.encoder.categories_, self.encoder.infrequent_categories_
            for name, values, together in zip(self.columns.categories, held, rare, strict=True):
                # The rare values of a column have one feature together.
                count = len(values) if together is None else len(values) - len(together) + 1
                found += [name] * count
        return found

    def word_weights(self, words: Sequence[str], weights: Any) -> Any:
        """What each word by itself adds to the score of each answer: shape (words, answers).

        `weights` are those of a linear model, of shape (answers, features). A word adds the
        weights of its own feature and of the strings of letters in it, times their IDF.
        """
        total = np.zeros((len(words), weights.shape[0]))
        first = 0
        for each in self._vectorizers():
            width = len(each.vocabulary_)
            total += _counts_times_idf(each, words) @ weights[:, first : first + width].T
            first += width
        return total


def _counts_times_idf(vectorizer: Any, words: Sequence[str]) -> Any:
    """Not divided by the length of the vector, as TfidfVectorizer would do for a whole text."""
    from sklearn.feature_extraction import text as vectorizers

    return (
        vectorizers.CountVectorizer.transform(vectorizer, words).multiply(vectorizer.idf_).tocsr()
    )


def _numbers(table: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    return pd.DataFrame(table[list(names)].apply(pd.to_numeric, errors="coerce"), dtype=float)


def _categories(table: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    held = table[list(names)].astype(object)
    return pd.DataFrame(held.where(held.notna(), "").astype(str), dtype=object)
