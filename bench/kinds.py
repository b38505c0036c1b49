"""The kinds of notebooks that are measured: five extremes beside the realistic one.

Each has right and wrong answers, and the wrong ones fail in a test, not in the notebook's form.
"""

import random

from bench.course import REALISTIC, Assignment, Cell

# Small: three tests, no libraries

VOWELS = """\
def vowels(text):
    \"\"\"How many vowels a text has.\"\"\"
    return sum(letter in "aeiou" for letter in text.lower())"""

MEDIAN = """\
def median(values):
    \"\"\"The middle of the values, or the mean of the two in the middle.\"\"\"
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2"""

COUNTS = """\
counts = {}
for word in "the form asks for the date and the name".split():
    counts[word] = counts.get(word, 0) + 1"""

SMALL = Assignment(
    "small",
    (
        Cell("setup", 'sentence = "Each office asks for an Income"'),
        Cell("vowels", VOWELS, released="def vowels(text): ..."),
        Cell("test-vowels", "assert vowels(sentence) == 11\nassert vowels('') == 0", 1),
        Cell("median", MEDIAN, released="def median(values): ..."),
        Cell("test-median", "assert median([3, 1, 2]) == 2\nassert median([4, 1, 2, 3]) == 2.5", 1),
        Cell("counts", COUNTS, released="counts = ..."),
        Cell("test-counts", 'assert counts["the"] == 3\nassert len(counts) == 7', 1),
    ),
    (
        {},
        {"vowels": VOWELS.replace("text.lower()", "text")},
        {},
        {"median": MEDIAN.replace("sorted(values)", "values")},
    ),
)

# Numerical: numpy and scipy in cells and tests

NUMERICAL_IMPORTS = """\
import numpy as np
from scipy import integrate, linalg, optimize

readings = np.loadtxt("readings.csv", delimiter=",", skiprows=1)
hours, load = readings.T"""

FIT = """\
def daily(hour, base, swing, phase):
    return base + swing * np.sin(2 * np.pi * (hour - phase) / 24)

fitted, _ = optimize.curve_fit(daily, hours, load, p0=[50, 10, 3])"""

HEAT = """\
def heat(temperatures, steps):
    \"\"\"A plate with fixed edges after some steps: each point is its neighbours' mean.\"\"\"
    plate = np.array(temperatures, dtype=float)
    for _ in range(steps):
        plate[1:-1, 1:-1] = (
            plate[:-2, 1:-1] + plate[2:, 1:-1] + plate[1:-1, :-2] + plate[1:-1, 2:]
        ) / 4
    return plate"""

HEAT_TEST = """\
plate = np.zeros((120, 120))
plate[0] = 100
done = heat(plate, 800)
assert done.shape == (120, 120)
assert (done[0] == 100).all() and (plate[1:] == 0).all()
assert 30 < done[10, 60] < 75
np.testing.assert_allclose(done[:, 10], done[:, -11], rtol=1e-9)"""

SPREAD = """\
def spread(rate, recovery, days):
    \"\"\"The share of people who are ill on each day.\"\"\"
    def change(_, state):
        well, ill = state
        return [-rate * well * ill, rate * well * ill - recovery * ill]
    times = np.linspace(0, days, 10 * days + 1)
    solved = integrate.solve_ivp(change, (0, days), [0.99, 0.01], t_eval=times, rtol=1e-8)
    return solved.y[1]"""

SPREAD_TEST = """\
for rate in np.linspace(0.2, 0.9, 8):
    ill = spread(rate, 0.1, 100)
    assert ill.shape == (1001,)
    assert abs(ill[0] - 0.01) < 1e-9 and ill.max() < 1
    assert (ill.max() > 0.2) == (rate > 0.2)"""

BASIS = """\
rng = np.random.default_rng(7)
mixed = rng.normal(size=(400, 60)) @ rng.normal(size=(60, 150))
_, strengths, basis = linalg.svd(mixed, full_matrices=False)
rank = int((strengths > 1e-9 * strengths[0]).sum())"""

BASIS_TEST = """\
assert rank == 60
np.testing.assert_allclose(basis @ basis.T, np.eye(150), atol=1e-8)
assert (np.diff(strengths) <= 0).all()
kept = mixed @ basis[:rank].T @ basis[:rank]
np.testing.assert_allclose(kept, mixed, atol=1e-7)"""

NUMERICAL = Assignment(
    "numerical",
    (
        Cell("imports", NUMERICAL_IMPORTS),
        Cell("fit", FIT, released="fitted = ..."),
        Cell("test-fit", "np.testing.assert_allclose(fitted, [42, 11, 6], rtol=0.05)", 2),
        Cell("heat", HEAT, released="def heat(temperatures, steps): ..."),
        Cell("test-heat", HEAT_TEST, 2),
        Cell("spread", SPREAD, released="def spread(rate, recovery, days): ..."),
        Cell("test-spread", SPREAD_TEST, 2),
        Cell("basis", BASIS, released="rank = ..."),
        Cell("test-basis", BASIS_TEST, 2),
    ),
    (
        {},
        {"heat": HEAT.replace("np.array(temperatures, dtype=float)", "temperatures")},
        {},
        {
            "spread": SPREAD.replace("- recovery * ill]", "]"),
            "basis": BASIS.replace("1e-9 * strengths[0]", "100"),
        },
    ),
    files=lambda: {"readings.csv": _readings(4_000)},
)


def _readings(rows: int) -> str:
    """A made-up load of a network: hour, megawatts."""
    chance = random.Random(1)
    # (1 - cos) of the hour, as a series whose sine begins at six: no numpy is needed to make it.
    daily = [0, 2.85, 5.5, 7.78, 9.53, 10.63, 11, 10.63, 9.53, 7.78, 5.5, 2.85]
    daily += [-each for each in daily]
    lines = ["hour,load"]
    for hour in range(rows):
        lines.append(f"{hour},{42 + daily[(hour - 6) % 24] + chance.gauss(0, 1.5):.3f}")
    return "\n".join(lines) + "\n"


# Figures: thirty of them

FIGURE_IMPORTS = """\
import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(3)
waits = rng.gamma(2, 9, size=(10, 300))"""

DRAWN = """\
figure_{n}, ax_{n} = plt.subplots(figsize=(6, 3.5))
ax_{n}.hist(waits[{n}], bins=20, label="waits")
ax_{n}.set(title="Office {n}", xlabel="days", ylabel="applications")
ax_{n}.legend()
plt.show()

plt.scatter(waits[{n}], np.roll(waits[{n}], 1), s=8)
plt.title("One wait and the next, office {n}")
plt.xlabel("days")
plt.show()

_, (left, right) = plt.subplots(1, 2, figsize=(7, 3))
left.plot(np.sort(waits[{n}]), np.linspace(0, 1, 300))
right.boxplot([waits[{n}], waits[{n}] / 2])
plt.tight_layout()
plt.show()"""

DRAWN_TEST = """\
assert ax_{n}.get_title() == "Office {n}"
assert ax_{n}.get_xlabel(), "the axis has no name"
assert len(ax_{n}.patches) == 20"""


def _drawn(number: int) -> tuple[Cell, ...]:
    answer = Cell(
        f"draw-{number}", DRAWN.format(n=number), released=f"figure_{number}, ax_{number} = ..."
    )
    if number % 2:
        return (answer,)
    return answer, Cell(f"test-draw-{number}", DRAWN_TEST.format(n=number), 1)


FIGURES = Assignment(
    "figures",
    (Cell("imports", FIGURE_IMPORTS), *(cell for n in range(10) for cell in _drawn(n))),
    (
        {},
        {"draw-2": DRAWN.format(n=2).replace("bins=20", "bins=10")},
        {},
        {"draw-4": DRAWN.format(n=4).replace(', xlabel="days"', "")},
    ),
)

# Calls: 2,000 into a function of the learner

LEAP = """\
def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)"""

LEAP_TEST = """\
import calendar
for year in range(1, 1601):
    assert is_leap(year) == calendar.isleap(year), year"""

INITIALS = """\
def initials(name, separator):
    return separator.join(part[0].upper() for part in name.split())"""

INITIALS_TEST = """\
for number in range(400):
    name = f"anna b{number} carla"
    assert initials(name, ".") == "A.B.C\""""

CALLS = Assignment(
    "calls",
    (
        Cell("setup", "import math"),
        Cell("leap", LEAP, released="def is_leap(year): ..."),
        Cell("test-leap", LEAP_TEST, 2),
        Cell("initials", INITIALS, released="def initials(name, separator): ..."),
        Cell("test-initials", INITIALS_TEST, 2),
    ),
    (
        {},
        {"leap": LEAP.replace("% 400", "% 800")},
        {},
        {"initials": INITIALS.replace(".upper()", "")},
    ),
)

# Heavy: own cells that compute for seconds

PRIMES = """\
def primes_below(end):
    found = []
    for number in range(2, end):
        if all(number % prime for prime in found if prime * prime <= number):
            found.append(number)
    return found

primes = primes_below(14_000)"""

QUEUE = """\
import random

chance = random.Random(5)
waits = []
free = [0.0] * 3
arrival = 0.0
for _ in range(600_000):
    arrival += chance.expovariate(1.0)
    desk = free.index(min(free))
    started = max(arrival, free[desk])
    waits.append(started - arrival)
    free[desk] = started + chance.expovariate(0.4)
mean_wait = sum(waits) / len(waits)"""

POWERS = """\
import numpy as np

rng = np.random.default_rng(11)
steps = rng.random((300, 300))
steps /= steps.sum(axis=1, keepdims=True)
state = np.full(300, 1 / 300)
moved = steps
for _ in range(400):
    moved = moved @ steps
state = state @ moved"""

HEAVY = Assignment(
    "heavy",
    (
        Cell("setup", "import math"),
        Cell("primes", PRIMES, released="primes = ..."),
        Cell("test-primes", "assert len(primes) == 1652\nassert primes[-1] == 13999", 1),
        Cell("queue", QUEUE, released="mean_wait = ..."),
        Cell("test-queue", "assert 3 < mean_wait < 4", 1),
        Cell("powers", POWERS, released="state = ..."),
        Cell("test-powers", "assert math.isclose(sum(state), 1, rel_tol=1e-6)", 1),
    ),
    (
        {},
        {"primes": PRIMES.replace("range(2, end)", "range(3, end)")},
        {},
        {"queue": QUEUE.replace("expovariate(0.4)", "expovariate(0.34)")},
    ),
)

KINDS: dict[str, Assignment] = {
    "realistic": REALISTIC,
    "small": SMALL,
    "numerical": NUMERICAL,
    "figures": FIGURES,
    "calls": CALLS,
    "heavy": HEAVY,
}

CLASSES = {
    "realistic": 40,
    "small": 40,
    "numerical": 20,
    "figures": 12,
    "calls": 12,
    "heavy": 8,
}
"""How many hand in, unless the command says otherwise."""
