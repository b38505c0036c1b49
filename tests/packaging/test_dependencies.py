"""What the packages import is declared, and the versions agree wherever one is written."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from functools import lru_cache
from importlib.metadata import packages_distributions
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from hatchling.metadata.core import ProjectMetadata
from hatchling.metadata.spec import get_core_metadata_constructors
from hatchling.plugin.manager import PluginManager
from packaging.metadata import Metadata
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("autograder", "classroom", "course")

OPTIONAL = {
    "autograder": {
        "fairlearn": "imported early, so that submissions share it, where a course has it",
        "matplotlib": "the same",
        "mpmath": "sympy's numbers; its codec is registered where sympy is imported",
        "scikit-learn": "its codec is registered where a course imports it",
        "scipy": "the same",
    },
    "classroom": {"ngshare-exchange": "on Kubernetes only, whose image has it"},
    "course": {"pandera": "for people who want a data set's schema; the message names it"},
}
"""Distributions that a package imports where they are, each with the reason."""

PART_OF = {"pydantic-core": "pydantic"}
"""Distributions that another one brings in exactly one version."""


@lru_cache
def project(folder: str = ".") -> dict:
    return tomllib.loads((ROOT / folder / "pyproject.toml").read_text())["project"]


@pytest.mark.parametrize("folder", [".", "autograder"])
def test_a_package_index_takes_its_addresses_and_none_is_a_registry_s_or_of_the_answers(folder):
    made = ProjectMetadata(str(ROOT / folder), PluginManager())
    text = get_core_metadata_constructors()["2.4"](made)
    # What pip and twine read, by their own rules.
    urls = Metadata.from_email(text, validate=True).project_urls
    assert list(urls) == ["Documentation", "Source", "Issues", "Changelog"]
    for url in map(urlsplit, urls.values()):
        assert url.scheme == "https"
        assert not re.search(r"pypi|pythonhosted|anaconda|conda-forge|npmjs", url.netloc)
        assert not url.path.startswith("/OWNER/REPOSITORY")


def declared(folder: str, *extras: str) -> dict[str, Requirement]:
    """The direct dependencies of a project with these extras, by their names."""
    there = project(folder)
    lines = [*there["dependencies"]]
    for extra in extras:
        lines += there["optional-dependencies"][extra]
    return {canonicalize_name(Requirement(line).name): Requirement(line) for line in lines}


def imported(*folders: str, but: str = "-") -> dict[str, str]:
    """Distributions that the modules below some folders import, each with one of the modules."""
    by_package = packages_distributions()
    found = {}
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if path.is_relative_to(ROOT / but) or ".ipynb_checkpoints" in path.parts:
                continue
            for node in ast.walk(ast.parse(path.read_bytes())):
                if isinstance(node, ast.Import):
                    names = [alias.name for alias in node.names]
                elif isinstance(node, ast.ImportFrom) and not node.level:
                    names = [node.module]
                else:
                    continue
                for name in {name.partition(".")[0] for name in names}:
                    if name not in sys.stdlib_module_names and name not in PACKAGES:
                        (distribution, *_) = by_package.get(name, [name])
                        found[canonicalize_name(distribution)] = str(path.relative_to(ROOT))
    return found


@pytest.mark.parametrize(
    ("package", "folders", "but", "folder", "extras"),
    [
        # A learner has no extra.
        ("course", ["course"], "course/publishing", ".", ["pdf"]),
        ("course", ["course/publishing"], "-", ".", ["instructor", "site"]),
        ("classroom", ["classroom"], "-", ".", ["instructor", "credentials", "hub"]),
        ("autograder", ["autograder"], "-", ".", ["instructor", "cluster"]),
        ("autograder", ["autograder"], "-", "autograder", ["cluster"]),
    ],
)
def test_every_import_is_of_a_package_that_is_declared(package, folders, but, folder, extras):
    known = declared(folder, *extras).keys() | OPTIONAL[package].keys()
    missing = {
        name: path
        for name, path in imported(*folders, but=but).items()
        if PART_OF.get(name, name) not in known
    }
    assert missing == {}


@pytest.mark.parametrize("package", PACKAGES)
def test_what_is_imported_only_where_it_is_there_is_imported(package):
    assert OPTIONAL[package].keys() <= imported(package).keys()


def test_every_package_that_is_declared_has_a_lower_bound():
    for folder in (".", "autograder"):
        lines = [*project(folder)["dependencies"]]
        for extra in project(folder)["optional-dependencies"].values():
            lines += [line for line in extra if not line.startswith("ai4gov-course[")]
        for line in lines:
            operators = {each.operator for each in Requirement(line).specifier}
            assert ">=" in operators or "darwin" in line, line


LOWER_ALONE = {"numpy", "pandas"}
"""Those of which the grader alone takes older versions, which a job of CI tries."""


def test_the_grader_asks_for_the_same_versions_alone_and_with_the_course():
    """So one environment with the lowest versions tries both, but for those that are named."""
    alone, together = declared("autograder", "cluster"), declared(".", "instructor", "cluster")
    differing = {
        name: (str(wanted), str(together.get(name)))
        for name, wanted in alone.items()
        if name not in together or wanted.specifier != together[name].specifier
    }
    assert differing.keys() == LOWER_ALONE
    for name in LOWER_ALONE:
        ((lower,), (course,)) = alone[name].specifier, together[name].specifier
        assert Version(lower.version) < Version(course.version)


# Versions


def test_the_version_is_the_same_wherever_it_is_written():
    version = project()["version"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    (newest, *_) = re.findall(r"^## (\S+?),", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    written = {
        "pyproject.toml": version,
        "autograder/pyproject.toml": project("autograder")["version"],
        "CITATION.cff": citation["version"],
        "CHANGELOG.md": newest,
    }
    assert written == dict.fromkeys(written, version)


def test_the_changes_are_told_by_version_the_newest_first():
    text = (ROOT / "CHANGELOG.md").read_text()
    versions = [Version(found) for found in re.findall(r"^## (\S+?),", text, re.MULTILINE)]
    assert versions == sorted(set(versions), reverse=True)
    assert len(versions) == len(re.findall("^## ", text, re.MULTILINE))
    for section in re.split("^## ", text, flags=re.MULTILINE)[1:]:
        headings = re.findall(r"^### (.+)", section, re.MULTILINE)
        assert "Breaking" not in headings[1:], "what breaks comes first"
