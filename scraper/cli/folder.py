"""Options of ``convert -o DIR/``, and which of the others do not go with it."""

import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

import click
from click.core import ParameterSource

from scraper.cli.parameters import all_of, size

if TYPE_CHECKING:
    from scraper.cli.conversion import Options

_STDIN: Final = "-"
folder_options = all_of(
    click.option(
        "--engine",
        type=click.Choice(["local", "dask"]),
        default="local",
        show_default=True,
        help="What makes the parts of -o DIR/: this machine, or a Dask cluster.",
    ),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="The scheduler of the Dask cluster, tcp://host:8786; by default a cluster of "
        "--jobs processes is started here.",
    ),
    click.option(
        "--compress", type=click.Choice(["gz", "zst"]), help="Compress the parts of -o DIR/."
    ),
    click.option(
        "--shard-size",
        type=size,
        metavar="SIZE",
        default="128MiB",
        show_default=True,
        help="How much input makes a part of -o DIR/.",
    ),
)
"""The options of a folder of parts."""
_NAMES: Final = ("engine", "scheduler", "compress", "shard_size")
_Other = Literal["append", "fail_fast", "errors", "url", "pmid"]
_OTHERS: Final[Mapping[_Other, str]] = MappingProxyType(
    {
        "append": "the same command adds what is missing",
        "fail_fast": "a part is made whole or not at all",
        "errors": "the errors of a part lie beside it, in part-NNNNN.errors.jsonl",
        "url": "it is for one page",
        "pmid": "it is for one page",
    }
)


def is_folder(output: str) -> bool:
    """Tell whether parts are asked for: by a final slash, a folder that is there, an address."""
    at_end = output.endswith(("/", os.sep))
    return at_end or "://" in output or os.path.isdir(output)  # noqa: PTH112 - never raises


def check_folder(ctx: click.Context, given: "Options") -> None:
    """Refuse what cannot be begun again, and what is for one file or stream."""
    if _STDIN in given["paths"]:
        ctx.fail("standard input cannot be read again after a crash; save it, or leave out -o DIR/")
    for option, why in _OTHERS.items():
        if given[option]:
            ctx.fail(f"{_spelt(option)} does not go with -o DIR/: {why}")
    if given["scheduler"] and given["engine"] != "dask":
        ctx.fail("--scheduler goes with --engine dask")


def check_no_folder(ctx: click.Context) -> None:
    """Refuse the options of a folder where there is none."""
    for option in _NAMES:
        if ctx.get_parameter_source(option) is not ParameterSource.DEFAULT:
            ctx.fail(f"{_spelt(option)} goes with a folder: -o DIR/")


def _spelt(option: str) -> str:
    return f"--{option.replace('_', '-')}"
