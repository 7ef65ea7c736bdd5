"""The loop over many pages: every page gives a record or an error, in input order.

It knows neither the command line nor the network. One page's fault, even one of this
program, costs that page only.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from traceback import walk_tb
from typing import Literal

from scraper import pipeline
from scraper.errors import InternalError, ScraperError
from scraper.sources import RawPage
from scraper.sources.address import pmid_of

Work = Callable[[RawPage], bytes]
"""What is done with each page: give its bytes of output or raise."""


def run(pages: Iterable[RawPage | ScraperError], work: Work) -> Iterator[bytes | ScraperError]:
    """Do the work on each page as it is asked for; what was no page passes through."""
    for page in pages:
        yield page if isinstance(page, ScraperError) else attempt(page, work)


def attempt(page: RawPage, work: Work) -> bytes | ScraperError:
    """Do the work on one page and return what it gives, or why it gives nothing."""
    problem: ScraperError
    try:
        return work(page)
    except ScraperError as error:
        problem = error
    except Exception as error:  # noqa: BLE001 - the one place: nothing may end the batch or get lost
        problem = _internal(error)
    if problem.source is None:
        problem.source = page.source
    return problem.with_traceback(None)  # the frames would keep the page's tree in memory


def to_json(
    page: RawPage,
    *,
    url: str | None = None,
    pmid: str | None = None,
    fields: Collection[str] | None = None,
) -> bytes:
    """Convert a page to one line of JSON, without a line end.

    What is not given is taken from the page's container: its address, and the PMID that
    an article's address names.
    """
    return pipeline.convert_json(
        page.data,
        url=url or page.url,
        source=page.source,
        pmid=pmid or (page.url and pmid_of(page.url)),
        charset=page.charset,
        retrieved_at=page.retrieved_at,
        fields=fields,
    )


def strip(page: RawPage, *, as_: Literal["html", "text"] = "html") -> bytes:
    """Take the boilerplate off a page; UTF-8 that ends with a line end."""
    text = pipeline.strip(page.data, as_=as_, source=page.source, charset=page.charset)
    return (text if text.endswith("\n") else text + "\n").encode()


def _internal(error: Exception) -> InternalError:
    said = str(error).encode("utf-8", "backslashreplace").decode()
    what = f"{type(error).__name__}: {said}" if said else type(error).__name__
    advice = (
        "the page needs more memory than there is"
        if isinstance(error, MemoryError)
        else "a fault of this program; please report it together with the page"
    )
    return InternalError(f"{what} ({_place(error)}); {advice}")


def _place(error: Exception) -> str:
    """Say where in the code an error arose: ``mesh.py:42``."""
    frame, line = list(walk_tb(error.__traceback__))[-1]
    return f"{Path(frame.f_code.co_filename).name}:{line}"
