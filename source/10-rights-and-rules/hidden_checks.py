"""What only the grader knows of module 10: the learner's functions on other facts and days."""

from datetime import date

from course.checking import exercise, expect, say

COURT = {
    "ai-system": "yes",
    "scope": "none",
    "practices": "none",
    "product": "no",
    "areas": "justice",
    "justice": "judging",
    "profiling": "no",
    "small-task": "none",
    "contact": "yes",
    "generated": "no",
    "published": "none",
    "sensed": "no",
    "older-high-risk": "public-authorities",
}
PRACTICE = "intimate-images"
IMAGES = {
    "ai-system": "yes",
    "scope": "none",
    "practices": PRACTICE,
    "intimate-images": "purpose",
    "product": "no",
    "areas": "none",
    "contact": "no",
    "generated": "no",
    "published": "none",
    "sensed": "no",
}
POLICE = {**IMAGES, "practices": "live-identification", "live-identification": "police-live-public"}


def _sorted(value, otherwise):
    """The texts in a list that a learner's function returned, sorted."""
    expect.true(
        isinstance(value, list | tuple | set | frozenset)
        and all(isinstance(text, str) for text in value),
        otherwise,
    )
    return sorted(value)


@exercise("classes-on")
def classes_on(function):
    other = say(
        "10-on-hidden",
        "With other facts or another day the classes differ: does your function use both of its "
        "arguments, and return all classes in force?",
    )

    def found(facts, day):
        return _sorted(expect.call(function, facts, day), other)

    expect.true(found(COURT, date(2030, 8, 1)) == ["transparency"], other)
    expect.true(found(COURT, date(2030, 8, 2)) == ["high-risk-annex-iii", "transparency"], other)
    expect.true(found(IMAGES, date(2026, 12, 1)) == [], other)
    expect.true(found(IMAGES, date(2026, 12, 2)) == ["prohibited"], other)
    expect.true(
        found(POLICE, date(2026, 12, 2)) == ["prohibited"],
        say(
            "10-on-hidden-role",
            "For a practice that is prohibited to those who use it the classes differ: which role "
            "does your function give?",
        ),
    )


@exercise("ways-to")
def ways_to(function):
    other = say(
        "10-ways-hidden",
        "With other facts or another class the ways differ: does your function use all three of "
        "its arguments?",
    )

    def ways(facts, day, wanted):
        found = expect.call(function, dict(facts), day, wanted)
        is_list = isinstance(found, (list, tuple, set, frozenset))
        expect.true(
            is_list and all(isinstance(each, (list, tuple)) and len(each) == 2 for each in found),
            other,
        )
        return {
            (name, after if isinstance(after, str) else ",".join(after)) for name, after in found
        }

    day = date(2026, 12, 1)
    expect.true(
        ways(COURT, day, "exempted")
        == {
            ("small-task", "procedural"),
            ("small-task", "improving"),
            ("small-task", "patterns"),
            ("small-task", "preparatory"),
        },
        other,
    )
    nothing = {**IMAGES, "practices": "none", "contact": "yes"}
    expect.true([name for name, _ in ways(nothing, day, "not-ai")] == ["ai-system"], other)
    new = ("practices", "intimate-images")
    expect.true(new in ways(nothing, day, "transparency"), other)
    expect.true(new not in ways(nothing, date(2026, 12, 2), "transparency"), other)
    expect.true(("practices", "live-identification") in ways(nothing, day, "prohibited"), other)


@exercise("duties-on")
def duties_on(function):
    other = say(
        "10-duties-hidden",
        "With other facts, another role or another day the duties differ: does your function use "
        "all three of its arguments?",
    )
    now, later = date(2026, 11, 28), date(2030, 8, 2)
    expect.true(
        _sorted(expect.call(function, COURT, "provider", now), other)
        == ["Article 4", "Article 50(1)"],
        other,
    )
    found = _sorted(expect.call(function, COURT, "public-body", now), other)
    expect.true(found == ["Article 4"], other)
    found = _sorted(expect.call(function, COURT, "public-body", later), other)
    expect.true("Article 27" in found and "Article 86" not in found, other)


@exercise("binding-table")
def binding_table(function):
    other = say(
        "10-table-hidden",
        "With other countries, institutions or days the table differs: does your function use all "
        "three of its arguments?",
    )
    day = date(2026, 11, 28)
    found = expect.call(function, ["canada", "united-states"], "statistics-office", day)
    expect.true(isinstance(found, dict), other)
    expect.true(
        [len(found.get(name, ())) for name in ("canada", "united-states")] == [1, 1],
        other,
    )
    found = expect.call(function, ["canada"], "executive", date(2020, 3, 31))
    expect.true(isinstance(found, dict) and len(found.get("canada", "?")) == 0, other)
