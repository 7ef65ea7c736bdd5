"""References and figures of a rendering."""

import re
from collections.abc import Iterable, Iterator, Sequence

from scraper.model import Figure, Reference, Refs
from scraper.rendering.lines import Line

_NUMBERED = re.compile(r"(?:\d{1,4}\.\s+)+(?=\S)")
_LINK_LABELS = re.compile(r"(?:\s+[-–]\s+(?:PMC|PubMed|DOI))+\s*$")  # noqa: RUF001 - the dash is meant
_ALL = re.compile(r"Show all (\d[\d,]*) references")
_LABEL = re.compile(
    r"(?:(?:Supplementary|Extended Data|Online|Appendix) )?"
    r"(?:Fig(?:ure|s|ures)?\b|FIG(?:URE)?\b|Table|TABLE|Scheme|SCHEME|Box|Chart|Plate|Image|Video"
    r"|Graphical abstract|Graphical Abstract|Photo|Panel|Exhibit|Algorithm|Appendix|Diagram)"
    r"[ .]{0,2}[A-Za-z]?[\dIVX]{0,4}[A-Za-z]?[.:]?"
)
_CUT_OFF = "…"


def references(lines: Iterable[Line]) -> Refs | None:
    """Read the list of references; None where there is none."""
    found: list[str] = []
    total = None
    numbered = False
    for line in lines:
        if count := _ALL.fullmatch(line.text):
            total = int(count[1].replace(",", ""))
            continue
        number = _NUMBERED.match(line.text)
        numbered = numbered or number is not None
        if found and numbered and number is None and not line.bullet:
            found[-1] += f" {line.text}"
        else:
            found.append(line.text[number.end() :] if number else line.text)
    if not found:
        return None
    items = tuple(Reference(citation=_LINK_LABELS.sub("", text)) for text in found)
    return Refs(total=total, complete=None if total is None else False, items=items)


def figures(lines: Iterable[Line]) -> tuple[Figure, ...] | None:
    """Read the figures: a label, printed up to four times, then the caption.

    The picture's description repeats the label. A caption may stand there shortened
    first (``…``); the last one is the full one.
    """
    found: list[tuple[str, list[str]]] = []
    for label, caption in _labelled(tuple(lines)):
        if found and found[-1][0] == label:
            found[-1] = label, caption or found[-1][1]
        else:
            found.append((label, caption))
    return tuple(Figure(label=label, caption=" ".join(caption) or None) for label, caption in found) or None


def _labelled(lines: Sequence[Line]) -> Iterator[tuple[str, list[str]]]:
    texts = [line.text for line in lines]
    label: str | None = None
    caption: list[str] = []
    for at, text in enumerate(texts):
        doubled = text == texts[at + 1] if at + 1 < len(texts) else False
        if doubled or _LABEL.fullmatch(text) or text == label:
            if label is not None:
                yield label, caption
            label, caption = text, []
        elif label is not None:
            caption.append(text)
    if label is not None:
        yield label, caption
