"""Single pages read in a worker process, for callers that cannot trust them.

One worker serves the whole process: started when it is first needed, shared by all threads,
renewed when a page breaks it, gone when the process ends. A fork of the process gets its own.
"""

import atexit
import os
import threading
from collections.abc import Collection, Iterator
from functools import partial
from typing import Final, Unpack

from scraper import encode, pipeline
from scraper.errors import ScraperError
from scraper.layouts import Facts
from scraper.pipeline import Record
from scraper.sources import RawPage
from scraper.workers import Limits, Workers


def records(
    page: bytes | str, limits: Limits | None = None, **facts: Unpack[Facts]
) -> list[Record]:
    """Do what `pipeline.records` does in the worker.

    Raises:
        ScraperError: As there; `ParserLimit` where the page takes more than ``limits``.
    """
    return [*map(encode.decode_record, records_json(page, limits, **facts))]


def records_json(
    page: bytes | str,
    limits: Limits | None = None,
    *,
    fields: Collection[str] | None = None,
    items: bool = False,
    one: bool = False,
    **facts: Unpack[Facts],
) -> list[bytes]:
    """Do what `pipeline.records_json` does in the worker; with ``one``, what `convert_json` does.

    Raises:
        ScraperError: As there; `ParserLimit` where the page takes more than ``limits``.
    """
    is_text = isinstance(page, str)
    work = partial(_lines, is_text=is_text, fields=fields, items=items, one=one, facts=facts)
    data = page.encode("utf-8", "surrogatepass") if isinstance(page, str) else bytes(page)
    lines = []
    for result in _WORKER.ask(RawPage("", data), work, limits or Limits()):
        if isinstance(result, ScraperError):
            result.source = result.source or facts.get("source")
            raise result
        lines.append(result)
    return lines


def _lines(  # noqa: PLR0913 - what the caller said, in the worker
    page: RawPage,
    *,
    is_text: bool,
    fields: Collection[str] | None,
    items: bool,
    one: bool,
    facts: Facts,
) -> Iterator[list[bytes]]:
    data = page.data.decode("utf-8", "surrogatepass") if is_text else page.data
    if one:
        return iter([[pipeline.convert_json(data, fields=fields, **facts)]])
    return pipeline.lines(data, fields=fields, items=items, **facts)


class _Worker:
    """The one worker of this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._workers: Workers | None = None
        self._limits = Limits()

    def ask(
        self, page: RawPage, work: partial[Iterator[list[bytes]]], limits: Limits
    ) -> list[bytes | ScraperError]:
        """Have the work done on a page."""
        with self._lock:
            if self._workers is not None and limits != self._limits:
                self._end()
            if self._workers is None:
                self._workers, self._limits = Workers(1, limits), limits
            return [*self._workers.run((page,), work)]

    def end(self) -> None:
        """End the worker; the next page gets another one."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        workers, self._workers = self._workers, None
        if workers is not None:
            workers.close()

    def leave(self) -> None:
        """In a fork: leave the worker to the parent."""
        self._lock = threading.Lock()
        workers, self._workers = self._workers, None
        if workers is not None:
            workers.leave()


_WORKER: Final = _Worker()
atexit.register(_WORKER.end)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_WORKER.leave)
