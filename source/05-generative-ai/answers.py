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
SHARES = "def at_temperature(shares, temperature):\n"
PAIRS = "pairs = list(pairwise(spanish))\n"
HELD = (
    "    found = []\n"
    "    for s in sentences:\n"
    "        ids = cited(s)\n"
    "        held = [n for i in ids for n in numbers(rules_by_id.get(i, ''))]\n"
)
PLACES = "ranks = [min([search(q).index(x) + 1 for x in rr], default=0) for q, rr in asked]\n"
SURE = "\nin_portuguese = 'nothing-yet'"


def letter(share: str, **changed: str) -> str:
    """An answer to exercise 6: the right verdicts, but for those that are changed."""
    verdicts = GOOD | {int(number[1:]): verdict for number, verdict in changed.items()}
    lines = [f"s{number} = {verdict!r}" for number, verdict in verdicts.items()]
    return "\n".join([*lines, f"groundedness = {share}"])


def policy(**changed: str) -> str:
    """An answer to exercise 10: the right lines, but for those that are changed."""
    lines = {
        "night_line": "A", "rule_finder": "C", "opening_hours": "B", "refusals": "A",
        "draft_rulings": "A", "summaries": "B",
    } | changed  # fmt: skip
    return "\n".join(f"{name} = {line!r}" for name, line in lines.items())


ANSWERS = {
    "next-word": [
        # The lesson's lines, with other names.
        right(
            "pairs = Counter(pairwise(spanish))\n"
            'a_after_derecho = pairs["derecho", "a"] / spanish.count("derecho")\n'
            'derecho_before_a = pairs["derecho", "a"] / spanish.count("a")'
        ),
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
        # Types, not tokens: each different pair once.
        mistake(
            "05-each-pair-once",
            PAIRS + "kinds = set(pairs)\n"
            "a_after_derecho = (('derecho', 'a') in kinds) / sum(x == 'derecho' for x, _ in kinds)\n"
            "derecho_before_a = (('derecho', 'a') in kinds) / sum(y == 'a' for _, y in kinds)",
        ),
        # Derecho and derechos taken together.
        mistake(
            "05-inside-words",
            PAIRS
            + "a_after_derecho = sum(x.startswith('derecho') and y == 'a' for x, y in pairs) / sum(x.startswith('derecho') for x, _ in pairs)\n"
            "derecho_before_a = sum(x.startswith('derecho') and y == 'a' for x, y in pairs) / sum(y == 'a' for _, y in pairs)",
            points=1,
        ),
        # Two words on, not the next.
        mistake(
            "05-two-apart",
            "far = list(zip(spanish, spanish[2:]))\n"
            "a_after_derecho = far.count(('derecho', 'a')) / spanish.count('derecho')\n"
            "derecho_before_a = far.count(('derecho', 'a')) / spanish.count('a')",
        ),
        # Odds: a against all others.
        mistake(
            "05-odds", PAIRS + "a_after_derecho = 28 / (42 - 28)\nderecho_before_a = 28 / (85 - 28)"
        ),
        # Complement.
        mistake(
            "form-complement",
            PAIRS + "a_after_derecho = 1 - 28 / 42\nderecho_before_a = 1 - 28 / 85",
        ),
        # Punctuation left out of the followers.
        mistake(
            "05-signs-left-out",
            PAIRS + "f = [y for x, y in pairs if x == 'derecho' and y not in ',.;']\n"
            "a_after_derecho = f.count('a') / len(f)\n"
            "derecho_before_a = 28 / spanish.count('a') if False else 28 / len([x for x, y in pairs if y == 'a' and x not in ',.;'])",
        ),
        # Add-one smoothing.
        mistake(
            "05-two-apart",
            PAIRS + "v = len(set(spanish))\n"
            "a_after_derecho = 29 / (42 + v)\n"
            "derecho_before_a = 29 / (85 + v)",
        ),
        # Divided by the number of different followers.
        mistake(
            "form-range",
            PAIRS + "a_after_derecho = 28 / len({y for x, y in pairs if x == 'derecho'})\n"
            "derecho_before_a = 28 / len({x for x, y in pairs if y == 'a'})",
        ),
        # Either word anywhere: union as the whole.
        mistake(
            "05-union",
            PAIRS + "a_after_derecho = 28 / (42 + 85 - 28)\nderecho_before_a = 28 / (42 + 85 - 28)",
        ),
        # Counter of pairs.
        right(
            "from collections import Counter\n"
            "pairs = Counter(pairwise(spanish))\n"
            "a_after_derecho = pairs['derecho', 'a'] / sum(n for (x, _), n in pairs.items() if x == 'derecho')\n"
            "derecho_before_a = pairs['derecho', 'a'] / sum(n for (_, y), n in pairs.items() if y == 'a')"
        ),
        # Pandas crosstab.
        right(
            "import pandas as pd\n"
            "table = pd.crosstab(pd.Series(spanish[:-1], name='one'), pd.Series(spanish[1:], name='two'))\n"
            "a_after_derecho = table.loc['derecho', 'a'] / table.loc['derecho'].sum()\n"
            "derecho_before_a = table.loc['derecho', 'a'] / table['a'].sum()"
        ),
        # Value_counts(normalize=True).
        right(
            "import pandas as pd\n"
            "t2 = pd.DataFrame({'one': spanish[:-1], 'two': spanish[1:]})\n"
            "a_after_derecho = t2[t2['one'] == 'derecho']['two'].value_counts(normalize=True)['a']\n"
            "derecho_before_a = t2[t2['two'] == 'a']['one'].value_counts(normalize=True)['derecho']"
        ),
        # Numpy means of marks.
        right(
            "w = np.array(spanish)\n"
            "a_after_derecho = (w[1:][w[:-1] == 'derecho'] == 'a').mean()\n"
            "derecho_before_a = (w[:-1][w[1:] == 'a'] == 'derecho').mean()"
        ),
        # Fraction.
        right(
            "from fractions import Fraction\n"
            "a_after_derecho = Fraction(28, 42)\n"
            "derecho_before_a = Fraction(28, 85)"
        ),
        # Words as the whole (list.count).
        right(
            PAIRS + "n = pairs.count(('derecho', 'a'))\n"
            "a_after_derecho = n / spanish.count('derecho')\n"
            "derecho_before_a = n / spanish.count('a')"
        ),
        # Three decimals.
        right("a_after_derecho = 0.667\nderecho_before_a = 0.329"),
        # Start of text left out, both words as whole.
        mistake(
            "05-joint-for-conditional",
            "a_after_derecho = 28 / len(spanish)\nderecho_before_a = 28 / len(spanish)",
        ),
        # Pairs backwards.
        mistake(
            "05-pair-over-known",
            "p = list(pairwise(spanish[::-1]))\n"
            'a_after_derecho = p.count(("derecho", "a")) / spanish.count("derecho")\n'
            'derecho_before_a = p.count(("derecho", "a")) / spanish.count("a")',
        ),
        # Al counted as a.
        mistake(
            "05-pair-over-known",
            'n = sum(x == "derecho" and y in ("a", "al") for x, y in pairwise(spanish))\n'
            'a_after_derecho = n / spanish.count("derecho")\n'
            'derecho_before_a = n / (spanish.count("a") + spanish.count("al"))',
        ),
        # Mean of the two.
        mistake(
            "05-pair-over-known",
            "a_after_derecho = (28 / 42 + 28 / 85) / 2\nderecho_before_a = a_after_derecho",
        ),
    ],
    "temperature": [
        # The lesson's lines, and the last hint.
        right(
            "def at_temperature(shares, temperature):\n"
            "    raised = np.asarray(shares) ** (1 / temperature)\n"
            "    return raised / raised.sum()"
        ),
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
        # Sorted from large to small.
        mistake(
            "05-temperature-order",
            SHARES
            + "    raised = np.sort(np.asarray(shares, dtype=float) ** (1 / temperature))[::-1]\n"
            "    return raised / raised.sum()",
        ),
        # Mixed with equal shares above 1.
        mistake(
            "05-temperature-wrong",
            SHARES + "    s = np.asarray(shares, dtype=float)\n"
            "    if temperature <= 1:\n"
            "        s = s ** (1 / temperature)\n"
            "        return s / s.sum()\n"
            "    return s / temperature + (1 - 1 / temperature) / len(s)",
        ),
        # Divided by the largest.
        mistake(
            "05-not-normalised",
            SHARES + "    s = np.asarray(shares, dtype=float) ** (1 / temperature)\n"
            "    return s / s.max()",
        ),
        # All to the likeliest word below 1.
        mistake(
            "05-temperature-wrong",
            SHARES + "    s = np.asarray(shares, dtype=float)\n"
            "    if temperature < 1:\n"
            "        return (s == s.max()).astype(float)\n"
            "    s = s ** (1 / temperature)\n"
            "    return s / s.sum()",
        ),
        # Whole exponent (1 // T).
        mistake(
            "05-temperature-wrong",
            SHARES + "    s = np.asarray(shares, dtype=float) ** (1 // temperature)\n"
            "    return s / s.sum()",
        ),
        # Shares of 0 dropped.
        mistake(
            "05-temperature-hidden",
            SHARES + "    s = [x ** (1 / temperature) for x in shares if x > 0]\n"
            "    return [x / sum(s) for x in s]",
        ),
        # Square below 1, root above 1, whatever T.
        mistake(
            "05-temperature-hidden",
            SHARES + "    s = np.asarray(shares, dtype=float)\n"
            "    s = s ** 2 if temperature < 1 else s ** 0.5 if temperature > 1 else s\n"
            "    return s / s.sum()",
        ),
        # Order turned round.
        mistake(
            "05-temperature-order",
            SHARES + "    s = [x ** (1 / temperature) for x in shares][::-1]\n"
            "    return [x / sum(s) for x in s]",
        ),
        # Only the largest is raised.
        mistake(
            "05-temperature-wrong",
            SHARES + "    s = [x ** (1 / temperature) if x == max(shares) else x for x in shares]\n"
            "    return [x / sum(s) for x in s]",
        ),
        # Rounded to two decimals.
        mistake(
            "05-temperature-rounded",
            SHARES + "    s = np.asarray(shares, dtype=float) ** (1 / temperature)\n"
            "    return np.round(s / s.sum(), 2)",
        ),
        # Last share is what is left, others not scaled.
        mistake(
            "05-temperature-wrong",
            SHARES + "    s = [x ** (1 / temperature) for x in shares]\n"
            "    return s[:-1] + [1 - sum(s[:-1])]",
        ),
        # Equal shares become one (a dict by share).
        mistake(
            "05-temperature-hidden",
            SHARES + "    s = {x: x ** (1 / temperature) for x in shares}\n"
            "    return [v / sum(s.values()) for v in s.values()]",
        ),
        # Logarithms and exp.
        right(
            SHARES + "    with np.errstate(divide='ignore'):\n"
            "        s = np.exp(np.log(np.asarray(shares, dtype=float)) / temperature)\n"
            "    return s / s.sum()"
        ),
        # Softmax of scipy.
        right(
            SHARES + "    from scipy.special import softmax\n"
            "    with np.errstate(divide='ignore'):\n"
            "        return softmax(np.log(np.asarray(shares, dtype=float)) / temperature)"
        ),
        # Tuple, math.pow.
        right(
            SHARES + "    import math\n"
            "    raised = tuple(math.pow(share, 1 / temperature) for share in shares)\n"
            "    return tuple(value / math.fsum(raised) for value in raised)"
        ),
        # Loop, list.
        right(
            SHARES + "    total = 0\n"
            "    for share in shares:\n"
            "        total += share ** (1 / temperature)\n"
            "    new = []\n"
            "    for share in shares:\n"
            "        new.append(share ** (1 / temperature) / total)\n"
            "    return new"
        ),
        # Column vector made flat, normalised by sklearn.
        right(
            SHARES + "    from sklearn.preprocessing import normalize\n"
            "    return normalize(np.power(np.asarray(shares, dtype=float), 1 / temperature)[None, :], norm='l1')[0]"
        ),
        # Rounded to four decimals.
        right(
            SHARES + "    s = np.asarray(shares, dtype=float) ** (1 / temperature)\n"
            "    return [round(float(x), 4) for x in s / s.sum()]"
        ),
        # Cumulative shares.
        mistake(
            "05-not-normalised",
            SHARES + "    s = np.asarray(shares, dtype=float)\n"
            "    s = np.cumsum(s ** (1 / temperature))\n"
            "    return s / s[-1]",
        ),
        # Normalised by the root of squares.
        mistake(
            "05-not-normalised",
            SHARES + "    s = np.asarray(shares, dtype=float)\n"
            "    s = s ** (1 / temperature)\n"
            "    return s / np.sqrt((s ** 2).sum())",
        ),
        # Ranks instead of shares.
        mistake(
            "05-temperature-one",
            SHARES + "    s = np.asarray(shares, dtype=float)\n"
            "    rank = s.argsort().argsort() + 1.0\n"
            "    s = rank ** (1 / temperature)\n"
            "    return s / s.sum()",
        ),
        # Power of T for T above 1, 1/T below.
        mistake(
            "05-temperature-unused",
            SHARES + "    s = np.asarray(shares, dtype=float)\n"
            "    s = s ** (1 / temperature if temperature < 1 else temperature)\n"
            "    return s / s.sum()",
        ),
        # Linear: share times 1/T, largest takes the rest.
        mistake(
            "05-temperature-wrong",
            SHARES + "    s = np.asarray(shares, dtype=float)\n"
            "    new = s / temperature\n"
            "    new[s.argmax()] = 0\n"
            "    new[s.argmax()] = 1 - new.sum()\n"
            "    return new",
        ),
        # Clipped temperature to 0.5..2.
        mistake(
            "05-temperature-hidden",
            SHARES + "    s = np.asarray(shares, dtype=float)\n"
            "    t2 = min(max(temperature, 0.5), 2)\n"
            "    s = s ** (1 / t2)\n"
            "    return s / s.sum()",
        ),
        # Tiny shares set to 0 (below 0.05).
        mistake(
            "05-temperature-hidden",
            SHARES + "    s = np.asarray(shares, dtype=float)\n"
            "    s[s < 0.05] = 0\n"
            "    s = s ** (1 / temperature)\n"
            "    return s / s.sum()",
        ),
        # Zero shares raised to a small number.
        mistake(
            "05-temperature-hidden",
            SHARES + "    s = np.asarray(shares, dtype=float)\n"
            "    s = np.maximum(s, 0.01) ** (1 / temperature)\n"
            "    return s / s.sum()",
        ),
        # Percentages, sum 100.
        mistake(
            "05-not-normalised",
            SHARES + "    s = np.asarray(shares, dtype=float)\n"
            "    s = s ** (1 / temperature)\n"
            "    return 100 * s / s.sum()",
        ),
        # Map and list.
        right(
            SHARES + "    raised = list(map(lambda x: pow(x, 1 / temperature), shares))\n"
            "    return list(map(lambda x: x / sum(raised), raised))"
        ),
    ],
    "temperature-zero": [
        right('zero_means = " Likeliest-Word"'),
        right('zero_means = "likeliest_word"'),
        mistake("05-zero-is-true", 'zero_means = "no-mistakes"'),
        mistake("05-zero-is-worse", 'zero_means = "more-mistakes"'),
        mistake("05-zero-is-equal", 'zero_means = "same-answer"'),
    ],
    "where-from": [
        right('year_from = "CONTINUED"'),
        mistake("05-lookup", 'year_from = "looked-up"'),
        mistake("05-rules", 'year_from = "programmed"'),
        mistake("05-deceived", 'year_from = "deceived"'),
        mistake("form-option", "year_from = 2017"),
    ],
    "retrieval": [
        # The lesson's loop, and the last hint.
        right(
            "found, whole = 0, 0\n"
            "for question, right in asked:\n"
            "    if right:\n"
            "        whole = whole + 1\n"
            "        if any(rule in search(question)[:3] for rule in right):\n"
            "            found = found + 1\n"
            "found_in_three = found / whole"
        ),
        right(
            "found, whole = 0, 0\n"
            "for question, right in asked:\n"
            "    if not right:\n"
            "        continue\n"
            "    whole += 1\n"
            "    if set(right) & set(search(question)[:3]):\n"
            "        found += 1\n"
            "found_in_three = found / whole"
        ),
        right(
            "found_in_three = np.mean([min(map(search(q).index, r)) < 3 for q, r in asked if r])"
        ),
        mistake(
            "05-unanswerable-counted",
            "hits = [any(rule in search(q)[:3] for rule in right) for q, right in asked]\n"
            "found_in_three = sum(hits) / len(hits)",
        ),
        mistake(
            "05-empty-counts-as-found",
            "hits = [all(rule in search(q)[:3] for rule in right) for q, right in asked]\n"
            "found_in_three = sum(hits) / len(hits)",
        ),
        mistake(
            "05-one-rule-is-enough",
            "hits = [all(rule in search(q)[:3] for rule in right) for q, right in asked if right]\n"
            "found_in_three = sum(hits) / len(hits)",
        ),
        mistake(
            "05-one-too-few",
            "hits = [right[0] in search(q)[:3] for q, right in asked if right]\n"
            "found_in_three = sum(hits) / len(hits)",
        ),
        mistake(
            "05-rules-not-questions",
            "hits = [rule in search(q)[:3] for q, right in asked for rule in right]\n"
            "found_in_three = sum(hits) / len(hits)",
        ),
        mistake(
            "05-first-or-single",
            'hits = [" ".join(right) in search(q)[:3] for q, right in asked if right]\n'
            "found_in_three = sum(hits) / len(hits)",
        ),
        mistake(
            "05-first-or-single",
            "hits = [search(q)[0] in right for q, right in asked if right]\n"
            "found_in_three = sum(hits) / len(hits)",
        ),
        mistake(
            "05-count-not-share",
            "found_in_three = sum(bool(set(r) & set(search(q)[:3])) for q, r in asked)",
        ),
        mistake("form-percent", "found_in_three = 75"),
        # One place too many.
        mistake(
            "05-too-many-places",
            "hits = [any(x in search(q)[:4] for x in rr) for q, rr in asked if rr]\n"
            "found_in_three = sum(hits) / len(hits)",
        ),
        # Index counted from 1 (index <= K).
        mistake(
            "05-too-many-places",
            "hits = [min(search(q).index(x) for x in rr) <= 3 for q, rr in asked if rr]\n"
            "found_in_three = sum(hits) / len(hits)",
        ),
        # One place too few.
        mistake(
            "05-one-too-few",
            "hits = [any(x in search(q)[:2] for x in rr) for q, rr in asked if rr]\n"
            "found_in_three = sum(hits) / len(hits)",
        ),
        # Last right rule only.
        mistake(
            "05-one-too-few",
            "hits = [rr[-1] in search(q)[:3] for q, rr in asked if rr]\n"
            "found_in_three = sum(hits) / len(hits)",
        ),
        # Mean share of a question's rules (recall).
        mistake(
            "05-one-too-few",
            "found_in_three = np.mean([len(set(rr) & set(search(q)[:3])) / len(rr) for q, rr in asked if rr])",
        ),
        # Precision: right rules among those shown.
        mistake(
            "05-places-not-questions",
            "found_in_three = np.mean([len(set(rr) & set(search(q)[:3])) / 3 for q, rr in asked if rr])",
        ),
        # Mean reciprocal rank.
        mistake(
            "05-reciprocal-place",
            "found_in_three = np.mean([1 / (1 + min(search(q).index(x) for x in rr)) for q, rr in asked if rr])",
        ),
        # Only questions with exactly one rule.
        mistake(
            "05-single-only",
            "hits = [rr[0] in search(q)[:3] for q, rr in asked if len(rr) == 1]\n"
            "found_in_three = sum(hits) / len(hits)",
        ),
        # Complement: not found.
        mistake(
            "form-complement",
            "hits = [any(x in search(q)[:3] for x in rr) for q, rr in asked if rr]\n"
            "found_in_three = 1 - sum(hits) / len(hits)",
        ),
        # Empty counts as place 0, so as found, out of 20.
        mistake(
            "05-empty-counts-as-found",
            PLACES + "found_in_three = sum(rank <= 3 for rank in ranks) / 20",
        ),
        # List in list: never.
        mistake(
            "05-list-in-list",
            "hits = [rr in search(q)[:3] for q, rr in asked if rr]\n"
            "found_in_three = sum(hits) / len(hits)",
        ),
        # The empty ones found, out of 30.
        mistake(
            "05-empty-counts-as-found",
            PLACES + "found_in_three = sum(rank <= 3 for rank in ranks) / 30",
        ),
        # Different rules found of all different rules.
        mistake(
            "05-different-rules",
            "found = {x for q, rr in asked for x in rr if x in search(q)[:3]}\n"
            "found_in_three = len(found) / len({x for _, rr in asked for x in rr})",
        ),
        # The search of the lesson, by whole words.
        mistake(
            "05-one-too-few",
            "v = TfidfVectorizer()\n"
            "k = v.fit_transform(french['title'] + ' ' + french['text'])\n"
            "def by_words(q):\n"
            "    s = (k @ v.transform([q]).T).toarray()[:, 0]\n"
            "    return french['rule'].iloc[np.argsort(-s, kind='stable')].tolist()\n"
            "hits = [any(x in by_words(q)[:3] for x in rr) for q, rr in asked if rr]\n"
            "found_in_three = sum(hits) / len(hits)",
        ),
        # Pandas explode and groupby.
        right(
            "import pandas as pd\n"
            "t2 = pd.DataFrame(asked, columns=['q', 'rule'])\n"
            "t2 = t2[t2['rule'].map(len) > 0].explode('rule')\n"
            "t2['ok'] = [rule in search(q)[:3] for q, rule in zip(t2['q'], t2['rule'])]\n"
            "found_in_three = t2.groupby('q')['ok'].any().mean()"
        ),
        # SQL-like merge of hits.
        right(
            "import pandas as pd\n"
            "wanted = pd.DataFrame([(q, x) for q, rr in asked for x in rr], columns=['q', 'rule'])\n"
            "shown = pd.DataFrame([(q, x) for q, _ in asked for x in search(q)[:3]], columns=['q', 'rule'])\n"
            "found_in_three = wanted.merge(shown)['q'].nunique() / wanted['q'].nunique()"
        ),
        # Numpy isin.
        right(
            "hits = np.array([np.isin(rr, search(q)[:3]).any() for q, rr in asked if rr])\n"
            "found_in_three = hits.mean()"
        ),
        # Set disjoint.
        right(
            "answered = [(q, rr) for q, rr in asked if len(rr) > 0]\n"
            "found_in_three = 1 - sum(set(rr).isdisjoint(search(q)[:3]) for q, rr in answered) / len(answered)"
        ),
        # Smallest place, places from 1.
        right(
            PLACES
            + "found_in_three = sum(0 < rank <= 3 for rank in ranks) / sum(rank > 0 for rank in ranks)"
        ),
        # Out of 20 by hand.
        right(
            "n = 0\n"
            "for q, rr in asked:\n"
            "    for x in rr:\n"
            "        if x in search(q)[:3]:\n"
            "            n = n + 1\n"
            "            break\n"
            "found_in_three = n / 20"
        ),
        # Mean over languages of the lesson.
        mistake("05-retrieval-otherwise", "found_in_three = (17 + 14 + 15 + 17) / 80"),
        # Place of the worst rule.
        mistake(
            "05-one-rule-is-enough",
            "found_in_three = np.mean([max(search(q).index(x) for x in rr) < 3 for q, rr in asked if rr])",
        ),
        # First three rules of the file.
        mistake(
            "05-retrieval-otherwise",
            'found_in_three = np.mean([any(x in french["rule"].tolist()[:3] for x in rr) for q, rr in asked if rr])',
        ),
        # Divided by rules, not questions.
        mistake(
            "05-retrieval-otherwise",
            "found_in_three = sum(any(x in search(q)[:3] for x in rr) for q, rr in asked if rr) / sum(len(rr) for _, rr in asked)",
        ),
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
        # Supported against not supported (odds).
        mistake(
            "05-all-below",
            letter("4 / 4"),
            points=1.6,
        ),
        # Share of the three cited kinds that are not supported.
        mistake(
            "05-unsupported-of-cited",
            letter("3 / 7"),
            points=1.6,
        ),
        # Count of supported sentences.
        mistake(
            "05-count-not-share",
            letter("4"),
            points=1.6,
        ),
        # Only contradicted counts against.
        mistake(
            "05-share-cited",
            letter("1 - 1 / 8"),
            points=1.6,
        ),
        # Without source left out of both, silent counted half.
        mistake(
            "05-share-one-too-many",
            letter("(4 + 0.5 * 2) / 8"),
            points=1.6,
        ),
        # By rule: mean of 2 of 4 and 2 of 3.
        mistake(
            "05-mean-by-rule",
            letter("(2 / 4 + 2 / 3) / 2"),
            points=1.6,
        ),
        # Text of a fraction as Fraction.
        right(letter("__import__('fractions').Fraction(1, 2)")),
        # Counted from the list.
        right(letter("[s1, s2, s3, s4, s5, s6, s7, s8].count('supported') / 8")),
    ],
    "letter-check": [
        # The lesson's function, and the last hint.
        right(
            CHECK + "    found = []\n"
            "    for sentence in sentences:\n"
            "        ids = cited(sentence)\n"
            "        text = ' '.join(rules_by_id[rule] for rule in ids if rule in rules_by_id)\n"
            "        if not ids or not all(rule in rules_by_id for rule in ids) or not all(number in numbers(text) for number in numbers(sentence)):\n"
            "            found.append(sentence)\n"
            "    return found"
        ),
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
            "05-letter-two",
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
        # A sentence with two faults returned twice.
        mistake(
            "05-letter-twice",
            CHECK + HELD + "        if not ids or any(i not in rules_by_id for i in ids):\n"
            "            found.append(s)\n"
            "        if any(n not in held for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # Sorted by alphabet.
        mistake(
            "05-letter-order",
            CHECK
            + HELD
            + "        if not ids or any(i not in rules_by_id for i in ids) or any(n not in held for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return sorted(found)",
        ),
        # Any square bracket counts as a citation.
        mistake(
            "05-letter-bracket",
            CHECK
            + HELD
            + "        if '[' not in s or any(i not in rules_by_id for i in ids) or any(n not in held for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # Number must be in each of the cited rules.
        mistake(
            "05-letter-two",
            CHECK
            + HELD
            + "        if not ids or any(i not in rules_by_id for i in ids) or any(n not in numbers(rules_by_id.get(i, '')) for n in numbers(s) for i in ids):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # Times taken apart: 6:22 from 22:30 and 6:30.
        mistake(
            "05-letter-time",
            CHECK + "    found = []\n"
            "    for s in sentences:\n"
            "        ids = cited(s)\n"
            "        text = ' '.join(rules_by_id.get(i, '') for i in ids)\n"
            "        held = re.findall(r'\\d+', text)\n"
            "        if not ids or any(i not in rules_by_id for i in ids) or any(n not in held for n in re.findall(r'\\d+', re.sub(ID, '', s))):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # Ordered by kind of fault.
        mistake(
            "05-letter-order",
            CHECK + "    ids = {s: cited(s) for s in sentences}\n"
            "    one = [s for s in sentences if not ids[s]]\n"
            "    two = [s for s in sentences if any(i not in rules_by_id for i in ids[s])]\n"
            "    three = [s for s in sentences if ids[s] and s not in two and any(n not in numbers(' '.join(rules_by_id[i] for i in ids[s])) for n in numbers(s))]\n"
            "    return one + two + three",
        ),
        # Stops at the first fault.
        mistake(
            "05-letter-all",
            CHECK
            + HELD
            + "        if not ids or any(i not in rules_by_id for i in ids) or any(n not in held for n in numbers(s)):\n"
            "            return [s]\n"
            "    return []",
        ),
        # Removes good ones while going through the list.
        mistake(
            "05-letter-false-alarm",
            CHECK + "    left = list(sentences)\n"
            "    for s in left:\n"
            "        ids = cited(s)\n"
            "        held = [n for i in ids for n in numbers(rules_by_id.get(i, ''))]\n"
            "        if ids and all(i in rules_by_id for i in ids) and all(n in held for n in numbers(s)):\n"
            "            left.remove(s)\n"
            "    return left",
        ),
        # Only sentences with a number are looked at.
        mistake(
            "05-letter-bare",
            CHECK
            + HELD
            + "        if numbers(s) and (not ids or any(n not in held for n in numbers(s))):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # Only the last cited rule's numbers.
        mistake(
            "05-letter-two",
            CHECK
            + HELD
            + "        if not ids or any(i not in rules_by_id for i in ids) or any(n not in numbers(rules_by_id[ids[-1]]) for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # Same set of numbers as the rule.
        mistake(
            "05-letter-false-alarm",
            CHECK
            + HELD
            + "        if not ids or any(i not in rules_by_id for i in ids) or set(numbers(s)) != set(held):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # The first number only.
        mistake(
            "05-letter-hidden-numbers",
            CHECK
            + HELD
            + "        if not ids or any(i not in rules_by_id for i in ids) or (numbers(s) and numbers(s)[0] not in held):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # The city's rules instead of those given.
        mistake(
            "05-letter-given",
            CHECK + "    city = dict(zip(rules['rule'], rules['text']))\n"
            "    found = []\n"
            "    for s in sentences:\n"
            "        ids = cited(s)\n"
            "        held = [n for i in ids for n in numbers(city.get(i, ''))]\n"
            "        if not ids or any(i not in city for i in ids) or any(n not in held for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # A rule exists if its department does.
        mistake(
            "05-letter-unknown",
            CHECK + HELD + "        first_letters = {i[:2] for i in rules_by_id}\n"
            "        if not ids or any(i[:2] not in first_letters for i in ids) or any(n not in held for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # Places instead of sentences.
        mistake(
            "05-letter-sentences",
            CHECK + "    found = []\n"
            "    for place, s in enumerate(sentences):\n"
            "        ids = cited(s)\n"
            "        held = [n for i in ids for n in numbers(rules_by_id.get(i, ''))]\n"
            "        if not ids or any(i not in rules_by_id for i in ids) or any(n not in held for n in numbers(s)):\n"
            "            found.append(place)\n"
            "    return found",
        ),
        # Numbers compared as values: 22:30 cut to 22.
        mistake(
            "05-letter-time",
            CHECK + "    def value(n):\n"
            "        return int(n.split(':')[0])\n"
            "    found = []\n"
            "    for s in sentences:\n"
            "        ids = cited(s)\n"
            "        held = [value(n) for i in ids for n in numbers(rules_by_id.get(i, ''))]\n"
            "        if not ids or any(i not in rules_by_id for i in ids) or any(value(n) not in held for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # More than one citation is always looked at.
        mistake(
            "05-letter-two",
            CHECK
            + HELD
            + "        if len(ids) != 1 or ids[0] not in rules_by_id or any(n not in held for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # The sentence's own text added to the rule's.
        mistake(
            "05-letter-number",
            CHECK + "    found = []\n"
            "    for s in sentences:\n"
            "        ids = cited(s)\n"
            "        held = numbers(' '.join([s] + [rules_by_id.get(i, '') for i in ids]))\n"
            "        if not ids or any(i not in rules_by_id for i in ids) or any(n not in held for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # Filter and a lambda.
        right(
            CHECK + "    def bad(s):\n"
            "        ids = cited(s)\n"
            "        if not ids or any(i not in rules_by_id for i in ids):\n"
            "            return True\n"
            "        return bool(set(numbers(s)) - set(numbers(' '.join(map(rules_by_id.get, ids)))))\n"
            "    return list(filter(bad, sentences))"
        ),
        # Sets.
        right(
            CHECK + "    out = []\n"
            "    for s in sentences:\n"
            "        ids = set(cited(s))\n"
            "        known = ids & rules_by_id.keys()\n"
            "        held = set().union(*(numbers(rules_by_id[i]) for i in known))\n"
            "        if not ids or ids != known or not set(numbers(s)) <= held:\n"
            "            out += [s]\n"
            "    return out"
        ),
        # Pandas.
        right(
            CHECK + "    import pandas as pd\n"
            "    table = pd.DataFrame({'s': pd.Series(list(sentences), dtype=object)})\n"
            "    table['ids'] = [cited(s) for s in table['s']]\n"
            "    table['bad'] = [not i or any(x not in rules_by_id for x in i) or any(n not in numbers(' '.join(rules_by_id[x] for x in i)) for n in numbers(s)) for s, i in zip(table['s'], table['ids'])]\n"
            "    return table.loc[table['bad'].astype(bool), 's'].tolist()"
        ),
        # Pandas column handed back.
        right(
            CHECK + "    import pandas as pd\n"
            "    column = pd.Series(list(sentences), dtype=object)\n"
            "    bad = [not cited(s) or any(x not in rules_by_id for x in cited(s)) or any(n not in numbers(' '.join(rules_by_id[x] for x in cited(s))) for n in numbers(s)) for s in column]\n"
            "    return column[pd.Series(bad, dtype=bool)]"
        ),
        # Try and except KeyError.
        right(
            CHECK + "    found = []\n"
            "    for s in sentences:\n"
            "        try:\n"
            "            held = [n for i in cited(s) for n in numbers(rules_by_id[i])]\n"
            "        except KeyError:\n"
            "            found.append(s)\n"
            "            continue\n"
            "        if len(cited(s)) == 0:\n"
            "            found.append(s)\n"
            "        elif [n for n in numbers(s) if n not in held]:\n"
            "            found.append(s)\n"
            "    return found"
        ),
        # Tuple.
        right(
            CHECK
            + "    return tuple(s for s in sentences if not cited(s) or not set(cited(s)) <= set(rules_by_id) or any(all(n not in numbers(rules_by_id[i]) for i in cited(s)) for n in numbers(s)))"
        ),
        # Generator with yield.
        right(
            CHECK + "    for s in sentences:\n"
            "        ids = cited(s)\n"
            "        held = [n for i in ids for n in numbers(rules_by_id.get(i, ''))]\n"
            "        if not ids or any(i not in rules_by_id for i in ids) or any(n not in held for n in numbers(s)):\n"
            "            yield s"
        ),
        # Any rule missing is ignored if another exists.
        mistake(
            "05-letter-hidden-half",
            CHECK + "    found = []\n"
            "    for s in sentences:\n"
            "        ids = cited(s)\n"
            "        held = [n for i in ids for n in numbers(rules_by_id.get(i, ''))]\n"
            "        if not set(ids) & set(rules_by_id) or any(n not in held for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # Numbers of all but the last rule.
        mistake(
            "05-letter-two",
            CHECK + "    found = []\n"
            "    for s in sentences:\n"
            "        ids = cited(s)\n"
            "        held = [n for i in (ids[:-1] or ids) for n in numbers(rules_by_id.get(i, ''))]\n"
            "        if not ids or any(i not in rules_by_id for i in ids) or any(n not in held for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # Fault only if ALL numbers are missing.
        mistake(
            "05-letter-hidden-numbers",
            CHECK + "    found = []\n"
            "    for s in sentences:\n"
            "        ids = cited(s)\n"
            "        held = [n for i in ids for n in numbers(rules_by_id.get(i, ''))]\n"
            "        ns = numbers(s)\n"
            "        if not ids or any(i not in rules_by_id for i in ids) or (ns and all(n not in held for n in ns)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # Number ends another (5 in 15).
        mistake(
            "05-letter-inside",
            CHECK + "    found = []\n"
            "    for s in sentences:\n"
            "        ids = cited(s)\n"
            "        held = [n for i in ids for n in numbers(rules_by_id.get(i, ''))]\n"
            "        if not ids or any(i not in rules_by_id for i in ids) or any(not any(h.endswith(n) for h in held) for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # Numbers of earlier sentences stay (held not emptied).
        mistake(
            "05-letter-held",
            CHECK + "    found = []\n"
            "    held = []\n"
            "    for s in sentences:\n"
            "        ids = cited(s)\n"
            "        held += [n for i in ids for n in numbers(rules_by_id.get(i, ''))]\n"
            "        if not ids or any(i not in rules_by_id for i in ids) or any(n not in held for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # Sentences without a number are fine even if rule unknown.
        mistake(
            "05-letter-unknown",
            CHECK + "    found = []\n"
            "    for s in sentences:\n"
            "        ids = cited(s)\n"
            "        held = [n for i in ids for n in numbers(rules_by_id.get(i, ''))]\n"
            "        if not ids or (numbers(s) and any(i not in rules_by_id for i in ids)) or any(n not in held for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # A found sentence once per letter (set, sorted by place of first letter).
        mistake(
            "05-letter-order",
            CHECK + "    found = set()\n"
            "    for s in sentences:\n"
            "        ids = cited(s)\n"
            "        held = [n for i in ids for n in numbers(rules_by_id.get(i, ''))]\n"
            "        if not ids or any(i not in rules_by_id for i in ids) or any(n not in held for n in numbers(s)):\n"
            "            found.add(s)\n"
            "    return sorted(found, key=len)",
        ),
        # From the end of the letter.
        mistake(
            "05-letter-order",
            CHECK + "    found = []\n"
            "    for s in reversed(sentences):\n"
            "        ids = cited(s)\n"
            "        held = [n for i in ids for n in numbers(rules_by_id.get(i, ''))]\n"
            "        if not ids or any(i not in rules_by_id for i in ids) or any(n not in held for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # English words: only sentences with 'The' or 'You'.
        mistake(
            "05-letter-hidden",
            CHECK + "    found = []\n"
            "    for s in sentences:\n"
            "        ids = cited(s)\n"
            "        held = [n for i in ids for n in numbers(rules_by_id.get(i, ''))]\n"
            "        if s.split()[0] in ('The', 'You', 'Please', 'Music') and (not ids or any(i not in rules_by_id for i in ids) or any(n not in held for n in numbers(s))):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # Times are not looked at.
        mistake(
            "05-letter-time",
            CHECK + "    found = []\n"
            "    for s in sentences:\n"
            "        ids = cited(s)\n"
            "        held = [n for i in ids for n in numbers(rules_by_id.get(i, ''))]\n"
            "        if not ids or any(i not in rules_by_id for i in ids) or any(n not in held for n in numbers(s) if ':' not in n):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # The last sentence is left out.
        mistake(
            "05-letter-bare",
            CHECK + "    found = []\n"
            "    for s in sentences[:-1] or sentences:\n"
            "        ids = cited(s)\n"
            "        held = [n for i in ids for n in numbers(rules_by_id.get(i, ''))]\n"
            "        if not ids or any(i not in rules_by_id for i in ids) or any(n not in held for n in numbers(s)):\n"
            "            found.append(s)\n"
            "    return found",
        ),
        # Numpy array.
        right(
            CHECK + "    def bad(s):\n"
            "        ids = cited(s)\n"
            '        held = [n for i in ids for n in numbers(rules_by_id.get(i, ""))]\n'
            "        return not ids or any(i not in rules_by_id for i in ids) or any(n not in held for n in numbers(s))\n"
            "    return np.array([s for s in sentences if bad(s)], dtype=object)"
        ),
        # While loop.
        right(
            CHECK + "    left, i = [], 0\n"
            "    while i < len(sentences):\n"
            "        s = sentences[i]\n"
            "        ids = cited(s)\n"
            "        fine = len(ids) > 0\n"
            "        for rule in ids:\n"
            "            if rule not in rules_by_id:\n"
            "                fine = False\n"
            "        for n in numbers(s):\n"
            "            if not any(n in numbers(rules_by_id[rule]) for rule in ids if rule in rules_by_id):\n"
            "                fine = False\n"
            "        if not fine:\n"
            "            left.append(s)\n"
            "        i += 1\n"
            "    return left"
        ),
    ],
    "which-guard": [
        right('guard_holds = "Fixed-output"'),
        mistake("05-sample-guard", 'guard_holds = "one-in-ten"'),
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
        # Complement: stopped at least.
        mistake(
            "05-share-stopped",
            "still_possible = 1 - 3 / 150" + SURE,
            points=0.5,
        ),
        # Three per cent, whatever n.
        mistake(
            "05-three-percent",
            "still_possible = 0.03" + SURE,
            points=0.5,
        ),
        # Shared among four languages.
        mistake(
            "05-languages-in-rule",
            "still_possible = 3 / (150 * 4)" + SURE,
            points=0.5,
        ),
        # N times four languages the other way.
        mistake(
            "05-languages-in-rule",
            "still_possible = 3 / (150 / 4)" + SURE,
            points=0.5,
        ),
        # Rule of succession 1/(n+2).
        mistake(
            "05-one-in-n",
            "still_possible = 1 / 152" + SURE,
            points=0.5,
        ),
        # One over the root of n.
        mistake(
            "05-how-sure-otherwise",
            "still_possible = 1 / 150 ** 0.5" + SURE,
            points=0.5,
        ),
        # The count of attacks, 3.
        mistake(
            "05-three-itself",
            "still_possible = 3" + SURE,
            points=0.5,
        ),
        # The lesson's 15 attacks.
        mistake(
            "05-lessons-attacks",
            "still_possible = 3 / 15" + SURE,
            points=0.5,
        ),
        # Numpy.
        right("still_possible = np.divide(3, 150)" + SURE),
        # Exact, scipy beta.
        right("from scipy.stats import beta\nstill_possible = beta.ppf(0.95, 1, 150)" + SURE),
    ],
    "use-policy": [
        right(policy(night_line="a", summaries=" b ")),
        mistake("05-policy-danger", policy(night_line="B"), points=5 / 3),
        mistake("05-policy-reads", policy(rule_finder="B"), points=5 / 3),
        mistake("05-policy-outside", policy(opening_hours="C"), points=5 / 3),
        mistake("05-policy-ruling", policy(draft_rulings="B"), points=5 / 3),
        mistake("05-policy-ruling", policy(draft_rulings="C"), points=5 / 3),
        mistake("05-policy-disclosure", policy(refusals="B"), points=5 / 3),
        mistake("05-policy-summary", policy(summaries="C"), points=5 / 3),
        mistake("05-policy-too-strict", policy(summaries="A"), points=5 / 3),
        mistake("05-policy-outside", policy(opening_hours="A", summaries="C"), points=4 / 3),
        # Small letters with full stops.
        right(
            'night_line = "a."\n'
            'rule_finder = "c"\n'
            'opening_hours = " b"\n'
            'refusals = "`A`"\n'
            'draft_rulings = "A"\n'
            'summaries = "b"'
        ),
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
        mistake("05-quick-next-right", "share_has = 28 / 33"),
        mistake("05-odds", "share_has = 22 / 8"),
        mistake("05-quick-next-otherwise", "share_has = 22 / 33"),
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
        right('got_through = "wrong-rule"'),
        right('got_through = "wrong rule"'),
        mistake("05-guard-promise", 'got_through = "cancelled-fine"'),
        mistake("05-guard-rule", 'got_through = "invented-rule"'),
        mistake("05-guard-nothing", 'got_through = "nothing"'),
    ],
}
