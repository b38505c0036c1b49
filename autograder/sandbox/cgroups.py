"""Control groups, versions 1 and 2: bounds on the memory, processes and CPU of a box as a whole."""

import os
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

from autograder.errors import ConfinementError

ROOT = Path("/sys/fs/cgroup")
OWN_GROUPS = Path("/proc/self/cgroup")
"""Where the kernel lists the groups of this process, one hierarchy a line."""

PREFIX = "ai4gov-"
"""Start of a group's name; the numbers of the process that made it and of the group follow."""

REMOVE_TRIES = 5
"""How often to try to remove a group, 10 ms apart. A group that is left then is removed when the
warm process ends."""

OPTIONAL = (
    "memory.swap.max",
    "memory.memsw.limit_in_bytes",
    "cpu.max",
    "cpu.cfs_period_us",
    "cpu.cfs_quota_us",
)
"""Files of bounds that some kernels or groups do not have: those on swap and on the CPU."""

CPU_CONTROLLERS = ("cpu", "cpuacct")
"""Controllers of version 1 that a box can do without."""

CPU_PERIOD = 100_000
"""Microseconds of a period, and of CPU time that a box gets in each: one processor at most."""

_numbers = count(1)


def make(memory: int, processes: int) -> tuple[str, ...]:
    """Make groups for one box; their folders, for the box to join and for `remove` after its end.

    The box as a whole gets `memory` bytes and `processes` processes. Where this process can set
    it, each box also gets the same share of the CPU, and one processor at most. Raises
    ConfinementError where this process cannot make groups.
    """
    name = f"{PREFIX}{os.getpid()}-{next(_numbers)}"
    made: list[Path] = []
    try:
        for folder, bounds in _parents(memory, processes):
            _delegate_controllers(folder)
            _make_group(folder / name, bounds, made)
    except OSError as error:
        remove(tuple(map(str, made)))
        raise ConfinementError(f"cgroup: {error.filename}: {error.strerror}") from None
    return tuple(map(str, made))


def _parents(memory: int, processes: int) -> list[tuple[Path, dict[str, int | str]]]:
    """The groups in which to make those of boxes, each with the bounds to write, by file name."""
    own = _own_groups()
    if "memory" not in own or "pids" not in own:
        return [
            (
                ROOT / own.get("", ""),
                {
                    "memory.max": memory,
                    "memory.swap.max": 0,
                    "pids.max": processes,
                    "cpu.max": f"{CPU_PERIOD} {CPU_PERIOD}",
                },
            )
        ]
    # Resolve links: controllers that are mounted together share one folder under two names.
    found: dict[Path, dict[str, int | str]] = {}
    wanted: dict[str, dict[str, int | str]] = {
        "memory": {"memory.limit_in_bytes": memory, "memory.memsw.limit_in_bytes": memory},
        "pids": {"pids.max": processes},
        "cpu": {"cpu.cfs_period_us": CPU_PERIOD, "cpu.cfs_quota_us": CPU_PERIOD},
        "cpuacct": {},
    }
    for controller, bounds in wanted.items():
        if controller not in own:
            continue
        folder = (ROOT / controller / own[controller]).resolve()
        if controller not in CPU_CONTROLLERS or os.access(folder, os.W_OK):
            found[folder] = found.get(folder, {}) | bounds
    return list(found.items())


def _delegate_controllers(folder: Path) -> None:
    """In version 2, enable this group's controllers for the groups below it.

    Except for the root group, the kernel refuses this while the group itself has processes. Boxes
    then get no group, and `make` reports that it could not write their bounds.
    """
    with suppress(OSError):
        enabled = (folder / "cgroup.subtree_control").read_text().split()
        for controller in (folder / "cgroup.controllers").read_text().split():
            if controller in ("memory", "pids", "cpu") and controller not in enabled:
                with suppress(OSError):
                    (folder / "cgroup.subtree_control").write_text(f"+{controller}")


def _make_group(folder: Path, bounds: dict[str, int | str], made: list[Path]) -> None:
    folder.mkdir()
    made.append(folder)
    for name, value in bounds.items():
        if name not in OPTIONAL or (folder / name).exists():
            (folder / name).write_text(str(value))


def cpu_seconds(groups: tuple[str, ...]) -> float | None:
    """CPU seconds that all processes of a box's groups have used; None if no group counts them."""
    for group in map(Path, groups):
        with suppress(OSError):
            return int((group / "cpuacct.usage").read_text()) / 1e9
        with suppress(OSError):
            counts = dict(line.split() for line in (group / "cpu.stat").read_text().splitlines())
            if "usage_usec" in counts:
                return int(counts["usage_usec"]) / 1e6
    return None


def remove(groups: tuple[str, ...]) -> None:
    """Remove groups whose processes have ended; the kernel can report them as busy for a moment."""
    for group in groups:
        for _ in range(REMOVE_TRIES):
            try:
                os.rmdir(group)
            except FileNotFoundError:
                break
            except OSError:
                time.sleep(0.01)
            else:
                break


def left_behind() -> tuple[str, ...]:
    """Groups whose warm process was killed before it could remove them."""
    try:
        parents = _parents(0, 0)
    except OSError:
        return ()
    groups = [group for parent, _ in parents for group in parent.glob(f"{PREFIX}*-*")]
    return tuple(
        str(group)
        for group in groups
        if not Path("/proc", group.name.removeprefix(PREFIX).partition("-")[0]).exists()
    )


def _own_groups() -> dict[str, str]:
    """The path of this process's group for each controller; under "" that of version 2."""
    found = {}
    for line in OWN_GROUPS.read_text().splitlines():
        _, controllers, path = line.split(":", 2)
        for controller in controllers.split(","):
            found[controller] = path.lstrip("/")
    return found
