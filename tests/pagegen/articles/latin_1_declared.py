"""A page that says ISO-8859-1 and is windows-1252, as browsers read that label."""

from tests.pagegen.build import author, date, journal, links, section
from tests.pagegen.pool import NEURO
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

SAMPLE = Article(
    options={"era": "2022", "charset": "ISO-8859-1"},
    encoding="windows-1252",
    record=html_record(
        pmid="90320020",
        title="Wortfindung nach Schlaganfall – ein “stiller” Befund",
        languages=["German"],
        authors=[author("Ulrike Köhler-Nagel", "Köhler-Nagel", "U")],
        journal=journal("Sprache heute", "Sprache Heute", "5555-3131"),
        volume="32",
        pages="1",
        start_page="1",
        pub_date=date(2010),
        abstract_sections=[
            section(
                "Die Pause vor dem Wort dauert im Mittel 1,4 s – länger, als Angehörige schätzen…"
            )
        ],
        similar_articles=links(NEURO[5], NEURO[0]),
    ),
)
