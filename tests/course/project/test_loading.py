"""model.py has all that the functions of a notebook use, and runs alone."""

from __future__ import annotations

import linecache
from types import SimpleNamespace

import pytest

from course.project import load_service, open_project, project_of
from course.project.loading import source_of
from course.project.service import ServiceError


def notebook(text: str) -> SimpleNamespace:
    """The names of a notebook after a cell with this text."""
    names = {"__name__": "__main__"}
    linecache.cache["cell"] = (len(text), None, text.splitlines(keepends=True), "cell")
    exec(compile(text, "cell", "exec"), names)
    return SimpleNamespace(**names)


def kept(text: str) -> dict:
    """The names of model.py that is kept of `train` and `decide` in a cell; it is run alone."""
    cell = notebook(text + "\ndef decide(model, comments):\n    return comments\n")
    names = {"__name__": "project_model"}
    exec(source_of(cell.train, cell.decide), names)
    return names


def test_an_attribute_is_no_variable_of_the_same_name():
    assert kept(
        "data = object()\n"
        "def train(row):\n    return row.data\n"
    )["train"](SimpleNamespace(data=5)) == 5  # fmt: skip


def test_annotations_and_defaults_are_kept():
    names = kept(
        "from typing import Any\nimport pandas as pd\nSIGNS = ['fire']\n"
        "def train(comments: pd.DataFrame, signs=SIGNS) -> Any:\n    return signs\n"
    )
    assert names["train"](None) == ["fire"]


def test_base_classes_methods_and_decorators_are_kept():
    names = kept(
        "import functools\nLIMIT = 7\n"
        "def plain(text):\n    return text.lower()\n"
        "@functools.lru_cache\ndef limit():\n    return LIMIT\n"
        "class Base:\n    def low(self, text):\n        return plain(text)\n"
        "class Model(Base):\n"
        "    first = LIMIT\n    second = first\n"
        "    def fit(self):\n        return self.low('A'), limit(), self.second\n"
        "def train(comments):\n    return Model().fit()\n"
    )
    assert names["train"](None) == ("a", 7, 7)


def test_another_name_of_a_function_is_kept():
    names = kept(
        "def helper(text):\n    return text.lower()\n"
        "again = helper\nshort = lambda text: text[:1]\n"
        "def train(comments):\n    return short(again('AB')), helper('C')\n"
    )
    assert names["train"](None) == ("a", "c")


def test_a_function_that_uses_itself_by_another_name_is_kept():
    names = kept(
        "def helper(n):\n    return again(n - 1) if n else 'end'\n"
        "again = helper\n"
        "def train(comments):\n    return again(3)\n"
    )
    assert names["train"](None) == "end"


def test_a_function_without_def_is_kept_under_its_name():
    names = kept("train = lambda comments: len(comments)\n")
    assert names["train"]([1, 2]) == 2


def test_functions_that_use_each_other_are_kept():
    names = kept(
        "def even(n):\n    return n == 0 or odd(n - 1)\n"
        "def odd(n):\n    return n != 0 and even(n - 1)\n"
        "def train(comments):\n    return even(4)\n"
    )
    assert names["train"](None) is True


REFUSED = {
    "a model of another cell": (
        "fitted = object()\ndef train(comments):\n    return fitted\n", "`train` uses “fitted”",
    ),
    "a value of the function around": (
        "def maker(n):\n    def inner(c):\n        return n\n    return inner\n"
        "five = maker(5)\ndef train(comments):\n    return five(1)\n", "`inner` uses “n”",
    ),
    "an older function of the same name": (
        "def helper():\n    return 1\nold = helper\ndef helper():\n    return old()\n"
        "def train(comments):\n    return helper()\n", "`helper` uses “old”",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_kept_is_told_with_its_name(name):
    text, told = REFUSED[name]
    with pytest.raises(ServiceError, match=told):
        kept(text)


LEARNS = """
LIMIT = {limit}
def train(comments):
    return LIMIT
def decide(model, comments):
    return comments
"""


def test_functions_that_are_kept_again_without_a_change_need_not_learn_again(tmp_path):
    project = open_project(tmp_path / "project")

    def keep(limit: int):
        cell = notebook(LEARNS.format(limit=limit))
        return project.keep_model(cell.train, cell.decide)

    first = keep(limit=1)
    assert keep(limit=1) is first is project.service()
    assert keep(limit=2) is not first
    assert keep(limit=1) is not first


def test_a_byte_order_mark_in_model_py_does_no_harm():
    project = project_of({})
    code = "def train(comments):\n    return 1\ndef decide(model, comments):\n    return 1\n"
    project.write("model.py", b"\xef\xbb\xbf" + code.encode())
    assert load_service(project).columns


def test_choices_that_are_there_are_told_with_their_first_fault():
    project = project_of({"choices": "system: A\n"})
    with pytest.raises(ServiceError, match=r"cannot be used yet: .*`features`.* still blank"):
        load_service(project)
    project.write("choices", "way: own\n")
    with pytest.raises(ServiceError, match="There is no field `way` here"):
        load_service(project)


def test_without_choices_and_code_there_is_no_model_yet():
    with pytest.raises(ServiceError, match="no model yet"):
        load_service(project_of({}))
