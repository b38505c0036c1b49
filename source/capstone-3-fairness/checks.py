"""What each exercise of checkpoint 3 must satisfy, and what to say when it does not."""

import re

import numpy as np
import pandas as pd

from course.checking import exercise, expect, part, say
from course.checking.messages import general
from course.dossier import ArtefactError, FairnessStatement, ModelCard
from course.dossier.fields.blank_group import stored_in
from course.dossier.fields.faults import Number
from course.dossier.fields.labels import label
from course.project import audit_of, project_of, test_part, training_part
from course.project.agreement import MOST_TOLD
from course.project.examining import alone_from
from course.project.measured import fewest_urgent, of_large_groups
from course.project.scoring import read_on_the_day

ROW = re.compile(r"[A-Za-z]\d+")
OLD = say(
    "capstone-3-old-tables",
    "The tables belong to another model than the project has now. Run all cells from the top again.",
)
NO_ROW = say(
    "capstone-3-no-row",
    "At least one name is not that of a row in the table. Write the names of rows as the first "
    "column shows them.",
)


NO_MODEL = say(
    "capstone-3-no-model",
    "The project has no model that can be measured. The cell above the tables says why.",
)


def rows_in(value):
    """The names of rows in an answer: a text or a list of texts, in capitals; None has none."""
    if expect.is_dots(value):
        raise expect.NotYet(general("form-missing"))
    is_one = isinstance(value, str) or not hasattr(value, "__iter__")
    texts = [value] if is_one else list(value)
    return [name.upper() for text in texts for name in ROW.findall(str(text))]


def refuse_old(gaps, service, texts):
    """The tables show what the service does now: compared group by group."""
    measured = audit_of(service, texts)["fairness-statement"]["one-list"]
    recalls = {each.group: each.value for each in measured if each.metric == "recall"}
    for _, row in gaps.iterrows():
        expect.true(abs(recalls.get(row["group"], -1) - row["share"]) < 0.002, OLD)


@exercise(
    "read-tables",
    points=2,
    given=("gaps", "pairs", "smallest", "service", "texts"),
    hints=[
        say(
            "capstone-3-hint-tables-1",
            "A gap can be chance where the interval holds 0: there, equal groups are possible.",
        ),
        say(
            "capstone-3-hint-tables-2",
            "In table B, first strike out the rows with fewer urgent cases than the line below the "
            "tables asks for.",
        ),
        say(
            "capstone-3-hint-tables-3",
            "`sure`: name each row of table A whose interval has two ends with the same sign. "
            "`worst`: name the large row of table B with the ___ share read on the day.",
        ),
    ],
)
def read_tables(sure, worst, gaps, pairs, smallest, service, texts):
    expect.true(service is not ..., NO_MODEL)
    refuse_old(gaps, service, texts)
    right = {name for name, row in gaps.iterrows() if row["low"] > 0 or row["high"] < 0}
    with part():
        given = set(rows_in(sure))
        is_none = str(sure).strip(' ."[]()').casefold() in ("none", "")
        expect.true((given or is_none) and given <= set(gaps.index), NO_ROW)
        expect.true(
            given <= right,
            say(
                "capstone-3-chance",
                "At least one of your rows has 0 in its interval: there the two groups may fare "
                "equally well. A large gap can be chance when it rests on few cases, or on few templates.",
            ),
        )
        expect.true(
            right <= given,
            say(
                "capstone-3-gap-overlooked",
                "There is a row, not among yours, whose interval lies on one side of 0. A small gap "
                "can be sure, too, and so can one in which the group fares better than the others.",
            ),
        )
    with part():
        chosen = rows_in(worst)
        expect.true(
            not (set(chosen) & set(gaps.index)),
            say(
                "capstone-3-one-way",
                "This row belongs to table A, which looks at one attribute. Look at table B, which "
                "has two attributes at once.",
            ),
        )
        expect.true(len(chosen) == 1 and chosen[0] in pairs.index, NO_ROW)
        row, large = pairs.loc[chosen[0]], pairs[pairs["urgent"] >= smallest]
        expect.true(
            row["urgent"] >= smallest,
            say(
                "capstone-3-tiny",
                "How many urgent cases is this share based on? The line below the tables says how "
                "many make a large group.",
            ),
        )
        expect.true(
            len(large) < 2 or row["share"] < large["share"].max(),
            say(
                "capstone-3-best-group",
                "This is the large group with the highest share read on the day. Which one has to "
                "wait?",
            ),
        )
        expect.true(
            row["share"] <= large["share"].min(),
            say(
                "capstone-3-not-lowest", "A large group in table B has a lower share than this one."
            ),
        )


# Of the groups by both columns: urgent cases, and of these read. Other mistakes give other gaps.
CELLS = {
    ("north", "old"): (4, 3, 6, 1),
    ("north", "young"): (10, 9, 2, 2),
    ("south", "old"): (6, 3, 3, 3),
    ("south", "young"): (5, 1, 9, 4),
    ("east", "old"): (2, 0, 9, 5),
    ("east", "young"): (8, 4, 1, 0),
}
"""Urgent cases, of these read; other cases, of these read."""


def table_of(cells, first, second, seed):
    """A table with a row for each case, in an order that is not that of the groups."""
    rows = []
    for (one, other), (urgent, urgent_read, calm, calm_read) in cells.items():
        for is_urgent, count, read in ((True, urgent, urgent_read), (False, calm, calm_read)):
            rows += [(one, other, is_urgent, place < read) for place in range(count)]
    table = pd.DataFrame(rows, columns=[first, second, "urgent", "read"])
    return table.sample(frac=1, random_state=seed)


NEGATIVE = say("capstone-3-gap-negative", "Take the highest share minus the lowest.")


@exercise(
    "gap-of-both",
    points=2,
    hidden=True,
    reads_arguments=True,
    hints=[
        say("capstone-3-hint-gap-1", "First keep the urgent cases only, then form groups."),
        say(
            "capstone-3-hint-gap-2",
            "In these rows, the mean of `read` in a group is its recall, and the number of rows is "
            "what `smallest` asks about.",
        ),
        say(
            "capstone-3-hint-gap-3",
            '`grouped = table[table["urgent"]].groupby([first, second])["read"]`, then '
            "`recalls = grouped.mean()[grouped.size() >= ___]`. Return its maximum minus its "
            "minimum.",
        ),
    ],
)
def gap_of_both(function):
    table = table_of(CELLS, "district", "age", 3)
    expect.close(
        expect.call(function, table.copy(), "district", "age", 5),
        0.7,
        mistakes={
            0.9: say(
                "capstone-3-gap-tiny",
                "Groups with fewer than `smallest` urgent cases have taken part.",
            ),
            0.4: say(
                "capstone-3-gap-at-least",
                "“At least” includes a group with exactly `smallest` cases.",
            ),
            0.493506: say(
                "capstone-3-gap-one-way",
                "This is the gap by one column. Form the groups by both columns together.",
            ),
            0.108696: say(
                "capstone-3-gap-one-way",
                "This is the gap by one column. Form the groups by both columns together.",
            ),
            0.559524: say(
                "capstone-3-gap-selection",
                "This counts all cases. Recall starts from the urgent ones.",
            ),
            4.5: say(
                "capstone-3-gap-ratio",
                "You divided one share by the other. The gap is the difference between them.",
            ),
            0.371429: say(
                "capstone-3-gap-from-all",
                "This compares a group with everybody. Compare the groups with each other.",
            ),
        },
        otherwise=say(
            "capstone-3-gap-wrong",
            "In a small example the gap is not right. Check three things: which cases count, "
            "which groups are large, and that you take the highest share minus the lowest.",
        ),
    )
    expect.close(
        expect.call(function, table.copy(), "district", "age", 1),
        0.9,
        otherwise=say(
            "capstone-3-gap-smallest",
            "With another `smallest` other groups take part: does your function use the number that "
            "it is given?",
        ),
    )


FIRST = np.repeat([1, 0], [180, 120])
SECOND = np.repeat([1, 0], [90, 110])
"""Shares of .60 (300 cases) and .45 (200 cases): the standard error of the gap is .0452."""

EVEN, SMALL = np.repeat([1, 0], 800), np.repeat([1, 0], 40)
"""Shares of .50, of 1,600 and of 80 cases: the standard error of the gap is .0573."""


def over_orders(function):
    """The mean width of the interval over six orders of the same cases, and its relative spread."""
    widths = []
    for seed in range(6):
        mixed = np.random.default_rng(seed).permutation
        low, high = expect.values(expect.call(function, mixed(FIRST), mixed(SECOND)), 2)
        widths.append(high - low)
    mean = float(np.mean(widths))
    return mean, float(np.std(widths, ddof=1)) / mean if mean > 0 else 0.0


@exercise(
    "gap-interval",
    points=1,
    reads_arguments=True,
    hints=[
        say(
            "capstone-3-hint-interval-1",
            "In each round of the loop: draw from `first`, draw from `second`, and keep the "
            "difference between the two means.",
        ),
        say(
            "capstone-3-hint-interval-2",
            "`gaps.append(random.choice(first, size=len(first)).mean() - "
            "random.choice(second, size=len(___)).mean())`; after the loop, "
            "`return np.percentile(gaps, [2.5, ___])`.",
        ),
    ],
)
def gap_interval(function):
    low, high = expect.values(
        expect.call(function, FIRST.copy(), SECOND.copy()),
        2,
        say(
            "capstone-3-interval-two",
            "Two numbers are asked for: the lower end and the upper end of the interval.",
        ),
    )
    middle, width = (low + high) / 2, high - low
    subtracted = say(
        "capstone-3-interval-subtracted",
        "These look like ends of two intervals, one for each group, taken from each other. Keep the "
        "gap of each round, and take the percentiles of all these gaps.",
    )
    expect.true(not (-0.06 < width < 0 and abs(middle - 0.15) < 0.02), subtracted)
    expect.true(
        low <= high,
        say("capstone-3-interval-swapped", "The lower end comes first, then the upper end."),
    )
    expect.true(
        abs(middle + 0.15) > 0.02,
        say(
            "capstone-3-interval-sign",
            "Here the share of `first` is higher, so the gap is above 0. Take `second` from `first`.",
        ),
    )
    expect.true(abs(middle - 15) > 2, general("form-percent"))
    expect.true(
        not (low < -0.99 and high > 0.99),
        say(
            "capstone-3-interval-one-case",
            "In each round only one case was drawn from each group. Say how many to draw: "
            "`size=len(first)` and `size=len(second)`.",
        ),
    )
    # The 0.025th and 0.975th percentile lie 3.5 and 2.3 standard errors below the gap.
    expect.true(
        not (low < 0.04 and high < 0.08 and 0.01 < width < 0.1),
        say(
            "capstone-3-interval-percent",
            "Both ends lie far below the gap itself, which is 0.15 here. `np.percentile` counts "
            "from 0 to 100: for 2.5% it takes 2.5.",
        ),
    )
    mean_width, spread = width, 0.0
    if not 0.162 < width < 0.193 and width > 0:
        mean_width, spread = over_orders(function)
    few_rounds = say(
        "capstone-3-interval-rounds",
        "The width of your interval changes a lot when the same cases come in another order. Draw "
        "at least 1000 rounds.",
    )
    # With 10 rounds, the width varies by about a quarter; with 2,000, by 2%, and that of the
    # smallest and the largest gap by 8%.
    expect.true(spread < 0.13, few_rounds)
    expect.true(
        abs(middle) > 0.03,
        say(
            "capstone-3-interval-pooled",
            "This interval lies around 0, as if both groups had the same share. In each round, one "
            "draw has to come from `first`, and the other from `second`.",
        ),
    )
    expect.true(
        width > 0.01,
        say(
            "capstone-3-interval-no-width",
            "The interval has no width: the same cases came each time, or there was one round only. "
            "Draw with replacement, draw anew in each round, and put `return` after the loop.",
        ),
    )
    expect.true(
        abs(middle - 0.15) < 0.02,
        say(
            "capstone-3-interval-middle",
            "The interval does not lie around the gap between the two shares: the share of ones in "
            "`first` minus that in `second`.",
        ),
    )
    low, high = expect.values(expect.call(function, EVEN.copy(), SMALL.copy()), 2)
    expect.true(
        low < 0,
        say(
            "capstone-3-interval-absolute",
            "Here both shares are 50%, and your interval begins at 0 or above, as if one group were "
            "surely ahead. Leave out `abs` and `max(..., 0)`: a gap can fall on either side of 0.",
        ),
    )
    # The interval is 0.225 wide; with 80 of each, it would be 0.310.
    other = high - low
    is_right = 0.162 < width < 0.193 and 0.195 < other < 0.26
    # From the lower end of one group's interval to the upper end of the other's: .249 and .268.
    expect.true(not (0.237 < width < 0.262 and 1 < other / width < 1.17), subtracted)
    expect.true(
        spread > 1e-9 or abs(other - width) > 1e-9,
        say(
            "capstone-3-interval-fixed",
            "The width is the same for 500 cases and for 1680. It has to come from the draws.",
        ),
    )
    ends = {round(each, 6) for each in (low, high)}
    expect.true(
        is_right or ends != {round(each, 1) for each in ends},
        general("form-rounded", value=str(round(high, 6)), digits=3),
    )
    ratio = other / width
    # The smallest and the largest of 1,000 rounds or more lie over 6 standard errors apart; the
    # 0.5th and the 99.5th percentile lie 5.2 apart.
    expect.true(
        is_right or mean_width < 0.26 or not 1.05 < other / mean_width < 1.5,
        say(
            "capstone-3-interval-outermost",
            "These are the smallest and the largest gap of all rounds. Take the 2.5th and the 97.5th "
            "percentile.",
        ),
    )
    expect.true(is_right or spread < 0.05, few_rounds)
    # Whatever the percentiles, the second interval is .0573 / .0452 = 1.27 times as wide. Of as
    # many cases from both groups it is .44, 1.01 or 1.60 times as wide; with one group not drawn,
    # .44 or 1.59 times.
    expect.true(
        is_right or not any(abs(ratio - each) < 0.08 for each in (0.44, 1.01, 1.6)),
        say(
            "capstone-3-interval-sizes",
            "With 1600 cases in one group and 80 in the other, the width does not fit. In each "
            "round, draw as many cases as each group has: `size=len(first)` from `first`, "
            "`size=len(second)` from `second`.",
        ),
    )
    expect.true(
        is_right or not 0.13 < width < 0.16,
        say(
            "capstone-3-interval-90",
            "This is an interval of about 90%. How much does one of 95% leave out at each end?",
        ),
    )
    expect.true(
        is_right,
        say(
            "capstone-3-interval-width",
            "The width of the interval does not fit. In each of at least 1000 rounds, draw as many "
            "cases as each group has; then take the 2.5th and the 97.5th percentile of all rounds.",
        ),
    )


@exercise(
    "wait-again",
    points=2,
    because=say(
        "capstone-3-wait-again-why",
        "The new order reads on the day 12% of the urgent comments from Garoa, 16% from Horta, "
        "elsewhere 29% or more. It learned how fast the desk answered, and that was slowest in "
        "these two.",
    ),
    hints=[
        say(
            "capstone-3-hint-wait-1",
            "Compare the last column, district by district. Then look at the column on the past.",
        )
    ],
)
def wait_again(district, reason):
    with part():
        other = say(
            "capstone-3-other-districts",
            "Of the urgent comments of two districts, the new order reads fewer than one in five on "
            "the day. Are these the two?",
        )
        expect.choice(
            district,
            right="garoa-horta",
            wrong={
                "estrela-corvina": other,
                "fontana-belmonte": other,
                "no-district": say(
                    "capstone-3-order-is-urgency",
                    "The order was learned from how fast comments were answered. Look at the last "
                    "column: do urgent comments fare alike in all districts?",
                ),
            },
        )
    with part():
        expect.choice(
            reason,
            right="learned-waiting",
            wrong={
                "few-comments": say(
                    "capstone-3-few-comments",
                    "Compare Belmonte with Garoa in the first column. Is it the number of examples "
                    "that tells them apart?",
                ),
                "column-district": say(
                    "capstone-3-leave-out",
                    "Without the column, the model still learns which comments were answered fast, "
                    "urgent or not. What does the label record?",
                ),
                "worse-text": say(
                    "capstone-3-worse-text",
                    "The new templates are new for all districts. What did the model learn to call "
                    "urgent?",
                ),
            },
        )


@exercise(
    "criterion",
    points=1,
    because=say(
        "capstone-3-criterion-why",
        "The harm is an urgent case left unread, and recall shows it. The council answers to the "
        "public and has heard those who wait; a team or a supplier does not answer to them.",
    ),
    hints=[
        say(
            "capstone-3-hint-criterion-1",
            "Ask three things of each sentence: who is harmed, does the measure count this harm, "
            "and who answers to these people?",
        )
    ],
)
def criterion(key):
    expect.choice(
        key,
        right="council-recall",
        wrong={
            "team-recall": say(
                "capstone-3-who-says",
                "The harm and the measure fit. May those who built the model choose which harm counts?",
            ),
            "council-accuracy": say(
                "capstone-3-easy-number",
                "A case in the wrong office is a nuisance that can be mended. Is a measure right "
                "because it is easy to compare?",
            ),
            "vendor-selection": say(
                "capstone-3-places",
                "An equal number of places on a list does not say whether the urgent cases are on it. And to whom "
                "does a supplier answer?",
            ),
        },
    )


@exercise(
    "statement",
    points=3,
    form=True,
    given=("service", "texts"),
    hints=[
        say(
            "capstone-3-hint-statement-1",
            "Each line above begins with the name of a field. Fill in these fields, press “Save”, "
            "and check again.",
        ),
        say(
            "capstone-3-hint-statement-2",
            "“Still to do” in the form lists all that is blank. The price has two fields: “Who” and "
            "“Bears what”, as in “___% instead of ___%”.",
        ),
    ],
)
def statement(text, service, texts):
    expect.true(service is not ..., NO_MODEL)
    measured = audit_of(service, texts)["fairness-statement"]
    not_from_urgent = say(
        "capstone-3-statement-places",
        "`{where}`: this measure does not count urgent cases that nobody reads. Which one "
        "starts from the urgent ones?",
        where=label(FairnessStatement, "criterion.metric"),
    )
    with part():
        written = read(FairnessStatement, text)
        metric = written.criterion.metric if written.criterion else None
        expect.true(
            metric not in ("accuracy", "baseline accuracy"),
            say(
                "capstone-3-statement-accuracy",
                "`{where}`: accuracy hardly moves when an urgent case is missed, because most cases "
                "are not urgent. Which measure starts from the urgent ones?",
                where=label(FairnessStatement, "criterion.metric"),
            ),
        )
        expect.true(metric not in PLACES, not_from_urgent)
        about_the_choice = (
            "criterion", "chosen", "reason", "price", "sensitive_attribute_at_decision",
        )  # fmt: skip
        expect.artefact(FairnessStatement, text, only=about_the_choice, measured=measured)
        expect.true(
            any(re.search(r"\d", each.bears or "") for each in written.price),
            say(
                "capstone-3-statement-price",
                "`{where}`: how much do they bear? Write a number in figures, such as the share "
                "of their urgent cases that is read with your choice, and without it.",
                where=label(FairnessStatement, "price"),
            ),
        )
        looks = written.sensitive_attribute_at_decision.used
        expect.true(
            looks or written.chosen not in ("each-language", "each-group"),
            say(
                "capstone-3-statement-looks",
                "`{where}`: the chosen way gives each language or group its share. Can it do so "
                "without looking at it?",
                where=label(FairnessStatement, "sensitive_attribute_at_decision.used"),
            ),
        )
        expect.true(
            looks or not a_threshold_for_each(texts),
            say(
                "capstone-3-statement-threshold",
                "`{where}`: by your choices of checkpoint 2, each language has a threshold of its "
                "own. So a decision does look at the language.",
                where=label(FairnessStatement, "sensitive_attribute_at_decision.used"),
            ),
        )
    with part():
        # Otherwise each group of each way would lack its number of this measure.
        expect.true(metric not in PLACES, not_from_urgent)
        about_numbers = (
            "system", "decision", "date", "data", "groups", "not_in_data", "candidates",
        )  # fmt: skip
        expect.artefact(FairnessStatement, text, only=about_numbers, measured=measured)
    with part():
        about_who_answers = ("decided_by", "decided_on", "review_on", "stop_if", "limits")
        expect.artefact(FairnessStatement, text, only=about_who_answers, measured=measured)
        written = read(FairnessStatement, text)
        where = label(FairnessStatement, "stop_if.number")
        expect.true(
            0 < written.stop_if.number < 1,
            say(
                "capstone-3-statement-never",
                "`{where}`: a gap between shares lies between 0 and 1. Write 30 points as 0.3.",
                where=where,
            ),
        )
        found = measured.get(written.chosen, ())
        gap = next(
            (
                m.value
                for m in found
                if (m.metric, m.group) == ("equal opportunity difference", "all")
            ),
            0,
        )
        expect.true(
            written.stop_if.number > gap,
            say(
                "capstone-3-statement-stop",
                "`{where}`: the gap that was measured for your choice already reaches this number, "
                "so the service would be stopped on its first day. Write a larger one, or choose "
                "another way.",
                where=where,
            ),
        )


PLACES = (
    "selection rate", "demographic parity difference", "precision", "false positive rate",
)  # fmt: skip
"""Metrics that do not start from the urgent cases."""


def a_threshold_for_each(texts):
    """Whether the ready pipeline, and no code of the team's own, has thresholds by language."""
    project = project_of(texts)
    choices = project.read("choices")
    ready = choices is not None and project.content("model.py") is None
    return ready and choices.equal_treatment == "a threshold for each language"


def read(kind, text):
    """An artefact; where it cannot be read, the sentence that says so."""
    try:
        return kind.from_yaml(text)
    except ArtefactError:
        expect.artefact(kind, text)
        raise


@exercise(
    "card",
    points=3,
    form=True,
    given=("service", "texts"),
    hints=[
        say(
            "capstone-3-hint-card-1",
            "Have you chosen another way since you saved the card? Run the cell before the form "
            "again; in the form, a button fills in the measured numbers.",
        ),
        say(
            "capstone-3-hint-card-2",
            "“Still to do” in the form lists all that is blank. “Fails for” names the group in the row "
            "with the lowest share of urgent cases read, among the large groups of exercise 1: "
            "“Cases of the group ___”.",
        ),
    ],
)
def card(text, service, texts):
    expect.true(service is not ..., NO_MODEL)
    measured = audit_of(service, texts)["model-card"]
    with part():
        expect.artefact(
            ModelCard, text, only=("name", "version", "date", "owner", "contact", "review_on")
        )
        expect.true(
            not is_only_online(read(ModelCard, text).contact),
            say(
                "capstone-3-card-contact",
                "`{where}`: how does a citizen without internet get there? Add a telephone number, "
                "or the address of a counter.",
                where=label(ModelCard, "contact"),
            ),
        )
    with part():
        about_use = (
            "purpose", "not_for", "decision", "data", "threshold", "threshold_why", "human_check",
            "explanation",
        )  # fmt: skip
        expect.artefact(ModelCard, text, only=about_use)
        check_threshold(read(ModelCard, text).threshold, service, texts)
    with part():
        refuse_other_numbers(text, measured)
        expect.artefact(ModelCard, text, only=("measures", "fails_for"), measured=measured)
        recalls = of_large_groups(measured)
        fewest = fewest_urgent(
            max(each.count for each in measured if (each.metric, each.group) == ("recall", "all"))
        )
        lowest = min((each.value for each in recalls), default=None)
        written = stored_in(" ".join(read(ModelCard, text).fails_for)).casefold()
        expect.true(
            any(each.group.casefold() in written for each in recalls if each.value == lowest),
            say(
                "capstone-3-card-fails-for",
                "`{where}`: the group with the lowest recall is not among them (of the groups with "
                "at least {fewest} urgent cases). Name it as the table above the form does.",
                where=label(ModelCard, "fails_for"),
                fewest=min(fewest, *(each.count for each in recalls)),
            ),
        )


ONLINE_ADDRESS = re.compile(r"@|https?:|www\.", re.IGNORECASE)
ONLINE = re.compile(
    r"@|https?:|www\.|\bweb|\binternet|\bonline|\be-?mail|\bportal|\bportail|\bapp\b"
    r"|\b(?:du|le|notre) site\b|\ben ligne|\bcourriel"
    r"|\bsitio\b|\ben línea|\bcorreo electr"
    r"|\b(?:d?o|no|nosso) site\b|\bcorreio eletr",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"\b(?:page|form|section|rubrique|formulaire|página|formul[aá]rio|sección|seção) \d+",
    re.IGNORECASE,
)
"""A number that is neither of a telephone nor of a house."""

PLACE = re.compile(
    r"\d{3}"
    r"|\b(?:telephone|phone|call|letter|by post|post office|postal|in person|counter|window|room|floor"
    r"|street|square|road|avenue|town hall|city hall|library)"
    r"|\b(?:téléphone|appel|lettre|courrier(?! électr)|poste|sur place|guichet|étage|rue|place"
    r"|boulevard|mairie|hôtel de ville|bibliothèque)"
    r"|\b(?:teléfono|llam|carta|correo postal|en persona|presencial|ventanilla|mostrador|piso"
    r"|calle|plaza|avenida|ayuntamiento|alcaldía|municipalidad|biblioteca)"
    r"|\b(?:telefone|ligu|correios|pessoalmente|balcão|guichê|andar|rua|praça|prefeitura)",
    re.IGNORECASE,
)
HOUSE = re.compile(r"\b[A-ZÀ-Ý]\w* \d")
"""A name with a number, such as a street."""


def is_only_online(contact):
    """Whether a contact is a mail address or a page, and names no telephone and no place."""
    words = re.split(r"[\s,;]+", contact)
    rest = " ".join(each for each in words if not ONLINE_ADDRESS.search(each))
    rest = NUMBERED.sub("", rest)
    return bool(ONLINE.search(contact)) and not (PLACE.search(rest) or HOUSE.search(rest))


def check_threshold(stated, service, texts):
    """The card's threshold is that of the choices, or the one with which own code decides."""
    project = project_of(texts)
    choices = project.read("choices")
    if "model.py" in texts:
        below, lowest_confidence = alone_from(service, texts)
        fits = below - 0.005 <= stated <= lowest_confidence + 0.005
        expected = round(lowest_confidence, 2)
    else:
        expected = choices.alone_from if choices else stated
        fits = stated == expected
    expect.true(
        fits,
        say(
            "capstone-3-card-threshold",
            "`{where}` says {stated}, and the service decides alone from a confidence of {expected} on.",
            where=label(ModelCard, "threshold"),
            stated=Number(stated),
            expected=Number(expected),
        ),
    )


OTHER_NUMBERS = ("measure-untrue", "measure-not-measured")


def refuse_other_numbers(text, measured):
    """Many numbers that are not those measured now have one sentence."""
    found = ModelCard.faults_in(text, measured, ("measures",))
    count = sum(each.code in OTHER_NUMBERS for each in found)
    expect.true(
        count <= MOST_TOLD,
        say(
            "capstone-3-card-other-numbers",
            "{count} numbers of the card are not those that were measured for your choice. Run "
            "the cell before the form again, press “Fill in the measured numbers” in the form, "
            "and save.",
            count=count,
        ),
    )


NEW = ("comment", "date", "language", "channel", "district", "text")


def found_by(function, known, share=0.25):
    """Of the urgent comments of the test part: the share found in all, in two districts, and
    the order."""
    table = test_part()
    order = np.array(
        expect.values(
            expect.call(function, known, table[list(NEW)]),
            len(table),
            say(
                "capstone-3-need-rows",
                "A number is needed for each row of `new`, in its order: the check has given "
                "{count} rows.",
                count=Number(len(table)),
            ),
        )
    )
    urgent = table["severity"].astype(str).isin(["high", "critical"]).to_numpy()
    read_first = read_on_the_day(table["date"], order, share, "W")
    late = table["district"].isin(["Garoa", "Horta"]).to_numpy()
    return read_first[urgent].mean(), read_first[urgent & late].mean(), order


@exercise(
    "urgency-from-need",
    points=2,
    hidden=True,
    hints=[
        say(
            "capstone-3-hint-need-1",
            "Which line of the function in exercise 4 says what “urgent” is? And in which rows of "
            "`known` is the truth recorded?",
        ),
        say(
            "capstone-3-hint-need-2",
            "Copy the function. Begin with the line that makes `judged`, and let everything that "
            "the model learns from come from `judged`.",
        ),
        say(
            "capstone-3-hint-need-3",
            '`label = judged["severity"].astype(str).isin(["high", ___])`, and in the line above '
            '`learned_from = judged["district"].astype(str) + " " + judged["text"]`.',
        ),
    ],
)
def urgency_from_need(function):
    in_all, late, order = found_by(function, training_part())
    expect.true(
        order.max() > order.min(),
        say(
            "capstone-3-need-all-equal", "All comments have the same urgency, so there is no order."
        ),
    )
    expect.true(
        not (late < 0.2 and in_all > late + 0.15),
        say(
            "capstone-3-need-history",
            "Urgent comments from Garoa and Horta wait again. From which label does your function "
            "learn, and is that label the need or the answer of the past?",
        ),
    )
    expect.true(
        not (late > 0.7 and in_all < 0.44),
        say(
            "capstone-3-need-bonus",
            "Now Garoa and Horta come first, whatever their comments say, and urgent comments of all "
            "other districts wait. An order by need has to look at the need.",
        ),
    )
    expect.true(
        in_all >= 0.3,
        say(
            "capstone-3-need-no-better",
            "This order finds hardly more urgent comments than reading by arrival does. Is a high "
            "number urgent? Does it learn from the judged comments and their severity?",
        ),
    )
    expect.true(
        in_all >= 0.44,
        say(
            "capstone-3-need-too-few",
            "This order finds fewer than 44% of all urgent comments. What does it learn from: the "
            "severity that readers judged, or how fast comments were answered? Both “high” and "
            "“critical” are urgent.",
        ),
    )
    expect.true(
        late >= 0.44,
        say(
            "capstone-3-need-unjudged",
            "In Garoa and Horta it finds fewer than 44%. Does it count comments as not urgent only "
            "because nobody judged them?",
        ),
    )
