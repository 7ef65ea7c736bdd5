"""Lists of PMIDs: one a line, with comments, ``PMID:`` prefixes and PubMed's addresses.

A line that is none of these is an error with its number; nothing is guessed.
"""

import codecs
import io
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final, cast

from attrs import define

from scraper.errors import CrawlError
from scraper.sources.address import pmid_of

_PMID: Final = re.compile(r"[1-9][0-9]{0,8}")
_PREFIX: Final = re.compile(r"PMID\s*:?\s*(?=[0-9])", re.IGNORECASE | re.ASCII)
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMENT: Final = re.compile(r"(?:^|\s)#.*", re.DOTALL)
_LONGEST: Final = 500
_SHOWN: Final = 40
_PAGE: Final = 2**16


@define
class ListCount:
    """What was found in the lists of a run."""

    accepted: int = 0
    """PMIDs, the doubled ones too."""
    doubled: int = 0
    invalid: int = 0


class Seen:
    """Which PMIDs have come already: a bit each, in pages of 65,536; at most 125 MB."""

    def __init__(self) -> None:
        self._pages: dict[int, bytearray] = {}
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, pmid: str) -> bool:
        """Take note of a PMID; tell whether it is new."""
        high, low = divmod(int(pmid), _PAGE)
        page = self._pages.get(high)
        if page is None:
            page = self._pages[high] = bytearray(_PAGE // 8)
        bit = 1 << (low & 7)
        if page[low >> 3] & bit:
            return False
        page[low >> 3] |= bit
        self._count += 1
        return True


def pmid(text: str) -> str | None:
    r"""Return the PMID that a word names, or None.

    >>> pmid("90400005"), pmid("PMID: 90400005"), pmid("https://pubmed.ncbi.nlm.nih.gov/90400005/")
    ('90400005', '90400005', '90400005')
    >>> pmid("090400005"), pmid("90_400"), pmid("\uff19\uff10"), pmid("1,2")
    (None, None, None, None)
    """
    word = text.strip()
    word = word[found.end() :] if (found := _PREFIX.match(word)) else word
    if _PMID.fullmatch(word):
        return word
    if not word.isascii():
        return None
    address = word if "://" in word else f"https://{word}"
    return pmid_of(address) if "/" in word else None


def distinct(
    given: Iterable[str | CrawlError], count: ListCount, seen: Seen
) -> Iterator[str | CrawlError]:
    """Pass each PMID on once, and each error."""
    for found in given:
        if isinstance(found, CrawlError):
            count.invalid += 1
            yield found
            continue
        count.accepted += 1
        if seen.add(found):
            yield found
        else:
            count.doubled += 1


def from_words(words: Iterable[str], source: str) -> Iterator[str | CrawlError]:
    """Read PMIDs given one by one, as arguments or by a program."""
    for number, word in enumerate(words, 1):
        yield pmid(word) or _invalid(word, f"{source} {number}")


def from_list(stream: BinaryIO, source: str) -> Iterator[str | CrawlError]:
    """Read a list as it comes, in bounded memory.

    Args:
        stream: UTF-8, or UTF-16 with its mark; lines end with LF, CR LF or CR.
        source: what to call it in errors.
    """
    can_peek = hasattr(stream, "peek")
    reader = cast("io.BufferedReader", stream if can_peek else io.BufferedReader(stream))
    encoding = next((name for bom, name in _BOMS if reader.peek(4).startswith(bom)), "utf-8")
    text = io.TextIOWrapper(reader, encoding, errors="backslashreplace", newline=None)
    try:
        for number, line in _lines(text):
            word = (_COMMENT.sub("", line) if "#" in line else line).strip()
            if _PMID.fullmatch(word):  # as nearly all: a list may be long
                yield word
            elif word:
                yield pmid(word) or _invalid(word, f"{source}:{number}")
    finally:  # the stream is the caller's
        text.detach()
        if not can_peek:
            reader.detach()


def _lines(text: io.TextIOWrapper) -> Iterator[tuple[int, str]]:
    """Number the lines; of one too long yield the beginning and a mark, which is no PMID."""
    number, is_start = 0, True
    while line := text.readline(_LONGEST):
        number += is_start
        is_whole = line.endswith("\n") or len(line) < _LONGEST
        if is_start:
            yield number, line if is_whole else f"{line}…"
        is_start = is_whole


def _invalid(word: str, source: str) -> CrawlError:
    shown = word.strip()
    shown = f"{shown[:_SHOWN]}…" if len(shown) > _SHOWN else shown
    return CrawlError(
        f"{shown!r} is no PMID: 1 to 9 digits, one a line",
        source=source,
        code="invalid_pmid",
        state="invalid",
    )
