"""``pubmed-scraper graph``."""

from typing import TYPE_CHECKING, Unpack

import click

from scraper.cli.parameters import PATH, output_option, spare
from scraper.cli.root import help_or_fail

if TYPE_CHECKING:
    from scraper.cli.graphing import Given

_GROUPS = ("cites", "similar", "notices")


def _groups(value: str) -> tuple[str, ...]:
    """Read kinds of edges, parted by commas."""
    names = tuple(name.strip() for name in value.split(",") if name.strip())
    for name in names:
        if name not in _GROUPS:
            raise click.BadParameter(f"{name!r} is no kind of edge; there are {', '.join(_GROUPS)}")
    if not names:
        raise click.BadParameter("name at least one kind of edge")
    return names


@click.command(
    epilog="""\b
Examples:
  pubmed-scraper graph records.jsonl --to html -o network.html
  pubmed-scraper graph records.jsonl --to graphml --edges cites -o network.graphml
  pubmed-scraper graph records.jsonl --to csv -o network/      # nodes.csv and edges.csv

\b
Exit status: 0 all well, 1 some lines could not be read, 2 usage, 3 output cannot be written,
130 Ctrl-C, 141 closed pipe, 143 terminated.
"""
)
@click.argument("records", metavar="[RECORDS|-]...", nargs=-1, type=PATH)
@click.option(
    "--to",
    type=click.Choice(["graphml", "gexf", "csv", "html"]),
    required=True,
    help="GraphML or GEXF, for networkx and Gephi; two tables in folder -o; a page with a drawing.",
)
@click.option(
    "--edges",
    type=_groups,
    metavar="KIND,...",
    default=",".join(_GROUPS),
    show_default=True,
    help="Which edges: citations, similar articles, notices such as comments and retractions.",
)
@output_option
@click.pass_context
def graph(ctx: click.Context, /, **given: Unpack["Given"]) -> int:
    """Write the citation network of records, or draw it.

    RECORDS are files of what convert, crawl and export write, JSON Lines or JSON, compressed or
    not, folders of such files, as -o DIR/ makes them, or - for standard input. Nodes are articles:
    those of the records, and those that their lists name (cited by, references, similar articles,
    notices; also of listings). Edges are directed and have a relation: "cites", "similar", or NLM's
    name of a notice, from the article that acts: a comment points to what it comments on
    (CommentOn), a retraction to what it retracts (RetractionOf). What two pages say alike is one
    edge.

    An article is known by its PMID, without one by its DOI ("doi:" before it). Entries that
    have neither, such as references that are text only, are left out. Of more than 2,000
    articles the page draws those that are best linked to each other.
    """
    if not given["records"]:
        help_or_fail(ctx, "name files of records, or - for standard input")
    if given["to"] == "csv" and given["output"] == "-":
        ctx.fail("--to csv writes two tables: name a folder for them (-o DIR)")
    from scraper.cli import records  # noqa: PLC0415 - keeps --help quick

    records.check(ctx, given["records"])
    spare(ctx, given["records"], given["output"])
    from scraper.cli.graphing import write_graph  # noqa: PLC0415

    try:
        return write_graph(given)
    except ImportError:
        ctx.fail("this needs networkx, igraph and Jinja2: pip install 'pubmed-scraper[graph]'")
