"""Markdown, as reader services and HTML-to-Markdown programs give pages: back to plain lines."""

import re
from collections.abc import Iterator, Sequence

_IS_MARKDOWN = re.compile(
    r"^[ \t]{0,3}#{1,6}[ \t]+(?!Contributed)\S|\]\((?:https?:|/)|^(?:={5,}|-{5,})[ \t]*$"
    r"|^- (?:PMID|PMCID|DOI):",
    re.MULTILINE,
)
_RULE = re.compile(r"\s*(?:={3,}|-{3,}|\*{3,}|_{3,}|(?:\* ){2,}\*)\s*")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_BULLET = re.compile(r"\s{0,8}[*+-]\s+(?=\S)")
_LINK = re.compile(
    r"!?\[((?:[^\[\]]++|\[[^\[\]]*+\])*+)\]"
    r"\([^()\s\"]*+(?:\([^()\s]*+\)[^()\s\"]*+)*+(?:\s++\"[^\"]*+\")?\s*+\)"
)
_SCRIPT = re.compile(r"\[([^\[\]]*+)\]\(javascript:[^;]*+;\)")
_STRONG = re.compile(r"\*\*(?=\S)([^*]{1,2000}?)\*\*")
_EMPHASIS = re.compile(r"(?<!\w)_(?=[^\s_])([^_]{0,2000}[^\s_])_(?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_FIRST_WORD = re.compile(r"\S+")
_SUSPENDED = re.compile(r"(?:and|or|to|and/or)\b")
_NARROWEST = 72
_WIDEST = 120


def is_markdown(text: str) -> bool:
    """Tell whether a text is Markdown: headings, links or underlines.

    >>> is_markdown("## Abstract"), is_markdown("# Contributed equally.")
    (True, False)
    """
    return _IS_MARKDOWN.search(text) is not None


def logical(physical: Sequence[str]) -> Iterator[tuple[int, str]]:
    r"""Yield (position, plain text) of each line; wrapped ones are one again.

    >>> list(logical(["## On [tests](https://pubmed.ncbi.nlm.nih.gov/1/)\n", "* **P**\\*\n"]))
    [(0, 'On tests'), (1, '  • P*')]
    """
    held: list[str] = []
    start = 0
    for at, raw in enumerate(physical):
        line = raw.rstrip("\r\n")
        if held and not _is_wrapped(physical[at - 1].rstrip("\r\n"), line):
            yield start, _plain(_unwrapped(held))
            held = []
        if not held:
            start = at
        held.append(line)
    if held:
        yield start, _plain(_unwrapped(held))


def _is_wrapped(before: str, line: str) -> bool:
    """Tell whether a line goes on the one before: no more of it had room there."""
    word = _FIRST_WORD.match(line)
    if word is None or not before.strip() or before.endswith("  ") or len(before) > _WIDEST:
        return False
    return len(before) + 1 + len(word[0]) > _NARROWEST and not _BULLET.match(line)


def _unwrapped(lines: Sequence[str]) -> str:
    text = lines[0].rstrip()
    pieces = [text]
    for line in lines[1:]:
        hyphen = text.endswith("-") and not text.endswith(" -") and not _SUSPENDED.match(line)
        pieces += [line.strip()] if hyphen else [" ", line.strip()]
        text = line.rstrip()
    return "".join(pieces)


def _plain(text: str) -> str:
    if _RULE.fullmatch(text):
        return ""
    text = _HEADING.sub("", text, count=1) if _HEADING.match(text) else text
    if bullet := _BULLET.match(text):
        text = f"  • {text[bullet.end() :]}"
    for mark in (_SCRIPT, _LINK, _LINK, _STRONG, _EMPHASIS):
        text = mark.sub(r"\1", text)
    return _ESCAPED.sub(r"\1", text)
