"""No text can do harm to a terminal once it is made visible."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from scraper.cli.visible import visible, visible_lines

BIDI = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A)), *"\u200e\u200f\u061c"}
KINDS = {"Cc", "Cs", "Zl", "Zp"}
anything = st.text(st.characters(exclude_categories=()))


def harmful(text: str) -> set[str]:
    return {char for char in text if char in BIDI or unicodedata.category(char) in KINDS}


def test_every_character_there_is() -> None:
    everything = "".join(map(chr, range(0x110000)))
    assert harmful(visible(everything)) == set()
    assert harmful(visible_lines(everything)) == {"\n", "\t"}


@given(anything)
def test_harmless_text_stays_and_the_rest_can_be_told(text: str) -> None:
    assert harmful(visible(text)) == set()
    assert harmful(visible_lines(text)) <= {"\n", "\t"}
    if not harmful(text):
        assert visible(text) == visible_lines(text) == text


def test_the_common_ones() -> None:
    assert visible("a\r\n\t\x1b\x7f\x85\u200f\u2067\ud800é流") == (
        r"a\r\n\t\u001b\u007f\u0085\u200f\u2067\ud800é流"
    )
