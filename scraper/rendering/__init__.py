"""Text renderings of PubMed pages: the layout `TextPage`, and how one is recognized.

The modules that read them take as long to import as all others, so that the first rendering
loads them. Until then `TextPage` is the base that it has in `scraper.rendering.layout`: enough
to tell readers which pages are theirs.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scraper.rendering.doubt import without_doubt
    from scraper.rendering.page import TextPage
    from scraper.rendering.recognition import recognize
else:
    from scraper.rendering.layout import Rendering as TextPage

__all__ = ["TextPage", "recognize", "without_doubt"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a function of one of two modules
    places = {"recognize": "recognition", "without_doubt": "doubt"}
    if name not in places:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{places[name]}"), name)
