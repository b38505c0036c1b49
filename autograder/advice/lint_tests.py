"""Read test cells and report what cannot work across processes, or proves nothing.

Each rule is one row of the table "What a test may do" in docs/grading.md. Rules look at the source
only, and report what they can recognise; try_tests runs the tests and finds the rest.
"""

import ast
import importlib.util
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import PurePosixPath

from nbgrader.preprocessors import ClearHiddenTests

from autograder.advice.findings import Finding
from autograder.advice.lint_names import (
    COMPARED,
    COMPREHENSIONS,
    MIRRORED,
    OPERATORS,
    Known,
    TestCell,
    bound,
    dotted,
    is_plain,
    names_in,
    read_first,
    root,
)
from autograder.bridge.codec import COMPARING as COMPARING_METHODS
from autograder.bridge.codec import FORMS
from autograder.examiner.budget import TRIPS
from autograder.examiner.static_analysis import parsed, patched
from autograder.records import TEST, SourceCell
from autograder.text import words

Found = Iterator[tuple[str, str]]
"""Finds breaches of a rule in a test cell: what each is, and what to write instead."""


def lint_notebook(
    name: str, cells: Sequence[SourceCell], files: frozenset[str], *, in_process: bool = False
) -> Iterator[Finding]:
    """The findings in a notebook's test cells, from its source cells with their kinds.

    `files` are those beside the notebook; `in_process` says that its tests run in the learner's
    process, where the rules about two processes do not hold.
    """
    known = Known.read(cells, files)
    for place, cell in enumerate(cells):
        tree = parsed(cell.source) if cell.kind == TEST else None
        if tree is None:
            continue
        test = TestCell(cell, tree, known, cells[place + 1 :])
        for rule, find in RULES.items():
            if in_process and rule not in IN_ONE_PROCESS:
                continue
            for what, write in dict.fromkeys(find(test, known)):
                yield Finding(name, cell.id, rule, what, write)


# Classes and objects of the learner's


def _subclass(test: TestCell, known: Known) -> Found:
    for node in test.nodes:
        for base in node.bases if isinstance(node, ast.ClassDef) else ():
            if root(base) in known.classes and root(base) in test.answers:
                yield (
                    f"derives a class from the learner's class `{ast.unparse(base)}`",
                    "write the class in a read-only cell before the test, or list the "
                    "assignment in c.Execute.in_process",
                )


def _operator(test: TestCell, known: Known) -> Found:
    for left, right, operator in _operations(test):
        for one, other, name in ((left, right, operator), (right, left, _mirrored(operator))):
            kind = known.kind_of(one, test.values)
            if not kind or not is_plain(other, test.values) or _defines(known, kind, name):
                continue
            yield (
                f"uses `{ast.unparse(one)}`, an object of the learner's class {kind}, with a "
                f"plain value by an operator that your {kind} does not define",
                f"compare fields, or write {_method(name)} in your own {kind}",
            )


def _operations(test: TestCell) -> Iterator[tuple[ast.expr, ast.expr, str]]:
    for node in test.nodes:
        if isinstance(node, ast.BinOp):
            yield node.left, node.right, OPERATORS[type(node.op)]
        elif isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            for left, operator, right in zip(sides, node.ops, sides[1:], strict=False):
                if type(operator) in OPERATORS:
                    yield left, right, OPERATORS[type(operator)]


def _mirrored(operator: str) -> str:
    return MIRRORED.get(operator, f"r{operator}")


def _method(operator: str) -> str:
    return f"__{operator}__"


HAVE_VALUES = {"NamedTuple", "TypedDict", "namedtuple", "IntEnum", *(k.__name__ for k in FORMS)}
"""Classes of whose objects, and those of derived classes, the examiner compares the value."""


def _defines(known: Known, kind: str, operator: str) -> bool:
    # Python answers != by __eq__ where there is no __ne__.
    also = ["__eq__"] if operator == "ne" else []
    return known.has(kind, _method(operator), *also) or bool(known.bases(kind) & HAVE_VALUES)


def _method_of_object(test: TestCell, known: Known) -> Found:
    for call in test.calls:
        if not isinstance(call.func, ast.Attribute) or call.func.attr not in COMPARING_METHODS:
            continue
        kind = known.kind_of(call.func.value, test.values)
        given = [*call.args, *(each.value for each in call.keywords)]
        plain = any(not known.kind_of(each, test.values) for each in given)
        has_value = bool(kind and known.bases(kind) & HAVE_VALUES)
        if kind and plain and not has_value and not known.has(kind, call.func.attr):
            yield (
                f"asks an object of the learner's class {kind} to compare itself by "
                f"`.{call.func.attr}(...)`, which your {kind} does not define",
                "convert it to a plain value, or compare fields",
            )


def _suppressed(test: TestCell, known: Known) -> Found:
    for node in test.nodes:
        for item in node.items if isinstance(node, ast.With) else ():
            call = item.context_expr
            if root(call) in test.answers and "AssertionError" in names_in(call):
                yield (
                    f"expects the learner's `{root(call)}` to end an AssertionError",
                    "raise another exception inside it: a failed assertion always fails the test",
                )


def _compared(test: TestCell, known: Known) -> Found:
    for left, right, node in test.comparisons():
        kinds = [known.kind_of(each, test.values) for each in (left, right)]
        if isinstance(node, ast.Compare) and all(kinds):
            yield (
                f"compares two of the learner's objects (`{_short(node)}`), so that the learner's "
                f"class {kinds[0]} decides",
                "compare fields: assert a.x == 4 and a.y == 6",
            )


def _score(test: TestCell, known: Known) -> Found:
    for call in test.calls:
        if isinstance(call.func, ast.Attribute) and call.func.attr == "score":
            kind = known.kind_of(call.func.value, test.values)
            if kind:
                yield (
                    f"lets a model of the learner's class {kind} compute its own score",
                    "compute it from predictions: accuracy_score(y, model.predict(X))",
                )


def _member_of_enum(test: TestCell, known: Known) -> Found:
    for call in test.calls:
        if dotted(call.func) != "isinstance" or len(call.args) != 2:
            continue
        value, kinds = call.args
        asked = {ast.unparse(each).rpartition(".")[2] for each in _elements(kinds)}
        kind = known.kind_of(value, test.values)
        if isinstance(value, ast.Attribute | ast.Subscript) and root(value) in known.classes:
            kind = root(value)
        bases = known.bases(kind) if kind else set()
        if wrong := asked & bases & {"Enum", "IntEnum", "Flag", "StrEnum"}:
            yield (
                f"`{_short(call)}` is False for a member of a learner's enumeration, which is no "
                f"{min(wrong)} in the test",
                "test what it does: its names and values",
            )


def _elements(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.Tuple) else [node]


def _foreign(test: TestCell, known: Known) -> Found:
    for node in test.nodes:
        if isinstance(node, ast.BinOp):
            sides = [node.left, node.right]
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], COMPARED):
            sides = [node.left, *node.comparators]
        else:
            continue
        for side in sides:
            name = side.id if isinstance(side, ast.Name) else ""
            if name in test.answers and (module := known.is_foreign(name)):
                yield (
                    f"uses an operator with `{name}`, an object of {module}, of which only methods "
                    "work in a test",
                    f"convert it first: float({name}), str({name}) or {name}.tolist()",
                )


# Tests that prove nothing


def _expected_after_call(test: TestCell, known: Known) -> Found:
    touched: dict[str, tuple[int, int]] = {}
    for call in sorted(test.calls, key=_start):
        if root(call.func) in test.answers:
            for each in call.args:
                if isinstance(each, ast.Name) and _may_change(test, each.id):
                    touched.setdefault(each.id, _start(call))
    for left, right, node in test.comparisons():
        for observed, expected in ((left, right), (right, left)):
            if not test.observed(observed) or test.calls_answer(expected):
                continue
            for name in sorted(names_in(expected)):
                for place in _computed_at(test, name, expected, touched):
                    if name in names_in(observed) and not test.calls_answer(observed):
                        continue
                    if touched[place[0]] < place[1]:
                        yield (
                            f"computes the expected value in `{_short(node)}` from `{place[0]}` "
                            "after the learner's code may have changed it",
                            f"compute it before the call, or hand over a copy of {place[0]}",
                        )


def _computed_at(
    test: TestCell, name: str, expected: ast.expr, touched: dict[str, tuple[int, int]]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """The inputs of the learner's code by which an expected name is computed, and where."""
    if name in touched:
        yield name, _start(expected)
    for value in test.values.get(name, ()):
        if not test.uses(value):
            for each in sorted(names_in(value) & set(touched)):
                yield each, _start(value)


def _start(node: ast.expr) -> tuple[int, int]:
    return node.lineno, node.col_offset


IMMUTABLE = words(
    "int float str bool complex bytes tuple frozenset range len sum min max round abs "
    "Decimal Fraction date datetime timedelta Timestamp"
)


def _may_change(test: TestCell, name: str) -> bool:
    """Whether a name of the test's holds something that can be changed in place."""
    if name not in test.bound or name in test.imports:
        return False
    values = test.values.get(name)
    if values is None:
        return any(name in names_stored(loop.target) and _holds_mutables(loop.iter)
                   for loop in test.nodes if isinstance(loop, ast.For))  # fmt: skip
    return any(map(_is_mutable, values))


def _is_mutable(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return dotted(node.func).rpartition(".")[2] not in IMMUTABLE
    return isinstance(node, (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.SetComp, ast.DictComp))


def _holds_mutables(node: ast.expr) -> bool:
    inside = [each for each in ast.walk(node) if each is not node]
    return isinstance(node, ast.List | ast.Tuple) and any(
        isinstance(each, ast.expr) and _is_mutable(each) for each in inside
    )


def names_stored(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def _setup_data(test: TestCell, known: Known) -> Found:
    names = known.computed - test.bound
    for left, right, node in test.comparisons():
        for observed, expected in ((left, right), (right, left)):
            if test.observed(observed) and not test.observed(expected):
                values = [each for name in names_in(expected) for each in test.values.get(name, ())]
                for name in sorted(names_in(expected, *values) & names):
                    yield (
                        f"expects a value computed from `{name}` of a setup cell, which the "
                        f"learner's code can replace (`{_short(node)}`)",
                        f"load or compute {name} again in the test",
                    )


def _solution_import(test: TestCell, known: Known) -> Found:
    shared = known.only_solution & set(known.instructor.shared)
    # Alone, an imported name is what the learner was asked to import.
    beside_answers = names_in(
        *(node for node in test.nodes if isinstance(node, ast.expr) and test.observed(node))
    )
    for name in sorted((beside_answers & shared) - set(test.imports) - test.bound):
        module, imported = known.instructor.shared[name]
        write = f"from {module} import {imported}" if imported else f"import {module}"
        yield (
            f"uses `{name}`, which only a solution cell imports and the learner can replace",
            f"import it in the test: {write}",
        )


def _points(test: TestCell, known: Known) -> Found:
    last = test.tree.body[-1] if test.tree.body else None
    if not isinstance(last, ast.Expr):
        return
    name = root(last.value)
    if name in test.answers:
        function = known.functions.get(name)
        if isinstance(last.value, ast.Call) and function is not None and not _returns(function):
            return
        yield (
            f"ends with `{_short(last)}`, a value of the learner's: it is never counted as points",
            "compute the points in the test, and end with that number",
        )
    elif isinstance(last.value, ast.Name) and len(test.values.get(name, ())) == 1:
        value = test.values[name][0]
        if isinstance(value, ast.Call) and root(value.func) in test.answers:
            yield (
                f"takes its points from the learner's code (`{name} = {_short(value)}`)",
                "compute the points in the test from what the learner's code returns",
            )


def _returns(function: ast.FunctionDef) -> bool:
    return any(
        isinstance(each, ast.Return) and each.value is not None for each in ast.walk(function)
    )


def _shared_expected(test: TestCell, known: Known) -> Found:
    # A name that a function assigns globally is set for that function to read.
    shared = test.bound & known.instructor.written - set(test.imports) - known.instructor.changed
    for left, right, _node in test.comparisons():
        for observed, expected in ((left, right), (right, left)):
            if not test.observed(observed):
                continue
            for name in sorted(names_in(expected) & shared - test.answers):
                values = test.values.get(name, ())
                if values and not any(map(test.observed, values)):
                    yield (
                        f"keeps the expected value in `{name}`, a name of another cell, where the "
                        "learner's code can read it",
                        f"give it a name of its own: {name}_in_{test.name.replace('-', '_')}",
                    )


def _left_behind(test: TestCell, known: Known) -> Found:
    waiting, used = _changed(test, known), set()
    for cell in test.later:
        if (tree := parsed(cell.source)) is not None:
            # A cell that binds the name again first does not meet what the test has left.
            used |= waiting & set(read_first(tree))
            waiting -= used | bound(tree)
    for name in sorted(used):
        yield (
            f"changes `{name}` of the learner's, which later cells use",
            f"work on a copy, or put {name} back in a finally",
        )
    if any(parsed(cell.source) for cell in test.later):
        for place in _patched_for_good(test, known):
            yield (
                f"puts something in the place of `{place}` and does not put it back",
                "use `with patch(...)`, or put it back in a finally",
            )


CHANGES = words("append extend insert remove pop clear sort reverse update add discard")


def _changed(test: TestCell, known: Known) -> set[str]:
    """The learner's plain values that a test rebinds or changes in place, and leaves so."""
    found: set[str] = set()
    for node in test.level:
        if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
            found.add(root(node))
        elif isinstance(node, ast.Call) and dotted(node.func).count(".") == 1:
            owner, _, method = dotted(node.func).partition(".")
            if method in CHANGES:
                found.add(owner)
    rebound = (test.bound & known.answers) - set(test.imports)
    restored = {name for name in rebound if _is_restored(test, name)}
    kinds = set(known.functions) | set(known.classes)
    return (found & test.answers - kinds) | (rebound - restored)


def _is_restored(test: TestCell, name: str) -> bool:
    """Whether the last value that a test gives to a name is one that it has kept of it."""
    values = test.values.get(name, [])
    last = values[-1] if values else None
    kept = test.values.get(last.id, []) if isinstance(last, ast.Name) else []
    return any(isinstance(each, ast.expr) and name in names_in(each) for each in kept)


def _patched_for_good(test: TestCell, known: Known) -> Iterator[str]:
    aliases = {**known.imports, **test.imports}
    stores = [
        node
        for node in test.nodes
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and root(node) in aliases
        and root(node) not in test.answers
    ]
    places = [ast.unparse(node) for node in stores]
    yield from (place for place in dict.fromkeys(places) if places.count(place) == 1)
    if ".start()" in test.source and ".stop()" not in test.source and "stopall" not in test.source:
        for owner, name in patched(test.tree):
            yield f"{owner}.{name}"


# Tests that behave differently across processes


READERS = words(
    "pickle.load pickle.loads joblib.load dill.load dill.loads cloudpickle.load "
    "cloudpickle.loads pd.read_pickle pandas.read_pickle torch.load"
)
DOCTESTS = frozenset(
    {
        "doctest.testmod",
        "doctest.testfile",
        "doctest.run_docstring_examples",
        "doctest.DocTestRunner",
    }
)


def _runs_answer(test: TestCell, known: Known) -> Found:
    unsafe = "its points can then be earned by what that code does; call a function instead"
    for call in test.calls:
        name, last = dotted(call.func), dotted(call.func).rpartition(".")[2]
        full = _full_name(test, known, name)
        given = [*call.args, *(each.value for each in call.keywords)]
        if full in READERS or name in READERS or full in DOCTESTS or name in DOCTESTS:
            yield f"runs code of the learner's in the test by `{name}`", unsafe
        elif last == "load" and any(
            each.arg == "allow_pickle" and getattr(each.value, "value", False)
            for each in call.keywords
        ):
            yield (
                "unpickles what the learner wrote by `allow_pickle=True`",
                ("leave allow_pickle out, and have plain numbers written"),
            )
        elif name in ("eval", "exec") and (test.observed(*given) or _reads_file(*given)):
            yield f"runs code of the learner's in the test by `{name}`", unsafe
        elif isinstance(call.func, ast.Attribute) and call.func.attr in ("query", "eval"):
            if test.observed(*given):
                yield f"runs an expression of the learner's by `.{call.func.attr}(...)`", unsafe
        elif getattr(call.func, "attr", "") == "run_line_magic" and _magic(call) == "run":
            yield "runs a file of the learner's in the test by `%run`", unsafe


def _magic(call: ast.Call) -> str:
    """The magic that IPython makes a call for."""
    return str(getattr(call.args[0], "value", "")) if call.args else ""


def _full_name(test: TestCell, known: Known, name: str) -> str:
    first, _, rest = name.partition(".")
    module, imported = {**known.imports, **test.imports}.get(first, ("", ""))
    return ".".join(filter(None, (module, imported, rest))) if module else name


def _reads_file(*nodes: ast.AST) -> bool:
    called = {
        dotted(each.func) or getattr(each.func, "attr", "")
        for node in nodes
        for each in ast.walk(node)
        if isinstance(each, ast.Call)
    }
    return bool(called & {"open", "read", "read_text"})


def _patch(test: TestCell, known: Known) -> Found:
    for call in test.calls:
        name = dotted(call.func)
        if name.endswith(("patch.dict", "patch.multiple")):
            yield (
                f"`{name}` does not reach the learner's code",
                'patch single names: patch("module.name") or patch.object(module, "name")',
            )
    for owner, name in patched(test.tree):
        if name == "open" and owner in ("builtins", "__main__", "io"):
            yield "`open` cannot be patched in a notebook", "let the function take an open file"
        elif _is_class(owner, test, known):
            yield (
                f"a patched method of the class `{owner}` does not reach the learner's code",
                "patch a function of a module",
            )


def _is_class(owner: str, test: TestCell, known: Known) -> bool:
    """Whether the owner of a patched name is a class of a library, judged by its spelling."""
    first, *rest = owner.split(".")
    last = owner.rpartition(".")[2]
    imported = {**known.imports, **test.imports}.get(first)
    named = last[:1].isupper() and last[1:2].islower() and last not in known.classes
    return named and (bool(rest) or imported is not None) and first != "__main__"


def _sys_modules(test: TestCell, known: Known) -> Found:
    if any(_full_name(test, known, dotted(node)) == "sys.modules" for node in test.nodes
           if isinstance(node, ast.Attribute | ast.Name)):  # fmt: skip
        yield (
            "`sys.modules` tells of the test's own process",
            'ask for the name that the learner imports: "alt" in dir()',
        )


LOGGED = frozenset({"assertLogs", "assertNoLogs"})


def _logs(test: TestCell, known: Known) -> Found:
    for node in test.nodes:
        if not isinstance(node, ast.With) or not test.uses(*node.body):
            continue
        for item in node.items:
            call = item.context_expr
            if isinstance(call, ast.Call) and (last := _last_name(call.func)) in LOGGED:
                yield (
                    f"`{last}` around the learner's code sees none of its logs",
                    "let the function return what is to be tested",
                )


def _last_name(function: ast.expr) -> str:
    return dotted(function).rpartition(".")[2] or getattr(function, "attr", "")


HISTORY_MAGICS = frozenset({"history", "hist", "recall", "rep", "rerun"})


def reads_history(tree: ast.AST) -> Found:
    """The magics of a test by which it reads or runs earlier cells: there is no history of them."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or getattr(call.func, "attr", "") != "run_line_magic":
            continue
        if (magic := _magic(call)) in HISTORY_MAGICS:
            yield (
                f"`%{magic}` finds no history of the learner's cells",
                "ask for a name that the learner binds",
            )


HISTORY = re.compile(r"In|Out|_+|_i+|_i?\d+|_dh|_ih|_oh")
PROCESS = words("os.environ os.getenv os.putenv os.getcwd os.chdir os.getcwdb")


def _process_state(test: TestCell, known: Known) -> Found:
    yield from reads_history(test.tree)
    for node in test.nodes:
        if isinstance(node, ast.Attribute | ast.Name):
            name = _full_name(test, known, dotted(node))
            if name in PROCESS or name == "pathlib.Path.cwd":
                yield (
                    f"`{ast.unparse(node)}` is that of the test's own process",
                    "let the learner's code return or bind what is to be tested",
                )
    for name in sorted(names_in(test.tree) - test.bound - _inner_names(test) - known.answers):
        if HISTORY.fullmatch(name):
            yield (
                f"`{name}` is the history of the test's own process",
                "ask for a name that the learner binds",
            )


def _inner_names(test: TestCell) -> set[str]:
    """The names that functions, comprehensions and the like of a test bind."""
    stored = {
        each.id
        for each in test.nodes
        if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load)
    }
    return stored | {each.arg for each in test.nodes if isinstance(each, ast.arg)}


DRAWS = words(
    "rand randn randint random random_sample choice choices normal uniform shuffle "
    "permutation sample gauss randrange binomial poisson exponential standard_normal "
    "integers"
)


def _random(test: TestCell, known: Known) -> Found:
    if not known.seeds or not test.uses(test.tree):
        return
    seeded = {"numpy.random": False, "random": False}
    for call in sorted(test.calls, key=_start):
        module, _, name = _full_name(test, known, dotted(call.func)).rpartition(".")
        if module in seeded and name == "seed":
            seeded[module] = True
        elif module in seeded and name in DRAWS and not seeded[module]:
            yield (
                f"draws by `{dotted(call.func)}` numbers that do not go on where the learner's "
                "stopped",
                f"seed in the test: {dotted(call.func).rpartition('.')[0]}.seed(...)",
            )


HIDDEN_FROM = ClearHiddenTests.begin_test_delimeter.default_value


def _hidden_function(test: TestCell, known: Known) -> Found:
    """Functions and classes of a test with hidden lines that a later cell uses between tests."""
    if HIDDEN_FROM not in test.source:
        return
    defined = {each.name for each in test.level if isinstance(each, ast.FunctionDef | ast.ClassDef)}
    for cell in test.later:
        tree = parsed(cell.source) if cell.kind != TEST else None
        for name in sorted(defined & set(read_first(tree))) if tree else ():
            yield (
                f"defines `{name}` and has hidden lines; a later cell that is no test uses it, and "
                "gets a PermissionError",
                f"define {name} in a cell without hidden lines",
            )


def _shares_memory(test: TestCell, known: Known) -> Found:
    for call in test.calls:
        name = dotted(call.func)
        shares = name.rpartition(".")[2] in ("shares_memory", "may_share_memory")
        if shares and all(map(test.observed, call.args)):
            yield (
                f"`{name}` is False for two arrays of the learner's, which are copies in the test",
                "change one array by the learner's code, and look at the other",
            )


NAMESPACES = re.compile(r"(globals|locals|vars)\(\)|(get_ipython\(\)|ip|shell)\.user_ns")


def _built_name(test: TestCell, known: Known) -> Found:
    for node in test.nodes:
        where, name = "", None
        if isinstance(node, ast.Subscript):
            where, name = ast.unparse(node.value), node.slice
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            where, name = ast.unparse(node.comparators[0]), node.left
            where = "globals()" if where == "dir()" else where
        elif isinstance(node, ast.Call) and node.args:
            function = ast.unparse(node.func)
            if function == "eval":
                where, name = "globals()", node.args[0]
            elif function.endswith(".get"):
                where, name = function.removesuffix(".get"), node.args[0]
        if name is not None and NAMESPACES.fullmatch(where) and _is_built(name, test):
            yield (
                f"looks for a name that it builds while it runs (`{_short(name)}`), which is not "
                "found",
                "write the names out, in a list of texts say",
            )


WHOLE_WORD = re.compile(r"[^\W\d]\w*[\s(.\[]")


def _is_built(node: ast.AST, test: TestCell) -> bool:
    """Whether a text is put together of pieces, so that its words are not in the source."""
    if isinstance(node, ast.Name):
        return any(_is_built(each, test) for each in test.values.get(node.id, ()))
    if isinstance(node, ast.JoinedStr):
        # f"f({x})" has the name of the function as a whole word.
        texts = [each.value for each in node.values if isinstance(each, ast.Constant)]
        start = str(texts[0]) if texts and isinstance(node.values[0], ast.Constant) else ""
        return WHOLE_WORD.match(start) is None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
        texts = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant)]
        is_text = any(isinstance(text, str) for text in texts)
        return is_text and not WHOLE_WORD.match(str(texts[0]))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr in ("format", "join")
    return False


def _star(test: TestCell, known: Known) -> Found:
    for node in test.nodes:
        if not isinstance(node, ast.ImportFrom) or not (module := node.module):
            continue
        if node.names[0].name == "*" and not _is_there(module, known):
            yield (
                f"imports all names of the learner's module `{module}`",
                f"import them one by one: from {module} import name",
            )


def _is_there(module: str, known: Known) -> bool:
    """Whether a module is installed, or one of the assignment's files."""
    top = module.partition(".")[0]
    if f"{top}.py" in known.files or any(name.startswith(f"{top}/") for name in known.files):
        return True
    with suppress(ImportError, ValueError):
        return importlib.util.find_spec(top) is not None
    return False


READING = words("open Path exists isfile load read_pickle getsize")
CODE = (".py", ".pkl", ".pickle", ".joblib", ".ipynb")


def _not_data(test: TestCell, known: Known) -> Found:
    for call in test.calls:
        for each in call.args[:1]:
            text = each.value if isinstance(each, ast.Constant) else None
            if not isinstance(text, str) or not re.fullmatch(r"[\w./ -]+", text):
                continue
            is_code = PurePosixPath(text).suffix.lower() in CODE and text not in known.files
            if is_code and dotted(call.func).rpartition(".")[2] in READING:
                yield (
                    f"reads `{text}`, and only data files of the learner's reach the test",
                    "have data written (.csv, .json, .npy), or call the learner's function",
                )


def _temporary(test: TestCell, known: Known) -> Found:
    for node in test.nodes:
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and re.match(r"/tmp/\w", text):
            yield (
                f"uses `{text}`, which is another file for the learner's code",
                "write beside the notebook, or use tempfile",
            )


def _many_calls(test: TestCell, known: Known) -> Found:
    for node in test.nodes:
        if not isinstance(node, ast.Call) or root(node.func) not in test.answers:
            continue
        times = _times(node, test)
        # Each call asks for the name and for the result.
        if times > TRIPS:
            yield (
                f"calls `{_short(node)}` {times:,} times, and a cell may ask the learner's code "
                f"{TRIPS:,} times for names, calls and items",
                "call it a few hundred times, or once with an array",
            )


def _times(node: ast.AST, test: TestCell) -> int:
    """How often a piece of a test runs in loops over literal ranges; others count once."""
    times = 1
    while (parent := test.parents.get(node)) is not None:
        if isinstance(parent, ast.For) and node is not parent.iter:
            times *= _length(parent.iter, test) or 1
        elif isinstance(parent, COMPREHENSIONS) and not isinstance(node, ast.comprehension):
            for loop in parent.generators:
                times *= _length(loop.iter, test) or 1
        node = parent
    return times


def _length(node: ast.expr, test: TestCell) -> int | None:
    """The length of `range(...)` of literals, or of names for them."""
    if not isinstance(node, ast.Call) or dotted(node.func) != "range":
        return None
    numbers = []
    for each in node.args:
        if isinstance(each, ast.Name) and len(test.values.get(each.id, ())) == 1:
            each = test.values[each.id][0]
        try:
            numbers.append(_integer(each))
        except ValueError:
            return None
    with suppress(TypeError, ValueError):
        return len(range(*numbers))
    return None


def _integer(node: ast.expr) -> int:
    """The value of an integer literal or a product or power of some. Raises ValueError."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        if node.value == int(node.value):
            return int(node.value)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_integer(node.operand)
    elif isinstance(node, ast.BinOp):
        left, right = _integer(node.left), _integer(node.right)
        if isinstance(node.op, ast.Mult):
            return left * right
        if isinstance(node.op, ast.Pow) and abs(left) <= 100 and 0 <= right <= 9:
            return int(left**right)
    elif isinstance(node, ast.Call) and dotted(node.func) == "int" and len(node.args) == 1:
        return _integer(node.args[0])
    raise ValueError


CLOCKS = words(
    "time.time time.perf_counter time.monotonic time.process_time time.time_ns timeit.timeit "
    "time.perf_counter_ns timeit.default_timer timeit.repeat"
)


def _time(test: TestCell, known: Known) -> Found:
    for call in test.calls:
        name = _full_name(test, known, dotted(call.func))
        magic = _magic(call)
        is_magic = getattr(call.func, "attr", "") in ("run_line_magic", "run_cell_magic")
        if (name in CLOCKS and test.calls_answer(test.tree)) or (
            is_magic and magic in ("timeit", "time")
        ):
            yield (
                f"measures time by `{dotted(call.func) if name in CLOCKS else f'%{magic}'}`, which "
                "includes the way between two processes for each call",
                "count steps instead, or compare with a generous bound for one large input",
            )


def _short(node: ast.AST) -> str:
    shown = " ".join(ast.unparse(node).split())
    return shown if len(shown) <= 60 else f"{shown[:57]}..."


RULES: dict[str, Callable[[TestCell, Known], Found]] = {
    "subclass-of-answer": _subclass,
    "operator-of-object": _operator,
    "method-of-object": _method_of_object,
    "assertion-suppressed": _suppressed,
    "objects-compared": _compared,
    "own-score": _score,
    "member-of-enum": _member_of_enum,
    "foreign-operator": _foreign,
    "expected-after-call": _expected_after_call,
    "expected-from-setup": _setup_data,
    "import-of-solution": _solution_import,
    "points-of-answer": _points,
    "expected-is-shared": _shared_expected,
    "state-left-behind": _left_behind,
    "hidden-function": _hidden_function,
    "runs-answer": _runs_answer,
    "patch-unseen": _patch,
    "sys-modules": _sys_modules,
    "logs-unseen": _logs,
    "process-state": _process_state,
    "random-continued": _random,
    "shared-memory": _shares_memory,
    "built-name": _built_name,
    "star-import": _star,
    "file-not-data": _not_data,
    "temporary-file": _temporary,
    "many-calls": _many_calls,
    "time-measured": _time,
}

IN_ONE_PROCESS = words(
    "objects-compared own-score expected-after-call expected-from-setup import-of-solution "
    "expected-is-shared state-left-behind runs-answer"
)
"""Rules that hold wherever a test runs."""
