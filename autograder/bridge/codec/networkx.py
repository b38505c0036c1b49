"""Graphs of networkx.

Nothing here imports the library before a value of it crosses.
"""

import importlib
from typing import Any

from autograder.bridge.codec.attributes import refill_attributes
from autograder.bridge.codec.base import Codec, Contents, Packer, Unpacker
from autograder.bridge.codec.packed import Refused
from autograder.bridge.codec.snapshot import watch_packed
from autograder.text import words

GRAPHS = words("Graph DiGraph MultiGraph MultiDiGraph")
"""Names of their classes."""


def _is_graph(value: object) -> bool:
    kind = type(value)
    return str(kind.__module__).startswith("networkx.classes.") and kind.__name__ in GRAPHS


def _pack_graph(packer: Packer, value: Any) -> Contents | None:
    """Nodes with their data, and for each its neighbours in their order.

    The data of an edge are one dict, known by its number, for both of its ends.
    """
    nodes = {node: place for place, node in enumerate(value)}
    edges: dict[int, tuple[int, Any]] = {}
    sides = (value._succ, value._pred) if value.is_directed() else (value._adj,)
    neighbours = [
        [
            [
                [nodes[node], edges.setdefault(id(edge), (len(edges), edge))[0]]
                for node, edge in side[start].items()
            ]
            for start in nodes
        ]
        for side in sides
    ]
    packer.count(len(nodes) + 3 * len(edges))
    data = [edge for _, edge in edges.values()]
    if not all(type(edge) is dict for edge in data):
        return None
    about = [packer.pack(value.graph), packer.all(nodes), packer.all(value._node.values())]
    return [type(value).__name__, *about, packer.all(data), neighbours]


def _unpack_graph(
    unpacker: Unpacker,
    name: str,
    graph: Any,
    nodes: Contents,
    about: Contents,
    edges: Contents,
    sides: list[list[list[tuple[int, int]]]],
) -> Any:
    if name not in GRAPHS:
        raise Refused("no graph")
    made = getattr(importlib.import_module("networkx"), name)()
    made.graph = unpacker.unpack(graph)
    names = unpacker.all(nodes)
    made._node = dict(zip(names, unpacker.all(about), strict=True))
    data = unpacker.all(edges)
    filled = [
        {
            start: {names[place]: data[edge] for place, edge in each}
            for start, each in zip(names, side, strict=True)
        }
        for side in sides
    ]
    made._adj = filled[0]
    if made.is_directed():
        made._pred = filled[1]
    return made


CODECS = [
    Codec(
        "graph",
        matches=_is_graph,
        pack=_pack_graph,
        unpack=_unpack_graph,
        overwrite=refill_attributes,
        watch=watch_packed,
    ),
]
