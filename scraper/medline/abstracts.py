"""Abstracts of a MEDLINE record. Labels stand in capitals inside of the running text."""

import re
from typing import Final

from scraper.medline.tags import Tags
from scraper.model import OtherAbstract, Section
from scraper.sections.abstract import joined

_LABEL: Final = re.compile(
    r"(?:^|(?<=[.?!)\]%\"'] ))"
    r"([A-Z](?:[A-Z0-9 ,/&'()-]|–|’){0,78}[A-Z0-9)]): (?=\S)"
)
_OF_TYPE: Final = re.compile(
    r"(AAMC|AIDS|KIE|NASA|PIP|Publisher|Plain[ -]language[ -]summary): ", re.IGNORECASE
)


def sections(text: str) -> tuple[Section, ...]:
    """Part a structured abstract at its labels; any other one is one section.

    Only a text that begins with a label has any.

    >>> [s.label for s in sections("AIMS: To see. RESULTS: DNA: seen.")]
    ['AIMS', 'RESULTS']
    >>> [s.label for s in sections("We see. RNA: not seen.")]
    [None]
    """
    if not text:
        return ()
    if _LABEL.match(text) is None:
        return (Section(text=text),)
    _, *parts = _LABEL.split(text)
    return tuple(
        Section(label=label, text=said.rstrip())
        for label, said in zip(parts[::2], parts[1::2], strict=True)
    )


def other_abstracts(tags: Tags) -> tuple[OtherAbstract, ...]:
    """Read the abstracts by others or in other languages; ``OABL`` is the one before's language."""
    found: list[tuple[str, str | None]] = []
    for tag, value in tags.pairs:
        if tag == "OAB":
            found.append((value, None))
        elif tag == "OABL" and found:
            found[-1] = (found[-1][0], value)
    return tuple(_other(text, language) for text, language in found)


def _other(text: str, language: str | None) -> OtherAbstract:
    kind = _OF_TYPE.match(text)
    read = sections(text[kind.end() :] if kind else text)
    return OtherAbstract(
        language=language, heading=kind[1] if kind else None, text=joined(read), sections=read
    )
