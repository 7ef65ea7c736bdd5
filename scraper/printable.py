"""Text that can stand in files and pages of ours."""

import re
from typing import Final

_NOWHERE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

_TURNING: Final = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    r"""Replace what neither XML nor HTML may hold: controls, separators, half characters.

    >>> clean("a\x00b\x1b[31m c")
    'a\ufffdb\ufffd[31m c'
    """
    return _NOWHERE.sub("\ufffd", text)


def shown(text: str) -> str:
    r"""Return text for a page: clean, and without the marks that turn the text behind it.

    ``<bdi>`` alone does not do: an isolate that the text opens and never ends (U+2066) takes
    the end of the element for its own.

    >>> shown("\u202eabc \u2066def\x00")
    'abc def\ufffd'
    """
    return _TURNING.sub("", clean(text))


def cut(text: str, letters: int) -> str:
    """Shorten text that has more than so many letters.

    >>> cut("Dust, soil and the lung", 11), cut("Dust", 11)
    ('Dust, soil…', 'Dust')
    """
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"
