"""GraphML, GEXF and tables, read back."""

import csv
import io
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from scraper.graph import Network, tables
from scraper.graph.files import gexf, graphml
from tests.jsonl import hostile, network, samples

FORMATS: list[tuple[Callable[[Network], bytes], Callable[[io.BytesIO], Any]]] = [
    (graphml, nx.read_graphml),
    (gexf, nx.read_gexf),
]


@pytest.mark.parametrize(("write", "read"), FORMATS)
def test_networkx_reads_the_network_again(write: Any, read: Any) -> None:  # noqa: ANN401 - as above
    made = network(samples())
    found = read(io.BytesIO(write(made)))
    assert isinstance(found, nx.MultiDiGraph)
    assert set(found) == set(made.nodes)
    assert len(found.edges) == len(made.edges)
    edges = {(start, end, about["relation"]) for start, end, about in found.edges(data=True)}
    assert edges == set(made.edges)
    for name, about in found.nodes(data=True):
        node = made.nodes[name]
        assert (about["label"], about["kind"], about["url"]) == (node.label, node.kind, node.url)
        for key in ("title", "year", "journal", "retracted"):
            assert about.get(key) == getattr(node, key)


@pytest.mark.parametrize(("write", "read"), FORMATS)
def test_nothing(write: Any, read: Any) -> None:  # noqa: ANN401 - as above
    assert len(read(io.BytesIO(write(network([]))))) == 0


@pytest.mark.parametrize(("write", "read"), FORMATS)
def test_hostile_words_stay_words(write: Any, read: Any) -> None:  # noqa: ANN401 - as above
    made = network(hostile())
    found = read(io.BytesIO(write(made)))
    assert len(found) == len(made.nodes)
    assert "<script>window.harmed = 1</script><img src=x" in found.nodes["1"]["title"]
    assert found.nodes["6"]["title"] == "controls \ufffd\ufffd\ufffd[31m \ufffd"


def test_every_edge_has_a_key_of_its_own() -> None:
    found = nx.read_graphml(io.BytesIO(graphml(network(samples()))))
    keys = [key for _, _, key in found.edges(keys=True)]
    assert len(keys) == len(set(keys)) > 100


def test_tables() -> None:
    made = network([*samples(), *hostile()])
    nodes = list(csv.DictReader(io.StringIO(b"".join(tables.nodes(made)).decode(), newline="")))
    assert [row["Id"] for row in nodes] == list(made.nodes)
    for row in nodes:
        node = made.nodes[row["Id"]]
        assert (row["Title"] or None) == node.title
        assert (row["Label"], row["Kind"], row["Url"]) == (node.label, node.kind, node.url)
        assert row["Year"] == ("" if node.year is None else str(node.year))
        assert row["Retracted"] == ("" if node.retracted is None else str(node.retracted))
    edges = list(csv.DictReader(io.StringIO(b"".join(tables.edges(made)).decode(), newline="")))
    assert [(row["Source"], row["Target"], row["Relation"]) for row in edges] == made.edges
    assert {row["Type"] for row in edges} == {"Directed"}


def test_long_tables_come_in_pieces() -> None:
    made = network([{"pmid": str(number)} for number in range(1, 2501)])
    pieces = list(tables.nodes(made))
    assert [piece.count(b"\r\n") for piece in pieces] == [1001, 1000, 500]
    assert list(tables.edges(network([]))) == [b"Source,Target,Type,Relation\r\n"]
