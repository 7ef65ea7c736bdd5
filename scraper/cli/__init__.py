"""The command line: ``pubmed-scraper COMMAND``. The only package that prints.

Data goes to standard output, talk to standard error. Exit status: 0 all well, 1 some
inputs failed, 2 usage, 3 output cannot be written, 128 + N after signal N (Ctrl-C 130,
SIGTERM 143, a closed pipe 141).
"""

import os
import sys
import threading
from contextlib import suppress
from typing import NoReturn

from scraper.cli.imports import importing
from scraper.cli.signals import SIGNALS

__all__ = ["main", "program"]


def program() -> NoReturn:
    """Be the installed command: `main`, and where nothing else runs, a quick end.

    To take the interpreter apart would be a sixth of the time that one page takes.
    """
    try:
        main()
    except SystemExit as end:
        if threading.active_count() > 1 or not isinstance(end.code, int):
            raise
        for stream in filter(None, (sys.stdout, sys.stderr)):
            with suppress(OSError):  # a reader that has gone
                stream.flush()
        os._exit(end.code)


def main() -> NoReturn:
    """Run the command line and exit."""
    SIGNALS.install()  # before anything slow is imported: an early Ctrl-C ends quietly too
    with importing():
        from scraper.cli.root import run  # noqa: PLC0415

    sys.exit(run())
