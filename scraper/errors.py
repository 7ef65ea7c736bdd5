"""The error tree. One class per cause; its code goes into the error object.

Long because the whole tree stands here.

::

    ScraperError
    ├── PageError              the page gives no record
    │   ├── NotPubMed          not_pubmed
    │   ├── NotAnArticle       not_an_article
    │   ├── NotFound           not_found
    │   ├── Blocked            blocked
    │   ├── Unreadable         unreadable
    │   ├── TooLarge           too_large
    │   ├── ParserLimit        parser_limit
    │   ├── HttpStatus         http_<status>      http_404, http_503 …
    │   └── InternalError      internal_error
    ├── RecordError            invalid_record   JSON that is no record of ours
    ├── NoReference            no_reference     a record that a format of references cannot carry
    ├── OutputError            output_unusable  a format that cannot go where it is to go
    ├── CrawlError             a PMID that gave no record: crawl_error, or not_found, blocked,
    │                          network, incomplete, http_<status>, wrong_page, too_large …
    ├── StoreError             store_failed     a store (s3://…) cannot be used, or does not answer
    ├── BatchError             batch_unusable   a folder of parts that is another run's
    │   ├── BatchLocked        batch_locked     another process writes into it
    │   ├── ClusterFailed      cluster_failed   a cluster does not start or answer, or is unfit
    │   └── ShardFailed        shard_failed     a part was not made; the next run tries it again
    └── CrawlStopped           the crawl cannot go on
        ├── Limited            limited          the site wants no more requests now
        └── JobError           job_unusable     the job file cannot be used as it is
            ├── JobLocked      job_locked       another process works on it
            └── JobNotWritten  job_not_written  the disk is full or cannot be written
"""

from typing import ClassVar, Final, Literal

Limit = Literal["time", "memory", "crash", "structure"]
"""What a page went beyond; ``crash``: the parser broke down."""

_LIMITS: Final[dict[Limit, str]] = {
    "time": (
        "reading it takes more processor time than a page may (--page-timeout); "
        "allow more if it is a page of PubMed"
    ),
    "memory": (
        "reading it takes more memory than a page may (--page-memory); "
        "allow more if it is a page of PubMed"
    ),
    "crash": (
        "the process that read it broke down, from lack of memory (--page-memory) or a fault "
        "of the parser; save or download the page again"
    ),
    "structure": (
        "its markup is built as no page of PubMed is, and would overload the parser; "
        "save or download the page again"
    ),
}


class ScraperError(Exception):
    """Base of every error that this package raises on purpose.

    ``code`` is stable and machine-readable; ``message`` says in plain words what
    happened and what to do; ``source`` names the input, ``pmid`` the article,
    where they are known.
    """

    code: str = "error"
    exit_status: ClassVar[int] = 1

    def __init__(self, message: str, *, source: str | None = None, pmid: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.source = source
        self.pmid = pmid

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with all parts, so that an error survives a process boundary."""
        return (_rebuild, (type(self), self.message, self.source, self.pmid), vars(self))


def _rebuild(
    kind: type[ScraperError], message: str, source: str | None, pmid: str | None
) -> ScraperError:
    return kind(message, source=source, pmid=pmid)


class PageError(ScraperError):
    """The page gives no record."""


class NotPubMed(PageError):
    """A page of another site, or no page at all but other text."""

    code = "not_pubmed"


class NotAnArticle(PageError):
    """A PubMed page that is no article: search results, home page."""

    code = "not_an_article"


class NotFound(PageError):
    """PubMed's own "not found" page."""

    code = "not_found"


class Blocked(PageError):
    """A block or captcha page in the article's place."""

    code = "blocked"


class Unreadable(PageError):
    """Nothing to read: empty, binary, or cut off before the article begins."""

    code = "unreadable"


class TooLarge(PageError):
    """More bytes than allowed."""

    code = "too_large"


class ParserLimit(PageError):
    """A page that takes more than a page may; ``limit`` says of what."""

    code = "parser_limit"

    def __init__(
        self,
        message: str = "",
        *,
        limit: Limit = "structure",
        source: str | None = None,
        pmid: str | None = None,
    ) -> None:
        super().__init__(message or _LIMITS[limit], source=source, pmid=pmid)
        self.limit = limit


class HttpStatus(PageError):
    """A server's answer that is no page; the code says which."""

    code = "http_<status>"

    def __init__(
        self,
        message: str,
        *,
        status: int = 0,
        source: str | None = None,
        pmid: str | None = None,
    ) -> None:
        super().__init__(message, source=source, pmid=pmid)
        self.status = status
        self.code = f"http_{status}"


class InternalError(PageError):
    """A fault of this program; the batch goes on without the page."""

    code = "internal_error"


class RecordError(ScraperError):
    """JSON that is not a record of this schema."""

    code = "invalid_record"


class NoReference(ScraperError):
    """A record that a format of references cannot carry: in MEDLINE one without a PMID."""

    code = "no_reference"


class OutputError(ScraperError):
    """Records cannot go where they are to go: a missing library, another program's file."""

    code = "output_unusable"
    exit_status = 2


class StoreError(ScraperError):
    """A store on the network that does not answer, or whose library is missing: no page's fault."""

    code = "store_failed"


class BatchError(ScraperError):
    """A folder of parts that cannot be used with these inputs and settings."""

    code = "batch_unusable"
    exit_status = 2


class BatchLocked(BatchError):
    """Another process writes into the folder."""

    code = "batch_locked"
    exit_status = 5


class ClusterFailed(BatchError):
    """A cluster that does not start, does not answer, or would not write the same records."""

    code = "cluster_failed"
    exit_status = 1


class ShardFailed(BatchError):
    """A part was not made; its pages are for the next run with the same inputs."""

    code = "shard_failed"
    exit_status = 1


class CrawlError(ScraperError):
    """A PMID that gave no record; ``code`` says why, ``state`` how the job keeps it."""

    code = "crawl_error"

    def __init__(
        self,
        message: str,
        *,
        source: str | None = None,
        pmid: str | None = None,
        code: str = "crawl_error",
        state: str = "failed",
    ) -> None:
        super().__init__(message, source=source, pmid=pmid)
        self.code = code
        self.state = state


class CrawlStopped(ScraperError):
    """The crawl cannot go on; what it has got so far is in the job file."""

    code = "stopped"


class Limited(CrawlStopped):
    """The site blocks us, wants us to come back later, or forbids us by its robots.txt."""

    code = "limited"
    exit_status = 4


class JobError(CrawlStopped):
    """A job file that cannot be used as it is: another program's, another version's."""

    code = "job_unusable"
    exit_status = 2


class JobLocked(JobError):
    """Another process works on the job."""

    code = "job_locked"
    exit_status = 5


class JobNotWritten(JobError):
    """The disk is full, or the job file cannot be written."""

    code = "job_not_written"
    exit_status = 3
