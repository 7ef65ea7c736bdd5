"""The abstract's region: sections, keywords and copyright."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scraper.model import Section
from scraper.rendering.lines import Line, joined, paragraphs
from scraper.rendering.vocabulary import COPYRIGHT, LABEL_WORD, NO_ABSTRACT

_KEYWORDS = re.compile(r"(?:[A-Z]\w+ )?keywords?: ?(?P<words>.*)", re.IGNORECASE)
_LABELLED = re.compile(r"(?P<label>[^\s:][^:]{0,99}?): (?P<text>\S.*)")
_ONLY_LABEL = re.compile(r"[^\W_a-z][^.;:]{0,98}:")
_LABELS = re.compile(r"(?:[^\W_a-z][^.;:]{0,98}:\s*)+")
"""Labels without the text that stood under them."""
_ENDED = re.compile(r"[.?!:…][)\]\"'”’]{0,2}$")
_LABEL_LINE = re.compile(r"[A-Z][A-Z0-9 ,;/&()'-]{1,99}:|(?i:keywords:)")
_INLINE = re.compile(r"[.?!)] (?:[A-Z][a-z]+|[A-Z]{3,}): ")
_MOST_WORDS = 14
_FEW_WORDS = 3
_ENOUGH_WORDS = 12
_ENOUGH_LETTERS = 20
_COMMON = "the of and to with was were for that by is are at from this be as not"
_ENGLISH = frozenset(_COMMON.split())
_FAR_LETTER = re.compile(r"[^\W\d_\x00-ʯ]")
"""A letter of no Latin alphabet."""


class Abstract(NamedTuple):
    """What the region holds; ``sections`` is None where it is empty."""

    sections: tuple[Section, ...] | None
    keywords: tuple[str, ...] | None
    copyright: str | None
    other: tuple[Section, ...] = ()
    """The abstract in another language, printed below the first."""


def read_abstract(lines: Iterable[Line]) -> Abstract:
    """Read the lines under the heading ``Abstract``."""
    blocks = [joined(block) for block in _blocks(lines)]
    if any(NO_ABSTRACT.fullmatch(block) for block in blocks[:1]):
        nothing, blocks = True, blocks[1:]
    else:
        nothing = False
    words = [found["words"] for block in blocks if (found := _KEYWORDS.fullmatch(block))]
    texts, copyright_ = _part(blocks, alone=nothing)
    first, other = ((), texts) if nothing else _part_languages(texts)
    whole = first if words or copyright_ else first[:-1]
    lost = any(text.endswith(":") and _LABELS.fullmatch(text) for text in whole)
    sections = () if nothing else (None if lost else label(first) or None)
    labelled = any(section.label for section in sections or ())
    return Abstract(sections, _keywords(words), copyright_, label(other, structured=labelled))


def as_text(sections: Iterable[Section]) -> str:
    """Join sections by a blank line, a labelled one as ``Label: text``."""
    return "\n\n".join(f"{s.label}: {s.text}" if s.label else s.text for s in sections)


def _blocks(lines: Iterable[Line]) -> Iterable[Sequence[Line]]:
    """Paragraphs; a label or ``KEYWORDS:`` on its own line goes with what follows."""
    held: list[Line] = []
    for block in paragraphs(_parted(tuple(lines))):
        text = block[0].text
        if len(block) == 1 and text.endswith(":") and _ONLY_LABEL.fullmatch(text):
            held += block
            continue
        start = 0
        for at, line in enumerate(block):
            if (at > start or held) and (
                _KEYWORDS.fullmatch(line.text) or COPYRIGHT.match(line.text)
            ):
                yield [*held, *block[start:at]]
                held, start = [], at
            if line.text.endswith(":") and _LABEL_LINE.fullmatch(line.text):
                if at > start:
                    yield [*held, *block[start:at]]
                    held = []
                held.append(line)
                start = at + 1
        if start < len(block):
            yield [*held, *block[start:]]
            held = []
    if held:
        yield held


def _parted(lines: Sequence[Line]) -> Iterable[Line]:
    """Part paragraphs that no blank line parts: each line ends as a sentence does."""
    if any(line.gap for line in lines[1:]) or not all(_ENDED.search(x.text[-3:]) for x in lines):
        return lines
    return (line._replace(gap=True) for line in lines)


def _part(blocks: Sequence[str], *, alone: bool) -> tuple[list[str], str | None]:
    """Part the abstract's own paragraphs from keywords and copyright.

    Where there is no abstract, the copyright may stand ``alone``. The page's order is
    abstract, keywords, copyright; the old pages' abstract, copyright, keywords. So what
    follows the keywords is the copyright, and a last paragraph is when it says so itself.
    """
    places = [at for at, block in enumerate(blocks) if _KEYWORDS.fullmatch(block)]
    texts = list(blocks[: places[0]] if places else blocks)
    after = list(blocks[places[-1] + 1 :]) if places else []
    if after:
        return texts, " ".join(after)
    if len(texts) > (not alone) and COPYRIGHT.match(texts[-1]):
        return texts[:-1], texts[-1]
    return texts, None


def _part_languages(texts: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Part an English abstract from one in another language below it."""
    cut = next((at for at, text in enumerate(texts) if is_foreign(text)), len(texts))
    return (texts[:cut], texts[cut:]) if cut else (texts, ())


def is_foreign(text: str) -> bool:
    """Tell whether a paragraph is certainly not English: none of its commonest words in many.

    >>> is_foreign("Se midieron las horas de sueño " * 4), is_foreign("Too short to tell")
    (True, False)
    """
    if _has_many_long(text):
        far, letters = len(_FAR_LETTER.findall(text)), sum(map(str.isalpha, text))
        if far * 2 > letters >= _ENOUGH_LETTERS:
            return True
    if " the " in text or " of " in text or " and " in text:  # as in nearly every paragraph
        return False
    words = text.lower().split()
    return len(words) >= _ENOUGH_WORDS and _ENGLISH.isdisjoint(words)


def _has_many_long(text: str) -> bool:
    """Tell whether letters may be of another alphabet: a quick look, as these are long in UTF-8."""
    return not text.isascii() and len(text.encode("utf-8", "surrogatepass")) * 4 > len(text) * 5


def _keywords(printed: Sequence[str]) -> tuple[str, ...] | None:
    words = (word.strip() for line in printed for word in re.sub(r"\.$", "", line).split(";"))
    return tuple(word for word in words if word) or None


def label(texts: Sequence[str], *, structured: bool = False) -> tuple[Section, ...]:
    """Part each paragraph's label from its text, where the abstract is structured.

    A colon alone makes no label: either its words are those of labels, or they are
    few, or most paragraphs have one.

    >>> [s.label for s in label(["Aims: To see.", "Odd heading: Seen.", "We did: nothing more."])]
    ['Aims', 'Odd heading', 'We did']
    >>> [s.label for s in label(["We saw three: A, B and C."])]
    [None]
    """
    shaped = [_shaped(text) for text in texts]
    structured = structured or (len(texts) > 1 and sum(map(bool, shaped)) * 2 > len(texts))
    return tuple(
        Section(label=found["label"], text=found["text"])
        if found and (structured or _is_certain(found, len(texts)))
        else Section(text=text)
        for text, found in zip(texts, shaped, strict=True)
    )


def _shaped(text: str) -> re.Match[str] | None:
    found = _LABELLED.fullmatch(text)
    if found is None or not found["label"][0].isalnum() or found["label"][0].islower():
        return None
    words = found["label"].split()
    ends_inside = any(word.endswith((".", ";")) for word in words[:-1])
    return None if ends_inside or len(words) > _MOST_WORDS else found


def _is_certain(found: re.Match[str], paragraphs_: int) -> bool:
    """Few words among several paragraphs, or all main words are label words.

    A lone paragraph with a second label inside has none in front either.
    """
    if paragraphs_ > 1 and len(found["label"].split()) <= _FEW_WORDS:
        return True
    rest = LABEL_WORD.sub("", found["label"])
    if re.search(r"\w{4,}", rest) or rest == found["label"]:
        return False
    return paragraphs_ > 1 or not _INLINE.search(found["text"])
