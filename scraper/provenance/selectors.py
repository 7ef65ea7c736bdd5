"""CSS selectors that name one element of a page."""

import re
from collections import Counter
from typing import Final

from scraper import dom
from scraper.dom import Node
from scraper.provenance.trace import Attribute
from scraper.provenance.tree import Tree

_PLAIN: Final = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_TAG: Final = re.compile(r"[a-z][a-z0-9]*")
_NAMED: Final = {"meta": "name", "link": "rel"}
"""Elements of the head, and the attribute that tells them apart."""


class Selectors:
    """Names the elements of a page: ``#abstract > p:nth-of-type(2)``."""

    def __init__(self, tree: Tree) -> None:
        self._ids = tree.ids
        self._root = tree.root
        self._steps: dict[int, str] = {}
        """What tells each element from its siblings."""

    def of(self, node: Node) -> str:
        """Return a selector that finds this element only, from the nearest id downwards."""
        steps: list[str] = []
        while True:
            if (ident := node.id) and self._ids[ident] == 1 and _PLAIN.fullmatch(ident):
                steps.append(f"#{ident}")
                break
            parent = node.parent
            if parent is None or not parent.is_element_node:
                steps.append(node.tag or "*")
                break
            steps.append(self._step(node, parent))
            node = parent
        return " > ".join(reversed(steps))

    def of_attribute(self, attribute: Attribute) -> str:
        """Return a selector and, after an ``@``, the attribute's name."""
        node, name, _ = attribute
        return f"{self._named(node) or self.of(node)}@{name}"

    def _named(self, node: Node) -> str | None:
        key = _NAMED.get(node.tag or "")
        value = node.attrs.get(key) if key else None
        if not value or not _PLAIN.fullmatch(value):
            return None
        selector = f'{node.tag}[{key}="{value}"]'
        return selector if len(dom.find_all(self._root, selector)) == 1 else None

    def _step(self, node: Node, parent: Node) -> str:
        if node.mem_id not in self._steps:
            self._number(parent)
        return self._steps[node.mem_id]

    def _number(self, parent: Node) -> None:
        """Number all children at once: a list may have thousands."""
        children = [(child.mem_id, child.tag or "") for child in dom.elements(parent)]
        every = Counter(tag for _, tag in children)
        seen: Counter[str] = Counter()
        for place, (child, tag) in enumerate(children, 1):
            seen[tag] += 1
            if not _TAG.fullmatch(tag):
                self._steps[child] = f":nth-child({place})"
            else:
                self._steps[child] = tag if every[tag] == 1 else f"{tag}:nth-of-type({seen[tag]})"
