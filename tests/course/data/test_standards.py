"""Data sets in the forms of others: Croissant for catalogues, pandera for checking a table."""

import json
import logging

import mlcroissant
import pandas as pd
import pandera.errors
import pytest

from course import load_dataset, places
from course.data.datasets import DatasetError, dataset_names
from course.data.schemas import schema

every_dataset = pytest.mark.parametrize("name", dataset_names())


@every_dataset
def test_mlcroissant_accepts_the_description_without_a_warning(name, caplog):
    with caplog.at_level(logging.WARNING):
        described = mlcroissant.Dataset(jsonld=places.datasets() / name / "croissant.json")
    assert described.metadata.issues.errors == set()
    assert described.metadata.issues.warnings == set()
    assert [record.message for record in caplog.records if "@context" in record.message] == []


@pytest.mark.weekly
@every_dataset
def test_mlcroissant_reads_the_same_rows_as_the_course(name):
    described = mlcroissant.Dataset(jsonld=places.datasets() / name / "croissant.json")
    table = load_dataset(name)
    count = 0
    for count, record in enumerate(described.records("rows"), 1):
        if count <= 20:
            for column, value in record.items():
                ours = table[column.removeprefix("rows/")].iloc[count - 1]
                read = value.decode() if isinstance(value, bytes) else value
                assert (pd.isna(read) and pd.isna(ours)) or read == ours
    assert count == len(table)


@every_dataset
def test_the_vocabulary_for_responsible_ai_says_limits_biases_and_harms(name):
    path = places.datasets() / name / "croissant.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    assert "http://mlcommons.org/croissant/RAI/1.0" in described["conformsTo"]
    for entry in ("dataCollection", "dataLimitations", "dataBiases", "dataSocialImpact"):
        assert described[f"rai:{entry}"]


@every_dataset
def test_the_table_fits_its_schema(name):
    schema(name).validate(load_dataset(name), lazy=True)


def test_a_table_that_does_not_fit_is_refused_with_column_and_reason():
    table = load_dataset("compas")
    table.loc[3, "decile_score"] = 11
    with pytest.raises(pandera.errors.SchemaError, match=r"decile_score.*in_range\(1, 10\)"):
        schema("compas").validate(table)
    with pytest.raises(pandera.errors.SchemaError, match="race"):
        schema("compas").validate(load_dataset("compas").astype({"race": "str"}))
    with pytest.raises(pandera.errors.SchemaError, match="sex"):
        schema("compas").validate(load_dataset("compas").drop(columns="sex"))


def test_a_schema_for_an_unknown_name_is_refused_like_the_data_set():
    with pytest.raises(DatasetError, match="did you mean 'compas'"):
        schema("compass")
