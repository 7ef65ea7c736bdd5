"""A small PubMed on loopback, on raw sockets: it serves invented pages and any fault."""

import gzip
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from functools import cache
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

from tests.pairs import SAMPLES

Answer = bytes | Callable[[socket.socket], None]
"""What goes over the wire: bytes, or a function that does what it likes with the socket."""

_OWN = "90400001"
_TEMPLATE = SAMPLES / "modern" / "plain-abstract.html"
_NOT_FOUND = SAMPLES / "errors" / "not-found.html"


@cache
def _template() -> tuple[bytes, bytes]:
    page = _TEMPLATE.read_bytes()
    own = page.partition(b'data-article-pmid="')[2].partition(b'"')[0]
    return page, own


def article(pmid: str | int) -> bytes:
    """Write the page of an article."""
    page, own = _template()
    return page.replace(own, str(pmid).encode())


def not_found() -> bytes:
    """Write PubMed's page for a PMID that it does not have."""
    return _NOT_FOUND.read_bytes()


def http(
    body: bytes,
    status: int = 200,
    headers: Mapping[str, str] | list[tuple[str, str]] | None = None,
    *,
    coding: str | None = "gzip",
    length: int | None = None,
) -> bytes:
    """Write a whole HTTP/1.1 answer.

    Args:
        body: the plain body.
        status: the status.
        headers: more headers.
        coding: ``gzip``, or None for a plain body.
        length: what Content-Length says, where it is not the truth.
    """
    if coding == "gzip":
        body = gzip.compress(body, mtime=0)
    lines = [
        f"HTTP/1.1 {status} X",
        f"Date: {formatdate(usegmt=True)}",
        "Content-Type: text/html; charset=utf-8",
        f"Content-Length: {len(body) if length is None else length}",
    ]
    if coding:
        lines.append(f"Content-Encoding: {coding}")
    more = headers.items() if isinstance(headers, Mapping) else headers or []
    lines += [f"{name}: {value}" for name, value in more]
    return "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n" + body


@dataclass(frozen=True)
class Request:
    """One request, as the server saw it."""

    at: float
    path: str
    headers: Mapping[str, str]
    attempt: int
    """Which request for this path it is, from 1."""

    @property
    def pmid(self) -> str | None:
        """The PMID of an article's path."""
        name = urlsplit(self.path).path.strip("/")
        return name if name.isdigit() else None

    @property
    def query(self) -> dict[str, str]:
        """The parameters of a listing's path."""
        return {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}


def ordinary(request: Request) -> Answer:
    """Answer as a site in good health does."""
    if request.path == "/robots.txt":
        return http(b"User-agent: *\nAllow: /\n")
    return http(article(request.pmid)) if request.pmid else http(not_found(), 404)


@dataclass
class Site:
    """The server; ``answer`` may be replaced at any time."""

    answer: Callable[[Request], Answer] = ordinary
    log: list[Request] = field(default_factory=list)
    url: str = ""
    _seen: Counter[str] = field(default_factory=Counter)
    _socket: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))
    _open: set[socket.socket] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def pages(self) -> list[Request]:
        """The requests but those for robots.txt."""
        return [request for request in self.log if request.path != "/robots.txt"]

    @property
    def gaps(self) -> list[float]:
        """Seconds between the requests."""
        times = [request.at for request in self.log]
        return [later - before for before, later in pairwise(times)]

    def close(self) -> None:
        """Stop serving."""
        self._socket.close()
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with self._lock:
                self._open.add(connection)
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with suppress(OSError), connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            pending = b""
            while True:
                while b"\r\n\r\n" not in pending:
                    data = connection.recv(65536)
                    if not data:
                        return
                    pending += data
                at = time.monotonic()
                head, _, pending = pending.partition(b"\r\n\r\n")
                answer = self.answer(self._noted(head.decode("latin-1"), at))
                if not isinstance(answer, bytes):
                    answer(connection)
                    return
                connection.sendall(answer)
                if b"Content-Length" not in answer.partition(b"\r\n\r\n")[0]:
                    return
        with self._lock:
            self._open.discard(connection)

    def _noted(self, head: str, at: float) -> Request:
        first, *lines = head.split("\r\n")
        path = first.split(" ")[1]
        pairs = (line.partition(": ") for line in lines)
        headers = {name.lower(): value for name, _, value in pairs}
        with self._lock:
            self._seen[path] += 1
            request = Request(at, path, headers, self._seen[path])
            self.log.append(request)
        return request


@contextmanager
def site(answer: Callable[[Request], Answer] = ordinary) -> Iterator[Site]:
    """Serve while the block runs."""
    server = Site(answer)
    try:
        yield server
    finally:
        server.close()
