"""Control groups: what is written and read there, tried on folders that imitate a hierarchy."""

from pathlib import Path

import pytest

from autograder.sandbox import cgroups


def tree(folder: Path, monkeypatch: pytest.MonkeyPatch, own: str, *folders: str) -> None:
    """Folders of groups, and a /proc/self/cgroup with the text `own`."""
    for group in folders:
        (folder / group).mkdir(parents=True)
    (folder / "own").write_text(own)
    monkeypatch.setattr(cgroups, "ROOT", folder)
    monkeypatch.setattr(cgroups, "OWN_GROUPS", folder / "own")


def test_version_2_bounds_memory_processes_and_cpu_in_one_group(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, monkeypatch, "0::/grading\n", "grading")
    ((folder, bounds),) = cgroups._parents(2**28, 32)
    assert folder == tmp_path / "grading"
    # The time of one processor in each period.
    assert bounds == {
        "memory.max": 2**28,
        "memory.swap.max": 0,
        "pids.max": 32,
        "cpu.max": "100000 100000",
    }


def test_version_2_passes_its_controllers_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, monkeypatch, "0::/grading\n", "grading")
    (tmp_path / "grading" / "cgroup.controllers").write_text("cpuset cpu memory\n")
    control = tmp_path / "grading" / "cgroup.subtree_control"
    control.write_text("cpu\n")
    (made,) = cgroups.make(2**28, 32)
    assert control.read_text() == "+memory"
    assert (Path(made) / "memory.max").read_text() == f"{2**28}"


def test_version_1_makes_one_group_where_controllers_are_mounted_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = "4:memory:/a\n3:pids:/b\n2:cpu,cpuacct:/c\n"
    tree(tmp_path, monkeypatch, own, "memory/a", "pids/b", "cpu,cpuacct/c")
    for name in ("cpu", "cpuacct"):
        (tmp_path / name).symlink_to("cpu,cpuacct")
    (made, *others) = cgroups.make(2**28, 32)[::-1]
    assert Path(made).parent == tmp_path / "cpu,cpuacct" / "c"
    assert {Path(other).parent.name for other in others} == {"a", "b"}


def test_a_kernel_without_the_cpu_controller_bounds_memory_and_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, monkeypatch, "4:memory:/a\n3:pids:/b\n", "memory/a", "pids/b")
    assert {folder.name for folder, _ in cgroups._parents(2**28, 32)} == {"a", "b"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cpuacct.usage", "1500000000\n"),
        ("cpu.stat", "usage_usec 1500000\nuser_usec 1000000\nsystem_usec 500000\n"),
    ],
)
def test_cpu_seconds_are_read_in_both_versions(tmp_path: Path, name: str, content: str) -> None:
    counting, other = tmp_path / "counting", tmp_path / "other"
    counting.mkdir()
    other.mkdir()
    # In version 1 a file of this name counts periods of the quota only.
    (other / "cpu.stat").write_text("nr_periods 3\nnr_throttled 0\nthrottled_time 0\n")
    (counting / name).write_text(content)
    assert cgroups.cpu_seconds((str(other), str(counting))) == 1.5
    assert cgroups.cpu_seconds((str(other),)) is None
