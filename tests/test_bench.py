"""The benchmark's assignments measure what they say."""

import pytest

from bench.kinds import CLASSES, KINDS

each_kind = pytest.mark.parametrize("assignment", KINDS.values(), ids=KINDS)


@each_kind
def test_half_of_a_class_is_right_and_the_rest_makes_mistakes(assignment):
    right = [mistake for mistake in assignment.mistakes if not mistake]
    assert len(right) * 2 == len(assignment.mistakes)


@each_kind
def test_a_mistake_changes_the_answers_that_it_names(assignment):
    answers = {cell.name: cell.source for cell in assignment.cells if cell.released is not None}
    for mistake in assignment.mistakes:
        for name, source in mistake.items():
            assert source != answers[name]


@each_kind
def test_a_class_is_large_enough_to_hold_every_mistake(assignment):
    kinds = {id(kind): name for name, kind in KINDS.items()}
    assert CLASSES[kinds[id(assignment)]] >= len(assignment.mistakes)


def test_thirty_figures_are_drawn():
    cells = KINDS["figures"].cells
    assert sum(cell.source.count("plt.show()") for cell in cells) == 30


def test_data_files_are_the_same_each_time():
    assert KINDS["numerical"].files() == KINDS["numerical"].files()
    assert KINDS["realistic"].files() == KINDS["realistic"].files()
