"""The README's table of references has every tag that is written, and none else."""

import json
import re
from collections.abc import Iterable

from pybtex.database import parse_string

from scraper.medline.tags import NOTICES
from scraper.model import Article
from scraper.references import bibtex, csl_json, nbib, ris
from tests.pairs import ROOT
from tests.references.records import drawn, samples

README = (ROOT / "README.md").read_text()
SECTION = README.partition("### References\n")[2].partition("\n### ")[0]
NO_FIELD = {
    "BibTeX": {"and others", "\\textit"},
    "CSL-JSON": {"<i>", "<b>", "<sub>", "<sup>", "<u>"},
}


def table() -> dict[str, set[str]]:
    """Return the tags of each format."""
    rows = [line.strip("| ").split(" | ") for line in SECTION.splitlines() if line.startswith("| ")]
    heads = [head.partition(" ")[0] for head in rows[0]]
    columns = zip(*rows[1:], strict=True)
    found = {
        head: set(re.findall("`([^`]+)`", " ".join(cells)))
        for head, cells in zip(heads, columns, strict=True)
    }
    return {head: tags - NO_FIELD.get(head, set()) for head, tags in found.items()}


def articles() -> list[Article]:
    given = [parameter.values[0] for parameter in samples()]
    return given + [article for layout in ("modern", "legacy", "text") for article in drawn(layout)]


def tags(pattern: str, texts: Iterable[str]) -> set[str]:
    return {tag for text in texts for tag in re.findall(pattern, text)}


def test_ris() -> None:
    assert tags(r"(?m)^(\w\w)  - ", map(ris, articles())) == table()["RIS"]


def test_bibtex() -> None:
    written: set[str] = set()
    for article in articles():
        (entry,) = parse_string(bibtex(article), "bibtex").entries.values()
        written |= {*entry.fields, *entry.persons}
    assert written == table()["BibTeX"]


def test_csl_json() -> None:
    written = {name for article in articles() for name in json.loads(csl_json(article))}
    assert written - {"id"} == table()["CSL-JSON"]


def test_nbib() -> None:
    written = tags(r"(?m)^([A-Z]+) *- ", (nbib(said) for said in articles() if said.pmid))
    assert written - set(NOTICES) == table()["nbib"] - set(NOTICES)
    assert table()["nbib"] & set(NOTICES) == {"CIN", "EIN", "RIN"}
    assert written >= {"CIN", "EIN", "RIN"}
