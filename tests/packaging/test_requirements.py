"""The locked requirements install anywhere, from whatever registry the machine is set to."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("all.txt", "learner.txt")
PYTHONS = ("3.11", "3.13")

LINUX = {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"}
WINDOWS = {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"}
MAC = {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"}
SYSTEMS = {
    "manylinux_2_28_x86_64": LINUX | {"platform_machine": "x86_64"},
    "win_amd64": WINDOWS | {"platform_machine": "AMD64"},
    "win_arm64": WINDOWS | {"platform_machine": "ARM64"},
    "macosx_11_0_x86_64": MAC | {"platform_machine": "x86_64"},
    "macosx_12_0_arm64": MAC | {"platform_machine": "arm64"},
}
"""What an environment marker sees on each system, by the system's name in a wheel's tag."""


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


def applies(pin: str, system: str, python: str) -> bool:
    """Whether a requirement applies to a system with that Python."""
    marker = Requirement(pin).marker
    python_is = {"python_version": python, "python_full_version": f"{python}.9"}
    there = {**default_environment(), **SYSTEMS[system], **python_is}
    return marker is None or marker.evaluate(there)


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
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(lock, system, python):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = [*project["dependencies"], "hatchling", "editables"]
    if lock == "all.txt":
        for extra in project["optional-dependencies"].values():
            asked += [line for line in extra if not line.startswith(project["name"])]
    pinned: dict[str, Requirement] = {}
    for pin in pins(lock):
        if applies(pin, system, python):
            name = canonicalize_name(Requirement(pin).name)
            assert name not in pinned, f"{name} is pinned twice for Python {python}"
            pinned[name] = Requirement(pin)
    for line in (line for line in asked if applies(line, system, python)):
        wanted = Requirement(line)
        (version,) = pinned[canonicalize_name(wanted.name)].specifier
        assert wanted.specifier.contains(version.version), f"{line} is pinned to {version}"


def test_a_learner_is_spared_the_graders_packages():
    names = {canonicalize_name(Requirement(pin).name) for pin in pins("learner.txt")}
    assert names.isdisjoint({"nbgrader", "jupytext", "pytest", "playwright", "mypy"})


@pytest.mark.slow
@pytest.mark.parametrize("system", [name for name in SYSTEMS if "linux" not in name])
def test_every_package_of_a_learner_has_a_wheel_for_the_system_that_the_lock_names(
    system, tmp_path
):
    """An official's laptop has no compiler."""
    python = "3.13"
    wanted = {}
    for pin, hashes in pins("learner.txt").items():
        if applies(pin, system, python):
            one = Requirement(pin)
            wanted[canonicalize_name(one.name)] = f"{one.name}{one.specifier}", hashes
    # One that is on every registry says whether there is one here.
    if _resolved(["pip"], system, python, tmp_path) is None:
        pytest.skip("no registry of packages can be reached from here")
    found = _resolved([pin for pin, _ in wanted.values()], system, python, tmp_path)
    assert found is not None, (tmp_path / "errors").read_text()
    assert found.keys() == wanted.keys()
    assert [name for name in found if f"sha256:{found[name]}" not in wanted[name][1]] == []


def _resolved(pins: list[str], system: str, python: str, place: Path) -> dict[str, str] | None:
    """The wheels' checksums by the packages' names, nothing is installed; None on an error."""
    (place / "pins").write_text("\n".join(pins), encoding="utf-8")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"),
            # The lock is complete; and pip would read other packages' markers for this machine.
            *("--no-deps", "--only-binary=:all:", "--platform", system, "--python-version", python),
            *("--target", place / "target", "--report", place / "report", "-r", place / "pins"),
        ],
        stderr=(place / "errors").open("wb"),
    )
    if done.returncode:
        return None
    packages = json.loads((place / "report").read_text(encoding="utf-8"))["install"]
    return {
        canonicalize_name(each["metadata"]["name"]): each["download_info"]["archive_info"][
            "hashes"
        ]["sha256"]
        for each in packages
    }
