"""The PMIDs that the arguments and lists of ``crawl`` name."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import chain

import click

from scraper.cli.report import error_line
from scraper.cli.stdio import stdin
from scraper.crawler.pmids import ListCount, Seen, distinct, from_list, from_words
from scraper.errors import CrawlError, ScraperError
from scraper.sources.read import opened, source_name

STDIN = "-"


class Lists:
    """What the arguments and lists name, in that order; four bytes a PMID."""

    def __init__(self, words: Sequence[str], files: Sequence[str]) -> None:
        self.numbers = array("I")
        """The PMIDs, each once."""
        self.count = ListCount()
        """What was found. Counts while the lists are read."""
        self._words, self._files = words, files

    def read(self) -> Iterator[CrawlError]:
        """Read all, and yield what is no PMID.

        Raises:
            click.UsageError: a list cannot be read; half a list is not crawled.
        """
        given = chain(from_words(self._words, "argument"), *map(_from_file, self._files))
        try:
            for found in distinct(given, self.count, Seen()):
                if isinstance(found, CrawlError):
                    yield found
                else:
                    self.numbers.append(int(found))
        except ScraperError as error:
            raise click.UsageError(error_line(error)) from error

    def extras(self) -> list[str]:
        """Say what the lists hold besides PMIDs given once."""
        doubled, invalid = self.count.doubled, self.count.invalid
        return [
            *([f"{doubled:,} given more than once"] if doubled else []),
            *([f"{invalid:,} of the list unreadable"] if invalid else []),
        ]


def _from_file(path: str) -> Iterator[str | CrawlError]:
    if path == STDIN:
        yield from from_list(stdin(), STDIN)
        return
    name = source_name(path)
    with opened(path, name) as stream:
        yield from from_list(stream, name)
