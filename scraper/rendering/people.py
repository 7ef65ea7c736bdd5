"""The lists of people under the byline, each by the label over it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from scraper import collaborators
from scraper.model import Investigator
from scraper.rendering.lines import Line

_TOGGLE = re.compile(
    r"(?:Collaborators?, ?)?Affiliations?(?: ?(?:Expand|Collapse))*|Author information:?|Source"
    r"|Collaborators?(?: ?(?:Expand|Collapse))+"
)
_EDITORS = re.compile(r"(?:Book )?(?:Editors?|Authors?)(?: ?\(\d+\))?(?: ?(?:Expand|Collapse))*:?")
_OTHERS = re.compile(r"(?:Book|Editors?) affiliations?", re.IGNORECASE)


class People(NamedTuple):
    """The lines of each list."""

    byline: list[Line]
    affiliations: list[Line]
    collaborators: list[Line]
    editors: list[Line]
    others: list[Line]
    """Affiliations of others than the authors."""


def is_marker(text: str) -> bool:
    """Tell whether a line is the label that stands over a list of people.

    >>> is_marker("Collaborators, Affiliations Expand"), is_marker("Collaborators (12)")
    (True, True)
    """
    return _TOGGLE.fullmatch(text) is not None or collaborators.is_heading(text)


def split(lines: Iterable[Line], first: str = "byline") -> People:
    """Part lines at the labels; those before any label go into the list named ``first``.

    >>> from scraper.rendering.forms import read_lines
    >>> found = split(read_lines(["A B", "Collaborators", "C D", "Affiliations", "1 E"]))
    >>> [[line.text for line in part] for part in found[:3]]
    [['A B'], ['1 E'], ['C D']]
    """
    found = People([], [], [], [], [])
    into = first
    for line in lines:
        label = _list_under(line.text, into)
        if label is None:
            getattr(found, into).append(line)
        else:
            into = label
    return found


def _list_under(text: str, before: str) -> str | None:
    """Return the list that a label opens; None where the line is no label."""
    if collaborators.is_heading(text):
        return "collaborators"
    if _OTHERS.fullmatch(text):
        return "others"
    if _TOGGLE.fullmatch(text):
        return "others" if before == "editors" else "affiliations"
    if _EDITORS.fullmatch(text):
        return "editors" if "ditor" in text or text.startswith("Book") else "byline"
    return None


def investigators(
    lines: Iterable[Line], affiliations: Iterable[tuple[str | None, str]]
) -> tuple[Investigator, ...] | None:
    """Read the lines of collaborators; the numbers after a name are those of affiliations."""
    texts = {number: text for number, text in affiliations if number}
    found = (
        Investigator(
            name=person.name,
            collective_name=person.group,
            affiliations=tuple(texts[mark] for mark in person.marks if mark in texts),
        )
        for person in collaborators.collaborators(_with_marks(lines))
    )
    return tuple(found) or None


def _with_marks(lines: Iterable[Line]) -> list[str]:
    """Return the lines' texts; a number alone belongs to the name before it."""
    texts: list[str] = []
    for line in lines:
        if texts and line.text.rstrip(",;").isdigit():
            texts[-1] += f" {line.text}"
        else:
            texts.append(line.text)
    return texts


def names(lines: Iterable[Line]) -> tuple[str, ...] | None:
    """Read the lines of editors."""
    return (
        tuple(person.name for person in collaborators.collaborators(line.text for line in lines))
        or None
    )
