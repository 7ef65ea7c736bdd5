"""Processes that coverage leaves alone, as signals come to them at any moment.

Where one comes while coverage holds a lock of its own, the process waits for ever; one that is
killed may leave half a file of data.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def unmeasured() -> Iterator[None]:
    """Have processes that start meanwhile run without coverage."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("COVERAGE_PROCESS_")]:
            patch.delenv(name)
        yield
