"""The work of ``pubmed-scraper summary``."""

from collections.abc import Sequence

from scraper import sinks
from scraper.cli.records import lines, names, reporting
from scraper.cli.stdio import destination
from scraper.summary import LineDecoder, Tally, page


def summarize(records: Sequence[str], output: str) -> int:
    """Write the page; return the exit status."""
    with reporting(output) as report:
        tally = Tally()
        for line in lines(records, LineDecoder().decode, report):
            tally.take(line)
    with sinks.open_stream(destination(output)) as stream:
        stream.write(page(tally, names(records)))
    return report.status
