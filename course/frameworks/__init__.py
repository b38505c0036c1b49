"""Frameworks: official instruments and laws as dated data, with texts in the reader's language.

course/frameworks/NAME.yml holds one framework, in English. Its translations are in the catalogue
course/locale/LANG/frameworks/NAME.po, which the build keeps up to date. This module reads the
file; it does not know what the entries of a framework mean.
"""

from collections.abc import Callable
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from course import language, places
from course.errors import UserError, describe

TEXT_KEYS = frozenset(
    {"help", "label", "note", "place", "question", "reason", "summary", "text", "title"}
)
"""The keys whose values are texts for readers: one text, or a list or mapping of texts.

A place is a place in a law, such as "Article 5(1)(a)", which each language cites in its own way.
All other values are data: ids, weights, dates, addresses. They are never translated.
"""


class FrameworkError(UserError):
    """A framework that is unknown or cannot be read; the message is one line for people."""


def framework_names() -> list[str]:
    """The names that `framework` takes, in alphabetical order."""
    return sorted(path.stem for path in places.frameworks().glob("*.yml"))


def framework(name: str, lang: str | None = None) -> dict[str, Any]:
    """The content of a framework, with its texts in the reader's language or in `lang`.

    A text without a translation stays in English. Each call returns a new copy. Raises
    FrameworkError.
    """
    if name not in framework_names():
        raise FrameworkError(
            f"The course has no framework {name!r}; it has: {', '.join(framework_names())}."
        )
    module, content = catalogue_of(name), _content(places.frameworks() / f"{name}.yml")
    lang = lang or language.current()
    return mapped(content, lambda text: language.text(text, module=module, lang=lang))


def catalogue_of(name: str) -> str:
    """The catalogue that holds the translations of a framework."""
    return f"frameworks/{name}"


@lru_cache
def _content(path: Path) -> dict[str, Any]:
    """The content of a framework's file, read once; callers must not change it."""
    return read_framework(path)


def read_framework(path: Path) -> dict[str, Any]:
    """The content of a framework's file, in English. Raises FrameworkError."""
    # The C parser is much the faster on a long file; PyYAML may be built without it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise FrameworkError(f"{path}: not a readable framework ({describe(error)})") from error
    if not isinstance(content, dict):
        raise FrameworkError(f"{path}: not a framework (it must begin with a key and a colon)")
    return content


def texts(content: dict[str, Any]) -> list[str]:
    """All texts of a framework that are translated, in the order of the file."""
    found: list[str] = []

    def collect(text: str) -> str:
        found.append(text)
        return text

    mapped(content, collect)
    return found


def mapped(content: dict[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    """A copy of a framework in which each text is changed."""
    copied: dict[str, Any] = _mapped(content, change, is_text=False)
    return copied


def _mapped(value: Any, change: Callable[[str], str], *, is_text: bool) -> Any:
    """A copy of a value. `is_text` says that it is below one of TEXT_KEYS."""
    if isinstance(value, dict):
        return {
            key: _mapped(each, change, is_text=is_text or key in TEXT_KEYS)
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [_mapped(each, change, is_text=is_text) for each in value]
    if is_text and isinstance(value, str):
        return change(value)
    return deepcopy(value)
