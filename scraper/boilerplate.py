"""The stripper: what is article and what is noise, per layout.

Everything outside a modern page's ``<main>`` is noise: government banner, skip link,
access keys, alerts, search form, header, action panels, sidebar, dialogs, footer,
scripts. Inside it, the rows of ``NOISE`` go.
"""

import re
from functools import singledispatch
from typing import Final, Literal

from scraper import dom
from scraper.dom import Node
from scraper.pages import Layout, ModernPage
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

_TRACKING: Final = ("data-", "aria-", "on")
_TRACKING_NAMES: Final = frozenset({"ref", "tabindex", "target", "rel", "role", "style", "hidden"})
_LINE_BREAKS: Final = re.compile(r"\s*\n\s*")


@singledispatch
def strip(page: Layout, as_: As = "html") -> str:
    """Return the page without its boilerplate."""
    raise NotImplementedError


@strip.register
def _modern(page: ModernPage, as_: As = "html") -> str:
    _clean(page.main)
    if as_ == "text":
        return readable(page.main)
    return _LINE_BREAKS.sub("\n", page.main.html or "") + "\n"


@strip.register
def _text(page: TextPage, as_: As = "html") -> str:  # noqa: ARG001 - text stays text
    return page.stripped


def _clean(main: Node) -> None:
    """Drop the noise, unwrap the buttons that hold terms, drop what only scripts read."""
    for selector in NOISE:
        for node in dom.find_all(main, selector):
            node.decompose()
    for button in dom.find_all(main, "button"):
        if button.first_child is None:
            button.decompose()
        else:
            button.unwrap()
    for node in dom.find_all(main, "*"):
        for name in list(node.attributes):
            if name.startswith(_TRACKING) or name in _TRACKING_NAMES:
                del node.attrs[name]
