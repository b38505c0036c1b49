"""The order of options: the same in every language, and only where a list serves one choice."""

from __future__ import annotations

import nbformat
import pytest

from course.publishing.choice_options import Choice, choices, listed, put_in_order, shown

CHECKS = """
@exercise("sky")
def sky(colour, time):
    expect.choice(colour, right="blue", wrong={"green": say("a", "A"), "red": say("b", "B")})
    expect.choice(time, right="day", wrong={"night": say("c", "C"), "dusk": say("d", "D")})
"""

COLOURS = "- `green`: as grass is\n- `blue`: as the sea is on a clear day\n- `red`: as roses are"
SHARED = "- `yes`: it is\n- `no`: it is not"


def notebook(*texts: str):
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(text) for text in texts])


def test_choices_are_read_from_the_checks():
    assert choices(CHECKS) == [
        Choice("sky", "blue", frozenset({"blue", "green", "red"})),
        Choice("sky", "day", frozenset({"day", "night", "dusk"})),
    ]


def test_a_list_keeps_its_lines_and_the_text_around_it():
    made = notebook(f"Which colour?\n\n{COLOURS}\n\nThink first.")
    put_in_order(made, choices(CHECKS))
    before, options, after = made.cells[0].source.split("\n\n")
    assert (before, after) == ("Which colour?", "Think first.")
    assert sorted(options.split("\n")) == sorted(COLOURS.split("\n"))


def test_the_order_depends_on_the_keys_and_not_on_the_words():
    english = notebook(COLOURS)
    french = notebook(
        "- `blue`: bleu\n- `red`: rouge\n- `green`: vert",
    )
    for each in (english, french):
        put_in_order(each, choices(CHECKS))
    orders = [list(listed(each.cells[0].source) or {}) for each in (english, french)]
    assert orders[0] == orders[1]


def test_a_list_that_serves_two_choices_or_none_keeps_its_order():
    twice = [
        Choice("a", "yes", frozenset({"yes", "no"})),
        Choice("b", "no", frozenset({"yes", "no"})),
    ]
    other = "- `blue`: a key of another list"
    made = notebook(SHARED, other)
    put_in_order(made, twice)
    assert [cell.source for cell in made.cells] == [SHARED, other]


@pytest.mark.parametrize(
    "block", ["- a point", "`blue`: no list", "- `blue`: once\n- `blue`: twice"]
)
def test_other_blocks_are_no_list_of_options(block):
    assert listed(block) is None


def test_place_and_length_of_the_right_option_are_measured():
    found = shown(notebook(COLOURS), choices(CHECKS))
    assert [(each.place, each.longest) for each in found] == [(1, True)]
    equal = shown(notebook("- `green`: abc\n- `red`: ab\n- `blue`: abc"), choices(CHECKS))
    assert [(each.place, each.longest) for each in equal] == [(2, False)]


def test_a_build_puts_the_options_of_every_language_into_one_order(mini_repository, cells):
    mini_repository.change(
        "source/01-tiny/assignment.py",
        "# Which share, and which kind?",
        "# Which share, and which kind?\n#\n# - `parity`: A\n# - `equal-opportunity`: B",
    )
    mini_repository.translate(
        "fr",
        **{"- `parity`: A\n- `equal-opportunity`: B": "- `equal-opportunity`: b\n- `parity`: a"},
    )
    built = mini_repository.build()
    orders = []
    for lang in ("en", "fr"):
        for cell in cells(built, f"release/{lang}/01-tiny"):
            for block in "".join(cell["source"]).split("\n\n"):
                if found := listed(block):
                    orders.append(list(found))
    assert len(orders) == 2 and orders[0] == orders[1]
