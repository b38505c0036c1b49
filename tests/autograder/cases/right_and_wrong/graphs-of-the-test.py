# %% [markdown]
# graphs of the test

# %% right
import networkx as nx


def ends(D):
    return [n for n in D if not D.out_degree(n)]


def grow(M):
    M.add_edge(0, 9, w=1)


# %% wrong
def ends(D):
    return [1]


def grow(M):
    pass


# %% test
import networkx as nx

assert ends(nx.DiGraph([(1, 3), (2, 3)])) == [3]
M = nx.MultiGraph([(0, 9)])
grow(M)
assert M.number_of_edges(0, 9) == 2
assert M[9][0][1] == {"w": 1}
