"""A small PubMed on loopback, on raw sockets: it serves invented pages and any fault."""

import socket
import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from functools import cache
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

from tests.crawler import pages

Raw = Callable[[socket.socket], None]
Answer = bytes | Raw
"""What goes over the wire: bytes, or a function that does what it likes with the socket."""
Answering = Callable[["Request"], Answer]
Headers = Mapping[str, str] | Iterable[tuple[str, str]]


@cache
def gzipped(body: bytes) -> bytes:
    """Compress a body as a server does."""
    machine = zlib.compressobj(level=1, wbits=31)
    return machine.compress(body) + machine.flush()


def http(
    body: bytes,
    status: int = 200,
    headers: Headers = (),
    *,
    coding: str | None = "gzip",
    length: int | None = None,
) -> bytes:
    """Write a whole HTTP/1.1 answer.

    Args:
        body: the plain body, or the coded one where the coding is not ``gzip``.
        status: the status.
        headers: more headers.
        coding: what Content-Encoding says, None for nothing.
        length: what Content-Length says, where it is not the truth; -1 for no such header.
    """
    if coding == "gzip":
        body = gzipped(body)
    lines = [
        f"HTTP/1.1 {status} X",
        f"Date: {formatdate(usegmt=True)}",
        "Content-Type: text/html; charset=utf-8",
    ]
    if length != -1:
        lines.append(f"Content-Length: {len(body) if length is None else length}")
    if coding:
        lines.append(f"Content-Encoding: {coding}")
    more = headers.items() if isinstance(headers, Mapping) else headers
    lines += [f"{name}: {value}" for name, value in more]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def redirect(to: str, status: int = 301, headers: Headers = ()) -> bytes:
    """Write a redirect."""
    return http(b"", status, [("Location", to), *dict(headers).items()], coding=None)


@dataclass(frozen=True)
class Request:
    """One request, as the server saw it."""

    at: float
    path: str
    headers: Mapping[str, str]
    attempt: int
    """Which request for this path it is, from 1."""
    port: int
    """The client's, which tells its connections apart."""

    @property
    def pmid(self) -> str | None:
        """The PMID of an article's path."""
        name = urlsplit(self.path).path.strip("/")
        return name if name.isdigit() else None

    @property
    def query(self) -> dict[str, str]:
        """The parameters of a listing's path."""
        return {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}


ROBOTS = http(b"User-agent: *\nAllow: /\n")
NOT_FOUND = http(pages.error("not-found"), 404)


def ordinary(request: Request) -> Answer:
    """Answer as a site in good health does."""
    if request.path == "/robots.txt":
        return ROBOTS
    return http(pages.article(request.pmid)) if request.pmid else NOT_FOUND


def scripted(answers: Mapping[str, Iterable[Answer]], then: Answering = ordinary) -> Answering:
    """Give the answers of a path one after another, then as usual."""
    left = {path: list(said) for path, said in answers.items()}

    def answer(request: Request) -> Answer:
        said = left.get(request.path)
        return said.pop(0) if said else then(request)

    return answer


def always(answers: Mapping[str, Answer], then: Answering = ordinary) -> Answering:
    """Give a path the same answer each time."""
    return lambda request: answers.get(request.path) or then(request)


@dataclass
class Site:
    """The server; ``answer`` may be replaced at any time."""

    answer: Answering = ordinary
    log: list[Request] = field(default_factory=list)
    url: str = ""
    port: int = 0
    closing: threading.Event = field(default_factory=threading.Event)
    """Set when the site closes: what drips ends then."""
    _seen: Counter[str] = field(default_factory=Counter)
    _open: set[socket.socket] = field(default_factory=set)
    _threads: list[threading.Thread] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", self.port))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._start(self._serve)

    @property
    def pages(self) -> list[Request]:
        """The requests but those for robots.txt."""
        return [request for request in self.log if request.path != "/robots.txt"]

    @property
    def paths(self) -> list[str]:
        """What was asked for but robots.txt, in order."""
        return [request.path for request in self.pages]

    @property
    def gaps(self) -> list[float]:
        """Seconds between the requests."""
        times = [request.at for request in self.log]
        return [later - before for before, later in pairwise(times)]

    def forget(self) -> None:
        """Begin the log, and the count of attempts, anew."""
        with self._lock:
            self._seen.clear()
            self.log.clear()

    def settle(self) -> None:
        """Wait, a second at most, until all is noted that clients sent which have ended."""
        end = time.monotonic() + 1
        while self._open and time.monotonic() < end:
            time.sleep(0.001)

    def close(self) -> None:
        """Stop serving and wait for what was begun."""
        self.closing.set()
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)  # accept() would wait for ever
        self._socket.close()
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()

    def _start(self, work: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self) -> None:
        while True:
            try:
                connection, (_, port) = self._socket.accept()
            except OSError:
                return
            with self._lock:
                self._open.add(connection)
            self._start(self._talk, connection, port)

    def _talk(self, connection: socket.socket, port: int) -> None:
        with suppress(OSError), connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while self._answered(connection, port):
                pass
        with self._lock:
            self._open.discard(connection)

    def _answered(self, connection: socket.socket, port: int) -> bool:
        """Answer a request; tell whether the connection goes on."""
        head = b""
        while not head.endswith(b"\r\n\r\n"):  # a GET has no body, and we get one at a time
            data = connection.recv(65536)
            if not data:
                return False
            head += data
        answer = self.answer(self._noted(head.decode("latin-1"), time.monotonic(), port))
        if not isinstance(answer, bytes):
            answer(connection)
            return False
        connection.sendall(answer)
        return b"Content-Length" in answer.partition(b"\r\n\r\n")[0]

    def _noted(self, head: str, at: float, port: int) -> Request:
        first, *lines = head.split("\r\n")
        path = first.split(" ")[1]
        pairs = (line.partition(": ") for line in lines if line)
        headers = {name.lower(): value for name, _, value in pairs}
        with self._lock:
            self._seen[path] += 1
            request = Request(at, path, headers, self._seen[path], port)
            self.log.append(request)
        return request


@contextmanager
def site(answer: Answering = ordinary, port: int = 0) -> Iterator[Site]:
    """Serve while the block runs."""
    server = Site(answer, port=port)
    try:
        yield server
    finally:
        server.close()
