"""The record: what one PubMed page becomes.

Every class is frozen, keyword-only and written field by field in the order of
the JSON. Names are those of the PubMed DTD in snake_case wherever NLM has one.

Two rules hold for every field: ``None`` means *this page cannot tell*, an empty
tuple means *this page shows that there is none*. A missing value is never ``""``.

The classes have no slots: msgspec writes attrs classes in the order of their
``__dict__``, which is the contract's, but slots in alphabetical order. The module is
long because the record is: it is one list of fields, each with its meaning.
"""

from typing import Final, Literal

from attrs import frozen
from msgspec import UNSET, UnsetType

from scraper.value import Value

SCHEMA_VERSION: Final = "1.0"

FreeFullText = Literal["pmc", "free"]
LayoutName = Literal["modern", "legacy", "abstractplus", "text", "medline", "xml"]
LinkSource = Literal["page", "listing", "text"]


@frozen(kw_only=True, slots=False)
class Date(Value):
    """A date as printed, and the parts of it that are certain."""

    raw: str
    """The date as printed, for example ``2010 Sep-Oct``."""
    year: int
    """The (first) year."""
    month: int | None = None
    """1 to 12; null for a season or a range of months."""
    day: int | None = None
    """1 to 31; null where no single day is printed."""
    iso: str
    """ISO 8601 with just the known parts: ``2010``, ``2003-04`` or ``2022-12-01``."""


@frozen(kw_only=True, slots=False)
class Author(Value):
    """One author of the byline: a person or a group."""

    name: str
    """The name as printed."""
    last_name: str | None = None
    """Family name, from the author link's search term; null for a group."""
    fore_name: str | None = None
    """What stands before the family name: ``Patrick C Y``."""
    initials: str | None = None
    """Initials as in MEDLINE: ``PC``."""
    suffix: str | None = None
    """Generational suffix: ``Jr``, ``3rd``."""
    collective_name: str | None = None
    """The name of a group; the parts of a personal name are then null."""
    orcid: str | None = None
    """ORCID iD, ``0000-0000-0000-000X``."""
    equal_contrib: bool = False
    """True where the page marks the author as having contributed equally."""
    affiliations: tuple[int, ...] = ()
    """Positions (from 0) in the record's ``affiliations``."""


@frozen(kw_only=True, slots=False)
class Investigator(Value):
    """A collaborator: who belongs to a group of the byline, or worked for it."""

    name: str
    """The name as printed."""
    last_name: str | None = None
    """Family name; null where the page prints the name unsplit."""
    fore_name: str | None = None
    """What stands before the family name."""
    initials: str | None = None
    """Initials as in MEDLINE: ``PC``."""
    suffix: str | None = None
    """Generational suffix: ``Jr``, ``3rd``."""
    collective_name: str | None = None
    """The group that the page lists the person under; null where it names none."""
    affiliations: tuple[str, ...] = ()
    """The person's own affiliations, in words; the record's ``affiliations`` are the authors'."""


@frozen(kw_only=True, slots=False)
class Journal(Value):
    """The journal that the article appeared in."""

    title: str | None = None
    """Full title, without a final full stop."""
    medline_ta: str | None = None
    """Title abbreviation as in MEDLINE."""
    issn: str | None = None
    """ISSN, from ``meta citation_issn``."""
    nlm_unique_id: str | None = None
    """NLM Catalog id, from ``nlmid=`` in the LinkOut references."""


@frozen(kw_only=True, slots=False)
class BookSection(Value):
    """One line of a book's or chapter's table of contents."""

    label: str | None = None
    """What is printed before the title: ``3.1``."""
    title: str
    """The section's title."""
    url: str | None = None
    """The section's address in the Bookshelf."""


@frozen(kw_only=True, slots=False)
class Book(Value):
    """The book that the record is, or is a section of (NLM's ``PubmedBookArticle``)."""

    title: str | None = None
    """The book's title: ``StatPearls``; of a whole book also the record's."""
    volume_title: str | None = None
    """The title of its volume."""
    medium: str | None = None
    """What is printed in brackets after the title: ``Internet``."""
    authors: tuple[str, ...] | None = None
    """Authors of the whole book, as printed, where a section has its own."""
    editors: tuple[str, ...] | None = None
    """Editors of the book, as printed."""
    edition: str | None = None
    """Edition as printed: ``6th edition``."""
    publisher_name: str | None = None
    """Publisher: ``StatPearls Publishing``."""
    publisher_location: str | None = None
    """Place of publication: ``Treasure Island (FL)``."""
    pub_date: Date | None = None
    """Date of publication, where it is one date."""
    beginning_date: Date | None = None
    """Since when the book appears: ``2022 Jan`` of ``2022 Jan–``."""
    ending_date: Date | None = None
    """Until when it appeared: ``2018`` of ``1993–2018``."""
    date_revised: Date | None = None
    """When the record was last updated: ``2023 Sep 21`` of ``[updated 2023 Sep 21]``."""
    collection_title: str | None = None
    """The series that the book belongs to."""
    report_number: str | None = None
    """The number of a report: ``12-EHC092-EF``."""
    isbn: tuple[str, ...] | None = None
    """ISBNs, of its binding or medium each."""
    location_label: str | None = None
    """Where in the book the section stands: ``Chapter 7``."""
    sections: tuple[BookSection, ...] | None = None
    """The list ``Sections``: what the record's full text consists of."""
    citation: str | None = None
    """The line of the book as printed: ``In: StatPearls [Internet]. Treasure Island (FL): …``."""


@frozen(kw_only=True, slots=False)
class Section(Value):
    """One section of an abstract."""

    label: str | None = None
    """The label as printed, without its colon."""
    text: str
    """The section's text."""
    html: str | None = None
    """The text with its inline markup (b i u sub sup); null where it has none."""


@frozen(kw_only=True, slots=False)
class OtherAbstract(Value):
    """An abstract in another language, or a plain-language summary."""

    language: str | None = None
    """The language as printed."""
    heading: str | None = None
    """The heading as printed."""
    text: str
    """Sections joined by a blank line, a labelled one as ``Label: text``."""
    sections: tuple[Section, ...] = ()
    """The sections one by one."""


@frozen(kw_only=True, slots=False)
class Qualifier(Value):
    """A MeSH qualifier (subheading) of a descriptor."""

    qualifier_name: str
    """The qualifier: ``drug effects``."""
    major_topic: bool = False
    """True where the page prints an asterisk after the qualifier."""


@frozen(kw_only=True, slots=False)
class MeshHeading(Value):
    """A MeSH descriptor with its qualifiers."""

    descriptor_name: str
    """The descriptor: ``Memory, Long-Term``."""
    major_topic: bool = False
    """True where the page prints an asterisk after the descriptor itself."""
    qualifiers: tuple[Qualifier, ...] = ()
    """The descriptor's qualifiers, in page order."""


@frozen(kw_only=True, slots=False)
class Grant(Value):
    """A grant, as printed and, where that is certain, in its parts."""

    grant_id: str | None = None
    """The grant's number: ``R01 NS017282``."""
    acronym: str | None = None
    """The institute's acronym: ``NS``."""
    agency: str | None = None
    """The funding agency: ``NINDS NIH HHS``."""
    country: str | None = None
    """The agency's country: ``United States``."""
    raw: str
    """The whole line as printed."""


@frozen(kw_only=True, slots=False)
class DataBankAccession(Value):
    """A data set in a public databank."""

    source: str
    """The databank: ``ClinicalTrials.gov``, ``GENBANK``."""
    accession: str
    """The accession number: ``NCT01234567``."""
    url: str | None = None
    """The entry's address."""


@frozen(kw_only=True, slots=False)
class LinkedArticle(Value):
    """An entry of a list of articles: cited by, similar, a notice, a search result."""

    pmid: str | None = None
    """PubMed id; null where the entry has none."""
    title: str | None = None
    """Title, without its final full stop."""
    authors: tuple[str, ...] = ()
    """Authors as printed: ``Storman D``; ``et al.`` is dropped."""
    authors_complete: bool = False
    """False where the entry prints some authors only, or none."""
    citation: str | None = None
    """The full citation line as printed."""
    journal: str | None = None
    """Title abbreviation."""
    pub_date: Date | None = None
    """Date of the issue."""
    volume: str | None = None
    """Volume."""
    issue: str | None = None
    """Issue."""
    pages: str | None = None
    """Pages or electronic locator as printed."""
    doi: str | None = None
    """DOI."""
    article_date: Date | None = None
    """``Epub`` date."""
    free_full_text: FreeFullText | None = None
    """``pmc`` for ``Free PMC article``, ``free`` for ``Free article``."""
    publication_types: tuple[str, ...] = ()
    """Publication types printed after the entry: ``Review``."""
    has_abstract: bool | None = None
    """False with ``No abstract available``; null where the layout never says."""
    language: str | None = None
    """Language printed after the entry: ``French``."""


@frozen(kw_only=True, slots=False)
class ListingItem(LinkedArticle):
    """An entry of a listing: a linked article and the passage printed under it."""

    snippet: str | None = None
    """The passage that the listing prints under the entry; null where it prints none."""


@frozen(kw_only=True, slots=False)
class Notice(Value):
    """A comment, correction, retraction or another linked notice."""

    ref_type: str
    """NLM's RefType: ``CommentIn``, ``RetractionOf``; an unknown heading as printed."""
    article: LinkedArticle
    """The linked article; a notice may have no PMID."""


@frozen(kw_only=True, slots=False)
class Links(Value):
    """A list of linked articles, and how much of it the page shows."""

    total: int | None = None
    """How many there are in all; null where the page does not say."""
    complete: bool | None = None
    """True where ``items`` holds all of them, false where it does not; null = unknown."""
    source: LinkSource
    """Where the list was read."""
    items: tuple[LinkedArticle, ...] = ()
    """The entries, in page order."""


@frozen(kw_only=True, slots=False)
class Reference(Value):
    """One reference of the article."""

    citation: str
    """The reference as printed, without the links after it."""
    pmid: str | None = None
    """PubMed id, from the ``PubMed`` link."""
    pmcid: str | None = None
    """PubMed Central id, from the ``PMC`` link."""
    doi: str | None = None
    """DOI, from the ``DOI`` link."""


@frozen(kw_only=True, slots=False)
class Refs(Value):
    """The article's references, and how much of the list the page shows."""

    total: int | None = None
    """How many there are in all; null where the page does not say."""
    complete: bool | None = None
    """True where ``items`` holds all of them; null = unknown."""
    items: tuple[Reference, ...] = ()
    """The references, in page order."""


@frozen(kw_only=True, slots=False)
class Figure(Value):
    """One figure of the article."""

    label: str | None = None
    """The label as printed: ``FIG. 1.``."""
    caption: str | None = None
    """The full caption."""
    url: str | None = None
    """The image's address."""
    thumbnail_url: str | None = None
    """The small image's address."""


@frozen(kw_only=True, slots=False)
class FullTextLink(Value):
    """A link to the article's full text."""

    provider: str | None = None
    """The provider's name; null where the page prints an icon only."""
    url: str
    """Where the link leads."""


@frozen(kw_only=True, slots=False)
class LinkOutLink(Value):
    """A link of the section ``LinkOut - more resources``."""

    category: str | None = None
    """The category that the link stands under."""
    provider: str | None = None
    """The provider's name."""
    url: str
    """Where the link leads."""


@frozen(kw_only=True, slots=False)
class RelatedLink(Value):
    """A link of the section ``Related information``."""

    name: str
    """The link's text."""
    url: str
    """Where the link leads."""


@frozen(kw_only=True, slots=False)
class Page(Value):
    """Where a record came from."""

    layout: LayoutName
    """``modern`` (since 2019), ``legacy`` (2010 to 2020), ``abstractplus`` (2009), ``text``,
    or a format of data: ``medline``, ``xml``."""
    url: str | None = None
    """Canonical address, else the ``saved from url`` comment, else the caller's or archive's."""
    source: str | None = None
    """The path as given, ``-``, archive and member (``saved.zip!dir/page.html``), archive and
    WARC record id, or what else the caller named."""
    encoding: str | None = None
    """The encoding that the bytes were read with; null for text that came decoded."""
    sections: tuple[str, ...] = ()
    """Body sections seen, in page order, by field name."""
    retrieved_at: str | UnsetType = UNSET
    """When the page was fetched, ISO 8601, from its archive (``WARC-Date``) or the caller.
    The key is there only where that is known: most pages do not say it."""


@frozen(kw_only=True, slots=False)
class Warning(Value):  # noqa: A001 - the contract's name; nobody raises a builtin warning here
    """Something that could not be read fully."""

    code: str
    """Stable code: ``truncated``, ``pmid_conflict``, ``unknown_section``, ``encoding_guessed``,
    ``unread``, ``authors_incomplete``, ``affiliations_incomplete``, ``listing_changed``,
    ``listing_incomplete``."""
    path: str | None = None
    """The field concerned; null for the whole page."""
    message: str
    """What happened, in words."""


@frozen(kw_only=True, slots=False)
class Article(Value):
    """One PubMed record, normalized. All fields are always there, in this order."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    """Version of this schema."""
    kind: Literal["article", "book", "book_section"] = "article"
    """Bookshelf records are ``book`` and ``book_section``."""
    pmid: str | None = None
    """The page's own PubMed id, never one of a list on it."""
    pmcid: str | None = None
    """PubMed Central id, with its prefix: ``PMC538593``."""
    doi: str | None = None
    """DOI as printed, without URL prefix and final full stop."""
    bookaccession: str | None = None
    """Bookshelf id: ``NBK430685``."""
    title: str | None = None
    """Title as printed; the brackets of a translated title are kept."""
    title_html: str | None = None
    """The title with its inline markup (b i u sub sup); null where it has none."""
    vernacular_title: str | None = None
    """The title in the article's own language, where printed."""
    languages: tuple[str, ...] | None = None
    """Languages as printed (``German``); empty where the page prints none."""
    authors: tuple[Author, ...] | None = None
    """The byline."""
    authors_complete: bool | None = None
    """False where the page shows some of the authors only."""
    affiliations: tuple[str, ...] | None = None
    """Affiliations without their numbers; authors point into this list."""
    investigators: tuple[Investigator, ...] | None = None
    """Collaborators, who are no authors: mostly the members of a group of the byline."""
    journal: Journal | None = None
    """The journal; null for a book."""
    book: Book | None = None
    """The book; null for an article of a journal."""
    citation: str | None = None
    """Date, volume, issue and pages as printed: ``2005 Jan;79(2):884-95.``; for a book's section
    its own date (``2022 May 8.``), the book's line being ``book.citation``."""
    volume: str | None = None
    """Volume: ``79``."""
    issue: str | None = None
    """Issue: ``2``, ``7 Suppl 1``."""
    pages: str | None = None
    """NLM's MedlinePgn as printed: ``884-95``, ``e1000``."""
    start_page: str | None = None
    """First page, expanded; null for an electronic locator or a list of ranges."""
    end_page: str | None = None
    """Last page, expanded: ``895``."""
    pub_date: Date | None = None
    """Date of the issue. Of a book's section its own (NLM's ContributionDate), else the book's."""
    article_date: Date | None = None
    """``Epub`` date."""
    publication_status: Literal["aheadofprint"] | None = None
    """``aheadofprint`` from ``Online ahead of print.``."""
    free_full_text: FreeFullText | None = None
    """``pmc`` for ``Free PMC article``, ``free`` for ``Free article`` and the like."""
    publication_types: tuple[str, ...] | None = None
    """As printed: the list and the badge above the title, without doubles."""
    abstract: str | None = None
    """Sections joined by a blank line, a labelled one as ``Label: text``."""
    abstract_sections: tuple[Section, ...] | None = None
    """The abstract's sections; empty where the page says that there is no abstract."""
    abstract_copyright: str | None = None
    """The copyright line of the abstract."""
    other_abstracts: tuple[OtherAbstract, ...] | None = None
    """Abstracts in other languages and plain-language summaries."""
    keywords: tuple[str, ...] | None = None
    """The author's keywords."""
    coi_statement: str | None = None
    """Conflict of interest statement."""
    mesh_headings: tuple[MeshHeading, ...] | None = None
    """MeSH headings."""
    substances: tuple[str, ...] | None = None
    """Substances (NLM's ChemicalList)."""
    supplementary_concepts: tuple[str, ...] | None = None
    """Supplementary concepts (NLM's SupplMeshList)."""
    personal_names: tuple[str, ...] | None = None
    """Persons as subjects of the article (NLM's PersonalNameSubjectList)."""
    grants: tuple[Grant, ...] | None = None
    """Grants."""
    associated_data: tuple[DataBankAccession, ...] | None = None
    """Data sets in public databanks (NLM's DataBankList)."""
    comments_corrections: tuple[Notice, ...] | None = None
    """Comments, errata, retractions and other notices, in both directions."""
    retracted: bool | None = None
    """True with the type ``Retracted Publication`` or a ``Retraction in`` notice."""
    cited_by: Links | None = None
    """Articles that cite this one."""
    similar_articles: Links | None = None
    """Articles that PubMed computes to be similar."""
    references: Refs | None = None
    """The article's references."""
    figures: tuple[Figure, ...] | None = None
    """Figures."""
    full_text_links: tuple[FullTextLink, ...] | None = None
    """Links to the full text."""
    link_out: tuple[LinkOutLink, ...] | None = None
    """LinkOut resources, flat, in page order."""
    related_information: tuple[RelatedLink, ...] | None = None
    """Related records in other NCBI databases."""
    page: Page
    """Where the record came from."""
    warnings: tuple[Warning, ...] = ()
    """What could not be read fully; empty when all is well."""


@frozen(kw_only=True, slots=False)
class Listing(Value):
    """What a search, ``Cited by`` or ``Similar articles`` listing becomes: one page of it."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    """Version of this schema."""
    kind: Literal["listing"] = "listing"
    """Always ``listing``."""
    source: str | None = None
    """The input, as in ``page.source``."""
    total: int | None = None
    """How many articles the whole listing has; null where the page does not say."""
    page: int | None = None
    """The number of this page, from 1; the first one's where the page holds several."""
    page_size: int | None = None
    """How many articles a page of the listing has."""
    query: str | None = None
    """The search as typed; null for a listing that is no search."""
    linkname: str | None = None
    """The Entrez link listed: ``pubmed_pubmed_citedin`` (cited by), ``pubmed_pubmed`` (similar)."""
    from_uid: str | None = None
    """The PMID of the article whose links are listed."""
    items: tuple[ListingItem, ...] = ()
    """The entries, in page order."""
    warnings: tuple[Warning, ...] = ()
    """What could not be read fully; empty when all is well."""


@frozen(kw_only=True, slots=False)
class _Line(Value):
    """What every line begins with that stands for a part of a page."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    """Version of this schema."""
    kind: Literal["listing_item"] = "listing_item"
    """Always ``listing_item``."""
    source: str | None = None
    """The listing's input, as in ``page.source``."""


@frozen(kw_only=True, slots=False)
class ItemRecord(ListingItem, _Line):
    """An entry of a listing as a line of its own."""


@frozen(kw_only=True, slots=False)
class ErrorRecord(Value):
    """What stands in a record's place when a page gives none."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    """Version of this schema."""
    kind: Literal["error"] = "error"
    """Always ``error``."""
    source: str | None = None
    """The input, as in ``page.source``."""
    code: str
    """Stable code: ``not_pubmed``, ``not_found``, ``blocked``, …"""
    message: str
    """What happened and what to do, in words."""
    pmid: str | None = None
    """The PMID, where the caller or the page names one."""
