# %% [markdown]
# sends packed values that no sound process would send

# %% start
from autograder.learner import process as learner
from autograder.learner.process import Packed, Results

traps = [
    ["array", "O", [10**9], []],
    ["array", "<f8", [2**40, 2**40], 0],
    ["array", "|O", [1], 0],
    ["period", "X"],
    ["categorical", "period", "5000000000D", "<i8", [1], 0],
    ["estimator", "sklearn.externals", "os", [[]], [[]]],
    ["path", "PosixPath", "/etc/passwd"],
    ["datetime", "9999-12-31", "../../etc/passwd", 1],
    ["range", 0, 10**18, 1],
    ["int", 10**9],
    ["range", ["int", -1], 2, 3],
    ["named", ["class", "S", 1], ["__class__"], [1]],
    ["dict", [1], 2],
    ["object", "T", 1],
    ["class", "T", 1],
    ["import", "os", "system"],
    ["same", 5],
    ["float", "x"],
    ["decimal", "1e999999999"],
    ["fraction", 1, 0],
    ["deque", -5, []],
    ["slice"],
    {"a": 1},
    ["random", ["dict", ["p", ["bit_generator"]], ["p", ["os"]]]],
    ["scalar", "V8", "00"],
    [[]],
    ["timestamp", "ns", 2**70, "UTC"],
    ["rangeindex", 0, 10**12, 1, None],
    ["bytes", -1],
    [None],
    ["multiindex", [["index", None, None, "numpy", "<i8", [0], 0]], [["<i8", [1], 0]], [None]],
    ["complex", "nan", "x" * 10**6],
    ["list", "d", 0],
    ["frozenset", [["list", []]]],
    1e999,
]
turn = iter(range(10**9))
inner, name = learner.LearnerEnd.perform, learner.LearnerEnd._name


def trap():
    return Packed(traps[next(turn) % len(traps)], [bytes(8)])


def perform(self, what, *rest, **more):
    return trap() if what == "call" else inner(self, what, *rest, **more)


def _name(self, *asked):
    found = name(self, *asked)
    # A function stays what it is, so that the test calls it.
    return Results(["value", found[1], trap()]) if found[1] else found


learner.LearnerEnd.perform, learner.LearnerEnd._name = perform, _name
