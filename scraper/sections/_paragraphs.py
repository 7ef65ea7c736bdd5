"""Shared by the layouts before 2020: the paragraphs of an abstract, and its copyright line."""

import re
from typing import Final

from scraper import dom
from scraper.dom import Node
from scraper.inline import inline_html
from scraper.model import Section

_COPYRIGHT: Final = re.compile(
    r"(?:crown )?copyright\b|©|\(c\) ?\d{4}|published by\b|.{1,200}\ball rights reserved\.?$",
    re.IGNORECASE,
)


def report_abstract(node: Node) -> tuple[tuple[Section, ...], str | None]:
    """Read a ``div.abstr``; text that is in no paragraph is one section."""
    found, copyright_line = paragraphs(_blocks(node))
    heading = dom.find(node, "h3")
    start = node.first_child if heading is None else heading.next
    if not found and (text := dom.text_from(start)):
        found = (Section(text=text, html=inline_html(start)),)
    return found, copyright_line


def paragraphs(blocks: list[Node]) -> tuple[tuple[Section, ...], str | None]:
    """Read paragraphs, each labelled by an ``h4`` before it, and a copyright line at the end."""
    found: list[Section] = []
    label = copyright_line = None
    for at, block in enumerate(blocks):
        text = dom.text(block)
        if block.tag == "h4":
            label = text.removesuffix(":").rstrip() or None
        elif _is_copyright(blocks, at, labelled=label is not None):
            copyright_line = text
        elif text or label:
            found.append(Section(label=label, text=text, html=inline_html(block.first_child)))
            label = None
    return tuple(found), copyright_line


def _blocks(node: Node) -> list[Node]:
    """Return the paragraphs and labels; from 2014 on they stand in a ``div`` of their own."""
    return [
        block
        for child in dom.elements(node)
        if child.tag != "h3"
        for block in (dom.elements(child) if child.tag == "div" else [child])
    ]


def _is_copyright(blocks: list[Node], at: int, *, labelled: bool) -> bool:
    """Tell whether a paragraph is the copyright line: by its class, or the last one by its text.

    For some years the XML element around each part of the abstract leaked into the page.
    """
    if "copyright" in dom.classes(blocks[at]):
        return True
    if labelled or at == 0 or at < len(blocks) - 1 or dom.find(blocks[at], "abstracttext"):
        return False
    leaked = any(dom.find(block, "abstracttext") for block in blocks)
    return leaked or _COPYRIGHT.match(dom.text(blocks[at])) is not None
