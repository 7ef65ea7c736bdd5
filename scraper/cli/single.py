"""What holds for one page only cannot be asked of a container that holds several."""

from collections.abc import Iterator

import click

from scraper.errors import ScraperError
from scraper.sources import RawPage


def only(pages: Iterator[RawPage | ScraperError], rule: str) -> tuple[RawPage | ScraperError]:
    """Return the one page there is.

    Raises:
        click.UsageError: there is none, or another one; it begins with ``rule``.
    """
    page = next(pages, None)
    if page is None:
        raise click.UsageError(f"{rule}; there is none of PubMed in this archive")
    if next(pages, None) is not None:
        raise click.UsageError(f"{rule}; this is an archive of several")
    return (page,)
