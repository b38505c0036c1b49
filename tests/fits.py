"""Models of the course are fitted once in a session of tests, not once in each test and process.

The linear model of the project takes more than ten seconds, and a hundred answers rest on it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

FOLDER = "AI4GOV_TEST_FITS"
"""The environment variable that names the folder to the processes of a session."""


def folder_of_the_session() -> tempfile.TemporaryDirectory[str] | None:
    """Make the folder, unless the process that started this one has; the caller cleans it up."""
    if FOLDER in os.environ:
        return None
    folder = tempfile.TemporaryDirectory(prefix="ai4gov-fits-")
    os.environ[FOLDER] = folder.name
    return folder


class Fits:
    """Keeps in a folder what scikit-learn's estimators are after a fit, for the next same fit.

    Must be made before an estimator's class is imported: scikit-learn decorates each `fit` with
    `sklearn.base._fit_context`, which is replaced here. Nothing is kept before `is_on` is set.
    The folder is that of the session of tests (see `folder_of_the_session`).
    """

    METHODS = ("fit", "fit_transform")

    def __init__(self) -> None:
        from sklearn import base

        self.folder = Path(os.environ[FOLDER])
        self.is_on = False
        self._context = base._fit_context
        base._fit_context = self._fit_context

    def _fit_context(self, **options: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        def decorate(method: Callable[..., Any]) -> Callable[..., Any]:
            fit = self._context(**options)(method)
            if method.__name__ not in self.METHODS:
                return fit

            @wraps(fit)
            def kept(estimator: Any, *arguments: Any, **named: Any) -> Any:
                # Of an estimator within an estimator, the outer one is kept.
                if not self.is_on or not type(estimator).__module__.startswith("sklearn."):
                    return fit(estimator, *arguments, **named)
                self.is_on = False
                try:
                    return self._kept(method.__name__, fit, estimator, arguments, named)
                finally:
                    self.is_on = True

            return kept

        return decorate

    def _kept(
        self, name: str, fit: Callable[..., Any], estimator: Any, arguments: Any, named: Any
    ) -> Any:
        import joblib

        key = joblib.hash([type(estimator), name, vars(estimator), arguments, named])
        path = self.folder / key
        if path.is_file():
            state, returned = joblib.load(path)
            vars(estimator).update(state)
            return returned[0] if returned else estimator
        made = fit(estimator, *arguments, **named)
        unfinished = path.with_suffix(f".{os.getpid()}")
        joblib.dump((vars(estimator), [] if made is estimator else [made]), unfinished)
        unfinished.rename(path)
        return made

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Within it, fits are kept."""
        self.is_on = True
        try:
            yield
        finally:
            self.is_on = False
