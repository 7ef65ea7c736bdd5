# ruff: noqa: RUF001 - letters and quotes of the articles are meant
"""Comment in (two).

Comment on, erratum in (one without a PMID), update of: notices of several kinds together.
"""

from tests.pagegen.build import author, date, journal, linked, links, mesh, notice, prose, section
from tests.pagegen.pool import ESTUARY
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

_J = "Occup Shore Med"

SAMPLE = Article(
    options={"era": "2023"},
    record=html_record(
        pmid="90133400",
        doi="10.5555/osm.2022.400",
        title="Warm-water immersion before dawn shifts: a pilot study",
        authors=[
            author("Willemijn Achterberg", "Achterberg", "W", 0),
            author("Caoimhe Ní Bhriain", "Ní Bhriain", "C", 0),
            author("Mareike Tanaka-Voß", "Tanaka-Voß", "M"),
        ],
        affiliations=["Dawn Shift Laboratory, Port Ellery, Norrland."],
        journal=journal("Occupational shore medicine", _J, "5555-6644"),
        volume="5",
        pages="105587",
        pub_date=date(2022, raw="2022 Winter"),
        publication_types=["Comparative Study"],
        abstract_sections=[
            section(
                prose("""
                Twelve fish packers stood in warm water (38°C) for ten minutes before a shift at
                dawn, and twelve did not. Hands were warmer for two hours and work was faster by
                4%. A larger trial is under way.
                """)
            )
        ],
        coi_statement="The authors declare that they have no conflict of interest.",
        comments_corrections=[
            notice(
                "CommentIn",
                linked(
                    "90133777",
                    "Warm hands, quick hands?",
                    "Hallgrímsdóttir S",
                    _J,
                    date(2022, 12),
                    ("5", None, "105601"),
                    "10.5555/osm.2022.601",
                    abstract=False,
                ),
            ),
            notice(
                "CommentIn",
                linked(
                    "90133790",
                    "Immersion before dawn: authors' numbers do not add up",
                    "Okonkwo-Bell T, de Souza Quadros L",
                    _J,
                    date(2023, 1),
                    ("6", "1", "11-2"),
                    "10.5555/osm.2023.11",
                    epub=date(2022, 12, 24),
                    free="free",
                    abstract=False,
                ),
            ),
            notice(
                "CommentOn",
                linked(
                    "90120455",
                    "Brackish water exposure and eczema in school children",
                    "Tamahori-Wells R, de Souza Quadros L, O'Shaughnessy M, Yıldırım B, Çelik H",
                    "Arch Coast Pediatr",
                    date(2022, 10),
                    ("88", "10", "1002-1010"),
                    "10.5555/acp.22.1002",
                ),
            ),
            notice(
                "ErratumIn",
                linked(None, None, "", _J, date(2023, 3), ("6", "3", "120"), complete=False),
            ),
            notice(
                "ErratumIn",
                linked(
                    "90134001",
                    "Correction to: Warm-water immersion before dawn shifts",
                    "Achterberg W",
                    _J,
                    date(2023, 5),
                    ("6", "4", "188"),
                    abstract=False,
                ),
            ),
            notice(
                "UpdateOf",
                linked(
                    "90121000",
                    "Warm-water immersion before dawn shifts: study protocol",
                    "Achterberg W, Ní Bhriain C",
                    "Nord Protoc",
                    date(2020, 2),
                    ("1", "1", "e9"),
                    "10.5555/np.e9",
                    free="pmc",
                ),
            ),
        ],
        mesh_headings=mesh(
            "Cold Temperature",
            "Fisheries*",
            "Hand/blood supply",
            "Immersion*",
            "Shift Work Schedule",
        ),
        similar_articles=links(*ESTUARY[2:7]),
    ),
)
