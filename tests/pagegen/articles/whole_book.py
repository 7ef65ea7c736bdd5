"""A whole book: a report with a number and a series, its editors, an ISBN, no abstract."""

from tests.pagegen.build import author, book, contents, date, links
from tests.pagegen.pool import SOIL
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

SAMPLE = Article(
    options={"era": "2025"},
    record=html_record(
        kind="book",
        pmid="90577230",
        bookaccession="NBK992208",
        title="Peat, Lime and the Small Farm: A Review of Trials",
        authors=[author("Ingrid Vasquez-Dahl", "Vasquez-Dahl", "I", 0)],
        affiliations=["Soil Evidence Centre, Ridgeway, Eastmark"],
        book=book(
            title="Peat, Lime and the Small Farm: A Review of Trials",
            authors=[],
            editors=["Torvald Quist"],
            edition="2nd ed",
            publisher_name="Agency for Soil Research (EM)",
            publisher_location="St. Ridge (EM)",
            pub_date=date(2014, 6),
            report_number="14-ASR021-EF",
            isbn=["978-0-5555-0021-4"],
            collection_title="Comparative Soil Reviews",
            sections=contents("Preface", "Structured Abstract", "Methods"),
            citation=(
                "2nd ed. St. Ridge (EM): Agency for Soil Research (EM); 2014 Jun. Report No.: "
                "14-ASR021-EF. ISBN: 978-0-5555-0021-4. Comparative Soil Reviews."
            ),
        ),
        pub_date=date(2014, 6),
        free_full_text="free",
        publication_types=["Review"],
        similar_articles=links(*SOIL[:2]),
    ),
)
