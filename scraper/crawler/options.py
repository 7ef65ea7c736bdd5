"""What a crawl is told: whom to ask, how fast, how much."""

import re
from collections.abc import Mapping
from ipaddress import ip_address
from math import inf
from typing import Final, Literal, TypedDict, cast
from urllib.parse import urlsplit

import attrs
from attrs import frozen

from scraper.workers.limits import Limits

Wanted = Literal["page", "all", "none"]
"""How much of a list to get: what the article's page shows, every page of it, nothing."""

PUBMED: Final = "https://pubmed.ncbi.nlm.nih.gov"
RATE: Final = 1.0
MAX_RATE: Final = 3.0
MIN_BACKOFF: Final = 60.0
KEPT: Final = ("base_url", "cited_by", "similar", "max_pages")
"""What a job is about, which may not change between its runs."""
_CONTACT: Final = re.compile(r"[^\s<>();,@]+@[^\s<>();,@]+", re.ASCII)


class Settings(TypedDict, total=False):
    """The settings that have a default, as keyword arguments; see `Options`."""

    rate: float
    cited_by: Wanted
    similar: Wanted
    max_pages: int | None
    refresh: float | None
    retries: int
    backoff: float
    timeout: float
    max_bytes: int
    page_timeout: float
    page_memory: int
    base_url: str


@frozen(kw_only=True)
class Options:
    """The settings of a crawl.

    Raises:
        ValueError: A setting is out of bounds; the message says which are in.
    """

    contact: str
    """A mail address at which the site's operators reach you; goes into the user agent."""
    rate: float = RATE
    """Requests per second; at most 3."""
    cited_by: Wanted = "page"
    similar: Wanted = "page"
    max_pages: int | None = None
    """The most listing pages to get of one list; None gets all."""
    refresh: float | None = None
    """Get pages again that are older than so many seconds; None never does."""
    retries: int = 4
    """How often a PMID is tried again before it counts as failed."""
    backoff: float = MIN_BACKOFF
    """Upper bound of the first wait after a fault, in seconds; it doubles from one to the next."""
    timeout: float = 60.0
    """Seconds that one request may take in all."""
    max_bytes: int = 16 * 2**20
    """The largest page that is read."""
    page_timeout: float = 1.0
    """Seconds of processor time that reading a page may take."""
    page_memory: int = 2**30
    """Bytes of memory that reading a page may take."""
    base_url: str = PUBMED

    def __attrs_post_init__(self) -> None:
        if not (self.contact.isascii() and _CONTACT.fullmatch(self.contact)):
            raise ValueError("contact must be a mail address at which NCBI can reach you")
        try:
            parts = urlsplit(self.base_url)
            _ = parts.port  # raises where it is none
        except ValueError:
            parts = urlsplit("")
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
            raise ValueError(f"{self.base_url!r} is no base address: https://host")
        local = is_loopback(parts.hostname)
        if not local and parts.scheme != "https":
            raise ValueError("the base address must begin with https://")
        if not 0 < self.rate < inf or (self.rate > MAX_RATE and not local):
            raise ValueError(f"rate must be above 0 and at most {MAX_RATE:g} requests a second")
        if not 0 < self.backoff < inf or (self.backoff < MIN_BACKOFF and not local):
            raise ValueError(f"backoff must be at least {MIN_BACKOFF:g} seconds")
        if self.retries < 0:
            raise ValueError("retries must not be negative")
        if not 0 < self.timeout < inf or self.max_bytes < 1:
            raise ValueError("timeout and max_bytes must be above 0")
        self.limits  # noqa: B018 - raises where one is out of bounds
        if self.max_pages is not None and self.max_pages < 1:
            raise ValueError("max_pages must be at least 1")

    @property
    def host(self) -> str:
        """The host's name and port."""
        return urlsplit(self.base_url).netloc

    @property
    def limits(self) -> Limits:
        """What reading a page may take."""
        return Limits(self.page_timeout, self.page_memory)

    def kept(self) -> dict[str, str]:
        """Return what a job keeps of its settings, as it keeps them."""
        return {name: str(value) for name, value in attrs.asdict(self).items() if name in KEPT}


def from_kept(kept: Mapping[str, str]) -> Settings:
    """Return the settings that a job keeps; none of a new job."""
    values: dict[str, str | int | None] = {name: kept[name] for name in KEPT if name in kept}
    if "max_pages" in kept:
        values["max_pages"] = int(kept["max_pages"]) if kept["max_pages"].isdigit() else None
    return cast("Settings", values)


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("127.evil.example")
    (True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
