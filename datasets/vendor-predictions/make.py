"""Makes vendor-predictions.csv: a synthetic trial of a system that looks for critical comments.

Usage: python datasets/vendor-predictions/make.py

Everything that was decided stands in parameters.yml beside this script. The same parameters give
the same bytes in every Python from 3.11: chance is only `Random(seed).random()`, and sums are exact
(math.fsum), since Python 3.12 changed how sum() adds.
"""

import csv
import io
import math
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parent
TARGET = FOLDER / "vendor-predictions.csv"
PARAMETERS = FOLDER / "parameters.yml"
COLUMNS = (
    "id",
    "month",
    "language",
    "district",
    "channel",
    "literacy",
    "gender",
    "critical",
    "score",
    "flagged",
    "shown",
    "overridden",
)
ROUNDS = 100
"""Enough for the expected shares of the groups to agree with the total."""
EXCHANGES = 4_000
"""Enough for the counts of the groups to come within a comment of what is expected."""

Row = dict[str, Any]


class ParametersError(Exception):
    """Parameters that no table can meet; the message is one line for people."""


def comments(parameters: Mapping[str, Any], random: Random) -> list[Row]:
    """The comments without anything about the system, in order of arrival."""
    rows: list[Row] = []
    for month, numbers in parameters["months"].items():
        for _ in range(numbers["comments"]):
            language = one_of(parameters["language"], random)
            district = one_of(parameters["district"], random)
            literacy = one_of(parameters["literacy"][district], random)
            channel = one_of(parameters["channel"][literacy], random)
            rows.append(
                {
                    "id": f"V{len(rows) + 1:05}",
                    "month": month,
                    "language": language,
                    "district": district,
                    "channel": channel,
                    "literacy": literacy,
                    "gender": one_of(parameters["gender"][channel], random),
                    "cause": None,
                }
            )
    return rows


def one_of(shares: Mapping[str, float], random: Random) -> str:
    """One key, each as likely as its share."""
    point, reached = random.random(), 0.0
    for key, share in shares.items():
        reached += share
        if point < reached:
            return key
    # Shares that add up to 1 on paper may stay a little below it in binary.
    return list(shares)[-1]


def name_causes(rows: Sequence[Row], parameters: Mapping[str, Any], random: Random) -> None:
    """Makes as many comments of each month critical as decided, and says of which cause."""
    for month, numbers in parameters["months"].items():
        for cause in ("usual", "fever"):
            free = [row for row in rows if row["month"] == month and row["cause"] is None]
            weights = [weight(row, parameters["critical weight"][cause]) for row in free]
            for row in drawn(free, weights, numbers[cause], random):
                row["cause"] = cause


def weight(row: Row, factors: Mapping[str, Mapping[str, float]]) -> float:
    product = 1.0
    for column, values in factors.items():
        product *= values.get(row[column], 1.0)
    return product


def drawn(rows: Sequence[Row], weights: Sequence[float], count: int, random: Random) -> list[Row]:
    """`count` of the rows, the chance of each in proportion to its weight.

    Systematic sampling: the rows lie in random order side by side, each as long as its chance, and
    every step of length 1 from a random start picks the row below it.

    Raises ParametersError where the rows do not suffice.
    """
    if count == 0:
        return []
    total = math.fsum(weights)
    chances = [count * each / total for each in weights] if total else []
    if not chances or max(chances) > 1:
        raise ParametersError(f"there are not enough comments to draw {count} from {len(rows)}")
    order = sorted(range(len(rows)), key=lambda _: random.random())
    picked: list[Row] = []
    reached, mark = 0.0, random.random()
    for index in order:
        reached += chances[index]
        if reached > mark and len(picked) < count:
            picked.append(rows[index])
            mark += 1
    if len(picked) != count:
        raise ParametersError(f"drew {len(picked)} comments where {count} were wanted")
    return picked


def flag(rows: Sequence[Row], wanted: Mapping[str, Any], random: Random) -> None:
    """Flags `count` of the rows so that each named group comes near its share.

    Every row gets a chance at which the groups are expected to reach their shares. A first draw
    with these chances is then mended by exchanges, so that the named groups, and the values of the
    columns under `balanced`, do not depart from what is expected by chance alone.
    """
    groups = [(members(rows, group), group["share"]) for group in wanted["share"]]
    groups.append((range(len(rows)), wanted["count"] / len(rows)))
    odds = [1.0] * len(rows)
    for _ in range(ROUNDS):
        for indexes, share in groups:
            now = math.fsum(odds[i] / (1 + odds[i]) for i in indexes) / len(indexes)
            factor = share * (1 - now) / (now * (1 - share))
            for i in indexes:
                odds[i] *= factor
    chances = [each / (1 + each) for each in odds]
    for row in drawn(rows, chances, wanted["count"], random):
        row["flagged"] = "yes"
    exchange(rows, chances, [indexes for indexes, _ in groups] + balanced(rows, wanted), random)


def balanced(rows: Sequence[Row], wanted: Mapping[str, Any]) -> list[list[int]]:
    return [
        members(rows, {column: value})
        for column in wanted["balanced"]
        for value in sorted({row[column] for row in rows})
    ]


def exchange(
    rows: Sequence[Row],
    chances: Sequence[float],
    groups: Sequence[Sequence[int]],
    random: Random,
) -> None:
    """Swaps a flagged and another row wherever that brings the groups nearer to their chances."""
    of_row: list[set[int]] = [set() for _ in rows]
    excess = []
    for number, indexes in enumerate(groups):
        flagged = sum(rows[i]["flagged"] == "yes" for i in indexes)
        excess.append(flagged - math.fsum(chances[i] for i in indexes))
        for i in indexes:
            of_row[i].add(number)
    for _ in range(EXCHANGES):
        one, other = int(random.random() * len(rows)), int(random.random() * len(rows))
        if (rows[one]["flagged"], rows[other]["flagged"]) != ("yes", "no"):
            continue
        loses, gains = sorted(of_row[one] - of_row[other]), sorted(of_row[other] - of_row[one])
        # (e - 1)**2 - e**2 and (e + 1)**2 - e**2, summed: negative where the groups come nearer.
        change = math.fsum([1 - 2 * excess[g] for g in loses] + [1 + 2 * excess[g] for g in gains])
        if change < -1e-6:
            rows[one]["flagged"], rows[other]["flagged"] = "no", "yes"
            for g in loses:
                excess[g] -= 1
            for g in gains:
                excess[g] += 1


def members(rows: Sequence[Row], group: Mapping[str, Any]) -> list[int]:
    """Where in `rows` the group's members stand. Raises ParametersError when there is none."""
    named = {column: value for column, value in group.items() if column != "share"}
    found = [i for i, row in enumerate(rows) if all(row[c] == v for c, v in named.items())]
    if not found:
        raise ParametersError(f"no comment belongs to the group {named}")
    return found


def give_scores(rows: Iterable[Row], parameters: Mapping[str, Any], random: Random) -> None:
    """Fills the bands from the lowest up; scores are whole thousandths, so that none is rounded."""
    bands = parameters["bands"]
    limits = [round(1000 * band["from"]) for band in bands] + [1000]
    threshold = round(1000 * parameters["threshold"])
    rows = list(rows)
    for kind in ("critical", "other"):
        factors = parameters["score weight"][kind]
        for answer in ("no", "yes"):
            group = [row for row in rows if row["kind"] == kind and row["flagged"] == answer]
            group.sort(key=lambda row: weight(row, factors) * random_odds(random))
            start = 0
            for number, band in enumerate(bands):
                low, high = limits[number : number + 2]
                if (low >= threshold) != (answer == "yes"):
                    continue
                inside = group[start : start + band[kind]]
                for place, row in enumerate(inside):
                    share = (place + random.random()) / len(inside)
                    row["score"] = low + int((high - low) * share)
                start += band[kind]
            if start != len(group):
                raise ParametersError(
                    f"the bands hold {start} comments that are {kind}, flagged {answer}; "
                    f"there are {len(group)}"
                )


def random_odds(random: Random) -> float:
    """A positive number, as often below 1 as above it, sometimes very large."""
    chance = random.random()
    return chance / (1 - chance)


def show(rows: Sequence[Row], wanted: Mapping[str, Any], random: Random) -> None:
    """Marks the cases of the demonstration."""
    suitable = [row for row in rows if all(row[c] in among for c, among in wanted["from"].items())]
    for kind in ("critical", "other"):
        for answer, words in (("yes", "flagged"), ("no", "not flagged")):
            group = [row for row in suitable if row["kind"] == kind and row["flagged"] == answer]
            count = wanted[f"{kind} {words}"]
            for row in drawn(group, [1.0] * len(group), count, random):
                row["shown"] = "yes"


def override(rows: Sequence[Row], parameters: Mapping[str, Any], random: Random) -> None:
    """Marks the flags that an official changed, fewer from month to month."""
    months = list(parameters["months"])
    for kind, word in (("other", "wrong"), ("critical", "right")):
        group = [row for row in rows if row["kind"] == kind and row["flagged"] == "yes"]
        for row in group:
            row["overridden"] = "no"
        weights = [1 / (1 + months.index(row["month"])) for row in group]
        for row in drawn(group, weights, parameters["overridden"][word], random):
            row["overridden"] = "yes"


def table(parameters: Mapping[str, Any]) -> list[Row]:
    random = Random(parameters["seed"])
    rows = comments(parameters, random)
    name_causes(rows, parameters, random)
    for row in rows:
        row["kind"] = "critical" if row["cause"] else "other"
        row |= {"critical": "yes" if row["cause"] else "no", "flagged": "no", "shown": "no"}
        row["overridden"] = ""
    flag([row for row in rows if row["kind"] == "critical"], parameters["found"], random)
    flag([row for row in rows if row["kind"] == "other"], parameters["raised"], random)
    give_scores(rows, parameters, random)
    show(rows, parameters["shown"], random)
    override(rows, parameters, random)
    return rows


def as_csv(rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        shown = row | {"score": f"0.{row['score']:03}"}
        writer.writerow(shown[column] for column in COLUMNS)
    return text.getvalue().encode()


def write(content: bytes, target: Path) -> None:
    """Writes all of it or nothing: a run that is stopped leaves the old file as it was."""
    unfinished = target.with_name(target.name + ".part")
    try:
        unfinished.write_bytes(content)
        os.replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)


def main(arguments: list[str]) -> int:
    if arguments:
        print("usage: python datasets/vendor-predictions/make.py", file=sys.stderr)
        return 2
    try:
        parameters = yaml.safe_load(PARAMETERS.read_text(encoding="utf-8"))
        content = as_csv(table(parameters))
    except (OSError, ValueError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        print(f"{PARAMETERS} cannot be read ({reason}); restore it from git", file=sys.stderr)
        return 2
    except ParametersError as error:
        print(f"{PARAMETERS}: {error}; change the numbers there", file=sys.stderr)
        return 2
    write(content, TARGET)
    rows = content.count(b"\n") - 1
    print(f"{TARGET.name}: {rows} rows, {len(content)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
