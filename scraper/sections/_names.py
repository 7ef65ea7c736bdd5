"""Shared by authors and collaborators of modern pages: the parts of a name, from its link."""

import re
from typing import Final
from urllib.parse import unquote_plus

from scraper import normalize
from scraper.names import SUFFIXES

_TERM: Final = re.compile(r"[?&]term=([^&#]*)")


def linked_name_parts(name: str, href: str) -> dict[str, str | None]:
    """Split a name by its link's search term ``Last II``, which MEDLINE's data gave.

    A name without such a link, or with a corporate one, is a group.

    >>> linked_name_parts("Bo Vale Jr", "/?term=Vale+B+Jr&cauthor_id=1")["fore_name"]
    'Bo'
    """
    found = _TERM.search(href)
    term = normalize.squash(unquote_plus(found[1])) if found else ""
    if not term or "cauthor_id=" not in href or "[corporate author]" in term.lower():
        return {"collective_name": name}
    words = term.removesuffix("[Author]").split()
    suffix = initials = None
    ends_alike = name.rstrip(".").endswith(f" {words[-1]}")
    if len(words) > 2 and words[-1] in SUFFIXES and ends_alike:  # noqa: PLR2004 - Last II Jr
        suffix = words.pop()
    if len(words) > 1:
        initials = words.pop()
    last_name = " ".join(words)
    before = name.removesuffix(suffix or "").rstrip(" ,")
    fore_name = before[: -len(last_name)].strip() if before.endswith(last_name) else ""
    return {
        "last_name": last_name,
        "fore_name": fore_name or None,
        "initials": initials,
        "suffix": suffix,
    }
