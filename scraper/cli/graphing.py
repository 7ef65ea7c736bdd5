"""The work of ``pubmed-scraper graph``."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, Literal, TypedDict

import msgspec

from scraper import sinks
from scraper.cli.records import lines, names, reporting
from scraper.cli.stdio import destination
from scraper.graph import Growing, Line, Network


class Given(TypedDict):
    """The arguments and options of ``graph``."""

    records: tuple[str, ...]
    to: Literal["graphml", "gexf", "csv", "html"]
    edges: tuple[str, ...]
    output: str


Writer = Callable[[Network, Given], None]


def write_graph(given: Given) -> int:
    """Write the network; return the exit status.

    Raises:
        ImportError: what the form needs is not installed.
    """
    write = _WRITERS[given["to"]]()
    with reporting(given["output"]) as report:
        growing = Growing(given["edges"])
        for line in lines(given["records"], msgspec.json.Decoder(Line).decode, report):
            growing.take(line)
    write(growing.network(), given)
    return report.status


def _graphml() -> Writer:
    from scraper.graph.files import graphml  # noqa: PLC0415 - an extra, as below

    return lambda network, given: _write(given["output"], [graphml(network)])


def _gexf() -> Writer:
    from scraper.graph.files import gexf  # noqa: PLC0415

    return lambda network, given: _write(given["output"], [gexf(network)])


def _html() -> Writer:
    from scraper.graph.drawing import page  # noqa: PLC0415

    return lambda network, given: _write(given["output"], [page(network, names(given["records"]))])


def _csv() -> Writer:
    from scraper.graph import tables  # noqa: PLC0415

    def write(network: Network, given: Given) -> None:
        folder = Path(given["output"])
        folder.mkdir(parents=True, exist_ok=True)
        _write(str(folder / "nodes.csv"), tables.nodes(network))
        _write(str(folder / "edges.csv"), tables.edges(network))

    return write


def _write(output: str, pieces: Iterable[bytes]) -> None:
    with sinks.open_stream(destination(output)) as stream:
        for piece in pieces:
            stream.write(piece)


_WRITERS: Final = {"graphml": _graphml, "gexf": _gexf, "csv": _csv, "html": _html}
