"""Frameworks: data files whose texts are translated by catalogues."""

from __future__ import annotations

import datetime

import polib
import pytest

from course.frameworks import (
    FrameworkError,
    catalogue_of,
    framework,
    framework_names,
    read_framework,
    texts,
)
from course.publishing.catalogue import PublishingError

CLASSES = """
instrument: A tiny law
in_force: 2026-08-02
summary: {1: Tell people., 2: Ask an expert.}
classes:
  - id: small
    title: Small
    article: Article 6(1)
    options:
      - {key: "yes", weight: 2, label: "Yes"}
    text: [First., Second.]
"""
TEXTS = ["Tell people.", "Ask an expert.", "Small", "Yes", "First.", "Second."]


@pytest.fixture
def tiny(installed_repository):
    installed_repository.write("course/frameworks/tiny.yml", CLASSES)
    return installed_repository


def test_the_texts_are_those_below_keys_for_texts_and_no_others(tiny):
    assert texts(framework("tiny", "en")) == TEXTS


def test_a_framework_is_read_with_its_values_as_they_are_written(tiny):
    content = framework("tiny")
    assert content["in_force"] == datetime.date(2026, 8, 2)
    assert content["summary"] == {1: "Tell people.", 2: "Ask an expert."}
    assert content["classes"][0]["options"] == [{"key": "yes", "weight": 2, "label": "Yes"}]


def test_texts_are_in_the_readers_language_and_data_are_not_changed(tiny, monkeypatch):
    tiny.translate("fr", catalogue_of("tiny"), Small="Petit")
    monkeypatch.setenv("AI4GOV_LANG", "fr")
    for content in (framework("tiny"), framework("tiny", "fr")):
        entry = content["classes"][0]
        assert entry["title"] == "Petit"
        assert entry["options"] == [{"key": "yes", "weight": 2, "label": "«fr Yes»"}]
        assert entry["text"] == ["«fr First.»", "«fr Second.»"]
        assert content["summary"][2] == "«fr Ask an expert.»"
        assert (entry["id"], entry["article"]) == ("small", "Article 6(1)")
        assert content["instrument"] == "A tiny law"


def test_a_text_without_a_translation_stays_in_english(tiny):
    tiny.translate("fr", catalogue_of("tiny"), Small="")
    assert framework("tiny", "fr")["classes"][0]["title"] == "Small"
    assert framework("tiny", "pt")["classes"][0]["title"] == "Small"


def test_a_changed_copy_does_not_change_the_next_one(tiny):
    framework("tiny")["classes"][0]["options"].clear()
    assert len(framework("tiny")["classes"][0]["options"]) == 1


def test_the_build_keeps_a_catalogue_for_each_language_and_reports_its_coverage(tiny):
    tiny.translate("es", catalogue_of("tiny"), Yes="")
    built = tiny.write_build()
    for lang in ("fr", "es", "pt"):
        entries = polib.pofile(str(tiny.catalogue(lang, "frameworks/tiny")))
        assert [entry.msgid for entry in entries] == TEXTS
        assert entries[0].occurrences == [("course/frameworks/tiny.yml", "")]
    assert built.coverage["es"]["frameworks/tiny"] == (5, 6)
    assert built.coverage["fr"]["frameworks/tiny"] == (0, 6)


def test_the_build_brings_a_catalogue_up_to_date_when_a_text_changes(tiny):
    tiny.translate("fr", catalogue_of("tiny"))
    tiny.change("course/frameworks/tiny.yml", "First.", "One.")
    # Each file is read once in a process; a build reads it again.
    assert tiny.write_build().coverage["fr"]["frameworks/tiny"] == (5, 6)


def test_the_build_refuses_a_framework_that_cannot_be_read(tiny):
    tiny.write("course/frameworks/tiny.yml", "a: [")
    with pytest.raises(FrameworkError, match=r"tiny\.yml: not a readable framework"):
        tiny.build()


def test_the_build_refuses_a_translation_without_its_values(tiny):
    tiny.change("course/frameworks/tiny.yml", "Small", "Small {value}")
    tiny.translate("fr", catalogue_of("tiny"), **{"Small {value}": "Petit"})
    with pytest.raises(PublishingError, match="value"):
        tiny.build()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: !!python/object/apply:os.getcwd []", "could not determine a constructor"),
        ("a: [", "node content"),
        ("- a", "must begin with a key"),
        ("", "must begin with a key"),
    ],
)
def test_a_file_that_is_no_framework_is_refused_in_one_line(tmp_path, text, reason):
    path = tmp_path / "bad.yml"
    path.write_text(text)
    with pytest.raises(FrameworkError) as raised:
        read_framework(path)
    assert reason in str(raised.value)
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_missing_file_is_refused_in_one_line(tmp_path):
    with pytest.raises(FrameworkError, match=r"gone\.yml: not a readable framework"):
        read_framework(tmp_path / "gone.yml")


def test_an_unknown_name_is_answered_with_the_known_ones(tiny):
    assert framework_names() == ["tiny"]
    with pytest.raises(FrameworkError, match=r"no framework 'other'; it has: tiny\.$"):
        framework("other")
