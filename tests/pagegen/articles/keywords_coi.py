"""Keywords.

Copyright, the disclaimer line and a conflict of interest, one after another below the abstract.
"""

from tests.pagegen.build import author, date, journal, linkout, links, section
from tests.pagegen.pool import AIRWAY
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

SAMPLE = Article(
    options={"era": "2025"},
    record=html_record(
        pmid="90229990",
        doi="10.5555/tl.2024.0990",
        title="Telephone spirometry in bakers: agreement with the laboratory",
        authors=[
            author("Jacinta Carvalhal-Pinto", "Carvalhal-Pinto", "J", 0),
            author("Marzena Żuk-Lewandowska", "Żuk-Lewandowska", "M", 1),
            author("Obinna Mwangi-Stone", "Mwangi-Stone", "O", 0),
        ],
        affiliations=[
            (
                "Centro de Telemedicina do Barroso, Vila Chã. Electronic address: "
                "j.carvalhal@barroso.example."
            ),
            "Zakład Fizjologii Oddychania, Zielona Dolina.",
        ],
        journal=journal("Telehealth and the lung", "Telehealth Lung", "5555-2202", "9902202"),
        volume="5",
        pages="100-108",
        start_page="100",
        end_page="108",
        pub_date=date(2024, 11),
        article_date=date(2024, 9, 12),
        abstract_sections=[
            section("Spirometry by telephone would spare bakers a journey.", "Background & aims"),
            section(
                "Eighty bakers blew twice on one day: into a handset and in the laboratory.",
                "Methods",
            ),
            section(
                "FEV1 differed by 0.04 L on average (limits, -0.21 to 0.29 L).",
                "Results",
            ),
            section("The handset will do. Copyright of the test sentences is ours.", "Conclusion"),
        ],
        abstract_copyright="Copyright © 2024 Barroso Telemedicine Ltd. All rights reserved.",
        keywords=["agreement", "bakers", "Keywords in context", "spirometry", "telemedicine"],
        coi_statement=(
            "Declaration of competing interest J.C.-P. advises a maker of handsets; the "
            "others have nothing to declare."
        ),
        similar_articles=links(*AIRWAY[1:6]),
        full_text_links=[
            {
                "provider": "Elm & Sever",
                "url": "https://elmsever.example/retrieve/pii/S55552202-24-00990",
            }
        ],
        link_out=[linkout("Elm & Sever", "https://elmsever.example/linkout?pii=S55552202&x=1")],
    ),
)
