# %% setup="imports"
import networkx as nx


# %% answer="build"
def build(lines):
    """A graph of lines such as "a b 3": an edge from a to b of weight 3."""
    ### BEGIN SOLUTION
    graph = nx.Graph()
    for line in lines:
        start, end, weight = line.split()
        graph.add_edge(start, end, weight=int(weight))
    return graph
    ### END SOLUTION


# %% test="build-test" points=2
with open("roads.txt") as file:
    roads = build(file)
assert isinstance(roads, nx.Graph) and not roads.is_directed()
assert roads.number_of_nodes() == 6 and roads.number_of_edges() == 7
assert roads["A"]["B"]["weight"] == 4


# %% answer="components"
def component_sizes(graph):
    """The sizes of the connected parts, the largest first."""
    ### BEGIN SOLUTION
    return sorted(map(len, nx.connected_components(graph)), reverse=True)
    ### END SOLUTION


# %% test="components-test" points=1
g = nx.path_graph(4)
g.add_edge("x", "y")
g.add_node("alone")
assert component_sizes(g) == [4, 2, 1]
assert component_sizes(nx.Graph()) == []


# %% answer="dijkstra"
def shortest(graph, start, goal):
    """The length and the nodes of a shortest way, without networkx's own; None if there is none."""
    ### BEGIN SOLUTION
    import heapq

    waiting, done = [(0, [start])], set()
    while waiting:
        length, way = heapq.heappop(waiting)
        node = way[-1]
        if node == goal:
            return length, way
        if node in done:
            continue
        done.add(node)
        for other in graph.neighbors(node):
            heapq.heappush(waiting, (length + graph[node][other]["weight"], [*way, other]))
    return None
    ### END SOLUTION


# %% test="dijkstra-roads" points=2
assert shortest(roads, "A", "F") == (9, ["A", "C", "D", "F"])
for goal in "BCDE":
    assert shortest(roads, "A", goal)[0] == nx.dijkstra_path_length(roads, "A", goal)

# %% test="dijkstra-none" points=1
islands = nx.Graph([(1, 2), (3, 4)])
nx.set_edge_attributes(islands, 1, "weight")
assert shortest(islands, 1, 4) is None
assert shortest(islands, 1, 1) == (0, [1])

# %% answer="rank"
### BEGIN SOLUTION
web = nx.DiGraph([("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")])
degrees = dict(web.in_degree())
### END SOLUTION

# %% test="rank-test" points=1
assert isinstance(web, nx.DiGraph)
assert set(web.successors("c")) == {"a"}
assert degrees == {"a": 2, "b": 1, "c": 1, "d": 0}
