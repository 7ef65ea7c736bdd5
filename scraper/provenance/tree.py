"""An HTML page as it prints: the text of its nodes in order, and where each node's is."""

from collections import Counter

from scraper import dom
from scraper.dom import Node
from scraper.provenance.printed import Printed, Span


class Tree:
    """A parsed page: what it prints, the part of it that each node prints, how often an id is."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.printed: Printed[Node] = Printed()
        self.ids: Counter[str] = Counter()
        self._spans: dict[int, Span] = {}
        self._walk(root)

    def span(self, node: Node) -> Span:
        """Return what a node prints; nothing where no reader sees it."""
        return self._spans.get(node.mem_id, Span(0, 0))

    def span_from(self, node: Node) -> Span:
        """Return what a node and its siblings after it print."""
        parent = node.parent
        start, end = self.span(node)
        return Span(start, self.span(parent).end if parent is not None else end)

    def parent(self, span: Span) -> Node:
        """Return the smallest element that prints all of a span."""
        first = next(self.printed.within(span))[0]
        node = first.parent
        while node is not None and not self.span(node).holds(span):
            node = node.parent
        return node or self.root

    def _walk(self, root: Node) -> None:
        """Take in all nodes. An explicit stack: pages nest deeper than Python recurses."""
        stack: list[tuple[Node, int]] = [(root, -1)]  # a node, and where it began once it is over
        while stack:
            node, start = stack.pop()
            if start >= 0:
                self._spans[node.mem_id] = Span(start, self.printed.size)
            elif dom.is_text(node):
                self._spans[node.mem_id] = self.printed.add(node, node.text_content or "")
            elif node.is_element_node:
                if ident := node.id:
                    self.ids[ident] += 1
                if not dom.is_silent(node) or node.tag == "head":
                    stack.append((node, self.printed.size))
                    stack += [(child, -1) for child in _children(node) if node.tag != "head"][::-1]


def _children(node: Node) -> list[Node]:
    found = []
    child = node.first_child
    while child is not None:
        found.append(child)
        child = child.next
    return found
