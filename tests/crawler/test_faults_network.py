"""The fault matrix, rows 8 to 15 and 19: connections, bodies, redirects, names, certificates."""

import socket
import ssl
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import scraper
from tests.crawler import faults, pages
from tests.crawler.clock import FakeClock
from tests.crawler.crawling import Run, crawl
from tests.crawler.site import NOT_FOUND, Answer, Site, http, ordinary, redirect, scripted, site
from tests.pairs import SAMPLES

PMID = 90_400_001
OTHER = 90_400_002
PATH = f"/{PMID}/"
PAGE = pages.article(PMID)
MEGABYTE = 2**20


@pytest.fixture
def whole(pubmed: Site, tmp_path: Path) -> Run:
    """Return what a crawl without a fault gives."""
    run = crawl(tmp_path / "undisturbed", pubmed, [PMID, OTHER])
    pubmed.forget()
    return run


def survives(fault: Answer, whole: Run, pubmed: Site, job: Path) -> None:
    """Show that a fault of one request costs one more, and nothing else."""
    pubmed.answer = scripted({PATH: [fault]})
    clock = FakeClock()
    run = crawl(job, pubmed, [PMID, OTHER], clock=clock, max_bytes=MEGABYTE, backoff=60)
    assert max(clock.waits) > 50  # it was taken for a fault
    assert run.lines == whole.lines
    assert set(run.states.values()) == {"done"}
    assert sorted(pubmed.paths) == [PATH, PATH, f"/{OTHER}/"]


def ends_in_time(fault: Answer, whole: Run, pubmed: Site, job: Path) -> None:
    """Show that a request that would not end is given up, and made again."""
    pubmed.answer = scripted({PATH: [fault]})
    run = crawl(job, pubmed, [PMID, OTHER], timeout=0.9)
    assert run.lines == whole.lines
    assert pubmed.paths.count(PATH) >= 2


def ids(cases: Iterator[tuple[str, Answer]]) -> list[object]:
    return [pytest.param(answer, id=name) for name, answer in cases]


@pytest.mark.parametrize("fault", ids(faults.broken(PAGE)))
def test_08_09_broken_connection_or_body(
    fault: Answer, whole: Run, pubmed: Site, job: Path
) -> None:
    survives(fault, whole, pubmed, job)


def test_08_a_reset_of_every_connection_is_the_hosts_fault(pubmed: Site, job: Path) -> None:
    pubmed.answer = lambda request: ordinary(request) if "robots" in request.path else faults.reset
    run = crawl(job, pubmed, [PMID, OTHER])
    assert run.stop is not None
    assert run.stop.exit_status == 4
    assert set(run.states.values()) == {"pending"}


def test_09_a_part_is_never_stored(pubmed: Site, job: Path) -> None:
    pubmed.answer = scripted({PATH: [answer for _, answer in faults.broken(PAGE)]})
    run = crawl(job, pubmed, [PMID], retries=1)
    assert run.states == {str(PMID): "failed"}
    assert run.pmids == [str(PMID)]
    assert run.articles == []


def test_09_what_is_left_in_a_connection_is_no_answer(pubmed: Site, job: Path) -> None:
    page = pages.article(OTHER)
    rest = http(pages.article(OTHER).replace(b"hagfish", b"dogfish"))
    pubmed.answer = scripted({PATH: [http(PAGE[:-9], coding=None) + rest]})
    run = crawl(job, pubmed, [PMID, OTHER])
    assert [article.pmid for article in run.articles] == [str(PMID), str(OTHER)]
    assert run.articles[1] == scraper.convert(
        page, url=f"{pubmed.url}/{OTHER}/", source=f"{pubmed.url}/{OTHER}/"
    )


@pytest.mark.parametrize("answer", [http(PAGE), NOT_FOUND], ids=["page", "head"])
def test_10_drip(answer: bytes, whole: Run, pubmed: Site, job: Path) -> None:
    ends_in_time(faults.drip(answer), whole, pubmed, job)


@pytest.mark.parametrize(
    "fault",
    [faults.ENDLESS_BODY, faults.ENDLESS_HEAD],
    ids=["body", "head"],
)
def test_11_endless(fault: Answer, whole: Run, pubmed: Site, job: Path) -> None:
    survives(fault, whole, pubmed, job)


def test_11_endless_hints(whole: Run, pubmed: Site, job: Path) -> None:
    ends_in_time(faults.ENDLESS_HINTS, whole, pubmed, job)


BOMB = http(faults.bomb(64), headers={"Content-Encoding": "gzip"}, coding=None)


@pytest.mark.parametrize("fault", [faults.ENDLESS_BODY, BOMB], ids=["endless", "bomb"])
def test_11_12_memory_is_flat(fault: Answer, pubmed: Site, job: Path) -> None:
    crawl(job.with_name("warm"), pubmed, [OTHER])
    pubmed.answer = scripted({PATH: [fault]})
    tracemalloc.start()
    run = crawl(job, pubmed, [PMID], max_bytes=MEGABYTE)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert run.states == {str(PMID): "done"}
    assert peak < 10 * MEGABYTE


def test_12_gzip_bomb(whole: Run, pubmed: Site, job: Path) -> None:
    survives(BOMB, whole, pubmed, job)


def test_12_a_page_too_large_fails_with_its_size(pubmed: Site, job: Path) -> None:
    run = crawl(job, pubmed, [PMID, OTHER], max_bytes=4096, retries=0)
    assert run.codes == dict.fromkeys([str(PMID), str(OTHER)], "too_large")
    assert "larger than 4,096 bytes" in str(run.results[0])


@pytest.mark.parametrize("fault", ids(faults.codings(PAGE)))
def test_13_coding(fault: Answer, whole: Run, pubmed: Site, job: Path) -> None:
    survives(fault, whole, pubmed, job)


def test_13_only_gzip_is_asked_for(pubmed: Site, job: Path) -> None:
    crawl(job, pubmed, [PMID])
    assert {request.headers["accept-encoding"] for request in pubmed.log} == {"gzip"}


@pytest.mark.parametrize("to", faults.ELSEWHERE)
def test_14_redirect_elsewhere(to: str, whole: Run, pubmed: Site, job: Path) -> None:
    with site() as elsewhere:
        port, other = (server.url.rpartition(":")[2] for server in (pubmed, elsewhere))
        location = to.format(pmid=PMID, port=port, other=other)
        survives(redirect(location), whole, pubmed, job)
        assert elsewhere.log == []


def test_14_redirect_without_an_address(whole: Run, pubmed: Site, job: Path) -> None:
    survives(http(b"", 302, coding=None), whole, pubmed, job)


def test_14_redirect_loop(pubmed: Site, job: Path) -> None:
    pubmed.answer = scripted({PATH: [redirect(PATH)] * 4})
    run = crawl(job, pubmed, [PMID])
    assert run.states == {str(PMID): "done"}
    assert pubmed.paths == [PATH] * 5  # 4 of the first try, then a page


def test_14_redirect_that_robots_txt_forbids(pubmed: Site, job: Path) -> None:
    robots = http(b"User-agent: *\nDisallow: /secret\n", coding=None)
    pubmed.answer = scripted({"/robots.txt": [robots], PATH: [redirect("/secret/page")]})
    run = crawl(job, pubmed, [PMID])
    assert run.states == {str(PMID): "blocked"}
    assert run.codes == {str(PMID): "robots"}
    assert pubmed.paths == [PATH]


def test_14_redirects_are_spaced_as_requests_are(pubmed: Site, job: Path) -> None:
    clock = FakeClock()
    pubmed.answer = scripted({PATH: [redirect(f"/{OTHER}/")]})
    crawl(job, pubmed, [PMID], clock=clock, rate=0.5)
    assert clock.waits == [2.0, 2.0]  # robots.txt, redirect, page


@pytest.mark.parametrize(
    ("sample", "kind"),
    [
        ("plain-abstract", "text/html; charset=utf-8"),
        ("plain-abstract", "text/html; charset=iso-8859-1"),
        ("plain-abstract", "text/html; charset=no-such"),
        ("plain-abstract", "text/html; charset="),
        ("plain-abstract", "text/html"),
        ("plain-abstract", None),
        ("windows-1252", "text/html; charset=windows-1252"),
        ("windows-1252", "text/html"),
        ("latin-1-declared", None),
    ],
)
def test_15_charset(sample: str, kind: str | None, pubmed: Site, job: Path) -> None:
    page = (SAMPLES / "modern" / f"{sample}.html").read_bytes()
    pmid = scraper.convert(page).pmid
    assert pmid
    usual = b"Content-Type: text/html; charset=utf-8\r\n"
    said = f"Content-Type: {kind}\r\n".encode() if kind else b""
    answer = http(page).replace(usual, said)
    pubmed.answer = scripted({f"/{pmid}/": [answer]})
    run = crawl(job, pubmed, [pmid])
    charset = (kind or "").partition("charset=")[2] or None
    url = f"{pubmed.url}/{pmid}/"
    assert run.articles == [scraper.convert(page, url=url, source=url, charset=charset)]


def no_name(*_: object, **__: object) -> object:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def test_19_no_such_host(pubmed: Site, job: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    resolve, left = socket.getaddrinfo, [1, 1]

    def twice_no_name(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - as in the library
        return no_name() if left and left.pop() else resolve(*args, **named)

    monkeypatch.setattr(socket, "getaddrinfo", twice_no_name)
    url = pubmed.url.replace("127.0.0.1", "localhost")
    run = crawl(job, pubmed, [PMID], base_url=url)
    assert run.states == {str(PMID): "done"}
    assert left == []


def test_19_no_host_at_all_stops_and_loses_nothing(
    pubmed: Site, job: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", no_name)
    run = crawl(job, pubmed, [PMID], base_url="https://pubmed.invalid", rate=1, backoff=60)
    assert run.stop is not None
    assert run.stop.exit_status == 4
    assert "robots.txt cannot be had" in run.stop.message
    assert run.states == {str(PMID): "pending"}


CERTIFICATE = Path(__file__).with_name("self-signed.pem")


def crawl_with_tls(job: Path, talk: Callable[[socket.socket], bool]) -> tuple[Run, list[bool]]:
    """Crawl a server that talks as told to each of five connections; return what it said of each."""
    said: list[bool] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(30)

        def serve() -> None:
            for _ in range(5):
                connection, _ = server.accept()
                connection.settimeout(30)
                with connection:
                    said.append(talk(connection))

        thread = threading.Thread(target=serve)
        thread.start()
        url = f"https://127.0.0.1:{server.getsockname()[1]}"
        run = crawl(job, url, [PMID])
        thread.join()
    return run, said


def test_19_a_host_without_tls(job: Path) -> None:
    def talk(connection: socket.socket) -> bool:
        is_plain = connection.recv(65536).startswith(b"GET")
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        return is_plain

    run, said = crawl_with_tls(job, talk)
    assert run.stop is not None
    assert run.states == {str(PMID): "pending"}
    assert said == [False] * 5  # it is never asked without encryption


def test_19_a_certificate_that_nobody_signed(job: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)

    def talk(connection: socket.socket) -> bool:
        try:
            context.wrap_socket(connection, server_side=True).recv(1)
        except OSError:
            return False
        return True

    run, said = crawl_with_tls(job, talk)
    assert run.stop is not None
    assert run.states == {str(PMID): "pending"}
    assert said == [False] * 5  # nor where the certificate proves nothing
