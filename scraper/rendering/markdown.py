"""Markdown, as reader services and HTML-to-Markdown programs give pages: back to plain lines."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from scraper.rendering.doubt import DOUBT

_IS_MARKDOWN = re.compile(
    r"^[ \t]{0,3}#{1,6}[ \t]+(?!Contributed)\S|\]\((?:https?:|/)|^(?:={5,}|-{5,})[ \t]*$"
    r"|^- (?:PMID|PMCID|DOI):",
    re.MULTILINE,
)
_SIGNS: Final = (
    ("#", "#"),
    ("]", "]("),
    ("=", "====="),
    ("-", "-----"),
    ("-", "- PM"),
    ("-", "- DOI:"),
)
"""What Markdown has at least one of, after its first character: that alone is sought first, as a
character is found ten times as fast, and most texts have none."""
_NO_PROSE = re.compile(r"^[ *+|\[]|\]\(|://")
_RULE = re.compile(r"\s*(?:={3,}|-{3,}|\*{2,}|_{2,}|(?:\* ){2,}\*)\s*")
_HEADING = re.compile(r"\s*#{1,6}(?:\s+|$)")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})\s*")
_BULLET = re.compile(r"\s{0,8}[*+-]\s+(?=\S)")
_DEFINITION = re.compile(r"\s*:\s+(?=\S)")
_LINK = re.compile(
    r"!?\[((?:[^\[\]]++|\[[^\[\]]*+\])*+)\]"
    r"\([^()\s\"]*+(?:\([^()\s]*+\)[^()\s\"]*+)*+(?:\s++\"[^\"]*+\")?\s*+\)"
)
_IMAGE = re.compile(
    r"!\[([^\[\]]*+)\]\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+(?:\s++\"[^\"]*+\")?\)"
)
_SCRIPT = re.compile(r"\[([^\[\]]*+)\]\(javascript:[^;]*+;\)")
_STRONG = re.compile(r"\*\*(?=\S)([^*]{1,2000}?)\*\*")
_EMPHASIS = re.compile(r"(?<![\w\\])_(?=[^\s_])([^_]{0,2000}[^\s_\\])_(?!\w)")
_STARRED = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]{0,2000}[^\s*\\])\*(?!\*)")
_RAISED = re.compile(r"<(su[bp])>(.{1,200}?)</\1>")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_FIRST_WORD = re.compile(r"\S+")
_SUSPENDED = re.compile(r"(?:and|or|to|and/or)\b")
_NARROWEST = 72
_WIDEST = 120
_ROOM = 15
"""What a full line leaves free at most, as a rule."""
_USUAL = 80
_MOST_IN_A_ROW = 20
"""How many lines stand between blank ones, as a rule, where paragraphs are parted by them."""
_PADDING_BULLET = "  * "
"""The bullets of html2text, which puts spaces around emphasis inside a word: ``_St_ -ZIP``."""
_PADDED = re.compile(
    r"(?:(?P<before>\w++)(?= (?:_|\*\*)))?(?P<text> ?(?P<mark>_|\*\*)(?=\S)[^_*]{1,2000}(?P=mark))"
    r"(?= (?P<after>[^\s\[\](){}.!?]\S*))?"
)
_SPLIT = re.compile(r"(?<=\w)(?= [^\w\s(\[*_])")
"""Before a character that the page writes as an entity, html2text puts a space as well."""
_SURE: Final = frozenset(
    """
    a after an and are as at be between by did does during for from had has have in is of on or
    than that the their these this to under was we were when which while with
    """.split()
)
"""Words that no word is glued to."""


def is_markdown(text: str) -> bool:
    """Tell whether a text is Markdown: headings, links or underlines.

    >>> is_markdown("## Abstract"), is_markdown("# Contributed equally.")
    (True, False)
    """
    signs = any(first in text and sign in text for first, sign in _SIGNS)
    return signs and _IS_MARKDOWN.search(text) is not None


def logical(physical: Sequence[str]) -> Iterator[tuple[int, str]]:
    r"""Yield (position, plain text) of each line; wrapped ones are one again.

    >>> list(logical(["## On [tests](https://pubmed.ncbi.nlm.nih.gov/1/)\n", "* **P**\\*\n"]))
    [(0, 'On tests'), (1, '  • P*')]
    """
    wraps = _wraps(physical)
    pads = any(line.startswith(_PADDING_BULLET) for line in physical)
    underlined = _underlined(physical)
    held: list[str] = []
    start = 0
    for at, raw in enumerate(physical):
        line = raw.rstrip("\r\n")
        goes_on = wraps and at > 0 and _is_wrapped(physical[at - 1].rstrip("\r\n"), line)
        if held and not (goes_on or at in underlined):
            yield from _plain(start, _unwrapped(held), pads=pads)
            if not wraps and held[-1].endswith(" -"):  # the bullet of the next item
                yield start, "-"
            held = []
        if not held:
            start = at
        held.append(line)
    if held:
        yield from _plain(start, _unwrapped(held), pads=pads)


def _underlined(physical: Sequence[str]) -> set[int]:
    """Return the lines of underlined headings but for the first of each."""
    found: set[int] = set()
    block = 0
    for at, line in enumerate(physical):
        if _UNDERLINE.fullmatch(line):
            found.update(range(block + 1, at))
        if not line.strip() or _UNDERLINE.fullmatch(line):
            block = at + 1
    return found


def _wraps(physical: Sequence[str]) -> bool:
    """Tell whether a program has broken the paragraphs: most long lines end at one column."""
    prose = (line.rstrip() for line in physical if not _NO_PROSE.search(line))
    long = sorted(len(line) for line in prose if len(line) > _NARROWEST - _ROOM)
    margin = long[-1 - len(long) // 10] if long else 0  # a tenth may stand out
    ending = sum(margin - _ROOM <= size <= margin for size in long)
    is_even = margin <= _USUAL or ending * 4 > len(long) * 3
    blank = sum(not line.strip("\r\n") for line in physical)
    return blank * _MOST_IN_A_ROW > len(physical) and is_even and margin <= _WIDEST


def _is_wrapped(before: str, line: str) -> bool:
    """Tell whether a line goes on the one before: no more of it had room there."""
    word = _FIRST_WORD.match(line)
    if word is None or not before.strip() or before.endswith("  ") or len(before) > _WIDEST:
        return False
    if before.startswith("    "):  # as of a definition, which programs do not wrap
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


def _plain(at: int, text: str, *, pads: bool) -> Iterator[tuple[int, str]]:
    """Yield what a line stands for; a picture's description stands on its own line."""
    if _RULE.fullmatch(text):
        yield at, ""
        return
    text = text.removesuffix(" -")
    if definition := _DEFINITION.match(text):
        text = text[definition.end() :]
    text = _HEADING.sub("", text, count=1) if _HEADING.match(text) else text
    if bullet := _BULLET.match(text):
        text = f"  • {text[bullet.end() :]}"
    text = _IMAGE.sub(r"\n\1\n", text)
    for mark in (_SCRIPT, _LINK, _LINK):
        text = mark.sub(r"\1", text)
    text = _PADDED.sub(_doubted, text) if pads else _STARRED.sub(r"\1", _STRONG.sub(r"\1", text))
    text = _RAISED.sub(r"\2", text) if "</su" in text else text
    for mark in (_STRONG, _EMPHASIS, _ESCAPED):
        text = mark.sub(r"\1", text)
    lines = text.split("\n")
    yield from ((at, line) for line in lines if line.strip() or len(lines) == 1)


def _doubted(found: re.Match[str]) -> str:
    """Mark the spaces around emphasis that the page may not have.

    >>> _PADDED.sub(_doubted, "the _St_ -ZIP").replace(DOUBT, "?")
    'the _St_? -ZIP'
    """
    before, text, after = found["before"] or "", found["text"], found["after"] or ""
    is_label = not found.string[: found.start()].strip(" •") and ":" in text[-4:]
    left = DOUBT if before and before.lower() not in _SURE else ""
    is_sure = not after or is_label or after[0] in "_*" or after.strip(",;:").lower() in _SURE
    right = "" if is_sure else DOUBT
    return f"{before}{left}{_SPLIT.sub(DOUBT, text)}{right}"
