"""Readability: syllables against counts by hand, formulas against worked examples."""

import pytest

from course.readability import FORMULAS, count, reading_ease, syllables

# Counted by hand, by clapping.
BY_HAND = {
    "en": {
        "a": 1, "loan": 1, "letter": 2, "repaid": 2, "months": 1, "decision": 3, "people": 2,
        "the": 1, "clerk": 1, "account": 2, "refused": 2, "granted": 2, "changes": 2, "smaller": 2,
        "guarantor": 3, "application": 4, "table": 2, "times": 1, "owe": 1, "reasons": 2,
        "why": 1, "you": 1, "statement": 2, "financial": 3, "obligations": 4,
    },
    "fr": {
        "le": 1, "prêt": 1, "lettre": 1, "banque": 1, "demande": 2, "décision": 3, "créance": 2,
        "remboursé": 3, "employeur": 3, "payer": 2, "garantie": 3, "mois": 1, "compte": 1,
        "refusée": 3, "raisons": 2, "l'agence": 2, "guichet": 2, "personnes": 2, "maïs": 2,
    },
    "es": {
        "préstamo": 3, "carta": 2, "banco": 2, "solicitud": 4, "decisión": 3, "cuenta": 2,
        "meses": 2, "pequeño": 3, "aval": 2, "tiempo": 2, "país": 2, "razones": 3, "ciudad": 2,
        "leer": 2, "muy": 1, "y": 1, "guía": 2, "período": 4, "usted": 2, "mayor": 2,
    },
    "pt": {
        "empréstimo": 4, "carta": 2, "banco": 2, "pedido": 3, "decisão": 3, "conta": 2,
        "meses": 2, "razões": 2, "período": 4, "negócio": 3, "viagem": 3, "maior": 2, "não": 1,
        "pequeno": 3, "história": 3, "democracia": 5, "mãe": 1, "pagamento": 4, "país": 2,
    },
}  # fmt: skip
WORDS = [(lang, word, n) for lang, words in BY_HAND.items() for word, n in words.items()]


@pytest.mark.parametrize(("lang", "word", "by_hand"), WORDS)
def test_syllables_are_those_counted_by_hand(lang, word, by_hand):
    assert syllables(word, lang) == by_hand


def test_sentences_words_and_syllables_of_a_short_letter_are_those_counted_by_hand():
    letter = (
        "Dear Ms Rossi,\n\nYour loan was refused. The term of 36 months is long! Any questions?"
    )
    found = count(letter, "en")
    # Three words of greeting, four of the first sentence, six (without the number), two.
    assert (found.sentences, found.words) == (4, 3 + 4 + 6 + 2)
    assert found.syllables == (1 + 1 + 2) + (1 + 1 + 1 + 2) + 6 + (2 + 2)


def test_a_point_before_a_small_letter_ends_no_sentence():
    assert count("We need proof, e.g. a pay slip. Bring it.", "en").sentences == 2


@pytest.mark.parametrize(
    ("lang", "by_hand"),
    [
        # One sentence of four words with two syllables each: 4 words a sentence, 2 a word.
        ("en", 206.835 - 4.06 - 169.2),
        ("fr", 207 - 4.06 - 147.2),
        ("es", 206.835 - 4 - 124.6),
        ("pt", 248.835 - 4.06 - 169.2),
    ],
)
def test_the_score_is_that_of_the_published_formula(lang, by_hand):
    assert reading_ease("Banco carta banco carta.", lang) == pytest.approx(by_hand)


@pytest.mark.parametrize("lang", FORMULAS)
def test_shorter_sentences_are_easier_in_every_language(lang):
    long, short = "banco carta " * 10 + ".", "Banco carta. " * 10
    assert reading_ease(short, lang) > reading_ease(long, lang)


@pytest.mark.parametrize(("text", "lang"), [("36.", "en"), ("Hallo.", "de")])
def test_a_text_without_words_or_a_language_without_a_formula_is_refused(text, lang):
    with pytest.raises(ValueError):
        reading_ease(text, lang)
