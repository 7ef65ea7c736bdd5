"""A small PubMed with something of everything, for the command line, the cassettes and by hand.

``python -m tests.crawler.pubmed [PORT]`` serves it until Ctrl-C. Every page is an invented sample.
"""

import sys
import time
from collections.abc import Callable
from functools import cache
from typing import Final

from tests.crawler import pages
from tests.crawler.site import NOT_FOUND, Answer, Request, http, ordinary, redirect, site
from tests.pairs import SAMPLES

ARTICLE = "90400001"
MERGED = "90400002"
"""Has become `ARTICLE`."""
MISSING = "90400003"
CITED = "90400004"
"""Cited by `CITATIONS` articles; its page shows four."""
BROKEN = "90400005"
"""Answers 500, always."""
HURRIED = "90400006"
"""Answers 429 first, without ``Retry-After``."""
PATIENT = "90400007"
"""Answers 429 first, with two headers ``Retry-After``, of 2 and 7 seconds."""
CITATIONS = 203
_SIZE = 200


def pubmed(request: Request) -> Answer:
    """Answer a request."""
    if request.query.get("linkname") == "pubmed_pubmed_citedin":
        return http(listing(request.query["from_uid"], int(request.query["page"])))
    if request.path == "/robots.txt":
        return http(b"User-agent: *\nDisallow: /trending/\n", coding=None)
    if request.pmid in {HURRIED, PATIENT} and request.attempt > 1:
        return ordinary(request)
    odd = _ODD.get(request.pmid or "")
    return ordinary(request) if odd is None else odd()


@cache
def cited() -> bytes:
    """Write the page of an article that is cited by more than its page shows."""
    page = (SAMPLES / "modern" / "review-badge.html").read_bytes()
    return page.replace(b"90400005", CITED.encode()).replace(b">1,204<", b">%d<" % CITATIONS)


def listing(pmid: str, number: int) -> bytes:
    """Write a page of the listing of the articles that cite one."""
    citing = pages.chunks(range(90_500_000, 90_500_000 + CITATIONS), _SIZE)
    return pages.listing(pmid, citing[number - 1], CITATIONS, number=number)


_ODD: Final[dict[str, Callable[[], Answer]]] = {
    MERGED: lambda: redirect(f"/{ARTICLE}/"),
    MISSING: lambda: NOT_FOUND,
    CITED: lambda: http(cited()),
    BROKEN: lambda: http(b"<p>Internal Server Error</p>", 500),
    HURRIED: lambda: http(b"<p>Too Many Requests</p>", 429),
    PATIENT: lambda: http(
        b"<p>Too Many Requests</p>", 429, [("Retry-After", "2"), ("Retry-After", "7")]
    ),
}


def main() -> None:
    """Serve until Ctrl-C, and say what there is."""
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    with site(pubmed, port) as server:
        print(f"{server.url}: any PMID is an article, but")  # noqa: T201 - a command
        print(f"  {MERGED} has become {ARTICLE}; {MISSING} is not there; {BROKEN} fails;")  # noqa: T201
        print(f"  {CITED} is cited by {CITATIONS}; {HURRIED} and {PATIENT} answer 429 first")  # noqa: T201
        while True:
            time.sleep(0.2)
            while server.log:
                request = server.log.pop(0)
                print(f"{request.at:.3f} {request.path}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
