"""Where each value of a record stands in its page: ``authors[0].name`` → a selector, or a line.

::

    page ─ Ground (what it prints, what each reader looked at) ─ Provenance ─ path → place

Nothing of it is loaded, and no reader does more, unless it is asked for.
"""

from typing import Any

import msgspec

from scraper.layout import Layout
from scraper.model import Article
from scraper.provenance.ground import Ground, Place, ground
from scraper.provenance.matching import places
from scraper.provenance.printed import Printed, Span

__all__ = ["Ground", "Place", "Printed", "Provenance", "Span", "ground"]


class Provenance:
    """The places of a record's values in its page, which was not read yet.

    A page that names its fields itself (MEDLINE, XML), and a listing, have none.
    """

    def __init__(self, layout: Layout) -> None:
        self.ground = ground(layout)

    def places(self, article: Article) -> dict[str, Place]:
        """Return the place of each value, by its path in the record."""
        record: dict[str, Any] = msgspec.to_builtins(article)
        return places(record, self.ground) if self.ground else {}

    def names(self, article: Article) -> dict[str, str] | None:
        """Return the same as selectors or lines; None where there are none to tell."""
        ground = self.ground
        return ground.names(self.places(article)) if ground else None
