"""The words of the demonstration app, in the reader's language."""

from course.checking.messages import GENERAL
from course.language import Translator
from course.project.app.overrulings import LATER, NOW, TODAY, OverrulingsError
from course.project.app.protocol import PERSON, Decision
from course.project.app.service_process import WorkerError
from course.project.names import DEPARTMENTS, LANGUAGES

DISTRICTS = (*("Amaro", "Belmonte", "Corvina", "Delmar", "Estrela", "Fontana", "Garoa", "Horta"),)
"""The districts of Marivelle, as in the datasheet of civic-comments."""

VERY_SURE, SURE, UNSURE = 0.9, 0.7, 0.5
"""The confidence from which on a service counts as very sure, fairly sure, and unsure."""

ALL_SURE = 0.995
"""The confidence that two decimals would show as 1.00."""


def translator(lang: str) -> Translator:
    """The translator of the app."""
    return Translator(GENERAL, lang)


def messages(t: Translator) -> dict[str, str]:
    """The sentences that are a page by themselves, or in place of its form, by short names."""
    return {
        "no_model": t(
            "The project has no model yet. Save your choices or keep your functions at checkpoint "
            "2, and reload this page."
        ),
        "own_data": t(
            "This page is for comments to Civicly. Your team works on its own data, for which it "
            "has no form."
        ),
        "not_found": t("There is no such page"),
        "expired": t("This form is too old. Go back to the form, and send it again."),
        "gone": t(
            "This decision is no longer here: the server keeps the latest only until it is "
            "stopped. Type the comment again."
        ),
    }


def department(name: str, t: Translator) -> str:
    """A department as it is called; the words for a person where the service hands over."""
    if name == PERSON:
        return t("A person decides")
    known = DEPARTMENTS.get(name)
    return known.read(t.lang) if known else name


def departments(t: Translator) -> list[tuple[str, str]]:
    """The departments for a list to choose from."""
    return [(name, department(name, t)) for name in DEPARTMENTS]


def language(name: str, t: Translator) -> str:
    """A language of comments as it is called."""
    known = LANGUAGES.get(name)
    return known.read(t.lang) if known else name


def languages(t: Translator) -> list[tuple[str, str]]:
    """The languages of comments for a list to choose from."""
    return [(name, language(name, t)) for name in LANGUAGES]


def urgency(name: str, t: Translator) -> str:
    """An urgency of `overrulings.URGENCIES` in words."""
    words = {NOW: t("now"), TODAY: t("today"), LATER: t("later")}
    return words.get(name, name)


def urgency_of(decision: Decision, is_danger: bool) -> str:
    """When a person reads a comment, by its signs of danger, its place and the capacity."""
    if is_danger:
        return NOW
    return TODAY if decision.place <= decision.capacity else LATER


def place(decision: Decision, t: Translator) -> str:
    """The place of a comment among those of a day, in a sentence."""
    values = {
        "place": t.number(decision.place),
        "comments": t.number(decision.comments),
        "day": decision.day,
        "capacity": t.number(decision.capacity),
    }
    if decision.place <= decision.capacity:
        return t(
            "Place {place} of {comments} among the comments of {day}. The team reads {capacity} a "
            "day, so a person reads it on the day."
        ).format(**values)
    return t(
        "Place {place} of {comments} among the comments of {day}. The team reads {capacity} a "
        "day, so nobody would read it on the day."
    ).format(**values)


def confirm(name: str, t: Translator) -> str:
    """The words of the button that confirms a department."""
    return t("Confirm: {department}").format(department=department(name, t))


def recorded(department: str, urgency: str, t: Translator) -> str:
    """What a person has decided, in a sentence."""
    return t("Your decision is recorded: {department}, {urgency}.").format(
        department=department, urgency=urgency
    )


def share(value: float, t: Translator) -> str:
    """A confidence from 0 to 1 as a number; 0.999 does not become 1.00 by rounding."""
    return t.number(value, 2 if value < ALL_SURE else 3)


def confidence(decision: Decision, t: Translator) -> str:
    """How sure the service is, in words and as a number."""
    value = decision.confidence
    number = share(value, t)
    if value >= VERY_SURE:
        return t("very sure ({number})").format(number=number)
    if value >= SURE:
        return t("fairly sure ({number})").format(number=number)
    if value >= UNSURE:
        return t("unsure ({number})").format(number=number)
    return t("very unsure ({number})").format(number=number)


def confidence_meaning(decision: Decision, t: Translator) -> str:
    """What the confidence would mean, as a natural frequency."""
    if decision.department == PERSON:
        return t(
            "So sure is the service of what it would have decided; it hands over all the same."
        )
    if decision.confidence >= ALL_SURE:
        return t("If its numbers are right, nearly all such decisions are right.")
    return t("If its numbers are right, about {right} of 100 such decisions are right.").format(
        right=t.number(100 * decision.confidence)
    )


def detected(decision: Decision, t: Translator) -> str:
    """The language of the comment, and whether it was detected."""
    name = language(decision.language, t)
    if decision.detected:
        return t("Language: {language} (detected).").format(language=name)
    return t("Language: {language}.").format(language=name)


def searched(decision: Decision, t: Translator) -> str:
    """Among how many comments similar ones were looked for."""
    count = t.number(decision.searched)
    if decision.similar:
        return t("The nearest of {count} comments, by their words.").format(count=count)
    return t("None of {count} comments is similar.").format(count=count)


def error(problem: WorkerError, t: Translator) -> str:
    """Why the service gave no decision, and what to do."""
    sentences = {
        "busy": t("Several comments are waiting already. Wait for their decisions, and ask again."),
        "slow start": t(
            "The service did not become ready in time. Make `train` faster: it has 25 seconds."
        ),
        "ended at the start": t(
            "The service ended before it was ready. Look at `train` and at the code outside of the "
            "functions, and ask again."
        ),
        "replaced": t("The service was stopped, because another project was opened. Ask again."),
        "slow": t("The service did not answer in time and was stopped. Make `decide` faster."),
        "memory": t("The service needs more memory than it may have. Make the model smaller."),
        "ended": t("The service ended without an answer. Look at `decide`, and ask again."),
        "refused": t("The service gave no decision. It says: {detail}").format(
            detail=problem.detail
        ),
    }
    return sentences.get(problem.kind, problem.kind)


def file_error(problem: OverrulingsError, t: Translator) -> str:
    """Why the file of overrulings cannot be used, and what to do."""
    sentences = {
        "damaged": t(
            "{file} cannot be read as the table that this page writes. Restore it, or rename it, "
            "and a new one is begun."
        ),
        "full": t("{file} is full. Rename it, and a new one is begun."),
        "unwritable": t("{file} cannot be written. Free space, or permit writing into the folder."),
    }
    return sentences[problem.kind].format(file="overrulings.csv")


def mistakes(t: Translator) -> dict[str, str]:
    """What is wrong with a form that was sent, by a short name."""
    return {
        "no_text": t("Type the text of a comment first."),
        "long_text": t("The comment is too long: at most {most} characters."),
        "no_department": t("Choose the right department."),
        "no_change": t(
            "You changed neither the department nor the urgency. Change one of them, or confirm."
        ),
        "no_reason": t("Write the reason in a sentence of at least three words."),
    }
