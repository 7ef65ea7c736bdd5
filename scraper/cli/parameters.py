"""Types of options that several commands share, and what they mean."""

import os
import re
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

import click

_SIZE = re.compile(r"(\d+)\s*(?:([KMGT])(I?B)?|B)?", re.IGNORECASE)
_UNITS = "KMGT"
_LEAST_MEMORY = 2**26
_F = TypeVar("_F", bound=Callable[..., Any])


def size(value: str) -> int:
    """Read a number of bytes: ``16777216``, ``16MiB`` or ``16M``, ``16MB`` (millions).

    >>> size("16MiB"), size("2k"), size("2KB"), size("7")
    (16777216, 2048, 2000, 7)
    """
    found = _SIZE.fullmatch(value.strip())
    if found is None or not int(found[1]):
        raise click.BadParameter(f"{value!r} is no size; write it like 500000, 64MiB or 1GiB")
    power = _UNITS.index(found[2].upper()) + 1 if found[2] else 0
    base = 1000 if (found[3] or "").upper() == "B" else 1024
    return int(found[1]) * int(base**power)


def memory(value: str) -> int:
    """Read a number of bytes that is enough for any page."""
    if (found := size(value)) < _LEAST_MEMORY:
        raise click.BadParameter(f"{value!r} is too little for a page; 64MiB is the least")
    return found


def fields(value: str) -> frozenset[str]:
    """Read top-level names of any kind of record, parted by commas; tell what an unknown may be."""
    from difflib import get_close_matches  # noqa: PLC0415 - for who mistypes

    known = _field_names()
    names = [name.strip() for name in value.split(",") if name.strip()]
    for name in names:
        if name not in known:
            near = get_close_matches(name.lower(), known) or known
            raise click.BadParameter(f"a record has no field {name!r}; near: {', '.join(near)}")
    if not names:
        raise click.BadParameter("name at least one field")
    return frozenset(names)


def complete_fields(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Complete the last name of a list of fields."""
    before, comma, last = incomplete.rpartition(",")
    return [before + comma + name for name in _field_names() if name.startswith(last)]


def complete_commands(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Complete the name of a command."""
    group = ctx.find_root().command
    names = group.list_commands(ctx) if isinstance(group, click.Group) else []
    return [name for name in names if name.startswith(incomplete)]


def _field_names() -> tuple[str, ...]:
    from scraper.encode import NAMES  # noqa: PLC0415 - keeps --help quick

    return NAMES


PATH: Final = click.Path(readable=False)
"""A path that may name anything; what it cannot do is found out where it is opened."""

max_bytes_option = click.option(
    "--max-bytes",
    type=size,
    metavar="SIZE",
    default="16MiB",
    show_default=True,
    help="Refuse a larger page or file. A number of bytes, or with a unit: 64MiB.",
)
"""The option ``--max-bytes`` of every command that reads pages."""


def seconds(value: str) -> float:
    """Read a number of seconds above zero.

    >>> seconds("0.5"), seconds("2s")
    (0.5, 2.0)
    """
    found = re.fullmatch(r"(\d+\.?\d*|\.\d+)\s*s?", value.strip())
    if found is None or not float(found[1]):
        raise click.BadParameter(f"{value!r} is no time; write seconds, like 1 or 0.5")
    return float(found[1])


page_timeout_option = click.option(
    "--page-timeout",
    type=seconds,
    metavar="SECONDS",
    default="1",
    show_default=True,
    help="Give a page up that takes more processor time; of files over 16 MiB, in proportion.",
)
page_memory_option = click.option(
    "--page-memory",
    type=memory,
    metavar="SIZE",
    default="1GiB",
    show_default=True,
    help="Give a page up that takes more memory; not where the system has no such limit.",
)
"""What a page may take, of every command that parses pages."""

output_option = click.option(
    "-o",
    "--output",
    type=PATH,
    default="-",
    metavar="FILE",
    help="Write FILE, whole or not at all, instead of standard output.",
)
"""The option ``-o`` of every command."""

_FORMATS: Final = (
    "jsonl json pretty csv parquet sqlite ris bibtex csl-json nbib".split()
)  # those of scraper.sinks, named here to keep --help quick


def all_of(*options: Callable[[Any], Any]) -> Callable[[_F], _F]:
    """Make one decorator of several, which ``--help`` lists in this order."""

    def add(command: _F) -> _F:
        for option in reversed(options):
            command = option(command)
        return command

    return add


sink_options = all_of(
    output_option,
    click.option(
        "--format",
        "--to",
        "format_",
        type=click.Choice(_FORMATS),
        help="A record a line, one array, indented documents, a table or database, or references. "
        "By default what the ending of FILE says (.jsonl .json .csv .parquet .sqlite .ris .bib "
        ".csl.json .nbib), else jsonl; .gz or .zst behind it compresses.",
    ),
    click.option(
        "--append",
        is_flag=True,
        help="Write behind what FILE holds: jsonl, csv (after an error it is as before), or "
        "sqlite, where a record replaces the one with its PMID.",
    ),
    click.option(
        "--csv-raw",
        is_flag=True,
        help="Put no apostrophe before cells that a spreadsheet would run as formulas.",
    ),
    click.option(
        "--fields",
        type=fields,
        shell_complete=complete_fields,
        metavar="NAME,...",
        help="Keep these top-level fields only, in the record's own order; of a listing, its own.",
    ),
)
"""The options that say where records go, and how."""


errors_option = click.option(
    "--errors",
    type=PATH,
    metavar="FILE",
    help="Write an error object for each failure to FILE, one a line, as it happens.",
)


def quiet_option(help_: str) -> Callable[[_F], _F]:
    """Return the option ``-q``; what it leaves out differs."""
    return click.option("-q", "--quiet", is_flag=True, help=help_)


def spare(ctx: click.Context, inputs: Iterable[str], *targets: str | None) -> None:
    """Refuse to write over an input."""
    for target in filter(None, targets):
        if os.path.isfile(target) and any(_is_same(path, target) for path in inputs):  # noqa: PTH113 - never raises
            ctx.fail(f"{target} is an input; name another file for the output")


def _is_same(path: str, other: str) -> bool:
    return os.path.exists(path) and os.path.samefile(path, other)  # noqa: PTH110, PTH121 - as above
