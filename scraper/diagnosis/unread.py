"""How much of a page's text stayed unread.

Counted are the words of the page without its boilerplate that stand in no string of the
record, by their characters. Headings and labels are among them, so that no page has none: what
tells of drift is the change. A word that stands elsewhere in the record counts as read, so that
the figure is the least that there is.
"""

import re
from collections.abc import Iterator
from functools import singledispatch
from typing import Any, Final, NamedTuple

import attrs

from scraper import boilerplate
from scraper.diagnosis.coverage import OF_THE_READING
from scraper.layout import Layout
from scraper.listing import ListingPage
from scraper.model import Article, Listing
from scraper.normalize import squash

_WORD: Final = re.compile(r"\w+")


class Text(NamedTuple):
    """How long the content of a page is, in characters of its words."""

    characters: int
    unread: int
    """How many of them stand in no string of the record."""


@singledispatch
def unread(layout: Layout, record: Article | Listing) -> Text:
    """Hold the text of a page against its record. Takes the page's noise out of its tree."""
    content = (getattr(record, name) for name in _names(type(record)))
    known = {word for value in content for text in _strings(value) for word in _words(text)}
    lengths = [(len(word), word in known) for word in _words(boilerplate.strip(layout, "text"))]
    return Text(sum(n for n, _ in lengths), sum(n for n, is_read in lengths if not is_read))


@unread.register
def _listing(layout: ListingPage, record: Article | Listing) -> Text:  # noqa: ARG001 - the stripper has no rule for it
    return Text(0, 0)


def _names(kind: type[Article | Listing]) -> Iterator[str]:
    """Yield the fields that hold content; a warning can quote what was not read."""
    return (field.name for field in attrs.fields(kind) if field.name not in OF_THE_READING)


def _words(text: str) -> Iterator[str]:
    return (found[0] for found in _WORD.finditer(squash(text)))


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - any part of a record
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from _strings(entry)
    elif attrs.has(type(value)):
        for part in attrs.asdict(value, recurse=False).values():
            yield from _strings(part)
