"""Tests never reach the network; what they need of it is recorded in ``cassettes/``."""

import socket

import pytest

from tests.pairs import ROOT


def test_the_network_is_blocked() -> None:
    with socket.socket() as connection, pytest.raises(RuntimeError, match="Network is disabled"):
        connection.connect(("192.0.2.1", 80))


def test_cassettes_lie_at_the_top(vcr_cassette_dir: str) -> None:
    assert vcr_cassette_dir == str(ROOT / "cassettes")
