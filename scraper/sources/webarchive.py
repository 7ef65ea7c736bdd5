"""Safari's web archives: a property list with the page and all its parts.

Its reader wants the whole of it, images too; it may be eight times as large as a page.
"""

import plistlib
from io import BytesIO
from typing import Final
from xml.parsers.expat import ExpatError

from scraper.errors import Unreadable
from scraper.sources.archive import Archive
from scraper.sources.forward import Forward
from scraper.sources.read import RawPage, whole

_WITH_PARTS: Final = 8
_FAULTS: Final = (ValueError, TypeError, AttributeError, LookupError, RecursionError, ExpatError)


def webarchive_page(stream: Forward, archive: Archive) -> RawPage:
    """Read the main resource.

    Raises:
        Unreadable: it is damaged, or no web archive.
        TooLarge: it is larger than allowed.
    """
    data = whole(stream, archive.source, _WITH_PARTS * archive.max_bytes)
    try:
        main = plistlib.loads(data)["WebMainResource"]
        page, url, charset = (
            main.get(f"WebResource{part}") for part in ("Data", "URL", "TextEncodingName")
        )
    except _FAULTS as error:
        message = "damaged, or no web archive of Safari: it has no main resource; save it again"
        raise Unreadable(message) from error
    if not isinstance(page, bytes):
        raise Unreadable("this web archive holds no page; save it again")
    return RawPage(
        source=archive.source,
        data=whole(BytesIO(page), archive.source, archive.max_bytes),
        url=url if isinstance(url, str) else None,
        charset=charset if isinstance(charset, str) else None,
    )
