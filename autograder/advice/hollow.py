"""Substitute a hollow value for a learner's: empty, masked, missing or None.

`doctor ASSIGNMENT` runs the text of this file in the learner's box, so it imports nothing
of ours. A function is wrapped, and the value that it returns is substituted.
"""

import datetime
import functools
import inspect
import json
import numbers
import types
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pandas as pd

VARIANTS = ("empty-array", "empty", "masked", "missing", "na", "none")


class NotApplicable(Exception):
    """There is no such variant of this value."""


class Substitute:
    """Makes one variant of values, and counts how often it has."""

    def __init__(self, variant: str):
        self.make: Callable[[Any], Any] = MAKERS[variant]
        self.count = 0
        self.facts: dict[str, Any] = {}
        self._running = False

    def of(self, value: Any) -> Any:
        """The variant of a value, or a function that returns the variant; else the value itself."""
        if inspect.iscoroutinefunction(value) or isinstance(value, type | types.ModuleType):
            return value
        if isinstance(value, types.FunctionType | types.BuiltinFunctionType | functools.partial):
            return self._wrapped(value)
        return self._value(value)

    def _value(self, value: Any) -> Any:
        try:
            made = self.make(value)
        except Exception:
            # NotApplicable, and classes such as named tuples that cannot be made so.
            return value
        self.count += 1
        self.facts = facts_of(value)
        return made

    def _wrapped(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            if self._running:
                # A recursive function needs its own real values.
                return function(*args, **kwargs)
            self._running = True
            try:
                value = function(*args, **kwargs)
            except Exception:
                # A hollow function raises nothing, also where it should.
                value = 0.0
            finally:
                self._running = False
            return self._value(value)

        return wrapped

    def report(self) -> str:
        return json.dumps({"count": self.count, **self.facts})


def facts_of(value: Any) -> dict[str, Any]:
    """Type, kind, shape and length of a value: what a test of its form alone reads."""
    shape = getattr(value, "shape", None)
    sized = isinstance(value, list | tuple | dict | set | frozenset | str | bytes)
    return {
        "type": type(value).__name__,
        "kind": _kind(value),
        "shape": list(shape) if isinstance(shape, tuple) else None,
        "length": len(value) if sized else None,
    }


def _kind(value: Any) -> str:
    for kind, types_ in (
        ("frame", pd.DataFrame),
        ("series", pd.Series | pd.Index),
        ("array", np.ndarray),
        ("text", str | bytes),
        ("time", datetime.date | datetime.timedelta | np.datetime64 | np.timedelta64),
        ("number", numbers.Number | np.generic),
        ("list", list | tuple | dict | set | frozenset),
    ):
        if isinstance(value, types_):
            return kind
    return "other"


def _shape_of_numbers(value: Any) -> tuple[int, ...]:
    """The shape of an array, or of a list, of numbers."""
    if not isinstance(value, list | tuple | np.ndarray | pd.Series | pd.Index):
        raise NotApplicable
    try:
        array = np.asarray(value)
    except ValueError:
        raise NotApplicable from None
    if array.dtype.kind not in "biufc" or not array.size:
        raise NotApplicable
    return array.shape


def empty_array(value: Any) -> Any:
    if _kind(value) == "number":
        return np.array([])
    if isinstance(value, list | tuple | np.ndarray | pd.Series) and np.size(value):
        return np.array([])
    raise NotApplicable


def empty(value: Any) -> Any:
    """An empty value of the same class; a frame keeps its columns."""
    if isinstance(value, pd.DataFrame | pd.Series) and len(value):
        return value.iloc[:0]
    plain = type(value) in (list, tuple, dict, set, frozenset, str, bytes)
    if plain and value:
        return type(value)()
    if isinstance(value, Iterator):
        return iter(())
    raise NotApplicable


def masked(value: Any) -> Any:
    """A masked array that hides all its numbers."""
    if _kind(value) == "number":
        return np.ma.masked_all(1)
    return np.ma.masked_all(_shape_of_numbers(value))


def missing(value: Any) -> Any:
    """NaN or NaT in place of each number or time."""
    kind = _kind(value)
    if kind == "number":
        return float("nan")
    if kind == "time":
        return pd.NaT
    if isinstance(value, pd.DataFrame) and value.size:
        return pd.DataFrame(np.nan, index=value.index, columns=value.columns)
    if isinstance(value, pd.Series) and value.size:
        return pd.Series(np.nan, value.index, name=value.name)
    if isinstance(value, np.ndarray) and value.size and value.dtype.kind in "mM":
        return np.full(value.shape, "NaT", value.dtype)
    if isinstance(value, np.ndarray) and value.size and value.dtype.kind in "OUS":
        return np.full(value.shape, np.nan, object)
    if isinstance(value, dict) and value:
        if not all(_kind(each) == "number" for each in value.values()):
            raise NotApplicable
        return dict.fromkeys(value, float("nan"))
    full = np.full(_shape_of_numbers(value), np.nan)
    return full if isinstance(value, np.ndarray) else type(value)(full.tolist())


def na(value: Any) -> Any:
    """pd.NA in place of each number."""
    if _kind(value) == "number":
        return pd.NA
    if isinstance(value, pd.Series) and value.size:
        return pd.Series(pd.NA, value.index, _nullable(value.dtype), name=value.name)
    if isinstance(value, pd.DataFrame) and value.size:
        columns = [pd.Series(pd.NA, value.index, _nullable(each)) for each in value.dtypes]
        made = pd.concat(columns, axis=1)
        made.columns = value.columns
        return made
    raise NotApplicable


def _nullable(dtype: Any) -> Any:
    kind = str(getattr(dtype, "kind", "O"))
    return "boolean" if kind == "b" else "Float64" if kind in "iuf" else "object"


def none(value: Any) -> Any:
    if value is None:
        raise NotApplicable
    return None


MAKERS: dict[str, Callable[[Any], Any]] = dict(
    zip(VARIANTS, (empty_array, empty, masked, missing, na, none), strict=True)
)
