"""The page that a teacher reads: words and numbers in the reader's language, for the template."""

import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from markupsafe import Markup

from autograder.text import printable
from classroom.attention import read
from classroom.hub.roster import Learner
from classroom.pages.graded import points_text
from classroom.pages.report.behind import DUE, EARLIER, FALL, MANY_TRIES, Behind, behind
from classroom.pages.report.by_competency import Reached, together
from classroom.pages.report.items import VERY_EASY, VERY_HARD, WEAK_ITEM, ByLanguage, Item
from classroom.pages.report.results import (
    ATTENTION,
    BY_PERSON,
    GRADED,
    NOT_GRADED,
    SMALLEST_GROUP,
    STATES,
    WAITING,
    AssignmentResults,
    ClassResults,
    Key,
    Submission,
    shown_groups,
    titles,
)
from classroom.pages.report.sentences import Sentences
from classroom.pages.report.statistics import EASY, FALSE_FLAGS, HARD, WEAK, Estimate
from classroom.pages.report.unnamed import Cluster
from course import language, syllabus
from course.checking import outcome
from course.checking.messages import general
from course.language import Translator, text
from course.publishing.competencies import competencies
from course.templating import render

FOLDER = Path(__file__).parent

View = dict[str, object]

MOST_NAMED = 3
"""Learners whom a sentence names."""

WENT_WELL = 0.8
"""Mean share of an exercise from which on nobody needs to go through it again."""

NOTHING = "–"
MARKS = {GRADED: "✓", WAITING: "…", ATTENTION: "!", NOT_GRADED: "○"}
MOST_MESSAGES = 20
MOST_CLUSTERS = 20
BANDS = 10


@dataclass(frozen=True)
class ReportData:
    """What a report says: the class, and what was computed from it, by assignment."""

    about: ClassResults
    sentences: Mapping[str, Sentences]
    items: Mapping[str, Sequence[Item]]
    languages: Mapping[str, ByLanguage]
    competencies: Mapping[str, dict[str, Reached]]
    unnamed: Mapping[str, Sequence[Cluster]]
    looks: int
    """In how many assignments gaps between languages were looked for."""
    small: bool
    """The report is about a cohort that is too small for anything but its learners."""


def report_page(found: ReportData, lang: str) -> str:
    """The page as HTML, without scripts."""
    t = Translator("classroom", lang)
    page = _Page(found, t)
    return render(FOLDER, "report.html", t, lang=lang, title=t("Class report"), **page.view())


class _Page:
    """Makes the views of one page."""

    def __init__(self, found: ReportData, t: Translator):
        self.found, self.about, self.t = found, found.about, t
        self.names = {each.id: _name(each) for each in found.about.learners}

    def view(self) -> View:
        about = self.about
        return {
            "lead": self._lead(),
            "limits": {
                "due": self.t.percent(DUE),
                "fall": self.t.number(100 * FALL),
                "earlier": self.t.number(EARLIER),
                "tries": self.t.number(MANY_TRIES),
            },
            "small": self._small() if self.found.small else "",
            "now": self._now(about.assignments[-1]) if about.assignments else None,
            "behind": [self._behind(each) for each in behind(about)],
            "cohort_column": bool(about.cohorts) and not about.cohort,
            "marks": [
                *((words, MARKS[state]) for state, words in _state_words(self.t).items()),
                (self.t("Not handed in"), NOTHING),
            ],
            "columns": [self._column(each) for each in about.assignments],
            "grid": [self._row(each) for each in about.learners],
            "competencies": self._competencies(),
            "groups": self._groups(),
            "assignments": [
                self._assignment(number, each) for number, each in enumerate(about.assignments, 1)
            ],
        }

    def _lead(self) -> str:
        t, about = self.t, self.about
        parts = []
        if any(each.name in syllabus.modules() for each in about.assignments):
            parts.append(text("AI for the Public Sector", module="course", lang=t.lang))
        if about.cohort:
            parts.append(t("cohort {name}").format(name=about.cohort))
        number = t.number(len(about.learners))
        parts.append(t("learners: {number}").format(number=number))
        last = max((each.last for each in about.assignments if each.last), default=None)
        if last:
            parts.append(t("last handed in on {date}").format(date=_day(last, t)))
        return " · ".join(parts)

    def _small(self) -> str:
        return self.t(
            "This cohort has fewer than {number} learners. What the exercises, the messages and "
            "the competencies tell of so few people together is not shown; each learner’s own "
            "results are."
        ).format(number=SMALLEST_GROUP)

    # What to do first

    def _now(self, latest: AssignmentResults) -> View:
        """Five numbers and up to three sentences about the assignment that came last."""
        t, late = self.t, behind(self.about)
        states = Counter(each.state for each in latest.submissions)
        words, shares = _state_words(t), latest.shares()
        sentences = []
        if late:
            names = ", ".join(self.names[each.learner.id] for each in late[:MOST_NAMED])
            sentences.append(
                t("Speak with those who are behind: {names}.").format(names=names)
                if len(late) <= MOST_NAMED
                else t("Speak with those who are behind, first with {names}.").format(names=names)
            )
        if states[WAITING]:
            sentences.append(t("Read the notes that wait: their points are in no result yet."))
        if hardest := self._hardest(latest):
            sentences.append(
                t(
                    "Go through “{exercise}” with the class: the mean is {share} of its points."
                ).format(exercise=hardest[1], share=t.percent(hardest[0]))
            )
        return {
            "title": latest.title,
            "numbers": [
                (t("Handed in"), self._handed_in(latest)),
                *((words[state], t.number(states[state])) for state in (WAITING, ATTENTION)),
                (t("Who is behind"), t.number(len(late))),
                (t("Median share"), t.percent(statistics.median(shares)) if shares else NOTHING),
            ],
            "sentences": sentences,
        }

    def _hardest(self, results: AssignmentResults) -> tuple[float, str] | None:
        """The exercise, of those that checks grade, with the lowest mean share, and its title.

        None where all went well.
        """
        if self.found.small:
            return None
        means = [
            (mean / each.out_of, titles(results)[key])
            for key, each in results.exercises.items()
            if each.out_of and not each.by_hand and (mean := results.mean(key)) is not None
        ]
        return min((each for each in means if each[0] < WENT_WELL), default=None)

    # Who is behind

    def _behind(self, line: Behind) -> View:
        t = self.t
        reasons = []
        if line.not_handed_in:
            reasons.append(t("Not handed in: {names}").format(names=_list(line.not_handed_in)))
        if line.not_begun:
            reasons.append(t("Handed in, not begun: {names}").format(names=_list(line.not_begun)))
        if line.fall:
            results, fall = line.fall
            reasons.append(
                t(
                    "Falling: in {name}, {points} percentage points lower than before, compared "
                    "with the class"
                ).format(name=results.title, points=t.number(100 * fall))
            )
        reasons += [
            t("Many tries: {number} at “{exercise}”").format(
                number=t.number(tries), exercise=titles(results)[key]
            )
            for results, key, tries in line.tries
        ]
        return {
            "name": self.names[line.learner.id],
            "cohort": line.learner.cohort or NOTHING,
            "reasons": reasons,
        }

    # Learners by modules

    def _column(self, results: AssignmentResults) -> View:
        return {"title": results.title, "handed_in": self._handed_in(results)}

    def _handed_in(self, results: AssignmentResults) -> str:
        return self.t("{number} of {students}").format(
            number=self.t.number(len(results.submissions)),
            students=self.t.number(results.learners),
        )

    def _row(self, learner: Learner) -> View:
        handed_in = {results.name: each for results, each in self.about.submissions(learner.id)}
        langs = Counter(each.lang for each in handed_in.values() if each.lang)
        lang = langs.most_common(1)[0][0] if langs else ""
        return {
            "name": self.names[learner.id],
            "cohort": learner.cohort or NOTHING,
            "lang": lang,
            "language": language.LANGUAGES.get(lang, NOTHING),
            "cells": [
                self._grid_cell(each, handed_in.get(each.name)) for each in self.about.assignments
            ],
        }

    def _grid_cell(self, results: AssignmentResults, submission: Submission | None) -> View:
        t = self.t
        if submission is None:
            return {
                "mark": NOTHING,
                "share": "",
                "state": t("Not handed in"),
                "day": "",
                "level": 0,
            }
        share = results.share(submission)
        return {
            "mark": MARKS[submission.state],
            "share": NOTHING if share is None else t.percent(share),
            "state": _state_words(t)[submission.state],
            "day": _day(submission.handed_in, t) if submission.handed_in else "",
            "level": 0 if share is None else 1 + min(3, int(share * 4)),
        }

    # Competencies

    def _competencies(self) -> View | None:
        reached = self.found.competencies
        if not reached:
            return None
        t, domains = self.t, competencies().domains
        students = [
            each for each in self.about.learners if any(each.id in of for of in reached.values())
        ]
        return {
            "codes": [
                (code, text(domains[code].name, module="course", lang=t.lang)) for code in reached
            ],
            "rows": []
            if self.found.small
            else [
                {
                    "name": text(domains[code].name, module="course", lang=t.lang),
                    "code": code,
                    "means": text(domains[code].means, module="course", lang=t.lang),
                    **self._reached(together(of)),
                }
                for code, of in reached.items()
            ],
            "learners": [
                (
                    self.names[each.id],
                    [self._reached(of.get(each.id, Reached())) for of in reached.values()],
                )
                for each in students
            ],
        }

    def _reached(self, one: Reached) -> View:
        share = one.share
        return {
            "exercises": self.t.number(len(one.exercises)),
            "share": NOTHING if share is None else self.t.percent(share),
            "bar": round(100 * (share or 0), 1),
        }

    # Languages and cohorts

    def _groups(self) -> list[View]:
        t = self.t
        found = []
        by_lang = {
            each.student: each.lang
            for results in self.about.assignments
            for each in results.submissions
            if each.lang
        }
        if len(set(by_lang.values())) > 1:
            found.append(
                self._grouping(t("By language"), by_lang, lambda name: language.LANGUAGES[name])
            )
        if self.about.cohorts and not self.about.cohort:
            by_cohort = {each.id: each.cohort for each in self.about.learners if each.cohort}
            found.append(self._grouping(t("By cohort"), by_cohort, str))
        return found

    def _grouping(self, title: str, member: Mapping[str, str], name: Callable[[str], str]) -> View:
        t = self.t
        sizes = dict(sorted(Counter(member.values()).items()))
        shown = shown_groups(sizes)
        rows = []
        for group in shown:
            shares, handed_in = [], 0
            for results in self.about.assignments:
                for each in results.submissions:
                    if member.get(each.student) == group:
                        handed_in += 1
                        share = results.share(each)
                        shares += [] if share is None else [share]
            rows.append(
                {
                    "name": name(group),
                    "learners": t.number(sizes[group]),
                    "handed_in": t.number(handed_in),
                    "mean": t.percent(statistics.fmean(shares)) if shares else NOTHING,
                }
            )
        return {
            "title": title,
            "rows": rows,
            "hidden": self._hidden() if len(shown) < len(sizes) else "",
        }

    def _hidden(self) -> str:
        return self.t(
            "Groups of fewer than {number} learners are not shown, nor a group from which they "
            "could be computed."
        ).format(number=SMALLEST_GROUP)

    # One assignment

    def _assignment(self, number: int, results: AssignmentResults) -> View:
        t = self.t
        words = _state_words(t)
        states = Counter(each.state for each in results.submissions)
        shares = results.shares()
        named = titles(results)
        return {
            "anchor": f"assignment-{number}",
            "title": results.title,
            "last": t("Last handed in on {date}").format(date=_day(results.last, t))
            if results.last
            else "",
            "forgeable": t(
                "The tests of some submissions ran in the learner's own process, as the course's "
                "settings ask: there, points can be forged."
            )
            if any(each.in_process for each in results.submissions)
            else "",
            "handed_in": self._handed_in(results),
            "median": t.percent(statistics.median(shares)) if shares else NOTHING,
            "states": [(words[state], t.number(states[state])) for state in STATES],
            "attention": [
                {
                    "student": self.names[each.student],
                    "reasons": [read(found, t.lang) for found in each.reasons],
                }
                for each in results.submissions
                if each.reasons
            ],
            "small": self.found.small,
            "bands": [] if self.found.small else _bands(shares, t),
            "by_person": any(each.by_hand for each in results.exercises.values()),
            "outcomes": [
                general("state-" + state).read(t.lang)
                for state in (outcome.RIGHT, outcome.NOT_YET, outcome.NOT_ATTEMPTED)
            ],
            "exercises": [self._exercise(key, named[key], results) for key in results.exercises],
            "partial": states[WAITING] > 0,
            "items": self._items(results, named),
            "by_language": self._by_language(results, named),
            "unnamed": [
                {
                    "exercise": named[each.exercise],
                    "value": self._value(each),
                    "learners": t.number(each.learners),
                }
                for each in self.found.unnamed[results.name][:MOST_CLUSTERS]
            ],
            "messages": self._messages(results, named),
            "learners": [self._learner(each, results) for each in results.submissions],
        }

    def _exercise(self, key: Key, title: str, results: AssignmentResults) -> View:
        t = self.t
        states = (outcome.RIGHT, outcome.NOT_YET, outcome.NOT_ATTEMPTED)
        out_of, mean = results.exercises[key].out_of, results.mean(key)
        hidden = sum(each.hidden for each in results.answers(key))
        return {
            "name": title,
            "counts": [t.number(results.count(key, state)) for state in states],
            "hidden": t.number(hidden),
            "by_person": t.number(results.count(key, BY_PERSON)),
            "waiting": t.number(results.count(key, WAITING)),
            "mean": _of(mean, out_of, t),
            "bar": round(100 * mean / out_of, 1) if out_of and mean is not None else 0,
        }

    def _items(self, results: AssignmentResults, named: Mapping[Key, str]) -> View | None:
        found = self.found.items[results.name]
        if not found:
            return None
        t = self.t
        flags = {
            VERY_EASY: t("very easy"),
            VERY_HARD: t("very hard"),
            WEAK_ITEM: t("does not tell learners apart"),
        }
        return {
            "note": t(
                "From the work of {number} learners: graded, begun, and without need for "
                "attention; an exercise that was not attempted counts as 0. Difficulty is the mean "
                "share of the points. The correlation is that of an exercise with the points in "
                "all the others. The brackets hold the true value in at least 95 of 100 classes. "
                "Marked is only what the whole interval shows: a difficulty below {hard} "
                "or above {easy}, a correlation below {weak}."
            ).format(
                number=t.number(found[0].difficulty.n),
                hard=t.percent(HARD),
                easy=t.percent(EASY),
                weak=t.number(WEAK, 1),
            ),
            "rows": [
                {
                    "name": named[each.key],
                    "difficulty": t.percent(each.difficulty.value),
                    "difficulty_interval": t("{low} to {high}").format(
                        low=t.percent(each.difficulty.low), high=t.percent(each.difficulty.high)
                    ),
                    "correlation": t.number(each.correlation.value, 2)
                    if each.correlation
                    else t("too few differ"),
                    "correlation_interval": self._interval(each.correlation),
                    "flags": ", ".join(flags[flag] for flag in each.flags),
                }
                for each in found
            ],
        }

    def _interval(self, found: Estimate | None) -> str:
        if found is None:
            return ""
        low, high = self.t.number(found.low, 2), self.t.number(found.high, 2)
        return self.t("{low} to {high}").format(low=low, high=high)

    def _by_language(self, results: AssignmentResults, named: Mapping[Key, str]) -> View | None:
        t, found = self.t, self.found.languages[results.name]
        if self.found.small or not found.sizes:
            return None
        rows = []
        for key in found.keys:
            gap = found.gaps.get(key)
            sentence = ""
            if gap:
                said = (
                    t("{language}: {points} points lower ({low} to {high})")
                    if gap.value < 0
                    else t("{language}: {points} points higher ({low} to {high})")
                )
                ends = sorted(min(1, abs(each)) for each in (gap.low, gap.high))
                sentence = said.format(
                    language=language.LANGUAGES[gap.group],
                    points=t.number(100 * abs(gap.value)),
                    low=t.number(100 * ends[0]),
                    high=t.number(100 * ends[1]),
                )
            means = [t.percent(found.means[key, lang]) for lang in found.sizes]
            rows.append({"name": named[key], "means": means, "gap": sentence})
        note = (
            t(
                "Mean share of the points. A gap is that of one language to all others, in "
                "percentage points, among learners who do equally well in the rest of the "
                "assignment. {number} gaps were looked at here, and the marks are corrected for "
                "all of them and for the other assignments: if no language differs, the "
                "probability that this report marks any gap at all is at most {error}. In small "
                "groups only very large gaps are found; no mark does not mean no gap."
            ).format(number=t.number(found.tested), error=t.percent(FALSE_FLAGS))
            if found.tested
            else ""
        )
        return {
            "note": note,
            "hidden": self._hidden() if found.hidden else "",
            "languages": [
                (lang, language.LANGUAGES[lang], t.number(size))
                for lang, size in found.sizes.items()
            ],
            "rows": rows,
        }

    def _value(self, cluster: Cluster) -> str:
        if not cluster.value:
            return self.t("(value not kept)")
        if cluster.different == 1:
            return cluster.value
        number = self.t.number(cluster.different)
        return self.t("{value} and the like ({number} values)").format(
            value=cluster.value, number=number
        )

    def _messages(
        self, results: AssignmentResults, named: Mapping[Key, str]
    ) -> list[tuple[str, str, Markup, str]]:
        said = self.found.sentences[results.name]
        return [
            (
                self.t.number(times),
                code,
                Markup(outcome.as_html(said.read(code, self.t.lang))),
                named[key],
            )
            for code, key, times in results.messages()[:MOST_MESSAGES]
        ]

    def _learner(self, one: Submission, results: AssignmentResults) -> View:
        t, share = self.t, results.share(one)
        return {
            "name": self.names[one.student],
            "language": language.LANGUAGES.get(one.lang, NOTHING),
            "lang": one.lang,
            "mark": MARKS[one.state],
            "state": _state_words(t)[one.state],
            "points": _of(one.points, results.reachable(one), t),
            "waiting": points_text(one.waiting, t) if one.waiting else NOTHING,
            "percent": NOTHING if share is None else t.percent(share),
        }


def _name(learner: Learner) -> str:
    """The name and id of a learner; both can come from people who write anything there."""
    id = printable(learner.id)
    return f"{printable(learner.name)} ({id})" if learner.name else id


def _list(assignments: Iterable[AssignmentResults]) -> str:
    return ", ".join(each.title for each in assignments)


def _day(day: date, t: Translator) -> str:
    """A date with the month as a number, in the reader's order; ISO 8601 in English."""
    return day.isoformat() if t.lang == language.SOURCE else f"{day:%d/%m/%Y}"


def _of(points: float | None, out_of: float, t: Translator) -> str:
    reached = NOTHING if points is None else points_text(points, t)
    return t("{points} of {out_of}").format(points=reached, out_of=points_text(out_of, t))


def _bands(shares: list[float], t: Translator) -> list[tuple[str, str, float]]:
    """Bands of the share of the points: label, number of submissions, length of the bar in %."""
    if not shares:
        return []
    # Points are halves and thirds: without the small step 0.3 / 1 falls below its own band.
    counts = Counter(min(BANDS - 1, int(share * BANDS + 1e-9)) for share in shares)
    most = max(counts.values())
    return [
        (
            f"{t.number(100 * band / BANDS)}–{t.percent((band + 1) / BANDS)}",
            t.number(counts[band]),
            round(100 * counts[band] / most, 1),
        )
        for band in reversed(range(BANDS))
    ]


def _state_words(t: Translator) -> dict[str, str]:
    return {
        GRADED: t("Graded"),
        WAITING: t("Waits for a person"),
        ATTENTION: t("Needs attention"),
        NOT_GRADED: t("Not graded yet"),
    }
