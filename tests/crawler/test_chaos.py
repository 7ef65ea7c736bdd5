"""Chaos: faults drawn by path and attempt, processes killed, and all six invariants hold."""

import os
import random
import signal
from pathlib import Path

import pytest

from tests.crawler.driver import Order
from tests.crawler.processes import Driver
from tests.crawler.site import Site
from tests.crawler.trial import TIMES, Killer, Trial
from tests.crawler.world import Chaos, World, repertoire

SEEDS = 200 if os.environ.get("CRAWLER_TESTS") == "full" else 10
SIZE = 12
RATE = 500.0
SETTINGS = {
    "rate": RATE,
    "cited_by": "all",
    "retries": 20,
    "backoff": 1.0,
    "timeout": 1.0,
    "max_bytes": 2**20,
}
POINTS = ("before_request", "after_body", "before_commit", "after_commit")
JUMPS = (0.0, 60.0, 8_000.0, 90_000.0, -3_000.0)
MOST_RUNS = 100
FAULTS = dict(repertoire(90_499_998))  # which no list has


@pytest.mark.parametrize("seed", range(SEEDS))
def test_chaos(seed: int, pubmed: Site, job: Path, crawls: Driver) -> None:
    world = World(seed, SIZE)
    pubmed.answer = world
    whole = job.with_name("undisturbed")
    settings = {"base_url": pubmed.url, **SETTINGS}
    assert crawls.run(Order(str(whole), f"{whole}.jsonl", world.pmids, settings)) == 0
    pubmed.forget()
    lines = Path(f"{whole}.jsonl").read_bytes()
    trial = Trial(crawls, pubmed, job, world.pmids, SETTINGS, lines, world.targets.values())
    chaos = Chaos(seed, world, FAULTS)
    rng = random.Random(seed)  # noqa: S311 - a test's
    wall = 0.0
    for _ in range(MOST_RUNS):
        is_crash = rng.random() < 0.3
        crash = f"{rng.choice(POINTS)}:{rng.randint(1, 12)}" if is_crash else ""
        at = 0 if is_crash or trial.kills > 5 else rng.randint(1, 20)
        what = signal.SIGTERM if rng.random() < 0.1 else signal.SIGKILL
        killer = Killer(chaos, at, rng.choice(TIMES), rng.uniform(0, 0.01), what)
        status = trial.run(killer, crash=crash if trial.kills <= 5 else "", wall=wall)
        if status == 0:
            break
        assert status in {-signal.SIGKILL, 128 + signal.SIGTERM, 4}
        wall += rng.choice(JUMPS)
    assert trial.check(1 / RATE) == world.states
