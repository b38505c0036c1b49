"""Warnings of the learner's code, and np.errstate, work in a test as in one process."""

import warnings

import pytest

from tests.autograder.boxes import errors, text
from tests.autograder.test_examiner import setup, solution

ANSWER = """\
import warnings
import numpy as np

class Low(UserWarning):
    pass

class Coded(UserWarning):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code

def root(x):
    if x < 0:
        warnings.warn("x is negative", UserWarning)
        return 0.0
    return x ** 0.5

def low(x):
    warnings.warn("too low", Low)
    return x

def coded(x):
    warnings.warn(Coded(x))

def odd(x):
    warnings.warn("before the error")
    raise ValueError("odd")

def logs(xs):
    return np.log(np.asarray(xs, float))

def each(n):
    for i in range(n):
        yield i
    warnings.warn("at its end", RuntimeWarning)

def apply(f, x):
    warnings.warn("outside")
    return f(x)

def silent(x):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return root(x)

class Model:
    @property
    def coef(self):
        warnings.warn("use coef_", FutureWarning)
        return 3
    def __len__(self):
        warnings.warn("measured")
        return 2
    def __enter__(self):
        return self
    def __exit__(self, *_):
        warnings.warn("leaving")
model = Model()
"""

RECORD = "import warnings\nwith warnings.catch_warnings(record=True) as w:\n"
ALWAYS = "    warnings.simplefilter('always')\n"
SEEN = "assert [str(each.message) for each in w] == "
ERROR = (
    "import pytest, warnings\nwith warnings.catch_warnings():\n    warnings.simplefilter('error')\n"
)


@pytest.fixture
def boxes(pair):
    made = pair(setup("import numpy as np"), solution(ANSWER))
    made.cell("import numpy as np")
    made.cell(ANSWER)
    return made


PASSING = {
    "pytest.warns": "import pytest\nwith pytest.warns(UserWarning, match='neg'):\n    root(-1)",
    "pytest.warns of the learner's class": "import pytest\nwith pytest.warns(Low):\n    low(-1)",
    "a base of the learner's class": "import pytest\nwith pytest.warns(UserWarning):\n    low(-1)",
    "recorded": RECORD + ALWAYS + "    assert root(-1) == 0\n" + SEEN + "['x is negative']\n"
    "assert w[0].category is UserWarning and w[0].message.args == ('x is negative',)",
    "a field of the learner's warning": RECORD + ALWAYS + "    coded(7)\n" + SEEN + "['code 7']\n"
    "assert w[0].category == Coded and w[0].message.code == 7",
    "nothing to record": RECORD + ALWAYS + "    assert root(4) == 2\nassert not w",
    "as an error": ERROR + "    with pytest.raises(UserWarning, match='neg'):\n        root(-1)",
    "the learner's class as an error": ERROR + "    with pytest.raises(Low):\n        low(-1)",
    "no error": ERROR + "    assert root(9) == 3 and silent(-1) == 0",
    "only one category is an error": "import pytest, warnings\nwith warnings.catch_warnings():\n"
    "    warnings.filterwarnings('error', category=Low)\n    assert root(-1) == 0\n"
    "    with pytest.raises(Low):\n        low(1)",
    "by message and module": "import pytest, warnings\nwith warnings.catch_warnings():\n"
    "    warnings.filterwarnings('error', message='x is', module='__main__')\n    low(1)\n"
    "    with pytest.raises(UserWarning):\n        root(-1)",
    "unittest": "import unittest\nt = unittest.TestCase()\nwith t.assertWarns(UserWarning):\n"
    "    root(-1)\nwith t.assertWarnsRegex(UserWarning, 'negative'):\n    root(-1)",
    "numpy": "import numpy as np\nassert np.testing.assert_warns(UserWarning, root, -1) == 0\n"
    "assert np.testing.assert_no_warnings(root, 4) == 2",
    "numpy's own warning": "import pytest\nwith pytest.warns(RuntimeWarning, match='divide'):\n"
    "    logs([0])",
    "an attribute": RECORD + ALWAYS + "    assert model.coef == 3\nassert len(w) == 1\n"
    "assert w[0].category is FutureWarning",
    "a special method": RECORD + ALWAYS + "    assert len(model) == 2\n" + SEEN + "['measured']",
    "a context manager": RECORD + ALWAYS + "    with model:\n        pass\n" + SEEN + "['leaving']",
    "iteration": RECORD + ALWAYS + "    assert list(each(3)) == [0, 1, 2]\n" + SEEN
    + "['at its end']",
    "iteration as an error": ERROR + "    with pytest.raises(RuntimeWarning):\n"
    "        list(each(3))",
    "a warning before an exception": "import pytest\n" + RECORD + ALWAYS
    + "    with pytest.raises(ValueError):\n        odd(1)\n" + SEEN + "['before the error']",
    "a callback": RECORD + ALWAYS + "    assert apply(lambda x: root(-x), 4) == 0\n" + SEEN
    + "['outside', 'x is negative']",
    "a callback with filters of its own": RECORD + ALWAYS + "    def quiet(x):\n"
    "        with warnings.catch_warnings():\n            warnings.simplefilter('ignore')\n"
    "            return root(x)\n    apply(quiet, -4)\n" + SEEN + "['outside']",
    "a callback that warns": RECORD + ALWAYS + "    def warn(x):\n        warnings.warn('mine')\n"
    "    apply(warn, 4)\n" + SEEN + "['outside', 'mine']",
    "the test's own class": "import pytest\nclass Own(UserWarning):\n    pass\n"
    "with pytest.warns(Own, match='too big'):\n    warn_with(Own, 'too big')",
    "ignored": "import warnings\nwith warnings.catch_warnings():\n"
    "    warnings.simplefilter('ignore')\n    assert root(-1) == 0",
    "once for each line": RECORD + "    warnings.simplefilter('default')\n    root(-1)\n"
    "    root(-1)\n    low(1)\n" + SEEN + "['x is negative', 'too low']",
    "after the block, as before": RECORD + ALWAYS + "    pass\nroot(-1)\nassert not w",
    "without a block": "import warnings\nwarnings.simplefilter('error')\ntry:\n    root(-1)\n"
    "except UserWarning:\n    pass\nelse:\n    assert False",
    "errstate": "import pytest\nwith np.errstate(all='raise'):\n"
    "    with pytest.raises(FloatingPointError):\n        logs([0])\nassert logs([0])[0] < -1e9",
    "seterr": "import pytest\nbefore = np.seterr(divide='raise')\ntry:\n"
    "    with pytest.raises(FloatingPointError):\n        logs([0])\nfinally:\n"
    "    np.seterr(**before)\nassert logs([0])[0] < -1e9",
    "errstate that ignores": RECORD + ALWAYS + "    with np.errstate(divide='ignore'):\n"
    "        logs([0])\nassert not w",
}  # fmt: skip


@pytest.mark.parametrize("name", PASSING)
def test_a_test_of_warnings_passes_as_in_one_process(boxes, name):
    boxes.cell("def warn_with(kind, said):\n    warnings.warn(said, kind)")
    assert errors(boxes.test(PASSING[name])) == []


def run_in_one_process(test: str) -> None:
    names: dict = {"__name__": "__main__"}
    with warnings.catch_warnings():
        exec(ANSWER + "def warn_with(kind, said):\n    warnings.warn(said, kind)", names)
        # Otherwise pytest would report what is not recorded.
        warnings.simplefilter("ignore")
        exec(test, names)


@pytest.mark.parametrize("name", PASSING)
def test_the_passing_tests_of_warnings_here_pass_in_one_process(name):
    run_in_one_process(PASSING[name])


FAILING = {
    "no warning": "import pytest\nwith pytest.warns(UserWarning):\n    root(4)",
    "another category": "import pytest\nwith pytest.warns(RuntimeWarning):\n    root(-1)",
    "another text": "import pytest\nwith pytest.warns(UserWarning, match='zero'):\n    root(-1)",
    "a warning where none may be": ERROR + "    root(-1)",
    "numpy": "import numpy as np\nnp.testing.assert_no_warnings(root, -1)",
    "swallowed by the learner": "import pytest\nwith pytest.warns(UserWarning):\n    silent(-1)",
    "overflow": "with np.errstate(all='raise'):\n    logs([0])",
}


@pytest.mark.parametrize("name", FAILING)
def test_a_test_of_warnings_fails_as_in_one_process(boxes, name):
    assert boxes.test(FAILING[name])["status"] == "error"


@pytest.mark.parametrize("name", FAILING)
def test_the_failing_tests_of_warnings_here_fail_in_one_process(name):
    with pytest.raises((Exception, pytest.fail.Exception)):
        run_in_one_process(FAILING[name])


def test_a_library_that_the_examiner_lacks_gives_the_base_of_its_warning(boxes):
    boxes.cell(
        "class Rare(RuntimeWarning):\n    __module__ = 'scipy.rare'\n"
        "def rare():\n    warnings.warn('rare', Rare)"
    )
    told = boxes.test("import pytest\nwith pytest.warns(RuntimeWarning, match='rare'):\n    rare()")
    assert errors(told) == []


def test_many_equal_warnings_do_not_crowd_another_out(boxes):
    boxes.cell("def many():\n    for i in range(1000):\n        warnings.warn('again')\n"
               "    warnings.warn('at last', RuntimeWarning)")  # fmt: skip
    told = boxes.test(
        "import pytest\nwith pytest.warns(RuntimeWarning, match='at last'):\n    many()"
    )
    assert errors(told) == []


def test_nothing_is_sent_where_the_test_has_changed_nothing(boxes):
    """The learner's code sees its own filters and numpy's usual state, and no recorder."""
    boxes.cell(
        "def state():\n    return warnings.showwarning.__module__, np.geterr()['divide']\n"
        "np.seterr(divide='ignore')"
    )
    told = boxes.test("assert state() == ('warnings', 'ignore')")
    assert errors(told) == []


def test_what_a_function_changes_in_the_filters_ends_with_the_call(boxes):
    boxes.cell("def hush():\n    warnings.simplefilter('ignore')")
    told = boxes.test("import pytest\nwith pytest.warns(UserWarning):\n    hush()\n    root(-1)")
    assert errors(told) == []


def test_a_warning_that_is_an_error_replaces_no_failed_assert(boxes):
    """It would be what the test expects, in place of the failure."""
    test = ERROR + "    with pytest.raises(UserWarning):\n        with model:\n"
    told = boxes.test(test + "            assert root(4) == 3")
    assert errors(told)[0].startswith("AssertionError")
    assert text(told) == ""


def test_a_warning_that_is_an_error_comes_before_the_exception_after_it(boxes):
    told = boxes.test(ERROR + "    with pytest.raises(UserWarning):\n        odd(1)")
    assert errors(told) == []
