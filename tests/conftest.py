"""What all tests share."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.pairs import ROOT
from tests.unmeasured import unmeasured

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="module")
def vcr_cassette_dir() -> str:
    """Recorded HTTP lies at the top of the project."""
    return str(ROOT / "cassettes")


@pytest.fixture(name="unmeasured")
def _unmeasured() -> Iterator[None]:
    """Leave coverage out of the test's own processes, which signals come to."""
    with unmeasured():
        yield
