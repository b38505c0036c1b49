"""What a test and the learner's code would share in one process, apart from names and values.

Files, the variables of the course's modules, what the test puts in other modules, seeds, and the
modes of numpy.
"""

import builtins
import functools
import random
import types
from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np

from autograder.bridge import course_modules
from autograder.bridge.codec import MaskedArrays, Packed, Packer
from autograder.bridge.file_sync import Folder
from autograder.bridge.link import Link
from autograder.bridge.messages import Header
from autograder.bridge.proxy import ABSENT, exchange
from autograder.text import words

USUAL_ERRSTATE = {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}
"""What np.geterr() returns in a fresh process."""


ABOUT_MASKED = words("ma mask masked masked_array masked_invalid MaskedArray")
"""Words by which a test, or a definition of the instructor's behind it, is about masked arrays."""

Patches: TypeAlias = list[list[Any]]
"""What replaces what: a module, a name and a value each; see exchange."""


class SharedState:
    """The examiner's part of it, and what the next request is to say of it."""

    def __init__(self, link: Link):
        self.link = link
        # Places in modules that a test may put something in, with what was there at first.
        self.watched: dict[tuple[types.ModuleType, str], object] = {}
        for name in ("input", "print"):
            self.watch(builtins, name)
        self.patches: Patches = []
        self.seeds: list[list[Any]] = []
        self.folder = Folder()
        # The variables of the course's modules when both processes had the same.
        self.state = Packed(None, [])
        # Whether the learner's process has said that it has others.
        self.files_wait = self.state_waits = False
        for module, name in ((random, "random"), (np.random, "numpy")):
            module.seed = self._noticed(module.seed, name)  # type: ignore[attr-defined]

    def _noticed(self, seed: Callable[..., None], module: str) -> Callable[..., None]:
        @functools.wraps(seed)
        def seeded(*args: Any, **kwargs: Any) -> None:
            seed(*args, **kwargs)
            value = args[0] if args else next(iter(kwargs.values()), None)
            self.seeds.append([module, Packer(self.link.refer).packed(value).tree])

        return seeded

    def lift_patches(self) -> Patches:
        """Undo the test's patches, so that they do not apply to the protocol's own code."""
        before, self.patches = self.patches, self._now()
        exchange(self.patches)
        return before

    def restore_patches(self, before: Patches) -> None:
        exchange(self.patches)
        self.patches = before

    def watch(self, module: types.ModuleType, name: str) -> None:
        """From now on, forward to the learner's process what a test puts in this place."""
        self.watched.setdefault((module, name), vars(module).get(name, ABSENT))

    def _now(self) -> Patches:
        """What the test has put in other places than its own, with what was there."""
        return [
            [module, name, original]
            for (module, name), original in self.watched.items()
            if vars(module).get(name, ABSENT) is not original
        ]

    def fetch_files(self) -> None:
        """Take over the files that the learner's code has written."""
        self.files_wait = False
        self.folder.store(self.link.ask("files"))

    def fetch_variables(self) -> None:
        """Take over what the course's modules keep in the learner's process, if it is data."""
        self.state_waits = False
        if course_modules.has_state():
            course_modules.restore(self.link.ask("state"), _is_plain)
            self.state = self.link.packed(course_modules.state())

    def fetch_news(self) -> None:
        """Take over what the last answer has told of."""
        if self.files_wait:
            self.fetch_files()
        if self.state_waits:
            self.fetch_variables()

    def send(self) -> None:
        """Hand changed files and variables over."""
        if self.folder.has_changed():
            self.link.ask("store", None, self.folder.changed())
        if course_modules.has_state() and self.link.packed(course_modules.state()) != self.state:
            self.link.ask("restore", None, course_modules.state())
            self.state = self.link.packed(course_modules.state())

    def header(self, runs: bool) -> Header:
        """The fields of a request; `runs` says that it runs code of the learner's."""
        found: Header = {}
        if self.patches:
            found["patch"] = [
                [module.__name__, name, self._reference(value)]
                for module, name, value in self.patches
                if value is not ABSENT
            ]
        if MaskedArrays.cross:
            found["masked"] = True
        if self.seeds:
            found["seeds"], self.seeds = self.seeds, []
        if runs and (errstate := np.geterr()) != USUAL_ERRSTATE:
            # A handler of np.seterrcall stays with the test.
            found["errstate"] = {
                kind: mode for kind, mode in errstate.items() if mode not in ("call", "log")
            }
        return found

    def _reference(self, value: object) -> Any:
        """A value as part of a header, which has no room for buffers."""
        packed = Packer(self.link.refer, self.link.known).packed(value)
        return self.link.refer(value) if packed.parts else packed.tree


def _is_plain(value: object) -> bool:
    """Whether a value holds nothing that lives in the learner's process."""
    found: list[object] = []
    Packer(lambda each: found.append(each) or ["object"]).packed(value)  # type: ignore[func-returns-value]
    return not found
