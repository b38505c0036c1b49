"""Warms up caches: work that the warm process does once, so that no box has to repeat it.

Libraries postpone much of their work until the first use: matplotlib looks up fonts at the first
figure, IPython makes formatters at the first table, and functions import modules. Without a
warm-up, each box would do all that again. The objects that are made here are thrown away.

Which libraries are warm depends on the names in the cells of the notebooks. A library that is not
warm is imported in the box like any other, so a wrong guess costs time and no points.
"""

import asyncio
import importlib
import io
import sys
from collections.abc import Callable, Iterable
from contextlib import redirect_stderr, redirect_stdout, suppress
from functools import partial
from typing import Any

from autograder.course_package import Library, course_package


def warm_up() -> None:
    """Use the shell, pandas and numpy as every notebook does."""
    for work in (_use_shell, _use_tables):
        _quietly(work)


def libraries_in(sources: Iterable[str]) -> frozenset[str]:
    """The libraries that the cells with these sources could use, by their names in LIBRARIES.

    This searches for words only. Some sources come from learners, and are not parsed here.
    """
    unseen = set(LIBRARIES)
    for source in sources:
        unseen -= {name for name in unseen if any(word in source for word in LIBRARIES[name].words)}
        if not unseen:
            break
    return frozenset(LIBRARIES) - unseen


def load(names: Iterable[str]) -> None:
    """Import libraries of LIBRARIES; modules that are not installed are left out."""
    for name in names:
        for module in LIBRARIES[name].modules:
            with suppress(ImportError):
                importlib.import_module(module)


def use(names: Iterable[str]) -> None:
    """Use libraries of LIBRARIES as notebooks do, once they are imported."""
    for name in names:
        if (first_use := LIBRARIES[name].first_use) is not None:
            _quietly(first_use)


def _quietly(work: Callable[[], None]) -> None:
    # Ignore all errors: where a library is missing or fails here, each box only takes longer.
    with suppress(Exception), redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        work()


def _use_shell() -> None:
    """Make a notebook's shell, which then looks up its magics, and run cells in it."""
    from autograder.bridge import shell as shells

    main = sys.modules["__main__"]
    try:
        shell = shells.new_shell()
        for source in (
            "import math\n\nhalf = 1 / 2\nhalf",
            "print(half)",
            "def f(x): ...",
            "missing",
        ):
            asyncio.run(shells.run_cell(shell, source))
    finally:
        sys.modules["__main__"] = main


def _use_tables() -> None:
    import numpy as np
    import pandas as pd

    text = "when,kind,n\n2026-01-01,a,1\n2026-02-01,b,2\n2026-03-01,a,3\n"
    table = pd.read_csv(io.StringIO(text), parse_dates=["when"])
    table["share"] = table["n"] / table["n"].sum()
    table["kind"] = table["kind"].astype("category")
    table["label"] = table["kind"].map(str)
    means = table.groupby("kind", observed=True)["n"].mean().sort_index()
    for shown in (table, table.head(), means, table.describe()):
        repr(shown)
    table.to_html()
    pd.crosstab(table["kind"], table["n"] > 1)
    table.pivot_table(index="kind", values="n", observed=True)
    table.merge(means.rename("mean"), left_on="kind", right_index=True)
    pd.testing.assert_series_equal(means, means.copy())
    pd.testing.assert_frame_equal(table, table.copy())
    np.testing.assert_allclose([1.0, 2.0], [1.0, 2.0])
    np.percentile(np.random.default_rng(0).normal(size=10), [2.5, 97.5])


def _use_figures() -> None:
    from IPython.core import pylabtools
    from matplotlib import pyplot

    figure, (left, right) = pyplot.subplots(1, 2, figsize=(6, 3))
    left.bar(["a", "b"], [1, 2], label="a bar")
    left.legend()
    left.set(title="A title", xlabel="a", ylabel="b")
    right.plot([0, 1], [0, 1], marker="o")
    right.text(0.5, 0.5, "text, $x^2$")
    figure.tight_layout()
    # IPython does not annotate this.
    print_figure: Any = pylabtools.print_figure
    print_figure(figure, fmt="png", base64=True)
    pyplot.close("all")


def _use_models() -> None:
    import pandas as pd
    from sklearn.compose import make_column_transformer
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import accuracy_score, classification_report, recall_score
    from sklearn.model_selection import cross_val_score, train_test_split
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    table = pd.DataFrame({"age": range(40), "place": list("ab") * 20, "due": [0, 1, 1, 0] * 10})
    columns = table[["age", "place"]]
    train, test, known, due = train_test_split(columns, table["due"], random_state=0)
    prepared = make_column_transformer((StandardScaler(), ["age"]), (OneHotEncoder(), ["place"]))
    model = make_pipeline(prepared, LogisticRegression()).fit(train, known)
    model._repr_html_(), repr(model), model.predict_proba(test)
    accuracy_score(due, model.predict(test)), recall_score(due, model.predict(test))
    classification_report(due, model.predict(test), zero_division=0)
    cross_val_score(model, train, known, cv=2)
    RandomForestClassifier(2, random_state=0).fit(train[["age"]], known)


def _use_fairness_metrics() -> None:
    from fairlearn.metrics import MetricFrame, false_positive_rate, selection_rate

    measures = {"selected": selection_rate, "wrongly": false_positive_rate}
    frame = MetricFrame(
        metrics=measures,
        y_true=[0, 1, 0, 1],
        y_pred=[0, 1, 1, 1],
        sensitive_features=["a", "a", "b", "b"],
    )
    frame.by_group._repr_html_(), frame.difference()


def trace_errors(libraries: Iterable[str]) -> None:
    """Format tracebacks of common errors in libraries, so that their sources are parsed already.

    A traceback parses and caches each file that it passes through. That takes a second or more for
    all of them, and so is worth it only if many submissions follow.
    """
    for name in libraries:
        if (failures := LIBRARIES[name].failures) is not None:
            _quietly(partial(_trace, failures))


def trace_table_errors() -> None:
    """As `trace_errors`, for pandas and numpy, which are always warm."""
    _quietly(partial(_trace, _table_failures))


def _trace(failures: Callable[[], list[Callable[[], object]]]) -> None:
    """Call functions that raise an exception, and format each traceback as IPython does."""
    from IPython.core.ultratb import AutoFormattedTB

    # IPython does not annotate these.
    formatter: Any = AutoFormattedTB
    tracebacks = formatter(mode="Context")
    for fails in failures():
        try:
            fails()
        except Exception as error:
            tracebacks.structured_traceback(type(error), error, error.__traceback__)


def _table_failures() -> list[Callable[[], object]]:
    import numpy as np
    import pandas as pd

    table = pd.DataFrame({"a": [1.0, np.nan], "b": ["x", "y"]})
    return [
        lambda: table["missing"],
        lambda: table.groupby("missing").mean(),
        lambda: pd.testing.assert_series_equal(table["a"], table["b"]),
        lambda: np.testing.assert_allclose([1.0], [2.0]),
    ]


def _model_failures() -> list[Callable[[], object]]:
    import pandas as pd
    from sklearn.linear_model import LogisticRegression

    words = pd.DataFrame({"b": ["x", "y"]})
    return [lambda: LogisticRegression().fit(words, [0, 1])]


# In the order in which they are imported: each can depend on those before it.
LIBRARIES = {
    "matplotlib": Library(
        ("matplotlib", "plt", "pylab", "seaborn", ".plot", ".hist", ".boxplot", "show(", "figure"),
        ("matplotlib.pyplot", "matplotlib_inline.backend_inline"),
        _use_figures,
    ),
    "scipy": Library(
        ("scipy", "statsmodels"),
        (
            "scipy.fft",
            "scipy.integrate",
            "scipy.interpolate",
            "scipy.linalg",
            "scipy.ndimage",
            "scipy.optimize",
            "scipy.sparse.linalg",
            "scipy.spatial",
            "scipy.special",
            "scipy.stats",
        ),
    ),
    "sklearn": Library(
        ("sklearn", "fairlearn"),
        (
            "sklearn.compose",
            "sklearn.dummy",
            "sklearn.ensemble",
            "sklearn.feature_extraction.text",
            "sklearn.inspection",
            "sklearn.linear_model",
            "sklearn.metrics",
            "sklearn.model_selection",
            "sklearn.naive_bayes",
            "sklearn.neighbors",
            "sklearn.pipeline",
            "sklearn.preprocessing",
            "sklearn.svm",
            "sklearn.tree",
        ),
        _use_models,
        _model_failures,
    ),
    "fairlearn": Library(
        ("fairlearn",),
        ("fairlearn.metrics", "fairlearn.postprocessing", "fairlearn.reductions"),
        _use_fairness_metrics,
    ),
    **course_package().libraries,
}
"""Libraries by name. Their imports must start no thread: the warm process could not fork then."""
