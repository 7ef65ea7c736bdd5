"""The abstract: its sections, its copyright line, and abstracts in other languages."""

import re
from functools import singledispatch
from typing import Final, TypedDict

from scraper import dom
from scraper.abstractplus import AbstractPlusPage
from scraper.dom import Node
from scraper.inline import inline_html
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.model import OtherAbstract, Section
from scraper.pages import ModernPage
from scraper.rendering import TextPage
from scraper.sections._paragraphs import paragraphs, report_abstract

_CODE: Final = re.compile(r"[a-z]{2,3}")


class Abstract(TypedDict):
    """The abstract and what belongs to it."""

    abstract: str | None
    abstract_sections: tuple[Section, ...] | None
    abstract_copyright: str | None
    other_abstracts: tuple[OtherAbstract, ...] | None


@singledispatch
def abstract(page: Layout) -> Abstract:
    """Read the abstract; keywords and the disclaimer below it are not part of it."""
    return _abstract(None)


def _abstract(
    sections: tuple[Section, ...] | None,
    copyright_line: str | None = None,
    others: tuple[OtherAbstract, ...] | None = None,
) -> Abstract:
    return Abstract(
        abstract=joined(sections or ()) or None,
        abstract_sections=sections,
        abstract_copyright=copyright_line,
        other_abstracts=others,
    )


def joined(sections: tuple[Section, ...]) -> str:
    """Join sections by a blank line, a labelled one as ``Label: text``."""
    return "\n\n".join(f"{s.label}: {s.text}" if s.label else s.text for s in sections)


@abstract.register
def _modern(page: ModernPage) -> Abstract:
    own, others_here = page.abstract_contents
    first = () if own is None else _sections(own)
    others = tuple(map(_other, [*others_here, *page.other_abstracts]))
    return _abstract(first or page.absent, _copyright(page.abstracts), others or page.absent)


def _copyright(regions: list[Node]) -> str | None:
    """Return the copyright line, which stands in the abstract's block or right after it."""
    for region in regions:
        inside = dom.find(region, ".copyright")
        if inside is not None:
            return dom.text(inside)
        after = region.next
        while after is not None and not dom.is_block_with_heading(after):
            if after.is_element_node and "copyright" in (dom.classes(after), after.id):
                return dom.text(after)
            after = after.next
    return None


def _sections(content: Node) -> tuple[Section, ...]:
    """Return one section per paragraph; text outside of paragraphs is one section too."""
    blocks = list(dom.elements(content))
    if not any(block.tag in {"p", "div", "ul", "ol"} for block in blocks):
        return _section(content)
    return tuple(section for block in blocks if not _is_apart(block) for section in _section(block))


def _is_apart(block: Node) -> bool:
    """Copyright line and disclaimer are no sections, wherever they stand."""
    return any(name in dom.classes(block) for name in ("copyright", "disclaimer"))


def _section(block: Node) -> tuple[Section, ...]:
    label = dom.first(block, "strong.sub-title")
    printed = dom.text(label)
    if label is not None and not _begins(block, label, printed):
        label, printed = None, ""  # it is no label but emphasis inside the text
    start = block.first_child if label is None else label.next
    text = dom.text_from(start)
    name = printed.removesuffix(":").rstrip()
    if not text and not name:
        return ()
    return (Section(label=name or None, text=text, html=inline_html(start)),)


def _begins(block: Node, label: Node, printed: str) -> bool:
    """Tell whether a block begins with its label; nearly always that is its first element."""
    first = block.first_child
    if first is not None and dom.is_text(first) and not (first.text_content or "").strip():
        first = first.next
    is_first = first is not None and first.mem_id == label.mem_id
    return (is_first and printed.endswith(":")) or dom.text(block).startswith(printed)


def _other(content: Node) -> OtherAbstract:
    heading = dom.find(content, "h3") or dom.find(content, "h2")
    sections = tuple(
        section
        for block in dom.elements(content)
        if heading is None or block.mem_id != heading.mem_id
        for section in _section(block)
    )
    return OtherAbstract(
        language=_language(content),
        heading=dom.text(heading) or None,
        text=joined(sections),
        sections=sections,
    )


def _language(content: Node) -> str | None:
    """Return the name on the button that shows this abstract, else the code in its id.

    The id of a plain-language summary names no language.
    """
    parent = content.parent
    ident = content.id or ""
    if parent is not None and ident:
        for button in dom.find_all(parent, f"[aria-controls='{ident}']"):
            if name := dom.text(button):
                return name
    code = ident.removesuffix("-abstract")
    return code if _CODE.fullmatch(code) and code != "pls" else None


@abstract.register
def _text(page: TextPage) -> Abstract:
    return _abstract(page.abstract_sections, page.abstract_copyright, page.other_abstracts)


@abstract.register
def _legacy(page: LegacyPage) -> Abstract:
    nodes = page.nodes("abstract")
    sections, copyright_line = report_abstract(nodes[0]) if nodes else ((), None)
    others = tuple(map(_another, nodes[1:]))
    return _abstract(sections or page.absent, copyright_line, others or page.absent)


def _another(node: Node) -> OtherAbstract:
    sections, _ = report_abstract(node)
    heading = dom.text(dom.find(node, "h3"))
    if not sections:  # it only says where there is one
        return OtherAbstract(text=heading)
    return OtherAbstract(heading=heading or None, text=joined(sections), sections=sections)


@abstract.register
def _abstractplus(page: AbstractPlusPage) -> Abstract:
    sections, copyright_line = paragraphs(page.nodes("abstract"))
    return _abstract(sections or page.absent, copyright_line, page.absent)
