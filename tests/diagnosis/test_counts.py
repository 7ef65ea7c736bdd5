"""The accumulator, its sum and its JSON."""

import json

import pytest

from scraper.diagnosis import Diagnosis, Observation, decode, encode
from scraper.errors import HttpStatus, NotFound, RecordError
from scraper.layout import UnknownSection


def seen(  # noqa: PLR0913 - the parts of an observation
    *carried: str,
    layout: str = "modern",
    source: str | None = "a.html",
    warnings: tuple[str, ...] = (),
    unknown: tuple[UnknownSection, ...] = (),
    characters: int = 100,
    unread: int = 10,
) -> Observation:
    return Observation(
        layout=layout,
        source=source,
        carried=carried,
        warnings=warnings,
        unknown_sections=unknown,
        characters=characters,
        unread=unread,
    )


def filled() -> Diagnosis:
    found = Diagnosis(pages=4)
    found.add(seen("pmid", "title", warnings=("truncated",), unknown=(UnknownSection("News"),)))
    found.add(seen("pmid", source="b.html", unknown=(UnknownSection("News", "n"),)))
    found.add(seen("items", layout="listing", characters=0, unread=0))
    found.add(NotFound("gone", source=None))
    found.add(NotFound("gone", source="c.html"))
    return found


def test_what_is_counted() -> None:
    found = filled()
    assert (found.pages, found.records) == (4, 3)
    assert {code: (f.count, f.example) for code, f in found.errors.items()} == {
        "not_found": (2, "c.html")
    }
    modern = found.layouts["modern"]
    assert (modern.records, modern.characters, modern.unread) == (2, 200, 20)
    assert (modern.fields["pmid"], modern.fields["title"], modern.fields["doi"]) == (2, 1, 0)
    assert modern.warnings == {"truncated": 1}
    assert [(s.heading, s.id, s.records, s.example) for s in modern.unknown_sections] == [
        ("News", None, 1, "a.html"),
        ("News", "n", 1, "b.html"),
    ]
    assert found.layouts["listing"].fields["items"] == 1
    assert "pmid" not in found.layouts["listing"].fields


def test_a_sum_is_what_one_would_have_counted() -> None:
    one, other, both = filled(), filled(), filled()
    other.add(HttpStatus("no page", status=503, source="d.html"))
    other.add(seen("pmid", layout="text", unknown=(UnknownSection("Prizes"),)))
    for observation in (
        seen("pmid", "title", warnings=("truncated",), unknown=(UnknownSection("News"),)),
        seen("pmid", source="b.html", unknown=(UnknownSection("News", "n"),)),
        seen("items", layout="listing", characters=0, unread=0),
        NotFound("gone", source=None),
        NotFound("gone", source="c.html"),
        HttpStatus("no page", status=503, source="d.html"),
        seen("pmid", layout="text", unknown=(UnknownSection("Prizes"),)),
    ):
        both.add(observation)
    both.pages += 4
    one.merge(other)
    assert one == both


def test_a_report_stays_small_whatever_the_pages_hold() -> None:
    found = Diagnosis()
    for number in range(600):
        found.add(seen(unknown=(UnknownSection(f"Heading {number}"),)))
    found.add(seen(unknown=(UnknownSection("Heading 7"),)))
    kept = found.layouts["modern"].unknown_sections
    assert len(kept) == 500
    assert kept[7].records == 2


def test_json_there_and_back() -> None:
    found = filled()
    data = encode(found)
    assert data.endswith(b"}\n")
    assert json.loads(data)["format"] == "pubmed-scraper diagnosis 1"
    assert decode(data) == found


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Input data was truncated"),
        (b"\xff", "JSON is malformed"),
        (b'{"format": "other"}', r"Invalid enum value 'other' - at `\$.format`"),
        (b'{"layouts": {"modern": 1}}', r"Expected `object`, got `int` - at `\$.layouts"),
    ],
)
def test_what_is_no_diagnosis(data: bytes, said: str) -> None:
    with pytest.raises(RecordError, match=f"This is not what diagnose --json gives: .*{said}"):
        decode(data)
