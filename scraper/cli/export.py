"""``pubmed-scraper export``."""

from typing import TYPE_CHECKING, Unpack

import click

from scraper.cli.parameters import (
    PATH,
    errors_option,
    page_memory_option,
    page_timeout_option,
    quiet_option,
    sink_options,
    spare,
)

if TYPE_CHECKING:
    from scraper.cli.exporting import Given


@click.command(
    epilog="""\b
Examples:
  pubmed-scraper export crawl.db -o records.jsonl
  pubmed-scraper export crawl.db --fields pmid,title,abstract --format pretty
  pubmed-scraper export records.jsonl -o refs.bib
  pubmed-scraper export parts/ more.jsonl.gz --to csl-json -o refs.json
  pubmed-scraper convert saved/ | pubmed-scraper export - --to ris > refs.ris

\b
Exit status: 0 all well, 1 some PMIDs or lines gave no record or are still waiting, 2 usage,
3 output cannot be written, 5 a crawl works on the job, 130 Ctrl-C, 141 closed pipe,
143 terminated.
"""
)
@click.argument("sources", metavar="JOB|[RECORDS|-]...", nargs=-1, required=True, type=PATH)
@sink_options
@errors_option
@page_timeout_option
@page_memory_option
@quiet_option("No bar and no summary; error lines stay.")
@click.pass_context
def export(ctx: click.Context, /, **given: Unpack["Given"]) -> int:
    """Write a crawl's records again, or records in another format, without the network.

    The pages of a JOB are converted again, with today's readers: what comes out is what crawl
    gave, byte for byte, unless this program has learned to read more since.

    RECORDS are files of what convert, crawl and export write, JSON Lines or JSON, compressed or
    not, folders of such files, as -o DIR/ makes them, or - for lines on standard input. A line
    that is no record costs one line on standard error that has its number. Which of the two a
    file is, its content says.

    References (ris, bibtex, csl-json, nbib) are made of articles, books and parts of books;
    listings and error objects are left out.
    """
    spare(ctx, given["sources"], given["output"], given["errors"])
    from scraper.cli import records as reading  # noqa: PLC0415 - keeps --help quick
    from scraper.cli.exporting import export_all  # noqa: PLC0415 - likewise

    reading.check(ctx, given["sources"])

    return export_all(given)
