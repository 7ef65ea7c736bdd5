"""Which articles the table of a summary shows."""

import msgspec

from scraper.summary.line import Line
from scraper.summary.newest import Newest
from tests.jsonl import tally


def line(year: int, pmid: str) -> Line:
    return msgspec.convert({"pmid": pmid, "pub_date": {"year": year}, "journal": "J X"}, Line)


def test_the_newest_are_kept_and_of_a_year_the_first() -> None:
    newest = Newest(rows=3)
    for number, year in enumerate((1990, 2020, 2000, 2020, 2000)):
        newest.take(line(year, str(number)))
    assert [row[0] for row in newest.table().rows] == ["1", "3", "2"]
    assert newest.count == 5


def test_a_table_is_no_larger_than_allowed() -> None:
    newest = Newest(size=2000)
    for number in range(1000):
        newest.take(line(number, str(number)))
    table = newest.table()
    assert 20 < len(table.rows) < 100
    assert len(msgspec.json.encode(table)) < 2100
    assert table.rows[0][2] == 999


def test_names_stand_once_and_long_ones_are_cut() -> None:
    table = tally(
        [
            {"title": "t" * 300, "journal": {"medline_ta": "J" * 300}, "publication_types": ["A"]},
            {"doi": "10.1/x", "journal": {"medline_ta": "J" * 300}, "kind": "book_section"},
            {"retracted": True},
        ]
    ).newest.table()
    assert table.journals == ["J" * 159 + "…", ""]
    assert table.types == ["A", "book section", ""]
    assert table.rows == [
        ("", "t" * 159 + "…", 0, 0, 0, 0),
        ("10.1/x", "", 0, 0, 1, 0),
        ("", "", 0, 1, 2, 1),
    ]
