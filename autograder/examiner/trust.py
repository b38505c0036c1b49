"""What the examiner believes of the learner's objects, and what it lets be asked of the test's.

No code of the learner runs here, and nothing that the learner's process says decides a verdict: it
can only say what its values are. This module is the security policy of the talk, which
autograder.examiner.client carries out.
"""

import datetime
import functools
import inspect
import io
import numbers
import os
import random
import sqlite3
import sys
import types
import unittest
from array import array
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NoReturn, cast
from unittest import mock

import numpy as np
import pandas as pd

from autograder.bridge import course_modules
from autograder.bridge.codec import COMPARING, Refused, estimator_class, plain_class
from autograder.bridge.link import Link, Lost
from autograder.bridge.messages import EXAMINER, Request
from autograder.bridge.proxy import (
    ABSENT,
    DECIDING,
    LIBRARIES,
    OPERATORS,
    PLAIN,
    SPECIALS,
    Remote,
    RemoteType,
    facts_of,
    is_remote,
    isinstance_exactly,
    special_method,
)
from autograder.channel import Channel
from autograder.examiner.learner_code import LearnerCode
from autograder.examiner.replicas import ExaminerReplicas
from autograder.examiner.static_analysis import SourceFacts, is_type_hint, words_in
from autograder.text import words

OPEN = (io.IOBase, mock.NonCallableMock, types.SimpleNamespace)
"""Objects whose public attributes the learner's code may read when a test passes them."""

OPEN_IN_PART = {
    random.Random: words(
        "random uniform randint randrange choice choices sample shuffle gauss normalvariate "
        "expovariate betavariate triangular seed getrandbits"
    ),
    sqlite3.Connection: words(
        "cursor execute executemany executescript commit rollback close total_changes "
        "in_transaction"
    ),
    sqlite3.Cursor: words(
        "execute executemany executescript fetchone fetchall fetchmany close description "
        "rowcount lastrowid"
    ),
}
"""Of these some attributes only: a connection could load code into this process."""

DISTRIBUTION = words(
    "pdf logpdf pmf logpmf cdf logcdf sf logsf ppf isf rvs mean median var std moment stats "
    "entropy expect support interval"
)

DESCRIBING = words(
    "__abstractmethods__ __all__ __annotations__ __call__ __closure__ __code__ "
    "__dataclass_fields__ __dataclass_params__ __defaults__ __dict__ __doc__ __enter__ "
    "__exit__ __file__ __func__ __globals__ __isabstractmethod__ __iter__ __kwdefaults__ "
    "__members__ __module__ __name__ __no_type_check__ __objclass__ __path__ __qualname__ "
    "__self__ __signature__ __slots__ __spec__ __sklearn_clone__ __sklearn_is_fitted__ "
    "__sklearn_tags__ __test__ __type_params__ __version__ __wrapped__"
)
"""Special attributes that inspect, dataclasses, doctest, abc, contextlib, typing and scikit-learn
read; none of them is given a value of the test."""

OF_TYPE_HINTS = words("__annotations__ __dict__ __globals__ __signature__")
"""Attributes by which typing and inspect find the annotations of a function or a class."""

OF_IMPORTS = words("__name__ __path__ __spec__")
"""Attributes of a module by which the import system finds others."""

OF_THE_TEST = DECIDING | words("__getitem__ __setitem__ __delitem__ __format__ __round__")
"""Special methods that are given a value of the test's."""

OF_CLASSES = (classmethod, staticmethod, types.ClassMethodDescriptorType, types.BuiltinFunctionType)
"""Types of methods of a class that make an object, or need none."""

OF_OBJECTS = (types.MethodType, types.BuiltinMethodType, types.MethodWrapperType)
"""Types of methods that an object has been looked up for."""

SILENT_EXCEPTIONS = (
    StopIteration,
    StopAsyncIteration,
    unittest.SkipTest,
    unittest.case._ShouldStop,  # type: ignore[attr-defined]
)
"""Exceptions that end an iteration or a unittest without a failure."""

KINDS = {kind.__name__: kind for kind in vars(types).values() if isinstance(kind, type)}

BY_VALUE = (
    numbers.Number, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice,
    np.ndarray, np.generic, pd.DataFrame, pd.Series, pd.Index, pd.api.extensions.ExtensionArray,
    datetime.date, datetime.time, datetime.timedelta, os.PathLike, array,
)  # fmt: skip
"""Classes whose objects are here when they are plain: a stand-in never is one of them."""

PLAIN_CLASSES = {
    (kind.__module__, kind.__qualname__): kind
    for kind in (
        int, float, complex, bool, str, bytes, list, tuple, dict, set, frozenset, object,
        type(None), array, np.ndarray, pd.Series, pd.DataFrame, datetime.date, datetime.datetime,
        *{type(np.dtype(code).type(0)) for code in "?bhilqBHILQefdFD"}, np.str_, np.datetime64,
    )
}  # fmt: skip
"""Classes of plain values: when the learner's process names one, it is the examiner's own."""


@dataclass(frozen=True, slots=True)
class PlainForm:
    """An object of the learner's without its class, as a copy.

    `replica` is the copy's number, if it can change; `own` are those of its names that the
    object's class, or the object, defines itself, at `version`.
    """

    value: object
    replica: int | None
    own: frozenset[str]
    version: int


class Policy(Link):
    """The examiner's end as far as it decides what is believed and permitted."""

    replicas: ExaminerReplicas

    def __init__(self, channel: Channel, instructor: SourceFacts):
        super().__init__(channel)
        self.instructor = instructor
        self.code = LearnerCode()
        # Why the learner's process can be asked nothing more in this test cell.
        self.fault: Lost | None = None
        # Words of the test cells that have run, and what the running one reaches by the
        # instructor's definitions.
        self.words: frozenset[str] = frozenset()
        self.reached: frozenset[str] = frozenset()
        self.handed: set[object] = set()
        # Counts the requests that run code of the learner's.
        self.version = 0
        # By number of an object: its plain form. By number of a class: its plain class.
        self.plain_forms: dict[int, PlainForm] = {}
        self.plain_classes: dict[int, type | None] = {}

    def library_class(self, described: Mapping[str, Any]) -> type | None:
        """The class of a library that a learner's object may say it is of.

        Saying so gains nothing that making one would not. It must not be a class whose
        objects cross by value, for such an object would be here and not there.
        """
        found = self._described_class(described)
        if found is None or course_modules.is_of_course(found):
            return found
        if issubclass(found, BY_VALUE) or found is object:
            return None
        # scipy trusts the indices in an object of its own class and reads memory by them, so no
        # object of the learner's may claim such a class.
        if any(each.__module__.startswith("scipy.sparse") for each in found.__mro__):
            return None
        return found

    def plain_class(self, described: Mapping[str, Any]) -> type | None:
        found = self._described_class(described)
        return found if found is not None and issubclass(found, PLAIN) else None

    def _described_class(self, described: Mapping[str, Any]) -> type | None:
        """Find the class with this module and name in the course, in Python or in a library."""
        module, name = described["module"], described["name"]
        top = module.partition(".")[0]
        own: type | None = course_modules.owned(module, name, type)
        if own is not None:
            return own
        if (top not in LIBRARIES and top not in sys.stdlib_module_names) or module == "__main__":
            return None
        found: Any = KINDS.get(name) if module == "builtins" else None
        if found is None:
            found = sys.modules.get(module)
            for part in name.split("."):
                # A learner's module can be in the place of the library's.
                sound = issubclass(type(found), types.ModuleType | type) and not is_remote(found)
                found = vars(found).get(part) if sound else None
        return found if isinstance(found, type) else None

    def class_of(self, stand_in: object) -> type:
        own = type(stand_in)
        _, number, described = facts_of(own)
        return self.library_class(described) or self.theirs.faces.get(number) or own

    def is_taken_for(self, cls: type, other: object) -> bool:
        """A model that does not cross by value is of its library's class, as isinstance says."""
        own = self.library_class(facts_of(cls)[2])
        is_own = own is not None and (
            _is_judged(own) or course_modules.is_of_course(own) or own in KINDS.values()
        )
        return is_own and own is other

    def their_class(self, number: int) -> type:
        described = facts_of(self.theirs.types[number])[2]
        if plain := PLAIN_CLASSES.get((described["module"], described["name"])):
            return plain
        found = super().their_class(number)
        if isinstance_exactly(found, RemoteType) or issubclass(found, BaseException):
            return found
        # A class that is called makes something: only estimators, and the course's own classes, do
        # no more than that.
        sound = _is_judged(found) or course_modules.is_of_course(found)
        return found if sound else self.theirs.types[number]

    def _of_instructor(self, name: str, method: str) -> bool:
        """Whether a class of that name, which the running test is about, defines the method."""
        short = name.rpartition(".")[2]
        return short in self.reached and method in self.instructor.methods.get(short, ())

    def special(self, stand_in: object, name: str, *args: object) -> Any:
        """Call a special method of a learner's object, unless it would decide the test.

        One that is given a value of the test's runs on the object's plain form, if it has one.
        Other comparisons with the test's own values give NotImplemented, so that learner code
        cannot decide them. Those go over that the instructor's own class of that name defines.
        """
        __tracebackhide__ = True
        if (
            name in OF_THE_TEST
            and args
            and not (name == "__format__" and args[0] == "")
            and not isinstance_exactly(stand_in, RemoteType)
            and not self._is_instructors(stand_in, name)
        ):
            of_test = name not in OPERATORS or not is_remote(args[0])
            if of_test and (plain := self._plain_form(stand_in, name)) is not None:
                found = getattr(plain, name)(*args)
                return stand_in if found is plain else found
            if name == "__contains__":
                return any(each is args[0] or each == args[0] for each in iter(stand_in))  # type: ignore[call-overload]
            if name in OPERATORS and of_test:
                return NotImplemented
        found = super().special(stand_in, name, *args)
        return False if name == "__exit__" and self._must_be_seen(args[1]) else found

    def _is_instructors(self, stand_in: object, name: str) -> bool:
        """Whether a class of the instructor's that the object is of defines a method itself."""
        kind: Any = stand_in if isinstance_exactly(stand_in, RemoteType) else type(stand_in)
        # Python's own dict calls the second for a key that it lacks.
        names = {name, "__missing__"} if name == "__getitem__" else {name}
        if any(self._of_instructor(each.__name__, own) for each in type.mro(kind) for own in names):
            return True
        if name in OPERATORS or self._plain_class(kind) is None:
            return False
        known = map(self._described_class, self._descriptions(kind))
        return any(course_modules.is_of_course(own) and names & vars(own).keys() for own in known)

    def _plain_class(self, kind: Any) -> type | None:
        """The plain class that a learner's class is derived from; None if there is none."""
        number = facts_of(kind)[1]
        if number not in self.plain_classes:
            known = map(self._described_class, self._descriptions(kind))
            found = (plain_class(each) for each in known if each is not None)
            self.plain_classes[number] = next(filter(None, found), None)
        return self.plain_classes[number]

    def _descriptions(self, kind: Any) -> list[dict[str, Any]]:
        """What the learner's process has said of a class and its bases."""
        mro = type.mro(kind)
        return [facts_of(each)[2] for each in mro if isinstance_exactly(each, RemoteType)]

    def _plain_form(self, stand_in: object, name: str) -> object:
        """The plain form of an object, if its plain class has an attribute; else None."""
        kind = self._plain_class(type(stand_in))
        if kind is None or not hasattr(kind, name):
            return None
        number = facts_of(stand_in)[1]
        form = self.plain_forms.get(number)
        if form is None or self.replicas.number(form.value) != form.replica:
            form = self._ask_for_plain_form(stand_in, kind)
        return None if form is None else form.value

    def _ask_for_plain_form(self, stand_in: object, kind: type) -> "PlainForm | None":
        reply = self.ask("plain", stand_in)
        if type(reply) is not list or len(reply) != 2 or type(reply[1]) is not str:
            self.lost(Refused("no plain form"))
        value, own = reply
        if not isinstance_exactly(value, kind):
            own_class = self._described_class(facts_of(type(stand_in))[2])
            if own_class is kind and kind.__module__ != "builtins":
                # An array or a table that is too large to cross.
                return None
            raise TypeError("a learner's object is too large, or too deep, to be looked at")
        place = self.replicas.number(value)
        form = PlainForm(value, place, frozenset(own.split()), self.version)
        self.plain_forms[facts_of(stand_in)[1]] = form
        return form

    def _inherited(self, stand_in: object, name: str) -> object:
        """A method of an object's plain form; of a class, of that of its objects. ABSENT if none.

        A method of the same name that the learner's class defines must not hear what the test
        expects. Data under the name (a field `count`) is the object's own.
        """
        is_class = isinstance_exactly(stand_in, RemoteType)
        kind = self._plain_class(stand_in if is_class else type(stand_in))
        if kind is None or not hasattr(kind, name) or self._is_instructors(stand_in, name):
            return ABSENT
        if is_class:
            makes = isinstance(inspect.getattr_static(kind, name), OF_CLASSES)
            if makes or not callable(getattr(kind, name)):
                return ABSENT
            return lambda value, *args, **more: getattr(value, name)(*args, **more)
        form = self.plain_forms.get(facts_of(stand_in)[1])
        if form is None or form.version != self.version:
            # It may have got attributes of its own since.
            form = self._ask_for_plain_form(stand_in, kind)
        if form is None:
            return ABSENT
        if name in form.own:
            found = super().attribute(stand_in, name)
            if not is_remote(found) and not callable(found):
                return found
        found = getattr(form.value, name)
        return functools.partial(self._called, found) if isinstance(found, OF_OBJECTS) else found

    def _called(self, method: Callable[..., Any], *args: object, **more: object) -> Any:
        """Call a method with the plain forms of the learner's objects among its arguments."""
        __tracebackhide__ = True
        given = [self._as_plain(each) for each in args]
        return method(*given, **{name: self._as_plain(each) for name, each in more.items()})

    def _as_plain(self, value: object) -> object:
        if not isinstance_exactly(value, Remote):
            return value
        plain = self._plain_form(value, "__class__")
        return value if plain is None else plain

    def _must_be_seen(self, error: object) -> bool:
        """Whether a learner's context manager may not end this exception: a test fails by it."""
        may_end_it = self.instructor.swallowing & self.reached
        return not may_end_it or _must_reach_the_cell(error)

    def attribute(self, stand_in: object, name: str) -> object:
        __tracebackhide__ = True
        if name.startswith("__") and name.endswith("__"):
            return self._special_attribute(stand_in, name)
        if name == "send" and self.class_of(stand_in) is types.CoroutineType:
            return lambda _: self._awaited(stand_in)
        if name in ("send", "throw") and self.class_of(stand_in) is types.GeneratorType:
            return functools.partial(self.ask, "send", stand_in, name)
        if name == "score" and (judge := self._judge(stand_in)) is not None:
            return functools.partial(judge, stand_in)
        found = self._inherited(stand_in, name)
        return self._guarded(stand_in, name) if found is ABSENT else found

    def _special_attribute(self, stand_in: object, name: str) -> object:
        """An attribute with a name that Python or a library gives a meaning.

        Only those that a test names, or a module of the course that is loaded here, or that
        Python's own modules read to describe an object. By others (`__array_function__` of numpy
        is one) a library hands the values of the test over and lets the learner's process say
        what is equal.
        """
        __tracebackhide__ = True
        if name not in DESCRIBING | self.words and not _is_word_of_course(name):
            raise AttributeError(f"a learner's object is not asked for {name}")
        if name == "__code__" and "line" in (facts := facts_of(stand_in)[2]):
            if (code := self.code.find(facts["name"], facts["line"])) is not None:
                return code
        elif name in ("__all__", "__dict__") and type(stand_in).__name__ == "module":
            raise AttributeError("a test cannot import all names of a learner's module")
        if name in OF_TYPE_HINTS:
            return self._without_code(stand_in, name)
        if name in OF_IMPORTS and (imported_as := _imported_as(stand_in)):
            return self._for_import(stand_in, name, imported_as)
        is_class = isinstance_exactly(stand_in, RemoteType)
        if name in SPECIALS or name == "__exit__":
            # Asked for by its name, as ExitStack does, it is the method that Python itself calls.
            kind: Any = stand_in if is_class else type(stand_in)
            method = special_method(kind, name)
            if name in OPERATORS and not self._is_instructors(stand_in, name):
                method = functools.partial(_decided, method)
            return method if is_class else functools.partial(method, stand_in)
        return self._guarded(stand_in, name)

    def _without_code(self, stand_in: object, name: str) -> object:
        """Annotations, or what holds them: typing and inspect evaluate each text in them."""
        found = self._guarded(stand_in, name)
        if name == "__dict__" and isinstance(stand_in, type):
            found = dict(found)  # type: ignore[call-overload]
            if not _are_type_hints(found.get("__annotations__")):
                del found["__annotations__"]
        elif name == "__globals__" and isinstance(found, dict):
            found.pop("__builtins__", None)
        elif name == "__annotations__" and not _are_type_hints(found):
            raise AttributeError("an annotation of the learner's is no type, and is not evaluated")
        elif name == "__signature__" and not isinstance(found, inspect.Signature):
            # inspect evaluates the defaults in a text, or in what a callable object gives.
            raise AttributeError("a learner's signature is no object of inspect's")
        return found

    def _for_import(self, module: object, name: str, imported_as: str) -> object:
        """What the import system reads of a module: no name, path or spec of the learner's.

        By these it would look for submodules in a zip file of the learner's, and run them here.
        """
        if name == "__path__":
            super().attribute(module, name)
            return []
        return imported_as if name == "__name__" else None

    def _guarded(self, stand_in: object, name: str) -> object:
        __tracebackhide__ = True
        found = super().attribute(stand_in, name)
        if name in COMPARING and callable(found) and not self._may_compare(stand_in, name):
            return functools.partial(_compared, found)
        return found

    def _may_compare(self, stand_in: object, name: str) -> bool:
        """Whether a method of this name is the instructor's too, or a module's function."""
        is_module = any(each is stand_in for each in list(sys.modules.values()))
        return is_module or self._is_instructors(stand_in, name)

    def _awaited(self, coroutine: object) -> NoReturn:
        raise StopIteration(self.ask("await", coroutine))

    def _judge(self, model: object) -> Callable[..., Any] | None:
        """What computes a model's score here, from its predictions; None if nothing does.

        The learner's process must not judge its own model.
        """
        kind = type(model)
        if "sklearn" not in sys.modules or isinstance(model, type):
            return None
        if any(self._of_instructor(each.__name__, "score") for each in type.mro(kind)):
            return None
        from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin, is_regressor
        from sklearn.metrics import get_scorer
        from sklearn.model_selection import GridSearchCV, RandomizedSearchCV

        claimed = {
            each
            for claim in (self.class_of(model), kind, *self.theirs.claims[facts_of(kind)[1]])
            for each in type.mro(claim)
            if not isinstance_exactly(each, RemoteType)
        }
        # Prefer what its class says to what the model says of itself.
        for mixin in (ClassifierMixin, RegressorMixin):
            if mixin in claimed:
                return cast(Callable[..., Any], mixin.score)
        if claimed & {GridSearchCV, RandomizedSearchCV}:
            scoring = self.ask("get", model, "scoring")
            if isinstance(scoring, str):
                scorer = get_scorer(scoring)
                return lambda model, X, y=None, **more: scorer(model, X, y, **more)
        if not any(issubclass(each, BaseEstimator) and "score" in vars(each) for each in claimed):
            return None

        def score(model: Any, X: Any, y: Any = None, **more: Any) -> Any:
            if y is None:
                return self.ask("get", model, "score")(X, **more)
            mixin = RegressorMixin if is_regressor(model) else ClassifierMixin
            return mixin.score(model, X, y, **more)

        return score

    def permit(self, request: Request, target: object, args: Sequence[object]) -> None:
        what = request.kind
        if request.target is None or request.target[1] != EXAMINER:
            raise PermissionError("only an object of the test can be asked")
        if what == "call" and self._may_be_called(target):
            return
        if what == "special" and args and args[0] in SPECIALS and args[0] != "__call__":
            return
        public = bool(args) and type(args[0]) is str and not args[0].startswith("_")
        # The calls that a mock has recorded are the test's, and so are its assert methods.
        is_open = issubclass(type(target), OPEN) and not (
            issubclass(type(target), mock.NonCallableMock) and _is_of_mocks(str(args[0]))
        )
        if (what == "get" and public and is_open) or (
            what in ("get", "set") and public and _of_a_test(target)
        ):
            return
        if what == "get" and public and args[0] in _open_names(target):
            if isinstance(target, sqlite3.Cursor):
                _keep_to_itself(target.connection)
            elif isinstance(target, sqlite3.Connection):
                _keep_to_itself(target)
            return
        if what == "get" and args and args[0] in ("__name__", "__qualname__"):
            return
        # functools.wraps copies it.
        if what == "get" and args[:1] == ["__doc__"] and type(target) is types.FunctionType:
            return
        raise AttributeError("this cannot be asked of an object of the test")

    def _may_be_called(self, target: object) -> bool:
        """Refuse types learned from an instance: io.FileIO, say, could open other files."""
        if not isinstance_exactly(target, type):
            return True
        return target in self.handed or target.__module__ == "__main__"


def _must_reach_the_cell(error: object) -> bool:
    """Whether an exception is a failure of the test itself, which no learner may replace."""
    if error is None or is_remote(error):
        return False
    return isinstance(error, AssertionError | NameError) or not isinstance(error, Exception)


def _handled() -> BaseException | None:
    """The exception that is being handled, behind the StopIteration of an iterator."""
    error = sys.exception()
    while isinstance_exactly(error, StopIteration):
        error = error.__context__  # type: ignore[union-attr]
    return error


def _are_type_hints(annotations: object) -> bool:
    return annotations is None or (
        isinstance(annotations, dict) and all(map(is_type_hint, annotations.values()))
    )


def _is_word_of_course(name: str) -> bool:
    """Whether a word occurs in a module that came with the assignment and is loaded here."""
    return any(
        name in _words_of_module(module)
        for module in course_modules.known
        if type(sys.modules.get(module)) is types.ModuleType
    )


@functools.cache
def _words_of_module(module: str) -> frozenset[str]:
    with suppress(OSError, TypeError):
        return words_in(inspect.getsource(sys.modules[module]))
    return frozenset()


def _imported_as(stand_in: object) -> str | None:
    """The name under which a test has imported a module of the learner's."""
    return next((name for name, each in list(sys.modules.items()) if each is stand_in), None)


def _is_judged(kind: type) -> bool:
    """Whether a class is an estimator's of the examiner's own libraries."""
    return "sklearn" in sys.modules and estimator_class(kind.__module__, kind.__qualname__) is kind


def _is_open_error(value: object) -> bool:
    """Whether an object is an exception that a test has given; an assertion's text is a secret."""
    return isinstance(value, Exception) and not isinstance(value, AssertionError)


def _compared(method: Callable[..., Any], *args: object, **kwargs: object) -> object:
    """Call a comparing method, but never with a value of the test's."""
    if not all(map(is_remote, (*args, *kwargs.values()))):
        raise TypeError("a learner's object cannot compare itself with a value of the test")
    return method(*args, **kwargs)


def _decided(method: Callable[..., Any], stand_in: object, *args: object) -> Any:
    """Call a special method by its name; NotImplemented would be true in an `assert`.

    Python's own answer to a value of another kind is the same for the plain form as for a copy.
    """
    found = method(stand_in, *args)
    if found is NotImplemented:
        raise TypeError("a learner's object cannot compare itself with a value of the test")
    return found


def _keep_to_itself(connection: sqlite3.Connection) -> None:
    """Forbid ATTACH, by which a query could open or write another file of this box."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)


def _open_names(target: object) -> frozenset[str]:
    for kind, names in OPEN_IN_PART.items():
        if type(target) is kind:
            return names
    # Compare by name, so that scipy.stats need not be imported.
    kinds = {each.__name__ for each in type(target).__mro__ if each.__module__.startswith("scipy.")}
    return DISTRIBUTION if "rv_frozen" in kinds else frozenset()


def _of_a_test(value: object) -> bool:
    """Whether an object's class is of a test cell or the course's own, and no failure of a test."""
    kind = type(value)
    of_instructor = kind.__module__ == "__main__" or course_modules.is_of_course(kind)
    return of_instructor and not is_remote(value) and not issubclass(kind, AssertionError)


def _is_of_mocks(name: str) -> bool:
    """Whether every mock has this attribute, by its class or as a list of its own."""
    return name == "method_calls" or hasattr(mock.AsyncMock, name)
