"""What the page shows about a comment, from the team's service and the comments before it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, Protocol, cast

import pandas as pd

from course.errors import UserError, describe
from course.project.app.protocol import LONGEST_REASON, Comment, Decision, Similar
from course.project.scoring import words_quoted

COLUMNS = ["comment", "date", "language", "channel", "district", "text"]
"""What a service gets of each comment."""

NEW = "NEW"
"""The name of the typed comment."""

DAYS = 90
"""Similar comments are looked for among those of so many days."""

MOST_SIMILAR = 3
LEAST_LIKENESS = 0.2
"""Cosine similarity of words, from 0 to 1, from which on a comment counts as similar."""


class TeamService(Protocol):
    """The part of `course.project.Service` that the page needs."""

    def decide(self, comments: pd.DataFrame) -> pd.DataFrame:
        """Department, confidence, urgency and reason of each comment, in the same order."""

    def find_duplicates(self, comments: pd.DataFrame) -> Iterable[tuple[str, str]]:
        """Pairs of names: a comment, and the earlier one that says the same."""


@dataclass
class Deciding:
    """A service with the comments that came before; called with a comment, it decides.

    Parameters
    ----------
    service
        The team's service.
    earlier
        Comments with COLUMNS and `routed_to`, the department they were sent to.
    capacity
        How many comments a day the team reads.
    """

    service: TeamService
    earlier: pd.DataFrame
    capacity: int

    def __post_init__(self) -> None:
        self._day = self.earlier["date"].max()
        self._today = self.earlier[self.earlier["date"] == self._day]
        since = self._day - pd.Timedelta(days=DAYS)
        self._recent = self.earlier[self.earlier["date"] > since].reset_index(drop=True)
        self._likeness: Any = None

    def __call__(self, comment: Comment) -> Decision:
        """Decide. Raises what the service raises."""
        language = comment.language or detected(comment.text)
        typed = self._row(comment, language)
        of_day = _joined(self._today, typed)
        given = self.service.decide(of_day).reset_index(drop=True)
        mine = given.iloc[-1]
        urgency = given["urgency"].astype(float)
        # Of equally urgent comments the one that came first is read first: the typed one is last.
        place = int((urgency.iloc[:-1] >= urgency.iloc[-1]).sum()) + 1
        similar, note = self._similar(typed)
        return Decision(
            language=cast('Literal["en", "fr", "es", "pt"]', language),
            detected=not comment.language,
            department=str(mine["department"]),
            confidence=float(mine["confidence"]),
            urgency=float(mine["urgency"]),
            reason=str(mine["reason"])[:LONGEST_REASON],
            quoted=words_quoted(str(mine["reason"]), comment.text)[:50],
            day=self._day.date().isoformat(),
            place=place,
            comments=len(of_day),
            capacity=self.capacity,
            similar=similar,
            searched=len(self._recent),
            note=note,
        )

    def _row(self, comment: Comment, language: str) -> pd.DataFrame:
        return pd.DataFrame(
            {
                "comment": [NEW],
                "date": [self._day],
                "language": [language],
                "channel": ["web form"],
                "district": [comment.district or None],
                "text": [comment.text],
            }
        )

    def _similar(self, typed: pd.DataFrame) -> tuple[list[Similar], str]:
        """Earlier comments: first those that the service takes for the same, then the nearest."""
        note = ""
        same: list[str] = []
        try:
            pairs = self.service.find_duplicates(_joined(self._recent, typed))
            found = (str(earlier) for later, earlier in pairs if str(later) == NEW)
            same = list(dict.fromkeys(found))
        except Exception as error:
            note = str(error) if isinstance(error, UserError) else describe(error)
            note = " ".join(note.split())[:400]
        names = list(self._recent["comment"].astype(str))
        places = [names.index(name) for name in same if name in names]
        places += [place for place in self._nearest(typed) if place not in places]
        return [
            Similar(
                comment=names[place],
                date=row["date"].date().isoformat(),
                language=str(row["language"]),
                text=str(row["text"]),
                department=str(row["routed_to"]),
                same=names[place] in same,
            )
            for place in places[:MOST_SIMILAR]
            for row in [self._recent.iloc[place]]
        ], note

    def _nearest(self, typed: pd.DataFrame) -> list[int]:
        """Places in `_recent`, the most similar first; by the words, weighted by rarity."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        if self._likeness is None:
            words = TfidfVectorizer(sublinear_tf=True, strip_accents="unicode")
            self._likeness = words, words.fit_transform(self._recent["text"])
        words, known = self._likeness
        likeness = (known @ words.transform(typed["text"]).T).toarray().ravel()
        order = likeness.argsort(kind="stable")[::-1][:MOST_SIMILAR]
        return [int(place) for place in order if likeness[place] >= LEAST_LIKENESS]


def _joined(comments: pd.DataFrame, typed: pd.DataFrame) -> pd.DataFrame:
    """Comments and the typed one as the last, with the columns and types of the comments."""
    plain = comments[COLUMNS].astype({name: object for name in ("language", "channel", "district")})
    joined = pd.concat([plain, typed[COLUMNS]], ignore_index=True)
    for name in COLUMNS:
        if isinstance(comments[name].dtype, pd.CategoricalDtype):
            known = joined[name].isin(comments[name].cat.categories)
            joined[name] = joined[name].where(known).astype(comments[name].dtype)
    return joined


def detected(text: str) -> str:
    """The language of a text, one of the course's four."""
    return str(_identifier().classify(text)[0])


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(["en", "fr", "es", "pt"])
    return identifier
