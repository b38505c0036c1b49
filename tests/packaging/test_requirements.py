"""The locked requirements install anywhere, from whatever registry the machine is set to."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("all.txt", "learner.txt")
PYTHONS = ("3.11", "3.13")


def lock_text(lock: str) -> str:
    """A lock file without its comments."""
    text = (ROOT / "requirements" / lock).read_text()
    return re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE)


def pins(lock: str) -> dict[str, list[str]]:
    """Each pin, such as "numpy==2.4.6 ; python_full_version < '3.12'" -> its hashes."""
    found = {}
    for entry in lock_text(lock).replace("\\\n", "").strip().splitlines():
        pin, *hashes = re.split(r"\s+--hash=", entry)
        found[pin.strip()] = [value.strip() for value in hashes]
    return found


def on_linux(pin: str, python: str) -> bool:
    """Whether a pin applies to Linux with that Python."""
    marker = Requirement(pin).marker
    linux = {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"}
    python_is = {"python_version": python, "python_full_version": f"{python}.9"}
    return marker is None or marker.evaluate({**default_environment(), **linux, **python_is})


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_registry_and_no_path(lock):
    text = (ROOT / "requirements" / lock).read_text()
    for option in ("--index-url", "--extra-index-url", "-i ", "--find-links", "-f ", "--trusted"):
        assert option not in text
    assert "://" not in text
    assert not re.search(r"(^|\s)/\w", text), "an absolute path"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_is_one_version_with_its_hashes(lock):
    assert len(pins(lock)) > 50
    for pin, hashes in pins(lock).items():
        (specifier,) = Requirement(pin).specifier
        assert specifier.operator == "==", pin
        assert hashes, pin
        assert all(re.fullmatch("sha256:[0-9a-f]{64}", one) for one in hashes), pin


def test_a_learner_gets_the_same_versions_as_everybody():
    everything, learner = pins("all.txt"), pins("learner.txt")
    versions = {(Requirement(pin).name, str(Requirement(pin).specifier)) for pin in everything}
    for pin in learner:
        assert (Requirement(pin).name, str(Requirement(pin).specifier)) in versions, pin


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(lock, python):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = [*project["dependencies"], "hatchling", "editables"]
    if lock == "all.txt":
        for extra in project["optional-dependencies"].values():
            asked += [line for line in extra if not line.startswith(project["name"])]
    pinned: dict[str, Requirement] = {}
    for pin in pins(lock):
        if on_linux(pin, python):
            name = canonicalize_name(Requirement(pin).name)
            assert name not in pinned, f"{name} is pinned twice for Python {python}"
            pinned[name] = Requirement(pin)
    for line in asked:
        wanted = Requirement(line)
        (version,) = pinned[canonicalize_name(wanted.name)].specifier
        assert wanted.specifier.contains(version.version), f"{line} is pinned to {version}"


def test_a_learner_is_spared_the_graders_packages():
    names = {canonicalize_name(Requirement(pin).name) for pin in pins("learner.txt")}
    assert names.isdisjoint({"nbgrader", "jupytext", "pytest", "playwright", "mypy"})
