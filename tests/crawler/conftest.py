"""A site and a place for a job file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crawler.processes import Driver, driver
from tests.crawler.site import Site, site
from tests.unmeasured import unmeasured

PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def pubmed() -> Iterator[Site]:
    """Serve a site in good health, whose answers a test may replace."""
    with site() as server:
        yield server


@pytest.fixture
def job(tmp_path: Path) -> Path:
    """Name a job file."""
    return tmp_path / "list.job"


@pytest.fixture(scope="module")
def crawls() -> Iterator[Driver]:
    """Hold a process that starts crawls."""
    with unmeasured(), driver() as started:
        yield started
