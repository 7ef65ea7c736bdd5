"""One record in MEDLINE format, as in ``?format=pubmed`` and in ``.nbib`` files."""

import re
from functools import cached_property
from typing import Any, Final, Literal, Unpack

from scraper import citations, exchange, model, normalize
from scraper.exchange import ExchangeRecord
from scraper.layout import Origin
from scraper.medline import abstracts, book, byline, terms
from scraper.medline.tags import BODY, KNOWN, Tags
from scraper.sections import retracted
from scraper.sections.abstract import joined
from scraper.sections.identifiers import agreed_pmid
from scraper.terms import grant

_COUNT: Final = re.compile(r"\d{1,6}", re.ASCII)
_ID: Final = re.compile(r"(.+) \[(\w+)\]")
_HISTORY: Final = re.compile(r"(\d{4}/\d\d/\d\d) \d\d:\d\d \[(?:aheadofprint|epublish)\]")
_ISSN: Final = re.compile(r"([\dX-]+)(?: \((\w+)\))?")


class MedlinePage(ExchangeRecord):
    """A record in MEDLINE format."""

    name = "medline"

    def __init__(
        self,
        tags: Tags,
        *,
        saved_from: str | None = None,
        truncated: bool = False,
        **origin: Unpack[Origin],
    ) -> None:
        super().__init__(saved_from=saved_from, truncated=truncated, **origin)
        self.tags = tags
        unread = dict.fromkeys(tag for tag, _ in tags.pairs if tag not in KNOWN)
        if unread:
            self.warn("unread", f"No field takes the MEDLINE tags {', '.join(unread)}.")
        for line in tags.garbled:
            self.warn("unread", f"This line has no MEDLINE tag: {line[:80]!r}.")

    @property
    def printed(self) -> str:
        """The record's lines."""
        return "\n".join(self.tags.lines) + "\n"

    def article(self) -> model.Article:
        """Read every field that MEDLINE carries."""
        values = (
            self._identifiers()
            | self._heading()
            | self._citation()
            | self._abstract()
            | self._lists()
        )
        values["retracted"] = retracted(
            self, values["publication_types"] or (), values["comments_corrections"] or ()
        )
        sections = tuple(dict.fromkeys(BODY[tag] for tag, _ in self.tags.pairs if tag in BODY))
        return model.Article(**values, page=self.page(sections), warnings=tuple(self.warnings))

    @cached_property
    def book(self) -> model.Book | None:
        """The book that the record is, or is a section of."""
        return book.book(self.tags, self.absent)

    def _ids(self, kind: str) -> list[str]:
        """Return the ids of a kind, the article's (``AID``) before its location (``LID``)."""
        found = (_ID.fullmatch(value) for tag in ("AID", "LID") for value in self.tags.all(tag))
        return [match[1] for match in found if match and match[2] == kind]

    def _identifiers(self) -> dict[str, Any]:
        books = self._ids("bookaccession")
        pmcids = [*self.tags.all("PMC"), *self._ids("pmc")]
        return {
            "pmid": self.own_pmid(agreed_pmid(self, [self.tags.first("PMID"), self.given_pmid])),
            "pmcid": next(filter(None, map(normalize.pmcid, pmcids)), None),
            "doi": next(filter(None, map(normalize.doi, self._ids("doi"))), None),
            "bookaccession": books[0] if books else None,
        }

    def _heading(self) -> dict[str, Any]:
        title, of_book = self.tags.first("TI"), self.tags.first("BTI")
        vernacular = normalize.without_full_stop(self.tags.first("TT"))
        people, complete, places = byline.authors(self.tags)
        return {
            "kind": exchange.kind(title, of_book),
            "title": normalize.without_full_stop(title or of_book) or None,
            "vernacular_title": vernacular or None,
            "languages": tuple(self.tags.all("LA")) or self.absent,
            "authors": people or self.absent,
            "authors_complete": None if self.truncated else complete,
            "affiliations": places or self.absent,
            "investigators": byline.investigators(self.tags) or self.absent,
            "journal": self._journal(),
            "book": self.book,
        }

    def _journal(self) -> model.Journal | None:
        title = normalize.without_full_stop(self.tags.first("JT"))
        found = model.Journal(
            title=title or None,
            medline_ta=self.tags.first("TA") or None,
            issn=self._issn(),
            nlm_unique_id=self.tags.first("JID") or None,
        )
        return found if found != model.Journal() else None

    def _issn(self) -> str | None:
        """Return the ISSN of the journal itself; the linking one stands for all its editions."""
        found = [match for match in map(_ISSN.fullmatch, self.tags.all("IS")) if match]
        own = [match[1] for match in found if match[2] != "Linking"]
        return own[0] if own else found[0][1] if found else None

    def _citation(self) -> dict[str, Any]:
        pages = self.tags.first("PG") or None
        start, end = citations.page_range(pages)
        return {
            "citation": self._citation_line(),
            "volume": self.tags.first("VI") or None,
            "issue": self.tags.first("IP") or None,
            "pages": pages,
            "start_page": start,
            "end_page": end,
            "pub_date": book.pub_date(self.tags, self.book)
            if self.book
            else normalize.date(self.tags.first("DP")),
            "article_date": self._article_date(),
            "publication_status": self._status(),
        }

    def _citation_line(self) -> str | None:
        """Return what stands between journal and notes in the source line."""
        if self.book:
            return None
        source, _ = citations.split_notes(self.tags.first("SO"))
        journal = self.tags.first("TA")
        if journal and source.startswith(f"{journal}. "):
            return source.removeprefix(f"{journal}. ")
        return citations.split_journal(source)[1] or None

    def _article_date(self) -> model.Date | None:
        if printed := self.tags.first("DEP"):
            return exchange.numeric_date(printed)
        found = filter(None, map(_HISTORY.fullmatch, self.tags.all("PHST")))
        return next((exchange.numeric_date(match[1]) for match in found), None)

    def _status(self) -> Literal["aheadofprint"] | None:
        return "aheadofprint" if self.tags.first("PST") == "aheadofprint" else None

    def _abstract(self) -> dict[str, Any]:
        sections = abstracts.sections(self.tags.first("AB"))
        return {
            "abstract": joined(sections) or None,
            "abstract_sections": sections or self.absent,
            "abstract_copyright": self.tags.first("CI") or None,
            "other_abstracts": abstracts.other_abstracts(self.tags) or self.absent,
        }

    def _lists(self) -> dict[str, Any]:
        tags = self.tags
        lists: dict[str, tuple[Any, ...]] = {
            "publication_types": tuple(tags.all("PT")),
            "keywords": tuple(word.lstrip("*") for word in tags.all("OT")),
            "mesh_headings": tuple(map(terms.mesh_heading, tags.all("MH"))),
            "substances": tuple(map(terms.substance, tags.all("RN"))),
            "supplementary_concepts": tuple(tags.all("NM")),
            "personal_names": tuple(terms.personal_names(tags)),
            "grants": tuple(map(grant, tags.all("GR"))),
            "associated_data": self._data(),
            "comments_corrections": terms.notices(tags),
        }
        count = tags.first("RF")
        return {name: found or self.absent for name, found in lists.items()} | {
            "coi_statement": tags.first("COIS") or None,
            "references": model.Refs(total=int(count), complete=False)
            if _COUNT.fullmatch(count)
            else None,
        }

    def _data(self) -> tuple[model.DataBankAccession, ...]:
        found = [(line, terms.accession(line)) for line in self.tags.all("SI")]
        for line, entry in found:
            if entry is None:
                self.warn("unread", f"No databank and accession in {line!r}.", "associated_data")
        return tuple(entry for _, entry in found if entry)
