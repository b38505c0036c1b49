"""Other right answers to module 12, and typical mistakes with the message each must get."""

from course.checking.answers import mistake, right

BEFORE: dict[str, str] = {}

ALARM = """def alarm_day(readings, limit, in_a_row):
    run = 0
    for number, reading in enumerate(readings, {first}):
        if reading {sign} limit:
            run = run + 1
        else:
            run = {reset}
        if run == in_a_row:
            return {result}
    return {never}
"""


def alarm(first="1", sign="<", reset="0", result="7 * number", never="0"):
    """The reference answer with one of its pieces changed."""
    return ALARM.format(first=first, sign=sign, reset=reset, result=result, never=never)


def hire(result):
    """A function of exercise 11 that returns this expression."""
    return f"def officials_needed(flags, minutes, hours):\n    return {result}\n"


def planned(
    needed="6.0",
    clerks="4.5",
    channel="Counter in each branch",
    contact="Calle Sucre 12, Otavalo",
    judge="Ombuds office, Luis Quishpe",
    stopper="Ana Chimbo, supervisor",
):
    """The answers to exercise 13, with one changed."""
    return (
        f"hours_needed = {needed}\nclerk_hours = {clerks}\nappeal_by = {channel!r}\n"
        f"appeal_at = {contact!r}\ndecided_by = {judge!r}\nstopped_by = {stopper!r}\n"
    )


def small(number, key="same-for-both"):
    """An answer to exercise 1."""
    return f'more_missed = {number}\nthreshold_says = "{key}"'


def low(first="0.014778", second="0.253012"):
    """An answer to exercise 2."""
    return f"critical_of_low = {first}\nlow_of_critical = {second}"


PHONE = 'phone = trial[trial["channel"] == "phone"]\n'


def phone(recall='phone[phone["critical"]]["flagged"].mean()', people='phone["critical"].sum()'):
    """An answer to exercise 3."""
    return PHONE + f"phone_recall = {recall}\nphone_critical = {people}"


def award(winner="B", total="78.77"):
    """An answer to exercise 5."""
    return f'winner = "{winner}"\nwinner_total = {total}'


def months(limit="normal.mean() - 2 * normal.std()", below="(monthly < limit).sum()"):
    """An answer to exercise 7."""
    normal = 'normal = monthly["2025-07":"2026-01"]\n'
    return normal + f"limit = {limit}\nmonths_below = {below}"


def ruled(letter="C", days="21"):
    """An answer to exercise 9."""
    return f'rule = "{letter}"\nrule_days = {days}'


def caught(number="0.069", key="seed-errors"):
    """An answer to exercise 10."""
    return f'caught = {number}\ncaught_says = "{key}"'


ANSWERS = {
    "small-print": [
        right(small("23", " Same-for-both ")),
        right(small("498 - 215 - (498 - 238)")),
        mistake("12-small-flags", small("412 - 293"), points=0.5),
        mistake("12-small-missed", small("283"), points=0.5),
        mistake("12-small-missed-offer", small("260"), points=0.5),
        mistake("12-not-this-count", small("293"), points=0.5),
        mistake("12-small-sign", small("260 - 283"), points=0.5),
        mistake("12-small-wrong-flags", small("(412 - 238) - (293 - 215)"), points=0.5),
        mistake("12-threshold-better", small("23", "take-062"), points=0.5),
        mistake("12-threshold-drop", small("23", "drop-precision"), points=0.5),
    ],
    "low-scores": [
        right(low()),
        right(
            low(
                'trial.loc[trial["score"] < 0.10, "critical"].mean()',
                '(trial["critical"] & (trial["score"] < 0.10)).sum() / trial["critical"].sum()',
            )
        ),
        right(low("126 / 8526", "126 / 498")),
        mistake("12-low-swapped", low("126 / 498", "126 / 8526")),
        mistake(
            "12-low-of-all",
            low('((trial["score"] < 0.10) & trial["critical"]).mean()'),
            points=0.5,
        ),
        mistake(
            "12-low-of-all",
            low(second='((trial["score"] < 0.10) & trial["critical"]).mean()'),
            points=0.5,
        ),
        mistake("12-low-high", low('trial[trial["score"] >= 0.10]["critical"].mean()'), points=0.5),
        mistake("12-whole-trial", low('trial["critical"].mean()'), points=0.5),
        mistake(
            "12-low-flagged", low('trial[trial["score"] < 0.10]["flagged"].mean()'), points=0.5
        ),
        mistake("12-low-count", low('trial[trial["score"] < 0.10]["critical"].sum()'), points=0.5),
        mistake("12-low-everybody", low(second='(trial["score"] < 0.10).mean()'), points=0.5),
        mistake(
            "12-low-missed",
            low(second='1 - trial[trial["critical"]]["flagged"].mean()'),
            points=0.5,
        ),
        mistake("form-series", low('trial[trial["score"] < 0.10]["critical"]'), points=0.5),
    ],
    "phone": [
        right(phone()),
        right("phone_recall = 36 / 86\nphone_critical = 86"),
        right(
            phone('phone.loc[phone["critical"], "flagged"].mean()', 'len(phone[phone["critical"]])')
        ),
        mistake(
            "12-phone-precision", phone('phone[phone["flagged"]]["critical"].mean()'), points=0.5
        ),
        mistake(
            "12-accuracy-for-recall",
            phone('(phone["critical"] == phone["flagged"]).mean()'),
            points=0.5,
        ),
        mistake("12-phone-flags", phone('phone["flagged"].mean()'), points=0.5),
        mistake("12-phone-base", phone('phone["critical"].mean()'), points=0.5),
        mistake(
            "12-phone-joint", phone('(phone["critical"] & phone["flagged"]).mean()'), points=0.5
        ),
        mistake("12-phone-all-critical", phone("36 / 498"), points=0.5),
        mistake("12-phone-inverse", phone("36 / 238"), points=0.5),
        mistake("12-whole-trial", phone('trial[trial["critical"]]["flagged"].mean()'), points=0.5),
        mistake("12-phone-everybody", phone(people="len(phone)"), points=0.5),
        mistake("12-phone-flagged", phone(people='phone["flagged"].sum()'), points=0.5),
        mistake(
            "12-phone-found",
            phone(people='(phone["flagged"] & phone["critical"]).sum()'),
            points=0.5,
        ),
        mistake("12-whole-trial", phone(people='trial["critical"].sum()'), points=0.5),
    ],
    "kichwa": [
        right('kichwa_says = "TEST-FIRST"'),
        mistake("12-kichwa-phone", 'kichwa_says = "like-phone"'),
        mistake("12-kichwa-spanish", 'kichwa_says = "like-spanish"'),
        mistake("12-kichwa-lowest", 'kichwa_says = "lowest-rate"'),
    ],
    "award": [
        right(award("b", "78.8")),
        right(award("B", "0.6 * 80 + 0.4 * 76.9")),
        mistake("12-award-cheapest", award("A", "0.4 * 55 + 0.6 * 100")),
        mistake("12-weights-swapped", award("B", "82"), points=1),
        mistake("12-weights-swapped-b", award("B", "0.4 * 80 + 0.6 * 100 * 400 / 520"), points=1),
        mistake("12-award-best-quality", award("C", "0.6 * 90 + 0.4 * 100")),
        mistake("12-price-raw", award("B", "0.6 * 90 + 0.4 * 800"), points=1),
        mistake("12-price-raw-b", award("B", "0.6 * 80 + 0.4 * 520"), points=1),
        mistake("12-price-turned-b", award("B", "0.6 * 80 + 0.4 * 100 * 520 / 400"), points=1),
        mistake("12-price-turned", award("B", "0.6 * 90 + 0.4 * 100"), points=1),
        mistake("12-award-a", award("B", "0.6 * 55 + 0.4 * 100"), points=1),
        mistake("12-award-c", award("B", "0.6 * 90 + 0.4 * 50"), points=1),
        mistake("12-award-price-only", award("B", "100 * 400 / 520"), points=1),
        mistake("12-award-equal", award("B", "(80 + 100 * 400 / 520) / 2"), points=1),
    ],
    "clause": [
        right('clause = "Each-Channel"'),
        mistake("12-clause-average", 'clause = "all-channels"'),
        mistake("12-clause-own-report", 'clause = "own-report"'),
        mistake("12-clause-vague", 'clause = "best-effort"'),
    ],
    "normal-months": [
        right(months()),
        mistake(
            "12-limit-numpy", months("normal.mean() - 2 * np.std(normal.to_numpy())"), points=0.5
        ),
        right(
            "limit = monthly.head(7).mean() - 2 * monthly.head(7).std()\n"
            "months_below = len(monthly[monthly < limit])"
        ),
        mistake("12-alarm-with-break", months("monthly.mean() - 2 * monthly.std()")),
        mistake("12-limit-above", months("normal.mean() + 2 * normal.std()")),
        mistake("12-limit-three", months("normal.mean() - 3 * normal.std()"), points=0.5),
        mistake("12-limit-one", months("normal.mean() - normal.std()", "3"), points=0.5),
        mistake("12-limit-mean", months("normal.mean()", "3"), points=0.5),
        mistake("12-limit-deviation", months("2 * normal.std()", "3"), points=0.5),
        mistake("12-months-above", months(below="(monthly > limit).sum()"), points=0.5),
        mistake("12-months-all", months(below="(monthly < limit).size"), points=0.5),
        mistake("12-months-fever", months(below="5"), points=0.5),
        mistake("form-series", months(below="monthly < limit"), points=0.5),
    ],
    "alarm-day": [
        right(alarm()),
        right(
            "def alarm_day(readings, limit, in_a_row):\n"
            "    readings = list(readings)\n"
            "    for end in range(in_a_row, len(readings) + 1):\n"
            "        if all(each < limit for each in readings[end - in_a_row:end]):\n"
            "            return 7 * end\n"
            "    return 0\n"
        ),
        mistake("12-alarm-number", alarm(result="number")),
        mistake("12-alarm-place", alarm(first="0", result="number")),
        mistake("12-alarm-from-zero", alarm(first="0")),
        mistake("12-alarm-start", alarm(result="7 * (number - in_a_row + 1)")),
        mistake("12-alarm-not-in-a-row", alarm(reset="run")),
        mistake("12-alarm-equal", alarm(sign="<=")),
        mistake("12-alarm-reading", alarm(result="7 * reading")),
        mistake("12-not-this-result", alarm(result="7 * sum(each < limit for each in readings)")),
        mistake("12-alarm-above", alarm(sign=">")),
        mistake("12-alarm-above-number", alarm(sign=">", result="number")),
        mistake(
            "12-alarm-once",
            "def alarm_day(readings, limit, in_a_row):\n"
            "    for number, reading in enumerate(readings, 1):\n"
            "        if reading < limit:\n"
            "            return 7 * number\n"
            "    return 0\n",
        ),
        mistake(
            "12-alarm-mean",
            "def alarm_day(readings, limit, in_a_row):\n"
            "    for end in range(in_a_row, len(readings) + 1):\n"
            "        if np.mean(readings[end - in_a_row:end]) < limit:\n"
            "            return 7 * end\n"
            "    return 0\n",
        ),
        mistake("12-alarm-zero", alarm(never="7 * number")),
        mistake("form-return", alarm().replace("    return 0\n", "")),
        mistake("12-alarm-never", alarm().replace("run == in_a_row", "run > in_a_row")),
        mistake("form-error", alarm(result="7 * week")),
        mistake("12-alarm-hidden", alarm(sign="< 0.40 and reading <"), points=0),
        mistake("12-alarm-hidden", alarm().replace("run == in_a_row", "run == 3"), points=0),
    ],
    "rule": [
        right(ruled("c")),
        right(ruled("C", "3 * 7")),
        mistake("12-rule-fastest", ruled("A", "7")),
        mistake("12-rule-quietest", ruled("B", "28")),
        mistake("12-rule-too-many", ruled("D", "14")),
        mistake("12-days-weeks", ruled("C", "3"), points=0.5),
        mistake("12-days-false", ruled("C", "1"), points=0.5),
        mistake("12-days-d", ruled("C", "14"), points=0.5),
    ],
    "overrides": [
        right(caught()),
        right(caught("12 / 174")),
        mistake("12-override-share", caught("15 / 412"), points=0.5),
        mistake("12-override-top", caught("15 / 174"), points=0.5),
        mistake("12-override-inverse", caught("12 / 15"), points=0.5),
        mistake("12-override-joint", caught("12 / 412"), points=0.5),
        mistake("12-override-right", caught("3 / 238"), points=0.5),
        mistake("12-override-wrong-share", caught("174 / 412"), points=0.5),
        mistake("12-not-this-share", caught("3 / 15"), points=0.5),
        mistake("12-override-count", caught("12"), points=0.5),
        mistake("12-override-fewer", caught(key="fewer-checks"), points=0.5),
        mistake("12-override-threshold", caught(key="raise-threshold"), points=0.5),
    ],
    "officials": [
        right(hire("math.ceil((flags * minutes / 60) / hours)")),
        right(hire("-(-(flags * minutes) // (60 * hours))")),
        mistake("12-officials-part", hire("flags * minutes / 60 / hours")),
        mistake("12-officials-down", hire("round(flags * minutes / 60 / hours)")),
        mistake("12-not-this-result", hire("3")),
        mistake("12-officials-down", hire("int(flags * minutes / 60 / hours)")),
        mistake("12-officials-minutes", hire("math.ceil(flags * minutes / hours)")),
        mistake("12-officials-hours", hire("math.ceil(flags * minutes / 60)")),
        mistake("12-officials-times", hire("math.ceil(flags * minutes / 60 * hours)")),
        mistake("12-officials-divided", hire("math.ceil(flags / minutes / hours)")),
        mistake("12-officials-one-more", hire("int(flags * minutes / 60 / hours) + 1")),
        mistake("12-officials-hidden", hire("math.ceil(flags * minutes / 60 / 5)"), points=0),
        mistake(
            "form-return",
            hire("print(flags * minutes / 60 / hours)"),
        ),
    ],
    "saturday": [
        right('saturday = "Stop-and-read"'),
        mistake("12-saturday-wait", 'saturday = "wait-vendor"'),
        mistake("12-saturday-threshold", 'saturday = "lower-threshold"'),
        mistake("12-saturday-close", 'saturday = "stop-and-close"'),
    ],
    "plan": [
        right(planned()),
        right(planned("45 * 8 / 60", "6 - 1.5", "Letter", "PO box 17, Quito", "Audit unit")),
        mistake("12-plan-minutes", planned("45 * 8"), points=1.5),
        mistake("12-plan-divided", planned("45 / 8"), points=1.5),
        mistake("12-plan-added", planned("6 + 1.5"), points=1.5),
        mistake("12-plan-all", planned(clerks="6"), points=1.5),
        mistake("12-plan-plus", planned(clerks="7.5"), points=1.5),
        mistake("12-plan-half", planned(clerks="3"), points=1.5),
        mistake("12-plan-internet", planned(channel="An app"), points=1),
        mistake("12-plan-internet", planned(contact="appeal@bank.example"), points=1),
        mistake("12-plan-contact", planned(contact="at our office"), points=1),
        mistake("12-plan-own-judge", planned(judge="Ana Chimbo"), points=1),
        mistake("12-plan-own-judge", planned(judge="The two clerks"), points=1),
        mistake("12-plan-own-judge", planned(judge="The supervisor"), points=1),
        right(planned(judge="Supervisor of banks, complaints section")),
        mistake("oversight-no-person", planned(judge="The system"), points=1),
        mistake("oversight-no-person", planned(stopper="the algorithm"), points=1),
        mistake("12-plan-vendor", planned(stopper="The vendor's service desk"), points=1),
        mistake("dossier-placeholder", planned(judge="TODO"), points=1),
    ],
}

# The self-checks of the lesson.
SELF_CHECKS = {
    "quick-headline": [
        right("never_march = (940 - 72) / 940"),
        mistake("12-headline-base", "never_march = 72 / 940"),
        mistake("12-headline-recall", "never_march = 0"),
        mistake("12-headline-all", "never_march = 0.9502"),
        mistake("12-headline-system", "never_march = 0.931"),
        mistake("form-percent", "never_march = 92.3"),
    ],
    "quick-parity": [
        right('parity_says = "Other-measure"'),
        mistake("12-parity-copy", 'parity_says = "copy-it"'),
        mistake("12-parity-false", 'parity_says = "not-true"'),
        mistake("12-parity-few", 'parity_says = "too-few"'),
    ],
    "quick-clause": [
        right('clear_clause = "Numbers"'),
        mistake("12-clause-fair", 'clear_clause = "fair"'),
        mistake("12-clause-best", 'clear_clause = "best"'),
        mistake("12-clause-report", 'clear_clause = "report"'),
    ],
    "quick-looks": [
        right("false_alarms = 96 * 0.05"),
        mistake("12-looks-one", "false_alarms = 0.05"),
        mistake("12-looks-months", "false_alarms = 12 * 0.05"),
        mistake("12-looks-groups", "false_alarms = 8 * 0.05"),
        mistake("12-looks-percent", "false_alarms = 96 * 5"),
    ],
}
