"""The scores, against small tables that were computed by hand."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from course.project import scoring
from course.project.scoring import Range, Scores

DAY = "2026-07-01"


def truth(**columns) -> pd.DataFrame:
    length = len(next(iter(columns.values())))
    base = {"comment": [f"C{n}" for n in range(length)], "date": [DAY] * length}
    return pd.DataFrame(base | columns)


def decided(departments, confidence=None, urgency=None) -> pd.DataFrame:
    length = len(departments)
    return pd.DataFrame(
        {
            "department": departments,
            "confidence": confidence or [0.9] * length,
            "urgency": urgency or [0.5] * length,
            "reason": ["…"] * length,
        }
    )


def test_routing_is_the_mean_of_the_f1_of_the_departments():
    # roads: precision 1/2, recall 1, F1 2/3. waste: precision 1, recall 1/2, F1 2/3.
    table = truth(department=["roads", "waste", "waste"])
    assert scoring.routing(table, decided(["roads", "roads", "waste"])) == pytest.approx(2 / 3)


def test_a_second_department_that_could_take_the_comment_is_right():
    table = truth(department=["roads", "waste"], second_department=[None, "parks"])
    assert scoring.routing(table, decided(["roads", "parks"])) == 1.0


def test_a_fifth_can_be_handed_over_and_counts_as_half_right():
    table = truth(department=["roads"] * 5 + ["waste"] * 5)
    given = ["roads"] * 4 + ["person"] + ["waste"] * 4 + ["person"]
    # Of each department 4.5 are right and 0.5 are missed: F1 = 9 / (9 + 0.5).
    assert scoring.routing(table, decided(given)) == pytest.approx(9 / 9.5)


def test_handing_over_what_would_be_right_costs_and_what_would_be_wrong_pays():
    table = truth(department=["roads"] * 5 + ["waste"] * 5)
    wrong = ["roads"] * 4 + ["waste"] + ["waste"] * 5
    before = scoring.routing(table, decided(wrong))
    assert scoring.routing(table, decided([*wrong[:4], "person", *wrong[5:]])) > before
    assert scoring.routing(table, decided(["person", *wrong[1:]])) < before


def test_of_those_handed_over_beyond_a_fifth_the_most_confident_count_as_wrong():
    table = truth(department=["roads"] * 5)
    handed = decided(["person", "person", "roads", "roads", "roads"], [0.8, 0.2, 0.9, 0.9, 0.9])
    assert list(scoring.handed_over(handed)) == [False, True, False, False, False]
    # Three are right, one half, one wrong. F1 = 2 * 3.5 / (2 * 3.5 + 1.5).
    assert scoring.routing(table, handed) == pytest.approx(7 / 8.5)


def test_always_handing_over_has_hardly_any_routing_and_no_calibration():
    table = truth(department=["roads", "waste"] * 10)
    always = decided(["person"] * 20)
    # People get to four, two of each department: F1 = 2 * 1 / (2 * 1 + 9).
    assert scoring.routing(table, always) == pytest.approx(2 / 11)
    assert scoring.hand_over(table, always) == 0.0


def test_the_quarter_that_is_read_is_taken_day_by_day_from_the_most_urgent_ones():
    dates = ["2026-07-01"] * 4 + ["2026-07-02"] * 2
    read = scoring.read_on_the_day(dates, [0.1, 0.9, 0.2, 0.3, 0.0, 0.05], 0.25)
    # A quarter of 4 is 1; a quarter of 2 is rounded up to 1.
    assert list(read) == [False, True, False, False, False, True]


def test_comments_of_equal_urgency_are_read_in_the_order_of_arrival():
    assert list(scoring.read_on_the_day([DAY] * 4, [0.5] * 4, 0.5)) == [True, True, False, False]


def test_urgent_is_the_share_of_critical_comments_that_are_read():
    table = truth(severity=["critical", "low", "critical", "high"])
    given = decided(["roads"] * 4, urgency=[0.9, 0.1, 0.2, 0.8])
    assert scoring.urgent(table, given, share=0.5) == 0.5
    assert math.isnan(scoring.urgent(truth(severity=["low"]), decided(["roads"])))


def test_the_gap_lies_between_the_best_and_the_worst_group_of_at_least_fifty():
    table = truth(
        department=["roads"] * 120,
        language=["en"] * 50 + ["fr"] * 50 + ["es"] * 20,
        literacy=["low"] * 120,
    )
    given = ["roads"] * 45 + ["waste"] * 5 + ["roads"] * 30 + ["waste"] * 20 + ["waste"] * 20
    assert scoring.gap(table, decided(given)) == pytest.approx(0.9 - 0.6)


def test_hand_over_compares_the_confidence_with_saying_the_share_right_each_time():
    # Of the four decided alone three are right: p (1 - p) = 3/16.
    table = truth(department=["roads"] * 5)
    given = ["roads", "roads", "roads", "waste", "person"]
    perfect = decided(given, [1.0, 1.0, 1.0, 0.0, 0.1])
    constant = decided(given, [0.75] * 5)
    sure = decided(given, [1.0] * 5)
    assert scoring.hand_over(table, perfect) == 1.0
    assert scoring.hand_over(table, constant) == pytest.approx(0.0)
    # The mean squared error of always 1 is 1/4.
    assert scoring.hand_over(table, sure) == pytest.approx(1 - (1 / 4) / (3 / 16))


@pytest.mark.parametrize("handed", [0, 11])
def test_who_hands_over_nobody_or_more_than_half_has_no_calibration(handed):
    table = truth(department=["roads"] * 20)
    given = ["person"] * handed + ["roads"] * (19 - handed) + ["waste"]
    assert scoring.hand_over(table, decided(given, [0.9] * 19 + [0.1])) == 0.0


def test_a_danger_reaches_a_person_who_takes_it_over_or_reads_it_on_the_day():
    table = truth(
        life=["yes", "no", "no", "no", "no"] * 2, child=["no", "yes", "no", "no", "no"] * 2
    )
    given = decided(["person"] + ["roads"] * 9, urgency=[0] + [1.0] + [0.5] * 6 + [0.6, 0.7])
    # Read: the 3 most urgent of 10 (a quarter, rounded up), among them the second comment.
    assert scoring.never_alone(table, given) == 2 / 4


def test_handing_over_all_lets_a_danger_reach_a_person_only_as_far_as_people_get_to_it():
    table = truth(life=["no"] * 5 + ["yes"] * 5, child=["no"] * 10)
    always = decided(["person"] * 10)
    # The first 3 are read on the day, none of them in danger; people can take a fifth.
    assert scoring.never_alone(table, always) == pytest.approx(0.2)


def test_duplicates_are_the_f1_of_the_pairs_in_either_order():
    table = truth(duplicate_of=[None, "C0", None, "C2", "C9"], text=list("abcde"))
    found = [("C1", "C0"), ("C0", "C2")]
    # Two true pairs (C9 is not in the table), one found, one wrong: F1 = 2 / (1 + 1 + 2).
    assert scoring.duplicates(table, found) == 2 * 1 / (1 + 1 + 2)
    assert scoring.duplicates(table, [("C0", "C1"), ("C2", "C3")]) == 1.0
    assert scoring.duplicates(table, []) == 0.0


def test_two_that_repeat_a_third_are_neither_right_nor_wrong_as_a_pair():
    table = truth(duplicate_of=[None, "C0", "C0"], text=list("abc"))
    assert scoring.duplicates(table, [("C1", "C0"), ("C2", "C0"), ("C2", "C1")]) == 1.0


def test_repeats_word_for_word_count_neither_as_right_nor_as_wrong():
    texts = ["The lamp is out", "The lamp is out", "The lamp is dark", "Thanks", "Thanks"]
    table = truth(duplicate_of=[None, "C0", "C0", None, None], text=texts)
    # C1 repeats C0 word for word; C2 repeats it in other words; C4 only says the same as C3.
    assert scoring.duplicates(table, [("C1", "C0"), ("C4", "C3")]) == 0.0
    assert scoring.duplicates(table, [("C2", "C0")]) == 1.0
    assert scoring.duplicates(table, [("C2", "C0"), ("C4", "C3"), ("C1", "C0")]) == 1.0


def test_an_even_service_shows_a_gap_by_chance_that_shrinks_with_the_templates():
    def gap_of(templates: int) -> float:
        number = np.arange(4 * 400)
        table = truth(
            department=["roads"] * len(number),
            language=np.where(number % 2, "en", "fr"),
            literacy=np.where(number % 4 < 2, "low", "high"),
            template=number % (4 * templates),
        )
        given = np.where((number // 4) % templates % 2, "roads", "waste")
        mean, error = scoring.even_gap(table, decided(list(given)))
        assert 0 < error < mean
        return mean

    # Half of the templates are right: a group of n templates has a standard error of 0.5 / √n, and
    # the range of four such shares is 2.06 of them (the mean range of four normal draws).
    assert gap_of(100) == pytest.approx(2.06 * 0.5 / 10, rel=0.15)
    assert gap_of(25) == pytest.approx(2.06 * 0.5 / 5, rel=0.15)


def test_an_even_service_has_no_gap_to_show_with_one_group():
    table = truth(department=["roads"] * 60, language=["en"] * 60, literacy=["low"] * 60)
    assert math.isnan(scoring.even_gap(table, decided(["roads"] * 60))[0])


def by_fire(comments: pd.DataFrame) -> pd.DataFrame:
    """Sure of a comment that has the word fire, and unsure of others."""
    has = comments["text"].str.contains("fire", case=False)
    return decided(["roads"] * len(comments), [0.9 if each else 0.6 for each in has])


def test_a_reason_is_right_if_removing_the_quoted_word_lowers_the_confidence():
    comments = truth(text=["A Fire here", "a fire there", "no flame", "fire and water"])
    given = by_fire(comments)
    given["reason"] = ["“fire”", "because of “there”", "“flame”", "no quotation: fire"]
    assert scoring.reasons(by_fire, comments, given) == 1 / 4


def test_a_reason_that_quotes_more_than_three_words_is_wrong():
    comments = truth(text=["a fire in the street"])
    given = by_fire(comments)
    given["reason"] = ["“a fire in the street”"]
    assert scoring.reasons(by_fire, comments, given) == 0.0
    given["reason"] = ["“fire” and “street”"]
    assert scoring.reasons(by_fire, comments, given) == 1.0


def test_the_share_of_points_is_the_share_of_the_way_to_the_good_value():
    assert Range(0.5, 0.9).share(0.6) == pytest.approx(0.25)
    assert Range(0.5, 0.9).share(0.4) == 0.0
    assert Range(0.5, 0.9).share(0.95) == 1.0
    assert Range(0.4, 0.2).share(0.3) == pytest.approx(0.5)
    assert Range(0.5, 0.9).share(math.nan) == 0.0


def test_being_equally_bad_earns_nothing_for_the_gap():
    equal_and_bad = Scores({"routing": 0.2, "gap": 0.0})
    assert equal_and_bad.share("gap") == 0.0
    best = scoring.scale().ranges["routing"].good
    assert Scores({"routing": best, "gap": 0.0}).share("gap") == 1.0


def test_a_score_that_was_not_measured_has_no_points():
    assert Scores({"routing": 0.9}).share("urgent") == 0.0


def test_decide_is_shown_no_truth():
    seen = []

    def decide(comments):
        seen.append(list(comments.columns))
        return decided(["roads"] * len(comments))

    table = truth(
        department=["roads"] * 3, severity=["low"] * 3, literacy=["low"] * 3,
        language=["en"] * 3, channel=["app"] * 3, district=["Garoa"] * 3, text=["one two"] * 3,
        duplicate_of=[None] * 3,
    )  # fmt: skip
    scoring.scores(decide, lambda comments: [], table)
    assert {tuple(each) for each in seen} == {
        ("comment", "date", "language", "channel", "district", "text")
    }


def test_a_column_beside_another_answer_is_no_second_department():
    table = truth(choice=["roads", "waste"], second_choice=["waste", "parks"])
    assert list(scoring.rightly(table, decided(["waste", "waste"]), "choice")) == [False, True]


def test_the_table_of_scores_has_no_heading_without_text():
    shown = Scores({"routing": 0.5})._repr_html_()
    assert "<th>routing</th>" in shown
    assert "<th></th>" not in shown
