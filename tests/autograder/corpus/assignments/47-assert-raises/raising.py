# %% setup="imports"
import unittest

import numpy as np
import pytest

tc = unittest.TestCase()
assert_equal, assert_raises = tc.assertEqual, tc.assertRaises


# %% answer="mode"
def mode(xs):
    """The commonest item; ValueError("no data") for an empty list."""
    ### BEGIN SOLUTION
    if len(xs) == 0:
        raise ValueError("no data")
    return max(xs, key=list(xs).count)
    ### END SOLUTION


# %% test="mode-equal" points=1
assert_equal(mode([1, 2, 2]), 2)
assert_equal(mode("aab"), "a")

# %% test="mode-raises" points=1
assert_raises(ValueError, mode, [])

# %% test="mode-message" points=1
with pytest.raises(ValueError, match="no data"):
    mode([])
tc.assertRaisesRegex(ValueError, "^no", mode, [])


# %% answer="matrix"
def trace(m):
    """The sum of the diagonal; TypeError for what is no array, ValueError for no square."""
    ### BEGIN SOLUTION
    if not isinstance(m, np.ndarray):
        raise TypeError("an array, please")
    if m.ndim != 2 or m.shape[0] != m.shape[1]:
        raise ValueError("not square")
    return m.diagonal().sum()
    ### END SOLUTION


# %% test="trace-almost" points=1
tc.assertAlmostEqual(trace(np.array([[0.1, 5], [5, 0.2]])), 0.3)
tc.assertIsInstance(float(trace(np.eye(2))), float)
assert trace(np.eye(3)) == pytest.approx(3)

# %% test="trace-raises" points=2
with assert_raises(TypeError):
    trace([[1]])
with assert_raises(ValueError) as caught:
    trace(np.zeros((2, 3)))
assert "square" in str(caught.exception)
np.testing.assert_raises(ValueError, trace, np.zeros(4))


# %% test="suite" points=2
class TestBoth(unittest.TestCase):
    def test_mode_of_one(self):
        self.assertEqual(mode([7]), 7)

    def test_trace_of_zeros(self):
        self.assertEqual(trace(np.zeros((4, 4))), 0)

    def test_empty(self):
        with self.assertRaises(ValueError):
            mode(())


outcome = unittest.TextTestRunner(stream=open("/dev/null", "w")).run(
    unittest.defaultTestLoader.loadTestsFromTestCase(TestBoth)
)
assert outcome.wasSuccessful() and outcome.testsRun == 3
