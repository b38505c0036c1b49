"""Calls a data set's make.py in a folder of its own: no test writes over shipped files."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from course import places

RESULTS = ("*.csv", "*.csv.gz", "*.part")
"""What make.py writes: its tables, and what it has not finished."""


def copied(name: str, folder: Path) -> Path:
    """Copy make.py and what it reads to `folder`/`name`; returns the script's path."""
    ignored = shutil.ignore_patterns(
        *RESULTS, "__pycache__", ".ipynb_checkpoints", "croissant.json", "datasheet.yml"
    )
    return shutil.copytree(places.datasets() / name, folder / name, ignore=ignored) / "make.py"


def run(maker: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(maker), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def tables(maker: Path) -> dict[str, bytes]:
    """The content of the files that make.py has written, also beside its own folder, by name."""
    folder = maker.parent.parent
    return {
        path.name: path.read_bytes() for result in RESULTS for path in folder.glob(f"*/{result}")
    }


def refusal(maker: Path, *arguments: object) -> str:
    """What make.py says on stderr when it refuses: in one line, with exit status 2.

    Asserts too that the tables beside it are as they were: none is written, none is changed.
    """
    before = tables(maker)
    refused = run(maker, *arguments)
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
    assert tables(maker) == before
    return refused.stderr
