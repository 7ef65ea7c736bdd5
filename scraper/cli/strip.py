"""``pubmed-scraper strip``."""

from functools import partial
from typing import Literal, TypedDict, Unpack

import click

from scraper.cli.parameters import (
    PATH,
    max_bytes_option,
    output_option,
    page_memory_option,
    page_timeout_option,
)
from scraper.cli.report import error_line
from scraper.cli.root import help_or_fail
from scraper.cli.stdio import destination, stdin
from scraper.errors import ScraperError


class Given(TypedDict):
    """The argument and the options of ``strip``."""

    path: str | None
    as_: Literal["html", "text"]
    output: str
    max_bytes: int
    page_timeout: float
    page_memory: int


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
@page_timeout_option
@page_memory_option
@click.pass_context
def strip(ctx: click.Context, /, **given: Unpack[Given]) -> int:
    """Print a saved PubMed page without its boilerplate.

    PATH is one page, HTML, MHTML, Safari's webarchive or a text rendering, compressed or
    not, or - for standard input. What goes:
    banners, access keys, menus, sidebars, scripts and footers. What stays: the article.
    A text rendering stays text.
    """
    path = given["path"]
    if path is None:
        help_or_fail(ctx, "name a page, or - for standard input")
    from scraper import batch, sinks, sources  # noqa: PLC0415 - keeps --help quick
    from scraper.cli.single import only  # noqa: PLC0415
    from scraper.workers import Limits, Workers  # noqa: PLC0415

    if not sources.is_single(path):
        ctx.fail("PATH is one page, no folder, pattern or archive")

    (found,) = only(
        sources.pages((path,), stdin=stdin(), max_bytes=given["max_bytes"]), "PATH is one page"
    )
    work = partial(batch.to_stripped, as_=given["as_"])
    with Workers(1, Limits(given["page_timeout"], given["page_memory"])) as workers:
        (result,) = workers.run((found,), work)
    if isinstance(result, ScraperError):
        click.echo(error_line(result), err=True)
        return result.exit_status
    with sinks.open_stream(destination(given["output"])) as stream:
        stream.write(result)
    return 0
