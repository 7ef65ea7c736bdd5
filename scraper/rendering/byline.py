"""The byline, where a rendering has kept it: names, affiliation numbers, marks."""

import re
from collections.abc import Iterable, Mapping, Sequence

from scraper.model import Author
from scraper.names import NO_AUTHORS
from scraper.rendering.lines import Line

_NAME = re.compile(r"(?P<name>.*?[^\s\d#*])\s*(?P<marks>[#*]?)\s*(?P<numbers>(?:\d{1,3}\s*)*)[#*]?")
_NUMBERS = re.compile(r"\d{1,3}(?:\s+\d{1,3})*")
_AFFILIATION = re.compile(r"(?P<number>\d{1,3})(?P<gap>\s*)(?P<text>\S.*)")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_GROUP = re.compile(
    r"\b(?:Group|Team|Consortium|Network|Investigators|Collaborat(?:ors?|ion|ive)|Trialists"
    r"|Committee|Society|Alliance|Initiative|Project|Study)\b"
)
_ET_AL = re.compile(r",?\s+et al\.?$")
_LABEL = re.compile(r"Expand|Collapse|# ?Contributed equally\.?")


def numbered_affiliations(lines: Iterable[Line]) -> list[tuple[str | None, str]]:
    """Return (number, text) of each affiliation; a number may stand on its own line.

    >>> from scraper.rendering.lines import read_lines
    >>> numbered_affiliations(read_lines(["1 Dept A, X.", "22nd Dept, Y.", "3", "Dept C."]))
    [('1', 'Dept A, X.'), ('2', '2nd Dept, Y.'), ('3', 'Dept C.')]
    """
    found: list[tuple[str | None, str]] = []
    number: str | None = None
    numbered = 0
    for line in lines:
        if _LABEL.fullmatch(line.text):
            continue
        if line.text.isdigit():
            number = line.text
            continue
        own = (number, line.text) if number else _numbered(line.text, str(numbered + 1))
        if own:
            numbered += 1
            found.append(own)
        elif found and line.indent and not (line.bullet or line.gap):
            found[-1] = found[-1][0], f"{found[-1][1]} {line.text}"
        else:
            found.append((None, line.text))
        number = None
    return found


def _numbered(text: str, expected: str) -> tuple[str, str] | None:
    """Part a number from an affiliation; it may be glued: ``11st Dept`` is 1 and ``1st Dept``."""
    rest = text.removeprefix(expected)
    if rest != text and rest.lstrip() and not _ORDINAL.match(rest):
        return expected, rest.lstrip()
    spaced = _AFFILIATION.fullmatch(text)
    return (spaced["number"], spaced["text"]) if spaced and spaced["gap"] else None


def authors(text: str, numbers: Sequence[str | None] = ()) -> tuple[tuple[Author, ...], bool]:
    """Read a byline; returns the authors and whether they are all.

    ``numbers`` are the printed numbers of the affiliations, in their order.

    >>> found, complete = authors("Ann B Lee # 1 2 , Bo Ek 2; The Group; Cy Ox", ("1", "2"))
    >>> [(author.name, author.affiliations) for author in found]
    [('Ann B Lee', (0, 1)), ('Bo Ek', (1,)), ('The Group', ()), ('Cy Ox', ())]
    >>> [author.name for author in authors("Bo Ek; Rivers, Lakes and Seas Group")[0]]
    ['Bo Ek', 'Rivers, Lakes and Seas Group']
    """
    if NO_AUTHORS.fullmatch(text):
        return (), True
    names = _ET_AL.sub("", text).rstrip(" .,;")
    place = {number: at for at, number in enumerate(numbers) if number}
    found: list[Author] = []
    for part in names.split(";"):
        for piece in [part] if _is_group(part) else part.split(","):
            _add(found, piece.strip(), place)
    return tuple(found), _ET_AL.search(text) is None


def _is_group(part: str) -> bool:
    """Tell whether what stands between semicolons is one group, though its name has commas."""
    pieces = part.split(",")
    numbered = any(piece.strip()[-1:].isdigit() for piece in pieces[:-1])
    return len(pieces) > 1 and not numbered and _GROUP.search(pieces[-1]) is not None


def _add(found: list[Author], piece: str, place: Mapping[str, int]) -> None:
    if _NUMBERS.fullmatch(piece) and found:
        last = found[-1]
        places = (*last.affiliations, *_places(piece, place))
        found[-1] = Author(name=last.name, equal_contrib=last.equal_contrib, affiliations=places)
    elif name := _NAME.fullmatch(piece):
        found.append(
            Author(
                name=name["name"],
                equal_contrib=name["marks"] == "#",
                affiliations=_places(name["numbers"], place),
            )
        )


def _places(printed: str, place: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(place[number] for number in printed.split() if number in place)
