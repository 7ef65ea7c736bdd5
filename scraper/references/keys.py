"""Citation keys, the same for a record on every day and in every file.

Family name of the first author (its letters without accents), year, a hyphen, and the
record's PMID; without one its Bookshelf id, PMC id or DOI; without any, eight digits that
its title and citation give. ``woo2005-15613317``.
"""

import hashlib
import re
import unicodedata
from typing import Final

from scraper.model import Article

_NOT_IN_A_KEY: Final = re.compile(r"[^A-Za-z0-9.:-]+")
_NOT_A_LETTER: Final = re.compile(r"[^a-z]+")
_NOBODY: Final = "anon"
_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that Unicode does not part into a plain one and its accent."""


def key(article: Article) -> str:
    """Return the citation key of a record.

    >>> from scraper.model import Author, Date, Page
    >>> key(Article(
    ...     pmid="12", authors=(Author(name="Å", last_name="Ångström"),), page=Page(layout="text"),
    ...     pub_date=Date(raw="1998 Winter", year=1998, iso="1998")))
    'angstrom1998-12'
    """
    year = article.pub_date.year if article.pub_date else ""
    return f"{_first_author(article)}{year}-{_identity(article)}"


class Keys:
    """Keys of one file: the second reference with the same key gets ``-2``, and so on."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, article: Article) -> str:
        """Return the key of the next record."""
        found = key(article)
        number = self._seen[found] = self._seen.get(found, 0) + 1
        return found if number == 1 else f"{found}-{number}"


def _first_author(article: Article) -> str:
    for author in article.authors or ():
        said = author.last_name or author.collective_name or author.name
        plain = unicodedata.normalize("NFKD", said.lower().translate(_LETTERS))
        return _NOT_A_LETTER.sub("", plain) or _NOBODY
    return _NOBODY


def _identity(article: Article) -> str:
    named = article.pmid or article.bookaccession or article.pmcid or article.doi
    if named:
        return _NOT_IN_A_KEY.sub("-", named)
    said = f"{article.title}\n{article.citation}"
    return hashlib.sha256(said.encode()).hexdigest()[:8]
