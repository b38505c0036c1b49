"""The checks of 00-first-steps. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "00-first-steps"

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
        Sealed("00-first-steps/quick-number", "9b76b27a0714c75ab86cee905ef8ee97"),
        mistakes={
            Sealed("00-first-steps/quick-number", "350688d9c78a15a0a9aaec7cc81a2072"): say(
                "00-number-minus", "The office opens two more counters; it does not close any."
            ),
            Sealed("00-first-steps/quick-number", "3c8f22eea33a91cfc0a3beb498b8382d"): say("00-number-times", "You have multiplied. Add the two numbers: `+`."),
            Sealed("00-first-steps/quick-number", "425062bac041493c0fa1742e920e2e21"): say("00-number-before", "That is the number before the two new counters open."),
            Sealed("00-first-steps/quick-number", "07bf095df8368da6c3bfc9b37aafe499"): say("00-number-new", "Those are only the new counters. How many are there in all?"),
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
        Sealed("00-first-steps/quick-share", "d61c89bbb6323368dc6bc9d23807df88"),
        mistakes={
            Sealed("00-first-steps/quick-share", "fe8477214682092f3149a9beb3f90720"): say("00-share-ten", "That is 75 per cent. Divide by 100, not by 10."),
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
        right=Sealed("00-first-steps/quick-key", "6e883e2982fbfb80e96e8adca9b630bb"), options=["has-failed", "still-running", "was-changed"],
        wrong={
            Sealed("00-first-steps/quick-key", "8e11cce62156339cec71569f9c696673"): say(
                "00-key-failed",
                "After an error there is red text below the cell, and “Working …” is gone.",
            ),
            Sealed("00-first-steps/quick-key", "ae708a8f78275fde450e5137d03a8923"): say(
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
        right=Sealed("00-first-steps/quick-error", "50e2ff3ae222f581a12ed56433b74791"), options=["the-brackets", "the-internet", "the-spelling"],
        wrong={
            Sealed("00-first-steps/quick-error", "90a364aa3e87f2882fa60da11fbbcf23"): say(
                "00-error-internet",
                "The message speaks of a name. Compare it with the table above.",
            ),
            Sealed("00-first-steps/quick-error", "b6822395e07f58ce8fc3ca93bb032873"): say(
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
        Sealed("00-first-steps/quick-table", "979c16fde74247d2174edb65d0852783"),
        digits=2,
        mistakes={
            Sealed("00-first-steps/quick-table", "fea1100ad8c33d6b6cc7f07fe759a59d"): say(
                "00-table-max", "That is the largest value. Put `min` in the place of `max`."
            ),
            Sealed("00-first-steps/quick-table", "ad0bc86cde861872226438ccba1d8a2c"): say("00-table-year", "That is the smallest year. Which column is asked for?"),
            Sealed("00-first-steps/quick-table", "797e4a1bad1cddc7879b9ec295662761"): say(
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
        Sealed("00-first-steps/quick-function", "44f61f242144427371e5ee886974496e"),
        mistakes={
            Sealed("00-first-steps/quick-function", "749d72b29cfc6d91fabb29af40dfd4cf"): say(
                "00-function-times",
                "Your function multiplies by 60: 90 minutes would be 5400 hours. Divide.",
            ),
            Sealed("00-first-steps/quick-function", "b2762c04fbd3624a04e887723bc6aa9a"): say("00-function-day", "An hour has 60 minutes, not 24."),
            Sealed("00-first-steps/quick-function", "021dd137a42385dd0294c93ca831488c"): say("00-function-hundred", "An hour has 60 minutes, not 100."),
            Sealed("00-first-steps/quick-function", "81560de54bf6db955537b67ebc83c390"): say("00-function-whole", "`//` drops the rest: 90 minutes are 1.5 hours. Use `/`."),
            Sealed("00-first-steps/quick-function", "bb6ca23ea4c57239967ccab4cbdef131"): say("00-function-rounded", "Your function rounds: 90 minutes are 1.5 hours."),
        },
    )
    expect.close(
        expect.call(hours, 45),
        Sealed("00-first-steps/quick-function", "f7a27dcbb2d7d50a2b4471b816160c21"),
        mistakes={
            Sealed("00-first-steps/quick-function", "44f61f242144427371e5ee886974496e"): say("00-function-fixed", "Your function gives the same result for every value."),
        },
    )
