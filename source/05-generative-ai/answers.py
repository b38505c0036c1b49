"""Other right answers to module 05, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. Each stands on its own.
"""

from course.checking.answers import mistake, right

BEFORE: dict[str, str] = {}

POWER = (
    "def at_temperature(shares, temperature):\n"
    "    raised = [share ** (1 / temperature) for share in shares]\n"
)
CHECK = "def to_check(sentences, rules_by_id):\n"
GOOD = {
    1: "supported", 2: "silent", 3: "supported", 4: "silent",
    5: "contradicted", 6: "supported", 7: "supported", 8: "no-source",
}  # fmt: skip


def letter(share: str, **changed: str) -> str:
    """An answer to exercise 6: the right verdicts, but for those that are changed."""
    verdicts = GOOD | {int(number[1:]): verdict for number, verdict in changed.items()}
    lines = [f"s{number} = {verdict!r}" for number, verdict in verdicts.items()]
    return "\n".join([*lines, f"groundedness = {share}"])


def policy(**changed: str) -> str:
    """An answer to exercise 10: the right lines, but for those that are changed."""
    lines = {
        "night_line": "A", "rule_finder": "C", "opening_hours": "B", "refusals": "A",
        "summaries": "B",
    } | changed  # fmt: skip
    return "\n".join(f"{name} = {line!r}" for name, line in lines.items())


ANSWERS = {
    "next-word": [
        right("a_after_derecho = 28 / 42\nderecho_before_a = 28 / 85"),
        right(
            "followers, leaders = [], []\n"
            "for place in range(len(spanish) - 1):\n"
            '    if spanish[place] == "derecho":\n'
            "        followers.append(spanish[place + 1])\n"
            '    if spanish[place + 1] == "a":\n'
            "        leaders.append(spanish[place])\n"
            'a_after_derecho = followers.count("a") / len(followers)\n'
            'derecho_before_a = leaders.count("derecho") / len(leaders)'
        ),
        mistake("05-inverse", "a_after_derecho = 28 / 85\nderecho_before_a = 28 / 42"),
        mistake(
            "05-joint-for-conditional",
            "pairs = list(pairwise(spanish))\n"
            'a_after_derecho = derecho_before_a = pairs.count(("derecho", "a")) / len(pairs)',
        ),
        mistake(
            "05-joint-for-conditional",
            "a_after_derecho = 28 / 42\nderecho_before_a = 28 / len(spanish)",
            points=1,
        ),
        mistake(
            "05-inside-words",
            'text = " ".join(declaration.loc[declaration["language"] == "Spanish", "text"]).lower()\n'
            'a_after_derecho = text.count("derecho a") / text.count("derecho")\n'
            "derecho_before_a = 28 / 85",
            points=1,
        ),
        mistake(
            "05-every-second",
            "pairs = list(zip(spanish[::2], spanish[1::2]))\n"
            'both = pairs.count(("derecho", "a"))\n'
            'a_after_derecho = both / sum(first == "derecho" for first, _ in pairs)\n'
            "derecho_before_a = 28 / 85",
            points=1,
        ),
        mistake(
            "05-single-share",
            'a_after_derecho = spanish.count("a") / len(spanish)\nderecho_before_a = 28 / 85',
            points=1,
        ),
        mistake(
            "05-order-of-pair",
            "pairs = list(pairwise(spanish))\n"
            "a_after_derecho = 28 / 42\n"
            'derecho_before_a = pairs.count(("a", "derecho")) / spanish.count("a")',
            points=1,
        ),
        mistake(
            "05-other-language",
            'english = words(" ".join(declaration.loc[declaration["language"] == "English", "text"]))\n'
            'both = list(pairwise(english)).count(("right", "to"))\n'
            'a_after_derecho = both / english.count("right")\n'
            'derecho_before_a = both / english.count("to")',
        ),
        mistake("05-count-not-share", "a_after_derecho = 28\nderecho_before_a = 28"),
        mistake("form-percent", "a_after_derecho = 66.7\nderecho_before_a = 32.9"),
        mistake("form-missing", "a_after_derecho = 28 / 42\nderecho_before_a = ...", points=1),
    ],
    "temperature": [
        right(POWER + "    return [value / sum(raised) for value in raised]"),
        right(
            "import pandas as pd\n"
            "def at_temperature(shares, temperature):\n"
            "    raised = pd.Series(shares).pow(1 / temperature)\n"
            "    return raised / raised.sum()"
        ),
        mistake(
            "05-temperature-power",
            "def at_temperature(shares, temperature):\n"
            "    raised = np.asarray(shares) ** temperature\n"
            "    return raised / raised.sum()",
        ),
        mistake("05-not-normalised", POWER + "    return raised"),
        mistake(
            "05-not-normalised",
            "def at_temperature(shares, temperature):\n    return np.asarray(shares) / temperature",
        ),
        mistake(
            "05-temperature-one",
            "def at_temperature(shares, temperature):\n"
            "    raised = np.exp(np.asarray(shares) / temperature)\n"
            "    return raised / raised.sum()",
        ),
        mistake(
            "05-temperature-unused",
            "def at_temperature(shares, temperature):\n    return np.asarray(shares) / sum(shares)",
        ),
        mistake("05-as-many", POWER + "    return raised[:1]"),
        mistake(
            "05-temperature-hidden",
            "def at_temperature(shares, temperature):\n"
            "    raised = [shares[place] ** (1 / temperature) for place in range(3)]\n"
            "    return [value / sum(raised) for value in raised]",
        ),
        mistake(
            "form-error",
            "def at_temperature(shares, temperature):\n    return shares ** (1 / temperature)",
        ),
        mistake("form-return", POWER + "    print([value / sum(raised) for value in raised])"),
    ],
    "temperature-zero": [
        right('zero_means = " Same-Answer"'),
        mistake("05-zero-is-true", 'zero_means = "no-mistakes"'),
        mistake("05-zero-is-sourced", 'zero_means = "only-sources"'),
        mistake("05-zero-is-short", 'zero_means = "shorter"'),
    ],
    "where-from": [
        right('year_from = "CONTINUED"'),
        mistake("05-lookup", 'year_from = "looked-up"'),
        mistake("05-rules", 'year_from = "programmed"'),
        mistake("05-deceived", 'year_from = "deceived"'),
        mistake("form-option", "year_from = 2017"),
    ],
    "retrieval": [
        right(
            "found, whole = 0, 0\n"
            "for question, right in asked:\n"
            "    if not right:\n"
            "        continue\n"
            "    whole += 1\n"
            "    if set(right) & set(search(question)[:5]):\n"
            "        found += 1\n"
            "found_in_five = found / whole"
        ),
        right("found_in_five = np.mean([min(map(search(q).index, r)) < 5 for q, r in asked if r])"),
        mistake(
            "05-unanswerable-counted",
            "hits = [any(rule in search(q)[:5] for rule in right) for q, right in asked]\n"
            "found_in_five = sum(hits) / len(hits)",
        ),
        mistake(
            "05-empty-counts-as-found",
            "hits = [all(rule in search(q)[:5] for rule in right) for q, right in asked]\n"
            "found_in_five = sum(hits) / len(hits)",
        ),
        mistake(
            "05-one-rule-is-enough",
            "hits = [all(rule in search(q)[:5] for rule in right) for q, right in asked if right]\n"
            "found_in_five = sum(hits) / len(hits)",
        ),
        mistake(
            "05-one-rule-is-enough",
            "hits = [right[0] in search(q)[:5] for q, right in asked if right]\n"
            "found_in_five = sum(hits) / len(hits)",
        ),
        mistake(
            "05-rules-not-questions",
            "hits = [rule in search(q)[:5] for q, right in asked for rule in right]\n"
            "found_in_five = sum(hits) / len(hits)",
        ),
        mistake(
            "05-one-rule-only",
            'hits = [" ".join(right) in search(q)[:5] for q, right in asked if right]\n'
            "found_in_five = sum(hits) / len(hits)",
        ),
        mistake(
            "05-only-the-first",
            "hits = [search(q)[0] in right for q, right in asked if right]\n"
            "found_in_five = sum(hits) / len(hits)",
        ),
        mistake(
            "05-only-three",
            "hits = [any(r in search(q)[:3] for r in right) for q, right in asked if right]\n"
            "found_in_five = sum(hits) / len(hits)",
        ),
        mistake(
            "05-count-not-share",
            "found_in_five = sum(bool(set(r) & set(search(q)[:5])) for q, r in asked)",
        ),
        mistake("form-percent", "found_in_five = 80"),
    ],
    "groundedness": [
        right(letter("0.5")),
        right(letter("1 / 2", n1="Supported ")),
        mistake("05-true-is-grounded", letter("5 / 8", n8="supported"), points=1.4),
        mistake("05-half-the-rule", letter("5 / 8", n5="supported"), points=1.4),
        mistake("05-exception-silent", letter("4 / 8", n5="silent"), points=1.8),
        mistake("05-invented-discount", letter("5 / 8", n4="supported"), points=1.4),
        mistake("05-case-not-in-rule", letter("5 / 8", n2="supported"), points=1.4),
        mistake("05-silent-not-against", letter("4 / 8", n4="contradicted"), points=1.8),
        mistake("05-says-so", letter("3 / 8", n7="silent"), points=1.4),
        mistake("05-nothing-cited", letter("4 / 8", n8="silent"), points=1.8),
        mistake("05-cites", letter("4 / 8", n2="no-source"), points=1.8),
        mistake("05-share-cited", letter("7 / 8"), points=1.6),
        mistake("05-share-one-too-many", letter("5 / 8"), points=1.6),
        mistake("05-citation-precision", letter("4 / 7"), points=1.6),
        mistake("form-percent", letter("50"), points=1.6),
        mistake("form-missing", letter("..."), points=1.6),
        mistake("form-option", letter("4 / 8", n3="yes"), points=1.8),
    ],
    "letter-check": [
        right(
            CHECK + "    def fits(sentence):\n"
            "        ids = cited(sentence)\n"
            "        if not ids or not set(ids) <= set(rules_by_id):\n"
            "            return False\n"
            "        held = {n for rule in ids for n in numbers(rules_by_id[rule])}\n"
            "        return set(numbers(sentence)) <= held\n"
            "    return [sentence for sentence in sentences if not fits(sentence)]"
        ),
        mistake(
            "05-letter-turned",
            CHECK + "    found = []\n"
            "    for sentence in sentences:\n"
            "        ids = cited(sentence)\n"
            "        if not ids or any(rule not in rules_by_id for rule in ids):\n"
            "            continue\n"
            '        held = numbers(" ".join(rules_by_id[rule] for rule in ids))\n'
            "        if all(number in held for number in numbers(sentence)):\n"
            "            found.append(sentence)\n"
            "    return found",
        ),
        mistake(
            "05-letter-bare",
            CHECK + "    found = []\n"
            "    for sentence in sentences:\n"
            "        for rule in cited(sentence):\n"
            "            held = numbers(rules_by_id.get(rule, ''))\n"
            "            missing = [n for n in numbers(sentence) if n not in held]\n"
            "            if rule not in rules_by_id or missing:\n"
            "                found.append(sentence)\n"
            "    return found",
        ),
        mistake(
            "05-letter-unknown",
            CHECK + "    return [s for s in sentences if not cited(s) or any(\n"
            "        n not in numbers(rules_by_id.get(cited(s)[0], '')) for n in numbers(s))]",
        ),
        mistake(
            "05-letter-number",
            CHECK + "    return [s for s in sentences\n"
            "            if not cited(s) or cited(s)[0] not in rules_by_id]",
        ),
        mistake(
            "05-letter-inside",
            CHECK + "    found = []\n"
            "    for s in sentences:\n"
            "        ids = cited(s)\n"
            "        text = ' '.join(rules_by_id.get(rule, '') for rule in ids)\n"
            "        exist = ids and all(rule in rules_by_id for rule in ids)\n"
            "        if not exist or any(n not in text for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        mistake(
            "05-letter-other-rule",
            CHECK + "    held = numbers(' '.join(rules_by_id.values()))\n"
            "    return [s for s in sentences if not cited(s) or cited(s)[0] not in rules_by_id\n"
            "            or any(n not in held for n in numbers(s))]",
        ),
        mistake(
            "05-letter-order",
            CHECK + "    found = []\n"
            "    for s in sentences:\n"
            "        ids = cited(s)\n"
            "        held = numbers(' '.join(rules_by_id.get(rule, '') for rule in ids))\n"
            "        if not ids or any(rule not in rules_by_id for rule in ids):\n"
            "            found.append(s)\n"
            "        if any(n not in held for n in numbers(s)):\n"
            "            found.insert(0, s)\n"
            "    return found",
        ),
        mistake("05-letter-false-alarm", CHECK + "    return list(sentences)"),
        mistake(
            "05-letter-list",
            CHECK + "    for sentence in sentences:\n"
            "        if not cited(sentence):\n"
            "            return sentence\n"
            "    return ''",
        ),
        mistake(
            "05-letter-hidden-two",
            CHECK + "    def held(s):\n"
            "        return numbers(rules_by_id[cited(s)[0]])\n"
            "    return [s for s in sentences\n"
            "            if not cited(s) or any(rule not in rules_by_id for rule in cited(s))\n"
            "            or any(n not in held(s) for n in numbers(s))]",
        ),
        mistake(
            "05-letter-hidden-half",
            CHECK + "    def held(s):\n"
            "        return numbers(' '.join(rules_by_id.get(rule, '') for rule in cited(s)))\n"
            "    return [s for s in sentences\n"
            "            if not any(rule in rules_by_id for rule in cited(s))\n"
            "            or any(n not in held(s) for n in numbers(s))]",
        ),
        mistake(
            "05-letter-hidden-numbers",
            CHECK + "    def held(s):\n"
            "        return numbers(' '.join(rules_by_id[rule] for rule in cited(s)))\n"
            "    return [s for s in sentences\n"
            "            if not cited(s) or any(rule not in rules_by_id for rule in cited(s))\n"
            "            or (numbers(s) and not any(n in held(s) for n in numbers(s)))]",
        ),
        mistake(
            "form-error",
            CHECK + "    found = []\n"
            "    for s in sentences:\n"
            "        held = numbers(rules_by_id[cited(s)[0]])\n"
            "        if any(n not in held for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        mistake("form-return", CHECK + "    print([s for s in sentences if not cited(s)])"),
    ],
    "which-guard": [
        right('guard_holds = "Fixed-output"'),
        mistake("05-keyword-guard", 'guard_holds = "word-list"'),
        mistake("05-prompt-guard", 'guard_holds = "warning"'),
        mistake("05-larger-model", 'guard_holds = "larger-model"'),
    ],
    "how-sure": [
        right('still_possible = 0.02\nin_portuguese = "nothing-yet"'),
        # The exact bound, of which the rule of three is the short form.
        right('still_possible = 1 - 0.05 ** (1 / 150)\nin_portuguese = " Nothing-Yet"'),
        mistake(
            "05-no-attack-passed",
            'still_possible = 0\nin_portuguese = "nothing-yet"',
            points=0.5,
        ),
        mistake(
            "05-one-in-n", 'still_possible = 1 / 150\nin_portuguese = "nothing-yet"', points=0.5
        ),
        mistake(
            "05-five-percent", 'still_possible = 0.05\nin_portuguese = "nothing-yet"', points=0.5
        ),
        mistake(
            "05-three-turned", 'still_possible = 150 / 3\nin_portuguese = "nothing-yet"', points=0.5
        ),
        mistake("form-percent", 'still_possible = 2\nin_portuguese = "nothing-yet"', points=0.5),
        mistake(
            "05-one-language", 'still_possible = 0.02\nin_portuguese = "same-share"', points=0.5
        ),
        mistake(
            "05-attackers-language", 'still_possible = 0.02\nin_portuguese = "safer"', points=0.5
        ),
    ],
    "use-policy": [
        right(policy(night_line="a", summaries=" b ")),
        mistake("05-policy-danger", policy(night_line="B"), points=1.6),
        mistake("05-policy-reads", policy(rule_finder="B"), points=1.6),
        mistake("05-policy-outside", policy(opening_hours="C"), points=1.6),
        mistake("05-policy-disclosure", policy(refusals="B"), points=1.6),
        mistake("05-policy-summary", policy(summaries="C"), points=1.6),
        mistake("05-policy-too-strict", policy(summaries="A"), points=1.6),
        mistake("05-policy-outside", policy(opening_hours="A", summaries="C"), points=1.2),
    ],
}

# The self-checks of the lesson.
SELF_CHECKS = {
    "quick-next": [
        right("share_has = 22 / 30"),
        right("share_has = 0.733"),
        mistake("05-joint-for-conditional", "share_has = 22 / 1846"),
        mistake("05-inverse", "share_has = 22 / 28"),
        mistake("05-quick-next-is", "share_has = 3 / 30"),
        mistake("05-count-not-share", "share_has = 22"),
        mistake("form-percent", "share_has = 73.3"),
        mistake("form-comma", "share_has = 0,733"),
    ],
    "quick-language": [
        right('weak_because = "little-learned"'),
        mistake("05-language-hard", 'weak_because = "hard-language"'),
        mistake("05-language-prompts", 'weak_because = "bad-prompts"'),
        mistake("05-language-temperature", 'weak_because = "high-temperature"'),
    ],
    "quick-citation": [
        right('citation = "turned-round"'),
        mistake("05-cited-is-supported", 'citation = "cites-a-rule"'),
        mistake("05-words-are-enough", 'citation = "words-occur"'),
        mistake("05-rule-exists", 'citation = "rule-is-missing"'),
    ],
    "quick-guard": [
        right('got_through = "wrong-department"'),
        mistake("05-guard-promise", 'got_through = "cancelled-fine"'),
        mistake("05-guard-rule", 'got_through = "invented-rule"'),
        mistake("05-guard-nothing", 'got_through = "nothing"'),
    ],
}
