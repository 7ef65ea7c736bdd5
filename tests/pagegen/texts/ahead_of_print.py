# ruff: noqa: RUF001 - letters and quotes of the articles are meant
"""A labelled abstract with ``n<3, x<y``, keywords, ahead of print: no date in the short line."""

from tests.pagegen.build import date, first_author, journal, links, section
from tests.pagegen.records import text_record
from tests.pagegen.samples import Article

SAMPLE = Article(
    options={"short_date": ""},
    record=text_record(
        sections=["abstract", "keywords", "similar_articles", "link_out"],
        doi="10.5555/18417381221139",
        title="Stride and Breath in Night Couriers With and Without Knee Pain: A Field Study",
        authors=first_author("Iñaki D M Zubizarreta-Ong"),
        authors_complete=False,
        journal=journal(None, "Courier Health"),
        citation="2023 Feb 2;18417381221139.",
        pages="18417381221139",
        pub_date=date(2023, 2, 2),
        publication_status="aheadofprint",
        abstract_sections=[
            section(
                "Night couriers run on hard ground. Knees hurt; breath is short.", "Background"
            ),
            section("Stride shortens with pain before breath does.", "Hypothesis"),
            section("Field study.", "Study design"),
            section("Level 4.", "Level of evidence"),
            section(
                "Forty couriers (pain = 19; none = 21) wore sensors. Runs with n<3 turns "
                "or x<y were left out; "
                "speed was 5 × 90 m. Spearman's ρ was used.",
                "Methods",
            ),
            section(
                "Stride was shorter by 4% (ρ = -0.31; P<0.01). Abstract: no one stopped.", "Results"
            ),
            section("Pain comes first.", "Conclusion"),
        ],
        keywords=["breath", "courier", "knee pain", "night work (shift)"],
        similar_articles=links(source="text"),
    ),
)
