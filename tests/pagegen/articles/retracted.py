"""A retracted article.

Its types, a ``Retraction in`` notice, an expression of concern, an invented banner.
"""

from tests.pagegen.build import author, date, journal, linked, links, mesh, notice, prose, section
from tests.pagegen.pool import SOIL
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

SAMPLE = Article(
    options={"era": "2025", "retraction_banner": True},
    record=html_record(
        pmid="90402999",
        pmcid="PMC99002999",
        doi="10.5555/gf.2018.2999",
        title="RETRACTED: Compost tea restores the gut wall of greenhouse workers within a week",
        authors=[
            author("Desmond Zielinski-Chong", "Zielinski-Chong", "D", 0),
            author("Samira El-Khoury", "El-Khoury", "S", 0),
        ],
        affiliations=["Institute of Living Soils, Ridgeway, Eastmark."],
        journal=journal("Gut & field", "Gut Field", "5555-0404"),
        volume="4",
        issue="9",
        pages="88",
        start_page="88",
        pub_date=date(2018, 9, 14),
        free_full_text="pmc",
        publication_types=["Retracted Publication"],
        abstract_sections=[
            section(
                prose("""
                Thirty workers drank compost tea for a week. Permeability fell in all of them. The
                authors now state that the samples of two groups were exchanged and that the
                finding cannot be upheld.
                """)
            )
        ],
        abstract_copyright="© 2018 The Author(s).",
        coi_statement="D.Z.-C. owned shares of Living Tea Ltd. The other author reports none.",
        comments_corrections=[
            notice(
                "ExpressionOfConcernIn",
                linked(
                    "90403500",
                    "Expression of Concern: Compost tea restores the gut wall",
                    "Editors of Gut & Field",
                    "Gut Field",
                    date(2019, 1, 4),
                    ("5", "1", "2"),
                    "10.5555/gf.2019.2",
                    free="pmc",
                    abstract=False,
                ),
            ),
            notice(
                "RetractionIn",
                linked(
                    "90404100",
                    "Retraction: Compost tea restores the gut wall",
                    "Zielinski-Chong D, El-Khoury S",
                    "Gut Field",
                    date(2019, 6, 21),
                    ("5", "6", "60"),
                    "10.5555/gf.2019.60",
                    free="pmc",
                    abstract=False,
                ),
            ),
        ],
        retracted=True,
        mesh_headings=mesh("Composting*", "Humans", "Intestinal Mucosa"),
        similar_articles=links(*SOIL[1:5]),
        cited_by=links(SOIL[4], SOIL[2]),
    ),
)
