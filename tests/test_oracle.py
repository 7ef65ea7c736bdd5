"""BeautifulSoup, with two parsers of its own, agrees with us on every modern HTML page."""

from pathlib import Path

import pytest

from tests import oracle
from tests.pairs import SAMPLES, converted, corpus_pairs, pairs

PAGES = [
    *(pytest.param(page, id=page.name) for page in pairs(SAMPLES / "modern")),
    *corpus_pairs("modern"),
]


@pytest.mark.parametrize("parser", ["html.parser", "html5lib"])
@pytest.mark.parametrize("page", PAGES)
def test_oracle_agrees(page: Path, parser: str) -> None:
    record = converted(page)
    html = page.read_bytes().decode(record["page"]["encoding"])
    assert oracle.read(html, parser) == {
        "title": record["title"],
        "pmid": record["pmid"],
        "authors": [author["name"] for author in record["authors"]],
        "abstract": record["abstract"],
        "cited_by": [item["pmid"] for item in record["cited_by"]["items"]],
        "publication_types": record["publication_types"],
    }
