"""Links to the article's full text, from the sidebar."""

import re
from functools import singledispatch

from scraper import dom, normalize
from scraper.dom import Node
from scraper.entrez import ENTREZ, EntrezPage
from scraper.layout import Layout
from scraper.model import FullTextLink
from scraper.pages import PUBMED, ModernPage
from scraper.rendering import TextPage

_NAMED = re.compile(r"(?:Icon for|Read full text in) (.+)")


@singledispatch
def full_text_links(page: Layout) -> tuple[FullTextLink, ...] | None:
    """Read the links; a provider that is only an icon has no name."""
    return None


@full_text_links.register
def _modern(page: ModernPage) -> tuple[FullTextLink, ...] | None:
    found = page.full_text_list
    links = [] if found is None else dom.find_all(found, "a")
    return (
        tuple(
            FullTextLink(provider=dom.text(link) or None, url=url)
            for link in links
            if (url := normalize.absolute_url(PUBMED, dom.attr(link, "href")))
        )
        or page.absent
    )


@full_text_links.register
def _text(page: TextPage) -> tuple[FullTextLink, ...] | None:
    return page.full_text_links


@full_text_links.register
def _entrez(page: EntrezPage) -> tuple[FullTextLink, ...] | None:
    if page.icons is None:
        return None
    found = tuple(
        FullTextLink(provider=_named(dom.find(link, "img")) or dom.text(link) or None, url=url)
        for link in page.icons
        if (url := normalize.absolute_url(ENTREZ, dom.attr(link, "href")))
    )
    return found or page.absent


def _named(icon: Node | None) -> str | None:
    """Return the provider that an icon's texts name: ``Icon for …``, ``Read full text in …``."""
    for attribute in ("alt", "title"):
        if found := _NAMED.fullmatch(normalize.squash(dom.attr(icon, attribute) or "")):
            return found[1]
    return None
