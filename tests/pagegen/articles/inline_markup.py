"""Inline markup and hard characters in title and abstract: sub, sup, i, ``<``, ``&``, Greek."""

from tests.pagegen.build import author, date, journal, linked, links, mesh, section
from tests.pagegen.pool import SOIL
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

_AIM = (
    "Potato (Solanum tuberosum L.) takes up Zn2+ in exchange for H+; whether CO2 matters "
    "is disputed. "
    "We asked if the StZIP4 gene & its γ-subunit respond to 10-6 M zinc."
)
_AIM_HTML = (
    "Potato (<i>Solanum tuberosum</i> L.) takes up Zn<sup>2+</sup> in exchange for "
    "H<sup>+</sup>; whether "
    "CO<sub>2</sub> matters is disputed. We asked if the <i>StZIP4</i> gene &amp; its "
    "γ-subunit respond to "
    "10<sup>-6</sup> M zinc."
)
_RESULTS = (
    "Uptake rose 3.4-fold (P<0.001; n<30 in each arm, r2=0.81), Km was 1.2 ± 0.3 "
    "μmol·L-1 and Δψ fell by >20 mV. "
    "“Sham” plants did not respond: 0.9 < ratio < 1.1. See a<b>c for the ordering, and not AT&T's."
)
_RESULTS_HTML = (
    "Uptake rose 3.4-fold (<i>P</i>&lt;0.001; <i>n</i>&lt;30 in each arm, "
    "<i>r</i><sup>2</sup>=0.81), "
    "<i>K</i><sub>m</sub> was 1.2 ± 0.3 μmol·L<sup>-1</sup> and Δψ fell by &gt;20 mV. "
    "“Sham” plants did not respond: "
    "0.9 &lt; ratio &lt; 1.1. See a&lt;b&gt;c for the ordering, and not AT&amp;T's."
)

SAMPLE = Article(
    options={"era": "2025"},
    record=html_record(
        pmid="90409999",
        pmcid="PMC99009999",
        doi="10.5555/TES.e077",
        title=(
            "Zn2+ uptake by the roots of Solanum tuberosum under 800 ppm CO2: St-ZIP4 & its "
            "γ-subunit"
        ),
        title_html=(
            "Zn<sup>2+</sup> uptake by the roots of <i>Solanum tuberosum</i> under 800 "
            "ppm CO<sub>2</sub>: "
            "<i>St</i>-ZIP4 &amp; its γ-subunit"
        ),
        authors=[
            author("Lucero Quispe-Halvorsen", "Quispe-Halvorsen", "L", 0),
            author("Tadeáš Mamani-Reid", "Mamani-Reid", "T", 0),
            author("Ioana-Ștefania D'Angelo", "D'Angelo", "IȘ", 1),
        ],
        affiliations=[
            "Altiplano Institute of Trace Elements, Calle de los Álamos 9, Vilcamayo.",
            "Laboratory of Root Biology (CO2 & Light Unit), University of Cerna, Cerna.",
        ],
        journal=journal("Trace elements & society", "Trace Elem Soc", "5555-7007", "9907007"),
        volume="3",
        issue="2",
        pages="e077",
        pub_date=date(2024, 6, 3),
        free_full_text="pmc",
        abstract_sections=[
            section(_AIM, "Aim", _AIM_HTML),
            section(_RESULTS, "Results & discussion", _RESULTS_HTML),
        ],
        keywords=["CO2", "K+/H+ exchange", "Solanum tuberosum", "zinc"],
        mesh_headings=mesh(
            "Carbon Dioxide", "Solanum tuberosum*/metabolism", "Zinc/pharmacokinetics*"
        ),
        substances=["Carbon Dioxide", "Zinc", "zinc-binding protein ZIP4, potato"],
        similar_articles=links(
            linked(
                "90409901",
                "Cu2+ and Zn2+ compete in Zea mays: is Km constant?",
                "Haug-Moreau D, Tetteh-Brandt C",
                "Trace Elem Soc",
                date(2023, 5),
                ("2", "5", "e041"),
                "10.5555/tes.e041",
                free="pmc",
                title_html=(
                    "Cu<sup>2+</sup> and Zn<sup>2+</sup> compete in <i>Zea mays</i>: is "
                    "<i>K</i><sub>m</sub> constant?"
                ),
            ),
            *SOIL[1:5],
        ),
        full_text_links=[
            {
                "provider": "Free PMC article",
                "url": "https://pmc.ncbi.nlm.nih.gov/articles/pmid/90409999/",
            }
        ],
    ),
)
