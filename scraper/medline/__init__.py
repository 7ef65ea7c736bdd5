"""MEDLINE text, the format of ``?format=pubmed`` and of ``.nbib`` files: one or many records."""

from collections.abc import Iterator
from itertools import starmap
from typing import Unpack

from scraper.layout import Origin, numbered
from scraper.medline.record import MedlinePage
from scraper.medline.tags import Tags, is_medline, split

__all__ = ["MedlinePage", "is_medline", "medline_pages"]


def medline_pages(
    text: str, *, saved_from: str | None = None, truncated: bool = False, **origin: Unpack[Origin]
) -> Iterator[MedlinePage]:
    """Part a text into its records, each as it is asked for.

    One is cut where it has no end: a whole ``SO`` line, with a full stop, or of a book the
    Bookshelf id; the last one also where the caller says so.
    """

    def page(lines: list[str], last: bool, origin: Origin) -> MedlinePage:  # noqa: FBT001 - of a row
        tags = Tags(lines)
        cut = (last and truncated) or not _is_whole(tags)
        return MedlinePage(tags, saved_from=saved_from, truncated=cut, **origin)

    return starmap(page, numbered(split(text), origin))


def _is_whole(tags: Tags) -> bool:
    ends = tags.all("AID") if tags.first("BTI") else []
    return tags.first("SO").endswith(".") or any(id_.endswith("[bookaccession]") for id_ in ends)
