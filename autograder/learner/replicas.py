"""The replicas of the learner's process: which of them may have changed, and what changes along."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.bridge.codec import Packed, Packer, Twins, Unpacker
from autograder.bridge.link import Link
from autograder.bridge.messages import Header, Tag
from autograder.bridge.replicas import Replica, Replicas


class LearnerReplicas(Replicas):
    """The learner's copies. A replica's number is that under which its value is held."""

    def __init__(self, link: Link, names: dict[str, object]):
        super().__init__(link)
        self.own = link.own
        self.names = names
        # Objects with the plain forms that the test has of them, by the id of the plain form.
        self.twins: dict[int, Twins] = {}
        # Those that the running request is about, and those that the test has without asking for
        # them again: arguments, results, and what is under names of the test's.
        self.touched: set[int] = set()
        self.bound: set[int] = set()
        # Counts the times at which the learner's code may have changed something.
        self.tick = 0

    def next_number(self, value: object) -> int:
        return self.own.number(value, tell=False)

    def agree(self, number: int, value: object, crossed: Packer | Unpacker | None) -> Replica:
        made = super().agree(number, value, crossed)
        made.checked = self.tick
        return made

    def part(self, number: Any, place: object) -> object:
        self.touched.add(number)
        return super().part(number, place)

    def link(self, numbers: Any, values: Sequence[Any], crossed: Sequence[Any]) -> None:
        super().link(numbers, values, crossed)
        self.bound.update(filter(None, numbers))

    def release(self, numbers: Any) -> None:
        super().release(numbers)
        for number in numbers:
            self.bound.discard(number)
            self.own.forget_unannounced(number)

    def clear(self) -> None:
        super().clear()
        self.twins.clear()
        self.touched.clear()
        self.bound.clear()

    def changed(self, number: int, value: object, unpacker: Unpacker | None) -> None:
        before = self.by_number[number].value
        if (twins := self.twins.pop(id(before), None)) is not None:
            twins.lead(value)
            self.twins[id(value)] = twins
        if value is not before:
            # It could not be changed in place: a tuple, or an array of another shape.
            for name in [name for name, each in self.names.items() if each is before]:
                self.names[name] = value
            self.own.replace(number, value)
        self.agree(number, value, unpacker)

    def refresh(self, number: int) -> None:
        """Have the test's copy follow, if the value has changed."""
        replica = self.by_number[number]
        if replica.checked == self.tick:
            return
        replica.checked = self.tick
        if (twins := self.twins.get(id(replica.value))) is not None:
            twins.follow()
        if not replica.snapshot.is_unchanged():
            self.tell(number, replica.value)

    def add_changes(self, header: Header) -> list[Packed]:
        touched, self.touched = self.touched | self.bound, set()
        for number in touched:
            if number in self.by_number:
                self.refresh(number)
        return super().add_changes(header)

    def view(self, value: Any) -> Tag | None:
        """Where an array lies in the memory of an array that the test gives in this call."""
        base = value.base if type(value) is np.ndarray and value.nbytes else None
        if base is None or value.dtype.hasobject:
            return None
        for number in [each for each in self.by_number if each < 0]:
            for place, part in enumerate(self.by_number[number].parts):
                if type(part) is not np.ndarray or part.dtype != value.dtype:
                    continue
                if base is part or base is part.base:
                    offset = value.ctypes.data - part.ctypes.data
                    return ["view", number, place, offset, [*value.shape], [*value.strides]]
        return None
