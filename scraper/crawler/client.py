"""The HTTP client: one request, whole or not at all. The only user of httpx.

A plain client lets through what a crawl must not take for a page: short bodies, cut or
endless streams, bombs, redirects to elsewhere. Here a request has one deadline for all
of it, a bounded body that must decode to its very end, and redirects that stay on the
host (RFC 9110, 15.4). Certificates are always verified; cookies are not kept.
"""

import asyncio
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from math import inf
from types import TracebackType
from typing import Final, Self, TypeVar

import httpx

from scraper.crawler.body import whole
from scraper.crawler.clock import Clock
from scraper.crawler.gate import Gate
from scraper.crawler.options import Options
from scraper.crawler.response import FetchError, Response

Allows = Callable[[str], bool]
"""Tells whether a path may be asked for."""

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_MAX_REDIRECTS: Final = 3
_SAFE: Final = re.compile(r"[!-\[\]-~]+")
"""ASCII that is seen, without the backslash, which some take for a slash."""
_ABUSE_HOST: Final = "misuse.ncbi.nlm.nih.gov"
"""Where NCBI sends clients that it blocks."""
_LOOK: Final = 0.2
GRACE: Final = 8.0
"""Seconds that a running request still has when the crawl shall stop."""

_T = TypeVar("_T")


class Client:
    """Asks one host, one request at a time; a context manager, as it keeps a connection."""

    def __init__(self, options: Options, gate: Gate, clock: Clock, user_agent: str) -> None:
        self._base = httpx.URL(options.base_url)
        self._timeout, self._max_bytes = options.timeout, options.max_bytes
        self._gate, self._clock = gate, clock
        self._user_agent = user_agent
        self._runner = asyncio.Runner()
        self._http: httpx.AsyncClient | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.disconnect()
        _aside(self._runner.close)

    def get(self, path: str, *, allows: Allows, max_bytes: int | None = None) -> Response:
        """Get a page of the host and follow its redirects on the host.

        Args:
            path: path and query.
            allows: which paths a redirect may lead to.
            max_bytes: the largest body, where it is not the usual one.

        Raises:
            FetchError: No whole answer came.
            Stopped: The crawl shall end.
        """
        url = self._base.join(path)
        for hop in range(_MAX_REDIRECTS + 1):
            with self._gate:
                fetch = self._bounded(url, max_bytes or self._max_bytes, redirected=hop > 0)
                response: Response = _aside(self._runner.run, fetch)
            if response.status not in _REDIRECTS:
                return response
            url = self._target(url, response, allows)
        raise FetchError("redirect", f"more than {_MAX_REDIRECTS} redirects in a row")

    def disconnect(self) -> None:
        """Give the connection up: after a fault, what is left in it could pass for an answer."""
        if self._http is not None:
            with suppress(Exception):  # where it cannot be closed, it is of no use any more
                _aside(self._runner.run, self._http.aclose())
        self._http = None

    def _target(self, url: httpx.URL, response: Response, allows: Allows) -> httpx.URL:
        location = "".join(response.header("location")[:1])
        target = url.join(location)  # httpx has refused what is no address
        if target.host == _ABUSE_HOST:
            raise FetchError("blocked", "NCBI sends us to its page for blocked clients")
        same = (target.scheme, target.host, target.port) == (url.scheme, url.host, url.port)
        if not _SAFE.fullmatch(location) or not same or target.userinfo:
            message = f"a redirect to {location!r}, which is not this host; not followed"
            raise FetchError("redirect", message)
        if not allows(target.raw_path.decode("ascii")):
            raise FetchError("robots", f"a redirect to {location!r}, which robots.txt forbids")
        return target

    async def _bounded(self, url: httpx.URL, max_bytes: int, *, redirected: bool) -> Response:
        try:
            async with asyncio.timeout(self._timeout) as limit:
                self._hurry(limit)
                try:
                    return await self._fetch(url, max_bytes, redirected=redirected)
                finally:
                    self._look.cancel()
        except TimeoutError as error:
            message = f"no whole answer within {self._timeout:g} seconds"
            raise FetchError("timeout", message) from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise FetchError("network", f"{type(error).__name__}: {error}".rstrip(": ")) from error

    def _hurry(self, limit: asyncio.Timeout) -> None:
        """Look now and then whether the crawl shall stop; bring the deadline nearer then."""
        loop = asyncio.get_running_loop()
        self._look = loop.call_later(_LOOK, self._hurry, limit)
        if self._clock.stopping and not limit.expired():
            self._look.cancel()
            limit.reschedule(min(limit.when() or inf, loop.time() + GRACE))

    async def _fetch(self, url: httpx.URL, max_bytes: int, *, redirected: bool) -> Response:
        self._http = self._http or self._connection()
        self._http.cookies.clear()
        async with self._http.stream("GET", url) as answer:
            self._gate.passed()
            coding = answer.headers.get("content-encoding", "")
            body, packed = await whole(answer.aiter_raw(), coding, max_bytes)
            return Response(
                url=str(url),
                status=answer.status_code,
                headers=tuple(
                    (name.lower(), value) for name, value in answer.headers.multi_items()
                ),
                body=body,
                packed=packed,
                redirected=redirected,
            )

    def _connection(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            headers={
                "User-Agent": self._user_agent,
                "Accept": "text/html, application/xhtml+xml",
                "Accept-Encoding": "gzip",
            },
            # one deadline is for all of a request; but httpcore leaves a connection open
            # that is given up while it is made, unless it does so by itself
            timeout=httpx.Timeout(None, connect=self._timeout / 2),
            limits=httpx.Limits(max_connections=1, keepalive_expiry=30),
            follow_redirects=False,
        )


def _aside(function: Callable[..., _T], *args: object) -> _T:
    """Call a function, in a thread where this one has a loop already, as notebooks have."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return function(*args)
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(function, *args).result()
