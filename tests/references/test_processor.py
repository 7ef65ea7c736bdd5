"""A citation processor sets references."""

import warnings

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

import scraper
from scraper.references import csl_json
from tests.pairs import SAMPLES
from tests.references.csl_reading import read


def test_citeproc_sets_articles_and_a_chapter() -> None:
    articles = scraper.records((SAMPLES / "medline" / "three.nbib").read_bytes())
    items = read("[" + ",".join(csl_json(said) for said in articles) + "]")  # type: ignore[arg-type]
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".* unsupported: available_date")  # CSL 1.0.2
        source = CiteProcJSON(items)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    assert [str(said).partition(" Available at")[0] for said in bibliography.bibliography()] == [
        (
            "de la Vale, A.B., 3rd et al. (2021) “[Tides & sleep in pilots: n<30, and what "
            "follows]”, Tide and sleep (Cape Alder), 12(3 Suppl 1), pp. E298–E307."
        ),
        "Brandvold, K. (2023) “Do hagfish yawn?”, Ren Comp Biol [Preprint].",
        (
            "Bergström-Ito, H. (2024) “Cramp in Cold Water”, in Roe, Jan (ed.) ShoreBooks(®). "
            "3rd ed. Cape Alder: Shore Press (Books of the Shore)."
        ),
    ]
