"""Other right answers to module 11, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. An answer stands on its own:
BEFORE stands in for the exercises that it builds on.
"""

from course.checking.answers import mistake, right

TOTAL = """def total_of(raw, mitigation):
    return (85 * raw + 50) // 100 if mitigation >= 61.6 else raw


"""
LEVEL = """def level_of(total):
    return 1 + (total > 41.75) + (total > 83.5) + (total > 125.25)


"""
ROWS = """def level_then(row):
    return level_of(total_of(86 + row["raw_change"], 61 + row["mitigation_change"]))


lower = changes.apply(level_then, axis=1) < 3
"""
LOWER = 'lowering = lower.sum()\nlowering_paper = (lower & (changes["kind"] == "mitigation")).sum()'
RISK = """def risk_level(likelihood, severity):
    product = likelihood * severity
    if product >= 20:
        return "very high"
    if product >= 10 or severity == 5:
        return "high"
    return "medium" if product >= 5 else "low"


"""
PLAIN = """    if product >= 20:
        return "very high"
    if product >= 10:
        return "high"
    if product >= 5:
        return "medium"
    return "low"
"""


def _recompute(condition, likelihood="likelihood", severity="severity"):
    return (
        f'computed = [{condition} for a, b in zip(risks["{likelihood}"], risks["{severity}"])]\n'
        'disagreeing = list(risks.loc[risks["level"] != computed, "id"])'
    )


def _risk(first, rest=PLAIN):
    return f"def risk_level(likelihood, severity):\n{first}{rest}"


PRODUCT = "    product = likelihood * severity\n"

BEFORE = {"what-if": TOTAL + LEVEL, "recompute": RISK}

ANSWERS = {
    "read-form": [
        right("total, level = 86, 3"),
        right("total = 86.0\nlevel = 3"),
        right('total = 86\nlevel = "III"'),
        right('total = 86\nlevel = " iii "'),
        mistake("11-discount-too-soon", "total = 73\nlevel = 3"),
        mistake("form-text", 'total = "86"\nlevel = 3'),
        mistake("11-discount-too-soon", "total = 0.85 * 86\nlevel = 2"),
        mistake("11-subtract", "total = 86 - 61\nlevel = 1"),
        mistake("11-fifteen-kept", "total = 0.15 * 86\nlevel = 1"),
        mistake("11-read-added", "total = 86 + 61\nlevel = 4"),
        mistake("11-in-proportion", "total = 86 * (1 - 0.15 * 61 / 77)\nlevel = 2"),
        mistake("11-level-too-low", "total = 86\nlevel = 2", points=0.5),
        mistake("11-level-too-high", "total = 86\nlevel = 4", points=0.5),
        mistake("11-four-levels", "total = 86\nlevel = 5", points=0.5),
        mistake("11-other-points", "total = 106\nlevel = 3"),
        mistake("form-text", 'total = 86\nlevel = "three"', points=0.5),
        mistake("form-missing", "total = 86\nlevel = ...", points=0.5),
    ],
    "blanks": [
        right("firm_points = 1 + 1 + 1 + 3 + 1\nstill_needed = 2"),
        right("firm_points = 7.0\nstill_needed = 2.0"),
        mistake("11-blanks-not-asked", "firm_points = 8\nstill_needed = 2", points=0.5),
        mistake("11-max-or-sum", "firm_points = 5\nstill_needed = 2", points=0.5),
        mistake("11-max-or-sum", "firm_points = 6\nstill_needed = 3"),
        mistake("11-blanks-worst", "firm_points = 12\nstill_needed = 2", points=0.5),
        mistake("11-blanks-lower-answer", "firm_points = 4\nstill_needed = 2", points=0.5),
        mistake("11-blanks-points", "firm_points = 38\nstill_needed = 2", points=0.5),
        mistake("11-blanks-zero", "firm_points = 7\nstill_needed = 0", points=0.5),
        mistake("11-blanks-all", "firm_points = 7\nstill_needed = 3", points=0.5),
        mistake("11-blanks-needed", "firm_points = 7\nstill_needed = 11", points=0.5),
    ],
    "wrong-answer": [
        right('wrong_answer = "Keeps-learning"'),
        mistake("11-wrong-share", 'wrong_answer = "client-share"'),
        mistake("11-wrong-secret", 'wrong_answer = "secret-algorithm"'),
        mistake("11-wrong-new", 'wrong_answer = "new-operation"'),
    ],
    "paper": [
        right("best_total = int(0.85 * 152 + 0.5)\nbest_level = 4"),
        right("best_total = round(0.85 * 152)\nbest_level = 4"),
        right('best_total = 129\nbest_level = "IV"'),
        mistake("11-paper-80", "best_total = 122\nbest_level = 4"),
        mistake("11-subtract", "best_total = 152 - 77\nbest_level = 2"),
        mistake("11-fifteen-kept", "best_total = 0.15 * 152\nbest_level = 1"),
        mistake("11-paper-no-discount", "best_total = 152\nbest_level = 4", points=0.5),
        mistake("11-paper-whole", "best_total = 0.85 * 152\nbest_level = 4", points=0.5),
        mistake("11-paper-80", "best_total = 0.80 * 152\nbest_level = 3"),
        mistake("11-paper-level", "best_total = 129\nbest_level = 3", points=0.5),
    ],
    "duties": [
        right('allowed = "Proposal"\napproval = "institution-head"'),
        mistake("11-duties-sample", 'allowed = "sample"\napproval = "programme-head"'),
        mistake(
            "11-duties-request",
            'allowed = "on-request"\napproval = "institution-head"',
            points=0.5,
        ),
        mistake(
            "11-duties-two",
            'allowed = "two-clerks"\napproval = "institution-head"',
            points=0.5,
        ),
        mistake(
            "11-duties-programme", 'allowed = "proposal"\napproval = "programme-head"', points=0.5
        ),
        mistake("11-duties-cabinet", 'allowed = "proposal"\napproval = "cabinet-body"', points=0.5),
        mistake(
            "11-duties-board", 'allowed = "proposal"\napproval = "oversight-board"', points=0.5
        ),
    ],
    "article-27": [
        right('who_owes = "City-before-use"'),
        mistake("11-27-both", 'who_owes = "both-before-use"'),
        mistake("11-27-later", 'who_owes = "city-after-trial"'),
        mistake("11-27-dpia", 'who_owes = "covered-already"'),
    ],
    "chain": [
        right('weak_link = "Remedy"\nbetter_text = "reopen"'),
        mistake("11-chain-measure", 'weak_link = "measure"\nbetter_text = "reopen"', points=0.5),
        mistake("11-chain-right", 'weak_link = "right"\nbetter_text = "log"'),
        mistake("11-chain-who", 'weak_link = "who"\nbetter_text = "explain"'),
        mistake("11-chain-harm", 'weak_link = "harm"\nbetter_text = "reopen"', points=0.5),
        mistake("11-chain-explain", 'weak_link = "remedy"\nbetter_text = "explain"', points=0.5),
        mistake("11-chain-log", 'weak_link = "remedy"\nbetter_text = "log"', points=0.5),
        mistake("11-chain-survey", 'weak_link = "remedy"\nbetter_text = "survey"', points=0.5),
    ],
    "register": [
        right('a, b, c, d = "Medium", "High", "data-officer", "regulator-head"'),
        mistake(
            "11-product-only",
            'a, b, c, d = "medium", "medium", "data-officer", "regulator-head"',
            points=0.75,
        ),
        mistake(
            "11-register-a-high",
            'a, b, c, d = "high", "high", "data-officer", "regulator-head"',
            points=0.75,
        ),
        mistake(
            "11-register-vendor",
            'a, b, c, d = "medium", "high", "clairtri", "regulator-head"',
            points=0.75,
        ),
        mistake(
            "11-register-operators",
            'a, b, c, d = "medium", "high", "operators", "regulator-head"',
            points=0.75,
        ),
        mistake(
            "11-register-expert",
            'a, b, c, d = "medium", "high", "data-officer", "outside-expert"',
            points=0.75,
        ),
        mistake(
            "11-risk-to-us",
            'a, b, c, d = "medium", "high", "data-officer", "customers-council"',
            points=0.75,
        ),
        mistake(
            "11-register-desk",
            'a, b, c, d = "medium", "high", "data-officer", "desk-head"',
            points=0.75,
        ),
        mistake("11-register-a-low", 'a, b, c, d = "low", "low", "clerks", "desk-head"'),
        mistake(
            "11-register-all",
            'a, b, c, d = "medium", "high", "clerks", "regulator-head"',
            points=0.75,
        ),
        mistake(
            "11-register-b-very",
            'a, b, c, d = "medium", "very-high", "data-officer", "regulator-head"',
            points=0.75,
        ),
    ],
    "missing-risk": [
        right('missing_risk = "Name-mismatch"'),
        mistake("11-missing-typing", 'missing_risk = "typing-errors"'),
        mistake("11-groups-lost", 'missing_risk = "language-again"'),
        mistake("11-missing-late", 'missing_risk = "late-answers"'),
    ],
    "sums": [
        right(
            'counted = form.query("asked")\n'
            'raw = counted.groupby("kind")["points"].sum()["risk"]\n'
            'mitigation = counted.groupby("phase")["points"].sum()["implementation"]'
        ),
        right(
            'raw = form[form["asked"] & (form["kind"] == "risk")]["points"].sum()\n'
            'mitigation = form[form["asked"] & (form["phase"] == "implementation")]["points"].sum()'
        ),
        mistake(
            "11-not-asked",
            'raw = form.loc[form["kind"] == "risk", "points"].sum()\nmitigation = 58',
            points=0.5,
        ),
        mistake(
            "11-mitigation-not-asked",
            'raw = 92\nmitigation = form.loc[form["phase"] == "implementation", "points"].sum()',
            points=0.5,
        ),
        mistake(
            "11-phase",
            'raw = 92\nmitigation = form[form["asked"] & (form["kind"] == "mitigation")]'
            '["points"].sum()',
            points=0.5,
        ),
        mistake(
            "11-phase-not-asked",
            'raw = 92\nmitigation = form.loc[form["kind"] == "mitigation", "points"].sum()',
            points=0.5,
        ),
        mistake(
            "11-sums-count",
            'raw = (form["asked"] & (form["kind"] == "risk")).sum()\n'
            'mitigation = (form["phase"] == "implementation").sum()',
        ),
        mistake(
            "11-sums-count-mitigation",
            'raw = 92\nmitigation = (form["asked"] & (form["phase"] == "implementation")).sum()',
            points=0.5,
        ),
        mistake("11-sums-everything", 'raw = form["points"].sum()\nmitigation = 58', points=0.5),
        mistake(
            "11-sums-kinds",
            'raw = form.loc[form["asked"], "points"].sum()\nmitigation = 58',
            points=0.5,
        ),
        mistake(
            "11-sums-design",
            'raw = 92\nmitigation = form.loc[form["phase"] == "design", "points"].sum()',
            points=0.5,
        ),
        mistake("11-sums-swapped", "raw = 58\nmitigation = 92"),
        mistake("11-handed-in", "raw = 86\nmitigation = 61"),
        mistake("11-mitigation-handed-in", "raw = 92\nmitigation = 61", points=0.5),
        mistake("11-lesson-form", "raw = 98\nmitigation = 60"),
        mistake("11-raw-other", "raw = 101\nmitigation = 58", points=0.5),
        mistake("11-mitigation-other", "raw = 92\nmitigation = 12", points=0.5),
    ],
    "total-of": [
        right(TOTAL.strip()),
        right(
            "import math\n\n\n"
            "def total_of(raw, mitigation):\n"
            "    if mitigation / 77 < 0.8:\n"
            "        return raw\n"
            "    return math.floor(raw * 0.85 + 0.5)"
        ),
        mistake("11-subtract", "def total_of(raw, mitigation):\n    return raw - mitigation"),
        mistake(
            "11-fifteen-kept",
            "def total_of(raw, mitigation):\n"
            "    return int(0.15 * raw + 0.5) if mitigation >= 61.6 else raw",
        ),
        mistake(
            "11-limit-80",
            "def total_of(raw, mitigation):\n"
            "    return int(0.85 * raw + 0.5) if mitigation >= 80 else raw",
        ),
        mistake(
            "11-limit-80",
            "def total_of(raw, mitigation):\n"
            "    return int(0.85 * raw + 0.5) if mitigation >= 0.8 * 167 else raw",
        ),
        mistake(
            "11-total-ignores-mitigation",
            "def total_of(raw, mitigation):\n    return int(0.85 * raw + 0.5)",
        ),
        mistake(
            "11-total-ignores-mitigation",
            "def total_of(raw, mitigation):\n"
            "    return int(0.85 * raw + 0.5) if 62 >= 0.8 * 77 else raw",
        ),
        mistake(
            "11-total-ignores-raw",
            "def total_of(raw, mitigation):\n    return 73 if mitigation >= 61.6 else 73",
        ),
        mistake(
            "11-no-discount",
            "def total_of(raw, mitigation):\n"
            "    total = raw\n"
            "    if mitigation >= 0.8 * 77:\n"
            "        total = int(0.85 * raw + 0.5)\n"
            "    total = raw\n"
            "    return total",
        ),
        mistake(
            "11-no-discount",
            "def total_of(raw, mitigation):\n"
            "    return int(0.85 * raw + 0.5) if 58 >= 0.8 * 77 else raw",
        ),
        mistake(
            "11-limit-62",
            "def total_of(raw, mitigation):\n"
            "    return int(0.85 * raw + 0.5) if mitigation > 62 else raw",
        ),
        mistake(
            "11-limit-high",
            "def total_of(raw, mitigation):\n"
            "    return int(0.85 * raw + 0.5) if mitigation >= 0.85 * 77 else raw",
        ),
        mistake(
            "11-discount-turned",
            "def total_of(raw, mitigation):\n"
            "    return int(0.85 * raw + 0.5) if mitigation < 0.8 * 77 else raw",
        ),
        mistake(
            "11-cut-off",
            "def total_of(raw, mitigation):\n"
            "    return int(0.85 * raw) if mitigation >= 0.8 * 77 else raw",
        ),
        mistake(
            "11-discount-rounded",
            "def total_of(raw, mitigation):\n"
            "    return raw - int(0.15 * raw + 0.5) if mitigation >= 0.8 * 77 else raw",
        ),
        mistake(
            "11-always-up",
            "import math\n\n\n"
            "def total_of(raw, mitigation):\n"
            "    return math.ceil(0.85 * raw) if mitigation >= 0.8 * 77 else raw",
        ),
        mistake(
            "11-return-missing",
            "def total_of(raw, mitigation):\n"
            "    if mitigation >= 0.8 * 77:\n"
            "        return int(0.85 * raw + 0.5)",
        ),
        mistake(
            "11-ingredient-name",
            "def total_of(raw, mitigation):\n"
            "    if mitigation_points >= 0.8 * 77:\n"
            "        return int(0.85 * raw + 0.5)\n"
            "    return raw",
        ),
        mistake(
            "11-discount-too-soon",
            "def total_of(raw, mitigation):\n"
            "    return int(0.85 * raw + 0.5) if mitigation > 60 else raw",
        ),
        mistake(
            "11-in-proportion",
            "def total_of(raw, mitigation):\n    return raw * (1 - 0.15 * mitigation / 77)",
        ),
        mistake(
            "11-total-eighty",
            "def total_of(raw, mitigation):\n    return 0.8 * raw if mitigation >= 61.6 else raw",
        ),
        mistake(
            "11-half-up",
            "def total_of(raw, mitigation):\n"
            "    return round(0.85 * raw) if mitigation >= 61.6 else raw",
        ),
        mistake(
            "11-not-rounded",
            "def total_of(raw, mitigation):\n    return 0.85 * raw if mitigation >= 61.6 else raw",
        ),
        mistake(
            "form-return",
            "def total_of(raw, mitigation):\n    print(raw)",
        ),
        # Only the hidden check sees this one.
        mistake(
            "11-total-hidden",
            "def total_of(raw, mitigation):\n"
            "    return {(100, 62): 85, (90, 62): 77}.get((raw, mitigation), raw)",
        ),
    ],
    "level-of": [
        right(LEVEL.strip()),
        right(
            "def level_of(total):\n"
            "    for level, share in enumerate([0.25, 0.5, 0.75], 1):\n"
            "        if total / 167 <= share:\n"
            "            return level\n"
            "    return 4"
        ),
        mistake(
            "11-bound-percent",
            "def level_of(total):\n    return 1 + (total > 25) + (total > 50) + (total > 75)",
        ),
        mistake(
            "11-bound",
            "def level_of(total):\n    return 1 + (total > 42) + (total > 84) + (total > 125)",
        ),
        mistake(
            "11-bound-41",
            "def level_of(total):\n    return 1 + (total > 40) + (total > 80) + (total > 120)",
        ),
        mistake(
            "11-level-reversed",
            "def level_of(total):\n"
            "    return 4 - (total > 41.75) - (total > 83.5) - (total > 125.25)",
        ),
        mistake(
            "11-level-roman",
            "def level_of(total):\n"
            '    return ["I", "II", "III", "IV"][(total > 41.75) + (total > 83.5)]',
        ),
        mistake(
            "11-no-fourth",
            "def level_of(total):\n    return 1 + (total > 41.75) + (total > 83.5)",
        ),
        mistake(
            "11-level-first",
            "def level_of(total):\n    return (total > 41.75) + (total > 83.5) + (total > 125.25)",
        ),
        mistake(
            "11-level-order",
            "def level_of(total):\n"
            "    if total > 0.25 * 167:\n"
            "        return 2\n"
            "    if total > 0.50 * 167:\n"
            "        return 3\n"
            "    return 4 if total > 0.75 * 167 else 1",
        ),
        mistake(
            "11-level-order",
            "def level_of(total):\n"
            "    if total <= 0.75 * 167:\n"
            "        return 3\n"
            "    if total <= 0.50 * 167:\n"
            "        return 2\n"
            "    return 1 if total <= 0.25 * 167 else 4",
        ),
        mistake(
            "11-level-order",
            "def level_of(total):\n"
            "    if total <= 0.50 * 167:\n"
            "        return 2\n"
            "    if total <= 0.25 * 167:\n"
            "        return 1\n"
            "    return 3 if total <= 0.75 * 167 else 4",
        ),
        mistake(
            "11-level-above",
            "def level_of(total):\n"
            "    return 1 + (total > 41.75) + (total > 75) + (total > 125.25)",
        ),
        mistake("11-level-ignored", "def level_of(total):\n    return 3 if 86 > 83.5 else 2"),
        mistake(
            "11-return-missing",
            "def level_of(total):\n"
            "    if total <= 0.25 * 167:\n"
            "        return 1\n"
            "    if total <= 0.50 * 167:\n"
            "        return 2\n"
            "    if total <= 0.75 * 167:\n"
            "        return 3",
        ),
        mistake(
            "11-ingredient-name",
            "def level_of(total):\n    return 1 if points <= 0.25 * 167 else 2",
        ),
        mistake("11-level-whole", "def level_of(total):\n    return total / 167 * 4"),
        # Only the hidden check sees this one.
        mistake(
            "11-level-hidden",
            "def level_of(total):\n    return 1 + (total > 41.75) + (total > 84) + (total > 125.25)",
        ),
    ],
    "what-if": [
        right(ROWS + LOWER),
        right(
            'totals = pd.Series([total_of(86 + a, 61 + b) for a, b in zip(changes["raw_change"], '
            'changes["mitigation_change"])])\n'
            "lowering = (totals <= 83.5).sum()\n"
            'lowering_paper = ((totals <= 83.5) & (changes["mitigation_change"] > 0)).sum()'
        ),
        mistake("11-only-risk", 'lower = 86 + changes["raw_change"] <= 83.5\n' + LOWER),
        mistake(
            "11-every-row",
            'lower = 86 + changes["raw_change"] - 61 - changes["mitigation_change"] <= 83.5\n'
            + LOWER,
        ),
        mistake(
            "11-any-fall",
            'lower = (changes["raw_change"] < 0) | (changes["mitigation_change"] > 0)\n' + LOWER,
            points=1,
        ),
        mistake(
            "11-none-lower",
            ROWS.replace("86 +", "92 +").replace("61 +", "58 +") + LOWER,
        ),
        mistake("11-only-mitigation", "lowering = 10\nlowering_paper = 10", points=1),
        mistake(
            "11-questions-not-rows",
            ROWS
            + 'lowering = changes[lower]["question"].nunique()\n'
            + 'lowering_paper = changes[lower & (changes["kind"] == "mitigation")]["question"]'
            + ".nunique()",
        ),
        mistake("11-paper-all", "lowering = 21\nlowering_paper = 21", points=1),
        mistake("11-paper-risk", "lowering = 21\nlowering_paper = 11", points=1),
        mistake("11-not-lower", ROWS + "lower = ~lower\n" + LOWER),
        mistake("11-lesson-form", "lowering = 3\nlowering_paper = 3"),
        mistake("11-other-rows", "lowering = 33\nlowering_paper = 10", points=1),
        mistake(
            "11-paper-rows",
            ROWS
            + 'lowering = lower.sum()\nlowering_paper = (changes["kind"] == "mitigation").sum()',
            points=1,
        ),
    ],
    "risk-level": [
        right(
            "def risk_level(likelihood, severity):\n"
            "    product = likelihood * severity\n"
            '    level = "low"\n'
            "    if product >= 5:\n"
            '        level = "medium"\n'
            "    if product >= 10:\n"
            '        level = "high"\n'
            "    if product >= 20:\n"
            '        level = "very high"\n'
            '    if severity == 5 and level in ("low", "medium"):\n'
            '        level = "high"\n'
            "    return level"
        ),
        mistake("11-risk-product-only", _risk(PRODUCT)),
        mistake("11-risk-sum", _risk("    product = likelihood + severity\n")),
        mistake("11-risk-sum", _risk("    product = max(likelihood, severity)\n")),
        mistake(
            "11-risk-five-very",
            _risk(PRODUCT + '    if severity == 5:\n        return "very high"\n'),
        ),
        mistake(
            "11-risk-five-high",
            _risk(PRODUCT + '    if severity == 5:\n        return "high"\n'),
        ),
        mistake(
            "11-risk-swapped",
            _risk(PRODUCT + '    if likelihood == 5 and product < 10:\n        return "high"\n'),
        ),
        mistake(
            "11-risk-bound-20",
            _risk(
                PRODUCT + '    if severity == 5 and product < 10:\n        return "high"\n',
                PLAIN.replace(">=", ">"),
            ),
        ),
        mistake(
            "11-risk-order",
            "def risk_level(likelihood, severity):\n"
            + PRODUCT
            + "    if product >= 10 or severity == 5:\n"
            '        return "high"\n' + PLAIN,
        ),
        mistake("11-risk-ignores-likelihood", _risk("    product = severity * severity\n")),
        mistake("11-risk-ignores-severity", _risk("    product = likelihood * likelihood\n")),
        mistake(
            "11-risk-ignores-severity",
            _risk("    product = likelihood * 4\n"),
        ),
        mistake(
            "11-return-missing",
            _risk(
                PRODUCT + '    if severity == 5 and product < 10:\n        return "high"\n',
                PLAIN.replace('    return "low"\n', ""),
            ),
        ),
        mistake("11-risk-words", _risk("    return likelihood * severity\n", "")),
        # Only the hidden check sees this one.
        mistake(
            "11-risk-hidden",
            _risk(
                PRODUCT + '    if severity == 5 and product < 10:\n        return "high"\n',
                PLAIN.replace(">= 10", ">= 9"),
            ),
        ),
    ],
    "recompute": [
        right('disagreeing = ["R8", "R3", "R6"]'),
        right('disagreeing = "R3, R6, R8"'),
        right(
            "levels = risks.apply(lambda row: risk_level(row.likelihood, row.severity), axis=1)\n"
            'disagreeing = risks.loc[levels != risks["level"], "id"]'
        ),
        mistake(
            "11-recompute-product",
            "def product_level(product):\n" + PLAIN + "\n\n" + _recompute("product_level(a * b)"),
        ),
        mistake("11-recompute-swapped", _recompute("risk_level(b, a)")),
        mistake(
            "11-recompute-very",
            _recompute('"very high" if b == 5 else risk_level(a, b)'),
        ),
        mistake("11-recompute-hides", _recompute('"high" if b == 5 else risk_level(a, b)')),
        mistake(
            "11-recompute-sum",
            "def product_level(product):\n" + PLAIN + "\n\n" + _recompute("product_level(a + b)"),
        ),
        mistake(
            "11-recompute-residual",
            _recompute("risk_level(a, b)", "residual_likelihood", "residual_severity"),
        ),
        mistake(
            "11-recompute-agree",
            _recompute("risk_level(a, b)").replace("!=", "=="),
        ),
        mistake("11-recompute-all", 'disagreeing = list(risks["id"])'),
        mistake("11-recompute-form", "disagreeing = 3"),
        mistake("11-recompute-form", "disagreeing = risks"),
        mistake("11-recompute-form", 'disagreeing = risks["level"] != "high"'),
        mistake("11-recompute-none", "disagreeing = []"),
        mistake("11-recompute-other", 'disagreeing = ["R3"]'),
        mistake("11-recompute-hides", 'disagreeing = "R3, R8"'),
    ],
}

SELF_CHECKS = {
    "quick-blank": [
        right('what_to_do = "Ask-first"'),
        mistake("11-blank-zero", 'what_to_do = "level-one"'),
        mistake("11-quick-blank-most", 'what_to_do = "most-points"'),
        mistake("11-quick-blank-unsure", 'what_to_do = "not-sure"'),
    ],
    "quick-total": [
        right("total_100 = 0.85 * 100"),
        right("total_100 = 85"),
        mistake("11-subtract", "total_100 = 100 - 62"),
        mistake("11-fifteen-kept", "total_100 = 15"),
        mistake("11-threshold-80", "total_100 = 100"),
        mistake("11-in-proportion", "total_100 = 88"),
        mistake("11-quick-total-80", "total_100 = 80"),
    ],
    "quick-paper": [
        right("points_less = 155 - 147"),
        right("points_less = 8.0"),
        mistake("11-paper-lowers", "points_less = 0"),
        mistake("11-quick-paper-seven", "points_less = 132 - 125"),
        mistake("11-quick-paper-raw", "points_less = 155 - 125"),
        mistake("11-quick-paper-bound", "points_less = 147"),
        mistake("11-quick-paper-two", "points_less = 155 - 84"),
        mistake("11-quick-paper-other", "points_less = 20"),
    ],
    "quick-owner": [
        right('owner = "Head-of-visits"'),
        mistake("11-quick-owner-vendor", 'owner = "the-vendor"'),
        mistake("11-quick-owner-data", 'owner = "data-team"'),
        mistake("11-quick-owner-municipality", 'owner = "municipality"'),
    ],
}
