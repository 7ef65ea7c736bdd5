"""Fixtures of the command-line tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command import Command, page
from tests.cli.here import Here
from tests.cli.terminal import Terminal
from tests.crawler.pubmed import pubmed
from tests.crawler.site import Site, site


@pytest.fixture
def command(tmp_path: Path) -> Iterator[Command]:
    """Give the command, at home in ``tmp_path``."""
    command = Command(tmp_path)
    yield command
    command.close()


@pytest.fixture
def three(tmp_path: Path) -> list[str]:
    """Write three pages and return their names."""
    for number in (1, 2, 3):
        tmp_path.joinpath(f"{number}.html").write_bytes(page(number))
    return ["1.html", "2.html", "3.html"]


@pytest.fixture
def terminal() -> Terminal:
    """Give a terminal."""
    return Terminal()


@pytest.fixture
def here(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> Here:
    """Give the command in this process, at home in ``tmp_path``."""
    return Here(monkeypatch, capfdbinary, tmp_path)


@pytest.fixture
def loopback() -> Iterator[Site]:
    """Serve a small PubMed."""
    with site(pubmed) as server:
        yield server
