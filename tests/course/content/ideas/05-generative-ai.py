# %% [markdown]
# Wrong ideas and other right forms for this module, by people who had not seen its checks.

# %% next-word kind="wrong" idea="denominator: all pairs of the text, in both"
pairs = Counter(pairwise(spanish))
both = pairs["derecho", "a"]
a_after_derecho = both / sum(pairs.values())
derecho_before_a = both / sum(pairs.values())

# %% next-word kind="wrong" idea="the two shares exchanged"
pairs = Counter(pairwise(spanish))
both = pairs["derecho", "a"]
a_after_derecho = both / spanish.count("a")
derecho_before_a = both / spanish.count("derecho")

# %% next-word kind="wrong" idea="counts derecho inside a joined text, so derechos counts too"
pairs = Counter(pairwise(spanish))
both = pairs["derecho", "a"]
text = " ".join(spanish)
a_after_derecho = text.count("derecho a ") / text.count("derecho")
derecho_before_a = both / spanish.count("a")

# %% next-word kind="wrong" idea="counts different neighbours (kinds of pairs), not how often each occurs"
pairs = Counter(pairwise(spanish))
both = pairs["derecho", "a"]
after = [b for a, b in pairs if a == "derecho"]
before = [a for a, b in pairs if b == "a"]
a_after_derecho = after.count("a") / len(after)
derecho_before_a = before.count("derecho") / len(before)

# %% next-word kind="wrong" idea="second share: same direction as the first (denominator derecho)"
pairs = Counter(pairwise(spanish))
both = pairs["derecho", "a"]
a_after_derecho = both / spanish.count("derecho")
derecho_before_a = both / spanish.count("derecho")

# %% next-word kind="wrong" idea="the lesson's English 28 of 33 used for the first"
pairs = Counter(pairwise(spanish))
both = pairs["derecho", "a"]
a_after_derecho = 28 / 33
derecho_before_a = both / spanish.count("a")

# %% next-word kind="wrong" idea="first share: how frequent is a among all words, not after derecho"
pairs = Counter(pairwise(spanish))
both = pairs["derecho", "a"]
a_after_derecho = spanish.count("a") / len(spanish)
derecho_before_a = both / spanish.count("a")

# %% next-word kind="wrong" idea="percentages, not shares"
pairs = Counter(pairwise(spanish))
both = pairs["derecho", "a"]
a_after_derecho = 100 * both / spanish.count("derecho")
derecho_before_a = 100 * both / spanish.count("a")

# %% next-word kind="wrong" idea="the second looks at the word AFTER a (derecho after a)"
pairs = Counter(pairwise(spanish))
both = pairs["derecho", "a"]
a_after_derecho = both / spanish.count("derecho")
derecho_before_a = pairs["a", "derecho"] / spanish.count("a")

# %% next-word kind="wrong" idea="rounded to two decimals"
pairs = Counter(pairwise(spanish))
both = pairs["derecho", "a"]
a_after_derecho = round(both / spanish.count("derecho"), 2)
derecho_before_a = round(both / spanish.count("a"), 2)

# %% next-word kind="right" idea="plain lists of neighbours by zip"
after = [b for a, b in zip(spanish, spanish[1:]) if a == "derecho"]
before = [a for a, b in zip(spanish, spanish[1:]) if b == "a"]
a_after_derecho = after.count("a") / len(after)
derecho_before_a = before.count("derecho") / len(before)

# %% next-word kind="right" idea="numpy means of masked arrays"
w = np.array(spanish)
a_after_derecho = (w[1:][w[:-1] == "derecho"] == "a").mean()
derecho_before_a = (w[:-1][w[1:] == "a"] == "derecho").mean()

# %% next-word kind="right" idea="exact fractions"
from fractions import Fraction

pairs = Counter(pairwise(spanish))
n = pairs[("derecho", "a")]
a_after_derecho = Fraction(n, sum(v for (x, _), v in pairs.items() if x == "derecho"))
derecho_before_a = Fraction(n, sum(v for (_, y), v in pairs.items() if y == "a"))


# %% temperature kind="wrong" idea="power T, not 1/T"
def at_temperature(shares, temperature):
    raised = [s**temperature for s in shares]
    return [r / sum(raised) for r in raised]


# %% temperature kind="wrong" idea="softmax of the shares divided by T"
def at_temperature(shares, temperature):
    raised = np.exp(np.array(list(shares)) / temperature)
    return raised / raised.sum()


# %% temperature kind="wrong" idea="not scaled to 1"
def at_temperature(shares, temperature):
    return [s ** (1 / temperature) for s in shares]


# %% temperature kind="wrong" idea="scaled by the largest, not by the sum"
def at_temperature(shares, temperature):
    raised = [s ** (1 / temperature) for s in shares]
    return [r / max(raised) for r in raised]


# %% temperature kind="wrong" idea="the result in falling order, not in the same order"
def at_temperature(shares, temperature):
    raised = sorted([s ** (1 / temperature) for s in shares], reverse=True)
    return [r / sum(raised) for r in raised]


# %% temperature kind="wrong" idea="whole-number division 1 // T"
def at_temperature(shares, temperature):
    raised = [s ** (1 // temperature) for s in shares]
    return [r / sum(raised) for r in raised]


# %% temperature kind="wrong" idea="divides by the sum before raising, not after"
def at_temperature(shares, temperature):
    return [(s / sum(shares)) ** (1 / temperature) for s in shares]


# %% temperature kind="wrong" idea="divides by T instead of raising to a power"
def at_temperature(shares, temperature):
    raised = [s / temperature for s in shares]
    return [r / sum(raised) for r in raised]


# %% temperature kind="wrong" idea="always the temperature 0.5 (power 2)"
def at_temperature(shares, temperature):
    raised = [s**2 for s in shares]
    return [r / sum(raised) for r in raised]


# %% temperature kind="wrong" idea="shares rounded to two decimals"
def at_temperature(shares, temperature):
    raised = [s ** (1 / temperature) for s in shares]
    return [round(r / sum(raised), 2) for r in raised]


# %% temperature kind="wrong" idea="words with a share of 0 or very small fall out of the list"
def at_temperature(shares, temperature):
    raised = [s ** (1 / temperature) for s in shares if s > 0.05]
    return [r / sum(raised) for r in raised]


# %% temperature kind="wrong" idea="a temperature above 1 is cut to 1"
def at_temperature(shares, temperature):
    raised = [s ** (1 / min(temperature, 1)) for s in shares]
    return [r / sum(raised) for r in raised]


# %% temperature kind="wrong" idea="the last share is what is left over from the others unscaled"
def at_temperature(shares, temperature):
    raised = [s ** (1 / temperature) for s in shares]
    total = sum(raised[:-1])
    new = [r / total for r in raised[:-1]]
    return new + [1 - sum(new)]


# %% temperature kind="right" idea="numpy array"
def at_temperature(shares, temperature):
    raised = np.asarray(list(shares), dtype=float) ** (1 / temperature)
    return raised / raised.sum()


# %% temperature kind="right" idea="by logarithms, shifted to avoid underflow"
def at_temperature(shares, temperature):
    with np.errstate(divide="ignore"):
        logs = np.log(np.array(list(shares), dtype=float)) / temperature
    logs = logs - logs.max()
    weights = np.exp(logs)
    return (weights / weights.sum()).tolist()


# %% temperature kind="right" idea="a tuple, power by pow()"
def at_temperature(shares, temperature):
    raised = tuple(pow(s, 1 / temperature) for s in shares)
    whole = sum(raised)
    return tuple(r / whole for r in raised)


# %% temperature kind="right" idea="pandas column"
def at_temperature(shares, temperature):
    import pandas as pd

    raised = pd.Series(list(shares), dtype=float).pow(1 / temperature)
    return raised.div(raised.sum())


# %% retrieval kind="wrong" idea="denominator all 30 questions"
found_in_three = sum(bool(set(ids) & set(search(q)[:3])) for q, ids in asked) / len(asked)

# %% retrieval kind="wrong" idea="all right rules among the three, not at least one"
with_answer = [(q, ids) for q, ids in asked if ids]
found_in_three = sum(set(ids) <= set(search(q)[:3]) for q, ids in with_answer) / len(with_answer)

# %% retrieval kind="wrong" idea="first rule only"
with_answer = [(q, ids) for q, ids in asked if ids]
found_in_three = sum(search(q)[0] in ids for q, ids in with_answer) / len(with_answer)

# %% retrieval kind="wrong" idea="off by one: the first four"
with_answer = [(q, ids) for q, ids in asked if ids]
found_in_three = sum(bool(set(ids) & set(search(q)[:4])) for q, ids in with_answer) / len(
    with_answer
)

# %% retrieval kind="wrong" idea="off by one: the first two"
with_answer = [(q, ids) for q, ids in asked if ids]
found_in_three = sum(bool(set(ids) & set(search(q)[:2])) for q, ids in with_answer) / len(
    with_answer
)

# %% retrieval kind="wrong" idea="share of right rules found, not of questions"
with_answer = [(q, ids) for q, ids in asked if ids]
found_in_three = sum(len(set(ids) & set(search(q)[:3])) for q, ids in with_answer) / sum(
    len(ids) for q, ids in with_answer
)

# %% retrieval kind="wrong" idea="a question without rules counts as found (all() of nothing)"
found_in_three = sum(all(i in search(q)[:3] for i in ids) for q, ids in asked) / len(asked)

# %% retrieval kind="wrong" idea="a question without an answer gets place 0, which is counted as among the three"
ranks = [min([search(q).index(i) for i in ids], default=0) for q, ids in asked]
found_in_three = sum(r < 3 for r in ranks) / len(ranks)

# %% retrieval kind="wrong" idea="only the first id of each question is looked for"
with_answer = [(q, ids) for q, ids in asked if ids]
found_in_three = sum(ids[0] in search(q)[:3] for q, ids in with_answer) / len(with_answer)

# %% retrieval kind="wrong" idea="the lesson's search by whole words instead of the supplier's"
v = TfidfVectorizer()
k = v.fit_transform(french["title"] + " " + french["text"])
n = hits = 0
for q, ids in asked:
    if ids:
        n += 1
        s = (v.transform([q]) @ k.T).toarray()[0]
        hits += bool(
            set(ids) & set(french["rule"].iloc[np.argsort(-s, kind="stable")].tolist()[:3])
        )
found_in_three = hits / n

# %% retrieval kind="wrong" idea="the count, not the share"
found_in_three = sum(bool(set(ids) & set(search(q)[:3])) for q, ids in asked)

# %% retrieval kind="wrong" idea="the last three instead of the first three"
with_answer = [(q, ids) for q, ids in asked if ids]
found_in_three = sum(bool(set(ids) & set(search(q)[-3:])) for q, ids in with_answer) / len(
    with_answer
)

# %% retrieval kind="right" idea="by places, numpy mean"
places = [min(search(q).index(i) + 1 for i in ids) for q, ids in asked if ids]
found_in_three = (np.array(places) <= 3).mean()

# %% retrieval kind="right" idea="loop with for and break"
hits = 0
answerable = 0
for question, ids in asked:
    if len(ids) == 0:
        continue
    answerable += 1
    for rule in search(question)[:3]:
        if rule in ids:
            hits += 1
            break
found_in_three = hits / answerable

# %% retrieval kind="right" idea="one minus the share missed"
a = [x for x in asked if x[1]]
found_in_three = 1 - sum(set(search(q)[:3]).isdisjoint(i) for q, i in a) / len(a)


# %% letter-check kind="wrong" idea="a rule that does not exist is skipped, its sentence not returned"
def to_check(sentences, rules_by_id):
    out = []
    for s in sentences:
        ids = cited(s)
        known = {n for i in ids if i in rules_by_id for n in numbers(rules_by_id[i])}
        if not ids or (any(i in rules_by_id for i in ids) and not set(numbers(s)) <= known):
            out.append(s)
    return out


# %% letter-check kind="wrong" idea="only looks if ALL numbers are missing: one right number is enough"
def to_check(sentences, rules_by_id):
    out = []
    for s in sentences:
        ids = cited(s)
        if not ids or any(i not in rules_by_id for i in ids):
            out.append(s)
            continue
        known = {n for i in ids for n in numbers(rules_by_id[i])}
        nums = numbers(s)
        if nums and not any(n in known for n in nums):
            out.append(s)
    return out


# %% letter-check kind="wrong" idea="number looked for as a piece of the rule's text (80 in 180)"
def to_check(sentences, rules_by_id):
    out = []
    for s in sentences:
        ids = cited(s)
        if (
            not ids
            or any(i not in rules_by_id for i in ids)
            or any(not any(n in rules_by_id[i] for i in ids) for n in numbers(s))
        ):
            out.append(s)
    return out


# %% letter-check kind="wrong" idea="a number must stand in each cited rule, not in either"
def to_check(sentences, rules_by_id):
    return [
        s
        for s in sentences
        if not cited(s)
        or any(i not in rules_by_id for i in cited(s))
        or any(n not in numbers(rules_by_id[i]) for i in cited(s) for n in numbers(s))
    ]


# %% letter-check kind="wrong" idea="a sentence with two faults is returned twice"
def to_check(sentences, rules_by_id):
    out = []
    for s in sentences:
        ids = cited(s)
        known = {n for i in ids for n in numbers(rules_by_id.get(i, ""))}
        if not ids:
            out.append(s)
        if any(i not in rules_by_id for i in ids):
            out.append(s)
        if any(n not in known for n in numbers(s)) and ids:
            out.append(s)
    return out


# %% letter-check kind="wrong" idea="numbers compared with all rules of the city, not those cited"
def to_check(sentences, rules_by_id):
    known = {n for text in rules_by_id.values() for n in numbers(text)}
    return [
        s
        for s in sentences
        if not cited(s)
        or any(i not in rules_by_id for i in cited(s))
        or not set(numbers(s)) <= known
    ]


# %% letter-check kind="wrong" idea="only the first rule cited is read"
def to_check(sentences, rules_by_id):
    out = []
    for s in sentences:
        ids = cited(s)
        if (
            not ids
            or ids[0] not in rules_by_id
            or not set(numbers(s)) <= set(numbers(rules_by_id[ids[0]]))
        ):
            out.append(s)
    return out


# %% letter-check kind="wrong" idea="a missing rule matters only if none of the cited rules exists"
def to_check(sentences, rules_by_id):
    out = []
    for s in sentences:
        known = [i for i in cited(s) if i in rules_by_id]
        if not known or not set(numbers(s)) <= {n for i in known for n in numbers(rules_by_id[i])}:
            out.append(s)
    return out


# %% letter-check kind="wrong" idea="grouped by fault: first those without source, then missing rules, then numbers (order lost)"
def to_check(sentences, rules_by_id):
    none = [s for s in sentences if not cited(s)]
    missing = [s for s in sentences if any(i not in rules_by_id for i in cited(s))]
    bad = [
        s
        for s in sentences
        if s not in none
        and s not in missing
        and not set(numbers(s)) <= {n for i in cited(s) for n in numbers(rules_by_id[i])}
    ]
    return none + missing + bad


# %% letter-check kind="wrong" idea="returns the sentences that are in order"
def to_check(sentences, rules_by_id):
    return [
        s
        for s in sentences
        if cited(s)
        and all(i in rules_by_id for i in cited(s))
        and set(numbers(s)) <= {n for i in cited(s) for n in numbers(rules_by_id[i])}
    ]


# %% letter-check kind="wrong" idea="clock times taken apart: digits only, so 22:30 fits 22 and 30"
def to_check(sentences, rules_by_id):
    out = []
    for s in sentences:
        ids = cited(s)
        bare = re.findall(r"\d+", re.sub(ID, "", s))
        if (
            not ids
            or any(i not in rules_by_id for i in ids)
            or not set(bare)
            <= {n for i in ids for n in re.findall(r"\d+", re.sub(ID, "", rules_by_id[i]))}
        ):
            out.append(s)
    return out


# %% letter-check kind="wrong" idea="the rules looked up in the notebook's English table, not in the dictionary given"
def to_check(sentences, rules_by_id):
    book = {r["rule"]: r["text"] for _, r in rules[rules["language"] == "en"].iterrows()}
    return [
        s
        for s in sentences
        if not cited(s)
        or any(i not in book for i in cited(s))
        or not set(numbers(s)) <= {n for i in cited(s) for n in numbers(book[i])}
    ]


# %% letter-check kind="wrong" idea="only the first number of a sentence is examined"
def to_check(sentences, rules_by_id):
    out = []
    for s in sentences:
        ids = cited(s)
        if (
            not ids
            or any(i not in rules_by_id for i in ids)
            or not set(numbers(s)[:1]) <= {n for i in ids for n in numbers(rules_by_id[i])}
        ):
            out.append(s)
    return out


# %% letter-check kind="wrong" idea="stops at the first sentence found"
def to_check(sentences, rules_by_id):
    for s in sentences:
        ids = cited(s)
        if (
            not ids
            or any(i not in rules_by_id for i in ids)
            or not set(numbers(s)) <= {n for i in ids for n in numbers(rules_by_id[i])}
        ):
            return [s]
    return []


# %% letter-check kind="wrong" idea="a sentence without a source counts only if it holds a number"
def to_check(sentences, rules_by_id):
    out = []
    for s in sentences:
        ids = cited(s)
        if any(i not in rules_by_id for i in ids) or not set(numbers(s)) <= {
            n for i in ids for n in numbers(rules_by_id[i])
        }:
            out.append(s)
    return out


# %% letter-check kind="right" idea="list comprehension with a joined text"
def to_check(sentences, rules_by_id):
    return [
        s
        for s in sentences
        if not cited(s)
        or not set(cited(s)) <= set(rules_by_id)
        or not set(numbers(s)) <= set(numbers(" ".join(rules_by_id[i] for i in cited(s))))
    ]


# %% letter-check kind="right" idea="helper function with flags, and get()"
def faulty(sentence, book):
    ids = cited(sentence)
    if len(ids) == 0:
        return True
    allowed = []
    for i in ids:
        text = book.get(i)
        if text is None:
            return True
        allowed += numbers(text)
    for n in numbers(sentence):
        if allowed.count(n) == 0:
            return True
    return False


def to_check(sentences, rules_by_id):
    return list(filter(lambda s: faulty(s, rules_by_id), sentences))


# %% letter-check kind="right" idea="starts from the sentences in order, set differences, keys()"
def to_check(sentences, rules_by_id):
    result = []
    for sentence in sentences:
        ids = set(cited(sentence))
        known = ids & rules_by_id.keys()
        left = (
            set(numbers(sentence)).difference(*[numbers(rules_by_id[i]) for i in known])
            if known
            else set(numbers(sentence))
        )
        if not ids or ids - known or left:
            result.append(sentence)
    return result


# %% groundedness kind="wrong" idea="share of the sentences that cite a rule"
s1 = "supported"
s2 = "silent"
s3 = "supported"
s4 = "silent"
s5 = "contradicted"
s6 = "supported"
s7 = "supported"
s8 = "no-source"
groundedness = 4 / 7

# %% groundedness kind="wrong" idea="share that cite a rule at all"
s1 = "supported"
s2 = "silent"
s3 = "supported"
s4 = "silent"
s5 = "contradicted"
s6 = "supported"
s7 = "supported"
s8 = "no-source"
groundedness = 7 / 8

# %% groundedness kind="wrong" idea="everything not contradicted counts as grounded"
s1 = "supported"
s2 = "silent"
s3 = "supported"
s4 = "silent"
s5 = "contradicted"
s6 = "supported"
s7 = "supported"
s8 = "no-source"
groundedness = 6 / 8

# %% groundedness kind="wrong" idea="sentence 8 judged by the rule shown, which it does not cite"
s1 = "supported"
s2 = "silent"
s3 = "supported"
s4 = "silent"
s5 = "contradicted"
s6 = "supported"
s7 = "supported"
s8 = "supported"
groundedness = 5 / 8

# %% groundedness kind="wrong" idea="sentence 5 judged by the general 30 days of the rule"
s1 = "supported"
s2 = "silent"
s3 = "supported"
s4 = "silent"
s5 = "supported"
s6 = "supported"
s7 = "supported"
s8 = "no-source"
groundedness = 5 / 8

# %% groundedness kind="wrong" idea="percentage"
s1 = "supported"
s2 = "silent"
s3 = "supported"
s4 = "silent"
s5 = "contradicted"
s6 = "supported"
s7 = "supported"
s8 = "no-source"
groundedness = 50

# %% groundedness kind="right" idea="computed from the answers"
s1 = "supported"
s2 = "silent"
s3 = "supported"
s4 = "silent"
s5 = "contradicted"
s6 = "supported"
s7 = "supported"
s8 = "no-source"
all_eight = [s1, s2, s3, s4, s5, s6, s7, s8]
groundedness = all_eight.count("supported") / len(all_eight)

# %% groundedness kind="right" idea="numpy mean"
s1 = "supported"
s2 = "silent"
s3 = "supported"
s4 = "silent"
s5 = "contradicted"
s6 = "supported"
s7 = "supported"
s8 = "no-source"
groundedness = np.mean(np.array([s1, s2, s3, s4, s5, s6, s7, s8]) == "supported")

# %% how-sure kind="wrong" idea="none got through, so 0"
still_possible = 0
in_portuguese = "nothing-yet"

# %% how-sure kind="wrong" idea="1/n instead of 3/n"
still_possible = 1 / 150
in_portuguese = "nothing-yet"

# %% how-sure kind="wrong" idea="a percentage: 2"
still_possible = 2
in_portuguese = "nothing-yet"

# %% how-sure kind="wrong" idea="the lesson's 20% for 15 trials"
still_possible = 3 / 15
in_portuguese = "nothing-yet"

# %% how-sure kind="wrong" idea="what surely holds off: 1 - 3/n"
still_possible = 1 - 3 / 150
in_portuguese = "nothing-yet"

# %% how-sure kind="right" idea="a fraction"
from fractions import Fraction

still_possible = Fraction(3, 150)
in_portuguese = "nothing-yet"

# %% how-sure kind="right" idea="typed as 0.02"
still_possible = 0.02
in_portuguese = "nothing-yet"
