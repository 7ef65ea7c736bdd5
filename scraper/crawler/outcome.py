"""What an answer means for the PMID that was asked for. Decided on positive evidence only.

A page counts as found when it is recognized as an article, carries its own PMID and does
not break off; whatever else comes with status 200 is a block, captcha or maintenance page.
"""

import re
from typing import Final, Literal
from urllib.parse import urlsplit

from attrs import frozen

from scraper import pipeline
from scraper.crawler.response import Response
from scraper.errors import NotFound, PageError, Unreadable
from scraper.model import Article, Listing

Kind = Literal["found", "missing", "limited", "blocked", "failed"]

_END: Final = re.compile(
    rb"</html\s*>[^<]{0,1000}(?:<!--.{0,1000}-->\s*)?\Z", re.DOTALL | re.IGNORECASE
)
_CUT: Final = frozenset({"truncated"})
_OK: Final = 200
_GONE: Final = frozenset({404, 410})
_LIMITED: Final = frozenset({429, 503})
_BLOCKED: Final = frozenset({401, 403, 451})


@frozen(kw_only=True)
class Outcome:
    """The meaning of an answer."""

    kind: Kind
    code: str = ""
    """Stable code of what went wrong."""
    message: str = ""
    pmid: str | None = None
    """The PMID that the page found carries."""
    says_so: bool = False
    """A missing page is PubMed's own one for that, and not any 404."""


def article_outcome(pmid: str, answer: Response) -> Outcome:
    """Judge the answer to a request for an article.

    Args:
        pmid: the PMID asked for.
        answer: a whole answer.
    """
    if answer.status != _OK:
        return _status(answer)
    if not _END.search(answer.body):
        return Outcome(kind="failed", code="incomplete", message="the page breaks off")
    try:
        article = pipeline.convert(answer.body, charset=charset(answer.headers))
    except PageError as error:
        return _no_article(error)
    return _found(pmid, article, answer)


def listing_outcome(answer: Response, from_uid: str) -> Outcome:
    """Judge the answer to a request for a listing; an article is a listing of one."""
    if answer.status != _OK:
        return _status(answer)
    if not _END.search(answer.body):
        return Outcome(kind="failed", code="incomplete", message="the page breaks off")
    try:
        records = pipeline.records(answer.body, charset=charset(answer.headers), url=answer.url)
    except PageError as error:
        return _no_article(error)
    record = records[0]
    if len(records) > 1 or any(found.code in _CUT for found in record.warnings):
        return Outcome(kind="failed", code="incomplete", message="the listing breaks off")
    if isinstance(record, Listing) and record.from_uid not in {None, from_uid}:
        message = f"the listing is of {record.from_uid}"
        return Outcome(kind="failed", code="wrong_page", message=message)
    return Outcome(kind="found")


def _found(pmid: str, article: Article, answer: Response) -> Outcome:
    asked = _pmid_of(answer.url) if answer.redirected else pmid
    if article.pmid != asked:
        message = f"the page is of PMID {article.pmid}"
        return Outcome(kind="failed", code="wrong_page", message=message)
    if article.page.layout == "text" or any(found.code in _CUT for found in article.warnings):
        return Outcome(kind="failed", code="incomplete", message="the page breaks off")
    return Outcome(kind="found", pmid=article.pmid)


def _pmid_of(url: str) -> str:
    return urlsplit(url).path.strip("/")


def _no_article(error: PageError) -> Outcome:
    if isinstance(error, NotFound):
        message = "PubMed says that there is no such article"
        return Outcome(kind="missing", code="not_found", message=message, says_so=True)
    if isinstance(error, Unreadable):
        return Outcome(kind="failed", code="incomplete", message=error.message)
    return Outcome(kind="blocked", code="blocked", message=f"no article came: {error.message}")


def _status(answer: Response) -> Outcome:
    status = answer.status
    code, message = f"http_{status}", f"the server answered {status}"
    if status in _GONE:
        return Outcome(kind="missing", code=code, message=message, says_so=_says_not_found(answer))
    if status in _LIMITED:
        return Outcome(kind="limited", code=code, message=f"{message}: it wants fewer requests")
    if status in _BLOCKED:
        return Outcome(kind="blocked", code=code, message=f"{message}: it does not let us in")
    return Outcome(kind="failed", code=code, message=message)


def _says_not_found(answer: Response) -> bool:
    """Tell whether the page of a 404 is PubMed's own, and not that of a broken server."""
    try:
        pipeline.records(answer.body, charset=charset(answer.headers))
    except NotFound:
        return True
    except PageError:
        pass
    return False


def charset(headers: tuple[tuple[str, str], ...]) -> str | None:
    """Return the charset of the header ``Content-Type``."""
    from email.message import Message  # noqa: PLC0415

    message = Message()
    for name, value in headers:
        if name == "content-type":
            message["Content-Type"] = value
            break
    return message.get_content_charset() if "Content-Type" in message else None
