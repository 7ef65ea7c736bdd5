"""robots.txt: fetched at run time and obeyed (RFC 9309). No rules are shipped.

An answer 4xx allows everything; 5xx, or none, allows nothing.
"""

from typing import Final

from attrs import field, frozen
from protego import Protego

from scraper.crawler.health import LONGEST
from scraper.crawler.outcome import Outcome, status_outcome
from scraper.crawler.response import Response

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
    fetched_at: float
    """Seconds since 1970."""
    _rules: Protego = field(init=False, eq=False, repr=False)

    @_rules.default
    def _parsed(self) -> Protego:
        return Protego.parse(self.text)

    def allows(self, path: str) -> bool:
        """Tell whether a path may be asked for."""
        return bool(self._rules.can_fetch(path, _AGENT))

    @property
    def delay(self) -> float:
        """Seconds between two requests that the rules ask for; 0 without."""
        return min(float(self._rules.crawl_delay(_AGENT) or 0), LONGEST)

    def is_fresh(self, now: float) -> bool:
        """Tell whether the rules may still be used."""
        return 0 <= now - self.fetched_at < MAX_AGE


def robots_outcome(answer: Response) -> Outcome:
    """Judge the answer to a request for robots.txt."""
    if answer.status == 200 or (400 <= answer.status < 500 and answer.status != 429):  # noqa: PLR2004
        return Outcome(kind="rules")
    return status_outcome(answer)


def robots_text(answer: Response) -> str:
    """Return the rules that an answer means; none where the site has no robots.txt."""
    return answer.body.decode("utf-8-sig", "replace") if answer.status == 200 else ""  # noqa: PLR2004
