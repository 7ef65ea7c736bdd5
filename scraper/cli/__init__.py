"""The command line: ``pubmed-scraper COMMAND``. The only package that prints.

Data goes to standard output, talk to standard error. Exit status: 0 all well, 1 some
inputs failed, 2 usage, 3 output cannot be written, 128 + N after signal N (Ctrl-C 130,
SIGTERM 143, a closed pipe 141).
"""

import sys
from typing import NoReturn

from scraper.cli.signals import SIGNALS

__all__ = ["main"]


def main() -> NoReturn:
    """Run the command line and exit."""
    SIGNALS.install()  # before anything slow is imported: an early Ctrl-C ends quietly too
    from scraper.cli.root import run  # noqa: PLC0415

    sys.exit(run())
