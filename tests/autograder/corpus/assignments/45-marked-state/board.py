"""A board that a program marks squares on; its state belongs to the module."""

SIZE = 5
_marked = set()
history = []


class OutsideError(ValueError):
    """The square is not on the board."""


def mark(square):
    if not 0 <= square < SIZE**2:
        raise OutsideError(square)
    _marked.add(square)
    history.append(square)


def is_marked(square):
    return square in _marked


def clear():
    _marked.clear()
    history.clear()
