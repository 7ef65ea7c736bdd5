"""``pubmed-scraper strip``."""

from functools import partial
from typing import Literal

import click

from scraper.cli.parameters import PATH, max_bytes_option, output_option
from scraper.cli.report import error_line
from scraper.cli.root import help_or_fail
from scraper.cli.stdio import destination, stdin
from scraper.errors import ScraperError


@click.command(
    epilog="""\b
Examples:
  pubmed-scraper strip --as text saved/15613317.html | less
  curl -s https://example.org/saved.html | pubmed-scraper strip - > article.html
  pubmed-scraper strip saved/15613317.html -o article.html
"""
)
@click.argument("path", type=PATH, required=False)
@click.option(
    "--as",
    "as_",
    type=click.Choice(["html", "text"]),
    default="html",
    show_default=True,
    help="HTML, or text with headings, paragraphs and lists.",
)
@output_option
@max_bytes_option
@click.pass_context
def strip(
    ctx: click.Context,
    path: str | None,
    as_: Literal["html", "text"],
    output: str,
    max_bytes: int,
) -> int:
    """Print a saved PubMed page without its boilerplate.

    PATH is one page, HTML, MHTML, Safari's webarchive or a text rendering, compressed or
    not, or - for standard input. What goes:
    banners, access keys, menus, sidebars, scripts and footers. What stays: the article.
    A text rendering stays text.
    """
    if path is None:
        help_or_fail(ctx, "name a page, or - for standard input")
    from scraper import batch, sinks, sources  # noqa: PLC0415 - keeps --help quick
    from scraper.cli.single import only  # noqa: PLC0415

    if not sources.is_single(path):
        ctx.fail("PATH is one page, no folder, pattern or archive")

    (found,) = only(sources.pages((path,), stdin=stdin(), max_bytes=max_bytes), "PATH is one page")
    result = (
        found
        if isinstance(found, ScraperError)
        else batch.attempt(found, partial(batch.strip, found, as_=as_))
    )
    if isinstance(result, ScraperError):
        click.echo(error_line(result), err=True)
        return result.exit_status
    with sinks.open_stream(destination(output)) as stream:
        stream.write(result)
    return 0
