"""Private parts of libraries that the product uses; pyproject.toml bounds nbgrader for them.

A new version of a library can remove any of them. Each is named here, so that the failing test says
which one is missing.
"""

import asyncio
import inspect
import json
import subprocess
import sys
import unittest

import networkx as nx
import pandas as pd
import pytest
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core.history import HistoryManager
from IPython.core.interactiveshell import InteractiveShell
from nbgrader.converters import GenerateFeedback
from nbgrader.preprocessors import AssignLatePenalties
from traitlets.config import SingletonConfigurable

from tests.architecture import PACKAGES, ROOT

OURS = {"_ai4gov_held", "_ngshare_url"}
"""Attributes that the product itself sets on objects of other libraries."""

PARTS = {
    "_ShouldStop": unittest.case,
    "_adj": nx.Graph(),
    "_check_late_penalty": AssignLatePenalties,
    "_format_dest": GenerateFeedback,
    "_format_source": GenerateFeedback,
    "_get_running_loop": asyncio,
    "_i": HistoryManager,
    "_i00": HistoryManager,
    "_ii": HistoryManager,
    "_iii": HistoryManager,
    "_instance": SingletonConfigurable,
    "_mgr": pd.Series([1]),
    "_node": nx.Graph(),
    "_pred": nx.DiGraph(),
    "_set_running_loop": asyncio,
    "_succ": nx.DiGraph(),
    "_update_inplace": pd.Series([1]),
    "_value": pd.Timestamp(0),
    "_walk_mro": SingletonConfigurable,
}
"""Attributes that are read or set, and an object that has them."""

IN_SOURCE = {
    "_format_exception_for_storage": InteractiveShell,
    "_last_traceback_during_displayhook": ZMQInteractiveShell,
}
"""Attributes that a library looks up on our object, and the class whose code does."""


OF_SYMPY = {
    "_assumptions_orig": lambda sympy: sympy.Symbol("x"),
    "_new": lambda sympy: sympy.Float,
    "_prec": lambda sympy: sympy.Float(0.5),
}
"""Those of sympy, which is no dependency."""


@pytest.mark.parametrize("name", OF_SYMPY)
def test_a_private_part_of_sympy_is_still_there(name):
    assert hasattr(OF_SYMPY[name](pytest.importorskip("sympy")), name)


@pytest.mark.parametrize("name", PARTS)
def test_a_private_part_is_still_there(name):
    assert hasattr(PARTS[name], name)


@pytest.mark.parametrize("name", IN_SOURCE)
def test_a_library_still_looks_up_a_private_attribute_of_ours(name):
    assert name in inspect.getsource(inspect.getmodule(IN_SOURCE[name]))


def test_every_private_part_that_is_used_is_named_here():
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--select",
        "SLF001",
        "--output-format",
        "json",
    ]
    done = subprocess.run(
        [*command, "--exit-zero", "--no-cache", *PACKAGES],
        cwd=ROOT, capture_output=True, check=True, text=True,
    )  # fmt: skip
    used = {each["message"].rpartition(" ")[2].strip("`") for each in json.loads(done.stdout)}
    own = {name for name in used if is_method_of_ours(name)}
    assert used - own - OURS - set(IN_SOURCE) == set(PARTS) | set(OF_SYMPY)


def is_method_of_ours(name: str) -> bool:
    """Whether a class of the product defines it, as for a table of methods."""
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    return name not in PARTS and any(f"def {name}(self" in each.read_text() for each in files)
