"""The search for words in what the reader of a field looked at."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import chain
from typing import Final

from scraper.provenance.ground import Ground, Source
from scraper.provenance.printed import Span
from scraper.provenance.trace import Attribute

_STOPS: Final = ".,;: "
_NEAR: Final = 8
"""How many texts are looked at for one that holds a place."""


class Search:
    """Finds words in a part of a page, most of all where a reader looked."""

    def __init__(self, ground: Ground, source: Source) -> None:
        self._printed = ground.printed
        self._content = ground.content
        self._attributes = [*source.attributes, *ground.attributes]
        self._placed = sorted(source.attributes, key=_place)
        self._texts = sorted(source.texts)
        self._areas = _merged(self._texts)
        self._exact: dict[str, list[Span]] = {}
        for span in self._texts:
            text = self._printed.text[slice(*span)]
            self._exact.setdefault(text.strip(_STOPS), []).append(span)

    def above(self, wanted: str, within: Span) -> Span | None:
        """Return where squeezed words stand last before a part of the page."""
        return self._printed.find_last(wanted, within.start)

    def whole(self, wanted: str, within: Span) -> Span | None:
        """Return the text that says nothing but some squeezed words."""
        bare = wanted.strip(_STOPS)
        spans = self._exact.get(bare, [])
        for span in spans[bisect_left(spans, within) : bisect_left(spans, Span(within.end, 0))]:
            if within.holds(span):
                lead = self._printed.text.find(bare[:1], *span)
                return Span(lead, span.end)
        return None

    def part(self, wanted: str, within: Span) -> Span | None:
        """Return where squeezed words stand, near or else in the article."""
        for area in self._near(within):
            common = Span(max(area.start, within.start), min(area.end, within.end))
            if found := self._printed.find(wanted, common):
                return found
        return None

    def _near(self, within: Span) -> list[Span]:
        """Return the parts of the page that the reader looked at, as far as near, then the rest."""
        first = max(bisect_left(self._areas, within) - 1, 0)
        last = bisect_left(self._areas, Span(within.end, 0))
        return [*self._areas[first:last], self._content]

    def form(self, form: re.Pattern[str], within: Span) -> Span | None:
        """Return where words of a form stand."""
        for area in self._near(within)[:-1]:  # elsewhere the same words are of something else
            common = max(area.start, within.start), min(area.end, within.end)
            if found := form.search(self._printed.text, *common):
                return Span(*found.span())
        return None

    def attribute(self, value: str, within: Span) -> Attribute | None:
        """Return the attribute that holds a value, or an address that leads to it."""
        first, last = (bisect_left(self._placed, at, key=_place) for at in within)
        near = self._placed[first:last]
        for attribute, _ in chain(near, self._attributes):
            said = attribute.value
            if value.lower() in said.lower() or (value.endswith(said) and said[0] in "/?"):
                return attribute
        return None

    def around(self, anchor: Span, within: Span) -> Span | None:
        """Return the smallest text that a reader asked for and that holds a place."""
        at = bisect_right(self._texts, Span(anchor.start, self._printed.size)) - 1
        for span in self._texts[max(at - _NEAR, 0) : at + 1][::-1]:
            if span.holds(anchor) and within.holds(span):
                return span
        return None


def _place(asked: tuple[Attribute, int]) -> int:
    return asked[1]


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Return the parts of a page that some spans cover, which are in page order."""
    found: list[Span] = []
    for span in spans:
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        elif span.end > span.start:
            found.append(span)
    return found
