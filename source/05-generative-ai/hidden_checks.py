"""What only the grader knows of module 05: the learner's functions on other inputs."""

import numpy as np

from course.checking import exercise, expect, say


@exercise("temperature")
def temperature(function):
    other = say(
        "05-temperature-hidden",
        "With other shares or another temperature the result is not the expected one: does your function work for "
        "any number of shares, in any order, also for equal shares and for a share of 0?",
    )
    for shares, warmth, wanted in [
        ([0.125, 0.5, 0.125, 0.25], 0.5, [0.0455, 0.7273, 0.0455, 0.1818]),
        ([0.2, 0.8], 0.25, [0.0039, 0.9961]),
        ([0.0, 0.9, 0.1], 2, [0.0, 0.75, 0.25]),
        ([0.04, 0.96], 2, [0.1695, 0.8305]),
        (np.array([0.36, 0.64]), 2, [0.4286, 0.5714]),
        ([0.0625, 0.625, 0.3125], 4, [0.2340, 0.4161, 0.3499]),
    ]:
        found = expect.call(function, shares, warmth)
        expect.length(found, len(wanted), other)
        found = [expect.number(value) for value in found]
        expect.true(all(abs(a - b) < 0.002 for a, b in zip(found, wanted, strict=True)), other)


@exercise("letter-check")
def letter_check(function):
    rules = {
        "FI-02": "Une majoration de 10 % s’ajoute à l’échéance du 31 mars.",
        "FI-03": "Le paiement peut être étalé sur 12 mois.",
        "TR-04": "O passe custa 12 por mês em vez de 24.",
    }
    two = "La majoration est de 10 %, ou le paiement s’étale sur 12 mois. [FI-02] [FI-03]"
    half = "Le paiement s’étale sur 12 mois. [FI-03] [FI-77]"
    portuguese = "O passe custa 24 por mês. [TR-04]"
    wrong = "O passe custa 14 por mês. [TR-04]"
    second = "La majoration est de 10 % et de 20 après un mois. [FI-02]"

    def flagged(*sentences):
        found = expect.call(function, list(sentences), rules)
        if not hasattr(found, "__iter__"):
            return [found]
        return list(found) if hasattr(found, "__len__") else expect.call(list, found)

    expect.true(
        flagged() == [],
        say("05-letter-hidden-empty", "For a letter without sentences the list is empty."),
    )
    expect.true(
        flagged(portuguese, wrong) == [wrong],
        say(
            "05-letter-hidden",
            "With a letter in another language the result is not the expected one.",
        ),
    )
    expect.true(
        two not in flagged(two),
        say(
            "05-letter-hidden-two",
            "A sentence can cite more than one rule, and its numbers can be in any of them.",
        ),
    )
    expect.true(
        half in flagged(half),
        say(
            "05-letter-hidden-half",
            "Where a sentence cites more than one rule, each of them has to exist.",
        ),
    )
    expect.true(
        second in flagged(second),
        say(
            "05-letter-hidden-numbers",
            "Where a sentence contains more than one number, each of them has to be in the rules.",
        ),
    )
