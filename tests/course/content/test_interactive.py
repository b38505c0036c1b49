"""A figure under a slider: it moves where a slider can be had, and stands where none can."""

import nbformat
import pytest

from course import explore
from course.language import NO_BREAK_SPACE
from tests.course.content.notebooks import Client

LABEL = f"Seuil{NO_BREAK_SPACE}:"
FIGURE = f"""
from matplotlib import pyplot

from course import explore, show


def draw(value):
    figure, axes = pyplot.subplots(figsize=(2, 1))
    axes.bar([0], [value])
    return show(figure, title="A bar", alt=f"The bar is {{value}} high")


explore(draw, label={LABEL!r}, values={{"low": 1, "middle": 2, "high": 3}}, start=2)
"""
TABLE = """
import pandas

from course import explore

explore(lambda n: pandas.DataFrame({"n": [n]}), label="n", values={"4": 4, "5": 5}, start=5)
"""
MOVE = """
import gc
import ipywidgets

[slider] = [each for each in gc.get_objects() if type(each) is ipywidgets.SelectionSlider]
slider.index = {place}
"""
NO_WIDGETS = "import sys; sys.modules['ipywidgets'] = None"
VIEW = "application/vnd.jupyter.widget-view+json"


def run(*sources: str) -> nbformat.NotebookNode:
    """A notebook of these cells after a kernel has run it."""
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    notebook = nbformat.v4.new_notebook(cells=cells)
    Client(notebook, timeout=60, kernel_name="python3").execute()
    return notebook


def shown(cell: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    """What a cell shows beside the slider."""
    assert all(output.output_type == "display_data" for output in cell.outputs), cell.outputs
    return [output.data for output in cell.outputs if VIEW not in output.data]


def sliders(cell: nbformat.NotebookNode) -> int:
    return sum(VIEW in output.get("data", {}) for output in cell.outputs)


@pytest.fixture(scope="module")
def moved():
    """A notebook whose slider was moved one place to the right."""
    return run(FIGURE, MOVE.format(place=2))


def test_the_drawing_of_the_start_is_shown_under_a_slider():
    cell = run(FIGURE).cells[0]
    assert VIEW in cell.outputs[0].data
    assert [data["text/plain"] for data in shown(cell)] == ["A bar\nThe bar is 2 high"]


def test_moving_the_slider_shows_the_other_drawing_in_the_place_of_the_first(moved):
    assert [data["text/plain"] for data in shown(moved.cells[0])] == ["A bar\nThe bar is 3 high"]
    assert moved.cells[1].outputs == []


def test_a_drawing_keeps_its_alternative_text_when_it_is_moved(moved):
    [data] = shown(moved.cells[0])
    assert 'alt="The bar is 3 high"' in data["text/html"]
    assert "data:image/svg+xml;base64," in data["text/html"]


def test_a_slider_that_comes_back_shows_the_first_drawing_again():
    there, back = MOVE.format(place=0), "slider.index = 1"
    assert shown(run(FIGURE, there, back).cells[0]) == shown(run(FIGURE).cells[0])


def test_a_table_moves_as_a_figure_does():
    [data] = shown(run(TABLE, MOVE.format(place=0)).cells[0])
    assert "<td>4</td>" in data["text/html"]


def test_the_slider_has_the_callers_texts(moved):
    states = moved.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"].values()
    [slider] = [each["state"] for each in states if "Slider" in each["model_name"]
                and "_options_labels" in each["state"]]  # fmt: skip
    assert slider["description"] == slider["tooltip"] == LABEL
    assert slider["_options_labels"] == ["low", "middle", "high"]


def test_without_widgets_the_drawing_of_the_start_is_shown():
    cell = run(NO_WIDGETS, FIGURE).cells[1]
    assert sliders(cell) == 0
    [data] = shown(cell)
    assert 'alt="The bar is 2 high"' in data["text/html"]


@pytest.mark.parametrize("before", ["", NO_WIDGETS], ids=["with widgets", "without"])
def test_nothing_is_written_to_stderr(before):
    notebook = run(before, FIGURE, "" if before else MOVE.format(place=0))
    kinds = {output.output_type for cell in notebook.cells for output in cell.outputs}
    assert kinds == {"display_data"}


def test_without_a_live_kernel_the_drawing_of_the_start_is_shown(capsys):
    drawn = []
    # A number reads the same through print and through a shell, where another test made one.
    explore(lambda value: drawn.append(value) or 10 * value,
            label="n", values={"one": 1, "two": 2}, start=2)  # fmt: skip
    said = capsys.readouterr()
    assert drawn == [2]
    assert (said.out, said.err) == ("20\n", "")


def test_a_start_that_is_not_among_the_values_is_refused_before_anything_is_drawn():
    with pytest.raises(ValueError, match="cannot start at 3"):
        explore(pytest.fail, label="n", values={"one": 1}, start=3)
