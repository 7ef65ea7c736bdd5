"""The loop over many pages: every page gives records or an error, in input order.

It knows neither the command line nor the network. One record's fault, even one of this
program, costs that record only, and one page's fault that page.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path
from traceback import walk_tb
from typing import Literal, TypeVar

from scraper import pipeline
from scraper.errors import InternalError, ParserLimit, ScraperError
from scraper.sources import RawPage
from scraper.sources.address import pmid_of

_T = TypeVar("_T")

Work = Callable[[RawPage], Iterable[list[bytes]]]
"""What is done with each page: give the lines of each of its records, or raise.

Asking for a record may raise as well; where the next one can still be asked for, as in a
``map``, only that record is lost.
"""


def run(pages: Iterable[RawPage | ScraperError], work: Work) -> Iterator[bytes | ScraperError]:
    """Do the work on each page as it is asked for; what was no page passes through."""
    for page in pages:
        if isinstance(page, ScraperError):
            yield page
        else:
            yield from _results(page, work)


def attempt(page: RawPage, act: Callable[[], _T]) -> _T | ScraperError:
    """Return what an act on a page gives, or why it gives nothing."""
    problem: ScraperError
    try:
        return act()
    except ScraperError as error:
        problem = error
    except MemoryError:
        problem = ParserLimit(limit="memory")
    except Exception as error:  # noqa: BLE001 - the one place: nothing may end the batch or get lost
        problem = _internal(error)
    if problem.source is None:
        problem.source = page.source
    problem.__cause__ = problem.__context__ = None
    return problem.with_traceback(None)  # the frames would keep the page's tree in memory


def _results(page: RawPage, work: Work) -> Iterator[bytes | ScraperError]:
    found = attempt(page, lambda: iter(work(page)))
    if isinstance(found, ScraperError):
        yield found
        return
    number = 0
    while (lines := attempt(page, partial(next, found, None))) is not None:
        number += 1
        if isinstance(lines, ScraperError):
            yield _placed(lines, number)
        else:
            yield from lines


def _placed(problem: ScraperError, number: int) -> ScraperError:
    """Say which record a fault of this program is about; other errors say it themselves."""
    if isinstance(problem, InternalError) and number > 1:
        problem.message = f"record {number}: {problem.message}"
    return problem


def to_json(  # noqa: PLR0913 - the options of convert
    page: RawPage,
    *,
    url: str | None = None,
    pmid: str | None = None,
    fields: Collection[str] | None = None,
    items: bool = False,
    provenance: bool = False,
) -> Iterator[list[bytes]]:
    """Convert a page to lines of JSON without line ends, those of each record as it is asked for.

    Args:
        page: The page.
        url: The address of the one record that the page holds, in place of its container's.
        pmid: The PMID of the one article that the page holds, in place of its address's.
        fields: Top-level keys to keep; None keeps all.
        items: Give a line for each entry of a listing in place of the listing.
        provenance: Add to each record where its values stand in the page.
    """
    return pipeline.lines(
        page.data,
        url=url or page.url,
        source=page.source,
        pmid=pmid or (page.url and pmid_of(page.url)),
        charset=page.charset,
        retrieved_at=page.retrieved_at,
        fields=fields,
        items=items,
        provenance=provenance,
        single=bool(url or pmid),
    )


def to_stripped(page: RawPage, *, as_: Literal["html", "text"] = "html") -> Iterator[list[bytes]]:
    """Do what `strip` does, as work of a batch."""
    return iter([[strip(page, as_=as_)]])


def to_observations(page: RawPage, *, text: bool = True) -> Iterator[list[bytes]]:
    """Observe each record of a page; a line of JSON each (see `scraper.diagnosis`).

    Args:
        page: The page.
        text: Whether to measure how much of the text stayed unread.
    """
    from scraper.diagnosis import observation  # noqa: PLC0415 - no part of converting

    return observation.lines(
        page.data,
        text=text,
        url=page.url,
        source=page.source,
        pmid=page.url and pmid_of(page.url),
        charset=page.charset,
        retrieved_at=page.retrieved_at,
    )


def strip(page: RawPage, *, as_: Literal["html", "text"] = "html") -> bytes:
    """Take the boilerplate off a page; UTF-8 that ends with a line end."""
    text = pipeline.strip(page.data, as_=as_, source=page.source, charset=page.charset)
    return (text if text.endswith("\n") else text + "\n").encode()


def _internal(error: Exception) -> InternalError:
    said = str(error).encode("utf-8", "backslashreplace").decode()
    what = f"{type(error).__name__}: {said}" if said else type(error).__name__
    advice = "a fault of this program; please report it together with the page"
    return InternalError(f"{what} ({_place(error)}); {advice}")


def _place(error: Exception) -> str:
    """Say where in the code an error arose: ``mesh.py:42``."""
    frame, line = list(walk_tb(error.__traceback__))[-1]
    return f"{Path(frame.f_code.co_filename).name}:{line}"
