"""Fixtures of the tests of parts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command import Command, page
from tests.cli.here import Here
from tests.cli.terminal import Terminal


@pytest.fixture
def command(tmp_path: Path) -> Iterator[Command]:
    """Give the command, at home in ``tmp_path``."""
    command = Command(tmp_path)
    yield command
    command.close()


@pytest.fixture
def here(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> Here:
    """Give the command in this process, at home in ``tmp_path``."""
    return Here(monkeypatch, capfdbinary, tmp_path)


@pytest.fixture
def terminal() -> Terminal:
    """Give a terminal."""
    return Terminal()


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """Write 20 pages of 4 KiB and a bit more, two of which cannot be read."""
    folder = tmp_path / "saved"
    (folder / "b").mkdir(parents=True)
    for number in range(1, 21):
        path = folder / ("b" if number > 15 else "") / f"{number:02}.html"
        path.write_bytes(page(number, "river " * 600))
    (folder / "07.html").write_bytes(b"%PDF-1.7")
    (folder / "b" / "18.html").write_bytes(b"")
    return folder
