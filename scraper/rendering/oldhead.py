"""The head of the layouts before 2019: title, byline and affiliations in plain order.

Each stands once, so form decides: a title ends in a full stop, a byline is made of
``Last II``, affiliations follow ``Author information`` or read like an address.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scraper.names import NO_AUTHORS
from scraper.normalize import without_full_stop
from scraper.rendering.doubt import DOUBT
from scraper.rendering.lines import Line, joined, paragraphs
from scraper.rendering.people import is_marker, split

_LANGUAGE = re.compile(r"\[Article in ([A-Z][^\];]{1,80})(?:; Abstract[^\]]*)?\]\.?")
_PERSON = re.compile(
    r"[^\d,;.]{1,60}?[ -][^\W\d_a-z]{1,4}(?: (?:Jr|Sr|\d(?:st|nd|rd|th)|I{1,3}|IV))?[\s\d#*]{0,20}"
)
_GROUP = re.compile(
    r"(?:.* )?(?:Group|Consortium|Investigators|Collaborat\w+|Committee|Network|Team|Society|Study)"
    r"\b.*"
)
_ADDRESS = re.compile(
    r"\b(?:Departe?ment|Departamento|Dept|Division|Universi\w+|Institu\w+|Hospital|Hôpital|Laborato\w+"
    r"|School|Cent(?:er|re)|College|Faculty|Clinic|Klinik|Academy|Unit|USA|Ltd|Inc)\b|\S@\S"
)
_TITLE_END = (".", "?", "!", "]")
_LONGEST_ADDRESS = 600


class OldHead(NamedTuple):
    """The head, cut into its parts."""

    title: str | None = None
    byline: str | None = None
    affiliations: tuple[Line, ...] = ()
    collaborators: tuple[Line, ...] = ()
    editors: tuple[Line, ...] = ()
    language: str | None = None
    abstract: tuple[Line, ...] = ()
    """Paragraphs of an abstract without a heading."""


def read_old_head(lines: Sequence[Line]) -> OldHead:
    """Cut the head of a page of the layouts before 2019."""
    size = _title_size(lines)
    title, rest = joined(lines[:size]), list(lines[size:])
    byline = _take_byline(rest)
    language = None
    if rest and (found := _LANGUAGE.fullmatch(rest[0].text)):
        language = found[1]
        rest.pop(0)
    byline = byline or _take_byline(rest)
    addresses, abstract = _part(rest)
    lists = split(addresses, "affiliations")
    return OldHead(
        title=without_full_stop(title) or None,
        byline=byline,
        affiliations=tuple(lists.affiliations),
        collaborators=tuple(lists.collaborators),
        editors=tuple(lists.editors),
        language=language,
        abstract=abstract,
    )


def _title_size(lines: Sequence[Line]) -> int:
    size = min(1, len(lines))
    while (
        size < len(lines)
        and not lines[size].gap
        and not lines[size - 1].text.endswith(_TITLE_END)
        and not is_marker(lines[size].text)
    ):
        size += 1
    return size


def _take_byline(lines: list[Line]) -> str | None:
    """Take the byline off the front; it may go over several lines."""
    taken: list[str] = []
    while (
        lines
        and not (taken and (lines[0].gap or taken[-1].endswith(".")))
        and _is_byline(" ".join([*taken, lines[0].text]))
    ):
        taken.append(lines.pop(0).text)
    if taken and taken[-1].endswith(","):  # who follows is unknown
        return None
    return " ".join(taken) or None


def _is_byline(text: str) -> bool:
    if NO_AUTHORS.fullmatch(text):
        return True
    text = text.replace(DOUBT, "")  # raised numbers
    first = text.split(";", maxsplit=1)[0].rstrip(" .")
    pieces = (piece.strip() for piece in first.removesuffix(" et al").split(","))
    names = [piece for piece in pieces if piece and not piece.isdigit()]
    persons = [name for name in names if _PERSON.fullmatch(name)]
    groups = (name for name in names if name not in persons)
    return names[:1] == persons[:1] and all(_GROUP.fullmatch(name) for name in groups)


def _part(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Part affiliations and an abstract that has no heading."""
    marker = next((at for at, line in enumerate(lines) if is_marker(line.text)), None)
    if marker is not None:
        return tuple(lines[marker:]), ()
    size = _address_size(next(paragraphs(lines), ()))
    return tuple(lines[:size]), tuple(lines[size:])


def _address_size(block: Sequence[Line]) -> int:
    """Return how many lines of a paragraph are an address: all, or the first sentence."""
    for size in (1, len(block)) if block else ():
        text = joined(block[:size])
        if (
            len(text) <= _LONGEST_ADDRESS
            and _ADDRESS.search(text)
            and (size == len(block) or text.endswith("."))
        ):
            return size
    return 0
