"""No abstract (the note stands below the short line), a ``Retraction in`` notice, one author."""

from tests.pagegen.build import date, first_author, journal, linked, notice
from tests.pagegen.records import text_record
from tests.pagegen.samples import Article

SAMPLE = Article(
    options={"abstract_heading": False, "banner": False},
    record=text_record(
        sections=["comments_corrections", "publication_types"],
        title="A walk that cures: letter from the valley",
        authors=first_author("M Zielinski-Chong"),
        authors_complete=True,
        journal=journal(None, "Gut Field"),
        volume="3",
        pages="E7",
        pub_date=date(2017),
        abstract_sections=[],
        retracted=True,
        comments_corrections=[
            notice(
                "RetractionIn",
                linked(
                    "90404200",
                    "Retraction: A walk that cures",
                    "Editors of Gut Field",
                    "Gut Field",
                    date(2019, 7, 1),
                    ("5", "7", "71"),
                    "10.5555/gf.2019.71",
                    abstract=False,
                ),
            )
        ],
    ),
)
