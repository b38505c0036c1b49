"""Expressions of sympy: symbols, numbers, and listed classes of nodes with their arguments.

A node is made by its own class, without evaluation, of nodes that were made before. No text is
parsed, and the name of a symbol is a plain identifier: sympy's `lambdify` writes it into a program.
Nothing here imports the library before a value of it crosses.
"""

import importlib
import keyword
import sys
from typing import Any

from autograder.bridge.codec.base import Codec, Contents, Packer, Unpacker
from autograder.bridge.codec.packed import Refused
from autograder.text import words

CONSTANTS = words(
    "pi E I oo nan zoo GoldenRatio EulerGamma Catalan TribonacciConstant true false EmptySet"
)
"""Names of single objects."""

NODES = words(
    "Add Mul Pow Abs Derivative Integral Sum Product Max Min sign floor ceiling factorial binomial "
    "exp log sin cos tan cot sec csc asin acos atan acot asec acsc atan2 sinh cosh tanh coth asinh "
    "acosh atanh acoth gamma erf re im conjugate arg Equality StrictLessThan LessThan "
    "StrictGreaterThan GreaterThan And Or Not Tuple FiniteSet Interval Union Heaviside DiracDelta"
)
"""Names of classes that do no more than keep their arguments when they do not evaluate."""

UNEVALUATED = NODES - words("Tuple Interval Derivative Integral Sum Product")
"""Those that would compute without the argument `evaluate`."""

ASSUMPTIONS = words(
    "algebraic antihermitian commutative complex composite even extended_negative "
    "extended_nonnegative extended_nonpositive extended_nonzero extended_positive extended_real "
    "finite hermitian imaginary infinite integer irrational negative noninteger nonnegative "
    "nonpositive nonzero odd positive prime rational real transcendental zero"
)
"""What may be assumed of a symbol."""

MOST_NODES, DEEPEST_NODE = 10_000, 100
MOST_PRECISION = 10_000
MOST_BITS = 40_000
"""Nodes of an expression and how deep they are; bits of a float, and of a whole number."""


def _is_expression(value: object) -> bool:
    kind = type(value)
    return str(kind.__module__).startswith("sympy.") and isinstance(
        value, vars(sys.modules["sympy"])["Basic"]
    )


class _Count:
    """Counts the nodes of one expression, and how deep they are."""

    def __init__(self) -> None:
        self.nodes = 0

    def node(self, depth: int) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES or depth > DEEPEST_NODE:
            raise Refused("an expression that is too large")


def _pack_expression(packer: Packer, value: Any) -> Contents | None:
    sympy, count = sys.modules["sympy"], _Count()
    tree = _tree(value, sympy, count, 0)
    packer.count(count.nodes)
    # What the other side would refuse, such as an odd name, stays here.
    return tree if _node(tree, sympy, _Count(), 0) == value else None


def _tree(node: Any, sympy: Any, count: _Count, depth: int) -> Contents:
    """The class and contents of a node. Raises Refused if it is none of those listed."""
    count.node(depth)
    kind = type(node)
    if kind is sympy.Symbol:
        return ["Symbol", node.name, dict(node._assumptions_orig)]
    if isinstance(node, sympy.Float):
        sign, mantissa, exponent, _ = node._mpf_
        return ["Float", -int(mantissa) if sign else int(mantissa), int(exponent), node._prec]
    if isinstance(node, sympy.Rational):
        return ["Rational", int(node.p), int(node.q)]
    for name in CONSTANTS:
        if node is getattr(sympy, name, None):
            return ["constant", name]
    if node is sympy.S.NegativeInfinity:
        return ["Mul", ["Rational", -1, 1], ["constant", "oo"]]
    if kind.__name__ not in NODES or getattr(sympy, kind.__name__, None) is not kind:
        raise Refused("a node that does not cross")
    return [kind.__name__, *(_tree(each, sympy, count, depth + 1) for each in node.args)]


def _unpack_expression(unpacker: Unpacker, *tree: Any) -> Any:
    count = _Count()
    made = _node([*tree], importlib.import_module("sympy"), count, 0)
    unpacker.count(count.nodes)
    return made


def _node(tree: Any, sympy: Any, count: _Count, depth: int) -> Any:
    count.node(depth)
    name, *contents = tree
    if name == "Symbol":
        return _symbol(sympy, *contents)
    if name == "Float":
        return _float(sympy, *_whole_numbers(contents, 3))
    if name == "Rational":
        return sympy.Rational(*_whole_numbers(contents, 2))
    if name == "constant":
        if contents[0] not in CONSTANTS:
            raise Refused("no constant")
        return getattr(sympy, contents[0])
    if name not in NODES:
        raise Refused("no class of nodes")
    if name == "Mul" and contents == [["Rational", -1, 1], ["constant", "oo"]]:
        return -sympy.oo
    kind = getattr(sympy, name)
    args = [_node(each, sympy, count, depth + 1) for each in contents]
    made = kind(*args, evaluate=False) if name in UNEVALUATED else kind(*args)
    if type(made) is not kind:
        raise Refused("a node of another class")
    return made


def _symbol(sympy: Any, name: Any, assumptions: Any) -> Any:
    if type(name) is not str or not name.isidentifier() or keyword.iskeyword(name):
        raise Refused("no name of a symbol")
    if len(name) > 100 or name.startswith("__"):
        raise Refused("no name of a symbol")
    if type(assumptions) is not dict or not assumptions.keys() <= ASSUMPTIONS:
        raise Refused("no assumptions")
    if not all(type(each) is bool for each in assumptions.values()):
        raise Refused("no assumptions")
    return sympy.Symbol(name, **assumptions)


def _float(sympy: Any, mantissa: int, exponent: int, precision: int) -> Any:
    if not 0 < precision <= MOST_PRECISION or abs(exponent) > MOST_BITS:
        raise Refused("no float")
    from mpmath.libmp import from_man_exp

    return sympy.Float._new(from_man_exp(mantissa, exponent, precision), precision)


def _whole_numbers(values: Contents, how_many: int) -> list[int]:
    if len(values) != how_many or not all(type(each) is int for each in values):
        raise Refused("no numbers")
    if any(each.bit_length() > MOST_BITS for each in values):
        raise Refused("a huge number")
    return values


CODECS = [
    Codec(
        "expression",
        matches=lambda value: "sympy" in sys.modules and _is_expression(value),
        pack=_pack_expression,
        unpack=_unpack_expression,
    )
]
