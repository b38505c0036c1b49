# %% [markdown]
# an iterator that skips a unittest

# %% answer
import unittest


class f:
    def __init__(self, x):
        pass

    def __iter__(self):
        return self

    def __next__(self):
        raise unittest.SkipTest


# %% test
import unittest


class T(unittest.TestCase):
    def test_f(self):
        self.assertEqual(list(f(1)), [2])


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(T).run(result)
assert result.wasSuccessful()
