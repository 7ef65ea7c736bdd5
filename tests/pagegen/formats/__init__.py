"""Listings and the formats with many records: pages, and the records that they hold."""

import json
from collections.abc import Iterator

from tests.pagegen.build import Json

from .listing import error_listings, listings
from .medline import medline_samples
from .xml import xml_samples

__all__ = ["format_pages"]


def format_pages() -> Iterator[tuple[str, bytes]]:
    """Give every file as its path below ``samples/`` and its bytes.

    What a listing is stands in ``.json``; many records stand in ``.jsonl``, one a line.
    """
    for path, page, answer in (*listings(), *medline_samples(), *xml_samples()):
        stem = path.rpartition(".")[0]
        yield path, page.encode()
        if isinstance(answer, list):
            yield f"{stem}.jsonl", b"".join(_line(record) for record in answer)
        else:
            yield f"{stem}.json", _line(answer, indent=1)
    for name, answer in error_listings():
        yield f"errors/{name}.jsonl", _line(answer)


def _line(record: Json, indent: int | None = None) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=indent) + "\n").encode()
