"""The layouts: each draws a page and the record that it shows."""

import re
from collections.abc import Callable, Mapping
from random import Random
from typing import Any, Final

from tests.pagegen import ERAS, modern_page, saved, text_rendering
from tests.pagegen.copied import browser_copy
from tests.pagegen.drawing import copied, extracted, legacy, modern, text
from tests.pagegen.drawing.chance import chance
from tests.pagegen.legacy import LEGACY_ERAS, abstractplus_page, legacy_page

Json = dict[str, Any]
Drawn = tuple[str, Json]


def _modern(era: str) -> Callable[[Random], Drawn]:
    def draw(random: Random) -> Drawn:
        record = modern.article(random)
        page = modern_page(record, era=era, **modern.options(random, record))
        return _handled(random, page, record)

    return draw


def _handled(random: Random, page: str, record: Json) -> Drawn:
    """Draw what happened to the page before it was read; mostly nothing."""
    kind = random.randint(0, 9)
    if kind == 1:
        thumbnails = [figure | {"thumbnail_url": None} for figure in record["figures"]]
        return saved.browser_saved(page, record["page"]["url"], "Page"), record | {
            "figures": thumbnails  # the browser laid its copies beside the page
        }
    if kind == 2:
        return saved.highlighted(page, _words(record["title"])), record
    if kind == 3:
        return saved.respaced(page, random), record
    if kind == 4:
        return saved.relative(page), record
    return _written(random, page), record


def _words(title: str) -> list[str]:
    """Give words to search for, but not the name of a character reference."""
    return [word for word in re.findall(r"[^\W\d_]{3,}", title) if word != "amp"][:2] or ["the"]


def _written(random: Random, page: str) -> str:
    ways = (str, str, saved.decomposed, saved.in_ascii, saved.emphasized)
    return random.choice(ways)(page)


def _legacy(era: str) -> Callable[[Random], Drawn]:
    def draw(random: Random) -> Drawn:
        record = legacy.article(random, era)
        page = legacy_page(record, era=era, from_search=chance(random, 0.2))
        return _written(random, page), record

    return draw


def _abstractplus(random: Random) -> Drawn:
    record = legacy.abstractplus(random)
    return _written(random, abstractplus_page(record)), record


def _text(random: Random) -> Drawn:
    record, options = text.article(random)
    return _typed(random, text_rendering(record, **options)), record


def _extracted(era: str) -> Callable[[Random], Drawn]:
    def draw(random: Random) -> Drawn:
        page, record = extracted.article(random, era)
        return _typed(random, page), record

    return draw


def _copied(random: Random) -> Drawn:
    record, how = copied.article(random)
    return _typed(random, browser_copy(record, how)), record


def _typed(random: Random, page: str) -> str:
    ways = (str, str, saved.decomposed, lambda page: page.replace("\n", "\r\n"))
    return random.choice(ways)(page)


LAYOUTS: Final[Mapping[str, Mapping[str, Callable[[Random], Drawn]]]] = {
    "modern": {era: _modern(era) for era in ERAS},
    "legacy": {era: _legacy(era) for era in LEGACY_ERAS},
    "abstractplus": {"2009": _abstractplus},
    "text": {"written": _text, "2020": _extracted("2020"), "2025": _extracted("2025")},
    "copied": {"modern": _copied},
}
"""Each layout, and what draws a page of it, by the form that a page may have."""
