"""The command `ai4gov` of the learners' repository, without the commands for graders."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from course.errors import UserError
from course.language import LANGUAGES, SOURCE
from course.start.chosen_language import choose, chosen
from course.start.learner_pages import write_pages
from course.start.opening import StartError, copy_release, open_lab

ABOUT_START = "open the course in the browser, in a working folder of your own"
ABOUT_SCHEMA = "write JSON Schemas of the dossier's files, with which editors complete them"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns 0 when all was done and 2 for a call that was wrong."""
    parser = argparse.ArgumentParser(
        prog="ai4gov", description="AI for the Public Sector: the course's command."
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    add_start_options(commands.add_parser("start", help=ABOUT_START, description=ABOUT_START))
    add_schema_options(commands.add_parser("schema", help=ABOUT_SCHEMA, description=ABOUT_SCHEMA))
    options = parser.parse_args(arguments)
    try:
        status: int = options.run(options)
    except UserError as error:
        print(f"ai4gov: {error}", file=sys.stderr)
        return error.exit_status
    return status


def add_start_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `ai4gov start`."""
    parser.set_defaults(run=start)
    parser.add_argument(
        "--lang",
        help=f"one of {', '.join(LANGUAGES)}, which is kept (default: the one kept, or en)",
    )
    parser.add_argument(
        "--dir", type=Path, default=Path("ai4gov-course"), help="the working folder"
    )
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")
    parser.add_argument("lab", nargs="*", help="after --: further options for Jupyter")


def start(options: argparse.Namespace) -> int:
    """Copy the course into the working folder, then open its start page. Raises StartError."""
    lang = _language(options.lang)
    folder = options.dir.resolve()
    written, kept = copy_release(folder)
    print(f"Your working folder: {folder} ({written} files new or renewed)")
    for name in kept:
        print(f"  kept, for it is your work: {name}")
    try:
        print(f"Your start page: {write_pages(folder, lang, root=folder)}")
        print("  in the browser, while this command is running: /ai4gov/start.html")
    except OSError as error:
        raise StartError(f"{error.filename or folder}: {error.strerror}") from error
    sys.stdout.flush()
    return open_lab(folder, lang, not options.no_browser, options.lab)


def _language(asked: str | None) -> str:
    """The language that was asked for, which is kept; else the one that was kept, or English."""
    if asked is None:
        kept = chosen()
        return kept if kept in LANGUAGES else SOURCE
    _refuse_unknown(asked)
    # A home that cannot be written: the choice holds for this time.
    with suppress(OSError):
        choose(asked)
    return asked


def add_schema_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `ai4gov schema`."""
    parser.set_defaults(run=schema)
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder of the dossier")
    parser.add_argument(
        "--lang",
        default=SOURCE,
        help=f"language of the explanations: {', '.join(LANGUAGES)} (default: en)",
    )


def schema(options: argparse.Namespace) -> int:
    """Write the schema of each artefact into DIR/schema. Raises SchemaError."""
    _refuse_unknown(options.lang)
    from course.dossier.fields.schema import export
    from course.dossier.papers import ARTEFACTS

    written = export(ARTEFACTS.values(), options.folder, options.lang)
    print(f"{written[0].parent}: {len(written)} schemas")
    return 0


def _refuse_unknown(lang: str) -> None:
    if lang not in LANGUAGES:
        raise StartError(f"no language {lang!r}; the course has: {', '.join(LANGUAGES)}")


if __name__ == "__main__":
    sys.exit(main())
