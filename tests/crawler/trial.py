"""A crawl that is killed and begun again until it is done, with all that must hold meanwhile."""

import json
import os
import signal
import socket
import threading
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scraper.crawler.job import Job
from tests.crawler.driver import Order
from tests.crawler.processes import Driver
from tests.crawler.site import Answer, Answering, Request, Site

TIMES = ("before", "during", "after", "soon")


@dataclass
class Killer:
    """Answers, and kills the crawl at one request: before, during, after its answer, or soon."""

    answering: Answering
    at: int
    """The request; 0 never."""
    when: str = "before"
    later: float = 0.0
    """For ``soon``: how many seconds after the answer."""
    signal: int = signal.SIGKILL
    pid: int = 0
    is_known: threading.Event = field(default_factory=threading.Event)

    def __call__(self, request: Request) -> Answer:
        answer = self.answering(request)
        self.at -= 1
        if self.at != 0:
            return answer
        if self.when == "before" or not isinstance(answer, bytes):
            self._kill()
            return answer
        part = answer[: len(answer) // 2] if self.when == "during" else answer

        def send(connection: socket.socket) -> None:
            connection.sendall(part)
            if self.when == "soon":
                time.sleep(self.later)
            self._kill()

        return send

    def _kill(self) -> None:
        assert self.is_known.wait(30)
        os.kill(self.pid, self.signal)


def difference(whole: bytes, lines: bytes) -> str:
    """Say where an output is not the beginning of that of a whole run."""
    pairs = zip(whole.splitlines(), lines.splitlines(), strict=False)
    right, wrong = next((pair for pair in pairs if pair[0] != pair[1]), (b"{}", b"{}"))
    said, known = json.loads(wrong), json.loads(right)
    return f"{known.get('pmid')}: {[(k, v, known.get(k)) for k, v in said.items() if v != known.get(k)]}"


@dataclass
class Trial:
    """A crawl in processes of its own, and what must hold after each of them."""

    driver: Driver
    site: Site
    job: Path
    pmids: Sequence[str]
    settings: Mapping[str, Any]
    whole: bytes
    """What an undisturbed crawl gives."""
    targets: Collection[str] = ()
    """PMIDs that redirects lead to, which may be met again."""
    acknowledged: set[str] = field(default_factory=set)
    """PMIDs whose results came out of an earlier process."""
    kills: int = 0

    def run(self, killer: Killer, *, crash: str = "", wall: float = 0.0) -> int:
        """Crawl once; return the exit status."""
        output = self.job.with_name("records.jsonl")
        settings = {"base_url": self.site.url, **self.settings}
        order = Order(str(self.job), str(output), [*self.pmids], settings, wall, crash)
        before = len(self.site.log)
        self.site.answer = killer
        killer.pid = self.driver.start(order)
        killer.is_known.set()
        status = self.driver.wait()
        self.site.settle()  # else a request could count as later than it was
        self.kills += status == -signal.SIGKILL
        lines = output.read_bytes()
        assert self.whole.startswith(lines), difference(self.whole, lines)
        asked = {request.pmid for request in self.site.log[before:]} - {*self.targets}
        assert not asked & self.acknowledged, "what came out is never asked for again"
        whole_lines = lines[: lines.rfind(b"\n") + 1].splitlines()
        self.acknowledged |= {json.loads(line)["pmid"] for line in whole_lines}
        return status

    def check(self, interval: float) -> dict[str, str]:
        """Check the six invariants of a job that is done; return its states."""
        with Job(str(self.job)) as job:
            pages, states = [*job.pages], {item.pmid: item.state for item in job.items}
        assert list(states) == list(self.pmids)  # 1
        assert "pending" not in states.values()
        lines = self.job.with_name("records.jsonl").read_bytes()
        assert lines == self.whole  # 3
        pmids = [json.loads(line)["pmid"] for line in lines.splitlines()]
        assert len(pmids) == len(set(pmids))  # 2
        stored = {page.pmid for page in pages if page.kind == "article"}
        records = [json.loads(line) for line in lines.splitlines()]
        assert {found["pmid"] for found in records if found["kind"] == "article"} <= stored  # 4
        assert all(page.body.rstrip().endswith(b"</html>") for page in pages)
        before = len(self.site.log)
        assert self.run(Killer(self.site.answer, 0)) == 0
        assert len(self.site.log) == before  # 5
        assert min(self.site.gaps) >= interval  # 6
        return dict(states)
