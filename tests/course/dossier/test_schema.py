"""The schema: editors accept in a YAML file what the course accepts, and explain each field."""

from __future__ import annotations

import json
from typing import ClassVar

import polib
import pytest
import yaml
from jsonschema import Draft7Validator

from course import language, places
from course.dossier import FairnessStatement, ModelCard
from course.dossier.fields.schema import COMMENT, SchemaError, export, file_name, schema
from course.dossier.papers import ARTEFACTS
from course.start.command import main
from tests.course.dossier.every_kind import OFFICE, Office
from tests.course.dossier.examples import CARD, STATEMENT


def as_an_editor_reads(text: str) -> object:
    """YAML 1.2: days are texts, and yes and no are words. PyYAML follows YAML 1.1."""

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers: ClassVar = {
            sign: [
                (tag, pattern)
                for tag, pattern in resolvers
                if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")
            ]
            for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    return yaml.load(text, Loader)


def errors(artefact_class, text: str) -> list[str]:
    found = Draft7Validator(schema(artefact_class, "en")).iter_errors(as_an_editor_reads(text))
    return [".".join(map(str, each.absolute_path)) for each in found]


EXAMPLES = [(ModelCard, CARD), (FairnessStatement, STATEMENT), (Office, OFFICE)]


@pytest.mark.parametrize(("artefact_class", "text"), EXAMPLES)
def test_a_schema_is_valid_and_accepts_a_complete_artefact(artefact_class, text):
    Draft7Validator.check_schema(schema(artefact_class))
    assert artefact_class.from_yaml(text).faults() == []
    saved = artefact_class.from_yaml(text).to_yaml().replace("true", "yes").replace("false", "no")
    assert errors(artefact_class, text.replace("is_public: true", "is_public: sim")) == []
    assert errors(artefact_class, saved) == []


@pytest.mark.parametrize(("artefact_class", "text"), EXAMPLES)
def test_a_blank_field_is_no_error_in_the_editor(artefact_class, text):
    assert (
        errors(artefact_class, "".join(f"{name}:\n" for name in artefact_class.model_fields)) == []
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ownr: A", ""),
        ("name: [a]", "name"),
        ("aims: Advice", "aims"),
        ("opened_on: 5", "opened_on"),
        ("is_public: perhaps", "is_public"),
        ("channel: pigeon", "channel"),
        ("share: 75", "share"),
        ("share: -0.1", "share"),
        ("budget: much", "budget"),
        ("main_desk: Entrance", "main_desk"),
        ("desks: [{people: 1.5}]", "desks.0.people"),
        ("desks_by_city: {Aberport: {peple: 1}}", "desks_by_city.Aberport"),
    ],
)
def test_the_editor_marks_what_the_course_refuses(text, place):
    assert errors(Office, text) == [place]
    assert Office.faults_in(text)[0].code.startswith("dossier-")


def test_titles_and_descriptions_are_in_the_language(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "PACKAGE", tmp_path)
    file = polib.POFile()
    for english, french in (
        ("Model card", "Fiche de modèle"),
        ("Owner", "Responsable"),
        ("the day by which the card is looked at again.", "le jour de la relecture."),
        ("yes", "oui"),
        ("no", "non"),
    ):
        file.append(polib.POEntry(msgid=english, msgstr=french))
    path = places.locale() / "fr" / "course.po"
    path.parent.mkdir(parents=True)
    path.write_text(str(file), encoding="utf-8")
    language.catalogue_in.cache_clear()
    card, office = schema(ModelCard, "fr"), schema(Office, "fr")
    language.catalogue_in.cache_clear()
    assert card["title"] == "Fiche de modèle"
    assert card["properties"]["owner"]["title"] == "Responsable"
    assert card["properties"]["review_on"]["description"] == "le jour de la relecture."
    assert office["properties"]["is_public"]["enum"][:2] == ["oui", "non"]


def test_schemas_are_written_into_a_folder_and_saved_files_name_them(tmp_path):
    written = export([ModelCard, FairnessStatement], tmp_path, "en")
    assert [each.name for each in written] == ["model-card.json", "fairness-statement.json"]
    assert json.loads(written[0].read_text(encoding="utf-8")) == schema(ModelCard, "en")
    card = ModelCard.from_yaml(CARD)
    card.save(tmp_path / "card.yml")
    first, _, rest = (tmp_path / "card.yml").read_text(encoding="utf-8").partition("\n")
    assert first == COMMENT + "schema/model-card.json"
    assert (tmp_path / first.removeprefix(COMMENT)).is_file()
    assert rest == card.to_yaml()
    assert ModelCard.read(tmp_path / "card.yml") == card


def test_a_saved_file_names_no_schema_that_is_not_there(tmp_path):
    ModelCard.from_yaml(CARD).save(tmp_path / "card.yml")
    assert "$schema" not in (tmp_path / "card.yml").read_text(encoding="utf-8")


def test_where_no_schema_can_be_written_one_line_says_so(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(SchemaError) as refused:
        export([ModelCard], tmp_path / "file")
    assert str(refused.value).count("\n") == 0
    assert "name a folder" in str(refused.value)


def test_the_name_of_a_file_is_that_of_its_class():
    assert file_name(FairnessStatement) == "fairness-statement"


# The command


def test_the_command_writes_a_schema_for_each_artefact_of_a_dossier(tmp_path, capsys):
    assert main(["schema", str(tmp_path), "--lang", "en"]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'schema'}: {len(ARTEFACTS)} schemas\n"
    names = {each.name for each in (tmp_path / "schema").iterdir()}
    assert names == {f"{name}.json" for name in ARTEFACTS}


@pytest.mark.parametrize(
    ("call", "line"),
    [
        (["schema", "{folder}/file"], "schema: Not a directory"),
        (["schema", "{folder}", "--lang", "xx"], "no language 'xx'"),
    ],
)
def test_the_command_says_in_one_line_what_is_wrong(tmp_path, capsys, call, line):
    (tmp_path / "file").write_text("")
    assert main([each.format(folder=tmp_path) for each in call]) != 0
    (said,) = capsys.readouterr().err.splitlines()
    assert line in said
