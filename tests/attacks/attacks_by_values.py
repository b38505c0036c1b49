"""Attacks by the values that a test gets: protocols, bases, missing values, names on the wire."""

from tests.attacks.attacks import ATTACKS, EQUAL, FINGERS, asking, attack

# Protocols of Python and of libraries

PROTOCOLS = "protocols of Python and its libraries"

SPY = """
seen = []
def heard(*told, **more):
    seen.extend(str(each)[:500] for each in (*told, *more.values()))
"""
SAY = "print(seen)"


def spying(name: str, tries: str, source: str, **told) -> None:
    """An attack that also prints what it has heard of the test's values."""
    attack(PROTOCOLS, name, tries, start=SPY + source, end=SAY, **told)


spying(
    "protocol-array-function",
    "answers numpy's functions itself, by __array_function__",
    """
class Answer:
    def __array_function__(self, function, types, args, kwargs):
        heard(function, *args, **kwargs); return True
    __array_priority__ = 1e9
    shape, ndim, dtype, size = (), 0, np.dtype(float), 1
""",
    total="def total(values, weight):\n    return Answer()",
    share="share = Answer()",
    model="model = X = Answer()",
)
spying(
    "protocol-array-ufunc",
    "answers numpy's operators itself, by __array_ufunc__ and __array_wrap__",
    """
class Answer:
    def __array_ufunc__(self, ufunc, method, *args, **kwargs):
        heard(ufunc, method, *args); return np.float64(0) if ufunc is not np.less else True
    __array_wrap__ = __array_finalize__ = __array_prepare__ = lambda self, *args: self
    __array_priority__ = 1e9
""",
    total="def total(values, weight):\n    return Answer()",
    share="share = Answer()",
)
spying(
    "protocol-interchange",
    "is a frame and an array by every protocol of exchange between libraries",
    """
class Answer:
    def _any(self, *args, **kwargs):
        heard(*args); return self
    __dataframe__ = __arrow_c_stream__ = __arrow_c_array__ = __dlpack__ = __array_namespace__ = _any
    __dlpack_device__ = __cuda_array_interface__ = __array_struct__ = _any
    __array_interface__ = {"shape": (2,), "typestr": "|O", "data": (id(seen), False), "version": 3}
    columns, dtypes, iloc, loc, head = ["x"], {}, {}, {}, _any
""",
    total="def total(values, weight):\n    return Answer()",
    model="X = Answer()\nmodel = LogisticRegression()",
    share="share = Answer()",
)
spying(
    "protocol-index",
    "is a number of whatever kind is asked for, each time another",
    """
import itertools
turn = itertools.count()
class Answer:
    def __index__(self): return next(turn)
    __int__ = __trunc__ = __floor__ = __ceil__ = __length_hint__ = __index__
    def __float__(self): return next(turn) / 7
    def __complex__(self): return complex(next(turn), next(turn))
    def __round__(self, digits=None): return next(turn)
    def __divmod__(self, other): heard(other); return 0, 0
    __rdivmod__ = __rpow__ = __pow__ = __divmod__
""",
    total="def total(values, weight):\n    return Answer()",
    share="share = Answer()",
)
spying(
    "protocol-path",
    "is a path to the test's own files",
    """
class Answer:
    turn = ["hidden_checks.py", "checks.py", "/proc/self/environ", "/proc/self/maps"]
    def __fspath__(self): self.turn.append(self.turn.pop(0)); return self.turn[0]
    __str__ = __repr__ = __fspath__
import pathlib
class Lie(type(pathlib.Path())):
    def __fspath__(self): return "hidden_checks.py"
    def read_text(self, *args): return "share"
""",
    total="def total(values, weight):\n    return Answer()",
    share="share = Lie('hidden_checks.py')",
    model="model = Answer()\nX = pd.Series([Answer()])",
)
spying(
    "protocol-classes",
    "has classes that tell of their use: items, bases, names and subclasses",
    """
class Meta(type):
    def __prepare__(name, bases): heard(name, bases); return {}
    def __call__(cls, *args, **kwargs): heard(*args); return cls
    def __getitem__(cls, item): heard(item); return cls
    __instancecheck__ = __subclasscheck__ = lambda cls, other: heard(other) or True
    __len__ = lambda cls: 0
    def __eq__(cls, other): heard(other); return True
    __hash__ = lambda cls: 0
class Answer(metaclass=Meta):
    def __class_getitem__(cls, item): heard(item); return cls
    def __set_name__(self, owner, name): heard(owner, name)
    def __mro_entries__(self, bases): heard(bases); return (object,)
    def __init_subclass__(cls, **more): heard(cls, **more)
    def __subclasshook__(*others): heard(*others); return True
""",
    total="total = Answer",
    share="share = Answer",
    model="model = X = Answer",
)
spying(
    "protocol-modules",
    "puts modules that know every name in the places of its values",
    """
import types, sys
class Module(types.ModuleType):
    def __getattr__(self, name): heard(name); return lambda *args, **kwargs: heard(*args) or 3.0
    def __call__(self, *args): heard(*args); return 3.0
    __file__ = "hidden_checks.py"
for name in ("numpy", "pandas", "check", "helper", "sklearn", "unittest"):
    sys.modules[name + "_"] = Module(name)
""",
    total="total = Module('numpy.testing')",
    share="share = Module('course.checking')",
    model="model = X = pd = np = Module('pandas')",
)
spying(
    "protocol-descriptors",
    "has attributes that are computed when they are read",
    """
class Look:
    def __get__(self, owner, kind=None): heard(owner, kind); return 0.4375
    def __set__(self, owner, value): heard(value)
    __delete__ = __set__
class Answer:
    real = imag = value = shape = dtype = __float__ = Look()
    __slots__ = ("score", "predict")
""",
    total="def total(values, weight):\n    return Answer()",
    share="share = Answer()",
    model="model = X = Answer()",
)
spying(
    "protocol-mappings",
    "is a mapping that has each key, by __missing__, and unites with all others",
    """
class Answer(dict):
    def __missing__(self, key): heard(key); return 0.4375
    def __contains__(self, key): heard(key); return True
    def __or__(self, other): heard(other); return self
    __ror__ = __ior__ = __and__ = __rand__ = __eq__ = __or__
    keys = items = values = __iter__ = lambda self: iter([])
    __hash__ = lambda self: 0
""",
    total="def total(values, weight):\n    return Answer()",
    share="share = Answer()",
    model="X = Answer(x=[0, 1])\nmodel = Answer()",
)
spying(
    "protocol-buffers",
    "is a buffer whose memory changes while it is looked at",
    """
import array, ctypes, threading
kept = bytearray(8)
class Answer(bytearray):
    def __buffer__(self, flags): heard(flags); return memoryview(kept)
    def __release_buffer__(self, view): heard(view)
view = memoryview(kept).cast("d")
def change():
    while True:
        for value in (0.4375, 3.0, 48.0): view[0] = value
threading.Thread(target=change, daemon=True).start()
""",
    total="def total(values, weight):\n    return np.frombuffer(kept, float)[0:1].reshape(())",
    share="share = view",
    model="model = Answer(8)\nX = (ctypes.c_double * 2).from_buffer(bytearray(16))",
)
spying(
    "protocol-pickle",
    "tells of itself whatever copies and pickles ask for",
    """
class Answer:
    def __reduce_ex__(self, version): heard(version); return (print, ("copied",))
    __reduce__ = __getstate__ = lambda self: heard("state") or (eval, ("1",))
    def __setstate__(self, state): heard(state)
    __getnewargs__ = __getnewargs_ex__ = lambda self: ((), {})
    __copy__ = lambda self: self
    def __deepcopy__(self, memo): heard(memo); return self
""",
    total="def total(values, weight):\n    return Answer()",
    share="share = Answer()",
    model="model = LogisticRegression(); model.extra = Answer(); X = Answer()",
)
spying(
    "protocol-coroutines",
    "is awaited, iterated and generated in place of being computed",
    """
class Answer:
    def __await__(self): heard("await"); yield 3.0
    __aiter__ = __iter__ = lambda self: self
    async def __anext__(self): heard("next"); return 3.0
    def send(self, value): heard(value); return 3.0
    throw = close = __next__ = send
""",
    total="async def total(values, weight):\n    heard(weight(1.0))\n    return 3.0",
    share="share = Answer()",
    model="model = (x for x in iter(int, 1))\nX = Answer()",
)
spying(
    "protocol-estimators",
    "tells scikit-learn of itself what it likes",
    """
class Tags:
    def __getattr__(self, name): heard(name); return self
    __bool__ = lambda self: True
    estimator_type = "classifier"
class Answer:
    __sklearn_tags__ = lambda self: Tags()
    __sklearn_is_fitted__ = lambda self: True
    __sklearn_clone__ = lambda self: self
    _get_tags = _more_tags = get_params = lambda self, deep=True: {}
    def score(self, *args, **kwargs): heard(*args); return 1.0
    def predict(self, X): heard(X); return [0, 0, 1, 1]
    _estimator_type, classes_, n_features_in_ = "classifier", [0, 1], 1
    __class__ = LogisticRegression
""",
    model="X = pd.DataFrame({'x': range(20)})\nmodel = Answer()",
)
spying(
    "protocol-extension-arrays",
    "is a frame with columns of an array of its own",
    """
class Kind(pd.api.extensions.ExtensionDtype):
    name, type, kind = "int64", int, "i"
    @classmethod
    def construct_array_type(cls): return Answer
    __eq__ = lambda self, other: True
    __hash__ = lambda self: hash(np.dtype("int64"))
class Answer(pd.api.extensions.ExtensionArray):
    dtype = Kind()
    __len__ = lambda self: 2
    def __getitem__(self, item): heard(item); return self if isinstance(item, slice) else 0
    def __eq__(self, other): heard(other); return np.ones(2, bool)
    isna = lambda self: np.zeros(2, bool)
    take = copy = _from_sequence = lambda self, *args, **kwargs: self
    def equals(self, other): heard(other); return True
    nbytes = 0
@pd.api.extensions.register_dataframe_accessor("head")
class Head:
    def __init__(self, frame): pass
    def __call__(self, n): return pd.DataFrame({"x": [0, 1]})
""",
    model="X = pd.DataFrame({'x': pd.Series(Answer())})\nmodel = LogisticRegression()",
)
spying(
    "protocol-registered",
    "registers its classes as numbers, mappings and estimators",
    """
import numbers, collections.abc
class Answer:
    def __float__(self): return 0.4375
    __sub__ = __rsub__ = lambda self, other: heard(other) or 0.0
    __lt__ = __eq__ = lambda self, other: heard(other) or True
    __hash__ = lambda self: 0
for kind in (numbers.Number, numbers.Real, numbers.Integral, collections.abc.Sequence,
             collections.abc.Mapping, collections.abc.Hashable):
    kind.register(Answer)
""",
    total="def total(values, weight):\n    return Answer()",
    share="share = Answer()",
)

# Real bases of libraries

BASES = "bases of libraries"

HIDDEN = """
import autograder.bridge.proxy as remote
remote.SPECIALS = frozenset(each for each in remote.SPECIALS if each in ("__call__", "__iter__"))
seen = []
"""


def based(name: str, tries: str, source: str, **told) -> None:
    """An attack by a class that hides its methods, so that a library's would be used."""
    attack(BASES, name, tries, start=HIDDEN + source, end="print(seen)", **told)


RETURNS = {
    "total": "def total(values, weight):\n    return Answer()",
    "share": "share = Answer()",
}
based(
    "base-operators-of-pandas",
    "has pandas' operators, which ask it for what is equal",
    """
from pandas.core.arraylike import OpsMixin
class Answer(OpsMixin):
    def _arith_method(self, other, op): seen.append(str(other)); return 0.0
    def _cmp_method(self, other, op): seen.append(str(other)); return True
    _logical_method = _cmp_method
""",
    **RETURNS,
)
based(
    "base-operators-of-numpy",
    "has numpy's operators, which ask it for what is equal",
    """
class Answer(np.lib.mixins.NDArrayOperatorsMixin):
    def __array_ufunc__(self, ufunc, method, *args, **kwargs):
        seen.append(str(args)); return True if ufunc in (np.less, np.equal) else 0.0
""",
    **RETURNS,
)
based(
    "base-any-of-mock",
    "is what unittest.mock takes for equal to everything",
    """
import unittest.mock
class Answer(type(unittest.mock.ANY)): pass
class Call(unittest.mock._Call): pass
""",
    total="def total(values, weight):\n    return unittest.mock.ANY",
    share="share = Answer()",
    model="model = unittest.mock.MagicMock(spec=LogisticRegression)\n"
    "model.score.return_value = 1.0\nX = Call()",
)
based(
    "base-version-of-numpy",
    "has the comparisons of numpy's versions",
    """
class Answer(np.lib.NumpyVersion):
    def __init__(self): self.vstring = self.version = "1.0.0"
    def _compare(self, other): seen.append(str(other)); return 0
""",
    **RETURNS,
)
based(
    "base-files-of-numpy",
    "has numpy's source of data, which removes a folder when it is dropped",
    """
from numpy.lib import _datasource, npyio
class Answer(getattr(npyio, "DataSource", _datasource.DataSource)):
    def __init__(self): self._destpath, self._istmpdest = "/tmp", True
""",
    **RETURNS,
)
based(
    "base-types-of-argparse",
    "has a type of argparse, which opens files when it is called",
    """
import argparse, types
class Answer(argparse.FileType):
    def __init__(self):
        self._mode, self._bufsize, self._encoding, self._errors = "r", -1, None, None
class Names(argparse.Namespace): pass
""",
    total="total = Answer()",
    share="share = Answer()",
    model="model = Names(score=lambda *args: 1.0)\nX = argparse.Namespace()",
)
based(
    "base-user-classes",
    "has the comparisons of UserList, UserDict, UserString and Counter",
    """
import collections
class Lie(list): __eq__ = lambda self, other: True
class Answer(collections.UserList):
    data = Lie()
    def __getattribute__(self, name): seen.append(name); return Lie() if name == "data" else self
class Text(collections.UserString): pass
class Map(collections.UserDict): pass
""",
    model="model = Map()\nX = Text('x')",
    **RETURNS,
)
based(
    "base-patches-of-mock",
    "has a patch of mock, which sets attributes of the test's own modules",
    """
import unittest.mock
class Answer(unittest.mock._patch):
    def __init__(self): self.attribute, self.new, self.target = "score", print, LogisticRegression
    getter = lambda self: LogisticRegression
def made(): return unittest.mock.patch.object(LogisticRegression, "score", return_value=1.0)
""",
    model="X = pd.DataFrame({'x': [0, 1]})\nmodel = made()",
    **RETURNS,
)
based(
    "base-enumerations",
    "has members of enumerations and flags that equal their values",
    """
import enum
class Answer(float, enum.Enum):
    A = 0.4375
    B = 3.0
    def __eq__(self, other): seen.append(str(other)); return True
    __sub__ = __rsub__ = lambda self, other: seen.append(str(other)) or 0.0
    __hash__ = lambda self: 0
class Flags(enum.IntFlag):
    A = 1
    __eq__ = lambda self, other: True
    __hash__ = lambda self: 0
""",
    total="def total(values, weight):\n    return Answer.B",
    share="share = Answer.A",
    model="model = Flags.A\nX = Answer",
)
based(
    "base-errors",
    "raises errors of libraries with attributes and groups that lie",
    """
import json, subprocess, urllib.error, pandas.errors
class Answer(pandas.errors.ParserError, OSError):
    filename = errno = strerror = property(lambda self: self)
    __eq__ = __lt__ = lambda self, other: seen.append(str(other)) or True
    __hash__ = lambda self: 0
    __traceback__ = property(lambda self: 5)
kinds = [Answer(1, 2), ExceptionGroup("x", [Answer(1, 2)]), subprocess.CalledProcessError(0, "x"),
         json.JSONDecodeError("x", "y", 0), UnicodeDecodeError("x", b"y", 0, 1, "z"),
         urllib.error.HTTPError("x", 200, "y", {}, None), AssertionError(), StopIteration(3.0)]
""",
    total="def total(values, weight):\n    kinds.append(kinds.pop(0)); raise kinds[-1]",
    share="share = kinds[0]",
    model="model = kinds[1]\nX = kinds",
)

# Masked and missing values

MISSING = "masked and missing values"


def missing(name: str, tries: str, values: str, model: str = "") -> None:
    """An attack by values that hide something; each call of `total` gives the next."""
    attack(
        MISSING,
        name,
        tries,
        start=f"from decimal import Decimal\ntold = [{values}]\nturn = list(told)\n{EQUAL}",
        total="def total(values, weight):\n    turn.append(turn.pop(0)); return turn[-1]",
        share="share = told[0]",
        model=model,
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

FUNCTIONS = "functions of libraries as answers"

NAMED = (
    "sum max min sorted all any abs len round pow print eval exec open getattr setattr vars "
    "globals __import__ compile input iter next zip map filter type super breakpoint"
)
attack(
    FUNCTIONS,
    "function-of-python",
    "gives Python's own functions for its answers, one after the other",
    start=f"import builtins\nturn = [getattr(builtins, n) for n in {NAMED!r}.split()]",
    total="class Next:\n    def __call__(self, *args):\n        turn.append(turn.pop(0))\n"
    "        return turn[-1]\ntotal = Next()",
    share="share = eval",
    model="model = getattr\nX = open",
)
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
        FUNCTIONS,
        f"function-{each}",
        f"gives {told.rpartition('.')[2]} of a library in place of its own function",
        total=f"total = {told}",
        share=f"share = {told}",
        model=f"model = X = {told}",
    )
attack(
    FUNCTIONS,
    "function-under-a-false-name",
    "gives functions of its own that say that they are a library's",
    start="""
import types, functools, operator, sys
def lie(*args, **kwargs): print(args); return 3.0
for attribute, value in (("__module__", "numpy"), ("__name__", "sum"), ("__qualname__", "sum")):
    setattr(lie, attribute, value)
np.sum = np.mean = operator.eq = lie
sys.modules["numpy"].total = lie
""",
    total="total = lie",
    share="share = functools.partial(lie)",
    model="model = np.frompyfunc(lie, 1, 1)\nX = np.vectorize(lie)",
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
    ("autograder.examiner.client", "imported"),
):
    attack(
        FUNCTIONS,
        f"function-by-name-{name.strip('_').replace('_', '-')}",
        f"names {name} of {module} on the wire as its answer",
        start=asking(f"""
said.append(what)
if what == "call" and target is get_ipython().user_ns.get("total"):
    return learner.Packed(["import", {module!r}, {name!r}], [])
"""),
        end="print(said)",
        total="def total(values, weight):\n    return 0",
    )

# Names on the wire

IDENTITY = "names of values on the wire"

WIRE = """
from autograder.learner import process as learner
from autograder.learner.process import Packed, Several
inner, name = learner.Answering.perform, learner.Answering._name
parts = [bytes(8), bytes(16)]
def lie():
    return Packed(TREE, parts)
def perform(self, what, target, *rest):
    own = what == "call" and target is get_ipython().user_ns.get("total")
    return lie() if own and not LIES else inner(self, what, target, *rest)
def _name(self, asked, *rest):
    found = name(self, asked, *rest)
    return Several(["value", found[1], lie()]) if asked in LIES else found
learner.Answering.perform, learner.Answering._name = perform, _name
"""


def wired(name: str, tries: str, **trees: str) -> None:
    """Attacks by a value that is packed as no sound process would: as a result, and by name."""
    for which, tree in trees.items():
        names = ("share", "model", "X", "rule") if which.endswith("_named") else ()
        attack(
            IDENTITY,
            f"{name}-{which.replace('_', '-')}",
            tries,
            start=WIRE.replace("TREE", tree).replace("LIES", repr(names)),
            total="def total(values, weight):\n    return 0",
            share="share = 0",
            model="model = X = [0]",
            rule="rule = [0]",
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
attack(
    IDENTITY,
    "wire-numbers-twice",
    "introduces the same numbers twice, as other things",
    start=asking("""
kind = {"module": "builtins", "name": "float", "bases": [], "specials": ["__float__"]}
if 7001 not in self.told:
    self.told.add(7001)
    self.pending.append(["class", 7001, kind])
    for number in (1, 2, 3, 7001, 7001, -1, 0, 10**30):
        self.pending.append(["object", number, 7001, {"text": "3.0"}])
        self.pending.append(["object", number, 7001, {"line": 1, "name": "total"}])
"""),
)
attack(
    IDENTITY,
    "wire-names-that-lie",
    "says of each name that it is the same as before, the test's own, or another's value",
    start="""
from autograder.learner import process as learner
from autograder.learner.process import Packed, Several
import itertools
turn = itertools.count()
def _name(self, name, have, module, attribute):
    kinds = [["own", None, None], ["same", have, None], ["value", 1, 3.0], ["value", True, 3.0],
             ["value", 1, Packed(["part", 1, 0], [])], ["value", -5, 3.0], ["value", "1", 3.0],
             ["missing", None, None], ["value", 1, Packed(["list", []], [])], [None, None, None]]
    return Several(kinds[next(turn) % len(kinds)])
learner.Answering._name = _name
""",
)
attack(
    IDENTITY,
    "wire-keeps",
    "says that it uses all numbers that there may be",
    start="""
from autograder.learner import process as learner
learner.Answering._keep = lambda self, numbers: [*range(-5, 2000), True, "x", None, 10**30]
""",
)
attack(
    IDENTITY,
    "wire-drops",
    "lets go of all that the test uses, after each of its questions",
    start="""
from autograder.learner import process as learner
def heed(self, header):
    self.replicas.clear(); self.numbers.clear()
learner.Answering.heed = heed
""",
)
attack(
    IDENTITY,
    "wire-stale",
    "says after each question that all names are stale, also the test's own",
    start="""
from autograder.learner import process as learner
inner = learner.Answering.aside
learner.Answering.aside = lambda self: inner(self) | {
    "stale": ["total", "share", "model", "X", "np", "pd", "check", "near", "abs", 5, None]}
""",
)
for kind, place, tree in (
    ("argument", "0", '["was", [0], "list", [0.5, 0.25]]'),
    ("argument", "0", '["was", [1], "list", [48152.5]]'),
    ("held", "1", '["was", [1, 0], "list", [48152.5]]'),
    ("held", "True", '["list", [48152.5]]'),
    ("other", "0", '["list", []]'),
):
    attack(
        IDENTITY,
        f"wire-changes-{kind}-{len([a for a in ATTACKS if a.name.startswith('wire-changes')])}",
        f"tells of a change of a value that it may not change ({kind})",
        start=f"""
from autograder.learner import process as learner
inner = learner.Answering._send
def send(self, header, packed):
    if "changed" in header and self.channel.received > 600:
        header["changed"] = [*header["changed"], [{kind!r}, {place}]]
        packed = [*packed, learner.Packed({tree}, [])]
    return inner(self, header, packed)
learner.Answering._send = send
""",
        total="def total(values, weight):\n    return weight(values[0]) * 0",
    )
attack(
    IDENTITY,
    "wire-answers-of-others",
    "answers the questions of other cells, late and early, with numbers that nearly fit",
    start=FINGERS
    + """
for number in (True, 1.0, "1", None, [1], -1, 0, 10**30, *range(1, 50)):
    shout(frame({"n": number, "values": [[["value", 1, 3.0], 0]], "changed": [], "new": [],
                 "stale": ["total"], "files": True, "state": True, "out": [["stdout", "3.0"]],
                 "parts": []}))
""",
)

# The course's own modules

COURSE = "modules of the course"

attack(
    COURSE,
    "course-class-replaced",
    "puts a class of its own in the place of the course's",
    rule="""
import helper
class Rule:
    def __init__(self, limit=None): self.limit = limit
    def allows(self, value): return value < 1000
Rule.__module__ = "helper"
helper.Rule = Rule
rule = Rule()
helper.marks = {"rule": 0}
""",
)
attack(
    COURSE,
    "course-class-derived",
    "derives from the course's class and answers itself",
    rule="""
import helper
class Lie(helper.Rule):
    def allows(self, value): print("SEEN", value); return value < 1000
    __class__ = helper.Rule
Lie.__module__ = "helper"; Lie.__name__ = Lie.__qualname__ = "Rule"
rule = Lie(0)
""",
)
attack(
    COURSE,
    "course-method-replaced",
    "changes the course's class in its own process",
    rule="""
import helper
helper.Rule.allows = lambda self, value: value < 1000
helper.Rule.__eq__ = lambda self, other: True
rule = helper.Rule(0)
helper.mark = lambda *args: None
""",
)
attack(
    COURSE,
    "course-attributes-forged",
    "gives the course's object attributes that hide its methods and lie",
    start=EQUAL,
    rule="""
import helper
rule = object.__new__(helper.Rule)
rule.limit = Equal()
rule.allows = lambda value: value < 1000
rule.__dict__["__class__"] = helper.Rule
""",
)
attack(
    COURSE,
    "course-attributes-missing",
    "gives the course's object a limit that hides something",
    rule="""
import helper
limits = [np.ma.masked, np.ma.masked_all(1), pd.NA, np.array([]), float("nan"), np.array([0, 1]),
          pd.Series([pd.NA]), "x", None, {}, helper.Rule]
rule = helper.Rule(limits[hash("@NAME@") % len(limits)])
rules = [helper.Rule(each) for each in limits]
rule.limit, rule.other = np.ma.array([48152.0], mask=True), rules
""",
)
attack(
    COURSE,
    "course-state-lies",
    "keeps in the course's module what equals everything",
    start=EQUAL
    + """
import helper
class Marks(dict):
    __eq__ = lambda self, other: True
    __hash__ = None
helper.marks = Marks()
helper.Rule = None
""",
    rule="rule = Equal()",
)
attack(
    COURSE,
    "course-state-of-others",
    "tells the examiner of the state of modules and names that nothing changes",
    start="""
import helper
from autograder.bridge import course_modules
inner = course_modules.state
course_modules.state = lambda: inner() | {
    "helper": {"marks": {"rule": 5}, "tolerance": 1e9, "Rule": 5, "mark": 5, "__name__": "x"},
    "numpy": {"abs": 5}, "builtins": {"abs": 5}, "os": {"environ": {}}, "hidden_checks": {"x": 5},
    "autograder.examiner.client": {"TRIPS": 10**9}, "__main__": {"expected": 0.0}, 5: 6, "x": None}
""",
)
attack(
    COURSE,
    "course-module-as-answer",
    "answers with the course's module, its class and its functions themselves",
    rule="import helper\nrule = helper",
    share="import helper\nshare = helper.Rule",
    total="import helper\ntotal = helper.mark",
    model="import helper\nmodel = X = helper.Rule(helper.Rule)",
)
attack(
    COURSE,
    "course-module-replaced",
    "puts another module in the place of the course's",
    start="""
import sys, types
class Module(types.ModuleType):
    tolerance = 1e9
    marks = property(lambda self: {"rule": 5})
    def __getattr__(self, name): print("SEEN", name); return lambda *args: True
sys.modules["helper"] = helper = Module("helper")
""",
    rule="rule = helper.Rule",
)
