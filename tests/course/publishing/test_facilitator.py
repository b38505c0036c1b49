"""The facilitator's edition: what learners do not get, under the heading where it belongs."""

from __future__ import annotations

import pytest

NOTES = {
    "source/01-tiny/lesson.py": (
        "# ## Look closer\n",
        "# ## Look closer\n#\n# A sentence for learners.\n\n# %% [markdown] facilitator=true\n"
        "# Give groups of six ten minutes.\n\n# %% [markdown]\n",
    ),
    "source/01-tiny/assignment.py": (
        '# %% check="double"\ncheck("double", double)\n',
        '# %% check="double"\ncheck("double", double)\n\n# %% [markdown] facilitator=true\n'
        "# Discuss the doubles.\n",
    ),
}


@pytest.fixture
def built(mini_repository):
    for name, (old, new) in NOTES.items():
        mini_repository.change(name, old, new)
    return mini_repository.build()


def test_a_page_shows_each_note_under_the_heading_that_it_follows(built):
    page = built.files["facilitator/en/01-tiny.md"]
    assert page.startswith("# 01 A tiny module\n\n*Is it small?*\n\n**Time.** About 3 minutes")
    lesson, assignment = page.split("## In the assignment")
    assert "### Look closer\n\nGive groups of six ten minutes." in lesson
    assert "### Write code\n\nDiscuss the doubles." in assignment


def test_no_notebook_holds_a_note(built):
    for name, content in built.files.items():
        if name.startswith(("release/", "build/")):
            assert "groups of six" not in content and "Discuss the doubles" not in content, name


def test_the_notes_are_translated_with_their_module(mini_repository, built):
    mini_repository.translate("pt")
    mini_repository.translate("pt", "facilitator/01-tiny")
    page = mini_repository.build().files["facilitator/pt/01-tiny.md"]
    assert "«pt Give groups of six ten minutes.»" in page
    assert "### «pt Look closer»" in page
