"""The pages of the demonstration app as HTML, made from what is known; they read and write nothing.

The templates escape every value. The pages need no script, except that a waiting page reloads
itself where scripts run.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup, escape

from course.language import LANGUAGES, Translator
from course.project.app import words
from course.project.app.danger import Danger
from course.project.app.overrulings import (
    ALL,
    NAME,
    OVERRULED,
    URGENCIES,
    Review,
    counts,
)
from course.project.app.protocol import LONGEST_COMMENT, PERSON, Comment, Decision
from course.project.app.service_process import WorkerError
from course.templating import render

FOLDER = Path(__file__).parent

MOST_SHOWN = 200
"""Rows of the table of overruled decisions."""


@dataclass(frozen=True)
class Frame:
    """What every page needs: language, project, and the token against cross-site forgery."""

    lang: str
    project: str
    """The project's folder inside the server's; empty before one was chosen."""
    token: str
    nonce: str


@dataclass
class Case:
    """A comment that was typed, and what came of it."""

    id: str
    project: str
    comment: Comment
    danger: Danger
    lang: str = ""
    """The language in which the service was asked, and gives its reason."""
    decision: Decision | None = None
    error: WorkerError | None = None
    review: Review | None = None
    values: dict[str, str] = field(default_factory=dict)
    """What was last sent to overrule it, where that was refused."""


def form_page(
    frame: Frame,
    values: dict[str, str],
    mistake: str = "",
    obstacle: str = "",
    own_code: bool = False,
) -> str:
    """The form for a comment; `mistake` is a name of words.mistakes.

    With an obstacle, a name of words.messages, that sentence is in place of the form. With
    `own_code`, the page warns before it runs what somebody in the team has programmed.
    """
    t = words.translator(frame.lang)
    return _render(
        "form.html",
        frame,
        t("Type a comment"),
        "comment",
        values={"text": "", "language": "", "district": "", **values},
        mistake=words.mistakes(t)[mistake].format(most=LONGEST_COMMENT) if mistake else "",
        languages=words.languages(t),
        districts=words.DISTRICTS,
        longest=LONGEST_COMMENT,
        obstacle=words.messages(t)[obstacle] if obstacle else "",
        own_code=own_code,
    )


def case_page(frame: Frame, case: Case, mistake: str = "", problem: str = "") -> str:
    """What the service says about a comment, with the forms to confirm and to overrule."""
    t = words.translator(frame.lang)
    decision = case.decision
    shown: dict[str, Any] = {}
    title = t("The service is starting")
    if decision:
        title = words.department(decision.department, t)
        urgency = words.urgency_of(decision, bool(case.danger))
        shown = {
            "department": words.department(decision.department, t),
            "confidence": words.confidence(decision, t),
            "confirm": words.confirm(decision.department, t),
            "meaning": words.confidence_meaning(decision, t),
            "place": words.place(decision, t),
            "detected": words.detected(decision, t),
            "reason": marked(decision.reason, decision.quoted),
            "text": marked(case.comment.text, decision.quoted),
            "language": decision.language,
            "searched": words.searched(decision, t),
            "similar": [
                {
                    "text": each.text,
                    "lang": each.language,
                    "about": f"{each.comment} · {each.date} · {words.language(each.language, t)} · "
                    f"{words.department(each.department, t)}",
                    "same": each.same,
                }
                for each in decision.similar
            ],
            "note": decision.note,
            "alone": decision.department != PERSON,
            "handed_over": decision.department == PERSON,
        }
        default = {
            "department": "" if decision.department == PERSON else decision.department,
            "urgency": urgency,
            "reason": "",
        }
    else:
        default = {}
    if case.error:
        title = t("Not possible")
    if case.danger:
        title = t("A person reads this now")
    return _render(
        "case.html",
        frame,
        title,
        "case",
        case=case,
        shown=shown,
        is_danger=bool(case.danger),
        signs=[each[:60] for each in case.danger.words[:12]],
        plain_text=case.comment.text,
        error=words.error(case.error, t) if case.error else "",
        problem=problem,
        mistake=words.mistakes(t)[mistake] if mistake else "",
        mistaken=mistake,
        departments=words.departments(t),
        urgencies=[(each, words.urgency(each, t)) for each in URGENCIES],
        values={**default, **case.values},
        said=_said(case.review, t) if case.review else "",
        file=NAME,
    )


def overrulings_page(
    frame: Frame, reviews: Sequence[Review], problem: str = "", said: bool = False
) -> str:
    """How often the service was overruled, and each time that it was."""
    t = words.translator(frame.lang)
    totals = [
        {
            "name": t("All languages")
            if each.language == ALL
            else words.language(each.language, t),
            "answered": t.number(each.answered),
            "overruled": t.number(each.overruled),
            "share": t.percent(each.share) if each.answered else "–",
        }
        for each in counts(reviews)
    ]
    overruled = [each for each in reversed(reviews) if each.answer == OVERRULED]
    return _render(
        "overrulings.html",
        frame,
        t("Overrulings"),
        "overrulings",
        totals=totals if reviews else [],
        rows=[_review(each, t) for each in overruled[:MOST_SHOWN]],
        problem=problem,
        said=_said(reviews[-1], t) if said and reviews else "",
        file=NAME,
    )


def projects_page(frame: Frame, projects: Sequence[str]) -> str:
    """The projects of a learner to choose from."""
    t = words.translator(frame.lang)
    links = [(each, "./?" + urlencode({"project": each, "lang": frame.lang})) for each in projects]
    title = t("Which project?") if projects else t("Not possible")
    return _render("projects.html", frame, title, "", projects=links)


def message_page(frame: Frame, name: str) -> str:
    """A page with one sentence, by its name in words.messages."""
    t = words.translator(frame.lang)
    sentence = words.messages(t)[name]
    title = sentence if name == "not_found" else t("Not possible")
    return _render("message.html", frame, title, "", sentence=sentence)


def marked(text: str, quoted: Sequence[str]) -> Markup:
    """A text as HTML in which the quoted words are marked."""
    known = [re.escape(word) for word in sorted(set(quoted), key=len, reverse=True) if word]
    if not known:
        return escape(text)
    pattern = re.compile(rf"(?<!\w)({'|'.join(known)})(?!\w)", re.IGNORECASE)
    parts = pattern.split(text)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(part) if number % 2 else escape(part)
        for number, part in enumerate(parts)
    )


def _said(review: Review, t: Translator) -> str:
    department = words.department(review.staff_department, t)
    return words.recorded(department, words.urgency(review.staff_urgency, t), t)


def _review(review: Review, t: Translator) -> dict[str, Any]:
    try:
        confidence = words.share(float(review.confidence), t)
    except ValueError:
        confidence = review.confidence
    return {
        "at": review.at[:16].replace("T", " "),
        "language": words.language(review.language, t),
        "lang": review.language if review.language in LANGUAGES else "",
        "service": f"{words.department(review.department, t)} ({confidence}), "
        f"{words.urgency(review.urgency, t)}",
        "staff": f"{words.department(review.staff_department, t)}, "
        f"{words.urgency(review.staff_urgency, t)}",
        "reason": review.reason,
        "text": review.text,
    }


def _render(template: str, frame: Frame, title: str, here: str, **values: Any) -> str:
    query = {"project": frame.project} if frame.project else {}
    page = "" if here != "overrulings" else "overrulings"
    if here == "case":
        page, query = "case", query | {"id": values["case"].id}
    languages = [
        (code, name, f"./{page}?" + urlencode({**query, "lang": code}), code == frame.lang)
        for code, name in LANGUAGES.items()
    ]
    here_query = urlencode({"project": frame.project, "lang": frame.lang})
    return render(
        FOLDER,
        template,
        words.translator(frame.lang),
        frame=frame,
        lang=frame.lang,
        title=title,
        here=here,
        language_links=languages,
        form_link=f"./?{here_query}",
        overrulings_link=f"./overrulings?{here_query}",
        **values,
    )
