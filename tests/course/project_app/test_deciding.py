"""What the page gets about a comment: place of the day, language, similar comments."""

import pandas as pd
import pytest

from course.data.datasets import load_dataset
from course.project.app.deciding import COLUMNS, Deciding, detected
from course.project.app.protocol import Comment


class Fake:
    """A service that ranks by the number in a text, and keeps what it was given."""

    def __init__(self, pairs=()):
        self.pairs, self.given = pairs, None

    def decide(self, comments):
        self.given = comments
        number = comments["text"].str.extract(r"(\d+)")[0].astype(float).fillna(0)
        return pd.DataFrame(
            {
                "department": "water",
                "confidence": 0.75,
                "urgency": number / 100,
                "reason": "“tap” points to water.",
            }
        )

    def find_duplicates(self, comments):
        if isinstance(self.pairs, Exception):
            raise self.pairs
        return self.pairs


@pytest.fixture
def earlier():
    texts = ["urgent 90", "urgent 70", "urgent 50", "urgent 10"]
    days = ["2026-06-30"] * 4
    texts += ["The blue tap at the market drips.", "The blue tap at the school drips.", "Bus late."]
    days += ["2026-06-20", "2026-06-21", "2026-06-22"]
    table = pd.DataFrame(
        {
            "comment": [f"SYN{number}" for number in range(len(texts))],
            "date": pd.to_datetime(days),
            "language": pd.Categorical(["en"] * len(texts), ["en", "es", "pt", "fr"]),
            "channel": pd.Categorical(["app"] * len(texts), ["app", "web form"]),
            "district": pd.Categorical(["Garoa"] * len(texts), ["Garoa", "Horta"]),
            "text": texts,
            "routed_to": ["roads"] * 4 + ["water", "water", "transport"],
            "severity": "low",
        }
    )
    return table.sample(frac=1, random_state=1)


def test_the_place_is_that_among_the_comments_of_the_last_day(earlier):
    decided = Deciding(Fake(), earlier, capacity=2)(Comment(text="a leak, 60"))
    assert (decided.place, decided.comments, decided.capacity) == (3, 5, 2)
    assert decided.day == "2026-06-30"


def test_of_equally_urgent_comments_the_typed_one_came_last(earlier):
    assert Deciding(Fake(), earlier, capacity=2)(Comment(text="a leak, 50")).place == 4


def test_the_service_sees_only_what_is_known_of_a_new_comment(earlier):
    fake = Fake()
    Deciding(fake, earlier, 2)(Comment(text="a leak", language="es", district="Horta"))
    assert list(fake.given.columns) == COLUMNS
    assert fake.given.dtypes["district"] == earlier.dtypes["district"]
    last = fake.given.iloc[-1]
    assert (last["language"], last["district"]) == ("es", "Horta")


def test_a_district_may_be_missing_or_unknown(earlier):
    fake = Fake()
    for district in ("", "Atlantis"):
        Deciding(fake, earlier, 2)(Comment(text="a leak", district=district))
        assert pd.isna(fake.given.iloc[-1]["district"])


def test_similar_comments_are_those_the_service_takes_for_the_same_and_then_the_nearest(earlier):
    fake = Fake(pairs=[("NEW", "SYN6"), ("SYN5", "SYN4")])
    decided = Deciding(fake, earlier, 2)(Comment(text="A blue tap drips at the school"))
    assert [(each.comment, each.same) for each in decided.similar] == [
        ("SYN6", True),
        ("SYN5", False),
        ("SYN4", False),
    ]
    assert decided.similar[1].department == "water"
    assert decided.searched == 7


def test_an_error_in_find_duplicates_is_told_and_the_decision_stays(earlier):
    decided = Deciding(Fake(ValueError("no\npairs")), earlier, 2)(Comment(text="a tap"))
    assert decided.note == "ValueError: no pairs"
    assert decided.department == "water"


def test_only_quoted_words_of_the_comment_are_marked(earlier):
    deciding = Deciding(Fake(), earlier, 2)
    assert deciding(Comment(text="My TAP drips")).quoted == ["TAP"]
    assert deciding(Comment(text="My pipe drips")).quoted == []


def test_the_language_is_detected_among_the_four():
    comments = load_dataset("civic-comments").groupby("language", observed=True).head(50)
    right = [detected(row.text) == row.language for row in comments.itertuples()]
    assert sum(right) / len(right) > 0.95
    assert detected("您好") in {"en", "fr", "es", "pt"}
