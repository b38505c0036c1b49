"""The presentation of a project: what is asked of whom, and what a sceptic asks."""

import re
from collections.abc import Iterator
from typing import ClassVar

from course.checking.messages import say
from course.dossier.artefact import Artefact
from course.dossier.fields.faults import Fault, LazyText, fault, t
from course.dossier.fields.parts import (
    Day,
    Part,
    Text,
    answers_for_nothing,
    folded,
    required,
)

FEWEST_QUESTIONS = 3
FEWEST_WORDS = 6
"""Of an answer to the sceptic."""

ASKED_OF_NOBODY = say(
    "presentation-asked-of",
    "`{where}`: a system decides nothing. Name the office or person who can say yes.",
)
TOO_FEW = say(
    "presentation-too-few",
    "`{where}`: a sceptic has more questions: write at least {least}, and {count} are here.",
)
QUESTION_TWICE = say("presentation-twice", "`{where}`: this question is here twice.")
TOO_SHORT = say(
    "presentation-too-short",
    "`{where}`: “{text}” does not answer the question. Write a sentence, with the number or the "
    "place in the dossier.",
)
NO_NUMBER = say(
    "presentation-no-number",
    "`{where}`: a condition needs a number in figures: how much of what, in what time?",
)


class ScepticQuestion(Part):
    """A question of somebody who is not convinced, with the answer."""

    question: Text = required(t("Question"), t("what a sceptic asks."))
    answer: Text = required(t("Answer"), t("what you answer, with the number or its place."))


class Presentation(Artefact):
    """What is asked of whom, and when the service would be stopped."""

    TITLE = t("Presentation")
    NAME = "system"
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = (
        (t("What is asked"), ("system", "date", "asked_of", "asked")),
        (t("The sceptic"), ("sceptic",)),
        (t("Limits"), ("stop_if", "about_the_data")),
    )

    system: Text = required(t("System"), t("what the service or system is called."))
    date: Day = required(t("Date"), t("the day of the presentation."))
    asked_of: Text = required(t("Asked of"), t("the office or person who decides about it."))
    asked: Text = required(t("What is asked"), t("the decision that you ask for, in a sentence."))
    sceptic: list[ScepticQuestion] | None = required(
        t("The sceptic’s questions"), t("at least three questions, each with your answer.")
    )
    stop_if: Text = required(
        t("Stopped if"), t("the condition under which you would stop the service, with a number.")
    )
    about_the_data: Text = required(
        t("About the data"),
        t(
            "what the audience must know of the data: that they are synthetic, or where they come "
            "from and from which years."
        ),
    )

    def rules(self) -> Iterator[Fault]:
        """Who is asked, then the sceptic, then the condition for stopping."""
        if answers_for_nothing(self.asked_of, self.system):
            yield fault(ASKED_OF_NOBODY, "asked_of")
        questions = self.sceptic or []
        if questions and len(questions) < FEWEST_QUESTIONS:
            yield fault(TOO_FEW, "sceptic", least=FEWEST_QUESTIONS, count=len(questions))
        asked = [folded(each.question) for each in questions]
        for number, each in enumerate(questions, 1):
            if each.question and asked.index(folded(each.question)) != number - 1:
                yield fault(QUESTION_TWICE, f"sceptic.{number}.question")
            # “Between 42 and 49%” answers a question in few words.
            numbers = len(re.findall(r"\d+(?:[.,]\d+)?", each.answer or ""))
            if each.answer and numbers < 2 and len(each.answer.split()) < FEWEST_WORDS:
                yield fault(TOO_SHORT, f"sceptic.{number}.answer", text=each.answer)
        if self.stop_if and not re.search(r"\d", self.stop_if):
            yield fault(NO_NUMBER, "stop_if")
