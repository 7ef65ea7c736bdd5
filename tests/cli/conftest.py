"""Fixtures of the command-line tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command import Command, page


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
