"""The byline, where a rendering has kept it: names, affiliation numbers, marks."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from scraper.model import Author
from scraper.names import NO_AUTHORS, is_person
from scraper.normalize import squash
from scraper.rendering.doubt import DOUBT
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
_RAISED = re.compile(rf"{DOUBT}\(([#*\d {DOUBT}]+)\)")
_BETWEEN_GROUPS = re.compile(r"(?<!&lt)(?<!&gt)(?<!&amp);")
"""A semicolon that is not the end of a character reference, which some programs leave."""
_LABEL = re.compile(r"Expand|Collapse|#|(?:\(?#\)? ?)?Contributed equally\.?")


def numbered_affiliations(lines: Iterable[Line]) -> list[tuple[str | None, str]]:
    """Return (number, text) of each affiliation; a number may stand on its own line.

    >>> from scraper.rendering.forms import read_lines
    >>> numbered_affiliations(read_lines(["1 Dept A, X.", "22nd Dept, Y.", "3", "Dept C."]))
    [('1', 'Dept A, X.'), ('2', '2nd Dept, Y.'), ('3', 'Dept C.')]
    """
    found: list[tuple[str | None, str]] = []
    number: str | None = None
    numbered = 0
    for line in map(_lowered, lines):
        if _LABEL.fullmatch(line.text):
            continue
        if line.text.isdigit():
            number = line.text
            continue
        if found and number is None and not line.gap and line.joint is not None:
            found[-1] = found[-1][0], found[-1][1] + line.joint + line.text
            continue
        own = (number, line.text) if number else _numbered(line.text, str(numbered + 1))
        if own:
            numbered += 1
            found.append(own)
        elif found and line.indent and not (line.bullet or line.gap):
            found[-1] = found[-1][0], f"{found[-1][1]} {line.text}"
        elif found and found[-1][0] is None and _is_broken(found[-1][1], line):
            found[-1] = None, f"{found[-1][1]}{DOUBT} {line.text}"
        else:
            found.append((None, line.text))
        number = None
    return found


def _lowered(line: Line) -> Line:
    """Return a line whose number was raised."""
    return line._replace(text=line.text[1:].lstrip()) if line.text[0] == DOUBT else line


def _is_broken(before: str, line: Line) -> bool:
    """Tell whether a line may go on the address in the line before."""
    return not (line.gap or line.bullet or before.endswith((".", ";", ")")) or "@" in before)


def _numbered(text: str, expected: str) -> tuple[str, str] | None:
    """Part a number from an affiliation; it may be glued: ``11st Dept`` is 1 and ``1st Dept``."""
    rest = text.removeprefix(expected)
    if rest != text and rest.lstrip() and not _ORDINAL.match(rest):
        return expected, rest.lstrip()
    spaced = _AFFILIATION.fullmatch(text)
    return (spaced["number"], spaced["text"]) if spaced and spaced["gap"] else None


def agreed(
    affiliations: Sequence[tuple[str | None, str]], byline: str
) -> Sequence[tuple[str | None, str]]:
    """Return the affiliations where they have the numbers that the byline points to.

    Renderers glue them (``…, UK.2School of …``); one that cannot be parted makes all uncertain.

    >>> agreed([("1", "Dept A, UK.2School B.")], "Doe J1, Roe M2.")
    [('1', 'Dept A, UK.'), ('2', 'School B.')]
    >>> agreed([("1", "Dept A 2 School B.")], "Doe J1, Roe M2.")
    ()
    """
    if not affiliations:
        return ()
    wanted = {number for piece in _pieces(byline) for number in _numbers(piece)}
    parted = [piece for numbered in affiliations for piece in _parted(*numbered)]
    if wanted <= {number for number, _ in parted}:
        return parted
    if any(number for number, _ in parted):
        return ()
    return parted if len(parted) >= max(map(int, wanted)) else ()


def _parted(number: str | None, text: str) -> Iterator[tuple[str | None, str]]:
    """Part an affiliation from those that are glued to its end."""
    while number and (cut := re.search(rf"(?<=[.)]){int(number) + 1}(?=[^\W\d_a-z])", text)):
        yield number, text[: cut.start()]
        number, text = str(int(number) + 1), text[cut.end() :]
    yield number, text


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
    place = {number: at for at, number in enumerate(numbers) if number}
    found: list[Author] = []
    for piece in _pieces(text):
        _add(found, piece, place)
    return tuple(found), _ET_AL.search(text) is None


def _pieces(byline: str) -> Iterator[str]:
    """Yield names with their numbers, and numbers that a comma parts from the name."""
    text = squash(_RAISED.sub(r" \1", byline).replace(DOUBT, " "))
    for part in _BETWEEN_GROUPS.split(_ET_AL.sub("", text).rstrip(" .,;")):
        for piece in [part] if _is_group(part) else part.split(","):
            yield piece.strip()


def _numbers(piece: str) -> list[str]:
    """Return the numbers of affiliations in a piece of a byline; a name may begin with others."""
    name = None if _NUMBERS.fullmatch(piece) else _NAME.fullmatch(piece)
    return (name["numbers"] if name else piece if piece[:1].isdigit() else "").split()


def _is_group(part: str) -> bool:
    """Tell whether what stands between semicolons is one group, though its name has commas."""
    pieces = part.split(",")
    persons = any(piece[-1:].isdigit() or is_person(piece.strip()) for piece in pieces[:-1])
    return len(pieces) > 1 and not persons and _GROUP.search(pieces[-1]) is not None


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
