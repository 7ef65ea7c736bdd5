"""A review.

Badge and type; cited by with a count and a ``See all`` link; the markup of spring 2022.
"""

from tests.pagegen.build import author, date, journal, links, mesh, prose, section
from tests.pagegen.pool import AIRWAY, SOIL
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

SAMPLE = Article(
    options={"era": "2022"},
    record=html_record(
        pmid="90400005",
        doi="10.5555/gf.2019.0001",
        title="Dust, soil and the lung: what a century of farm diaries can (and cannot) teach",
        authors=[
            author("Rutger van 't Hoff-Meijer", "van 't Hoff-Meijer", "R", 0),
            author("Paulette Eriksen-Lowe", "Eriksen-Lowe", "P", 0),
            author("Ngozi A El-Amin Jr", "El-Amin", "NA", 1, suffix="Jr"),
        ],
        affiliations=[
            "Archive of Rural Medicine, Oosterveen, Lowmark.",
            "Department of History of Medicine, Ridgeway College, Ridgeway, Eastmark.",
        ],
        journal=journal("Gut & field", "Gut Field", "5555-0404", "101904040"),
        volume="5",
        issue="7 Suppl 1",
        pages="S12-29",
        start_page="S12",
        end_page="S29",
        pub_date=date(2019, 7),
        article_date=date(2019, 5, 31),
        publication_types=["Historical Article", "Research Support, N.I.H., Extramural", "Review"],
        abstract_sections=[
            section(
                prose("""
                Farm diaries record weather, harvest and, in passing, the cough of those who
                worked. We read 418 diaries from four regions and set their notes beside mortality
                registers. Threshing weeks were followed by a rise of notes on breathlessness in
                nine years out of ten; the introduction of the covered drum halved them. The
                registers show none of this. We review what later studies of grain dust, soil
                fungi and stable air have added, where the diaries were right before the
                laboratory was, and where a "good story" misled their writers and their readers.
                """)
            )
        ],
        mesh_headings=mesh(
            "Agriculture/history*", "Diaries as Topic*", "Dust", "History, 20th Century", "Humans"
        ),
        similar_articles=links(*SOIL),
        cited_by=links(*AIRWAY[1:6], total=1204),
        full_text_links=[
            {"provider": "Lowmark Academic", "url": "https://lowmark.example/gf/5/S12"}
        ],
        link_out=[
            {
                "category": "Full Text Sources",
                "provider": "Lowmark Academic",
                "url": "https://lowmark.example/gf/5/S12",
            }
        ],
    ),
)
