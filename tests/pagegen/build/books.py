"""Books: the book around a section, and the sections of either."""

from typing import Any

from .basics import Json

_NOTHING = (
    "title volume_title medium authors editors edition publisher_name publisher_location pub_date"
    " beginning_date ending_date date_revised collection_title report_number isbn location_label"
    " sections citation"
).split()


def book(**fields: Any) -> Json:  # noqa: ANN401 - JSON
    """Write a Book; what is not named here is null."""
    unknown = {name for name in fields if name not in _NOTHING and not name.startswith("_")}
    if unknown:
        raise KeyError(f"no such keys: {sorted(unknown)}")
    return dict.fromkeys(_NOTHING) | fields


def contents(*titles: str, base: str | None = None) -> list[Json]:
    """Write a list of sections; a number stands before its title (``3 Methods``)."""
    found = []
    for at, printed in enumerate(titles, start=1):
        number, _, title = printed.partition(" ") if printed[0].isdigit() else (None, "", printed)
        url = base and f"{base}#{at}"
        found.append({"label": number, "title": title, "url": url})
    return found
