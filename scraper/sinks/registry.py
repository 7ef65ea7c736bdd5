"""The formats: what ``--format`` names, and the endings that ``-o`` knows them by.

What opens a format is imported when it is needed: most runs need one of them.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from importlib import import_module
from types import MappingProxyType
from typing import Final, NamedTuple

from scraper.errors import OutputError
from scraper.sinks.compressed import compression
from scraper.sinks.formats import Sink
from scraper.sinks.options import Options, Output

Opener = Callable[[Output, Options], AbstractContextManager[Sink]]


class Format(NamedTuple):
    """One format."""

    module: str
    """The module of this package that has what opens it."""
    name: str
    """The name of that there."""
    endings: tuple[str, ...]
    """What the names of its files end with, in lower case; the first is for new names."""
    is_text: bool = True
    """It can be looked at on a terminal, and its files can be compressed as a whole."""
    needs: tuple[str, str] | None = None
    """A library that is not always there, and the extra that has it."""

    def opener(self) -> Opener:
        """Return what opens it.

        Raises:
            OutputError: a library that it needs is not installed.
        """
        try:
            found: Opener = getattr(import_module(f"scraper.sinks.{self.module}"), self.name)
        except ImportError as error:
            if self.needs is None:
                raise
            library, extra = self.needs
            message = f"this needs {library}: pip install 'pubmed-scraper[{extra}]'"
            raise OutputError(message) from error
        return found


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        "jsonl": Format("text", "json_lines", (".jsonl", ".ndjson")),
        "json": Format("text", "json_array", (".json",)),
        "pretty": Format("text", "pretty", (".json",)),  # by its ending alone a file is an array
        "csv": Format("delimited", "delimited", (".csv",)),
        "parquet": Format(
            "parquet", "parquet", (".parquet",), is_text=False, needs=("pyarrow", "parquet")
        ),
        "sqlite": Format("sqlite", "sqlite", (".sqlite", ".sqlite3", ".db"), is_text=False),
        "ris": Format("references", "ris", (".ris",)),
        "bibtex": Format("references", "bibtex", (".bib",)),
        "csl-json": Format("references", "csl_json", (".csl.json",)),
        "nbib": Format("references", "nbib", (".nbib",)),
    }
)
"""The formats by the name that the command line knows them by."""


def format_of(path: str) -> str:
    """Tell by its name which format a file is to have; JSON Lines where it says none.

    >>> format_of("a.Parquet"), format_of("a.csv.gz"), format_of("a.json"), format_of("-")
    ('parquet', 'csv', 'json', 'jsonl')
    >>> format_of("a.bib"), format_of("a.csl.json")
    ('bibtex', 'csl-json')
    """
    name = path.lower()
    kind = compression(name)
    name = name.removesuffix(f".{kind}")
    known = [(ending, key) for key, found in FORMATS.items() for ending in found.endings]
    fitting = (row for row in known if name.endswith(row[0]))
    return max(fitting, key=lambda row: len(row[0]), default=("", "jsonl"))[1]


ENDINGS: Final[Mapping[str, str]] = MappingProxyType(
    {key: found.endings[0] for key, found in FORMATS.items()}
)
"""The ending of a new file's name, by format."""
