"""The raw pages of a job: article pages, and the pages of their listings."""

import gzip
import json
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message
from typing import Final, Literal

from attrs import field, frozen

from scraper.crawler.body import GZIP
from scraper.crawler.database import Database
from scraper.crawler.response import Response

PageKind = Literal["article", "cited_by", "similar_articles"]

_COLUMNS: Final = "pmid, kind, number, url, status, headers, coded, body, fetched_at"
_SELECT: Final = f"SELECT {_COLUMNS} FROM page "  # noqa: S608 - names of columns
_INSERT: Final = f"INSERT OR REPLACE INTO page ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608


@frozen(kw_only=True)
class StoredPage:
    """A raw answer."""

    pmid: str
    """The article that it is of; a listing's page is of the article whose links it lists."""
    kind: PageKind
    number: int
    """The number of a listing's page, from 1."""
    url: str
    """The address that gave it, after redirects."""
    status: int
    headers: tuple[tuple[str, str], ...]
    """As they came, names in lower case."""
    coded: bool
    """Whether ``packed`` is as the server sent it, and not compressed by us."""
    packed: bytes = field(repr=False)
    """The body as one gzip member."""
    fetched_at: float
    """Seconds since 1970."""

    @property
    def body(self) -> bytes:
        """The plain body."""
        return gzip.decompress(self.packed)

    @property
    def charset(self) -> str | None:
        """The charset of the header ``Content-Type``."""
        message = Message()
        message["Content-Type"] = next(
            (value for name, value in self.headers if name == "content-type"), ""
        )
        return message.get_content_charset()

    @property
    def retrieved_at(self) -> str:
        """When it came, ISO 8601, to the second."""
        return f"{datetime.fromtimestamp(self.fetched_at, UTC):%Y-%m-%dT%H:%M:%SZ}"


class Pages:
    """The table ``page``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def store(self, page: StoredPage) -> None:
        """Write a page, in the place of an older one."""
        self._database.run(
            _INSERT,
            int(page.pmid),
            page.kind,
            page.number,
            page.url,
            page.status,
            json.dumps(page.headers),
            page.coded,
            page.packed,
            page.fetched_at,
        )

    def get(self, pmid: str, kind: PageKind = "article", number: int = 1) -> StoredPage | None:
        """Return a page, None where it is not there."""
        where = "WHERE pmid = ? AND kind = ? AND number = ?"
        row = self._database.row(_SELECT + where, int(pmid), kind, number)
        return None if row is None else _stored(row)

    def __iter__(self) -> Iterator[StoredPage]:
        """Yield all pages in the order in which they came."""
        for row in self._database.rows(f"{_SELECT}ORDER BY rowid"):
            yield _stored(row)

    def numbers(self, pmid: str, kind: PageKind) -> list[int]:
        """Return the numbers of a listing's pages that are there."""
        statement = "SELECT number FROM page WHERE pmid = ? AND kind = ? ORDER BY number"
        return [number for (number,) in self._database.rows(statement, int(pmid), kind)]

    def drop(self, pmid: str, kind: PageKind) -> None:
        """Forget a listing: its pages, and that it could not be had."""
        for table in ("page", "gap"):
            statement = f"DELETE FROM {table} WHERE pmid = ? AND kind = ?"  # noqa: S608 - ours
            self._database.run(statement, int(pmid), kind)

    def give_up(self, pmid: str, kind: PageKind, reason: str) -> None:
        """Keep in mind that the rest of a listing cannot be had, and why."""
        self._database.run("INSERT OR REPLACE INTO gap VALUES (?, ?, ?)", int(pmid), kind, reason)

    def given_up(self, pmid: str, kind: PageKind) -> str | None:
        """Return why the rest of a listing cannot be had; None where it can."""
        statement = "SELECT reason FROM gap WHERE pmid = ? AND kind = ?"
        row = self._database.row(statement, int(pmid), kind)
        return None if row is None else str(row[0])


def _stored(row: tuple[int, PageKind, int, str, int, str, int, bytes, float]) -> StoredPage:
    pmid, kind, number, url, status, headers, coded, body, fetched_at = row
    return StoredPage(
        pmid=str(pmid),
        kind=kind,
        number=number,
        url=url,
        status=status,
        headers=tuple((name, value) for name, value in json.loads(headers)),
        coded=bool(coded),
        packed=body,
        fetched_at=fetched_at,
    )


def stored(
    pmid: str, kind: PageKind, number: int, response: Response, fetched_at: float
) -> StoredPage:
    """Make a page of a whole answer."""
    return StoredPage(
        pmid=pmid,
        kind=kind,
        number=number,
        url=response.url,
        status=response.status,
        headers=response.headers,
        coded=response.packed is not None,
        packed=response.packed or _gzip(response.body),
        fetched_at=fetched_at,
    )


def _gzip(body: bytes) -> bytes:
    """Compress a body that came plain, as one gzip member without a time in it."""
    machine = zlib.compressobj(wbits=GZIP)
    return machine.compress(body) + machine.flush()
