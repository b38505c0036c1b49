"""What the course promises about every data set, and about those that are not there."""

import hashlib
import html.parser
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import course
from course import describe_dataset, language, load_dataset, places
from course.data import datasets
from course.data.datasets import DatasetError, dataset_names
from course.data.datasheet import PARTS

every_dataset = pytest.mark.parametrize("name", dataset_names())

SHEET = """\
title: "Small & <b>bold</b>"
summary: A made-up table.
source: {publisher: nobody <script>, address: https://example.org/?a=1&b=2}
licence: [Made up for a test.]
file: {name: data.csv, rows: 2, bytes: 0, sha256: SHA256, in the course since: "2026-11-25"}
columns:
  - {name: office, label: City, meaning: Where, type: category, values: [Lagos, Lima]}
  - name: level
    label: Height
    meaning: How high
    type: category
    ordered: true
    values: [low, high]
    labels: {low: Near the ground, high: Under the roof}
  - {name: count, label: People, meaning: How many, unit: people, type: integer, range: [1, 2]}
  - {name: gap, label: Gap, meaning: May be empty, type: integer, missing: true}
  - {name: share, label: Share, meaning: Which part, type: decimal}
  - {name: note, label: Note, meaning: Words, type: text}
  - {name: day, label: Day, meaning: When, type: date}
groups: {present: {office: {Lagos: 1, Lima: 1}}, absent: [Everybody else.]}
known harms: [None known.]
motivation: [m]
composition: [c]
collection: [c]
preprocessing: [p]
uses: [u]
distribution: [d]
maintenance: [m]
"""
DATA = """\
office,level,count,gap,share,note,day
Lima,high,1,,0.5,NA,2024-02-29
Lagos,low,2,7,0.25,two words,2025-01-01
"""


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A folder of data sets that a test may fill and break."""
    monkeypatch.setattr(places, "datasets", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def small(shelf):
    folder = shelf / "small"
    folder.mkdir()
    (folder / "data.csv").write_bytes(DATA.encode())
    digest = hashlib.sha256(DATA.encode()).hexdigest()
    (folder / "datasheet.yml").write_text(SHEET.replace("SHA256", digest), encoding="utf-8")
    return folder


def refusal(function, *arguments):
    with pytest.raises(DatasetError) as caught:
        function(*arguments)
    message = str(caught.value)
    assert "\n" not in message
    return message


# What is true of every data set that the course ships.


@every_dataset
def test_the_file_is_the_one_the_datasheet_describes(name):
    described = describe_dataset(name).content["file"]
    content = (places.datasets() / name / described["name"]).read_bytes()
    assert len(content) == described["bytes"]
    assert hashlib.sha256(content).hexdigest() == described["sha256"]
    assert len(load_dataset(name)) == described["rows"]


@every_dataset
def test_the_datasheet_has_the_seven_parts_with_something_in_each(name):
    content = describe_dataset(name).content
    for part in [
        "motivation",
        "composition",
        "collection",
        "preprocessing",
        "uses",
        "distribution",
        "maintenance",
    ]:
        assert content[part] and all(isinstance(sentence, str) for sentence in content[part])


@every_dataset
def test_the_datasheet_explains_each_column_of_the_file_in_its_order(name):
    columns = describe_dataset(name).content["columns"]
    assert [column["name"] for column in columns] == list(load_dataset(name).columns)
    assert all(column["meaning"] for column in columns)


@every_dataset
def test_cells_are_empty_only_where_the_datasheet_says_so(name):
    """A value that the datasheet forgot would turn into an empty cell, so this finds it too."""
    table = load_dataset(name)
    for column in describe_dataset(name).content["columns"]:
        assert table[column["name"]].isna().any() == column.get("missing", False), column["name"]


@every_dataset
def test_values_and_ranges_are_those_the_datasheet_names(name):
    table = load_dataset(name)
    for column in describe_dataset(name).content["columns"]:
        values = table[column["name"]].dropna()
        if column["type"] == "category":
            assert set(values) == set(column["values"]), column["name"]
        if "range" in column:
            assert [values.min(), values.max()] == column["range"], column["name"]


@every_dataset
def test_groups_are_as_large_as_the_datasheet_says(name):
    table = load_dataset(name)
    for column, counts in describe_dataset(name).content["groups"]["present"].items():
        assert table[column].value_counts().to_dict() == counts


@every_dataset
def test_the_datasheet_says_who_is_absent_which_harms_are_known_and_what_the_licence_is(name):
    content = describe_dataset(name).content
    assert content["groups"]["absent"] and content["known harms"] and content["licence"]


# Loading.


def test_columns_have_the_types_that_the_datasheet_names(small):
    table = load_dataset("small")
    assert table["office"].dtype == pd.CategoricalDtype(["Lagos", "Lima"], ordered=False)
    assert table["level"].dtype == pd.CategoricalDtype(["low", "high"], ordered=True)
    assert table["count"].dtype == "int64"
    assert table["gap"].dtype == pd.Int64Dtype()
    assert table["share"].dtype == "float64"
    assert table["day"].tolist() == [pd.Timestamp("2024-02-29"), pd.Timestamp("2025-01-01")]


def test_only_an_empty_cell_is_missing(small):
    table = load_dataset("small")
    assert table["gap"].isna().tolist() == [True, False]
    assert table["note"].tolist() == ["NA", "two words"]


def test_ordered_categories_can_be_compared():
    table = load_dataset("compas")
    assert (table["score_text"] >= "Medium").sum() == (table["decile_score"] >= 5).sum()


def test_a_learner_may_change_the_table_without_changing_the_next_one():
    untouched = load_dataset("compas")
    mine = load_dataset("compas")
    mine.loc[:, "decile_score"] = 0
    mine["sex"] = mine["sex"].cat.rename_categories({"Male": "Man", "Female": "Woman"})
    del mine["race"]
    mine.iloc[0, 0] = "Man"
    pd.testing.assert_frame_equal(load_dataset("compas"), untouched)


def test_the_file_is_read_once_in_a_session(small):
    load_dataset("small")
    (small / "data.csv").unlink()
    assert len(load_dataset("small")) == 2


def test_nothing_touches_the_network(monkeypatch):
    def refuse(*arguments, **options):
        raise AssertionError("a data set opened a connection")

    monkeypatch.setattr(socket, "socket", refuse)
    datasets._table.cache_clear()
    datasets._sheet.cache_clear()
    for name in dataset_names():
        load_dataset(name)
        describe_dataset(name)._repr_html_()


def test_it_works_where_the_package_carries_its_data_as_an_installed_wheel_does(tmp_path):
    package = tmp_path / "course"
    (package / "data").mkdir(parents=True)
    for module in [
        "__init__",
        "places",
        "language",
        "errors",
        "os_errors",
        "data/__init__",
        "data/datasheet",
        "data/datasets",
    ]:
        shutil.copy(Path(course.__file__).parent / f"{module}.py", package / f"{module}.py")
    shutil.copytree(places.datasets() / "compas", package / "_data" / "datasets" / "compas")
    told = subprocess.run(
        [sys.executable, "-c", "import course; print(len(course.load_dataset('compas')))"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert told.stdout.strip() == "7214", told.stderr


# Names to read.


def test_on_request_columns_and_categories_have_names_to_read(small):
    table = load_dataset("small", lang="en")
    assert list(table.columns) == ["City", "Height", "People", "Gap", "Share", "Note", "Day"]
    assert table["Height"].tolist() == ["Under the roof", "Near the ground"]
    assert table["Height"].dtype.ordered
    assert list(load_dataset("small").columns)[:2] == ["office", "level"]


def test_names_are_in_the_language_asked_for():
    table = load_dataset("compas", lang="es")
    assert "Sexo" in table.columns
    assert set(table["Sexo"]) == {"Mujeres", "Hombres"}


def test_the_page_is_in_the_language_of_the_notebook(monkeypatch):
    monkeypatch.setenv("AI4GOV_LANG", "fr")
    page = describe_dataset("compas")._repr_html_()
    assert page.startswith('<article lang="fr"')
    assert "<h3>Licence</h3>" in page and "<h3>Colonnes</h3>" in page


@every_dataset
@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_in_every_language_names_are_there_and_differ_from_one_another(name, lang):
    table, labelled = load_dataset(name), load_dataset(name, lang=lang)
    assert labelled.columns.is_unique and all(labelled.columns)
    assert labelled.shape == table.shape
    for column, read in zip(table.columns, labelled.columns, strict=True):
        if isinstance(table[column].dtype, pd.CategoricalDtype):
            assert labelled[read].cat.codes.equals(table[column].cat.codes)
        else:
            pd.testing.assert_series_equal(labelled[read], table[column], check_names=False)


def test_a_language_the_course_does_not_have_is_refused_with_those_it_has():
    for function in (load_dataset, describe_dataset):
        assert "'en', 'fr', 'es', 'pt'" in refusal(function, "compas", "de")


# What goes wrong.


@pytest.mark.parametrize("name", ["compass", "Compas", "COMPAS", "compas.csv", "../compas"])
def test_a_name_that_is_nearly_right_gets_the_right_one(name):
    for function in (load_dataset, describe_dataset):
        assert "did you mean 'compas'?" in refusal(function, name)


@pytest.mark.parametrize("name", ["weather", "", None, 6])
def test_a_name_like_no_other_gets_the_names_there_are(name):
    assert "'compas'" in refusal(load_dataset, name)


def test_a_damaged_file_says_so_and_how_to_mend_it(small):
    (small / "data.csv").write_bytes(DATA.replace("0.25", "0.26").encode())
    message = refusal(load_dataset, "small")
    assert "'small' is damaged" in message
    assert "data.csv" in message
    assert "git checkout" in message and "install the course again" in message


def test_a_mended_file_loads_in_the_same_session(small):
    (small / "data.csv").write_bytes(b"")
    refusal(load_dataset, "small")
    (small / "data.csv").write_bytes(DATA.encode())
    assert len(load_dataset("small")) == 2


def test_a_missing_file_says_which_and_how_to_mend_it(small):
    (small / "data.csv").unlink()
    message = refusal(load_dataset, "small")
    assert "data.csv" in message and "install the course again" in message


def test_a_datasheet_that_cannot_be_read_says_which(small):
    (small / "datasheet.yml").write_text("title: [", encoding="utf-8")
    assert "datasheet.yml cannot be read" in refusal(describe_dataset, "small")


def test_a_column_type_that_nobody_knows_is_named(small):
    sheet = small / "datasheet.yml"
    sheet.write_text(sheet.read_text("utf-8").replace("type: decimal", "type: money"), "utf-8")
    message = refusal(load_dataset, "small")
    assert "'share'" in message and "'money'" in message


@pytest.mark.parametrize(
    ("written", "spoilt", "message"),
    [
        ("type: decimal", "type: money", "columns[4].type (column 'share'): should be"),
        ("meaning: Which part, ", "", "columns[4].meaning (column 'share'): missing"),
        ("- {name: day, label", "- {lable", "columns[6].name: missing"),
        (", values: [Lagos, Lima]", "", "columns[0] (column 'office'): a category needs `values`"),
        ("[Lagos, Lima]", "[yes, Lima]", "columns[0].values[0] (column 'office'): "),
        ("[low, high]", "[low, low]", "columns[1] (column 'level'): the value 'low' is listed"),
        ("{low: Near", "{tiny: Near", "columns[1] (column 'level'): `labels` names 'tiny'"),
        ("range: [1, 2]", "range: [2, 1]", "columns[2] (column 'count'): the `range` begins"),
        ("type: text", "type: text, range: [1, 2]", "columns[5] (column 'note'): only numbers"),
        ("type: text", "type: text, values: [a]", "columns[5] (column 'note'): only a category"),
        ("rows: 2", "rows: two", "file.rows: should be a valid integer, not 'two'"),
        ("rows: 2", "row: 2", "file.rows: missing"),
        ("{Lagos: 1,", "{Lagos: 1, Rome: 1,", "groups.present.office names 'Rome', which is"),
        ("present: {office", "present: {town", "groups.present names 'town', which is no column"),
        ("licence: [Made up for a test.]", "licence: free", "licence: should be a valid list"),
        ("known harms:", "known harm:", "known harms: missing; write it (and 1 more)"),
        ("uses: [u]", "uses: []", "uses: "),
        ("uses: [u]", "uses: [u]\nuse: [u]", "use: no such entry; did you mean 'uses'?"),
        ("publisher: nobody <script>, ", "", "source.publisher: missing"),
    ],
)
def test_a_faulty_datasheet_is_refused_with_file_and_place(small, written, spoilt, message):
    sheet = small / "datasheet.yml"
    assert written in SHEET
    sheet.write_text(sheet.read_text("utf-8").replace(written, spoilt, 1), "utf-8")
    for function in (describe_dataset, datasets.datasheet):
        assert f"{sheet}: {message}" in refusal(function, "small")


@pytest.mark.parametrize("content", ["", "- a\n", "only words\n", "columns: {}\n"])
def test_a_file_that_is_no_datasheet_is_refused_by_every_function(small, content):
    (small / "datasheet.yml").write_text(content, encoding="utf-8")
    for function in (load_dataset, describe_dataset):
        assert "datasheet.yml: " in refusal(function, "small")


@pytest.mark.parametrize(
    ("written", "spoilt", "place"),
    [
        ("columns:", "colums:", "columns: missing"),
        ("sha256:", "sha:", "file.sha256: missing"),
        ("type: decimal", "typ: decimal", "columns[4].type (column 'share'): missing"),
        (", values: [Lagos, Lima]", "", "columns[0] (column 'office'): a category"),
    ],
)
def test_a_table_that_its_datasheet_does_not_describe_is_refused_with_the_place(
    small, written, spoilt, place
):
    sheet = small / "datasheet.yml"
    sheet.write_text(sheet.read_text("utf-8").replace(written, spoilt, 1), "utf-8")
    assert f"{sheet}: {place}" in refusal(load_dataset, "small")


def test_loading_a_table_does_not_wait_for_pydantic():
    program = (
        "import sys, course; course.load_dataset('compas'); sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_course_without_data_sets_says_so(shelf):
    assert "no data set in" in refusal(load_dataset, "compas")


def test_refusals_are_in_the_language_of_the_notebook(monkeypatch):
    monkeypatch.setenv("AI4GOV_LANG", "pt")
    assert "'compas'" in refusal(load_dataset, "compass")
    assert "did you mean" not in refusal(load_dataset, "compass")


# The page.


class Page(html.parser.HTMLParser):
    """Collects the tags, headings and links of a page, and finds tags that are not closed."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.words, self.links = [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.open.append(tag)
        if tag == "a":
            self.links.append(dict(attributes)["href"])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


@every_dataset
def test_the_page_is_well_formed_with_headings_and_nothing_from_outside(name):
    page = Page(describe_dataset(name)._repr_html_())
    assert page.open == []
    assert page.tags.count("h2") == 1
    assert page.tags.count("h3") >= 12
    assert not {"img", "script", "link", "style", "iframe"} & set(page.tags)


@every_dataset
def test_page_and_text_show_all_that_the_datasheet_says(name):
    sheet = describe_dataset(name)
    page = " ".join(" ".join(Page(sheet._repr_html_()).words).split())
    text = " ".join(repr(sheet).split())
    content = sheet.content
    sentences = [content["title"], content["summary"], *content["licence"]]
    sentences += content["known harms"] + content["groups"]["absent"]
    sentences += [sentence for part in PARTS for sentence in content[part]]
    sentences += [column["meaning"] for column in content["columns"]]
    for sentence in sentences:
        assert " ".join(sentence.split()) in page
        assert " ".join(sentence.split()) in text


def test_what_a_datasheet_says_cannot_become_html(small):
    page = describe_dataset("small")._repr_html_()
    assert "Small &amp; &lt;b&gt;bold&lt;/b&gt;" in page
    assert "nobody &lt;script&gt;" in page
    assert Page(page).links == ["https://example.org/?a=1&b=2"]


def test_the_text_fits_a_terminal():
    lines = repr(describe_dataset("compas")).splitlines()
    assert [line for line in lines if len(line) > 88 and "https://" not in line] == []
