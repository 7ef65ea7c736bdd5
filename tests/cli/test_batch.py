"""The loop: records or an error for every page, in order, whatever happens."""

from collections.abc import Iterator

import pytest

from scraper import batch, errors
from scraper.sources import RawPage
from tests.cli.command import page


def pages(*sources: str) -> Iterator[RawPage]:
    return (RawPage(source, b"") for source in sources)


def test_results_come_in_order_and_one_at_a_time() -> None:
    asked = []

    def endless() -> Iterator[RawPage | errors.ScraperError]:
        for number in range(10**9):
            asked.append(number)
            yield RawPage(str(number), b"") if number % 2 else errors.TooLarge(str(number))

    results = batch.run(endless(), lambda raw: [[raw.source.encode()]])
    first, second = next(results), next(results)
    assert isinstance(first, errors.TooLarge)
    assert second == b"1"
    assert asked == [0, 1]


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (KeyError("x"), "KeyError: 'x' (test_batch.py:"),
        (ValueError(), "ValueError (test_batch.py:"),
        (ValueError("\ud800"), "ValueError: \\ud800 (test_batch.py:"),
        (RecursionError("too deep"), "RecursionError: too deep (test_batch.py:"),
    ],
)
def test_a_fault_of_the_program_costs_one_page(fault: Exception, message: str) -> None:
    def work(raw: RawPage) -> list[list[bytes]]:
        if raw.source == "bad":
            raise fault
        return [[b"{}"]]

    good, bad, last = batch.run(pages("good", "bad", "last"), work)
    assert good == last == b"{}"
    assert isinstance(bad, errors.InternalError)
    assert (bad.source, bad.exit_status, bad.__traceback__) == ("bad", 1, None)
    assert bad.message.startswith(message)
    assert "please report" in bad.message


def test_a_fault_in_a_record_costs_that_record() -> None:
    def lines(number: int) -> list[bytes]:
        if number == 2:
            raise KeyError(number)
        if number == 3:
            raise errors.Unreadable("Record 3 is cut off", pmid="3")
        return [b"%d" % number] * (number != 4)

    results = list(batch.run(pages("x", "y"), lambda _: map(lines, range(1, 6))))
    assert len(results) == 2 * 4
    for first, second, third, last in (results[:4], results[4:]):
        assert (first, last) == (b"1", b"5")
        assert isinstance(second, errors.InternalError)
        assert second.message.startswith("record 2: KeyError: 2 (test_batch.py:")
        assert isinstance(third, errors.Unreadable)
        assert (third.message, third.pmid) == ("Record 3 is cut off", "3")
    assert [r.source for r in results if isinstance(r, errors.PageError)] == ["x", "x", "y", "y"]


def test_records_come_one_at_a_time() -> None:
    asked = []

    def lines(number: int) -> list[bytes]:
        asked.append(number)
        return [b"%d" % number]

    results = batch.run(pages("x"), lambda _: map(lines, range(10**9)))
    assert [next(results), next(results)] == [b"0", b"1"]
    assert asked == [0, 1]


def test_an_error_lets_go_of_what_caused_it() -> None:
    def work(_raw: RawPage) -> list[list[bytes]]:
        try:
            return [[b"%d" % int("x")]]
        except ValueError as error:
            raise errors.NotFound("gone") from error

    (error,) = batch.run(pages("a"), work)
    assert isinstance(error, errors.NotFound)
    assert (error.__cause__, error.__context__, error.__traceback__) == (None, None, None)


def test_too_little_memory_is_said() -> None:
    def work(_raw: RawPage) -> list[list[bytes]]:
        raise MemoryError

    (bad,) = batch.run(pages("big"), work)
    assert isinstance(bad, errors.ParserLimit)
    assert (bad.limit, bad.source) == ("memory", "big")
    assert "more memory" in bad.message


def test_an_error_keeps_the_source_that_it_names() -> None:
    def work(raw: RawPage) -> list[list[bytes]]:
        raise errors.NotFound("gone", source="inner" if raw.source == "a" else None)

    results = list(batch.run(pages("a", "b"), work))
    assert [error.source for error in results if isinstance(error, errors.NotFound)] == [
        "inner",
        "b",
    ]


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit])
def test_what_ends_the_program_ends_the_loop(end: type[BaseException]) -> None:
    def work(_raw: RawPage) -> list[list[bytes]]:
        raise end

    with pytest.raises(end):
        list(batch.run(pages("a"), work))


def test_the_work_on_a_page() -> None:
    raw = RawPage("x.html", page(4))
    assert list(batch.to_json(raw, fields={"pmid"})) == [[b'{"pmid":"4"}']]
    assert batch.strip(raw, as_="text").endswith(b"\n")
