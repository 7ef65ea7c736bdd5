"""The article's head: what stands between the citation line and the first section."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scraper.model import FreeFullText
from scraper.names import NO_AUTHORS
from scraper.rendering.lines import Line, joined
from scraper.rendering.people import People, is_marker, split
from scraper.rendering.shortline import ShortLine, book_author, short_line
from scraper.rendering.vocabulary import FREE, PUBLICATION_TYPES

_IDENTIFIER = re.compile(r"(?:PMID|PMCID|DOI|Bookshelf ID):(?: ?\S|$)")
_LANGUAGE = re.compile(r"\[Article in ([A-Z][^\];]{1,80})(?:; Abstract[^\]]*)?\]\.?")
_LABEL = re.compile(r"Expand|Collapse|(?:\(?#\)? ?)?Contributed equally\.?")


class Head(NamedTuple):
    """The head, cut into its parts."""

    title: str | None
    vernacular: str | None
    people: People
    """The byline and the lists that unfold under it."""
    book_author: tuple[str, bool] | None
    """The first author under the second title of a book, and whether he is alone."""
    short: ShortLine | None
    language: str | None
    free: FreeFullText | None
    badges: tuple[str, ...]
    """Publication types printed over the second title."""
    identifiers: str
    """The lines with PMID, PMCID, DOI and Bookshelf ID, joined."""


def read_head(lines: Sequence[Line], above: str | None = None) -> Head:
    """Cut the head of a modern page into its parts.

    The title is what stands twice. ``above`` is the line right above the citation: a
    publication type that no table knows counts as one when it stands over both titles.
    """
    first, again = _titles(lines)
    title, vernacular = _split_title(lines[:first])
    between = lines[first : again[0]]
    if not vernacular and title and title[0].text.startswith("["):
        vernacular, between = _take_vernacular(between)
    after = lines[again[1] :]
    over = [line.text for line in between[-1:] if again[1] > again[0] and line.text == above]
    badges = [line.text for line in (*between, *after) if line.text in PUBLICATION_TYPES]
    free = (FREE.get(_mark(line)) for line in (*between, *after))
    languages = (_LANGUAGE.fullmatch(line.text) for line in between)
    return Head(
        title=joined(title) or None,
        vernacular=joined(vernacular) or None,
        people=split(_people(between, {*badges, *over})),
        book_author=next(filter(None, (book_author(line.text) for line in after)), None),
        short=next((short for line in after if (short := short_line(line.text))), None),
        language=next((found[1] for found in languages if found), None),
        free=next((mark for mark in free if mark), None),
        badges=tuple(dict.fromkeys((*badges, *over))),
        identifiers=joined(line for line in lines[first:] if _IDENTIFIER.match(line.text)),
    )


def _split_title(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Part a translated title, which stands in brackets, from the original one below it."""
    for at in range(1, len(lines)):
        if joined(lines[:at]).startswith("[") and lines[at - 1].text.endswith("]"):
            return lines[:at], lines[at:]
    return lines, ()


def _take_vernacular(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Take the original title off the front: what stands above ``[Article in …]``."""
    at = next((at for at, line in enumerate(lines) if _LANGUAGE.fullmatch(line.text)), 0)
    return (lines[:at], lines[at:]) if not any(map(_is_special, lines[:at])) else ((), lines)


def _titles(lines: Sequence[Line]) -> tuple[int, tuple[int, int]]:
    """Return where the first title ends, and where the second begins and ends."""
    start = next((at for at in range(1, len(lines)) if lines[at].text == lines[0].text), len(lines))
    if start < len(lines):
        size = 1
        while _same(lines, size, start):
            size += 1
        return size, (start, start + size)
    size = min(1, len(lines))
    while size < len(lines) and lines[0].gap and not (lines[size].gap or _is_special(lines[size])):
        size += 1
    return size, (len(lines), len(lines))


def _same(lines: Sequence[Line], size: int, start: int) -> bool:
    return (
        size < start
        and start + size < len(lines)
        and lines[size].text == lines[start + size].text
        and not _is_special(lines[size])
    )


def _is_special(line: Line) -> bool:
    text = line.text
    return (
        is_marker(text)
        or _IDENTIFIER.match(text) is not None
        or _LANGUAGE.fullmatch(text) is not None
        or NO_AUTHORS.fullmatch(text) is not None
        or _mark(line) in FREE
        or text in PUBLICATION_TYPES
    )


def _mark(line: Line) -> str:
    return line.text.rstrip(".").lower()


def _people(lines: Sequence[Line], badges: set[str]) -> list[Line]:
    """Return the lines of the lists of people, which the identifiers end."""
    ids = (at for at, line in enumerate(lines) if _IDENTIFIER.match(line.text))
    return [line for line in lines[: next(ids, None)] if _is_person(line, badges)]


def _is_person(line: Line, badges: set[str]) -> bool:
    """Tell whether a line is one of the lists of people, or a label over one."""
    if NO_AUTHORS.fullmatch(line.text) or is_marker(line.text):
        return True
    return not (_is_special(line) or _LABEL.fullmatch(line.text) or line.text in badges)
