"""The citation network of records: a directed graph with typed edges.

::

    lines ─ Line ─ Network (nodes and edges, each once) ─┬─ graphml, gexf   by networkx
                                                         ├─ nodes.csv, edges.csv
                                                         └─ a drawing       laid out by igraph

A node is an article, known by its PMID; one without PMID by its DOI (``doi:10.…``). What
has neither, such as a reference that is only text, is left out and counted.
"""

from scraper.graph.line import Line
from scraper.graph.network import Growing, Network
from scraper.graph.relations import GROUPS

__all__ = ["GROUPS", "Growing", "Line", "Network"]
