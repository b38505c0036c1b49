"""Outputs on stderr that match the instructor's pattern are left out, whatever a learner prints."""

import pytest
from nbconvert.exporters.exporter import ResourcesDict
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader import preprocessors
from traitlets.config import Config

from autograder import settings
from autograder.grading import ignore_pattern
from autograder.grading.ignore_pattern import IgnorePattern
from autograder.grading.run import finish
from autograder.records import Plan


def notebook():
    outputs = [
        new_output("stream", name="stderr", text="a.py:1: Warning: experimental\n"),
        new_output("stream", name="stdout", text="experimental\n"),
        new_output("stream", name="stderr", text="another\n\ud800"),
        new_output("display_data", {"text/plain": "experimental"}),
        new_output("stream", name="stderr", text="an experimental line"),
    ]
    cells = [
        new_code_cell("1", id="a", outputs=outputs),
        new_markdown_cell("experimental", id="b"),
        new_code_cell("2", id="c", outputs=outputs[2:]),
    ]
    return new_notebook(cells=cells)


@pytest.mark.parametrize("pattern", [".*experimental.*", "^an", "", "nothing", "(?i)ANOTHER$"])
def test_the_same_outputs_are_left_out_as_by_nbgrader(pattern):
    config = Config({"IgnorePattern": {"pattern": pattern, "enabled": True}})
    expected, _ = preprocessors.IgnorePattern(config=config)(notebook(), ResourcesDict())
    found, _ = IgnorePattern(config=config)(notebook(), ResourcesDict())
    assert found == expected


def test_a_pattern_is_off_unless_the_course_enables_it():
    config = Config({"IgnorePattern": {"pattern": "experimental"}})
    assert IgnorePattern(config=config)(notebook(), ResourcesDict())[0] == notebook()


@pytest.mark.timeout(120)
def test_a_line_made_to_hold_the_search_up_ends_in_one_line(monkeypatch):
    monkeypatch.setattr(ignore_pattern, "PARSING_SECONDS", 1.0)
    config = Config({"IgnorePattern": {"pattern": ".*experimental.*", "enabled": True}})
    slow = new_output("stream", name="stderr", text="a" * 1_000_000)
    nb = new_notebook(cells=[new_code_cell("1", outputs=[slow])])
    with pytest.raises(ValueError, match=r"^c\.IgnorePattern\.pattern .* longer than 1 seconds$"):
        finish(nb, Plan("ps1", {}, config=config))


def test_a_course_that_lists_nbgraders_own_step_is_graded_as_before():
    steps = [
        each.replace("autograder.grading.ignore_pattern.", "nbgrader.preprocessors.")
        for each in settings.grading_settings().Autograde.autograde_preprocessors
    ]
    assert "nbgrader.preprocessors.IgnorePattern" in steps
    settings.require_known_steps(Config({"Autograde": {"autograde_preprocessors": steps}}))
