"""The rendering without its boilerplate, for `strip`."""

from collections.abc import Sequence

from scraper.rendering.noise import is_noise
from scraper.rendering.segment import Segments
from scraper.normalize import squash


def stripped(physical: Sequence[str], segments: Segments) -> str:
    """Return the article's lines as they are, between banner and footer."""
    if segments.anchor is None:
        kept = [line for line in physical if not is_noise(squash(line))]
    else:
        kept = [line for line in physical[segments.begin : segments.end] if not is_noise(squash(line))]
    while kept and not kept[0].strip():
        del kept[0]
    while kept and not kept[-1].strip():
        del kept[-1]
    return "".join(kept)
