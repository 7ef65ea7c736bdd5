"""Members of an archive: what they are called, and which of them are pages."""

import re
from collections import OrderedDict, deque
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final

from scraper.sources.archive import Found
from scraper.sources.kinds import MEMBER_ENDINGS, is_crawl
from scraper.sources.read import RawPage

_HARMFUL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_PARTS_FOLDER: Final = "_files"
_SAVED_PAGE: Final = re.compile(r"(.+)\.x?html?(?:\.(?:gz|zst|bz2|xz))?", re.IGNORECASE | re.DOTALL)
_REMEMBERED: Final = 2**16
_OVERHEAD: Final = 1000


def shown(name: str) -> str:
    r"""Return a member's name as a relative path without ``..`` and control characters.

    Nothing is ever written under this name; it only says where a record came from.

    >>> shown("../../etc/x.html"), shown("C:\\a\\x.html"), shown("/a//./b.html")
    ('etc/x.html', 'a/x.html', 'a/b.html')
    >>> print(shown("a\x1b[31m.html"))
    a\x1b[31m.html
    """
    parts = _DRIVE.sub("", name, count=1) if _DRIVE.match(name) else name
    kept = [part for part in parts.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    return harmless("/".join(kept))


def harmless(text: str) -> str:
    r"""Return text in which control characters and what is no UTF-8 are escaped.

    >>> print(harmless("a\nb\udce9"))
    a\x0ab\xe9
    """
    return _HARMFUL.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code >= 0xDC80:  # noqa: PLR2004 - a byte that is no UTF-8, as Python smuggles it
        code -= 0xDC00
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004


def counts(name: str) -> bool:
    """Tell whether a member is read: a page or a crawl by its ending, without a dot name above."""
    if not (name.lower().endswith(MEMBER_ENDINGS) or is_crawl(name)):
        return False
    return not any(part.startswith(".") for part in shown(name).split("/"))


class PartsFolders:
    """Leaves out what lies in a browser's folder ``x_files`` beside its page ``x.html``.

    An archive may have the folder before the page. Pages of such a folder wait, in
    ``limit`` bytes of memory, until their page has come or the archive has ended; what
    does not fit goes on as if it had no page beside it. Of pages that came, the last
    65,536 are remembered.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._seen: OrderedDict[str, None] = OrderedDict()
        self._waiting: deque[tuple[list[str], Found]] = deque()
        self._awaited: set[str] = set()
        self._held = 0

    def without(self, members: Iterable[tuple[str, Found]]) -> Iterator[Found]:
        """Pass on the members that are pages of their own."""
        for name, found in members:
            path = PurePosixPath(shown(name))
            self._remember(path)
            owners = _owners(path)
            if not owners:
                yield found
            elif self._seen.keys().isdisjoint(owners):
                self._wait(owners, found)
                yield from self._overflow()
        for _, found in self._waiting:
            yield found

    def _remember(self, path: PurePosixPath) -> None:
        page = _SAVED_PAGE.fullmatch(path.name)
        if page is None:
            return
        stem = str(path.with_name(page[1]))
        self._seen[stem] = None
        if len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        if stem in self._awaited:
            self._awaited.discard(stem)
            self._waiting = deque(item for item in self._waiting if stem not in item[0])
            self._held = sum(_size(found) for _, found in self._waiting)

    def _wait(self, owners: list[str], found: Found) -> None:
        self._waiting.append((owners, found))
        self._awaited.update(owners)
        self._held += _size(found)

    def _overflow(self) -> Iterator[Found]:
        while self._held > self._limit:
            _, found = self._waiting.popleft()
            self._held -= _size(found)
            yield found


def _size(found: Found) -> int:
    return _OVERHEAD + (len(found.data) if isinstance(found, RawPage) else 0)


def _owners(path: PurePosixPath) -> list[str]:
    """Return the pages, without their endings, whose parts a member may be one of."""
    return [
        str(folder).removesuffix(_PARTS_FOLDER)
        for folder in path.parents
        if folder.name.endswith(_PARTS_FOLDER) and folder.name != _PARTS_FOLDER
    ]
