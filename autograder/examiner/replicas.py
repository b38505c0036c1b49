"""The replicas of the examiner: what crosses again, what stays the test's, what is let go."""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from weakref import WeakValueDictionary

import numpy as np
import pandas as pd

from autograder.bridge.codec import Packed, Packer, Refused, Unpacker
from autograder.bridge.link import Link
from autograder.bridge.messages import Message
from autograder.bridge.proxy import Remote, RemoteType, isinstance_exactly
from autograder.bridge.replicas import Replica, Replicas, is_used
from autograder.examiner.static_analysis import SourceFacts

FIRST_LOOK = 8
MOST_LINKED = 50
MOST_LINKED_BYTES = 8 * 2**20
"""Linked arguments and results: from how many on unused ones are looked for, how many are kept, and
how many bytes of them."""

DATA = (np.ndarray, pd.Series, pd.DataFrame, pd.Index)
"""What tests compare predictions with."""


class ExaminerReplicas(Replicas):
    """The examiner's copies. The numbers of the test's own values are negative.

    `keep` has names stand for a value that is a replica no more.
    """

    def __init__(
        self, link: Link, instructor: SourceFacts, keep: Callable[[Iterable[str], object], None]
    ):
        super().__init__(link)
        self.instructor = instructor
        self.keep = keep
        # Replicas that a name has stood for since the last push.
        self.unnamed: set[int] = set()
        # Values of the test that it has changed after the learner's code got them, by id.
        self.private: dict[int, object] = {}
        # Values in the attributes of estimators and of objects of the course, by id: a reference in
        # them would be a method of the learner's that judges its own predictions.
        self.closed: dict[int, object] = {}
        # Results that share their memory with an array of the test's, by id.
        self.views: WeakValueDictionary[int, np.ndarray] = WeakValueDictionary()
        self.last_given = 0
        self.next_look = FIRST_LOOK
        # Whether the test's code has run since the last push.
        self.has_run = True

    def changed_for(self, given: Sequence[Any]) -> list[tuple[int, Replica]]:
        """The replicas whose changes the learner's process is to know; the others are let go."""
        again = {id(value) for value in given}
        shared = []
        for number, replica in list(self.by_number.items()):
            if replica.snapshot.is_unchanged():
                continue
            is_written = {replica.name, *replica.names} & self.instructor.written
            if replica.is_theirs or id(replica.value) in again or is_written:
                shared.append((number, replica))
            else:
                self._part_with(number, replica)
        if not self.private:
            return shared
        for value in given:
            for part in self._parts_of(value):
                self.private.pop(id(part), None)
        hidden = [each for each in shared if self._holds_private(each[1])]
        for number, replica in hidden:
            self._part_with(number, replica)
        return [each for each in shared if each not in hidden]

    def _part_with(self, number: int, replica: Replica) -> None:
        """Stop synchronising a replica: from now on the copies are two values."""
        self.keep(replica.names, replica.value)
        if not replica.is_theirs:
            self.private |= {id(part): part for part in self._parts_of(replica.value)}
        self.let_go([number])

    def _parts_of(self, value: object) -> list[object]:
        """The values in a value that can be changed in place."""
        packer = Packer(lambda _: ["object"], self.tagging.stand_in)
        packer.packed(value)
        return packer.own()

    def _holds_private(self, replica: Replica) -> bool:
        if replica.is_bound:
            return False
        return any(id(part) in self.private for part in self._parts_of(replica.value))

    def part_with_data(self) -> None:
        """After a call, arrays and tables that the test gave can be changed by no later call.

        A model's `fit` could keep `y`, and its `predict` write what it predicts into it.
        """
        for number, replica in self._linked_replicas():
            if not replica.is_theirs and isinstance(replica.value, DATA):
                self._part_with(number, replica)

    def _is_used(self, replica: Replica) -> bool:
        return is_used(replica, (Link, Remote, RemoteType))

    def _forget_unused_linked(self) -> None:
        """Let go of arguments and results that the test no longer has, and of the oldest ones.

        Each that is kept costs a look with every message.
        """
        linked = self._linked_replicas()
        if (
            len(linked) < self.next_look
            and sum(each.size for _, each in linked) < MOST_LINKED_BYTES
        ):
            return
        for number, replica in linked:
            if not self._is_used(replica):
                self.let_go([number])
        linked = self._linked_replicas()
        size = sum(each.size for _, each in linked)
        for number, replica in linked:
            if len(self.by_number) <= MOST_LINKED and size <= MOST_LINKED_BYTES:
                break
            size -= replica.size
            self._part_with(number, replica)
        self.next_look = max(FIRST_LOOK, 2 * len(self._linked_replicas()))

    def _linked_replicas(self) -> list[tuple[int, Replica]]:
        replicas = self.by_number.items()
        return [(n, each) for n, each in replicas if each.is_linked and not each.names]

    def forget_unused(self) -> None:
        """Let go of what neither a name nor the test has any more."""
        # Not at the moment when the last name goes: a change before that must still be sent.
        for number in self.unnamed & set(self.by_number):
            replica = self.by_number[number]
            if not replica.names and not (replica.is_linked and self._is_used(replica)):
                self.let_go([number])
        self.unnamed.clear()
        self._forget_unused_linked()

    def drop_name(self, number: int, name: str) -> None:
        """A name stands for a replica no more."""
        if number in self.by_number:
            self.by_number[number].names.discard(name)
            self.unnamed.add(number)

    def drop(self, numbers: Sequence[int]) -> None:
        """The learner's process has let go of replicas."""
        for number in numbers:
            replica = self.by_number.get(number)
            if replica is not None and not replica.is_theirs:
                # It may still have them in a value of its own.
                self.private |= {id(part): part for part in self._parts_of(replica.value)}
            self.release([number])

    def settle(self, results: Sequence[Any]) -> None:
        for number, replica in self.changed_for(results):
            self.tell(number, replica.value)
        # One message must not say how a replica has changed and that it is let go.
        if not self.news:
            self._forget_unused_linked()
        self.has_run = False

    def clear(self) -> None:
        super().clear()
        self.news.clear()
        self.views.clear()
        self.closed.clear()
        self.private.clear()
        self.unnamed.clear()

    def agree(self, number: int, value: object, crossed: Packer | Unpacker | None) -> Replica:
        if number > 0 and id(value) in self.views:
            # Refuse a number of the learner's: by it a later answer would change the test's array.
            raise Refused("a number for a view of a value of the test")
        return super().agree(number, value, crossed)

    def close(self, values: Sequence[object]) -> None:
        self.closed |= {
            id(value): value
            for value in values
            if not isinstance_exactly(value, np.ndarray) or value.dtype.hasobject  # type: ignore[attr-defined]
        }

    def is_closed(self, value: object) -> bool:
        return id(value) in self.closed

    def next_number(self, value: object) -> int:
        """The numbers of the test's own values are negative."""
        self.last_given -= 1
        return self.last_given

    def link(self, numbers: Any, values: Sequence[Any], crossed: Sequence[Any]) -> None:
        if not all(type(number) is int for number in numbers):
            raise Refused("no numbers")
        if not self.by_number.keys().isdisjoint(numbers):
            raise Refused("a number of another value")
        if any(
            number > 0 and self.place(value) is not None
            for number, value in zip(numbers, values, strict=True)
        ):
            # Refuse a second number for a value of the test: it would count as the learner's.
            raise Refused("another number of a value")
        super().link(numbers, values, crossed)
        for number in filter(None, numbers):
            self.by_number[number].is_theirs = number > 0

    def view(
        self, number: int, place: int, offset: int, shape: list[int], strides: list[int]
    ) -> np.ndarray:
        """An array in the memory of one that the test gives in this call.

        `offset` and `strides` are bytes in the learner's copy, which is contiguous.
        """
        whole = self.part(number, place)
        if number >= 0 or type(whole) is not np.ndarray or whole.dtype.hasobject:
            raise Refused("no array of the test")
        if not all(type(each) is int for each in (offset, *shape, *strides)):
            raise Refused("no place in an array")
        if not 0 < math.prod(shape) <= whole.size or min(shape, default=1) < 0:
            raise Refused("a view that is larger than the array")
        flags = whole.flags
        whole = whole.T if flags.f_contiguous else whole if flags.c_contiguous else whole.copy("C")
        # numpy raises ValueError if a part of the view lies outside the buffer.
        memory = whole.reshape(-1).view(np.uint8)
        found: np.ndarray = np.ndarray(shape, whole.dtype, memory, offset, strides)
        self.views[id(found)] = found
        return found

    def follow(self, message: Message) -> Sequence[Packed]:
        if any(number < 0 for number in message.given):
            raise Refused("a number of the test's own")
        if not message.changed:
            return message.values
        agreed = [
            (number, each)
            for number, each in self.by_number.items()
            if not self.has_run or each.snapshot.is_unchanged()
        ]
        try:
            return super().follow(message)
        finally:
            # What the learner's process has changed, under another name too, is not to be sent
            # back as if the test had changed it: it might be older than what is there.
            for number, each in agreed:
                current = self.by_number.get(number) is each
                if current and not each.snapshot.is_unchanged():
                    each.snapshot = self.snapshot(each.value)

    def changed(self, number: int, value: object, unpacker: Unpacker) -> None:
        super().changed(number, value, unpacker)
        # It may hold other values of the test now, which the test did not put there.
        self.by_number[number].is_bound = False
