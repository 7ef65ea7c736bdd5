"""A whole book: place and publisher in the place of the citation; no ``In:``, no identifiers."""

from tests.pagegen.build import book, date, first_author, links
from tests.pagegen.records import text_record
from tests.pagegen.samples import Article

SAMPLE = Article(
    options={"banner": False},
    record=text_record(
        sections=["abstract", "similar_articles", "publication_types"],
        kind="book",
        title="Peat, Lime and the Small Farm: A Review of Trials",
        authors=first_author("Ingrid Vasquez-Dahl"),
        authors_complete=True,
        book=book(
            title="Peat, Lime and the Small Farm: A Review of Trials",
            publisher_name="Agency for Soil Research (EM)",
            publisher_location="St. Ridge (EM)",
            pub_date=date(2014, 6),
            report_number="14-ASR021-EF",
            collection_title="Comparative Soil Reviews",
            citation=(
                "St. Ridge (EM): Agency for Soil Research (EM); 2014 Jun. Report No.: 14-ASR021-EF."
                " Comparative Soil Reviews."
            ),
        ),
        pub_date=date(2014, 6),
        free_full_text="free",
        publication_types=["Review"],
        abstract_sections=[],
        similar_articles=links(source="text"),
    ),
)
