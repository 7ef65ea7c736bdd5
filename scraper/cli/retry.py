"""``pubmed-scraper retry``."""

from typing import TYPE_CHECKING

import click

from scraper.cli.parameters import PATH

if TYPE_CHECKING:
    from scraper.crawler.items import State


@click.command(
    epilog="""\b
Examples:
  pubmed-scraper retry crawl.db && pubmed-scraper crawl --job crawl.db --contact you@example.org
  pubmed-scraper retry crawl.db --state failed --state blocked
"""
)
@click.argument("job", type=PATH)
@click.option(
    "--state",
    "states",
    type=click.Choice(["failed", "blocked", "gone"]),
    multiple=True,
    default=["failed"],
    show_default=True,
    help="Which PMIDs. Repeatable.",
)
def retry(job: str, states: tuple["State", ...]) -> int:
    """Have the failed PMIDs of JOB tried again by the next crawl of it. Fetches nothing."""
    from scraper.cli.durations import counted  # noqa: PLC0415 - keeps --help quick
    from scraper.cli.visible import visible  # noqa: PLC0415
    from scraper.crawler.job import Job  # noqa: PLC0415

    chosen = dict.fromkeys(states)
    with Job(job) as opened:
        count = sum(map(opened.items.try_again, chosen))
    said = (
        f"{visible(job)}: {counted(count, 'PMID')} put back from {' or '.join(chosen)} to pending"
    )
    click.echo(f"{said}; now crawl --job goes on with them" if count else said, err=True)
    return 0
