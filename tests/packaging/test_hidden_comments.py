"""The comments on which the grader tries a service reach no learner."""

from __future__ import annotations

import gzip
import json
import zipfile

import pytest

from course.language import LANGUAGES
from course.publishing import secrets
from tests.packaging.hidden_comments import FILE, FOLDER, ROOT, rows, sentences, traces
from tests.packaging.hidden_comments import traces_below as below

LINES = secrets.secret_lines(ROOT / "source")
SENTENCES = secrets.hidden_sentences(ROOT / "source")


def test_the_sentences_that_are_searched_for_stand_in_the_hidden_file():
    """Otherwise the tests below would pass whatever is published."""
    assert len(sentences()) >= 15 * len(LANGUAGES)
    assert all(len(sentence) >= 30 for sentence in sentences())
    texts = "\n".join(row["text"] for row in rows())
    # Noise changes a letter in most comments, and a few patterns were never drawn.
    assert sum(sentence in texts for sentence in sentences()) > 0.7 * len(sentences())


def test_the_search_finds_them_packed_and_unpacked(tmp_path):
    assert list(traces("a.csv.gz", gzip.compress(FILE.read_bytes())))
    assert list(traces("renamed.gz", gzip.compress(gzip.decompress(FILE.read_bytes()))))
    with zipfile.ZipFile(tmp_path / "a.whl", "w") as wheel:
        wheel.write(FOLDER / "hidden" / "texts" / "fr.yml", "course/fr.yml")
    assert below(tmp_path)


def test_no_release_no_public_data_and_no_package_of_learners_holds_them():
    assert not below(
        ROOT / "release", ROOT / "course", ROOT / "autograder", ROOT / "classroom", ROOT / "binder"
    )
    assert not below(ROOT / "datasets")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("datasets/x/hidden-comments.csv.gz", b"\x1f\x8b\x08"),
        ("datasets/x/hidden-people.csv", b"a,b"),
        ("course/hidden/en.yml", b""),
        ("datasets/x/x.csv.gz", FILE.read_bytes()),
        ("datasets/x/x.csv", gzip.decompress(FILE.read_bytes())),
        ("course/texts.yml", (FOLDER / "hidden" / "texts" / "es.yml").read_bytes()),
        ("release/en/a.ipynb", json.dumps({"source": SENTENCES[:1]}).encode()),
        ("course/a.po", f'msgid ""\n"{SENTENCES[0][:20]}"\n"{SENTENCES[0][20:]}"\n'.encode()),
    ],
)
def test_whatever_holds_them_is_refused_before_it_is_published(name, content):
    assert [leak for leak in secrets.leaks({name: content}, LINES, SENTENCES) if name in leak]


def test_the_public_comments_and_a_broken_packed_file_are_not_refused():
    public = ROOT / "datasets" / "civic-comments" / "civic-comments.csv.gz"
    files = {"a.csv.gz": public.read_bytes(), "b.gz": b"\x1f\x8b\x08broken"}
    assert not list(secrets.leaks(files, LINES, SENTENCES))


def test_every_sentence_pattern_that_is_searched_for_in_publishing_is_long_enough():
    assert len(SENTENCES) >= 90
    assert all(len(sentence) >= secrets.SHORTEST for sentence in SENTENCES)
