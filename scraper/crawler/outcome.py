"""What an answer means for the PMID that was asked for. Decided on positive evidence only.

A page counts as found when it is recognized as an article, carries its own PMID and does
not break off; whatever else comes with status 200 is a block, captcha or maintenance page.
"""

import re
from collections.abc import Callable
from typing import Final, Literal
from urllib.parse import urlsplit

from attrs import frozen

from scraper.crawler.listings import LINKNAMES
from scraper.crawler.pages import PageKind, StoredPage, stored
from scraper.crawler.reading import read, records
from scraper.crawler.response import FetchError, Response
from scraper.errors import InternalError, NotFound, PageError, ParserLimit, Unreadable
from scraper.model import Article
from scraper.pipeline import Record

Kind = Literal["found", "rules", "missing", "limited", "blocked", "forbidden", "down", "failed"]
"""``down`` is the host's fault: it cannot be reached, or is out of order; ``failed`` may be
the page's own; ``forbidden`` is what robots.txt does not allow, ``rules`` robots.txt itself."""

_END: Final = re.compile(
    rb"</html\s*>[^<]{0,1000}(?:<!--.{0,1000}-->\s*)?\Z", re.DOTALL | re.IGNORECASE
)
_PATH: Final = re.compile(r"/([1-9][0-9]{0,8})/?", re.ASCII)
_CUT: Final = "truncated"
_NO_PAGES: Final = frozenset({"text", "medline", "xml"})
"""Layouts that no article's page has."""
_OK: Final = 200
_SERVER_ERROR: Final = 500
_GONE: Final = frozenset({404, 410})
_LIMITED: Final = frozenset({429, 503})
_BLOCKED: Final = frozenset({401, 403, 451})
_KINDS: Final[dict[str, Kind]] = {
    "blocked": "blocked",
    "robots": "forbidden",
    "network": "down",
    "timeout": "down",
}


@frozen(kw_only=True)
class Outcome:
    """The meaning of an answer."""

    kind: Kind
    code: str = ""
    """Stable code of what went wrong."""
    message: str = ""
    page: StoredPage | None = None
    """The page that was found."""
    says_so: bool = False
    """A missing page is PubMed's own one for that, and not any 404."""


def error_outcome(error: FetchError) -> Outcome:
    """Judge a request that gave no whole answer."""
    kind = _KINDS.get(error.code, "failed")
    return Outcome(kind=kind, code=error.code, message=error.message)


def article_outcome(pmid: str, answer: Response, now: float) -> Outcome:
    """Judge the answer to a request for an article.

    Args:
        pmid: the PMID asked for; after a redirect, that of the address counts.
        answer: a whole answer.
        now: when it came, seconds since 1970.
    """
    to = _PATH.fullmatch(urlsplit(answer.url).path) if answer.redirected else None
    own = to[1] if to else pmid
    return _unusable(answer) or _judged(
        stored(own, "article", 1, answer, now), lambda record: _not_article(record, own)
    )


def listing_outcome(  # noqa: PLR0913 - which page of which listing
    pmid: str, kind: PageKind, number: int, answer: Response, now: float, *, least: int
) -> Outcome:
    """Judge the answer to a request for a listing's page; an article is a listing of one.

    Args:
        pmid: the article that the listing is of.
        kind: which of its lists.
        number: which page of it.
        answer: a whole answer.
        now: when it came, seconds since 1970.
        least: how many entries the article's own page shows.
    """
    return _unusable(answer) or _judged(
        stored(pmid, kind, number, answer, now),
        lambda record: _not_listing(record, pmid, kind, least),
    )


def status_outcome(answer: Response) -> Outcome:
    """Judge an answer by its status, which is none of success."""
    status = answer.status
    code, message = f"http_{status}", f"the server answered {status}"
    if status in _GONE:
        return Outcome(kind="missing", code=code, message=message, says_so=_says_not_found(answer))
    if status in _LIMITED:
        return Outcome(kind="limited", code=code, message=f"{message}: it wants fewer requests")
    if status in _BLOCKED:
        return Outcome(kind="blocked", code=code, message=f"{message}: it does not let us in")
    kind: Kind = "down" if status >= _SERVER_ERROR else "failed"
    return Outcome(kind=kind, code=code, message=message)


def _says_not_found(answer: Response) -> bool:
    """Tell whether the page of a 404 is PubMed's own, and not that of a broken server."""
    try:
        records(answer.body)
    except PageError as error:
        return isinstance(error, NotFound)
    return False


def _unusable(answer: Response) -> Outcome | None:
    if answer.status != _OK:
        return status_outcome(answer)
    return None if _END.search(answer.body) else _failed("incomplete", "the page breaks off")


def _judged(page: StoredPage, wrong: Callable[[Record], str | None]) -> Outcome:
    """Judge a page; ``wrong`` says what a record is that was not asked for."""
    try:
        record = read(page)
    except NotFound:
        message = "PubMed says that there is no such article"
        return Outcome(kind="missing", code="not_found", message=message, says_so=True)
    except Unreadable as error:
        return _failed("incomplete", error.message)
    except (ParserLimit, InternalError) as error:
        return _failed(error.code, error.message)
    except PageError as error:
        return Outcome(kind="blocked", code="blocked", message=f"no article came: {error.message}")
    if any(warning.code == _CUT for warning in record.warnings):
        return _failed("incomplete", "the page breaks off")
    problem = wrong(record)
    return _failed("wrong_page", problem) if problem else Outcome(kind="found", page=page)


def _failed(code: str, message: str) -> Outcome:
    return Outcome(kind="failed", code=code, message=message)


def _not_article(record: Record, pmid: str) -> str | None:
    if not isinstance(record, Article) or record.page.layout in _NO_PAGES:
        return "what came is not the page of an article"
    return None if record.pmid == pmid else f"the page is of PMID {record.pmid}"


def _not_listing(record: Record, pmid: str, kind: PageKind, least: int) -> str | None:
    total: int | None = 1
    if isinstance(record, Article):
        is_it = record.pmid != pmid
    else:
        total = record.total
        is_it = record.from_uid in {None, pmid} and record.linkname in {None, LINKNAMES[kind]}
    if not is_it:
        return "what came is not the listing that was asked for"
    is_short = total is not None and total < least
    return "it has fewer entries than the article's page shows" if is_short else None
