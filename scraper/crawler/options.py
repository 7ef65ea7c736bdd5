"""What a crawl is told: whom to ask, how fast, how much."""

from ipaddress import ip_address
from typing import Final, Literal, TypedDict
from urllib.parse import urlsplit

from attrs import frozen

Wanted = Literal["page", "all", "none"]
"""How much of a list to get: what the article's page shows, every page of it, nothing."""

PUBMED: Final = "https://pubmed.ncbi.nlm.nih.gov"
MAX_RATE: Final = 3.0
MIN_BACKOFF: Final = 60.0


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
    base_url: str


@frozen(kw_only=True)
class Options:
    """The settings of a crawl.

    Raises:
        ValueError: A setting is out of bounds; the message says which are in.
    """

    contact: str
    """A mail address at which the site's operators reach you; goes into the user agent."""
    rate: float = 1.0
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
    base_url: str = PUBMED

    def __attrs_post_init__(self) -> None:
        name, at, domain = self.contact.strip().rpartition("@")
        if not (name and at and domain) or any(c in self.contact for c in "\r\n<>() ;"):
            raise ValueError("contact must be a mail address at which NCBI can reach you")
        parts = urlsplit(self.base_url)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
            raise ValueError(f"{self.base_url!r} is no base address: https://host")
        local = is_loopback(parts.hostname)
        if not local and parts.scheme != "https":
            raise ValueError("the base address must begin with https://")
        if self.rate <= 0 or (self.rate > MAX_RATE and not local):
            raise ValueError(f"rate must be above 0 and at most {MAX_RATE:g} requests a second")
        if self.backoff <= 0 or (self.backoff < MIN_BACKOFF and not local):
            raise ValueError(f"backoff must be at least {MIN_BACKOFF:g} seconds")
        if self.retries < 0 or self.timeout <= 0 or self.max_bytes <= 0:
            raise ValueError("retries, timeout and max_bytes must not be negative")
        if self.max_pages is not None and self.max_pages < 1:
            raise ValueError("max_pages must be at least 1")

    @property
    def host(self) -> str:
        """The host's name and port."""
        return urlsplit(self.base_url).netloc


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
