"""References and figures of a rendering."""

import re
from collections.abc import Iterable, Iterator, Sequence

from scraper.model import Figure, Reference, Refs
from scraper.rendering.lines import Line

_NUMBERED = re.compile(r"(?:\d{1,4}\.(?:\s+|$))+")
_LINK_LABEL = re.compile(r" [-–] (?:PMC|PubMed|DOI)$")
_LONGEST_LABEL = 12
_ALL = re.compile(r"Show all (?:(\d[\d,]*) )?references")
_LABEL = re.compile(
    r"(?:(?:Supplementary|Extended Data|Online|Appendix) )?"
    r"(?:Fig(?:ure|s|ures)?\b|FIG(?:URE)?\b|Table|TABLE|Scheme|SCHEME|Box|Chart|Plate|Image|Video"
    r"|Graphical abstract|Graphical Abstract|Photo|Panel|Exhibit|Algorithm|Appendix|Diagram)"
    r"[ .]{0,2}[A-Za-z]?[\dIVX]{0,4}[A-Za-z]?[.:]?"
)
_LABEL_AND_CAPTION = re.compile(
    r"(?P<label>(?:Fig(?:ure|\.)?|FIG(?:URE|\.)?|Table|Scheme) ?[A-Z]?\d{1,3}[A-Za-z]?[.:]?)"
    r" (?P<caption>\S.*)"
)


def references(lines: Iterable[Line]) -> Refs | None:
    """Read the list of references; None where there is none."""
    found: list[list[str]] = []
    total = complete = None
    numbered = False
    for line in lines:
        if count := _ALL.fullmatch(line.text):
            total, complete = int(count[1].replace(",", "")) if count[1] else None, False
            continue
        number = _NUMBERED.match(line.text)
        numbered = numbered or number is not None
        if found and numbered and number is None and not line.bullet:
            found[-1].append(line.text)
        else:
            found.append([line.text[number.end() :] if number else line.text])
    if not found:
        return None
    cited = (_without_labels(" ".join(texts).strip()) for texts in found)
    items = tuple(Reference(citation=citation) for citation in cited if citation)
    return Refs(total=total, complete=complete, items=items)


def _without_labels(text: str) -> str:
    end = len(text)
    while label := _LINK_LABEL.search(text, max(end - _LONGEST_LABEL, 0), end):
        end = label.start()
    return text[:end]


def figures(lines: Iterable[Line]) -> tuple[Figure, ...] | None:
    """Read the figures: a label, printed up to four times, then the caption.

    The picture's description repeats the label. A caption may stand there shortened
    first (``…``); the last one is the full one.
    """
    found: dict[str, str | None] = {}
    for label, caption in _labelled([line.text for line in lines]):
        found[label] = caption or found.get(label)
    return tuple(Figure(label=label, caption=found[label]) for label in found) or None


def _labelled(texts: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Yield each label with what stands under it, or after it in the same line."""
    starts = [at for at, text in enumerate(texts) if _is_label(texts, at, text)]
    if not starts:
        for text in texts:
            if found := _LABEL_AND_CAPTION.match(text):
                yield found["label"], found["caption"]
        return
    for at, stop in zip(starts, [*starts[1:], len(texts)], strict=True):
        yield texts[at], " ".join(texts[at + 1 : stop]) or None


def _is_label(texts: Sequence[str], at: int, text: str) -> bool:
    if _LABEL_AND_CAPTION.match(text):
        return False  # though a short caption stands there twice
    doubled = at + 1 < len(texts) and texts[at + 1] == text
    return doubled or (at > 0 and texts[at - 1] == text) or _LABEL.fullmatch(text) is not None
