"""Lists of articles: from lines to `LinkedArticle`."""

import re
from collections.abc import Iterable, Iterator, Sequence

from scraper.cited import cited
from scraper.model import LinkedArticle, Links
from scraper.names import author_names
from scraper.normalize import without_full_stop
from scraper.rendering.anchor import legacy
from scraper.rendering.citation import find_pmid, part_authors, split_body
from scraper.rendering.doubt import DOUBT
from scraper.rendering.lines import Line
from scraper.rendering.panel import is_panel, panel_article, split_panel
from scraper.rendering.tails import only_tails, part_tails, tails

_BRACKETED = re.compile(r"(?P<title>\S.*?)\s*\[(?P<line>[^\[\]]{2,120}\. (?:1[6-9]|20)\d\d)\]")
"""A notice of the old layouts: title, then journal and year in brackets."""


def split_entries(lines: Iterable[Line]) -> Iterator[list[str]]:
    """Part the lines of a list into entries.

    A bullet begins an entry; where there are none, a PMID and its tails end one, and so
    does a citation in the place of a title: that entry has no PMID.
    """
    lines = tuple(lines)
    bullets = any(line.bullet for line in lines)
    entry: list[str] = []
    whole = False
    for line in lines:
        if entry and (line.bullet if bullets else whole and not _goes_on(entry, line.text)):
            yield entry
            entry, whole = [], False
        if entry and not line.gap and line.joint is not None:
            entry[-1] += line.joint + line.text
        else:
            entry.append(line.text)
        if not bullets:
            is_citation = len(entry) == 1 and legacy(line.text) is not None
            whole = whole or is_citation or find_pmid(line.text) is not None
    if entry:
        yield entry


def _goes_on(entry: Sequence[str], text: str) -> bool:
    """Tell whether a line belongs to an entry that is whole: remarks, its citation in brief."""
    return only_tails(text) or (len(entry) == 1 and entry[0].startswith(text.rstrip(".")))


def linked_article(entry: Sequence[str]) -> LinkedArticle:
    """Read one entry; the first line is the title, unless it is a citation itself."""
    title, body = _title_and_body(entry)
    found = find_pmid(body)
    cite, remarks = (
        (body[: found.start()].rstrip(), body[found.end() :]) if found else part_tails(body)
    )
    people, line = _split(cite)
    title, people = part_authors(title, people)
    authors, complete = author_names(people)
    after = tails(remarks)
    return LinkedArticle(
        pmid=found["pmid"] if found else None,
        title=without_full_stop(title) or None,
        authors=authors,
        authors_complete=complete,
        free_full_text=after.free,
        publication_types=after.types,
        has_abstract=after.has_abstract if found or not after.has_abstract else None,
        language=after.language,
        **cited(line),
    )


def _split(body: str) -> tuple[str, str]:
    """Part authors and citation; of a citation in doubt the parts are too, so it is dropped."""
    people, line = split_body(body.replace(DOUBT, ""))
    if DOUBT not in body:
        return people, line
    end = 0
    for _ in people:
        end += 2 if body[end] == DOUBT else 1
    return body[:end], "" if DOUBT in body[end:] else line


def _title_and_body(entry: Sequence[str]) -> tuple[str, str]:
    """Part the title, an entry's first line, from the rest; an entry may be all citation."""
    title, body = entry[0], " ".join(entry[1:])
    whole = f"{title} {body}".rstrip()
    if whole.endswith("]") and (bracketed := _BRACKETED.fullmatch(whole)):
        return bracketed["title"], bracketed["line"]
    if body.startswith(title):
        return "", body
    is_citation = title.startswith(body.rstrip(".")) if body else split_body(title)[1]
    return ("", whole) if is_citation or find_pmid(title) else (title, body)


def links(lines: Sequence[Line], total: int | None) -> Links:
    """Read a list; a heading without entries means that they are unknown, not none.

    An entry without a PMID is none: it was cut off, or its form is not known.
    """
    texts = [line.text for line in lines]
    if is_panel(texts):
        items = tuple(panel_article(entry) for entry in split_panel(texts))
        return Links(total=total, complete=None, source="text", items=items)
    found = [linked_article(entry) for entry in split_entries(lines)]
    items = tuple(item for item in found if item.pmid)
    whole = bool(items) and len(items) == len(found)
    return Links(total=total, complete=None if whole else False, source="text", items=items)
