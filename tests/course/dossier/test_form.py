"""The form, without a browser: what is filled in is what the file holds, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Literal

import ipywidgets as widgets
import pytest
import yaml

from course.dossier import (
    ArtefactError,
    Classification,
    FairnessStatement,
    ImpactAssessment,
    Measure,
    ModelCard,
)
from course.dossier import form as form_module
from course.dossier.artefacts.measures import Candidate
from course.dossier.fields.faults import t
from course.dossier.fields.kinds import FormQuestion
from course.dossier.fields.labels import label
from course.dossier.fields.parts import Share, required
from course.dossier.fields.reading import read_yaml
from course.dossier.fields.schema import COMMENT
from course.dossier.form import edit, how_to, template
from course.dossier.form import saved as saved_text
from course.dossier.form.artefact_form import ArtefactForm
from course.dossier.form.widgets import EntriesEditor
from tests.course.dossier.every_kind import OFFICE, Desk, Office
from tests.course.dossier.examples import CARD, STATEMENT, changed, civicly

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = [(ModelCard, CARD), (FairnessStatement, STATEMENT), (Office, OFFICE)]


@pytest.fixture
def form(tmp_path):
    """A form for a file with a text, or for a file that does not exist yet."""

    def opened(artefact_class, text: str | None = None, measured=None, lang="en") -> ArtefactForm:
        path = tmp_path / "artefact.yml"
        if text is not None:
            path.write_text(text, encoding="utf-8")
        return ArtefactForm(artefact_class, path, measured, lang)

    return opened


def control(form: ArtefactForm, path: str):
    """The control of a field, which a browser shows."""
    found = form.editor_at(path)
    assert found is not None and found.place.path == path, path
    return found.widget


def saved(form: ArtefactForm) -> str:
    """The file without the line for editors."""
    text = form.file.path.read_text(encoding="utf-8")
    first, _, rest = text.partition("\n")
    return rest if first.startswith(COMMENT) else text


def entries(form: ArtefactForm, path: str) -> EntriesEditor:
    found = form.editor_at(path)
    assert isinstance(found, EntriesEditor)
    return found


def head(form: ArtefactForm) -> list[str]:
    """The sentences at the head that lead to a field."""
    return [each.description for each in form.fault_buttons()]


@pytest.mark.parametrize(("artefact_class", "text"), EXAMPLES)
def test_a_file_that_is_opened_and_saved_holds_the_same_artefact(form, artefact_class, text):
    opened = form(artefact_class, text)
    assert opened.faults() == []
    opened.save()
    artefact = artefact_class.from_yaml(text)
    assert artefact_class.read(opened.file.path) == artefact
    assert opened.text() == artefact.to_yaml()


def test_an_empty_form_that_is_filled_in_saves_what_to_yaml_writes(form):
    opened = form(Office)
    control(opened, "name").value = "Housing office"
    control(opened, "aims").value = "Advice\nClaims: the first reading\n"
    control(opened, "opened_on").value = Office.from_yaml(OFFICE).opened_on
    control(opened, "is_public").value = "yes"
    control(opened, "channel").value = "counter"
    control(opened, "share").value = "0.75"
    control(opened, "budget").value = "1250000.5"
    control(opened, "main_desk.name").value = "Entrance"
    control(opened, "main_desk.people").value = "120"
    control(opened, "main_desk.hours").value = "Monday 8 to 12"
    for number, (name, people, hours) in enumerate(
        [("Claims", "40", "Tuesday\nFriday"), ("Appeals", "3", "Friday")], 1
    ):
        entries(opened, "desks").add()
        control(opened, f"desks.{number}.name").value = name
        control(opened, f"desks.{number}.people").value = people
        control(opened, f"desks.{number}.hours").value = hours
    entries(opened, "desks_by_city").add()
    entries(opened, "desks_by_city").rows[0].key.value = "Aberport"
    control(opened, "desks_by_city.Aberport.name").value = "Harbour"
    control(opened, "desks_by_city.Aberport.people").value = "9"
    control(opened, "desks_by_city.Aberport.hours").value = "Monday"
    for number, (city, seats) in enumerate([("Aberport", "12"), ("Newmouth", "none yet in use")]):
        entries(opened, "seats_by_city").add()
        entries(opened, "seats_by_city").rows[number].key.value = city
        control(opened, f"seats_by_city.{city}").value = seats
    opened.save()
    assert opened.faults() == []
    assert saved(opened) == Office.from_yaml(OFFICE).to_yaml()


def test_every_field_has_its_title_and_its_explanation_in_its_label(form):
    opened = form(ModelCard, CARD)
    for name, field in ModelCard.model_fields.items():
        widget = control(opened, name)
        label = getattr(widget, "description", "") or widget.children[0].value
        assert field.title in label
        assert field.description in label.replace("<code>", "`").replace("</code>", "`")
    assert "Data · Name" in control(opened, "data.name").description
    assert "Measures 2 · Metric" in control(opened, "measures.2.metric").description


def test_a_new_form_shows_no_fault_until_it_is_checked_and_then_all_at_once(form):
    opened = form(ModelCard)
    assert head(opened) == []
    opened.show_left()
    assert len(head(opened)) == len(ModelCard.model_fields)
    assert opened.buttons["left"].description == "Still to do: 16"
    for name in ModelCard.model_fields:
        widget = control(opened, name)
        label = getattr(widget, "description", "") or widget.children[0].value
        assert "is still blank" in label


def test_faults_of_all_depths_are_at_their_fields_and_go_away_when_mended(form):
    text = changed(CARD, ("owner: Housing", "owner: TODO #"), ("threshold: 0.5", "threshold: 50"),
                   ("review_on: 2026-09-01", "review_on: 2026-01-01"))  # fmt: skip
    opened = form(ModelCard, text)
    assert len(head(opened)) == 3
    assert "cannot be" in control(opened, "threshold").description
    assert "still says" in control(opened, "owner").description
    assert "after the day" in control(opened, "review_on").description
    control(opened, "threshold").value = "0.5"
    assert len(head(opened)) == 2
    assert "cannot be" not in control(opened, "threshold").description
    assert "Not saved yet" in opened.status.value


def test_the_button_of_a_fault_focuses_its_field(form, monkeypatch):
    opened = form(Office, changed(OFFICE, ("people: 120", "people: many")))
    focused: list = []
    monkeypatch.setattr(widgets.DOMWidget, "focus", lambda each: focused.append(each))
    (button,) = opened.fault_buttons()
    button.click()
    assert focused == [control(opened, "main_desk.people")]


def test_an_entry_is_added_and_removed_and_the_others_stay(form):
    opened = form(Office, OFFICE)
    entries(opened, "desks").add()
    assert [each.where for each in opened.faults()] == [
        "desks.3.name", "desks.3.people", "desks.3.hours",
    ]  # fmt: skip
    assert Office.from_yaml(opened.text()).desks[2] == Desk()
    entries(opened, "desks").remove(1)
    assert control(opened, "desks.1.name").value == "Appeals"
    entries(opened, "desks").remove(2)
    opened.save()
    assert Office.read(opened.file.path).desks == Office.from_yaml(OFFICE).desks[1:]


def test_an_entry_without_a_name_is_a_fault_whose_button_goes_to_the_name(form, monkeypatch):
    opened = form(Office, OFFICE)
    name = entries(opened, "seats_by_city").rows[0].key
    name.value = " "
    (button,) = opened.fault_buttons()
    assert "“seats_by_city” is still blank. Write a name for each entry." in button.description
    focused: list = []
    monkeypatch.setattr(widgets.DOMWidget, "focus", lambda each: focused.append(each))
    button.click()
    assert focused == [entries(opened, "seats_by_city").rows[0].key]


def test_two_entries_of_one_name_are_both_kept(form):
    opened = form(Office, OFFICE)
    entries(opened, "seats_by_city").rows[1].key.value = "Aberport"
    opened.save()
    assert Office.read(opened.file.path).seats_by_city == {
        "Aberport": "12",
        "Aberport (2)": "none yet in use",
    }


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("opened_on: 1998-05-04", "opened_on: May 1998", "opened_on"),
        ("is_public: true", "is_public: perhaps", "is_public"),
        ("channel: counter", "channel: pigeon", "channel"),
        ("share: 0.75", "share: '0,75'", "share"),
        ("name: Housing office", "name: [a, b]", "name"),
        ("name: Housing office", "name: {a: b}", "name"),
        ("name: Housing office", "nam: Housing office", "nam"),
        ("  name: Entrance", "  nam: Entrance", "main_desk.nam"),
        ("aims:\n- Advice\n- 'Claims: the first reading'", "aims: Advice", "aims"),
    ],
)
def test_what_no_field_can_take_is_shown_and_saved_as_it_was_written(form, old, new, place):
    text = changed(OFFICE, (old, new))
    opened = form(Office, text)
    assert place in [each.where for each in opened.faults()]
    opened.save()
    assert _filled(yaml.load(saved(opened), yaml.BaseLoader)) == _filled(read_yaml(text)[0])


def _filled(value):
    """Plain fields without the blank ones, which a form adds."""
    if isinstance(value, dict):
        return {key: _filled(each) for key, each in value.items() if each != ""}
    return [_filled(each) for each in value] if isinstance(value, list) else value


def test_words_for_yes_and_no_of_any_language_are_taken(form):
    for word, shown in (("sim", "yes"), ("Non", "no"), ("", "")):
        opened = form(Office, changed(OFFICE, ("is_public: true", f"is_public: {word}")))
        assert (control(opened, "is_public").value or "") == shown


# Kinds of fields that few artefacts have


class Rare(Office):
    """An office with kinds of fields that few artefacts have."""

    channels: list[Literal["counter", "post"]] | None = required(t("Channels"), t("all of them."))
    seats: dict[str, dict[str, int]] | None = required(t("Seats"), t("by city and floor."))
    shares: list[Share] | None = required(t("Shares"), t("one on each line."))
    notes: list[list[str]] | None = required(t("Notes"), t("lists of notes."))


RARE = (
    OFFICE
    + """\
channels:
- post
- counter
seats:
  Aberport:
    ground: 3
shares:
- 0.5
- 0.25
notes:
- - a
  - b
"""
)


def test_rare_kinds_of_fields_are_saved_as_they_were_read(form):
    opened = form(Rare, RARE)
    assert opened.faults() == []
    opened.save()
    assert Rare.read(opened.file.path) == Rare.from_yaml(RARE)


def test_options_of_a_list_are_boxes_to_tick(form):
    opened = form(Rare, RARE)
    boxes = opened.editor_at("channels").boxes
    assert {name: box.value for name, box in boxes.items()} == {"counter": True, "post": True}
    boxes["counter"].value = False
    assert opened.fields()["channels"] == ["post"]
    boxes["post"].value = False
    assert "“Channels” is still blank" in " ".join(head(opened))
    unknown = form(Rare, changed(RARE, ("- post", "- pigeon")))
    assert "pigeon" in unknown.editor_at("channels").head.value
    assert unknown.fields()["channels"] == ["pigeon", "counter"]


def test_a_value_of_no_known_form_is_written_as_yaml(form):
    opened = form(Office, changed(OFFICE, ("name: Housing office", "name: [a, b]")))
    area = control(opened, "name")
    assert area.value == "- a\n- b"
    area.value = "- a\n- c"
    assert opened.fields()["name"] == ["a", "c"]
    area.value = "'a"
    assert opened.fields()["name"] == "'a"
    area.value = "Housing office"
    assert opened.faults() == []


def test_every_fault_leads_to_a_control_that_takes_the_focus(form, monkeypatch):
    focused: list = []
    monkeypatch.setattr(widgets.DOMWidget, "focus", lambda each: focused.append(each))
    for opened in (form(Rare, "seats:\n  Aberport: 3\n"), form(Survey, "name: A\n")):
        buttons = opened.fault_buttons()
        assert len(buttons) == len(opened.faults())
        for number, button in enumerate(buttons, 1):
            button.click()
            assert len(focused) == number
        focused.clear()


def test_where_the_other_version_cannot_be_kept_the_form_says_so(form, monkeypatch):
    opened = form(Office, OFFICE)
    opened.file.path.write_text("name: A\n", encoding="utf-8")
    opened.save()
    monkeypatch.setattr("course.dossier.artefact.write_atomic", _full_disk)
    opened.take_form()
    assert "No space left" in opened.status.value
    assert opened.file.path.read_text(encoding="utf-8") == "name: A\n"


def _full_disk(path, text):
    raise OSError(28, "No space left on device")


# Questionnaires


class Survey(Office):
    """An office that answers questions, of which one is asked only after another's answer."""

    answers: dict[str, str | list[str]] | None = required(t("Answers"), t("to each question."))

    @classmethod
    def questions(cls, name, fields, lang=None):
        if name != "answers":
            return ()
        first = FormQuestion("counter", "Is there a counter?", [("Yes", "y"), ("No", "n")])
        days = FormQuestion(
            "days", "On which days?", [("Monday", "mo"), ("Friday", "fr")], "all of them.", True
        )
        opened = (fields.get("answers") or {}).get("counter") == "y"
        return (first, days) if opened else (first,)


def test_questions_are_asked_when_the_answers_before_ask_for_them(form):
    opened = form(Survey, OFFICE)
    assert opened.editor_at("answers.days").place.path == "answers"
    assert "Is there a counter?" in control(opened, "answers.counter").description
    control(opened, "answers.counter").value = "y"
    days = opened.editor_at("answers.days")
    assert "On which days?" in days.head.value and "all of them." in days.head.value
    assert [box.description for box in days.boxes.values()] == ["Monday", "Friday"]
    days.boxes["fr"].value = True
    opened.save()
    assert Survey.read(opened.file.path).answers == {"counter": "y", "days": ["fr"]}


def test_an_answer_that_is_no_longer_asked_stays_until_it_is_emptied(form):
    opened = form(Survey, OFFICE + "answers:\n  counter: n\n  days: mo, fr\n")
    assert control(opened, "answers.days").value == "mo, fr"
    control(opened, "answers.days").value = ""
    opened.save()
    assert Survey.read(opened.file.path).answers == {"counter": "n"}


@pytest.mark.parametrize("days", ["mo, fr", "[fr, mo]", "[fr, {a: b}]"])
def test_answers_are_saved_as_they_were_written(form, days):
    text = OFFICE + f"answers:\n  counter: y\n  days: {days}\n"
    opened = form(Survey, text)
    opened.show_left()
    assert opened.fields()["answers"] == read_yaml(text)[0]["answers"]


def test_the_fault_of_an_answer_is_at_its_question(form):
    opened = form(Survey, OFFICE + "answers:\n  counter: TODO\n")
    (button,) = opened.fault_buttons()
    assert "Answers · counter" in button.description
    assert "still says" in control(opened, "answers.counter").description


# The file


def test_a_change_from_outside_is_told_and_either_version_can_be_taken(form):
    for take, kept, now in (
        ("take_file", "Office of the form", "Office of the file"),
        ("take_form", "Office of the file", "Office of the form"),
    ):
        opened = form(Office, OFFICE)
        control(opened, "name").value = "Office of the form"
        outside = changed(OFFICE, ("Housing office", "Office of the file"))
        opened.file.path.write_text(outside, encoding="utf-8")
        opened.save()
        assert opened.file.path.read_text(encoding="utf-8") == outside
        assert "was changed outside" in opened.conflict_box.children[0].value
        getattr(opened, take)()
        (aside,) = opened.file.path.parent.glob("*.other-*")
        assert Office.read(aside).name == kept
        assert Office.read(opened.file.path).name == now
        assert control(opened, "name").value == now
        assert aside.name in opened.status.value
        assert opened.conflict_box.children == ()
        aside.unlink()


def test_a_second_version_never_replaces_another(form):
    opened = form(Office, OFFICE)
    names = [opened.file.keep("name: A\n").name for _ in range(2)]
    assert names == ["artefact.yml.other-1", "artefact.yml.other-2"]


def test_the_file_taken_from_outside_must_be_readable(form):
    opened = form(Office, OFFICE)
    opened.file.path.write_text("name: 'A\n", encoding="utf-8")
    opened.save()
    opened.take_file()
    assert "Line" in opened.status.value
    assert opened.file.path.read_text(encoding="utf-8") == "name: 'A\n"


def test_comments_above_the_fields_stay_and_others_are_warned_of(form):
    opened = form(ModelCard, f"# Ours.\n{changed(CARD, ('# The card', '# Of a card'))}")
    assert "comments between its fields" not in opened.widget.children[0].value
    opened.save()
    lines = opened.file.path.read_text(encoding="utf-8").splitlines()
    assert lines[:3] == [
        COMMENT + "schema/model-card.json",
        "# Ours.",
        "# Of a card of an invented model.",
    ]
    opened.save()
    text = opened.file.path.read_text(encoding="utf-8")
    assert text.count(COMMENT) == 1
    warned = form(ModelCard, changed(CARD, ("owner:", "# The head of claims.\nowner:")))
    assert "comments between its fields" in warned.widget.children[0].value


def test_saving_puts_the_schema_beside_the_file_and_leaves_nothing_else(form):
    opened = form(ModelCard, CARD)
    opened.save()
    folder = opened.file.path.parent
    assert sorted(os.listdir(folder)) == ["artefact.yml", "schema"]
    assert os.listdir(folder / "schema") == ["model-card.json"]


def test_where_nothing_can_be_written_the_form_says_so(tmp_path):
    opened = ArtefactForm(ModelCard, tmp_path / "no folder" / "card.yml", lang="en")
    opened.save()
    assert "Look at the name and the folder" in opened.status.value
    (tmp_path / "schema").write_text("")
    opened = ArtefactForm(ModelCard, tmp_path / "card.yml", lang="en")
    opened.save()
    assert (tmp_path / "card.yml").is_file()


def test_a_file_that_is_no_yaml_is_not_opened_and_not_changed(form, tmp_path):
    with pytest.raises(ArtefactError) as refused:
        form(ModelCard, "name: 'A\n")
    assert refused.value.faults[0].code == "yaml-quote"
    assert (tmp_path / "artefact.yml").read_text() == "name: 'A\n"
    (tmp_path / "folder.yml").mkdir()
    with pytest.raises(ArtefactError):
        ArtefactForm(ModelCard, tmp_path / "folder.yml")


# Measured numbers


def measured_card() -> list[Measure]:
    return [
        *ModelCard.from_yaml(CARD).measures,
        Measure(metric="recall", group="all", data="test", value=0.5, low=0.4, high=0.6, count=90),
    ]


def test_one_button_fills_the_measured_numbers_in_and_marks_them(form):
    text = changed(CARD, ("value: 0.78", "value: 0.99"))
    opened = form(ModelCard, text, measured_card())
    assert "measured in this notebook" not in control(opened, "measures.1").children[0].value
    assert "measured in this notebook" in control(opened, "measures.2").children[0].value
    opened.buttons["fill"].click()
    assert control(opened, "measures.1.value").value == "0.78"
    assert control(opened, "measures.7.metric").value == "recall"
    for number in range(1, 8):
        assert (
            "measured in this notebook" in control(opened, f"measures.{number}").children[0].value
        )
    control(opened, "measures.1.value").value = "0.8"
    assert "measured in this notebook" not in control(opened, "measures.1").children[0].value
    opened.save()
    assert ModelCard.read(opened.file.path).measures[6] == measured_card()[6]


def test_candidates_get_their_measures_by_their_names(form):
    statement = FairnessStatement.from_yaml(STATEMENT)
    measured = {each.name: each.measures for each in statement.candidates}
    measured["another"] = measured_card()
    opened = form(FairnessStatement, changed(STATEMENT, ("value: 0", "value: 0.9")), measured)
    opened.fill()
    opened.save()
    held = {each.name: each for each in FairnessStatement.read(opened.file.path).candidates}
    assert {name: each.measures for name, each in held.items()} == measured
    assert held["another"].change is None
    assert "measured in this" in control(opened, "candidates.1.measures.1").children[0].value


def test_a_field_of_the_artefact_can_be_measured_too(form):
    opened = form(Office, changed(OFFICE, ("share: 0.75", "share: ")), {"share": 0.25, "x": 1})
    opened.fill()
    assert control(opened, "share").value == "0.25"
    assert "measured in this notebook" in control(opened, "share").description


def test_without_measured_numbers_there_is_no_button_for_them(form):
    opened = form(ModelCard, CARD)
    assert opened.buttons["fill"] not in opened.widget.children
    assert opened.buttons["save"] in opened.bar.children


class Measuring(Office):
    """An office with measures of its own and with candidates."""

    measures: list[Measure] | None = required(t("Measures"), t("what was measured."))
    candidates: list[Candidate] | None = required(t("Candidates"), t("what was tried."))


def test_each_list_is_filled_only_from_measures_that_are_meant_for_it(form):
    text = OFFICE + "measures:\n- metric: recall\ncandidates:\n- name: A\n"
    opened = form(Measuring, text, {"share": 0.25})
    opened.fill()
    assert opened.fields()["measures"] == form(Measuring, text).fields()["measures"]
    assert Measuring.from_yaml(opened.text()).candidates == [Candidate(name="A")]
    opened = form(Measuring, text, measured_card())
    opened.fill()
    held = Measuring.from_yaml(opened.text())
    assert held.measures[1:] == measured_card()
    assert held.candidates == [Candidate(name="A")]


def test_filling_in_keeps_a_list_that_cannot_be_read(form):
    opened = form(
        ModelCard, changed(CARD, ("measures:\n", "measures: high\nnotes:\n")), measured_card()
    )
    opened.fill()
    assert opened.fields()["measures"] == "high"


# Without a front end


def test_without_a_live_kernel_it_says_how_to_write_the_file(tmp_path, capsys):
    edit(ModelCard, tmp_path / "card.yml")
    said = capsys.readouterr().out
    assert str(tmp_path / "card.yml") in said
    assert "\nowner:\n" in said
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("artefact_class", [ModelCard, FairnessStatement, Office])
def test_the_text_to_begin_with_is_the_blank_artefact_with_its_explanations(artefact_class):
    text = template(artefact_class, "en")
    fields, _ = read_yaml(text)
    assert list(fields) == list(artefact_class.model_fields)
    found = {each.code for each in artefact_class.faults_in(text)}
    assert {code for code in found if code.startswith(("dossier", "yaml"))} == {"dossier-blank"}
    for field in artefact_class.model_fields.values():
        assert f"# {field.title}: {field.description}" in text
    assert how_to(artefact_class, "card.yml", "en").endswith(text)


def test_without_ipywidgets_it_says_the_same(tmp_path):
    program = (
        "import sys; sys.modules['ipywidgets'] = None\n"
        "from course.dossier import ModelCard\n"
        "from course.dossier.form import edit\n"
        "edit(ModelCard, 'card.yml')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Write the file card.yml" in done.stdout


def test_with_a_front_end_the_form_is_shown_and_its_text_is_for_readers_without(
    tmp_path, monkeypatch
):
    shown = []
    monkeypatch.setattr(form_module, "_has_front_end", lambda: True)
    monkeypatch.setattr("IPython.display.display", lambda data, raw: shown.append((data, raw)))
    edit(ModelCard, tmp_path / "card.yml")
    (data, raw), (keys, _) = shown
    assert raw
    assert "application/javascript" in keys
    assert "application/vnd.jupyter.widget-view+json" in data
    assert data["text/plain"].startswith("The form is not available here.")


def test_what_people_write_is_text_in_every_label(form):
    trap = "<img src=x onerror=alert(1)> now"
    opened = form(Office, changed(OFFICE, ("channel: counter", f"channel: {trap}"),
                                  ("opened_on: 1998-05-04", f"opened_on: {trap}")))  # fmt: skip
    entries(opened, "desks_by_city").rows[0].key.value = trap
    for each in opened.root.inside():
        label = getattr(each.widget, "description", "") or each.widget.children[0].value
        assert "<img" not in label
    assert "&lt;img" in control(opened, "channel").description


def test_a_part_knows_its_model():
    assert Office.from_yaml(OFFICE).main_desk == Desk(
        name="Entrance", people=120, hours=["Monday 8 to 12"]
    )


# What follows from other fields


def test_one_button_fills_in_the_path_and_the_classes_that_follow_from_the_facts(form):
    text = civicly("classification", ("- minimal", ""), ("law_checked_on: 2026-12-02", ""))
    shown = form(Classification, text)
    assert {each.where for each in shown.faults()} == {"classes", "law_checked_on"}
    shown.buttons["derive"].click()
    assert shown.faults() == []
    assert "filled in. Not saved yet" in shown.status.value
    assert Classification.from_yaml(shown.text()).classes == ["minimal"]


def test_the_button_says_what_is_missing_and_changes_nothing(form):
    shown = form(Classification)
    before = shown.text()
    shown.buttons["derive"].click()
    assert "still blank" in shown.status.value
    assert shown.text() == before
    assert shown.fault_buttons()


def test_the_level_of_an_assessment_follows_from_its_answers_once_all_are_there(form):
    text = civicly("impact-assessment", ("level: 2", "level:"))
    shown = form(ImpactAssessment, text)
    shown.buttons["derive"].click()
    assert ImpactAssessment.from_yaml(shown.text()).level == 2
    blank = form(ImpactAssessment, civicly("impact-assessment", ("  effectiveness: ", "  #")))
    blank.buttons["derive"].click()
    assert "Not saved yet" not in blank.status.value


def test_an_artefact_of_which_nothing_follows_has_no_such_button(form):
    shown = form(ModelCard)
    assert shown.buttons["derive"] not in shown.widget.children
    assert ModelCard().replayed() == ModelCard()


@pytest.mark.parametrize(
    ("artefact_class", "name", "shown_as"),
    [
        (Classification, "roles", "Deployer: a public body"),
        (ImpactAssessment, "phase", "Still being designed"),
    ],
)
def test_options_of_a_framework_are_shown_in_its_words(form, artefact_class, name, shown_as):
    widget = control(form(artefact_class), name)
    boxes = [each.description for each in getattr(widget, "children", ())[1:]]
    names = boxes or [each for each, _ in widget.options]
    assert any(each.startswith(shown_as) for each in names)


def test_a_form_without_a_file_begins_with_the_given_fields_and_a_file_has_its_own(tmp_path):
    path = tmp_path / "card.yml"
    given = {"name": "Score for loans", "version": "1.0"}
    opened = ArtefactForm(ModelCard, path, lang="en", given=given)
    assert control(opened, "name").value == "Score for loans"
    assert opened.fields()["owner"] == "" and not opened.shows_faults
    control(opened, "name").value = "Another score"
    opened.save()
    again = ArtefactForm(ModelCard, path, lang="en", given=given)
    assert control(again, "name").value == "Another score"


def test_what_a_form_has_saved_is_handed_to_a_check_and_dots_before(tmp_path):
    path = tmp_path / "card.yml"
    assert saved_text(path) is ...
    opened = ArtefactForm(ModelCard, path, lang="en", given={"name": "Score for loans"})
    opened.save()
    assert saved_text(path) == path.read_text(encoding="utf-8")
    assert "name: Score for loans" in saved_text(path)


def test_a_saved_file_that_cannot_be_read_is_told_by_name(tmp_path):
    (tmp_path / "card.yml").mkdir()
    with pytest.raises(ArtefactError, match=r"card\.yml"):
        saved_text(tmp_path / "card.yml")


def test_where_no_form_can_be_shown_the_text_to_begin_with_holds_the_given_fields():
    given = {"name": "Score for loans", "not_for": ["Other loans"]}
    text = template(ModelCard, "en", given)
    assert text.startswith("name: Score for loans\n")
    fields = yaml.safe_load(text)
    assert fields["not_for"] == ["Other loans"] and fields["owner"] is None
    assert text in how_to(ModelCard, "card.yml", "en", given)


MEASURES = [
    {
        "metric": "accuracy",
        "group": group,
        "data": "test",
        "value": 0.75,
        "low": 0.7,
        "high": 0.8,
        "count": 300,
    }
    for group in ("all", "young")
]
BLANK_ROW = {**MEASURES[0], "group": "old", "value": "", "count": ""}


def shown_rows(found: EntriesEditor) -> list[int]:
    """The numbers of the entries that are not folded."""
    return [n for n, row in enumerate(found.rows, 1) if row.widget in found.widget.children]


@pytest.fixture
def with_measures(tmp_path):
    return ArtefactForm(
        ModelCard, tmp_path / "card.yml", given={"measures": [*MEASURES, BLANK_ROW]}
    )


def test_entries_that_the_form_began_with_are_folded_unless_they_have_a_blank(with_measures):
    found = entries(with_measures, "measures")
    assert shown_rows(found) == [3]
    assert found.unfold_button in found.widget.children
    assert "(2): Measures" in found.unfold_button.description
    assert with_measures.fields()["measures"][0]["group"] == "all"


def test_folded_entries_are_shown_on_request_and_stay_as_they_were(with_measures):
    before = with_measures.fields()
    found = entries(with_measures, "measures")
    found.unfold_button.click()
    assert shown_rows(found) == [1, 2, 3]
    assert found.unfold_button not in found.widget.children
    assert with_measures.fields() == before


def test_a_fault_in_a_folded_entry_unfolds_it(tmp_path):
    wrong = {**MEASURES[0], "value": 7}
    form = ArtefactForm(ModelCard, tmp_path / "card.yml", given={"measures": [wrong, MEASURES[1]]})
    found = entries(form, "measures")
    assert shown_rows(found) == []
    form.show_left()
    assert shown_rows(found) == [1, 2]


def test_entries_of_somebody_s_own_are_never_folded(form):
    assert shown_rows(entries(form(ModelCard, CARD), "measures")) != []


def test_after_an_entry_is_added_the_given_ones_are_still_folded(with_measures):
    found = entries(with_measures, "measures")
    found.add()
    assert shown_rows(found) == [3, 4]


def test_given_numbers_are_shown_as_numbers_and_can_be_changed(tmp_path):
    given = {"data": {"name": "loans", "rows": 1000}, "measures": [{"value": 0.61, "count": ""}]}
    form = ArtefactForm(ModelCard, tmp_path / "card.yml", lang="en", given=given)
    assert control(form, "data.rows").value == "1000"
    assert control(form, "measures.1.value").value == "0.61"
    control(form, "data.rows").value = "1001"
    form.save()
    assert "rows: 1001" in saved(form)


def test_the_form_names_fields_by_their_titles_in_the_language_of_its_reader(form):
    text = changed(CARD, ("review_on: 2026-09-01", "review_on: 2026-02-01"))
    [english] = form(ModelCard, text, lang="en").faults()
    assert english.read("en") == "`Review on`: the review comes after the day of the card."
    french = english.read("fr")
    assert "review_on" not in french and "Review on" not in french


def test_the_field_of_an_entry_is_named_with_the_entry_s_number():
    assert label(ModelCard, "measures.4.low").read("en") == "Measures 4 · Low"
    assert label(FairnessStatement, "stop_if.number").read("en") == "Stopped if · Number"
    assert label(ModelCard, "no.such.field") is None
