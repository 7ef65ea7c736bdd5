"""The encoding ladder."""

import codecs

import pytest

import scraper
from scraper.decode import decode, well_formed


@pytest.mark.parametrize(
    ("data", "charset", "text", "encoding"),
    [
        (b"plain", None, "plain", "utf-8"),
        ("é".encode(), "latin-1", "é", "utf-8"),
        (codecs.BOM_UTF8 + "é".encode(), None, "é", "utf-8"),
        (codecs.BOM_UTF16_LE + "é€".encode("utf-16-le"), None, "é€", "utf-16-le"),
        (codecs.BOM_UTF16_BE + "é€".encode("utf-16-be"), None, "é€", "utf-16-be"),
        ("é".encode("iso8859-2"), "iso-8859-2", "é", "iso8859-2"),
        (
            b'<meta charset="iso-8859-1">\x93q\x94',
            None,
            '<meta charset="iso-8859-1">“q”',
            "windows-1252",
        ),
        (b'<meta charset="us-ascii">\xe9', None, '<meta charset="us-ascii">é', "windows-1252"),
        (b'<meta charset="koi8-r">\xc1', None, '<meta charset="koi8-r">а', "koi8-r"),  # noqa: RUF001 - a Cyrillic letter
    ],
)
def test_ladder(data: bytes, charset: str | None, text: str, encoding: str) -> None:
    found = decode(data, charset)
    assert (found.text, found.encoding, found.problem) == (text, encoding, None)


def test_transport_charset_comes_before_the_declared_one() -> None:
    data = b'<meta charset="koi8-r">\xc1'
    assert decode(data, "windows-1251").text.endswith("Б")


@pytest.mark.parametrize("charset", ["no-such-charset", "rot13", "base64", "", "a\0b"])
def test_a_charset_that_is_none_is_passed_over(charset: str) -> None:
    assert decode(b'<meta charset="koi8-r">\xc1', charset).encoding == "koi8-r"


def test_last_resort_is_windows_1252_with_a_word() -> None:
    found = decode(b"caf\xe9 \x81")
    assert (found.text, found.encoding) == ("café \ufffd", "windows-1252")
    assert found.problem is not None


def test_bad_bytes_in_a_declared_encoding_become_replacement_characters() -> None:
    found = decode(b'<meta charset="utf-8">\xe9t\xc3\xa9')
    assert found.text.endswith("\ufffdté")
    assert found.encoding == "utf-8"
    assert found.problem is not None


def test_a_page_cut_inside_a_character_is_still_utf_8() -> None:
    data = "éà".encode()[:3]
    assert decode(data) == ("é", "utf-8", None)


def test_text_that_cannot_be_encoded_is_mended() -> None:
    assert well_formed("\ud83d\ude00") == "\U0001f600"
    assert well_formed("a\udc80") == "a\ufffd"
    assert well_formed("é") == "é"


def test_names_that_cannot_be_encoded_do_not_break_the_record() -> None:
    with pytest.raises(scraper.ScraperError) as caught:
        scraper.convert(b"", source="a\udcff.html")
    assert caught.value.source == "a\ufffd.html"
