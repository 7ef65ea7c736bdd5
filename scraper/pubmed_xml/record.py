"""One record in PubMed XML (``PubmedArticle``, ``PubmedBookArticle``).

Elements: https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/190101/index.html.
"""

import re
from typing import Any, Final, Literal, Unpack
from xml.etree.ElementTree import Element

from scraper import citations, exchange, model, normalize
from scraper.exchange import ExchangeRecord
from scraper.inline import inline_html
from scraper.layout import Origin
from scraper.pubmed_xml import abstracts, book, byline, lists
from scraper.pubmed_xml.elements import BrokenError, all_of, date, marked_up, parse, text, texts
from scraper.sections import retracted
from scraper.sections.abstract import joined
from scraper.sections.identifiers import agreed_pmid

_LAST_STOP: Final = re.compile(r"\.((?:</\w+>)*)$")
_UNREAD: Final = "GeneSymbolList OtherID SpaceFlightMission GeneralNote ItemList".split()
"""What a citation may hold that no field takes."""
_BODY: Final = (
    "abstract",
    "other_abstracts",
    "keywords",
    "coi_statement",
    "comments_corrections",
    "references",
    "publication_types",
    "mesh_headings",
    "substances",
    "supplementary_concepts",
    "personal_names",
    "associated_data",
    "grants",
)


class XmlPage(ExchangeRecord):
    """A record in PubMed XML."""

    name = "xml"

    def __init__(
        self, record: str, *, saved_from: str | None = None, **origin: Unpack[Origin]
    ) -> None:
        super().__init__(saved_from=saved_from, **origin)
        self.record = record
        try:
            self.root = parse(record)
        except BrokenError as error:
            raise self.fault(str(error), error.pmid) from error
        document = self.root.find("BookDocument")
        self.citation = self.root.find("MedlineCitation") if document is None else document
        self.parts = self.root.find("MedlineCitation/Article") if document is None else document
        self.data = self.root.find("PubmedData" if document is None else "PubmedBookData")
        self.book = book.book(document)
        for name in _UNREAD:
            if all_of(self.citation, name):
                self.warn("unread", f"No field takes the element {name}.")

    @property
    def printed(self) -> str:
        """The record's XML."""
        return self.record + "\n"

    def article(self) -> model.Article:
        """Read every field that the XML carries."""
        values = (
            self._identifiers()
            | self._heading()
            | self._citation()
            | self._abstract()
            | self._lists()
        )
        values["retracted"] = retracted(
            self, values["publication_types"], values["comments_corrections"]
        )
        sections = tuple(name for name in _BODY if values[name])
        return model.Article(**values, page=self.page(sections), warnings=tuple(self.warnings))

    def _id(self, kind: str) -> str | None:
        """Return an id of the article, as its list of ids has it, else its location."""
        paths = f"ArticleIdList/ArticleId[@IdType='{kind}']", f"ELocationID[@EIdType='{kind}']"
        places = (self.data, self.parts)
        return next((t for path in paths for at in places if (t := text(at, path))), None)

    def _identifiers(self) -> dict[str, Any]:
        return {
            "pmid": self.own_pmid(
                agreed_pmid(self, [text(self.citation, "PMID"), self.given_pmid])
            ),
            "pmcid": normalize.pmcid(self._id("pmc")),
            "doi": normalize.doi(self._id("doi")),
            "bookaccession": self._id("bookaccession"),
        }

    def _heading(self) -> dict[str, Any]:
        own, of_book = text(self.parts, "ArticleTitle"), text(self.parts, "Book/BookTitle")
        people, complete, places = byline.authors(self.parts if own else self._book())
        vernacular = normalize.without_full_stop(text(self.parts, "VernacularTitle"))
        title, title_html = self._title("ArticleTitle" if own else "Book/BookTitle")
        return {
            "kind": exchange.kind(own, of_book),
            "title": title,
            "title_html": title_html,
            "vernacular_title": vernacular or None,
            "languages": texts(self.parts, "Language"),
            "authors": people,
            "authors_complete": complete,
            "affiliations": places,
            "investigators": byline.investigators(self.citation, self.parts),
            "journal": self._journal(),
            "book": self.book,
        }

    def _book(self) -> Element | None:
        found = all_of(self.parts, "Book")
        return found[0] if found else self.parts

    def _title(self, path: str) -> tuple[str | None, str | None]:
        printed = text(self.parts, path)
        kept = normalize.without_full_stop(printed)
        markup = inline_html(marked_up(None if self.parts is None else self.parts.find(path)))
        if markup and kept != printed:
            markup = _LAST_STOP.sub(r"\1", markup)
        return kept or None, markup

    def _journal(self) -> model.Journal | None:
        info = None if self.citation is None else self.citation.find("MedlineJournalInfo")
        found = model.Journal(
            title=normalize.without_full_stop(text(self.parts, "Journal/Title")) or None,
            medline_ta=text(info, "MedlineTA") or None,
            issn=text(self.parts, "Journal/ISSN") or text(info, "ISSNLinking") or None,
            nlm_unique_id=text(info, "NlmUniqueID") or None,
        )
        return found if found != model.Journal() else None

    def _citation(self) -> dict[str, Any]:
        issue = None if self.parts is None else self.parts.find("Journal/JournalIssue")
        pages = text(self.parts, "Pagination/MedlinePgn") or None
        start, end = citations.page_range(pages)
        of_issue = date(None if issue is None else issue.find("PubDate"))
        return {
            "volume": text(issue, "Volume") or text(self.parts, "Book/Volume") or None,
            "issue": text(issue, "Issue") or None,
            "pages": pages,
            "start_page": start,
            "end_page": end,
            "pub_date": book.pub_date(self.parts, self.book) if self.book else of_issue,
            "article_date": self._article_date(),
            "publication_status": self._status(),
        }

    def _article_date(self) -> model.Date | None:
        found = all_of(self.parts, "ArticleDate[@DateType='Electronic']")
        return date(found[0]) if found else None

    def _status(self) -> Literal["aheadofprint"] | None:
        return "aheadofprint" if text(self.data, "PublicationStatus") == "aheadofprint" else None

    def _abstract(self) -> dict[str, Any]:
        found = all_of(self.parts, "Abstract")
        sections = abstracts.sections(found[0]) if found else ()
        return {
            "abstract": joined(sections) or None,
            "abstract_sections": sections,
            "abstract_copyright": text(self.parts, "Abstract/CopyrightInformation") or None,
            "other_abstracts": tuple(
                map(abstracts.other_abstract, all_of(self.citation, "OtherAbstract"))
            ),
        }

    def _lists(self) -> dict[str, Any]:
        citation, names = self.citation, "PersonalNameSubjectList/PersonalNameSubject"
        types = texts(self.parts, "PublicationTypeList/PublicationType")
        return {
            "publication_types": types or texts(self.parts, "PublicationType"),
            "keywords": texts(citation, "KeywordList/Keyword"),
            "coi_statement": text(citation, "CoiStatement") or None,
            "mesh_headings": lists.mesh_headings(citation),
            "substances": texts(citation, "ChemicalList/Chemical/NameOfSubstance"),
            "supplementary_concepts": texts(citation, "SupplMeshList/SupplMeshName"),
            "personal_names": tuple(map(byline.whole_name, all_of(citation, names))),
            "grants": lists.grants(self.parts),
            "associated_data": tuple(lists.associated_data(self.parts)),
            "comments_corrections": tuple(lists.notices(citation)),
            "references": lists.references(citation, self.data),
        }
