"""Control groups, versions 1 and 2: bounds on the memory, processes and CPU of a box as a whole."""

import os
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

from autograder.errors import ConfinementError

ROOT = Path("/sys/fs/cgroup")
OWN = Path("/proc/self/cgroup")
PREFIX = "ai4gov-"
"""Then the number of the process that made the group, and its own."""

PATIENCE = 5
"""Hundredths of a second; what is still there then is removed with the warm process."""

OPTIONAL = (
    "memory.swap.max",
    "memory.memsw.limit_in_bytes",
    "cpu.max",
    "cpu.cfs_period_us",
    "cpu.cfs_quota_us",
)
"""Bounds that not every kernel or group has: of swap, of the CPU."""

OF_CPU = ("cpu", "cpuacct")
"""Controllers that the level does not depend on."""

CPU_PERIOD = 100_000
"""Microseconds in which a box may use one processor for as long: at most one core for each box."""

_numbers = count(1)


def make(memory: int, processes: int) -> tuple[str, ...]:
    """New groups for one box, to be joined by its outer process and removed when it is gone.

    `memory` in bytes. Each box gets the same share of the processors and at most one of them,
    where this process may set that. Raises ConfinementError where it may make none.
    """
    name = f"{PREFIX}{os.getpid()}-{next(_numbers)}"
    made: list[Path] = []
    try:
        for folder, bounds in _parents(memory, processes):
            _pass_on(folder)
            _make(folder / name, bounds, made)
    except OSError as error:
        remove(tuple(map(str, made)))
        raise ConfinementError(f"cgroup: {error.filename}: {error.strerror}") from None
    return tuple(map(str, made))


def _parents(memory: int, processes: int) -> list[tuple[Path, dict[str, int | str]]]:
    """The groups in which ours are made, with the bounds that each can give."""
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
    # Controllers can be mounted together: one folder, reached by two names.
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
        if controller not in OF_CPU or os.access(folder, os.W_OK):
            found[folder] = found.get(folder, {}) | bounds
    return list(found.items())


def _pass_on(folder: Path) -> None:
    """In version 2, give the groups below this one the controllers that it has itself.

    The kernel refuses this for a group that has processes, except for the root group. Boxes then
    get no group, and `make` reports that it could not write their bounds.
    """
    with suppress(OSError):
        passed = (folder / "cgroup.subtree_control").read_text().split()
        for controller in (folder / "cgroup.controllers").read_text().split():
            if controller in ("memory", "pids", "cpu") and controller not in passed:
                with suppress(OSError):
                    (folder / "cgroup.subtree_control").write_text(f"+{controller}")


def _make(folder: Path, bounds: dict[str, int | str], made: list[Path]) -> None:
    folder.mkdir()
    made.append(folder)
    for name, value in bounds.items():
        if name not in OPTIONAL or (folder / name).exists():
            (folder / name).write_text(str(value))


def cpu_seconds(groups: tuple[str, ...]) -> float | None:
    """The CPU seconds that all processes of these groups have used; None if no group counts."""
    for group in map(Path, groups):
        with suppress(OSError):
            return int((group / "cpuacct.usage").read_text()) / 1e9
        with suppress(OSError):
            told = dict(line.split() for line in (group / "cpu.stat").read_text().splitlines())
            if "usage_usec" in told:
                return int(told["usage_usec"]) / 1e6
    return None


def remove(groups: tuple[str, ...]) -> None:
    """Remove groups whose processes have ended; the kernel may take a moment to let go of them."""
    for group in groups:
        for _ in range(PATIENCE):
            try:
                os.rmdir(group)
            except FileNotFoundError:
                break
            except OSError:
                time.sleep(0.01)
            else:
                break


def left_behind() -> tuple[str, ...]:
    """The groups of warm processes that were killed before they could remove them."""
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
    """This process's group by controller; under "" that of version 2."""
    found = {}
    for line in OWN.read_text().splitlines():
        _, controllers, path = line.split(":", 2)
        for controller in controllers.split(","):
            found[controller] = path.lstrip("/")
    return found
