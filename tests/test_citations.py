"""The usual form of a citation line is read at one go, and no otherwise than by its parts."""

from hypothesis import given
from hypothesis import strategies as st

from scraper import cited

WORDS = st.lists(
    st.sampled_from("J Acta Made. (Up, Town) Winter 2 1975 Print & doi ü In: Epub".split()),
    min_size=1,
    max_size=4,
).map(" ".join)
DATES = st.builds(
    " ".join,
    st.lists(st.sampled_from("2009 1875 Oct Oct-Nov Jan 1 22 31 32 05 Spring".split()), max_size=4),
)
NUMBERS = st.text(st.sampled_from("1279 ()-–;:,.Seix"), max_size=6)
DOIS = st.text(st.sampled_from("10.5/a;. "), max_size=9).map("10.5555/{}".format)
NOTES = st.lists(
    st.one_of(
        DOIS.map(" doi: {}.".format),
        DATES.map(" Epub {}.".format),
        DATES.map(" eCollection {}.".format),
        st.just(" Online ahead of print."),
        WORDS.map(" {}.".format),
    ),
    max_size=3,
).map("".join)
LINES = st.builds(
    "{}. {};{}({}):{}.{}".format, WORDS, DATES, NUMBERS, NUMBERS, NUMBERS, NOTES
) | st.builds("{}. {}:{}.{}".format, WORDS, DATES, NUMBERS, NOTES)
USUAL = st.builds(
    "{}. {}{}.{}".format,
    st.sampled_from(["J Made", "Clin Made (Up, Town)", "Acta Ü", "Print Winter"]),
    st.sampled_from(["2009", "2009 Oct", "1875 Jan 3"]),
    st.sampled_from([":9-12", ";4:e9", ";4(2):9-12", ";403(7 Suppl 1):S3", ";(2):9"]),
    NOTES,
)


@given(LINES | USUAL, st.booleans())
def test_both_ways_say_the_same(line: str, remarks: bool) -> None:  # noqa: FBT001 - drawn
    line = " ".join(line.split())
    assert cited.cited(line, remarks=remarks) == cited._by_parts(line, remarks=remarks)  # noqa: SLF001 - the other way
