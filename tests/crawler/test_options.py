"""The settings of a crawl and their bounds, and what a list costs."""

from typing import Any

import pytest

from scraper.crawler.options import PUBMED, Options, is_loopback
from scraper.crawler.plan import plan
from tests.crawler.crawling import CONTACT

LOCAL = "http://127.0.0.1:8080"


def options(**settings: Any) -> Options:  # noqa: ANN401 - settings
    return Options(**({"contact": CONTACT} | settings))


def test_the_defaults_are_polite() -> None:
    usual = options()
    assert (usual.rate, usual.backoff, usual.base_url) == (1, 60, PUBMED)
    assert usual.host == "pubmed.ncbi.nlm.nih.gov"
    assert options(rate=3).rate == 3
    assert options(rate=1000, backoff=0.1, base_url=LOCAL).host == "127.0.0.1:8080"


@pytest.mark.parametrize(
    "contact",
    ["", "me", "@example.org", "me@", "a b@example.org", "a@b.org\r\nX: y", "<a@b.org>", "a@b;c"],
)
def test_a_contact_is_a_mail_address(contact: str) -> None:
    with pytest.raises(ValueError, match="contact must be a mail address"):
        options(contact=contact)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"rate": 0}, "rate must be above 0 and at most 3"),
        ({"rate": -1}, "rate must be above 0 and at most 3"),
        ({"rate": 3.1}, "rate must be above 0 and at most 3"),
        ({"rate": 0, "base_url": LOCAL}, "rate must be above 0"),
        ({"backoff": 59}, "backoff must be at least 60"),
        ({"backoff": 0, "base_url": LOCAL}, "backoff"),
        ({"retries": -1}, "retries"),
        ({"timeout": 0}, "timeout"),
        ({"max_bytes": 0}, "max_bytes"),
        ({"max_pages": 0}, "max_pages must be at least 1"),
        ({"base_url": "http://pubmed.ncbi.nlm.nih.gov"}, "must begin with https://"),
        ({"base_url": "http://127.example.org"}, "must begin with https://"),
        ({"base_url": "pubmed.ncbi.nlm.nih.gov"}, "is no base address"),
        ({"base_url": "ftp://127.0.0.1"}, "is no base address"),
        ({"base_url": "https://"}, "is no base address"),
        ({"base_url": "https://me@example.org"}, "is no base address"),
        ({"base_url": ""}, "is no base address"),
    ],
)
def test_bounds(settings: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        options(**settings)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("0.0.0.0", False),  # noqa: S104 - it is not listened at
        ("10.0.0.1", False),
        ("127.0.0.1.example.org", False),
        ("localhost.example.org", False),
        ("2130706433", False),
    ],
)
def test_loopback(host: str, expected: bool) -> None:  # noqa: FBT001
    assert is_loopback(host) is expected


@pytest.mark.parametrize(
    ("pmids", "stored", "least", "seconds"),
    [(0, 0, 0, 0), (1, 1, 0, 0), (1, 0, 2, 4), (1000, 0, 1001, 2002), (1000, 400, 601, 1202)],
)
def test_plan(pmids: int, stored: int, least: int, seconds: float) -> None:
    costs = plan(pmids, stored, options(rate=0.5))
    assert (costs.pmids, costs.stored, costs.least, costs.seconds) == (
        pmids,
        stored,
        least,
        seconds,
    )
