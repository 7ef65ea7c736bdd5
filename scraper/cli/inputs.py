"""The inputs of commands that read many pages: paths, and lists of paths."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final, TypedDict

import click

from scraper.cli.parameters import PATH, all_of
from scraper.cli.stdio import stdin

if TYPE_CHECKING:
    from scraper.sources import Input, Tally
    from scraper.workers import Workers

_STDIN: Final = "-"


class Inputs(TypedDict):
    """The arguments and options that name inputs, and say how they are read."""

    paths: tuple[str, ...]
    files_from: str | None
    null: bool
    max_bytes: int
    jobs: int | None
    page_timeout: float
    page_memory: int


input_options = all_of(
    click.argument("paths", metavar="[PATH|DIR|GLOB|-]...", nargs=-1, type=PATH),
    click.option(
        "--files-from",
        type=PATH,
        metavar="FILE|-",
        help="Read paths from FILE or standard input, one a line, and read each page as it comes.",
    ),
    click.option("-0", "--null", is_flag=True, help="The paths of --files-from end with NUL."),
)
"""The arguments and options that name inputs."""


jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="Work in N processes; by default as many as there are processors.",
)


def check_inputs(ctx: click.Context, given: Inputs) -> tuple[str, ...]:
    """Return the names of all inputs; refuse what would read one twice."""
    paths, listing = given["paths"], given["files_from"]
    if paths.count(_STDIN) + (listing == _STDIN) > 1:
        ctx.fail("standard input can be read once only")
    if given["null"] and listing is None:
        ctx.fail("-0/--null goes with --files-from")
    return paths if listing is None else (*paths, listing)


def named_inputs(given: Inputs, tally: "Tally") -> "Iterator[Input]":
    """Find what the arguments name, then what the list names; files of pages are not read yet."""
    from scraper import sources  # noqa: PLC0415 - keeps --help quick

    limit, listing = given["max_bytes"], given["files_from"]
    found = sources.inputs(given["paths"], stdin=stdin(), max_bytes=limit, tally=tally)
    if listing is None:
        return found
    null = given["null"]
    listed = sources.listed_inputs(listing, stdin=stdin(), null=null, max_bytes=limit, tally=tally)
    return chain(found, listed)


def may_be_slow(given: Inputs) -> bool:
    """Tell whether an input may be still being written: a pipe, or a device."""
    from scraper import sources  # noqa: PLC0415 - as above

    listing = given["files_from"]
    inputs = (*given["paths"], *(() if listing is None else (listing,)))
    return any(path == sources.STDIN or sources.is_stream(path) for path in inputs)


def workers(given: Inputs) -> "Workers":
    """Return the processes that read the pages."""
    from scraper.workers import Limits, Workers, cpus  # noqa: PLC0415 - as above

    limits = Limits(given["page_timeout"], given["page_memory"])
    return Workers(given["jobs"] or cpus(), limits)
