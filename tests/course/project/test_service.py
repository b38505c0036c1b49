"""What a service returns is checked, and each wrong form has its own line."""

from __future__ import annotations

import pandas as pd
import pytest

from course.project.service import Service, ServiceError, own_service, service_in

COMMENTS = pd.DataFrame(
    {
        "comment": ["C1", "C2"], "date": pd.to_datetime(["2026-07-01"] * 2),
        "language": ["en", "fr"], "channel": ["app"] * 2, "district": ["Garoa"] * 2,
        "text": ["a hole in the road", "la poubelle"], "department": ["roads", "waste"],
    },
    index=[7, 9],
)  # fmt: skip


def answer(**changed) -> dict:
    return {
        "department": ["roads", "person"], "confidence": [0.9, 0.2], "urgency": [0.1, 0.8],
        "reason": ["“hole”", "“poubelle”"],
    } | changed  # fmt: skip


def service(decide, find=None) -> Service:
    return Service(lambda table: "learned", decide, find, learns_from=lambda: COMMENTS)


def test_decisions_come_back_in_order_with_the_index_of_the_comments():
    found = service(lambda model, comments: pd.DataFrame(answer())).decide(COMMENTS)
    assert list(found.index) == [7, 9]
    assert list(found.columns) == ["department", "confidence", "urgency", "reason"]


def test_decide_sees_what_is_known_on_arrival_and_what_train_returned():
    seen = []
    service(
        lambda model, comments: seen.append((model, list(comments))) or pd.DataFrame(answer())
    ).decide(COMMENTS)
    assert seen == [("learned", ["comment", "date", "language", "channel", "district", "text"])]


def test_a_change_that_decide_makes_to_its_table_changes_no_other():
    def decide(model, comments):
        comments["text"] = "changed"
        return pd.DataFrame(answer())

    service(decide).decide(COMMENTS)
    assert COMMENTS["text"].iloc[0] == "a hole in the road"


WRONG = {
    "no table": (lambda: ["roads"], "returned list"),
    "a column is missing": (
        lambda: pd.DataFrame(answer()).drop(columns="urgency"), "no column “urgency”",
    ),
    "too few rows": (lambda: pd.DataFrame(answer()).head(1), "was given 2 rows and returned 1"),
    "another order": (lambda: pd.DataFrame(answer(), index=[9, 7]), "another order"),
    "no department": (
        lambda: pd.DataFrame(answer(department=["streets", "person"])), "“streets”",
    ),
    "a confidence in per cent": (lambda: pd.DataFrame(answer(confidence=[90.0, 20.0])), "90.0"),
    "a confidence that is missing": (
        lambda: pd.DataFrame(answer(confidence=[None, 0.2])), "`decide` holds nan",
    ),
    "a confidence in words, but not the first": (
        lambda: pd.DataFrame(answer(confidence=[0.9, "high"])), "holds high",
    ),
    "a reason that is missing": (
        lambda: pd.DataFrame(answer(reason=pd.Series([pd.NA, "x"], dtype=object))),
        "A reason of `decide` is “<NA>”",
    ),
    "an urgency in words": (lambda: pd.DataFrame(answer(urgency=["high", "low"])), "holds high"),
    "an empty reason": (lambda: pd.DataFrame(answer(reason=["", "x"])), "A reason of `decide` is"),
    "an endless reason": (lambda: pd.DataFrame(answer(reason=["x" * 401, "x"])), "1 to 400"),
    "an error": (lambda: 1 / 0, "ZeroDivisionError"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_result_of_another_form_is_told_in_one_line(name):
    make, said = WRONG[name]
    with pytest.raises(ServiceError) as raised:
        service(lambda model, comments: make()).decide(COMMENTS)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_pairs_are_pairs_of_names_of_the_comments():
    good = service(None, lambda comments: [("C2", "C1")])
    assert good.find_duplicates(COMMENTS) == [("C2", "C1")]
    for wrong in ([("C2", "C9")], [("C2", "C2")], ["C2"], None, 7):
        with pytest.raises(ServiceError, match="pairs"):
            service(None, lambda comments, wrong=wrong: wrong).find_duplicates(COMMENTS)


def test_what_is_no_function_is_refused():
    with pytest.raises(ServiceError, match="`decide` is not a function"):
        own_service(lambda comments: None, "decide")


def test_the_code_of_a_model_that_does_not_run_is_told_in_one_line(tmp_path):
    with pytest.raises(ServiceError, match="NameError"):
        service_in(tmp_path / "model.py", "x = nothing")
    with pytest.raises(ServiceError, match="`train` is not a function"):
        service_in(tmp_path / "model.py", "x = 1")


def test_a_pickle_is_no_model(tmp_path):
    with pytest.raises(ServiceError):
        service_in(tmp_path / "model.py", b"\x80\x04N.".decode("latin-1"))


def test_a_column_that_the_service_was_not_given_is_not_blamed_on_its_result():
    given = COMMENTS.drop(columns="language")
    made = service(lambda model, comments: pd.DataFrame(answer()), lambda comments: [])
    for ask in (made.decide, made.find_duplicates):
        with pytest.raises(ServiceError, match="was given has no column “language”"):
            ask(given)


@pytest.mark.parametrize("error", [KeyError("place"), ValueError("too few")])
def test_an_error_in_a_generator_of_pairs_is_told_as_such(error):
    def find(comments):
        yield "C2", "C1"
        raise error

    with pytest.raises(ServiceError, match=f"stopped with an error: {type(error).__name__}"):
        service(None, find).find_duplicates(COMMENTS)


def test_a_generator_of_pairs_is_read():
    pairs = service(None, lambda comments: iter([("C2", "C1")])).find_duplicates(COMMENTS)
    assert pairs == [("C2", "C1")]


def test_own_data_have_no_names_of_cases_and_so_no_pairs():
    cases = pd.DataFrame({"amount": [1, 1]})
    find = service(None, lambda comments: [(0, 1)])._find
    made = Service(lambda table: None, None, find, columns=["amount"])
    assert made.find_duplicates(cases) == []
