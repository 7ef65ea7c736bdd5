"""Identifiers, notices with entries, a conflict of interest, tails of language and abstract."""

from tests.pagegen.build import date, first_author, journal, linked, links, notice, section
from tests.pagegen.records import text_record
from tests.pagegen.samples import Article

_J = "J Lang Clin"

SAMPLE = Article(
    options={"identifiers": True, "disclaimer": True, "final_newline": True},
    record=text_record(
        sections=[
            "abstract",
            "keywords",
            "coi_statement",
            "comments_corrections",
            "similar_articles",
        ],
        pmid="90533010",
        title="[Stammering in bilingual infants]",
        authors=first_author("Ghislaine N'Diaye-Kovač"),
        authors_complete=False,
        journal=journal(None, "Rev Parole"),
        volume="77",
        issue="11-12",
        pages="890-901, 905",
        pub_date=date(2019, raw="2019 Nov-Dec"),
        article_date=date(2019, 9, 3),
        free_full_text="free",
        abstract_sections=[
            section(
                "Infants of two tongues stammer no more than others, but they are sent "
                "to us earlier."
            )
        ],
        keywords=["bégaiement", "bilinguisme"],
        coi_statement="The author declares no competing interest; see n° 77.",
        comments_corrections=[
            notice(
                "CommentIn",
                linked(
                    "90533501",
                    "[Two tongues, one stammer?]",
                    "Delacroix-Imre P",
                    _J,
                    date(2020, 1),
                    ("4", "1", "3"),
                    abstract=False,
                    language="French",
                ),
            ),
            notice(
                "CommentIn",
                linked(
                    "90533502",
                    "Two tongues: reply",
                    "N'Diaye-Kovač G, Ruszkai L",
                    _J,
                    date(2020, 2),
                    ("4", "2", "60-1"),
                    "10.5555/jlc.60",
                    free="free",
                    abstract=False,
                ),
            ),
            notice(
                "ErratumIn",
                linked(
                    "90533600",
                    "Erratum",
                    "",
                    "Rev Parole",
                    date(2020, 3),
                    ("78", "3", "200"),
                    complete=False,
                    abstract=False,
                    language="French",
                ),
            ),
        ],
        similar_articles={
            **links(
                linked(
                    "90531111",
                    "[In memory of Ilse Quandt]",
                    "Kern-Abiola W",
                    _J,
                    date(1972, 5),
                    ("2", "5", "101"),
                    abstract=False,
                    language="German",
                ),
                linked(
                    "90531222",
                    "Bilingual first words in Szeged: a diary study",
                    "Ruszkai L, Ő Nagy-Pál T",
                    "Acta Logop",
                    date(1988),
                    ("12", None, "44-59"),
                    language="Hungarian",
                ),
                linked(
                    "90531333",
                    "Stammering and school: a review",
                    "Orimoto-Bligh C, van der Velde-Iqbal S; Stammer Study Group",
                    "Speech Sch",
                    date(2016, 7, 20),
                    ("9", "7", "1333"),
                    "10.5555/ss.1333",
                    note="eCollection 2016.",
                    free="pmc",
                    types=["Review"],
                    groups=["Stammer Study Group"],
                ),
                source="text",
            ),
            "complete": None,
        },
    ),
)
