"""What a reference says beside its fields: that it is retracted, its notices, its grants."""

import re
from collections.abc import Iterator
from typing import Final

from scraper.model import Article, LinkedArticle

RETRACTED: Final = "Retracted publication"
AHEAD: Final = "Online ahead of print"
PREPRINT: Final = "Preprint"
PUBMED: Final = "https://pubmed.ncbi.nlm.nih.gov"

_BETWEEN_WORDS: Final = re.compile(r"(?<=[a-z])(?=and[A-Z])|(?<=[a-z])(?=[A-Z])")


def status(article: Article) -> list[str]:
    """Return what a reader has to know before citing: retracted, ahead of print."""
    ahead = article.publication_status == "aheadofprint"
    return [RETRACTED] * bool(article.retracted) + [AHEAD] * ahead


def notices(article: Article) -> Iterator[str]:
    """Give each notice in words: ``Erratum in: J Mud. 2020;1:2. PMID: 12``."""
    for notice in article.comments_corrections or ():
        if said := cited(notice.article):
            yield f"{heading(notice.ref_type)}: {said}"


def heading(ref_type: str) -> str:
    """Return the heading that PubMed prints over a type of notices.

    >>> heading("ErratumIn"), heading("CorrectedandRepublishedFrom"), heading("See also")
    ('Erratum in', 'Corrected and republished from', 'See also')
    """
    return _BETWEEN_WORDS.sub(" ", ref_type).capitalize()


def cited(article: LinkedArticle) -> str:
    """Return the citation of a linked article with its PMID, as MEDLINE writes it."""
    named = f"PMID: {article.pmid}" if article.pmid else ""
    return " ".join(filter(None, (article.citation, named)))


def url(article: Article) -> str | None:
    """Return the record's address in PubMed, else that of the page it was read from."""
    return f"{PUBMED}/{article.pmid}/" if article.pmid else article.page.url


def is_preprint(article: Article) -> bool:
    """Tell whether the record is of a preprint."""
    return PREPRINT in (article.publication_types or ())
