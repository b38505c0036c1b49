"""The gallery: who is shown, what of a project, and what hostile hand-ins cannot do."""

from __future__ import annotations

import os
import re
import shutil

import pytest

from autograder.errors import CourseError
from classroom import cli
from classroom.project.hand_ins import LAST
from course.project import open_project
from tests.classroom.project.conftest import change

TITLE = "Civicly, so that the urgent comment is read first"
YES = "consent: yes"
NO = (YES, "consent: no")
NAMED = ("names: no", "names: yes")


def titled(title: str) -> tuple[str, str]:
    return TITLE, title


def test_only_projects_whose_team_agreed_are_shown_and_the_others_are_a_number(a_class, capsys):
    a_class.hand_in("ann", titled("The river"))
    a_class.hand_in("ben", titled("The hill"), NO)
    a_class.hand_in("cyd", titled("The lake"), (YES, "consent:"))
    silent = a_class.hand_in("dan", titled("The sea"))
    part = "gallery:\n  consent: yes\n  names: no\n  dossier: yes\n  slides: yes\n"
    change(silent / "team.yml", (part, ""))
    assert cli.main(["project", "gallery"]) == 0
    said = capsys.readouterr().out
    assert "projects shown: 1\nprojects whose team did not agree: 3\n" in said
    assert not re.search("The (hill|lake|sea)", a_class.index)
    assert not re.search("hill|lake|sea|ben|cyd|dan", said)
    assert "The river" in a_class.index
    assert len(a_class.pages()) == 2


def test_names_are_shown_only_where_the_team_agreed_to_names(a_class):
    a_class.hand_in("ann", titled("With names"), NAMED)
    a_class.hand_in("ben", titled("Without"), ("Ana Ferreira", "Zoé Unnamed"))
    a_class.gallery()
    assert "Ana Ferreira" in a_class.index
    assert "Zoé" not in a_class.index


@pytest.mark.parametrize(("kept", "other"), [("dossier", "slides"), ("slides", "dossier")])
def test_dossier_and_slides_are_written_only_where_the_team_agreed_to_each(a_class, kept, other):
    a_class.hand_in("ann", (f"{other}: yes", f"{other}: no"))
    a_class.gallery()
    assert [each.name for each in a_class.pages()] == [f"{kept}.html"]
    (page,) = a_class.pages()
    assert f'href="{page.relative_to(a_class.out)}"' in a_class.index
    assert f"{other}.html" not in a_class.index


def test_a_page_that_names_a_member_is_left_out_where_the_team_agreed_to_no_names(a_class):
    project = a_class.hand_in("ann", ("Lucía Paredes", "Inés Duarte"))
    assert "Inés Duarte" in (project / "presentation.yml").read_text()
    made = a_class.gallery()
    assert made.shown == 1
    assert a_class.pages() == []
    assert [str(each) for each in made.left_out] == [
        f"ann: left out: the {page}, with the full name of a member; the team agreed to no names"
        for page in ("dossier", "slides")
    ]


def test_html_of_learners_is_never_copied(a_class):
    project = a_class.hand_in("ann")
    for name in ("dossier.html", "deck.html"):
        (project / name).write_text("<h1>mine</h1><script>alert('mine')</script>")
    a_class.gallery()
    written = "".join(page.read_text() for page in a_class.pages())
    assert "mine" not in re.sub("(deter|exa)mine", "", written)
    assert "Inés Duarte" in written


def test_dossier_and_slides_are_those_that_checkpoint_5_writes(a_class, tmp_path):
    project = open_project(a_class.hand_in("ann"))
    a_class.gallery()
    presentation, papers = project.read("presentation"), project.dossier
    # As in the cell "writing" of checkpoint 5.
    numbers = dict(project.measured())
    del numbers["own-datasheet"]
    papers.write(
        tmp_path / "dossier.html", title=TITLE, measured=numbers, needed=tuple(papers.artefacts)
    )
    asked = [presentation.asked, presentation.stop_if]
    papers.write_deck(
        tmp_path / "slides.html", title=TITLE, asked=asked, remark=presentation.about_the_data
    )
    for page in a_class.pages():
        assert page.read_text().strip() == (tmp_path / page.name).read_text().strip()


def test_titles_names_and_texts_of_learners_are_escaped_and_bounded(a_class):
    hostile = "<img src=x onerror=alert(1)>"
    project = a_class.hand_in(
        "ann", titled(f"'{hostile} \u202e{'x' * 5000}'"), NAMED, ("Ana Ferreira", f"'{hostile}'")
    )
    change(project / "presentation.yml", ("All comments are synthetic", hostile))
    made = a_class.gallery()
    assert made.shown == 1
    for page in (a_class.index, *(each.read_text() for each in a_class.pages())):
        assert "<img" not in page
    assert "&lt;img" in a_class.index
    assert "\u202e" not in a_class.index
    assert "x" * 80 not in a_class.index


def test_no_page_loads_anything_and_each_has_a_policy_against_scripts_of_others(a_class):
    a_class.hand_in("ann")
    a_class.gallery()
    for page in (a_class.index, *(each.read_text() for each in a_class.pages())):
        assert re.search(
            r"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'", page
        )
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
        assert "script-src 'unsafe-inline'" not in policy
        assert not re.search(r'(src|<link[^>]*href)="(https?:)?//', page)


def test_each_project_is_in_its_own_language_and_the_page_in_all_four(a_class):
    a_class.hand_in("ann", ("language: en", "language: fr"))
    a_class.gallery()
    dossier, slides = (each.read_text() for each in a_class.pages())
    assert '<html lang="fr">' in dossier and '<html lang="fr">' in slides
    # These are words of the course, not of the team.
    assert "La décision" in slides and "The decision" not in slides
    assert "Fiche de modèle" in dossier and "Model card" not in dossier
    assert f'<bdi lang="fr">{TITLE}</bdi>' in a_class.index
    for text in ("our class", "notre classe", "nuestra clase", "nossa turma"):
        assert text in a_class.index


def test_a_project_says_whether_its_data_are_synthetic_or_the_team_s_own(a_class):
    a_class.hand_in("ann", titled("The river"))
    a_class.gallery()
    assert "synthetic comments of Civicly" in a_class.index
    a_class.hand_in("ann", ("way: civicly", "way: own"))
    a_class.gallery()
    assert "the team&#39;s own data" in a_class.index
    assert "synthetic comments of Civicly" not in a_class.index


# Groups


def test_the_copies_that_a_group_s_members_get_count_once(a_class):
    a_class.hand_in("ann")
    for student in ("ben", "cyd"):
        shutil.copytree(
            a_class.folder / "submitted" / "ann", a_class.folder / "submitted" / student
        )
        (a_class.folder / "submitted" / student / LAST / ".copied-from").write_text("ann 2026\n")
    assert a_class.gallery().shown == 1
    a_class.roster(ann="river", ben="river", cyd="river")
    assert a_class.gallery().shown == 1


def test_of_a_group_the_newest_hand_in_counts_so_that_it_can_withdraw_its_consent(a_class):
    a_class.roster(ann="river", ben="river")
    a_class.hand_in("ann", titled("Early"), time="08:00:00")
    a_class.hand_in("ben", titled("Late"), time="09:00:00")
    assert a_class.gallery().shown == 1
    assert "Late" in a_class.index and "Early" not in a_class.index
    a_class.hand_in("ann", titled("Latest"), NO, time="10:00:00")
    made = a_class.gallery()
    assert (made.shown, made.without_consent) == (0, 1)


# Withdrawal, and what else is in the folder


def test_without_groups_a_member_who_does_not_agree_stops_the_same_members_hand_ins(a_class):
    for student in ("ann", "ben"):
        a_class.hand_in(student, titled("The river"))
    a_class.hand_in("cyd", titled("The hill"), ("Ana Ferreira", "Kofi Annan"))
    a_class.gallery()
    assert "The river" in a_class.index
    a_class.hand_in("ann", titled("The river"), NO, time="12:00:00")
    made = a_class.gallery()
    assert (made.shown, made.without_consent, made.removed) == (1, 1, 1)
    assert "The river" not in a_class.index and "The hill" in a_class.index
    assert [str(each) for each in made.left_out] == [
        "ben: the project is not shown: the hand-in of ann has the same title and members, and "
        "does not agree"
    ]


def test_a_title_that_names_a_member_is_blank_where_the_team_agreed_to_no_names(a_class):
    a_class.hand_in("ann", titled("Civicly, by ána ferreira"))
    made = a_class.gallery()
    assert made.shown == 1
    assert "ferreira" not in a_class.index.lower()
    assert "Project without a title" in a_class.index
    # Dossier and slides have the title on their first page.
    assert [str(each).split(",")[0] for each in made.left_out] == [
        f"ann: left out: the {name}" for name in ("dossier", "slides", "title")
    ]


def test_slides_and_papers_that_cannot_be_made_are_told(a_class):
    project = a_class.hand_in("ann")
    (project / "presentation.yml").unlink()
    (project / "risk-register.yml").write_text("risks: [*x")
    made = a_class.gallery()
    assert [each.name for each in a_class.pages()] == ["dossier.html"]
    assert [str(each) for each in made.left_out] == [
        "ann: left out: the slides; the files for it are missing or cannot be read",
        "ann: risk-register.yml cannot be read, so the dossier is shown without it",
    ]


def test_running_it_again_removes_what_is_no_longer_agreed_to_and_nothing_else(a_class):
    a_class.hand_in("ann", titled("The river"))
    a_class.hand_in("ben", titled("The hill"))
    a_class.gallery()
    first, second = sorted({page.parent for page in a_class.pages()})
    (a_class.out / "CNAME").write_text("example.org")
    (first / "mine.txt").write_text("mine")
    (second / "mine.txt").write_text("mine")
    (a_class.out / "projects" / "mine").mkdir()
    a_class.hand_in("ben", titled("The hill"), NO)
    made = a_class.gallery()
    assert (made.shown, made.without_consent, made.removed) == (1, 1, 1)
    assert "The hill" not in a_class.index
    assert len({page.parent for page in a_class.pages()}) == 1
    kept = [a_class.out / "CNAME", first / "mine.txt", second / "mine.txt"]
    assert all(each.is_file() for each in kept)
    assert (a_class.out / "projects" / "mine").is_dir()
    shutil.rmtree(a_class.folder / "submitted")
    assert a_class.gallery().shown == 0
    assert a_class.pages() == []


def test_a_project_that_can_no_longer_be_read_is_removed_too(a_class):
    project = a_class.hand_in("ann")
    a_class.gallery()
    (project / "team.yml").unlink()
    a_class.gallery()
    assert a_class.pages() == []
    assert TITLE not in a_class.index


def test_a_folder_that_the_gallery_did_not_make_is_refused_and_left_as_it_is(a_class):
    a_class.hand_in("ann")
    a_class.out.mkdir()
    (a_class.out / "index.html").write_text("mine")
    with pytest.raises(CourseError, match="that the gallery did not make: name another folder"):
        a_class.gallery()
    assert [each.name for each in a_class.out.iterdir()] == ["index.html"]
    assert a_class.index == "mine"


@pytest.mark.parametrize("part", ["", "projects", "index.html", ".made-by-ai4gov"])
def test_a_link_in_place_of_the_folder_or_a_part_of_it_is_refused(a_class, tmp_path, part):
    a_class.hand_in("ann")
    a_class.gallery()
    (a_class.out / part).rename(tmp_path / "elsewhere")
    (a_class.out / part).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CourseError, match="is a link: name another folder with --out"):
        a_class.gallery()


def test_a_list_that_names_other_files_has_none_of_them_removed(a_class, tmp_path):
    a_class.hand_in("ann")
    a_class.gallery()
    (tmp_path / "mine.html").write_text("mine")
    (a_class.out / ".made-by-ai4gov").write_text("../../mine.html\nindex.html\nprojects/../x\n")
    a_class.gallery()
    assert (tmp_path / "mine.html").is_file()


# Hostile hand-ins


def linked_file(project):
    (project / "choices.yml").unlink()
    (project / "choices.yml").symlink_to("/etc/passwd")


def linked_page(project):
    (project / "dossier.html").symlink_to("/etc/passwd")


def linked_folder(project):
    project.rename(project.parent / "other")
    project.symlink_to(project.parent / "other")


def linked_hand_in(project):
    project.parent.rename(project.parents[1] / "other")
    project.parent.symlink_to(project.parents[1] / "other")


def device(project):
    (project / "model.py").unlink(missing_ok=True)
    os.mkfifo(project / "model.py")


def huge(project):
    with (project / "model-card.yml").open("wb") as file:
        file.truncate(2**40)


def no_team(project):
    (project / "team.yml").unlink()


def no_yaml(project):
    (project / "team.yml").write_text("title: 'x\n")


def aliases(project):
    (project / "team.yml").write_text("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n")


def nested(project):
    (project / "team.yml").write_text("a: " + "[" * 20_000)


def no_folder(project):
    shutil.rmtree(project)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (linked_file, r"choices\.yml is a link"),
        (linked_page, r"dossier\.html is a link"),
        (linked_folder, r"project is a link"),
        (linked_hand_in, r"is a link, so it is not read"),
        (device, r"model\.py is a link or no ordinary file"),
        (huge, r"model-card\.yml has 1099511627776 bytes; at most"),
        (no_team, r"project/team\.yml is missing"),
        (no_yaml, r"project/team\.yml cannot be read: Line \d"),
        (aliases, r"project/team\.yml cannot be read: Line 2"),
        (nested, r"project/team\.yml cannot be read"),
        (no_folder, r"the hand-in has no folder project"),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_a_hostile_hand_in_is_left_out_in_one_line_and_the_others_are_shown(
    a_class, capsys, spoil, reason
):
    spoil(a_class.hand_in("ann"))
    a_class.hand_in("ben", titled("The hill"))
    assert cli.main(["project", "gallery"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "projects shown: 1" in lines
    (line,) = [each for each in lines if each.startswith("  ")]
    assert re.match(rf"  ann: .*{reason}", line)
    assert "The hill" in a_class.index


def test_a_damaged_paper_of_the_dossier_is_left_out_of_it_and_the_rest_is_shown(a_class):
    project = a_class.hand_in("ann")
    (project / "risk-register.yml").write_text("risks: [*x")
    made = a_class.gallery()
    assert made.shown == 1
    assert len(a_class.pages()) == 2
    assert len(made.left_out) == 1


def test_outside_a_course_the_command_says_so_and_writes_nothing(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert cli.main(["project", "gallery"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
