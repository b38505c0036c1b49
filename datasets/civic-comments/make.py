"""Makes civic-comments.csv.gz: synthetic comments of the citizens of a fictional city.

Usage: python datasets/civic-comments/make.py [--parameters FILE] [--out FILE]

Nobody wrote these comments and the city does not exist. First it is decided what is true of each
comment (latent.py), then it is put into words (writing.py, from the sentences in texts/), then the
city does with it what it does (latent.py again). parameters.yml holds every number. The same
parameters and texts give the same bytes; the result stands beside this script.
"""

import argparse
import csv
import gzip
import hashlib
import io
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import yaml
from latent import (
    Comment,
    answer,
    dates,
    draw,
    historical_urgency,
    one_of,
    read_again,
    route,
    stream,
)
from texts import Texts, TextsError, read
from writing import choose_templates, write

HERE = Path(__file__).resolve().parent
TARGET = HERE / "civic-comments.csv.gz"
HEADER = (
    "comment",
    "date",
    "language",
    "channel",
    "district",
    "gender",
    "literacy",
    "text",
    "second_language",
    "personal_data",
    "duplicate_of",
    "template",
    "held_out",
    "department",
    "second_department",
    "topic",
    "severity",
    "second_reader_department",
    "second_reader_severity",
    "routed_to",
    "response_days",
    "historical_urgency",
)


def generate(parameters: dict, texts: dict[str, Texts]) -> list[Comment]:
    """All comments, in order of time."""
    some = next(iter(texts.values()))
    topics: dict[str, list[str]] = {}
    for template in some.templates:
        if template.topic not in topics.setdefault(template.department, []):
            topics[template.department].append(template.topic)
    held_out = {name for own in texts.values() for name in choose_templates(parameters, own)}
    comments: list[Comment] = []
    for number, date in enumerate(dates(parameters), 1):
        comment = draw(parameters, topics, number, date)
        if original := _original(parameters, comments, comment):
            _repeat(parameters, texts, comment, original)
        else:
            write(parameters, texts, comment)
        comment.held_out = comment.template in held_out
        read_again(parameters, comment)
        route(parameters, comment)
        answer(parameters, comment)
        comments.append(comment)
    return comments


def _original(parameters: dict, earlier: list[Comment], comment: Comment) -> Comment | None:
    """The comment that this one says again, if it does: one of the days before."""
    share = parameters["text"]
    random = stream(parameters, comment.number, "duplicate")
    if random.random() >= share["duplicates"]:
        return None
    nearest, farthest = share["duplicates days"]
    possible = []
    for other in reversed(earlier):
        days = (comment.date - other.date).days
        if days > farthest:
            break
        if days >= nearest and other.duplicate_of is None:
            possible.append(other)
    return one_of(possible, random) if possible else None


def _repeat(parameters: dict, texts: dict[str, Texts], comment: Comment, original: Comment) -> None:
    """The same person says the same thing again, word for word or in another way."""
    for name in ("language", "district", "literacy", "channel", "gender"):
        setattr(comment, name, getattr(original, name))
    for name in ("department", "topic", "severity"):
        setattr(comment, name, getattr(original, name))
    comment.duplicate_of = original.number
    word_for_word = parameters["text"]["duplicates word for word"]
    if stream(parameters, comment.number, "again").random() < word_for_word:
        for name in ("template", "second_department", "second_language", "personal_data", "text"):
            setattr(comment, name, getattr(original, name))
    else:
        write(parameters, texts, comment, original)


def table(
    parameters: dict,
    comments: list[Comment],
    more: Mapping[str, Callable[[Comment], str]] | None = None,
    first: int = 1,
) -> bytes:
    """The comments as CSV, packed; no time and no name in the packing.

    `more` gives further columns by their names, and `first` the number in the first name.
    """
    more = more or {}
    written = io.StringIO(newline="")
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow((*HEADER, *more))
    for comment in comments:
        rows.writerow(
            (
                _name(comment.number + first - 1),
                comment.date.isoformat(),
                comment.language,
                comment.channel,
                comment.district,
                comment.gender,
                comment.literacy,
                comment.text,
                comment.second_language,
                " | ".join(f"{kind}: {value}" for kind, value in comment.personal_data),
                _name(comment.duplicate_of + first - 1) if comment.duplicate_of else "",
                comment.template,
                "yes" if comment.held_out else "no",
                comment.department,
                comment.second_department,
                comment.topic,
                comment.severity,
                comment.second_reader_department,
                comment.second_reader_severity,
                comment.routed_to,
                comment.response_days,
                historical_urgency(parameters, comment.response_days),
                *(value(comment) for value in more.values()),
            )
        )
    made = io.BytesIO()
    # Not gzip.compress, whose header depends on Python's version.
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=made, mtime=0) as file:
        file.write(written.getvalue().encode("utf-8"))
    return made.getvalue()


def _name(number: int) -> str:
    """SYN in each name: whoever sees one row sees that it is synthetic."""
    return f"SYN{number:05}"


def write_atomic(content: bytes, target: Path) -> None:
    """Writes all of it or nothing: a run that is stopped leaves the old file as it was."""
    unfinished = target.with_name(target.name + ".part")
    try:
        unfinished.write_bytes(content)
        os.replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python datasets/civic-comments/make.py")
    parser.add_argument("--parameters", type=Path, default=HERE / "parameters.yml")
    parser.add_argument("--out", type=Path, default=TARGET)
    asked = parser.parse_args(arguments)
    try:
        parameters = yaml.safe_load(asked.parameters.read_text(encoding="utf-8"))
        texts = read(HERE / "texts", list(parameters["languages"]), list(parameters["departments"]))
    except TextsError as error:
        print(error, file=sys.stderr)
        return 2
    except (OSError, ValueError, KeyError, TypeError, yaml.YAMLError) as error:
        print(f"{asked.parameters} cannot be used: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    content = table(parameters, generate(parameters, texts))
    write_atomic(content, asked.out)
    digest = hashlib.sha256(content).hexdigest()
    rows = parameters["comments"]
    print(f"{asked.out.name}: {rows} rows, {len(content)} bytes, sha256 {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
