"""The rendering without its boilerplate, for `strip`."""

from collections.abc import Sequence
from typing import Final

from scraper.normalize import squash
from scraper.rendering.noise import is_noise
from scraper.rendering.segment import Segments

_KEPT: Final = frozenset({"PubMed Disclaimer"})
"""Never part of a value, but a line of the article: it stands where the abstract ends."""


def stripped(physical: Sequence[str], segments: Segments) -> str:
    """Return the article's lines as they are, between banner and footer."""
    article = physical if segments.anchor is None else physical[segments.begin : segments.end]
    kept = [line for line in article if squash(line) in _KEPT or not is_noise(squash(line))]
    while kept and not kept[0].strip():
        del kept[0]
    while kept and not kept[-1].strip():
        del kept[-1]
    return "".join(kept)
