"""The remarks behind an entry: free text, types, languages, whether it has an abstract."""

import re
from typing import NamedTuple

from scraper.model import FreeFullText
from scraper.rendering.vocabulary import FREE, LANGUAGES, NO_ABSTRACT, PUBLICATION_TYPES

_TAIL_END = re.compile(r"\.(?:\s+|(?=[A-Z])|$)")
_LONGEST_TAILS = 400


class Tails(NamedTuple):
    """What stands after an entry's PMID."""

    free: FreeFullText | None = None
    types: tuple[str, ...] = ()
    has_abstract: bool | None = True
    language: str | None = None


def tails(text: str) -> Tails:
    """Read the remarks after a PMID; nothing need part them.

    >>> tails("French. No abstract available.")
    Tails(free=None, types=(), has_abstract=False, language='French')
    >>> tails("Free PMC article.Review.")
    Tails(free='pmc', types=('Review',), has_abstract=True, language=None)
    """
    found = Tails()
    for tail in _TAIL_END.split(text.strip()[:_LONGEST_TAILS])[:-1]:
        if mark := FREE.get(tail.lower()):
            found = found._replace(free=mark)
        elif NO_ABSTRACT.fullmatch(tail):
            found = found._replace(has_abstract=False)
        elif _is_languages(tail):
            found = found._replace(language=tail)
        elif tail in PUBLICATION_TYPES:
            found = found._replace(types=(*found.types, tail))
    return found


def only_tails(text: str) -> bool:
    """Tell whether a line holds known remarks and nothing else.

    >>> only_tails("Free PMC article. Review."), only_tails("Review of things.")
    (True, False)
    """
    if not text.endswith(".") or len(text) > _LONGEST_TAILS:
        return False
    return all(
        tail.lower() in FREE
        or _is_languages(tail)
        or tail in PUBLICATION_TYPES
        or NO_ABSTRACT.fullmatch(tail)
        for tail in _TAIL_END.split(text)[:-1]
    )


def _is_languages(tail: str) -> bool:
    return all(part.strip() in LANGUAGES for part in tail.split(","))


def part_tails(text: str) -> tuple[str, str]:
    """Part the remarks at the end of an entry without a PMID from the rest.

    >>> part_tails("J Test. 1980;4(2):8. J Test. 1980. Free article. Review.")
    ('J Test. 1980;4(2):8. J Test. 1980.', 'Free article. Review.')
    """
    start, at = len(text), text.rfind(". ", 0, -1)
    while at >= 0 and only_tails(text[at + 2 :]):
        start, at = at + 2, text.rfind(". ", 0, at)
    return text[:start].rstrip(), text[start:]
