"""Who and what the article is: title, people, journal, identifiers."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scraper import citations, normalize
from scraper.model import Author, FreeFullText, Investigator
from scraper.names import NO_AUTHORS
from scraper.rendering import people
from scraper.rendering.anchor import Anchor
from scraper.rendering.byline import agreed, authors, numbered_affiliations
from scraper.rendering.doubt import DOUBT
from scraper.rendering.heading import Head, read_head
from scraper.rendering.lines import joined
from scraper.rendering.openers import IDENTIFIERS
from scraper.rendering.segment import Segments
from scraper.rendering.vocabulary import FREE, PUBLICATION_TYPES

_PMID = re.compile(r"\bPMID: ?(\d+)\b")
_PMCID = re.compile(r"\bPMCID: ?(PMC\d+)\b", re.IGNORECASE)
_DOI = re.compile(r"\bDOI: ?(10\.\S+)")
_BOOK = re.compile(r"\bBookshelf ID: ?(NBK\d+)\b")


class Identity(NamedTuple):
    """The values of the record that the head of the page gives."""

    pmid: str | None = None
    pmcid: str | None = None
    doi: str | None = None
    bookaccession: str | None = None
    title: str | None = None
    vernacular_title: str | None = None
    languages: tuple[str, ...] | None = None
    authors: tuple[Author, ...] | None = None
    authors_complete: bool | None = None
    affiliations: tuple[str, ...] | None = None
    investigators: tuple[Investigator, ...] | None = None
    editors: tuple[str, ...] | None = None
    journal: str | None = None
    free: FreeFullText | None = None
    badges: tuple[str, ...] = ()


def identity(segments: Segments, noted_doi: str | None) -> Identity:
    """Read the head of a page; the notes after the citation may give the DOI."""
    if segments.anchor is None:
        return Identity()
    return (
        _modern(segments, segments.anchor, noted_doi)
        if segments.anchor.modern
        else _old(segments, segments.anchor, noted_doi)
    )


def _modern(segments: Segments, anchor: Anchor, noted_doi: str | None) -> Identity:
    above = [line.text for line in segments.above]
    head = read_head(segments.head, above[-1] if above else None)
    affiliations = agreed(
        numbered_affiliations(head.people.affiliations), joined(head.people.byline)
    )
    numbers = [number for number, _ in affiliations]
    byline = _authors_of_book(head, numbers) if anchor.book else _people(head, numbers)
    journal, badges = _journal(head, above)
    is_preprint = anchor.preprint or any(citations.PREPRINT in line for line in above)
    ids = head.identifiers.replace(DOUBT, "")
    return Identity(
        pmid=normalize.pmid(_first(_PMID, ids)),
        pmcid=normalize.pmcid(_first(_PMCID, ids)),
        doi=noted_doi or normalize.doi(_first(_DOI, ids)),
        bookaccession=_first(_BOOK, ids),
        title=_title(head, anchor),
        vernacular_title=head.vernacular,
        languages=_languages(head.language),
        authors=byline[0] if byline else None,
        authors_complete=byline[1] if byline else None,
        affiliations=tuple(text for _, text in affiliations) or None,
        investigators=people.investigators(head.people.collaborators, affiliations),
        editors=people.names(head.people.editors),
        journal=None if anchor.book else journal and citations.without_preprint(journal),
        free=head.free,
        badges=tuple(dict.fromkeys((*badges, *head.badges, *["Preprint"] * is_preprint))),
    )


def _title(head: Head, anchor: Anchor) -> str | None:
    """Return the title; of a book without identifiers the layout is not certain.

    A full stop may then be the layout's or the title's own.
    """
    is_certain = anchor.book is None or head.identifiers or not (head.title or "").endswith(".")
    return head.title if is_certain else None


def _old(segments: Segments, anchor: Anchor, noted_doi: str | None) -> Identity:
    head = segments.old_head
    affiliations = agreed(numbered_affiliations(head.affiliations), head.byline or "")
    numbers = [number for number, _ in affiliations]
    byline = authors(head.byline, numbers) if head.byline else None
    below = [
        line for region in segments.regions if region.field == IDENTIFIERS for line in region.lines
    ]
    ids = joined(below).replace(DOUBT, "")
    return Identity(
        pmid=normalize.pmid(_first(_PMID, ids)),
        pmcid=normalize.pmcid(_first(_PMCID, ids)),
        doi=noted_doi or normalize.doi(_first(_DOI, ids)),
        bookaccession=_first(_BOOK, ids),
        title=head.title,
        languages=_languages(head.language),
        authors=byline[0] if byline else None,
        authors_complete=byline[1] if byline else None,
        affiliations=tuple(text for _, text in affiliations) or None,
        investigators=people.investigators(head.collaborators, affiliations),
        editors=people.names(head.editors),
        journal=anchor.journal and citations.without_preprint(anchor.journal),
        badges=("Preprint",) if citations.PREPRINT in (anchor.journal or "") else (),
        free=next(
            (mark for line in below if (mark := FREE.get(line.text.rstrip(".").lower()))), None
        ),
    )


def _languages(printed: str | None) -> tuple[str, ...] | None:
    return tuple(re.split(r", ?", printed)) if printed else None


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found[1] if found else None


def _journal(head: Head, above: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return the journal and the publication types that stand above the citation.

    A browser's copy prints the journal there, with the type above it or before it, and
    may lack the short line; it is known by the identifiers in its head.
    """
    types = [text for text in above if text in PUBLICATION_TYPES]
    last = above[-1] if above and above[-1] not in PUBLICATION_TYPES else ""
    journal = head.short.journal if head.short else None
    words = last.split(" ")
    beginnings = (" ".join(words[:size]) for size in range(len(words) - 1, 0, -1))
    kind = next((found for found in beginnings if found in PUBLICATION_TYPES), "")
    rest = last.removeprefix(kind).strip()
    if kind and (journal == rest or (journal is None and head.identifiers)):
        types.append(kind)
    if journal is None and head.identifiers:
        journal = rest or None
    return journal, types


def _people(head: Head, numbers: Sequence[str | None]) -> tuple[tuple[Author, ...], bool] | None:
    """Return the authors: the byline where its first is the short line's, and not the only one.

    Some renderers drop what parts the names. Without a short line the byline counts where the
    identifiers show that the head has lost nothing.
    """
    byline = joined(head.people.byline).replace(DOUBT, " ")  # raised numbers
    if NO_AUTHORS.fullmatch(byline):
        return (), True
    short = head.short
    if short is None:
        return authors(byline, numbers) if byline and head.identifiers else None
    if short.author is None:
        return None
    found, complete = authors(byline, numbers) if byline else ((), True)
    agree = len(found) > 1 or not complete or short.complete
    if found and found[0].name == short.author and agree:
        return found, complete
    return (Author(name=short.author),), short.complete


def _authors_of_book(
    head: Head, numbers: Sequence[str | None]
) -> tuple[tuple[Author, ...], bool] | None:
    """Return the authors; the short line of a book names no journal."""
    byline = joined(head.people.byline)
    if byline and (head.identifiers or NO_AUTHORS.fullmatch(byline)):
        return authors(byline, numbers)
    if head.book_author is None:
        return None
    name, alone = head.book_author
    return (Author(name=name),), alone
