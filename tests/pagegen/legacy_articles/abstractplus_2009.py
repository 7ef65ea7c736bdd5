"""The page of 2009: citation, abstract and related articles."""

from tests.pagegen.build import date, journal, links, section
from tests.pagegen.legacy import SITE, abstractplus_page
from tests.pagegen.legacy_records import abstractplus_record, brief, last_first

RECORD = abstractplus_record(
    pmid="90159403",
    title="Purification of the blue dye of the harbour snail (BDH-II)",
    authors=[last_first("Nowicka-Prażmowska J"), last_first("Ferreira L"), last_first("Quist AB")],
    affiliations=["Department of Dyes, Free University of Żabno, Żabno, Poland."],
    journal=journal("Acta colorum Polonica", "Acta Color Pol"),
    volume="52",
    issue="4",
    pages="789-96",
    start_page="789",
    end_page="796",
    pub_date=date(2005),
    article_date=date(2005, 6, 6),
    abstract_sections=[
        section(
            "The dye was won from two thousand snails. Its molecular mass was 0.09 kDa and its hue "
            "did not fade below pH<3. We suggest that it hides the snail from gulls."
        )
    ],
    similar_articles=links(
        brief(
            "90103642",
            "The colour of shallow water",
            "",
            "J Hue",
            date(1996, 3, 8),
            ("31", "12", "40211-9"),
        ),
        brief(
            "90167704",
            "Dyes of molluscs: production, storage and smell",
            "",
            "Acta Color Pol",
            date(2004),
            ("17", "4", "311-25"),
            epub=date(2004, 2, 9),
            types=("Review",),
        ),
    ),
    full_text_links=[
        {
            "provider": None,
            "url": f"{SITE}/entrez/utils/fref.fcgi?PrId=4087&uid=90159403&url=http://dyes.example/789.pdf",
        }
    ],
)

PAGE = abstractplus_page(RECORD)
