"""The errors of beginners, raised by Python itself and explained in plain words."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from course.checking import explanations
from course.checking.explanations import explain
from course.notebook.cell_runs import failure_of

ERRORS = [
    # What was typed, the code of the explanation, and a piece of its sentence.
    ('list_is = "model"\nlist_is = output', "error-name", "`output`"),
    ("smallest = native-american", "error-key", '`"native-american"`'),
    ("share = peopel['a'].mean()", "error-misspelt", "`people`"),
    ("share = np2.mean([1])\nnp = 1", "error-name-used", "`np2`"),
    ("many = Counter('aab')", "error-import", "from collections import Counter"),
    ("key = “repeated-draws”", "error-quotes", "“"),
    ("key = «large»", "error-quotes", "straight"),
    ("rare = 0,02", "error-decimal", "`0.02`"),
    ("rare = 12,045", "error-decimal-or-thousands", "`12045`"),
    ("rare = 1 060", "error-thousands", "`1 060`"),
    ("rare = 1.060.800", "error-thousands", "`1.060.800`"),
    ("rare = 1'060 + 5", "error-thousands", "thousands"),
    ("rare = 1\u202f060", "error-thousands", "thousands"),
    ("rare\u00a0= 5", "error-space", "special space"),
    ("year = 07", "error-zero", "`7`"),
    ("share = 21%", "error-percent", "`0.25`"),
    ("share = (1 + 2 * 3", "error-bracket-open", "`(`"),
    ("share = 1 + 2)", "error-bracket-closed", "`)`"),
    ("share = people['a')", "error-bracket-other", "`[`"),
    ("def f(x):\nreturn x", "error-indent-missing", "four spaces"),
    ("  share = 1", "error-indent-extra", "more spaces"),
    ("def f(x):\n    y = 1\n  return y", "error-indent-uneven", "same number of spaces"),
    ("return 5", "error-return", "`return`"),
    ("people['agee']", "error-column", "`agee`"),
    ("people[['a', 'agee']]", "error-column", "agee"),
    ("people.groupby('a')['sex']", "error-column", "`sex`"),
    ("people.loc['x']", "error-column", "`x`"),
    ("people['a'] == pd.Series([1])", "error-length", "same table"),
    ("np.array([1, 2]) + np.array([1, 2, 3])", "error-length", "same rows"),
    ("people['c'] = [1, 2]", "error-length", "same rows"),
    ("people.query('agee > 3')", "error-column", "`agee`"),
    ("import nunpy", "error-package", "`nunpy`"),
    ("np.maen([1])", "error-module", "`maen`"),
    ("from math import pie", "error-module", "`pie`"),
    ("people['a'].maen()", "error-attribute", "`maen`"),
    ("day = 2027-12-02", "error-day", '`"2027-12-02"`'),
    ("people.mean()", "error-of-texts", '`table["column"].mean()`'),
    ("people['word'].std()", "error-of-texts", "numbers"),
    ("people.groupby('a').mean()", "error-of-texts", "texts"),
    ("people['word'].astype('category').mean()", "error-of-texts", "texts"),
    ("[0.1, 0.2] ** 2", "error-of-list", "`pd.Series(values) ** 2`"),
    ("1 - [0.1]", "error-of-list", "one of its values"),
    ("[1] + 1", "error-of-list", "list"),
    ("{'a': 1} / 2", "error-of-list", "dictionary"),
    (
        "X = TfidfVectorizer().fit_transform(['one two', 'three'])\n"
        "m = LogisticRegression().fit(X, [0, 1])\n"
        "m.predict(TfidfVectorizer().fit_transform(['four', 'five']))",
        "error-features",
        "`transform`",
    ),
    (
        "m = LogisticRegression().fit(people[['a']], [0, 0, 1])\nm.predict(people[['b']])",
        "error-features",
        "other columns",
    ),
    ("share = 1 + '2'", "error-text", "without quotation marks"),
    ("share = '2' + 1", "error-text", "without quotation marks"),
    ("float('0,5')", "error-text", "text"),
    ("people['word'] + 1", "error-text", "text"),
    ("'2' > 1", "error-text", "text"),
    ("def f(x):\n    x + 1\nf(1) * 2", "error-none", "`None`"),
    ("[3, 1].sort()[0]", "error-none", "`None`"),
    ("if people = 1:\n    pass", "error-equals", "`==`"),
    ("rows = people[people['a'] = 1]", "error-equals", "`==`"),
    ("'a' = share", "error-equals", "`==`"),
    ("answer = rank-and-read", "error-key", '`"rank-and-read"`'),
    ("said = yes", "error-name", '`"yes"`'),
    ("people_alone(people, ['a'])", "error-name-used", "adapt it"),
    ("most = largest['a']", "error-name-used", "`largest`"),
    ("def f(x):\n    'What it returns.'\n    ...\ny = x / 2", "error-margin", "`def f`"),
    ("def f(people):\n    'What it returns.'\ny = people['a'].sort()", "error-margin", "spaces"),
    ("def f(x):\n    'What it returns.'\n    ...\nprint(f(2)[0])", "error-none", "return"),
    ("smallest-group = 'a'", "error-hyphen", "`smallest_group`"),
    ("def f(x)\n    return x", "error-colon", "colon"),
    ("key = 'large", "error-string", "quotation mark"),
    ("share = ... / 2", "error-dots", "three dots"),
    ("x = 5\nx(2)", "error-call", "`*`"),
    ("people.head[2]", "error-square", "round brackets"),
    ("x = 5\nx[0]", "error-parts", "no parts"),
    ("def f(x):\n    return x\nf()", "error-arguments", "too few"),
    ("people['a'].mean(5, 6, 7, 8, 9)", "error-arguments", "too few"),
    ("1 / 0", "error-zero-division", "divided by zero"),
    ("people[people['a'] > 1 & people['b'] > 1]", "error-conditions", "`&`"),
    ("people[(people['a'] > 1) and (people['b'] > 1)]", "error-conditions", "brackets"),
    ("a, b = 5", "error-several", "several"),
    ("a, b = 1, 2, 3", "error-several", "more or fewer"),
    ("[1, 2][2]", "error-index", "begins at 0"),
    ("open('no-such-file.csv')", "error-file", "no file"),
    ("LogisticRegression().predict([[1]])", "error-fit", "`fit`"),
    ("def f():\n    y = z + 1\n    z = 2\nf()", "error-local", "`z`"),
    ("share = max(5 people)", "error-comma", "comma"),
    ("a = = 5", "error-syntax", "invalid syntax"),
    ("share = (14, 695 / 45, 222) / 0.46", "error-tuple", "comma"),
    ("(1, 5) > 0.5", "error-tuple", "decimal sign"),
    ("people['2007']", "error-date", '`table.loc["2007"]`'),
    ("people.loc['2007-02']", "error-date", "`2007-02`"),
    ("people['a', 'b']", "error-key-tuple", "two pairs"),
    ("people['a']['2008', '2009']", "error-key-tuple", "colon"),
    ("people['a']['2003':'2007']", "error-slice", "no labels of this kind"),
    ("LogisticRegression().fit([[np.nan], [1]], [0, 1])", "error-gaps", "(NaN)"),
    ("people['a'].quantile(4)", "error-quantile", "between 0 and 1"),
    ("np.quantile([1, 2], 4)", "error-quantile", "brackets"),
    ("people.astype('category') & (people['a'] > 1)", "error-marks", "true and false"),
    ("pd.Series([1, 2]).quantile(0, 1)", "error-comma-call", "point"),
    ("f1_score([0, 1, 2], [0, 1, 1])", "error-average", "macro"),
    ("LogisticRegression().fit([[0], [1]], [0, 1]).predict([1])", "error-2d", "same columns"),
    ("TfidfVectorizer().fit_transform('a text')", "error-one-text", "list of one text"),
    ("['a'] in 'a text'", "error-list-in-text", "`for`"),
    ("smallest = Native American", "error-words", '`"Native American"`'),
    ("rows = people[people['word'] == unknown or no savings]", "error-words", "no savings"),
    ("says = stands in", "error-words", '`"stands in"`'),
    ("def f(a, b):\n    'What.'\n    ...\nc = 1\nfor x in b:\n    pass", "error-margin", "four"),
    ("tn = (group & (people['a'] > 1)).sum()", "error-name-used", "`group`"),
    ("by_sex.by_group", "error-name-used", "copy it"),
    ("a = 1\nright = people['word'] == pt", "error-name", '`"pt"`'),
    ("def f(x):\n    'What.'\n    rows = x + 1\nrows['a'] = 2", "error-margin", "`def f`"),
    ("f = 3\nas_shares(f)", "error-name-used", "`as_shares`"),
    ("raise OSError('disk')", "error-other", "OSError: disk"),
]


def raised(source: str) -> BaseException:
    names = {
        "np": np,
        "pd": pd,
        "LogisticRegression": LogisticRegression,
        "TfidfVectorizer": TfidfVectorizer,
        "f1_score": f1_score,
        "people": pd.DataFrame({"a": [1, 2, 3], "b": [1, 2, 3], "word": ["x", "y", "z"]}),
    }
    try:
        exec(compile(source, "<cell>", "exec"), names)
    except BaseException as error:
        return error
    raise AssertionError("no error")


@pytest.mark.parametrize(("source", "code", "piece"), ERRORS)
def test_an_error_is_explained(source, code, piece):
    failure = failure_of(raised(source), source)
    message = explain(failure.kind, failure.text, source, known=["people", "share"])
    assert message.code == code
    sentence = message.read("en")
    assert piece in sentence
    assert "{" not in sentence


def test_an_interrupted_cell_is_no_error_of_the_learner():
    assert explain("KeyboardInterrupt", "").code == "error-interrupted"


def test_no_error_text_is_too_long_or_breaks_the_sentence():
    text = "bad\n" * 5000 + "{braces}"
    sentence = explain("ValueError", text).read("en")
    assert len(sentence) < 300
    assert "\n" not in sentence


def test_every_explanation_is_tried_above():
    source = explanations.__file__
    with open(source, encoding="utf-8") as file:
        codes = {line.strip().strip('",') for line in file if line.strip().startswith('"error-')}
    assert codes - {code for _, code, _ in ERRORS} <= {
        "error-interrupted",
        "error-character",
        "error-unfinished",
    }


@pytest.mark.parametrize("sign", ["−", "×", "≥", "’"])
def test_a_sign_that_is_not_on_the_keyboard_is_named(sign):
    failure = failure_of(raised(f"share = 5 {sign} 2"), f"share = 5 {sign} 2")
    message = explain(failure.kind, failure.text, failure.source)
    assert message.code in ("error-character", "error-quotes")
    assert sign in message.read("en")
