"""What the formats of data have in common: MEDLINE text and PubMed XML.

Such a record names each of its fields itself. Nothing has to be found, so that its page
reads itself instead of passing through the readers of ``sections``.

What the format prints for every article that has it is ``()`` where it is missing. What
it never prints (lists of citing or similar articles, figures, links) is None.
"""

import re
from abc import abstractmethod
from typing import Final, Literal, Unpack

import attrs
from msgspec import UNSET

from scraper import errors, model, normalize
from scraper.layout import Layout, Origin

_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_BETWEEN_PARTS: Final = re.compile(r"[-/ ]")


class ExchangeRecord(Layout):
    """One record in a format of data."""

    def __init__(
        self,
        *,
        saved_from: str | None = None,
        truncated: bool = False,
        **origin: Unpack[Origin],
    ) -> None:
        super().__init__(**origin)
        self.saved_from = saved_from
        self.truncated = truncated
        if truncated:
            self.warn("truncated", "The record ends too early; fields after the cut are null.")

    @property
    def absent(self) -> tuple[()] | None:
        """Nothing is there, unless the record was cut off: then nobody can tell."""
        return None if self.truncated else ()

    @property
    @abstractmethod
    def printed(self) -> str:
        """The record as it stands in the page."""

    @abstractmethod
    def article(self) -> model.Article:
        """Read every field that the format carries."""

    def own_pmid(self, pmid: str | None) -> str:
        """Return the record's PMID.

        Raises:
            errors.Unreadable: It names none, which no record of PubMed does.
        """
        if pmid is None:
            raise self.fault("names no PMID")
        return pmid

    def fault(self, what: str, pmid: str | None = None) -> errors.Unreadable:
        """Return the error that says what is wrong with this record of its page."""
        which = "The record" if self.number is None else f"Record {self.number}"
        which += f" (PMID {pmid})" if pmid else ""
        message = f"{which} {what}; save or download it again."
        return errors.Unreadable(message, source=self.source, pmid=pmid)

    def page(self, sections: tuple[str, ...]) -> model.Page:
        """Say where the record came from."""
        return model.Page(
            layout=self.name,
            url=self.saved_from or self.given_url,
            retrieved_at=self.retrieved_at or UNSET,
            source=self.source,
            encoding=self.encoding,
            sections=sections,
        )


def kind(title: str, book: str) -> Literal["article", "book", "book_section"]:
    """Tell the kind of a record by its own title and that of the book around it."""
    if not book:
        return "article"
    return "book_section" if title else "book"


def numeric_date(raw: str) -> model.Date | None:
    """Read a date in numbers, year first; it stays in ``raw`` as printed.

    >>> numeric_date("20190228").iso, numeric_date("2019/02/28").iso, numeric_date("2019-2").iso
    ('2019-02-28', '2019-02-28', '2019-02')
    >>> numeric_date("2019 Feb 28").iso
    '2019-02-28'
    """
    year, month, day = (*_parts(raw), "", "")[:3]
    if month.isascii() and month.isdigit() and 1 <= int(month[:4]) <= len(_MONTHS):
        month = _MONTHS[int(month) - 1]
    day = day.lstrip("0")
    found = normalize.date(" ".join(filter(None, (year, month, day))))
    return found and attrs.evolve(found, raw=raw)


def _parts(raw: str) -> list[str]:
    if raw.isascii() and raw.isdigit():
        return [raw[:4], raw[4:6], raw[6:8]]
    return _BETWEEN_PARTS.split(raw)
