"""What is warm: only what notebooks name, and a notebook cannot tell the difference."""

from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.records import Job, Limits, Plan, PlannedNotebook
from autograder.sandbox.forkserver import LONG_RUN, ForkServer
from autograder.sandbox.supervisor import run_notebook
from autograder.sandbox.warmup import libraries_in

FIGURE = """\
from importlib import import_module
pyplot = import_module("mat" + "plotlib.pypl" + "ot")
axes = pyplot.subplots()[1]
axes.bar(["a", "b"], [1, 2])"""

MODEL = """\
from importlib import import_module
linear = import_module("sk" + "learn.linear_model")
model = linear.LogisticRegression().fit([[0], [1], [2], [3]], [0, 0, 1, 1])
class Half:
    def of(self, value):
        return value / 2"""

MODEL_TEST = """\
assert model.predict([[0], [3]]).tolist() == [0, 1]
assert type(model).__name__ == "LogisticRegression"
assert Half().of(3) == 1.5"""


@pytest.fixture
def make():
    """Warm processes of a test's own."""
    made = []

    def one(expected=0):
        made.append(ForkServer(expected))
        return made[-1]

    yield one
    for each in made:
        each.close()


def cell(source, **marks):
    about = {"grade": False, "solution": False, "locked": False, "task": False, "schema_version": 3}
    name = f"cell-{abs(hash(source))}"
    return new_code_cell(source, metadata={"nbgrader": about | {"grade_id": name} | marks})


def run(forkserver, level, answer, test):
    """(The outputs of the answer cell, those of the test cell, its points.)"""
    cells = [
        cell(answer, solution=True),
        cell(test, grade=True, locked=True, points=1),
    ]
    planned = PlannedNotebook("nb", {}, (), ())
    plan = Plan("plain", {"nb": planned})
    job = Job(plan, planned, {}, Limits(level=level))
    run_notebook(forkserver, new_notebook(cells=cells), job)
    return cells


def is_warm(forkserver, library):
    return library in Path(f"/proc/{forkserver._process.pid}/maps").read_text()


def failed(a_cell):
    return [each for each in a_cell.outputs if each.output_type == "error"]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("total = sum([1, 2])", set()),
        ("import pandas as pd\ntable = pd.DataFrame()", set()),
        ("from sklearn.metrics import recall_score", {"sklearn"}),
        ("from fairlearn.metrics import MetricFrame", {"sklearn", "fairlearn"}),
        ("from scipy import stats", {"scipy"}),
        ("import matplotlib.pyplot as plt", {"matplotlib"}),
        ("applications['age'].plot(kind='hist')", {"matplotlib"}),
        ("applications.hist()", {"matplotlib"}),
        ("from course import check", {"course"}),
        ("from course.dossier import ModelCard", {"course", "dossier"}),
    ],
)
def test_the_libraries_of_a_notebook_are_found_by_the_words_in_its_cells(source, found):
    assert libraries_in(["x = 1", source]) == found


def test_a_library_is_warm_once_a_notebook_has_named_it(make, level):
    forkserver = make()
    run(forkserver, level, "x = 1", "assert x == 1")
    assert not is_warm(forkserver, "sklearn")
    run(forkserver, level, "import sklearn", "assert True")
    assert is_warm(forkserver, "sklearn")


def test_a_library_that_only_a_test_names_is_warm(make, level):
    forkserver = make()
    run(forkserver, level, "x = 1", "from sklearn.metrics import accuracy_score\nassert x == 1")
    assert is_warm(forkserver, "sklearn")


def test_a_figure_is_shown_where_matplotlib_is_not_warm(make, level):
    forkserver = make()
    test = "assert [bar.get_height() for bar in axes.patches] == [1, 2]"
    answer, tested = run(forkserver, level, FIGURE, test)
    assert not is_warm(forkserver, "matplotlib")
    shown = [each for each in answer.outputs if "image/png" in each.get("data", {})]
    assert len(shown) == 1
    assert not failed(tested)


def test_a_model_works_in_both_processes_where_its_library_is_not_warm(make, level):
    forkserver = make()
    answer, tested = run(forkserver, level, MODEL, MODEL_TEST)
    assert not is_warm(forkserver, "sklearn")
    assert not failed(answer) and not failed(tested)


def test_a_figure_is_shown_where_matplotlib_became_warm_after_other_boxes(make, level):
    forkserver = make()
    run(forkserver, level, "x = 1", "assert x == 1")
    answer = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.title('A title')"
    shown, tested = run(forkserver, level, answer, "assert plt.gcf() is not None")
    assert [each.output_type for each in shown.outputs].count("display_data") == 1
    assert not failed(shown) and not failed(tested)


def test_an_error_looks_the_same_in_a_short_run_and_in_a_long_one(make, level):
    answer = "import pandas as pd\npd.DataFrame({'a': [1]})['missing']"
    short, _ = run(make(), level, answer, "assert True")
    long, _ = run(make(expected=LONG_RUN), level, answer, "assert True")
    assert failed(short)[0].ename == "KeyError"
    assert failed(short) == failed(long)


def test_a_box_writes_no_compiled_modules(make, level):
    answer, _ = run(make(), level, "import sys\nprint(sys.dont_write_bytecode)", "assert True")
    assert answer.outputs[0].text == "True\n"
