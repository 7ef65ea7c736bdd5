"""What all tests share."""

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.pairs import ROOT
from tests.unmeasured import unmeasured

for name in ("SIGINT", "SIGHUP"):
    number = getattr(signal, name, None)
    if number and signal.getsignal(number) is signal.SIG_IGN:
        # Run in the background, or by nohup; what a test starts would ignore it, too.
        signal.signal(number, lambda *_: None)

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
