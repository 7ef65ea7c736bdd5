"""MEDLINE text, read by Biopython and by our own reader."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from Bio import Medline

import scraper
from scraper.medline.byline import name_parts
from scraper.medline.tags import NOTICES
from scraper.model import Article, Author, Book, Date, Investigator, MeshHeading, Section
from scraper.normalize import squash, without_full_stop
from scraper.references import languages
from tests.references.told import keywords

_KNOWN = set(NOTICES.values())


def found(text: str) -> Article:
    """Return the record that our reader makes of a text, with nothing to warn of."""
    (article,) = scraper.records(text)
    assert isinstance(article, Article)
    assert article.warnings == ()
    return article


def carried(article: Article) -> dict[str, Any]:
    """Return what MEDLINE carries of a record, in a form that both sides have."""
    places = article.affiliations or ()
    journal = article.journal
    return {
        "kind": article.kind,
        "ids": (article.pmid, article.pmcid, article.doi, article.bookaccession),
        "titles": (bare(article.title), bare(article.vernacular_title)),
        "languages": [languages.code(said) for said in article.languages or ()],
        "authors": [_person(author) for author in article.authors or ()],
        "orcids": [author.orcid for author in article.authors or ()],
        "complete": article.authors_complete is not False,
        "places": [[places[at] for at in author.affiliations] for author in article.authors or ()],
        "all places": sorted(places),
        "investigators": [(_person(p), p.affiliations) for p in article.investigators or ()],
        "journal": journal
        and (journal.title, journal.medline_ta, journal.issn, journal.nlm_unique_id),
        "book": _book(article.book),
        "citation": None if article.book else article.citation,  # a section's own has no tag
        "place": (
            article.volume,
            article.issue,
            article.pages,
            article.start_page,
            article.end_page,
        ),
        "dates": (_iso(article.pub_date), _iso(article.article_date), article.publication_status),
        "types": [*(article.publication_types or ())],
        "abstract": squash(_running(article.abstract_sections or ()) or article.abstract or ""),
        "copyright": article.abstract_copyright,
        "other abstracts": [
            (said.language and languages.code(said.language), _whole(said.heading, said))
            for said in article.other_abstracts or ()
        ],
        "keywords": [word.lstrip("*") for word in article.keywords or ()],
        "coi": article.coi_statement,
        "mesh": [_mesh(heading) for heading in article.mesh_headings or ()],
        "terms": [
            *(article.substances or ()),
            *(article.supplementary_concepts or ()),
            *(article.personal_names or ()),
        ],
        "grants": [grant.raw for grant in article.grants or ()],
        "data": [(data.source, data.accession) for data in article.associated_data or ()],
        "notices": [
            (notice.ref_type, notice.article.pmid, notice.article.citation)
            for notice in article.comments_corrections or ()
            if notice.ref_type in _KNOWN and (notice.article.pmid or notice.article.citation)
        ],
        "retracted": bool(article.retracted),
        "references": (article.references and article.references.total) or None,
    }


def _person(person: Author | Investigator) -> tuple[str | None, ...]:
    """Return the parts of a name; one that is not split comes back as any short name."""
    if isinstance(person, Author) and person.collective_name:
        return (person.collective_name,)
    names = ("last_name", "fore_name", "initials", "suffix")
    if person.last_name:
        return tuple(getattr(person, name) for name in names)
    parts = name_parts("", person.name)
    return tuple(parts.get(name) for name in names)


def bare(title: str | None) -> str | None:
    """MEDLINE ends each title with a full stop, which nobody can tell from its own."""
    return title and without_full_stop(title)


def _book(book: Book | None) -> dict[str, Any] | None:
    if book is None:
        return None
    return {
        "names": (book.title, book.volume_title, book.collection_title, book.edition),
        "publisher": (book.publisher_name, book.publisher_location),
        "editors": [*(book.editors or ())],
        "isbn": [*(book.isbn or ())],
        "dates": (_iso(book.pub_date), _iso(book.date_revised)),
        "citation": book.citation,
    }


def _iso(date: Date | None) -> str | None:
    return date.iso if date else None


def _running(sections: Sequence[Section]) -> str:
    return " ".join(
        f"{section.label.upper()}: {section.text}" if section.label else section.text
        for section in sections
    )


def _whole(heading: str | None, said: scraper.OtherAbstract) -> str:
    text = _running(said.sections) or said.text
    return squash(f"{heading}: {text}" if heading else text)


def _mesh(heading: MeshHeading) -> tuple[Any, ...]:
    return (
        heading.descriptor_name,
        heading.major_topic,
        *((said.qualifier_name, said.major_topic) for said in heading.qualifiers),
    )


def biopython(text: str) -> dict[str, Any]:
    """Return what Biopython finds. It parts values that it knows as lists at each new line."""
    (record,) = Medline.parse(io.StringIO(text))  # type: ignore[no-untyped-call]
    joined = {
        tag: " ".join(said) if isinstance(said, list) else said for tag, said in record.items()
    }
    return {tag: squash(said) for tag, said in joined.items()}


def wanted_by_biopython(article: Article) -> dict[str, str]:
    """Return what it must find, for the tags that a reference is made of."""
    people = [author for author in article.authors or () if not author.collective_name]
    journal = article.journal
    said: dict[str, Iterable[str | None]] = {
        "PMID": [article.pmid],
        "PMC": [article.pmcid],
        "TT": [_stopped(article.vernacular_title)],
        "TI": [_stopped(article.title)] if article.kind != "book" else [],
        "VI": [article.volume],
        "IP": [article.issue],
        "PG": [article.pages],
        "TA": [journal.medline_ta if journal else None],
        "JT": [journal.title if journal else None],
        "JID": [journal.nlm_unique_id if journal else None],
        "CN": [author.collective_name for author in article.authors or ()],
        "AU": [_short(author) for author in people]
        + ["et al."] * (article.authors_complete is False),
        "LA": map(languages.code, article.languages or ()),
        "PT": article.publication_types or (),
        "CI": [article.abstract_copyright],
        "GR": [grant.raw for grant in article.grants or ()],
        "COIS": [article.coi_statement],
        "AID": [
            article.bookaccession and f"{article.bookaccession} [bookaccession]",
            article.doi and f"{article.doi} [doi]",
        ],
        "OT": article.keywords or (),
        "MH": keywords(article)[len(article.keywords or ()) :],
    }
    whole = {tag: squash(" ".join(filter(None, values))) for tag, values in said.items()}
    return {tag: value for tag, value in whole.items() if value}


def _stopped(title: str | None) -> str | None:
    return title if not title or title[-1] in ".?!" else title + "."


def _short(author: Author) -> str:
    if not author.last_name:
        return author.name
    return " ".join(filter(None, (author.last_name, author.initials, author.suffix)))
