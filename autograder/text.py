"""Small helpers for text: lists of words, and text of unknown origin that is safe to print."""


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


def printable(text: str) -> str:
    r"""Text with all that is not printable escaped as in Python (`\x1b`, `\n`, `\udce9`).

    Escapes control characters, lone surrogates (a file name that is not UTF-8), and characters
    that change the direction of writing or cannot be seen. Different texts stay different to the
    eye, all of it in one line.
    """
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)
