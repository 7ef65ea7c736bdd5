"""Online ahead of print: no volume, a long number for pages, nobody cites it yet, no MeSH."""

from tests.pagegen.build import author, date, journal, links, section
from tests.pagegen.pool import NEURO
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

SAMPLE = Article(
    options={"era": "2022"},
    record=html_record(
        pmid="90320777",
        doi="10.5555/15459683221090",
        title="Verbal fluency after a cold shower? A crossover study",
        authors=[
            author("Tèrence Wójcik-Delgado", "Wójcik-Delgado", "T", 0),
            author("Frederika Amankwah-Hess", "Amankwah-Hess", "F", 1),
            author("Ville Rautio-Bell", "Rautio-Bell", "V", 1),
        ],
        affiliations=["Speech Clinic, Kestrel Bay, WI, USA.", "Puhelaboratorio, Järvenranta."],
        journal=journal("Cortex & language", "Cortex Lang", "5555-3344", "9933440"),
        citation="2022 Mar 1;15459683221090.",
        pages="15459683221090",
        pub_date=date(2022, 3, 1),
        publication_status="aheadofprint",
        abstract_sections=[
            section("Cold water wakes the sleeper; does it wake the word?", "Question"),
            section("No.", "Answer"),
        ],
        keywords=["cold", "verbal fluency"],
        similar_articles=links(*NEURO[2:5]),
        full_text_links=[
            {
                "provider": "Cerebra Atypica",
                "url": (
                    "https://cerebra.example/doi/10.5555/15459683221090?url_ver=Z39&rfr_dat=cr_pub "
                    " 0pubmed"
                ),
            }
        ],
    ),
)
