"""The report's tables for machines: CSV with names, states and numbers in English."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from autograder.text import printable
from classroom.attention import read
from classroom.hub.roster import Learner
from classroom.pages.graded import exercise_name
from classroom.pages.report.by_competency import Reached
from classroom.pages.report.items import Item
from classroom.pages.report.results import BY_PERSON, WAITING, AssignmentResults, ClassResults
from classroom.pages.report.sentences import Sentences
from classroom.pages.report.statistics import Estimate
from classroom.pages.report.unnamed import Cluster
from course.checking import outcome
from course.data.spreadsheets import as_text

Rows = Iterator[tuple[Any, ...]]

GRADES = (
    "assignment", "student", "language", "state", "points", "out_of", "late_penalty", "why",
    "waiting", "handed_in", "name", "cohort",
)  # fmt: skip
EXERCISES = (
    "assignment", "notebook", "exercise", "out_of", "right", "not_yet", "not_attempted",
    "by_person", "waiting", "mean_points", "title", "only_hidden_failed", "competencies", "n",
    "difficulty", "difficulty_low", "difficulty_high", "item_rest", "item_rest_low",
    "item_rest_high", "flags",
)  # fmt: skip
MESSAGES = ("assignment", "code", "exercise", "learners", "sentence")
COMPETENCIES = ("student", "competency", "exercises", "points", "out_of")
UNNAMED = ("assignment", "exercise", "value", "learners", "different_values")


def grades(found: ClassResults) -> Rows:
    """A row for each submission."""
    learners = {each.id: each for each in found.learners}
    for results in _by_name(found):
        for one in results.submissions:
            learner = learners.get(one.student, Learner(one.student))
            yield (
                results.name, one.student, one.lang, one.state, _number(one.points),
                _number(results.out_of), _number(one.penalty), " | ".join(map(read, one.reasons)),
                _number(one.waiting), one.handed_in or "", learner.name, learner.cohort,
            )  # fmt: skip


def exercises(found: ClassResults, items: Mapping[str, Sequence[Item]]) -> Rows:
    """A row for each exercise; `items` are the analysed ones of each assignment."""
    states = (outcome.RIGHT, outcome.NOT_YET, outcome.NOT_ATTEMPTED, BY_PERSON, WAITING)
    for results in _by_name(found):
        analysed = {each.key: each for each in items[results.name]}
        for key, exercise in results.exercises.items():
            item = analysed.get(key)
            yield (
                results.name, key[0], exercise_name(key[1]), _number(exercise.out_of),
                *(results.count(key, state) for state in states), _number(results.mean(key)),
                exercise.english, sum(each.hidden for each in results.answers(key)),
                " ".join(exercise.competencies), item.difficulty.n if item else "",
                *_estimate(item.difficulty if item else None),
                *_estimate(item.correlation if item else None),
                " ".join(item.flags) if item else "",
            )  # fmt: skip


def messages(found: ClassResults, sentences: Mapping[str, Sentences], lang: str) -> Rows:
    """A row for each message and exercise, with the sentence in the report's language."""
    for results in _by_name(found):
        for code, key, times in results.messages():
            said = sentences[results.name].read(code, lang)
            yield results.name, code, exercise_name(key[1]), times, said


def competencies(reached: Mapping[str, Mapping[str, Reached]]) -> Rows:
    """A row for each learner and competency."""
    for student in sorted({each for of_learners in reached.values() for each in of_learners}):
        for code, of_learners in reached.items():
            if one := of_learners.get(student):
                points, out_of = _number(one.points), _number(one.out_of)
                yield student, code, len(one.exercises), points, out_of


def unnamed(clusters: Mapping[str, Sequence[Cluster]]) -> Rows:
    """A row for each cluster of wrong answers that no message names."""
    for assignment, found in sorted(clusters.items()):
        for each in found:
            name = exercise_name(each.exercise[1])
            yield assignment, name, each.value, each.learners, each.different


def _by_name(found: ClassResults) -> list[AssignmentResults]:
    return sorted(found.assignments, key=lambda each: each.name)


def _estimate(found: Estimate | None) -> tuple[str, str, str]:
    if found is None:
        return "", "", ""
    return _number(found.value), _number(found.low), _number(found.high)


def _number(value: float | None) -> str:
    return "" if value is None else f"{round(value, 4) + 0.0:.10g}"


def as_csv(head: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> str:
    """A table as CSV with every field quoted, in which no field opens a formula."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)
    table.writerow([_cell(each) for each in head])
    for row in rows:
        table.writerow([_cell(value) for value in row])
    return text.getvalue()


NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?")


def _cell(value: object) -> str:
    """A value that no spreadsheet takes for a formula: a student may be called "=1+1"."""
    text = printable(str(value))
    return text if NUMBER.fullmatch(text) else as_text(text)
