"""``pubmed-scraper diagnose``: its arguments, options and help."""

from typing import TYPE_CHECKING, Final, Unpack

import click

from scraper.cli.inputs import check_inputs, input_options, jobs_option
from scraper.cli.parameters import (
    PATH,
    max_bytes_option,
    output_option,
    page_memory_option,
    page_timeout_option,
    quiet_option,
    spare,
)
from scraper.cli.root import help_or_fail

if TYPE_CHECKING:
    from scraper.cli.diagnosing import Options

_POINTS: Final = 5.0


def points(value: str | float) -> float:
    """Read a number of percentage points.

    >>> points("2.5"), points("5%")
    (2.5, 5.0)
    """
    try:
        found = float(str(value).removesuffix("%"))
    except ValueError:
        found = -1
    if not 0 <= found <= 100:  # noqa: PLR2004 - percent
        raise click.BadParameter(
            f"{value!r} is no number of percentage points; write --fail-on-drop=5, or put "
            "--fail-on-drop behind the paths"
        )
    return found


@click.command(
    epilog="""\b
Examples:
  pubmed-scraper diagnose saved/
  pubmed-scraper diagnose saved/ --json -o baseline.json
  pubmed-scraper diagnose new/ --baseline baseline.json --fail-on-drop
  pubmed-scraper diagnose crawl.db --json | jq .layouts.modern.unknown_sections

\b
Exit status: 0 the report is made, 1 --fail-on-drop found drift or no page gave a record,
2 usage, 3 output cannot be written, 130 Ctrl-C, 141 closed pipe, 143 terminated.
"""
)
@input_options
@output_option
@click.option("--json", "as_json", is_flag=True, help="Write the counts as JSON.")
@click.option(
    "--baseline",
    type=PATH,
    metavar="FILE",
    help="Say on standard error what has become worse since FILE was written with --json.",
)
@click.option(
    "--fail-on-drop",
    is_flag=False,
    flag_value=_POINTS,
    type=points,
    metavar="[POINTS]",
    help="Exit with 1 where that is so. POINTS is by how many percentage points a share may "
    "change (5).",
)
@click.option(
    "--min-records",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    metavar="N",
    help="Compare no layout that has fewer records, now or then.",
)
@click.option(
    "--text/--no-text",
    default=True,
    show_default=True,
    help="Measure how much of the text stayed unread, which takes as long as all else.",
)
@max_bytes_option
@jobs_option
@page_timeout_option
@page_memory_option
@quiet_option("No bar and no summary.")
@click.pass_context
def diagnose(ctx: click.Context, /, **given: Unpack["Options"]) -> int:
    """Report how well many saved pages are read: is PubMed's markup drifting?

    The inputs are those of convert. The report counts, and holds no record: pages, records, and
    what gave no record, by error code. For each layout: how many records carry each field (not
    null, not empty; authors[].orcid means that one author at least has one), warnings, sections
    that no reader knows with heading and id, and how much of the text stands in no string of the
    record, as headings and labels never do.

    With --baseline, worse is: a field that fewer records carry, more unread text or more pages
    without a record, each by more than POINTS percentage points, or a section that no reader
    knows and that the baseline has not. What 20 records or more (--min-records) should carry
    and none does is worse whatever its share.
    """
    if not given["paths"] and given["files_from"] is None:
        help_or_fail(ctx, "name pages or folders, - for a page on standard input, or --files-from")
    if given["fail_on_drop"] is not None and given["baseline"] is None:
        ctx.fail("--fail-on-drop goes with --baseline")
    inputs = check_inputs(ctx, given)
    spare(ctx, [*inputs, *filter(None, [given["baseline"]])], given["output"])
    from scraper.cli.diagnosing import diagnose_all  # noqa: PLC0415 - keeps --help quick

    wanted = given["fail_on_drop"]
    return diagnose_all(given, _POINTS if wanted is None else wanted)
