"""A section of a book: its line and date in the place of the citation, an excerpt, its sections."""

from tests.pagegen.build import book, contents, date, first_author, linked_book, links, section
from tests.pagegen.records import text_record
from tests.pagegen.samples import Article

_LINE = "In: TidePearls [Internet]. Cape Alder (SM): TidePearls Publishing; 2022 Jan–."

SAMPLE = Article(
    options={"badge": "Review", "disclaimer": True, "identifiers": True},
    record=text_record(
        sections=["abstract", "coi_statement", "book", "similar_articles", "publication_types"],
        kind="book_section",
        pmid="90529764",
        bookaccession="NBK990865",
        title="Salt Rash of the Neck",
        authors=first_author("Hanne D Tjelta"),
        authors_complete=False,
        book=book(
            title="TidePearls",
            medium="Internet",
            publisher_name="TidePearls Publishing",
            publisher_location="Cape Alder (SM)",
            beginning_date=date(2022, 1),
            sections=contents("Continuing Education Activity", "Etiology", "References"),
            citation=_LINE,
        ),
        citation="2021 Nov 30.",
        pub_date=date(2021, 11, 30),
        free_full_text="free",
        publication_types=["Review"],
        abstract_sections=[
            section("Salt rash is met under wet collars. It clears with fresh water.")
        ],
        coi_statement="Disclosure: Hanne Tjelta declares no relevant financial relationships.",
        similar_articles={
            **links(
                linked_book(
                    "90530001",
                    "Splinters of the Palm",
                    "Akintola-Reed SN, Tjelta HD",
                    _LINE,
                    date(2021, 9, 18),
                    types=["Review"],
                ),
                linked_book("90530002", "Cork Lung", "Roe J", _LINE, date(2020, 2, 4)),
                source="text",
            ),
            "complete": None,
        },
    ),
)
