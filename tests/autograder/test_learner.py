import os
import re
import signal
import threading
import time
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

pytest.importorskip("matplotlib_inline.backend_inline")
pytest.importorskip("sklearn.linear_model")

from tests.autograder.boxes import Pair, errors, result, text

CELLS = [
    "1 + 1",
    "print('a')\nprint('b', end='')",
    "import sys\nprint('to stderr', file=sys.stderr)",
    "None",
    "x = 3\nx; x + 1;",
    "'text', b'bytes', 1.5, [1, {'a': None}]",
    "_ , __, Out[1], In[1]",
    "from IPython.display import HTML, Markdown, display\n"
    "display(HTML('<b>x</b>'))\nMarkdown('*y*')",
    "h = display('first', display_id=True)\nprint('between')\nh.update('second')",
    "from IPython.display import clear_output\nprint('gone')\nclear_output()\nprint('kept')",
    "print('gone')\nclear_output(wait=True)\nprint('kept')",
    "import pandas as pd\npd.DataFrame({'a': [1, 2], 'b': ['x', None]})",
    "class R:\n    def _repr_html_(self):\n        return '<i>r</i>'\n    def __repr__(self):\n"
    "        return 'r'\nR()",
    "class M:\n    def _repr_mimebundle_(self, include=None, exclude=None):\n"
    "        return {'text/plain': 'm', 'application/x-m+json': {'k': [1]}}\nM()",
    "1 / 0",
    "def f():\n    return undefined\nf()",
    "if True print(1)",
    "  x = 1\n y = 2",
    "input('name? ')",
    "import asyncio\nawait asyncio.sleep(0.001)\nprint('slept')\n7",
    "await asyncio.sleep(0)\nraise ValueError('in async')",
    "c = asyncio.sleep(0)\ntry:\n    asyncio.run(c)\nfinally:\n    c.close()",
    "!echo from the shell",
    "out = !echo captured\nout",
    "%%time\ny = 1",
    "%%capture c\nprint('captured')",
    "c.stdout",
    "%nonsense",
    "%%bash\necho from bash\necho wrong >&2",
    # The sleep is for the stock kernel: it loses what its thread has not read when a cell ends.
    "import os, time\nos.system('echo from a child')\nos.write(1, b'from the file\\n')\n"
    "time.sleep(2)",
    "import warnings\nwarnings.warn('careful')",
    "raise SystemExit(3)",
    "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.title('t');",
    "fig, ax = plt.subplots()\nax.plot([2, 1])\nprint('before the figure')\nfig",
    "from sklearn.linear_model import LogisticRegression\nLogisticRegression()",
    "type(get_ipython()).__name__, __name__",
    "import logging\nlogging.warning('logged')",
    "help(len)",
    "raise ExceptionGroup('g', [ValueError('a')])",
    "from IPython.display import Image, SVG, JSON, Latex\nJSON({'a': 1})",
    "Latex('$x$')",
    "class Bad:\n    def __repr__(self):\n        raise ValueError('no repr')\nBad()",
    "sum(i for i in range(3))  # comment",
    "_",
]  # fmt: skip
"""What a notebook may do; SECONDS and addresses apart, a kernel's outputs must come of it."""


def plain(value: object) -> object:
    """An output without what differs from run to run."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    if not isinstance(value, str):
        return value
    value = re.sub(r"\x1b\[[0-9;]*m", "", value)
    value = re.sub(r"0x[0-9a-f]+", "0x", value)
    value = re.sub(r"ipykernel_\d+/\d+", "ipykernel", value)
    value = re.sub(r"[\d.]+(e\+\d+)? [mnuµμ]?s\b", "SECONDS", value)
    return value


def merged(outputs: list) -> list:
    """Outputs with the text of each stream in one piece; two pipes keep no common order."""
    found: list = []
    for output in map(plain, outputs):
        output = dict(output)
        if output["output_type"] == "error":
            # The last frames lie in the kernel's own code.
            output["traceback"] = output["traceback"][-1:]
        same = [each for each in found if each.get("name") == output.get("name") is not None]
        if same:
            same[0]["text"] += output["text"]
        else:
            found.append(output)
    return sorted(found, key=lambda each: each.get("name", ""))


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """The outputs of all cells: of a stock kernel, and of the learner's process."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(each) for each in CELLS])
    folder = tmp_path_factory.mktemp("kernel")
    client = NotebookClient(
        notebook, allow_errors=True, resources={"metadata": {"path": str(folder)}}
    )
    # Under pytest a kernel does not watch its file descriptors.
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTEST_CURRENT_TEST", raising=False)
        client.execute()
    boxes = Pair(tmp_path_factory.mktemp("boxes"))
    try:
        ours = [boxes.cell(each)["outputs"] for each in CELLS]
    finally:
        boxes.stop()
    return [cell.outputs for cell in notebook.cells], ours


@pytest.mark.parametrize("number", range(len(CELLS)), ids=lambda n: CELLS[n].split("\n")[0][:40])
def test_the_outputs_are_a_stock_kernels(both, number):
    theirs, ours = (outputs[number] for outputs in both)
    assert merged(ours) == merged(theirs)


@pytest.fixture
def boxes(tmp_path):
    made = Pair(tmp_path, output_bytes=1000)
    yield made
    made.stop()


def test_a_flood_of_output_is_cut_and_says_so(boxes):
    told = boxes.cell("for i in range(100_000):\n    print('x' * 50)")
    assert len(text(told)) < 1200
    assert "The rest of the output was cut" in text(told)
    told = boxes.cell("import os\nos.system('yes | head -c 3000000')\nprint('end')")
    assert "The rest of the output was cut" in text(told) and told["status"] == "ok"
    told = boxes.cell("from IPython.display import HTML\nHTML('x' * 5000)")
    assert "The rest of the output was cut" in text(told)
    assert result(boxes.cell("1")) == "1"


def interrupt_when_it_is_there(path: Path, process: int) -> None:
    while not path.exists():
        time.sleep(0.01)
    os.kill(process, signal.SIGINT)


@pytest.mark.parametrize("rest", ["while True:\n    pass", "await asyncio.sleep(60)"])
def test_an_interrupt_stops_a_cell_and_the_next_one_runs(boxes, rest):
    begun = boxes.folders["learner"] / "begun"
    arguments = (begun, boxes.learner.process.pid)
    threading.Thread(target=interrupt_when_it_is_there, args=arguments, daemon=True).start()
    told = boxes.cell(f"import asyncio\nopen('begun', 'w').close()\n{rest}")
    assert told["status"] == "error"
    assert errors(told)[0].startswith(("KeyboardInterrupt", "CancelledError"))
    assert result(boxes.cell("2")) == "2"


def test_chance_begins_at_the_same_seed_in_every_box(tmp_path):
    drawn = []
    for place in ("one", "two"):
        boxes = Pair(tmp_path / place)
        drawn.append(result(boxes.cell(
            "import random, numpy as np\nrandom.random(), float(np.random.rand())")))  # fmt: skip
        boxes.stop()
    assert drawn[0] == drawn[1]


def test_a_display_of_an_earlier_cell_can_be_updated(boxes):
    boxes.cell("h = display('first', display_id='d')")
    told = boxes.cell("h.update('between')\nh.update('second')")
    assert told["outputs"] == []
    assert [(each["index"], each["data"]["text/plain"]) for each in told["updates"]] == [
        (1, "'second'")
    ]


def test_the_working_folder_can_be_imported_from(boxes):
    (boxes.folders["learner"] / "mine.py").write_text("value = 7\n")
    assert result(boxes.cell("import mine\nmine.value")) == "7"


def test_a_cell_that_ends_the_process_ends_the_channel(boxes):
    from autograder.channel import Closed

    with pytest.raises(Closed):
        boxes.cell("import os\nos._exit(3)")
