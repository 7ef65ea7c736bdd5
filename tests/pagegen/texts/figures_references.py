"""No banner, debris of a search, figures, references with link labels, a count without a list."""

from tests.pagegen.build import Json, date, first_author, journal, links, section
from tests.pagegen.records import text_record
from tests.pagegen.samples import Article


def _figure(label: str, caption: str | None) -> Json:
    return {"label": label, "caption": caption, "url": None, "thumbnail_url": None}


def _reference(text: str, *labels: str) -> Json:
    return {"citation": text, "pmid": None, "pmcid": None, "doi": None, "_labels": list(labels)}


SAMPLE = Article(
    options={
        "banner": False,
        "debris": "Filters applied. Clear all",
        "feedback": True,
        "final_newline": True,
        "secondary": "Print 2014 Jan.",
    },
    record=text_record(
        sections=["abstract", "figures", "similar_articles", "cited_by", "references", "link_out"],
        doi="10.5555/kelp.14.1.1-9.2014",
        title="Kelp, iodine and goitre: the story of an island in six graphs",
        authors=first_author("Sunniva Blåfjell"),
        authors_complete=True,
        journal=journal(None, "Isl Med"),
        volume="14",
        issue="1",
        pages="1-9",
        start_page="1",
        end_page="9",
        pub_date=date(2014, 1),
        free_full_text="pmc",
        abstract_sections=[
            section(
                "On Utstein goitre went away when kelp was sold for soap, which is the "
                "wrong way round. We plot six "
                "series of 1888 to 1958 and find that bread, and not kelp, carried the iodine."
            )
        ],
        figures=[
            _figure(
                "FIG. 1.",
                (
                    "Goitre at conscription, 1888 to 1958. Bars are 95% intervals; years "
                    "with n<30 are left out."
                ),
            ),
            _figure("FIG. 2.", "Kelp burnt (tonnes)."),
            _figure("Graphical abstract", None),
        ],
        similar_articles=links(source="text"),
        cited_by=links(total=12, source="text"),
        references={
            "total": None,
            "complete": None,
            "items": [
                _reference(
                    "Blåfjell S, Orkney T. Soap and stone. Isl Med. 2001;1:1–2.", "PMC", "PubMed"
                ),
                _reference(
                    "Utstein Parish. Ledger of kelp - 1888 to 1900. Utstein: Parish Press; 1901."
                ),
                _reference(
                    "Orkney T, et al. Bread as a vehicle. Nutr Season. 1999;44:10.", "PubMed"
                ),
                _reference(
                    "Ledaal H. Iodine. J Trace. 2011;3:e1. doi: 10.5555/jt.e1.",
                    "DOI",
                    "PMC",
                    "PubMed",
                ),
            ],
        },
    ),
)
