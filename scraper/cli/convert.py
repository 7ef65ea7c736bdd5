"""``pubmed-scraper convert``: its arguments, options and help."""

from typing import TYPE_CHECKING, Unpack

import click

from scraper.cli.folder import check_folder, check_no_folder, folder_options, is_folder
from scraper.cli.imports import importing
from scraper.cli.inputs import check_inputs, input_options, jobs_option
from scraper.cli.parameters import (
    errors_option,
    max_bytes_option,
    page_memory_option,
    page_timeout_option,
    quiet_option,
    sink_options,
    spare,
)
from scraper.cli.root import help_or_fail

if TYPE_CHECKING:
    from scraper.cli.conversion import Options


@click.command(
    epilog="""\b
Examples:
  pubmed-scraper convert saved/ > records.jsonl
  pubmed-scraper convert saved/ | jq -r '[.pmid, .title, (.cited_by.items | length)] | @tsv'
  pubmed-scraper convert --fields pmid,title,abstract --format pretty page.html
  pubmed-scraper convert --items search.html cited-by.html | jq -r .pmid
  pubmed-scraper convert saved/ -o records.parquet
  pubmed-scraper convert more/ -o records.sqlite --append
  pubmed-scraper convert --max-bytes 1GiB export.nbib baseline.xml.gz -o records.jsonl
  find . -name '*.html' -print0 | pubmed-scraper convert --files-from - -0 -o records.jsonl
  pubmed-scraper convert saved/ -o records/   # parts; after a crash the same again
  pubmed-scraper convert s3://bucket/saved/ -o s3://bucket/records/ --engine dask
  find . -name '*.html' -print0 | xargs -0 -n 500 pubmed-scraper convert >> records.jsonl
  duckdb -c "select pmid, title from read_json('records.jsonl') where retracted"

\b
Exit status: 0 all well, 1 some inputs failed, 2 usage, 3 output cannot be written,
130 Ctrl-C, 141 closed pipe, 143 terminated.
"""
)
@input_options
@sink_options
@click.option(
    "--items", is_flag=True, help="In place of each listing, print a line for each of its entries."
)
@click.option(
    "--provenance",
    is_flag=True,
    help="Add to each record where its values stand in the page: path, and selector or line.",
)
@click.option("--url", help="The page's address, where the one page given does not say it.")
@click.option("--pmid", help="The article's PMID, where the one page given does not say it.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first page or record that fails.")
@errors_option
@max_bytes_option
@jobs_option
@page_timeout_option
@page_memory_option
@folder_options
@quiet_option("No bar and no summary; error lines stay.")
@click.option(
    "--progress/--no-progress",
    default=None,
    help="Show a bar at once, or never. By default it appears when the work takes longer than "
    "a second; it needs a terminal that the records do not go to.",
)
@click.pass_context
def convert(ctx: click.Context, /, **given: Unpack["Options"]) -> int:
    """Convert saved PubMed pages, HTML, text or XML, to JSON.

    A page is that of an article, a text rendering of one, or a listing (search results,
    "Cited by", "Similar articles", PMIDs). A page or file of many records, MEDLINE text
    (.nbib), PubMed XML or abstracts, gives a record for each.

    Each argument is a page, a container of pages, a folder, a pattern such as
    'saved/*.html', or - for one page or container on standard input. Containers are .zip,
    .wacz, .tar, .warc, .wet, .mhtml and .webarchive, and the jobs of crawl; all but .zip, .wacz
    and jobs, and pages too, may be compressed (.gz .zst .xz .bz2). In archives and in folders,
    to any depth, names that end with .html .htm .xhtml .txt .nbib .medline .xml are pages, and
    WARC and WET files are read; left out are XML files that are not PubMed's, names that begin
    with a dot, and a browser's x_files folder beside x.html.

    -o DIR/, a folder or an address such as s3://bucket/records/, gets part-00000.jsonl and so
    on, each with its errors and a marker beside it. After a crash or Ctrl-C the same command
    makes what is missing.

    Records go to standard output in input order, each as soon as it is there. A page or
    record that cannot be read costs one line on standard error: "file: code: what and what
    to do". A page that overloads or breaks the parser is such a page: the process that reads
    it ends (parser_limit), and another one goes on.
    """
    if not given["paths"] and given["files_from"] is None:
        help_or_fail(ctx, "name pages or folders, - for a page on standard input, or --files-from")
    spare(ctx, check_inputs(ctx, given), given["output"], given["errors"])
    _check_single(ctx, given)
    if is_folder(given["output"]):
        check_folder(ctx, given)
        with importing():
            from scraper.cli.parts import convert_parts  # noqa: PLC0415 - keeps --help quick

        return convert_parts(given)
    check_no_folder(ctx)
    with importing():
        from scraper.cli.conversion import convert_all  # noqa: PLC0415 - keeps --help quick

    return convert_all(given)


def _check_single(ctx: click.Context, given: "Options") -> None:
    """Allow ``--url`` and ``--pmid`` for one page only, and only what can be one."""
    url, pmid = given["url"], given["pmid"]
    if url is None and pmid is None:
        return
    from scraper import normalize, sources  # noqa: PLC0415 - keeps --help quick

    paths = given["paths"]
    if len(paths) != 1 or given["files_from"] is not None or not sources.is_single(paths[0]):
        ctx.fail("--url and --pmid are for exactly one page")
    if pmid is not None and normalize.pmid(pmid) is None:
        ctx.fail(f"{pmid!r} is no PMID: one to nine digits")
    if url is not None and not url.lower().startswith(("http://", "https://")):
        ctx.fail(f"{url!r} is no address: it begins with https:// or http://")
