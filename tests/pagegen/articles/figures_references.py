"""Four figures with three captions each.

One with markup; five of thirty-eight references with DOI, PMC and PubMed links.
"""

from tests.pagegen.build import (
    Json,
    author,
    date,
    journal,
    linkout,
    links,
    mesh,
    prose,
    reference,
    section,
)
from tests.pagegen.pool import ESTUARY
from tests.pagegen.records import html_record
from tests.pagegen.samples import Article

_CDN = "https://cdn.ncbi.nlm.nih.gov/pmc/blobs/5f0d/99008001/1a2b3c4d"


def _figure(number: int, label: str | None, caption: str | None, html: str | None = None) -> Json:
    url = f"{_CDN}/jep-42-77-g{number:03}.jpg"
    figure: Json = {
        "label": label,
        "caption": caption,
        "url": url,
        "thumbnail_url": url.replace(".jpg", ".gif"),
    }
    return figure | ({"_caption_html": html} if html else {})


SAMPLE = Article(
    options={"era": "2025"},
    record=html_record(
        pmid="90118001",
        pmcid="PMC99008001",
        doi="10.5555/jep.2020.0077",
        title="How a hagfish ties its knot: pressure and slime in slow motion",
        authors=[
            author("Kjersti Brandvold", "Brandvold", "K", 0),
            author("Penda Iwu-Castellanos", "Iwu-Castellanos", "P", 0),
        ],
        affiliations=["Slow Motion Laboratory, Gullholmen, Norrland."],
        journal=journal(
            "Journal of estuarine physiology", "J Estuar Physiol", "5555-0018", "9911801"
        ),
        volume="42",
        issue="1",
        pages="77-91, e1",
        pub_date=date(2020, 1),
        free_full_text="pmc",
        abstract_sections=[
            section(
                "A hagfish ties a knot in itself to get free. We filmed twenty of them "
                "at 2,000 frames a second."
            )
        ],
        figures=[
            _figure(
                1,
                "Figure 1",
                prose("""
                The knot. ( A ) The tail bends to the left; ( B ) it passes under the trunk; ( C )
                it comes out above. Bars are 20 mm. Frames are 0.4 s apart, and the head is to the
                right in all of them.
                """),
            ),
            _figure(
                2,
                "Figure 2",
                (
                    "Pressure under the skin in kPa over time. Means ± s.e.m. of n<20 "
                    "animals; CO2 was 400 ppm throughout."
                ),
                "Pressure under the skin in kPa over time. Means ± s.e.m. of "
                "<i>n</i>&lt;20 animals; "
                "CO<sub>2</sub> was 400 ppm throughout.",
            ),
            _figure(3, "Figure 3", None),
            _figure(4, "Scheme 1.", "Slime & seawater."),
        ],
        similar_articles=links(*ESTUARY[:5]),
        cited_by=links(ESTUARY[6], ESTUARY[2], complete=True),
        references={
            "total": 38,
            "complete": False,
            "items": [
                reference(
                    "Lindqvist-Marr E., Okonkwo-Bell T. Knots in nature - a short list. "
                    "J. Estuar. Physiol. 2009;31:1–9. "
                    "doi: 10.5555/jep.2009.1.",
                    "90019001",
                    "PMC9901901",
                    "10.5555/jep.2009.1",
                ),
                reference(
                    "Ferreira-Dantas C. Slime: a primer. Tide Lett. 2011;2:33.",
                    "90019002",
                    None,
                    "10.5555/TL.33",
                ),
                reference(
                    "Sjöholm P., et al. The feel of a fish. Occup Shore Med. 2016;1:4–5.",
                    None,
                    "PMC9901903",
                ),
                reference(
                    "Old Fisher's Almanac. 1899. Available from: "
                    "https://almanac.example/1899 - accessed 3 May 2019."
                ),
                reference(
                    "Brandvold K. Osmotic stress. Ren Comp Biol. 2015;27:e15.",
                    "90087001",
                    None,
                    None,
                ),
            ],
        },
        mesh_headings=mesh("Animals", "Hagfishes*/physiology", "Pressure", "Video Recording"),
        full_text_links=[
            {
                "provider": "Free PMC article",
                "url": "https://pmc.ncbi.nlm.nih.gov/articles/pmid/90118001/",
            }
        ],
        link_out=[
            linkout("PubMed Central", "https://pmc.ncbi.nlm.nih.gov/articles/pmid/90118001/"),
            linkout(
                "scite Smart Citations",
                "https://scite.example/reports/10.5555/jep.2020.0077",
                "Other Literature Sources",
            ),
            linkout("Knot Archive", "https://knots.example/?id=77&view=all", "Miscellaneous"),
        ],
    ),
)
