"""Put the released notebooks and the data sets into the wheel, and nothing secret with them."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# hatchling does not put the folder of the project on the path.
sys.path.insert(0, str(Path(__file__).resolve().parent))
from course.publishing.secrets import hidden_sentences, leaks, secret_lines

# Name of a folder here -> where the installed package finds it.
SHIPPED = {"release": "course/_data/release", "datasets": "course/_data/datasets"}


def shipped_files(root: Path) -> dict[str, str]:
    """Absolute path of each extra file -> its path in the wheel.

    Left out: hidden files and folders (a learner's checkpoints), compiled files, and what the data
    were made from. Raises FileNotFoundError when a folder is missing and ValueError when one holds
    a secret.
    """
    files: dict[str, str] = {}
    for name, target in SHIPPED.items():
        folder = root / name
        if not folder.is_dir():
            raise FileNotFoundError(
                f"{name}/ is missing, so the wheel would be empty: run `ai4gov build` first"
            )
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(folder)
            if not path.is_file() or any(p.startswith((".", "__")) for p in inside.parts):
                continue
            if name == "datasets" and not is_shipped(inside):
                continue
            if name == "release" and is_left_by_working(inside):
                continue
            files[str(path)] = f"{target}/{inside.as_posix()}"
    # A source archive has no source/, and then only names and marks are searched for.
    secret = secret_lines(root / "source"), hidden_sentences(root / "source")
    inside = {str(Path(path).relative_to(root)): Path(path).read_bytes() for path in files}
    if leak := next(leaks(inside, *secret), None):
        raise ValueError(f"learners must not get this: {leak}")
    return files


def refuse_old_extension(root: Path) -> None:
    """Raise ValueError where the notebook extension was not built from its sources as they are.

    Making an environment must not need Node.js, so the built script is in the repository.
    """
    folder = root / "course" / "jupyter"
    answers, templates = folder / "answers", root / "course" / "templates"
    if not answers.is_dir():
        return  # A source archive, or the learners' repository, has the built script alone.
    sources = {path.relative_to(answers).as_posix(): path for path in answers.glob("src/*")}
    sources["build.mjs"] = answers / "build.mjs"
    for name in ("mark.svg", "tokens.css"):
        sources[f"../../templates/{name}"] = templates / name
    digest = sha256(b"".join(path.read_bytes() for _, path in sorted(sources.items()))).hexdigest()
    (script,) = (folder / "labextension" / "static").glob("*.js")
    if digest not in script.read_text(encoding="utf-8").partition("\n")[0]:
        raise ValueError(f"{script.name} is older than its sources: npm run build in {answers}")


def is_left_by_working(path: Path) -> bool:
    """True for what somebody who works in the release folder leaves there."""
    # As course.start.opening.MADE: it cannot be imported, for a build lacks our requirements.
    made = {"progress.json", "start.html", "completion-record.html", "checks.py"}
    return path.name in made or path.suffix == ".zip" or path.parts[0] == "older-files"


def is_shipped(path: Path) -> bool:
    """True for a data file, a datasheet and its Croissant form: <data set>/<file>."""
    named = {"datasheet.yml", "croissant.json"}
    return len(path.parts) == 2 and (path.name in named or path.suffix in {".csv", ".gz"})


class ShipData(BuildHookInterface[Any]):
    """Hatchling's build hook; an editable install reads the folders where they are."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files to the wheel that is being built."""
        if version != "editable":
            refuse_old_extension(Path(self.root))
            build_data["force_include"].update(shipped_files(Path(self.root)))
