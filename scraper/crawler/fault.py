"""What a fault means for its PMID: another try, or the state in which it ends."""

from typing import Final

from attrs import frozen

from scraper.crawler.health import LONGEST, Health
from scraper.crawler.items import Item, State
from scraper.crawler.options import Options
from scraper.crawler.outcome import Outcome

_HOSTS: Final = frozenset({"blocked", "down"})
"""Faults that are the host's, and not one page's, where it is broken."""


@frozen(kw_only=True)
class Fault:
    """A fault of a PMID, weighed."""

    attempts: int
    """How many faults of its own it has had."""
    state: State | None
    """How it ends; None where it is tried again."""
    wait: float
    """Seconds until then."""
    good_at: int
    """How many good pages the host had given when the same fault came first."""


def weigh(item: Item, outcome: Outcome, health: Health, options: Options) -> Fault:
    """Weigh what went wrong against how the host is.

    A fault is certainly the PMID's own when it comes again though the host gave other pages
    in between; where the host is limiting or broken, others do not count.
    """
    first = item.good_at if item.code == outcome.code else None
    good_at = health.good if first is None else first
    own = health.good > good_at
    theirs = outcome.kind == "limited" or (health.is_broken and outcome.kind in _HOSTS)
    attempts = item.attempts + (own or not theirs)
    state = _state(outcome, own=own, tired=attempts > options.retries)
    is_missing = outcome.kind == "missing"  # time for an outage to pass
    wait = min(options.backoff, LONGEST) if is_missing else health.own_wait(item.attempts)
    return Fault(attempts=attempts, state=state, wait=wait, good_at=good_at)


def _state(outcome: Outcome, *, own: bool, tired: bool) -> State | None:
    if outcome.kind == "forbidden":
        return "blocked"
    if outcome.kind == "missing" and (own or (tired and outcome.says_so)):
        return "gone"
    if not tired:
        return None
    return "blocked" if outcome.kind == "blocked" else "failed"
