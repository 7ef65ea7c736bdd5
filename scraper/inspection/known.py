"""Text of a page's content that no field carries though it is known: labels, headings, marks.

What is neither taken nor known is *unread*: this is how a change of a layout shows itself.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from scraper.headings import field_of
from scraper.normalize import squash
from scraper.provenance.printed import squeezed

LABELS: Final[Mapping[str, str]] = {
    r"PMID|PMCID|DOI|Bookshelf ID|PubMed Central": "label of an identifier",
    r"Keywords|Copyright|Figure|Excerpt|Abstract": "label of a field",
    r"Epub|eCollection|Print|In|Online ahead of print": "word before a date or a book",
    r"Author information|Authors?|Editors?|Affiliations?|Collaborators?|Investigators?|Source": (
        "heading over people"
    ),
    r"Contributed equally|et al|No authors listed|Expand|Collapse": "word in a list of people",
    r"Article in|Abstract available from the publisher": "note about the language",
    r"Free(?: PMC)? article|Free full text|Free Books? & Documents?": "mark of an open article",
    r"articles?|PubMed Central articles?|Show all [\d,]+ references": "words around a count",
    r"Retracted article|See the retraction notice": "banner over a retracted article",
    r"PubMed - indexed for MEDLINE|Indexed for MEDLINE|PubMed - in process"
    r"|PubMed - as supplied by publisher|PubMed": "state of the record",
    r"PMC|Full text|Links": "label of a link",
    r"See this image and copyright information in PMC": "label of a link",
    r"No abstract available": "note in the place of an abstract",
}
"""Words of the content that no field carries, and what they are: patterns, in any case."""

PLACES: Final[Mapping[str, str]] = {
    "button": "label of a button",
    ".affiliations ~ .affiliations": "affiliations of those who are no authors: a book's editors",
}
"""Elements whose text is known, whatever it says; what a field took of it is marked as ever."""

_LABELS: Final = re.compile(rf"(?<!\w)(?:{'|'.join(LABELS)})(?!\w)", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\n|[.,;:/]\s|\s[-–—]\s")
_EDGES: Final = " \t\n.,;:|/()[]-–—*#•·†‡§"
_NUMBER: Final = re.compile(r"\d{1,3}(?:[\s,]+\d{1,3})*")
"""Marks of affiliations, numbers of entries."""
_MARKS: Final = re.compile(r"^\d+\s*|[\s\d,]*\d$")
"""The same, before or after a value."""


class Known:
    """Knows labels, headings, marks and separators, and what says again what the record has."""

    def __init__(self, record: Mapping[str, Any]) -> None:
        self._said = {squeezed(word).strip(_EDGES) for word in _words(record)}

    def __contains__(self, text: str) -> bool:
        words = squash(text)
        return self._knows(words) or all(map(self._knows, _BETWEEN.split(_LABELS.sub("\n", words))))

    def _knows(self, words: str) -> bool:
        words = words.strip(_EDGES)
        return (
            not any(map(str.isalnum, words))
            or _NUMBER.fullmatch(words) is not None
            or field_of(words) is not None
            or squeezed(words) in self._said
            or squeezed(_MARKS.sub("", words)).strip(_EDGES) in self._said
        )


def _words(value: Any) -> Iterator[str]:  # noqa: ANN401 - any part of a record
    if isinstance(value, str | int):
        yield str(value)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _words(part)
    elif isinstance(value, Sequence):
        for part in value:
            yield from _words(part)
