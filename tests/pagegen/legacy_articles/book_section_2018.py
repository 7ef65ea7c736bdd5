"""A section of a book in the form of 2018: its line above the title, editors, sections."""

from tests.pagegen.build import book, contents, date, section
from tests.pagegen.legacy import legacy_page
from tests.pagegen.legacy_records import last_first, legacy_record

RECORD = legacy_record(
    kind="book_section",
    pmid="90120301",
    bookaccession="NBK991171",
    title="Mire Fever",
    authors=[last_first("Tollemache R", 0), last_first("Brix-Weller KL", 0, 1)],
    affiliations=["Bog Clinic, Marrow.", "University of the Marches, Marrow."],
    book=book(
        title="MarshReviews®",
        medium="Internet",
        authors=[],
        editors=["Quillfeather A", "Ndiaye-Moss FB", "O'Carrick S"],
        publisher_name="University of the Marches",
        publisher_location="Marrow (NS)",
        beginning_date=date(1997),
        ending_date=date(2018),
        date_revised=date(2017, 4, 24),
        sections=contents(
            "1 Summary",
            "2 Diagnosis",
            "References",
            base="https://www.ncbi.nlm.nih.gov/books/NBK991171/",
        ),
        citation="In: MarshReviews® [Internet]. Marrow (NS): University of the Marches; 1997–2018.",
    ),
    citation="2003 Sep 12 [updated 2017 Apr 24].",
    pub_date=date(2003, 9, 12),
    free_full_text="free",
    publication_types=["Review"],
    abstract_sections=[
        section("Mire fever comes and goes with the fog.", "CLINICAL CHARACTERISTICS"),
        section("By the fog.", "DIAGNOSIS/TESTING"),
    ],
    abstract_copyright="Copyright © 1997-2018, University of the Marches.",
)

PAGE = legacy_page(RECORD, era="2019")
