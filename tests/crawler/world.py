"""A PubMed of few articles and many faults, all of it drawn from a seed."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from time import time

from scraper.crawler.listings import LINKNAMES
from tests.crawler import faults, pages
from tests.crawler.site import NOT_FOUND, ROBOTS, Answer, Request, http, redirect

MOST_FAULTS = 3
"""How many of the first requests for a path may go wrong."""
_FIRST = 90_400_000
_KINDS = ("plain",) * 6 + ("cited",) * 2 + ("gone", "merged", "merged-elsewhere")
_MISSING = frozenset({"404", "404-of-pubmed"})
_ROBOTS = frozenset({"429-seconds", "429", "500", "502", "503", "504", "reset", "hang-up"})
_OUTAGES = ("404", "404-of-pubmed", "429", "500", "503", "recaptcha", "reset", "hang-up")


class World:
    """A list of PMIDs and what a site in good health answers to them."""

    def __init__(self, seed: int, size: int) -> None:
        rng = random.Random(f"world {seed}")  # noqa: S311 - a test's
        self.kinds = {str(_FIRST + at): rng.choice(_KINDS) for at in range(size)}
        self.pmids = list(self.kinds)
        rng.shuffle(self.pmids)
        plain = [pmid for pmid, kind in self.kinds.items() if kind in {"plain", "cited"}]
        here = rng.choice(plain) if plain else str(_FIRST + size)
        self.targets = {"merged": here, "merged-elsewhere": str(_FIRST + size + 1)}

    @property
    def states(self) -> Mapping[str, str]:
        """How each PMID has to end."""
        ends = {"plain": "done", "cited": "done", "gone": "gone"}
        return {pmid: ends.get(self.kinds[pmid], "merged") for pmid in self.pmids}

    def __call__(self, request: Request) -> Answer:
        if request.path == "/robots.txt":
            return ROBOTS
        if "linkname" in request.query:
            return http(self._listing(request.query))
        kind = self.kinds.get(request.pmid or "", "plain")
        if kind == "gone":
            return NOT_FOUND
        if kind in self.targets:
            return redirect(f"/{self.targets[kind]}/")
        return http(pages.article(request.pmid or "", cited=kind == "cited"))

    def _listing(self, query: Mapping[str, str]) -> bytes:
        pmid, number, size = query["from_uid"], int(query["page"]), int(query["size"])
        entries = range(91_000_000 + int(pmid) % 1000 * 10, 91_000_007 + int(pmid) % 1000 * 10)
        kind = {link: kind for kind, link in LINKNAMES.items()}[query["linkname"]]
        chunk = tuple(entries[(number - 1) * size : number * size])
        return pages.listing(pmid, chunk, len(entries), number=number, kind=kind)


def repertoire(pmid: int) -> Iterator[tuple[str, Answer]]:
    """Give all faults by name."""
    page = pages.article(pmid)
    yield "429", http(b"<html>", 429)
    yield "429-seconds", http(b"<html>", 429, {"Retry-After": "7"})
    yield "429-long", http(b"<html>", 429, {"Retry-After": "7200"})
    yield "503-date", http(b"<html>", 503, {"Retry-After": formatdate(time() + 90, usegmt=True)})
    yield "503-garbage", http(b"<html>", 503, {"Retry-After": "soon"})
    for status in (400, 403, 500, 502, 503, 504):
        yield str(status), http(b"<html>", status)
    yield "404", http(b"<html>nginx</html>", 404)
    yield "404-of-pubmed", NOT_FOUND
    yield from faults.broken(page)
    yield from faults.codings(page)
    yield from faults.impostors(pmid)
    yield "another-article", http(pages.article(pmid + 1))
    for number, to in enumerate(faults.ELSEWHERE):
        yield f"redirect-{number}", redirect(to.format(pmid=pmid, port=1, other=2))
    yield "bomb", http(faults.bomb(4), headers={"Content-Encoding": "gzip"}, coding=None)
    yield "endless-body", faults.ENDLESS_BODY
    yield "endless-head", faults.ENDLESS_HEAD
    yield "two-answers", http(page[:-9], coding=None) + http(pages.article(pmid + 1))
    yield "drip", faults.drip(http(page))


@dataclass
class Outage:
    """Some requests in a row that all go wrong the same way."""

    first: int
    last: int
    fault: str


@dataclass
class Chaos:
    """Answers as a world does, but for the faults that a seed draws."""

    seed: int
    world: World
    faults: Mapping[str, Answer]
    count: int = 0
    met: set[str] = field(default_factory=set)
    """The faults that came."""
    _missed_in: dict[str, int] = field(default_factory=dict)

    @property
    def outages(self) -> list[Outage]:
        """When the site is out of order."""
        rng = self._draw("outages")
        starts = [rng.randint(1, 40) for _ in range(rng.randint(0, 2))]
        return [Outage(at, at + rng.randint(1, 7), rng.choice(_OUTAGES)) for at in starts]

    def __call__(self, request: Request) -> Answer:
        self.count += 1
        name = self._fault(request)
        if name is None:
            return self.world(request)
        self.met.add(name)
        return redirect(request.path) if name == "loop" else self.faults[name]

    def _fault(self, request: Request) -> str | None:
        is_robots = request.path == "/robots.txt"
        for number, outage in enumerate(self.outages):
            if outage.first <= self.count <= outage.last and not is_robots:
                return self._named(outage.fault, request.path, number)
        depth = self._draw(request.path).choices(range(MOST_FAULTS + 1), (4, 3, 2, 1))[0]
        if request.attempt > depth:
            return None
        rng = self._draw(f"{request.path} {request.attempt}")
        if is_robots:
            return rng.choice(sorted(_ROBOTS))
        names = [*self.faults, "loop"]
        weights = [0.2 if name == "drip" else 1 for name in names]  # it takes a second
        return self._named(rng.choices(names, weights)[0], request.path, -request.attempt)

    def _named(self, fault: str, path: str, when: int) -> str:
        """Let a PMID be missing in one outage only: twice, with pages between, it would be gone."""
        if fault not in _MISSING:
            return fault
        is_target = path.strip("/") in self.world.targets.values()
        first = self._missed_in.setdefault(path, when)
        return fault if first == when and not is_target else "500"

    def _draw(self, what: str) -> random.Random:
        return random.Random(f"{self.seed} {what}")  # noqa: S311 - a test's
