"""The sentence of each message code, and which codes only hidden checks have."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from course import dossier, language
from course.checking.messages import GENERAL, SHARED, Message
from course.publishing import PublishingError, catalogue

VISIBLE, HIDDEN = "checks.py", "hidden_checks.py"


@dataclass(frozen=True)
class Sentences:
    """What the checks of an assignment can say: (English text, module of its catalogue) by code."""

    texts: Mapping[str, tuple[str, str]]
    hidden: frozenset[str] = field(default_factory=frozenset)

    def read(self, code: str, lang: str) -> str:
        """The sentence in a language, with an ellipsis for each value; empty if it is unknown."""
        text, home = self.texts.get(code, ("", GENERAL))
        said = language.text(text, module=home, context=code, lang=lang) if text else ""
        return re.sub(r"\{\w*\}", "…", said)


def sentences(folder: Path | None, module: str, messages: Mapping[str, str] | None) -> Sentences:
    """The sentences of an assignment, from the folder with its checks, which are not executed.

    `messages` are English sentences by code, which stand in none of the checks.
    """
    texts = {message.code: (message.text, GENERAL) for message in _shared()}
    said = {name: _said(folder / name) if folder else {} for name in (VISIBLE, HIDDEN)}
    for found in said.values():
        texts |= {code: (text, module) for code, text in found.items()}
    texts |= {code: (text, module) for code, text in (messages or {}).items()}
    return Sentences(texts, frozenset(said[HIDDEN]) - frozenset(said[VISIBLE]))


def _said(path: Path) -> dict[str, str]:
    """The codes and texts of say(...) in a file of checks; none where it cannot be read."""
    try:
        calls = catalogue.calls(path.read_text(encoding="utf-8"), ("say",), str(path))
    except (OSError, ValueError, PublishingError):
        return {}
    written = (
        [each.value for each in call.args if isinstance(each, ast.Constant)] for call in calls
    )
    return {str(words[0]): str(words[1]) for words in written if len(words) == 2}


def _shared() -> Iterator[Message]:
    """The sentences that all modules share: those of the checks, and of the dossier's artefacts."""
    yield from SHARED.values()
    for found in pkgutil.iter_modules(dossier.__path__, f"{dossier.__name__}."):
        held = vars(importlib.import_module(found.name))
        yield from (each for each in held.values() if type(each) is Message)
