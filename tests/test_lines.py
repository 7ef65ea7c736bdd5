"""Reading JSON Lines back."""

import io

import msgspec

from scraper.errors import RecordError
from scraper.lines import read

_NUMBERS = msgspec.json.Decoder(int)


def numbers(text: bytes, longest: int = 100) -> list[int | str]:
    found = read(io.BytesIO(text), "x.jsonl", _NUMBERS, longest)
    return [f"{one.source}: {one}" if isinstance(one, RecordError) else one for one in found]


def test_a_line_a_record() -> None:
    assert numbers(b"1\n2\r\n\n  \n3") == [1, 2, 3]
    assert numbers(b"") == []


def test_a_broken_line_costs_itself_and_says_where_it_stands() -> None:
    first, second, third, fourth = numbers(b'1\n\n{"a":\n"\xff"\n4\n')
    assert (first, fourth) == (1, 4)
    assert str(second).startswith("x.jsonl:3: no record (")
    assert str(second).endswith("); wanted is what convert prints, one record a line")
    assert str(third).startswith("x.jsonl:4: no record (")


def test_a_deeply_nested_line_is_no_record() -> None:
    (found,) = read(io.BytesIO(b"[" * 10_000), "x", msgspec.json.Decoder())
    assert isinstance(found, RecordError)


def test_a_line_too_long_is_passed_over_in_pieces() -> None:
    long = b"7" * 95
    for text in (long, long + b"\n", b"7" * 20 + b"\n"):
        found = numbers(text + (b"" if text.endswith(b"\n") else b"\n") + b"2\n", longest=10)
        assert found == ["x.jsonl:1: longer than 10 bytes; this is no file of one record a line", 2]
    assert numbers(long, longest=10) == [
        "x.jsonl:1: longer than 10 bytes; this is no file of one record a line"
    ]
    assert numbers(b"1234567890\n2", longest=10) == [1234567890, 2]
