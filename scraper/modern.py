"""The way of nearly all pages: an article in PubMed's layout since 2019, in UTF-8.

What else a page may be is told by `scraper.classify`.
"""

import re
from collections.abc import Mapping
from typing import Final, Unpack

from scraper import dom
from scraper.decode import is_utf8
from scraper.docsums import Docsum
from scraper.dom import Node
from scraper.excerpt import excerpt
from scraper.layout import Origin
from scraper.pages import ModernPage
from scraper.refusal import is_pubmed

_START: Final = re.compile(rb"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_SAVED_FROM: Final = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_SNIFFED: Final = 4096


def modern(data: bytes, **origin: Unpack[Origin]) -> ModernPage | None:
    """Return the page of an article since 2019 by its excerpt alone, or None in any doubt.

    Nearly all pages are such; text is made of no more of them than the record holds.
    """
    if not (_START.match(data) and (short := excerpt(data)) and is_utf8(data)):
        return None
    root = dom.parse(short.html)
    main = main_part(root)
    if main is None or (lists := _placed(short.lists, main)) is None:
        return None
    address = saved_from(data[:_SNIFFED].decode("utf-8", "ignore"))
    return ModernPage(root, main, saved_from=address, lists=lists, **origin)


def _placed(lists: Mapping[str, list[Docsum]], main: Node) -> dict[int, list[Docsum]] | None:
    """Give each list that was taken to the empty entry that it left; None where one is not there.

    What looked like a list may have stood inside of a tag.
    """
    placed = {}
    for name, entries in lists.items():
        entry = dom.find(main, f"ul#{name} > li.full-docsum")
        if entry is None or entry.first_child is not None:
            return None
        placed[entry.mem_id] = entries
    return placed


def saved_from(html: str) -> str | None:
    """Return the address that a browser wrote into the page that it saved."""
    found = _SAVED_FROM.search(html, 0, _SNIFFED)
    return found[1] if found else None


def main_part(root: Node) -> Node | None:
    """Return the main part of a modern article, or None: it has a title and is PubMed's."""
    main = dom.find(root, "#article-details")
    if main is None or dom.find(main, "h1.heading-title") is None:
        return None
    return main if dom.find(main, "strong.current-id") or is_pubmed(root) else None
