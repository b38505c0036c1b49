"""What is read and written of one project; called in a worker process with bounds and a clock.

The texts of a project come from learners. Nothing of their HTML is used: dossier and slides are
written again from the YAML files, by the templates that escape every value.
"""

import html
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from autograder.errors import Unreadable
from course.dossier.documents import deck, page
from course.dossier.fields.faults import ArtefactError
from course.dossier.papers import ARTEFACTS
from course.language import SOURCE
from course.project.folder import Project, project_of
from course.project.names import OWN
from course.project.team import LONGEST_NAME, MOST_MEMBERS, Team

PRELOAD = ("classroom.project.rendering", "course.project.measuring")
"""Modules that the fork server of the workers imports once."""


def about(texts: Mapping[str, str]) -> dict[str, Any]:
    """What the gallery and the jury's form say of a project, as plain data; all texts bounded.

    `consent`, `names`, `dossier` and `slides` are true only where the team says yes. `members` is
    empty unless `names` is true. `team` is the same for hand-ins with one title and the same
    members, and empty where no member is named; `unreadable` has the names of papers that are
    there and cannot be read. Raises Unreadable where team.yml is missing or cannot be read.
    """
    project, team = _opened(texts)
    brief, presentation = project.read("service-brief"), project.read("presentation")
    gallery = team.gallery
    consent = bool(gallery and gallery.consent)
    named = consent and bool(gallery and gallery.names)
    return {
        "title": line(team.title),
        "service": line((presentation and presentation.system) or (brief and brief.system)),
        "own": project.way == OWN,
        "language": team.language or SOURCE,
        "consent": consent,
        "names": named,
        "dossier": consent and bool(gallery and gallery.dossier),
        "slides": consent and bool(gallery and gallery.slides),
        "members": _members(team) if named else [],
        "team": _key(team),
        "unreadable": [
            name
            for name in (*ARTEFACTS, "presentation")
            if project.saved(name) is not ... and project.read(name) is None
        ],
    }


def dossier(texts: Mapping[str, str]) -> bytes:
    """The dossier as a page in the project's language; empty where there is nothing to show."""
    project, team = _opened(texts)
    papers = project.dossier
    if not papers.artefacts:
        return b""
    numbers = dict(project.measured() or {})
    # A datasheet describes all data, and what was measured is the part that was kept aside.
    numbers.pop("own-datasheet", None)
    shown = page.dossier(
        list(papers.artefacts.values()),
        title=line(team.title) or None,
        faults=papers.faults(numbers, tuple(papers.artefacts)),
        lang=team.language or SOURCE,
    )
    return shown.encode("utf-8", "replace")


def slides(texts: Mapping[str, str]) -> bytes:
    """The slides as a page in the project's language; empty where there is nothing to show."""
    project, team = _opened(texts)
    artefacts = list(project.dossier.artefacts.values())
    presentation = project.read("presentation")
    if not artefacts or presentation is None:
        return b""
    shown = deck.deck(
        artefacts,
        title=line(team.title) or None,
        asked=[each for each in (presentation.asked, presentation.stop_if) if each],
        remark=presentation.about_the_data or "",
        lang=team.language or SOURCE,
    )
    return shown.encode("utf-8", "replace")


def unnamed(texts: Mapping[str, str], shown: bytes) -> bool:
    """Whether a page names no member of the team by the full name in team.yml."""
    _, team = _opened(texts)
    words = html.unescape(re.sub(r"<[^>]*>", " ", shown.decode("utf-8", "replace")))
    said = f" {_letters(words)} "
    names = [_letters(each) for each in team.members or [] if each]
    return not any(f" {name} " in said for name in names if name)


def line(text: str | None, most: int = LONGEST_NAME) -> str:
    """A text in one line of at most `most` characters, without control or invisible ones."""
    kept = "".join(
        " " if each.isspace() else each
        for each in (text or "")[: 20 * most]
        if each.isspace() or unicodedata.category(each)[0] != "C"
    )
    one = " ".join(kept.split())
    return one if len(one) <= most else one[: most - 1].rstrip() + "…"


def _opened(texts: Mapping[str, str]) -> tuple[Project, Team]:
    project = project_of(texts)
    written = project.saved("team")
    if written is ...:
        raise Unreadable("project/team.yml is missing")
    try:
        return project, Team.from_yaml(written)
    except ArtefactError as error:
        reason = error.faults[0].read(SOURCE)
        raise Unreadable(f"project/team.yml cannot be read: {reason}") from None


def _members(team: Team) -> list[str]:
    names = [line(each) for each in (team.members or [])[:MOST_MEMBERS]]
    return [each for each in names if each]


def _key(team: Team) -> str:
    members = sorted({_letters(each) for each in team.members or []} - {""})
    return "\n".join([_letters(team.title), *members]) if members else ""


def _letters(text: str | None) -> str:
    """The words of a text, to be compared: without case, marks and accents."""
    plain = unicodedata.normalize("NFKD", (text or "").casefold())
    kept = [each for each in plain if not unicodedata.combining(each)]
    return " ".join("".join(each if each.isalnum() else " " for each in kept).split())
