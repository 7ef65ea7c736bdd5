"""Lists of articles: from lines to `LinkedArticle`."""

from collections.abc import Iterable, Iterator, Sequence

from scraper.citations import cited
from scraper.model import LinkedArticle, Links
from scraper.names import author_names
from scraper.normalize import without_full_stop
from scraper.rendering.citation import PMID, Tails, only_tails, split_body, tails
from scraper.rendering.lines import Line
from scraper.rendering.panel import is_panel, panel_article, split_panel


def split_entries(lines: Iterable[Line]) -> Iterator[list[str]]:
    """Part the lines of a list into entries.

    A bullet begins an entry; where there are none, a PMID and its tails end one.
    """
    lines = tuple(lines)
    bullets = any(line.bullet for line in lines)
    entry: list[str] = []
    for line in lines:
        ended = line.bullet if bullets else _is_whole(entry) and not only_tails(line.text)
        if ended and entry:
            yield entry
            entry = []
        entry.append(line.text)
    if entry:
        yield entry


def _is_whole(entry: Sequence[str]) -> bool:
    return any(PMID.search(text) for text in entry[-2:])


def linked_article(entry: Sequence[str]) -> LinkedArticle:
    """Read one entry; the first line is the title, unless it is a citation itself."""
    title, body = entry[0], " ".join(entry[1:])
    if body.startswith(title) or (not body and split_body(title)[1]):
        title, body = "", body or title
    found = PMID.search(body)
    people, line = split_body(body[: found.start()].rstrip() if found else body)
    authors, complete = author_names(people)
    after = tails(body[found.end() :]) if found else Tails(has_abstract=None)
    return LinkedArticle(
        pmid=found["pmid"] if found else None,
        title=without_full_stop(title) or None,
        authors=authors,
        authors_complete=complete,
        free_full_text=after.free,
        publication_types=after.types,
        has_abstract=after.has_abstract,
        language=after.language,
        **cited(line),
    )


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
