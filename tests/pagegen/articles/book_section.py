"""A section of a book that goes on appearing: no journal, an excerpt, a list of sections."""

from tests.pagegen.build import (
    author,
    book,
    contents,
    date,
    linked_book,
    links,
    prose,
    reference,
    section,
)
from tests.pagegen.pool import ESTUARY
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

_LINE = "In: TidePearls [Internet]. Cape Alder (SM): TidePearls Publishing; 2022 Jan–."
_AT = "https://www.ncbi.nlm.nih.gov/books/NBK990864/"

SAMPLE = Article(
    options={"era": "2025"},
    record=html_record(
        kind="book_section",
        pmid="90529763",
        bookaccession="NBK990864",
        title="Rope-Burn of the Ankle",
        authors=[
            author("Hanne D Tjelta", "Tjelta", "HD", 0),
            author("Siva N Akintola-Reed", "Akintola-Reed", "SN", 1),
        ],
        affiliations=[
            "Three Capes Harbour Clinic",
            "School of Shore Work, University of the Three Capes",
        ],
        book=book(
            title="TidePearls",
            medium="Internet",
            authors=[],
            editors=[],
            publisher_name="TidePearls Publishing",
            publisher_location="Cape Alder (SM)",
            beginning_date=date(2022, 1),
            sections=contents(
                "Continuing Education Activity",
                "Introduction",
                "Treatment / Management",
                "Review Questions",
                "References",
                base=_AT,
            ),
            citation=_LINE,
        ),
        citation="2022 May 8.",
        pub_date=date(2022, 5, 8),
        free_full_text="free",
        publication_types=["Study Guide"],
        abstract_sections=[
            section(
                prose("""
                Rope-burn of the ankle is met wherever mooring lines run out under load. Most
                burns are superficial (n<3 in 100 reach the tendon) and heal under a dry dressing.
                """)
            ),
            section("The hand that coiled the rope should be seen as well."),
        ],
        abstract_copyright="Copyright © 2022, TidePearls Publishing LLC.",
        coi_statement="Disclosure: Hanne Tjelta declares no relevant financial relationships.",
        similar_articles=links(
            linked_book(
                "90530001",
                "Splinters of the Palm",
                "Akintola-Reed SN, Tjelta HD",
                _LINE,
                date(2021, 9, 18),
                types=["Review"],
            ),
            *ESTUARY[:3],
        ),
        cited_by=links(ESTUARY[4], complete=True),
        references={
            "total": 2,
            "complete": True,
            "items": [
                reference("Roe J. Lines under load. Rope J. 2019 Mar;7(2):40-4.", "90530777"),
                reference("Vale B. On tendons. Cape Alder: Shore Press; 2001."),
            ],
        },
    ),
)
