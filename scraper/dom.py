"""A thin layer over lexbor, and the package's only user of selectolax.

Nodes stay lexbor's own; what is added is the text that a *reader* sees, which
``LexborNode.text()`` does not give: it includes scripts and glues blocks. Long because it is
the one door to the parser.
"""

from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, SelectolaxError
from selectolax.lexbor import LexborNode as Node

from scraper import structure
from scraper.normalize import squash

__all__ = [
    "Node",
    "attr",
    "classes",
    "elements",
    "find",
    "find_all",
    "find_outermost",
    "first",
    "following",
    "is_block",
    "is_block_with_heading",
    "is_silent",
    "is_text",
    "lines",
    "parse",
    "pieces",
    "text",
    "text_from",
    "verbatim",
]

_TEXT = "-text"
_SILENT = frozenset("script style template noscript svg head -comment !--".split())
_BLOCKS = frozenset(
    "address article aside blockquote caption dd details dialog div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section"
    " select table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = frozenset("h2 h3 h4".split())
_LINE_END = "\0"
"""What parts lines; lexbor leaves none in a text."""
_INLINE = {"b": "b", "strong": "b", "i": "i", "em": "i", "u": "u", "sub": "sub", "sup": "sup"}


def parse(html: str | bytes) -> Node:
    """Parse a page or a part of one, bytes as UTF-8; returns the ``html`` element.

    Scripting is on, as in a browser: a ``noscript`` in the head cannot close it.

    Raises:
        ParserLimit: The markup would overload the parser.
        MemoryError: The tree has no room.
    """
    data = html.encode() if isinstance(html, str) else html
    structure.check(data)
    try:
        root = LexborHTMLParser(data, scripting=True).root
    except SelectolaxError as error:  # all bytes are HTML: it is the memory that failed
        raise MemoryError from error
    if root is None:  # pragma: no cover - lexbor always makes a document
        message = "lexbor gave no document"
        raise ValueError(message)
    return root


def find(node: Node, selector: str) -> Node | None:
    """Return the first descendant that matches, or None."""
    return node.css_first(selector)


def first(node: Node, selector: str) -> Node | None:
    """Like `find` for ``tag``, ``.class``, ``tag.class``; quick where it is the first element."""
    tag, _, name = selector.partition(".")
    child = next(elements(node), None)
    if child is None or (tag and child.tag != tag):
        return find(node, selector)
    return child if not name or name in classes(child).split() else find(node, selector)


def find_all(node: Node, selector: str) -> list[Node]:
    """Return all descendants that match, in page order. No selector lists: they double."""
    return node.css(selector)


def find_outermost(node: Node, selector: str) -> list[Node]:
    """Return all matches that are not inside of another match: hostile pages nest them."""
    inside = {found.mem_id for found in node.css(f"{selector} {selector}")}
    return [found for found in node.css(selector) if found.mem_id not in inside]


def elements(node: Node) -> Iterator[Node]:
    """Yield the child elements, in order."""
    child = node.first_child
    while child is not None:
        if child.is_element_node:
            yield child
        child = child.next


def following(heading: Node) -> Iterator[Node]:
    """Yield what stands after a heading, text included, up to the next one, or a block with one."""
    node = heading.next
    while node is not None and node.tag not in _HEADINGS and not is_block_with_heading(node):
        yield node
        node = node.next


def attr(node: Node | None, name: str) -> str | None:
    """Return an attribute's value, trimmed; None where it is absent or empty."""
    if node is None:
        return None
    return (node.attrs.get(name) or "").strip() or None


def classes(node: Node) -> str:
    """Return the class attribute as written (``""`` when absent): for quick containment tests."""
    return (node.attrs.get("class") if node.is_element_node else None) or ""


def text(node: Node | None) -> str:
    """Return the text that a reader sees, squashed.

    Inline markup leaves no gap, ``<br>`` and blocks leave one; scripts are silent.
    """
    if node is None or (child := node.first_child) is None:
        return ""
    if child.next is None and (content := child.text_content) is not None:
        return squash(content)  # most are but a text
    return squash("".join(pieces(child)))


def verbatim(node: Node) -> str:
    """Return the text of preformatted lines as it stands, line ends and all."""
    return "".join(pieces(node.first_child))


def text_from(child: Node | None) -> str:
    """Like `text`, for a node and all siblings after it."""
    if child is None:
        return ""
    if child.next is None and (content := child.text_content) is not None:
        return squash(content)
    return squash("".join(pieces(child)))


def lines(nodes: Iterable[Node]) -> list[str]:
    """Return the text of nodes line by line, as blocks and ``<br>`` part it."""
    run: list[str] = []
    for node in nodes:
        if is_text(node):
            run.append(node.text_content or "")
        elif not is_silent(node):
            edge = _LINE_END if is_block(node) else ""
            run += [edge, *pieces(node.first_child, edge=_LINE_END), edge]
    return [line for line in map(squash, "".join(run).split(_LINE_END)) if line]


def is_block(node: Node) -> bool:
    """Tell whether an element stands on lines of its own."""
    return node.tag in _BLOCKS or node.tag == "br"


def is_block_with_heading(node: Node) -> bool:
    """Tell whether an element begins a new section."""
    return node.is_element_node and any(child.tag in {"h2", "h3"} for child in elements(node))


def is_text(node: Node) -> bool:
    """Tell whether a node is text."""
    return node.tag == _TEXT


def is_silent(node: Node) -> bool:
    """Tell whether a reader never sees what is inside: a script, a comment."""
    return node.tag in _SILENT


def pieces(child: Node | None, *, markup: bool = False, edge: str = " ") -> list[str]:
    """Return the text under a node and its following siblings; with ``markup``, inline tags too.

    ``edge`` stands before and after a block. Hostile pages nest deeper than Python recurses.
    """
    run: list[str] = []
    stack: list[tuple[Node | None, str]] = []
    while child is not None or stack:
        if child is None:
            child, closing = stack.pop()
            run.append(closing)
            continue
        if (content := child.text_content) is not None:
            run.append(_escaped(content) if markup else content)
        elif (tag := child.tag or "") == "br":
            run.append(edge)
        elif tag not in _SILENT and (first := child.first_child) is not None:
            opening = closing = edge if tag in _BLOCKS else ""
            if markup and tag in _INLINE:
                opening, closing = f"<{_INLINE[tag]}>", f"</{_INLINE[tag]}>"
            run.append(opening)
            stack.append((child.next, closing))
            child = first
            continue
        child = child.next
    return run


def _escaped(content: str) -> str:
    """Write text as HTML; the library's ``html`` comes with the names of 2,231 characters."""
    return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
