"""What a list costs before anything is fetched."""

from typing import Final

from attrs import frozen

from scraper.crawler.options import Options

MANY: Final = 300
"""PMIDs from which on E-utilities are the better door."""


@frozen(kw_only=True)
class Plan:
    """How many requests a list costs, and how long they take."""

    pmids: int
    stored: int
    """Of these, how many need no request."""
    least: int
    """Requests where every PMID is an article and no list has more than its page shows."""
    listings: bool
    """Whether listing pages come on top; their number is known only from the articles."""
    seconds: float
    """The time of the least requests."""


def plan(pmids: int, stored: int, options: Options) -> Plan:
    """Count the cost of a list.

    Args:
        pmids: how many different PMIDs it has.
        stored: how many of them are done in the job.
        options: rate and lists.
    """
    asked = pmids - stored
    lists = (options.cited_by, options.similar).count("all")
    least = asked + (1 if asked else 0)  # robots.txt
    return Plan(
        pmids=pmids,
        stored=stored,
        least=least,
        listings=lists > 0,
        seconds=least / options.rate,
    )
