"""The small parts of a record: text, dates, journals, sections."""

from collections.abc import Sequence
from typing import Any

Json = dict[str, Any]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def prose(text: str) -> str:
    """Join wrapped lines to running text."""
    return " ".join(text.split())


def date(
    year: int, month: int | None = None, day: int | None = None, *, raw: str | None = None
) -> Json:
    """Write a Date; ``raw`` only where the page prints a season or a range.

    >>> date(2005, 1)["raw"], date(2010, raw="2010 Sep-Oct")["iso"]
    ('2005 Jan', '2010')
    """
    iso = str(year)
    printed = str(year)
    if month:
        iso += f"-{month:02}"
        printed += f" {MONTHS[month - 1]}"
    if day:
        iso += f"-{day:02}"
        printed += f" {day}"
    return {"raw": raw or printed, "year": year, "month": month, "day": day, "iso": iso}


def citation(
    when: Json | None, volume: str | None, issue: str | None, pages: str | None, *, colon: str = ":"
) -> str:
    """Write the citation line from its parts.

    >>> citation(date(2005, 1), "79", "2", "884-95")
    '2005 Jan;79(2):884-95.'
    """
    line = when["raw"] if when else ""
    if volume or issue:
        line += ";" + (volume or "") + (f"({issue})" if issue else "")
    if pages:
        line += (colon if volume or issue or colon != ":" else ";") + pages
    return f"{line}."


def journal(
    title: str | None, medline_ta: str, issn: str | None = None, nlm_unique_id: str | None = None
) -> Json:
    """Write a Journal."""
    return {"title": title, "medline_ta": medline_ta, "issn": issn, "nlm_unique_id": nlm_unique_id}


def section(text: str, label: str | None = None, html: str | None = None) -> Json:
    """Write one section of an abstract."""
    return {"label": label, "text": text, "html": html}


def joined(sections: Sequence[Json]) -> str | None:
    """Write the whole abstract from its sections, as record.md joins them."""
    return (
        "\n\n".join(f"{s['label']}: {s['text']}" if s["label"] else s["text"] for s in sections)
        or None
    )
