"""The notebook extension: its sources are sound, and its script is made of them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess

import pytest

from hatch_build import refuse_old_extension
from tests.course.content.notebooks import ROOT
from tests.system import need

JUPYTER = ROOT / "course" / "jupyter"


def test_the_script_was_built_from_the_sources_as_they_are():
    refuse_old_extension(ROOT)


def test_a_wheel_with_a_script_older_than_its_sources_is_refused(tmp_path):
    shutil.copytree(JUPYTER, tmp_path / "course/jupyter", ignore=shutil.ignore_patterns("node_*"))
    (tmp_path / "course/templates").mkdir()
    for name in ("mark.svg", "tokens.css"):
        shutil.copy(ROOT / "course/templates" / name, tmp_path / "course/templates")
    refuse_old_extension(tmp_path)
    with (tmp_path / "course/jupyter/answers/src/keys.js").open("a") as source:
        source.write("\n")
    with pytest.raises(ValueError, match="npm run build"):
        refuse_old_extension(tmp_path)


def test_jupyter_loads_the_one_script_that_is_there():
    extension = JUPYTER / "labextension"
    (script,) = (extension / "static").iterdir()
    package = json.loads((extension / "package.json").read_text("utf-8"))
    assert package["jupyterlab"]["_build"]["load"] == f"static/{script.name}"


def test_the_sources_pass_their_types_rules_and_tests_and_build_the_same_script(tmp_path):
    need("npm")
    folder = tmp_path / "course" / "jupyter"
    shutil.copytree(JUPYTER, folder, ignore=shutil.ignore_patterns("node_modules", "static"))
    shutil.copytree(ROOT / "course/templates", tmp_path / "course/templates")
    steps = (
        ["ci", "--silent", "--no-audit", "--no-fund"],
        ["run", "check"],
        ["test"],
        ["run", "build"],
    )
    environment = os.environ | {"HOME": str(tmp_path)}
    for step in steps:
        done = subprocess.run(
            ["npm", *step], cwd=folder / "answers", capture_output=True, text=True, env=environment
        )
        if step[0] == "ci" and done.returncode and "AI4GOV_REQUIRE_SYSTEM" not in os.environ:
            pytest.skip(f"the packages of npm cannot be had here: {done.stderr[-200:]}")
        assert done.returncode == 0, done.stdout + done.stderr
    (built,), (kept,) = ((each / "labextension/static").iterdir() for each in (folder, JUPYTER))
    assert (built.name, built.read_bytes()) == (kept.name, kept.read_bytes())
