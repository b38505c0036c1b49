"""Text of unknown origin, such as students' names, in a form that is safe to print and to store."""


def printable(text: str) -> str:
    r"""Text with all that is not printable escaped as in Python (`\x1b`, `\n`, `\udce9`).

    Escapes control characters, lone surrogates (a file name that is not UTF-8), and characters
    that change the direction of writing or cannot be seen. Different texts stay different to the
    eye, all of it in one line.
    """
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)
