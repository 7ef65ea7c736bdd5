"""The third-party pages, read where they lie beside the project."""

import json
from pathlib import Path
from typing import Any

import attrs
import pytest

from scraper.rendering import recognize
from scraper.rendering.page import TextPage
from tests.pairs import CORPUS, NO_CORPUS, converted
from tests.rendering.yardstick import contradictions, leaves, named

FIELDS = (
    "pmid pmcid doi title vernacular_title languages authors authors_complete affiliations journal "
    "citation article_date publication_status free_full_text publication_types abstract_sections "
    "abstract_copyright other_abstracts keywords coi_statement mesh_headings substances "
    "supplementary_concepts personal_names grants associated_data comments_corrections cited_by "
    "similar_articles references figures full_text_links link_out related_information warnings"
)
TEXTS = sorted((CORPUS / "text").glob("*.txt"))
COPIES = sorted((CORPUS / "text-browser").glob("*.txt"))
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not TEXTS, reason=NO_CORPUS),
]


def plain(value: Any) -> Any:  # noqa: ANN401 - any part of a record
    """Return a part of a record as JSON has it."""
    if attrs.has(type(value)):
        return {name: plain(part) for name, part in attrs.asdict(value, recurse=False).items()}
    return [plain(part) for part in value] if isinstance(value, tuple | list) else value


def record_of_the_html(path: Path) -> Any:  # noqa: ANN401 - JSON
    folder = "modern" if (CORPUS / "modern" / f"{path.stem}.json").exists() else "legacy"
    return json.loads((CORPUS / folder / f"{path.stem}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_field_of_a_rendering(path: Path) -> None:
    text = path.read_bytes().decode()
    page = TextPage(text)
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert recognize(text)
    for name in FIELDS.split():
        assert plain(getattr(page, name)) == expected[name], name
    assert list(page.sections) == expected["page"]["sections"]


@pytest.mark.parametrize("path", COPIES, ids=lambda path: path.stem)
def test_a_browser_copy_never_contradicts_its_page(path: Path) -> None:
    assert contradictions(converted(path), record_of_the_html(path), path.read_text("utf-8")) == []


def test_browser_copies_keep_the_named_fields() -> None:
    values, kept, expected_ = 0, 0, 0
    for path in COPIES:
        has, wants = named(converted(path), record_of_the_html(path))
        values, kept, expected_ = (
            values + leaves(converted(path)),
            kept + len(has),
            expected_ + len(wants),
        )
    print(f"{values} values, {kept} of {expected_} named fields: {kept / expected_:.1%}")  # noqa: T201
    assert kept >= 0.97 * expected_


def test_strip_of_the_users_sample() -> None:
    lines = (CORPUS / "text" / "hepatic-metastases.txt").read_bytes().decode().splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("Access keys")) + 1
    stripped = TextPage("\n".join(lines)).stripped.splitlines()
    assert not set(lines[start:]) - set(stripped)
    assert not set(stripped) & set(filter(None, lines[:start]))
