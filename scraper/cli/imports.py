"""Imports while a person waits for the command to begin."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def importing() -> Iterator[None]:
    """Look for no garbage while modules are imported: they make none, and stay for good.

    To look all the same is a twentieth of the time that one page takes.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # nor look at them ever after
        gc.enable()
