"""The reading queue: what is saved in nbgrader's gradebook, in which order, and by whom."""

from __future__ import annotations

import re
import threading

import httpx
import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder.grading.course import Course
from classroom.desk.notes import Changed, note, notes_of, save, with_ticks, without_ticks
from classroom.pages.feedback import write_feedback
from tests.classroom.desk.class_of_notes import NAME, Page, decision, hand_in


@pytest.fixture
def reader(course, desk):
    """A browser, after three learners have handed in."""
    hand_in(course, "awa", "fr", "Ma note à **moi**.")
    hand_in(course, "bea", "en", "My note.")
    hand_in(course, "chi", "en", "Another note.")
    (course / "roster.csv").write_text(
        "id,name,email,language,cohort\nawa,,,fr,north\nbea,,,en,south\nchi,,,en,north\n"
    )
    return desk.browser()


def first(reader, query: str = "") -> Page:
    """The first note of the queue."""
    return reader.open(reader.open(f"/read{query}").link("Start to read"))


def test_a_note_is_shown_with_its_rubric_in_both_languages(reader):
    page = first(reader)
    assert page.html.h1.get_text() == "2. A note to the mayor (4 points)"
    note_shown = page.html.select_one(".written")
    assert note_shown["lang"] == "fr" and str(note_shown.strong) == "<strong>moi</strong>"
    boxes = page.html.select("input[name=tick]")
    assert [box["value"] for box in boxes] == ["0", "1", "2", "3"]
    label = page.html.find("label", attrs={"for": "tick-0"}).get_text()
    assert "Advice. It says what to do." in label
    described = page.html.find(id=boxes[0]["aria-describedby"])
    assert described["lang"] == "fr"
    assert described.get_text() == "Conseil. Elle dit ce qu’il faut faire."
    assert "learner's language: Français" in page.text and "Words: 4" in page.text


def test_points_and_comment_are_saved_as_formgrader_saves_them(course, reader):
    page = first(reader)
    after = reader.send(page, "#decide", tick=["0", "3"], comment="Très clair.", go="next")
    assert decision(course, "awa") == (
        2.0, "Très clair.\n\n☑ Conseil\n☐ Nombre\n☐ Limites\n☑ Personnes", False,
    )  # fmt: skip
    assert "Note of bea" in after.text


def test_a_note_without_any_point_has_been_read_too(course, reader):
    reader.send(first(reader), "#decide", tick=[], comment="", go="next")
    points, comment, waits = decision(course, "awa")
    assert (points, waits) == (0.0, False) and comment.count("☐") == 4


def test_the_learner_reads_the_points_of_the_note_in_the_feedback(course, reader):
    reader.send(first(reader), "#decide", tick=["1"], comment="Une source ?", go="next")
    write_feedback(course, NAME, "awa")
    page = (course / "feedback" / "awa" / NAME / f"{NAME}.html").read_text(encoding="utf-8")
    assert "Une source ?" in page and "☑ Nombre" in page and "☐ Conseil" in page


def test_what_was_saved_is_in_the_form_when_it_is_opened_again(reader):
    again = reader.send(first(reader), "#decide", tick=["1"], comment="Un mot.", go="stay")
    assert "Saved." in again.text
    ticked = [box["value"] for box in again.html.select("input[name=tick][checked]")]
    assert ticked == ["1"] and again.html.textarea.get_text().strip() == "Un mot."


def test_points_that_formgrader_gave_are_named_and_its_comment_is_kept(course, reader):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "small") as gradebook:
        found = gradebook.find_submission_notebook(NAME, NAME, "awa")
        grade = next(each for each in found.grades if each.name == "reflection")
        grade.manual_score, grade.needs_manual_grade = 3, False
        comment = next(each for each in found.comments if each.name == "reflection")
        comment.manual_comment = "From formgrader."
        gradebook.db.commit()
    page = first(reader, "?state=read")
    assert "The gradebook has 3 points for this note" in page.text
    assert page.html.textarea.get_text().strip() == "From formgrader."
    reader.send(page, "#decide", tick=["0", "1", "2"], go="stay")
    assert decision(course, "awa")[:2] == (
        3.0, "From formgrader.\n\n☑ Conseil\n☑ Nombre\n☑ Limites\n☐ Personnes",
    )  # fmt: skip


def test_the_queue_ends_when_all_is_read(reader):
    page = first(reader)
    for _ in range(3):
        page = reader.send(page, "#decide", tick=["0"], go="next")
    assert "All of these notes are read." in page.text
    assert [row[2] for row in reader.open("/read?state=read").rows()] == ["Read"] * 3


def test_next_and_previous_are_links(reader):
    page = first(reader)
    assert page.html.find("a", rel="prev") is None
    page = reader.open(page.link("Next"))
    assert "Note of bea" in page.text and "Note 2 of 3" in page.text
    assert "Note of awa" in reader.open(page.link("Previous")).text


def test_the_list_is_filtered_by_language_cohort_and_state(reader):
    for query, names in {
        "": ["awa", "bea", "chi"],
        "?lang=fr": ["awa"],
        "?cohort=north": ["awa", "chi"],
        "?cohort=north&lang=en": ["chi"],
        "?state=read": [],
        "?lang=xx": ["awa", "bea", "chi"],
    }.items():
        assert [row[0] for row in reader.open(f"/read{query}").rows()] == names, query


def test_without_names_no_page_and_no_address_names_a_learner(course, reader):
    hand_in(course, "zoe", "en", "A fourth note.")
    page = reader.open("/read?anonymous=1")
    seen = []
    while page.html.find("a", rel="next") or "Start to read" in page.text:
        page = reader.open(page.link("Start" if "Start to read" in page.text else "Next"))
        seen.append(str(page.response.url))
        for name in ("awa", "bea", "chi", "zoe"):
            assert not re.search(rf"\b{name}\b", page.text + seen[-1])
    # Their order is not that of the names either, but of random ids.
    assert len(seen) == 4 and seen == sorted(seen)


def test_a_comment_that_was_used_before_is_added_with_one_tick(course, reader):
    page = first(reader, "?lang=en")
    page = reader.send(page, "#decide", tick=["0"], comment="Give the source.", go="next")
    offered = [each["value"] for each in page.html.select("input[name=used]")]
    assert offered == ["Give the source."]
    reader.send(page, "#decide", tick=[], comment="Good.", used=offered, go="next")
    assert decision(course, "chi")[1].startswith("Good.\n\nGive the source.\n\n☐ Advice")
    # French learners are not offered an English comment.
    assert not first(reader, "?lang=fr").html.select("input[name=used]")


def test_a_comment_that_is_too_long_is_not_saved_and_stays_in_the_form(course, reader):
    page = reader.send(first(reader), "#decide", tick=["2"], comment="x" * 10_001, go="next")
    assert page.status == 400 and "longer than 10,000 characters" in page.text
    assert len(page.html.textarea.get_text()) >= 10_001
    assert [box["value"] for box in page.html.select("input[name=tick][checked]")] == ["2"]
    assert decision(course, "awa") == (None, None, True)


def without_rubric(course) -> None:
    for path in course.glob(f"release/*/{NAME}/*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        notebook.cells = [c for c in notebook.cells if "nbgrader" in c.metadata]
        nbformat.write(notebook, path)


def test_in_a_course_without_a_rubric_only_possible_points_are_saved(course, reader):
    without_rubric(course)
    page = first(reader)
    for sent in ("5", "-1", "nan", "inf", "four", "", "1e400"):
        page = reader.send(page, "#decide", points=sent, go="next")
        assert page.status == 400 and "a number from 0 to 4" in page.text, sent
    assert decision(course, "awa")[0] is None


def test_in_a_course_without_a_rubric_points_are_a_number(course, reader):
    without_rubric(course)
    reader.send(first(reader), "#decide", points="2,5", comment="Bien.", go="next")
    assert decision(course, "awa") == (2.5, "Bien.", False)


# Two readers


def test_of_two_readers_the_second_is_told_and_nothing_is_overwritten(course, desk, reader):
    other = desk.browser()
    mine, theirs = first(reader), first(other)
    assert "opened this note at" in theirs.text
    reader.send(mine, "#decide", tick=["0"], comment="Mine.", go="next")
    page = other.send(theirs, "#decide", tick=["1", "2"], comment="Theirs.", go="next")
    assert page.status == 409 and "somebody else was quicker" in page.text
    assert "1 of 4" in page.text and "Mine." in page.text
    assert page.html.textarea.get_text().strip() == "Theirs."
    assert [box["value"] for box in page.html.select("input[name=tick][checked]")] == ["1", "2"]
    assert decision(course, "awa")[0] == 1.0
    # Seen, and meant: the second save replaces it.
    other.send(page, "#decide", tick=["1", "2"], go="next")
    assert decision(course, "awa")[0] == 2.0


def test_a_note_that_was_handed_in_again_is_not_given_the_points_of_the_old_one(course, reader):
    page = first(reader)
    path = course / "autograded" / "awa" / NAME / f"{NAME}.ipynb"
    path.write_text(path.read_text().replace("Ma note", "Une autre note"))
    again = reader.send(page, "#decide", tick=["0", "1", "2", "3"], go="next")
    assert again.status == 409 and "Une autre note" in again.text
    assert decision(course, "awa") == (None, None, True)


def test_the_next_note_is_one_that_no_other_reader_has_open(desk, reader):
    other = desk.browser()
    other.open(other.open("/read").link("bea"))
    page = reader.send(first(reader), "#decide", tick=["0"], go="next")
    assert "Note of chi" in page.text


def test_of_many_who_save_at_the_same_moment_exactly_one_succeeds(course):
    hand_in(course, "awa")
    opened = Course.open(course)
    seen = notes_of(opened, NAME)[0]
    start, saved, refused = threading.Barrier(8), [], []

    def one(points: int) -> None:
        start.wait()
        try:
            save(opened, seen, points, f"comment {points}")
            saved.append(points)
        except Changed:
            refused.append(points)

    threads = [threading.Thread(target=one, args=(points % 5,)) for points in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(saved), len(refused)) == (1, 7)
    found = note(opened, seen.id)
    assert (found.score, found.comment) == (saved[0], f"comment {saved[0]}")


def test_a_grading_that_comes_in_between_is_noticed(course):
    hand_in(course, "awa")
    opened = Course.open(course)
    seen = notes_of(opened, NAME)[0]
    with opened.gradebook() as gradebook:
        grade = gradebook.find_grade("reflection", NAME, NAME, "awa")
        grade.auto_score = 0.0
        gradebook.db.commit()
    with pytest.raises(Changed):
        save(opened, seen, 4, "")


# Comments


@pytest.mark.parametrize("text", ["", "One line.", "Two\nlines.\n\nA third.", "☑ like a tick"])
@pytest.mark.parametrize("ticks", [[True, False, True, False], [False] * 4, [True] * 4])
def test_the_ticks_at_the_end_of_a_comment_are_read_back(text, ticks):
    written = with_ticks(text, ["A", "B b", "C", "D"], ticks)
    assert without_ticks(written, 4) == (text, ticks)


def test_a_comment_without_ticks_is_only_text():
    assert without_ticks("Well done.\n☑ A", 4) == ("Well done.\n☑ A", None)
    assert without_ticks("", 4) == ("", None)


def test_an_unknown_note_is_not_found(desk):
    assert desk.browser().open("/read/0123456789abcdef").status == 404
    assert httpx.get(f"{desk.address}/read/../../etc/passwd").status_code == 403
