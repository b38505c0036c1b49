"""A model card and a fairness statement as a person fills them in, and ways to spoil them."""

from pathlib import Path

FOLDER = Path(__file__).parent
CARD = (FOLDER / "card.yml").read_text(encoding="utf-8")
STATEMENT = (FOLDER / "statement.yml").read_text(encoding="utf-8")


def changed(text: str, *changes: tuple[str, str]) -> str:
    """A text in which each of some pieces stands no more, but another in its place."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


CIVICLY = FOLDER / "civicly"
"""A complete dossier without a fault, whose numbers are those of civicly_numbers.py."""


def civicly(name: str, *changes: tuple[str, str]) -> str:
    """The text of one of its artefacts, with changes."""
    return changed((CIVICLY / f"{name}.yml").read_text(encoding="utf-8"), *changes)
