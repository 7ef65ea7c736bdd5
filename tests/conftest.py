"""What all tests share."""

import pytest

from tests.pairs import ROOT


@pytest.fixture(scope="module")
def vcr_cassette_dir() -> str:
    """Recorded HTTP lies at the top of the project."""
    return str(ROOT / "cassettes")
