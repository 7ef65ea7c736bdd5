"""The content of an HTML page, built anew of a few harmless elements and no attribute but ours."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from markupsafe import escape

from scraper import dom
from scraper.dom import Node
from scraper.inspection.drawing import Pen
from scraper.inspection.known import PLACES
from scraper.provenance import Span
from scraper.provenance.tree import Tree

_INLINE: Final = {
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "u": "u",
    "sub": "sub",
    "sup": "sup",
}
_HEADINGS: Final = frozenset("h1 h2 h3 h4 h5 h6".split())
_LISTS: Final = frozenset({"ul", "ol"})
_SHOWN: Final = 12
"""Entries of a list that are not folded."""
_DEEP: Final = 24
"""How deep elements are kept; hostile pages nest them without end."""
_BANDS: Final = 2
"""How deep a block stands that is followed by what was dropped in it."""

_Step = Node | str


class Nodes:
    """Draws an HTML page."""

    def __init__(self, pen: Pen, tree: Tree, rules: Mapping[str, str]) -> None:
        self._pen = pen
        self._tree = tree
        self._rules = rules
        self._dropped: dict[int, str] = {}
        """The rule that drops an element."""
        self._known: list[Span] = []
        """What is known by the place where it stands."""
        self._band: list[tuple[str, Node]] = []

    def draw(self, content: Node) -> str:
        """Draw the content, and around it in bands what stands outside of it."""
        for selector in self._rules:
            for node in dom.find_all(content, selector):
                self._dropped.setdefault(node.mem_id, selector)
        for selector in PLACES:
            self._known += map(self._tree.span, dom.find_all(content, selector))
        self._known.sort()
        inside = self._tree.span(content)
        size = self._pen.printed.size
        above, below = Span(0, inside.start), Span(inside.end, size)
        outside = "outside of the article: header, menus, sidebar, footer"
        return "".join(
            (
                band(f"Above the article: {outside}", self._plain(above)),
                *self._drawn(content),
                band(f"Below the article: {outside}", self._plain(below)),
            )
        )

    def _drawn(self, content: Node) -> Iterator[str]:
        """Yield the markup. An explicit stack, as everywhere: its strings close elements."""
        stack: list[tuple[_Step, int]] = [(content, 0)]
        while stack:
            node, depth = stack.pop()
            if isinstance(node, str):
                yield node
                if depth <= _BANDS:
                    yield self._flush()
            elif dom.is_text(node):
                span = self._tree.span(node)
                known = self._is_known(span)
                yield self._pen.text(node.text_content or "", span, known=known)
            elif node.tag == "br":
                yield "<br>"
            elif (rule := self._dropped.get(node.mem_id)) is not None:
                self._band.append((rule, node))
            elif node.is_element_node and not dom.is_silent(node):
                opening, closing = _element(node) if depth < _DEEP else (" ", " ")
                yield opening
                is_block = closing.endswith("</div>")
                stack.append((closing, depth if is_block else _DEEP))
                stack += [
                    (step, depth + 1 if isinstance(step, Node) else _DEEP) for step in _steps(node)
                ][::-1]
        yield self._flush()

    def _is_known(self, span: Span) -> bool:
        """Tell whether a text stands in a place that is known; these may lie in each other."""
        at = bisect_right(self._known, Span(span.start, self._pen.printed.size))
        return any(place.holds(span) for place in self._known[max(at - 2, 0) : at])

    def _flush(self) -> str:
        """Return a band of what was dropped since the last one."""
        found = [(rule, node) for rule, node in self._band if self._says_something(node)]
        self._band.clear()
        if not found:
            return ""
        every = Counter(rule for rule, _ in found)
        summary = ", ".join(
            f"{self._rules[rule]}{f' × {count}' if count > 1 else ''}"
            for rule, count in every.items()
        )
        rows = (
            f"<div><code>{escape(rule)}</code> {self._plain(self._tree.span(node))}</div>"
            for rule, node in found
        )
        return band(f"Dropped: {summary}", "".join(rows))

    def _says_something(self, node: Node) -> bool:
        span = self._tree.span(node)
        return span.end > span.start

    def _plain(self, span: Span) -> str:
        """Draw what is no content, a line for each block."""
        drawn: list[str] = []
        last: int | None = None
        for node, place in self._pen.printed.within(span):
            block = _block(node)
            common = Span(max(place.start, span.start), min(place.end, span.end))
            if common == place and place.start < place.end:
                apart = drawn and block != last
                text = self._pen.text(node.text_content or "", place, content=False)
                drawn.append(f"<br>{text}" if apart else text)
                last = block
        return "".join(drawn)


def band(summary: str, content: str) -> str:
    """Fold what was dropped."""
    if not content:
        return ""
    return f'<details class="band"><summary>{escape(summary)}</summary>{content}</details>'


def _element(node: Node) -> tuple[str, str]:
    tag = node.tag or ""
    if tag in _HEADINGS:
        return '<div class="h" role="heading" aria-level="3">', "</div>"
    if tag in _LISTS:
        return '<div class="list">', "</div>"
    if tag in _INLINE:
        return f"<{_INLINE[tag]}>", f"</{_INLINE[tag]}>"
    if tag == "button":
        return " ", " "
    return (f'<div class="{_class(tag)}">', "</div>") if dom.is_block(node) else ("", "")


def _class(tag: str) -> str:
    return tag if tag in {"p", "li", "pre"} else "block"


def _steps(node: Node) -> list[_Step]:
    """Return a node's children; those of a long list with a fold around the last ones."""
    children: list[_Step] = []
    child = node.first_child
    while child is not None:
        children.append(child)
        child = child.next
    if node.tag not in _LISTS:
        return children
    items = [at for at, one in enumerate(children) if isinstance(one, Node) and one.tag == "li"]
    if len(items) <= _SHOWN + 1:
        return children
    first = items[_SHOWN]
    more = f'<details class="fold"><summary>{len(items) - _SHOWN} more</summary>'
    return [*children[:first], more, *children[first:], "</details>"]


def _block(node: Node) -> int | None:
    parent = node.parent
    while parent is not None and not dom.is_block(parent):
        parent = parent.parent
    return parent.mem_id if parent is not None else None
