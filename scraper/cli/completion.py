"""``pubmed-scraper completion``."""

from typing import Final

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from scraper.cli.parameters import output_option
from scraper.cli.stdio import destination

_SHELLS: Final[dict[str, type[ShellComplete]]] = {
    "bash": BashComplete,
    "zsh": ZshComplete,
    "fish": FishComplete,
}
_PROGRAM = "pubmed-scraper"
_VARIABLE = "_PUBMED_SCRAPER_COMPLETE"


@click.command(
    epilog="""\b
Examples:
  pubmed-scraper completion bash -o ~/.local/share/bash-completion/completions/pubmed-scraper
  pubmed-scraper completion zsh -o "${fpath[1]}/_pubmed-scraper"
  pubmed-scraper completion fish -o ~/.config/fish/completions/pubmed-scraper.fish
  eval "$(pubmed-scraper completion bash)"   # for this shell only
"""
)
@click.argument("shell", type=click.Choice(list(_SHELLS)))
@output_option
@click.pass_context
def completion(ctx: click.Context, shell: str, output: str) -> None:
    """Print what has SHELL complete commands, options, their values and file names.

    bash must be 4.4 or later. A new shell has it.
    """
    from scraper import sinks  # noqa: PLC0415 - keeps --help quick

    found = _SHELLS[shell](ctx.find_root().command, {}, _PROGRAM, _VARIABLE)
    script = found.source_template % found.source_vars()
    with sinks.open_stream(destination(output)) as stream:
        stream.write(script.strip().encode() + b"\n")
