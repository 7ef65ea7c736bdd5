"""Where the record came from: the field ``page``."""

from functools import singledispatch

from msgspec import UNSET

from scraper import model
from scraper.entrez import EntrezPage
from scraper.layout import Layout
from scraper.pages import ModernPage
from scraper.rendering import TextPage


@singledispatch
def page(page: Layout) -> model.Page:
    """Return layout, address, source, encoding and the body sections seen."""
    raise NotImplementedError


@page.register
def _modern(layout: ModernPage) -> model.Page:
    return _page(layout, layout.canonical or layout.saved_from, layout.sections_seen)


@page.register
def _text(layout: TextPage) -> model.Page:
    return _page(layout, None, layout.sections)


def _page(layout: Layout, url: str | None, sections: tuple[str, ...]) -> model.Page:
    return model.Page(
        layout=layout.name,
        url=url or layout.given_url,
        retrieved_at=layout.retrieved_at or UNSET,
        source=layout.source,
        encoding=layout.encoding,
        sections=sections,
    )


@page.register
def _entrez(layout: EntrezPage) -> model.Page:
    return _page(layout, layout.canonical or layout.saved_from, layout.sections_seen)
