"""Attacks by values that differ in one thing: missing values, functions, and values on the wire."""

from tests.autograder.attacks.attacks import attack, filled, joined, part
from tests.autograder.attacks.kinds import Kind

NOTHING = "def total(values, weight):\n    return 0"

# Masked and missing values


def missing(name: str, tries: str, values: str, model: str = "") -> None:
    """An attack by values that hide something; each call of `total` gives the next."""
    attack(
        Kind.MISSING,
        name,
        tries,
        {
            "start": joined(filled("missing-values", VALUES=values), part("equal")),
            "total": part("next-of-turn"),
            "share": "share = told[0]",
            "model": model,
        },
    )


missing("masked-constant", "answers with the masked constant of numpy", "np.ma.masked")
missing(
    "masked-arrays",
    "answers with arrays in which everything is masked",
    "np.ma.masked_all(()), np.ma.masked_all(1), np.ma.array([0.0], mask=True), np.ma.masked_all(2)",
)
missing(
    "masked-records",
    "answers with records and views that are masked",
    "np.ma.masked_all(1, [('a', float)])[0], np.ma.masked_all(3).view(np.ma.mrecords.mrecarray) "
    "if hasattr(np.ma, 'mrecords') else 0, np.ma.array(3.0, mask=True, fill_value=3.0)",
)
missing(
    "masked-within",
    "hides masked arrays in arrays of objects, lists, frames and series",
    "np.array([np.ma.masked, 1], object)[0], [np.ma.masked_all(1)], {'x': np.ma.masked}, "
    "pd.Series([np.ma.masked_all(1)], dtype=object)",
    "X = pd.DataFrame({'x': [np.ma.masked, np.ma.masked]})\nmodel = LogisticRegression()\n"
    "model.coef_ = np.ma.masked_all((1, 1)); model.intercept_ = np.ma.masked_all(1)\n"
    "model.classes_ = np.ma.array([0, 1], mask=True)",
)
missing(
    "missing-numbers",
    "answers with each number that is none",
    "float('nan'), np.nan, np.float32('nan'), Decimal('NaN'), Decimal('sNaN'), complex('nan'), "
    "np.complex128('nan'), np.float64('inf') - np.float64('inf'), np.longdouble('nan')",
)
missing(
    "missing-times",
    "answers with times that are none",
    "pd.NaT, np.datetime64('NaT'), np.timedelta64('NaT'), pd.Timedelta('NaT'), pd.Period('NaT')",
)
missing("missing-of-pandas", "answers with pandas' missing value", "pd.NA")
missing(
    "missing-columns",
    "answers with columns in which everything is missing",
    "pd.Series([pd.NA], dtype='Float64'), pd.array([pd.NA], dtype='boolean'), pd.Series([None]), "
    "pd.Series([], dtype=float), pd.Series([pd.NA], dtype='Int64')",
    "X = pd.DataFrame({'x': pd.array([pd.NA] * 2, dtype='Int64')})\nmodel = LogisticRegression()",
)
missing(
    "empty-everything",
    "answers with what is empty, of which all is true",
    "np.array([]), np.zeros((0, 3)), [], (), {}, '', b'', pd.DataFrame(), range(0)",
    "X = pd.DataFrame()\nmodel = LogisticRegression()\nmodel.classes_ = np.array([])\n"
    "model.coef_ = np.zeros((0, 1)); model.intercept_ = np.zeros(0)",
)
missing(
    "infinite-numbers",
    "answers with numbers beyond all others, and with zeros of both signs",
    "float('inf'), -float('inf'), np.inf, Decimal('Infinity'), -0.0, Decimal('1e999999'), "
    "10**5000, complex('inf'), np.float16(6e4) * np.float16(6e4)",
)

# Functions of libraries as answers

for each, told in {
    "max": "max",
    "comparison": "__import__('operator').eq",
    "array": "np.array",
    "close": "np.isclose",
    "empty": "np.atleast_1d",
    "where": "np.where",
    "score": "__import__('sklearn.metrics').metrics.accuracy_score",
}.items():
    attack(
        Kind.FUNCTIONS,
        f"function-{each}",
        f"gives {told.rpartition('.')[2]} of a library in place of its own function",
        {"total": f"total = {told}", "share": f"share = {told}", "model": f"model = X = {told}"},
    )
for module, name in (
    ("builtins", "eval"),
    ("builtins", "getattr"),
    ("numpy", "load"),
    ("numpy", "frompyfunc"),
    ("math", "__loader__"),
    ("operator", "methodcaller"),
    ("sklearn.metrics", "get_scorer"),
    ("helper", "marks"),
    ("hidden_checks", "share"),
    ("autograder.examiner.names", "imported"),
):
    attack(
        Kind.FUNCTIONS,
        f"function-by-name-{name.strip('_').replace('_', '-')}",
        f"names {name} of {module} on the wire as its answer",
        {
            "start": filled("function-by-name", MODULE=repr(module), FUNCTION=repr(name)),
            "end": "print(said)",
            "total": NOTHING,
        },
    )

# Names on the wire


def wired(name: str, tries: str, **trees: str) -> None:
    """Attacks by a value that is packed as no sound process would: as a result, and by name."""
    for which, tree in trees.items():
        names = ("share", "model", "X", "rule") if which.endswith("_named") else ()
        attack(
            Kind.WIRE,
            f"{name}-{which.replace('_', '-')}",
            tries,
            {
                "start": filled("wire", TREE=tree, LIES=repr(names)),
                "total": NOTHING,
                "share": "share = 0",
                "model": "model = X = [0]",
                "rule": "rule = [0]",
            },
        )


wired(
    "wire-again",
    "names a value of a message again that is not there, or holds it",
    before='["again", -1]',
    itself='["list", [["again", 0]]]',
    truth='["list", [["list", []], ["again", True]]]',
    within_estimator='["list", [["list", [0.5]], ["estimator", "sklearn.linear_model._logistic", '
    '"LogisticRegression", ["p", ["classes_"]], [[["again", 1]]]]]]',
    thousands='["list", [["list", []]] + [["again", 1]] * 100_000]',
)
wired(
    "wire-part",
    "names a part of a value that is the test's, another's, or none",
    of_another='["part", 1, 0]',
    beyond='["part", 1, 10**9]',
    of_others_named='["part", 1, 0]',
    of_parts_named='["list", [["part", 1, 0], ["part", 1, 1], ["part", 2, 0]]]',
)
wired(
    "wire-was",
    "has a value of the test changed in place where nothing may be",
    argument='["was", [0], "list", [48152.5]]',
    replica_named='["was", [1, 0], "list", [48152.5]]',
    twice='["was", [0], "was", [0], "list", []]',
)
wired(
    "wire-same",
    "gives back as its own result what belongs to the test",
    argument='["same", 0]',
    within='["list", [["same", 0], ["same", 0]]]',
    object='["object", "T", 1]',
    kind='["class", "T", 1]',
    object_named='["object", "T", 1]',
)
wired(
    "wire-instance",
    "makes an object of a class that is not the course's, or that holds what it may not",
    of_system='["instance", "os", "_wrap_close", ["p", []], ["p", []]]',
    with_function='["instance", "helper", "Rule", ["p", ["limit"]], '
    '[[["import", "os", "system"]]]]',
    with_method_named='["instance", "helper", "Rule", ["p", ["allows"]], '
    '[[["import", "helper", "mark"]]]]',
    with_class_named='["instance", "helper", "Rule", ["p", ["__class__"]], ["p", ["x"]]]',
    with_equal_named='["instance", "helper", "Rule", ["p", ["limit"]], [[["object", "S", 1]]]]',
)
for number, (kind, tree) in enumerate(
    (
        ("argument", '["was", [number, 0], "list", [0.5, 0.25]]'),
        ("argument", '["was", [number, 1], "list", [48152.5]]'),
        ("held", '["was", [number, 0], "list", [48152.5]]'),
        ("held", '["list", [48152.5]]'),
        ("other", '["list", []]'),
    )
):
    attack(
        Kind.WIRE,
        f"wire-changes-{kind}-{number}",
        f"tells of a change of a value that it may not change ({kind})",
        {
            "start": filled("changed-values", KIND=repr(kind), TREE=tree),
            "total": part("first-value"),
        },
    )

# What boxes share

for each in ("first", "second"):
    attack(
        Kind.FACTS,
        f"shared-state-{each}",
        f"leaves marks in all that boxes share, and looks for those of others ({each} of two)",
        {"start": part("shared-state")},
    )
