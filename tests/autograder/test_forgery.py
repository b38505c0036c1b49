"""A learner's process that says what it likes: it neither passes a test nor acts in the examiner's.

The learner's cells here change the very code that answers the examiner.
"""

import pytest

from autograder.bridge.codec import Packed, Packer, Refused, Unpacker
from autograder.bridge.messages import Answer
from tests.autograder.boxes import errors, result, text
from tests.autograder.test_examiner import setup

# Values that are rebuilt in the examiner's process.

CHANGING_STATE = """
from dataclasses import replace
import autograder.bridge.codec as values
import numpy as np
class Inner:
    asked = 0
    def __getitem__(self, key):
        print("seen", key)
        if key == "key":
            return np.zeros(624, "u4")
        Inner.asked += 1
        return 0 if Inner.asked == 1 else 100_000
def pack(packer, value):
    told = {"bit_generator": "MT19937", "state": Inner(), "has_gauss": 0, "gauss": 0.0}
    return [packer.pack(told)]
for kind in (np.random.RandomState, np.random.Generator):
    values.BY_TYPE[kind] = replace(values.BY_TYPE[kind], pack=pack)
random, old = np.random.default_rng(3), np.random.RandomState(3)
"""


@pytest.mark.parametrize("name", ["random", "old"])
def test_the_state_of_a_generator_holds_nothing_that_can_change_later(pair, name):
    boxes = pair(setup(""))
    boxes.cell(CHANGING_STATE)
    told = boxes.test(f"print({name}.uniform())")
    assert "LearnerGone" in errors(told)[0] and "seen" not in text(told)


FALSE_CATEGORIES = """
import autograder.bridge.codec.pandas as values
import numpy as np
import pandas as pd
class Categories:
    _typ, hasnans, is_unique, nlevels = "index", False, True, 1
    dtype, _values = np.dtype(float), np.array([1.0])
    def __len__(self):
        return 10**6
    def __iter__(self):
        return iter([1.0])
    def get_loc(self, key):
        print("seen", key)
        return 0
usual = values.pack_column
def pack(packer, value):
    if isinstance(value.dtype, pd.CategoricalDtype):
        codes = values.pack_array(packer, np.array([5000, 6000], "i4"))
        return ["category", packer.pack(Categories()), False, *codes]
    if isinstance(value.dtype, pd.IntervalDtype):
        return ["interval", "right", packer.pack(Categories()), packer.pack(Categories())]
    return usual(packer, value)
values.pack_column = pack
categories = pd.Series(["a", "b"], dtype="category")
intervals = pd.Series(pd.interval_range(0, 2))
"""


@pytest.mark.parametrize("name", ["categories", "intervals"])
def test_a_column_is_made_of_real_indexes_only(pair, name):
    """One of a learner's could say that it is longer than it is: memory beyond it was read."""
    boxes = pair(setup(""))
    boxes.cell(FALSE_CATEGORIES)
    told = boxes.test(f"print({name}.tolist())")
    assert told["status"] == "error" and text(told) == ""


# Modules that only the learner has.

ZIP = """
import sys
import types
import zipfile
with zipfile.ZipFile("data.bin", "w") as file:
    file.writestr("double.py", "print('RUNS HERE')")
tools = types.ModuleType("tools")
tools.__path__ = ["data.bin"]
tools.triple = lambda x: 3 * x
sys.modules["tools"] = tools
"""


def test_an_import_from_a_learners_module_runs_no_file_of_the_learners(pair):
    boxes = pair(setup(""))
    boxes.cell(ZIP)
    told = boxes.test("from tools import double")
    assert "RUNS HERE" not in text(told) and "ImportError" in errors(told)[0]
    assert errors(boxes.test("from tools import triple\nassert triple(2) == 6")) == []


def test_an_import_from_a_learners_module_imports_no_other_module(pair):
    boxes = pair(setup(""))
    boxes.cell(ZIP + "tools.__name__ = 'this'")
    told = boxes.test("from tools import double")
    assert "Zen of Python" not in text(told) and told["status"] == "error"
    told = boxes.test("import sys\nprint('this' in sys.modules)")
    assert text(told) == "False\n"


@pytest.mark.parametrize("module", ["{'double': 1}", "'text'"])
def test_what_is_imported_from_the_learner_is_a_module_there(pair, module):
    boxes = pair(setup(""))
    boxes.cell(f"import sys\nsys.modules['tools'] = {module}")
    assert "ImportError: tools is no module" in errors(boxes.test("import tools"))[0]


def test_a_package_of_the_learners_is_used_where_it_is(pair):
    boxes = pair(setup(""))
    folder = boxes.folders["learner"] / "pack"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "sub.py").write_text("def f(x):\n    return x + 1")
    told = boxes.test("import pack\nfrom pack.sub import f\nassert f(1) == 2")
    assert errors(told) == []


# Texts that a library evaluates.

HINTS = """
def f(x: "int", y: "list[float] | None" = None) -> "bool":
    return x
class Point:
    x: "int"
    y: "Point"
CODE = "print('RUNS HERE') or int"
def g(x):
    return x
g.__annotations__ = {"x": CODE}
def h(x):
    return x
h.__annotations__ = {"x": "list[\\"print('RUNS HERE')\\"]"}
class Forged:
    x: CODE
class Loads:
    x: "cdll['./data.bin']"
Loads.__module__ = "ctypes"
class Meta:
    x: CODE
    __module__, __qualname__ = "enum", "EnumType"
posing = Meta()
posing.__annotations__ = {"x": CODE}
"""


@pytest.mark.parametrize("name", ["g", "h", "Forged", "Loads", "posing"])
@pytest.mark.parametrize(
    "ask",
    [
        "typing.get_type_hints({})",
        "inspect.get_annotations({}, eval_str=True)",
        "inspect.signature({}, eval_str=True)",
    ],
)
def test_no_text_of_a_learners_annotation_is_run(pair, name, ask):
    boxes = pair(setup(""))
    boxes.cell(HINTS)
    told = boxes.test(f"import inspect\nimport typing\nprint({ask.format(name)})")
    assert "RUNS HERE" not in text(told)
    # What ctypes says when it is told to load a library from a file that is not there.
    assert "OSError" not in str(errors(told))


def test_annotations_that_are_texts_are_types_for_a_test(pair):
    boxes = pair(setup(""))
    boxes.cell(HINTS)
    told = boxes.test(
        "import typing\nhints = typing.get_type_hints(f)\n"
        "assert hints['x'] is int and set(hints) == {'x', 'y', 'return'}\n"
        "assert typing.get_type_hints(Point)['x'] is int and 'x' in Point.__annotations__\n"
        "assert 'f' not in vars(Point) and '__module__' in Point.__dict__\n"
        "assert vars(Point)['__module__'] == Point.__module__"
    )
    assert errors(told) == []


def test_no_text_in_an_attribute_of_a_model_is_run(pair):
    boxes = pair(setup(""))
    boxes.cell(
        "from sklearn.linear_model import LinearRegression\nmodel = LinearRegression()\n"
        "vars(model)['__annotations__'] = {'x': \"print('RUNS HERE')\"}"
    )
    told = boxes.test("import typing\nprint(typing.get_type_hints(model))")
    assert "RUNS HERE" not in text(told)


# What can be asked of the test's own objects.

FAILURE = """
import gc
from autograder.bridge.messages import NewClass, NewObject
def link():
    return next(each for each in gc.get_objects() if type(each).__name__ == "LearnerEnd")
def f(g):
    try:
        g(1)
    except BaseException as error:
        number, ours = error._ai4gov_held, link()
    ours.theirs.introduce([NewClass(9999, "x", "E", [], []), NewObject(number, 9999)])
    failure = ours.theirs.find(number)
    for asked in (("get", "args"), ("get", "expected"), ("special", "__str__"),
                  ("special", "__repr__"), ("special", "__format__", ""), ("dir",)):
        try:
            print("heard", ours.ask(asked[0], failure, *asked[1:]))
        except Exception as error:
            print("heard", error)
"""


def test_a_failure_of_the_tests_own_kind_is_not_told_to_the_learners_code(pair):
    boxes = pair(setup(""))
    boxes.cell(FAILURE)
    told = boxes.test(
        "class Failure(AssertionError):\n    expected = 48152.125\n"
        "def g(x):\n    raise Failure('expected 48152.125')\nf(g)"
    )
    assert text(told).count("heard") == 6 and "48152" not in text(told)


def test_the_learners_code_does_not_take_back_what_a_mock_has_seen(pair):
    boxes = pair(setup(""))
    boxes.cell("def f(m):\n    m.delete()\n    del m.method_calls[:]")
    told = boxes.test("from unittest import mock\nm = mock.Mock()\nf(m)\n")
    assert told["status"] == "error" and "AttributeError" in errors(told)[0]


# What a learner's object claims to be.

POSING = """
import numpy as np
class csr_array:
    ndim, shape, _shape, nnz, format = 2, (2, 2), (2, 2), 0, "csr"
    dtype, data = np.dtype(float), np.array([1.0, 2.0])
    indptr, indices = np.array([0, 1, 2]), np.array([0, 10**7])
    def asformat(self, *_, **__):
        return self
csr_array.__module__ = "scipy.sparse._csr"
class Own(csr_array):
    __module__ = "__main__"
class Frame:
    _typ = "dataframe"
def Bunch():
    from sklearn.utils import Bunch
    return Bunch(_typ="series")
"""


@pytest.mark.parametrize("name", ["csr_array", "Own"])
def test_no_object_of_the_learners_poses_as_a_sparse_array(pair, name):
    boxes = pair(setup(""))
    boxes.cell(POSING)
    told = boxes.test(
        f"from scipy import sparse\nx = {name}()\nprint(sparse.issparse(x))\n"
        "assert (sparse.csr_array([[1.0, 0], [0, 2.0]]) != x).nnz < 3"
    )
    assert text(told) == "False\n" and told["status"] == "error"


@pytest.mark.parametrize("name", ["Frame", "Bunch"])
def test_no_object_of_the_learners_poses_as_one_of_pandas(pair, name):
    boxes = pair(setup(""))
    boxes.cell(POSING)
    told = boxes.test(
        "from pandas.core.dtypes.generic import *\n"
        f"print(isinstance({name}(), (ABCDataFrame, ABCSeries, ABCIndex, ABCExtensionArray)))"
    )
    assert text(told) == "False\n"


def test_a_class_that_the_learner_has_imported_is_a_class(pair):
    boxes = pair(setup(""))
    boxes.cell("from statistics import NormalDist")
    assert errors(boxes.test("assert NormalDist(3, 1).mean == 3")) == []


# Methods that are given what a test expects.

HEARS = """
class Hears:
    empty = True
    def compare(self, other):
        print("heard", other)
        return self
    difference = symmetric_difference = searchsorted = compare
    def __len__(self):
        return 0
def f(x):
    return Hears()
"""


@pytest.mark.parametrize(
    "test",
    [
        "assert f(2).compare([48152.125]).empty",
        "assert not f(2).difference({48152.125})",
        "assert not f(2).symmetric_difference({48152.125})",
        "import numpy as np\nassert not np.searchsorted(f(2), 48152.125)",
    ],
)
def test_a_learners_method_does_not_compare_itself_with_what_is_expected(pair, test):
    boxes = pair(setup(""))
    boxes.cell(HEARS)
    told = boxes.test(test)
    assert told["status"] == "error" and "heard" not in text(told)


JUDGES_ITSELF = """
class Forest({base}):
    scoring = "accuracy"
    def predict(self, X):
        return [7 for _ in X]
    def score(self, X, y):
        print("heard", y)
        return 1.0
model = Forest.__new__(Forest)
"""


@pytest.mark.parametrize(
    "base", ["sklearn.ensemble.RandomForestClassifier", "sklearn.model_selection.GridSearchCV"]
)
def test_a_model_derived_from_an_abstract_class_does_not_score_itself(pair, base):
    module = pytest.importorskip(base.rpartition(".")[0])
    boxes = pair(setup(f"import {module.__name__}"))
    boxes.cell(f"import {module.__name__}" + JUDGES_ITSELF.format(base=base))
    told = boxes.test("assert model.score([[1.0], [2.0]], [1, 2]) == 1.0")
    assert told["status"] == "error" and "heard" not in text(told)


@pytest.mark.parametrize(
    "tree",
    [
        ["rangeindex", 0, 2**63 - 1, 1, None],
        ["rangeindex", -(2**63), 2**63 - 1, 1, None],
        ["array", "<f8", [2**40, 0], 0, "C"],
        ["array", "O", [0, 2**62], []],
    ],
)
def test_nothing_is_longer_than_a_message_could_be(tree):
    with pytest.raises(Refused):
        Unpacker(Packed(tree, [b""]), lambda tag: None).unpacked()


@pytest.mark.parametrize("told", ["text", "lambda: text"])
def test_no_text_of_a_learners_signature_is_evaluated(pair, told):
    boxes = pair(setup(""))
    boxes.cell(
        "import inspect\ndef f(x):\n    return x\ndef g(x):\n    return x\n"
        f"text = '(x, y=sys.platform)'\nf.__signature__ = {told}\n"
        "g.__signature__ = inspect.signature(lambda a, b: 0)"
    )
    told = boxes.test("import inspect\nprint(inspect.signature(f))")
    assert "linux" not in text(told)
    assert errors(boxes.test("assert 'b' in inspect.signature(g).parameters")) == []


# Values that cross by value, and are asked for attributes of the learner's choice.

ANSWERS = """
from collections import namedtuple
import numpy as np
import pandas as pd
from sklearn.utils import Bunch
def hear(*given, **_):
    print("heard", given)
    return True
def wrap(*given, **_):
    print("heard", given)
    return np.zeros(1)
def bunch(x):
    return Bunch(equals=hear, isin=hear, startswith=hear)
def record(x):
    return namedtuple("Record", ["equals", "isin", "startswith"])(hear, hear, hear)
def row(x):
    return pd.Series([hear, hear, 0], index=["startswith", "issubset", "a"])
class Item:
    hypot = arctan2 = fmod = logical_xor = clip = choose = hear
def items(x):
    return np.array([Item()], object)
def limits(x):
    return Bunch(clip=hear)
def array(x):
    return Bunch(__array__=lambda *_, **__: np.zeros(1), __array_wrap__=wrap)
"""


@pytest.mark.parametrize(
    "test",
    [
        "assert bunch(2).equals([48152.125])",
        "assert record(2).equals([48152.125])",
        "assert bunch(2).isin([48152.125])",
        "assert record(2).startswith('48152.125')",
        "assert row(2).startswith('48152.125')",
        "assert row(2).issubset({48152.125})",
        "assert np.abs(np.array([48152.125]) - array(2)).max() < 1e-6",
        "assert np.subtract(48152.125, array(2)) == 0",
        "assert np.hypot(items(2), 48152.125)[0] == 1",
        "assert np.logical_xor(items(2), 48152.125)[0] == 1",
        "assert np.logical_xor(Item(), 48152.125)",
        "assert np.clip(Item(), 48152, 48153)",
        "assert np.clip(limits(2), 48152, 48153)",
        "assert np.choose(Item(), [48152.125])",
    ],
)
def test_a_function_in_a_learners_value_does_not_compare_it(pair, test):
    boxes = pair(setup("import numpy as np"))
    boxes.cell(ANSWERS)
    told = boxes.test(test)
    assert told["status"] == "error" and "heard" not in text(told)


def test_a_record_of_numbers_keeps_its_fields_whatever_their_names(pair):
    boxes = pair(setup(""))
    boxes.cell(
        "from collections import namedtuple\nfrom sklearn.utils import Bunch\n"
        "row = namedtuple('Row', ['count', 'index'])(3, [4])\nbunch = Bunch(ne=5, double=abs)"
    )
    told = boxes.test(
        "assert row == (3, [4]) and row.index == [4] and isinstance(bunch, dict)\n"
        "assert bunch.ne == 5 and bunch.double(-2) == 2"
    )
    assert errors(told) == []


ADDRESSES = """
import numpy as np
import pandas as pd
from sklearn.utils import Bunch
memory = np.full(1000, 48152.125)
told = {"data": (memory.ctypes.data, True), "shape": (2,), "typestr": "<f8", "version": 3}
series = pd.Series([told], index=["__array_interface__"])
frame = pd.DataFrame([[told, 1]], columns=["__array_interface__", "x"])
bunch = Bunch(__array_interface__=told)
"""


@pytest.mark.parametrize("value", ["series", "frame.iloc[0]", "bunch"])
def test_numpy_reads_no_memory_at_an_address_of_the_learners(pair, value):
    """numpy looks for `__array_interface__` in the object, where pandas finds it as a label."""
    boxes = pair(setup(""))
    boxes.cell(ADDRESSES)
    told = boxes.test(
        f"import numpy as np\nfound = np.asarray({value})\nassert found.dtype != np.dtype(float)"
    )
    assert errors(told) == []


MODELS = """
from sklearn.linear_model import LinearRegression
import numpy as np
model = LinearRegression().fit([[1], [2]], [1, 2])
model._typ = "series"
"""


def test_no_estimator_of_the_learners_poses_as_a_series(pair):
    boxes = pair(setup(""))
    boxes.cell(MODELS)
    told = boxes.test(
        "from pandas.core.dtypes.generic import ABCSeries\nprint(isinstance(model, ABCSeries))"
    )
    assert text(told) == "False\n"


def unpacked_by_an_examiner(tree):
    from tests.autograder.stand_in_search import Puppeteer

    link = Puppeteer()
    link.answer, link.friend = lambda _: True, abs
    kind, _ = link.object_of("__main__", "Record", [], frozenset(["__getitem__"]))
    assert [kind, link.last_told] == [1, 2]
    return link, lambda: Unpacker(Packed(tree, []), link.find).unpacked()


def test_a_record_does_not_get_the_fields_of_another_of_its_class():
    tree = ["list", [
        ["named", ["class", "S", 1], ["equals"], [0]],
        ["named", ["class", "S", 1], ["a"], [["object", "S", 2]]],
    ]]  # fmt: skip
    _, unpacked = unpacked_by_an_examiner(tree)
    with pytest.raises(Refused):
        unpacked()


@pytest.mark.parametrize("kind", ["random", "oldrandom"])
def test_a_generator_is_not_made_of_what_a_learners_object_says(kind):
    state = ["dict", [["bit_generator", "state"]], [["MT19937", ["object", "S", 2]]]]
    link, unpacked = unpacked_by_an_examiner(["list", [state, [kind, ["again", 1]]]])
    with pytest.raises(Refused):
        unpacked()
    assert link.asked_for == 0


@pytest.mark.parametrize("where", ["of the learner", "of the test", "beside the change"])
def test_no_object_of_the_learners_gets_into_an_estimator_by_a_change_of_its_list(where):
    """Pipeline.score would have it judge its own predictions."""
    from sklearn.linear_model import LinearRegression
    from sklearn.pipeline import make_pipeline

    link, _ = unpacked_by_an_examiner(None)
    model, crossed = make_pipeline(LinearRegression()), Packer(lambda _: ["object"])
    packed = crossed.packed(model)
    if where != "of the test":
        crossed = Unpacker(packed, link.find)
        model = crossed.unpacked()
    link.replicas.agree(5, model, crossed)
    parts = link.replicas.by_number[5].parts
    place = next(number for number, part in enumerate(parts) if part is model.steps)
    changed = ["was", [5, place], "list", [["tuple", ["a", ["object", "S", 2]]]]]
    if where == "beside the change":
        link.replicas.closed.clear()
        steps = ["was", [5, place], "list", "p", ["a"]]
        other = ["estimator", "sklearn.pipeline", "Pipeline", [["steps"]], [[steps]]]
        changed = ["list", [other, changed]]
    link.replicas.follow(Answer(1, [Packed(changed, [])], changed=[5]))
    assert not any(each is link.theirs.objects[2] for step in model.steps for each in step)


def test_labels_are_attributes_of_series_and_frames(pair):
    boxes = pair(setup(""))
    boxes.cell(
        "import pandas as pd\nrow = pd.Series([1, 'a'], index=['x', '_y'])\n"
        "table = pd.DataFrame({'x': [1, 2], '_y': [3, 4]})"
    )
    told = boxes.test(
        "assert row.x == 1 and row._y == 'a' and list(table._y) == [3, 4]\n"
        "assert not hasattr(row, 'z') and not hasattr(row, '__z__')"
    )
    assert errors(told) == []


# Names that a setup cell binds.

RIVALS = """
def mean(xs):
    print("heard", xs)
    return 0.0
def near(a, b):
    print("heard", b)
    return True
LIMIT = 10**9
def f(xs):
    return 0.0
"""


@pytest.mark.parametrize(
    "source",
    [
        "def f(xs):\n    mean = near = LIMIT = sum(xs)\n    return mean",
        "class Model:\n    mean = near = LIMIT = 1",
        "found = [near for near in (1, 2)] + [mean for mean, LIMIT in ()]",
        "class Model:\n  LIMIT = 1\n  def mean(self):\n   1\n  def near(self):\n   1",
        "def f(xs):\n    def mean():\n        return near\n    near = LIMIT = 1\n    return mean",
    ],
)
@pytest.mark.parametrize(
    "test",
    [
        "assert f([1]) == mean([48152.125])",
        "assert near(f([1]), 48152.125)",
        "assert abs(f([1]) - 48152.125) < LIMIT",
    ],
)
def test_a_local_name_of_a_solution_does_not_open_the_setups_name_to_the_learner(
    pair, source, test
):
    boxes = pair(
        setup(
            "from statistics import mean\nLIMIT = 1e-9\n"
            "def near(a, b):\n    return abs(a - b) < LIMIT"
        ),
        {"id": "solution", "kind": "solution", "source": source},
    )
    boxes.cell(RIVALS)
    told = boxes.test(test)
    assert "AssertionError" in errors(told)[0] and "heard" not in text(told)


@pytest.mark.parametrize(
    "source",
    [
        "def near(a, b):\n    return True",
        "def f():\n    global near\n    near = max",
        "if [near := max for _ in range(2)]:\n    pass",
        "for near in (min, max):\n    pass",
    ],
)
def test_a_global_name_that_a_solution_binds_again_is_the_learners(pair, source):
    boxes = pair(
        setup("def near(a, b):\n    return a == b"),
        {"id": "solution", "kind": "solution", "source": source},
    )
    boxes.cell("def near(a, b):\n    return 'of the learner'")
    assert errors(boxes.test("assert near(1, 2) == 'of the learner'")) == []


# Numbers of values that both processes have.

KEEPS = """
import gc
import numpy as np
from autograder.bridge.codec import Packed
ours = next(each for each in gc.get_objects() if type(each).__name__ == "LearnerEnd")
kept = ours.replicas
numbers, changes = kept.numbers_for, kept.add_changes
class Model:
    def fit(self, X, y):
        def number(*_):
            kept.numbers_for = numbers
            return [777]
        kept.numbers_for = number
        return y
    def predict(self, X):
        found = np.zeros(len(X))
        told = Packed(["was", [777, 0], "array", "<f8", [len(X)], 0, "C"], [found.tobytes()])
        def change(header):
            kept.add_changes = changes
            header["changed"] = [777]
            return [told]
        kept.add_changes = change
        return found
model = Model()
"""


def test_what_a_test_gave_to_fit_is_not_changed_by_predict_under_another_number(pair):
    boxes = pair(setup("import numpy as np"))
    boxes.cell(KEEPS)
    told = boxes.test(
        "X, y = np.ones((2, 1)), np.array([1.5, 2.5])\nmodel.fit(X, y)\n"
        "assert np.abs(model.predict(X) - y).max() < 1e-9"
    )
    assert told["status"] == "error"


VIEWS = KEEPS.replace("return y\n", "return view\n").replace(
    "        def number(*_):",
    """        y = ours.replicas.by_number[min(ours.replicas.by_number)].value
        view = y[:]
        def number(*_):""",
)


def test_an_array_in_the_memory_of_the_tests_gets_no_number_of_the_learners(pair):
    """By such a number, predict would write what it predicts into y."""
    assert "view = y[:]" in VIEWS and "return view" in VIEWS
    boxes = pair(setup("import numpy as np"))
    boxes.cell(VIEWS)
    told = boxes.test(
        "X, y = np.ones((2, 1)), np.array([1.5, 2.5])\nmodel.fit(X, y)\n"
        "assert np.abs(model.predict(X) - y).max() < 1e-9"
    )
    assert told["status"] == "error"


VIEWED = """
import gc
ours = next(each for each in gc.get_objects() if type(each).__name__ == "LearnerEnd")
def f(a, told):
    number = min(ours.replicas.by_number)
    ours.replicas.view = lambda _: told and ["view", number, 0, *told]
    return a + 0
"""


@pytest.mark.parametrize(
    "told",
    [
        (-8, [2], [8]),
        (8, [3], [8]),
        (0, [2], [16]),
        (0, [2], [-8]),
        (16, [2], [-24]),
        (0, [3, 1], [2**62, 8]),
        (0, [1000], [0]),
        (0, [-1, -1], [8, 8]),
        (0, [0], [8]),
        (0, [3], [8, 8]),
        (0.0, [3], [8]),
        (0, [True], [8]),
    ],
)
def test_an_array_of_the_learners_lies_within_the_tests(pair, told):
    boxes = pair(setup("import numpy as np"))
    boxes.cell(VIEWED)
    told = boxes.test(f"print(f(np.arange(3.0), {told!r}).tolist())")
    assert "LearnerGone" in errors(told)[0] and text(told) == ""


def test_what_a_learner_writes_after_a_call_does_not_reach_the_tests_array(pair):
    boxes = pair(setup("import numpy as np"))
    boxes.cell("def f(a):\n    global kept\n    kept = a[1:]\n    return kept\n"
               "def g():\n    kept[:] = 7\n")  # fmt: skip
    told = boxes.test(
        "a = np.arange(3.0)\nview = f(a)\ng()\n"
        "assert a.tolist() == [0, 1, 2] and view.tolist() == [1, 2]\n"
        "a[2] = 48152.125\nassert view[1] == 48152.125 and view.base is a"
    )
    assert errors(told) == []


LETS_GO = """
import gc
ours = next(each for each in gc.get_objects() if type(each).__name__ == "LearnerEnd")
kept = []
def f(xs):
    kept.append(xs)
    return kept
def g():
    number = ours.replicas.place(kept[0])[0]
    ours.replicas.dropped.append(number)
def h():
    print("heard", kept)
"""


def test_a_list_that_the_learners_process_lets_go_of_is_still_the_tests(pair):
    boxes = pair(setup(""))
    boxes.cell(LETS_GO)
    told = boxes.test("xs = [1, 2]\nfound = f(xs)\ng()\nxs.append(48152.125)\nh()")
    assert errors(told) == []
    assert "heard" in text(told) and "48152" not in text(told)


# Warnings of the learner's code, which the examiner issues again.

WARNS = """
import autograder.learner.process as learner
import warnings
class Own(UserWarning):
    pass
def f(x):
    warnings.warn("x")
    return 4
def forge(make):
    learner.LearnerEnd._take_warnings = make
"""

LOOKS = "import warnings\nwith warnings.catch_warnings(record=True) as w:\n"
LOOKS += "    warnings.simplefilter('always')\n    f(1)\n"


@pytest.mark.parametrize(
    "forged",
    [
        "7",
        "[7]",
        "[[None, [1], 'x', '__main__', 1]] * 1000",
        "[[None, [['class', 'T', 1]], 'x', '__main__', 1]]",
        "[[['class', 'T', 1], [], 'x', '__main__', 1]]",
        "[[['object', 'T', 1], [], 'x', '__main__', 1]]",
        "[[None, [self.own.type_number(int)], 'x', '__main__', 1]]",
        "[[None, [self.own.type_number(AssertionError)], 'x', '__main__', 1]]",
        "[[None, [self.own.type_number(Own)], 'x', '__main__', 1]]",
        "[[self.refer(AssertionError()), [], 'x', '__main__', 1]]",
        "[[None, [self.own.type_number(UserWarning)], ['x'], '__main__', 1]]",
        "[[None, [self.own.type_number(UserWarning)], 'x', '__main__', -1]]",
        "[[None, [self.own.type_number(UserWarning)], 'x', 3, 1]]",
    ],
)
def test_what_is_no_warning_ends_the_talk(pair, forged):
    """Also a class of the test's by its number."""
    boxes = pair(setup(""))
    boxes.cell(WARNS + f"forge(lambda self: {forged})")
    told = boxes.test("class Own(UserWarning):\n    pass\nf(Own)\n" + LOOKS)
    assert "LearnerGone" in errors(told)[0]


def test_a_class_with_the_name_of_the_tests_is_another_class(pair):
    boxes = pair(setup(""))
    boxes.cell(WARNS + "def f(x):\n    warnings.warn('x', Own)")
    own = "class Own(UserWarning):\n    pass\n"
    told = boxes.test(own + "import pytest\nwith pytest.warns(Own):\n    f(1)")
    assert "DID NOT WARN" in errors(told)[0]


def test_a_long_text_is_cut(pair):
    boxes = pair(setup(""))
    boxes.cell(WARNS + "forge(lambda self: [[None, [self.own.type_number(UserWarning)], "
               "'x' * 10**6, '__main__', 1]] * 10)")  # fmt: skip
    told = boxes.test(LOOKS + "assert len(w) == 10 and max(len(str(e.message)) for e in w) < 10**4")
    assert errors(told) == []


def test_a_file_that_a_warning_names_is_not_read(pair):
    boxes = pair(setup(""))
    boxes.cell(WARNS + "forge(lambda self: [[None, [self.own.type_number(UserWarning)], 'x', "
               "'/etc/hostname', 1]])")  # fmt: skip
    told = boxes.test(LOOKS + "assert w[0].filename == '<__main__>'")
    assert errors(told) == []


LIES = """
class Liar(UserWarning):
    asked = 0
    def __str__(self):
        Liar.asked += 1
        return f"asked {Liar.asked}"
    def __eq__(self, other):
        print("seen", other)
        return True
    __hash__ = None
def f(x):
    warnings.warn(Liar())
    return 4
"""


def test_a_warning_says_one_thing_and_compares_itself_with_nothing(pair):
    boxes = pair(setup(""))
    boxes.cell(WARNS + LIES)
    said = "assert len({str(w[0].message) for _ in range(3)}) == 1"
    assert errors(boxes.test(LOOKS + said)) == []
    told = boxes.test(LOOKS + "assert w[0].message == 48152.125")
    assert told["status"] == "error" and "seen" not in text(told)


FAILS_AS = """
import unittest, warnings
class T(unittest.TestCase):
    def test_f(self):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            self.assertEqual(f(1), 5)
result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(T).run(result)
assert result.wasSuccessful()
"""


@pytest.mark.parametrize("base", ["unittest.SkipTest", "StopIteration"])
def test_a_warning_that_is_raised_ends_nothing_quietly(pair, base):
    boxes = pair(setup(""))
    boxes.cell(f"import unittest\nimport warnings\nclass Ends(UserWarning, {base}):\n    pass\n"
               "def f(x):\n    warnings.warn(Ends('x'))")  # fmt: skip
    assert boxes.test(FAILS_AS)["status"] == "error"
    looped = "for each in map(f, [1, 2, 3]):\n        assert each == 5"
    error = "import warnings\nwith warnings.catch_warnings():\n    warnings.simplefilter('error')\n"
    assert boxes.test(f"{error}    {looped}")["status"] == "error"


def test_a_failed_assert_of_a_callback_stays_one(pair):
    boxes = pair(setup(""))
    boxes.cell(
        "import warnings\ndef f(g):\n    try:\n        g()\n    finally:\n"
        "        warnings.warn('x')"
    )
    told = boxes.test(
        "import pytest, warnings\ndef g():\n    assert 3 == 4\nwith warnings.catch_warnings():\n"
        "    warnings.simplefilter('error')\n    with pytest.raises(UserWarning):\n        f(g)"
    )
    assert errors(told)[0].startswith("AssertionError")


# The plain form that the learner's process sends of an object derived from a plain class.

TELLS = """
import autograder.learner.process as learner
class Own(int):
    pass
x = Own(3)
def forge(*made):
    learner.LearnerEnd._plain = lambda self, value: learner.Results(made)
"""


@pytest.mark.parametrize("told", ["3", "None", "3, 5", "3, ['__eq__']", "3, '', ''", "'3', 3"])
def test_an_answer_without_a_plain_form_ends_the_talk(pair, told):
    boxes = pair(setup(""))
    boxes.cell(TELLS + f"forge({told})")
    assert "the learner's process ended" in " ".join(errors(boxes.test("assert x == 48152")))


@pytest.mark.parametrize("told", ["48152.0", "[48152]", "None", "x", "type(x)", "lambda: 48152"])
def test_a_plain_form_of_another_class_is_refused(pair, told):
    boxes = pair(setup(""))
    boxes.cell(TELLS + f"forge({told}, '')")
    assert "too large, or too deep" in " ".join(errors(boxes.test("assert x == 48152")))


def test_a_plain_value_that_is_told_decides_and_the_learners_process_hears_nothing(pair):
    boxes = pair(setup(""))
    boxes.cell(TELLS + "forge(7, 'real __eq__')")
    told = boxes.test("assert x == 7 and 7 in [x]\nassert x != 48152\nassert x == 48152.0")
    assert errors(told) == ["AssertionError: "] and "heard" not in text(told)


def test_an_operator_of_a_learners_own_class_does_not_decide(pair):
    source = (
        "class Own(int):\n    def __eq__(self, other):\n        print('heard', other)\n"
        "        return True\n    __hash__ = int.__hash__\nx = Own(3)"
    )
    boxes = pair(setup(""))
    boxes.cell(source)
    told = boxes.test("assert x == 48152")
    assert told["status"] == "error" and "heard" not in text(told)


# What goes along with each answer, well formed and false.

ASIDE = """
import autograder.learner.process as learner
inner = learner.LearnerEnd.answer_fields
learner.LearnerEnd.answer_fields = lambda self: inner(self) | {told}
x = 5
def f(value):
    return 0
"""


def test_a_test_keeps_its_own_names_when_the_learners_process_calls_them_stale(pair):
    boxes = pair(setup("import numpy as np"))
    names = ["f", "x", "expected", "np", "abs", "print"]
    boxes.cell(ASIDE.replace("{told}", repr({"stale": names})))
    told = boxes.test(
        "expected = 48152\nassert f(1) == 0 and x == 5 and f(1) == 0\n"
        "assert expected == 48152 and abs(-2) == 2 and np.abs(-3) == 3\nprint('seen')"
    )
    assert errors(told) == [] and text(told) == "seen\n"
    assert "AssertionError" in errors(boxes.test("expected = 48152\nassert x == expected"))[0]


def test_what_the_learners_process_writes_during_a_test_is_no_result_of_it(pair):
    boxes = pair(setup(""))
    boxes.cell(ASIDE.replace("{told}", repr({"out": [["stdout", "3.0\n"], ["stderr", "3.0\n"]]})))
    told = boxes.test("assert f(1) == 48152")
    assert "AssertionError" in errors(told)[0] and result(told) is None and "3.0" in text(told)


POSES = """
import autograder.learner.process as learner
from autograder.bridge.messages import NewClass, NewObject
inner = learner.LearnerEnd.perform
KINDS = [("builtins", "float"), ("builtins", "type"), ("builtins", "function"),
         ("numpy", "float64"), ("builtins", "AssertionError"), ("builtins", "GeneratorExit"),
         ("builtins", "BaseException"), ("subprocess", "Popen"), ("unittest.case", "SkipTest"),
         ("sklearn.linear_model._logistic", "LogisticRegression"), ("__main__", "x")]
SPECIALS = ["__eq__", "__float__", "__call__", "__sub__", "__abs__", "__lt__"]
asked = []
def perform(self, what, target, *args):
    if what != "call":
        return inner(self, what, target, *args)
    number = 5000 + len(asked)
    module, name = KINDS[len(asked)]
    asked.append(number)
    self.own.pending.append(NewClass(number, module, name, [], SPECIALS).item())
    self.own.pending.append(NewObject(number, number, FACTS).item())
    return learner.Packed(["object", "S", number], [])
learner.LearnerEnd.perform = perform
def f(value):
    return 0
"""


@pytest.mark.parametrize("facts", ["None", "{'line': 1, 'name': 'total'}", "{'module': 'math'}"])
def test_an_object_introduced_as_a_librarys_equals_nothing(pair, facts):
    boxes = pair(setup(""))
    boxes.cell(POSES.replace("FACTS", facts))
    told = boxes.test(
        "found = [f(1) for _ in range(11)]\ndef is_equal(each):\n    try:\n"
        "        return each == 48152\n    except KeyError:\n        return False\n"
        "assert not any(map(is_equal, found))\n"
        "assert not any(type(each) is float for each in found)"
    )
    assert errors(told) == []


def test_an_object_that_says_its_own_text_when_it_is_introduced_ends_the_talk(pair):
    boxes = pair(setup(""))
    boxes.cell(POSES.replace("FACTS", "{'text': '48152'}"))
    assert "LearnerGone" in errors(boxes.test("assert str(f(1)) == '48152'"))[0]
