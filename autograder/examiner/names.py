"""The learner's names as a test sees them: what each stands for, and when to ask again."""

import importlib
import sys
import types
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from autograder.bridge.codec import Packer, Refused, Unpacker
from autograder.bridge.proxy import Remote, facts_of, isinstance_exactly
from autograder.examiner.static_analysis import JUDGES
from autograder.examiner.trust import Policy


@dataclass
class Fetched:
    """What a name of the learner's stands for: a replica by its number, or another value.

    `lasts` says that it need not be asked for again until the learner's process says that the
    name stands for something else: it is a reference, or cannot change.
    """

    value: Any
    number: int | None = None
    version: int = 0
    lasts: bool = False


class Names:
    """The names of the learner's cells."""

    def __init__(self, link: Policy):
        self.link = link
        self.fetched: dict[str, Fetched] = {}
        # What the examiner has itself.
        self.own: dict[str, object] = {}
        # Values of the test that the learner's code is to see from its next call on.
        self.binding: dict[str, object] = {}

    def fetch(self, name: str) -> object:
        """The learner's value of a name. Raises KeyError when there is none."""
        if name in self.own:
            return self.own[name]
        record = self.fetched.get(name)
        if record is not None and (record.lasts or record.version == self.link.version):
            return self._value(record)
        known = self.link.instructor
        source = known.shared.get(name) or known.own.get(name) or (None, "")
        reply = self.link.ask("name", None, name, record.number if record else None, *source)
        if type(reply) is not list or len(reply) != 3:
            self.link.lost(Refused("no answer to what a name is"))
        state, number, value = reply
        if state == "own" and source[0]:
            self.own[name] = imported(source[0], source[1])
            return self.own[name]
        if state == "same" and record is not None:
            record.version = self.link.version
            return self._value(record)
        if state != "value":
            self.drop(name)
            raise KeyError(name)
        is_object = isinstance_exactly(value, Remote)
        if is_object and (own := _judge_module(facts_of(value)[2].get("module"))):
            self.own[name] = own
            return own
        place = self.link.replicas.place(value)
        is_tests = place not in (None, (number, 0)) or id(value) in self.link.replicas.views
        if type(number) is int and (number < 0 or is_tests):
            # A value of the test's: do not record it under a name that the learner chooses.
            record = self.fetched[name] = Fetched(value, version=self.link.version)
            return record.value
        return self._value(self._record(name, number, value, self.link.received))

    def _value(self, record: Fetched) -> object:
        replica = self.link.replicas.by_number.get(record.number or 0)
        return record.value if replica is None else replica.value

    def _record(
        self, name: str, number: object, value: object, crossed: Packer | Unpacker | None
    ) -> Fetched:
        """Take note of what a name stands for, and of the replica if it is one."""
        self.drop(name)
        record = self.fetched[name] = Fetched(value, version=self.link.version, lasts=True)
        if type(number) is int and number:
            replica = self.link.replicas.by_number.get(number)
            if replica is None or replica.value is not value:
                replica = self.link.replicas.agree(number, value, crossed)
                replica.is_bound = False
            replica.name = replica.name or name
            replica.names.add(name)
            record.number, record.lasts = number, replica.snapshot.is_fixed()
        return record

    def drop(self, name: str) -> None:
        self.own.pop(name, None)
        record = self.fetched.pop(name, None)
        if record is not None and record.number is not None:
            self.link.replicas.drop_name(record.number, name)

    def keep(self, names: Iterable[str], value: object) -> None:
        """Let names stand for a value that is a replica no more."""
        for name in names:
            self.fetched[name] = Fetched(value, lasts=True)

    def note_stale(self, names: Iterable[str]) -> None:
        """The learner's code may have bound these names anew: ask again."""
        for name in names:
            self.own.pop(name, None)
            if name in self.fetched:
                self.fetched[name].lasts = False

    def clear(self) -> None:
        self.fetched.clear()
        self.own.clear()

    def bind(self, name: str, value: object) -> None:
        """Have the learner's code see a name of the test's, from its next call on."""
        self.binding[name] = value
        self.drop(name)

    def send_bound(self) -> None:
        """Bind the test's values to their names in the learner's process."""
        while self.binding:
            name, value = self.binding.popitem()
            self.link.version += 1
            self.link.replicas.views.pop(id(value), None)
            number = self.link.ask("bind", None, name, value)
            self._record(name, number, value, self.link.given)
            if number in self.link.replicas.by_number:
                self.link.replicas.by_number[number].is_bound = True

    def unbind(self, name: str) -> None:
        self.binding.pop(name, None)
        self.drop(name)
        self.link.version += 1
        self.link.ask("unbind", None, name)


def _judge_module(name: object) -> types.ModuleType | None:
    """The examiner's own library, where no import of the instructor's says which it is.

    Better here than there, where it could be one of the learner's that agrees to everything.
    """
    known = type(name) is str and name.partition(".")[0] in JUDGES
    return sys.modules.get(name) if known else None  # type: ignore[call-overload]


def imported(module: str, name: str) -> object:
    """What `import module` or `from module import name` gives."""
    found = importlib.import_module(module)
    if not name:
        return found
    try:
        return getattr(found, name)
    except AttributeError:
        return importlib.import_module(f"{module}.{name}")
