"""Reached through a search.

The words of the query stand in ``<mark>`` in title, abstract, lists and keywords.
"""

from tests.pagegen.build import author, date, journal, links, mesh, section
from tests.pagegen.pool import ESTUARY
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article
from tests.pagegen.saved import highlighted


def _marked(html: str) -> str:
    return highlighted(
        html, ("tide", "low", "O'Shaughnessy", "water", "eczema", "J Estuar Physiol")
    )


SAMPLE = Article(
    options={"era": "2025", "from_search": True},
    after=_marked,
    record=html_record(
        pmid="90120999",
        doi="10.5555/acp.23.99",
        title="Eczema, low water and the tide-pool: what parents of coastal children report",
        title_html=(
            "Eczema, low water and the <i>tide</i>-pool: what parents of coastal children report"
        ),
        authors=[
            author("Rangi Tamahori-Wells", "Tamahori-Wells", "R", 0),
            author("Máire O'Shaughnessy", "O'Shaughnessy", "M", 0),
        ],
        affiliations=["Tide & Skin Clinic, Low Water Street 9, Cape Alder, Southmark."],
        journal=journal("Archives of coastal pediatrics", "Arch Coast Pediatr", "5555-8181"),
        volume="89",
        issue="1",
        pages="9-15",
        start_page="9",
        end_page="15",
        pub_date=date(2023, 1),
        abstract_sections=[
            section(
                "Parents say that eczema is better at low tide. Tide-pool water was no "
                "saltier than tap water."
            ),
        ],
        keywords=["eczema", "low tide", "water"],
        mesh_headings=mesh("Child", "Eczema*", "Humans", "Water"),
        substances=["Water"],
        similar_articles=links(*ESTUARY[:4]),
    ),
)
