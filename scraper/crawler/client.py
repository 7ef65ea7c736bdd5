"""The HTTP client: one request, whole or not at all. The only user of httpx.

A plain client lets through what a crawl must not take for a page: short bodies, cut or
endless streams, bombs, redirects to elsewhere. Here a request has one deadline for all
of it, a bounded body that must decode to its very end, and redirects that stay on the
host (RFC 9110, 15.4). Certificates are always verified; cookies are not kept.
"""

import asyncio
import re
import zlib
from contextlib import suppress
from types import TracebackType
from typing import Final, Self

import httpx

from scraper.crawler.clock import Clock
from scraper.crawler.gate import Gate
from scraper.crawler.options import Options
from scraper.crawler.response import FetchError, Response

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_MAX_REDIRECTS: Final = 3
_GZIP: Final = 31
"""``wbits`` of a gzip member with its header and checksum."""
_UNSAFE: Final = re.compile(r"[\x00-\x20\x7f-\uffff\\]")
_ABUSE_HOST: Final = "misuse.ncbi.nlm.nih.gov"
"""Where NCBI sends clients that it blocks."""
_LOOK: Final = 0.2
_GRACE: Final = 8.0
"""Seconds that a running request still has when the crawl shall stop."""


class Client:
    """Asks one host, one request at a time; a context manager, as it keeps a connection."""

    def __init__(self, options: Options, gate: Gate, clock: Clock, user_agent: str) -> None:
        self._base = httpx.URL(options.base_url)
        self._timeout, self._max_bytes = options.timeout, options.max_bytes
        self._gate, self._clock = gate, clock
        self._runner = asyncio.Runner()
        self._http = httpx.AsyncClient(
            headers={
                "User-Agent": user_agent,
                "Accept": "text/html, application/xhtml+xml",
                "Accept-Encoding": "gzip",
            },
            timeout=httpx.Timeout(options.timeout),
            limits=httpx.Limits(max_connections=1, keepalive_expiry=30),
            follow_redirects=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with suppress(Exception):  # a connection that cannot be closed is of no use any more
            self._runner.run(self._http.aclose())
        self._runner.close()

    def get(self, path: str, *, max_bytes: int | None = None) -> Response:
        """Get a page of the host and follow its redirects on the host.

        Args:
            path: path and query.
            max_bytes: the largest body, where it is not the usual one.

        Raises:
            FetchError: No whole answer came.
        """
        url = self._base.join(path)
        for hop in range(_MAX_REDIRECTS + 1):
            response = self._request(url, max_bytes or self._max_bytes, redirected=hop > 0)
            if response.status not in _REDIRECTS:
                return response
            url = self._target(url, response)
        raise FetchError("redirect", f"more than {_MAX_REDIRECTS} redirects in a row")

    def _target(self, url: httpx.URL, response: Response) -> httpx.URL:
        location = "".join(response.header("location")[:1])
        try:
            target = url.join(location)
        except (httpx.InvalidURL, ValueError) as error:
            raise FetchError(
                "redirect", f"a redirect to {location!r}, which is no address"
            ) from error
        if target.host == _ABUSE_HOST:
            raise FetchError("blocked", "NCBI sends us to its page for blocked clients")
        same = (target.scheme, target.host, target.port) == (url.scheme, url.host, url.port)
        if not location or _UNSAFE.search(location) or not same or target.userinfo:
            raise FetchError(
                "redirect", f"a redirect to {location!r}, which is not this host; not followed"
            )
        return target

    def _request(self, url: httpx.URL, max_bytes: int, *, redirected: bool) -> Response:
        self._gate.wait()
        try:
            return self._runner.run(self._bounded(url, max_bytes, redirected=redirected))
        finally:
            self._gate.passed()

    async def _bounded(self, url: httpx.URL, max_bytes: int, *, redirected: bool) -> Response:
        try:
            async with asyncio.timeout(self._timeout) as limit:
                hurry = asyncio.create_task(self._hurry(limit))
                try:
                    return await self._fetch(url, max_bytes, redirected=redirected)
                finally:
                    hurry.cancel()
        except TimeoutError as error:
            message = f"no whole answer within {self._timeout:g} seconds"
            raise FetchError("timeout", message) from error
        except httpx.TimeoutException as error:
            raise FetchError("timeout", f"no answer within {self._timeout:g} seconds") from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise FetchError("network", f"{type(error).__name__}: {error}".rstrip(": ")) from error

    async def _hurry(self, limit: asyncio.Timeout) -> None:
        """Bring the deadline nearer once the crawl shall stop."""
        while not self._clock.stopping:  # noqa: ASYNC110 - a signal handler sets no asyncio event
            await asyncio.sleep(_LOOK)
        loop = asyncio.get_running_loop()
        limit.reschedule(min(limit.when() or loop.time(), loop.time() + _GRACE))

    async def _fetch(self, url: httpx.URL, max_bytes: int, *, redirected: bool) -> Response:
        self._http.cookies.clear()
        async with self._http.stream("GET", url) as answer:
            self._gate.passed()
            headers = tuple((name.lower(), value) for name, value in answer.headers.multi_items())
            raw = b""
            if answer.status_code not in _REDIRECTS:  # whatever body a redirect has says nothing
                coding = answer.headers.get("content-encoding", "").strip().lower()
                body, raw = await _body(answer, coding, max_bytes)
            return Response(
                url=str(url),
                status=answer.status_code,
                headers=headers,
                body=body if answer.status_code not in _REDIRECTS else b"",
                packed=raw or None,
                redirected=redirected,
            )


async def _body(answer: httpx.Response, coding: str, max_bytes: int) -> tuple[bytes, bytes]:
    """Return the body without its coding and, where that is gzip, as it came.

    Raises:
        FetchError: It is too large, breaks off, or its coding was not asked for.
    """
    if coding not in {"", "identity", "gzip", "x-gzip"}:
        raise FetchError("coding", f"content coding {coding!r}, which was not asked for")
    packed = bytearray()
    plain = bytearray()
    machine = zlib.decompressobj(_GZIP) if "gzip" in coding else None
    async for chunk in answer.aiter_raw():
        packed += chunk
        if machine is None:
            plain += chunk
        else:
            plain += _inflate(machine, chunk, max_bytes + 1 - len(plain))
        if len(plain) > max_bytes or len(packed) > max_bytes:
            raise FetchError("too_large", f"larger than {max_bytes:,} bytes")
    if machine is None:
        return bytes(plain), b""
    if not machine.eof or machine.unused_data:
        raise FetchError("incomplete", "the compressed body does not end as it should")
    return bytes(plain), bytes(packed)


def _inflate(machine: "zlib._Decompress", chunk: bytes, room: int) -> bytes:
    try:
        return machine.decompress(chunk, max(room, 1))
    except zlib.error as error:
        raise FetchError("incomplete", f"the compressed body is damaged ({error})") from error
