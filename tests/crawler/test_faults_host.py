"""The fault matrix, rows 4 to 7, 16 to 18 and 20: what a host says, and the clocks."""

from collections.abc import Iterable, Mapping
from email.utils import formatdate
from pathlib import Path

import pytest

from scraper.crawler.health import BREAK_AFTER, MAX_BLOCKS, STOP_AFTER
from tests.crawler import faults, pages
from tests.crawler.clock import START, FakeClock
from tests.crawler.crawling import Run, crawl
from tests.crawler.site import (
    NOT_FOUND,
    ROBOTS,
    Answer,
    Answering,
    Headers,
    Request,
    Site,
    always,
    http,
    ordinary,
    redirect,
    scripted,
)

ONE, TWO, THREE = 90_400_001, 90_400_002, 90_400_003
PATH = f"/{ONE}/"
BACKOFF = 60.0


class Timed:
    """Answers, and keeps when each request came, by the crawl's own clock."""

    def __init__(self, clock: FakeClock, answering: Answering) -> None:
        self._clock, self._answering = clock, answering
        self.times: list[float] = []

    def __call__(self, request: Request) -> Answer:
        if request.path != "/robots.txt":
            self.times.append(self._clock.time)
        return self._answering(request)

    @property
    def gaps(self) -> list[float]:
        return [later - before for before, later in zip(self.times, self.times[1:], strict=False)]


def timed(
    pubmed: Site, job: Path, answers: Mapping[str, Iterable[Answer]], *pmids: int
) -> tuple[Run, Timed]:
    """Crawl with a clock that takes no time and a site that notes it."""
    clock = FakeClock()
    pubmed.answer = site = Timed(clock, scripted(answers))
    return crawl(job, pubmed, pmids, clock=clock, backoff=BACKOFF), site


def limit(headers: Headers = (), status: int = 429) -> bytes:
    return http(b"<html>Too Many Requests</html>", status, headers)


@pytest.mark.parametrize("status", [429, 503])
def test_04_retry_after_seconds(status: int, pubmed: Site, job: Path) -> None:
    answers = {PATH: [limit({"Retry-After": "120"}, status)]}
    run, site = timed(pubmed, job, answers, ONE, TWO)
    assert set(run.states.values()) == {"done"}
    assert pubmed.paths == [PATH, f"/{TWO}/", PATH]
    assert site.gaps[0] == pytest.approx(120)  # the other page waits too: it is the host's limit


@pytest.mark.parametrize("status", [403, 404, 500, 502, 504])
def test_04_retry_after_holds_whatever_the_status(status: int, pubmed: Site, job: Path) -> None:
    answers = {PATH: [limit({"Retry-After": "1000"}, status)]}
    _, site = timed(pubmed, job, answers, ONE, TWO)
    assert site.gaps[0] == pytest.approx(1000)


def test_04_retry_after_holds_for_robots_txt(pubmed: Site, job: Path) -> None:
    clock = FakeClock()
    pubmed.answer = scripted({"/robots.txt": [limit({"Retry-After": "2000"})]})
    assert crawl(job, pubmed, [ONE], clock=clock).states == {str(ONE): "done"}
    assert max(clock.waits) == 2000


@pytest.mark.parametrize("path", [PATH, "/robots.txt"])
def test_04_retry_after_survives_a_restart(path: str, pubmed: Site, job: Path) -> None:
    pubmed.answer = scripted({path: [limit({"Retry-After": "7200"})]})
    first = crawl(job, pubmed, [ONE, TWO], clock=FakeClock())
    assert first.stop is not None
    assert first.stop.exit_status == 4
    assert "7,200 more seconds" in first.stop.message
    asked = len(pubmed.log)
    early = crawl(job, pubmed, clock=FakeClock(time=5, wall=START + 7000 - 3600))
    assert early.stop is not None
    assert len(pubmed.log) == asked
    clock = FakeClock(time=5, wall=START + 7000)  # sits the rest out
    late = crawl(job, pubmed, clock=clock)
    assert set(late.states.values()) == {"done"}
    assert 190 < sum(clock.waits) < 210


@pytest.mark.parametrize(
    ("values", "least", "most"),
    [
        pytest.param([formatdate(START + 300, usegmt=True)], 299, 301, id="date"),
        pytest.param([formatdate(START + 300, usegmt=True)[:-4]], 299, 301, id="no-zone"),
        pytest.param(["Friday, 15-Jan-27 08:05:00 GMT"], 299, 301, id="rfc-850"),
        pytest.param(["Fri Jan 15 08:05:00 2027"], 299, 301, id="asctime"),
        pytest.param([formatdate(START - 300, usegmt=True)], 60, 60, id="past"),
        pytest.param(["soon"], 60, 60, id="garbage"),
        pytest.param(["Fri, 31 Feb 2027 08:05:00 GMT"], 60, 60, id="no-such-day"),
        pytest.param(["\u0665"], 60, 60, id="arabic-digit"),
        pytest.param(["-1"], 60, 60, id="negative"),
        pytest.param(["1.5"], 60, 60, id="fraction"),
        pytest.param(["0"], 60, 60, id="zero"),
        pytest.param([""], 60, 60, id="empty"),
        pytest.param(["30", "90"], 90, 90, id="two-headers"),
        pytest.param(["soon", "90"], 90, 90, id="garbage-and-seconds"),
    ],
)
def test_05_retry_after_date(
    values: list[str], least: float, most: float, pubmed: Site, job: Path
) -> None:
    headers = [("Retry-After", value) for value in values]
    run, site = timed(pubmed, job, {PATH: [limit(headers)]}, ONE, TWO)
    assert set(run.states.values()) == {"done"}
    assert least <= site.gaps[0] <= most + 0.1


@pytest.mark.parametrize("value", ["Fri, 31 Dec 9999 23:59:59 GMT", "9" * 18])
def test_05_retry_after_far(value: str, pubmed: Site, job: Path) -> None:
    run, _ = timed(pubmed, job, {PATH: [limit({"Retry-After": value})]}, ONE)
    assert run.stop is not None
    assert run.stop.exit_status == 4
    again = crawl(job, pubmed, clock=FakeClock(wall=START + 10**8))
    assert again.stop is not None
    assert pubmed.paths == [PATH]


def test_06_limit_without_retry_after(pubmed: Site, job: Path) -> None:
    run, site = timed(pubmed, job, {PATH: [limit()] * 4}, ONE)
    assert run.states == {str(ONE): "done"}
    assert site.gaps == pytest.approx([60, 120, 240, 480])  # full jitter, here at its longest


def test_06_a_wait_of_our_own_is_drawn_from_zero(pubmed: Site, job: Path) -> None:
    drawn: list[tuple[float, float]] = []

    def draw(low: float, high: float) -> float:
        drawn.append((low, high))
        return high / 3

    clock = FakeClock()
    pubmed.answer = site = Timed(clock, scripted({PATH: [limit()] * 2}))
    crawl(job, pubmed, [ONE], clock=clock, jitter=draw, backoff=BACKOFF)
    assert {(0, 60), (0, 120)} <= {*drawn}
    assert site.gaps == pytest.approx([20, 40])


def test_06_one_page_that_is_always_limited_does_not_keep_the_others(
    pubmed: Site, job: Path
) -> None:
    pubmed.answer = always({PATH: limit(status=503)})
    run = crawl(job, pubmed, [ONE, *range(TWO, TWO + 30)], clock=FakeClock(), backoff=1)
    assert run.stop is None
    assert run.states[str(ONE)] == "failed"
    assert [*run.states.values()].count("done") == 30


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_07_burst(status: int, pubmed: Site, job: Path) -> None:
    clock = FakeClock()
    count = STOP_AFTER - 1

    def answer(request: Request) -> Answer:
        is_sick = 0 < len(pubmed.pages) <= count
        return limit(status=status) if is_sick else ordinary(request)

    pubmed.answer = site = Timed(clock, answer)
    run = crawl(job, pubmed, range(ONE, ONE + 20), clock=clock, backoff=BACKOFF)
    assert set(run.states.values()) == {"done"}
    assert len(pubmed.pages) == count + 20
    breaks = site.gaps[BREAK_AFTER - 1 : count]
    assert all(gap >= BACKOFF for gap in breaks)  # one request at a time, ever rarer
    assert breaks[-1] > breaks[0]


def test_07_an_outage_costs_no_pmid_its_tries(pubmed: Site, job: Path) -> None:
    pubmed.answer = lambda request: ROBOTS if "robots" in request.path else limit(status=500)
    wall = START
    for _ in range(8):
        wall += 10_000
        run = crawl(job, pubmed, [ONE, TWO], clock=FakeClock(wall=wall))
        assert run.stop is not None
    assert set(run.states.values()) == {"pending"}
    pubmed.answer = ordinary
    run = crawl(job, pubmed, clock=FakeClock(wall=wall + 10_000))
    assert set(run.states.values()) == {"done"}


def test_07_one_page_that_fails_for_ever_ends_as_failed(pubmed: Site, job: Path) -> None:
    pubmed.answer = always({PATH: limit(status=500), f"/{TWO}/": http(b"<html>")})
    run = crawl(job, pubmed, [ONE, TWO, THREE], clock=FakeClock())
    assert run.states == {str(ONE): "failed", str(TWO): "failed", str(THREE): "done"}
    assert run.codes == {str(ONE): "http_500", str(TWO): "incomplete", str(THREE): None}


@pytest.mark.parametrize(
    "fault", [pytest.param(answer, id=name) for name, answer in faults.impostors(ONE)]
)
def test_16_impostor(fault: Answer, pubmed: Site, job: Path) -> None:
    run, _ = timed(pubmed, job, {PATH: [fault]}, ONE, TWO)
    assert run.pmids == [str(ONE), str(TWO)]
    assert set(run.states.values()) == {"done"}
    pubmed.answer = always({PATH: fault})
    stuck = crawl(job.with_name("stuck"), pubmed, [ONE, *range(TWO, TWO + 30)], backoff=1)
    assert stuck.stop is None
    assert stuck.states[str(ONE)] == "blocked"
    assert [found.pmid for found in stuck.articles] == [str(TWO + at) for at in range(30)]


@pytest.mark.parametrize("status", [200, 401, 403, 451])
def test_16_blocks_in_a_row_stop_the_crawl(status: int, pubmed: Site, job: Path) -> None:
    block = http(pages.error("abuse-block"), status)
    pubmed.answer = lambda request: ROBOTS if "robots" in request.path else block
    run = crawl(job, pubmed, range(ONE, ONE + 20), clock=FakeClock())
    assert run.stop is not None
    assert run.stop.exit_status == 4
    assert f"blocked {MAX_BLOCKS} times in a row" in run.stop.message
    assert len(pubmed.pages) == MAX_BLOCKS
    assert set(run.states.values()) == {"pending"}


def test_16_being_sent_to_the_page_of_blocked_clients(pubmed: Site, job: Path) -> None:
    to = redirect("https://misuse.ncbi.nlm.nih.gov/error/abuse.shtml")
    pubmed.answer = lambda request: ROBOTS if "robots" in request.path else to
    run = crawl(job, pubmed, range(ONE, ONE + 20), clock=FakeClock())
    assert run.stop is not None
    assert "blocked clients" in run.stop.message


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(pages.article(TWO), id="another-article"),
        pytest.param(pages.listing(ONE, (5, 6, 7), 3), id="listing"),
    ],
)
def test_16_wrong_page(page: bytes, pubmed: Site, job: Path) -> None:
    run, _ = timed(pubmed, job, {PATH: [http(page)]}, ONE)
    assert run.pmids == [str(ONE)]
    pubmed.answer = always({PATH: http(page)})
    run = crawl(job.with_name("always"), pubmed, [ONE])
    assert run.states == {str(ONE): "failed"}
    assert run.codes == {str(ONE): "wrong_page"}


@pytest.mark.parametrize("status", [404, 410])
def test_17_gone(status: int, pubmed: Site, job: Path) -> None:
    missing = http(pages.error("not-found"), status)
    pubmed.answer = always({PATH: missing})
    run = crawl(job, pubmed, [ONE, TWO], clock=FakeClock(), backoff=BACKOFF)
    assert run.states == {str(ONE): "gone", str(TWO): "done"}
    assert pubmed.paths == [PATH, f"/{TWO}/", PATH]
    assert [getattr(found, "code", "") for found in run.results] == ["not_found", ""]


def test_17_not_found_with_status_200(pubmed: Site, job: Path) -> None:
    pubmed.answer = always({PATH: http(pages.error("not-found"))})
    assert crawl(job, pubmed, [ONE, TWO]).states == {str(ONE): "gone", str(TWO): "done"}


def test_17_gone_alone(pubmed: Site, job: Path) -> None:
    clock = FakeClock()
    pubmed.answer = always({PATH: NOT_FOUND})
    run = crawl(job, pubmed, [ONE], clock=clock, backoff=BACKOFF)
    assert run.states == {str(ONE): "gone"}
    assert pubmed.paths == [PATH] * 5
    assert sum(clock.waits) >= 4 * BACKOFF  # time for an outage to pass


def test_17_a_404_that_is_not_pubmeds_is_no_proof(pubmed: Site, job: Path) -> None:
    pubmed.answer = always({PATH: http(b"<html>nginx</html>", 404)})
    assert crawl(job, pubmed, [ONE]).states == {str(ONE): "failed"}


@pytest.mark.parametrize("page", [pages.error("not-found"), b"<html>nginx</html>"])
def test_17_404s_in_an_outage_are_not_gone(page: bytes, pubmed: Site, job: Path) -> None:
    def answer(request: Request) -> Answer:
        is_sick = 3 < len(pubmed.pages) <= 3 + BREAK_AFTER * 2
        return http(page, 404) if is_sick else ordinary(request)

    pubmed.answer = answer
    run = crawl(job, pubmed, range(ONE, ONE + 12), clock=FakeClock(), backoff=BACKOFF)
    assert set(run.states.values()) == {"done"}


def test_17_gone_is_found_out_across_a_restart(pubmed: Site, job: Path) -> None:
    pubmed.answer = always({PATH: http(b"<html>nginx</html>", 404)})
    clock = FakeClock()

    def stop_at_first_miss(point: str) -> None:
        clock.stopping = point == "after_commit"

    crawl(job, pubmed, [ONE, TWO, THREE], clock=clock, hook=stop_at_first_miss)
    assert pubmed.paths == [PATH]
    run = crawl(job, pubmed, clock=FakeClock(wall=clock.wall))
    assert run.states[str(ONE)] == "gone"  # missing, then a good page, then missing again


@pytest.mark.parametrize("pmids", [(ONE, TWO), (TWO, ONE), (ONE, THREE, TWO)])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_18_merged(pmids: tuple[int, ...], status: int, pubmed: Site, job: Path) -> None:
    pubmed.answer = always({PATH: redirect(f"/{TWO}/", status)})
    run = crawl(job, pubmed, pmids)
    assert run.states[str(ONE)] == "merged"
    assert run.states[str(TWO)] == "done"
    assert run.pmids.count(str(TWO)) == 1
    assert str(ONE) not in run.pmids
    assert run.stop is None


def test_18_two_merged_into_one_that_is_not_listed(pubmed: Site, job: Path) -> None:
    to = redirect(f"/{THREE}/")
    pubmed.answer = always({PATH: to, f"/{TWO}/": to})
    run = crawl(job, pubmed, [ONE, TWO])
    assert run.states == {str(ONE): "merged", str(TWO): "merged"}
    assert run.pmids == [str(THREE)]


def test_18_a_redirect_to_a_page_of_another_pmid(pubmed: Site, job: Path) -> None:
    wrong = http(pages.article(THREE))
    pubmed.answer = always({PATH: redirect(f"/{TWO}/"), f"/{TWO}/": wrong})
    assert crawl(job, pubmed, [ONE]).codes == {str(ONE): "wrong_page"}


def test_18_a_redirect_to_the_same_article(pubmed: Site, job: Path) -> None:
    to = f"/pubmed/{ONE}"
    pubmed.answer = always({PATH: redirect(to), to: http(pages.article(ONE))})
    assert crawl(job, pubmed, [ONE]).states == {str(ONE): "done"}


@pytest.mark.parametrize("jump", [-(10**9), -86_400, -1, 0, 1, 86_400, 10**9])
def test_20_the_wall_clock_jumps(jump: int, pubmed: Site, job: Path) -> None:
    clock = FakeClock()

    def answer(request: Request) -> Answer:
        clock.wall += jump
        return faulty(request)

    faulty = scripted({PATH: [limit(), limit(status=500)], f"/{TWO}/": [NOT_FOUND]})
    pubmed.answer = site = Timed(clock, answer)
    run = crawl(job, pubmed, [ONE, TWO, THREE], clock=clock, rate=0.5, backoff=BACKOFF)
    assert set(run.states.values()) == {"done"}
    assert min(site.gaps) >= 2 - 1e-6  # spacing is monotonic
    assert max(clock.waits) <= 3600


@pytest.mark.parametrize("jump", [-(10**9), -86_400])
def test_20_a_clock_that_was_set_back_between_two_runs(jump: int, pubmed: Site, job: Path) -> None:
    pubmed.answer = scripted({PATH: [limit({"Retry-After": "3000"})]})
    clock = FakeClock(stopping=False)
    clock.on_wait = lambda: setattr(clock, "stopping", len(pubmed.pages) > 0)
    crawl(job, pubmed, [ONE, TWO], clock=clock)
    later = FakeClock(wall=START + jump)
    run = crawl(job, pubmed, clock=later)
    assert set(run.states.values()) == {"done"}
    assert 3000 <= sum(later.waits) < 3700  # as long as was asked, and not until the old date
