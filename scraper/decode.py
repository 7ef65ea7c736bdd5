"""Bytes to text: the encoding ladder. The only user of bs4 in the package.

BOM, then valid UTF-8, then the transport's charset, then the declared one, then
windows-1252 with a warning. As in the HTML Standard, ``iso-8859-1`` and ``ascii``
mean windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels). Nothing is
ever guessed from statistics: bs4 only reads BOMs and declarations.
"""

import codecs
from typing import Final, NamedTuple

_FALLBACK: Final = "windows-1252"
_MEANS_WINDOWS_1252: Final = frozenset({"iso8859-1", "ascii", "cp1252"})
_DECLARED_IN: Final = 20 * 2**14
"""bs4 looks at the first twentieth, in quadratic time where a page is built for that."""
_PIECE: Final = 4096
_BOMS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


class Decoded(NamedTuple):
    """A page's text, the encoding that read it, and what was doubtful about it."""

    text: str
    encoding: str
    problem: str | None = None


def decode(data: bytes, charset: str | None = None) -> Decoded:
    """Decode a page; never fails.

    Args:
        data: The page as saved.
        charset: The transport's charset (HTTP ``Content-Type``), where there is one.
    """
    if data.startswith(_BOMS):
        from bs4.dammit import EncodingDetector  # noqa: PLC0415 - 0.1 s that a UTF-8 page need not pay

        rest, encoding = EncodingDetector.strip_byte_order_mark(data)
        return _read(rest, codecs.lookup(encoding or "utf-8").name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        whole = data[: error.start]
        if error.reason == "unexpected end of data" and not whole.isascii():
            return Decoded(whole.decode("utf-8"), "utf-8")  # the page was cut inside a character
    for label in (charset, _declared(data)):
        if encoding := _python_name(label):
            return _read(data, encoding)
    text = data.decode("cp1252", "replace")
    return Decoded(
        text, _FALLBACK, "It is not UTF-8 and declares no encoding; read as windows-1252."
    )


def is_utf8(data: bytes) -> bool:
    r"""Tell whether bytes are UTF-8, piece by piece: a text of the whole page would cost more.

    >>> is_utf8("a\xe9".encode()), is_utf8(b"a\xe9")
    (True, False)
    """
    at = 0
    while at < len(data):
        piece = data[at : at + _PIECE]
        if piece.isascii():
            at += _PIECE
            continue
        try:
            at += codecs.utf_8_decode(piece, "strict", at + _PIECE >= len(data))[1]
        except UnicodeDecodeError:
            return False
    return True


def well_formed(text: str) -> str:
    r"""Return text that can be encoded: a surrogate pair is joined, a lone one replaced.

    >>> well_formed("a\ud83d\ude00b\udcff") == "a\U0001f600b\ufffd"
    True
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _declared(data: bytes) -> str | None:
    from bs4.dammit import EncodingDetector  # noqa: PLC0415 - as above

    return EncodingDetector.find_declared_encoding(data[:_DECLARED_IN], is_html=True)


def _python_name(label: str | None) -> str | None:
    """Return the codec for a label, or None when Python knows no text encoding by that name."""
    try:
        name = codecs.lookup((label or "").strip("\"' ")).name
        "".encode(name)
    except (LookupError, ValueError):
        return None
    return _FALLBACK if name in _MEANS_WINDOWS_1252 else name


def _read(data: bytes, encoding: str) -> Decoded:
    """Decode with a named encoding; bytes that it does not have become U+FFFD, with a word."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, f"Some bytes are not {encoding}; they became U+FFFD.")
