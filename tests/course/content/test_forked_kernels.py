"""A forked kernel shows what a fresh one shows, and shares nothing with its siblings."""

import nbformat
import pytest

from tests.course.content.notebooks import run_notebook

SHOWN = """
import os, sys
import matplotlib.pyplot as plt
import pandas as pd

print("to stdout", os.getcwd() == FOLDER, __name__, os.environ["TOLD"])
print(sys.path, sys.argv[0].rpartition("/")[2].removesuffix(".py"))
print(sorted(name for name in globals() if not name.startswith("_")))
plt.plot([1, 2], [3, 4])
plt.show()
display({"text/html": "<b>shown</b>"}, raw=True)
pd.DataFrame({f"a column of many letters, {n}": [1.5, None] for n in range(25)})
"""
DRAWN = "import random\nimport numpy as np\nprint(random.random(), np.random.random())"


def outputs(source: str, folder, *, fresh: bool) -> list[dict]:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    run_notebook(notebook, folder, fresh=fresh)
    return notebook.cells[0].outputs


def test_a_forked_kernel_shows_what_a_fresh_one_shows(tmp_path, monkeypatch):
    monkeypatch.setenv("TOLD", "by the environment")
    source = SHOWN.replace("FOLDER", repr(str(tmp_path)))
    forked, fresh = (outputs(source, tmp_path, fresh=fresh) for fresh in (False, True))
    assert "to stdout True __main__ by the environment" in forked[0].text
    assert [each.output_type for each in forked] == [
        "stream",
        "display_data",
        "display_data",
        "execute_result",
    ]
    assert forked == fresh


def test_what_one_forked_kernel_has_changed_no_other_sees(tmp_path):
    outputs("import pandas, os\npandas.left = os.environ['LEFT'] = 'x'", tmp_path, fresh=False)
    source = "import pandas, os\nprint(hasattr(pandas, 'left'), 'LEFT' in os.environ)"
    [shown] = outputs(source, tmp_path, fresh=False)
    assert shown.text == "False False\n"


def test_forked_kernels_draw_numbers_of_their_own(tmp_path):
    first, second = (outputs(DRAWN, tmp_path, fresh=False)[0].text.split() for _ in range(2))
    assert not {*first} & {*second}


def test_a_warning_is_shown_on_stderr_in_every_forked_kernel(tmp_path):
    for _ in range(2):
        with pytest.raises(AssertionError, match="writes to stderr"):
            outputs("import warnings\nwarnings.warn('told')", tmp_path, fresh=False)
