"""robots.txt: fetched at run time and obeyed (RFC 9309). No rules are shipped.

An answer 4xx allows everything; 5xx, or none, allows nothing.
"""

from typing import Final

from attrs import frozen
from protego import Protego

from scraper.crawler.client import Client
from scraper.crawler.response import FetchError

PATH: Final = "/robots.txt"
MAX_AGE: Final = 24 * 3600.0
"""Seconds for which the rules may be kept (RFC 9309, 2.4)."""
MAX_BYTES: Final = 2**20
"""More than the 500 KiB that a crawler has to read (RFC 9309, 2.5)."""
_AGENT: Final = "pubmed-scraper"


@frozen
class Robots:
    """The rules of a host."""

    text: str
    base_url: str

    def allows(self, path: str) -> bool:
        """Tell whether a path may be asked for."""
        return bool(self._rules.can_fetch(self.base_url + path, _AGENT))

    @property
    def delay(self) -> float:
        """Seconds between two requests that the rules ask for; 0 without."""
        return float(self._rules.crawl_delay(_AGENT) or 0)

    @property
    def _rules(self) -> Protego:
        return Protego.parse(self.text)


def fetch_robots(client: Client) -> str | None:
    """Fetch the rules; None where the host cannot tell them now."""
    try:
        answer = client.get(PATH, max_bytes=MAX_BYTES)
    except FetchError:
        return None
    if answer.status == 200:  # noqa: PLR2004
        return answer.body.decode("utf-8", "replace")
    return "" if 400 <= answer.status < 500 and answer.status != 429 else None  # noqa: PLR2004
