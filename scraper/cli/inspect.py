"""``pubmed-scraper inspect``."""

import click

from scraper.cli.parameters import PATH, max_bytes_option, output_option, spare
from scraper.cli.root import help_or_fail


@click.command(
    epilog="""\b
Examples:
  pubmed-scraper inspect saved/15613317.html -o page.html
  pubmed-scraper inspect rendering.txt -o page.html

\b
Exit status: 0 all well, 1 the page gives no record, 2 usage, 3 output cannot be written,
130 Ctrl-C, 141 closed pipe, 143 terminated.
"""
)
@click.argument("path", type=PATH, required=False)
@output_option
@max_bytes_option
@click.pass_context
def inspect(ctx: click.Context, path: str | None, output: str, max_bytes: int) -> int:
    """Show where in a saved PubMed page each value of its record stands.

    PATH is the page of one article, HTML of any age, MHTML or a text rendering, compressed or
    not, or - for standard input. What comes out is one HTML file that needs no network: the
    page's content on one side, the record on the other, and pointing at one lights the other.
    Text that no field took is marked as unread, what the stripper drops is folded, with its rule.
    """
    if path is None:
        help_or_fail(ctx, "name a page, or - for standard input")
    from scraper import sources  # noqa: PLC0415 - keeps --help quick

    if not sources.is_single(path):
        ctx.fail("PATH is one page, no folder, pattern or archive")
    spare(ctx, (path,), output)
    try:
        from scraper.cli.inspecting import write  # noqa: PLC0415 - an extra
    except ImportError:
        ctx.fail("this needs Jinja2: pip install 'pubmed-scraper[inspect]'")
    return write(path, output, max_bytes)
