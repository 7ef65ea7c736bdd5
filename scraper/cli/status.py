"""``pubmed-scraper status``."""

import click

from scraper.cli.parameters import PATH


@click.command(
    epilog="""\b
Examples:
  pubmed-scraper status crawl.db
  watch pubmed-scraper status crawl.db
  pubmed-scraper status crawl.db --json | jq .counts
"""
)
@click.argument("job", type=PATH)
@click.option("--json", "as_json", is_flag=True, help="Say it as JSON.")
def status(job: str, *, as_json: bool) -> int:
    """Say how far the crawl of JOB is, also while it runs.

    PMIDs by state, the rate and the time left, the last errors and when the next request is due.
    Of a crawl that does not run, the time left is that at one request a second.
    """
    from scraper.cli import standing  # noqa: PLC0415 - keeps --help quick

    found = standing.standing(job)
    click.echo(found.as_json() if as_json else "\n".join(found.lines()))
    return 0
