"""The loop: a record or an error for every page, in order, whatever happens."""

from collections.abc import Iterator

import pytest

from scraper import batch, errors
from scraper.sources import RawPage
from tests.cli.command import page, pmids


def pages(*sources: str) -> Iterator[RawPage]:
    return (RawPage(source, b"") for source in sources)


def test_results_come_in_order_and_one_at_a_time() -> None:
    asked = []

    def endless() -> Iterator[RawPage | errors.ScraperError]:
        for number in range(10**9):
            asked.append(number)
            yield RawPage(str(number), b"") if number % 2 else errors.TooLarge(str(number))

    results = batch.run(endless(), lambda raw: raw.source.encode())
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
    def work(raw: RawPage) -> bytes:
        if raw.source == "bad":
            raise fault
        return b"{}"

    good, bad, last = batch.run(pages("good", "bad", "last"), work)
    assert good == last == b"{}"
    assert isinstance(bad, errors.InternalError)
    assert (bad.source, bad.exit_status, bad.__traceback__) == ("bad", 1, None)
    assert bad.message.startswith(message)
    assert "please report" in bad.message


def test_too_little_memory_is_said() -> None:
    def work(_raw: RawPage) -> bytes:
        raise MemoryError

    (bad,) = batch.run(pages("big"), work)
    assert isinstance(bad, errors.InternalError)
    assert "more memory" in bad.message


def test_an_error_keeps_the_source_that_it_names() -> None:
    def work(raw: RawPage) -> bytes:
        raise errors.NotFound("gone", source="inner" if raw.source == "a" else None)

    results = list(batch.run(pages("a", "b"), work))
    assert [error.source for error in results if isinstance(error, errors.NotFound)] == [
        "inner",
        "b",
    ]


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit])
def test_what_ends_the_program_ends_the_loop(end: type[BaseException]) -> None:
    def work(_raw: RawPage) -> bytes:
        raise end

    with pytest.raises(end):
        list(batch.run(pages("a"), work))


def test_the_work_on_a_page() -> None:
    raw = RawPage("x.html", page(4))
    assert pmids(batch.to_json(raw, fields={"pmid"})) == ["4"]
    assert batch.strip(raw, as_="text").endswith(b"\n")
