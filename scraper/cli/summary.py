"""``pubmed-scraper summary``."""

import click

from scraper.cli.parameters import PATH, output_option, spare
from scraper.cli.root import help_or_fail


@click.command(
    epilog="""\b
Examples:
  pubmed-scraper summary records.jsonl -o summary.html
  pubmed-scraper convert saved/ --errors errors.jsonl -o records.jsonl
  pubmed-scraper summary records.jsonl errors.jsonl -o summary.html

\b
Exit status: 0 all well, 1 some lines could not be read, 2 usage, 3 output cannot be written,
130 Ctrl-C, 141 closed pipe, 143 terminated.
"""
)
@click.argument("records", metavar="[RECORDS|-]...", nargs=-1, type=PATH)
@output_option
@click.pass_context
def summary(ctx: click.Context, records: tuple[str, ...], output: str) -> int:
    """Write a page about records: counts, charts, and a table that can be searched.

    RECORDS are files of what convert, crawl and export write, JSON Lines or JSON, compressed or
    not, folders of such files, as -o DIR/ makes them, or - for standard input; the error objects of
    their option --errors may stand among them or in a file of their own. The page is one HTML file
    that needs no network and opens anywhere. It counts years, journals, types, MeSH headings,
    languages, retractions, fields, warnings and errors. Of very many articles its table holds the
    newest that fit into 3 MB.
    """
    if not records:
        help_or_fail(ctx, "name files of records, or - for standard input")
    from scraper.cli import records as reading  # noqa: PLC0415 - keeps --help quick

    reading.check(ctx, records)
    spare(ctx, records, output)
    try:
        from scraper.cli.summing import summarize  # noqa: PLC0415 - an extra
    except ImportError:
        ctx.fail("this needs Jinja2 and pygal: pip install 'pubmed-scraper[summary]'")
    return summarize(records, output)
