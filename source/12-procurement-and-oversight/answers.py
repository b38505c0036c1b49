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


def hire(result, first="pass"):
    """A function of exercise 11 that returns this expression, after a first line."""
    return f"def officials_needed(flags, minutes, hours_each):\n    {first}\n    return {result}\n"


def planned(
    needed="6.0",
    clerks="4.5",
    sample="60",
    channel="Counter in each branch",
    contact="Calle Sucre 12, Otavalo",
    judge="Ombuds office, Luis Quishpe",
    stopper="Ana Chimbo, supervisor, 1800 555 020",
):
    """The answers to exercise 13, with one changed."""
    return (
        f"hours_needed = {needed}\nclerk_hours = {clerks}\nsample_hours = {sample}\n"
        f"appeal_by = {channel!r}\n"
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


def noticed(number="0.074", key="seed-errors"):
    """An answer to exercise 10."""
    return f'noticed = {number}\nnoticed_says = "{key}"'


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
        mistake("12-threshold-each", small("23", "best-of-each"), points=0.5),
        mistake("12-threshold-zero", small("23", "miss-none"), points=0.5),
        mistake("12-not-whole", small("23.5"), points=0.5),
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
        right(low("0.0148", "0.2530")),
        mistake("form-rounded", low("0.01"), points=0.5),
        mistake("form-rounded", low("0.015"), points=0.5),
        mistake("form-rounded", low(second="0.25"), points=0.5),
        mistake("12-low-others", low("0.985"), points=0.5),
        mistake("12-low-others", low("1 - 126 / 8526"), points=0.5),
        mistake("12-low-others-critical", low(second="1 - 126 / 498"), points=0.5),
        mistake("12-not-this-share", low("0.038"), points=0.5),
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
        mistake("12-not-whole", phone(people='phone["critical"].mean()'), points=0.5),
    ],
    "kichwa": [
        right('kichwa_says = "NO-RATE"'),
        mistake("12-kichwa-phone", 'kichwa_says = "phone-rate"'),
        mistake("12-kichwa-spanish", 'kichwa_says = "spanish-rate"'),
        mistake("12-kichwa-zero", 'kichwa_says = "rate-of-0"'),
    ],
    "award": [
        right(award("b", "78.8")),
        right(award("B", "0.6 * 80 + 0.4 * 76.9")),
        mistake("form-rounded", award("B", "79"), points=1),
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
        mistake("12-clause-perfect", 'clause = "no-miss"'),
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
        mistake("12-limit-lesson", months("normal.mean() + 3 * normal.std()")),
        mistake("12-limit-three", months("normal.mean() - 3 * normal.std()"), points=0.5),
        mistake("12-limit-one", months("normal.mean() - normal.std()", "3"), points=0.5),
        mistake("12-limit-mean", months("normal.mean()", "3"), points=0.5),
        mistake("12-limit-deviation", months("2 * normal.std()", "3"), points=0.5),
        mistake("12-months-above", months(below="(monthly > limit).sum()"), points=0.5),
        mistake("12-months-all", months(below="(monthly < limit).size"), points=0.5),
        mistake("12-months-fever", months(below="5"), points=0.5),
        mistake("form-series", months(below="monthly < limit"), points=0.5),
        mistake("12-months-normal-only", months(below="(normal < limit).sum()"), points=0.5),
        mistake("12-not-whole", months(below="monthly[monthly < limit].sum()"), points=0.5),
        mistake(
            "12-limit-february",
            'normal = monthly["2025-07":"2026-02"]\n'
            "limit = normal.mean() - 2 * normal.std()\nmonths_below = 3",
            points=0.5,
        ),
        mistake(
            "12-limit-short",
            'normal = monthly["2025-07":"2025-12"]\n'
            "limit = normal.mean() - 2 * normal.std()\nmonths_below = 3",
            points=0.5,
        ),
        mistake("12-limit-mixed", months("normal.mean() - 2 * monthly.std()", "3"), points=0.5),
        mistake("12-limit-mixed", months("monthly.mean() - 2 * normal.std()", "3"), points=0.5),
        mistake("form-rounded", months("0.44", "3"), points=0.5),
        mistake("12-not-this-number", months("0.39", "3"), points=0.5),
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
        # A good reading takes one bad reading back.
        mistake("12-alarm-set-back", alarm(reset="max(0, run - 1)")),
        # The count is set back, but the days are counted at good readings only.
        mistake(
            "12-not-this-result",
            "def alarm_day(readings, limit, in_a_row):\n    run, day = 0, 7\n"
            "    for reading in readings:\n        if reading < limit:\n            run += 1\n"
            "            if run == in_a_row:\n                return day\n"
            "        else:\n            run = 0\n            day = day + 7\n    return 0\n",
        ),
        mistake(
            "12-not-this-result",
            "def alarm_day(readings, limit, in_a_row):\n"
            "    for number, reading in enumerate(readings, 1):\n"
            "        if reading < limit:\n            return 7 * in_a_row * number\n    return 0\n",
        ),
        mistake("12-alarm-never", alarm().replace("return 7 * number", "print(7 * number)")),
        mistake("12-alarm-never", alarm().replace("    return 0\n", "        return 0\n")),
        mistake("12-alarm-equal", alarm(sign="<=")),
        mistake("12-alarm-reading", alarm(result="7 * reading")),
        mistake("12-not-this-result", alarm(result="7 * sum(each < limit for each in readings)")),
        mistake("12-alarm-above", alarm(sign=">")),
        mistake("12-alarm-above-number", alarm(sign=">", result="number")),
        mistake(
            "12-unused",
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
        mistake("12-alarm-none", alarm().replace("    return 0\n", "")),
        mistake("12-alarm-none", alarm(never="None")),
        mistake("form-return", alarm(result="print(7 * number)")),
        mistake("12-alarm-run", alarm(result="7 * run")),
        mistake("12-alarm-run", alarm(result="7 * in_a_row")),
        mistake("12-unused", "alarm_day = lambda readings, limit, in_a_row: 7 * in_a_row"),
        mistake("12-not-this-result", alarm(result="7 * (in_a_row + 1)")),
        *(
            mistake(
                "12-alarm-last",
                "def alarm_day(readings, limit, in_a_row):\n"
                "    run, day = 0, 0\n"
                "    for number, reading in enumerate(readings, 1):\n"
                "        run = run + 1 if reading < limit else 0\n"
                f"        if run {sign} in_a_row:\n"
                "            day = 7 * number\n"
                "    return day\n",
            )
            for sign in ("==", ">=")
        ),
        mistake("12-alarm-never", alarm().replace("run == in_a_row", "run > in_a_row")),
        mistake("form-error", alarm(result="7 * week")),
        mistake("12-alarm-hidden", alarm(sign="< 0.40 and reading <"), points=0),
        mistake("12-unused", alarm().replace("run == in_a_row", "run == 3")),
        mistake("12-unused", alarm().replace("run == in_a_row", "run == 2")),
        mistake("12-unused", alarm(sign="< 0.35 and 0.35 >").replace("> limit", "> reading")),
        mistake("12-unused", alarm(sign="< 0.35 and 0 <").replace("0 < limit", "True")),
        mistake("12-unused", alarm().replace("enumerate(readings", "enumerate([0.3] * 9")),
        mistake("12-alarm-from-seven", alarm(first="7", result="number")),
        mistake("12-alarm-from-seven-times", alarm(first="7")),
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
        right(noticed()),
        right(noticed("14 / 190", " Seed-Errors")),
        mistake("12-override-share", noticed("20 / 500"), points=0.5),
        mistake("12-override-top", noticed("20 / 190"), points=0.5),
        mistake("12-override-inverse", noticed("14 / 20"), points=0.5),
        mistake("12-override-joint", noticed("14 / 500"), points=0.5),
        mistake("12-override-right", noticed("6 / 310"), points=0.5),
        mistake("12-override-wrong-share", noticed("190 / 500"), points=0.5),
        mistake("12-override-left", noticed("176 / 190"), points=0.5),
        mistake("12-override-lesson", noticed("0.069"), points=0.5),
        mistake("form-rounded", noticed("0.07"), points=0.5),
        mistake("12-not-this-share", noticed("6 / 20"), points=0.5),
        mistake("12-override-count", noticed("14"), points=0.5),
        mistake("12-override-all", noticed(key="all-overrides"), points=0.5),
        mistake("12-override-ask", noticed(key="ask-officials"), points=0.5),
    ],
    "officials": [
        right(hire("math.ceil((flags * minutes / 60) / hours_each)")),
        right(hire("-(-(flags * minutes) // (60 * hours_each))")),
        mistake("12-officials-part", hire("flags * minutes / 60 / hours_each")),
        mistake("12-officials-down", hire("round(flags * minutes / 60 / hours_each)")),
        mistake("12-officials-fixed", hire("3")),
        mistake("12-officials-fixed", hire("math.ceil(60 * 9 / 60 / 5)")),
        mistake("12-unused", hire("math.ceil(60 * minutes / 60 / hours_each)")),
        mistake("12-unused", hire("math.ceil(flags * 9 / 60 / hours_each)")),
        mistake(
            "12-officials-hours",
            hire("math.ceil(hours_each / 5)", "hours_each = flags * minutes / 60"),
        ),
        mistake("12-officials-hours", hire("math.ceil(hours / 5)", "hours = flags * minutes / 60")),
        mistake(
            "12-officials-twice",
            hire("math.ceil(math.ceil(flags * minutes / 60) / hours_each)"),
        ),
        mistake("12-officials-plus-one", hire("math.ceil(flags * minutes / 60 / hours_each) + 1")),
        mistake("12-not-this-result", hire("math.ceil((flags + minutes) / hours_each)")),
        mistake("12-officials-down", hire("int(flags * minutes / 60 / hours_each)")),
        mistake("12-officials-minutes", hire("math.ceil(flags * minutes / hours_each)")),
        mistake("12-officials-hours", hire("math.ceil(flags * minutes / 60)")),
        mistake("12-officials-times", hire("math.ceil(flags * minutes / 60 * hours_each)")),
        mistake("12-officials-divided", hire("math.ceil(flags / minutes / hours_each)")),
        mistake("12-officials-one-more", hire("int(flags * minutes / 60 / hours_each) + 1")),
        mistake("12-officials-hours", hire("math.ceil(flags * minutes / 60 / 5)")),
        right(hire("-(-work // hours_each)", "work = flags * minutes / 60")),
        mistake(
            "form-return",
            hire("print(flags * minutes / 60 / hours_each)"),
        ),
    ],
    "saturday": [
        right('saturday = "Read-all"'),
        mistake("12-saturday-wait", 'saturday = "keep-log"'),
        mistake("12-saturday-threshold", 'saturday = "lower-limit"'),
        mistake("12-saturday-stop-only", 'saturday = "stop-only"'),
    ],
    "plan": [
        right(planned()),
        right(
            planned("45 * 8 / 60", "6 - 1.5", "20 * 3", "Letter", "PO box 17, Quito", "Audit unit")
        ),
        mistake("12-plan-minutes", planned("45 * 8"), points=1.5),
        mistake("12-plan-divided", planned("45 / 8"), points=1.5),
        mistake("12-plan-added", planned("6 + 1.5"), points=1.5),
        mistake("12-plan-all", planned(clerks="6"), points=1.75),
        mistake("12-plan-plus", planned(clerks="7.5"), points=1.75),
        mistake("12-plan-half", planned(clerks="3"), points=1.75),
        mistake("12-plan-internet", planned(channel="An app"), points=1),
        mistake("12-plan-internet", planned(contact="appeal@bank.example"), points=1),
        mistake("12-plan-contact", planned(contact="at our office"), points=1),
        mistake("12-plan-contact", planned(contact="in the town"), points=1),
        *(
            right(planned(channel=way, contact=place))
            for way, place in (
                ("Orally", "at any branch, at Plaza Grande, on Saturdays"),
                ("En persona", "agencia de la plaza Grande, los sábados"),
            )
        ),
        mistake("12-plan-own-judge", planned(judge="Ana Chimbo"), points=1),
        mistake("12-plan-own-judge", planned(judge="The two clerks"), points=1),
        mistake("12-plan-own-judge", planned(judge="The supervisor"), points=1),
        right(planned(judge="Supervisor of banks, complaints section")),
        mistake("oversight-no-person", planned(judge="The system"), points=1),
        mistake("oversight-no-person", planned(stopper="the algorithm"), points=1),
        mistake("12-plan-vendor", planned(stopper="The vendor's service desk"), points=1),
        mistake("dossier-placeholder", planned(judge="TODO"), points=1),
        mistake("12-plan-with-sample", planned(clerks="64.5"), points=1.75),
        mistake("12-plan-sample-minutes", planned(sample="1200 * 3"), points=1.75),
        mistake("12-plan-sample-critical", planned(sample="60 * 3 / 60"), points=1.75),
        mistake("12-plan-sample-day", planned(sample="1200 * 3 / 60 / 5"), points=1.75),
        mistake("12-plan-sample-slow", planned(sample="1200 * 8 / 60"), points=1.75),
        mistake("12-plan-one-way", planned(channel="radio", contact="100.1 FM"), points=1),
        mistake("12-plan-one-way", planned(channel="Cartel", contact="Calle 12"), points=1),
        right(planned(channel="Counter, announced by radio")),
        mistake("12-plan-empty", planned(channel="x"), points=1),
        mistake("12-plan-empty", planned(contact=""), points=1),
        mistake("12-plan-empty", planned(judge="your words"), points=1),
        mistake("12-plan-night", planned(stopper="Ana Chimbo, supervisor"), points=1),
        right(planned(stopper="Línea de guardia del banco, Rosa Pilco, 099 555 0123")),
        # Words of officials in four languages, and small edits of the mistakes above
        right(planned(channel="Llamada gratuita, anunciada por radio")),
        right(planned(channel="Radio programme, and a clerk who visits each village")),
        right(planned(channel="Línea gratuita, sin internet ni web")),
        right(planned(channel="Ligne gratuite, sans internet")),
        right(planned(channel="Guichet, non le formulaire web")),
        right(planned(channel="Atendimento no balcão, sem aplicativo")),
        right(planned(contact="Plaza de Ponchos s/n, Otavalo")),
        right(planned(contact="Portal de Ponchos 12, Otavalo")),
        right(planned(judge="Un comité de dos personas de auditoría")),
        right(planned(judge="Superviseur bancaire")),
        right(planned(judge="La responsable du service juridique")),
        right(planned(judge="Appeals clerk of the audit unit")),
        right(planned(judge="Unidad de auditoría, no las dos personas de la oficina de quejas")),
        right(planned(judge="Atendente da ouvidoria")),
        right(planned(judge="Service des réclamations de l'autorité bancaire")),
        right(planned(judge="Bank's audit unit, not the vendor")),
        right(planned(judge="Superintendencia de Compañías")),
        mistake("12-plan-internet", planned(channel="Formulaire en ligne"), points=1),
        mistake("12-plan-internet", planned(channel="Formulario en línea"), points=1),
        mistake("12-plan-internet", planned(channel="Correo electrónico"), points=1),
        mistake("12-plan-internet", planned(channel="Aplicativo"), points=1),
        mistake("12-plan-internet", planned(channel="Oficina virtual"), points=1),
        mistake(
            "12-plan-internet", planned(contact="https://bank.example/appeal?id=123"), points=1
        ),
        mistake("12-plan-own-judge", planned(judge="Les deux agents"), points=1),
        mistake(
            "12-plan-own-judge",
            planned(judge="Las dos personas que tramitan los mensajes"),
            points=1,
        ),
        mistake(
            "12-plan-own-judge",
            planned(judge="La responsable du service des réclamations"),
            points=1,
        ),
        mistake("12-plan-own-judge", planned(judge="A dupla de atendentes"), points=1),
        mistake("12-plan-vendor", planned(judge="The firm"), points=1),
        mistake("12-plan-vendor", planned(judge="Le prestataire"), points=1),
        mistake("12-plan-vendor", planned(judge="La compañía"), points=1),
        mistake("12-plan-night", planned(stopper="Ana Chimbo stops the system"), points=1),
        mistake("12-plan-night", planned(stopper="Ana Chimbo para o sistema"), points=1),
        mistake("oversight-no-person", planned(stopper="le système d'IA"), points=1),
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
        mistake("form-rounded", "never_march = 0.92"),
        mistake("12-not-this-share", "never_march = 0.5"),
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
        mistake("12-looks-decimal", "false_alarms = 5"),
        mistake("12-looks-decimal-down", "false_alarms = 4"),
        mistake("12-looks-none", "false_alarms = 0"),
        mistake("12-looks-two-percents", "false_alarms = 0.048"),
        mistake("12-looks-all", "false_alarms = 96"),
        mistake("12-not-this-number", "false_alarms = 12"),
    ],
}
