import os
import socket
import struct
import threading
import time
from pathlib import Path

import pytest

# What the fork server has imported before it forks.
pytest.importorskip("fairlearn.metrics")
pytest.importorskip("matplotlib.pyplot")
pytest.importorskip("matplotlib_inline.backend_inline")
pytest.importorskip("sklearn.ensemble")
pytest.importorskip("sklearn.model_selection")

from autograder.bridge import file_sync as mirror
from autograder.channel import Channel
from autograder.messages import RunTest, StartCells
from tests.autograder.boxes import Box, Pair, errors, result, text
from tests.autograder.case_files import CASES, HOSTILE, SETUP


def setup(source: str) -> dict:
    return {"id": "setup", "kind": "setup", "source": source}


def solution(source: str) -> dict:
    return {"id": "solution", "kind": "solution", "source": source}


def run_case(pair, case, answer: str) -> dict:
    cells = [setup(SETUP), solution(case.right)]
    boxes = pair(*cells, *([solution(case.later)] if case.later else []))
    boxes.cell(SETUP)
    boxes.cell(answer)
    told = boxes.test(case.test)
    if case.later and told["status"] == "ok":
        boxes.cell(case.later)
        told = boxes.test(case.later_test)
    return told


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_right_solution_passes(pair, case):
    told = run_case(pair, case, case.right)
    assert errors(told) == []
    assert told["status"] == "ok"


@pytest.mark.parametrize("case", [case for case in CASES if case.wrong], ids=lambda case: case.name)
def test_a_wrong_solution_fails(pair, case):
    told = run_case(pair, case, case.wrong)
    assert told["status"] == "error"
    assert errors(told)


@pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case.name)
def test_no_attack_passes_a_test(pair, case):
    boxes = pair(setup("import numpy as np"), trips=2000)
    boxes.cell("import numpy as np")
    boxes.cell(case.answer)
    told = boxes.test(case.test, timeout=4)
    assert told["status"] == "error"
    assert errors(told)


@pytest.mark.parametrize("end", ["asyncio.CancelledError", "GeneratorExit", "KeyboardInterrupt"])
def test_what_ends_a_learners_function_does_not_end_its_process(pair, end):
    boxes = pair()
    boxes.cell(f"import asyncio\nasync def f():\n    raise {end}\ndef g():\n    raise {end}")
    assert boxes.test("await f()")["status"] == boxes.test("g()")["status"] == "error"
    boxes.cell("x = 1")
    assert errors(boxes.test("assert x == 1")) == []


def test_an_object_of_a_dataclass_does_not_decide_what_it_equals(pair):
    point = "from dataclasses import dataclass\n@dataclass(order=True)\nclass Point:\n    x: int\n"
    boxes = pair(solution(point + "def norm(p):\n    return 4"))
    boxes.cell(
        "class Point:\n    def __init__(self, x=0):\n        self.x = x\n"
        "    __eq__ = __lt__ = __gt__ = lambda self, other: print('seen', other) or True\n"
        "def norm(p):\n    return Point()"
    )
    told = boxes.test("assert norm(Point(4)) == 4")
    assert told["status"] == "error" and "seen" not in text(told)
    assert boxes.test("assert norm(Point(4)) > 3")["status"] == "error"
    boxes.cell(point)
    assert errors(boxes.test("assert Point(1) == Point(1) < Point(2) and Point(1) != 1")) == []


def test_what_a_test_patched_is_back_in_the_learners_cells(pair):
    boxes = pair(setup("import random"), solution("def dice():\n    return random.randint(1, 6)"))
    boxes.cell("import random\ndef dice():\n    return random.randint(1, 6)")
    assert errors(boxes.test("random.randint = lambda a, b: 9\nassert dice() == 9")) == []
    assert errors(boxes.cell("assert dice() < 7")) == []
    assert errors(boxes.test("assert dice() == 9")) == []


def test_of_a_connection_only_what_runs_queries_is_open(pair):
    boxes = pair(solution("def f(con):\n    return con.execute('SELECT 1').fetchall()"))
    boxes.cell("def f(con):\n    con.enable_load_extension(True)\n    return [(1,)]")
    told = boxes.test("import sqlite3\nassert f(sqlite3.connect(':memory:')) == [(1,)]")
    assert errors(told) == ["AttributeError: this cannot be asked of an object of the test"]


@pytest.mark.parametrize("query", ["ATTACH 'expected.db' AS e", "VACUUM INTO 'new.db'"])
@pytest.mark.parametrize("runs", ["con", "con.cursor()"])
def test_a_learners_query_reaches_no_other_file_of_the_examiners(pair, query, runs):
    boxes = pair(solution("def f(con):\n    return 1"))
    boxes.cell(f"def f(con):\n    {runs}.execute({query!r})\n    return 1")
    told = boxes.test("import sqlite3\nassert f(sqlite3.connect(':memory:')) == 1")
    assert "OperationalError: too many attached databases" in errors(told)[0]
    assert not list(boxes.folders["examiner"].glob("*.db"))


def test_a_learners_name_hides_no_library_that_an_open_cell_imports(pair):
    imports = "import numpy as np\nfrom sklearn.metrics import accuracy_score"
    boxes = pair({"id": "", "kind": "other", "source": imports}, solution("x = [3, 4]"))
    boxes.cell(
        "class np:\n    isclose = allclose = lambda *a: True\n"
        "accuracy_score = lambda *a: 1.0\nx = [1, 1]"
    )
    assert boxes.test("assert np.isclose(x[0], 3)")["status"] == "error"
    assert boxes.test("assert accuracy_score([3, 4], x) == 1.0")["status"] == "error"


def test_what_a_solution_imports_may_be_written_by_the_learner(pair):
    boxes = pair(solution("from statistics import mean\nimport math\nfrom sklearn import metrics"))
    boxes.cell("def mean(values):\n    return sum(values) / len(values)\nmath = metrics = 7")
    told = boxes.test("assert mean([1, 2, 6]) == 3.0 and math.sqrt(4) == 2")
    assert errors(told) == []
    assert errors(boxes.test("assert metrics.accuracy_score([1, 0], [1, 1]) == 0.5")) == []


def test_fixed_numbers_of_the_setup_are_the_examiners_own(pair):
    boxes = pair(setup("TOLERANCE = 10 ** -3\nLOW, HIGH = RANGE = (0, -1.5)\nSEEN = []"))
    boxes.cell("TOLERANCE = 1e9\nLOW, HIGH = RANGE = (-1e9, 1e9)\nSEEN, x = [1], 1.0")
    assert boxes.test("assert abs(x - 3) < TOLERANCE")["status"] == "error"
    assert errors(boxes.test("assert (LOW, HIGH) == RANGE == (0, -1.5)")) == []
    assert errors(boxes.test("assert SEEN == [1]")) == []


def test_a_later_cell_does_not_replace_a_helper_of_a_test(pair):
    boxes = pair(setup(""), solution("x = 3"))
    boxes.cell("x = 1")
    boxes.test("def verify(v):\n    assert v == 3")
    boxes.cell("def verify(v):\n    pass\ncheck = verify")
    assert boxes.test("verify(x)")["status"] == "error"


def test_a_learners_name_hides_no_builtin_and_no_import_of_the_setup(pair):
    boxes = pair(setup("from math import isclose"), solution("x = 3"))
    boxes.cell("isclose = print = lambda *a, **k: True\nabs = lambda x: 3\nx = 1")
    assert boxes.test("assert isclose(x, 3)")["status"] == "error"
    assert boxes.test("assert abs(x) == 3")["status"] == "error"


def test_a_name_that_no_function_of_the_instructors_assigns_stays_the_tests_own(pair):
    boxes = pair(solution("limit = 3\ndef f():\n    return limit"))
    boxes.cell("limit = 3\ndef f():\n    global limit\n    limit = 99\n    return 1")
    assert boxes.test("limit = 5\nf()\nassert limit == 99")["status"] == "error"


def test_a_class_of_a_test_keeps_its_docstring_and_its_own_names(pair):
    boxes = pair(solution("limit = 3"))
    boxes.cell("limit = 3")
    told = boxes.test(
        "def make(low):\n    class Range:\n        'Of numbers.'\n        most = limit\n"
        "        least = low\n        size = most - least\n        __qualname__ += '!'\n"
        "        def is_in(self, x, limit=2):\n            return low <= x < limit\n"
        "    return Range\n"
        "made = make(1)\nassert made.__doc__ == 'Of numbers.' and made.size == 2\n"
        "assert made().is_in(1) and not made().is_in(2) and made.__qualname__.endswith('!')"
    )
    assert errors(told) == []


WALKS = {
    "globals of a function": "found = function.__globals__",
    "code of a function": "found = function.__code__.co_consts",
    "closure of a function": "found = function.__closure__",
    "private attribute": "found = duck._secret",
    "dict of an instance": "found = duck.__dict__",
    "attribute of a class": "found = type(duck)._secret",
    "instance of a method": "found = duck.speak.__self__",
    "docstring of an object": "found = duck.__doc__",
    "frame of a generator": "found = generator.gi_frame.f_globals",
    "arguments of a partial": "found = partial.args",
    "repr of a partial": "found = repr(partial); assert 'SECRET' in found",
    "method by hand": (
        "from autograder.bridge.proxy import facts_of\nlink, number, _ = facts_of(duck)\n"
        "found = link.ask('special', duck, '__getattribute__', '__dict__')"
    ),
    "name by hand": (
        "from autograder.bridge.proxy import facts_of\n"
        "found = facts_of(duck)[0].ask('name', None, 'secret')"
    ),
    "import by hand": (
        "from autograder.bridge.proxy import facts_of\n"
        "found = facts_of(duck)[0].ask('module', None, 'os')"
    ),
    "own object, asked back": (
        "from autograder.bridge.proxy import facts_of\nlink = facts_of(duck)[0]\n"
        "class Mine:\n    pass\nfound = link.ask('get', Mine(), 'x')"
    ),
    "set an attribute of a function": "function.__code__ = (lambda: 1).__code__; found = 1",
}


@pytest.mark.parametrize("walk", WALKS)
def test_the_learners_code_cannot_walk_into_the_test(pair, walk):
    body = "\n".join(f"        {line}" for line in WALKS[walk].splitlines())
    boxes = pair(setup(""))
    boxes.cell(
        "outcome = 'not called'\n"
        "def spy(function, duck, generator, partial):\n    global outcome\n    try:\n"
        f"{body}\n    except BaseException as error:\n        outcome = 'refused'\n"
        "    else:\n        outcome = 'found ' + str(found)[:500]"
    )
    told = boxes.test(
        "import functools\nsecret = 'SECRET'\nclass Duck:\n    _secret = secret\n"
        "    def speak(self):\n        return 1\n"
        "def numbers():\n    yield secret\n"
        "spy(lambda x: secret, Duck(), numbers(), functools.partial(print, 'SECRET'))\n"
        "print(outcome)"
    )
    assert errors(told) == []
    assert text(told) == "refused\n"


def test_what_an_assertion_says_is_not_told_to_the_learners_code(pair):
    boxes = pair(setup(""))
    boxes.cell(
        "said = []\ndef f(given):\n    try:\n        given(1)\n"
        "    except Exception as error:\n        said.append([type(error).__name__, *error.args])"
    )
    told = boxes.test(
        "def same(x):\n    assert x == 5, 'SECRET'\ndef wrong(x):\n    raise ValueError('open')\n"
        "try:\n    f(same)\nexcept AssertionError:\n    f(wrong)\nprint(said)"
    )
    assert text(told) == "[['AssertionError'], ['ValueError', 'open']]\n"


OPENING = {
    "by its class": "stolen = kind('hidden_checks.py')",
    "as a named tuple": (
        "class Named:\n    pass\nend = learner.LearnerEnd\nnamed, inner = Named(), end.known\n"
        "tag = ['named', ['class', 'T', facts_of(kind)[1]], ['path'], ['hidden_checks.py']]\n"
        "end.known = lambda self, each: tag if each is named else inner(self, each)\n"
        "stolen = same(named)"
    ),
}


@pytest.mark.parametrize("way", OPENING)
def test_with_a_tests_open_file_the_learners_code_opens_no_other(pair, way):
    body = "\n".join(f"        {line}" for line in OPENING[way].splitlines())
    boxes = pair(setup(""))
    for name in ("data.txt", "hidden_checks.py"):
        (boxes.folders["examiner"] / name).write_text(name.upper())
    boxes.cell(
        "from autograder.learner import process as learner\n"
        "from autograder.bridge.proxy import facts_of\n"
        "def spy(file, same):\n    kind = type(file.buffer.raw)\n    try:\n"
        f"{body}\n        return str(stolen.read())\n"
        "    except Exception as error:\n        return file.read()"
    )
    told = boxes.test("with open('data.txt') as file:\n    print(spy(file, lambda x: x))")
    assert text(told) == "DATA.TXT\n"


def test_a_test_that_ends_with_a_learners_value_gives_no_points(pair):
    boxes = pair(setup(""))
    boxes.cell("answer = 4.0\nclass A:\n    def __repr__(self):\n        return '4.0'\na = A()\n"
               "def f():\n    return 4\nd = {'x': 4}")  # fmt: skip
    for last in ("answer", "a", "f()", "d['x']", "a.__class__()"):
        told = boxes.test(last)
        assert told["status"] == "ok"
        assert result(told) is None, last
    assert result(boxes.test("2.5")) == "2.5"
    assert result(boxes.test("points = 1.5\npoints")) == "1.5"


def test_warnings_of_a_test_cell_cost_nothing_and_are_left_out(pair):
    boxes = pair(setup(""))
    boxes.cell("import warnings\ndef f():\n    warnings.warn('old')\n    return 1")
    told = boxes.test("import sys\nassert f() == 1\nprint('x', file=sys.stderr)")
    assert told["status"] == "ok"
    assert text(told, "stderr") == ""


def test_the_clock_runs_for_a_whole_test_and_the_examiner_lives_on(pair):
    boxes = pair(setup(""), solution("x = 1"))
    boxes.cell("import time\ndef f():\n    time.sleep(30)\nx = 1")
    started = time.monotonic()
    told = boxes.test("f()", timeout=1)
    assert 0.9 < time.monotonic() - started < 4
    assert told["late"] and told["gone"]
    assert errors(told)[0].startswith("LearnerLate")
    os.kill(boxes.learner.process.pid, 2)
    assert boxes.test("assert x == 1")["status"] == "ok"


def test_a_dead_learner_is_told_and_stays_dead(pair):
    boxes = pair(setup(""))
    boxes.cell("import os\ndef f():\n    os._exit(1)")
    assert boxes.test("f()")["gone"]
    told = boxes.test("f()")
    assert told["gone"] and errors(told)[0].startswith("LearnerGone")
    assert boxes.test("1 + 1")["status"] == "ok"


def test_trips_are_counted_and_bounded(pair):
    boxes = pair(setup(""), trips=50)
    boxes.cell("def f(x):\n    return x")
    told = boxes.test("for i in range(100):\n    f(i)")
    assert errors(told)[0].startswith("TooManyTrips") and not told["gone"]
    told = boxes.test("f(1)")
    assert told["status"] == "ok" and told["trips"] < 7


def test_trips_are_bounded_for_all_tests_together_too(pair):
    boxes = pair(setup(""), trips=1000, trips_notebook=50)
    boxes.cell("def f(x):\n    return x")
    assert boxes.test("for i in range(20):\n    f(i)")["status"] == "ok"
    for _ in range(2):
        told = boxes.test("for i in range(40):\n    f(i)")
        assert errors(told)[0].startswith("TooManyTrips")


def test_objects_are_let_go_at_the_end_of_a_cell(pair):
    boxes = pair(setup(""))
    boxes.cell(
        "import gc\nclass A:\n    pass\ndef make():\n    return [A() for _ in range(100)]\n"
        "def living():\n    gc.collect()\n    return sum(type(o) is A for o in gc.get_objects())"
    )
    boxes.test("kept = make()[0]\nassert living() == 100")
    assert boxes.test("assert living() <= 2\nassert kept is not None\nkept.x = 1\n"
                      "assert kept.x == 1")["status"] == "ok"  # fmt: skip


def test_a_test_may_call_a_helper_of_an_earlier_test(pair):
    boxes = pair(setup(""))
    boxes.cell("def f(x):\n    return x + 1")
    boxes.test("def verify(x, y):\n    assert f(x) == y")
    assert boxes.test("verify(1, 2)")["status"] == "ok"
    assert boxes.test("verify(1, 3)")["status"] == "error"


def test_binding_a_name_that_the_instructor_uses_costs_no_trip_until_it_is_needed(pair):
    boxes = pair(setup(""), solution("for i in range(3):\n    x = i\ndef f():\n    return i, seen"))
    boxes.cell("i = 1\nseen = []\ndef f():\n    return i, seen")
    told = boxes.test(
        "for i in range(1000):\n    pass\nassert f()[0] == 999\nseen = [1]\nassert f()[1] == [1]\n"
        "seen.append(2)\nassert f()[1] == [1, 2]\nassert f()[1] is seen"
    )
    assert errors(told) == [] and told["trips"] < 20


HELPER = """
def confirm(value, expected=tolerance * 2):
    assert abs(value - expected) < tolerance, message(value)
def message(value):
    return f"{value} is wrong"
"""


def test_a_function_of_the_setup_is_the_examiners_own(pair):
    boxes = pair(setup("tolerance = 0.5" + HELPER), solution("x = 1.0"))
    boxes.cell("def confirm(*a):\n    pass\nmessage = confirm\nx = 1.2\ntolerance = 9")
    assert boxes.test("confirm(x)")["status"] == "ok"
    assert errors(boxes.test("confirm(x, 3)")) == ["AssertionError: 1.2 is wrong"]


def test_what_a_learners_class_makes_is_made_in_the_learners_process(pair):
    """Whatever class of a library it is: one may open files, another may start programs."""
    boxes = pair(setup(""), solution("Kind = 0"))
    boxes.cell("import os\nfrom tempfile import TemporaryDirectory as Kind")
    told = boxes.test(
        "import os\nmade = Kind(dir='.')\n"
        "print([name for name in os.listdir() if name.startswith('tmp')])"
    )
    assert text(told) == "[]\n"
    assert any(boxes.folders["learner"].glob("tmp*"))


def test_data_files_cross_both_ways_and_nothing_else_does(pair):
    boxes = pair(setup(""), checks="SECRET = 1")
    (boxes.folders["learner"] / "given.csv").write_text("a\n1\n")
    boxes.cell(
        "import os\nopen('out.txt', 'w').write('7')\nopen('numpy.py', 'w').write('x')\n"
        "os.symlink('/etc/passwd', 'link.txt')\nopen('checks.py', 'w').write('x')\n"
        "def save(n):\n    os.makedirs('sub', exist_ok=True)\n"
        "    open('sub/n.txt', 'w').write(str(n))\n"
        "def read(path):\n    return open(path).read()\n"
        "def listed():\n    return sorted(os.listdir())"
    )
    told = boxes.test(
        "import os\nassert open('out.txt').read() == '7'\n"
        "assert open('given.csv').read()[0] == 'a'\n"
        "save(5)\nassert open('sub/n.txt').read() == '5'\nsave(61)\n"
        "assert open('sub/n.txt').read() == '61'\nopen('input.csv', 'w').write('1,2')\n"
        "assert read('input.csv') == '1,2'\nimport checks\nassert checks.SECRET == 1\n"
        "names = [name for name in sorted(os.listdir()) if name[0] != '_']\n"
        "assert names == ['checks.py', 'given.csv', 'input.csv', 'out.txt', 'sub']\n"
        "assert 'hidden.pyc' not in listed() and '__pycache__' not in listed()"
    )
    assert errors(told) == []


def test_a_link_in_place_of_a_data_file_leads_nowhere(tmp_path, monkeypatch):
    """Whatever it was when the folder was looked at: a learner's code runs at the same time."""
    mine, other = tmp_path / "mine", tmp_path / "other.csv"
    mine.mkdir()
    other.write_text("not theirs")
    monkeypatch.chdir(mine)
    folder = mirror.Folder()
    (mine / "link.csv").symlink_to(other)
    os.mkfifo(mine / "pipe.csv")
    folder.store({"link.csv": b"x", "../other.csv": b"x", "sub/../../other.csv": b"x"})
    assert other.read_text() == "not theirs"
    assert folder.changed() == {}
    for name in ("link.csv", "pipe.csv"):
        with pytest.raises(OSError):
            mirror._read(str(mine / name))


def test_files_of_one_message_are_bounded_together(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(mirror, "LARGEST_SYNCED", 1000)
    folder = mirror.Folder()
    for number in range(5):
        Path(f"{number}.csv").write_bytes(bytes(400))
    assert sum(map(len, folder.changed().values())) == 800


def test_however_many_files_the_instructor_has_none_becomes_the_learners(pair, tmp_path):
    folder = tmp_path / "0" / "examiner"
    folder.mkdir(parents=True)
    for number in range(300):
        (folder / f"{number}.csv").write_text("ours")
    boxes = pair(setup(""))
    boxes.cell("def f(n):\n    open(f'{n}.csv', 'w').write('theirs')")
    told = boxes.test(
        "for n in range(0, 300, 3):\n    f(n)\n    assert open(f'{n}.csv').read() == 'ours'"
    )
    assert errors(told) == []


def test_a_check_counts_wherever_the_course_is_imported(pair):
    other = {"id": "other", "kind": "other", "source": "from course import check"}
    boxes = pair(other, solution("half = 0.5"), checks=CHECKS)
    boxes.cell("from course import check")
    boxes.cell("half = 0.5")
    assert result(boxes.test('check("half", half)')) == "1.0"


def test_without_the_instructors_notebook_libraries_are_still_the_examiners(pair):
    boxes = pair()
    boxes.cell("import numpy as np\nx = [1.0]")
    assert boxes.test("assert np.allclose(x, [1])")["status"] == "ok"
    boxes.cell("np.allclose = lambda *a, **k: True")
    assert boxes.test("assert np.allclose(x, [3])")["status"] == "error"


def test_a_test_does_not_import_all_names_of_a_learners_module(pair):
    boxes = pair(setup(""))
    (boxes.folders["learner"] / "mine.py").write_text("abs = round = lambda *a: 0\n")
    assert boxes.test("from mine import *\nassert abs(-1) == 0")["status"] == "error"


def test_a_module_that_only_the_learner_has_is_used_where_it_is(pair):
    boxes = pair(setup(""))
    (boxes.folders["learner"] / "mine.py").write_text("def f(x):\n    return x + 1\nV = [1]\n")
    boxes.cell("import mine")
    told = boxes.test("import mine\nfrom mine import f\nassert f(1) == 2 and mine.V == [1]")
    assert errors(told) == []


def test_a_learners_file_is_never_imported_by_the_examiner(pair):
    boxes = pair(setup(""))
    boxes.cell("open('json5x.py', 'w').write('print(1)')")
    told = boxes.test("import json5x\nimport sys\nprint(type(sys.modules['json5x']).__name__)")
    assert text(told) == "1\nmodule\n" and told["trips"] > 1
    assert not (boxes.folders["examiner"] / "json5x.py").exists()


def test_changes_of_a_large_frame_are_noticed(pair):
    boxes = pair(setup("import pandas as pd"), solution("df = 0\ndef total():\n    pass"))
    boxes.cell(
        "import pandas as pd\ndf = pd.DataFrame({'a': range(100_000), 'b': 1.5})\n"
        "def total():\n    return float(df['a'].sum())\n"
        "def same(d):\n    return d is df\n"
        "def change():\n    df.loc[0, 'a'] = 50"
    )
    told = boxes.test(
        "before = total()\nassert same(df)\ndf.loc[0, 'a'] = 7\nassert total() == before + 7\n"
        "df['c'] = 1\nassert same(df) and list(df.columns) == ['a', 'b', 'c']\n"
        "kept = df\nchange()\nassert df.loc[0, 'a'] == 50 and df is kept"
    )
    assert errors(told) == []


class FakeLearner:
    """Speaks to an examiner on the values channel, and says what it likes."""

    def __init__(self, folder: Path, answer):
        self.sock, theirs = socket.socketpair()
        job = StartCells(trips=200)
        self.examiner = Box("examiner", theirs, job, folder)
        theirs.close()
        self.answer = answer
        threading.Thread(target=self.talk, daemon=True).start()

    def talk(self) -> None:
        channel = Channel(self.sock)
        try:
            while True:
                header, _ = channel.receive()
                nothing = {"n": header["n"], "values": [[None, 0]], "changed": []}
                told = (nothing, ()) if header["ask"] == "files" else self.answer(header)
                if isinstance(told, bytes):
                    self.sock.sendall(told)
                else:
                    channel.send(*told)
        except Exception:
            self.sock.close()

    def test(self, source: str) -> dict:
        return self.examiner.ask(RunTest(1, source, timeout=3))


def value(tree, parts=(), **more):
    """An answer to the question what a name is."""

    def answer(header):
        values = [["value", 0], [7, 0], [tree, len(parts)]]
        return ({"n": header["n"], "values": values, "changed": []} | more, parts)

    return answer


def nested(depth: int):
    tree: list = ["list", []]
    for _ in range(depth):
        tree = ["list", [tree]]
    return tree


LIES = {
    "no answer": lambda header: ({}, ()),
    "an answer to nothing": lambda header: ({"n": 10**9, "values": [], "changed": []}, ()),
    "a number that is none": lambda header: ({"n": "1", "values": [], "changed": []}, ()),
    "no values": lambda header: ({"n": header["n"], "values": [], "changed": []}, ()),
    "deep values": value(nested(250)),
    "very deep JSON": lambda header: (
        lambda told: struct.pack("!II", len(told), 0) + told
    )(b'{"parts":[],"values":' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    "a huge int in JSON": lambda header: (
        lambda told: struct.pack("!II", len(told), 0) + told
    )(b'{"parts":[],"n":' + b"9" * 10_000 + b"}"),
    "an unknown tag": value(["exec", "1"]),
    "a tag that is a list": value([["list"], []]),
    "an import": value(["import", "os", "system"]),
    "an object never told of": value(["object", "S", 99]),
    "an object of the test": value(["object", "T", 1]),
    "a class never told of": value(["class", "S", 99]),
    "an array of objects by its dtype": value(["array", "O8", [1], 0, "C"], [b"12345678"]),
    "an array longer than its bytes": value(["array", "<f8", [1000], 0, "C"], [b"12345678"]),
    "an array of negative length": value(["array", "<f8", [-1], 0, "C"], [b"12345678"]),
    "an array of a part that is not there": value(["array", "<f8", [1], 5, "C"], [b"12345678"]),
    "an array of a part before the first": value(["array", "<f8", [1], -1, "C"], [b"12345678"]),
    "an array of a thousand axes": value(["array", "<f8", [1] * 1000, 0, "C"], [b"12345678"]),
    "a dtype made of code": value(["array", "(2,)f8,O", [1], 0, "C"], [b"12345678"]),
    "an estimator that is none": value(["estimator", "subprocess", "Popen", [[]], [[]]]),
    "an estimator of another module": value(["estimator", "sklearn.base", "warnings", [[]], [[]]]),
    "an estimator with a method elsewhere": value(
        ["estimator", "sklearn.linear_model._logistic", "LogisticRegression", ["p", ["score"]],
         [[["object", "S", 1]]]],
        new=[["class", 1, {"module": "builtins", "name": "function", "bases": [],
                           "specials": ["__call__"]}], ["object", 1, 1, None]]),
    "named fields made of code": value(["named", ["class", "S", 1], ["a=print(1)"], [1]]),
    "a generator that reads elsewhere": value([
        "random", ["dict", ["p", ["bit_generator", "state"]],
                   [["MT19937", ["dict", ["p", ["key", "pos"]],
                     [[["array", "<u4", [624], 0, "C"], 10**6]]]]]]], [bytes(2496)]),
    "a category out of range": value(
        ["series", None, ["rangeindex", 0, 1, 1, None], "category",
         ["index", None, None, "text", "python", "nan", "p", ["a"]], False, "|i1", [1], 0, "C"],
        [b"\x55"]),
    "values that are no list": lambda header: (
        {"n": header["n"], "values": {"a": 1}, "changed": []}, ()),
    "changes of what was not given": value(3, changed=[["argument", 17]]),
    "ten thousand types": value(3, new=[
        ["class", n, {"module": "m", "name": "N", "bases": [], "specials": []}]
        for n in range(10_000)]),
    "a type of a number that is none": value(3, new=[
        ["class", "x", {"module": "m", "name": "N", "bases": [], "specials": []}]]),
    "questions for ever": lambda header: (
        {"n": 1, "ask": "call", "on": ["object", "T", 1], "keywords": [], "values": []}, ()),
}  # fmt: skip


@pytest.mark.parametrize("lie", LIES)
def test_nonsense_from_the_learners_process_is_no_verdict(tmp_path, lie):
    fake = FakeLearner(tmp_path, LIES[lie])
    try:
        told = fake.test("try:\n    x\nexcept Exception as error:\n    print(repr(error))\n")
        assert told["status"] == "error", told
        assert fake.test("2.5")["status"] == "ok"
    finally:
        fake.examiner.stop()


def raised(described: dict, **more):
    def answer(header):
        new = [["class", 1, {"bases": [], "specials": []} | described]]
        error = {"class": ["class", "S", 1], "object": ["object", "S", 5], "name": "N",
                 "text": "said", **more}  # fmt: skip
        return ({"n": header["n"], "values": [], "changed": [], "error": error, "new": new}, ())

    return answer


@pytest.mark.parametrize(
    "described",
    [
        {"module": "builtins", "name": "KeyboardInterrupt"},
        {"module": "builtins", "name": "BaseException"},
        {"module": "builtins", "name": "GeneratorExit"},
        {"module": "builtins", "name": "eval"},
        {"module": "autograder.bridge.link", "name": "Lost"},
        {"module": "subprocess", "name": "Popen"},
    ],
    ids=lambda described: described["name"],
)
def test_the_learners_process_chooses_no_class_that_is_no_exception(tmp_path, described):
    fake = FakeLearner(tmp_path, raised(described))
    try:
        told = fake.test("x")
        assert errors(told) == ["RuntimeError: N: said"]
    finally:
        fake.examiner.stop()


COURSE = Path(__file__).parents[2]
CHECKS = """\
from course.checking import exercise, expect, say

@exercise("double", points=2)
def double(function):
    expect.close(expect.call(function, 2), 4)

@exercise("half", points=1)
def half(value):
    expect.close(value, 0.5)
"""


@pytest.fixture
def checked(pair, monkeypatch):
    """A pair whose examiner has the checks of a small assignment."""

    def make(answer: str) -> Pair:
        boxes = pair(
            setup("from course import check"),
            solution("def double(x):\n    return 2 * x\nhalf = 0.5"),
            checks=CHECKS,
        )
        boxes.cell("from course import check\nimport warnings")
        boxes.cell(answer)
        return boxes

    return make


@pytest.mark.parametrize(
    ("answer", "points", "state"),
    [
        ("def double(x):\n    warnings.warn('w')\n    return 2 * x", "2", "right"),
        ("def double(x):\n    return x ** 3", "0", "not-yet"),
        ("def double(x):\n    raise ValueError('no')", "0", "not-yet"),
        ('def double(x):\n    """Twice x."""', "0", "not-attempted"),
        ("double = ...", "0", "not-attempted"),
        ("double = 3", "0", "not-yet"),
        ("pass", "0", "not-attempted"),
    ],
)
def test_a_check_of_the_course_judges_a_function(checked, answer, points, state):
    told = checked(answer).test('check("double", double)')
    shown = next(each for each in told["outputs"] if each["output_type"] == "execute_result")
    assert float(shown["data"]["text/plain"]) == float(points)
    assert shown["data"]["application/vnd.ai4gov.outcome+json"]["state"] == state


def test_a_forged_check_is_not_the_examiners(checked):
    boxes = checked("check = lambda *a: 2.0\nhalf = 1\ncourse = None")
    assert result(boxes.test('check("half", half)')) == "0.0"


SHAPE = "class Shape:\n    def describe(self):\n        return f'area {self.area()}'"
SQUARE = (
    "class Square(Shape):\n    def __init__(self, side):\n        self.side = side\n"
    "    def area(self):\n        return self.side**2"
)


def test_a_class_derived_from_a_learners_is_refused_with_what_to_write_instead(pair):
    boxes = pair(setup(""), solution(SHAPE))
    boxes.cell(SHAPE)
    told = boxes.test(SQUARE + "\nassert Square(3).describe() == 'area 9'")
    assert errors(told) == [
        "TypeError: class Square: a test cannot derive a class from Shape, which lives in the "
        "learner's process. Write the class in a read-only cell without points, between the "
        "solution and this test, and use it here"
    ]


@pytest.mark.parametrize(("shape", "status"), [(SHAPE, "ok"), ("class Shape:\n    pass", "error")])
def test_a_class_derived_from_a_learners_is_used_from_a_cell_of_its_own(pair, shape, status):
    boxes = pair(setup(""), solution(SHAPE), {"id": "given", "kind": "setup", "source": SQUARE})
    boxes.cell(shape)
    boxes.cell(SQUARE)
    told = boxes.test("s = Square(3)\nassert s.describe() == 'area 9' and isinstance(s, Shape)")
    assert told["status"] == status
