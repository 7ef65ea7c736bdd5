"""A second opinion: the plainest BeautifulSoup reading of a modern page.

Written without a look at the readers, by another parser (html.parser) and another
way to each value. A bug shared with lexbor or with our selectors is unlikely.
"""

import re
import unicodedata
from typing import Any

from bs4 import BeautifulSoup, Tag

BADGE = "div.publication-type"


def read(html: str, parser: str = "html.parser") -> dict[str, Any]:
    """Return title, PMID, author names, abstract, PMIDs of cited-by and publication types."""
    return read_soup(BeautifulSoup(html, parser))


def read_soup(soup: BeautifulSoup) -> dict[str, Any]:
    """Return the same of a parsed page."""
    heading = soup.select_one("#full-view-heading")
    assert isinstance(heading, Tag)
    return {
        "title": _text(heading.select_one("h1.heading-title")),
        "pmid": _text(heading.select_one(".identifier.pubmed strong")),
        "authors": [_text(name) for name in heading.select(".inline-authors .full-name")],
        "abstract": _abstract(soup),
        "cited_by": [_text(pmid) for pmid in soup.select("#citedby .docsum-pmid")],
        "publication_types": _types(soup, heading),
    }


def _types(soup: BeautifulSoup, heading: Tag) -> list[str]:
    listed = [_text(button) for button in soup.select("#publication-types button")]
    badges = [_text(badge) for badge in heading.select(BADGE)]
    return listed + [badge for badge in badges if badge not in listed]


def _abstract(soup: BeautifulSoup) -> str | None:
    paragraphs = soup.select("#abstract .abstract-content.selected > p")
    return "\n\n".join(_text(paragraph) for paragraph in paragraphs) or None


def _text(tag: Tag | None) -> str:
    text = tag.get_text() if tag else ""
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", text).strip())
