"""How much the renderings gave when last measured. A floor goes up, never down.

``python -m tests.rendering.floors`` measures anew, with the libraries that are installed; the
floors hold for the oldest that the ``test`` extra allows, too.
"""

from typing import Final, NamedTuple


class Yield(NamedTuple):
    """What the renderings of all pages of a folder gave."""

    records: int
    """How many gave a record; the others are refused in words."""
    named: int
    """How many of the fields that a full rendering keeps were there in full."""
    values: int
    """How many values there were in all."""


FLOORS: Final[dict[str, dict[str, Yield]]] = {
    "samples": {
        "resiliparse, main content": Yield(25, 128, 1695),
        "resiliparse, main content without alt": Yield(25, 128, 1688),
        "resiliparse": Yield(25, 223, 3654),
        "resiliparse without alt": Yield(25, 223, 3647),
        "resiliparse with links": Yield(24, 217, 3588),
        "html2text": Yield(25, 253, 3917),
        "html2text, plain": Yield(25, 256, 3926),
        "inscriptis": Yield(25, 256, 3922),
        "inscriptis with links": Yield(25, 256, 3924),
        "trafilatura": Yield(19, 111, 2032),
        "trafilatura, precise": Yield(1, 5, 54),
        "trafilatura, Markdown": Yield(18, 104, 2082),
        "BeautifulSoup, lines": Yield(25, 254, 3883),
        "BeautifulSoup, stripped lines": Yield(25, 247, 3822),
        "BeautifulSoup, bare": Yield(22, 227, 3693),
        "markdownify": Yield(25, 256, 3904),
        "markdownify, wrapped": Yield(25, 256, 3926),
        "innerText": Yield(25, 256, 3924),
        "innerText, styled": Yield(25, 237, 3883),
        "lynx": Yield(25, 252, 3912),
        "lynx without links": Yield(25, 252, 3912),
        "lynx, wide": Yield(25, 252, 3912),
    },
    "corpus": {
        "resiliparse, main content": Yield(13, 64, 373),
        "resiliparse, main content without alt": Yield(13, 64, 356),
        "resiliparse": Yield(13, 119, 1868),
        "resiliparse without alt": Yield(13, 119, 1856),
        "resiliparse with links": Yield(12, 113, 1765),
        "html2text": Yield(13, 124, 1978),
        "html2text, plain": Yield(13, 124, 1978),
        "inscriptis": Yield(13, 124, 1990),
        "inscriptis with links": Yield(13, 124, 2002),
        "trafilatura": Yield(5, 28, 545),
        "trafilatura, precise": Yield(0, 0, 0),
        "trafilatura, Markdown": Yield(4, 23, 525),
        "BeautifulSoup, lines": Yield(13, 123, 1848),
        "BeautifulSoup, stripped lines": Yield(13, 121, 1836),
        "BeautifulSoup, bare": Yield(6, 56, 1311),
        "markdownify": Yield(13, 124, 1973),
        "markdownify, wrapped": Yield(13, 123, 1977),
        "innerText": Yield(13, 124, 1994),
        "innerText, styled": Yield(13, 118, 1986),
        "lynx": Yield(13, 124, 1976),
        "lynx without links": Yield(13, 124, 1976),
        "lynx, wide": Yield(13, 124, 1976),
    },
}
"""Folder → renderer → floor. Of ``samples`` 25 pages with 260 named fields, of ``corpus`` 13 with 127."""


def main() -> None:
    """Print what is measured now."""
    from tests.rendering.test_renderers import FOLDERS, RENDERERS, measured  # noqa: PLC0415

    for folder in FOLDERS:
        for name in RENDERERS:
            found, wrong = measured(folder, name)
            print(f'{folder:8} "{name}": {found!r}, wrong values: {wrong}')  # noqa: T201


if __name__ == "__main__":
    main()
