"""Text broken at a column, as terminal browsers and pandoc give it: back to plain lines.

Lynx puts ``(BUTTON)`` before a button and ``[12]`` before a link. ``CO[2]`` and ``CO₂`` stand
for an index, ``10^6`` and ``10⁶`` for an exponent: in doubt, for a page may print them so itself.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, Literal

from scraper.rendering.doubt import DOUBT
from scraper.rendering.noise import is_noise
from scraper.rendering.vocabulary import FREE

_LYNX = re.compile(r"^(?: {3}(?:\(BUTTON\)|\[\d{1,4}\]\S)| {5}\* )", re.MULTILINE)
_LYNX_SIGNS: Final = ("\n   (BUTTON)", "\n   [", "\n     * ")
_PANDOC = re.compile(r"^-   \S", re.MULTILINE)
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋]+")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+-" * 2)
Breaker = Literal["lynx", "pandoc", "other"]
"""The program that broke the lines: one that does so at spaces only, or any other."""

_BUTTON = re.compile(r"\(BUTTON\) ?|\[ \] ?")
_LINK = re.compile(r"(?<![^\W_])\[(\d{1,5})\]")
_INDEX = re.compile(r"(?<=[^\W_])\[(?=[^\[\] ]{1,12}\])")
_COLUMN = re.compile(r"\s*(?:(?:[*+o#@=~•□■-]|\d{1,2}\.)\s+)?")
_OPEN = ("doi:", "PMID:", "PMCID:")
"""What never ends a line of the page."""
_MARKER = re.compile(r"(?:Collaborators, )?Affiliations?\b.*")
_FIRST_WORD = re.compile(r"[ \t]*([^ \t]+)")  # a no-break space does not end it
_MOST_HIDDEN = 100
"""How many links in a row may have no text."""
_WIDEST = 100
_OFTEN = 3
_SPACED_END = re.compile(r"[\w.,?!)%]$")
_ENOUGH = 3
_SLACK: Final[Mapping[Breaker, int]] = {"lynx": 0, "pandoc": 8, "other": 8}
"""How much room a program may leave although the next word would have fitted."""
_RAGGED = 12
_SHORT = 50


def breaker(text: str) -> Breaker | None:
    r"""Return the known program that has broken a text at a column, or None.

    >>> breaker("     * PMID: 123\n"), breaker("  * PMID: 123\n")
    ('lynx', None)
    """
    text = f"\n{text}"  # so that all lines begin alike: what is fixed is found sooner than patterns
    if any(sign in text for sign in _LYNX_SIGNS) and _LYNX.search(text):
        return "lynx"
    return "pandoc" if "\n-   " in text and _PANDOC.search(text) else None


def is_broken(physical: Sequence[str]) -> bool:
    """Tell whether lines end at one column, and sentences go on in the next."""
    if any(len(line) > _WIDEST and " " in line[:_WIDEST] for line in physical):
        return False
    raw = [line.rstrip() for line in physical]
    margins = _margins(raw)
    inside = (
        line.lstrip()[:1].islower() and _goes_on(before, line, line, margins, 0)
        for before, line in pairwise(raw)
    )
    return sum(inside) >= _OFTEN


def logical(physical: Sequence[str], by: Breaker) -> Iterator[tuple[int, str]]:
    r"""Yield (position, plain text) of each line; broken ones are one again.

    >>> list(logical(["     * (BUTTON) Adult\n", "       [7]Actions\n"], "lynx"))
    [(0, '     * Adult'), (1, '       Actions')]
    """
    raw = [line.rstrip() for line in physical]
    margins = _margins(raw)
    held = ""
    start = 0
    for at, line in enumerate(_unmarked(raw, by)):
        if held and _goes_on(raw[at - 1], raw[at], line, margins, _SLACK[by]):
            held += _joint(held, line.lstrip(), by) + line.lstrip()
            continue
        if held:
            yield start, held
        held, start = line, at
    if held:
        yield start, held


def _joint(before: str, line: str, by: Breaker) -> str:
    """Return what a break stands for: not all programs break at spaces only."""
    sure = by != "other" or (_SPACED_END.search(before) and line[0].isalnum())
    return " " if sure else f"{DOUBT} "


def _unmarked(lines: Sequence[str], by: Breaker) -> Iterator[str]:
    """Take the marks off; those of links are numbers that go up."""
    last = 0
    raised = _RAISED if by == "pandoc" else None

    def unlinked(found: re.Match[str]) -> str:
        nonlocal last
        if not last < int(found[1]) <= last + _MOST_HIDDEN:
            return found[0]
        last = int(found[1])
        return ""

    for line in lines:
        text = _LINK.sub(unlinked, line) if "[" in line else line
        text = _INDEX.sub(f"{DOUBT}[", _BUTTON.sub("", text)).replace("^", DOUBT)
        yield raised.sub(_lowered, text) if raised else text


def _lowered(found: re.Match[str]) -> str:
    return DOUBT + found[0].translate(_LOWERED)


def _column(line: str) -> int:
    """Return the column where the text of a line begins, behind a bullet."""
    found = _COLUMN.match(line)
    return found.end() if found else 0


def _margins(lines: Sequence[str]) -> Mapping[int, int]:
    """Return how far lines reach that begin in a column; nothing where few reach far.

    A column with few long lines has the margin of the whole.
    """
    reach: dict[int, list[int]] = {}
    for line in lines:
        if line and "://" not in line:  # an address may stand out
            reach.setdefault(_column(line), []).append(len(line))
    long = sorted(size for sizes in reach.values() for size in sizes if size > _SHORT)
    widest = long[-1 - len(long) // 10] if long else 0  # headings may not be broken
    near = range(widest - _RAGGED, widest + 1)
    if sum(size in near for size in long) < max(_ENOUGH, len(long) // 5):
        return {}
    return {
        column: max(full) if len(full) >= _ENOUGH else widest
        for column, sizes in reach.items()
        if (full := [size for size in sizes if size in near]) is not None
    }


def _goes_on(before: str, raw: str, line: str, margins: Mapping[int, int], slack: int) -> bool:
    """Tell whether a line goes on the one before: no more of it had room there."""
    word = _FIRST_WORD.match(raw)
    column = len(raw) - len(raw.lstrip())
    if word is None or not before.strip() or _column(before) != column or _column(raw) != column:
        return False
    if before.endswith(_OPEN):
        return True
    margin = margins.get(column)
    if margin is None or len(before) + 1 + len(word[1]) + slack <= margin:
        return False
    text = line.strip()
    return not (is_noise(text) or text.lower() in FREE or _MARKER.fullmatch(text))
