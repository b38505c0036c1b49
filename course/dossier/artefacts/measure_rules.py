"""Rules for measures: for each, between them, and against the measured numbers."""

from collections.abc import Collection, Iterator, Sequence

from course.checking.messages import say
from course.dossier.artefacts.measures import ALL, DIFFERENCES, Measure
from course.dossier.fields.faults import Fault, decimals, fault
from course.dossier.fields.keys import KeyNames, key_name, keys_named

TRAINING = say(
    "measure-training",
    "`{where}`: on the data that it learned from, a model looks better than it is. Measure it on "
    "data that it has not seen.",
)
NOBODY = say(
    "measure-nobody", "`{where}`: a rate that rests on nobody is not a rate. Leave it out."
)
INTERVAL = say(
    "measure-interval",
    "`{where}`: an interval runs from `low` to `high`, and the value lies in it.",
)
BELOW_ZERO = say(
    "measure-below-zero",
    "`{where}`: a rate is a share of people and not below 0. Only a difference between two rates "
    "can be.",
)
TWICE = say(
    "measure-twice", "`{where}`: “{metric}” for “{group}” occurs here twice. Keep one of them."
)
ALONE = say(
    "measure-difference-alone",
    "`{where}`: between which rates is this the difference? Add for each group: {rates}.",
)
DIFFERENCE = say(
    "measure-difference",
    "`{where}` says {value}; between the rates of the groups that are listed it is {expected}.",
)
NOT_MEASURED = say(
    "measure-not-measured",
    "`{where}`: “{metric}” for “{group}” on “{data}” is not among the numbers of the notebook.",
)
MISMATCH = say(
    "measure-untrue",
    "`{where}` says {written}; for “{metric}”, “{group}”, the notebook has {measured}.",
)
LEFT_OUT = say(
    "measure-group-left-out",
    "`{where}`: the notebook measured the group “{group}”, which is left out here.",
)

TRAINING_NAMES = (
    "train", "entraînement", "entrainement", "apprentissage", "entrenamiento", "trein",
)  # fmt: skip
"""Beginnings of the names of training data, in the languages of the course."""

FEWEST_DIGITS = 2
"""Decimals at which a number is compared at least; 0.5 is compared as 0.50."""

FLOAT_SLACK = 1e-9
"""Tolerance for the rounding of floats."""

DRAWN_SLACK = 0.0015
"""Tolerance for the ends of an interval: bootstrap draws can differ between machines."""


def about_each(measures: Sequence[Measure], where: str) -> Iterator[Fault]:
    """The faults of each measure by itself, and of measures that are listed twice."""
    seen = set()
    for number, measure in enumerate(measures, 1):
        place = f"{where}.{number}"
        if (measure.data or "").lower().startswith(TRAINING_NAMES):
            yield fault(TRAINING, f"{place}.data")
        if measure.count == 0:
            yield fault(NOBODY, f"{place}.count")
        if not _in_order(measure):
            yield fault(INTERVAL, place)
        yield from _below_zero(measure, place)
        if _key(measure) in seen:
            yield fault(TWICE, place, **keys_named(measure))
        seen.add(_key(measure))


def _in_order(measure: Measure) -> bool:
    low, value, high = measure.low, measure.value, measure.high
    return low is None or value is None or high is None or low <= value <= high


def _below_zero(measure: Measure, place: str) -> Iterator[Fault]:
    """The numbers below 0 of a rate. The largest difference is not below 0; its interval can be,
    and so can one group's difference from the others."""
    is_difference = measure.metric in DIFFERENCES
    for field in ("value", "low", "high"):
        number = getattr(measure, field)
        can_be = is_difference and (measure.group != ALL or field != "value")
        if number is not None and number < 0 and not can_be:
            yield fault(BELOW_ZERO, f"{place}.{field}")


def recomputed(
    measures: Sequence[Measure], attributes: Sequence[Collection[str]], where: str
) -> Iterator[Fault]:
    """The faults of differences that are not the largest one between the groups of an attribute.

    One group's difference from all others is not recomputed: it depends on how many they are.
    `attributes` holds the group names of each attribute; a difference must fit one attribute.
    """
    for number, measure in enumerate(measures, 1):
        rates = DIFFERENCES.get(measure.metric or "", ())
        if not rates or measure.value is None or measure.group not in (ALL, None):
            continue
        place = f"{where}.{number}.value"
        beside = [each for each in measures if each.data == measure.data]
        found = [_largest(beside, rates, groups) for groups in attributes]
        expected = [each for each in found if each is not None]
        if not expected:
            yield fault(ALONE, place, rates=KeyNames("metric", rates))
        elif all(
            abs(measure.value - value) > slack + _half_unit(measure.value) + FLOAT_SLACK
            for value, slack in expected
        ):
            value = round(expected[0][0], 4)
            yield fault(DIFFERENCE, place, value=measure.value, expected=value)


def _largest(
    measures: Sequence[Measure], rates: Sequence[str], groups: Collection[str]
) -> tuple[float, float] | None:
    """The largest difference of the rates between groups, and its error by rounded rates."""
    found = []
    for rate in rates:
        values = [
            measure.value
            for measure in measures
            if measure.metric == rate and measure.group in groups and measure.value is not None
        ]
        if len(values) < 2:
            return None
        slack = 2 * max(_half_unit(value) for value in values)
        found.append((max(values) - min(values), slack))
    return max(found)


def compared(
    measures: Sequence[Measure], measured: Sequence[Measure], where: str
) -> Iterator[Fault]:
    """The faults of numbers that differ from the measured ones, and of groups left out.

    Numbers are compared at the digits that are written.
    """
    for number, measure in enumerate(measures, 1):
        if None not in _key(measure):
            same = [each for each in measured if _key(each) == _key(measure)]
            yield from _compared(measure, same, f"{where}.{number}")
    held = {measure.group for measure in measures}
    for group in dict.fromkeys(measure.group for measure in measured):
        if group not in held:
            yield fault(LEFT_OUT, where, group=key_name("group", group))


def _compared(measure: Measure, same: Sequence[Measure], where: str) -> Iterator[Fault]:
    named = keys_named(measure)
    if not same:
        yield fault(NOT_MEASURED, where, data=key_name("data", measure.data), **named)
        return
    for field in ("value", "low", "high", "count"):
        written, slack = getattr(measure, field), DRAWN_SLACK if field in ("low", "high") else 0
        if written is not None and not any(
            equal(written, getattr(each, field), slack) for each in same
        ):
            found = getattr(same[0], field)
            yield fault(MISMATCH, f"{where}.{field}", written=written, measured=found, **named)


def _key(measure: Measure) -> tuple[str | None, str | None, str | None]:
    return measure.metric, measure.group, measure.data


def equal(written: float, measured: float | None, slack: float = 0) -> bool:
    """Whether a number is the measured one at the digits that are written."""
    if measured is None or isinstance(written, int):
        return written == measured
    return bool(abs(written - measured) <= _half_unit(written) + slack + FLOAT_SLACK)


def _half_unit(value: float) -> float:
    """Half a unit of the last digit written: the largest error by rounding."""
    return 0.5 * 10.0 ** -max(decimals(value), FEWEST_DIGITS)
