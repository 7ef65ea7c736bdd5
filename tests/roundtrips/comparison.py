"""What a reader of a page says otherwise than the record that the page was made of."""

import json
from collections.abc import Iterator
from typing import Any

import scraper
from tests.pagegen.records import expected

Json = dict[str, Any]
_ABSENT = object()


def differences(page: str, record: Json) -> list[str]:
    """Read a page; return the fields that differ from the record, with both values."""
    try:
        found = json.loads(scraper.convert_json(page.encode(), source="x"))
    except scraper.ScraperError as error:
        return [f"refused: {error}"]
    return list(_differences("", expected(record, "x"), found))


def _differences(path: str, wanted: Any, found: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Name the innermost values that differ.

    >>> list(_differences("", {"a": [1, {"b": 2}]}, {"a": [1, {"b": 3}]}))
    ['a[1].b: 2 was read as 3']
    """
    if isinstance(wanted, dict) and isinstance(found, dict):
        for key in wanted | found:
            name = f"{path}.{key}".lstrip(".")
            yield from _differences(name, wanted.get(key, _ABSENT), found.get(key, _ABSENT))
    elif isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        for at, (value, other) in enumerate(zip(wanted, found, strict=True)):
            yield from _differences(f"{path}[{at}]", value, other)
    elif wanted != found:
        yield f"{path}: {wanted!r} was read as {found!r}"
