"""Control groups: bounds on the memory and the processes of a box as a whole, versions 1 and 2."""

import os
import time
from itertools import count
from pathlib import Path

from autograder.confine import ConfinementError

ROOT = Path("/sys/fs/cgroup")
PREFIX = "ai4gov-"
"""Then the number of the process that made the group, and its own."""

PATIENCE = 50
"""Hundredths of a second."""

OF_SWAP = ("memory.swap.max", "memory.memsw.limit_in_bytes")
"""Bounds that a kernel without swap does not know."""

_numbers = count(1)


def make(memory: int, processes: int) -> tuple[str, ...]:
    """New groups for one box, to be joined by its outer process and removed when it is gone.

    `memory` in bytes. Raises ConfinementError where this process may make none.
    """
    name = f"{PREFIX}{os.getpid()}-{next(_numbers)}"
    made: list[Path] = []
    try:
        for folder, bounds in _parents(memory, processes):
            _make(folder / name, bounds, made)
    except OSError as error:
        remove(tuple(map(str, made)))
        raise ConfinementError(f"cgroup: {error.filename}: {error.strerror}") from None
    return tuple(map(str, made))


def _parents(memory: int, processes: int) -> list[tuple[Path, dict[str, int]]]:
    """The groups in which ours are made, with the bounds that each can give."""
    own = _own_groups()
    if "memory" in own and "pids" in own:
        return [
            (
                ROOT / "memory" / own["memory"],
                {"memory.limit_in_bytes": memory, "memory.memsw.limit_in_bytes": memory},
            ),
            (ROOT / "pids" / own["pids"], {"pids.max": processes}),
        ]
    bounds = {"memory.max": memory, "memory.swap.max": 0, "pids.max": processes}
    return [(ROOT / own.get("", ""), bounds)]


def _make(folder: Path, bounds: dict[str, int], made: list[Path]) -> None:
    folder.mkdir()
    made.append(folder)
    for name, value in bounds.items():
        if name not in OF_SWAP or (folder / name).exists():
            (folder / name).write_text(str(value))


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
    for line in Path("/proc/self/cgroup").read_text().splitlines():
        _, controllers, path = line.split(":", 2)
        for controller in controllers.split(","):
            found[controller] = path.lstrip("/")
    return found
