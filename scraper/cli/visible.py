r"""Make text from pages and file names harmless to a terminal.

A page can carry escape sequences that recolour or rewrite the screen, and marks that
turn the direction of writing, so that a name looks like another. They become visible
escapes, ``\u001b``. The escapes are JSON's, so that a record stays the same record.
"""

import re

# Compiled when there is something to show, which most runs have not.
# C0, DEL and C1 controls; bidi marks, embeddings and isolates; line and paragraph
# separators; lone surrogates, which no terminal can print.
_HARMFUL = r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
_HARMFUL_IN_LINES = _HARMFUL.replace(r"\x00-\x1f", r"\x00-\x08\x0b-\x1f")
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def visible(text: str) -> str:
    r"""Return text of one line with every harmful character as an escape.

    >>> print(visible("a\nb\x1b[31mc\u202ed"))
    a\nb\u001b[31mc\u202ed
    """
    return re.sub(_HARMFUL, _escape, text)


def visible_lines(text: str) -> str:
    r"""Like :func:`visible`, but line ends and tabs stay as they are.

    >>> visible_lines("a\n\tb\x9b") == "a\n\tb" + r"\u009b"
    True
    """
    return re.sub(_HARMFUL_IN_LINES, _escape, text)


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    return _SHORT.get(char) or f"\\u{ord(char):04x}"
