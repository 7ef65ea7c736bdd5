"""A region of a page as readable plain text: headings, paragraphs, lists.

The form is Markdown's, without its escapes: ``# `` before a title, ``- `` before a
list item, two spaces before what else belongs to the item.
"""

from typing import Final

from scraper import dom
from scraper.dom import Node
from scraper.normalize import squash

_HEADINGS: Final = {f"h{level}": f"{'#' * level} " for level in range(1, 7)}
_BULLET: Final = "- "
_INDENT: Final = "  "


def readable(root: Node) -> str:
    """Return the region's text, one paragraph a line, with a final newline."""
    writer = _Writer()
    stack: list[tuple[Node | None, str]] = [(root.first_child, "")]
    while stack:
        node, closing = stack.pop()
        if closing:
            writer.end(closing)
        while node is not None:
            if dom.is_text(node):
                writer.add(node.text_content or "")
            elif not dom.is_silent(node):
                tag = (node.tag or "") if dom.is_block(node) else ""
                if tag:
                    writer.begin(tag)
                stack.append((node.next, tag))
                node = node.first_child
                continue
            node = node.next
    return writer.text()


class _Writer:
    """Collects lines; knows which prefix the next line gets."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._words: list[str] = []
        self._prefix = ""
        self._items = 0

    def add(self, words: str) -> None:
        self._words.append(words)

    def begin(self, tag: str) -> None:
        self._flush()
        if tag == "li":
            self._items += 1
            self._prefix = _BULLET
        elif tag in _HEADINGS and not self._items:
            self._prefix = _HEADINGS[tag]

    def end(self, tag: str) -> None:
        self._flush()
        if tag == "li":
            self._items -= 1
        self._prefix = _INDENT if self._items else ""

    def text(self) -> str:
        self._flush()
        return "\n".join(self._lines).strip("\n") + "\n"

    def _flush(self) -> None:
        line = squash("".join(self._words))
        self._words.clear()
        if not line:
            return
        if self._prefix not in {_BULLET, _INDENT} or not self._in_list():
            self._lines.append("")
        self._lines.append(self._prefix + line)
        self._prefix = _INDENT if self._items else ""

    def _in_list(self) -> bool:
        return bool(self._lines) and self._lines[-1].startswith((_BULLET, _INDENT))
