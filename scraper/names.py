"""Names as lists and the older bylines print them: ``Last II Jr``, groups between semicolons."""

import re
from typing import Final

NUMERALS: Final = frozenset("I II III IV V VI".split())
"""Suffixes that could be initials as well."""
SUFFIXES: Final = NUMERALS | frozenset("Jr Sr 1st 2nd 3rd 4th 5th 6th".split())
NO_AUTHORS: Final = re.compile(r"\[?no authors listed\.?\]?", re.IGNORECASE)

_ONE_LETTER: Final = re.compile("I[au]|[CKSZ]h|Ts")
"""What NLM writes for one Russian letter: ``Ivanov IuA``."""
_NEVER_INITIALS: Final = SUFFIXES - NUMERALS
_MOST_INITIALS: Final = 4
_ET_AL: Final = re.compile(r"[,;]?\s+et al\.?$")
_BETWEEN: Final = re.compile(r" *,\s+")
_GROUPS: Final = re.compile(r"\s*;\s+")


def are_initials(word: str) -> bool:
    """Tell whether a word is made of a person's initials: a few capitals, or letters without case.

    >>> [are_initials(word) for word in ("JP", "IuA", "Life", "明")]
    [True, True, False, True]
    """
    letters = _ONE_LETTER.sub("I", word)
    return letters.isalpha() and letters == letters.upper() and len(letters) <= _MOST_INITIALS


def author_names(line: str) -> tuple[tuple[str, ...], bool]:
    """Split a squashed line of authors; return them, and whether they are all.

    ``et al.`` is dropped. A group stands after a semicolon and may hold commas itself; so do
    the persons after a group.

    >>> author_names("Brook A, Vale B; Rivers, Rain and Life; Ivanov IuA, Lee C 3rd, et al.")
    (('Brook A', 'Vale B', 'Rivers, Rain and Life', 'Ivanov IuA', 'Lee C 3rd'), False)
    >>> author_names("[No authors listed]")
    ((), False)
    """
    cut = _ET_AL.search(line) if "et al" in line else None
    names = (line[: cut.start()] if cut else line).rstrip(" .,;")
    if not names or (names[0] in "[Nn" and NO_AUTHORS.fullmatch(names)):
        return (), False
    if ";" not in names:
        parts = _BETWEEN.split(names) if " ," in names else names.split(", ")
        return tuple(filter(None, parts)), cut is None
    found: list[str] = []
    for at, part in enumerate(_GROUPS.split(names)):
        pieces = _BETWEEN.split(part)
        found += pieces if at == 0 or _are_persons(pieces) else [part]
    return tuple(filter(None, found)), cut is None


def _are_persons(names: list[str]) -> bool:
    """Tell whether names are those of persons; one or the other may have no initials."""
    named = [is_person(name) for name in names]
    return any(named) and all(
        known or " " not in name for known, name in zip(named, names, strict=True)
    )


def is_person(name: str) -> bool:
    """Tell whether a name ends as a person's does, in initials and perhaps a suffix.

    >>> is_person("Ångström Ö 3rd"), is_person("River Group")
    (True, False)
    """
    words = name.split()
    if name and words[-1] in _NEVER_INITIALS:
        words.pop()
    return len(words) > 1 and are_initials(words[-1])
