"""Where the values of a page's record can come from, whatever the page's layout."""

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from functools import singledispatch
from typing import Any, Final

from attrs import frozen

from scraper.dom import Node
from scraper.entrez import EntrezPage
from scraper.layout import Layout
from scraper.pages import ModernPage
from scraper.provenance.printed import Printed, Span
from scraper.provenance.selectors import Selectors
from scraper.provenance.trace import Attribute, traced
from scraper.provenance.tree import Tree
from scraper.rendering import TextPage
from scraper.sections import FAMILIES

Place = Span | Attribute
"""What gave a value."""

_SECTION_OF: Final[Mapping[str, str]] = {
    field: family.__name__
    for family in FAMILIES
    for field in family.__annotations__["return"].__annotations__
}
"""The function that reads each field; any other is named like its field."""


@frozen
class Source:
    """What the reader of a field looked at."""

    texts: Sequence[Span] = ()
    attributes: Sequence[tuple[Attribute, int]] = ()
    """Each with the place of its element's text."""


@frozen
class Ground:
    """What a page prints, and what the reader of each section looked at."""

    printed: Printed[Any]
    content: Span
    """The article: what is left without what stands around it."""
    sources: Mapping[str, Source]
    attributes: Sequence[tuple[Attribute, int]]
    """What all readers together asked for."""
    head: Source
    """What the readers of all other fields looked at."""
    name: Callable[[Span], str]
    """Names a place: a selector, or a line."""
    name_attribute: Callable[[Attribute], str]

    def source(self, field: str) -> Source:
        """Return what the reader of a field looked at."""
        return self.sources.get(_SECTION_OF.get(field, field), self.head)

    def names(self, places: Mapping[str, Place]) -> dict[str, str]:
        """Return places as selectors or lines."""
        return {
            path: self.name(place) if isinstance(place, Span) else self.name_attribute(place)
            for path, place in places.items()
        }


@singledispatch
def ground(layout: Layout) -> Ground | None:  # noqa: ARG001 - the base of all
    """Prepare a page that was not read yet; None for one that names its fields itself."""
    return None


@ground.register
def _modern(layout: ModernPage) -> Ground:
    return of_tree(layout, Tree(layout.root), layout.main)


@ground.register
def _entrez(layout: EntrezPage) -> Ground:
    return of_tree(layout, Tree(layout.root), layout.report)


def of_tree(layout: Layout, tree: Tree, content: Node) -> Ground:
    """Read a copy of an HTML page with every question to its nodes noted."""
    selectors = Selectors(tree)
    draft = copy(layout)
    draft.warnings, draft.unknown_sections = [], []
    sources = {
        name: Source(
            [tree.span_from(node) if rest else tree.span(node) for node, rest in trace.texts],
            [(attribute, tree.span(attribute.node).start) for attribute in trace.attributes],
        )
        for name, trace in traced(draft).items()
    }
    return Ground(
        tree.printed,
        tree.span(content),
        sources,
        [asked for source in sources.values() for asked in source.attributes],
        Source(),
        lambda span: selectors.of(tree.parent(span)),
        selectors.of_attribute,
    )


@ground.register
def _text(layout: TextPage) -> Ground:
    printed: Printed[int] = Printed()
    spans = [printed.add(at, line) for at, line in enumerate(layout.physical_lines)]
    segments = layout.segments
    found: dict[str, list[Span]] = {}
    for region in segments.regions:
        lines = [line.at for line in region.lines]
        if region.field and lines:
            field = _SECTION_OF.get(region.field, region.field)
            found.setdefault(field, []).extend(spans[min(lines) : max(lines) + 1])
    first = min((line.at for region in segments.regions for line in region.lines[:1]), default=None)
    begin, end = spans[segments.begin].start, spans[min(segments.end, len(spans)) - 1].end

    def name(span: Span) -> str:
        lines = [at + 1 for at, _ in printed.within(span)]
        first, last = lines[0], lines[-1]
        return f"line {first}" if first == last else f"lines {first}-{last}"

    return Ground(
        printed,
        Span(begin, end),
        {field: Source(texts) for field, texts in found.items()},
        (),
        Source(spans[segments.begin : first]),
        name,
        lambda attribute: attribute.name,
    )
