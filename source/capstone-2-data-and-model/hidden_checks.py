"""What only the grader knows of checkpoint 2: the scores on hidden comments.

The bounds are those of course/project/scale.yml, which the assignment states.
"""

import os

from course.checking import exercise, expect, say
from course.checking.notebook_check import GRADER_FOLDER as CHECKS_FOLDER
from course.project import as_arrived, grow, hidden_comments, hidden_scores, project_of
from course.project.scoring import duplicates as f1_of_pairs
from course.project.scoring import scale

BOUNDS, OWN_BOUNDS = scale().ranges, scale().own_code


def found(name, service, texts, bounds):
    """The share of the points for a score, and the score itself."""
    scores = hidden_scores(service, texts)
    return bounds[name].share(scores.values[name]), scores.values[name]


def is_own(texts):
    """Whether the team works on a service of its own."""
    return project_of(texts).way != "civicly"


def on_own_data(service, texts, *names):
    """Points for scores on a team's own data, the same for each, and what the scores are."""
    scores = hidden_scores(service, texts)
    grow(
        sum(scores.share(name) for name in names) / len(names),
        say(
            "capstone-2-own-part",
            "On the part kept aside: {values}. All points are given from: {bounds}.",
            values="; ".join(f"{scores.values[name]:.2f}" for name in names),
            bounds="; ".join(f"{scores.ranges[name].good:.2f}" for name in names),
        ),
    )


@exercise("routing")
def routing(service, texts):
    if is_own(texts):
        return on_own_data(service, texts, "routing")
    share, value = found("routing", service, texts, BOUNDS)
    grow(
        share,
        say(
            "capstone-2-routing-hidden",
            "On the hidden comments, routing is {value}. The table of choices says what the features and "
            "the hand-over give, and what they cost.",
            value=round(value, 2),
        ),
    )


@exercise("urgent")
def urgent(service, texts):
    if is_own(texts):
        return on_own_data(service, texts, "urgent")
    share, value = found("urgent", service, texts, BOUNDS)
    grow(
        share,
        say(
            "capstone-2-urgent-hidden",
            "On the hidden comments, {value} of the critical ones are read on the day. What has the order "
            "been learned from?",
            value=round(value, 2),
        ),
    )


@exercise("never-alone")
def never_alone(service, texts):
    if is_own(texts):
        return on_own_data(service, texts, "never-alone")
    share, value = found("never-alone", service, texts, BOUNDS)
    grow(
        share,
        say(
            "capstone-2-never-hidden",
            "On the hidden comments, {value} of those about a threat to life or a child in danger"
            " reach a person. More words find more of them, provided that not too many other "
            "comments are handed over.",
            value=round(value, 2),
        ),
    )


@exercise("hand-over")
def hand_over(service, texts):
    if is_own(texts):
        return on_own_data(service, texts, "hand-over")
    share, value = found("hand-over", service, texts, BOUNDS)
    grow(
        share,
        say(
            "capstone-2-hand-over-hidden",
            "On the hidden comments, the Brier skill of the confidence is {value}. On which comments has "
            "the service found out how sure it can be? And does it decide between 50% and 95% alone?",
            value=round(value, 2),
        ),
    )


@exercise("duplicates")
def duplicates(function):
    comments = hidden_comments(os.environ.get(CHECKS_FOLDER, "."))
    pairs = expect.call(function, as_arrived(comments))
    value = f1_of_pairs(comments, [(str(one), str(other)) for one, other in pairs])
    grow(
        BOUNDS["duplicates"].share(value),
        say(
            "capstone-2-duplicates-hidden",
            "On the hidden comments, the F1 of your pairs is {value}. Look at some pairs on the test part: "
            "are they the same, or only alike?",
            value=round(value, 2),
        ),
    )


@exercise("reason")
def reason(function):
    other = say(
        "capstone-2-reason-hidden",
        "With other texts the reason is not right: compare words in small letters, quote the "
        "word as the text writes it, and quote nothing where no word has a weight above 0.",
    )
    for text, weights, word in (
        (
            "La ALCANTARILLA huele, señor.",
            {"alcantarilla": 1.5, "huele": 0.9, "señor": -2},
            "ALCANTARILLA",
        ),
        ("l’école est fermée", {"école": 0.2, "pont": 3}, "école"),  # codespell:ignore pont
        ("A light, a light!", {"light": 0.1}, "light"),
        ("nothing known", {"lamp": 2, "nothing": -1}, ""),
        ("", {"lamp": 2}, ""),
    ):
        found = expect.call(function, text, weights, "Parks")
        expect.true(isinstance(found, str) and "Parks" in found, other)
        quoted = found.partition("“")[2].partition("”")[0]
        expect.true(quoted == word and ("“" in found) == bool(word), other)


@exercise("own-model")
def own_model(service, texts):
    if is_own(texts):
        return on_own_data(service, texts, "routing", "urgent")
    routed, value = found("routing", service, texts, OWN_BOUNDS)
    read, first = found("urgent", service, texts, OWN_BOUNDS)
    grow(
        (routed + read) / 2,
        say(
            "capstone-2-own-hidden",
            "On the hidden comments, routing is {value}, and {first} of the critical ones are read on the "
            "day. Which of the two has room?",
            value=round(value, 2),
            first=round(first, 2),
        ),
    )


@exercise("gap")
def gap(service, texts):
    if is_own(texts):
        return on_own_data(service, texts, "gap")
    share, value = found("gap", service, texts, OWN_BOUNDS)
    routed, _ = found("routing", service, texts, OWN_BOUNDS)
    grow(
        min(share, routed),
        say(
            "capstone-2-gap-hidden",
            "On the hidden comments, the gap between the groups is {value}. These points are never more than "
            "the routing earns.",
            value=round(value, 2),
        ),
    )
