"""The network as GraphML or GEXF, which networkx writes and reads."""

import io
from typing import Any

import networkx as nx
from attrs import asdict

from scraper.graph.network import Network
from scraper.graph.node import Node
from scraper.printable import clean


def graph(network: Network) -> "nx.MultiDiGraph[str]":
    """Return the network as networkx has it.

    Nodes have ``label``, ``kind`` and, where known, ``title``, ``year``, ``journal`` and
    ``retracted``; edges have ``relation``, and a key each that no other edge has.
    """
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in network.nodes.values():
        made.add_node(clean(node.id), **_attributes(node))
    for number, (start, end, relation) in enumerate(network.edges):
        made.add_edge(clean(start), clean(end), key=f"e{number}", relation=clean(relation))
    return made


def graphml(network: Network) -> bytes:
    """Write GraphML."""
    written = io.BytesIO()
    nx.write_graphml(graph(network), written)
    return written.getvalue()


def gexf(network: Network) -> bytes:
    """Write GEXF 1.2."""
    written = io.BytesIO()
    nx.write_gexf(graph(network), written)
    return written.getvalue()


def _attributes(node: Node) -> dict[str, Any]:
    known = {name: value for name, value in asdict(node).items() if value is not None}
    del known["id"]
    words = {"label": node.label, "url": node.url} | known
    return {
        name: clean(value) if isinstance(value, str) else value for name, value in words.items()
    }
