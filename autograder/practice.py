"""What notebooks do, done once in the warm process: whatever is paid at the first time only.

Libraries put off much of their work until it is wanted: fonts are looked up at the first figure,
formatters made at the first table, modules imported inside functions. A box would pay for it again
in each submission. Nothing that is made here is kept.
"""

import asyncio
import io
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress


def practise() -> None:
    """Do each kind of work once; what is not installed is left out."""
    for work in (_shell, _table, _figure, _model, _audit, _failures):
        _quietly(work)


def _quietly(work: Callable[[], None]) -> None:
    with suppress(ImportError), redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        work()


def _shell() -> None:
    """A notebook's shell, which looks its magics up when it is made, and cells in it."""
    from autograder import learner

    main = sys.modules["__main__"]
    try:
        shell = learner.new_shell()
        for source in (
            "import math\n\nhalf = 1 / 2\nhalf",
            "print(half)",
            "def f(x): ...",
            "missing",
        ):
            asyncio.run(learner.run_cell(shell, source))
    finally:
        sys.modules["__main__"] = main


def _table() -> None:
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


def _figure() -> None:
    from IPython.core.pylabtools import print_figure
    from matplotlib import pyplot

    figure, (left, right) = pyplot.subplots(1, 2, figsize=(6, 3))
    left.bar(["a", "b"], [1, 2], label="a bar")
    left.legend()
    left.set(title="A title", xlabel="a", ylabel="b")
    right.plot([0, 1], [0, 1], marker="o")
    right.text(0.5, 0.5, "text, $x^2$")
    figure.tight_layout()
    print_figure(figure, fmt="png", base64=True)
    pyplot.close("all")


def _model() -> None:
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


def _audit() -> None:
    from fairlearn.metrics import MetricFrame, false_positive_rate, selection_rate

    measures = {"selected": selection_rate, "wrongly": false_positive_rate}
    frame = MetricFrame(
        metrics=measures,
        y_true=[0, 1, 0, 1],
        y_pred=[0, 1, 1, 1],
        sensitive_features=["a", "a", "b", "b"],
    )
    frame.by_group._repr_html_(), frame.difference()


def _failures() -> None:
    """How IPython writes tracebacks."""
    import numpy as np
    import pandas as pd
    from IPython.core.ultratb import AutoFormattedTB
    from sklearn.linear_model import LogisticRegression

    shown = AutoFormattedTB(mode="Context")
    table = pd.DataFrame({"a": [1.0, np.nan], "b": ["x", "y"]})
    # Each library file that an error goes through is kept parsed, in every box. So only those are
    # met here in which notebooks fail most.
    for fails in (
        lambda: table["missing"],
        lambda: table.groupby("missing").mean(),
        lambda: LogisticRegression().fit(table[["b"]], [0, 1]),
        lambda: pd.testing.assert_series_equal(table["a"], table["b"]),
        lambda: np.testing.assert_allclose([1.0], [2.0]),
    ):
        try:
            fails()
        except Exception as error:
            shown.structured_traceback(type(error), error, error.__traceback__)
