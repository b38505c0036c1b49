"""The files that jurors save: read as hostile, and put together.

Anybody can have written such a file. Each entry that is wrong is left out, and named in one line.
"""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from autograder.errors import Unreadable
from autograder.files import read_plain
from classroom.project.jury_form import FORMAT, LONGEST_SENTENCE, Judged
from classroom.project.rendering import line
from course.project.jury import CRITERIA, MOST
from course.project.team import LONGEST_NAME

LARGEST_JUDGEMENTS = 2**20
"""Bytes of a juror's file."""

MOST_JUDGEMENTS = 1000
"""Projects in a juror's file."""

SHOWN = 60
"""Characters of what a file says, in a line about it."""


@dataclass
class Votes:
    """What all jurors said of one project."""

    points: dict[str, list[int]] = field(
        default_factory=lambda: {each.key: [] for each in CRITERIA}
    )
    sentences: list[str] = field(default_factory=list)
    jurors: int = 0
    """Those who gave points in at least one criterion."""

    def mean(self, criterion: str) -> float | None:
        """The mean of a criterion's points, from 0 to MOST; None without any vote."""
        given = self.points[criterion]
        return sum(given) / len(given) if given else None


@dataclass
class Judgements:
    """What the jury said. `votes` has all projects of the form by key, in its order."""

    votes: dict[str, Votes]
    jurors: int = 0
    lines: list[str] = field(default_factory=list)
    """What was left out, and why."""


def put_together(files: Iterable[Path], projects: Sequence[Judged]) -> Judgements:
    """Read the files of all jurors; nothing in them is trusted.

    A file that cannot be read, or of a juror whose file was read before, is left out as a whole.
    """
    found = Judgements({each.key: Votes() for each in projects})
    earlier: dict[str, Path] = {}
    for file in files:
        try:
            juror, judgements = _read(file)
            known = earlier.get(_same_name(juror))
            if known is not None:
                raise Unreadable(
                    f"{juror} has judged in {known} already, and that file counts; if these are "
                    "two people, change one name in a file"
                )
        except (Unreadable, OSError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            found.lines.append(f"{file}: left out: {reason}")
            continue
        earlier[_same_name(juror)] = file
        found.jurors += 1
        if len(scripts := _scripts(juror)) > 1:
            found.lines.append(
                f"{file}: counted; the name {juror} mixes letters of {' and '.join(scripts)} "
                "and can look like another juror's: make sure that this is another person"
            )
        found.lines += [f"{file}: {each}" for each in _count(judgements, found.votes)]
    for votes in found.votes.values():
        # By the alphabet, so that their order does not tell whose they are.
        votes.sentences.sort(key=str.casefold)
    return found


def _same_name(name: str) -> str:
    """A name as it is compared: one form for each letter (NFKC), in small letters (casefold)."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _scripts(name: str) -> list[str]:
    """Those scripts of a name whose letters look alike, in alphabetical order."""
    named = {unicodedata.name(each, "").partition(" ")[0].capitalize() for each in name}
    return sorted(named & {"Latin", "Greek", "Cyrillic", "Armenian", "Cherokee"})


def _read(file: Path) -> tuple[str, list[Any]]:
    """The juror and the judgements of a file. Raises Unreadable or OSError."""
    try:
        written = json.loads(
            read_plain(file, LARGEST_JUDGEMENTS).decode("utf-8-sig"),
            object_pairs_hook=_without_repetition,
            parse_constant=_refuse,
        )
    except (ValueError, RecursionError) as error:
        raise Unreadable("it was not saved by the jury's form") from error
    if not isinstance(written, dict) or written.get("format") != FORMAT:
        raise Unreadable("it was not saved by the jury's form")
    name, judgements = written.get("juror"), written.get("judgements")
    juror = line(name, LONGEST_NAME) if isinstance(name, str) else ""
    if not juror:
        raise Unreadable("it has no name of a juror")
    if not isinstance(judgements, list) or len(judgements) > MOST_JUDGEMENTS:
        raise Unreadable("it has no list of judgements, or one that is too long")
    return juror, judgements


def _count(judgements: list[Any], votes: Mapping[str, Votes]) -> Iterator[str]:
    """Add the judgements of one juror to the votes; yields a line for each one left out."""
    seen: set[str] = set()
    for number, each in enumerate(judgements, 1):
        key = each.get("project") if isinstance(each, dict) else None
        if not isinstance(key, str) or key not in votes:
            yield f"judgement {number} is left out: no project on the form is {_shown(key)}"
            continue
        if key in seen:
            yield f"judgement {number} is left out: the project {_shown(key)} is there twice"
            continue
        seen.add(key)
        yield from _add(number, each, votes[key])


def _add(number: int, judgement: Mapping[str, Any], votes: Votes) -> Iterator[str]:
    given = judgement.get("points", {})
    if not isinstance(given, dict):
        yield f"judgement {number}: its points are left out: they are not one for each criterion"
        given = {}
    voted = False
    for criterion, points in list(given.items())[: 2 * len(CRITERIA)]:
        if criterion not in votes.points:
            yield f"judgement {number}: there is no criterion {_shown(criterion)}"
        elif type(points) is not int or not 0 <= points <= MOST:
            yield (
                f"judgement {number}: {_shown(points)} points for {criterion} are left out: give a "
                f"whole number from 0 to {MOST}"
            )
        else:
            votes.points[criterion].append(points)
            voted = True
    votes.jurors += voted
    sentence = judgement.get("sentence", "")
    if not isinstance(sentence, str):
        yield f"judgement {number}: its sentence is left out: it is no text"
    elif cleaned := line(sentence, LONGEST_SENTENCE):
        votes.sentences.append(cleaned)


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name is there twice")
    return found


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _shown(value: object) -> str:
    """A value of unknown origin, to be named in a line."""
    if isinstance(value, list | dict):
        return "a list"
    written = str(value)
    return repr(written if len(written) <= SHOWN else written[:SHOWN] + "…")
