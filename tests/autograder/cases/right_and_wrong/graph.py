# %% [markdown]
# graph

# %% right
import networkx as nx

G = nx.Graph([(2, 3), (1, 2)])
G.add_node(4, color="red")
G[1][2]["weight"] = 2

# %% wrong
import networkx as nx

G = nx.DiGraph([(2, 3), (1, 2)])

# %% test
import networkx as nx

assert type(G) is nx.Graph and isinstance(G, nx.Graph)
assert (3, 2) in G.edges and 4 in G and G.nodes[4] == {"color": "red"}
assert list(G.neighbors(2)) == [3, 1] and G[2][1]["weight"] == 2
assert nx.number_connected_components(G) == 2
