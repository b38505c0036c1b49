"""Files of test material are read cell by cell, and their faults are told with file and line."""

import warnings
from pathlib import Path

import jupytext
import pytest

from tests.autograder import case_files as cases
from tests.autograder.attacks import attacks
from tests.autograder.attacks.assignment import Attack
from tests.autograder.attacks.kinds import Kind
from tests.percent import MaterialError, read

GOOD = """\
# %% [markdown]
# gives a number
# in words

# %% right
x = 3


# %% test [raw]
# %%capture said
# assert x == 3
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "a-case.py"
    path.write_text(text, encoding="utf-8")
    return path


def attack(folder: Path, cells: str) -> Attack:
    return attacks.from_file(
        write(folder, f"# %% [markdown]\n# tries a thing\n\n{cells}\n"), Kind.WIRE
    )


def test_a_file_gives_its_sentence_and_its_cells_without_blank_lines_around_them(tmp_path):
    material = read(write(tmp_path, GOOD))
    assert (material.name, material.sentence) == ("a-case", "gives a number in words")
    assert material.sources("right", "test") == {
        "right": "x = 3",
        "test": "%%capture said\nassert x == 3",
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", ":1: must begin with a cell '# %% [markdown]' of one sentence"),
        ("# %% right\nx = 1\n", ":1: must begin with a cell '# %% [markdown]' of one sentence"),
        ("import os\n" + GOOD, ":1: text before the first cell marker"),
        ("# %% [markdown]\n\n# %% right\nx = 1\n", ":1: the first cell holds no sentence"),
        ("# %% [markdown]\nx = 1\n", ":2: a line of a text cell must begin with '# '"),
        (GOOD + "# %% right parts=look\n", ":12: cannot read the cell marker"),
    ],
)
def test_a_file_of_another_form_is_refused_with_its_line(tmp_path, text, message):
    path = write(tmp_path, text)
    with pytest.raises(MaterialError) as refused:
        read(path)
    assert str(refused.value).startswith(f"{path}{message}")


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("# %% wrnog\nx = 4\n", "unknown cell 'wrnog'; known: right, wrong, test, later"),
        ("# %% right\nx = 4\n", "a second cell 'right'"),
        ('# %% wrong parts="look"\nx = 4\n', "unknown option 'parts'; known: none"),
        ("# %% later\nx = 4\n", "'later' and 'later-test' go together"),
    ],
)
def test_a_case_of_other_cells_is_refused(tmp_path, more, message):
    with pytest.raises(MaterialError, match=message):
        cases.case(write(tmp_path, GOOD + more))


def test_a_case_without_a_test_is_refused(tmp_path):
    with pytest.raises(MaterialError, match="no cell 'test'"):
        cases.case(write(tmp_path, GOOD.partition("# %% test")[0]))


def test_an_attack_has_its_parts_in_front_of_its_cell_and_files_beside_it(tmp_path):
    found = attack(
        tmp_path, '# %% start parts="leave first-value"\nleave()\n\n# %% file="a/b.py"\nx = 1'
    )
    parts = attacks.part("leave"), attacks.part("first-value")
    assert found.cells == {"start": "\n".join([*parts, "leave()"])}
    assert found.files == {"a/b.py": b"x = 1\n"}
    assert (found.name, found.kind, found.tries) == ("a-case", Kind.WIRE, "tries a thing")


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ("# %% begin\nx = 1", ":4: unknown place 'begin'; known: start, add, total"),
        ("# %% end\nx = 1\n\n# %% end\nx = 2", ":7: a second cell 'end'"),
        ('# %% end parts="lok"\nx = 1', ":4: .*lok.py: no such part; known: .*look"),
        ('# %% end file="a" parts="look"\nx = 1', ":4: unknown option 'parts'; known: file"),
        ("", "an attack without cells"),
    ],
)
def test_an_attack_of_another_form_is_refused(tmp_path, cells, message):
    with pytest.raises(MaterialError, match=message):
        attack(tmp_path, cells)


def test_a_part_is_filled_only_with_names_that_occur_in_it():
    assert "for each in ['a']:" in attacks.filled("show-texts", TEXTS="['a']")
    with pytest.raises(MaterialError, match="WORDS does not occur"):
        attacks.filled("show-texts", WORDS="1")


def test_two_attacks_of_one_name_are_refused():
    twice = Attack("same", Kind.WIRE, "tries a thing")
    with pytest.raises(MaterialError, match="two attacks are named same"):
        attacks.in_order([twice, twice])


MATERIAL = [*cases.FOLDER.rglob("*.py"), *attacks.FOLDER.rglob("*.py")]


def test_every_file_opens_in_jupyter_with_the_cells_that_the_tests_read():
    assert len(MATERIAL) > 400
    for path in MATERIAL:
        with warnings.catch_warnings(action="ignore"):
            notebook = jupytext.read(path, fmt="py:percent")
        ours = [cell.source for cell in read(path).cells]
        theirs = [cell.source for cell in notebook.cells[1:]]
        assert theirs == ours, path
