"""A preprint.

``[Preprint]`` after the server's name, date and number in one line, an ``Update in`` notice.
"""

from tests.pagegen.build import author, date, journal, linked, links, notice, section
from tests.pagegen.pool import SOIL
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

SAMPLE = Article(
    options={"era": "2025"},
    record=html_record(
        pmid="90411001",
        pmcid="PMC99011001",
        doi="10.5555/2024.05.18.24290210",
        title="Soil iodine, school meals and reading speed: early results from the Gebre Valley",
        authors=[
            author("Yohannes Gebremedhin-Ross", "Gebremedhin-Ross", "Y", 0),
            author("Agnieszka Kowalczyk-Lunn", "Kowalczyk-Lunn", "A", 0),
        ],
        affiliations=["Valley School of Public Health, Gebre."],
        journal=journal("Praemed : the early reading room", "Praemed", None, "9977001"),
        citation="2024 Jun 17:2024.05.18.24290210.",
        pages="2024.05.18.24290210",
        pub_date=date(2024, 6, 17),
        free_full_text="pmc",
        publication_types=["Preprint"],
        abstract_sections=[
            section(
                "Iodine in soil went with reading speed in 40 schools (r = 0.31). Not yet reviewed."
            )
        ],
        coi_statement="None.",
        comments_corrections=[
            notice(
                "UpdateIn",
                linked(
                    "90411765",
                    "Soil iodine and school performance",
                    "Gebremedhin-Ross Y, Kowalczyk-Lunn A, Tetteh-Brandt C, Haug-Moreau D",
                    "Trace Elem Soc",
                    date(2025, 1, 7),
                    ("4", "1", "e004"),
                    "10.5555/tes.4.e004",
                    free="pmc",
                ),
            )
        ],
        similar_articles=links(*SOIL[:4]),
        full_text_links=[
            {"provider": "Praemed", "url": "https://praemed.example/content/2024.05.18.24290210v1"},
            {
                "provider": "Free PMC article",
                "url": "https://pmc.ncbi.nlm.nih.gov/articles/pmid/90411001/",
            },
        ],
    ),
)
