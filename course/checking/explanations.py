"""The commonest errors of beginners, each explained in one or two plain sentences.

`explain` reads an error's class, its text and the failed cell's source; no code runs. The texts
are those of Python 3.11 to 3.14, numpy, pandas and scikit-learn.
"""

import ast
import difflib
import keyword
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias, TypeGuard

from course.checking.messages import GENERAL, Message, say

LONGEST_SHOWN = 60
"""Characters of a name or a text of the learner's in an explanation."""

LONGEST_SAID = 200
"""Characters of Python's own text in an explanation that has no other words."""

IMPORTS = {
    "np": "import numpy as np",
    "pd": "import pandas as pd",
    "plt": "import matplotlib.pyplot as plt",
    "math": "import math",
    "random": "import random",
    "statistics": "import statistics",
    "Counter": "from collections import Counter",
    "MetricFrame": "from fairlearn.metrics import MetricFrame",
    "check": "from course import check",
    "load_dataset": "from course import load_dataset",
}
"""What a name that notebooks import usually comes from."""

BUILTINS = ("abs", "all", "any", "dict", "enumerate", "False", "float", "int", "len", "list",
            "max", "min", "None", "print", "range", "round", "set", "sorted", "str", "sum", "True",
            "tuple", "zip")  # fmt: skip
"""Python's own names that a learner meets, among which a misspelt one may have its neighbour."""

PLACE = re.compile(r" \([^()]*, line \d+\)$|\s*\(detected at line \d+\)")
"""What Python and IPython put after the text of a SyntaxError."""

KEY_AS_CODE = re.compile(r"=[ \t]*([^\W\d]\w*(?:-\w+)+)[ \t]*(?:#.*)?$", re.M)
NAME_WITH_HYPHEN = re.compile(r"^[ \t]*([^\W\d]\w*(?:-\w+)+)[ \t]*=(?!=)", re.M)
COMMA_NUMBER = re.compile(r"(?<![\w.,])(\d+),(\d+)(?![\w.,])")
GROUPED_NUMBER = re.compile(
    r"(?<![\w.,])\d{1,3}(?:(?:[ '’_\u00a0\u202f]\d{3})+(?:[.,]\d+)?|(?:\.\d{3})+[.,]\d+"
    r"|(?:,\d{3})+\.\d+|(?:\.\d{3}){2,})(?![\w,])"
)
SPACE_IN_NUMBER = re.compile(r"\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?")
DAY_AS_CODE = re.compile(r"(?<![\w.\"'-])(\d{4}-\d{1,2}-\d{1,2})(?![\w.\"'-])")
PER_CENT = re.compile(r"(\d+(?:\.\d+)?)[ \t]*%[ \t]*(?:$|[,)\]#])", re.M)


def explain(kind: str, text: str, source: str = "", known: Iterable[str] = ()) -> Message:
    """Explain an error, and what to do, in words for people who have never programmed.

    Parameters
    ----------
    kind, text : str
        The class and the text of the exception.
    source : str
        The cell that stopped, if it is known.
    known : iterable of str
        Names of the notebook, among which a misspelt one may have its neighbour.

    Returns
    -------
    Message
        The code begins with "error-". Where nothing fits it is "error-other" or "error-syntax",
        with Python's own text.
    """
    place = PLACE.search(text)
    text = PLACE.sub("", text.strip())
    if text == "incomplete input":
        # IPython's text for any code that could go on; Python's own names the bracket.
        opened = [
            pair[0] for pair in ("()", "[]", "{}") if source.count(pair[0]) > source.count(pair[1])
        ]
        text = f"'{opened[0]}' was never closed" if opened else text
    if place and (number := re.search(r"line (\d+)", place[0])):
        # The line where Python stopped reading, and the one before it, where the cause often is.
        last = int(number[1])
        source = "\n".join(source.split("\n")[max(last - 2, 0) : last])
    if kind in ("SyntaxError", "IndentationError", "TabError", "_IncompleteInputError"):
        found = _syntax(text, source)
    elif function := _function_without_steps(source):
        found = say(
            "error-margin",
            "The lines below `def {name}` belong to the function: begin each of them with four "
            "spaces.",
            name=_shown(function),
        )
    elif kind in ("NameError", "UnboundLocalError"):
        found = _name(text, source, known)
    else:
        found = _other(kind, text)
    return replace(found, module=GENERAL)


def _shown(text: str, longest: int = LONGEST_SHOWN) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _key(key: str) -> Message:
    return say(
        "error-key",
        "Python read `{key}` as a subtraction. The key of an option is a text: write it between "
        'straight quotation marks, as in `"{key}"`.',
        key=_shown(key),
    )


def _function_without_steps(source: str) -> str:
    """The name of a function whose steps were written at the left margin below it; or empty.

    Such a line uses an argument of the function or a name that the function makes, or is its
    `return`. IPython runs a cell statement
    by statement, so it fails before Python finds the `return` outside a function.
    """
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return ""
    begun: ast.FunctionDef | None = None
    for statement in statements:
        if isinstance(statement, ast.FunctionDef):
            returns = any(isinstance(node, ast.Return) for node in ast.walk(statement))
            begun = None if returns else statement
        elif begun is not None:
            own = {argument.arg for argument in begun.args.args}
            own |= {node.id for node in ast.walk(begun) if _is_made(node)}
            names = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
            if isinstance(statement, ast.Return) or names & own:
                return begun.name
    return ""


def _is_made(node: ast.AST) -> TypeGuard[ast.Name]:
    """Whether a part of a function gives a name a value."""
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def _name(text: str, source: str, known: Iterable[str]) -> Message:
    quoted = re.search(r"'([^']*)'", text)
    name = _shown(quoted[1]) if quoted else ""
    if "referenced before assignment" in text or "cannot access local variable" in text:
        return say(
            "error-local",
            "The function uses `{name}` before the line that gives it a value.",
            name=name,
        )
    for key in KEY_AS_CODE.findall(source):
        if name in key.split("-"):
            return _key(key)
    if name in IMPORTS:
        return say(
            "error-import",
            "`{name}` has not been imported. Run the first code cell of the notebook; if that "
            "does not help, write `{line}` at the top of the cell that uses it.",
            name=name,
            line=IMPORTS[name],
        )
    is_called = re.search(rf"\b{re.escape(name)}[ \t]*\(", source)
    near = difflib.get_close_matches(
        name, {*known, *BUILTINS} - {name}, 1, 0.9 if is_called else 0.8
    )
    if near:
        return say(
            "error-misspelt",
            "Python does not know `{name}`. Did you mean `{near}`? If not, run the cell that makes "
            "`{name}`; if only the lesson has that cell, copy it into this notebook and adapt it "
            "to this exercise.",
            name=name,
            near=_shown(near[0]),
        )
    called = rf"\b{re.escape(name)}\b"
    if re.search(rf"{called}[ \t]*[(\[.&|*/+<>-]|[&|~*/+<-][ \t]*{called}", source):
        return say(
            "error-name-used",
            "Python does not know `{name}`. Check its spelling and run the cell that makes it. If "
            "only the lesson has that cell, copy it into this notebook and adapt it to this "
            "exercise.",
            name=name,
        )
    return say(
        "error-name",
        "Python does not know `{name}`. If it is a text, such as the key of an option, write it "
        'between straight quotation marks: `"{name}"`. If it is a name, check its spelling and run '
        "the cell that makes it. If only the lesson has that cell, copy it into this notebook and "
        "adapt it to this exercise.",
        name=name,
    )


def _syntax(text: str, source: str) -> Message:
    invalid = re.search(r"invalid (?:non-printable )?character (?:'(.)' )?\(?(U\+[0-9A-F]+)", text)
    if invalid:
        # Some versions of Python find fault with the number, others with the space in it.
        in_number = SPACE_IN_NUMBER.search(source)
        return _thousands(in_number[0]) if in_number else _character(invalid[1] or "", invalid[2])
    hyphen = NAME_WITH_HYPHEN.search(source)
    if hyphen and "cannot assign to" in text:
        return say(
            "error-hyphen",
            "A name cannot have a hyphen: write `{name}`.",
            name=_shown(hyphen[1].replace("-", "_")),
        )
    if number := _number(text, source):
        return number
    for key in KEY_AS_CODE.findall(source):
        if any(keyword.iskeyword(word) for word in key.split("-")):
            return _key(key)
    if words := _words(source):
        return say(
            "error-words",
            "Python cannot read `{words}`. If this is a text, such as a value of a column or the "
            'key of an option, write it between straight quotation marks: `"{words}"`.',
            words=_shown(words),
        )
    for pattern, message in SYNTAX:
        if found := re.search(pattern, text):
            values = {key: _shown(value or "") for key, value in found.groupdict().items()}
            return replace(message, values=values)
    return say(
        "error-syntax",
        "Python cannot read this code: often a sign is missing, or there is one too many, in the "
        "line that the red text shows or in the line before it ({said}).",
        said=_shown(text),
    )


STRING_OR_COMMENT = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|#.*")
WORDS = re.compile(r"[^\W\d]\w*(?:[ -]+[^\W\d]\w*)+")
ONLY_WORDS = re.compile(r"(?<![=<>!])=[ \t]*([^\W\d]\w*(?:[ ][^\W\d]\w*)+)[ \t]*$", re.M)


def _words(source: str) -> str:
    """A text of several words without quotation marks, which Python cannot read; or empty.

    No two names follow each other in Python, unless one is a keyword.
    """
    code = STRING_OR_COMMENT.sub('""', source)
    for run in WORDS.findall(code):
        pairs = re.findall(r"(?=\b([^\W\d]\w*) +([^\W\d]\w*))", run)
        if any(not keyword.iskeyword(one) and not keyword.iskeyword(two) for one, two in pairs):
            return str(run)
    # Of words such as "stands in", one is a keyword.
    found = ONLY_WORDS.search(code)
    return found[1] if found and not keyword.iskeyword(found[1].split()[0]) else ""


def _thousands(number: str) -> Message:
    return say(
        "error-thousands",
        "Python cannot read the number `{number}`: write it without marks for thousands, and "
        "with a point as the decimal sign.",
        number=_shown(number),
    )


def _character(character: str, code: str) -> Message:
    if character and character in "“”„‟«»‘’‚‛‹›":
        return say(
            "error-quotes",
            'Python knows straight quotation marks only: replace `{character}` by `"`.',
            character=character,
        )
    if code in ("U+00A0", "U+202F", "U+2009", "U+2007", "U+200B"):
        return say(
            "error-space",
            "There is a special space in your code, which Python does not read. It often comes "
            "with a copied text, or as a mark for thousands. Delete it, and write numbers "
            "without marks for thousands.",
        )
    return say(
        "error-character",
        "Python does not know the character “{character}”. Write `-` for minus, `*` for times, "
        "`/` for divided by, `>=` for at least and `<=` for at most.",
        character=character or code,
    )


def _number(text: str, source: str) -> Message | None:
    """A number that was written as people write it, if it may have caused the error."""
    grouped = GROUPED_NUMBER.search(source)
    if "leading zeros" in text:
        if day := DAY_AS_CODE.search(source):
            return say(
                "error-day",
                "Python reads `{day}` as a subtraction. Write a date as a text, between straight "
                'quotation marks: `"{day}"`.',
                day=day[1],
            )
        for whole, rest in COMMA_NUMBER.findall(source):
            if rest.startswith("0") and (len(rest) != 3 or whole.startswith("0")):
                return say(
                    "error-decimal",
                    "Python does not read `{number}` as one number. Write the decimal sign as a "
                    "point: `{point}`.",
                    number=f"{whole},{rest}",
                    point=f"{whole}.{rest}",
                )
            if rest.startswith("0"):
                return say(
                    "error-decimal-or-thousands",
                    "Python does not read `{number}` as one number. If the comma is a decimal "
                    "sign, write `{point}`; if it marks thousands, write `{plain}`.",
                    number=f"{whole},{rest}",
                    point=f"{whole}.{rest}",
                    plain=f"{whole}{rest}",
                )
        if grouped is None:
            return say(
                "error-zero",
                "A whole number cannot begin with 0: write `7`, not `07`.",
            )
    if grouped and re.search(
        r"invalid (?:syntax|decimal literal)|leading zeros|unterminated", text
    ):
        return _thousands(grouped[0])
    if "invalid syntax" in text and PER_CENT.search(source):
        return say(
            "error-percent",
            "Python does not read a per-cent sign as per cent: write 25% as `0.25`.",
        )
    return None


Explained: TypeAlias = tuple[str, Message]

SYNTAX: Sequence[Explained] = (
    (
        r"'return' outside function",
        say(
            "error-return",
            "`return` works inside a function only: begin its line with four spaces, below the "
            "line with `def`.",
        ),
    ),
    (
        r"expected an indented block",
        say(
            "error-indent-missing",
            "The lines that belong to a line ending with a colon, such as the line with `def`, "
            "begin with four spaces.",
        ),
    ),
    (
        r"unexpected indent",
        say(
            "error-indent-extra",
            "A line begins with more spaces than the line before it: delete them, unless the "
            "line belongs to a function.",
        ),
    ),
    (
        r"unindent does not match|inconsistent use of tabs",
        say(
            "error-indent-uneven",
            "Lines that belong together must begin with the same number of spaces, and without "
            "tabs.",
        ),
    ),
    (
        r"'(?P<bracket>[(\[{])' was never closed",
        say(
            "error-bracket-open",
            "The bracket `{bracket}` was opened and never closed: count the brackets of that line.",
        ),
    ),
    (
        r"unmatched '(?P<bracket>.)'",
        say(
            "error-bracket-closed",
            "The bracket `{bracket}` closes one that was never opened: count the brackets of that "
            "line.",
        ),
    ),
    (
        r"closing parenthesis '(?P<bracket>.)' does not match opening parenthesis '(?P<opened>.)'",
        say(
            "error-bracket-other",
            "`{opened}` was opened, but `{bracket}` closes it: each bracket needs one of its own "
            "kind.",
        ),
    ),
    (
        r"unterminated (?:triple-quoted )?(?:f-)?string|EOL while scanning",
        say(
            "error-string",
            "A quotation mark is missing: a text begins and ends with the same mark.",
        ),
    ),
    (
        r"[Mm]aybe you meant '=='|perhaps you meant \"==\"|cannot assign to",
        say(
            "error-equals",
            "A single `=` gives the name on its left the value on its right. To ask whether two "
            "values are equal, write `==`.",
        ),
    ),
    (
        r"expected ':'",
        say(
            "error-colon",
            "A colon is missing at the end of a line that begins with `def`, `if`, `for` or "
            "`while`.",
        ),
    ),
    (
        r"[Pp]erhaps you forgot a comma",
        say(
            "error-comma",
            "Something is missing between two values: a comma, or a sign such as `+` or `*`.",
        ),
    ),
    (
        r"unexpected EOF|incomplete input|unexpected end of",
        say(
            "error-unfinished",
            "The code ends too early: a bracket, a quotation mark or the right side of an `=` is "
            "missing.",
        ),
    ),
)
"""Patterns of a SyntaxError's text; named groups are the values of the message."""

NOTHING = say(
    "error-none",
    "A value is `None`, which means nothing, where a number, a text or a table is needed. A "
    "function without `return` gives `None`; so do `print` and methods such as `append`.",
)
LENGTHS = say(
    "error-length",
    "Two columns, lists or tables with different rows meet here. Take both from the same table, "
    "with the same rows.",
)
TEXT = say(
    "error-text",
    "A text meets a number here. Write a number without quotation marks; a column of texts has to "
    "be turned into numbers before you calculate with it.",
)
CONDITIONS = say(
    "error-conditions",
    "Conditions on a whole column are joined with `&` (and) or `|` (or) and turned round with `~` "
    "(not), and each condition needs brackets of its own.",
)
TUPLE = say(
    "error-tuple",
    "A comma outside of brackets makes a pair or a row of values, and Python cannot calculate with "
    "it. Write the decimal sign as a point, and no mark for thousands.",
)
BY_DATE = say(
    "error-date",
    "There is no column or label called `{name}`. To pick rows by their date, write `.loc` and the "
    'date between quotation marks: `table.loc["{name}"]`. If you have, no row has this date.',
)
MISSING_COLUMN = say(
    "error-column",
    "There is no column, label or key called `{name}`. Use the exact spelling of the data, with "
    "capital letters: `table.columns` shows the columns of a table, `table.index` the labels of "
    "its rows.",
)
NO_SUCH_NAME = say(
    "error-module",
    "Python finds nothing called `{name}` in `{owner}`: check the spelling.",
)

OTHER: Sequence[tuple[str, str, Message]] = (
    (
        "",
        r"(?i)'?ellipsis'?",
        say(
            "error-dots",
            "An answer that this cell needs still has its three dots: answer that exercise, run "
            "its cell, then run this cell again.",
        ),
    ),
    ("", r"NoneType", NOTHING),
    (
        "KeyError",
        r"key of type tuple|^\(.*, .*\)$",
        say(
            "error-key-tuple",
            "Square brackets with a comma inside look for one label that has several parts. To "
            'pick several columns, write two pairs of square brackets, as in `table[["sex", '
            '"age"]]`. To pick the rows from one date to another, write a colon.',
        ),
    ),
    ("KeyError", r"^['\"]?(?P<name>(?:19|20)\d\d(?:-\d\d)*)['\"]?$", BY_DATE),
    ("KeyError", r"^\"?\[(?P<name>.*?)\] not (?:in index|found in axis)", MISSING_COLUMN),
    ("KeyError", r"None of \[(?P<name>.*)\] are in the", MISSING_COLUMN),
    ("KeyError", r"Column(?:\(s\)|s)? not found: (?P<name>.*)", MISSING_COLUMN),
    ("KeyError", r"^['\"]?(?P<name>.*?)['\"]?$", MISSING_COLUMN),
    ("UndefinedVariableError", r"name '(?P<name>.*)' is not defined", MISSING_COLUMN),
    (
        "",
        r"could not be broadcast|Length of values|identically-labeled|must (?:all )?be (?:of )?"
        r"the same length|inconsistent numbers? of samples|Item wrong length|Unalignable boolean"
        r"|Lengths must (?:match|be equal)|boolean index did not match"
        r"|must have the same (?:length|shape)"
        r"|Shape of passed values|Length mismatch|different lengths",
        LENGTHS,
    ),
    (
        "",
        r"contains NaN|contains infinity",
        say(
            "error-gaps",
            "Some of the values are missing (NaN), and the model cannot use them. Leave out the "
            "rows that have a gap.",
        ),
    ),
    (
        "TypeError",
        r"cannot do slice indexing on",
        say(
            "error-slice",
            "The rows of this column or table have no labels of this kind, so the two values round "
            "the colon cannot be found. In a function, use the whole column that it is given, "
            "without years in square brackets.",
        ),
    ),
    (
        "ValueError",
        r"percentiles should all be|[Qq]uantiles? must be in the (?:range|interval)",
        say(
            "error-quantile",
            "A quantile needs a share between 0 and 1, with a point as the decimal sign: `0.9`. If "
            "you computed the share, look at its brackets: Python divides before it adds.",
        ),
    ),
    (
        "",
        r"cannot perform the numpy op (?:bitwise|logical)",
        say(
            "error-marks",
            "`&`, `|` and `~` join columns of true and false. One of the values here is a table, "
            "or a column of something else.",
        ),
    ),
    (
        "ValueError",
        r"X has \d+ features, but|feature names should match",
        say(
            "error-features",
            "The model learned from other columns than those it is given now. Call `fit_transform` "
            "only on the rows from which it learns; for all others call `transform` of the same "
            "object.",
        ),
    ),
    (
        "TypeError",
        r"Cannot perform reduction|does not support (?:operation|aggregation)",
        say(
            "error-of-texts",
            "A mean, a sum or a standard deviation needs numbers, and there are texts among the "
            'values. First pick the column of numbers, as in `table["column"].mean()`.',
        ),
    ),
    (
        "TypeError",
        r"unsupported operand type\(s\) for \S+(?: or pow\(\))?: (?:'(?:list|dict|set)'"
        r"|.* and '(?:list|dict|set)')|can only concatenate list",
        say(
            "error-of-list",
            "Python does not calculate with a whole list or dictionary. Make a column of a list "
            "first, as in `pd.Series(values) ** 2`, or calculate with one of its values.",
        ),
    ),
    ("", r"'tuple'|tuple \(not", TUPLE),
    (
        "ValueError",
        r"is not a valid method|'\d+' is not a valid|interpolation",
        say(
            "error-comma-call",
            "A comma between brackets separates two values. If it is a decimal sign, write a "
            "point: `0.1`, not `0,1`.",
        ),
    ),
    (
        "ValueError",
        r"Target is multiclass but average='binary'",
        say(
            "error-average",
            "There are more than two answers, so `f1_score` needs to know how to average over "
            'them: write `average="macro"` before the closing bracket.',
        ),
    ),
    (
        "ValueError",
        r"Expected 2D array|Reshape your data",
        say(
            "error-2d",
            "A model needs a table, with the same columns as in `fit`. Here it got a single column "
            "or list.",
        ),
    ),
    (
        "ValueError",
        r"Iterable over raw text documents expected",
        say(
            "error-one-text",
            "A list or a column of texts is needed here, and a single text was given. Square "
            'brackets make a list of one text: `["a text"]`.',
        ),
    ),
    (
        "TypeError",
        r"requires string as left operand, not list",
        say(
            "error-list-in-text",
            "`in` looks for one text in another one, and here a whole list was given. Look for "
            "each value of the list in turn, with `for`.",
        ),
    ),
    (
        "",
        r"truth value of an? .*ambiguous|unsupported operand type\(s\) for [&|]|'rand_'|'ror_'"
        r"|Cannot perform '(?:r?and_|r?or_)'|operation 'r?(?:and|or)_'"
        r"|bad operand type for unary ~",
        CONDITIONS,
    ),
    (
        "",
        r"unsupported operand type\(s\).*'str'|(?:can only|must be) (?:concatenate )?str"
        r"|could not convert string|[Cc]ould not convert .* to numeric|invalid literal for"
        r"|between instances of '(?:str' and '(?:int|float)|(?:int|float)' and 'str)'"
        r"|Invalid comparison between dtype=|can't multiply sequence by non-int of type 'float'"
        r"|StrDType|dtype\('<U",
        TEXT,
    ),
    (
        "AttributeError",
        r"module '(?P<owner>[^']*)' has no attribute '(?P<name>[^']*)'",
        NO_SUCH_NAME,
    ),
    (
        "AttributeError",
        r"'(?P<kind>[^']*)' object has no attribute '(?P<name>[^']*)'",
        say(
            "error-attribute",
            "A value of the type {kind} has nothing called `{name}`: check the spelling, and "
            "whether the value before the point is the one you mean.",
        ),
    ),
    ("ImportError", r"cannot import name '(?P<name>[^']*)' from '(?P<owner>[^']*)'", NO_SUCH_NAME),
    (
        "ModuleNotFoundError",
        r"No module named '(?P<name>[^']*)'",
        say(
            "error-package",
            "There is no package called `{name}` here: check the spelling of the import.",
        ),
    ),
    (
        "TypeError",
        r"'(?P<kind>[^']*)' object is not callable",
        say(
            "error-call",
            "Round brackets directly after a value of the type {kind} try to call it as a "
            "function. To multiply, write `*`; to pick a column or a row, use square brackets.",
        ),
    ),
    (
        "TypeError",
        r"'(?:method|function|builtin_function_or_method|type)' object is not subscriptable",
        say(
            "error-square",
            "A function is called with round brackets; here it is followed by square ones.",
        ),
    ),
    (
        "",
        r"object is not subscriptable|invalid index to scalar variable",
        say(
            "error-parts",
            "Square brackets pick a part of a table, a column or a list; the value before them "
            "has no parts.",
        ),
    ),
    (
        "TypeError",
        r"missing \d+ required (?:positional|keyword)|positional arguments? but|takes no arguments"
        r"|unexpected keyword argument|got multiple values for",
        say(
            "error-arguments",
            "A function got too few values between its brackets, too many, or one under a name "
            "that it does not have.",
        ),
    ),
    (
        "ZeroDivisionError",
        "",
        say(
            "error-zero-division",
            "A number is divided by zero: look for a group or a list that is empty.",
        ),
    ),
    (
        "",
        r"object is not iterable|cannot unpack non-iterable|values to unpack",
        say(
            "error-several",
            "The code asks for several values where there is one, or for more or fewer than there "
            "are.",
        ),
    ),
    (
        "IndexError",
        "",
        say(
            "error-index",
            "The code asks for a place that does not exist. Counting begins at 0, so the last "
            "place is one less than the length.",
        ),
    ),
    (
        "FileNotFoundError",
        "",
        say(
            "error-file",
            "There is no file of that name in this folder: check the name.",
        ),
    ),
    (
        "KeyboardInterrupt",
        "",
        say(
            "error-interrupted",
            "The cell was stopped before its end: run it again.",
        ),
    ),
    (
        "NotFittedError",
        "",
        say(
            "error-fit",
            "The model has not learned yet: call its `fit` before `predict`.",
        ),
    ),
)
"""Classes of an exception (any, where empty), patterns of its text, and the message."""


def _other(kind: str, text: str) -> Message:
    for wanted, pattern, message in OTHER:
        if wanted in ("", kind) and (found := re.search(pattern, text)):
            values = {key: _shown(value.strip("'\"")) for key, value in found.groupdict().items()}
            return replace(message, values=values)
    return say(
        "error-other",
        "Python stopped with {kind}: {said}.",
        kind=_shown(kind),
        said=_shown(text, LONGEST_SAID),
    )
