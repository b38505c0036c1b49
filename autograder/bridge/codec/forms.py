"""Plain forms: what an object of a class that is derived from a plain one is without its class.

A learner's subclass of `str` or `DataFrame` stays in the learner's process. The examiner gets a
copy of its plain form, and runs there what the object inherits.
"""

import datetime
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

from autograder.bridge.codec.pandas import (
    are_same,
    refill_frame,
    refill_series,
    state_of_frame,
)


@dataclass(frozen=True, slots=True)
class Form:
    """How to get the plain form of an object, and to make the two equal again.

    Attributes
    ----------
    copy : callable
        Makes the plain form. It calls methods of the plain class, never overriding ones.
    refill : callable, optional
        Changes its first argument in place to what its second is; either may be the object or its
        plain form. None if nothing can change, or both share their memory.
    state : callable
        Gives a list of objects, and one that is not the same where the object may have changed.
    """

    copy: Callable[[Any], Any]
    refill: Callable[[Any, Any], object] | None = None
    state: Callable[[Any], list[object]] = lambda value: [object()]


@dataclass(slots=True)
class Twins:
    """An object, its plain form, and the object's state when both were equal."""

    original: Any
    plain: Any
    form: Form
    state: list[object]

    @classmethod
    def of(cls, original: object) -> "Twins | None":
        """An object with its plain form; None if it has none."""
        kind = plain_class(type(original))
        form = FORMS[kind] if kind is not None else None
        if form is None:
            return None
        return cls(original, form.copy(original), form, form.state(original))

    def follow(self) -> None:
        """Change the plain form as the object has been changed."""
        if self.form.refill is None or are_same(self.form.state(self.original), self.state):
            return
        self.form.refill(self.plain, self.original)
        self.state = self.form.state(self.original)

    def lead(self, plain: object) -> None:
        """Change the object to what is the plain form now."""
        self.plain = plain
        if self.form.refill is not None:
            self.form.refill(self.original, plain)
            self.state = self.form.state(self.original)


def _whole(kind: Any) -> Form:
    """The form of a sequence that cannot change."""
    return Form(lambda value: kind.__getitem__(value, slice(None)))


def _of_items(kind: Any, refill: Callable[[Any, Any], object] | None) -> Form:
    return Form(lambda value: kind(kind.__iter__(value)), refill)


def _of_mapping(kind: Any, copy: Callable[[Any], Any]) -> Form:
    def refill(target: Any, value: Any) -> None:
        items = dict.copy(value)
        dict.clear(target)
        for key, item in items.items():
            kind.__setitem__(target, key, item)

    return Form(copy, refill)


def _refill_list(target: Any, value: Any) -> None:
    list.__setitem__(target, slice(None), list.copy(value))


def _refill_set(target: Any, value: Any) -> None:
    items = list(set.__iter__(value))
    # Filled anew, it could give its items in another order, which counts as a change.
    if set(map(id, items)) != set(map(id, set.__iter__(target))):
        set.clear(target)
        set.update(target, items)


def _refill_deque(target: Any, value: Any) -> None:
    items = list(deque.__iter__(value))
    deque.clear(target)
    deque.extend(target, items)


def _copied_defaultdict(value: Any) -> defaultdict[Any, Any]:
    factory: Any = vars(defaultdict)["default_factory"]
    return defaultdict(factory.__get__(value), dict.copy(value))


def _of_frame(kind: Any, refill: Callable[[Any, Any], object]) -> Form:
    return Form(kind, lambda target, value: refill(target, kind(value)), state_of_frame)


def _of_reduced(kind: Any) -> Form:
    return Form(lambda value: kind(*kind.__reduce__(value)[1]))


FORMS: dict[type, Form | None] = {
    int: Form(int.__pos__),
    float: Form(float.__pos__),
    complex: Form(complex.__pos__),
    Decimal: Form(Decimal),
    Fraction: Form(Fraction),
    str: _whole(str),
    bytes: _whole(bytes),
    tuple: _whole(tuple),
    frozenset: _of_items(frozenset, None),
    datetime.datetime: _of_reduced(datetime.datetime),
    datetime.date: _of_reduced(datetime.date),
    datetime.timedelta: _of_reduced(datetime.timedelta),
    list: _of_items(list, _refill_list),
    set: _of_items(set, _refill_set),
    deque: _of_items(deque, _refill_deque),
    OrderedDict: _of_mapping(OrderedDict, lambda value: OrderedDict(OrderedDict.items(value))),
    Counter: _of_mapping(dict, lambda value: Counter(dict.copy(value))),
    defaultdict: _of_mapping(dict, _copied_defaultdict),
    dict: _of_mapping(dict, dict.copy),
    # What it hides must stay hidden.
    np.ma.MaskedArray: None,
    np.ndarray: Form(lambda value: np.ndarray.view(value, np.ndarray)),
    pd.Series: _of_frame(pd.Series, refill_series),
    pd.DataFrame: _of_frame(pd.DataFrame, refill_frame),
}
"""The plain classes, with the form of objects of their subclasses; None if they have none."""


def plain_class(kind: type) -> type | None:
    """The first plain class that a class is derived from, or is; None if there is none."""
    found = next((each for each in type.mro(kind) if each in FORMS), None)
    return found if found is not None and FORMS[found] is not None else None
