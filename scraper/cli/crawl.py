"""``pubmed-scraper crawl``: its arguments, options and help."""

import os
from typing import TYPE_CHECKING, Any, Unpack

import click

from scraper.cli.durations import age
from scraper.cli.parameters import (
    PATH,
    errors_option,
    memory,
    quiet_option,
    seconds,
    sink_options,
    size,
    spare,
)
from scraper.cli.root import help_or_fail

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.cli.crawling import Given

_WANTED = click.Choice(["page", "all", "none"])


def _setting(name: str, help_: str, **about: Any) -> "Callable[[Any], Any]":  # noqa: ANN401 - click's
    """Return an option that a variable of the environment can set too."""
    variable = f"PUBMED_SCRAPER_{name.upper().replace('-', '_')}"
    return click.option(f"--{name}", envvar=variable, help=help_, **about)


@click.command(
    epilog="""\b
Examples:
  pubmed-scraper crawl 15613317 23825705 --contact you@example.org
  pubmed-scraper crawl -i pmids.txt --job crawl.db --contact you@example.org -o records.jsonl
  pubmed-scraper crawl -i pmids.txt --dry-run
  pubmed-scraper crawl --job crawl.db --contact you@example.org -o records.jsonl   # go on
  cut -f1 table.tsv | pubmed-scraper crawl -i - --cited-by all --contact you@example.org

\b
Environment: PUBMED_SCRAPER_CONTACT, and so on for JOB, CITED_BY, SIMILAR, MAX_PAGES, REFRESH,
RATE, RETRIES, BACKOFF, TIMEOUT, MAX_BYTES, PAGE_TIMEOUT, PAGE_MEMORY and BASE_URL, stand for
the options that are not given; HTTPS_PROXY, NO_PROXY and SSL_CERT_FILE are obeyed.

\b
Exit status: 0 all done, 1 some failed, 2 usage, 3 disk full or not writable, 4 blocked or
limited by the site, 5 another process works on the job, 130 Ctrl-C, 141 closed pipe,
143 terminated.
"""
)
@click.argument("pmids", metavar="[PMID]...", nargs=-1)
@click.option(
    "-i",
    "--input",
    "inputs",
    type=PATH,
    multiple=True,
    metavar="FILE|-",
    help="Read PMIDs from FILE or standard input, one a line; # begins a comment. Repeatable.",
)
@_setting(
    "job",
    "Keep list, states and raw pages in FILE; made where there is none. Without it, a file in "
    "your cache folder, named after the list.",
    type=PATH,
    metavar="FILE",
)
@_setting(
    "contact",
    "Your mail address: NCBI must be able to reach you. It goes into the user agent, nowhere "
    "else. Required.",
    metavar="MAIL",
)
@sink_options
@errors_option
@_setting(
    "cited-by",
    "The citing articles: those on the page, all of the listing, or none.  [default: page]",
    type=_WANTED,
)
@_setting("similar", "The similar articles, likewise.  [default: page]", type=_WANTED)
@_setting(
    "max-pages",
    "At most N pages, of 200 entries each, of one listing.",
    type=click.IntRange(1),
    metavar="N",
)
@_setting(
    "refresh",
    "Fetch a page again that is older: 12h, 30d.",
    type=age,
    metavar="AGE",
)
@_setting("rate", "Requests a second; at most 3.  [default: 1]", type=float, metavar="NUMBER")
@_setting(
    "retries",
    "Try a PMID again so often before it counts as failed.  [default: 4]",
    type=click.IntRange(0),
    metavar="N",
)
@_setting(
    "backoff",
    "Upper bound of the first wait after a 429 or 503 that names none; it doubles.  "
    "[default: 60, the least]",
    type=float,
    metavar="SECONDS",
)
@_setting(
    "timeout",
    "What one request may take in all.  [default: 60]",
    type=float,
    metavar="SECONDS",
)
@_setting(
    "max-bytes",
    "Refuse a larger page.  [default: 16MiB]",
    type=size,
    metavar="SIZE",
)
@_setting(
    "page-timeout",
    "Give a page up that takes more processor time to read.  [default: 1]",
    type=seconds,
    metavar="SECONDS",
)
@_setting(
    "page-memory",
    "Give a page up that takes more memory to read.  [default: 1GiB]",
    type=memory,
    metavar="SIZE",
)
@_setting(
    "base-url",
    "Another address of the site, such as a test server on this machine, where alone --rate may "
    "be above 3 and --backoff below 60.",
    metavar="URL",
)
@click.option(
    "--dry-run", is_flag=True, help="Ask nothing; say what the list costs, in requests and time."
)
@click.option("--json", "as_json", is_flag=True, help="Say that as JSON.")
@click.option(
    "--log-json", is_flag=True, help="Progress and errors on standard error as JSON, one a line."
)
@quiet_option("No progress and no summary; error lines stay.")
@click.pass_context
def crawl(ctx: click.Context, /, **given: Unpack["Given"]) -> int:
    """Fetch articles of PubMed, politely, and convert them to JSON.

    A PMID is given as 15613317, as PMID: 15613317 or as the article's address at PubMed.
    Each is fetched once, one request a second, on one connection; robots.txt is obeyed, and so
    is a site that asks to be left alone. For some hundred PMIDs or more E-utilities are the
    better door: --dry-run tells.

    Records go to standard output in the order of the list, as in convert. The job file keeps
    the raw pages: after a crash, Ctrl-C or a full disk the same command goes on, asks only for
    what is missing, and gives the whole output again. status, retry, export, warc and convert
    read it. Settings that are not given are those that the job was begun with.
    """
    pmids, inputs, job = given["pmids"], given["inputs"], given["job"]
    if not pmids and not inputs and not (job and os.path.isfile(job)):  # noqa: PTH113 - never raises
        help_or_fail(ctx, "name PMIDs, a list (-i FILE, -i -), or a --job that has one")
    if inputs.count("-") > 1:
        ctx.fail("standard input can be read once only")
    if given["as_json"] and not given["dry_run"]:
        ctx.fail("--json goes with --dry-run; records are JSON in any case")
    if not given["contact"] and not given["dry_run"]:
        ctx.fail(
            "give your mail address: --contact MAIL, or PUBMED_SCRAPER_CONTACT; NCBI must be able "
            "to reach whoever fetches its pages. It goes into the user agent, nowhere else"
        )
    spare(ctx, [*inputs, *([job] if job else [])], given["output"], given["errors"])
    from scraper.cli import crawling, dry_run  # noqa: PLC0415 - keeps --help quick

    return dry_run.dry_run(given) if given["dry_run"] else crawling.crawl_all(given)
