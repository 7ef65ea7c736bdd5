"""The entry of a list of articles, as text: title, authors, citation, PMID, tails.

``Storm D, Swift MJ. Storm D, et al. J Test. 2024 Mar 27;3(3):1. J Test. 2024. PMID: 1 Review.``
The short forms repeat authors and journal; they are cut off from the right.
"""

import re

from scraper.names import NO_AUTHORS, is_person
from scraper.rendering.doubt import DOUBT
from scraper.rendering.vocabulary import YEAR

_PMID = re.compile(r"\bPMID: ?(?P<pmid>[1-9][0-9]{0,8})(?![0-9])")
_YEAR = re.compile(YEAR)
_BRIEF = re.compile(rf"\. (?:{YEAR}(?:[ -][A-Z][a-z]{{2}})*|)\.?$")
_CITED = re.compile(rf"(?:^|[.\]?!] )(?P<journal>[^.;]{{1,200}})\. (?={YEAR})")
_LOOSE_STOP = re.compile(rf"(?<=\S) \. ?(?={YEAR})")
_BOOK = re.compile(
    rf"(?:(?<=\. )|(?<=[.?!\]])|^)(?:(?:{YEAR}[^.]{{0,60}}\. )?In: (?=.{{3,300}}; c?{YEAR})"
    rf"|(?=(?:St\. )?[^.;:]{{2,80}}: [^;:]{{2,200}}; c?{YEAR}))"
)
"""Where the line of a book begins in an entry: a section's, or place and publisher of a whole."""
_SHORT = re.compile(rf"(?<=\.){DOUBT}? (?P<first>[^.,;]{{2,80}}), et al\.$")
_TWICE = re.compile(r"(?<=[.?!\]] )(?P<only>[^.,;]{2,80}\.) (?P=only)$")
_ET_AL = re.compile(r"[,;]? et al\.?$")
_SENTENCE_END = re.compile(r"[.?!\]] (?=\S)")
_MOST_WORDS = 40


def find_pmid(text: str) -> re.Match[str] | None:
    """Search for a printed PMID, from the first place on where one can be: most lines have none.

    >>> find_pmid("no XPMID: 1, PMID: 23.")["pmid"]
    '23'
    """
    at = text.find("PMID:")
    return _PMID.search(text, at) if at >= 0 else None


def split_body(text: str) -> tuple[str, str]:
    """Part ``authors short-authors citation brief-citation`` into (both authors, citation).

    >>> split_body("Kay JS. Kay JS. J Test. 2006 Feb;1(1):2-7. doi: 10.5555/a. J Test. 2006.")
    ('Kay JS. Kay JS.', 'J Test. 2006 Feb;1(1):2-7. doi: 10.5555/a.')
    >>> split_body("A One, B Two. J Test. 2006 Feb;1(1):2-7.")
    ('A One, B Two.', 'J Test. 2006 Feb;1(1):2-7.')
    >>> split_body("A One. A One. 2022 May 8. In: Tides. Alder: Shore; 2022 Jan–.")
    ('A One. A One.', '2022 May 8. In: Tides. Alder: Shore; 2022 Jan–.')
    """
    text = _LOOSE_STOP.sub(". ", text) if " ." in text else text
    cut = _before_book(text) or _without_brief(text)
    if cut is not None:
        people, cited = cut
    else:
        found = _CITED.search(text)
        start = found.start("journal") if found else len(text)
        people, cited = text[:start], text[start:]
    return people.strip(), cited.strip()


def part_authors(title: str, people: str) -> tuple[str, str]:
    """Part title and authors, and drop the short list that repeats the first author.

    It shows where the authors begin, should the title go on in their line.

    >>> part_authors("On", "tests. Storm D, Kay JS. Storm D, et al.")
    ('On tests.', 'Storm D, Kay JS.')
    >>> part_authors("", "On tests. Kay JS. Kay JS.")
    ('On tests.', 'Kay JS.')
    """
    if (authors := _without_short(people)) != people:
        return title, authors
    whole = f"{title} {people}".strip()
    if twice := _TWICE.search(whole):
        return whole[: twice.start()].rstrip(), twice["only"]
    if short := _SHORT.search(whole):
        first = rf"(?<=[.?!\]]){DOUBT}? {re.escape(short['first'])}[,;]"
        starts = [found.start() for found in re.finditer(first, whole[: short.start()])]
        if starts:
            return whole[: starts[-1]], whole[starts[-1] : short.start()].lstrip(f"{DOUBT} ")
    return (title, people) if title else _part_title(people)


def _part_title(people: str) -> tuple[str, str]:
    """Part title and authors of an entry in one line, should either be missing.

    >>> _part_title("On tests. Notes."), _part_title("On tests? Kay JS, Storm D.")
    (('On tests. Notes.', ''), ('On tests?', 'Kay JS, Storm D.'))
    """
    for cut in (0, *(found.end() for found in _SENTENCE_END.finditer(people))):
        names = _ET_AL.sub("", people[cut:]).rstrip(" .")
        if NO_AUTHORS.fullmatch(names) or all(map(_is_person, re.split(r"[,;] ", names))):
            return people[:cut].rstrip(), people[cut:]
    return people, ""


def _is_person(name: str) -> bool:
    return is_person(name) and _SENTENCE_END.search(name) is None


def _before_book(text: str) -> tuple[str, str] | None:
    """Part the line of a book, and the date before it, from the authors."""
    found = _BOOK.search(text) if "; " in text else None
    return (text[: found.start()].rstrip(), text[found.start() :]) if found else None


def _without_brief(text: str) -> tuple[str, str] | None:
    """Find the brief citation at the end by the journal that it repeats."""
    end = _BRIEF.search(text)
    if end is None:
        return None
    best: tuple[str, str] | None = None
    start = end.start()
    for _ in range(_MOST_WORDS):
        start = text.rfind(" ", 0, start)
        if start < 0:
            return best
        journal = text[start + 1 : end.start()]
        found = _rfind_cited(text, journal, start)
        if found is None and best is not None:
            return best
        if found is not None:
            best = text[:found].rstrip(), text[found:start].rstrip()
    return best


def _rfind_cited(text: str, journal: str, before: int) -> int | None:
    """Return where ``journal. year`` stands for the last time before a place."""
    at = text.rfind(f"{journal}. ", 0, before)
    if at < 0 or (at and not (text[at - 1].isspace() or text[at - 1] in ".?!]")):
        return None
    return at if _YEAR.match(text, at + len(journal) + 2) else None


def _without_short(people: str) -> str:
    """Drop the short author list that repeats the first author."""
    half, odd = divmod(len(people), 2)
    if odd and people[:half] == people[half + 1 :]:
        return people[:half]
    first = re.split(r"[,;]", people, maxsplit=1)[0]
    short = f" {first}, et al."
    if people.removesuffix(short).endswith(".") and people.endswith(short):
        return people[: -len(short)]
    return people
