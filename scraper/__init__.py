"""Turn saved PubMed pages, HTML or text renderings, into normalized records.

>>> import scraper
>>> rendering = '''. 2020 Jan;12(3):45-9.
... doi: 10.5555/demo.1.
...
... A short study of long rivers
...
... Affiliations
...
... A short study of long rivers
...
... Ada Brook et al. J Invent Geogr. 2020 Jan.
...
... Abstract
...
... Rivers are long.
... '''
>>> article = scraper.convert(rendering)
>>> article.title, article.journal.medline_ta, article.end_page
('A short study of long rivers', 'J Invent Geogr', '49')
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scraper.api import convert, convert_json, records, records_json
    from scraper.crawler import crawl
    from scraper.errors import (
        Blocked,
        CrawlError,
        CrawlStopped,
        HttpStatus,
        InternalError,
        JobError,
        JobLocked,
        JobNotWritten,
        Limited,
        NotAnArticle,
        NotFound,
        NotPubMed,
        PageError,
        ParserLimit,
        RecordError,
        ScraperError,
        TooLarge,
        Unreadable,
    )
    from scraper.model import (
        Article,
        Author,
        Book,
        BookSection,
        DataBankAccession,
        Date,
        ErrorRecord,
        Figure,
        FullTextLink,
        Grant,
        Investigator,
        ItemRecord,
        Journal,
        LinkedArticle,
        LinkOutLink,
        Links,
        Listing,
        ListingItem,
        MeshHeading,
        Notice,
        OtherAbstract,
        Page,
        Qualifier,
        Reference,
        Refs,
        RelatedLink,
        Section,
        Warning,  # noqa: A004 - the record's own name
    )
    from scraper.parallel import convert_many
    from scraper.pipeline import strip

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Author",
    "Blocked",
    "Book",
    "BookSection",
    "CrawlError",
    "CrawlStopped",
    "DataBankAccession",
    "Date",
    "ErrorRecord",
    "Figure",
    "FullTextLink",
    "Grant",
    "HttpStatus",
    "InternalError",
    "Investigator",
    "ItemRecord",
    "JobError",
    "JobLocked",
    "JobNotWritten",
    "Journal",
    "Limited",
    "LinkOutLink",
    "LinkedArticle",
    "Links",
    "Listing",
    "ListingItem",
    "MeshHeading",
    "NotAnArticle",
    "NotFound",
    "NotPubMed",
    "Notice",
    "OtherAbstract",
    "Page",
    "PageError",
    "ParserLimit",
    "Qualifier",
    "RecordError",
    "Reference",
    "Refs",
    "RelatedLink",
    "ScraperError",
    "Section",
    "TooLarge",
    "Unreadable",
    "Warning",
    "__version__",
    "convert",
    "convert_json",
    "convert_many",
    "crawl",
    "records",
    "records_json",
    "strip",
]

_API = frozenset({"convert", "convert_json", "records", "records_json"})


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    """Load a public name when it is first used, so that the import itself stays light."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name in _API:
        value = getattr(import_module("scraper.api"), name)
    elif name == "convert_many":
        value = import_module("scraper.parallel").convert_many
    elif name == "strip":
        value = import_module("scraper.pipeline").strip
    elif name == "crawl":
        value = import_module("scraper.crawler").crawl
    else:
        errors = import_module("scraper.errors")
        value = getattr(errors, name, None) or getattr(import_module("scraper.model"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
