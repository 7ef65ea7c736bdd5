"""The user's own shape: banner, ``Review``, an empty list and four citing articles."""

from tests.pagegen.build import date, first_author, journal, linked, links, prose, section
from tests.pagegen.records import text_record
from tests.pagegen.samples import Article

_J = "Tide Syst Rev"

SAMPLE = Article(
    options={"disclaimer": True},
    record=text_record(
        sections=["abstract", "similar_articles", "cited_by", "publication_types", "link_out"],
        doi="10.5555/j.5555-2197.1998.tb0077.x",
        title="The aetiology of the fisherman's wrist",
        authors=first_author("E J Trelawney-Oduya"),
        authors_complete=False,
        journal=journal(None, "North Shore J Surg"),
        volume="68",
        issue="3",
        pages="198-207",
        start_page="198",
        end_page="207",
        pub_date=date(1998, 3),
        publication_types=["Review"],
        abstract_sections=[
            section(
                prose("""
                Those who haul nets know a pain at the thumb side of the wrist that comes with the
                herring and goes with it. We sort its causes by the hour at which it wakes the
                patient: De Quervain's disease before dawn, old fractures at noon, 'cold' tendons
                after the haul (often both hands). Splints ease 40-55% within a month; the rest
                need another haul, another season or another trade. Nobody has yet compared the
                splint with the mitten.
                """)
            )
        ],
        similar_articles=links(source="text"),
        cited_by={
            **links(
                linked(
                    "90511001",
                    "Splints for wrist pain in fishers",
                    "Bellamy-Krol D, Ngata R, Sá-Nogueira I, Pettigrew O",
                    _J,
                    date(2023, 5, 4),
                    ("5", "5", "CD090077"),
                    "10.5555/14651.CD090077.pub3",
                    free="pmc",
                    types=["Review"],
                ),
                linked(
                    "90511002",
                    "Rest breaks for hand pain at sea",
                    "Ngata R, Bellamy-Krol D, Iversen-Tull K",
                    _J,
                    date(2019, 2, 26),
                    ("2", "2", "CD090033"),
                    "10.5555/14651.CD090033.pub2",
                    free="pmc",
                ),
                linked(
                    "90511003",
                    "Warm (or cold) compresses versus no treatment for tendon pain: which, when?",
                    "Pettigrew O, Ngata R",
                    _J,
                    date(2018, 11, 13),
                    ("11", "11", "CD090021"),
                    "10.5555/14651.CD090021.pub4",
                    free="pmc",
                ),
                linked(
                    "90511004",
                    "De Quervain and the net",
                    "Sá-Nogueira I",
                    "Hand Sea",
                    date(2009, raw="2009 Jul-Aug"),
                    ("1", "4", "12-7"),
                    epub=date(2009, 5, 30),
                ),
                source="text",
            ),
            "complete": None,
        },
    ),
)
