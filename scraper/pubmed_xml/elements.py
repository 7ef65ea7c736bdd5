"""PubMed XML to elements, safely, and what their parts say.

Each record is cut out of its document and parsed alone. A declaration of entities can
only stand before the first element, so that no entity of a document is ever expanded.
"""

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Final
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from scraper import dom, exchange, normalize
from scraper.dom import Node
from scraper.model import Date

_MAX_DEPTH: Final = 100
_INLINE: Final = frozenset("b i u sub sup".split())
_START: Final = re.compile(
    r"\s*(?:<\?xml\b[^>]*>\s*)?(?:<!DOCTYPE\s+Pubmed\w+[^>\[]*>\s*)?"
    r"<Pubmed(?:Book)?Article(?:Set)?[\s>]"
)
_RECORD: Final = re.compile(r"<Pubmed(?:Book)?Article(?=[\s>])")
_END: Final = re.compile(r"</Pubmed(?:Book)?Article>")
_PMID: Final = re.compile(
    r"<(?:MedlineCitation|BookDocument)\b[^>]*>\s*<PMID\b[^>]*>\s*([0-9]{1,9})\s*</PMID>"
)
_SNIFFED: Final = 4096


class BrokenError(ValueError):
    """A record is no XML, or none of PubMed's; says why, and which PMID it names."""

    def __init__(self, what: str, record: str) -> None:
        super().__init__(what)
        found = _PMID.search(record)
        self.pmid = found and found[1]


def is_pubmed_xml(text: str) -> bool:
    """Tell whether a text is a document of PubMed records, or begins with one.

    >>> is_pubmed_xml("<?xml version='1.0'?><PubmedArticleSet>"), is_pubmed_xml("<article>")
    (True, False)
    """
    return _START.match(text, 0, _SNIFFED) is not None


def has_records(text: str) -> bool:
    """Tell whether a document holds any record."""
    return _RECORD.search(text) is not None


def split(text: str) -> Iterator[str]:
    """Cut out the records; one without an end goes to where the next one begins."""
    starts = (found.start() for found in _RECORD.finditer(text))
    for start, limit in pairwise(chain(starts, (len(text),))):
        end = _END.search(text, start, limit)
        yield text[start : end.end() if end else limit]


def parse(record: str) -> Element:
    """Parse one record.

    Raises:
        BrokenError: It is cut off, not well-formed, or nests deeper than any record does.
    """
    if not _END.search(record):
        raise BrokenError("is cut off", record)
    try:
        root = ET.fromstring(record)  # noqa: S314 - without a DOCTYPE there are no entities
    except ET.ParseError as error:
        raise BrokenError(f"is broken XML ({error} of it)", record) from error
    level = [root]
    for _ in range(_MAX_DEPTH):
        level = [child for element in level for child in element]
    if level:
        raise BrokenError("nests deeper than PubMed's XML does", record)
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
    """Read a date: ``MedlineDate`` as it stands, else year, month or season, and day.

    The month of an issue is a word, that of a book or of an electronic date a number.
    """
    if printed := text(element, "MedlineDate"):
        return normalize.date(printed)
    parts = [said for part in ("Year", "Month", "Season", "Day") if (said := text(element, part))]
    if text(element, "Month").isdigit():
        return exchange.numeric_date("-".join(parts))
    return normalize.date(" ".join(parts))
