"""Makes hidden-comments.csv.gz: the comments on which the grader tries a team's service.

Usage: python source/capstone-2-data-and-model/hidden/make.py [--out FILE]

The generator is that of datasets/civic-comments, with the sentences in texts/ and the numbers in
parameters.yml, which no learner gets. Two columns are added: life (a threat to life) and child (a
child in danger), yes or no. The same parameters and texts give the same bytes.
"""

import argparse
import hashlib
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
GENERATOR = HERE.parents[2] / "datasets" / "civic-comments"
TARGET = HERE.parent / "hidden-comments.csv.gz"

# This file has the name of the generator's, so the generator's folder comes first on the path.
sys.path.insert(0, str(GENERATOR))
from latent import Comment  # noqa: E402
from make import generate, table, write_atomic  # noqa: E402
from texts import Texts, TextsError, read  # noqa: E402


def read_parameters() -> dict:
    """The public parameters with those of this folder put over them."""
    parameters, own = (
        yaml.safe_load((folder / "parameters.yml").read_text(encoding="utf-8"))
        for folder in (GENERATOR, HERE)
    )
    return {**parameters, **own, "text": parameters["text"] | own["text"]}


def read_texts(parameters: dict) -> dict[str, Texts]:
    """The sentences of each language; openings, slots, slips and the like are the public ones."""
    wanted = list(parameters["languages"]), list(parameters["departments"])
    return read(HERE / "texts", *wanted, usual=GENERATOR / "texts")


def content(parameters: dict, texts: dict[str, Texts]) -> bytes:
    """The packed file."""
    templates = {each.name: each for own in texts.values() for each in own.templates}
    comments = generate(parameters, texts)
    for comment in comments:
        # A topic without a template of this severity was replaced by another of its department.
        comment.topic = templates[comment.template].topic
        comment.held_out = True

    def danger(kind: str):
        def value(comment: Comment) -> str:
            return "yes" if getattr(templates[comment.template], kind) else "no"

        return value

    more = {kind: danger(kind) for kind in ("life", "child")}
    return table(parameters, comments, more, parameters["first number"])


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python source/capstone-2-data-and-model/hidden/make.py")
    parser.add_argument("--out", type=Path, default=TARGET)
    asked = parser.parse_args(arguments)
    try:
        parameters = read_parameters()
        made = content(parameters, read_texts(parameters))
    except TextsError as error:
        print(error, file=sys.stderr)
        return 2
    write_atomic(made, asked.out)
    digest = hashlib.sha256(made).hexdigest()
    rows = parameters["comments"]
    print(f"{asked.out.name}: {rows} rows, {len(made)} bytes, sha256 {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
