"""A made-up class with several modules, two cohorts and three languages, as records of a report.

Points follow the model of tests/classroom/pages/simulated.py; the exercises are the course's own.
What is planted: an exercise that is much harder in French, learners who are behind in each way,
answers that no message names, and texts that a hostile learner could choose.
"""

import json
from datetime import date, timedelta

import numpy as np

from classroom.hub.roster import Learner
from classroom.pages.report.report_page import ReportData
from classroom.pages.report.results import (
    ATTENTION,
    BY_PERSON,
    GRADED,
    WAITING,
    AssignmentResults,
    ClassResults,
    ReleasedExercise,
    Response,
    Submission,
)
from classroom.pages.report.sentences import sentences
from classroom.pages.report.titles import module_title
from classroom.pages.report.write import analyse
from course.checking.outcome import NOT_ATTEMPTED, NOT_YET, RIGHT
from course.publishing.competencies import competencies
from course.start import progress
from tests.course.content.notebooks import ROOT

MODULES = ("01-public-data", "03-classification", "06-measuring-fairness", "11-impact-assessment")
PLANTED = ("06-measuring-fairness", "interval-meaning")
SCRIPT = "<script>alert(1)</script>"
FIRST = date(2026, 9, 7)
NAMES = ("Amina Diallo", "Bruno Sá", "Chloé N’Guessan", "Davi Lima", "Elif Kaya", "Fatou Ndiaye")


def learners(number: int) -> list[Learner]:
    """Six in ten of the class in one cohort; languages 50% English, 35% French, the rest pt, es."""
    made = []
    for each in range(number):
        lang = ("en", "fr", "en", "fr", "en", "fr", "en", "pt", "en", "fr")[each % 10]
        cohort = "lima-2026" if each % 5 < 3 else "dakar-2026"
        name = f"{NAMES[each % len(NAMES)]} {each + 1}"
        made.append(Learner(f"p{each + 1:03}", name, f"p{each + 1}@example.org", lang, cohort))
    return made


def made_up(number: int = 60, modules: tuple[str, ...] = MODULES) -> ClassResults:
    """The class; the same each time."""
    random = np.random.default_rng(6)
    people = learners(number)
    ability = dict(zip((each.id for each in people), random.normal(0.4, 1, number), strict=True))
    return ClassResults(
        people,
        [
            _results(slug, place, people, ability, random, last=slug == modules[-1])
            for place, slug in enumerate(modules)
        ],
        cohorts=("dakar-2026", "lima-2026"),
    )


def found(about: ClassResults) -> ReportData:
    """What the report says of a class, with the sentences of the course's own checks."""
    said = {
        each.name: sentences(ROOT / "source" / each.name, each.name, None)
        for each in about.assignments
    }
    return analyse(about, said)


def _results(slug, place, people, ability, random, last) -> AssignmentResults:
    outline = json.loads((progress.OUTLINE / f"{slug}.json").read_text(encoding="utf-8"))
    strands = (outline[strand] for strand in (progress.DECIDE, progress.BUILD))
    points = {name: out_of for strand in strands for name, out_of in strand.items()}
    exercises = {
        (slug, f"check-{name}"): ReleasedExercise(
            out_of,
            f"{number}. {name.replace('-', ' ').capitalize()}",
            name,
            competencies=competencies().of(slug, name),
        )
        for number, (name, out_of) in enumerate(points.items(), 1)
    }
    note = (slug, "reflection")
    of_note = competencies().of(slug, "reflection")
    exercises[note] = ReleasedExercise(4, "A note to the minister", "A note", True, of_note)
    hard = dict(zip(exercises, random.normal(-0.6, 0.9, len(exercises)), strict=True))
    submissions = []
    for number, person in enumerate(people):
        if (last and random.random() < 0.35) or number % 17 == 5:
            continue
        day = FIRST + timedelta(days=14 * place + int(random.integers(0, 9)))
        one = Submission(person.id, GRADED, person.language, handed_in=day)
        untouched = number == 12 and place == 2
        weaker = 3 if number == 20 and last else 0
        for key, exercise in exercises.items():
            one.answers[key] = _answer(
                key, exercise, untouched, ability[person.id] - weaker - hard[key], person, random
            )
        if last:
            one.answers[note] = Response(0, WAITING)
            one.waiting, one.state = 4, WAITING
        if number == 7 and place == 1:
            one.state = ATTENTION
            one.reasons = [{"code": "attention-time", "seconds": 300}]
        one.points = sum(each.points for each in one.answers.values())
        submissions.append(one)
    return AssignmentResults(
        slug, module_title(slug, "en"), slug, len(people), exercises, submissions
    )


def _answer(key, exercise, untouched, logit, person, random) -> Response:
    if untouched:
        return Response(0, NOT_ATTEMPTED)
    if exercise.by_hand:
        return Response(float(random.integers(1, 5)), BY_PERSON)
    if (key[0], key[1].removeprefix("check-")) == PLANTED and person.language == "fr":
        logit -= 4
    if random.random() < 1 / (1 + np.exp(-1.4 * logit)):
        tries = int(random.integers(0, 3))
        return Response(exercise.out_of, RIGHT, "right", tries=tries)
    kind = random.random()
    tries = 11 if random.random() < 0.004 else int(random.integers(1, 6))
    if kind < 0.35:
        value = ["0.3703", "0.37", "0.5", "12", SCRIPT][int(random.integers(0, 5))]
        return Response(0, NOT_YET, "form-wrong", value, tries=tries)
    if kind < 0.5:
        return Response(0, NOT_YET, "form-percent", hidden=True, tries=tries)
    if kind < 0.6:
        return Response(0, NOT_ATTEMPTED)
    return Response(exercise.out_of / 2, NOT_YET, "form-rounded", tries=tries)
