"""docs/attacks.md: what each attack reaches at each level of isolation, to read and to compare."""

import re
from pathlib import Path

from tests.autograder.attacks.catalogue import ATTACKS

PATH = Path(__file__).parents[3] / "docs" / "attacks.md"
LEVELS = ("landlock", "namespaces", "cgroup")
BY_USER = "{level}, ordinary user"
COLUMNS = (*LEVELS, *(BY_USER.format(level=level) for level in LEVELS[:2]))
HELD = "held"
UNKNOWN = "not measured"

HEAD = """\
# What the autograder withstands

Made by `AI4GOV_WRITE_DOCS=1 python -m pytest tests/autograder/attacks`; a test compares it with
what is measured. Each line is a submission that a learner could hand in. It was graded in one class
with other submissions, some of them honest, whose points, files and secrets were looked at
afterwards. The course's files stood open to every user of the machine, so nothing but the box kept
them.

- **held**: it got no point more than honest work would have earned, read nothing that it may not
  see (tests, expected values, solutions, hidden checks, other submissions, the gradebook, the
  grader's environment), changed nothing, reached no socket, and left no file and no process.
- Everything else says what it has reached.
- **not measured**: it has not been tried there yet, or the machine on which the table was made
  cannot have that level.

The columns are the levels of isolation that `ai4gov doctor` tells of; the first three were graded
by root, the others by a user without rights. Nothing is graded below
`namespaces` unless the instructor asks for it. At `namespaces` each process of a submission has
its bound of memory, but many of them together can take many times that: where strangers' code is
graded, use `cgroup` (grade as root, or in a cgroup that is delegated to you). Below that, at
`landlock`, files outside are closed too, but a submission can reach listening sockets of the
machine that have a path, can fill the disk and the folders in memory with many files, and sees
which processes run and what /proc says of the machine. At the
levels `limits` and `none` a submission can read and write whatever the grading user can: a test
shows it with five of these attacks, and the others were not tried there.

These tests run in the examiner, apart from the learner's code. An assignment whose tests run in
the learner's process (`c.Execute.in_process`) can be forged by its learners at every level.

What remains at every level:

- Missing values (`NaN`, `pd.NA`) and empty arrays pass some tests, as they do in one process.
  [grading.md](grading.md) says which, and `ai4gov doctor ASSIGNMENT` finds many of them.
- The learner's process and the examiner are forked from one process, so the addresses of objects
  and the seed of hashes are the same in both. This gives nothing away by itself, but an attack on
  the memory of a parser in the examiner would meet a known layout.
- What is public is known to learners: [project.md](project.md) says what this means for the
  service of checkpoint 2.
"""


def read() -> dict[str, dict[str, str]]:
    """What the committed table says: by attack, by level."""
    if not PATH.is_file():
        return {}
    cells = r"(?:\|[^|\n]*)" + f"{{{len(COLUMNS)}}}"
    rows = re.findall(rf"^\| `([a-z0-9-]+)` \|.*?({cells})\|$", PATH.read_text(), re.M)
    return {
        name: dict(zip(COLUMNS, map(str.strip, cells[1:].split("|")), strict=True))
        for name, cells in rows
    }


def written(told: dict[str, dict[str, str]]) -> str:
    """The page, of what each attack has reached by level."""
    lines = [HEAD]
    held = {
        column: sum(told.get(a.name, {}).get(column) == HELD for a in ATTACKS) for column in COLUMNS
    }
    counted = "; ".join(f"{held[column]} at {column}" for column in COLUMNS if held[column])
    lines.append(f"Of {len(ATTACKS)} attacks are held: {counted}.\n")
    for kind in dict.fromkeys(attack.kind for attack in ATTACKS):
        lines.append(f"## {kind[0].upper()}{kind[1:]}\n")
        lines.append(f"| attack | it ... | {' | '.join(COLUMNS)} |")
        lines.append("| --- " * (2 + len(COLUMNS)) + "|")
        for attack in (each for each in ATTACKS if each.kind == kind):
            found = told.get(attack.name, {})
            cells = " | ".join(found.get(column, UNKNOWN) for column in COLUMNS)
            lines.append(f"| `{attack.name}` | {attack.tries} | {cells} |")
        lines.append("")
    return "\n".join(lines)


def in_words(outcome: dict) -> str:
    """What an attack has reached, as the table says it."""
    found = [f"gained {outcome['gained']:g} points"] if outcome["gained"] else []
    found += [f"read {what}" for what in outcome["read"]]
    found += sorted(set(outcome["harm"]))
    return "; ".join(found) or HELD
