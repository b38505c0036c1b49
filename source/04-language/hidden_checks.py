"""What only the grader knows of module 04: the learner's functions on other data."""

import pandas as pd

from course.checking import exercise, expect, say


@exercise("seen-before")
def seen_before(function):
    other = say(
        "04-seen-hidden",
        "With other tables the share differs: does your function use both of its arguments, and "
        "nothing else?",
    )
    # Tables picked out of larger ones keep their row numbers.
    training = pd.DataFrame({"template": ["x", "y", "z"]}, index=[70, 71, 72])
    test = pd.DataFrame(
        {"template": ["y", "y", "y", "q"], "department": "roads"}, index=[5, 9, 2, 70]
    )
    expect.close(expect.call(function, training, test), 0.75, otherwise=other)
    apart = pd.DataFrame({"template": ["m", "n"]})
    expect.close(expect.call(function, apart, test), 0.0, otherwise=other)
    expect.close(expect.call(function, test, test), 1.0, otherwise=other)


@exercise("sort-comments")
def sort_comments(function):
    other = say(
        "04-sort-hidden",
        "With other texts the departments are wrong: does your function learn from all that "
        "it is given, each time it is called?",
    )
    texts = pd.Series(
        [
            "grass in the park",
            "park bench and grass",
            "tax bill",
            "bill for the tax",
            "rats and mice",
            "mice in the kitchen",
            "rats again",
        ],
        index=[40, 41, 42, 43, 44, 45, 46],
    )
    departments = pd.Series(
        ["parks", "parks", "finance", "finance", "health", "health", "health"], index=texts.index
    )
    new = pd.Series(
        ["the tax bill", "rats and mice in the kitchen", "grass and a bench"], index=[7, 3, 9]
    )
    try:
        found = expect.call(function, texts, departments, new)
    except expect.NotYet:
        raise expect.NotYet(other) from None
    expect.length(found, 3, other)
    expect.true([str(name) for name in found] == ["finance", "health", "parks"], other)
    one = expect.call(function, list(texts), list(departments), ["mice"])
    expect.length(one, 1, other)
    expect.true(str(next(iter(one))) == "health", other)


@exercise("slipped-through")
def slipped_through(function):
    other = say(
        "04-slipped-hidden",
        "With another text a value is missing from your list, or one too many is in it.",
    )
    cases = [
        ("Je m'appelle Awa Sow, [address]. Tél. [phone].",
         "name: Awa Sow | address: 5 rue du Phare, porte 2 | phone: 555-0102", ["Awa Sow"]),
        ("Moro na Rua do Farol, 52, 1º direito.",
         "address: Rua do Farol, 52, 1º direito", ["Rua do Farol, 52, 1º direito"]),
        ("[name] | MV-000001", "name: Eva Cruz | id: MV-000001", ["MV-000001"]),
        ("", "name: Eva Cruz", []),
        ("Write to c/o: Luz Rey, desk 3.", "address: c/o: Luz Rey, desk 3", ["c/o: Luz Rey, desk 3"]),
        ("12 (b) 34 é o número. Rey, Luz e [name].",
         "id: MV-000002 | name: Luz Rey | id: 12 (b) 34 | name: Ari Rey", ["12 (b) 34"]),
        ("[phone], 555-0103, Sow", "phone: 555-0102 | phone: 555-0103 | name: Sow Awa", ["555-0103"]),
    ]  # fmt: skip
    for text, before, expected in cases:
        found = [str(value) for value in expect.call(function, text, before)]
        expect.true(sorted(found) == sorted(expected), other)
