"""``pubmed-scraper schema``."""

import click

from scraper.cli.parameters import output_option
from scraper.cli.stdio import destination


@click.command(
    epilog="""\b
Examples:
  pubmed-scraper schema | jq '."$defs".Article.properties | keys'
  pubmed-scraper schema -o record.schema.json
"""
)
@output_option
def schema(output: str) -> None:
    """Print the JSON Schema (2020-12) of every line of output: records, listings, items, errors."""
    from scraper import sinks  # noqa: PLC0415 - keeps --help quick
    from scraper.schema import shipped  # noqa: PLC0415

    with sinks.open_stream(destination(output)) as stream:
        stream.write(shipped())
