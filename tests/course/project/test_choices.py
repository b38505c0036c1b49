"""What a team may write as names of members, and as words after which a person decides."""

from __future__ import annotations

import pytest

from course.project import Choices, Team
from course.project.choices import OwnChoices


def faults(artefact, field: str) -> list[str]:
    return [each.code for each in artefact.faults() if each.where.startswith(field)]


@pytest.mark.parametrize("name", ["Na", "Nada", "Nil", "Ras", "X"])
def test_a_real_name_is_no_placeholder(name):
    assert faults(Team(members=["Ana Paz", name]), "members") == []


@pytest.mark.parametrize("name", ["...", "-", "[name]", "TODO", "<name>", "Ana and ..."])
def test_a_name_that_is_still_to_come_is_told(name):
    assert faults(Team(members=["Ana Paz", name]), "members") == ["dossier-placeholder"]


@pytest.mark.parametrize("kind", [Choices, OwnChoices])
@pytest.mark.parametrize("word", ["nobody", "no one", "nadie", "🔥", "⚠️", "112"])
def test_words_and_pictures_of_danger_are_taken_as_they_are_written(kind, word):
    assert faults(kind(always_person=[word]), "always_person") == []


@pytest.mark.parametrize("word", ["a", "no", "é", "1", "$", "."])
def test_a_sign_that_stands_in_nearly_every_text_is_told(word):
    assert faults(Choices(always_person=[word]), "always_person") != []


def test_both_kinds_of_choices_name_their_options_alike():
    for kind in (Choices, OwnChoices):
        assert kind.option_name("features", "words", "en") == "words and pairs of words"
        assert kind.option_name("features", "other", "en") is None
