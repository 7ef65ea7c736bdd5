"""Fixtures of the tests of workers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command import Command


@pytest.fixture
def command(tmp_path: Path) -> Iterator[Command]:
    """Give the command, at home in ``tmp_path``."""
    command = Command(tmp_path)
    yield command
    command.close()
