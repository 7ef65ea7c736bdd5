"""Tests never reach the network; what they need of it is recorded in ``cassettes/``."""

import httpx
import pytest

from tests.pairs import ROOT


def test_the_network_is_blocked() -> None:
    with pytest.raises(RuntimeError, match="Network is disabled"):
        httpx.get("http://192.0.2.1/", timeout=5)


def test_cassettes_lie_at_the_top(vcr_cassette_dir: str) -> None:
    assert vcr_cassette_dir == str(ROOT / "cassettes")
