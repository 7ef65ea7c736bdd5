"""Grants of every shape, associated data, supplementary concepts, a personal name as subject."""

from tests.pagegen.build import (
    author,
    date,
    funder,
    grant,
    journal,
    linkout,
    links,
    mesh,
    raw_grant,
    section,
)
from tests.pagegen.pool import NEURO
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

_NCBI = "https://www.ncbi.nlm.nih.gov"

SAMPLE = Article(
    options={"era": "2023"},
    record=html_record(
        pmid="90309950",
        pmcid="PMC90099950",
        doi="10.5555/mt.2023.a_950",
        title="The last sonata of Ottoline Varnhagen-Price: score, stroke and sequence",
        authors=[
            author("Jolanda Hoogeveen-Baptiste", "Hoogeveen-Baptiste", "J", 0),
            author("Kelechi Lindström-Okafor", "Lindström-Okafor", "K", 0, 1),
        ],
        affiliations=["Centre for Music and Mind, Aldersea.", "Genome Commons, Aldersea."],
        journal=journal("Mind & tempo", "Mind Tempo", "5555-0505", "9950505"),
        volume="9",
        issue="2",
        pages="215-220; discussion 221",
        pub_date=date(2023, 2, 28),
        free_full_text="pmc",
        publication_types=[
            "Biography",
            "Historical Article",
            "Research Support, N.I.H., Extramural",
        ],
        abstract_sections=[
            section(
                "A composer wrote her last sonata after a stroke. A lock of hair in the "
                "score gave us DNA."
            )
        ],
        mesh_headings=mesh(
            "Aphasia/genetics*/history*",
            "Female",
            "History, 19th Century",
            "Humans",
            "Memory, Long-Term*/drug effects/physiology",
            "Music*/history",
        ),
        substances=["DNA", "tau Proteins", "2,4-dinitrophenyl-(1->6)-glucan"],
        supplementary_concepts=["Aphasia, primary progressive, type 9", "Varnhagen-Price syndrome"],
        personal_names=["Ottoline Varnhagen-Price", "J B d'Aubigny-Sloane"],
        grants=[
            grant("R01 DC900150", "DC", "NIDCD NIH HHS", "United States"),
            raw_grant("WT_/Wellness Trust of Aldersea/United Kingdom"),
            raw_grant("234-2019-900011C/PHS HHS/United States"),
            funder("Sound & Score Trust", "United Kingdom"),
            raw_grant("UIDB90950/2020/AFC - Aldersea Foundation for Culture"),
            raw_grant("MC_UU_90001/4/MCA_/Medical Council of Aldersea/United Kingdom"),
            raw_grant("Aldersea Guild of Organists"),
        ],
        associated_data=[
            {"source": "GENBANK", "accession": "ZZ900950", "url": f"{_NCBI}/nuccore/ZZ900950"},
            {"source": "ClinicalTrials.gov", "accession": "NCT99000950", "url": None},
            {
                "source": "Dryad",
                "accession": "10.5555/dryad.9x0950",
                "url": "https://dryad.example/9x0950",
            },
        ],
        related_information=[
            {"name": "Gene", "url": f"{_NCBI}/gene/?linkname=pubmed_gene&from_uid=90309950"},
            {
                "name": "Nucleotide (RefSeq)",
                "url": f"{_NCBI}/nuccore/?linkname=pubmed_nuccore_refseq&from_uid=90309950",
            },
            {
                "name": "Cited in Books",
                "url": f"{_NCBI}/books/?linkname=pubmed_books_refs&from_uid=90309950",
            },
        ],
        similar_articles=links(*NEURO[:5]),
        link_out=[
            linkout("Europe PubMed Central", "http://europepmc.example/abstract/MED/90309950"),
            linkout("PubMed Central", f"{_NCBI}/pmc/articles/pmid/90309950/"),
            linkout(
                "Aldersea Score Library",
                "https://scores.example/find?a=b&c=d",
                "Research Materials",
            ),
        ],
    ),
)
