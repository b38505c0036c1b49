"""Simulated classes of known truth: python -m tests.classroom.pages.simulated [RUNS]

Learners answer by the two-parameter logistic model (A. Birnbaum, in F. M. Lord and M. R. Novick,
Statistical Theories of Mental Test Scores, 1968, chapter 17): the probability of a right answer is
1 / (1 + exp(-a (ability - b))), with the item's discrimination a and difficulty b, and ability
standard normal. In one language one item can be harder: b is larger there.
"""

import sys
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from classroom.pages.report import statistics

SIZES = (34, 200, 1000)
LANGUAGES = np.array(["en", "fr", "es", "pt"])
SHARES = np.array([0.4, 0.3, 0.2, 0.1])

DISCRIMINATION = np.array([0.2, 0.5, 0.8, 1.0, 1.2, 1.5, 1.8, 2.2, 1.0, 0.7, 1.4])
DIFFICULTY = np.array([0.0, -1.0, 0.5, -1.5, 0.0, 1.0, -0.5, 0.3, -2.2, 1.6, -0.8])
PLANTED = 4
"""The item that is harder in French, when a gap is planted."""

GAP = 2.0
"""By how much its b is larger there."""


@dataclass(frozen=True)
class World:
    """What is simulated: `gap` is the planted one, `less_able` is by how much French learners'
    mean ability is lower, `partial` whether items have four steps of points."""

    gap: float = 0.0
    less_able: float = 0.0
    partial: bool = False


def answers(world: World, n: int, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """The scores of n learners, shape (n, items), and the language of each."""
    languages = random.choice(LANGUAGES, size=n, p=SHARES)
    french = languages == "fr"
    ability = random.normal(size=n) - world.less_able * french
    b = np.tile(DIFFICULTY, (n, 1))
    b[french, PLANTED] += world.gap

    def right() -> np.ndarray:
        chance = 1 / (1 + np.exp(-DISCRIMINATION * (ability[:, None] - b)))
        return (random.random(chance.shape) < chance) * 1.0

    if not world.partial:
        return right(), languages
    return (right() + right() + right()) / 3, languages


@lru_cache
def truth(world: World) -> tuple[np.ndarray, np.ndarray, float]:
    """Difficulty and item-rest correlation of each item, and the gap of French in the planted one.

    All from a population of one million, simulated once; without a planted gap, the gap is 0.
    """
    scores, languages = answers(world, 1_000_000, np.random.default_rng(1))
    rest = statistics.rests(scores)
    correlations = [np.corrcoef(scores[:, j], rest[:, j])[0, 1] for j in range(scores.shape[1])]
    french = (languages == "fr") * 1.0
    table = np.column_stack([np.ones(len(french)), rest[:, PLANTED], french])
    gap = np.linalg.lstsq(table, scores[:, PLANTED], rcond=None)[0][2]
    return scores.mean(axis=0), np.array(correlations), float(gap) if world.gap else 0.0


@dataclass
class Coverage:
    """How often the truth lay in an interval, and what was flagged, over some classes of n."""

    n: int
    difficulty: list[bool]
    correlation: list[bool]
    without: int
    """Correlations that were not computed, since too few learners differed."""
    gap: list[bool]
    found: int
    """Classes in which the planted gap was flagged."""
    classes_with_false_flags: int
    runs: int
    below: list[bool]
    """Items flagged as weak, of those whose true correlation is 0.2 or more."""


def measure(world: World, n: int, runs: int, permutations: int = 999) -> Coverage:
    """Analyse `runs` classes of n learners, each with its own seed."""
    difficulty, correlation, gap = truth(world)
    result = Coverage(n, [], [], 0, [], 0, 0, runs, [])
    for run in range(runs):
        scores, languages = answers(world, n, np.random.default_rng([n, run]))
        rest = statistics.rests(scores)
        for j in range(scores.shape[1]):
            found = statistics.difficulty(scores[:, j])
            result.difficulty.append(found.low <= difficulty[j] <= found.high)
            correlated = statistics.item_rest_correlation(scores[:, j], rest[:, j])
            if correlated is None:
                result.without += 1
                continue
            result.correlation.append(correlated.low <= correlation[j] <= correlated.high)
            if correlation[j] >= statistics.WEAK:
                result.below.append(correlated.high < statistics.WEAK)
        gaps = statistics.group_gaps(
            scores, scores, list(languages), smallest=5, permutations=permutations
        )
        for each in gaps:
            if each.item == PLANTED and each.group == "fr":
                result.gap.append(each.low <= gap <= each.high)
                result.found += bool(world.gap) and each.beyond_chance
        result.classes_with_false_flags += any(
            each.beyond_chance for each in gaps if not (world.gap and each.item == PLANTED)
        )
    return result


def share(held: list[bool]) -> float:
    return sum(held) / len(held) if held else float("nan")


def main(runs: int) -> None:
    """Print the measured coverage by world and number of learners."""
    worlds = {
        "no gap": World(),
        "no gap, French less able by 0.5 sd": World(less_able=0.5),
        "no gap, partial credit": World(partial=True),
        "gap in French": World(gap=GAP),
    }
    print(f"{runs} classes each; coverage of 95% intervals")
    print(f"{'world':<36} {'n':>5} {'diffic.':>8} {'corr.':>7} {'none':>5} {'gap':>6} "
          f"{'found':>6} {'false':>6} {'weak?':>6}")  # fmt: skip
    for name, world in worlds.items():
        for n in SIZES:
            found = measure(world, n, runs)
            print(
                f"{name:<36} {n:>5} "
                f"{share(found.difficulty):>8.4f} {share(found.correlation):>7.4f}"
                f" {found.without:>5} {share(found.gap):>6.3f} {found.found / runs:>6.3f} "
                f"{found.classes_with_false_flags / runs:>6.3f} {share(found.below):>6.3f}"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
