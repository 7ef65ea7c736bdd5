"""A labelled abstract with keywords.

A badge that is a type of trial, grants and trial registration.
"""

from tests.pagegen.build import author, date, funder, grant, journal, links, mesh, prose, section
from tests.pagegen.pool import AIRWAY
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

SAMPLE = Article(
    options={"era": "2023"},
    record=html_record(
        pmid="90200002",
        pmcid="PMC90020002",
        doi="10.5555/bt.2022.0310",
        title=(
            "Evening saline gargle for bakers with morning cough: a randomized trial in "
            "twelve towns"
        ),
        authors=[
            author("Zsófia Kántor-Whitby", "Kántor-Whitby", "Z", 0, 1),
            author("Emeka D Nwosu", "Nwosu", "ED", 0),
            author("Ana-Lucía Peñaranda", "Peñaranda", "AL", 2),
            author("Håkon Bergström-Ito", "Bergström-Ito", "H", 1),
            author("Priya V Raghunathan 3rd", "Raghunathan", "PV", 2, suffix="3rd"),
        ],
        affiliations=[
            "Institute for Work and Breath, Hemlock University, Hemlock, Westmark.",
            "Department of Otolaryngology & Voice, St. Brannoc's Hospital, Hemlock, Westmark.",
            "Twelve Towns Primary Care Network, Alder Vale, Westmark.",
        ],
        journal=journal(
            "Breath trials (Hemlock, Westmark)", "Breath Trials (Hemlock)", "5555-1102", "101990021"
        ),
        volume="5",
        issue="3",
        pages="e310",
        pub_date=date(2022, 3, 9),
        free_full_text="pmc",
        publication_types=["Multicenter Study", "Randomized Controlled Trial"],
        abstract_sections=[
            section(
                prose("""
                Cough on waking is common in bakers and is seldom treated. A saline gargle is
                cheap, and the habit is old, but no trial has asked if it helps.
                """),
                "Background",
            ),
            section(
                "To learn whether a gargle before sleep shortens the cough of the next morning.",
                "Objective",
            ),
            section(
                prose("""
                Bakers aged 20 to 64 in twelve towns were drawn by lot to a saline gargle (n =
                212) or to warm water (n = 207) for six weeks. Cough was counted by a microphone
                worn at the collar; counters did not know the group.
                """),
                "Design, setting & participants",
            ),
            section(
                prose("""
                Median coughs in the first hour fell from 31 to 18 with saline and from 30 to 26
                with water (difference -9; 95% CI, -12 to -5; P=0.002). Sleep, taste and voice did
                not differ. Three bakers left the trial because of nausea.
                """),
                "Results",
            ),
            section(
                "A saline gargle at night eases the morning cough of bakers a little.",
                "Conclusions",
            ),
            section("Westmark Trial Register WTR-2020-0117.", "Trial registration"),
        ],
        keywords=["bakers", "cough", "gargle", "occupational health", "saline (NaCl 0.9%)"],
        mesh_headings=mesh(
            "Adult",
            "Cough*/prevention & control",
            "Flour/adverse effects",
            "Humans",
            "Mouthwashes*",
        ),
        grants=[
            grant("R44 OH090117", "OH", "NIOSH CDC HHS", "United States"),
            funder("Westmark Mill Foundation", "Westmark"),
        ],
        associated_data=[
            {
                "source": "ClinicalTrials.gov",
                "accession": "NCT99000117",
                "url": "https://trials.example/NCT99000117",
            }
        ],
        similar_articles=links(*AIRWAY[:5]),
        full_text_links=[
            {
                "provider": "Hemlock University Press",
                "url": "https://hup.example/bt/5/3/e310?src=pubmed&kind=full",
            },
            {
                "provider": "Free PMC article",
                "url": "https://www.ncbi.nlm.nih.gov/pmc/articles/pmid/90200002/",
            },
        ],
        link_out=[
            {
                "category": "Full Text Sources",
                "provider": "Hemlock University Press",
                "url": "https://hup.example/bt/5/3/e310?src=pubmed&kind=full",
            },
            {
                "category": "Full Text Sources",
                "provider": "PubMed Central",
                "url": "https://www.ncbi.nlm.nih.gov/pmc/articles/pmid/90200002/",
            },
            {
                "category": "Medical",
                "provider": "ClinicalTrials.gov",
                "url": "https://trials.example/search?id=90200002",
            },
        ],
    ),
)
