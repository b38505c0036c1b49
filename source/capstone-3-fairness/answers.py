"""Other right answers to checkpoint 3, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. What rests on the team's own model is taken
from the notebook's tables, so that these answers stay true when the example project changes.
"""

from course.checking.answers import mistake, right

BEFORE: dict[str, str] = {}

SURE = 'sure = [n for n, r in gaps.iterrows() if r["low"] > 0 or r["high"] < 0]\n'
LARGE = 'large = pairs[pairs["urgent"] >= smallest]["share"]\n'
WORST = LARGE + "worst = large.idxmin()\n"

DEF = "def gap_of_both(table, first, second, smallest):\n"
GROUPED = '    grouped = table[table["urgent"]].groupby([first, second])["read"]\n'

INTERVAL = (
    "def gap_interval(first, second):\n    random = np.random.default_rng(0)\n    gaps = []\n"
)
DRAW = "random.choice({0}, size=len({0})).mean()"
LOOP = (
    INTERVAL
    + "    for _ in range(2000):\n"
    + f"        gaps.append({DRAW.format('first')} - {DRAW.format('second')})\n"
)

ENDS = "    return np.percentile(gaps, [2.5, 97.5])"

NEED = (
    "def urgency_from_need(known, new):\n"
    "    vocabulary = TfidfVectorizer(max_features=500, sublinear_tf=True)\n"
)
LEARN = (
    "    model = LogisticRegression(max_iter=1000).fit(\n"
    '        vocabulary.fit_transform(rows["district"].astype(str) + " " + rows["text"]), label)\n'
    '    asked = vocabulary.transform(new["district"].astype(str) + " " + new["text"])\n'
    "    return model.predict_proba(asked)[:, 1]\n"
)
JUDGED = '    rows = known[known["severity"].notna()]\n'
URGENT = '    label = rows["severity"].astype(str).isin(["high", "critical"])\n'

STATEMENT = """
from copy import deepcopy
fields = deepcopy(given) | {
    "criterion": {
        "metric": "recall",
        "why": "An urgent comment that nobody reads on its day can cost a life.",
        "said_by": "Council of Marivelle, 8 September 2026",
    },
    "chosen": "each-language",
    "reason": "Urgent comments in French are found three times as often.",
    "price": [{"who": "People who write in Portuguese", "bears": "57% instead of 78% are read"}],
    "sensitive_attribute_at_decision": {
        "used": True, "legal_basis": "to be checked by the legal service before January 2027"},
    "decided_by": "Council of Marivelle",
    "decided_on": "2026-12-01",
    "review_on": "2027-12-01",
    "stop_if": {"number": 0.4, "condition": "Gap between languages, each month; then by arrival."},
    "limits": ["People who never write cannot be seen in these data."],
}
"""


def statement(change: str = "") -> str:
    """An answer with the statement of the reference, changed by a line of code."""
    return f"{STATEMENT}{change}\nstatement = FairnessStatement(**fields).to_yaml()"


CARD = """
from copy import deepcopy
fields = deepcopy(card_given) | {
    "owner": "Citizens' desk of Marivelle, head Inés Duarte",
    "contact": "Praça Nova 1, Marivelle; telephone 0800 555 0110",
    "purpose": "Names the department for a comment, and orders what is read on the day.",
    "not_for": ["Closing a comment without a person"],
    "decision": "In which order clerks read. A clerk can change it.",
    "threshold_why": "The head of the desk chose it, so that clerks can read what is handed over.",
    "fails_for": ["Comments in French"],
    "human_check": "A clerk reads each comment that is handed over, and a sample of the others.",
    "explanation": "Each answer says that a program sent the comment on, and how to object.",
    "review_on": "2027-12-01",
}
"""


def card(change: str = "") -> str:
    """An answer with the card of the reference, changed by a line of code."""
    return f"{CARD}{change}\ncard = ModelCard(**fields).to_yaml()"


ANSWERS = {
    "read-tables": [
        right(SURE + WORST + 'sure, worst = " and ".join(sure).lower(), f"row {worst}."'),
        right(SURE + WORST + 'sure, worst = ", ".join(sure), [worst]'),
        # Every gap is taken for real.
        mistake("capstone-3-chance", WORST + "sure = list(gaps.index)", points=1),
        # Only gaps of more than five points are seen.
        mistake(
            "capstone-3-gap-overlooked",
            WORST + "sure = SURE[:1] if (SURE := [n for n, r in gaps.iterrows() "
            'if r["low"] > 0 or r["high"] < 0]) else "none"',
            points=1,
        ),
        mistake("capstone-3-gap-overlooked", WORST + 'sure = "none"', points=1),
        mistake("capstone-3-no-row", WORST + 'sure = "A1 A99"', points=1),
        # Gaps to the disadvantage of a group only.
        mistake(
            "capstone-3-gap-overlooked",
            WORST + 'sure = [n for n, r in gaps.iterrows() if r["high"] < 0]',
            points=1,
        ),
        # A low share that rests on few cases.
        mistake("capstone-3-tiny", SURE + 'worst = pairs["urgent"].idxmin()', points=1),
        mistake("capstone-3-one-way", SURE + 'worst = gaps["share"].idxmin()', points=1),
        mistake("capstone-3-best-group", SURE + LARGE + "worst = large.idxmax()", points=1),
        mistake(
            "capstone-3-not-lowest", SURE + LARGE + "worst = large.sort_values().index[1]", points=1
        ),
        mistake("capstone-3-no-row", SURE + 'worst = "French"', points=1),
        mistake("capstone-3-gap-overlooked", WORST + "sure = None", points=1),
        mistake("capstone-3-no-row", WORST + 'sure = "French"', points=1),
        mistake("capstone-3-no-row", SURE + "worst = None", points=1),
        mistake("form-missing", SURE + 'worst = "..."', points=1),
    ],
    "gap-of-both": [
        right(
            DEF + "    urgent = table.loc[table.urgent]\n    rates = []\n"
            "    for _, group in urgent.groupby([first, second]):\n"
            "        if len(group) >= smallest:\n            rates.append(group.read.mean())\n"
            "    return max(rates) - min(rates)"
        ),
        right(
            DEF
            + "    u = table[table.urgent == True]\n    key = u[first].astype(str) + '/' + u[second].astype(str)\n"
            "    found = u.groupby(key)['read'].agg(['mean', 'size'])\n"
            "    found = found[found['size'] > smallest - 1]['mean']\n    return found.max() - found.min()"
        ),
        mistake(
            "capstone-3-gap-tiny",
            DEF + GROUPED + "    r = grouped.mean()\n    return r.max() - r.min()",
        ),
        mistake(
            "capstone-3-gap-at-least",
            DEF
            + GROUPED
            + "    r = grouped.mean()[grouped.size() > smallest]\n    return r.max() - r.min()",
        ),
        mistake(
            "capstone-3-gap-one-way",
            DEF
            + GROUPED.replace("[first, second]", "first")
            + "    r = grouped.mean()[grouped.size() >= smallest]\n    return r.max() - r.min()",
        ),
        mistake(
            "capstone-3-gap-one-way",
            DEF
            + GROUPED.replace("[first, second]", "second")
            + "    r = grouped.mean()[grouped.size() >= smallest]\n    return r.max() - r.min()",
        ),
        mistake(
            "capstone-3-gap-selection",
            DEF
            + GROUPED.replace('table[table["urgent"]]', "table")
            + "    r = grouped.mean()[grouped.size() >= smallest]\n    return r.max() - r.min()",
        ),
        # Large by all cases, not by the urgent ones.
        mistake(
            "capstone-3-gap-tiny",
            DEF
            + GROUPED
            + "    all_cases = table.groupby([first, second]).size()\n    r = grouped.mean()[all_cases >= smallest]\n    return r.max() - r.min()",
        ),
        mistake(
            "capstone-3-gap-ratio",
            DEF
            + GROUPED
            + "    r = grouped.mean()[grouped.size() >= smallest]\n    return r.max() / r.min()",
        ),
        mistake(
            "capstone-3-gap-from-all",
            DEF
            + GROUPED
            + "    r = grouped.mean()[grouped.size() >= smallest]\n    return table[table['urgent']]['read'].mean() - r.min()",
        ),
        mistake(
            "form-sign",
            DEF
            + GROUPED
            + "    r = grouped.mean()[grouped.size() >= smallest]\n    return r.min() - r.max()",
        ),
        mistake(
            "capstone-3-gap-wrong",
            DEF
            + GROUPED
            + "    r = grouped.mean()[grouped.size() >= smallest]\n    return r.std()",
        ),
        mistake(
            "capstone-3-gap-smallest",
            DEF
            + GROUPED
            + "    r = grouped.mean()[grouped.size() >= 5]\n    return r.max() - r.min()",
        ),
        mistake(
            "form-return",
            DEF
            + GROUPED
            + "    r = grouped.mean()[grouped.size() >= smallest]\n    print(r.max() - r.min())",
        ),
        # The names of the columns in the example: only the hidden table shows it.
        mistake(
            "capstone-3-gap-hidden",
            DEF
            + "    grouped = table[table['urgent']].groupby(list(table.columns[:2]))['read']\n    if 'district' not in table:\n        grouped = table[table['urgent']].groupby(['unit'])['read']\n    r = grouped.mean()[grouped.size() >= smallest]\n    return r.max() - r.min()",
        ),
    ],
    "gap-interval": [
        right(LOOP + "    return tuple(np.percentile(gaps, [2.5, 97.5]))"),
        right(
            "def gap_interval(first, second):\n    g = np.random.default_rng(5)\n"
            "    a = g.binomial(len(first), first.mean(), 4000) / len(first)\n"
            "    b = g.binomial(len(second), second.mean(), 4000) / len(second)\n"
            "    return list(np.quantile(a - b, [0.025, 0.975]))"
        ),
        mistake(
            "capstone-3-interval-absolute",
            LOOP + "    return np.percentile(np.abs(gaps), [2.5, 97.5])",
        ),
        mistake(
            "capstone-3-interval-absolute",
            LOOP + "    return np.maximum(np.percentile(gaps, [2.5, 97.5]), 0)",
        ),
        # Both groups cut to the smaller one: too wide where their sizes differ much.
        mistake(
            "capstone-3-interval-sizes",
            LOOP.replace("size=len(first)", "size=min(len(first), len(second))").replace(
                "size=len(second)", "size=min(len(first), len(second))"
            )
            + ENDS,
        ),
        mistake("capstone-3-interval-rounds", LOOP.replace("2000", "10") + ENDS),
        mistake("capstone-3-interval-rounds", LOOP.replace("2000", "100") + ENDS),
        # Equal sizes: the same width for both pairs of groups, though it comes from draws.
        mistake(
            "capstone-3-interval-sizes",
            LOOP.replace("size=len(first)", "size=100").replace("size=len(second)", "size=100")
            + ENDS,
        ),
        mistake("capstone-3-interval-outermost", LOOP + "    return min(gaps), max(gaps)"),
        mistake("form-rounded", LOOP + ENDS + ".round(1)"),
        mistake("form-percent", LOOP + ENDS.replace("np", "100 * np")),
        mistake(
            "capstone-3-interval-fixed",
            "def gap_interval(first, second):\n    gap = first.mean() - second.mean()\n"
            "    return gap - 0.1, gap + 0.1",
        ),
        mistake("capstone-3-interval-no-width", LOOP + "    " + ENDS),
        mistake(
            "capstone-3-interval-one-case",
            LOOP.replace(", size=len(first)", "").replace(", size=len(second)", "") + ENDS,
        ),
        mistake("capstone-3-interval-90", LOOP + "    return np.percentile(gaps, [5, 95])"),
        mistake(
            "capstone-3-interval-sign",
            LOOP.replace("first", "X")
            .replace("second", "first")
            .replace("X", "second")
            .replace("(second, first)", "(first, second)")
            + ENDS,
        ),
        mistake(
            "capstone-3-interval-swapped", LOOP + "    return np.percentile(gaps, [97.5, 2.5])"
        ),
        # Both groups in one pot: an interval for "no gap".
        mistake(
            "capstone-3-interval-pooled",
            INTERVAL
            + "    both = np.concatenate([first, second])\n    for _ in range(2000):\n        gaps.append(random.choice(both, size=len(first)).mean() - random.choice(both, size=len(second)).mean())\n    return np.percentile(gaps, [2.5, 97.5])",
        ),
        mistake(
            "capstone-3-interval-no-width",
            LOOP.replace("len(first))", "len(first), replace=False)").replace(
                "len(second))", "len(second), replace=False)"
            )
            + ENDS,
        ),
        mistake(
            "capstone-3-interval-middle",
            LOOP.replace(" - random.choice(second, size=len(second)).mean()", "") + ENDS,
        ),
        *(
            mistake(
                "capstone-3-interval-sizes",
                LOOP.replace("size=len(first)", f"size={one}").replace(
                    "size=len(second)", f"size={other}"
                )
                + ENDS,
            )
            for one, other in (
                ("50", "50"),
                ("len(first)", "len(first)"),
                ("len(second)", "len(second)"),
            )
        ),
        # One of the groups is not drawn.
        *(
            mistake(
                "capstone-3-interval-sizes",
                LOOP.replace(DRAW.format(fixed), f"{fixed}.mean()") + ENDS,
            )
            for fixed in ("first", "second")
        ),
        *(
            mistake("capstone-3-interval-percent", LOOP + f"    return np.percentile(gaps, {ends})")
            for ends in ([0.025, 0.975], [0.05, 0.95])
        ),
        mistake(
            "capstone-3-interval-pooled",
            LOOP.replace(DRAW.format("second"), DRAW.format("first")) + ENDS,
        ),
        *(
            mistake(
                "capstone-3-interval-subtracted",
                "def gap_interval(first, second):\n    random = np.random.default_rng(0)\n"
                f"    a = [{DRAW.format('first')} for _ in range(2000)]\n"
                f"    b = [{DRAW.format('second')} for _ in range(2000)]\n"
                "    a, b = np.percentile(a, [2.5, 97.5]), np.percentile(b, [2.5, 97.5])\n"
                f"    return a - b{turned}",
            )
            for turned in ("", "[::-1]")
        ),
        mistake("capstone-3-interval-width", LOOP + "    return np.percentile(gaps, [0.5, 99.5])"),
        mistake(
            "capstone-3-interval-two",
            LOOP + "    return np.percentile(gaps, 97.5) - np.percentile(gaps, 2.5)",
        ),
        mistake("form-return", LOOP + "    np.percentile(gaps, [2.5, 97.5])"),
    ],
    "wait-again": [
        right('wait_again, because = "Garoa-Horta", "learned_waiting"'),
        mistake(
            "capstone-3-other-districts",
            'wait_again, because = "fontana-belmonte", "learned-waiting"',
            points=1,
        ),
        mistake(
            "capstone-3-other-districts",
            'wait_again, because = "estrela-corvina", "learned-waiting"',
            points=1,
        ),
        mistake(
            "capstone-3-order-is-urgency",
            'wait_again, because = "no-district", "learned-waiting"',
            points=1,
        ),
        mistake(
            "capstone-3-few-comments",
            'wait_again, because = "garoa-horta", "few-comments"',
            points=1,
        ),
        mistake(
            "capstone-3-leave-out",
            'wait_again, because = "garoa-horta", "column-district"',
            points=1,
        ),
        mistake(
            "capstone-3-worse-text", 'wait_again, because = "garoa-horta", "worse-text"', points=1
        ),
    ],
    "criterion": [
        right('criterion = "Council_Recall."'),
        mistake("capstone-3-who-says", 'criterion = "team-recall"'),
        mistake("capstone-3-easy-number", 'criterion = "council-accuracy"'),
        mistake("capstone-3-places", 'criterion = "vendor-selection"'),
    ],
    "statement": [
        # The example's thresholds look at the language, so an order for all has to say so, too.
        right(
            statement(
                'fields |= {"chosen": "one-list", "stop_if": {"number": 0.75, "condition": "Gap between languages, each month; then by arrival."}}'
            )
        ),
        right(
            statement(
                'fields |= {"chosen": "none", "reason": "The gap is too large for each of them."}'
            )
        ),
        right(statement('fields["criterion"]["metric"] = "equal opportunity difference"')),
        right(statement('fields["not_in_data"] = ["People who never write"]')),
        # The list of groups that no column shows holds one with measures.
        mistake(
            "statement-in-a-column",
            statement(
                'known = fields["groups"]["language"]["looked_at"]\n'
                'fields["not_in_data"] = ["People who never write", known[0].upper()]'
            ),
            points=2,
        ),
        # No point for numbers that nobody measured.
        mistake(
            "measure-untrue",
            statement(
                'fields["candidates"][1]["measures"][1]["value"] = 0.9\nfields["candidates"][1]["measures"][1]["high"] = 0.95'
            ),
            points=2,
        ),
        mistake(
            "statement-left-out",
            statement('fields["candidates"] = fields["candidates"][1:]'),
            points=2,
        ),
        mistake(
            "capstone-3-statement-accuracy",
            statement('fields["criterion"]["metric"] = "accuracy"'),
            points=2,
        ),
        mistake(
            "capstone-3-statement-places",
            statement('fields["criterion"]["metric"] = "selection rate"'),
            points=1,
        ),
        mistake(
            "capstone-3-statement-price",
            statement('fields["price"][0]["bears"] = "They wait a little longer than the others"'),
            points=2,
        ),
        mistake(
            "capstone-3-statement-looks",
            statement('fields["sensitive_attribute_at_decision"] = {"used": False}'),
            points=2,
        ),
        mistake(
            "capstone-3-statement-threshold",
            statement(
                'fields |= {"chosen": "order-of-arrival", "sensitive_attribute_at_decision": {"used": False}}'
            ),
            points=2,
        ),
        mistake("statement-chosen", statement('fields["chosen"] = "the second"'), points=2),
        mistake(
            "capstone-3-statement-stop", statement('fields["stop_if"]["number"] = 0.15'), points=2
        ),
        mistake(
            "capstone-3-statement-never", statement('fields["stop_if"]["number"] = 30'), points=2
        ),
        mistake("statement-no-person", statement('fields["decided_by"] = "The model"'), points=2),
        mistake(
            "statement-no-legal-basis",
            statement('fields["sensitive_attribute_at_decision"]["legal_basis"] = "not needed"'),
            points=2,
        ),
        mistake("dossier-blank", statement('fields["limits"] = None'), points=2),
    ],
    "card": [
        right(
            card(
                'fields["fails_for"] = ["Speakers of other languages", "comments written in french"]'
            )
        ),
        right(
            card(
                'fields["measures"] = [m.model_dump() | {"value": round(m.value, 2)} for m in measured["model-card"]]'
            )
        ),
        *(
            right(card(f'fields["contact"] = {contact!r}'))
            for contact in (
                "Counter 3 of the town hall, or desk@marivelle.example",
                "desk@marivelle.example; 0800 555 0110",
                "Accueil des usagers, rue du Port",
                "Mairie annexe de Horta",
                "Ante el personero, en la plaza principal",
                "Guichê da triagem, térreo da prefeitura",
                "Kirchgasse 4, or https://marivelle.example/civicly",
                "Guichet 3 de la mairie, ou la page 2 du site",
                "Por carta a la Plaza Nueva 1, o en la página web",
                "No balcão da Praça Nova 1, ou em www.marivelle.example",
            )
        ),
        *(
            mistake("capstone-3-card-contact", card(f'fields["contact"] = {contact!r}'), points=2)
            for contact in (
                "desk@marivelle.example",
                "https://marivelle.example/civicly/0800555",
                "Page 3 of the website",
                "Visit our website: page 2",
                "Page 3 du site, ou par courriel à accueil@marivelle.example",
                "Correo electrónico de la oficina: oficina@marivelle.example",
                "Página 3 do site, ou triagem@marivelle.example",
            )
        ),
        mistake(
            "capstone-3-card-fails-for",
            card('fields["fails_for"] = ["People who write with difficulty"]'),
            points=2,
        ),
        mistake(
            "measure-untrue",
            card(
                'fields["measures"] = [m | {"value": m["low"]} if m["group"] == "all" and m["metric"] == "recall" else m for m in fields["measures"]]'
            ),
            points=2,
        ),
        # The numbers are those of another choice.
        mistake(
            "capstone-3-card-other-numbers",
            card(
                'fields["measures"] = [m | {k: round(m[k] - 0.05, 4) for k in ("value", "low", "high")} for m in fields["measures"]]'
            ),
            points=2,
        ),
        # The threshold is that of an earlier model.
        mistake("capstone-3-card-threshold", card('fields["threshold"] = 0.5'), points=2),
        # Only the headline: the groups are left out.
        mistake(
            "measure-group-left-out",
            card('fields["measures"] = [m for m in fields["measures"] if m["group"] == "all"]'),
            points=2,
        ),
        mistake("card-no-owner", card('fields["owner"] = "Civicly"'), points=2),
        mistake("card-no-contact", card('fields["contact"] = "Ask us"'), points=2),
        mistake("card-review", card('fields["review_on"] = "2026-01-01"'), points=2),
        mistake("card-no-check", card('fields["human_check"] = "No check is needed"'), points=2),
        mistake("dossier-blank", card('fields["threshold_why"] = None'), points=2),
    ],
    "urgency-from-need": [
        right(NEED + JUDGED + URGENT + LEARN),
        # The text alone, which does not need the district.
        right(
            "def urgency_from_need(known, new):\n    rows = known.dropna(subset=['severity'])\n"
            "    v = TfidfVectorizer(max_features=500, sublinear_tf=True)\n"
            "    y = rows['severity'].astype(str).map({'low': 0, 'medium': 0, 'high': 1, 'critical': 1})\n"
            "    model = LogisticRegression(max_iter=1000).fit(v.fit_transform(rows['text']), y)\n"
            "    return list(model.predict_proba(v.transform(new['text']))[:, 1])"
        ),
        # Copied, and not changed.
        mistake(
            "capstone-3-need-history",
            NEED
            + "    rows = known\n"
            + '    label = rows["historical_urgency"] == "high"\n'
            + LEARN,
        ),
        # The district is left out, the label stays.
        mistake(
            "capstone-3-need-too-few",
            NEED
            + '    rows, label = known, known["historical_urgency"] == "high"\n'
            + LEARN.replace('rows["district"].astype(str) + " " + ', "").replace(
                'new["district"].astype(str) + " " + ', ""
            ),
        ),
        # The neglected districts are left out of the data.
        mistake(
            "capstone-3-need-too-few",
            NEED
            + '    rows = known[~known["district"].isin(["Garoa", "Horta"])]\n'
            + '    label = rows["historical_urgency"] == "high"\n'
            + LEARN,
        ),
        # A bonus for the neglected districts.
        mistake(
            "capstone-3-need-bonus",
            "def urgency_from_need(known, new):\n    found = urgency_from_history(known, new)\n    late = new['district'].isin(['Garoa', 'Horta'])\n    return (found + 0.5 * late.to_numpy()) / 1.5",
        ),
        # Critical comments only.
        mistake(
            "capstone-3-need-too-few",
            NEED + JUDGED + '    label = rows["severity"].astype(str) == "critical"\n' + LEARN,
        ),
        # Comments that nobody judged count as not urgent.
        mistake("capstone-3-need-unjudged", NEED + "    rows = known\n" + URGENT + LEARN),
        # The judged rows, with the label of the past.
        mistake(
            "capstone-3-need-no-better",
            NEED + JUDGED + '    label = rows["historical_urgency"] == "high"\n' + LEARN,
        ),
        mistake(
            "capstone-3-need-no-better", NEED + JUDGED + URGENT + LEARN.replace("[:, 1]", "[:, 0]")
        ),
        mistake(
            "capstone-3-need-all-equal",
            "def urgency_from_need(known, new):\n    return np.full(len(new), 0.5)",
        ),
        mistake(
            "capstone-3-need-rows",
            NEED
            + JUDGED
            + URGENT
            + LEARN.replace(
                'new["district"].astype(str) + " " + new["text"]',
                'rows["district"].astype(str) + " " + rows["text"]',
            ),
        ),
        mistake("form-return", NEED + JUDGED + URGENT + LEARN.replace("return ", "")),
    ],
}
