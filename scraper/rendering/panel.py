"""Entries of the old layouts' panels (``Similar articles``, ``Cited by``, ``Related articles``).

A title, perhaps its citation, and the journal in brackets: ``[J Test. 2008]``; a long
journal is cut off (``[J Very Long Title ...]``). There is no PMID.
"""

import re
from collections.abc import Iterator, Sequence

from scraper.cited import cited
from scraper.model import LinkedArticle
from scraper.normalize import without_full_stop

_BRACKET = re.compile(r"(?P<title>.*?)\s*\[(?P<journal>[^\[\]]{2,120}?)\.? (?:\d{4}|\.\.\.)\]")
_REVIEW = re.compile(r"Review(?: (?=[\[A-Z0-9])|(?=[\[A-Z0-9]))")


def is_panel(texts: Sequence[str]) -> bool:
    """Tell whether lines are such a panel.

    >>> is_panel(["A title.[J Test. 2008]"]), is_panel(["A title.", "J Test. 2008."])
    (True, False)
    """
    return bool(texts) and _BRACKET.fullmatch(texts[-1]) is not None


def split_panel(texts: Sequence[str]) -> Iterator[list[str]]:
    """Part the lines into entries; the bracket ends one."""
    entry: list[str] = []
    for text in texts:
        entry.append(text)
        if _BRACKET.fullmatch(text):
            yield entry
            entry = []
    if entry:
        yield entry


def panel_article(entry: Sequence[str]) -> LinkedArticle:
    """Read one entry.

    >>> found = panel_article(["ReviewOn tests.", "J Test. 2006; 5(2):2-7.", "[J Test. 2006]"])
    >>> found.title, found.journal, found.pages, found.publication_types
    ('On tests', 'J Test', '2-7', ('Review',))
    """
    last = _BRACKET.fullmatch(entry[-1])
    title = entry[0] if len(entry) > 1 or last is None else last["title"]
    line = " ".join(entry[1:-1])
    journal = last["journal"] if last else ""
    if not line and (at := title.rfind(f" {journal}. ")) > 0:
        title, line = title[:at], title[at:].strip()
    review = _REVIEW.match(title)
    found = cited(line)
    if last is not None and not entry[-1].endswith("...]"):
        found["journal"] = found["journal"] or last["journal"]
    return LinkedArticle(
        title=without_full_stop(title[review.end() :] if review else title) or None,
        publication_types=("Review",) if review else (),
        **found,
    )
