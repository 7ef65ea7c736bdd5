r"""Text with every node of the page on its own line, as ``BeautifulSoup.get_text("\n")`` gives it.

``CO<sub>2</sub> rose.`` is three lines there. Where the nodes' own spaces are kept, they say
what stood between two lines; where they are stripped, that is in doubt.
"""

import re
from collections.abc import Sequence
from typing import Final

from scraper.rendering.doubt import DOUBT
from scraper.rendering.lines import Line
from scraper.rendering.noise import is_noise
from scraper.rendering.vocabulary import FREE, YEAR

_ALONE = re.compile(r"\n[ \t]*[.,][ \t\xa0]*(?![^\n])")
_FAR_APART = re.compile(r"\n[ \t]*PMID:[ \t]*\n(?:[ \t]*\n){2,}[ \t]*\d")
"""Label and number without a separator between nodes: only the page's own line ends."""
_CITATION = re.compile(rf"{YEAR}(?: [A-Z][a-z]{{2,5}}\b[^;:]{{0,20}})?[;:].*")
_DATE = re.compile(rf"{YEAR}[^;:.]{{0,20}}\.?")
_JOURNAL = re.compile(r"[^;:.]{2,120}\.")
_LABEL = re.compile(r"(?:.{0,90}[\w)&]|(?:.* )?doi):")
_COMPLETE = re.compile(r"(?:[.?!:…][)\]\"'”’*]{0,2}|\])$|^\d{1,9}$|^PMID: ?\d+$")
_BEGINNING = re.compile(r"[^\W_a-z]|[\[(\"“'•\u2018]")
_HEADING = re.compile(r"(?:Abstract|Excerpt) in(?: (?:[A-Z][a-z]+, ?)*[A-Z][a-z]+)?")
_FEW: Final = 10
_MARKS: Final = frozenset(",;:.")
_DASHES: Final = frozenset("-–")
_LINKS: Final = frozenset({"PMC", "PubMed", "DOI"})
_ET_AL: Final = "et al."


def is_nodes(text: str) -> bool:
    r"""Tell whether the lines of a text are the nodes of a page.

    >>> is_nodes("J Test\n.\n2005 Jan;7(2):8-9.\n"), is_nodes("J Test\n. 2005 Jan;7(2):8-9.\n")
    (True, False)
    """
    text = f"\n{text}"
    return _ALONE.search(text) is not None or _FAR_APART.search(text) is not None


def merged(lines: Sequence[Line], physical: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines; what is one to a reader is one, or knows how it goes on the one before."""
    parted = any(line.text in _MARKS for line in lines)
    stripped = parted and (len(physical) - len(lines)) * _FEW < len(
        physical
    )  # it leaves no line blank
    lines = _with_short_line(lines)
    last = 0
    found: list[Line] = []
    following = [*(line.text for line in lines[1:]), ""]
    for line, after in zip(lines, following, strict=True):
        before = found[-1] if found else None
        begins = line.text == "." and _CITATION.fullmatch(after)
        glue = _glue(before.text, line.text, after) if before and not begins else None
        if before is None or begins:
            found.append(line)
        elif glue is not None:
            found[-1] = before._replace(text=before.text + glue + line.text)
        elif stripped:
            found.append(_by_form(before, line))
        else:
            found.append(_by_spaces(before, line, physical[last : line.at + 1], parted=parted))
        last = line.at
    return tuple(found)


def _glue(before: str, text: str, after: str) -> str | None:
    """Return what parts a line from the one before, where both are one; None where not."""
    if text in _MARKS:
        return ""
    if text == _ET_AL:
        return " "
    if (text in _DASHES and after in _LINKS) or (text in _LINKS and before[-1] in _DASHES):
        return " "
    if _HEADING.fullmatch(f"{before} {text}"):
        return " "
    if _CITATION.fullmatch(text) and (before == "." or _JOURNAL.fullmatch(before)):
        return " "
    return " " if _LABEL.fullmatch(before) and not is_noise(text) else None


def _by_form(before: Line, line: Line) -> Line:
    """Tell from the words alone how a line goes on the one before: mostly not at all."""
    ended = before.text.lower().rstrip(".") in FREE or before.text.startswith("PMID: ")
    if ended or (_COMPLETE.search(before.text) and _BEGINNING.match(line.text)):
        return line._replace(gap=True)
    return line._replace(joint=f"{DOUBT} ")


def _by_spaces(before: Line, line: Line, printed: Sequence[str], *, parted: bool) -> Line:
    """Tell from the nodes' own spaces how a line goes on the one before.

    ``printed`` are the physical lines of both and those between them: a node that is but
    a space is one, an indented line end is more or has none. ``parted`` tells whether a
    line end stands between all nodes; else each is the page's own, which is a space.
    """
    between = [text.strip("\r\n") for text in printed[1:-1]]
    if len(between) > 1 or between == [""]:
        return line
    if parted and (printed[0].rstrip("\r\n")[-1:].isspace() or printed[-1][0].isspace()):
        return line._replace(gap=False, joint=" ")
    if _COMPLETE.search(before.text) and (_BEGINNING.match(line.text) or not parted):
        return line._replace(gap=True)
    return line._replace(gap=False, joint=" " if between or not parted else "")


def _with_short_line(lines: Sequence[Line]) -> Sequence[Line]:
    """Put the short line of the heading together: first author, journal, date."""
    texts = [line.text for line in lines]
    for at, text in enumerate(texts):
        if at and _DATE.fullmatch(text) and (texts[at - 1] == "." or texts[at - 1][-1] == "."):
            start, author = _short_line(texts[:at])
            if start > 0 and author in texts[:start]:
                end = at + 1 if text.endswith(".") else at + 2
                short = " ".join(texts[start:end]).replace(" .", ".")
                return (*lines[:start], lines[start]._replace(text=short), *lines[end:])
    return lines


def _short_line(texts: Sequence[str]) -> tuple[int, str]:
    """Return where the short line begins that ends with a journal, and its author."""
    journal = len(texts) - (2 if texts[-1] == "." else 1)
    if texts[journal - 1] in {".", _ET_AL}:
        return journal - 2, texts[journal - 2]
    if texts[journal - 1].endswith("."):
        return journal - 1, texts[journal - 1].removesuffix(".").removesuffix(" et al")
    return journal, texts[journal]  # nobody
