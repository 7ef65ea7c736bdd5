"""A byline that shows three of five authors; a script would fetch the others."""

from tests.pagegen.build import author, date, journal, links, section
from tests.pagegen.pool import AIRWAY
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

SAMPLE = Article(
    options={"era": "2025"},
    record=html_record(
        pmid="90288041",
        doi="10.5555/aw.2024.8041",
        title="Flour dust before dawn: a count in five cities",
        authors=[
            author("Tabitha Renwick-Hale", "Renwick-Hale", "T", 0),
            author("Kojo Osei-Tutu", "Osei-Tutu", "K", 1),
            author("Lisbet Schønheyder", "Schønheyder", "L", 0, 1),
        ],
        _more_authors=["Barzanî R", "Ferreira-Lunt MJ"],
        authors_complete=False,
        affiliations=["Four Towns Chest Clinic, Alder Vale.", "Hemlock University, Hemlock."],
        journal=journal("The airway at work", "Airway Work", "5555-0909"),
        volume="32",
        pages="e88",
        pub_date=date(2024, 2),
        abstract_sections=[section("Dust was counted in 50 bakeries.")],
        similar_articles=links(*AIRWAY[:2]),
    ),
)
