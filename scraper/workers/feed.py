"""Where the pages come from: as the parent asks for them, or read ahead by a thread."""

import socket
import threading
from collections import deque
from collections.abc import Iterable
from typing import Final, Protocol

from scraper.sources import Input, RawPage

_AHEAD: Final = 2**20
"""Bytes that a thread may have read before they are wanted."""


class Ended(Exception):  # noqa: N818 - like StopIteration
    """There are no more pages."""


class Feed(Protocol):
    """Gives pages, in order."""

    @property
    def bell(self) -> socket.socket | None:
        """Readable where a page has come that was waited for."""

    def take(self) -> Input | None:
        """Return the next page, None where it has not come yet.

        Raises:
            Ended: There are no more.
        """

    def close(self) -> None:
        """Ask for no more."""


class Prompt:
    """Pages that are there when they are asked for, such as those of files."""

    bell = None

    def __init__(self, pages: Iterable[Input]) -> None:
        self._pages = iter(pages)

    def take(self) -> Input | None:
        """Return the next page."""
        for page in self._pages:
            return page
        raise Ended

    def close(self) -> None:
        """Have nothing to end."""


class Ahead:
    """Pages that may be long in coming: a thread waits for them, and says when one is there."""

    def __init__(self, pages: Iterable[Input]) -> None:
        self.bell, self._clapper = socket.socketpair()
        """Readable where a page has come that was waited for."""
        self.bell.settimeout(0)
        self._pages = pages
        self._there: deque[Input] = deque()
        self._size = 0
        self._wanted = self._ended = False
        self._error: BaseException | None = None
        self._change = threading.Condition()
        threading.Thread(target=self._read, name="pages", daemon=True).start()

    def take(self) -> Input | None:
        """Return the next page, None where it has not come yet."""
        with self._change:
            if self._there:
                page = self._there.popleft()
                self._size -= _size(page)
                self._change.notify()
                return page
            if self._error is not None:
                raise self._error
            if self._ended:
                raise Ended
            self._wanted = True
            return None

    def close(self) -> None:
        """Have the thread end with the page that it waits for."""
        with self._change:
            self._ended = True
            self._change.notify()
            self.bell.close()
            self._clapper.close()

    def _read(self) -> None:
        try:
            for page in self._pages:
                with self._change:
                    self._change.wait_for(lambda: self._size < _AHEAD or self._ended)
                    if self._ended:
                        return
                    self._there.append(page)
                    self._size += _size(page)
                    self._ring()
        except BaseException as error:  # noqa: BLE001 - raised where the pages are taken
            self._error = error
        with self._change:
            if not self._ended:
                self._ended = True
                self._ring()

    def _ring(self) -> None:
        if self._wanted:
            self._wanted = False
            self._clapper.send(b"!")


def _size(page: Input) -> int:
    return len(page.data) if isinstance(page, RawPage) else 0
