"""A project's folder: taken over from checkpoint to checkpoint, and refused where it is hostile."""

from __future__ import annotations

import os

import pytest

from course.project import ProjectError, Team, open_project, project_of

FIRST, SECOND, THIRD = "capstone-1-brief", "capstone-2-data-and-model", "capstone-3-fairness"
TEAM = "title: Civicly\nway: civicly\nmembers:\n- Ana Paz\n- João\nlanguage: pt\ngallery:\n"


@pytest.fixture
def at(tmp_path, monkeypatch):
    """`at(FIRST)` opens the project in the folder of a checkpoint, as its setup cell does."""

    def go(checkpoint: str, **how):
        folder = tmp_path / checkpoint
        folder.mkdir(exist_ok=True)
        monkeypatch.chdir(folder)
        return open_project(**how)

    return go


def news(project) -> list[str]:
    return [each.read("en") for each in project.news]


def test_files_of_an_earlier_checkpoint_are_taken_and_named(at):
    at(FIRST).write("team", TEAM)
    project = at(SECOND)
    assert project.saved("team") == TEAM
    assert news(project) == [f"team.yml was taken from {FIRST}."]
    assert news(at(SECOND)) == []


def test_the_newest_checkpoint_that_has_a_file_gives_it(at):
    at(FIRST).write("team", TEAM)
    at(SECOND).write("team", TEAM.replace("Civicly", "Second"))
    assert at(THIRD).read("team").title == "Second"


def test_a_file_that_changed_after_it_was_taken_is_named_with_both_dates_and_not_taken(at):
    first = at(FIRST)
    first.write("team", TEAM)
    at(SECOND)
    first.write("team", TEAM.replace("Civicly", "Renamed"))
    os.utime(first.path("team"), (0, 1_800_000_000))
    project = at(SECOND)
    (line,) = news(project)
    assert line.startswith(
        f"team.yml was changed in {FIRST} on 2027-01-15, after it was taken on 2"
    )
    assert 'open_project(take=["team.yml"])' in line
    assert project.saved("team") == TEAM


def test_a_changed_file_is_taken_when_it_is_named_and_the_own_one_is_kept(at):
    first = at(FIRST)
    first.write("team", TEAM)
    at(SECOND).write("team", TEAM.replace("Civicly", "Ours"))
    first.write("team", TEAM.replace("Civicly", "Theirs"))
    project = at(SECOND, take=["team"])
    assert project.read("team").title == "Theirs"
    assert "title: Ours" in (project.folder / "team.yml.other-1").read_text()
    assert news(at(SECOND)) == []


def test_a_learners_own_change_is_not_called_a_change_elsewhere(at):
    at(FIRST).write("team", TEAM)
    at(SECOND).write("team", TEAM.replace("Civicly", "Ours"))
    assert news(at(SECOND)) == []


def test_a_file_that_no_earlier_checkpoint_has_cannot_be_taken(at):
    at(FIRST)
    with pytest.raises(ProjectError, match=r"choices\.yml"):
        at(SECOND, take=["choices"])


def test_a_fetched_assignment_with_its_language_in_the_name_is_a_checkpoint_too(at):
    at(f"{FIRST}.fr").write("team", TEAM)
    assert at(f"{SECOND}.fr").saved("team") == TEAM


def test_alone_in_a_folder_of_another_name_a_project_has_what_is_in_it(at):
    at("handed-in").write("team", TEAM)
    project = at("handed-in")
    assert project.files == ["team.yml"]
    assert "team.yml" in repr(project)


def test_what_is_not_saved_yet_is_three_dots_and_what_cannot_be_read_is_none(at):
    project = at(FIRST)
    assert project.saved("team") is ...
    assert project.read("team") is None
    project.write("team", "title: [")
    assert project.read("team") is None


def test_the_texts_of_a_project_make_the_same_project_without_a_folder(at):
    project = at(FIRST)
    project.write("team", TEAM)
    project.write("model.py", "x = 1\n")
    again = project_of(project.texts())
    assert again.read("team") == Team.from_yaml(TEAM)
    assert again.fingerprint() == project.fingerprint()
    again.write("team", "title: other\n")
    assert project.saved("team") == TEAM


HOSTILE = {
    "a link to a file": lambda folder: os.symlink("/etc/passwd", folder / "team.yml"),
    "a link to nowhere": lambda folder: os.symlink("/nowhere", folder / "model.py"),
    "a pipe": lambda folder: os.mkfifo(folder / "choices.yml"),
    "a folder": lambda folder: (folder / "data.csv").mkdir(),
    "a huge file": lambda folder: os.truncate(_made(folder / "team.yml"), 2**40),
    "a table of more than 5 MB": lambda folder: os.truncate(_made(folder / "data.csv"), 6 * 2**20),
}


def _made(path):
    path.touch()
    return path


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_folder_is_refused_in_one_line_that_names_the_file(at, name):
    folder = at("handed-in").folder.resolve()
    HOSTILE[name](folder)
    with pytest.raises(ProjectError) as raised:
        at("handed-in")
    assert "\n" not in str(raised.value)
    assert "project/" in str(raised.value)


def test_a_hostile_folder_of_an_earlier_checkpoint_is_refused_too(at):
    folder = at(FIRST).folder.resolve()
    os.symlink("/etc/passwd", folder / "team.yml")
    with pytest.raises(ProjectError):
        at(SECOND)


def test_a_link_in_place_of_the_folder_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.symlink("/etc", "project")
    with pytest.raises(ProjectError):
        open_project()


def test_files_of_other_names_are_never_read(at):
    folder = at("handed-in").folder.resolve()
    os.mkfifo(folder / "unknown.yml")
    assert at("handed-in").files == []
    with pytest.raises(ProjectError, match="no file called"):
        at("handed-in").saved("../../etc/passwd")


def test_files_that_the_project_keeps_by_itself_are_never_offered(at):
    at(FIRST).write("team", TEAM)
    for name in ("measured.yml", "saved-with.yml"):
        at(FIRST).write(name, "a: {b: 1}\n")
    at(SECOND)
    for name in ("measured.yml", "saved-with.yml"):
        at(FIRST).write(name, "a: {b: 2}\n")
    assert news(at(SECOND)) == []


def test_several_changed_files_are_named_one_by_one_and_then_with_one_line_for_all(at):
    first = at(FIRST)
    first.write("team", TEAM)
    first.write("choices", "system: A\n")
    at(SECOND)
    at(THIRD)
    first.write("team", TEAM.replace("Civicly", "B"))
    first.write("choices", "system: B\n")
    *each, together = news(at(THIRD))
    assert len(each) == 2
    assert together == 'To take all of these: open_project(take=["team.yml", "choices.yml"])'
    taken = at(THIRD, take=["team.yml", "choices.yml"])
    assert (taken.read("team").title, taken.read("choices").system) == ("B", "B")


def test_a_newer_file_of_an_earlier_checkpoint_is_among_the_disagreements(at):
    first = at(FIRST)
    first.write("team", TEAM)
    assert at(SECOND).disagreements().codes() == []
    first.write("team", TEAM.replace("Civicly", "Renamed"))
    found = at(SECOND).disagreements()
    assert [(each.file, each.code) for each in found] == [("team.yml", "project-newer")]
    assert FIRST in found.sentences("en")[0]
    assert at(SECOND, take=["team"]).disagreements().codes() == []


def test_the_note_of_the_model_goes_with_the_file_that_is_taken(at):
    """A card that was saved again with the new model counts as such where it is taken."""
    card, plan = "name: A\n", "system: A\n"
    third = at(THIRD)
    third.write("choices", "alone_from: 0.5\n")
    third.write("model-card", card)
    third.write("monitoring-plan", plan)
    third.note_saved()
    at("capstone-4-governance")
    third = at(THIRD)
    third.write("choices", "alone_from: 0.6\n")
    third.write("model-card", card.replace("A", "B"))
    third.note_saved()
    fourth = at("capstone-4-governance", take=["choices", "model-card"])
    codes = [each for each in fourth.disagreements().codes() if "model-changed" in each]
    assert codes == ["project-model-changed-plan"]


MODEL = "def train(comments):\n    return 1\n"


def test_a_file_that_was_deleted_here_stays_deleted_and_is_told_until_it_is_taken(at):
    at(FIRST).write("model.py", MODEL)
    second = at(SECOND)
    second.path("model.py").unlink()
    for _ in range(2):
        second = at(SECOND)
        assert second.saved("model.py") is ...
        assert news(second) == [
            f"model.py was deleted here and is still in {FIRST}; to take it again: "
            'open_project(take=["model.py"])'
        ]
    assert at(SECOND, take="model.py").saved("model.py") == MODEL
    assert news(at(SECOND)) == []


def test_the_numbers_that_the_project_keeps_are_taken_again_where_they_are_missing(at):
    at(FIRST).write("measured.yml", "model: a\n")
    at(SECOND).path("measured.yml").unlink()
    assert at(SECOND).files == ["measured.yml", "taken.yml"]


def test_one_file_to_take_needs_no_list(at):
    at(FIRST).write("model.py", MODEL)
    at(SECOND).write("model.py", "x = 1\n")
    assert at(SECOND, take="model.py").saved("model.py") == MODEL


CHOICES = "system: A\nalone_from: 0.5\n"
OWN_TEAM = TEAM.replace("way: civicly", "way: own")
BOM = b"\xef\xbb\xbf"
OTHER_BYTES = {
    "a byte order mark": lambda text: BOM + text.encode(),
    "two byte order marks": lambda text: BOM + BOM + text.encode(),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
}


@pytest.mark.parametrize("how", OTHER_BYTES)
def test_a_byte_order_mark_and_other_line_ends_are_no_other_model(at, how):
    project = at(FIRST)
    texts = {"choices.yml": "alone_from: [\n", "model.py": MODEL, "data.csv": "a,b\n1,2\n"}
    for name, text in {"team": OWN_TEAM, **texts}.items():
        project.write(name, text)
    before = project.fingerprint()
    for name, text in texts.items():
        project.write(name, OTHER_BYTES[how](text))
    assert project.fingerprint() == before
    assert project_of(project.texts()).fingerprint() == before


def test_a_table_in_another_encoding_is_the_same_model_for_a_check(at):
    project = at(FIRST)
    project.write("team", OWN_TEAM)
    project.write("data.csv", "città\nBari\n".encode("latin-1"))
    assert project_of(project.texts()).fingerprint() == project.fingerprint()


SAME_MODEL = {
    "another name": ("choices", CHOICES.replace("A", "B")),
    "a reason": ("choices", CHOICES + "why: It is cheap.\n"),
    "another form of the same number": ("choices", CHOICES.replace("0.5", "0.50")),
    "another order and a comment": ("choices", "# Ours\nalone_from: 0.5\nsystem: A\n"),
    "a table that is left over": ("data.csv", "a,b\n1,2\n"),
    "columns that are left over": ("data", "name: A\narriving: 3\n"),
    "a member": ("team", TEAM.replace("João", "Li")),
}


@pytest.mark.parametrize("name", SAME_MODEL)
def test_what_changes_nothing_in_the_model_leaves_it_the_same(at, name):
    project = at(FIRST)
    project.write("choices", CHOICES)
    project.write("team", TEAM)
    before = project.fingerprint()
    project.write(*SAME_MODEL[name])
    assert project.fingerprint() == before


OTHER_MODEL = {
    "a choice": ("choices", CHOICES.replace("0.5", "0.6")),
    "choices that cannot be read": ("choices", "alone_from: much\n"),
    "own code": ("model.py", MODEL),
    "another way": ("team", TEAM.replace("way: own", "way: civicly")),
    "the table": ("data.csv", "a,b\n1,3\n"),
    "the columns": ("data", "name: A\narriving: 4\n"),
}


@pytest.mark.parametrize("name", OTHER_MODEL)
def test_what_changes_the_model_makes_it_another(at, name):
    project = at(FIRST)
    project.write("team", OWN_TEAM)
    project.write("choices", CHOICES)
    project.write("data", "name: A\narriving: 3\n")
    project.write("data.csv", "a,b\n1,2\n")
    before = project.fingerprint()
    project.write(*OTHER_MODEL[name])
    assert project.fingerprint() != before


def test_beside_own_code_a_choice_counts_only_if_the_numbers_depend_on_it(at):
    project = at(FIRST)
    project.write("model.py", MODEL)
    project.write("choices", CHOICES)
    before = project.fingerprint()
    project.write("choices", CHOICES.replace("0.5", "0.6"))
    assert project.fingerprint() == before
    project.write("choices", CHOICES + "read_a_day: 12\n")
    assert project.fingerprint() != before


def test_a_file_that_cannot_be_written_is_not_called_unreadable(at, monkeypatch):
    project = at(FIRST)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("course.project.project_files.write_atomic", full)
    with pytest.raises(ProjectError, match=r"team\.yml cannot be written: No space left"):
        project.write("team", TEAM)


def test_a_folder_that_cannot_be_made_is_not_called_unreadable(tmp_path):
    (tmp_path / "notes").write_text("")
    with pytest.raises(ProjectError, match="cannot be written"):
        open_project(tmp_path / "notes" / "project")


def test_nothing_is_written_that_is_too_large_to_be_read_again(at):
    project = at(FIRST)
    project.write("model.py", MODEL)
    with pytest.raises(ProjectError, match="at most 262144 are read"):
        project.write("model.py", "#" * (2**18 + 1))
    assert at(FIRST).saved("model.py") == MODEL


def test_a_byte_order_mark_in_a_card_hides_no_changed_model_from_a_check(at):
    project = at(FIRST)
    project.write("choices", CHOICES)
    project.write("model-card", BOM + b"name: A\n")
    project.note_saved()
    project.write("choices", CHOICES.replace("0.5", "0.6"))
    for each in (project, project_of(project.texts())):
        assert "project-model-changed-card" in each.disagreements().codes()
