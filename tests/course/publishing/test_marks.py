"""The marks of a source become cell ids and nbgrader's metadata."""

from __future__ import annotations

SOURCE = "source/01-tiny/assignment.py"
LESSON = "source/01-tiny/lesson.py"


def by_id(cells: list[dict]) -> dict[str, dict]:
    named = {cell["id"]: cell for cell in cells}
    assert len(named) == len(cells)
    return named


def test_each_mark_becomes_the_metadata_that_nbgrader_knows(mini_repository, cells):
    found = by_id(cells(mini_repository.build(), "build/source/01-tiny"))
    wanted = {
        # id: cell type, grade, solution, locked, points
        "setup": ("code", False, False, True, None),
        "decide": ("code", False, True, False, None),
        "check-decide": ("code", True, False, True, 3),
        "double": ("code", False, True, False, None),
        "check-double": ("code", True, False, True, 1),
        "reflection": ("markdown", True, True, False, 4),
    }
    for name, (kind, grade, solution, locked, points) in wanted.items():
        marks = found[name]["metadata"]["nbgrader"]
        assert found[name]["cell_type"] == marks["cell_type"] == kind
        assert marks["grade_id"] == name
        assert (marks["grade"], marks["solution"], marks["locked"]) == (grade, solution, locked)
        assert (marks["task"], marks["schema_version"]) == (False, 3)
        assert marks.get("points") == points
    marked = {name for name, cell in found.items() if "nbgrader" in cell["metadata"]}
    assert marked == set(wanted)


def test_a_lesson_carries_no_metadata_of_nbgrader(mini_repository, cells):
    for cell in cells(mini_repository.build(), "release/en/lessons/01-tiny"):
        assert "nbgrader" not in cell["metadata"]


def test_a_name_given_to_a_cell_is_its_id(mini_repository, cells):
    mini_repository.change(LESSON, "# %%\nhalf = ...", '# %% id="where-you-write"\nhalf = ...')
    found = by_id(cells(mini_repository.build(), "release/en/lessons/01-tiny"))
    assert found["where-you-write"]["source"] == ["half = ..."]


def test_a_cell_put_into_one_section_leaves_the_ids_of_the_others(mini_repository, cells):
    def ids() -> list[str]:
        return [cell["id"] for cell in cells(mini_repository.build(), "release/en/lessons/01-tiny")]

    before = ids()
    mini_repository.change(
        LESSON, "# %%\nfrom course", "# %%\n1 + 1\n\n# %% [markdown]\n# More.\n\n# %%\nfrom course"
    )
    after = ids()
    assert len(after) == len(before) + 2
    place = before.index("look-closer")
    assert after[after.index("look-closer") :] == before[place:]
    assert len(before[place:]) == 3


def test_a_cell_put_in_anywhere_leaves_the_grade_ids(mini_repository, cells):
    def grade_ids() -> list[str]:
        return [
            cell["metadata"]["nbgrader"]["grade_id"]
            for cell in cells(mini_repository.build(), "build/source/01-tiny")
            if "nbgrader" in cell["metadata"]
        ]

    before = grade_ids()
    mini_repository.change(SOURCE, "# %% answer=", "# %%\n1 + 1\n\n# %% answer=")
    assert grade_ids() == before


def test_every_id_is_one_that_a_notebook_may_hold(mini_repository, cells):
    mini_repository.change(
        LESSON,
        "## Look closer",
        "## Où l'on mesure, très précisément, 45 % de toutes les personnes",
    )
    mini_repository.change(LESSON, "# # Small things", "# # 測る")
    for cell in cells(mini_repository.build(), "release/en/lessons/01-tiny"):
        assert 1 <= len(cell["id"]) <= 64
        assert set(cell["id"]) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")


def test_comments_for_linters_are_not_published(mini_repository, cells):
    mini_repository.change(
        LESSON, "# %%\nhalf = ...", '# %% id="where-you-write"\nhalf = ...  # noqa: F821'
    )
    found = by_id(cells(mini_repository.build(), "release/en/lessons/01-tiny"))
    assert found["where-you-write"]["source"] == ["half = ..."]
