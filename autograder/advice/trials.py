"""Try the tests of an assignment on the instructor's solution and on hollow values in its place.

A test that passes for the solution in one process and fails in two cannot be graded. A test that
also passes when a value of the solution is empty, masked, missing or None gives points for nothing.
"""

import ast
import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell
from nbgrader import utils

from autograder.advice import hollow
from autograder.advice.findings import Finding
from autograder.advice.lint_names import at_module_level, bound, read_first
from autograder.advice.lint_tests import reads_history
from autograder.examiner.static_analysis import parsed, words_in
from autograder.grading.executors import WarmPool
from autograder.grading.normalize import normalize
from autograder.records import (
    EXAMINER,
    IN_PROCESS,
    SOLUTION,
    TEST,
    Job,
    Limits,
    Plan,
    PlannedNotebook,
    is_test,
)

MOST_NAMES = 20
"""Names of the solution's that are substituted for one test cell."""

MOST_TOGETHER = 9
"""Variants in one run, whose tests share the bounds of one notebook."""

PATIENCE = 5
"""Seconds that a cell has at least when it is tried with hollow values; and how many times as long
as the whole reference solution took."""

LONGEST_ERROR = 200
LONGEST_CALL = 40

HELPER = "_ai4gov_hollow"
START = f"""\
import types
{HELPER} = types.ModuleType({HELPER!r})
exec({{source!r}}, {HELPER}.__dict__)
"""
BEFORE = f"""\
{HELPER}.substitute = {HELPER}.Substitute({{variant!r}})
{HELPER}.kept = {{name}}
{{name}} = {HELPER}.substitute.of({HELPER}.kept)
"""
AFTER = f"""\
{{name}} = {HELPER}.kept
print({HELPER}.substitute.report())
"""


@dataclass
class Trial:
    """The findings of trying the tests; `variants` counts the values that were substituted."""

    findings: list[Finding] = field(default_factory=list)
    variants: int = 0


@dataclass(frozen=True)
class Variant:
    """One hollow value for one name of the solution's."""

    name: str
    kind: str


@dataclass(frozen=True)
class Passed:
    """A variant with which a test still passes, with the form of the value that it replaced."""

    variant: Variant
    facts: dict[str, Any]


@dataclass(frozen=True)
class Attempt:
    """One test cell of a notebook that has been put in order, and what to try it with."""

    notebook: str
    ordered: NotebookNode
    place: int
    variants: tuple[Variant, ...]
    seconds: float
    """CPU seconds that each cell may use: a hollow value can make a loop endless."""

    @property
    def cell(self) -> NotebookNode:
        found: NotebookNode = self.ordered.cells[self.place]
        return found


class _Runner:
    def __init__(self, pool: WarmPool, plan: Plan, limits: Limits):
        self._pool, self._plan, self._limits = pool, plan, limits

    def run(self, name: str, notebook: NotebookNode, **changed: Any) -> NotebookNode:
        """A copy of a notebook with the outputs of its cells; `changed` replaces limits."""
        limits = replace(self._limits, **changed)
        job = Job(self._plan, self._plan.notebooks[name], self._plan.files, limits)
        return self._pool.run(notebook, job)[0]


def try_tests(
    pool: WarmPool,
    plan: Plan,
    references: dict[str, NotebookNode],
    limits: Limits,
    jobs: int,
    progress: Callable[[int, int], None],
) -> Trial:
    """Try every test of the notebooks that have a reference solution.

    Raises ConfinementError when code cannot be isolated as `limits` want.
    """
    runner, trial = _Runner(pool, plan, limits), Trial()
    waiting: list[Attempt] = []
    for name, planned in plan.notebooks.items():
        if name in references:
            trial.findings += _stale(name, planned)
            waiting += _try_reference(runner, name, references[name], planned, plan, trial, limits)
        elif any(cell.kind == TEST for cell in planned.source_cells):
            trial.findings.append(_without_source(name, plan.assignment))
    progress(0, len(waiting))
    done, lock = 0, Lock()

    def one(attempt: Attempt) -> tuple[list[Finding], int]:
        nonlocal done
        found = _try_variants(runner, attempt)
        with lock:
            done += 1
            progress(done, len(waiting))
        return found

    with ThreadPoolExecutor(jobs) as threads:
        try:
            for findings, count in threads.map(one, waiting):
                trial.findings += findings
                trial.variants += count
        except BaseException:
            # End what is running in the boxes, so that the threads come to their end.
            pool.close()
            threads.shutdown(wait=False, cancel_futures=True)
            raise
    return trial


def _stale(name: str, planned: PlannedNotebook) -> Iterator[Finding]:
    """The tests that were changed in the source after the gradebook had read it."""
    known = {cell.name: cell.source for cell in planned.cells}
    for cell in planned.source_cells:
        if cell.kind != TEST or "### AUTOTEST" in cell.source:
            # nbgrader writes these tests itself, from the solution.
            continue
        if known.get(cell.id) != cell.source:
            was = "is in an earlier form" if cell.id in known else "is not"
            yield Finding(
                name, cell.id, "stale-gradebook", f"{was} in the gradebook, which grades by it",
                "call nbgrader generate_assignment again",
            )  # fmt: skip


def _without_source(name: str, assignment: str) -> Finding:
    return Finding(
        name, "", "not-tried", f"source/{assignment}/{name}.ipynb with the solutions is missing",
        "put it there; its tests were read, but not tried",
    )  # fmt: skip


# The reference solution


def _try_reference(
    runner: _Runner,
    name: str,
    reference: NotebookNode,
    planned: PlannedNotebook,
    plan: Plan,
    trial: Trial,
    limits: Limits,
) -> list[Attempt]:
    """Run the reference solution; returns the tests that it passes, to be tried further."""
    ordered = normalize(deepcopy(reference), planned, plan.config)
    tests = [place for place, cell in enumerate(ordered.cells) if is_test(cell)]
    if not tests:
        return []
    started = time.monotonic()
    apart = runner.run(name, ordered)
    seconds = min(limits.cell, max(PATIENCE, PATIENCE * (time.monotonic() - started)))
    solutions = _solutions(planned)
    jobs = [
        Attempt(
            name, ordered, place, tuple(_variants(ordered.cells[place].source, solutions)), seconds
        )
        for place in tests
    ]
    ran = {attempt.place: _ran(runner, attempt, apart) for attempt in jobs}
    failed = {place for place, cell in ran.items() if not passes(cell)}
    if failed:
        whole = runner.run(name, ordered, mode=IN_PROCESS) if limits.mode == EXAMINER else apart
        for attempt in (attempt for attempt in jobs if attempt.place in failed):
            works = passes(_ran(runner, attempt, whole, mode=IN_PROCESS))
            trial.findings.append(_failure(name, ran[attempt.place], works))
    return [attempt for attempt in jobs if attempt.place not in failed]


def _ran(runner: _Runner, attempt: Attempt, ran: NotebookNode, **changed: Any) -> NotebookNode:
    """The test cell as it was run; run without the other tests where one of them ended the run."""
    cell: NotebookNode = ran.cells[attempt.place]
    if not _was_not_run(cell):
        return cell
    alone = NotebookNode(
        {**attempt.ordered, "cells": [*_cells_before(attempt), deepcopy(attempt.cell)]}
    )
    cell = runner.run(attempt.notebook, alone, **changed).cells[-1]
    return cell


def _failure(name: str, cell: NotebookNode, works: bool) -> Finding:
    """A test that the instructor's own solution fails; `works` says it passes in one process."""
    shown = error_of(cell)
    if works:
        return Finding(
            name, grade_id(cell), "fails-apart",
            f"fails for your own solution, though not in one process ({shown})",
            "rewrite it by the table 'What a test may do', or list the assignment in "
            "c.Execute.in_process",
        )  # fmt: skip
    if history := next(reads_history(parsed(cell.source) or ast.Module([], [])), None):
        # Neither has the run in one process a history.
        return Finding(name, grade_id(cell), "process-state", *history)
    return Finding(
        name, grade_id(cell), "fails-reference",
        f"does not give your own solution full points ({shown})",
        "correct the test or the solution, and call nbgrader generate_assignment again",
    )  # fmt: skip


def grade_id(cell: NotebookNode) -> str:
    return str(cell.metadata.nbgrader["grade_id"])


def passes(cell: NotebookNode) -> bool:
    """Whether a test cell that was run gives full points."""
    if any(output.output_type == "error" for output in cell.outputs):
        return False
    points, out_of = utils.determine_grade(cell)
    return points is not None and points >= out_of


def error_of(cell: NotebookNode) -> str:
    errors = [output for output in cell.outputs if output.output_type == "error"]
    if not errors:
        points, out_of = utils.determine_grade(cell)
        return f"{points or 0:g} of {out_of:g} points"
    shown = " ".join(f"{errors[0].ename}: {errors[0].evalue}".split())
    return shown if len(shown) <= LONGEST_ERROR else f"{shown[:LONGEST_ERROR]}..."


# Hollow values


@dataclass(frozen=True)
class _Solutions:
    """The names that solution cells bind to values, and those of functions."""

    values: frozenset[str]
    functions: frozenset[str]


def _solutions(planned: PlannedNotebook) -> _Solutions:
    values: set[str] = set()
    functions: set[str] = set()
    for cell in planned.source_cells:
        tree = parsed(cell.source) if cell.kind == SOLUTION else None
        for node in at_module_level(tree) if tree else ():
            if isinstance(node, ast.FunctionDef):
                functions.add(node.name)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                values.add(node.id)
    return _Solutions(frozenset(values - functions), frozenset(functions))


def _variants(source: str, solutions: _Solutions) -> Iterator[Variant]:
    """The hollow values to try a test with: for each name whose value the test uses."""
    tree = parsed(source)
    if tree is None:
        return
    discarded = {
        id(node.value.func)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    }
    for name in read_first(tree):
        if name in solutions.values or (
            name in solutions.functions and _returns_matter(tree, name, discarded)
        ):
            yield from (Variant(name, kind) for kind in hollow.VARIANTS)


def _returns_matter(tree: ast.AST, name: str, discarded: set[int]) -> bool:
    """Whether a test uses what a function returns, in at least one place."""
    return any(
        isinstance(node, ast.Name) and node.id == name and id(node) not in discarded
        for node in ast.walk(tree)
    )


def _try_variants(runner: _Runner, attempt: Attempt) -> tuple[list[Finding], int]:
    """Try a test with each variant; those with which it passes are run again alone."""
    suspects, count = [], 0
    most = MOST_NAMES * len(hollow.VARIANTS)
    for variant, passed, facts in _run_all(runner, attempt, list(attempt.variants[:most])):
        count += facts.get("count", 0) > 0
        if passed and facts.get("count"):
            suspects.append(variant)
    found = [
        Passed(variant, facts)
        for suspect in suspects
        for variant, passed, facts in _run_all(runner, attempt, [suspect])
        if passed and facts.get("count")
    ]
    findings = _findings(attempt, found)
    if len(attempt.variants) > most:
        name = attempt.variants[most].name
        findings.append(
            Finding(
                attempt.notebook, grade_id(attempt.cell), "not-tried",
                f"uses more than {MOST_NAMES} of the learner's names; `{name}` and those after it "
                "were not tried", "make several tests of it",
            )
        )  # fmt: skip
    return findings, count


def _run_all(
    runner: _Runner, attempt: Attempt, waiting: list[Variant]
) -> Iterator[tuple[Variant, bool, dict[str, Any]]]:
    """Run a copy of the test for each variant, in as few runs as possible.

    A variant that stops the run, for example by an endless loop, has not passed; the variants
    after it are run anew.
    """
    while waiting:
        together = waiting[:MOST_TOGETHER]
        notebook = _with_variants(attempt, together)
        ran = runner.run(attempt.notebook, notebook, cell=attempt.seconds)
        results = ran.cells[-3 * len(together) :]
        done = 0
        for variant, test, after in zip(together, results[1::3], results[2::3], strict=True):
            if _was_not_run(after):
                # This one has stopped the run, unless it was stopped before.
                done += not _was_not_run(test)
                break
            yield variant, passes(test), _report(after)
            done += 1
        waiting = waiting[done:] if done else []


def _was_not_run(cell: NotebookNode) -> bool:
    return any(output.get("ename") == "NotRun" for output in cell.outputs)


def _report(cell: NotebookNode) -> dict[str, Any]:
    text = "".join(output.text for output in cell.outputs if output.output_type == "stream")
    try:
        data = json.loads(text)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def _with_variants(attempt: Attempt, variants: list[Variant]) -> NotebookNode:
    """The cells before a test, then for each variant: substitute, the test, put back."""
    cells = _cells_before(attempt)
    cells.append(new_code_cell(START.format(source=Path(hollow.__file__).read_text("utf-8"))))
    for number, variant in enumerate(variants):
        test = deepcopy(attempt.cell)
        test.metadata.nbgrader["grade_id"] = f"{grade_id(test)}-{number}"
        cells += [
            new_code_cell(BEFORE.format(variant=variant.kind, name=variant.name)),
            test,
            new_code_cell(AFTER.format(name=variant.name)),
        ]
    return NotebookNode({**attempt.ordered, "cells": cells})


def _cells_before(attempt: Attempt) -> list[NotebookNode]:
    """The code cells before a test; of tests only those that bind a name which is used later."""
    wanted = words_in(attempt.cell.source)
    kept: list[NotebookNode] = []
    for cell in reversed(attempt.ordered.cells[: attempt.place]):
        if cell.cell_type != "code":
            continue
        if is_test(cell) and not wanted & bound(parsed(cell.source) or ast.Module([], [])):
            continue
        wanted |= words_in(cell.source)
        kept.insert(0, cell)
    return kept


# Texts of findings


RULE_OF = {
    "empty-array": "passes-empty",
    "empty": "passes-empty",
    "masked": "passes-masked",
    "missing": "passes-missing",
    "na": "passes-missing",
    "none": "passes-none",
}
ANYTHING = "passes-anything"
RULES = (
    "fails-apart",
    "fails-reference",
    *dict.fromkeys(RULE_OF.values()),
    ANYTHING,
    "stale-gradebook",
    "not-tried",
)


def _findings(attempt: Attempt, found: list[Passed]) -> list[Finding]:
    """One finding for each name and rule; a single one where nothing hollow fails."""
    cell = grade_id(attempt.cell)
    made = []
    for name in dict.fromkeys(each.variant.name for each in found):
        mine = [each for each in found if each.variant.name == name]
        rules = list(dict.fromkeys(RULE_OF[each.variant.kind] for each in mine))
        shown = _shown(attempt.cell.source, name)
        if {"passes-empty", "passes-none"} <= set(rules) and len(rules) >= 3:
            rules, mine = [ANYTHING], mine[:1]
        for rule in rules:
            those = [each for each in mine if rule in (ANYTHING, RULE_OF[each.variant.kind])]
            what = " and ".join(dict.fromkeys(_described(each, rule) for each in those))
            write = _instead(rule, shown, those[0].facts)
            made.append(Finding(attempt.notebook, cell, rule, f"passes {what} for `{name}`", write))
    return made


def _shown(source: str, name: str) -> str:
    """How a test writes a value of the learner's: by its name, or by calling a function."""
    tree = parsed(source)
    for node in ast.walk(tree) if tree else ():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            shown = ast.unparse(node)
            return shown if len(shown) <= LONGEST_CALL else f"{name}(...)"
    return name


def _described(passed: Passed, rule: str) -> str:
    kind, facts = passed.variant.kind, passed.facts
    form = {"frame": "frame", "series": "series", "text": "text"}.get(facts.get("kind", ""))
    if rule == ANYTHING:
        return "whatever is given"
    return {
        "empty-array": "an empty array",
        "empty": f"an empty {form or facts.get('type', 'value')}",
        "masked": "a masked array",
        "missing": "NaT" if facts.get("kind") == "time" else "NaN",
        "na": "pd.NA",
        "none": "None",
    }[kind]


def _instead(rule: str, shown: str, facts: dict[str, Any]) -> str:
    """The line to write in the test, for a value of this form."""
    kind, shape, length = facts.get("kind"), facts.get("shape"), facts.get("length")
    if rule == ANYTHING:
        return f"compare the value with the expected one: assert {shown} == ..."
    if rule == "passes-none":
        return f"assert isinstance({shown}, {facts.get('type', 'float')})"
    if rule == "passes-masked":
        return f"assert not np.ma.isMaskedArray({shown})"
    if rule == "passes-missing":
        if kind == "number" or kind == "time":
            return f"assert not pd.isna({shown})"
        if kind in ("frame", "series"):
            return f"assert {shown}.notna(){'.all(axis=None)' if kind == 'frame' else '.all()'}"
        values = f"list({shown}.values())" if facts.get("type") == "dict" else shown
        return f"assert not np.isnan({values}).any()"
    if kind == "number":
        return f"assert np.ndim({shown}) == 0"
    if shape is not None and kind == "array":
        return f"assert {shown}.shape == {tuple(shape)}"
    if length is None:
        length = shape[0] if shape else None
    return f"assert len({shown}) == {length}" if length is not None else f"assert list({shown})"
