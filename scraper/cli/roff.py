r"""The few man(7) macros that a manual page needs, and the escapes of roff.

The macros: https://man.openbsd.org/man.7. Every hyphen is a minus, so that an option can be
copied from the page; there is no date, so that the same help gives the same page.
"""

from collections.abc import Iterable, Iterator
from typing import Final

_ESCAPES: Final = str.maketrans(
    {
        "\\": r"\(rs",
        "-": r"\-",
        "'": r"\(aq",
        '"': r"\(dq",
        "^": r"\(ha",
        "~": r"\(ti",
        "`": r"\(ga",
    }
)
_LAST_PLAIN: Final = 126


def escaped(text: str) -> str:
    r"""Return one line of text that roff prints as it stands.

    >>> print(escaped("--null"), escaped(r"a\b 'c'"), escaped(".html"), escaped("…"))
    \-\-null a\(rsb \(aqc\(aq \&.html \[u2026]
    """
    plain = text.translate(_ESCAPES)
    plain = "".join(c if ord(c) <= _LAST_PLAIN else f"\\[u{ord(c):04X}]" for c in plain)
    return rf"\&{plain}" if plain.startswith(".") else plain


def tidied(lines: Iterable[str]) -> Iterator[str]:
    """Drop blank lines, and the macro of a paragraph behind a heading, which begins one itself."""
    before = ""
    for line in filter(None, lines):
        if not (line == ".PP" and before.startswith((".SH", ".SS"))):
            yield line
        before = line


def header(name: str, version: str, manual: str) -> str:
    """Return the first lines of a page of section 1; its text is not stretched."""
    head = f'.TH "{escaped(name.upper())}" 1 "" "{escaped(version)}" "{escaped(manual)}"'
    return f"{head}\n.ad l"


def section(title: str) -> str:
    """Return a section's heading."""
    return f'.SH "{escaped(title.upper())}"'


def subsection(title: str) -> str:
    """Return the heading of a part of a section."""
    return f'.SS "{escaped(title)}"'


def bold(text: str, rest: str = "") -> str:
    r"""Return a line of which the beginning is bold.

    >>> print(bold("-o", " FILE"))
    \fB\-o\fR FILE
    """
    return rf"\fB{escaped(text)}\fR{escaped(rest)}"


def paragraph(text: str) -> Iterator[str]:
    """Yield the lines of a paragraph, which roff fills anew."""
    yield ".PP"
    yield from map(escaped, (line.strip() for line in text.splitlines()))


def verbatim(text: str) -> Iterator[str]:
    """Yield lines that stay as they are, indented."""
    yield from (".PP", ".RS 4", ".nf")
    yield from map(escaped, text.splitlines())
    yield from (".fi", ".RE")


def entry(term: str, text: str) -> Iterator[str]:
    """Yield an entry of a list of terms: its term, made bold by the caller, and what it means."""
    yield from (".TP", term)
    yield from map(escaped, (line.strip() for line in text.splitlines()))
