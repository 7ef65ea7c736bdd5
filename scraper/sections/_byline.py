"""Shared by the layouts before 2020: authors printed as ``Last II``, with marks after them."""

import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import unquote_plus

from scraper import dom, normalize
from scraper.dom import Node
from scraper.model import Author
from scraper.names import NUMERALS, SUFFIXES, are_initials, is_person

_ET_AL: Final = re.compile(r"\bet al\b\.?")
_NO_AUTHORS: Final = re.compile(r"\[?No authors listed\]?", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*;\s*|\s*,\s+(?=[^\s,;]+(?: [^\s,;]+)* [^\W\d_a-z]{1,4}\b)")
_MARK: Final = re.compile(r"[^\s,#]+|#")
"""A mark after a name: a number, or ``#``, which may be glued to one."""
_WITH_SUFFIX: Final = 3


def printed_authors(
    region: Node | None, numbers: Mapping[str, int]
) -> tuple[tuple[Author, ...], bool]:
    """Read a byline; return the authors, and whether it shows all.

    Args:
        region: The byline.
        numbers: The position of each affiliation by its mark.
    """
    found: list[tuple[dict[str, str | None], list[str]]] = []
    complete = True
    for node in _leaves(region):
        if node.tag == "a":
            found.append((name_parts(dom.text(node), dom.attr(node, "href")), []))
        elif node.tag == "sup":
            if found:
                found[-1][1].extend(_MARK.findall(dom.text(node)))
        else:
            said = normalize.squash(node.text_content or "")
            complete = complete and _ET_AL.search(said) is None
            found += [(name_parts(name), []) for name in _unlinked(said)]
    people = (_author(parts, marks, numbers) for parts, marks in found if parts["name"])
    return tuple(people), complete


def _author(parts: dict[str, str | None], marks: list[str], numbers: Mapping[str, int]) -> Author:
    at = dict.fromkeys(numbers[mark] for mark in marks if mark in numbers)
    return Author(
        name=parts["name"] or "",
        last_name=parts.get("last_name"),
        initials=parts.get("initials"),
        suffix=parts.get("suffix"),
        collective_name=parts.get("collective_name"),
        equal_contrib="#" in marks,
        affiliations=tuple(at),
    )


def _leaves(region: Node | None) -> Iterator[Node]:
    """Yield links, superscripts and other text; wrappers around them are transparent."""
    stack = [region.first_child if region is not None else None]
    while stack:
        node = stack.pop()
        if node is None:
            continue
        stack.append(node.next)
        if node.tag in {"a", "sup"} or dom.is_text(node):
            yield node
        elif not dom.is_silent(node):
            stack.append(node.first_child)


def _unlinked(said: str) -> list[str]:
    """Return the names in text between the links: a group, or persons of a page without links."""
    rest = _NO_AUTHORS.sub("", _ET_AL.sub("", said)).strip(" ,;.")
    return [name for name in _BETWEEN.split(rest) if name]


def name_parts(name: str, href: str | None = None) -> dict[str, str | None]:
    """Split a name that is printed ``Last II Jr``; the link of a group says so.

    >>> name_parts("De Silva V", "?term=De+Silva+V[Author]")["initials"]
    'V'
    >>> name_parts("Ivanov IuA III")["initials"], name_parts("Ångström Ö")["last_name"]
    ('IuA', 'Ångström')
    >>> name_parts("Brook AB 3rd")["suffix"], name_parts("River Group")["collective_name"]
    ('3rd', 'River Group')
    """
    target = unquote_plus(href or "").lower()
    personal = "author]" in target if "author" in target else is_person(name)
    if not personal or "corporate author]" in target:
        return {"name": name, "collective_name": name}
    words = name.split()
    suffix = initials = None
    if len(words) >= _WITH_SUFFIX and _is_suffix(words[-1], words[-2]):
        suffix = words.pop()
    if len(words) > 1:
        initials = words.pop()
    return {"name": name, "last_name": " ".join(words), "initials": initials, "suffix": suffix}


def _is_suffix(last: str, before: str) -> bool:
    """Tell whether a name ends in a suffix: initials stand before it."""
    return last in SUFFIXES and (last not in NUMERALS or are_initials(before))
