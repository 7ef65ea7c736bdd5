"""Which part of a large network is drawn: the articles that are best linked to each other."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from attrs import frozen

from scraper.graph.network import Edge, Network
from scraper.graph.node import Node


@frozen
class Choice:
    """A part of a network."""

    nodes: Sequence[Node]
    """The most linked first."""
    edges: Sequence[Edge]
    """Edges between these, those of the most linked first."""
    links: Mapping[str, int]
    """By id: how many edges of the whole network begin or end at an article."""


def choose(network: Network, most_nodes: int, most_edges: int) -> Choice:
    """Choose what is drawn: all, if there is not too much of it.

    Articles come in by their edges, so that none stands alone which has one: first those of
    two articles with many links.
    """
    links = Counter[str]()
    for start, end, _ in network.edges:
        links.update((start, end))

    def weight(edge: Edge) -> tuple[int, int]:
        ends = links[edge[0]], links[edge[1]]
        return -min(ends), -max(ends)

    edges = sorted(network.edges, key=weight)
    names = _names(network, edges, most_nodes)
    nodes = sorted((network.nodes[name] for name in names), key=lambda node: -links[node.id])
    drawn = [edge for edge in edges if edge[0] in names and edge[1] in names]
    return Choice(nodes, drawn[:most_edges], links)


def _names(network: Network, edges: Sequence[Edge], most: int) -> Collection[str]:
    """Take the ends of the edges in turn as long as there is room, then what has no edges."""
    if len(network.nodes) <= most:
        return network.nodes
    taken: dict[str, None] = {}
    for start, end, _ in edges:
        new = [name for name in (start, end) if name not in taken]
        if len(taken) + len(new) <= most:
            taken.update(dict.fromkeys(new))
    for name in network.nodes:
        if len(taken) < most:
            taken.setdefault(name)
    return taken
