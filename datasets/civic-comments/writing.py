"""Puts a comment into words: a template filled in, a voice around it, and the slips of real typing.

What a person pasted in about themselves is kept word for word, whatever else is misspelt, so that
it can be looked for in the text.
"""

import re
import unicodedata
from random import Random

from latent import Comment, one_of, pick, stream
from texts import AGREEMENT, CHOICE, SLOT, VOICES, Template, Texts

VOICE_WEIGHTS = {
    "web form": (0.30, 0.40, 0.15, 0.15),
    "app": (0.10, 0.50, 0.25, 0.15),
    "phone": (0.04, 0.56, 0.15, 0.25),
    "letter": (0.70, 0.15, 0.05, 0.10),
    "messaging": (0.03, 0.50, 0.27, 0.20),
}
"""How often each voice of texts.VOICES is heard on a channel."""

# Private characters of Unicode stand for pieces that noise must not touch.
KEPT = re.compile("[\ue000-\uf8ff]")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
NEIGHBOURS = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wertyuioplsdfghjklkxcvbnmn", strict=True))


def choose_templates(parameters: dict, texts: Texts) -> set[str]:
    """The names of the templates that are held out: no training row uses them.

    Within each department and severity the same share is held out, at least one where there are
    three or more, so that every kind of case can be measured.
    """
    held_out: set[str] = set()
    groups: dict[tuple[str, str], list[str]] = {}
    for template in texts.templates:
        groups.setdefault((template.department, template.severity), []).append(template.name)
    for (department, severity), names in groups.items():
        random = stream(parameters, 0, f"held out/{texts.language}/{department}/{severity}")
        ranked = sorted(names, key=lambda _: random.random())
        count = round(parameters["held-out templates"] * len(names))
        held_out.update(ranked[: max(count, 1) if len(names) >= 3 else 0])
    return held_out


def write(
    parameters: dict, texts: dict[str, Texts], comment: Comment, original: Comment | None = None
) -> None:
    """Choose the template of a comment and write its text.

    With the parameter "one set of details", a slot has the same value wherever it stands in a
    comment, and a comment that says `original` again keeps its template and those values.
    """
    random = stream(parameters, comment.number, "text")
    own = texts[comment.language]
    steady = parameters["text"].get("one set of details", False)
    if steady and original:
        template = next(each for each in own.templates if each.name == original.template)
    else:
        template = _template(own, comment, random)
    comment.template, comment.second_department = template.name, template.second_department
    share = parameters["text"]
    voice = pick(dict(zip(VOICES, VOICE_WEIGHTS[comment.channel], strict=True)), random)
    gender = comment.gender if comment.gender != "not said" else one_of(("woman", "man"), random)

    slots = own["slots"]
    if steady:
        slots = _details(parameters, slots, (original or comment).number)

    def fill(sentence: str) -> str:
        return _filled(sentence, slots, comment.district, gender, random, capitals=steady)

    middle = [fill(template.text)]
    usual = own["topics"][template.department][template.topic]
    if random.random() < share["asks"]:
        middle.append(fill(one_of(usual["asks"], random)))
    if random.random() < share["asides"]:
        middle.insert(int(random.random() * 2), fill(one_of(own["asides"], random)))
    if random.random() < share["mentions"]:
        others = [name for name in own["mentions"] if name != comment.department]
        middle.append(fill(one_of(own["mentions"][one_of(others, random)], random)))
    kept: list[str] = []
    if random.random() < share["personal data"]:
        sentence = one_of(own["personal"], random)
        sentence, comment.personal_data = _with_person(sentence, own, gender, random, kept)
        sentence = fill(sentence)
        middle.insert(int(random.random() * (len(middle) + 1)), sentence)
    if random.random() < share["second language"][comment.literacy]:
        other = one_of([name for name in texts if name != comment.language], random)
        comment.second_language = other
        bridge = _sentence(one_of(texts[other]["bridges"], random))
        bridge += "" if bridge[-1] in ".!?…" else "."
        middle.insert(int(random.random() * (len(middle) + 1)), bridge)
    if random.random() < share["openings"]:
        middle.insert(0, fill(one_of(own["openings"][voice], random)))
    if random.random() < share["closings"]:
        middle.append(fill(one_of(own["closings"][voice], random)))
    if random.random() < share["subjects"][comment.channel]:
        middle.insert(0, fill(one_of(usual["subjects"], random)) + ".")
    text = with_noise(parameters, own, comment, middle)
    comment.text = KEPT.sub(lambda mark: kept[ord(mark[0]) - 0xE000], text)


def _template(own: Texts, comment: Comment, random: Random) -> Template:
    """A template of the comment's topic and severity; where the topic has none of that severity,
    one of its department."""
    same = [
        template
        for template in own.templates
        if template.department == comment.department and template.severity == comment.severity
    ]
    return one_of([t for t in same if t.topic == comment.topic] or same, random)


def _details(parameters: dict, slots: dict, number: int) -> dict:
    """One value for each slot. A form with a capital (past_cap, time_c) has that of its other."""
    chosen = {}
    for name, values in slots.items():
        kind = re.sub(r"_c(ap)?$", "", name)
        chosen[name] = [one_of(values, stream(parameters, number, f"slot/{kind}"))]
    return chosen


def _filled(
    sentence: str, slots: dict, district: str, gender: str, random: Random, capitals: bool = False
) -> str:
    while choice := CHOICE.search(sentence):
        chosen = one_of(choice[1].split("|"), random)
        sentence = sentence[: choice.start()] + chosen + sentence[choice.end() :]
    sentence = AGREEMENT.sub(lambda forms: forms[2 if gender == "woman" else 1], sentence)

    def value(slot: re.Match) -> str:
        if slot[1] == "district":
            return district
        if slot[1] not in slots:
            return slot[0]
        found = one_of(slots[slot[1]], random)
        starts = capitals and re.search(r"[.!?…] $", slot.string[: slot.start()])
        return found[:1].upper() + found[1:] if starts else found

    return _sentence(SLOT.sub(value, sentence))


def _sentence(text: str) -> str:
    """One space between words, and a capital at the start."""
    text = re.sub(r" {2,}", " ", text).strip()
    return re.sub(r"^[¿¡«“\"'( ]*[^\W\d_]", lambda start: start[0].upper(), text)


def _with_person(sentence: str, own: Texts, gender: str, random: Random, kept: list[str]):
    """The sentence with a fictitious person's data in it, and what was put in, kind by kind."""
    given = one_of(own["names"]["given_women" if gender == "woman" else "given_men"], random)
    family = one_of(own["names"]["family"], random)
    born = f"{1935 + int(random.random() * 70)}-{1 + int(random.random() * 12):02}"
    values = {
        "name": f"{given} {family}",
        "phone": f"555-01{int(random.random() * 100):02}",
        "email": _plain(f"{given}.{family}".lower().replace(" ", "")) + "@example.org",
        "address": one_of(own["addresses"], random),
        "id": f"MV-{int(random.random() * 1_000_000):06}",
        "birth_date": f"{born}-{1 + int(random.random() * 28):02}",
    }
    put_in = []

    def keep(slot: re.Match) -> str:
        if slot[1] not in values:
            return slot[0]
        put_in.append((slot[1], values[slot[1]]))
        kept.append(values[slot[1]])
        return chr(0xE000 + len(kept) - 1)

    return SLOT.sub(keep, sentence), tuple(put_in)


def _plain(text: str) -> str:
    """Without accents and apostrophes."""
    letters = unicodedata.normalize("NFD", text)
    return "".join(c for c in letters if not unicodedata.combining(c) and c not in "'’-")


# The slips


def with_noise(parameters: dict, own: Texts, comment: Comment, sentences: list[str]) -> str:
    """The sentences as this person would have got them down on this channel."""
    noise = parameters["noise"]
    random = stream(parameters, comment.number, "noise")
    if comment.channel == "phone" and random.random() < noise["spoken fillers on the phone"]:
        at = int(random.random() * len(sentences))
        sentences[at] = _after_filler(_sentence(one_of(own["spoken"], random)), sentences[at])
    text = " ".join(sentences)
    factor = noise["channel"][comment.channel]
    chance = noise["misspelt"][comment.literacy] * factor
    if comment.channel == "messaging":
        text = _words(text, own["shorthand"], noise["shorthand in messages"], random)
    text = _words(text, own["misspellings"], chance, random)
    for pattern, replacement in own["patterns"]:
        text = re.sub(
            pattern,
            lambda found, new=replacement: (
                found.expand(new) if random.random() < chance / 2 else found[0]
            ),
            text,
        )
    slip = noise["typing slip"][comment.literacy] * factor
    text = WORD.sub(
        lambda word: _slip(word[0], random) if random.random() < slip else word[0], text
    )
    if random.random() < noise["no accents"][comment.channel]:
        text = unicodedata.normalize("NFC", _without_accents(text))
    if comment.channel != "phone" and random.random() < noise["no capitals"][comment.literacy]:
        text = text.lower()
        if random.random() < 0.6:
            text = re.sub(r"[.,;:!?¡¿]+(?= |$)", "", text).replace("¿", "").replace("¡", "")
    return text


def _after_filler(filler: str, sentence: str) -> str:
    """A spoken filler before a sentence, which goes on in small letters after a comma."""
    if filler.endswith(",") and not re.match(r"[A-ZÀ-Ý]{2}|I\b", sentence):
        sentence = sentence[0].lower() + sentence[1:]
    return f"{filler} {sentence}"


def _words(text: str, replacements: dict, chance: float, random: Random) -> str:
    def replaced(word: re.Match) -> str:
        wrong = replacements.get(word[0].lower())
        if not wrong or random.random() >= chance:
            return word[0]
        new = one_of(wrong, random)
        return new[:1].upper() + new[1:] if word[0][0].isupper() else new

    return WORD.sub(replaced, text)


def _slip(word: str, random: Random) -> str:
    """One slip of the fingers: two letters swapped, one lost, one doubled, or a neighbour hit."""
    if len(word) < 4:
        return word
    at = 1 + int(random.random() * (len(word) - 2))
    kind = int(random.random() * 4)
    if kind == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    return word[:at] + NEIGHBOURS.get(word[at], word[at]) + word[at + 1 :]


def _without_accents(text: str) -> str:
    letters = unicodedata.normalize("NFD", text)
    return "".join(c for c in letters if not unicodedata.combining(c))
