"""Text that can stand in any file of ours."""

import re
from typing import Final

_NOWHERE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    r"""Replace what neither XML nor HTML may hold: controls, separators, half characters.

    >>> clean("a\x00b\x1b[31m c")
    'a\ufffdb\ufffd[31m c'
    """
    return _NOWHERE.sub("\ufffd", text)
