"""What must hold of the measures in an artefact: of each, between them, and with what was measured."""

from collections.abc import Collection, Iterator, Sequence

from course.checking.messages import say
from course.dossier.faults import Fault, decimals, fault
from course.dossier.measures import ALL, DIFFERENCES, Measure

FEWEST_DIGITS = 2
"""A number that is written with fewer is compared as if zeros stood in their place."""

TRAINING = ("train", "entraînement", "entrainement", "entrenamiento", "treino", "treinamento")


def about_each(measures: Sequence[Measure], where: str) -> Iterator[Fault]:
    """What a single measure has to hold, and that none stands there twice."""
    seen = set()
    for number, measure in enumerate(measures, 1):
        place = f"{where}.{number}"
        if measure.data and any(word in measure.data.lower() for word in TRAINING):
            yield fault(
                say(
                    "measure-training",
                    "`{where}`: on the data that it learned from a model looks better than it is. "
                    "Measure on data that it has not seen.",
                ),
                f"{place}.data",
            )
        if measure.count == 0:
            yield fault(
                say(
                    "measure-nobody",
                    "`{where}`: a rate that rests on nobody is none: leave it out.",
                ),
                f"{place}.count",
            )
        if not _in_order(measure):
            yield fault(
                say(
                    "measure-interval",
                    "`{where}`: an interval runs from low to high, and a rate lies within its own.",
                ),
                place,
            )
        if (key := _key(measure)) in seen:
            yield fault(
                say(
                    "measure-twice",
                    "`{where}`: “{metric}” for “{group}” stands here twice: keep one of them.",
                ),
                place,
                metric=measure.metric,
                group=measure.group,
            )
        seen.add(key)


def _in_order(measure: Measure) -> bool:
    """The interval of a difference may lie above it: groups drawn by chance differ more."""
    low, value, high = measure.low, measure.value, measure.high
    if low is None or value is None or high is None:
        return True
    return low <= high if measure.metric in DIFFERENCES else low <= value <= high


def recomputed(
    measures: Sequence[Measure], attributes: Sequence[Collection[str]], where: str
) -> Iterator[Fault]:
    """Each difference is the largest one between the groups of an attribute.

    `attributes` holds the names of the groups of each; a difference has to fit one of them.
    """
    for number, measure in enumerate(measures, 1):
        rates = DIFFERENCES.get(measure.metric or "", ())
        if not rates or measure.value is None:
            continue
        own = [each for each in measures if each.data == measure.data]
        expected = [_largest(own, rates, groups) for groups in attributes]
        known = [each for each in expected if each is not None]
        place = f"{where}.{number}.value"
        if not known:
            yield fault(
                say(
                    "measure-difference-alone",
                    "`{where}`: give beside this difference the rates between which it lies: "
                    "{rates}, for each group.",
                ),
                place,
                rates=", ".join(rates),
            )
        elif not any(
            abs(measure.value - value) <= slack + _half_unit(measure.value) + 1e-9
            for value, slack in known
        ):
            yield fault(
                say(
                    "measure-difference",
                    "`{where}` says {value}; between the rates of the groups that are listed it "
                    "is {expected}.",
                ),
                place,
                value=measure.value,
                expected=round(known[0][0], 4),
            )


def _largest(
    measures: Sequence[Measure], rates: Sequence[str], groups: Collection[str]
) -> tuple[float, float] | None:
    """The largest difference of the rates between groups, and what their rounding may add."""
    found = []
    for rate in rates:
        values = [
            measure.value
            for measure in measures
            if measure.metric == rate and measure.group in groups and measure.value is not None
        ]
        if len(values) < 2:
            return None
        found.append((max(values) - min(values), sum(sorted(map(_half_unit, values))[-2:])))
    return max(found)


def compared(
    measures: Sequence[Measure], measured: Sequence[Measure], where: str
) -> Iterator[Fault]:
    """Each number equals the measured one at the digits written, and no group is left out."""
    for number, measure in enumerate(measures, 1):
        place = f"{where}.{number}"
        same = [each for each in measured if _key(each) == _key(measure)]
        if None in _key(measure):
            continue
        if not same:
            yield fault(
                say(
                    "measure-not-measured",
                    "`{where}`: “{metric}” for “{group}” on “{data}” is not among the numbers of "
                    "the notebook.",
                ),
                place,
                metric=measure.metric,
                group=measure.group,
                data=measure.data,
            )
            continue
        for name in ("value", "low", "high", "count"):
            written, found = getattr(measure, name), [getattr(each, name) for each in same]
            if written is not None and not any(_equal(written, each) for each in found):
                yield fault(
                    say(
                        "measure-untrue",
                        "`{where}` says {written}; the notebook has another number for “{metric}”, "
                        "“{group}”.",
                    ),
                    f"{place}.{name}",
                    written=written,
                    metric=measure.metric,
                    group=measure.group,
                )
    held = {measure.group for measure in measures}
    for group in dict.fromkeys(measure.group for measure in measured):
        if group not in held:
            yield fault(
                say(
                    "measure-group-left-out",
                    "`{where}`: the notebook measured the group “{group}”, which is left out here.",
                ),
                where,
                group=group,
            )


def _key(measure: Measure) -> tuple[str | None, str | None, str | None]:
    return measure.metric, measure.group, measure.data


def _equal(written: float, measured: float | None) -> bool:
    if measured is None or isinstance(written, int):
        return written == measured
    return abs(written - measured) <= _half_unit(written) + 1e-9


def _half_unit(value: float) -> float:
    """Half of the last digit that is written: how far rounding may have moved a number."""
    return 0.5 * 10 ** -max(decimals(value), FEWEST_DIGITS)
