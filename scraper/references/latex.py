r"""Text as LaTeX: UTF-8, with the characters that LaTeX takes for its own written out.

BibTeX counts every brace, also one behind a backslash, so that ``\{`` would end a value too
early: the two are ``{\textbraceleft}`` and ``{\textbraceright}``. Each command is a group of
its own, which eats no space and which BibTeX's change of case leaves alone. ``<`` and ``>``
come out as other characters in LaTeX's old fonts, two hyphens and two quotes as one.
"""

import html
import re
from typing import Final

_COMMANDS: Final = {
    "\\": "textbackslash",
    "{": "textbraceleft",
    "}": "textbraceright",
    "~": "textasciitilde",
    "^": "textasciicircum",
    "<": "textless",
    ">": "textgreater",
    "|": "textbar",
}
_ESCAPES: Final = str.maketrans(
    {said: f"{{\\{name}}}" for said, name in _COMMANDS.items()} | {c: f"\\{c}" for c in "&%$#_"}
)
_LIGATURE: Final = re.compile(r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=[?!])(?=`)")
_MARKUP: Final = {
    "<i>": "\\textit{",
    "<b>": "\\textbf{",
    "<u>": "\\underline{",
    "<sub>": "\\textsubscript{",
    "<sup>": "\\textsuperscript{",
}
_TAG: Final = re.compile(r"(</?(?:b|i|u|su[bp])>)")
_WORD: Final = re.compile(r"[^\W_](?:[^\s<>]*[^\W_])?")
_KEPT_BY_BIBTEX: Final = re.compile(r"(?:^|: )$")
"""Where BibTeX leaves a capital as it is: at the very beginning and after a colon."""


def escaped(text: str) -> str:
    r"""Return LaTeX that prints the text.

    >>> print(escaped("R&D {50%} --"))
    R\&D {\textbraceleft}50\%{\textbraceright} -{}-
    """
    return _LIGATURE.sub("{}", text.translate(_ESCAPES))


def title(text: str, markup: str | None = None) -> str:
    r"""Return a title as LaTeX: its words with capitals in braces, its markup as commands.

    Args:
        text: The title.
        markup: Its marked-up twin (``title_html``), where it has one.

    >>> print(title("The TERT gene: Tides in Ålesund", "The <i>TERT</i> gene: Tides in Ålesund"))
    The \textit{TERT} gene: Tides in {Ålesund}
    """
    if markup is None or not _is_nested(markup):
        return _protected(text, "")
    written, before, depth = [], "", 0
    for piece in _TAG.split(markup):
        if _TAG.fullmatch(piece):
            written.append(_MARKUP.get(piece, "}"))
            depth += 1 if piece in _MARKUP else -1
        else:
            plain = html.unescape(piece)
            written.append(_grouped(plain) if depth else _protected(plain, before))
            before += plain
    return "".join(written)


def _is_nested(markup: str) -> bool:
    """Tell whether each tag has its end: one too many would end the value, too."""
    begun: list[str] = []
    for tag in _TAG.findall(markup):
        if tag in _MARKUP:
            begun.append(tag)
        elif not begun or begun.pop() != tag.replace("/", ""):
            return False
    return not begun


def _grouped(text: str) -> str:
    """Escape the text of a group, where BibTeX keeps capitals unless a command begins it."""
    written = escaped(text)
    return f"{{}}{written}" if written.startswith("\\") else written


def _protected(text: str, before: str) -> str:
    """Escape a piece of a title and brace its words with capitals; ``before`` stands before it."""
    parts, end = [], 0
    for word in _WORD.finditer(text):
        parts.append(escaped(text[end : word.start()]))
        first = _KEPT_BY_BIBTEX.search(before + text[: word.start()]) is not None
        said = word[0][1:] if first else word[0]
        braced = any(map(str.isupper, said)) or any(map(str.istitle, said))
        parts.append(f"{{{escaped(word[0])}}}" if braced else escaped(word[0]))
        end = word.end()
    return "".join([*parts, escaped(text[end:])])
