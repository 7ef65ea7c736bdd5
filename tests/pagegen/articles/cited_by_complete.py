"""Cited by without a ``See all`` link and without a count.

A date of a season; no authors listed.
"""

from tests.pagegen.build import date, journal, links, section
from tests.pagegen.pool import ESTUARY
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

SAMPLE = Article(
    options={"era": "2023", "doi_in_citation": False},
    record=html_record(
        pmid="90087500",
        doi="10.5555/tide-notes.2003.7",
        title="Notes from the tide tables",
        journal=journal("Tide notes", "Tide Notes"),
        issue="7",
        pages="A3, A9",
        pub_date=date(2003, raw="2003 Spring"),
        publication_types=["News"],
        abstract_sections=[section("The tables of the year have three misprints, all at neap.")],
        cited_by=links(ESTUARY[0], ESTUARY[3], ESTUARY[4], complete=True),
    ),
)
