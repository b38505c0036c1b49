"""Reads syscalls.tbl: the numbers of system calls, and what the seccomp filter does with each."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

MACHINES = ("x86_64", "aarch64")
"""The machines whose numbers the table holds, in the order of its columns."""


class Action(StrEnum):
    """What the seccomp filter does with a call; syscalls.tbl explains each."""

    ALLOW = "allow"
    REFUSE = "refuse"
    SKIP = "skip"
    INSPECT = "inspect"


@dataclass(frozen=True)
class SystemCall:
    """A line of the table. `numbers` holds the call's number for each machine that has the call."""

    name: str
    numbers: dict[str, int]
    action: Action


@cache
def table() -> dict[str, SystemCall]:
    """The calls of syscalls.tbl by name; the file is read once in each process."""
    return parse(Path(__file__).with_name("syscalls.tbl").read_text(encoding="utf-8"))


def parse(text: str) -> dict[str, SystemCall]:
    """The calls of a table by name. Raises ValueError, naming the line, if the text is not one."""
    calls: dict[str, SystemCall] = {}
    taken: set[tuple[str, int]] = set()
    for place, line in enumerate(text.splitlines(), start=1):
        if not (fields := line.partition("#")[0].split()):
            continue
        try:
            call = _call(fields)
        except ValueError as error:
            raise ValueError(f"line {place} of the table of system calls: {error}") from None
        if call.name in calls or not taken.isdisjoint(call.numbers.items()):
            raise ValueError(f"line {place} of the table of system calls: {call.name} is not new")
        calls[call.name] = call
        taken |= call.numbers.items()
    return calls


def _call(fields: list[str]) -> SystemCall:
    name, *columns, action = fields
    listed = zip(MACHINES, columns, strict=True)
    numbers = {machine: int(number) for machine, number in listed if number != "-"}
    if any(number < 0 for number in numbers.values()):
        raise ValueError("a number is negative")
    return SystemCall(name, numbers, Action(action))
