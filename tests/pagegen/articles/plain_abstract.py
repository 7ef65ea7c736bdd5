"""One unlabelled abstract; MeSH, substances, types; lists without counts."""

from tests.pagegen.build import author, date, journal, links, mesh, prose, section
from tests.pagegen.pool import ESTUARY
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

SAMPLE = Article(
    options={"era": "2023"},
    record=html_record(
        pmid="90110001",
        doi="10.5555/JEP.2018.0044-a",
        title="Heart rate of resting harbour seals over one lunar month",
        authors=[
            author("Maeve Q O'Halloran-Strand", "O'Halloran-Strand", "MQ", 0),
            author("João Batista Figueirôa", "Figueirôa", "JB"),
        ],
        affiliations=[
            (
                "Bay of Lanterns Marine Station, Port Ellery 4410, Norrland. "
                "m.ohalloran@lanterns.example"
            )
        ],
        journal=journal(
            "Journal of estuarine physiology", "J Estuar Physiol", "5555-0018", "9911801"
        ),
        volume="40",
        issue="2",
        pages="244-51",
        start_page="244",
        end_page="251",
        pub_date=date(2018, 4),
        publication_types=["Research Support, Non-U.S. Gov't"],
        abstract_sections=[
            section(
                prose("""
                Seals haul out on sandbanks at low water and sleep there for hours. Whether the
                beat of the heart follows the tide or the sun has not been settled. We attached
                small recorders to eleven adult harbour seals and kept them on for twenty-nine
                days; the animals were otherwise left alone. Mean heart rate at rest was 61 beats
                per minute (range 48-83) and fell by 9 beats within forty minutes of hauling out,
                at noon as well as at midnight. The fall was "locked" to low water, not to the
                hour of the day, and was absent in the two animals that slept afloat. We conclude
                that the posture of the resting seal, and not a clock in its brain, sets the pace
                of its heart.
                """)
            )
        ],
        mesh_headings=mesh(
            "Animals",
            "Electrocardiography, Ambulatory/instrumentation/veterinary*",
            "Female",
            "Heart Rate/physiology*",
            "Male",
            "Moon*",
            "Phoca/physiology*",
            "Rest/physiology",
            "Tidal Waves",
        ),
        substances=["Norepinephrine", "Melatonin"],
        similar_articles=links(*ESTUARY[:5]),
        cited_by=links(*ESTUARY[4:7]),
        full_text_links=[
            {"provider": "Lantern Press", "url": "https://doi.example.org/10.5555/jep.2018.0044-a"}
        ],
        related_information=[
            {
                "name": "MedGen",
                "url": "https://www.ncbi.nlm.nih.gov/medgen/?linkname=pubmed_medgen&from_uid=90110001",
            }
        ],
        link_out=[
            {
                "category": "Full Text Sources",
                "provider": "Lantern Press",
                "url": "https://doi.example.org/10.5555/jep.2018.0044-a",
            },
            {
                "category": "Other Literature Sources",
                "provider": "The Lens - Patent Citations",
                "url": "https://www.lens.example/lens/search/patent/list?q=citation_id:90110001",
            },
        ],
    ),
)
