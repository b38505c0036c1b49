"""The jury's form, and what is made of the files that it saves."""

from __future__ import annotations

import json
import re
from pathlib import Path

import polib
import pytest

from autograder.errors import CourseError
from classroom import cli
from classroom.project.jury_form import FORMAT, read_list, write_form
from classroom.project.jury_results import write_results
from course.language import LANGUAGES, SOURCE
from course.project.jury import CRITERIA, MOST
from tests.classroom.project.conftest import change
from tests.classroom.project.test_gallery import NO, linked_file, titled

ROOT = Path(__file__).parents[3]
CHECKPOINT = "capstone-5-presentation"


@pytest.fixture
def form(a_class):
    """The form for three projects, of which one has no consent to the gallery."""
    a_class.hand_in("ann", titled("The river"))
    a_class.hand_in("ben", titled("A hill"), NO)
    a_class.hand_in("cyd", titled("The lake"))
    write_form(a_class.folder, Path("jury"))
    return {each.title: each.key for each in read_list(Path("jury"))}


def saved(juror: str, *judgements: dict, **other: object) -> Path:
    path = Path(f"{juror or 'nobody'}-{len(list(Path().glob('*.json')))}.json")
    written = {"format": FORMAT, "juror": juror, "judgements": judgements} | other
    path.write_text(json.dumps(written), "utf-8")
    return path


def judgement(key: str, sentence: str = "", **points: object) -> dict:
    return {"project": key, "points": points, "sentence": sentence}


def results(*files: Path):
    """The votes by key, and the lines about what was left out."""
    _, _, found = write_results(files, Path("jury"))
    return found.votes, found.lines


def page(name: str = "results") -> str:
    return Path("jury", f"{name}.html").read_text("utf-8")


# The criteria


def table_of(lang: str) -> list[list[str]]:
    """The table of checkpoint 5 in a language."""
    source = (ROOT / "source" / CHECKPOINT / "assignment.py").read_text("utf-8")
    english = re.search(r"# \| criterion .*?(?=\n[^#])", source, re.S)[0].replace("\n# ", "\n")[2:]
    if lang != SOURCE:
        catalogue = polib.pofile(ROOT / "course" / "locale" / lang / f"{CHECKPOINT}.po")
        english = next(each.msgstr for each in catalogue if each.msgid == english.strip())
    rows = english.strip().split("\n")[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_form_has_the_criteria_that_checkpoint_5_shows_to_the_teams(lang):
    assert [
        [each.title.read(lang), *(level.read(lang) for level in each.levels.values())]
        for each in CRITERIA
    ] == table_of(lang)


def test_there_are_five_criteria_with_0_to_4_points_each():
    assert (len(CRITERIA), MOST) == (5, 4)
    assert all(list(each.levels) == [0, 2, 4] for each in CRITERIA)


# The form


def test_the_form_has_each_project_that_was_handed_in_by_title_and_no_name_of_a_person(
    form, capsys
):
    text = page("jury")
    titles = re.findall(r'<h2 id="project-\d"><bdi lang="en">(.*?)</bdi>', text)
    assert titles == ["A hill", "The lake", "The river"]
    assert text.count("<legend>") == 1 + 3 * 5
    assert not re.search(r"Ferreira|Mensah|\b(ann|ben|cyd)\b", text)
    assert "salt" not in text


def test_a_project_that_cannot_be_read_is_told_and_the_others_are_on_the_form(a_class, capsys):
    linked_file(a_class.hand_in("ann", titled("The river")))
    a_class.hand_in("ben", titled("The hill"))
    assert cli.main(["project", "jury"]) == 1
    said = capsys.readouterr().out
    assert "projects on the form: 1" in said
    assert re.search(r"\n  ann: project/choices\.yml is a link", said)


def test_a_title_is_escaped_on_form_and_results(a_class):
    a_class.hand_in("ann", titled("'<script>alert(1)</script>'"))
    write_form(a_class.folder, Path("jury"))
    results()
    assert "<script>alert" not in page("jury") + page()
    assert "&lt;script&gt;alert" in page("jury") and "&lt;script&gt;alert" in page()


def test_two_projects_with_the_same_title_are_numbered_and_the_instructor_told(a_class, capsys):
    a_class.hand_in("ann", titled("Civicly"))
    change(a_class.hand_in("ben", titled("Civicly")) / "presentation.yml", ("46%", "45%"))
    assert cli.main(["project", "jury"]) == 0
    said = capsys.readouterr().out
    assert "Civicly (1) is the project of ann; tell the jury which is which" in said
    assert "Civicly (2) is the project of ben; tell the jury which is which" in said
    assert re.findall(r"Civicly</bdi> \((\d)\)</h2>", page("jury")) == ["1", "2"]


def test_projects_with_one_title_and_other_services_are_numbered_too(a_class):
    a_class.hand_in("ann", titled("Civicly"))
    other = a_class.hand_in("ben", titled("Civicly"))
    change(other / "presentation.yml", ("system: Civicly", "system: Civicly router"))
    form = write_form(a_class.folder, Path("jury"))
    assert [(each.title, each.number) for each in form.projects] == [("Civicly", 1), ("Civicly", 2)]
    assert len(form.same_title) == 2


def test_the_keys_of_projects_stay_when_the_form_is_made_again_after_a_new_hand_in(a_class, form):
    a_class.hand_in("ann", titled("The great river"))
    write_form(a_class.folder, Path("jury"))
    again = {each.title: each.key for each in read_list(Path("jury"))}
    assert again["The great river"] == form["The river"]
    assert again["The lake"] == form["The lake"]


def test_without_any_hand_in_the_command_says_what_to_call_first(a_class, capsys):
    assert cli.main(["project", "jury"]) == 2
    assert f"call first: ai4gov collect {CHECKPOINT}" in capsys.readouterr().err
    assert not Path("jury").exists()


def test_where_no_project_can_be_read_the_command_says_why_and_writes_no_form(a_class, capsys):
    linked_file(a_class.hand_in("ann"))
    assert cli.main(["project", "jury"]) == 2
    said = capsys.readouterr().err
    assert "none of 1 projects can be read, so no form is written; the first is ann: " in said
    assert not Path("jury").exists()


# The results


def test_results_are_means_of_the_votes_there_are_and_the_number_of_jurors(form, capsys):
    river, lake = form["The river"], form["The lake"]
    files = [
        saved("Ana", judgement(river, "Clear.", need=4, numbers=1), judgement(lake, need=0)),
        saved("Kofi", judgement(river, need=3)),
        saved("Lucía", judgement(river, "Only a sentence.")),
    ]
    assert cli.main(["project", "jury", "--results", *map(str, files)]) == 0
    lines = capsys.readouterr().out.splitlines()
    told = {line.split("  ")[0]: line.split()[2:] for line in lines[1:4]}
    none = ["no", "vote"]
    assert told["The river"] == ["2", "3.5", "1.0", *none * 3]
    assert told["The lake"] == ["1", "0.0", *none * 4]
    assert told["A hill"] == ["0", *none * 5]
    assert "jurors: 3" in lines
    text = page()
    assert '<span class="in" lang="en">3.5</span><span class="in" lang="fr">3,5</span>' in text
    assert text.count('<span class="in" lang="en">no vote</span>') == 3 + 4 + 5
    assert "Only a sentence." in text


def test_sentences_are_escaped_and_have_no_juror_s_name(form):
    results(saved("Zacharias", judgement(form["A hill"], "<script>x</script> & more")))
    assert "&lt;script&gt;x&lt;/script&gt; &amp; more" in page()
    assert "<script>x" not in page() and "Zacharias" not in page()


def test_points_of_a_jury_never_reach_the_gradebook(a_class, form):
    before = (a_class.folder / "gradebook.db").read_bytes()
    results(saved("Ana", judgement(form["The river"], need=4)))
    assert (a_class.folder / "gradebook.db").read_bytes() == before


@pytest.mark.parametrize("points", [-1, 5, 10**30, 2.5, 3.0, True, "4", None, [4], {"a": 4}])
def test_points_that_are_no_whole_number_from_0_to_4_are_left_out_in_a_line(form, points):
    river = form["The river"]
    votes, lines = results(saved("Ana", judgement(river, need=points, price=2)))
    assert votes[river].mean("need") is None
    assert votes[river].mean("price") == 2
    assert len(lines) == 1
    assert "for need are left out: give a whole number from 0 to 4" in lines[0]


def test_a_project_that_is_not_on_the_form_is_left_out_in_a_line(form):
    file = saved("Ana", judgement("x" * 500, need=4), judgement(form["A hill"], need=4))
    votes, lines = results(file)
    assert len(lines) == 1 and len(lines[0]) < 200
    assert f"{file}: judgement 1 is left out: no project on the form is 'xxx" in lines[0]
    assert votes[form["A hill"]].mean("need") == 4


def test_a_project_that_is_twice_in_a_file_counts_once(form):
    hill = form["A hill"]
    votes, lines = results(saved("Ana", judgement(hill, need=4), judgement(hill, need=0)))
    assert votes[hill].points["need"] == [4]
    assert len(lines) == 1 and "is there twice" in lines[0]


def test_a_juror_who_has_judged_already_is_left_out_in_a_line(form):
    hill = form["A hill"]
    first = saved("Ana Ferreira", judgement(hill, need=4))
    second = saved(" ana  FERREIRA ", judgement(hill, need=0))
    votes, lines = results(first, second, first)
    assert votes[hill].points["need"] == [4]
    assert len(lines) == 2
    assert all(f"has judged in {first} already" in line for line in lines)


@pytest.mark.parametrize(
    "again", ["Jo\N{COMBINING ACUTE ACCENT}", "ＪÓ", "jo\u0301\N{ZERO WIDTH SPACE}"]
)
def test_a_juror_is_the_same_however_the_letters_of_the_name_are_stored(form, again):
    hill = form["A hill"]
    first = saved("J\N{LATIN SMALL LETTER O WITH ACUTE}", judgement(hill, need=4))
    votes, lines = results(first, saved(again, judgement(hill, need=0)))
    assert votes[hill].points["need"] == [4]
    assert len(lines) == 1 and f"has judged in {first} already" in lines[0]


def test_a_name_with_letters_of_two_scripts_counts_and_is_named_to_the_instructor(form):
    hill = form["A hill"]
    latin = saved("Jó", judgement(hill, need=4))
    mixed = saved("\N{CYRILLIC CAPITAL LETTER JE}ó", judgement(hill, need=0))
    others = [saved(name) for name in ("Ольга", "Αθηνά", "山田 たろう", "José-María O'Neil 2")]
    votes, lines = results(latin, mixed, *others)
    assert votes[hill].points["need"] == [4, 0]
    assert len(lines) == 1
    assert lines[0].startswith(f"{mixed}: counted") and "Cyrillic and Latin" in lines[0]


def twice(key: str) -> str:
    return f'{{"format": "{FORMAT}", "juror": "a", "juror": "b", "judgements": []}}'


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "was not saved by the jury's form"),
        ("[" * 100_000, "was not saved by the jury's form"),
        ("[1]", "was not saved by the jury's form"),
        ('{"format": "other"}', "was not saved by the jury's form"),
        (twice(""), "was not saved by the jury's form"),
        (f'{{"format": "{FORMAT}", "juror": "a", "judgements": NaN}}', "was not saved by the jury"),
        ("1" * 10_000, "was not saved by the jury's form"),
        (f'{{"format": "{FORMAT}", "judgements": []}}', "it has no name of a juror"),
        (f'{{"format": "{FORMAT}", "juror": "\\u200b ", "judgements": []}}', "no name of a juror"),
        (f'{{"format": "{FORMAT}", "juror": "a", "judgements": 7}}', "no list of judgements"),
        (" " * (2**20 + 1), "is too large"),
    ],
    ids=range(11),
)
def test_a_file_that_no_form_has_saved_is_left_out_in_one_line(form, written, reason):
    Path("hostile.json").write_text(written)
    good = saved("Ana", judgement(form["A hill"], need=4))
    votes, lines = results(Path("hostile.json"), good)
    assert len(lines) == 1
    assert lines[0].startswith("hostile.json: left out: ") and reason in lines[0]
    assert votes[form["A hill"]].jurors == 1


def test_a_link_a_folder_and_a_file_that_is_not_there_are_left_out_in_one_line_each(form):
    Path("link.json").symlink_to("/etc/passwd")
    Path("folder.json").mkdir()
    _, lines = results(Path("link.json"), Path("folder.json"), Path("missing.json"))
    assert [line.split(": left out: ")[0] for line in lines] == [
        "link.json", "folder.json", "missing.json",
    ]  # fmt: skip


def test_what_is_left_out_makes_the_command_end_with_1(form, capsys):
    assert cli.main(["project", "jury", "--results", str(saved("", judgement("x")))]) == 1
    assert "left out: 1\n" in capsys.readouterr().out


def test_results_without_a_form_say_what_to_call_first(a_class):
    with pytest.raises(CourseError, match="call first: ai4gov project jury"):
        results()
