"""The stripper: what is article and what is noise, per layout.

Everything outside a modern page's ``<main>`` is noise: government banner, skip link,
access keys, alerts, search form, header, action panels, sidebar, dialogs, footer,
scripts. Inside it, the rows of ``NOISE`` go. Of the layouts before 2020, everything
outside of the report is noise: header, search bar, display settings, portlets, footer;
inside it, the rows of ``REPORT_NOISE`` go.
"""

import re
from collections.abc import Iterable
from functools import singledispatch
from typing import Final, Literal

from scraper import dom
from scraper.dom import Node
from scraper.entrez import EntrezPage
from scraper.exchange import ExchangeRecord
from scraper.layout import Layout
from scraper.pages import ModernPage
from scraper.readable import readable
from scraper.rendering import TextPage

As = Literal["html", "text"]

NOISE: Final = {
    "#short-view-heading": "the doubled short heading",
    ".actions-buttons": "buttons to cite, save and share",
    ".display-options": "menu of display formats",
    ".dropdown-container": "menu behind a journal or a term",
    ".dropdown": "hidden menu",
    ".short-article-details": "switch that unfolds affiliations",
    ".in-clipboard-label": "note about the clipboard",
    ".actions-bar": "links to more entries",
    "button.show-all": "button for more entries",
    ".show-more": "button for more entries",
    "p.disclaimer": "PubMed's disclaimer",
    "div.figure-caption": "shortened copy of a caption",
    "div.figure-caption-medium": "shortened copy of a caption",
    ".docsum-authors.short-authors": "shortened copy of an entry's authors",
    ".docsum-journal-citation.short-journal-citation": "shortened copy of an entry's citation",
    ".pswp": "image viewer",
    "script": "script",
    "style": "style sheet",
    "noscript": "note for browsers without scripts",
    "form": "form",
}
"""What the stripper drops inside ``<main>``: selector and reason."""

REPORT_NOISE: Final = {
    "#see_pmcommons": "link to PubMed Commons",
    "#comments_panel": "PubMed Commons",
    "#ncbi_share_pm": "buttons to share",
    "a[title='Supplemental information']": "switch that unfolds the terms and names their headings",
    ".ui-icon": "arrow of a switch",
    ".nc_header": "links to all images",
    ".nc_arrow": "arrow beside the images",
    ".img_strip_header": "links to all images",
    ".img_strip_arrow": "arrow beside the images",
    ".legend-citation": "the article's own citation below a legend",
    ".print-log": "empty list",
    ".linkbar": "menu of links",
    ".lib_icon": "icon of a library",
    "dd.ad": "panels beside the article",
    "script": "script",
    "style": "style sheet",
    "noscript": "note for browsers without scripts",
    "input": "form field",
    "textarea": "form field",
}
"""What the stripper drops inside the report of a page before 2020: selector and reason."""

_TRACKING: Final = ("data-", "aria-", "on")
_TRACKING_NAMES: Final = frozenset({
    "ref", "tabindex", "target", "rel", "role", "style", "hidden", "abstractlink", "alsec", "alterm"
})  # fmt: skip
_LINE_BREAKS: Final = re.compile(r"\s*\n\s*")


@singledispatch
def strip(page: Layout, as_: As = "html") -> str:
    """Return the page without its boilerplate."""
    raise NotImplementedError


@strip.register
def _modern(page: ModernPage, as_: As = "html") -> str:
    return _stripped(page.main, NOISE, as_)


@strip.register
def _entrez(page: EntrezPage, as_: As = "html") -> str:
    return _stripped(page.report, REPORT_NOISE, as_)


@strip.register
def _text(page: TextPage, as_: As = "html") -> str:  # noqa: ARG001 - text stays text
    return page.stripped


@strip.register
def _exchange(page: ExchangeRecord, as_: As = "html") -> str:  # noqa: ARG001 - text stays text
    return page.printed


def _stripped(main: Node, noise: Iterable[str], as_: As) -> str:
    _clean(main, noise)
    if as_ == "text":
        return readable(main)
    return _LINE_BREAKS.sub("\n", main.html or "") + "\n"


def _clean(main: Node, noise: Iterable[str]) -> None:
    """Drop the noise, unwrap the buttons that hold terms, drop what only scripts read."""
    for selector in noise:
        for node in dom.find_all(main, selector):
            node.decompose()
    for block in dom.find_all(main, ".dropdown-block"):
        block.unwrap()  # what held a term and its menu is the term alone now
    for button in dom.find_all(main, "button"):
        if button.first_child is None:
            button.decompose()
        else:
            button.unwrap()
    for node in dom.find_all(main, "*"):
        for name in list(node.attributes):
            if name.startswith(_TRACKING) or name in _TRACKING_NAMES:
                del node.attrs[name]
