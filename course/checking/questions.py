"""The answers that controls draw, as messages speak of them: by number, not by variable.

A learner who answers with radio buttons or fields does not see the line of code, so its name says
nothing. Where an exercise has several such answers they are numbered, as the build numbers their
controls.
"""

import re
from collections.abc import Sequence

from course.checking.messages import general

SENTENCE_ENDS = ".!?…\n"
OPENING = " \u00a0\u202f•¿¡(«“"
"""What is between the end of a sentence and the first letter of the next."""


def with_questions(text: str, names: Sequence[str], lang: str) -> str:
    """A message in a language, with questions in place of the names of drawn answers.

    A sentence such as "`b`: look again" begins with "Question 2:", or without a name where the
    exercise has one drawn answer only. Any other mention is "your answer to question 2", or "your
    answer". `names` are the drawn answers of the exercise, in the order of their numbers.
    """
    if not names:
        return text

    def spoken(found: re.Match[str]) -> str:
        number = names.index(found["name"]) + 1
        begins = text[: found.start()].rstrip(OPENING)[-1:] in SENTENCE_ENDS
        colon, letter = found["colon"] or "", found["letter"] or ""
        if begins and colon:
            if len(names) == 1:
                return letter.upper()
            return general("question", number=number).read(lang) + colon + letter
        code = "your-answer" if len(names) == 1 else "your-answer-to"
        said = general(code, number=number).read(lang)
        return (said[:1].upper() + said[1:] if begins else said) + colon + letter

    named = "|".join(map(re.escape, names))
    pattern = rf"`(?P<name>{named})`(?:(?P<colon>\s?:\s)(?P<letter>[^\w`]*\w)?)?"
    return re.sub(pattern, spoken, text)
