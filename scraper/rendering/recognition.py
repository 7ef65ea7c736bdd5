"""Is a text a rendering of a PubMed article? On positive evidence only."""

import re
from typing import Final, Unpack

from scraper.layout import Origin
from scraper.rendering.heading import read_head
from scraper.rendering.page import TextPage
from scraper.rendering.segment import Segments

_CITED = re.compile(r"(?:1[6-9]|20)(?<![^\s.:]\d\d)\d\d\b[^;:.\r\n]{0,40}[;:.]")
_NUMBERED = re.compile(r"^\W{0,8}PMID:\s", re.MULTILINE)
_HTML = re.compile(r"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype|html|head|\?xml)\b", re.IGNORECASE)
_MEDLINE = re.compile(r"^PMID- ?\d", re.MULTILINE)
_PMID = re.compile(r"^[^\S\n]*PMID:(?: ?[1-9]\d{0,8}\b.*)?$", re.MULTILINE)
_STATUS: Final = ("[PubMed - ", "[Indexed for MEDLINE")
_PROOFS: Final = frozenset(
    {
        "similar_articles",
        "cited_by",
        "publication_types",
        "mesh_headings",
        "substances",
        "link_out",
        "abstract",
        "comments_corrections",
        "coi_statement",
        "book",
    }
)


def recognize(text: str, **origin: Unpack[Origin]) -> TextPage | None:
    r"""Return the page that a text renders, or None: it is no rendering of an article page.

    The citation line must be there, or the identifiers between the title and the title
    again, and something under it that only an article page has.

    >>> recognize(". 2005 Jan;7(2):8-9.\n\nOn tests\n\nAbstract\n\nWe test.").title
    'On tests'
    >>> recognize("In 2005 we met. Abstract art followed.") is None
    True
    """
    cited = _CITED.search(text) or _NUMBERED.search(text)
    if cited is None or ("PMID-" in text and _MEDLINE.search(text)) or _HTML.match(text):
        return None
    page = TextPage(text, **origin)
    return page if _is_article(page.segments, text) else None


def _is_article(segments: Segments, text: str) -> bool:
    anchor = segments.anchor
    if anchor is None or not segments.head:
        return False
    fields = {region.field for region in segments.regions}
    if anchor.modern:
        return bool(fields & _PROOFS) or read_head(segments.head).short is not None
    return bool(fields) and _is_indexed(text)


def _is_indexed(text: str) -> bool:
    """Tell whether the PMID or the status stands there that ends an old page."""
    return any(status in text for status in _STATUS) or _PMID.search(text) is not None
