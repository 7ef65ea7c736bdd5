"""The forms that renderers give a text: each is read as the plain lines that it stands for."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from scraper.rendering import addresses, columns, markdown, nodes
from scraper.rendering.lines import Line, visible

_BEGINNINGS: Final = ("PMID:", "PMCID:", "DOI:", "Bookshelf ID:", "Cited by")
_WHOLE = re.compile(
    r"PMID: \d{1,9}|PMCID: PMC\d+|DOI: 10\.[\d.]{4,12}/\S+|Bookshelf ID: NBK\d+"
    r"|Cited by \d[\d,]*(?: articles?)?"
)


def read_lines(physical: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines that are not blank, without the marks of their renderer."""
    lines = _read(physical)
    pairs = pairwise(lines)
    is_parted = any(_is_whole(line, after) for line, after in pairs if line.text in _BEGINNINGS)
    return _completed(lines) if is_parted else lines


def _read(physical: Sequence[str]) -> tuple[Line, ...]:
    text = "".join(physical)
    if (by := columns.breaker(text)) is not None:
        return tuple(visible(columns.logical(physical, by)))
    if markdown.is_markdown(text):
        return tuple(visible(markdown.logical(physical)))
    if addresses.has_addresses(text):
        return tuple(visible(addresses.logical(physical)))
    if nodes.is_nodes(text):
        return nodes.merged(tuple(visible(enumerate(physical), dashes=False)), physical)
    if columns.is_broken(physical):
        return tuple(visible(columns.logical(physical, "other")))
    return tuple(visible(enumerate(physical)))


def _completed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Put an identifier or a count, which stands in the next line, to its label or heading."""
    found: list[Line] = []
    is_open = False
    for line in lines:
        if is_open and _is_whole(found[-1], line):
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {line.text}")
        else:
            found.append(line)
        is_open = found[-1].text.startswith(_BEGINNINGS)
    return tuple(found)


def _is_whole(line: Line, after: Line) -> bool:
    return _WHOLE.fullmatch(f"{line.text} {after.text}") is not None
