"""Groups among the authors.

One in the middle and one last; the names of both below; a group in a list entry.
"""

from tests.pagegen.build import author, date, group, investigator, journal, links, mesh, section
from tests.pagegen.pool import AIRWAY
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

_BAKERY = "Four Towns Bakery Group"
_HEALTH = "Millers' Health Fund of Westmark (Breathing Section)"
_WASILEWSKI = {"last_name": "Wasilewski", "fore_name": "Piotr", "initials": "P"}

SAMPLE = Article(
    options={"era": "2023"},
    record=html_record(
        pmid="90214777",
        doi="10.5555/aw.2020.0777",
        title="Ovens, filters and wheeze in four towns: results of year three",
        authors=[
            author("Tabitha Renwick-Hale", "Renwick-Hale", "T", 0),
            author("Kojo Osei-Tutu", "Osei-Tutu", "K", 0, 1),
            group(_BAKERY),
            author("Lisbet Schønheyder", "Schønheyder", "L", 1),
            author("Rojîn Barzanî", "Barzanî", "R", 0),
            group(_HEALTH),
        ],
        affiliations=[
            "Four Towns Chest Clinic, Alder Vale, Westmark.",
            "School of Engineering, Hemlock University, Hemlock, Westmark.",
        ],
        investigators=[
            investigator("Ada Lindgren-Cho", _BAKERY),
            investigator("Piotr Wasilewski", _BAKERY, **_WASILEWSKI),
            investigator("Séverine O'Neill", _BAKERY),
            investigator(
                "Kwabena Frimpong", _HEALTH, "Four Towns Chest Clinic, Alder Vale, Westmark."
            ),
        ],
        journal=journal("The airway at work", "Airway Work", "5555-0909", "100990090"),
        volume="28",
        issue="4",
        pages="390-404",
        start_page="390",
        end_page="404",
        pub_date=date(2020, 4),
        publication_types=["Evaluation Study"],
        abstract_sections=[
            section(
                "Filters above the oven mouth were fitted in half of the bakeries of four towns.",
                "Setting",
            ),
            section(
                (
                    "Wheeze fell from 14% to 9% with filters and stayed at 13% without. The "
                    "groups' nurses counted it."
                ),
                "Findings",
            ),
        ],
        abstract_copyright="© The Authors 2020. Published by Hemlock University Press.",
        mesh_headings=mesh("Air Filters*", "Asthma, Occupational/prevention & control*", "Humans"),
        similar_articles=links(*AIRWAY[:5]),
        cited_by=links(AIRWAY[5], complete=True),
        full_text_links=[
            {"provider": "Hemlock University Press", "url": "https://hup.example/aw/28/4/390"}
        ],
    ),
)
