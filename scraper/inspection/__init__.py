"""One page about one page: its content with each field marked, and beside it the record.

::

    page ─ Provenance (path → place) ─ Marks ─ Pen ─ content ┐
       └── Article ─────────────────────────────── rows ─────┴─ one HTML file
"""

from typing import Any, Unpack

import msgspec
from markupsafe import Markup

from scraper.inspection.drawing import Pen, Share
from scraper.inspection.known import Known
from scraper.inspection.marks import Marks
from scraper.inspection.rows import Rows, empty
from scraper.inspection.view import draw, refuse
from scraper.layouts import Facts, page_of_one
from scraper.printable import clean
from scraper.provenance import Provenance
from scraper.sections import read
from scraper.webpage import render

__all__ = ["Share", "inspect", "share"]


def inspect(page: bytes | str, name: str, **facts: Unpack[Facts]) -> bytes:
    """Write the page as UTF-8.

    Args:
        page: The page of one article as saved, HTML or a text rendering.
        name: What to call it, such as the file's name.
        **facts: What the caller knows of the page, as in `scraper.convert`.

    Raises:
        ScraperError: The page gives no record, or names its fields itself.
    """
    record, content, pen, provenance = _inspected(page, **facts)
    empty_fields, unknown_fields = empty(record)
    return render(
        "inspect",
        name=name,
        record=record,
        content=Markup(content),  # noqa: S704 - drawn of escaped texts and our own elements
        share=pen.share,
        unread=[clean(text) for _, text in pen.unread],
        rows=Rows(pen.marks.numbers, provenance).of(record),
        empty=empty_fields,
        unknown=unknown_fields,
    )


def share(page: bytes | str, **facts: Unpack[Facts]) -> Share:
    """Return how many letters of a page's content no field took.

    Raises:
        ScraperError: As `inspect`.
    """
    return _inspected(page, **facts)[2].share


def _inspected(
    page: bytes | str, **facts: Unpack[Facts]
) -> tuple[dict[str, Any], str, Pen, dict[str, str]]:
    layout = page_of_one(page, whole=True, **facts)
    provenance = Provenance(layout)
    if (ground := provenance.ground) is None:
        refuse(layout)
    article = read(layout)
    places = provenance.places(article)
    record: dict[str, Any] = msgspec.to_builtins(article)
    pen = Pen(ground.printed, Marks(places), Known(record))
    content = draw(layout, pen)
    return record, content, pen, ground.names(places)
