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

\b
Exit status: 0 all well, 1 some PMIDs gave no record or are still waiting, 2 usage, 3 output
cannot be written, 5 a crawl works on the job, 130 Ctrl-C, 141 closed pipe, 143 terminated.
"""
)
@click.argument("job", type=PATH)
@sink_options
@errors_option
@page_timeout_option
@page_memory_option
@quiet_option("No bar and no summary; error lines stay.")
@click.pass_context
def export(ctx: click.Context, /, **given: Unpack["Given"]) -> int:
    """Convert all pages of JOB again, with today's readers, without the network.

    What comes out is what crawl gave, byte for byte, unless this program has learned to read
    more since.
    """
    spare(ctx, [given["job"]], given["output"], given["errors"])
    from scraper.cli.exporting import export_all  # noqa: PLC0415 - keeps --help quick

    return export_all(given)
