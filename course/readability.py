"""How easy a text is to read by a published formula: it counts sentences, words and syllables.

It does not look at what the text says. Syllables are counted by a simple rule for each language
(SYLLABLE_RULES says which), so a score is good to a few points and not to one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

VOWELS = "aeiouyáàâãäéèêëíìîïóòôõöúùûüæœ"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)]*(?=\s+[^\sa-zà-öø-ÿ]|\s*$)|\n\s*\n")


@dataclass(frozen=True)
class Formula:
    """Constant minus words for each sentence times a weight, minus syllables for each word."""

    author: str
    constant: float
    sentence: float
    word: float


FORMULAS = {
    "en": Formula("Flesch 1948", 206.835, 1.015, 84.6),
    "fr": Formula("Kandel & Moles 1958", 207, 1.015, 73.6),
    "es": Formula("Szigriszt Pazos 1993", 206.835, 1, 62.3),
    "pt": Formula("Martins et al. 1996", 248.835, 1.015, 84.6),
}
"""Read in secondary sources, not in the originals:

en: https://linguistlist.org/issues/22/22-2332.html (2 June 2011), which also shows that the
    Spanish formula of Fernandez Huerta (1959) is mostly quoted with an error: its last term falls
    when sentences get shorter. So that formula is not used here.
fr: https://docs.rs/crate/lucid-lint/0.2.5/source/docs/src/rules/readability-score.md. Another
    source (http://www.cordial.fr/descr_technique/lisibilite.htm) multiplies 1.015 by the share of
    concrete words: unverified which of them is in the original.
es: https://legible.es/blog/perspicuidad-szigriszt-pazos/
pt: https://blog.inboarding.co/formulas-de-leiturabilidade/
"""


@dataclass(frozen=True)
class Counts:
    """What a formula is made of."""

    sentences: int
    words: int
    syllables: int


def reading_ease(text: str, lang: str = "en") -> float:
    """The score of a text by the formula of its language; a higher one is easier to read.

    Most texts lie between 0 and 100, some outside. Scores of two languages cannot be compared:
    each formula has its own scale. Raises ValueError for a text without a word, and for a
    language without a formula.
    """
    if lang not in FORMULAS:
        raise ValueError(f"no formula for {lang!r}; there is one for {', '.join(FORMULAS)}")
    formula, counts = FORMULAS[lang], count(text, lang)
    if not counts.words:
        raise ValueError("a text without a word has no score")
    return (
        formula.constant
        - formula.sentence * counts.words / counts.sentences
        - formula.word * counts.syllables / counts.words
    )


def count(text: str, lang: str = "en") -> Counts:
    """Sentences, words and syllables.

    A sentence ends at . ! ? or … when a small letter does not follow, and at an empty line. A
    word is a run of letters; an apostrophe does not part it, a hyphen does. Numbers are left out.
    """
    words = WORD.findall(text)
    parts = [part for part in SENTENCE_END.split(text) if WORD.search(part)]
    return Counts(len(parts), len(words), sum(syllables(word, lang) for word in words))


def syllables(word: str, lang: str = "en") -> int:
    """The syllables of a word, at least one, by the rule of its language."""
    return max(1, SYLLABLE_RULES[lang](word.lower()))


def _english(word: str) -> int:
    """Each group of vowels is one; a silent e, es or ed at the end is none; -le and -ia- count."""
    if re.search(r"[^laeiouy]es?$|[aeiouy]les?$", word) and not re.search(
        r"(?:[sxz]|ch|sh|[cg])es$", word
    ):
        word = re.sub(r"es?$", "", word)
    word = re.sub(r"(?<=[^tdaeiouy])ed$", "d", word)
    word = re.sub(r"(?<=[aeiouy][^aeiouy])e(?=ment|less|ful)", "", word)
    word = re.sub(r"(?<![ctgsx])i(?=[ao])", "i-", word)
    return len(re.findall(r"[aeiouy]+", word))


def _french(word: str) -> int:
    """Each group of vowels is one, but é and ï part it; e and es at the end are none."""
    word = re.sub(r"q[u]|g[u](?=[eéèêiy])", "q", word.split("'")[-1].split("’")[-1])
    word = re.sub(f"(?<=[{VOWELS}])y(?=[{VOWELS}])", "j", word)
    if len(re.findall(f"[{VOWELS}]+", word)) > 1 or word.endswith(("ées", "ée")):
        word = re.sub(r"es?$", "", word)
    word = re.sub(f"([éëï])(?=[{VOWELS}])", r"\1-", word)
    word = re.sub(r"(?<=[aeou])([éëï])", r"-\1", word)
    return len(re.findall(f"[{VOWELS}]+", word))


STRONG = "aeoáàâãéêóôõíú"
WEAK = "iuü"


def _spanish(word: str) -> int:
    """Two strong vowels are two, and so is an accented í or ú beside another; the rest are one."""
    word = re.sub(r"qu|gu(?=[eéií])", "q", word)
    word = re.sub(r"y$", "i", word) if len(word) > 1 else word.replace("y", "i")
    return _by_strength(word, rising=True)


def _portuguese(word: str) -> int:
    """As in Spanish, but i or u before a strong vowel is a syllable unless an accent precedes."""
    word = re.sub(r"qu|gu(?=[eéêií])", "q", word)
    word = re.sub(r"ão|ãe|õe", "ã", word)
    return _by_strength(word, rising=False)


def _by_strength(word: str, rising: bool) -> int:
    """One for each strong vowel; a weak one alone, or one that no strong vowel takes in."""
    found = 0
    for group in re.finditer(f"[{STRONG}{WEAK}]+", word):
        accented = re.search(r"[áàâãéêóôõíú]", word[: group.start()])
        letters = re.sub(f"(?<=[{STRONG}])[{WEAK}]", "", group[0])
        if rising or accented:
            letters = re.sub(f"[{WEAK}]+(?=[{STRONG}])", "", letters)
        strong = sum(letter in STRONG for letter in letters)
        found += strong + len(re.findall(f"[{WEAK}]+", letters))
    return found


SYLLABLE_RULES: dict[str, Callable[[str], int]] = {
    "en": _english,
    "fr": _french,
    "es": _spanish,
    "pt": _portuguese,
}
