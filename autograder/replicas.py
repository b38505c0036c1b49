"""Values of which both processes have a copy: how each is addressed, and whether it has changed.

Both sides number the same values, and list the changeable parts of each in the order in which
they crossed. So a value, or a part of one, that the other side has can be named by number and
place, and is one object on either side under however many names it occurs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from autograder.values import Refused, Snapshot


@dataclass
class Replica:
    """A value as it was when both sides agreed. `parts` holds the value itself, and its parts."""

    value: object
    parts: list[object]
    snapshot: Snapshot
    names: set[str] = field(default_factory=set)
    name: str = ""
    checked: int = 0


class Replicas:
    """The replicas of one side, by number."""

    def __init__(self) -> None:
        self.by_number: dict[int, Replica] = {}
        # By id, which is no other object's as long as a replica holds this one.
        self.places: dict[int, tuple[int, int]] = {}

    def agree(
        self, number: int, value: object, changeable: Sequence[object], snapshot: Snapshot
    ) -> Replica:
        """Take note that both sides have this value, with its changeable parts in this order."""
        before = self.release(number)
        made = self.by_number[number] = Replica(value, [value, *changeable], snapshot)
        if before is not None:
            made.names, made.name = before.names, before.name
        for place, part in enumerate(made.parts):
            self.places.setdefault(id(part), (number, place))
        return made

    def release(self, number: int) -> Replica | None:
        found = self.by_number.pop(number, None)
        for part in found.parts if found is not None else ():
            if self.places.get(id(part), (None,))[0] == number:
                del self.places[id(part)]
        return found

    def clear(self) -> None:
        self.by_number.clear()
        self.places.clear()

    def place(self, value: object) -> tuple[int, int] | None:
        """Number and place of a value or part."""
        return self.places.get(id(value))

    def part(self, number: object, place: object) -> object:
        """What is there. Raises Refused when there is nothing."""
        found = self.by_number.get(number) if isinstance(number, int) else None
        if found is None or type(place) is not int or not 0 <= place < len(found.parts):
            raise Refused("no such part")
        return found.parts[place]
