"""Kill -9 at any moment: nothing is lost, nothing is doubled, the output is the same."""

import os
import random
from pathlib import Path

import pytest

from tests.crawler.crawling import crawl
from tests.crawler.driver import Order
from tests.crawler.processes import Driver
from tests.crawler.site import Site, ordinary
from tests.crawler.trial import TIMES, Killer, Trial

COUNT, KILLS = (500, 40) if os.environ.get("CRAWLER_TESTS") == "full" else (60, 8)
RATE = 2000.0
POINTS = ("before_request", "after_body", "before_commit", "after_commit")


def test_01_kill_at_any_moment(pubmed: Site, job: Path, crawls: Driver) -> None:
    pmids = [str(90_400_000 + at) for at in range(COUNT)]
    whole = crawl(job.with_name("undisturbed"), pubmed, pmids).lines
    pubmed.forget()
    trial = Trial(crawls, pubmed, job, pmids, {"rate": RATE}, whole)
    rng = random.Random(1)  # noqa: S311 - a test's
    most = COUNT // KILLS
    while trial.kills < KILLS:
        is_crash = rng.random() < 0.3
        crash = f"{rng.choice(POINTS)}:{rng.randint(1, most)}" if is_crash else ""
        at = 0 if is_crash else rng.randint(1, most)
        later = rng.uniform(0, 0.02)
        trial.run(Killer(ordinary, at, rng.choice(TIMES), later), crash=crash)
    assert trial.run(Killer(ordinary, 0)) == 0
    assert len(pubmed.pages) <= COUNT + KILLS  # no page is fetched again but that of a kill
    trial.check(1 / RATE)


@pytest.mark.parametrize("point", POINTS)
def test_01_kill_at_each_point(pubmed: Site, job: Path, crawls: Driver, point: str) -> None:
    pmids = [str(90_400_000 + at) for at in range(4)]
    whole = crawl(job.with_name("undisturbed"), pubmed, pmids).lines
    pubmed.forget()
    trial = Trial(crawls, pubmed, job, pmids, {"rate": RATE}, whole)
    for _ in pmids:
        trial.run(Killer(ordinary, 0), crash=f"{point}:1")
    trial.run(Killer(ordinary, 0))
    # 4 kills: each after the page was kept gets one page on, each before it gets none
    assert len(pubmed.pages) == len(pmids) + {"after_body": 4, "before_commit": 4}.get(point, 0)
    trial.check(1 / RATE)


def test_03_disk_full_by_a_limit(pubmed: Site, job: Path, crawls: Driver) -> None:
    pmids = [str(90_400_000 + at) for at in range(30)]
    whole = crawl(job.with_name("undisturbed"), pubmed, pmids).lines
    output = job.with_name("records.jsonl")
    settings = {"base_url": pubmed.url, "rate": RATE}
    for kilobytes in (64, 100, 150):
        order = Order(str(job), str(output), pmids, settings, most_bytes=kilobytes * 1024)
        assert crawls.run(order) == 3
        message = Path(f"{output}.message").read_text()
        assert "make room" in message
        assert whole.startswith(output.read_bytes())
    assert crawls.run(Order(str(job), str(output), pmids, settings)) == 0
    assert output.read_bytes() == whole
