"""What a page is that is no record: blocked, not found, another site's, no article.

The error is named on positive evidence only, as the layouts are.
"""

import re
from typing import Final

from scraper import dom, errors
from scraper.dom import Node

_BLOCK_TITLES: Final = frozenset(
    {"ncbi - www error blocked diagnostic", "checking your browser - recaptcha"}
)
_ARTICLE_IDS: Final = frozenset({"abstract", "abstractplus"})
_NOT_AVAILABLE: Final = "The following PMID is not available"
_BLOCK_HOST: Final = "misuse.ncbi.nlm.nih.gov"
_XML_KIND: Final = re.compile(
    r"\s*<\?xml\b[^>]*>\s*(?><!--.*?-->\s*|<!DOCTYPE\b[^>\[]*>\s*)*<(?!(?i:html)\b)([A-Za-z][\w:.-]*)",
    re.DOTALL,
)
_PUBMED_HOSTS: Final = ("https://pubmed.ncbi.nlm.nih.gov", "http://pubmed.ncbi.nlm.nih.gov")


def refusal(root: Node, html: str) -> errors.PageError:
    """Say what a page that is no article is."""
    title = dom.text(dom.find(root, "title"))
    lowered = title.lower()
    if lowered in _BLOCK_TITLES or (
        _BLOCK_HOST in html and dom.find(root, "#article-page") is None
    ):
        return errors.Blocked(
            "NCBI blocked the request that saved this page; wait, and fetch it again."
        )
    if lowered in {"not found - pubmed", "page not found - pubmed"}:
        return errors.NotFound("PubMed says that there is no such article; check the PMID.")
    named = metas(root)
    if _NOT_AVAILABLE in html and is_pubmed(root):
        return errors.NotFound("PubMed says that there is no such article; check the PMID.")
    if not is_pubmed(root):
        return other_xml(html) or errors.NotPubMed(
            f"This is a page of another site ({title or 'without a title'}); "
            "give a page saved from PubMed."
        )
    several = len(dom.find_all(root, "div.rprt")) > 1
    if not several and (named.get("ncbi_pdid") in _ARTICLE_IDS or named.get("uid")):
        return errors.Unreadable(
            "The page is cut off before its article begins; save or download it again."
        )
    return errors.NotAnArticle(
        f"This is a page of PubMed but no article ({title or 'without a title'}); "
        "give the pages of single articles."
    )


def other_xml(text: str) -> errors.NotPubMed | None:
    """Say of XML that is neither PubMed's nor a page what it is; None of anything else."""
    kind = _XML_KIND.match(text)
    return kind and errors.NotPubMed(
        f"This is XML of another kind (<{kind[1]}>); PubMed's records are in "
        "<PubmedArticleSet> or <PubmedBookArticleSet>."
    )


def is_pubmed(root: Node) -> bool:
    """Tell whether a page says that it is PubMed's."""
    named = metas(root)
    canonical = dom.attr(dom.find(root, "link[rel=canonical]"), "href") or ""
    return "pubmed" in (
        named.get("ncbi_app", "").lower(),
        named.get("ncbi_db", "").lower(),
    ) or canonical.startswith(_PUBMED_HOSTS)


def metas(root: Node) -> dict[str, str]:
    """Return the content of each named ``meta``."""
    return {
        dom.attr(meta, "name") or "": dom.attr(meta, "content") or ""
        for meta in dom.find_all(root, "meta[name]")
    }
