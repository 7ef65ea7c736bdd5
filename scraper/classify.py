"""Text to page: which layout is this? Decided on positive evidence only.

A page that is no article gives a named error. ``#captcha-error-message`` and the
word "recaptcha" are in every good page and mean nothing.
"""

import re
from typing import Final, Unpack

from scraper import dom, errors
from scraper.dom import Node
from scraper.excerpt import excerpt
from scraper.pages import Layout, ModernPage, Origin
from scraper.rendering import TextPage, recognize

_HTML_START: Final = re.compile(r"\s*(?>(?:<\?xml\b[^>]*>|<!--.*?-->)\s*)*<(?:!doctype\s+html|[a-z][a-z0-9]*[\s>/])", re.IGNORECASE | re.DOTALL)
_HTML_ANYWHERE: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_BINARY: Final = ("%PDF-", "\x89PNG", "\ufffdPNG", "‰PNG", "GIF8", "PK\x03\x04", "\x1f‹", "\x1f\x8b", "ÿØÿ", "RIFF")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_BLOCK_TITLES: Final = frozenset({"ncbi - www error blocked diagnostic", "checking your browser - recaptcha"})
_BLOCK_HOST: Final = "misuse.ncbi.nlm.nih.gov"
_PUBMED_HOSTS: Final = ("https://pubmed.ncbi.nlm.nih.gov", "http://pubmed.ncbi.nlm.nih.gov")
_SAVED_FROM: Final = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_MAIN_END: Final = re.compile(r"</main\b", re.IGNORECASE)
_MANY: Final = 0.05
_SNIFFED: Final = 4096


def classify(text: str, **origin: Unpack[Origin]) -> Layout:
    """Return the page in its layout.

    Raises:
        errors.PageError: The text is no article of PubMed; the class says what it is.
    """
    _refuse_binary(text)
    if _HTML_START.match(text) or _HTML_ANYWHERE.search(text, 0, _SNIFFED):
        return _classify_html(text, origin)
    if recognize(text):
        return TextPage(text, **origin)
    raise errors.NotPubMed(
        "This is neither HTML nor a text rendering of a PubMed article; give a page saved from PubMed."
    )


def _refuse_binary(text: str) -> None:
    if not text.strip():
        raise errors.Unreadable("The page is empty; save or download it again.")
    sample = text[:_SNIFFED]
    if text.startswith(_BINARY) or len(_CONTROL.findall(sample)) > len(sample) * _MANY:
        raise errors.Unreadable("This is not text but a binary file; give a page saved as HTML or text.")


def _classify_html(html: str, origin: Origin) -> Layout:
    if short := excerpt(html):
        root = dom.parse(short)
        if main := _article(root):
            return ModernPage(root, main, saved_from=_saved_from(html), **origin)
    root = dom.parse(html)
    if main := _article(root):
        cut = _MAIN_END.search(html, max(html.find("<main"), 0)) is None
        return ModernPage(root, main, saved_from=_saved_from(html), truncated=cut, **origin)
    raise _refusal(root, html)


def _saved_from(html: str) -> str | None:
    """Return the address that a browser wrote into the page that it saved."""
    found = _SAVED_FROM.search(html, 0, _SNIFFED)
    return found[1] if found else None


def _article(root: Node) -> Node | None:
    """Return the main part of a modern article, or None: it has a title and is PubMed's."""
    main = dom.find(root, "#article-details")
    if main is None or dom.find(main, "h1.heading-title") is None:
        return None
    return main if dom.find(main, "strong.current-id") or _is_pubmed(root) else None


def _metas(root: Node) -> dict[str, str]:
    return {dom.attr(meta, "name") or "": dom.attr(meta, "content") or "" for meta in dom.find_all(root, "meta[name]")}


def _is_pubmed(root: Node) -> bool:
    metas = _metas(root)
    canonical = dom.attr(dom.find(root, "link[rel=canonical]"), "href") or ""
    return (
        "pubmed" in (metas.get("ncbi_app", "").lower(), metas.get("ncbi_db", "").lower())
        or canonical.startswith(_PUBMED_HOSTS)
    )


def _refusal(root: Node, html: str) -> errors.PageError:
    """Say what a page that is no article is."""
    title = dom.text(dom.find(root, "title"))
    lowered = title.lower()
    if lowered in _BLOCK_TITLES or (_BLOCK_HOST in html and dom.find(root, "#article-page") is None):
        return errors.Blocked("NCBI blocked the request that saved this page; wait, and fetch it again.")
    if lowered in {"not found - pubmed", "page not found - pubmed"}:
        return errors.NotFound("PubMed says that there is no such article; check the PMID.")
    metas = _metas(root)
    if metas.get("ncbi_report") == "abstract" or dom.find(root, "div.rprt.abstract") or dom.find(root, "dl.AbstractPlusReport"):
        return errors.UnsupportedLayout("This is an article in PubMed's layout before 2020, which is not read yet.")
    if not _is_pubmed(root):
        return errors.NotPubMed(f"This is a page of another site ({title or 'without a title'}); give a page saved from PubMed.")
    if metas.get("ncbi_pdid") == "abstract" or metas.get("uid"):
        return errors.Unreadable("The page is cut off before its article begins; save or download it again.")
    return errors.NotAnArticle(
        f"This is a page of PubMed but no article ({title or 'without a title'}); give the pages of single articles."
    )
