"""Saved by a browser after the scripts ran.

Absolute links, opened panels, local assets, residue of scripts.
"""

from tests.pagegen.build import author, date, journal, linkout, links, mesh, section
from tests.pagegen.pool import ESTUARY
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article
from tests.pagegen.saved import browser_saved


def _saved(html: str) -> str:
    return browser_saved(html, "https://pubmed.ncbi.nlm.nih.gov/90098200/", "browser-saved")


SAMPLE = Article(
    options={"era": "2023"},
    after=_saved,
    record=html_record(
        pmid="90098200",
        doi="10.5555/nsl.2017.200",
        title="Sleep in coastal villages: the moon's small share",
        authors=[
            author("Steinunn Hallgrímsdóttir", "Hallgrímsdóttir", "S", 0, 1),
            author("Tunde Okonkwo-Bell", "Okonkwo-Bell", "T", 1),
        ],
        affiliations=[
            "Night Laboratory, Vík-by-the-Sea, Norrland.",
            "Department of Tides & Clocks, University of the Three Capes, Cape Alder, Southmark.",
        ],
        journal=journal("Nordic sleep letters", "Nord Sleep Lett", "5555-9191", "9991910"),
        volume="9",
        issue="4",
        pages="R31-R38",
        start_page="R31",
        end_page="R38",
        pub_date=date(2017, raw="2017 Oct-Dec"),
        article_date=date(2017, 8, 25),
        publication_types=["Twin Study", "Research Support, Non-U.S. Gov't"],
        abstract_sections=[
            section("Villagers of six bays wore wrist recorders for two lunar months.", "Methods"),
            section(
                (
                    "Sleep was shorter by 11 minutes at full moon, but only under a clear "
                    "sky (P = 0.04)."
                ),
                "Results",
            ),
        ],
        keywords=["actigraphy", "full moon", "sleep"],
        mesh_headings=mesh("Humans", "Light*", "Moon*", "Sleep/physiology*"),
        similar_articles=links(*ESTUARY[:5]),
        cited_by=links(*ESTUARY[5:7], complete=True),
        full_text_links=[
            {
                "provider": "Nordic Letters",
                "url": "https://nordic-letters.example/sleep/9/4/R31?a=1&b=2",
            }
        ],
        link_out=[
            linkout("Nordic Letters", "https://nordic-letters.example/sleep/9/4/R31?a=1&b=2")
        ],
    ),
)
