"""Collaborators (NLM's investigators): lines of names, under the group that they belong to.

Pages and renderings print ``Group:`` and then names, each followed by a comma, in one line or
many; the heading above is ``Collaborators`` or, before 2020, ``Collaborators (12)``.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from scraper.normalize import squash

_HEADING: Final = re.compile(r"(?:Collaborator|Investigator)s?(?: ?\(\d[\d,]*\))?:?")
_MARKS: Final = "0123456789 #*†‡"
_REST: Final = re.compile(r"(?:and )?(?:et al|others)\b.*|…", re.IGNORECASE)


class Collaborator(NamedTuple):
    """A name as printed, the group over it, and the numbers after it."""

    name: str
    group: str | None
    marks: tuple[str, ...]


def is_heading(text: str) -> bool:
    """Tell whether a heading stands over collaborators.

    >>> is_heading("Collaborators (1,204)"), is_heading("Collaborators, Affiliations")
    (True, False)
    """
    return _HEADING.fullmatch(text) is not None


def collaborators(lines: Iterable[str]) -> Iterator[Collaborator]:
    """Give the names under such a heading, in order.

    >>> for person in collaborators(["River, Sea Group:", "Ann Brook 1,", "Bo Ox; Mud: Di Po."]):
    ...     print(*person)
    Ann Brook River, Sea Group ('1',)
    Bo Ox River, Sea Group ()
    Di Po Mud ()
    """
    group: str | None = None
    for part in (part for line in lines for part in squash(line).split(";")):
        label, colon, names = part.partition(":")
        if colon:
            group = label.strip()
        for printed in (names if colon else part).split(","):
            piece = printed.strip(" .")
            name = piece.rstrip(_MARKS)
            if name and not _REST.fullmatch(name):
                yield Collaborator(name, group, tuple(re.findall(r"\d+", piece[len(name) :])))
