"""PubMed XML to elements, safely, and what their parts say.

Each record is cut out of its document and parsed alone. A declaration of entities can
only stand before the first element, so that no entity of a document is ever expanded.
"""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from scraper import dom, errors, normalize
from scraper.dom import Node
from scraper.model import Date

_MAX_DEPTH: Final = 100
_INLINE: Final = frozenset("b i u sub sup".split())
_START: Final = re.compile(
    r"\s*(?:<\?xml\b[^>]*>\s*)?(?:<!DOCTYPE\s+Pubmed\w+[^>\[]*>\s*)?"
    r"<Pubmed(?:Book)?Article(?:Set)?[\s>]"
)
_RECORD: Final = re.compile(r"<(Pubmed(?:Book)?Article)(?=[\s>])")
_SNIFFED: Final = 4096


def is_pubmed_xml(text: str) -> bool:
    """Tell whether a text is a document of PubMed records, or begins with one.

    >>> is_pubmed_xml("<?xml version='1.0'?><PubmedArticleSet>"), is_pubmed_xml("<article>")
    (True, False)
    """
    return _START.match(text, 0, _SNIFFED) is not None


def split(text: str) -> tuple[list[str], bool]:
    """Cut out the records; tell whether the last one is cut off and therefore left out."""
    found: list[str] = []
    at = 0
    while start := _RECORD.search(text, at):
        closing = f"</{start[1]}>"
        at = text.find(closing, start.start()) + len(closing)
        if at < len(closing):
            return found, True
        found.append(text[start.start() : at])
    return found, False


def parse(record: str) -> Element:
    """Parse one record.

    Raises:
        errors.Unreadable: It is not well-formed, or nests deeper than any record does.
    """
    try:
        root = ET.fromstring(record)  # noqa: S314 - without a DOCTYPE there are no entities
    except ET.ParseError as error:
        raise errors.Unreadable(f"The XML of a record is broken: {error}.") from error
    level = [root]
    for _ in range(_MAX_DEPTH):
        level = [child for element in level for child in element]
    if level:
        raise errors.Unreadable("The XML nests deeper than PubMed's does.")
    return root


def all_of(element: Element | None, path: str) -> list[Element]:
    """Return all elements at a path; none where the element itself is missing."""
    return [] if element is None else element.findall(path)


def text(element: Element | None, path: str = ".") -> str:
    """Return the text of the first element at a path, ``""`` without one."""
    found = None if element is None else element.find(path)
    return "" if found is None else normalize.squash("".join(found.itertext()))


def texts(element: Element | None, path: str) -> tuple[str, ...]:
    """Return the texts of all elements at a path."""
    return tuple(filter(None, (text(found) for found in all_of(element, path))))


def marked_up(element: Element | None) -> Node | None:
    """Return what is inside an element as HTML: PubMed's ``b i u sub sup`` are the same there."""
    if element is None:
        return None
    inside = "".join(_inside(element))
    holder = dom.find(dom.parse(f"<span id=holder>{inside}</span>"), "#holder")
    return holder and holder.first_child


def _inside(element: Element) -> Iterator[str]:
    yield _escaped(element.text)
    for child in element:
        keeps = child.tag in _INLINE
        yield f"<{child.tag}>" if keeps else ""
        yield from _inside(child)
        yield f"</{child.tag}>" if keeps else ""
        yield _escaped(child.tail)


def _escaped(said: str | None) -> str:
    return (said or "").replace("&", "&amp;").replace("<", "&lt;")


def date(element: Element | None) -> Date | None:
    """Read a date: ``MedlineDate`` as it stands, else year, month or season, and day."""
    printed = text(element, "MedlineDate") or " ".join(
        filter(None, (text(element, part) for part in ("Year", "Month", "Season", "Day")))
    )
    return normalize.date(printed)
