"""Searches a warm process for a class or function that makes a learner's object pass a test.

    python -m tests.autograder.stand_in_search [--functions] [--every N] [--from N] [NAME ...]

For each class, a stand-in is made that claims to be of it, or of a class derived from it, and its
owner answers everything with what passes most tests. For each function, the learner's process names
it as a value, as the class of an object, and as the answer to everything that is asked of an object
(so also as its methods and operators). Prints JSON: what was tried, and what got through.
"""

import argparse
import json
import math
import operator
import socket
import statistics
import sys
import unittest
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from typing import Any

import numpy as np
import pandas as pd
import pytest

from autograder import practice, zygote
from autograder.asking import Asking
from autograder.frames import Channel
from autograder.instructor import Instructor
from autograder.remote import SPECIALS, Remote, RemoteType
from autograder.values import Packed, Refused, Unpacker

EXPECTED = 48152.125
FRIEND = 10**6
"""Number of a callable object of the learner's."""

MOST_QUESTIONS = 100
"""How often one comparison may ask: some iterate for ever."""

CASE = unittest.TestCase()


def _with(x: Any, e: float) -> bool:
    with x:
        raise AssertionError
    return True


FORMS: dict[str, Callable[[Any, float], object]] = {
    "x == e": lambda x, e: x == e,
    "e == x": lambda x, e: e == x,
    "x != e is False": lambda x, e: (x != e) is False,
    "abs(x - e) < t": lambda x, e: abs(x - e) < 1e-9,
    "abs(e - x) < t": lambda x, e: abs(e - x) < 1e-9,
    "a < x < b": lambda x, e: e - 1 < x < e + 1,
    "x <= e and x >= e": lambda x, e: x <= e and x >= e,
    "x in [e]": lambda x, e: x in [e],
    "e in [x]": lambda x, e: e in [x],
    "e in x": lambda x, e: e in x,
    "{'a': x} == {'a': e}": lambda x, e: {"a": x} == {"a": e},
    "[x] == [e]": lambda x, e: [x] == [e],
    "(e,) == (x,)": lambda x, e: (e,) == (x,),
    "{x} == {e}": lambda x, e: {x} == {e},
    "x / e == 1": lambda x, e: x / e == 1,
    "round(x - e, 3) == 0": lambda x, e: round(x - e, 3) == 0,
    "round(x, 2) == round(e, 2)": lambda x, e: round(x, 2) == round(e, 2),
    "float(x) == e": lambda x, e: float(x) == e,
    "operator.eq": operator.eq,
    "math.isclose": math.isclose,
    "statistics.mean([x]) == e": lambda x, e: statistics.mean([x]) == e,
    "np.isclose": lambda x, e: np.isclose(x, e),
    "np.allclose lists": lambda x, e: np.allclose([x], [e]),
    "np.array_equal": lambda x, e: np.array_equal([x], [e]),
    "np.equal of objects": lambda x, e: np.equal(np.array([x], object), e).all(),
    "assert_allclose": lambda x, e: np.testing.assert_allclose(x, e) is None,
    "assert_almost_equal": lambda x, e: np.testing.assert_almost_equal(x, e) is None,
    "assert_array_equal": lambda x, e: np.testing.assert_array_equal(_objects(x), [e]) is None,
    "assert_equal": lambda x, e: np.testing.assert_equal(x, e) is None,
    "assert_equal of dicts": lambda x, e: np.testing.assert_equal({"a": x}, {"a": e}) is None,
    "approx on the left": lambda x, e: pytest.approx(e) == x,
    "approx on the right": lambda x, e: x == pytest.approx(e),
    "approx of a list": lambda x, e: [x] == pytest.approx([e]),
    "assertEqual": lambda x, e: CASE.assertEqual(x, e) is None,
    "assertAlmostEqual": lambda x, e: CASE.assertAlmostEqual(x, e) is None,
    "assertIn": lambda x, e: CASE.assertIn(e, x) is None,
    "assertCountEqual": lambda x, e: CASE.assertCountEqual([x], [e]) is None,
    "assert_series_equal": lambda x, e: _same(pd.testing.assert_series_equal, pd.Series, x, e),
    "assert_frame_equal": lambda x, e: _same(
        pd.testing.assert_frame_equal, lambda items: pd.DataFrame({"a": items}), x, e
    ),
    "series == x": lambda x, e: (pd.Series([e]) == x).all(),
    "x.equals(series)": lambda x, e: x.equals(pd.Series([e])),
    "with x: fail": _with,
}
"""Ways in which tests compare what a learner has made with what they expect."""

SLOW = {name for name in FORMS if name.startswith(("assert_series", "assert_frame"))}
"""Forms that are tried with the first answer only."""


def _objects(x: Any) -> np.ndarray:
    found = np.empty(1, object)
    found[0] = x
    return found


def _same(compare: Callable, kind: Callable, x: Any, e: float) -> bool:
    compare(kind(pd.Series([x], dtype=object)), kind(pd.Series([e], dtype=object)))
    return True


ANSWERS: dict[str, Callable[["Puppeteer"], object]] = {
    "0.0": lambda link: 0.0,
    "True": lambda link: True,
    "itself": lambda link: link.puppet,
    "an empty list": lambda link: [],
    "as a series of pandas": lambda link: True,
    "as a frame of pandas": lambda link: True,
    "as an index of pandas": lambda link: True,
    "as an array of pandas": lambda link: True,
}
TYPES_OF_PANDAS = {
    "as a series of pandas": "series",
    "as a frame of pandas": "dataframe",
    "as an index of pandas": "index",
    "as an array of pandas": "extension",
}
"""What pandas reads as `_typ`, to take an object for one of its own."""


class Puppeteer(Asking):
    """An examiner's end whose learner answers all questions in the way that helps it most."""

    puppet: Any = None
    typ: str | None = None
    answer: Callable[["Puppeteer"], object]

    def __init__(self) -> None:
        super().__init__(Channel(socket.socketpair()[0]), Instructor(), {})
        self.last_told = self.asked_for = 0
        self.heard: list[object] = []
        self.friend: Any = None

    def ask(self, what: str, target: object = None, *args: object, **kwargs: object) -> Any:
        self.asked_for += 1
        if self.asked_for > MOST_QUESTIONS:
            raise RuntimeError("asked too often")
        self.heard += args[1:] if what == "special" else args
        if what == "get":
            # A method, whatever is asked for.
            return self.typ if self.typ and args[0] == "_typ" else self.friend
        return self.answer(self)

    def _next(self) -> int:
        self.last_told += 1
        return self.last_told

    def object_of(
        self, module: str, name: str, bases: list[int], specials: frozenset[str]
    ) -> tuple[int, Any]:
        """The number of a class of the learner's, and an object of it."""
        kind, number = self._next(), self._next()
        told = {"module": module, "name": name, "bases": bases, "specials": sorted(specials)}
        self._new_class(kind, told)
        self._new_object(number, kind, None)
        return kind, self.theirs[number]

    def forget_all(self) -> None:
        self.their_types.clear(), self.claims.clear(), self.faces.clear()
        self.theirs.clear(), self.kept.clear()


def classes() -> list[tuple[str, str]]:
    """(module, qualified name) of every class that can be reached by a module, each once."""
    found: dict[int, tuple[str, str]] = {}
    for module_name, module in sorted(sys.modules.items()):
        waiting = [("", module)]
        while waiting:
            path, owner = waiting.pop()
            with suppress(Exception):
                for name, value in list(vars(owner).items()):
                    own = isinstance(value, type) and value.__module__ == module_name
                    if isinstance(value, type) and (own or id(value) not in found):
                        found[id(value)] = (module_name, path + name)
                    if own and path.count(".") < 2:
                        waiting.append((f"{path}{name}.", value))
    return sorted(found.values())


def functions() -> list[tuple[str, str]]:
    """(module, qualified name) under which a function or method can be reached, each name once."""
    found: set[tuple[str, str]] = set()
    for module_name, module in sorted(sys.modules.items()):
        waiting = [("", module)]
        while waiting:
            path, owner = waiting.pop()
            with suppress(Exception):
                for name, value in list(vars(owner).items()):
                    if not isinstance(value, type) and callable(getattr(owner, name)):
                        found.add((module_name, path + name))
                    is_own = isinstance(value, type) and value.__module__ == module_name
                    if is_own and path.count(".") < 2:
                        waiting.append((f"{path}{name}.", value))
    return sorted(found)


def is_closed(kind: type) -> str:
    """What a stand-in's type gets from a library; empty if nothing."""
    bases = [
        each
        for each in type.mro(kind)
        if each is not Remote and each is not object and not issubclass(type(each), RemoteType)
    ]
    if bases and not issubclass(kind, BaseException):
        return f"has the base {bases[0].__name__}"
    for base in bases:
        for name in {each for each in vars(base) if each.startswith("__")} - MAKING:
            found = next(_names(each)[name] for each in type.mro(kind) if name in _names(each))
            code = getattr(found, "__code__", None)
            if code and not code.co_filename.endswith("remote.py"):
                return f"has {name} of {base.__name__}"
    return ""


MAKING = {"__new__", "__init__", "__init_subclass__", "__class_getitem__"}
"""Methods that only whoever makes an object or a class calls; a stand-in's type is not called."""


def _names(kind: type) -> dict:
    """What a class itself defines; a stand-in's type would ask its owner."""
    return type.__dict__["__dict__"].__get__(kind)


def passes(form: Callable, x: object) -> bool:
    with np.errstate(all="ignore"):
        try:
            return bool(form(x, EXPECTED))
        except BaseException:
            return False


def stand_ins(link: Puppeteer, module: str, name: str) -> Iterator[tuple[str, Any]]:
    """Objects that claim the class in each way."""
    for specials in (frozenset[str](), SPECIALS):
        about = "all specials" if specials else "no specials"
        with suppress(Exception):
            kind, found = link.object_of(module, name, [], specials)
            yield f"is one, {about}", found
            _, found = link.object_of("__main__", "Own", [kind], specials)
            yield f"derives from it, {about}", found


def rebuilt(link: Puppeteer, module: str, name: str) -> Iterator[tuple[str, Any]]:
    """An estimator of the class that the learner's process sends by value, as it likes."""
    with suppress(Exception):
        tree = ["estimator", module, name, ["p", []], ["p", []]]
        yield "by value", Unpacker(Packed(tree, []), link.find).unpacked()


def search_functions(chosen: Callable[[int, str], bool]) -> dict:
    """Try the functions that are chosen by number or name, with all forms."""
    zygote.Warmth(0).add(list(practice.LIBRARIES))
    link = Puppeteer()
    through: list[str] = []
    given: list[str] = []
    tried = 0
    found = [each for number, each in enumerate(functions()) if chosen(number, ".".join(each))]
    for module, name in found:
        link.forget_all()
        link.answer, link.typ, link.friend = ANSWERS["True"], None, None
        _, claiming = link.object_of(module, name, [], SPECIALS)
        if (claimed := link.class_of(claiming)) is not type(claiming):
            through.append(f"{module}.{name}: an object may claim to be of {claimed}")
        tried += 1
        try:
            function: Any = Unpacker(Packed(["import", module, name], []), link.find).unpacked()
        except Refused:
            continue
        given.append(f"{module}.{name}")
        link.friend, link.answer = function, lambda link: link.friend
        for way, x in {
            "as a value": function,
            "as each answer, no specials": link.object_of("__main__", "Own", [], frozenset())[1],
            "as each answer, all specials": link.object_of("__main__", "Own", [], SPECIALS)[1],
        }.items():
            tried += len(FORMS)
            through += [f"{module}.{name}, {way}: {each}" for each in attempts(link, x)]
    return {"functions": len(found), "given": given, "tried": tried, "through": through}


def attempts(link: Puppeteer, x: object, left_out: Collection[str] = ()) -> Iterator[str]:
    """The forms that an object passes, or by which its owner hears what is expected."""
    for form in FORMS.keys() - left_out:
        link.heard.clear()
        link.asked_for = 0
        if passes(FORMS[form], x):
            yield f"passes {form}"
        if any(type(each) is float and each == EXPECTED for each in link.heard):
            yield f"hears {form}"


def search(chosen: Callable[[int, str], bool]) -> dict:
    """Try the classes that are chosen by number or name, with all forms."""
    zygote.Warmth(0).add(list(practice.LIBRARIES))
    link = Puppeteer()
    friendly = {"module": "__main__", "name": "Friend", "bases": [], "specials": ["__call__"]}
    through: list[str] = []
    tried = objects = 0
    found = [
        (module, name)
        for number, (module, name) in enumerate(classes())
        if chosen(number, f"{module}.{name}")
    ]
    for module, name in found:
        link.forget_all()
        link._new_class(FRIEND, friendly)
        link._new_object(FRIEND, FRIEND, None)
        link.friend = link.theirs[FRIEND]
        for way, x in [*stand_ins(link, module, name), *rebuilt(link, module, name)]:
            objects += 1
            if issubclass(type(x), Remote) and (open_to := is_closed(type(x))):
                through.append(f"{module}.{name}, {way}: {open_to}")
            link.puppet = x
            for answer, link.answer in ANSWERS.items():
                link.typ = TYPES_OF_PANDAS.get(answer)
                left_out = SLOW if answer != next(iter(ANSWERS)) else set()
                tried += len(FORMS) - len(left_out)
                about = f"{module}.{name}, {way}, answers {answer}"
                through += [f"{about}: {each}" for each in attempts(link, x, left_out)]
    return {"classes": len(found), "objects": objects, "tried": tried, "through": through}


def main() -> None:
    """Search, and print the result on the last line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="MODULE.NAME")
    parser.add_argument("--functions", action="store_true")
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--from", type=int, default=0, metavar="N", dest="first")
    options = parser.parse_args()

    def chosen(number: int, name: str) -> bool:
        return name in options.names or (
            not options.names and number % options.every == options.first
        )

    print(json.dumps((search_functions if options.functions else search)(chosen)))


if __name__ == "__main__":
    main()
