"""The authors' keywords, printed below the abstract."""

import re
from functools import singledispatch

from scraper import dom, normalize
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.pages import ModernPage
from scraper.rendering import TextPage

_BETWEEN = re.compile(r"\s*;\s+|\s*;$")


@singledispatch
def keywords(page: Layout) -> tuple[str, ...] | None:
    """Read the keywords; several lists follow each other in page order."""
    return None


@keywords.register
def _modern(page: ModernPage) -> tuple[str, ...] | None:
    found: list[str] = []
    for label in page.keyword_labels:
        line = normalize.without_full_stop(dom.text_from(label.next))
        found += [word for word in _BETWEEN.split(line) if word]
    return tuple(found) or page.absent


@keywords.register
def _text(page: TextPage) -> tuple[str, ...] | None:
    return page.keywords


@keywords.register
def _legacy(page: LegacyPage) -> tuple[str, ...] | None:
    found = [
        word
        for region in page.nodes("keywords")
        for line in dom.find_all(region, "p")
        for word in _BETWEEN.split(normalize.without_full_stop(dom.text(line)))
        if word
    ]
    return tuple(found) or page.absent
