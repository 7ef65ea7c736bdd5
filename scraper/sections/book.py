"""The book that the record is, or is a section of: its line, its people, the list of sections."""

import re
from collections.abc import Iterable
from functools import singledispatch
from typing import Final

import attrs

from scraper import books, dom, model, normalize
from scraper.books import BookLine
from scraper.collaborators import collaborators
from scraper.dom import Node
from scraper.entrez import ENTREZ
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.pages import PUBMED, ModernPage
from scraper.rendering import TextPage

_EDITORS: Final = re.compile(r"(?:book )?editors?\b(?! affil)", re.IGNORECASE)
_AUTHORS: Final = re.compile(r"book authors?\b(?! (?:affil|info))", re.IGNORECASE)
"""What stands over, or before a colon and the names of, the people of the whole book."""


@singledispatch
def book(page: Layout) -> model.Book | None:
    """Read the book; null for an article of a journal."""
    return None


@book.register
def _modern(page: ModernPage) -> model.Book | None:
    if page.book_line is None:
        return None
    lists = [(said, dom.lines(nodes)) for said, nodes in page.people.of_the_book]
    said = dom.lines([page.heading])
    found = _book(page.book_line, dom.text(dom.find(page.heading, "h1")))
    nobody = () if page.heading_is_whole else None
    return attrs.evolve(
        found,
        authors=_names(_AUTHORS, lists, said) or nobody,
        editors=found.editors or _names(_EDITORS, lists, said) or nobody,
        sections=_sections(page.in_section("book", "li"), PUBMED) or page.absent,
    )


@book.register
def _legacy(page: LegacyPage) -> model.Book | None:
    if page.book_line is None:
        return None
    said = [line for _, part in page.parts for line in dom.lines([part]) if ":" in line]
    found = _book(page.book_line, normalize.without_full_stop(dom.text(page.heading)))
    return attrs.evolve(
        found,
        authors=_names(_AUTHORS, page.of_the_book, said) or page.absent,
        editors=found.editors or _names(_EDITORS, page.of_the_book, said) or page.absent,
        sections=_sections(page.items("book"), ENTREZ) or page.absent,
    )


@book.register
def _text(page: TextPage) -> model.Book | None:
    if page.book_line is None:
        return None
    found = _book(page.book_line, page.title or "")
    return attrs.evolve(
        found,
        editors=found.editors or page.editors,
        sections=page.book_sections,
    )


def _book(line: BookLine, title: str) -> model.Book:
    """Read the line; that of a whole book leaves out the title, which stands over the page."""
    found = books.book(line)
    return found if line.is_section else attrs.evolve(found, title=found.title or title or None)


def _names(
    role: re.Pattern[str], lists: Iterable[tuple[str, list[str]]], said: Iterable[str]
) -> tuple[str, ...]:
    """Return the names under a heading of the book's people, else after a label."""
    listed = [line for heading, lines in lists if role.match(heading) for line in lines]
    lines = listed or [line for line in said if role.match(line) and ": " in line]
    return tuple(person.name for person in collaborators(lines))


def _sections(items: Iterable[Node], base: str) -> tuple[model.BookSection, ...]:
    return tuple(found for item in items if (found := _section(item, base)))


def _section(item: Node, base: str) -> model.BookSection | None:
    """Read a line of the list of sections; a number may stand before its title."""
    line = next(iter(dom.lines([item])), "")
    link = dom.find(item, "a")
    title = dom.text(link)
    if not title or title not in line:
        return model.BookSection(title=line) if line else None
    return model.BookSection(
        label=line.partition(title)[0].strip(" .") or None,
        title=title,
        url=normalize.absolute_url(base, dom.attr(link, "href")),
    )
