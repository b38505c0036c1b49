"""No submission gets more than its due, learns what it may not know, or harms anything."""

import os
import shutil
import subprocess
import sys
import tempfile

import pytest

from autograder.records import LEVELS
from tests.autograder.attacks import table
from tests.autograder.attacks.assignment import OTHERS, WHOLE, Attack
from tests.autograder.attacks.catalogue import ATTACKS
from tests.autograder.attacks.kinds import Kind
from tests.system import need

LESS = {"namespaces": {"flood-memory-of-many"}}
"""What a level below the highest does not hold."""

NOBODY = 65534

READING = ("read-source", "read-checks", "read-hidden-data", "read-submissions")
"""Some that read what is not theirs."""


def marks_of(number: int, attack: Attack) -> pytest.MarkDecorator | tuple[()]:
    """One attack in eight is tried each time, without those that keep a box busy to its limits."""
    busy = attack.kind in (Kind.LOOPS, Kind.FLOODS, Kind.PROCESSES, Kind.MEMORY)
    return pytest.mark.weekly if busy or number % 8 else ()


@pytest.mark.parametrize(
    "attack",
    [
        pytest.param(attack, id=attack.name, marks=marks_of(number, attack))
        for number, attack in enumerate(ATTACKS)
    ],
)
def test_an_attack_is_held(outcomes, level, attack):
    if attack.name in LESS.get(level, ()):
        pytest.skip(f"the level {level} does not hold it; docs/attacks.md says so")
    outcome = outcomes[attack.name]
    assert outcome["level"] == level
    assert table.in_words(outcome) == table.HELD, outcome


def test_hidden_checks_read_the_data_beside_them_and_learners_do_not(measure, level):
    """The points of `share` are given by those data."""
    found = measure(level, "read-hidden-data")
    assert found["a-whole"]["points"] == WHOLE
    assert found["read-hidden-data"]["read"] == []


@pytest.mark.parametrize("other", OTHERS, ids=lambda other: other.name)
def test_who_attacks_nothing_gets_what_was_earned(outcomes, other):
    assert (outcomes[other.name]["points"], outcomes[other.name]["status"]) == (
        other.due,
        "graded",
    )


def test_nothing_was_changed_and_nothing_left(outcomes):
    known = {attack.name for attack in (*ATTACKS, *OTHERS)}
    assert {name: each["harm"] for name, each in outcomes.items() if name not in known} == {}


def test_whoever_gets_less_than_the_honest_is_shown_to_the_instructor(outcomes):
    """An attack that spoils its own run costs itself points, and a person is told why."""
    for outcome in outcomes.values():
        assert all(isinstance(reason, dict) for reason in outcome["reasons"])
        assert bool(outcome["reasons"]) == (outcome["status"] != "graded")


@pytest.mark.timeout(3600)
def test_the_table_says_what_was_measured(outcomes, level, measure):
    told = table.read()
    here = level if os.geteuid() == 0 else table.BY_USER.format(level=level)
    found = {here: outcomes}
    if os.environ.get("AI4GOV_WRITE_DOCS") == "1":
        runs = [(lower, lower, None) for lower in table.LEVELS[: table.LEVELS.index(level)]]
        if os.geteuid() == 0:
            runs += [(table.BY_USER.format(level=each), each, NOBODY) for each in table.LEVELS[:2]]
        for column, each, user in runs:
            try:
                found[column] = measure(each, user=user)
            except RuntimeError as error:
                print(error)
        for each, measured in found.items():
            for attack in ATTACKS:
                told.setdefault(attack.name, {})[each] = table.in_words(measured[attack.name])
        table.PATH.parent.mkdir(exist_ok=True)
        table.PATH.write_text(table.written(told), encoding="utf-8")
    for attack in ATTACKS:
        if attack.name not in outcomes:
            continue
        words = table.in_words(outcomes[attack.name])
        if words == table.HELD and attack.name in LESS.get(level, ()):
            # On a busy machine it does not come so far before it is stopped.
            continue
        assert told[attack.name][here] == words
    assert table.PATH.read_text(encoding="utf-8") == table.written(told)


@pytest.mark.weekly
def test_attacks_are_held_where_nbgrader_autograde_grades(measure, level):
    """What nbgrader itself does before and after the run must not undo it."""
    names = [attack.name for attack in ATTACKS if attack.kind == Kind.LINKS]
    names += ["tags", "more-points", "emptied-tests", "tests-as-text", "doubled-tests"]
    names += ["deleted-tests", "answers-as-tests", "our-metadata", "read-source", "equal-object"]
    found = measure(level, "--nbgrader", *names)
    assert {n: table.in_words(each) for n, each in found.items()} == dict.fromkeys(
        found, table.HELD
    )


@pytest.fixture
def inside_python():
    """A folder inside Python's own, which every box shows."""
    try:
        folder = tempfile.mkdtemp(prefix="ai4gov-", dir=sys.prefix)
    except OSError as error:
        pytest.skip(f"nothing can be written there: {error}")
    os.chmod(folder, 0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.weekly
def test_a_course_inside_of_what_boxes_show_is_not_read(measure, forkserver, inside_python):
    """As with a course in /usr/src, or in the folder of its environment."""
    names = [attack.name for attack in ATTACKS if attack.kind == Kind.READING]
    # The one that this machine has: what a box shows is the same at both.
    levels = [level for level in ("cgroup", "namespaces") if forkserver.obstacle(level) is None]
    if not levels:
        pytest.skip("this machine has no box that shows no more than its own files")
    found = measure(levels[0], *names, folder=inside_python)
    assert {n: each["read"] for n, each in found.items()} == {n: [] for n in found}
    assert all(each["level"] == levels[0] for each in found.values())
    # Where it cannot be hidden, nothing is graded.
    with pytest.raises(RuntimeError, match="the level landlock cannot hide it; move the course"):
        measure("landlock", "read-source", folder=inside_python)


@pytest.mark.weekly
def test_where_nothing_is_isolated_the_attacks_come_through(measure, forkserver):
    """That they are held elsewhere is the box's doing, and not that they cannot bite."""
    if obstacle := forkserver.obstacle(LEVELS[0]):
        pytest.skip(f"a process of no rights cannot run here: {obstacle}")
    found = measure(LEVELS[0], *READING, "connect-local")
    assert "the model solution" in found["read-source"]["read"]
    assert "a hidden check" in found["read-checks"]["read"]
    assert "data of a hidden check" in found["read-hidden-data"]["read"]
    assert "another submission" in found["read-submissions"]["read"]
    assert found["connect-local"]["harm"] == ["reached a socket of the machine"]


@pytest.mark.weekly
def test_attacks_are_held_where_an_ordinary_user_grades(measure, level):
    """Those that the user's rights could help; forged messages are read the same for everybody.

    docs/attacks.md has all of them, as they were measured for an ordinary user.
    """
    if os.geteuid() != 0:
        pytest.skip("all tests run as an ordinary user here")
    need("setpriv")
    imports = [sys.executable, "-c", "import pandas, nbgrader"]
    tried = subprocess.run(
        ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *imports],
        capture_output=True,
    )
    if tried.returncode:
        pytest.skip(f"{sys.executable} cannot be read by an ordinary user")
    kinds = (
        Kind.READING,
        Kind.LATER,
        Kind.NETWORK,
        Kind.ESCAPES,
        Kind.CALLS,
        Kind.FACTS,
    )
    names = [attack.name for attack in ATTACKS if attack.kind in kinds]
    try:
        found = measure("namespaces", *names, user=NOBODY)
    except RuntimeError as error:
        if "ConfinementError" in str(error):
            pytest.skip("ordinary users may make no namespaces here")
        raise
    assert {n: table.in_words(each) for n, each in found.items()} == dict.fromkeys(
        found, table.HELD
    )
