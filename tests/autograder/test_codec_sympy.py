"""Expressions of sympy cross by value, and nothing that a message says of one is evaluated."""

import json
from typing import Any

import pytest

from autograder.bridge.codec import Packed, Packer, Refused, Unpacker, refuse
from tests.autograder.boxes import errors, text
from tests.autograder.test_examiner import setup, solution

sp = pytest.importorskip("sympy")
x, y = sp.symbols("x y")
n = sp.Symbol("n", integer=True, positive=True)

CROSSING = [
    *(3 * x**2, sp.sin(x) * sp.exp(-y) / 2, sp.sqrt(2), -x, 1 / x, sp.expand((x + y) ** 9), n * 2),
    *(sp.Integer(10) ** 300, sp.Rational(3, 7), sp.Float("1.5", 30) * x, sp.Float(-0.1)),
    *(sp.pi * sp.I, sp.oo, -sp.oo, sp.zoo, sp.nan, sp.E, sp.true, sp.false, sp.EmptySet),
    *(sp.Abs(x), sp.Max(x, y), sp.log(x), sp.factorial(n), sp.binomial(n, 2), sp.tan(x) ** 2),
    *(x < 3, sp.Eq(x, y), sp.And(x < 3, y >= 2), sp.Tuple(x, 2), sp.FiniteSet(1, x)),
    *(sp.Interval.open(0, sp.oo), sp.Union(sp.Interval(0, 1), sp.FiniteSet(5))),
    *(sp.Integral(sp.sin(x), (x, 0, sp.pi)), sp.Derivative(sp.sin(x * y), x, 2)),
    sp.Sum(1 / n**2, (n, 1, sp.oo)),
]

STAYING = [
    sp.Symbol("__import__('os').system('true')"),
    sp.Symbol("lambda") + 1,
    sp.Symbol("__builtins__"),
    sp.Function("f")(x),
    sp.Matrix([[1, x]]),
    sp.Piecewise((x, x > 0), (0, True)),
    sp.Add(*[sp.Symbol(f"x{i}") for i in range(10_001)]),
    sp.Dummy("x"),
]


def crossed(value: Any) -> Any:
    packed = Packer(lambda _: ["object", "S", 1]).packed(value)
    return Unpacker(Packed(json.loads(json.dumps(packed.tree)), packed.parts), refuse).unpacked()


@pytest.mark.parametrize("value", CROSSING, ids=str)
def test_an_expression_crosses_as_it_is(value):
    found = crossed(value)
    assert type(found) is type(value) and sp.srepr(found) == sp.srepr(value)
    assert found == value and hash(found) == hash(value)


@pytest.mark.parametrize("value", STAYING, ids=lambda value: str(value)[:40])
def test_an_expression_that_cannot_be_made_again_stays_where_it_is(value):
    with pytest.raises(Refused, match="a reference"):
        crossed(value)


X = ["Symbol", "x", {}]
DEEP: list[Any] = X
for _ in range(150):
    DEEP = ["sin", DEEP]


@pytest.mark.parametrize(
    "tree",
    [
        ["Symbol", "__import__('os').system('true')", {}],
        ["Symbol", "__import__", {}],
        ["Symbol", "x y", {}],
        ["Symbol", 5, {}],
        ["Symbol", "x", {"name": True}],
        ["Symbol", "x", {"real": "True"}],
        ["Symbol", "x", {"even": True, "odd": True}],
        ["Symbol", "x"],
        ["Lambda", X, X],
        ["sympify", "x"],
        ["parse_expr", "x"],
        ["__class__", X],
        ["Add", "x", X],
        ["Add", X, 5],
        ["Add", ["object", "S", 1]],
        ["sin", X, X, X],
        ["Mul", X, ["constant", "S"]],
        ["constant", "Add"],
        ["constant", ["pi"]],
        ["Rational", 1, 0, 0],
        ["Rational", "1", 2],
        ["Rational", True, 2],
        ["Rational", 2**50_000, 3],
        ["Float", 3, 10**9, 53],
        ["Float", 3, -1, 10**9],
        ["Float", 3.5, -1, 53],
        ["Max", ["Rational", 1, 1]],
        ["Tuple", *[X] * 10_001],
        DEEP,
        [],
    ],
    ids=lambda tree: " ".join(map(str, tree[:1])) or "nothing",
)
def test_what_is_no_expression_is_refused(tree):
    with pytest.raises(Refused):
        Unpacker(Packed(["expression", *tree], []), refuse).unpacked()


ANSWER = """
import sympy as sp
x = sp.Symbol("x")
ex = 3 * x**2
def slope(expression, by):
    return sp.diff(expression, by)
roots = sp.solve(x**2 - 4, x)
"""

TEST = """
import sympy as sp
assert ex == 3 * x**2 and sp.simplify(ex - 3 * x**2) == 0 and ex.subs(x, 2) == 12
assert slope(x**3, x) == ex and slope(sp.sin(2 * x), x).equals(2 * sp.cos(2 * x))
assert isinstance(ex, sp.Expr) and set(roots) == {-2, 2} and ex.free_symbols == {x}
assert sp.lambdify(x, ex)(3) == 27 and x == sp.Symbol("x")
"""


def test_a_test_compares_expressions_as_in_one_process(pair):
    boxes = pair(setup("import sympy as sp"), solution(ANSWER))
    boxes.cell(ANSWER)
    assert errors(boxes.test(TEST)) == []
    boxes.cell("ex = 3 * x**3")
    assert errors(boxes.test("assert ex == 3 * x**2")) == ["AssertionError: "]


@pytest.mark.parametrize(
    "test",
    [
        "assert ex == 3 * x**2",
        "assert sp.simplify(ex - 3 * x**2) == 0",
        "assert sp.lambdify(x, ex)(2) == 12",
    ],
)
def test_an_expression_of_a_learners_own_class_decides_nothing(pair, test):
    boxes = pair(setup("import sympy as sp"), solution(ANSWER))
    boxes.cell(
        "import sympy as sp\nx = sp.Symbol('x')\nclass Own(sp.Symbol):\n"
        "    def lie(self, *told):\n        print(*('seen' for each in told))\n"
        "        return sp.S.Zero\n"
        "    __eq__ = __sub__ = __rsub__ = _sympy_ = __mul__ = lie\n"
        "    __hash__ = sp.Symbol.__hash__\n"
        "ex = Own(\"__import__('builtins').print('seen')\")"
    )
    told = boxes.test("import sympy as sp\n" + test)
    assert told["status"] == "error" and "seen" not in text(told)
