"""The form of 2017 with every section, saved after its scripts ran."""

from tests.pagegen.build import date, funder, grant, journal, linkout, links, mesh, notice, section
from tests.pagegen.legacy import SITE, legacy_page
from tests.pagegen.legacy_records import (
    brief,
    citation_only,
    last_first,
    legacy_record,
    source_only,
)

_CAPTION = "Owls at dusk (A) The tower before and (B) after the new bells. Bars, 2 m (**p<0.005)."

RECORD = legacy_record(
    pmid="90286374",
    pmcid="PMC90286374",
    doi="10.5555/s0960(16)30012-x",
    title="Bell towers, barn owls and CO2: does ringing move the nest?",
    title_html="Bell towers, <i>barn owls</i> and CO<sub>2</sub>: does ringing move the nest?",
    authors=[
        last_first("Quillfeather A", 0, 1, equal=True),
        last_first("Ndiaye-Moss FB", 1, equal=True),
        last_first("O'Carrick S", 2),
    ],
    affiliations=[
        "Owl Trust, Steeple Marrow, Northshire, UK.",
        "School of Acoustics, University of the Marches, Marrow, UK; Bell Foundry, Marrow, UK.",
        "Cathedral Works. Electronic address: s.ocarrick@works.example.",
    ],
    journal=journal("Annals of urban birds", "Ann Urban Birds", None, "90101120"),
    citation="2016 Oct 4;23(2):e251-e9.",
    volume="23",
    issue="2",
    pages="e251-e9",
    start_page="e251",
    end_page="e259",
    pub_date=date(2016, 10, 4),
    article_date=date(2016, 8, 2),
    free_full_text="pmc",
    publication_types=["Randomized Controlled Trial", "Research Support, N.I.H., Extramural"],
    abstract_sections=[
        section("Owls nest where bells hang.", "BACKGROUND"),
        section(
            "Towers with CO2 below 3 x 105 ppm kept their owls.",
            "FINDINGS",
            "Towers with CO<sub>2</sub> below 3 x 10<sup>5</sup> ppm kept their owls.",
        ),
    ],
    abstract_copyright="Copyright © 2016 Bird House Press. All rights reserved.",
    keywords=["Barn owl", "Bells, tuned", "Nest site"],
    mesh_headings=mesh("Animals", "Bell Ringing*", "Strigiformes/physiology*/psychology"),
    substances=["Carbon Dioxide", "bronze alloy, 22% tin"],
    supplementary_concepts=["Tower Syndrome"],
    grants=[
        grant("R01 BD041012", "BD", "NIBD NIH HHS", "United States"),
        funder("Owl Trust", "United Kingdom"),
    ],
    associated_data=[
        {"source": "ClinicalTrials.gov", "accession": "NCT90286374", "url": None},
        {"source": "GEO", "accession": "GSE90286", "url": None},
    ],
    comments_corrections=[
        notice("CommentIn", source_only("90299001", "Bells for owls", "Lancet Birds", date(2017))),
        notice("ErratumIn", citation_only("Ann Urban Birds", date(2016, 12), ("23", "4", "e300"))),
    ],
    figures=[
        {
            "label": "Figure 1",
            "caption": _CAPTION,
            "url": f"{SITE}/pmc/articles/PMC90286374/figure/F1/",
            "thumbnail_url": f"{SITE}/pmc/articles/instance/90286374/bin/owls-f1.gif",
            "_title": "Owls at dusk",
        },
        {
            "label": "Figure 2",
            "caption": "Flights per hour of ringing.",
            "url": f"{SITE}/pmc/articles/PMC90286374/figure/F2/",
            "thumbnail_url": f"{SITE}/pmc/articles/instance/90286374/bin/owls-f2.gif",
            "_title": None,
        },
    ],
    similar_articles=links(
        brief(
            "90211111",
            "Carillons and the hearing of jackdaws",
            "Tollemache R, Brix-Weller K",
            "J Steeple Res",
            date(1996, 3, 8),
            ("31", "12", "40211-9"),
            complete=False,
        ),
        brief(
            "90222222",
            "[Noise (< or = 40 dB) in the belfry: a survey]",
            "Óladóttir G",
            "Klukka",
            date(2003),
            ("12", "5", "71, 73-9"),
            epub=date(2003, 4, 2),
            types=("Review",),
        ),
    ),
    cited_by=links(
        brief(
            "90288888",
            "Nest boxes against the clock",
            "Quillfeather A, Abara N",
            "Ann Urban Birds",
            date(2017, 1),
            ("24", "1", "3-12"),
        ),
        complete=True,
    ),
    related_information=[
        {"name": "MedGen", "url": f"{SITE}/medgen?LinkName=pubmed_medgen&from_uid=90286374"},
        {"name": "Cited in PMC", "url": f"{SITE}/pmc/articles/pmid/90286374/citedby/?tool=pubmed"},
    ],
    full_text_links=[
        {"provider": "Bird House", "url": "https://birds.example/pii/S0960(16)30012-X"}
    ],
    link_out=[
        linkout("Bird House", "https://birds.example/pii/S0960(16)30012-X"),
        linkout("Europe PubMed Central", "http://europepmc.example/abstract/MED/90286374"),
        linkout(
            "Owl Trust <stock 7>/J - Nest Box Bank", "https://owls.example/7", "Research Materials"
        ),
    ],
)

PAGE = legacy_page(RECORD, era="2017")
