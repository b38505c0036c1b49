# %% by="text-weights" answer="build"
def build(lines):
    return nx.parse_edgelist(lines, data=[("weight", str)])


# %% by="smallest-first" answer="components"
def component_sizes(graph):
    return [len(c) for c in sorted(nx.connected_components(graph), key=len)]


# %% by="fewest-edges" answer="dijkstra"
def shortest(graph, start, goal):
    way = nx.shortest_path(graph, start, goal)
    return sum(graph[a][b]["weight"] for a, b in zip(way, way[1:])), way


# %% by="undirected-web" answer="rank"
web = nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")])
degrees = dict(web.degree())

# %% by="noisy" after="build"
import matplotlib.pyplot as plt

nx.draw(build(open("roads.txt")), with_labels=True)
plt.show()
