# %% [markdown]
# a skipped unittest

# %% answer
import unittest


def f(x):
    raise unittest.SkipTest


# %% test
import unittest


class T(unittest.TestCase):
    def test_f(self):
        self.assertEqual(f(1), 2)


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(T).run(result)
assert result.wasSuccessful()
