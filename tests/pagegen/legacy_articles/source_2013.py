"""The form of 2013, reached through a search: one affiliation, a malformed list of ids."""

from tests.pagegen.build import date, grant, group, journal, linkout, mesh, section
from tests.pagegen.legacy import legacy_page
from tests.pagegen.legacy_records import last_first, legacy_record

RECORD = legacy_record(
    pmid="90187301",
    pmcid="PMC90187301",
    doi="10.5555/jmt.2013.0117",
    title="[Where does the mud of a tidal mill go? A budget of <five> winters]",
    languages=["Dutch"],
    authors=[
        last_first("van der Lint-Achterberg P"),
        last_first("De Wael HQ 3rd"),
        last_first("Osei T Jr"),
        group("Tidal Mill Survey Group"),
    ],
    affiliations=[
        "Institute of Estuarine Works, Dijkmonde, the Low Provinces. p.lint@mill.example"
    ],
    journal=journal("Journal of mills and tides", "J Mills Tides", None, "9187300"),
    citation="2013 Jan-Feb;17(1 Suppl 2):S44-9.",
    volume="17",
    issue="1 Suppl 2",
    pages="S44-9",
    start_page="S44",
    end_page="S49",
    pub_date=date(2013, raw="2013 Jan-Feb"),
    article_date=date(2012, 11, 30),
    free_full_text="pmc",
    publication_types=["Historical Article", "Research Support, Non-U.S. Gov't"],
    abstract_sections=[
        section(
            "Mill ponds fill with mud; who empties them, and how often, was never counted.", "AIMS"
        ),
        section(
            "We weighed the mud of five winters & compared it with the miller's books (n<40, P=0.02).",
            "METHODS AND RESULTS",
        ),
        section("A pond loses a third of its depth in nine years.", "CONCLUSION"),
    ],
    abstract_copyright="Copyright © 2013 The Society of Mills. All rights reserved.",
    mesh_headings=mesh("Geologic Sediments/analysis*/history", "Humans", "Tidal Waves*"),
    substances=["Clay", "Iron-59"],
    personal_names=["Achterberg, Maria"],
    grants=[grant("1R03TM076449", "TM", "NIMT NIH HHS", "United States")],
    full_text_links=[
        {"provider": "Society of Mills", "url": "http://mills.example/jmt/17/1/S44?a=1&b=2"},
        {
            "provider": "PubMed Central",
            "url": "http://www.ncbi.nlm.nih.gov/pmc/articles/pmid/90187301/",
        },
    ],
    link_out=[
        linkout("Society of Mills", "http://mills.example/jmt/17/1/S44?a=1&b=2"),
        linkout("Mud & silt - Water Topics", "http://water.example/topics/mud", "Medical"),
    ],
)

PAGE = legacy_page(RECORD, era="2013", from_search=True)
