"""Who gets a credential: by the points of the gradebook alone, and once."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys

import pytest
from nbgrader.api import Gradebook

from classroom.credentials.key_pair import KEY, PUBLIC
from classroom.credentials.strict import decode, encode
from course.publishing.secrets import leaks
from course.syllabus import modules
from tests.classroom.credentials.school import NAME, SLUG, URL, Work, make_course


def payload(token: str) -> dict:
    return json.loads(decode(token.strip().split(".")[1]))


def names(folder) -> set[str]:
    return {path.name for path in folder.glob("*")}


def issued(*pairs: str) -> set[str]:
    return {f"{SLUG}-{pair}.jwt" for pair in pairs}


# The rules


def test_each_strand_and_the_module_are_certified_for_who_earned_them(certify, tmp_path):
    answer = certify(SLUG)
    assert answer.status == 0, answer.err
    # bruno has 2 of 10 in Build; chloe's note is not read; dana has half of each strand.
    assert names(tmp_path / "out") == issued(
        "decide-amina", "build-amina", "whole-amina", "decide-bruno", "decide-chloe", "build-chloe"
    )
    assert "decide: 3 issued, 0 as before, 0 wait for points, 1 have not earned it" in answer.out
    assert "whole: 1 issued, 0 as before, 1 wait for points, 2 have not earned it" in answer.out
    assert "waiting: chloe" in answer.out


# Of module 06, by hand: 6 points in Decide, 10 in Build, 4 for the note. 70% of 6 is 4.2, of 10
# is 7, of 20 is 14.
RULES = {
    "decide-just": (Work(decide=4.2 / 6, build=0), {"decide"}),
    "decide-short": (Work(decide=4.19 / 6, build=0), set()),
    "build-just": (Work(decide=0, build=7 / 10), {"build"}),
    "build-short": (Work(decide=0, build=6.99 / 10), set()),
    "all-three": (Work(decide=0.7, build=0.7, note=4), {"decide", "build", "whole"}),  # 15.2
    "whole-just": (Work(decide=0.7, build=0.7, note=2.8), {"decide", "build", "whole"}),  # 14
    "whole-short": (Work(decide=0.7, build=0.7, note=2.7), {"decide", "build"}),  # 13.9
    "strand-short": (Work(decide=1, build=0.6, note=4), {"decide"}),  # 16 of 20, but 6 of 10
    "note-unread": (Work(note=None), {"decide", "build"}),
    "note-untouched": (Work(untouched=True), {"decide", "build"}),  # 16, and nobody read a note
    "note-without-points": (Work(note=0), {"decide", "build", "whole"}),  # 16, and it was read
    "decide-ungraded": (Work(open="which-harm"), {"build"}),
    "decide-to-look-at": (Work(look="which-harm"), {"build"}),
    "build-ungraded": (Work(open="gap"), {"decide"}),
    "late": (Work(late=5), {"decide", "build", "whole"}),  # 15 after the deduction
    "too-late": (Work(late=7), {"decide", "build"}),  # 13 after the deduction
    "extra-credit": (Work(decide=0.5, extra={"check-which-harm": 2}), {"decide", "build", "whole"}),
}


def test_the_rules_are_those_of_the_page_for_administrators(school, tmp_path, monkeypatch, ai4gov):
    work = {student: each for student, (each, _) in RULES.items()}
    monkeypatch.chdir(make_course(tmp_path / "other", {SLUG: work}))
    out = tmp_path / "out"
    answer = ai4gov("certify", SLUG, "--key", school.folder / KEY, "--out", out)
    assert answer.status == 0, answer.err
    for student, (_, earned) in RULES.items():
        parts = {part for part in ("decide", "build", "whole")
                 if (out / f"{SLUG}-{part}-{student}.jwt").exists()}  # fmt: skip
        assert parts == earned, student


def test_the_points_in_a_credential_are_those_of_the_gradebook(certify, tmp_path):
    certify(SLUG)
    expected = {"decide-amina": "6 6", "build-amina": "10 10", "whole-amina": "20 20"}
    for pair, points in expected.items():
        subject = payload((tmp_path / "out" / f"{SLUG}-{pair}.jwt").read_text())
        subject = subject["credentialSubject"]
        most = subject["achievement"]["resultDescription"][0]["valueMax"]
        assert f"{subject['result'][0]['value']} {most}" == points


def test_the_course_is_certified_when_every_module_is(school, tmp_path, monkeypatch, ai4gov):
    slugs = [slug for slug, module in modules().items() if not module.lesson_only]
    work = {slug: {"amina": Work(), "bruno": Work(build=0)} for slug in slugs}
    work[slugs[-1]] = {"amina": Work(note=None), "bruno": Work(build=0), "chloe": Work()}
    monkeypatch.chdir(make_course(tmp_path / "other", work))
    out = tmp_path / "out"
    answer = ai4gov("certify", "course", "--key", school.folder / KEY, "--out", out)
    assert answer.status == 0, answer.err
    # amina's last note is not read; bruno has only Decide; chloe has one module only.
    assert names(out) == {
        "course-decide-amina.jwt", "course-build-amina.jwt", "course-decide-bruno.jwt",
    }  # fmt: skip


def test_a_route_is_certified_by_the_strands_that_are_on_it(school, tmp_path, monkeypatch, ai4gov):
    # The auditor's route has Decide in 03, 06 and 07, and lessons, which have no grades.
    slugs = ["03-classification", "06-measuring-fairness", "07-mitigating-unfairness"]
    work = {slug: {"amina": Work(build=0, note=None), "bruno": Work(decide=0)} for slug in slugs}
    work[slugs[0]]["chloe"] = Work()
    monkeypatch.chdir(make_course(tmp_path / "other", work))
    out = tmp_path / "out"
    answer = ai4gov("certify", "auditor", "--key", school.folder / KEY, "--out", out)
    assert answer.status == 0, answer.err
    assert names(out) == {"auditor-route-amina.jwt"}
    assert "route: 1 issued, 0 as before, 0 wait for points, 2 have not earned it" in answer.out
    token = (out / "auditor-route-amina.jwt").read_text()
    said = payload(token)["credentialSubject"]["achievement"]
    assert said["name"] == "Audit and review"
    assert "At the end: A fairness statement" in said["description"]


def test_no_course_is_certified_while_a_module_is_missing_in_the_gradebook(certify, tmp_path):
    answer = certify("course")
    assert answer.status == 2
    assert "01-public-data is not in the gradebook" in answer.err
    assert names(tmp_path / "out") == set()


def test_a_submission_that_grading_left_to_a_person_is_not_certified(certify, course, tmp_path):
    (course / "attention").mkdir()
    (course / "attention" / f"{SLUG}.json").write_text('{"amina": [{"code": "attention-fault"}]}')
    answer = certify(SLUG)
    assert answer.status == 1
    assert "after looking, name it with --student: amina" in answer.out
    assert not any("amina" in name for name in names(tmp_path / "out"))
    answer = certify(SLUG, "--student", "amina")
    assert answer.status == 0
    assert (tmp_path / "out" / f"{SLUG}-whole-amina.jwt").exists()


def test_points_that_a_learner_could_have_forged_are_not_certified(certify, course, tmp_path):
    with (course / "nbgrader_config.py").open("a") as config:
        config.write(f'c.Execute.in_process = ["{SLUG}"]\n')
    answer = certify(SLUG)
    assert answer.status == 2
    assert "points can be forged" in answer.err
    assert names(tmp_path / "out") == set()


def test_a_gradebook_of_another_version_of_the_course_is_refused(certify, course):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "ai4gov") as gradebook:
        gradebook.remove_assignment(SLUG)
        gradebook.add_assignment(SLUG)
        gradebook.add_notebook(SLUG, SLUG)
    answer = certify(SLUG)
    assert answer.status == 2
    assert "another version of the course" in answer.err
    assert "which-harm" in answer.err


# What learners write


def test_nothing_that_a_learner_wrote_becomes_an_achievement(certify, course, tmp_path):
    """dana claims all points wherever a learner can write; the gradebook has half of them."""
    claim = {SLUG: {"which-harm": {"state": "right", "points": 20, "out_of": 20, "tries": 0}}}
    notebook = {
        "cells": [{"cell_type": "code", "metadata": {"nbgrader": {
            "grade_id": "check-which-harm", "points": 20, "grade": True}}, "source": "",
            "outputs": [{"output_type": "execute_result", "data": {"text/plain": "20.0",
                "application/vnd.ai4gov.outcome+json": {"state": "right", "points": 20}}}]}],
        "metadata": {"ai4gov": {"graded": {"mode": "examiner"}, "earned": ["whole"]}},
        "nbformat": 4, "nbformat_minor": 5,
    }  # fmt: skip
    for step in ("submitted", "autograded", "feedback"):
        folder = course / step / "dana" / SLUG
        folder.mkdir(parents=True)
        (folder / "progress.json").write_text(json.dumps(claim))
        (folder / f"{SLUG}.ipynb").write_text(json.dumps(notebook))
        (folder / f"{SLUG}-whole-dana.jwt").write_text("e30.e30.e30")
    before = certify(SLUG)
    assert not any("dana" in name for name in names(tmp_path / "out"))
    shutil.rmtree(tmp_path / "out")
    for step in ("submitted", "autograded", "feedback"):
        shutil.rmtree(course / step)
    after = certify(SLUG)
    assert before.out.count("0 as before") == 3
    assert after.out.count(" 0 issued") == 3
    assert not any("dana" in name for name in names(tmp_path / "out"))


def test_a_name_stays_text_wherever_it_is_shown(certify, course, school, ai4gov, tmp_path):
    hostile = '<img src=x onerror="alert(1)">'
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "ai4gov") as gradebook:
        gradebook.update_or_create_student("amina", first_name=hostile, last_name="=cmd()")
    certify(SLUG)
    file = tmp_path / "out" / f"{SLUG}-decide-amina.jwt"
    assert payload(file.read_text())["credentialSubject"]["identifier"][0]["identityHash"] == (
        f"{hostile} =cmd()"
    )
    answer = ai4gov("verify", file, "--issuer", school.public / "issuer.json")
    assert f"learner     {hostile} =cmd()\n" in answer.out


DECEIVING = {
    "escape": "Ami\x1b[2Jna",
    "direction": "Amina\u202eollaiD",
    "line": "Ami\nna",
    "long": "A" * 201,
    "<script>": "Sam",
    "..\\..": "Sam",
    "a b": "Sam",
    "-" + 60 * "x": "Sam",
}


def test_a_name_that_deceives_gets_no_credential(school, tmp_path, monkeypatch, ai4gov):
    work = {student: Work(first=first) for student, first in DECEIVING.items()}
    monkeypatch.chdir(make_course(tmp_path / "other", {SLUG: {**work, "amina": Work()}}))
    out = tmp_path / "out"
    answer = ai4gov("certify", SLUG, "--key", school.folder / KEY, "--out", out)
    assert answer.status == 1
    assert answer.out.count("its id or name is not allowed in a credential") == len(DECEIVING)
    assert "\x1b" not in answer.out and "\u202e" not in answer.out
    assert names(out) == issued("decide-amina", "build-amina", "whole-amina")


# Once


def test_a_second_call_issues_nothing_and_gives_the_same_files(certify, tmp_path):
    certify(SLUG)
    before = {path.name: path.read_text() for path in (tmp_path / "out").iterdir()}
    shutil.rmtree(tmp_path / "out")
    answer = certify(SLUG)
    assert "decide: 0 issued, 3 as before" in answer.out
    assert {path.name: path.read_text() for path in (tmp_path / "out").iterdir()} == before


def test_what_was_revoked_is_issued_again_only_for_a_student_who_is_named(
    certify, badge, school, ai4gov
):
    again = "not issued again, because it was revoked; --student does it: amina, decide"
    assert ai4gov("certify", "--revoke", badge, "--key", school.folder / KEY).status == 0
    first = badge.read_text()
    badge.unlink()
    answer = certify(SLUG)
    assert again in answer.out and not badge.exists()
    answer = certify(SLUG, "--student", "amina")
    assert "decide: 1 issued" in answer.out
    assert badge.read_text() != first
    assert payload(badge.read_text())["id"] != payload(first)["id"]


def test_points_that_were_taken_back_are_reported_with_the_credential(certify, course, badge):
    number = payload(badge.read_text())["id"]
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "ai4gov") as gradebook:
        submission = gradebook.find_submission(SLUG, "amina")
        for grade in submission.notebooks[0].grades:
            grade.manual_score = 0
        gradebook.db.commit()
    answer = certify(SLUG)
    assert answer.status == 1
    assert f"issued, and no longer earned; revoke it? amina, decide: {number}" in answer.out


def test_another_person_with_the_same_id_does_not_get_the_first_ones_file(certify, course, badge):
    badge.unlink()
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "ai4gov") as gradebook:
        gradebook.update_or_create_student("amina", first_name="Amina", last_name="Benali")
    answer = certify(SLUG)
    assert answer.status == 1
    assert "issued to the name 'Amina Diallo', and the class list has 'Amina Benali'" in answer.out
    assert not badge.exists()


def test_the_class_list_gives_name_and_language(certify, course, tmp_path):
    (course / "roster.csv").write_text("id,name,email,language,cohort\nchloe,Chloé Roy,,fr,\n")
    certify(SLUG)
    found = payload((tmp_path / "out" / f"{SLUG}-decide-chloe.jwt").read_text())
    subject = found["credentialSubject"]
    assert subject["identifier"][0]["identityHash"] == "Chloé Roy"
    assert subject["achievement"]["inLanguage"] == "fr"
    assert subject["achievement"]["name"] == "Mesurer l’équité\u00a0: Décider"
    assert "70\u00a0%" in subject["achievement"]["criteria"]["narrative"]


# The key


def test_a_new_key_is_for_its_owner_only_and_all_others_can_read_what_is_public(school):
    modes = {
        name: stat.S_IMODE((school.folder / name).stat().st_mode)
        for name in (".", KEY, "issued.db", PUBLIC, "public/issuer.json", "public/status.jwt")
    }
    assert modes == {
        ".": 0o700, KEY: 0o600, "issued.db": 0o600, PUBLIC: 0o755,
        "public/issuer.json": 0o644, "public/status.jwt": 0o644,
    }  # fmt: skip
    numbers = school.key.private_numbers()
    secret = {
        encode(n.to_bytes(256, "big").lstrip(b"\0")) for n in (numbers.d, numbers.p, numbers.q)
    }
    for path in school.public.iterdir():
        assert "PRIVATE" not in path.read_text()
        assert not any(each in path.read_text() for each in secret)


def test_credentials_are_readable_by_their_issuer_only(badge):
    assert stat.S_IMODE(badge.stat().st_mode) == 0o600


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_key_that_others_can_read_is_refused(certify, school, tmp_path, mode):
    (school.folder / KEY).chmod(mode)
    answer = certify(SLUG)
    assert answer.status == 2
    assert "others can read it; call: chmod 600" in answer.err
    assert not (tmp_path / "out").exists()


def test_a_key_in_a_folder_that_others_can_write_is_refused(certify, school):
    school.folder.chmod(0o777)
    assert "others can write into it" in certify(SLUG).err


def test_a_key_behind_a_link_is_refused(school, course, ai4gov, tmp_path):
    (tmp_path / "link.pem").symlink_to(school.folder / KEY)
    answer = ai4gov("certify", SLUG, "--key", tmp_path / "link.pem")
    assert answer.status == 2
    assert "not an ordinary file" in answer.err


def test_a_key_inside_the_course_is_refused(school, course, ai4gov):
    shutil.move(school.folder, course / "school")
    answer = ai4gov("certify", SLUG, "--key", course / "school" / KEY)
    assert answer.status == 2
    assert "keep the school's key outside every course" in answer.err


@pytest.mark.parametrize("where", ["a course", "a repository"])
def test_no_key_is_made_inside_a_course_or_a_repository(tmp_path, ai4gov, course, where):
    place = course
    if where == "a repository":
        place = tmp_path / "repository"
        place.mkdir()
        subprocess.run(["git", "init", "-q", place], check=True)
    answer = ai4gov("certify", "--new-key", place / "a" / "b", "--school", NAME, "--url", URL)
    assert answer.status == 2
    assert "outside every course and repository" in answer.err
    assert not (place / "a").exists()


def test_a_key_among_files_to_publish_is_found(school):
    found = list(leaks({"a/key.pem": (school.folder / KEY).read_bytes()}, frozenset()))
    assert found == ["a/key.pem: holds '-----BEGIN PRIVATE KEY-----'"]


def test_a_key_is_never_replaced(school, ai4gov):
    before = (school.folder / KEY).read_bytes()
    answer = ai4gov("certify", "--new-key", school.folder, "--school", NAME, "--url", URL)
    assert answer.status == 2
    assert "there is something already" in answer.err
    assert (school.folder / KEY).read_bytes() == before


def test_a_key_that_the_published_file_does_not_name_is_refused(certify, school):
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    other = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    (school.folder / KEY).write_bytes(
        other.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    assert "does not name this key" in certify(SLUG).err


@pytest.mark.parametrize(
    "url",
    [
        "http://school.example", "school.example", "https://", "ftp://school.example/",
        "https://u:p@school.example/", "https://school.example/?a=1", "https://school.example/#a",
        'https://school.example/"><script>', "https://school.example/\n",
        "https://s.example/" + 200 * "a",
    ],
)  # fmt: skip
def test_an_address_that_is_no_plain_https_address_is_refused(tmp_path, ai4gov, url):
    answer = ai4gov("certify", "--new-key", tmp_path / "new", "--school", NAME, "--url", url)
    assert answer.status == 2
    assert "--url" in answer.err and len(answer.err.splitlines()) == 1
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ([SLUG], "--key"),
        ([SLUG, "--new-key", "x"], "--new-key and MODULE do not go together"),
        (["--new-key", "x", "--url", URL], "--school"),
        (["99-nothing", "--key", "KEY"], "99-nothing"),
        (["00-first-steps", "--key", "KEY"], "00-first-steps"),
        ([SLUG, "--student", "nobody", "--key", "KEY"], "nobody"),
        (["--student", "amina", "--key", "KEY"], "MODULE"),
        ([SLUG, "--revoke", "x", "--key", "KEY"], "do not go together"),
        (["--revoke", "urn:uuid:none", "--key", "KEY"], "no such credential"),
        (["--revoke", "missing.jwt", "--key", "KEY"], "missing.jwt"),
        ([SLUG, "--until", "2020-01-01", "--key", "KEY"], "that day is over"),
        ([SLUG, "--until", "soon", "--key", "KEY"], "soon"),
        ([SLUG, "--key", "KEY", "--out", "gradebook.db"], "gradebook.db"),
        ([SLUG, "--key", "missing.pem"], "missing.pem"),
        ([SLUG, "--key", "nbgrader_config.py"], "nbgrader_config.py"),
    ],
)
def test_a_wrong_call_is_refused_in_one_line(school, course, ai4gov, arguments, named):
    key = str(school.folder / KEY)
    answer = ai4gov("certify", *[key if each == "KEY" else each for each in arguments])
    assert answer.status == 2, answer
    assert named in answer.err and len(answer.err.splitlines()) == 1
    assert "fault of ai4gov" not in answer.err
    assert not (course / "credentials").exists()


def test_issuing_at_the_same_time_gives_each_credential_once(school, course, tmp_path):
    commands = [
        [sys.executable, "-m", "classroom.cli", "certify", SLUG, "--key", school.folder / KEY,
         "--out", tmp_path / f"out{number}"]
        for number in range(2)
    ]  # fmt: skip
    running = [
        subprocess.Popen(command, cwd=course, env=os.environ, stdout=subprocess.PIPE, text=True)
        for command in commands
    ]
    answers = [each.communicate(timeout=120)[0] for each in running]
    assert sum("decide: 3 issued" in each for each in answers) == 1, answers
    assert sum("decide: 0 issued, 3 as before" in each for each in answers) == 1, answers
    first, second = (
        {path.name: path.read_text() for path in (tmp_path / f"out{number}").iterdir()}
        for number in range(2)
    )
    assert first == second and len(first) == 6
