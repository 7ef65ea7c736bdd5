"""What kind of container is this? Its first bytes say it, else the ending of its name."""

import re
from typing import Final

HEAD: Final = 4096
"""How many bytes are looked at."""

COMPRESSED: Final = frozenset({"gz", "bz2", "xz", "zst"})
"""Kinds that are one compressed stream around something else."""

PAGE_ENDINGS: Final = (".html", ".htm", ".xhtml", ".txt", ".nbib", ".medline", ".xml")
"""What a page's name ends with, in any case; of what ends with ``.xml``, see `is_pubmed_xml`."""

NAMES: Final = (
    f"a page's name ends with {' '.join(PAGE_ENDINGS)}, and .xml counts where it is PubMed's"
)
"""The same in words, for who finds none."""

_SUFFIXES: Final = (".gz", ".zst", ".xz", ".bz2")
_CRAWLS: Final = tuple(
    ending + suffix for ending in (".warc", ".wet") for suffix in ("", *_SUFFIXES)
)
_SINGLE: Final = (".mht", ".mhtml", ".webarchive")
_ARCHIVES: Final = (
    *(".zip", ".wacz", ".maff", ".tgz", ".txz", ".tbz2", ".tar", *_CRAWLS),
    *(".tar" + suffix for suffix in _SUFFIXES),
)

MEMBER_ENDINGS: Final = (
    *PAGE_ENDINGS,
    *(ending + suffix for ending in PAGE_ENDINGS for suffix in _SUFFIXES),
)
"""What the name of a member of an archive ends with that is a page."""

FOUND_ENDINGS: Final = (
    *MEMBER_ENDINGS,
    *_ARCHIVES,
    *_SINGLE,
    *(ending + suffix for ending in _SINGLE for suffix in _SUFFIXES),
)
"""What a name ends with that a search of folders does not pass over."""

_BY_BYTES: Final = (
    ("gz", re.compile(rb"\x1f\x8b")),
    ("xz", re.compile(rb"\xfd7zXZ\x00")),
    ("zst", re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18")),
    ("bz2", re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)")),
    (  # SingleFile's compressed pages are HTML that unpacks the archive in it
        "zip",
        re.compile(
            rb"PK(?:\x03\x04|\x05\x06)"
            rb"|(?:\xef\xbb\xbf)?\s*(?:<![^>]*>)?\s*<html data-sfz>"
        ),
    ),
    ("warc", re.compile(rb"WARC/")),
    ("job", re.compile(rb"SQLite format 3\0.{52}PMJB", re.DOTALL)),  # see crawler/database.py
    ("tar", re.compile(rb".{257}ustar", re.DOTALL)),
    ("webarchive", re.compile(rb"bplist00|\s*<\?xml[^>]*>\s*<!DOCTYPE plist\b")),
    (
        "mhtml",
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:[a-z][a-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?"
            rb"content-type:\s*(?:multipart/related|text/html)\b",
            re.IGNORECASE,
        ),
    ),
)
_BY_ENDING: Final = {
    "zip": "zip",
    "tar": "tar",
    "warc": "warc",
    "wet": "warc",
    "mht": "mhtml",
    "mhtml": "mhtml",
    "webarchive": "webarchive",
}
_XML_ENDINGS: Final = (".xml", *(f".xml{suffix}" for suffix in _SUFFIXES))
_PUBMED_XML: Final = re.compile(rb"Pubmed(?:Book)?Article")
_MARKUP: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")


def kind_of(head: bytes, name: str) -> str | None:
    """Name the kind of a container; None for a page.

    The name counts only where the bytes say nothing, and not for a compressed page: a
    ``page.html.gz`` that holds the bare page, as some servers leave it, is a page.
    """
    for kind, magic in _BY_BYTES:
        if magic.match(head):
            return kind
    return None if _MARKUP.match(head) else _BY_ENDING.get(name.lower().rpartition(".")[2])


def inner_name(name: str) -> str:
    """Return the name of what is compressed: ``x.tar`` for ``x.tar.gz`` and ``x.tgz``.

    >>> inner_name("x.tgz"), inner_name("x.warc.gz"), inner_name("x.html.zst")
    ('x.tar', 'x.warc', 'x.html')
    """
    stem, _, ending = name.rpartition(".")
    return f"{stem}.tar" if ending.lower() in {"tgz", "txz", "tbz2"} else stem


def is_crawl(name: str) -> bool:
    """Tell by its name whether a member of an archive is a WARC or WET file, as in WACZ."""
    return name.lower().endswith(_CRAWLS)


def is_archive(name: str) -> bool:
    """Tell by its name whether something can hold several pages."""
    return name.lower().endswith(_ARCHIVES)


def can_be_split(name: str) -> bool:
    """Tell by its name whether a container's records can be found from any place on.

    Each record of a compressed WARC or WET file is a member of its own; a record of a plain
    one can hold what looks like the beginning of another.
    """
    return name.lower().endswith((".warc.gz", ".wet.gz"))


def is_xml(name: str) -> bool:
    """Tell by its name whether a page is an XML file, which can be anybody's."""
    return name.lower().endswith(_XML_ENDINGS)


def is_pubmed_xml(head: bytes) -> bool:
    """Tell by its first bytes whether an XML file is PubMed's, in whatever encoding.

    One that is not, and that a search came upon, is passed over: folders are full of them.

    >>> is_pubmed_xml(b"<PubmedArticleSet>"), is_pubmed_xml(b'<article dtd-version="1.3">')
    (True, False)
    >>> is_pubmed_xml("<PubmedBookArticle>".encode("utf-16"))
    True
    """
    return _PUBMED_XML.search(head.replace(b"\0", b"")) is not None
