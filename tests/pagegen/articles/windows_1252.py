# ruff: noqa: RUF001 - letters and quotes of the articles are meant
"""A page that an editor re-saved as windows-1252 and that says so.

Curly quotes, dashes and accents in single bytes.
"""

from tests.pagegen.build import author, date, journal, links, mesh, section
from tests.pagegen.pool import AIRWAY
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

SAMPLE = Article(
    options={"era": "2023", "charset": "windows-1252"},
    encoding="windows-1252",
    record=html_record(
        pmid="90218900",
        doi="10.5555/bt.e77",
        title="“Just a cough”: bakers’ own words for wheeze – a qualitative study",
        authors=[
            author("Léonie Schønheyder-Müller", "Schønheyder-Müller", "L", 0),
            author("André D’Costa-Žák", "D’Costa-Žák", "A", 0),
        ],
        affiliations=["Œuvre de Santé des Boulangers, Rue de l’Évêché 3, Val-Perdu, Lowmark."],
        journal=journal(
            "Breath trials (Hemlock, Westmark)", "Breath Trials (Hemlock)", "5555-1102"
        ),
        volume="4",
        issue="2",
        pages="e77",
        pub_date=date(2021, 2, 1),
        abstract_sections=[
            section(
                "Bakers speak of “flour lung”, “the whistle” and “l’étouffement”. We "
                "asked 31 of them why…"
            ),
            section(
                (
                    "Names soften fear – at a price of £0 and 12 months’ delay (±3), i.e. "
                    "‘later’ • never ‘now’."
                ),
                "Œuvre",
            ),
        ],
        abstract_copyright="© 2021 Hemlock University Press™.",
        mesh_headings=mesh("Flour*", "Humans", "Respiratory Sounds*"),
        similar_articles=links(
            *(item for item in AIRWAY if item["pmid"] in {"90210118", "90218820", "90220031"})
        ),
    ),
)
