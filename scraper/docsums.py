"""Lists of articles (``docsum``) in their usual form, taken from a page's bytes before parsing.

To match an entry with one pattern takes a third of the time that it takes to parse it and to
walk its nodes. A list is taken only where every entry of it is matched whole, so that no
letter goes unread, and where the parser would be in plain markup. Any other list stays for
the parser.
"""

import re
from typing import Final, NamedTuple

from scraper.markup import is_markup
from scraper.normalize import squash

_LIST_START: Final = b'<ul class="articles-list"'
_LIST: Final = re.compile(_LIST_START + rb' id="([a-z][\w-]*)">')
_MOST: Final = 8
"""Lists that are looked for; a page has two."""
_LIST_END: Final = re.compile(rb"\s*</ul>")

_TEXT: Final = rb"[^<]*+"
_PARTS: Final = {
    b"more": rb'(?:[ \t\r\n]+[\w-]+="[^"<>]*+")*+',  # attributes that nobody reads
    b"text": _TEXT,
    b"title": rb"%b(?:<(?P<tag>i|b|u|em|sub|sup|strong)>%b</(?P=tag)>%b)*+" % ((_TEXT,) * 3),
    b"role": b"free-resources|publication-type|no-abstract|language",
}
_ENTRY: Final = re.compile(
    rb'\s*<li class="full-docsum">\s*<div class="docsum-content"%(more)b>\s*'
    rb'<a class="docsum-title"\s+href="([^"<>&]*+)"%(more)b>(%(title)b)</a>\s*'
    rb'<div class="docsum-citation full-citation">\s*'
    rb'(?:<span class="docsum-authors full-authors">(%(text)b)</span>\s*'
    rb'<span class="docsum-authors short-authors">%(text)b</span>\s*)?'
    rb'<span class="docsum-journal-citation full-journal-citation">(%(text)b)</span>\s*'
    rb'<span class="docsum-journal-citation short-journal-citation">%(text)b</span>\s*'
    rb'<span class="citation-part">PMID: <span class="docsum-pmid">(%(text)b)</span></span>\s*'
    rb'((?:<span class="(?:%(role)b) spaced-citation-item citation-part">%(text)b</span>\s*)*+)'
    rb"</div>\s*</div>\s*</li>" % _PARTS
)
_MARK: Final = re.compile(
    rb'<span class="(%(role)b) spaced-citation-item citation-part">(%(text)b)</span>' % _PARTS
)
_ODD: Final = re.compile(rb"&#(?!39;|x27;|(?!127;)[1-9]\d{2,3};)")
"""A reference to a character by such a number that parser and library might not agree."""
_TAG: Final = re.compile(rb"<[^>]*>")


class Docsum(NamedTuple):
    """An entry, each part as the page has it."""

    href: bytes
    title: bytes
    tag: bytes | None
    """The last inline tag in the title."""
    authors: bytes | None
    citation: bytes
    pmid: bytes
    marks: bytes
    """What stands behind the PMID, element by element."""

    def printed(self) -> tuple[str, str, str, str]:
        """Return what title, authors, citation and PMID are for a reader."""
        title = _TAG.sub(b"", self.title) if self.tag else self.title
        return _text(title), _text(self.authors or b""), _text(self.citation), _text(self.pmid)

    def said(self) -> list[tuple[str, str]]:
        """Return the class and the text of each element behind the PMID."""
        return [(role.decode(), _text(text)) for role, text in _MARK.findall(self.marks)]


def _text(printed: bytes) -> str:
    text = printed.decode()
    if "&" in text:
        from html import unescape  # noqa: PLC0415 - its table of names takes longer than a page

        text = unescape(text)
    return squash(text)


class Taken(NamedTuple):
    """A list whose entries all have the usual form."""

    start: int
    end: int
    """What needs not be parsed: from inside of its first entry to inside of its last."""
    entries: list[Docsum]


def usual_lists(html: bytes, start: int, end: int) -> dict[str, Taken]:
    """Find the lists of usual form in a stretch that begins in plain markup, by their ids.

    Lists that share an id are none.
    """
    found: dict[str, Taken | None] = {}
    while (
        len(found) <= _MOST
        and (at := html.find(_LIST_START, start, end)) >= 0
        and is_markup(html, start, at)
    ):
        start = at + 1
        if opener := _LIST.match(html, at, end):
            taken = _taken(html, opener.end(), end)
            name = opener[1].decode()
            found[name] = None if name in found else taken
            start = taken.end if taken else start
    sound = html.find(b"\0", 0, end) < 0  # which the parser leaves out
    return {name: taken for name, taken in found.items() if taken and sound}


def _taken(html: bytes, start: int, end: int) -> Taken | None:
    """Take a list from where its entries begin, if all are usual."""
    entries = []
    at = start
    while (found := _ENTRY.match(html, at, end)) and not _ODD.search(html, at, found.end()):
        entries.append(Docsum(*found.groups()))
        at = found.end()
    if not (entries and _LIST_END.match(html, at, end)):
        return None
    return Taken(html.index(b">", start) + 1, html.rindex(b"</li>", start, at), entries)
