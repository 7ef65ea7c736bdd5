"""MEDLINE text, the format of ``?format=pubmed`` and of ``.nbib`` files: one or many records."""

from typing import Unpack

from scraper.layout import Origin
from scraper.medline.record import MedlinePage
from scraper.medline.tags import is_medline, split

__all__ = ["MedlinePage", "is_medline", "medline_pages"]


def medline_pages(
    text: str, *, saved_from: str | None = None, truncated: bool = False, **origin: Unpack[Origin]
) -> tuple[MedlinePage, ...]:
    """Part a text into its records.

    The last one is cut where the caller says so, or where it has no whole ``SO`` line,
    which ends every record with a full stop.
    """
    records = split(text)
    if len(records) > 1:
        origin["pmid"] = None  # the caller's PMID is that of one article
    last = len(records) - 1
    return tuple(
        MedlinePage(
            tags,
            saved_from=saved_from,
            truncated=at == last and (truncated or not tags.first("SO").endswith(".")),
            **origin,
        )
        for at, tags in enumerate(records)
    )
