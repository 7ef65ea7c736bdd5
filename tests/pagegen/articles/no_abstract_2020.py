"""The form of 2020.

No abstract and no ``#abstract``, one author, a count, five of many references, a search behind it.
"""

from tests.pagegen.build import author, date, grant, journal, links, reference
from tests.pagegen.pool import NEURO
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

_PMC = "https://www.ncbi.nlm.nih.gov/pmc/articles/pmid/90300003/"

SAMPLE = Article(
    options={"era": "2020", "from_search": True},
    record=html_record(
        pmid="90300003",
        pmcid="PMC9003003",
        title="Silence after stroke: three letters to a speech therapist",
        authors=[author("Eleni Papadimitriou-Lowe", "Papadimitriou-Lowe", "E", 0)],
        affiliations=[
            (
                "Clinic for Speech and Swallowing, Aldgate & Sons Memorial Hospital, Kestrel "
                "Bay, WI, USA."
            )
        ],
        journal=journal(
            "Journal of rehabilitation & letters", "J Rehabil Lett", "5555-2013", "101900333"
        ),
        volume="9",
        issue="2",
        pages="17-9",
        start_page="17",
        end_page="19",
        pub_date=date(2013, 5),
        free_full_text="pmc",
        similar_articles=links(*NEURO[:5]),
        cited_by=links(*NEURO[2:5], complete=True),
        references={
            "total": 23,
            "complete": False,
            "items": [
                reference(
                    "Lowe EP, Varga-Singh R. Words lost and found. Cortex Lang. 2001;3:44–51.",
                    "90300871",
                    "PMC9003871",
                ),
                reference("Toussaint O. La parole. Paris: Éditions du Quai; 1974. pp. 12–19."),
                reference(
                    "Rautio-Bell V, Hess FA, Delgado TW, et al. The pause before the "
                    "noun - a measure? "
                    "Mind Tempo. 2009;1:7–9.",
                    "90301145",
                ),
                reference(
                    "Ito-Ramsey N. Singing as a bridge. Rehabil Rhythm. 2010;1:100–101.",
                    "90301230",
                    "PMC9001230",
                ),
                reference("Köhler-Nagel U. Sprechen üben. Sprache Heute. 1999;21:5.", "90300456"),
            ],
        },
        grants=[
            grant("P30 DC090520", "DC", "NIDCD NIH HHS", "United States"),
            grant("R24 NS902283", "NS", "NINDS NIH HHS", "United States"),
        ],
        full_text_links=[{"provider": "Free PMC article", "url": _PMC}],
        link_out=[
            {
                "category": "Full Text Sources",
                "provider": "Europe PubMed Central",
                "url": "http://europepmc.example/abstract/MED/90300003",
            },
            {"category": "Full Text Sources", "provider": "PubMed Central", "url": _PMC},
        ],
    ),
)
