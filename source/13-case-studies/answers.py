"""Other right answers to module 13, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. Each answer stands on its own.
"""

from course.checking.answers import mistake, right

BEFORE: dict[str, str] = {}


def kinds(robodebt="rules", novissi="learned", chubut="generates", gambia="counts"):
    """The four keys of exercise 1, some of them wrong."""
    return (
        f'robodebt = "{robodebt}"\nnovissi = "{novissi}"\nchubut = "{chubut}"\ngambia = "{gambia}"'
    )


def each(raised="1763000000 / 433000", collected="751000000 / 381000"):
    """The two averages of exercise 3."""
    return f"raised_each = {raised}\ncollected_each = {collected}"


def rates(*lines):
    """The function of exercise 4 with these lines."""
    body = "\n".join("    " + line for line in lines)
    return f"def error_rates(tn, fp, fn, tp):\n{body}"


def bounds(lowest="44 / 227", highest="146 / 227"):
    """The two bounds of exercise 6."""
    return f"lowest = {lowest}\nhighest = {highest}"


def left(fewest="316", most="384"):
    """The two numbers of exercise 7."""
    return f"fewest = {fewest}\nmost = {most}"


def names(*lines):
    """The function of exercise 8 with these lines."""
    body = "\n".join("    " + line for line in lines)
    return f"def wrong_names(girls, share, found, false_alarm):\n{body}"


def numbers(
    netherlands="picked",
    chile="fifths",
    philippines="outside",
    trademarks="first-50",
):
    """The four keys of exercise 10, some of them wrong."""
    return (
        f'netherlands = "{netherlands}"\nchile = "{chile}"\n'
        f'philippines = "{philippines}"\ntrademarks = "{trademarks}"'
    )


def below(*lines):
    """The function of exercise 11 with these lines."""
    body = "\n".join("    " + line for line in lines)
    return f"def first_below(values, limit):\n{body}"


def rang(earliest="opened", before="check-some"):
    """The two keys of exercise 12."""
    return f'earliest = "{earliest}"\nbefore_launch = "{before}"'


ELSE_NONE = 'return below.index[0] if len(below) else "none"'

ANSWERS = {
    "kinds": [
        right(kinds(robodebt=" Rules", gambia="COUNTS")),
        mistake("13-all-ai", kinds(robodebt="learned"), points=0.75),
        mistake("13-robodebt-text", kinds(robodebt="generates"), points=0.75),
        mistake("13-robodebt-counts", kinds(robodebt="counts"), points=0.75),
        mistake("13-novissi-rules", kinds(novissi="rules"), points=0.75),
        mistake("13-novissi-text", kinds(novissi="generates"), points=0.75),
        mistake("13-novissi-counts", kinds(novissi="counts"), points=0.75),
        mistake("13-chubut-rules", kinds(chubut="rules"), points=0.75),
        mistake("13-chubut-learned", kinds(chubut="learned"), points=0.75),
        mistake("13-chubut-counts", kinds(chubut="counts"), points=0.75),
        mistake("13-gambia-rules", kinds(gambia="rules"), points=0.75),
        mistake("13-gambia-learned", kinds(gambia="learned"), points=0.75),
        mistake("13-gambia-text", kinds(gambia="generates"), points=0.75),
        mistake("13-all-ai", kinds("learned", "learned", "learned", "learned"), points=0.25),
        mistake("form-option", kinds(gambia="maps"), points=0.75),
    ],
    "lowered": [
        right("lowered = 0.391"),
        right("lowered = 0.39"),
        right("lowered = 1 - 0.587 - 0.022"),
        mistake("13-changed-all", "lowered = 1 - 0.587"),
        mistake("13-one-grade", "lowered = 0.356"),
        mistake("13-three-left-out", "lowered = 0.356 + 0.033"),
        mistake("13-two-or-more", "lowered = 0.035"),
        mistake("13-headline-choice", "lowered = 0.964"),
        mistake("13-headline-rest", "lowered = 1 - 0.964"),
        mistake("13-not-lowered", "lowered = 0.587 + 0.022"),
        mistake("13-number-of-results", "lowered = 718276 * 0.391"),
        mistake("13-number-of-results", "lowered = 280846"),
        mistake("form-percent", "lowered = 39.1"),
        mistake("13-commas", "lowered = 0,391"),
        mistake("13-two-left-out", "lowered = 0.356 + 0.002"),
        mistake("13-not-this-share", "lowered = 0.5"),
        mistake("form-text", 'lowered = "39.1%"'),
    ],
    "per-person": [
        right(each("4072", "1971")),
        right(each("1.763e9 / 433e3", "round(751 / 381 * 1000, 2)")),
        mistake("13-counts-mixed", each(raised="1763000000 / 470000"), points=0.5),
        mistake("13-counts-mixed", each(raised="1763000000 / 648000"), points=0.5),
        mistake("13-counts-mixed", each(collected="751000000 / 470000"), points=0.5),
        mistake("13-counts-mixed", each(collected="751000000 / 648000"), points=0.5),
        mistake("13-other-people", each(raised="1763000000 / 381000"), points=0.5),
        mistake("13-other-people", each(collected="751000000 / 433000"), points=0.5),
        mistake("13-other-sum", each(raised="751000000 / 433000"), points=0.5),
        mistake("13-other-sum", each(collected="1763000000 / 381000"), points=0.5),
        mistake(
            "13-people-added",
            each("1763000000 / (433000 + 381000)", "751000000 / (433000 + 381000)"),
        ),
        mistake("13-sums-swapped", each("751000000 / 381000", "1763000000 / 433000")),
        mistake("13-millions", each("1763 / 433000", "751 / 381000")),
        mistake("13-millions", each("1763 / 433", "751 / 381")),
        mistake("13-upside-down", each("433000 / 1763000000", "381000 / 751000000")),
        mistake("form-text", each(raised='"4072"'), points=0.5),
        mistake("13-commas", each(raised="1,763,000,000 / 433,000"), points=0.5),
        mistake("13-commas", each(collected="1,971"), points=0.5),
        mistake("13-not-this-number", each(raised="1763000000 / 648000 * 2"), points=0.5),
    ],
    "error-rates": [
        right(rates("return [fp / (tn + fp), fn / (tp + fn)]")),
        right(
            rates(
                "without = tn + fp",
                "with_offence = fn + tp",
                "return 1 - tn / without, 1 - tp / with_offence",
            )
        ),
        mistake("13-rate-of-warned", rates("return fp / (fp + tp), fn / (fn + tp)"), points=1),
        mistake("13-rate-of-warned", rates("return fp / (fp + tp), fn / (fn + tn)")),
        mistake(
            "13-rate-of-all",
            rates("everybody = tn + fp + fn + tp", "return fp / everybody, fn / everybody"),
        ),
        mistake("13-rate-of-errors", rates("return fp / (fp + fn), fn / (fp + fn)")),
        mistake("13-rate-odds", rates("return fp / tn, fn / tp")),
        mistake("13-rate-spared", rates("return tn / (fp + tn), tp / (fn + tp)")),
        mistake("13-rate-of-unwarned", rates("return fp / (fp + tn), fn / (fn + tn)"), points=1),
        mistake(
            "13-rate-of-all-2",
            rates("return fp / (fp + tn), fn / (tn + fp + fn + tp)"),
            points=1,
        ),
        mistake("13-rate-of-errors-2", rates("return fp / (fp + tn), fn / (fp + fn)"), points=1),
        mistake("13-rate-odds-2", rates("return fp / (fp + tn), fn / tp"), points=1),
        mistake("13-rate-found", rates("return fp / (fp + tn), tp / (fn + tp)"), points=1),
        mistake("13-rate-other-people", rates("return fp / (fn + tp), fn / (tn + fp)")),
        mistake("13-rate-other-people-2", rates("return fp / (fp + tn), fn / (tn + fp)"), points=1),
        mistake("13-rates-swapped", rates("return fn / (fn + tp), fp / (fp + tn)")),
        mistake("13-rates-per-cent", rates("return 100 * fp / (fp + tn), 100 * fn / (fn + tp)")),
        mistake("13-two-numbers", rates("return fp / (fp + tn)")),
        mistake("form-return", rates("first = fp / (fp + tn)")),
        mistake("13-rates-brackets", rates("return fp / fp + tn, fn / fn + tp")),
        mistake("13-rates-brackets", rates("return fp / (fp + tn), fn / fn + tp"), points=1),
        mistake("13-rates-ignores-first", rates("return 805 / 1795, 532 / 1901")),
        mistake("13-rates-ignores-first", rates("return fp / 1795, fn / 1901")),
        mistake("13-rates-ignores-first", rates("return fp / 1795, fn / (fn + tp)"), points=1),
        mistake("13-rates-ignores-second", rates("return fp / (fp + tn), 532 / 1901"), points=1),
        mistake("13-rates-first-again", rates("return fp / (805 + tn), fn / (fn + tp)"), points=1),
        mistake("13-rates-second-again", rates("return fp / (fp + tn), fn / (532 + tp)"), points=1),
        mistake("13-not-first-rate", rates("return fp * tn, fn / (fn + tp)"), points=1),
        mistake("13-not-second-rate", rates("return fp / (fp + tn), fn * tp"), points=1),
        # Only the hidden check sees this.
        mistake(
            "13-rates-hidden",
            rates(
                "if tn == 70:",
                "    return 0, 0",
                "return fp / (fp + tn), fn / (fn + tp)",
            ),
        ),
    ],
    "court-test": [
        right('court_test = "Scanned"'),
        mistake("13-base-rate", 'court_test = "arrested"'),
        mistake("13-maker-figure", 'court_test = "maker-test"'),
        mistake("13-list-errors", 'court_test = "entries"'),
        mistake("form-option", 'court_test = "c"'),
    ],
    "bounds": [
        right(bounds("0.1938", "0.6432")),
        right(bounds("0.19", "0.64")),
        right(bounds("0.194", "0.643")),
        right(bounds("1 - 183 / 227", "44 / 227 + 102 / 227")),
        mistake("13-answered-only", bounds(lowest="44 / (227 - 102)"), points=0.5),
        mistake("13-answered-only", bounds("44 / 125", "44 / 125")),
        mistake("13-all-high-impact", bounds("44 / 445", "146 / 445")),
        mistake("13-bounds-swapped", bounds("146 / 227", "44 / 227")),
        mistake("13-share-blank", bounds(lowest="102 / 227"), points=0.5),
        mistake("13-other-safeguard", bounds("40 / 227", "142 / 227")),
        mistake("13-other-safeguard-2", bounds(highest="142 / 227"), points=0.5),
        mistake("13-lowest-nothing", bounds(lowest="0"), points=0.5),
        mistake("13-all-answered", bounds(highest="125 / 227"), points=0.5),
        mistake("13-only-blank", bounds(highest="102 / 227"), points=0.5),
        mistake("13-not-reported", bounds(highest="183 / 227"), points=0.5),
        mistake("13-one-department", bounds(highest="(44 + 94) / 227"), points=0.5),
        mistake("13-highest-all", bounds(highest="1"), points=0.5),
        mistake("form-percent", bounds("19.4", "64.3")),
        mistake("13-bounds-per-cent", bounds("19", "64")),
        mistake("13-count-for-share", bounds("44", "146")),
        mistake("13-bounds-brackets", bounds(highest="44 + 102 / 227"), points=0.5),
        mistake("13-lowest-others", bounds(lowest="183 / 227"), points=0.5),
        mistake("13-highest-others", bounds(highest="81 / 227"), points=0.5),
        mistake("13-not-this-share", bounds(highest="0.5"), points=0.5),
    ],
    "left-out": [
        right(left("400 - 0.21 * 400", "400 * 0.96")),
        right(left("316.0", "384.0")),
        mistake("13-relative-points", left("1000 * (0.40 - 0.21)", "1000 * (0.40 - 0.04)")),
        mistake("13-applied-to-all", left("1000 * 0.79", "1000 * 0.96")),
        mistake("13-relative-added", left("400 * 1.21", "400 * 1.04")),
        mistake("13-reached", left("1000 - 400 * 0.79", "1000 - 400 * 0.96")),
        mistake("13-only-change", left("400 * 0.21", "400 * 0.04")),
        mistake("13-per-cent-people", left("400 - 21", "400 - 4")),
        mistake("13-left-swapped", left("384", "316")),
        mistake("13-left-share", left("0.4 * 0.79", "0.4 * 0.96")),
        mistake("13-left-share", left(most="0.4 * 0.96"), points=0.5),
        mistake("form-text", left('"316"', '"384"')),
        mistake("13-left-brackets", left("400 * 1 - 0.21", "400 * 1 - 0.04")),
        mistake("13-per-cent-whole", left("400 * (1 - 21)", "400 * (1 - 4)")),
        mistake("13-of-the-reached", left("600 * 0.79", "600 * 0.96")),
        mistake("13-other-rival", left("400 * 0.91", "400 * 0.65")),
        mistake("13-other-rival", left("400 * 1.09", "400 * 1.35")),
        mistake("13-not-this-number", left("300", "390")),
    ],
    "wrong-names": [
        right(
            names(
                "listed = share * found + (1 - share) * false_alarm",
                "return (1 - share) * false_alarm / listed",
            )
        ),
        right(
            names(
                "pregnant = girls * share",
                "others = girls - pregnant",
                "right_names = pregnant * found",
                "return 1 - right_names / (right_names + others * false_alarm)",
            )
        ),
        mistake("13-not-found", names("return 1 - found")),
        mistake("13-alarm-of-others", names("return false_alarm")),
        mistake(
            "13-right-names",
            names(
                "right = girls * share * found",
                "wrong = girls * (1 - share) * false_alarm",
                "return right / (right + wrong)",
            ),
        ),
        mistake("13-of-all-girls", names("return girls * (1 - share) * false_alarm / girls")),
        mistake("13-base-rate-forgotten", names("return false_alarm / (false_alarm + found)")),
        mistake(
            "13-alarm-for-all",
            names("wrong = girls * false_alarm", "return wrong / (girls * share * found + wrong)"),
        ),
        mistake(
            "13-alarm-from-found",
            names(
                "wrong = girls * (1 - share) * (1 - found)",
                "return wrong / (girls * share * found + wrong)",
            ),
        ),
        mistake(
            "13-all-found",
            names(
                "wrong = girls * (1 - share) * false_alarm",
                "return wrong / (girls * share + wrong)",
            ),
        ),
        mistake(
            "13-names-odds",
            names("return (1 - share) * false_alarm / (share * found)"),
        ),
        mistake(
            "13-all-errors",
            names(
                "wrong = girls * (1 - share) * false_alarm",
                "missed = girls * share * (1 - found)",
                "return (wrong + missed) / girls",
            ),
        ),
        mistake(
            "13-accuracy-names",
            names("return share * found + (1 - share) * (1 - false_alarm)"),
        ),
        mistake("13-list-share", names("return share * found + (1 - share) * false_alarm")),
        mistake("13-names-count", names("return girls * (1 - share) * false_alarm")),
        mistake(
            "form-percent",
            names(
                "right = girls * share * found",
                "wrong = girls * (1 - share) * false_alarm",
                "return 100 * wrong / (right + wrong)",
            ),
        ),
        mistake("form-return", names("wrong = girls * (1 - share) * false_alarm")),
        mistake(
            "13-names-minus-share",
            names(
                "others = girls - share",
                "wrong = others * false_alarm",
                "return wrong / (girls * share * found + wrong)",
            ),
        ),
        mistake(
            "13-names-minus-right",
            names(
                "right = girls * share * found",
                "wrong = (girls - right) * false_alarm",
                "return wrong / (right + wrong)",
            ),
        ),
        mistake(
            "13-names-brackets",
            names(
                "right = girls * share * found",
                "wrong = girls * (1 - share) * false_alarm",
                "return wrong / right + wrong",
            ),
        ),
        mistake(
            "13-names-several",
            names(
                "right = girls * share * found",
                "wrong = girls * (1 - share) * false_alarm",
                "return right, wrong",
            ),
        ),
        mistake("13-names-found-of-all", names("return share * found")),
        mistake("13-names-right-count", names("return girls * share * found")),
        mistake(
            "13-names-list-count",
            names("return girls * share * found + girls * (1 - share) * false_alarm"),
        ),
        mistake("13-not-this-result", names("return 0.5")),
        mistake("13-names-ignores", names("return 1128 / 1747.2")),
        mistake(
            "13-names-ignores",
            names(
                "right = girls * share * 0.86",
                "wrong = girls * (1 - share) * 0.10",
                "return wrong / (right + wrong)",
            ),
        ),
        mistake(
            "13-names-again",
            names(
                "right = 12000 * share * found",
                "wrong = girls * (1 - share) * false_alarm",
                "return wrong / (right + wrong)",
            ),
        ),
        # Only the hidden check sees this.
        mistake(
            "13-names-hidden",
            names(
                "if girls == 1000:",
                "    return 0.5",
                "right = girls * share * found",
                "wrong = girls * (1 - share) * false_alarm",
                "return wrong / (right + wrong)",
            ),
        ),
    ],
    "two-rulings": [
        right('difference = "own-reasons "'),
        mistake("13-citations", 'difference = "citations"'),
        mistake("13-rule-first", 'difference = "rule"'),
        mistake("13-harm", 'difference = "harm"'),
    ],
    "which-number": [
        right(numbers(netherlands="Picked")),
        mistake("13-number-netherlands", numbers(netherlands="fifths"), points=1.5),
        mistake("13-number-netherlands", numbers(netherlands="outside"), points=1.5),
        mistake("13-number-chile", numbers(chile="outside"), points=1.5),
        mistake("13-number-chile-hits", numbers(chile="picked"), points=1.5),
        mistake("13-number-philippines", numbers(philippines="fifths"), points=1.5),
        mistake("13-number-trademarks", numbers(trademarks="picked"), points=1.5),
        mistake("13-not-shown", numbers(trademarks="changed"), points=1.5),
        mistake("13-not-shown", numbers(chile="changed"), points=1.5),
        mistake("13-number-together", numbers(netherlands="changed"), points=1.5),
        mistake("13-average", numbers(philippines="all-right"), points=1.5),
        mistake("13-average", numbers("all-right", "all-right", "all-right", "all-right")),
        mistake("form-option", numbers(chile="income"), points=1.5),
    ],
    "first-below": [
        right(below("below = values[values < limit]", ELSE_NONE)),
        right(
            below(
                "for quarter, value in values.items():",
                "    if value < limit:",
                "        return quarter",
                'return "none"',
            )
        ),
        mistake("13-below-equal", below("below = values[values <= limit]", ELSE_NONE)),
        mistake("13-below-above", below("below = values[values > limit]", ELSE_NONE)),
        mistake(
            "13-below-last",
            below(
                "below = values[values < limit]",
                'return below.index[-1] if len(below) else "none"',
            ),
        ),
        mistake("13-below-lowest", below("return values.idxmin()")),
        mistake(
            "13-below-value",
            below(
                "below = values[values < limit]",
                'return below.iloc[0] if len(below) else "none"',
            ),
        ),
        mistake("13-below-place", below("return (values < limit).to_numpy().argmax()")),
        mistake("13-below-how-many", below("return (values < limit).sum()")),
        mistake("13-below-table", below("return values[values < limit]")),
        mistake("13-below-table", below("return values.index[values < limit]")),
        mistake("13-below-marks", below("return (values < limit).any()")),
        mistake("13-below-always-none", below('return "none"')),
        mistake("form-error", below("below = values[values < limits]", ELSE_NONE)),
        mistake(
            "13-below-second",
            below(
                "below = values[values < limit]",
                'return below.index[1] if len(below) > 1 else "none"',
            ),
        ),
        mistake(
            "13-below-stays",
            below(
                "for place in range(len(values)):",
                "    if (values.iloc[place:] < limit).all():",
                "        return values.index[place]",
                'return "none"',
            ),
        ),
        mistake(
            "13-below-stays",
            below(
                "for place in range(len(values) - 1):",
                "    if (values.iloc[place : place + 2] < limit).all():",
                "        return values.index[place]",
                'return "none"',
            ),
        ),
        mistake(
            "13-below-ignores-limit",
            below("below = values[values < 0.50]", ELSE_NONE),
        ),
        mistake(
            "13-below-ignores-values",
            below(
                "if limit < 0.3:",
                '    return "none"',
                'return "2020-3" if limit == 0.6 else "2021-1"',
            ),
        ),
        mistake(
            "13-below-other",
            below(
                'record = pd.Series([0.62, 0.41], index=["2026-1", "2026-2"])',
                "below = record[record < limit]",
                ELSE_NONE,
            ),
        ),
        mistake(
            "13-below-key",
            below("below = values[values < limit]", "return below[0]"),
        ),
        mistake(
            "13-below-index",
            below("below = values[values < limit]", "return below.index[0]"),
        ),
        mistake(
            "13-below-nothing",
            below(
                "below = values[values < limit]",
                "if len(below) == 0:",
                "    return None",
                "return below.index[0]",
            ),
        ),
        mistake("13-below-none", below("return (values < limit).idxmax()")),
        mistake("form-return", below("below = values[values < limit]")),
        # Only the hidden check sees this.
        mistake(
            "13-below-hidden",
            below(
                "below = values[values < limit]",
                "if limit > 1:",
                '    return "none"',
                ELSE_NONE,
            ),
        ),
    ],
    "earliest": [
        right(rang("Opened", "CHECK-SOME")),
        mistake("13-maker-silent", rang("vendor_accuracy"), points=0.5),
        mistake("13-appeal-is-proof", rang("not_appealed"), points=0.5),
        mistake("13-upheld-later", rang("upheld"), points=0.5),
        mistake("13-after-appeals", rang(before="after-appeals"), points=0.5),
        mistake("13-disclaimer", rang(before="warn-in-letter"), points=0.5),
        mistake("13-silence", rang(before="small-start"), points=0.5),
        mistake("13-earliest-quarter", rang("2026-2"), points=0.5),
        mistake(
            "13-earliest-column",
            'earliest = record["opened"]\nbefore_launch = "check-some"',
            points=0.5,
        ),
    ],
}

# The self-checks of the lesson.
SELF_CHECKS = {
    "quick-counts": [
        right('two_counts = " Different"'),
        mistake("13-date-lost", 'two_counts = "older-wrong"'),
        mistake("13-newer-wrong", 'two_counts = "newer-wrong"'),
    ],
    "quick-rival": [
        right('addition = "Compared"'),
        mistake("13-rival-survey", 'addition = "survey"'),
        mistake("13-rival-columns", 'addition = "columns"'),
    ],
    "quick-morocco": [
        right('morocco_says = "PROCEDURE"'),
        mistake("13-prevented", 'morocco_says = "prevented"'),
        mistake("13-refused", 'morocco_says = "refused"'),
        mistake("13-none-yet", 'morocco_says = "none-yet"'),
    ],
}
