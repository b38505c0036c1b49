"""What each exercise of module 02 must satisfy, and what to say when it does not."""

import math

import pandas as pd

from course.checking import exercise, expect, part, say

# Sentences that several exercises share.
DIRECTION = say(
    "02-shift-direction",
    "Your forecast looks ahead: which month would you need to know to say this number today?",
)
SIGNED = say(
    "02-signed",
    "Errors above and below 0 have cancelled each other out: how large is an error without its "
    "sign?",
)
SQUARED = say(
    "02-squared",
    "Your errors have been squared, so large ones count too much: drop the sign instead.",
)
SUMMED = say("02-summed", "You added the errors up: how large is one error on average?")
MEDIAN = say(
    "02-median",
    "This is the median, the error in the middle. The exercise asks for the mean.",
)
PERCENT = say(
    "02-percent-error",
    "This is the error as a share of the count. The office needs a number of people.",
)
THOUSANDS = say(
    "02-thousands",
    "The table counts thousands of people: leave your answer in the table's unit.",
)
ALL_YEARS = say("02-all-years", "These are too many months: keep only the twelve months of 2007.")
OTHER_YEAR = say("02-other-year", "This is the figure for another year.")
LARGEST = say(
    "02-largest-error",
    "This is the largest error. The exercise asks for the mean of all errors.",
)
ONE_KIND = say(
    "02-one-kind",
    "Both kinds of error count: forecasts that were too high, and forecasts that were too low.",
)
COVERED_OUTSIDE = say(
    "02-coverage-outside",
    "This is the share of months that fell outside: count those that fell inside.",
)
COVERAGE_OWN = say(
    "02-coverage-in-sample",
    "The months that you counted are the ones from which the interval was made. Count the new "
    "months that fell inside.",
)
MEAN_RANGE = say(
    "02-ci-for-pi",
    "This range says how well the average error is known. The interval has to hold for a single"
    " month.",
)
WRONG_SIDE = say(
    "02-cost-direction",
    "This is the number for the opposite costs: which of the two mistakes costs more here?",
)


# Self-checks of the lesson.


@exercise(
    "quick-mae",
    hints=[
        say("02-hint-quick-mae-1", "Write down the four errors first, without plus or minus."),
        say("02-hint-quick-mae-2", "Then add them and divide by their number."),
    ],
)
def quick_mae(error):
    # Errors of 10, 20, 0 and 50 thousand.
    expect.close(
        error,
        20,
        digits=1,
        mistakes={
            5: SIGNED,
            -5: SIGNED,
            750: SQUARED,
            27.4: SQUARED,
            80: SUMMED,
            50: LARGEST,
            15: MEDIAN,
            26.7: say(
                "02-error-of-three", "A month without error is a month too: divide by all four."
            ),
            0.2: PERCENT,
            20000: THOUSANDS,
        },
        otherwise=say(
            "02-four-errors",
            "How far is each of the four counts from 100 thousand, without plus or minus? The "
            "mean of these four numbers is the answer.",
        ),
    )


@exercise(
    "quick-known",
    because=say(
        "02-quick-known-why",
        "At the end of June 2007 the counts up to June 2007 are known, and that of July 2006 is "
        "one of them. The mean of 2007 contains six months that are still to come.",
    ),
    hints=[
        say(
            "02-hint-quick-known-1",
            "Imagine that it is the end of June 2007. Which of these numbers do you already have?",
        )
    ],
)
def quick_known(key):
    expect.choice(
        key,
        right="july-2006",
        wrong={
            "august-2007": say(
                "02-known-after",
                "August comes after July: at the end of June nobody knows it. A random split "
                "would have let the model learn from it.",
            ),
            "july-2007": say(
                "02-known-itself",
                "That is the number to be forecast. Somebody who knows it needs no forecast.",
            ),
            "mean-2007": say(
                "02-known-mean",
                "Half of the months in this average had not yet happened. Leaks often come as "
                "averages.",
            ),
        },
    )


@exercise(
    "quick-outside",
    hints=[
        say("02-hint-quick-outside-1", "80% inside: what share is left? Take that share of 60."),
    ],
)
def quick_outside(months):
    expect.count(
        months,
        12,
        mistakes={
            48: say(
                "02-inside-months",
                "This is the number to expect inside. How many months are left?",
            ),
            20: say(
                "02-outside-per-cent",
                "That is the percentage that is left: how many of the 60 months is that?",
            ),
            6: say(
                "02-one-side",
                "This is the number to expect on one side of the interval. There are two sides.",
            ),
            0: say(
                "02-sure-inside",
                "80% is not a promise for every month: in how many months out of ten should you "
                "expect a miss?",
            ),
        },
        otherwise=say(
            "02-outside-other",
            "Which share of the months falls outside? Take this share of the 60 months.",
        ),
    )


@exercise(
    "quick-break",
    because=say(
        "02-quick-break-why",
        "The count was still near its highest, and the interval had kept its width. But each "
        "forecast starts from last month's count, and a count that rises less is closer to last "
        "month's count.",
    ),
    hints=[
        say(
            "02-hint-quick-break-1",
            "Look at what the table holds: two things for each month, the date and the count.",
        )
    ],
)
def quick_break(key):
    expect.choice(
        key,
        right="told-each-month",
        wrong={
            "learned-the-crisis": say(
                "02-break-learned",
                "In the first quarter of 2009 it still missed all three months. Which number does it "
                "receive before each forecast?",
            ),
            "interval-adapted": say(
                "02-break-interval",
                "The interval has kept its width of December 2007. What does each forecast "
                "start from?",
            ),
            "crisis-was-over": say(
                "02-break-over",
                "The count was still near its highest. A steady count is easy to forecast, "
                "however high it is: what does each forecast start from?",
            ),
        },
    )


# The assignment.


RULE_EMPTY = say(
    "02-rule-empty",
    "In your column a month is empty although the earlier count that it needs is in the table. "
    "Did you move the whole column?",
)
RULE_FILLED = say(
    "02-rule-filled",
    "The first months have nothing before them: leave them empty. Any number there is invented, "
    "or comes from a later month.",
)
RULE_AVERAGE = say(
    "02-rule-average",
    "Your forecast is not a whole number, so it is not a count of the table. A rule repeats one"
    " earlier count.",
)
RULE_ROW = say(
    "02-rule-row",
    "Compare a few rows of your column with `series`: for `last_month` each must hold the count "
    "of the month before, for `last_year` that of the same month one year before.",
)
MONTHS = pd.date_range("2000-01-01", periods=122, freq="MS")


def by_date(column, months):
    """The values of a column as a list; a column with dates is put in their order first."""
    index = getattr(column, "index", None)
    if isinstance(index, pd.DatetimeIndex) and index.is_unique:
        column = column.reindex(months)
    return list(column)


def one_value_a_month(column):
    expect.length(
        column,
        122,
        say(
            "02-rule-length",
            "Each of the 122 months needs a forecast: a column as long as the table, with its "
            "first months empty.",
        ),
    )
    expect.true(
        getattr(column, "ndim", 1) == 1,
        say("02-rule-column", "This is a whole table: shift the column of one industry."),
    )
    return by_date(column, MONTHS)


def is_empty(value):
    return bool(pd.api.types.is_scalar(value) and pd.isna(value))


def filled(values, place):
    """The forecast in a row, which must be one count."""
    expect.true(not is_empty(values[place]), RULE_EMPTY)
    found = expect.number(values[place])
    expect.true(found == int(found), RULE_AVERAGE)
    return found


SAME_MONTH = say(
    "02-rule-itself",
    "Your forecast for a month is that month's own count. Which number is known beforehand?",
)
OTHER_RULE = say("02-rules-swapped", "This is the other of the two rules.")
ONE_OFF = say(
    "02-shift-off-by-one",
    "A year has twelve months: count how many rows down it is from one January to the next.",
)
CHANGE = say(
    "02-rule-change", "This is the change, not the forecast: give the earlier count itself."
)
OTHER_INDUSTRY = say("02-other-industry", "This is the figure for another industry.")


@exercise(
    "two-rules",
    points=2,
    hints=[
        say(
            "02-hint-rules-1",
            "The method `shift` moves a column down. The number in its brackets says by how"
            " many rows.",
        ),
        say("02-hint-rules-2", "How many rows below a month is the same month a year later?"),
        say(
            "02-hint-rules-3",
            "The two lines are `last_month = series.shift(1)` and `last_year = series.shift(___)`.",
        ),
    ],
)
def two_rules(last_month, last_year):
    # March 2007 is row 86, May 2008 row 100, January 2001 row 12, February 2010 row 121.
    with part():
        values = one_value_a_month(last_month)
        expect.close(filled(values, 86), 825, digits=1, mistakes={
            689: DIRECTION, 775: SAME_MONTH, 824: OTHER_RULE, -50: CHANGE, 885: ONE_OFF,
            1045: OTHER_INDUSTRY, 879: OTHER_INDUSTRY, 876: DIRECTION,
        }, otherwise=RULE_ROW)  # fmt: skip
        expect.close(filled(values, 100), 736, digits=1, otherwise=RULE_ROW)
        expect.close(filled(values, 12), 564, digits=1, otherwise=RULE_ROW)
        expect.close(filled(values, 121), 1614, digits=1, otherwise=RULE_ROW)
        expect.true(is_empty(values[0]), RULE_FILLED)
    with part():
        values = one_value_a_month(last_year)
        expect.close(filled(values, 86), 824, digits=1, mistakes={
            876: DIRECTION, 689: DIRECTION, 775: SAME_MONTH, 825: say(
                "02-shift-one", "A season is as long as a year; count the rows.",
            ), -49: CHANGE, 841: ONE_OFF, 644: ONE_OFF, 1022: OTHER_INDUSTRY, 917: OTHER_INDUSTRY,
            807: say(
                "02-shift-two-years",
                "This is the count of two years before: take that of one year before.",
            ),
        }, otherwise=RULE_ROW)  # fmt: skip
        expect.close(filled(values, 100), 743, digits=1, otherwise=RULE_ROW)
        expect.close(filled(values, 12), 655, digits=1, otherwise=RULE_ROW)
        expect.close(filled(values, 121), 1512, digits=1, otherwise=RULE_ROW)
        expect.true(all(is_empty(value) for value in values[:12]), RULE_FILLED)


@exercise(
    "mae",
    points=1,
    hidden=True,
    reads_arguments=True,
    hints=[
        say("02-hint-mae-1", "Three steps: subtract, drop the sign, take the mean."),
        say(
            "02-hint-mae-2",
            "A column has the methods `.abs()` and `.mean()`; `.mean()` leaves empty months"
            " out by itself.",
        ),
        say("02-hint-mae-3", "The line is `return (actual - forecast).___().mean()`."),
    ],
)
def mae(function):
    gap = math.nan
    actual = pd.Series([38.0, 47, 51, 66, 30, 25, gap, 42])
    # The errors are 0, 5, -9, -4, 0 and 2; two months have one value only.
    forecast = pd.Series([38.0, 42, 60, gap, 34, 25, 33, 40])
    found = expect.call(function, actual, forecast)
    gaps = say(
        "02-mae-gaps",
        "Months in which one of the two is empty do not count: put no number in the gap, and "
        "divide by the number of months that have both values.",
    )
    expect.true(
        not (isinstance(found, float) and math.isnan(found)),
        say(
            "02-mae-nan",
            "An empty month makes your result empty: leave such months out before you average.",
        ),
    )
    expect.close(found, 3.3333, mistakes={
        2.5: gaps, 2.8571: gaps, 12.2857: gaps, 7.5714: gaps, 14.875: gaps, 3.7143: gaps,
        5: say("02-mae-zeros", "A month without an error is a month too: it counts, with 0."),
        -1: SIGNED, 1: SIGNED, -0.75: SIGNED, 21: SQUARED, 4.5826: SQUARED, 20: SUMMED, 9: LARGEST,
        3: MEDIAN, 0.0773: PERCENT, 0.0728: PERCENT, 0.0858: PERCENT,
        1.1667: ONE_KIND, 2.1667: ONE_KIND, 3.5: ONE_KIND, -6.5: ONE_KIND, 6.5: ONE_KIND,
    }, otherwise=say(
        "02-mae-other",
        "Tried on eight months, of which six have both values, your function gives another number. "
        "Subtract, drop the sign, take the mean of the six.",
    ))  # fmt: skip


LAST_ROWS = say(
    "02-last-rows", "These are the last twelve rows of the table, and they are not 2007."
)
SPREAD = say(
    "02-standard-deviation",
    "This is a standard deviation. The exercise asks for the mean of the errors without their signs.",
)
ALL_INDUSTRIES = say(
    "02-all-industries",
    "This is the mean over all industries. The exercise asks for business services alone.",
)
MONTHS_MISSING = say("02-eleven-months", "December is missing: 2007 has twelve months.")


@exercise(
    "errors-2007",
    points=1,
    hints=[
        say(
            "02-hint-errors-1",
            "Take the twelve months of 2007 from both columns, then give them to your function.",
        ),
        say(
            "02-hint-errors-2",
            'The first line is `error_last_month = mae(___["2007"], last_month["2007"])`. What '
            "takes the place of `actual`?",
        ),
    ],
)
def errors_2007(error_last_month, error_last_year):
    compared = say(
        "02-rules-compared",
        "You compared the two rules with each other: compare each with what happened, `series`.",
    )
    other = say(
        "02-errors-other",
        "Four things are needed: business services, the twelve months of 2007, what happened "
        "(`series`) and one of your two columns. Then drop the signs and take the mean.",
    )
    with part():
        if expect.number(error_last_month) == 52:
            expect.true(False, say(
                "02-median-or-rounded",
                "Is this the median, or a rounded mean? The exercise asks for the mean, with at"
                " least one decimal.",
            ))  # fmt: skip
        expect.close(error_last_month, 51.8333, digits=1, mistakes={
            1: SIGNED, -1: SIGNED, 3858.8333: SQUARED, 62.1195: SQUARED, 622: SUMMED,
            65.6612: ALL_YEARS, 61.2421: ALL_YEARS, 64.9792: ALL_YEARS, 63.4167: OTHER_YEAR,
            72.1667: OTHER_YEAR, 51.5: DIRECTION, 38.8333: OTHER_RULE, 51833.3333: THOUSANDS,
            0.1: PERCENT, 6.8: PERCENT, 47.8333: OTHER_INDUSTRY, 361.75: OTHER_INDUSTRY,
            74.6667: LAST_ROWS, 64.8733: SPREAD, 44.3631: ALL_INDUSTRIES,
            45.2727: MONTHS_MISSING, 124: LARGEST, 49.6667: compared, 48: say(
                "02-january-lost",
                "January is missing, because it needs December 2006: move the whole column first, "
                "and take 2007 out of it afterwards.",
            ),
        }, otherwise=other)  # fmt: skip
    with part():
        expect.close(error_last_year, 38.8333, digits=1, mistakes={
            6.1667: SIGNED, -6.1667: SIGNED, 2284.1667: SQUARED, 47.7929: SQUARED, 466: SUMMED,
            38: MEDIAN, 185.4545: ALL_YEARS, 126.2976: ALL_YEARS, 91.0208: ALL_YEARS,
            54.8333: OTHER_YEAR, 181.8333: DIRECTION, 51.8333: OTHER_RULE, 38833.3333: THOUSANDS,
            0.1: PERCENT, 5.4: PERCENT, 83.5833: OTHER_INDUSTRY, 236.6667: OTHER_INDUSTRY,
            534.25: LAST_ROWS, 49.5008: SPREAD, 47.3934: SPREAD, 47.4167: ALL_INDUSTRIES,
            41.2727: MONTHS_MISSING, 93: LARGEST, 49.6667: compared,
        }, otherwise=other)  # fmt: skip


AVERAGE_RIVAL = say(
    "02-improvement-average",
    "You compared with the average of several rules. Compare with the strongest one alone.",
)
THIRD_RIVAL = say(
    "02-improvement-third",
    "You compared with “last month, changed as last year”. Is there a rule with a smaller error?",
)
RULES_COMPARED = say(
    "02-improvement-rules",
    "You compared two simple rules with each other. Where is the regression?",
)


@exercise(
    "rival",
    points=2,
    because=say(
        "02-rival-why",
        "In thousands, the regression's error is 22.1, 40% less than that of the rule “same month "
        "last year” (36.9). The best rule, last month repeated, has an error of 19.9; the "
        "regression's error is 11% larger.",
    ),
    hints=[
        say(
            "02-hint-rival-1",
            "Divide the regression's error by each of the two others: which ratio is 40% below 1?",
        ),
        say(
            "02-hint-rival-2",
            "The strongest rule is the one with the smallest error. The improvement is 1 minus "
            "the regression's error divided by this error.",
        ),
    ],
)
def rival(key, improvement):
    with part():
        expect.choice(
            key,
            right="same-month-last-year",
            wrong={
                "last-month": say(
                    "02-rival-last-month",
                    "The regression's error is not smaller than that of this rule: compare the "
                    "two numbers.",
                ),
                "average-of-rules": say(
                    "02-rival-average",
                    "Work it out: the regression's error is 24% smaller than this average.",
                ),
                "no-rival": say(
                    "02-rival-none",
                    "“Smaller than” compares two errors. Find the error against which the regression's error is 40% smaller.",
                ),
            },
        )
    with part():
        expect.close(
            improvement,
            -0.11088,
            mistakes={
                0.11088: say(
                    "02-improvement-sign",
                    "The size is right. Is the regression better or worse than this rule?",
                ),
                0.11055: say(
                    "02-improvement-sign",
                    "The size is right. Is the regression better or worse than this rule?",
                ),
                0.11: say(
                    "02-improvement-sign",
                    "The size is right. Is the regression better or worse than this rule?",
                ),
                0.40096: say(
                    "02-no-baseline",
                    "That is the vendor's benchmark. Is there a rule with a smaller error?",
                ),
                0.40108: say(
                    "02-no-baseline",
                    "That is the vendor's benchmark. Is there a rule with a smaller error?",
                ),
                0.4: say(
                    "02-no-baseline",
                    "That is the vendor's benchmark. Is there a rule with a smaller error?",
                ),
                -0.09981: say(
                    "02-skill-swapped",
                    "The improvement is a share of the benchmark's error: divide by that error.",
                ),
                -0.09955: say(
                    "02-skill-swapped",
                    "The improvement is a share of the benchmark's error: divide by that error.",
                ),
                0.09981: say(
                    "02-skill-swapped",
                    "The improvement is a share of the benchmark's error: divide by that error.",
                ),
                0.09955: say(
                    "02-skill-swapped",
                    "The improvement is a share of the benchmark's error: divide by that error.",
                ),
                1.11088: say(
                    "02-improvement-ratio",
                    "This is one error as a share of the other. What share of it is taken away?",
                ),
                1.11055: say(
                    "02-improvement-ratio",
                    "This is one error as a share of the other. What share of it is taken away?",
                ),
                -2.2: say(
                    "02-improvement-thousands",
                    "This is the difference in thousands. Give it as a share of the benchmark's"
                    " error.",
                ),
                2.2: say(
                    "02-improvement-thousands",
                    "This is the difference in thousands. Give it as a share of the benchmark's"
                    " error.",
                ),
                0.22183: AVERAGE_RIVAL,
                0.23968: AVERAGE_RIVAL,
                0.27303: THIRD_RIVAL,
                0.46070: RULES_COMPARED,
                0.34539: RULES_COMPARED,
                0.17615: RULES_COMPARED,
                0.74372: say(
                    "02-improvement-two-rules",
                    "Above the line of the fraction you used another rule than below the line. "
                    "Take the same rule twice.",
                ),
                -0.06: say(
                    "02-improvement-subtracted",
                    "Improvements on different errors cannot be subtracted from each other. Begin "
                    "with the errors of the table.",
                ),
            },
            otherwise=say(
                "02-improvement-other",
                "Two errors of the table are needed, the regression's and that of the strongest "
                "rule: by what share of the rule's error is the regression's smaller? {value} is "
                "not this share.",
                value=expect.shown(expect.number(improvement)),
            ),
        )


TRAINED_ON_TEST = say(
    "02-train-score",
    "The model has learned from months of 2007. Would you have known them at the end of 2006?",
)
LATER_MONTHS = say(
    "02-random-split",
    "Your model also learned from months after 2007: would you have known them on the day?",
)
NO_LAST_MONTH = say(
    "02-no-last-month",
    "Your model does not use last month's count: give it all columns of `features(series)`.",
)
LESS_TRAINING = say(
    "02-less-training",
    "Your model learned from fewer months than were known: begin in February 2000 and end with "
    "December 2006.",
)
NO_SEASON = say(
    "02-no-season",
    "Your model does not give each calendar month a column of its own: take all columns of "
    "`features(series)`.",
)
FIRST_FILLED = say(
    "02-first-filled",
    "January 2000 has no month before it: leave its row out. A number in the gap misleads the "
    "model.",
)
OTHER_MODEL = say(
    "02-other-model",
    "This is another model. The exercise asks for a `LinearRegression()`.",
)
YEAR_BEFORE = say(
    "02-year-before",
    "Your model learned from the same month last year. The column `last_month` holds the count "
    "of the month before.",
)
ROW_BEFORE = say(
    "02-row-before",
    "These are the forecasts for December 2006 to November 2007: ask for the rows of 2007.",
)
FED_BACK = say(
    "02-fed-back",
    "Your model starts from its own forecasts. In this test last month's count is known each "
    "time: take it from the table.",
)
LEARNED_ANEW = say(
    "02-learned-anew",
    "The forecast for January is right. Later ones come from a model that has also learned from "
    "months of 2007: let it learn once, from the months before 2007.",
)


def regression_other(value):
    """What to say of a forecast that no known mistake gives."""
    return say(
        "02-regression-other",
        "One of your forecasts is {value}, and this model gives another number. It should learn "
        "once, from 83 months (February 2000 to December 2006), with all columns of "
        "`features(series)`. Compare this with the `shape` of the table that you give to `fit`.",
        value=f"{value:.1f}",
    )


@exercise(
    "regression",
    points=2,
    hints=[
        say(
            "02-hint-regression-1",
            "Cut both the table and the column at the same months. A slice such as "
            '`["2000-02":"2006"]` ends with December 2006.',
        ),
        say(
            "02-hint-regression-2",
            "`model.fit(...)` takes the table of the months to learn from, then their counts; "
            "`model.predict(...)` takes the table of the months to forecast.",
        ),
        say(
            "02-hint-regression-3",
            'The lines are `model.fit(table["2000-02":"2006"], series["2000-02":"2006"])` '
            "and `forecast = model.predict(___)`. The rows of 2006 would be "
            '`table.loc["2006"]`.',
        ),
    ],
)
def regression(forecast, error):
    with part():
        expect.length(
            forecast,
            12,
            say("02-twelve", "Twelve forecasts are needed, one for each month of 2007."),
        )
        expect.true(
            getattr(forecast, "ndim", 1) == 1,
            say(
                "02-forecast-column",
                "One plain column of forecasts is needed: give the model one column of counts.",
            ),
        )
        # January and December 2007.
        months = pd.date_range("2007-01-01", periods=12, freq="MS")
        values = expect.values(by_date(forecast, months), 12)
        expect.close(values[0], 910.7829, digits=1, mistakes={
            885: say(
                "02-forecast-actual", "These are the counts themselves, not forecasts of them.",
            ),
            791: OTHER_MODEL, 825: OTHER_MODEL, 823.04: OTHER_MODEL,
            907.0581: TRAINED_ON_TEST, 920.8868: LATER_MONTHS, 925.0231: LATER_MONTHS,
            967.0882: LATER_MONTHS, 984.5119: NO_LAST_MONTH, 924.8571: NO_LAST_MONTH,
            969.8333: NO_LAST_MONTH, 1013.5591: NO_LAST_MONTH,
            825.6321: LESS_TRAINING, 927.0482: LESS_TRAINING, 913.7607: LESS_TRAINING,
            908.0436: OTHER_YEAR, 474.3499: OTHER_INDUSTRY, 796.9315: NO_SEASON,
            788.7895: NO_SEASON, 702.2813: ROW_BEFORE, 937.4214: YEAR_BEFORE,
            970.5207: FIRST_FILLED, 891.623: FIRST_FILLED, 860.0405: FIRST_FILLED,
        }, otherwise=regression_other(values[0]))  # fmt: skip
        expect.close(
            values[11], 721.4575, digits=1,
            mistakes={841.2479: FED_BACK, 720.774: LEARNED_ANEW},
            otherwise=regression_other(values[11]),
        )  # fmt: skip
    with part():
        expect.close(error, 29.6468, digits=1, mistakes={
            25.9038: TRAINED_ON_TEST, 34.2525: LATER_MONTHS, 37.9969: LATER_MONTHS,
            48.4103: say(
                "02-training-months",
                "This is the error on the months that the model learned from. Test it on months"
                " that it has not learned from.",
            ),
            65.6459: LATER_MONTHS, 147.2976: NO_LAST_MONTH, 87.6429: NO_LAST_MONTH,
            91.3909: NO_LAST_MONTH, 140.8427: NO_LAST_MONTH,
            40.7481: LESS_TRAINING, 32.3383: LESS_TRAINING, 33.1160: LESS_TRAINING,
            45.0400: OTHER_YEAR, 9.7445: SIGNED, -9.7445: SIGNED, 1516.3: SQUARED,
            38.9400: SQUARED, 355.7619: SUMMED, 16.3971: MEDIAN, 29646.8: THOUSANDS,
            4.0138: PERCENT, 0.0401: PERCENT, 81.5425: LARGEST, 50.402: NO_SEASON,
            78.6777: FED_BACK, 70.5663: ROW_BEFORE, 103.5126: YEAR_BEFORE,
        }, otherwise=say(
            "02-regression-error",
            "Compare the twelve forecasts of the regression with the twelve counts of 2007 in "
            "`series`: take their mean absolute error.",
        ))  # fmt: skip


@exercise(
    "forest",
    points=2,
    because=say(
        "02-forest-why",
        "In real use nobody knows the months after the one to be forecast. In the random test the "
        "forest had learned from them, so only the test by time, 28.9 thousand, shows what to "
        "expect.",
    ),
    hints=[
        say(
            "02-hint-forest-1",
            "When the forest is used next year, no later month is known. In which of the two "
            "tests was that so?",
        ),
        say(
            "02-hint-forest-2",
            "For the second question: from which months around a test month, such as June 2006, "
            "had the forest learned?",
        ),
    ],
)
def forest(error, why):
    with part():
        expect.close(
            error,
            28.9,
            digits=1,
            mistakes={
                20.7: say(
                    "02-forest-drawn",
                    "In that test the months around each test month were known. Will they be "
                    "known next year?",
                ),
                26.9: say("02-forest-rule", "That is a simple rule's error, not the forest's."),
                29.8: say("02-forest-rule", "That is a simple rule's error, not the forest's."),
                24.8: say(
                    "02-forest-average",
                    "This is the average of the two tests. One of them makes the forest look "
                    "better than it will be.",
                ),
                28900: THOUSANDS,
            },
            otherwise=say(
                "02-forest-other",
                "Take the number from the table: which row shows the test made as the forest will be used?",
            ),
        )
    with part():
        expect.choice(
            why,
            right="neighbours",
            wrong={
                "more-months": say(
                    "02-forest-more",
                    "It did learn from a few more months. Which months were they, and would you"
                    " have known them in time?",
                ),
                "easier-months": say(
                    "02-forest-easier",
                    "Both errors are those of the same 48 months: read again how they were tested.",
                ),
                "better-setting": say(
                    "02-forest-setting",
                    "The setting is the same in both tests: only the months it learned from "
                    "differ.",
                ),
            },
        )


@exercise(
    "coverage",
    points=2,
    hints=[
        say(
            "02-hint-coverage-1",
            "`.quantile(0.1)` gives the value below which a tenth of a column lies. Several "
            'years are picked out like this: `errors["2003":"2006"]`.',
        ),
        say(
            "02-hint-coverage-2",
            "`.between(low, high)` gives true and false; the mean of true and false is a share.",
        ),
        say(
            "02-hint-coverage-3",
            'Three of the lines are `low = errors["2003":"2006"].quantile(0.1)`, `inside = '
            "errors.between(low, high)` and `coverage_2007 = inside[___].mean()`.",
        ),
    ],
)
def coverage(low, high, year, after):
    def other_quantile(value):
        """Whether this is the other usual quantile, that of Python's own statistics module."""
        try:
            expect.close(value, 73.7932, digits=0)
        except Exception:
            return False
        return True

    tails = say(
        "02-interval-tails",
        "How much of the past errors lies between your two values? The middle 80% leaves one "
        "tenth out on either side.",
    )
    past = say(
        "02-interval-months",
        "Your interval is made from other months than those of 2003 to 2006.",
    )
    counts = say(
        "02-interval-counts",
        "Counts of people are used here. The interval is made from errors, and what you compare "
        "with it are errors too.",
    )
    normal = say(
        "02-interval-bell",
        "Take the errors as they are and leave 10% out on either side; no bell curve is needed.",
    )
    signs = say(
        "02-interval-signs",
        "Keep the signs of the errors: they say whether the count was below or above the forecast.",
    )
    sides = say("02-interval-order", "`low` is the smaller of the two values.")
    right_ends = 0
    with part(0.5):
        expect.close(low, -97.4904, digits=0, mistakes={
            -64.5873: tails, -283.3866: tails, -108.55: tails, -144.8: tails,
            -102.29: past, -100.66: past, -118.58: past, -42.99: past, 70.8845: sides,
            -20.44: MEAN_RANGE, -28.29: MEAN_RANGE, -108.05: normal, 992.97: counts,
            998.7: counts, -87.61: signs, -99.378: past, -75.08: past, -91.919: past,
        }, otherwise=tails)  # fmt: skip
        right_ends += 1
    with part(0.5):
        if not other_quantile(high):
            expect.close(high, 70.8845, digits=0, mistakes={
                50.49: tails, 174.62: tails, 112.65: tails, 137.85: tails, 88.5: past,
                120.28: past, 129.11: past, 154.97: past, -97.4904: sides, 9.12: MEAN_RANGE,
                16.97: MEAN_RANGE, 96.74: normal, 1318.8: counts, 1350.1: counts, 87.61: signs,
                80.295: past, 58.357: past,
            }, otherwise=tails)  # fmt: skip
        right_ends += 1

    def counted(message):
        """What to say of a coverage, which can be right only for the right interval."""
        if right_ends == 2:
            return message
        return say(
            "02-coverage-ends",
            "First correct `low` and `high`, then count the months again.",
        )

    inside = say(
        "02-coverage-both-ends",
        "An error lies inside when it is above `low` and below `high`, both at once. Count such "
        "months as a share of the months in question.",
    )
    months = say(
        "02-coverage-count",
        "This is a number of months: give it as a share of the months in question.",
    )
    with part(0.5):
        expect.share(year, 0.41667, mistakes={
            0.58333: counted(COVERED_OUTSIDE), 0.79167: counted(COVERAGE_OWN),
            0.71667: counted(COVERAGE_OWN), 0.5: counted(signs), 5: months, 7: months,
            0: counted(counts),
        }, otherwise=counted(inside))  # fmt: skip
    with part(0.5):
        expect.share(after, 0.45833, mistakes={
            0.79167: counted(COVERAGE_OWN), 0.71667: counted(COVERAGE_OWN), 0: counted(counts),
            11: months, 13: months, 0.33333: counted(say(
                "02-coverage-one-year",
                "This is one of the two years: take 2008 and 2009 together.",
            )), 0.44444: counted(say(
                "02-coverage-three-years", "You have counted 2007 too: keep only 2008 and 2009.",
            )), 0.46154: counted(say(
                "02-coverage-2010",
                "You have counted two months of 2010 too: keep only 2008 and 2009.",
            )),
        }, otherwise=counted(inside))  # fmt: skip


@exercise(
    "interval-reading",
    points=1,
    because=say(
        "02-interval-reading-why",
        "An 80% interval is made to contain about eight of ten such months, so about two lie "
        "outside. It is about single months, not about their average, which varies less.",
    ),
    hints=[say("02-hint-reading-1", "What happens to the other 20%?")],
)
def interval_reading(key):
    expect.choice(
        key,
        right="two-in-ten-outside",
        wrong={
            "surely-inside": say(
                "02-reads-sure",
                "In how many months out of ten should you expect a miss?",
            ),
            "says-nothing": say(
                "02-reads-nothing",
                "The coming months are like those that it was made from. How many of ten such months "
                "should lie inside?",
            ),
            "range-of-the-mean": say(
                "02-reads-mean",
                "That would be an interval of the average, and far narrower. This one is about a "
                "single month.",
            ),
        },
    )


FIXED_SHARE = say(
    "02-plan-fixed",
    "Your function uses a fixed share: compute the share from the costs.",
)


@exercise(
    "planning-number",
    points=1,
    hidden=True,
    reads_arguments=True,
    hints=[
        say(
            "02-hint-plan-1",
            "First the share: one cost divided by both together. Put brackets around the "
            "sum of the two costs.",
        ),
        say(
            "02-hint-plan-2",
            "The two lines are `share = cost_few / (cost_few + cost_many)` "
            "and `return forecast + errors.quantile(___)`.",
        ),
    ],
)
def planning_number(function):
    # 101 errors, out of order and closer together at the lower end; their largest is 130. Every
    # usual quantile lies between the neighbours of the one in the middle.
    errors = pd.Series([round(-120 + (place * 37 % 101) ** 2 / 40, 3) for place in range(101)])
    found = expect.number(expect.call(function, 500, errors, 3, 1))
    if not 516.9 <= found <= 524.4:
        expect.close(found, 520.625, digits=1, mistakes={
            395.625: WRONG_SIDE,
            479.375: say(
                "02-plan-minus",
                "A positive error means that more people came than forecast: in which direction "
                "does it move the number?",
            ),
            407.783: say(
                "02-plan-share",
                "The share is one cost divided by both together.",
            ),
            463.75: say(
                "02-plan-mean", "This adds the mean error: it is the same, whatever the costs are.",
            ),
            500: say(
                "02-plan-forecast", "This is the forecast alone: the costs do not change it.",
            ),
            20.625: say(
                "02-plan-error", "This is only the number to add: add it to the forecast.",
            ),
            582.5: FIXED_SHARE, 540: FIXED_SHARE, 605.625: FIXED_SHARE, 442.5: FIXED_SHARE,
            610: say("02-plan-signs", "Keep the signs of the errors: too low and too high differ."),
            593.913: say(
                "02-plan-positive", "All errors count, also those below 0: leave none out.",
            ),
            630: say(
                "02-plan-largest", "You planned for the largest error. The costs say which "
                "error to plan for.",
            ),
            567.5: say(
                "02-plan-way",
                "You took a share of the distance from the smallest to the largest error. A "
                "quantile counts errors: that share of them lies below it.",
            ),
            514.808: say(
                "02-plan-bell", "Take the quantile of the errors as they are, without a bell "
                "curve.",
            ),
            437.6: say(
                "02-plan-order",
                "The errors are in the order of the months: sort them by size before you count.",
            ),
            472.813: say(
                "02-plan-mean-share",
                "You took a share of the mean error. A quantile counts errors: that share of them "
                "lies below it.",
            ),
            875: say(
                "02-plan-raised",
                "You raised the forecast by the share itself. The share says which past error to "
                "add.",
            ),
            502.193: say(
                "02-plan-weighted",
                "You weighted the errors by their costs and took the mean. Take the quantile of "
                "the errors as they are.",
            ),
        }, otherwise=say(
            "02-plan-other",
            "Three steps: the share from the two costs, the quantile of the errors at this share, "
            "and their sum with the forecast. With a forecast of 500 and the costs 3 and 1, your "
            "function gives {value}.",
            value=expect.shown(found),
        ))  # fmt: skip
    found = expect.number(expect.call(function, 500, errors, 2, 3))
    if not 418.025 <= found <= 422.025:
        expect.close(found, 420, digits=1, otherwise=say(
            "02-plan-costs",
            "With the costs 3 and 1 your number is right, with 2 and 3 it is not. There the share "
            "is 40%, and the number lies below the forecast.",
        ))  # fmt: skip


@exercise(
    "ready-for",
    points=1,
    hints=[
        say(
            "02-hint-ready-1",
            "First the share: the cost of too few, divided by the cost of too few and of too many "
            "together. With four and one, that is a row of the table.",
        ),
        say("02-hint-ready-2", "Add the error in that row to the forecast."),
    ],
)
def ready_for(number):
    row_of_ratio = say(
        "02-ready-ratio",
        "Four to one makes five parts in all: what share of them is the cost of too few?",
    )
    mean_error = say(
        "02-ready-mean-error",
        "This adds the mean absolute error: it is the same, whatever the costs are.",
    )
    expect.true(not 500_000 < expect.number(number) < 2_000_000, THOUSANDS)
    # Between neighbours, the quantile can be computed in several ways: 1,108.1 to 1,109.8.
    if 1108 <= expect.number(number) < 1109.8:
        return
    expect.close(number, 1108.3, digits=0, mistakes={
        998.8: WRONG_SIDE,
        999: WRONG_SIDE,
        1103: row_of_ratio,
        1103.5: row_of_ratio,
        1017.6: row_of_ratio,
        1158.1: say(
            "02-ready-interval",
            "This is the upper end of the 80% interval. Read the row for the share that the "
            "costs give.",
        ),
        1060.8: say(
            "02-ready-forecast",
            "This is the forecast itself, although one mistake costs more than the other.",
        ),
        1070.7: say(
            "02-ready-middle",
            "Here too few and too many would cost the same: which of them costs more?",
        ),
        47.6: say("02-ready-lean", "This is only the number to add: add it to the forecast."),
        1013.2: say(
            "02-ready-minus",
            "A positive error means that more people came than forecast: in which direction does "
            "it move the number?",
        ),
        1096: mean_error,
        1096.8: mean_error,
        965.8: say(
            "02-ready-lower",
            "This is the lower end of the 80% interval. Read the row for the share that the "
            "costs give.",
        ),
        848.6: say(
            "02-ready-share-of-forecast",
            "You took a share of the forecast. The share says in which row of the table the error "
            "to add is.",
        ),
        1098.9: say(
            "02-ready-share-of-error",
            "You took a share of the error. The error in the row of this share is added as it is.",
        ),
        1100.8: say(
            "02-ready-multiplied",
            "You multiplied an error by the ratio of the costs. The costs say which row to read, "
            "and the error in it is added once.",
        ),
    }, otherwise=say(
        "02-ready-other",
        "Find the row of the table for the share that the costs give, and add the error in it to "
        "the forecast. {value} is not this sum.",
        value=expect.shown(expect.number(number)),
    ))  # fmt: skip


@exercise(
    "break",
    points=1,
    because=say(
        "02-break-why",
        "The table held dates and counts of years without such a crisis, so no model could learn "
        "the signs of one. With a limit set in advance, people know next time when they must take "
        "over from the model.",
    ),
    hints=[
        say(
            "02-hint-break-1",
            "What did the months and columns before 2008 hold, and what did they not hold?",
        ),
        say(
            "02-hint-break-2",
            "For the second question: who notices that the model no longer works, and who "
            "decides then?",
        ),
    ],
)
def after_the_break(why, what):
    with part():
        expect.choice(
            why,
            right="never-in-the-data",
            wrong={
                "too-few-months": say(
                    "02-break",
                    "Was there anything like it in the months that the model learned from? More"
                    " months of the same kind would not change that.",
                ),
                "too-simple": say(
                    "02-break-model",
                    "The table holds dates and counts. In which of its columns would a stronger"
                    " model have found a sign of it?",
                ),
                "too-narrow": say(
                    "02-break-width",
                    "A wider interval made from the same past errors would be wrong less often "
                    "and say less. Would it have shown that a crisis was coming?",
                ),
            },
        )
    with part():
        expect.choice(
            what,
            right="limits-and-people",
            wrong={
                "learn-and-trust": say(
                    "02-after-trust",
                    "Then this crisis is in its data. The next one may be different: who will "
                    "notice?",
                ),
                "leave-out": say(
                    "02-after-outlier",
                    "These were the months in which most people needed help. Should the plan "
                    "forget them?",
                ),
                "switch-off": say(
                    "02-after-off",
                    "In an ordinary month the forecast helps. What is missing is a limit on when "
                    "to trust it.",
                ),
            },
        )
