"""A season for a date.

An Epub date, ``Cited by 31 articles`` with a ``See all`` link, free but not in PMC.
"""

from tests.pagegen.build import author, date, journal, links, mesh, section
from tests.pagegen.pool import NEURO, SOIL
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

SAMPLE = Article(
    options={"era": "2022"},
    record=html_record(
        pmid="90301500",
        doi="10.5555/(SICI)1097(201009/10)30:5<410::AID-CL7>3.0.CO;2-#",
        title="Pauses in the speech of market traders",
        authors=[author("R Varga-Singh", "Varga-Singh", "R")],
        affiliations=[
            "Department of Everyday Talk, Kestrel Bay College, Kestrel Bay, WI 55555, USA."
        ],
        journal=journal("Cortex & language", "Cortex Lang", "5555-3344"),
        volume="30",
        issue="5",
        pages="410-2",
        start_page="410",
        end_page="412",
        pub_date=date(2010, raw="2010 Sep-Oct"),
        article_date=date(2010, 6, 30),
        free_full_text="free",
        publication_types=["Case Reports"],
        abstract_sections=[
            section("Traders pause before the price. The pause grows with the price (r = .62).")
        ],
        mesh_headings=mesh("Commerce", "Humans", "Speech*", "Time Factors"),
        similar_articles=links(*NEURO[:2], *NEURO[3:5], NEURO[5]),
        cited_by=links(NEURO[2], NEURO[4], *SOIL[:3], total=31),
    ),
)
