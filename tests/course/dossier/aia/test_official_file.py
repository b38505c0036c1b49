"""The official tool's file: read, written without loss, and refused when it is malformed."""

from __future__ import annotations

import json

import pytest

from course.dossier import ArtefactError
from course.dossier.assessments.aia import OfficialFile, new_file
from course.dossier.assessments.aia.official_file import LONGEST
from tests.course.dossier.aia.forms import (
    ENTRIES,
    VECTORS,
    answered,
    filled,
    official,
    random_file,
)


def written(data: object, version: object = "v1.0.1", **more: object) -> str:
    return json.dumps({"version": version, "data": data, **more})


def read(data: object, version: object = "v1.0.1", **more: object) -> OfficialFile:
    return OfficialFile.from_json(written(data, version, **more))


def refusal(text: str) -> tuple[list[str], str]:
    with pytest.raises(ArtefactError) as refused:
        OfficialFile.from_json(text)
    return [each.code for each in refused.value.faults], str(refused.value)


# Round trips


@pytest.mark.parametrize("seed", range(20))
def test_a_file_is_written_as_it_was_read(seed):
    content = random_file(seed)
    assert json.loads(OfficialFile.from_json(json.dumps(content)).to_json()) == content


@pytest.mark.parametrize("seed", range(20))
def test_a_file_with_the_answers_of_its_own_assessment_is_the_same_file(seed):
    file = OfficialFile.from_json(json.dumps(random_file(seed)))
    assert file.updated(file.assessment()) == file


@pytest.mark.parametrize("seed", range(20))
def test_a_changed_answer_changes_that_answer_and_nothing_else(seed):
    content = random_file(seed)
    file = OfficialFile.from_json(json.dumps(content))
    assessment = answered(
        file.assessment(), effectiveness="very", decision_fields=["jobs", "health"]
    )
    after = json.loads(file.updated(assessment).to_json())
    expected = {
        **content["data"], "businessDrivers5": "item3-0", "decisionSector1": ["item7-1", "item1-1"],
    }  # fmt: skip
    assert after == {**content, "data": expected}


@pytest.mark.parametrize("name", [name for name in VECTORS if name != "empty"])
def test_a_new_file_holds_the_answers_that_count_under_their_official_names(name):
    assessment = official(name).assessment()
    file = OfficialFile.from_json(new_file(assessment).to_json())
    assert file.assessment() == assessment
    assert file.version == "v1.0.1"
    for key, value in file.data.items():
        assert VECTORS[name]["answers"][key] == value
    score = file.score_so_far()
    expected = VECTORS[name].get("completed", VECTORS[name])
    assert (score.raw, score.mitigation) == (expected["raw"], expected["mitigation"])


def test_a_file_is_saved_and_read_again(tmp_path):
    file = official("raw-84", translationsOnResult={"businessDrivers3": "Réponse"})
    path = tmp_path / "SurveyResults.json"
    file.save(path)
    assert OfficialFile.read(path) == file
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert OfficialFile.read(path) == file


# What a file says


@pytest.mark.parametrize("phase", ["design", "implementation"])
def test_each_option_is_read_from_its_official_value(phase):
    entries = {entry["id"]: entry for entry in ENTRIES}

    def name_of(entry):
        name = entry["official"]
        return name[phase] if isinstance(name, dict) else name

    for entry in ENTRIES:
        name, opened = name_of(entry), {}
        for gate, keys in entry.get("visible_if", {}).items():
            values = {option["key"]: option["value"] for option in entries[gate]["options"]}
            opened[name_of(entries[gate])] = values[keys[0]]
        value_of_phase = {"design": "item1", "implementation": "item2"}[phase]
        for option in entry["options"]:
            value = [option["value"]] if entry["type"] == "checkbox" else option["value"]
            data = {"projectDetailsPhase": value_of_phase, **opened, name: value}
            assessment = read(data).assessment()
            assert assessment.phase == phase
            assert assessment.chosen()[entry["id"]] == (option["key"],)
            assert new_file(assessment).data == data


def test_name_and_owner_are_read_and_written_and_the_date_is_left_to_the_author():
    file = read(
        {"projectDetailsPhase": "item1", "projectDetailsTitle": "Civicly", "ADMresponsible": "Ana"}
    )
    assessment = file.assessment()
    assert (assessment.name, assessment.owner, assessment.date) == ("Civicly", "Ana", None)
    changed = filled("raw-84", name="Civicly 2", owner=None)
    data = file.updated(changed).data
    assert data["projectDetailsTitle"] == "Civicly 2"
    assert "ADMresponsible" not in data


def test_an_answer_that_is_removed_is_removed_from_the_file():
    file = official("raw-84")
    after = file.updated(answered(file.assessment(), developer=None)).data
    assert {**after, "aboutSystem3": file.data["aboutSystem3"]} == file.data
    assert "aboutSystem3" not in after


def test_stored_answers_of_the_other_phase_and_of_hidden_questions_stay_and_do_not_count():
    file = official("phase-mix")
    assert (file.score_so_far().mitigation, file.assessment().score().mitigation) == (62, 31)
    assert file.updated(file.assessment()) == file
    hidden = read({"projectDetailsPhase": "item1", "impact26": "item5-0", "impact27": "item1-1"})
    assert hidden.score_so_far().raw == 1
    assert hidden.assessment().score().raw == 0
    assert "exclusion-harm" not in hidden.assessment().answers
    assert hidden.updated(hidden.assessment()) == hidden


def test_without_a_phase_only_answers_that_are_the_same_in_both_are_taken():
    file = read({"aboutSystem3": "item1-0", "privacyDesign1": "item1-2"})
    assert file.phase is None
    assert file.assessment().answers == {"developer": "own"}
    with pytest.raises(ArtefactError, match="Choose the phase"):
        file.updated(file.assessment())


@pytest.mark.parametrize("value", [None, "", []])
def test_a_blank_in_a_file_is_no_answer(value):
    file = read({"projectDetailsPhase": "item1", "aboutSystem3": value, "decisionSector1": value})
    assert file.assessment().answers is None or file.assessment().answers == {}
    assert file.updated(file.assessment()) == file


@pytest.mark.parametrize("value", ["item1-1", ["item1-1"]])
def test_one_value_counts_with_and_without_a_list(value):
    file = read({"projectDetailsPhase": "item1", "decisionSector1": value, "riskProfile3": value})
    assert file.assessment().chosen() == {
        "decision-fields": ("health",), "groups-out-of-scope": ("yes",),
    }  # fmt: skip
    assert file.updated(file.assessment()) == file


# Releases


@pytest.mark.parametrize(
    "version", ["v0.8", "0.8", "v0.8.0", "v0.9.1", "v0.10.0", "v1.0.0", "1.0.1", "v1.0.1"]
)
def test_files_of_releases_0_8_to_1_0_1_are_read_and_written_as_1_0_1(version):
    file = read({"projectDetailsPhase": "item1", "aboutSystem3": "item1-0"}, version)
    assert file.version == version
    assert file.assessment().answers == {"developer": "own"}
    assert json.loads(file.updated(file.assessment()).to_json())["version"] == "v1.0.1"


@pytest.mark.parametrize(
    "version", ["v0.7.9", "0.7", "v1.0.2", "v1.1", "v2", "1", "", "v1.0.1-beta", "latest", "v0.٩.1",
                "v" + "9" * 5000]
)  # fmt: skip
def test_a_file_of_another_release_is_refused_in_one_line(version):
    codes, text = refusal(written({}, version))
    assert codes == ["aia-file-version"]
    assert "Only releases 0.8 to 1.0.1" in text
    assert len(text) < 200


def test_answers_of_an_older_release_that_are_no_longer_offered_are_kept_apart():
    old = {"aboutSystem3": "item9-7", "riskProfile1": ["item1-3", "item2-0"], "impact30": 4}
    kept = {"aboutSystem1": "item6-1", "projectDetailsPhase": "item2", "riskProfile2": "item1-3"}
    file = read({**old, **kept}, "v0.9.1", notConverted={"earlier": 1})
    assessment = file.assessment()
    assert assessment.answers == {"equity-groups-served": "yes"}
    new = file.updated(assessment)
    assert OfficialFile.from_json(new.to_json()) == new
    assert new.data == kept
    assert new.content["notConverted"] == {"earlier": 1, **old}
    assert new.updated(new.assessment()) == new


def test_an_unknown_phase_of_an_older_release_is_left_to_be_chosen():
    assert read({"projectDetailsPhase": "item7"}, "v0.9.1").phase is None


# Malformed files


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "aia-file-not-json"),
        ("{", "aia-file-not-json"),
        ("<html>", "aia-file-not-json"),
        ('{"version": "v1.0.1", "data": {"a": NaN}}', "aia-file-not-json"),
        ('{"version": "v1.0.1", "data": {"a": 1e999}}', "aia-file-not-json"),
        ('{"version": "v1.0.1", "data": {"a": ' + "9" * 5000 + "}}", "aia-file-not-json"),
        ('{"version": "v1.0.1", "data": {}, "data": {}}', "aia-file-not-json"),
        ('{"data": ' + "[" * 100_000 + "]" * 100_000 + "}", "aia-file-not-json"),
        (" " * (LONGEST + 1), "aia-file-too-long"),
        ("[]", "aia-file-not-a-form"),
        ("null", "aia-file-not-a-form"),
        ("3", "aia-file-not-a-form"),
        ('{"data": {}}', "aia-file-not-a-form"),
        ('{"version": "v1.0.1"}', "aia-file-not-a-form"),
        (written({}, 1.0), "aia-file-not-a-form"),
        (written([]), "aia-file-not-a-form"),
        (written("{}"), "aia-file-not-a-form"),
        (written({}, currentPage="two"), "aia-file-not-a-form"),
        (written({}, currentPage=True), "aia-file-not-a-form"),
        (written({}, translationsOnResult=[]), "aia-file-not-a-form"),
        (written({"projectDetailsTitle": ["a"]}), "aia-file-not-a-form"),
        (written({"aboutSystem3": "item9-9"}), "aia-file-value"),
        (written({"aboutSystem3": "own"}), "aia-file-value"),
        (written({"aboutSystem3": 3}), "aia-file-value"),
        (written({"aboutSystem3": {"a": 1}}), "aia-file-value"),
        (written({"decisionSector1": ["item1-1", ["item2-1"]]}), "aia-file-value"),
        (written({"projectDetailsPhase": "item3"}), "aia-file-value"),
        (written({"projectDetailsPhase": ["item1"]}), "aia-file-value"),
        (written({"aboutSystem3": ["item1-0", "item2-0"]}), "aia-file-one-value"),
        (written({"decisionSector1": ["item1-1", "item1-1"]}), "aia-twice"),
    ],
    ids=lambda value: str(value)[:50],
)  # fmt: skip
def test_a_malformed_file_gets_one_clear_message(text, code):
    codes, message = refusal(text)
    assert codes == [code]
    assert "\n" not in message
    assert len(message) < 300


def test_all_faults_of_the_answers_are_named_at_once_with_their_places():
    with pytest.raises(ArtefactError) as refused:
        read({"aboutSystem3": "x", "privacyDesign1": "y"})
    assert [each.where for each in refused.value.faults] == [
        "data.aboutSystem3", "data.privacyDesign1",
    ]  # fmt: skip
    assert "item1-0, item2-0, item3-1, item4-1" in refused.value.faults[0].read("en")


def test_a_missing_file_and_one_that_is_no_text_are_refused_in_one_line(tmp_path):
    binary = tmp_path / "binary.json"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "gone.json", tmp_path, binary):
        with pytest.raises(ArtefactError) as refused:
            OfficialFile.read(path)
        assert [each.code for each in refused.value.faults] == ["dossier-file"]
    with pytest.raises(ArtefactError):
        official("raw-84").save(tmp_path / "no folder" / "file.json")
