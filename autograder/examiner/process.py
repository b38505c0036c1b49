"""The examiner's process: runs test cells, and asks the learner's process for what it lacks.

A name in a test cell is the test's own, or a builtin, or what the instructor's setup cells
import, and only then the learner's.
"""

import ast
import asyncio
import builtins
import importlib
import importlib.abc
import importlib.machinery
import linecache
import os
import re
import select
import signal
import symtable
import sys
import time
import types
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, cast

from ipykernel.displayhook import ZMQShellDisplayHook
from pandas.core.generic import NDFrame

from autograder.bridge import course_modules
from autograder.bridge import shell as shells
from autograder.bridge.codec import compares
from autograder.bridge.proxy import is_remote
from autograder.channel import Channel, ChannelError
from autograder.course_package import course_package
from autograder.examiner.between_tests import BetweenTests
from autograder.examiner.budget import Budget
from autograder.examiner.client import ExaminerEnd, LearnerGone, LearnerLate
from autograder.examiner.names import imported
from autograder.examiner.static_analysis import (
    SourceFacts,
    imports_of,
    modules_in,
    parsed,
    patched,
    words_in,
)
from autograder.messages import ERROR, CellRan, RunTest, StartCells, TestReply, parse


class Namespace(dict[str, Any]):
    """The names of test cells: the test's own, builtins, the instructor's imports, the learner's.

    The learner's process is asked only for words that occur in the running cell.
    """

    link: ExaminerEnd

    def __init__(self) -> None:
        super().__init__()
        self.words: frozenset[str] = frozenset()
        self.given: dict[str, object] = {}

    def __missing__(self, name: str) -> object:
        if name not in self.words:
            raise KeyError(name)
        if name in vars(builtins) and name not in self.link.instructor.bound:
            raise KeyError(name)
        if name in self.link.instructor.own:
            return imported(*self.link.instructor.own[name])
        if source := self.link.instructor.given.get(name):
            if name not in self.given:
                scope = _Scope(self)
                exec(compile(source, f"<{name} of the setup>", "exec"), self, scope)
                self.given[name] = scope[name]
            return self.given[name]
        return self.link.names.fetch(name)

    def __setitem__(self, name: str, value: object) -> None:
        if not self._is_shared(name):
            super().__setitem__(name, value)
            return
        self.link.names.bind(name, value)
        if name in self.link.instructor.changed:
            # The learner's functions assign it too: its value is asked for each time.
            super().pop(name, None)
        else:
            super().__setitem__(name, value)

    def __delitem__(self, name: str) -> None:
        if (name in self.words and not self._is_shared(name)) or super().__contains__(name):
            super().__delitem__(name)
        if self._is_shared(name):
            self.link.names.unbind(name)

    def _is_shared(self, name: str) -> bool:
        return name in self.words and name in self.link.instructor.written

    def forget(self, source: str) -> None:
        """A cell has run in the learner's process: what it may have bound anew is not ours."""
        for name in set(words_in(source)) & self.link.instructor.written:
            self.pop(name, None)

    def _theirs(self) -> list[str]:
        if not self.words or self.link.budget.ends is None:
            return []
        return [name for name in self.link.ask("names") if isinstance(name, str)]

    def __contains__(self, name: object) -> bool:
        own = super().__contains__(name)
        return own or (name in self.words and name in self._theirs())

    def get(self, name: str, default: object = None) -> Any:
        try:
            return self[name]
        except KeyError:
            return default

    def keys(self) -> Any:
        return dict.fromkeys([*super().keys(), *self._theirs()]).keys()

    def copy(self) -> dict[str, Any]:
        """All names with their values, as doctest looks for functions in the whole notebook."""
        theirs = self._theirs()
        return {name: self.link.names.fetch(name) for name in theirs} | dict(super().items())

    def items(self) -> Any:
        return self.copy().items()


class _Scope(dict[str, Any]):
    """Where something of the setup is made: its defaults and decorators are looked up as ever."""

    def __init__(self, names: Namespace):
        super().__init__()
        self.names = names

    def __missing__(self, name: str) -> object:
        return self.names[name]


class ClassNames(ast.NodeTransformer):
    """Declares the names that the body of a class reads, and does not bind, as global.

    Without that, Python looks them up in the namespace as in a plain dict, and does not find the
    learner's.
    """

    def visit_Module(self, tree: ast.Module) -> ast.Module:
        classes = _classes(tree)
        # IPython would take the transformer out after an error.
        with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
            # The same tree, with the lines that the symbol table knows.
            source = ast.unparse(tree) if classes else ""
            twins = _classes(ast.parse(source))
            scopes = _scopes(symtable.symtable(source, "<test>", "exec"))
            for node, twin in zip(classes, twins, strict=True):
                if names := scopes.get((twin.name, twin.lineno)):
                    place = 1 if ast.get_docstring(node, clean=False) is not None else 0
                    node.body.insert(place, ast.Global(names))
        return ast.fix_missing_locations(tree)


def _classes(tree: ast.AST) -> list[ast.ClassDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]


def _scopes(table: symtable.SymbolTable) -> dict[tuple[str, int], list[str]]:
    """The global names that each class reads in its body, by the class's name and line."""
    found = {}
    if table.get_type() == "class":
        found[table.get_name(), table.get_lineno()] = [
            symbol.get_name()
            for symbol in table.get_symbols()
            if symbol.is_global()
            and not symbol.is_declared_global()
            and not symbol.is_assigned()
            and not symbol.get_name().startswith("__")
        ]
    for inner in table.get_children():
        found |= _scopes(inner)
    return found


class DisplayHook(ZMQShellDisplayHook):
    """Shows what a cell ends with; as the cell's result only when the test has made it.

    nbgrader reads points from a result, and a learner's value must not be taken for points.
    """

    is_learners = False

    def __call__(self, result: object = None) -> None:
        shell: Any = self.shell
        self.is_learners = is_remote(result) or shell.ends_with_learners()
        cast(Any, super()).__call__(result)

    def finish_displayhook(self) -> None:
        if self.is_learners and self.msg:
            self.msg["header"]["msg_type"] = self.msg["msg_type"] = "display_data"
            self.msg["content"].pop("execution_count", None)
        cast(Any, super()).finish_displayhook()


class ExaminerShell(shells.ZMQInteractiveShell):
    """The shell of test cells."""

    displayhook_class = DisplayHook
    last_line: ast.stmt | None = None
    source = ""
    words: frozenset[str] = frozenset()

    def __init__(self, **options: Any):
        super().__init__(user_ns=Namespace(), **options)
        self.ast_transformers.append(ClassNames())

    async def run_ast_nodes(self, nodelist: list[ast.stmt], *args: Any, **kwargs: Any) -> Any:
        self.last_line = nodelist[-1] if nodelist else None
        # Not before: IPython itself looks the first word of a cell up. Earlier tests' words
        # too, for this one may call their functions.
        names: Any = self.user_ns
        self.words |= words_in(self.source).union(
            *(words_in(source) for source in names.link.instructor.given.values())
        )
        names.words = names.link.words = self.words
        try:
            return await super().run_ast_nodes(nodelist, *args, **kwargs)
        finally:
            self.user_ns.words = frozenset()

    def ends_with_learners(self) -> bool:
        """Whether the last line only shows something under a learner's name, or calls it."""
        node: Any = getattr(self.last_line, "value", None)
        while isinstance(node, ast.Attribute | ast.Subscript | ast.Call | ast.Await):
            node = node.func if isinstance(node, ast.Call) else node.value
        names: Any = self.user_ns
        if not isinstance(node, ast.Name) or dict.__contains__(names, node.id):
            return False
        return node.id in names.link.names.fetched


ExaminerShell.__name__ = "ZMQInteractiveShell"


PYPLOT = "matplotlib.pyplot"


class LearnersModules(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports in a test cell of what only the learner has, and of pyplot: stand-ins for it."""

    def __init__(self, link: ExaminerEnd):
        self.link = link
        self.wanted: set[str] = set()

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        is_testing = self.link.budget.ends is not None
        if name == PYPLOT or (is_testing and self._is_only_theirs(name, path)):
            return importlib.machinery.ModuleSpec(name, self)
        return None

    def _is_only_theirs(self, name: str, path: Sequence[str] | None) -> bool:
        if name not in self.wanted:
            return False
        others = (finder for finder in sys.meta_path if finder is not self)
        return not any(finder.find_spec(name, path) for finder in others)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        return None

    def exec_module(self, module: types.ModuleType) -> None:
        name = module.__name__
        sys.modules[name] = Pyplot(self.link) if name == PYPLOT else self.link.module(name)  # type: ignore[assignment]


class Pyplot(types.ModuleType):
    """matplotlib.pyplot, whose figures are the learner's process's."""

    def __init__(self, link: ExaminerEnd):
        super().__init__(PYPLOT)
        self.__dict__["_link"] = link

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.__dict__["_link"].ask("module", None, PYPLOT), name)


def _module_at(path: str, aliases: dict[str, tuple[str, str]]) -> types.ModuleType | None:
    """The module that a dotted path leads to, as a test's imports name it or as it is called."""
    first, *rest = path.split(".")
    found: object = None
    with suppress(Exception):
        found = imported(*aliases.get(first, (first, "")))
        for name in rest:
            found = imported(found.__name__, name)  # type: ignore[attr-defined]
    return found if isinstance(found, types.ModuleType) else None


def guard_labels() -> None:
    """Have a label of a series or frame be no special attribute, and no method that compares.

    pandas looks for an attribute among the labels, and those are the learner's choice.
    """
    kind: Any = NDFrame
    usual = kind.__getattr__

    def __getattr__(self: Any, name: str) -> object:
        found = usual(self, name)
        if compares(name, found):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return found

    kind.__getattr__ = __getattr__


class Examiner:
    """Runs test cells, one after another."""

    def __init__(self, values: Channel, job: StartCells):
        budget = Budget(job.trips, job.trips_notebook)
        self.link = BetweenTests(values, SourceFacts.read(job.cells), budget)
        self.shell = shells.start_shell(job, ExaminerShell)
        self.names: Namespace = self.shell.user_ns
        self.names.link = self.link
        # The shell has put its own input in place.
        self.link.shared.watched[builtins, "input"] = builtins.input
        self.recorder = self.shell.kernel.session
        self.pipes = shells.Pipes(self.recorder)
        known = self.link.instructor
        self.aliases = known.shared | known.own
        self.modules = LearnersModules(self.link)
        sys.meta_path.insert(0, self.modules)
        if sys.modules.pop(PYPLOT, None):
            importlib.import_module(PYPLOT)

    def _watch(self, tree: ast.Module) -> None:
        """Look out for what the test replaces in modules."""
        for node in ast.walk(tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                self.aliases |= imports_of(node)
        for owner, name in patched(tree):
            module = _module_at(owner, self.aliases)
            if module not in (None, self.shell.user_module):
                self.link.shared.watch(module, name)

    def _begins_with_a_name(self, source: str) -> bool:
        """Whether the first word is a name, which IPython could take for a magic of that name."""
        word = re.match(r"\w*", source.lstrip())[0]  # type: ignore[index]
        find: Any = self.shell.find_line_magic
        if find(word) is None:
            return False
        known = self.link.instructor
        ours = dict.__contains__(self.names, word) or word in known.bound | {*known.own}
        return ours or word in self.link.ask("names")

    def _forget_source(self) -> None:
        """Keep no text of a test that has run.

        A later test may evaluate what a learner has written, and that could read it and hand it to
        the learner's process.
        """
        history: Any = self.shell.history_manager
        for kept in (history.input_hist_parsed, history.input_hist_raw):
            kept[:] = [""] * len(kept)
        history.db_input_cache = []
        history._i00 = history._i = history._ii = history._iii = ""
        for names in (self.names, self.shell.user_ns_hidden):
            for name in [each for each in names if re.fullmatch(r"_i+|_i\d+", each)]:
                dict.__delitem__(names, name)
        self.shell.source = ""  # type: ignore[attr-defined]
        for name in [each for each in linecache.cache if "ipykernel_" in each]:
            del linecache.cache[name]

    def ran(self, cell: CellRan) -> None:
        """Take note of a cell that has run in the learner's process."""
        self.link.end_talk()
        self.link.code.ran(cell.source)
        self.names.forget(cell.source)
        course_package().learner_ran(cell)

    def serve(self) -> None:
        """Answer the learner's cell, which uses something of an earlier test."""
        # That looks up the learner's names like the test itself.
        self.names.words = self.link.words
        try:
            self.link.serve()
        finally:
            self.names.words = frozenset()

    async def test(self, asked: RunTest) -> TestReply:
        """Run a test cell. Without its coming to a sound end, an error comes first."""
        index, source = asked.index, asked.source
        self.recorder.begin(index)
        tree = parsed(source) or ast.Module([], [])
        self.modules.wanted = set(modules_in(tree))
        self.shell.source = source  # type: ignore[attr-defined]
        self._watch(tree)
        self.link.begin_test(tree, source, asked.timeout, asked.hidden)
        self.shell.automagic = not self._begins_with_a_name(source)
        ended = await shells.run_cell(self.shell, source)
        fault = self.link.fault
        of_ipython = self.shell.user_ns_hidden
        self.link.end_test({k: v for k, v in dict.items(self.names) if k not in of_ipython})
        self._forget_source()
        self.pipes.drain()
        outputs = [each for each in self.recorder.outputs if each.get("name") != "stderr"]
        if fault is not None:
            name = type(fault).__name__
            shown = {"ename": name, "evalue": str(fault), "traceback": [f"{name}: {fault}"]}
            outputs.insert(0, {"output_type": "error", **shown})
        return TestReply(
            index=index,
            status=ERROR if fault else ended["status"],
            execution_count=ended["execution_count"],
            outputs=outputs,
            trips=self.link.budget.trips,
            gone=isinstance(self.link.fault, LearnerGone | LearnerLate),
            late=isinstance(self.link.fault, LearnerLate),
        )


def serve(control: Channel, values: Channel, job: StartCells) -> None:
    """Run test cells for the supervisor, until it has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asyncio.set_event_loop(loop := asyncio.new_event_loop())
    control.limit = control.limit if job.reply_bytes is None else job.reply_bytes
    if os.path.exists("checks.py"):
        course_package().checks_are_in(os.getcwd())
    sys.path.insert(0, "")
    guard_labels()
    course_modules.known.update(job.modules)
    course_package().examining()
    examiner = Examiner(values, job)
    # The solutions and tests; what is needed of them has been read.
    job.cells.clear()

    async def loop_over() -> None:
        link = examiner.link
        while True:
            await shells.readable(control, *([values] if link.is_sound else ()))
            # The supervisor comes first: a learner's process that asks without end holds up nobody.
            if not select.select([control.sock], [], [], 0)[0]:
                examiner.serve()
                continue
            header, _ = control.receive(time.monotonic() + 10)
            asked = parse(header, RunTest, CellRan)
            # It holds the test, which a later test could come across.
            del header
            if isinstance(asked, CellRan):
                examiner.ran(asked)
            elif isinstance(asked, RunTest):
                shells.reply(control, await examiner.test(asked))

    with suppress(ChannelError):
        loop.run_until_complete(loop_over())
