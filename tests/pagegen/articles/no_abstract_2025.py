"""No abstract in the later form.

With the disclaimer below it; a letter that comments on another article.
"""

from tests.pagegen.build import author, date, journal, linked, links, mesh, notice
from tests.pagegen.pool import ESTUARY
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

SAMPLE = Article(
    options={"era": "2025"},
    record=html_record(
        pmid="90131999",
        doi="10.5555/osm.2024.l9",
        title="Falls at low tide: are boots to blame?",
        authors=[
            author("Petronella Sjöholm", "Sjöholm", "P", 0),
            author("Zanele Mbatha", "Mbatha", "Z", 1),
        ],
        affiliations=[
            "Harbour Health Service, Gullholmen, Norrland.",
            (
                "School of Shore Work, University of the Three Capes, Cape Alder, Southmark. "
                "z.mbatha@threecapes.example."
            ),
        ],
        journal=journal("Occupational shore medicine", "Occup Shore Med", "5555-6644", "9918866"),
        volume="7",
        issue="1",
        pages="9",
        start_page="9",
        pub_date=date(2024, 1),
        article_date=date(2023, 11, 28),
        publication_types=["Letter", "Comment"],
        mesh_headings=mesh("Accidental Falls*", "Humans", "Shoes/adverse effects*"),
        comments_corrections=[
            notice(
                "CommentOn",
                linked(
                    "90131288",
                    "Low tide, high risk: falls among shellfish gatherers",
                    "Kerrigan-Abe N, Mbatha Z, Sjöholm P",
                    "Occup Shore Med",
                    date(2023, 4),
                    ("6", "2", "55-63"),
                    "10.5555/osm.2023.55",
                ),
            )
        ],
        similar_articles=links(*ESTUARY[2:7]),
        full_text_links=[{"provider": None, "url": "https://shore-medicine.example/osm/7/1/9"}],
        link_out=[
            {
                "category": "Medical",
                "provider": "MedlinePlus Health Information",
                "url": "https://medlineplus.example/falls.html",
            }
        ],
    ),
)
