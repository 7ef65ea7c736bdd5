"""When a diagnosis is worse than the one before it."""

from scraper.diagnosis import Diagnosis, Drift, Limits, drift, too_few
from scraper.errors import NotPubMed
from scraper.layout import UnknownSection
from tests.diagnosis.test_counts import seen

LIMITS = Limits(points=5.0, least=20)


def many(count: int, doi: int, **parts: object) -> Diagnosis:
    """Return the counts of records of which some have a DOI."""
    found = Diagnosis()
    for number in range(count):
        carried = ("pmid", "doi") if number < doi else ("pmid",)
        found.add(seen(*carried, **parts))  # type: ignore[arg-type] # the parts of an observation
    return found


def drifts(before: Diagnosis, now: Diagnosis) -> list[Drift]:
    return list(drift(before, now, LIMITS))


def test_the_same_is_no_drift() -> None:
    assert drifts(many(20, 5), many(20, 5)) == []


def test_a_field_that_fewer_records_carry() -> None:
    assert drifts(many(100, 50), many(100, 45)) == []  # five points are allowed
    assert drifts(many(100, 50), many(100, 44)) == [Drift("modern", "doi", 50.0, 44.0)]
    assert drifts(many(100, 44), many(100, 50)) == []  # better is no drift


def test_a_rare_field_that_is_gone_where_as_many_were_expected() -> None:
    assert drifts(many(1000, 20), many(1000, 0)) == [Drift("modern", "doi", 2.0, 0.0)]
    assert drifts(many(1000, 19), many(1000, 0)) == []
    assert drifts(many(1000, 20), many(999, 0)) == []


def test_a_field_that_the_counts_do_not_know() -> None:
    before, now = many(20, 20), many(20, 20)
    del now.layouts["modern"].fields["doi"]
    assert drifts(before, now) == [Drift("modern", "doi", 100.0, 0.0)]
    assert drifts(now, before) == []


def test_small_samples_do_not_cry() -> None:
    before, small = many(20, 20), many(19, 0)
    assert drifts(before, small) == []
    assert drifts(small, before) == []
    assert drifts(before, Diagnosis()) == []
    assert too_few(before, small, LIMITS) == ["modern"]
    assert too_few(small, before, LIMITS) == ["modern"]
    assert too_few(before, Diagnosis(), LIMITS) == ["modern"]
    assert too_few(before, before, LIMITS) == []


def test_more_unread_text() -> None:
    assert drifts(many(20, 0, unread=10), many(20, 0, unread=15)) == []
    assert drifts(many(20, 0, unread=10), many(20, 0, unread=16)) == [
        Drift("modern", "unread text", 10.0, 16.0)
    ]
    untold = many(20, 0, characters=0, unread=0)
    assert drifts(untold, many(20, 0, unread=90)) == []
    assert drifts(many(20, 0, unread=90), untold) == []


def test_more_pages_without_a_record() -> None:
    before, now = many(20, 0), many(20, 0)
    now.add(NotPubMed("no", source="a"))
    assert drifts(before, now) == []  # 4.8 %
    now.add(NotPubMed("no", source="b"))
    (found,) = drifts(before, now)
    assert (found.place, found.what, found.before) == ("pages", "without a record", 0.0)
    assert round(found.now, 2) == 9.09


def test_an_unknown_section_that_is_new() -> None:
    news = (UnknownSection("News", "news"),)
    known, more = many(20, 0, unknown=news), many(4, 0, unknown=news)
    assert drifts(known, known) == []
    new = Drift("modern", "unknown section 'News'", None, 100.0)
    assert drifts(many(20, 0), known) == [new]
    assert drifts(Diagnosis(), more) == [new]  # however few, and in a layout that is new
    assert drifts(many(20, 0, unknown=(UnknownSection("News"),)), known) == [new]
