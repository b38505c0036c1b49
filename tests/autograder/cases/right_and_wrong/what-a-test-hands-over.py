# %% [markdown]
# what a test hands over

# %% right
def names(con):
    return [n for (n,) in con.execute("SELECT n FROM t ORDER BY n")]


def roll(r):
    return r.randint(1, 6)


def below(d):
    return d.cdf(0)


def area(s):
    return s.w * s.h


# %% wrong
def names(con):
    return con.execute("SELECT n FROM t").fetchone()


def roll(r):
    return 7


# %% test
import sqlite3
from types import SimpleNamespace
from scipy import stats

con = sqlite3.connect(":memory:")
con.executescript("CREATE TABLE t (n TEXT); INSERT INTO t VALUES ('b'), ('a')")
assert names(con) == ["a", "b"]
assert roll(random.Random(3)) == random.Random(3).randint(1, 6)
assert below(stats.norm(0, 2)) == 0.5 and area(SimpleNamespace(w=2, h=3)) == 6
