"""The network as two tables, with the headings that Gephi knows."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from scraper.graph.network import Network

_AT_ONCE: Final = 1000


def nodes(network: Network) -> Iterator[bytes]:
    """Write the table of articles as CSV in UTF-8; what is not known is an empty cell."""
    yield from _table(
        ("Id", "Label", "Kind", "Title", "Year", "Journal", "Retracted", "Url"),
        (
            (
                node.id,
                node.label,
                node.kind,
                node.title,
                node.year,
                node.journal,
                node.retracted,
                node.url,
            )
            for node in network.nodes.values()
        ),
    )


def edges(network: Network) -> Iterator[bytes]:
    """Write the table of edges; Gephi's ``Type`` says that all are directed."""
    yield from _table(
        ("Source", "Target", "Type", "Relation"),
        ((start, end, "Directed", relation) for start, end, relation in network.edges),
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> Iterator[bytes]:
    """Write rows (RFC 4180), some at a time."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head)
    for number, row in enumerate(rows, 1):
        writer.writerow(row)
        if number % _AT_ONCE == 0:
            yield _taken(text)
    yield _taken(text)


def _taken(text: io.StringIO) -> bytes:
    data = text.getvalue().encode()
    text.seek(0)
    text.truncate()
    return data
