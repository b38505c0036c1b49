"""The self-checks of the first steps. They give no points."""

from course.checking import exercise, expect, say


@exercise(
    "quick-number",
    hints=[
        say("00-hint-number-1", "Add the two numbers of the question."),
        say("00-hint-number-2", "The line with one gap: `counters = 18 + ___`"),
    ],
)
def quick_number(value):
    expect.count(
        value,
        20,
        mistakes={
            16: say(
                "00-number-minus", "The office opens two more counters; it does not close any."
            ),
            36: say("00-number-times", "You have multiplied. Add the two numbers: `+`."),
            18: say("00-number-before", "That is the number before the two new counters open."),
            2: say("00-number-new", "Those are only the new counters. How many are there in all?"),
        },
    )


@exercise(
    "quick-share",
    hints=[
        say("00-hint-share-1", "Per cent means “of a hundred”: divide by 100."),
        say("00-hint-share-2", "The line with one gap: `by_post = 7.5 / ___`"),
    ],
)
def quick_share(value):
    expect.share(
        value,
        0.075,
        mistakes={
            0.75: say("00-share-ten", "That is 75 per cent. Divide by 100, not by 10."),
        },
    )


@exercise(
    "quick-key",
    because=say(
        "00-quick-key-why",
        "“Working …” appears while a cell is running and goes when the cell has finished.",
    ),
    hints=[say("00-hint-key-1", "Section 1 says what “Working …” means.")],
)
def quick_key(key):
    expect.choice(
        key,
        right="still-running",
        wrong={
            "has-failed": say(
                "00-key-failed",
                "After an error there is red text below the cell, and “Working …” is gone.",
            ),
            "was-changed": say(
                "00-key-changed",
                "A change alone does not bring “Working …”. It appears while the cell is running.",
            ),
        },
    )


@exercise(
    "quick-error",
    because=say(
        "00-quick-error-why",
        "A `NameError` means that Python does not know a name: here the cell says `countres` in "
        "place of `countries`. A missing bracket would give a `SyntaxError`.",
    ),
    hints=[say("00-hint-error-1", "Look at the first row of the table.")],
)
def quick_error(key):
    expect.choice(
        key,
        right="the-spelling",
        wrong={
            "the-internet": say(
                "00-error-internet",
                "The message speaks of a name. Compare it with the table above.",
            ),
            "the-brackets": say(
                "00-error-brackets",
                "A missing bracket gives a `SyntaxError`. Which error is this one?",
            ),
        },
    )


@exercise(
    "quick-table",
    hints=[
        say("00-hint-table-1", "The column is named between `[` and `]`, in quotation marks."),
        say("00-hint-table-2", 'The line with one gap: `smallest = countries["lifeExp"].___()`'),
    ],
)
def quick_table(value):
    expect.close(
        value,
        23.599,
        digits=2,
        mistakes={
            82.603: say(
                "00-table-max", "That is the largest value. Put `min` in the place of `max`."
            ),
            1952: say("00-table-year", "That is the smallest year. Which column is asked for?"),
            28.801: say(
                "00-table-first",
                "That is the value in the first row. Which one is the smallest in the column?",
            ),
        },
    )


@exercise(
    "quick-function",
    hints=[
        say("00-hint-function-1", "One line is enough. It begins with four spaces and `return`."),
        say("00-hint-function-2", "The line with one gap: `    return minutes / ___`"),
    ],
)
def quick_function(hours):
    expect.close(
        expect.call(hours, 90),
        1.5,
        mistakes={
            5400: say(
                "00-function-times",
                "Your function multiplies by 60: 90 minutes would be 5400 hours. Divide.",
            ),
            3.75: say("00-function-day", "An hour has 60 minutes, not 24."),
            0.9: say("00-function-hundred", "An hour has 60 minutes, not 100."),
            1: say("00-function-whole", "`//` drops the rest: 90 minutes are 1.5 hours. Use `/`."),
            2: say("00-function-rounded", "Your function rounds: 90 minutes are 1.5 hours."),
        },
    )
    expect.close(
        expect.call(hours, 45),
        0.75,
        mistakes={
            1.5: say("00-function-fixed", "Your function gives the same result for every value."),
        },
    )
