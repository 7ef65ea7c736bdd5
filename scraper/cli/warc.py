"""``pubmed-scraper warc``."""

import sys

import click

from scraper.cli.parameters import PATH, output_option, spare
from scraper.cli.stdio import destination, on_terminal


@click.command(
    epilog="""\b
Examples:
  pubmed-scraper warc crawl.db -o crawl.warc.gz
  pubmed-scraper convert crawl.warc.gz
"""
)
@click.argument("job", type=PATH)
@output_option
@click.pass_context
def warc(ctx: click.Context, job: str, output: str) -> int:
    """Write the raw pages of JOB as WARC 1.1 (ISO 28500), in the order in which they came.

    Bodies are as the server sent them, gzip included. Each record is compressed by itself,
    unless the name of FILE ends with .warc.
    """
    spare(ctx, [job], output)
    if output == "-" and on_terminal(sys.stdout):
        ctx.fail("WARC is binary; name a file (-o FILE) or pipe it on")
    from scraper import sinks  # noqa: PLC0415 - keeps --help quick
    from scraper.crawler.job import Job  # noqa: PLC0415

    try:
        from scraper.crawler.warc import warc_records  # noqa: PLC0415 - an extra
    except ImportError:
        ctx.fail("this needs warcio: pip install 'pubmed-scraper[warc]'")
    with Job(job, read_only=True) as opened, sinks.open_stream(destination(output)) as stream:
        for record in warc_records(opened.pages, gzip=not output.lower().endswith(".warc")):
            stream.write(record)
    return 0
