"""A section of a book with editors, of a span of years, written once and updated since."""

from tests.pagegen.build import author, book, contents, date, links, section
from tests.pagegen.pool import NEURO
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

_AT = "https://www.ncbi.nlm.nih.gov/books/NBK991450/"

SAMPLE = Article(
    options={"era": "2023", "badge": "Review"},
    record=html_record(
        kind="book_section",
        pmid="90301425",
        bookaccession="NBK991450",
        title="TTLD-Related Tide Tremor",
        authors=[
            author("Petra Nakamura-Holt", "Nakamura-Holt", "P", 0),
            author("Oluwaseun B Adé Jr", "Adé", "OB", 0, suffix="Jr"),
        ],
        affiliations=["Department of Shore Medicine, Alder University, Cape Alder, Southmark"],
        book=book(
            title="ShoreReviews®",
            medium="Internet",
            authors=[],
            editors=["Margrethe P Lind", "Jerome Feldspar", "Anne Amsel-Moya"],
            publisher_name="Alder University",
            publisher_location="Cape Alder (SM)",
            beginning_date=date(1998),
            ending_date=date(2024),
            date_revised=date(2023, 9, 21),
            sections=contents("1 Summary", "2 Diagnosis", "2.1 Differential Diagnosis", base=_AT),
            citation="In: ShoreReviews® [Internet]. Cape Alder (SM): Alder University; 1998–2024.",
            _affiliations=["Alder University, Cape Alder, Southmark"],
        ),
        citation="2003 Sep 4 [updated 2023 Sep 21].",
        pub_date=date(2003, 9, 4),
        free_full_text="free",
        publication_types=["Review"],
        abstract_sections=[
            section("Tide tremor shows in the hands at slack water.", "Clinical characteristics"),
            section(
                "A variant of TTLD is found.",
                "Diagnosis/testing",
                "A variant of <i>TTLD</i> is found.",
            ),
        ],
        abstract_copyright="Copyright © 1998-2024, Alder University. All rights reserved.",
        similar_articles=links(*NEURO[:3]),
    ),
)
