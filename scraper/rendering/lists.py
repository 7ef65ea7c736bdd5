"""References and figures of a rendering."""

import re
from collections.abc import Iterable, Iterator, Sequence

from scraper.model import BookSection, Figure, Reference, Refs
from scraper.rendering.doubt import DOUBT
from scraper.rendering.lines import Line

_NUMBERED = re.compile(r"(?:\d{1,4}\.(?:\s+|$))+")
_LINK_LABEL = re.compile(r" [-–] (?:PMC|PubMed|DOI)$")
_LONGEST_LABEL = 12
_SECTION = re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2})*)\.?(?: (?P<title>\S.*))?")
_ALL = re.compile(r"Show all (?:(\d[\d,]*) )?references")
_LABEL = re.compile(
    r"(?:(?:Supplementary|Extended Data|Online|Appendix) )?"
    r"(?:Fig(?:ure|s|ures)?\b|FIG(?:URE)?\b|Table|TABLE|Scheme|SCHEME|Box|Chart|Plate|Image|Video"
    r"|Graphical abstract|Graphical Abstract|Photo|Panel|Exhibit|Algorithm|Appendix|Diagram)"
    r"[ .]{0,2}[A-Za-z]?[\dIVX]{0,4}[A-Za-z]?[.:]?"
)
_TWO_LABELS = re.compile(rf"({_LABEL.pattern}) ({_LABEL.pattern})")
_CAPTION = " ¶ "
"""What pandoc puts between label and caption, both in brackets."""
_PICTURE = re.compile(rf"^\[({_LABEL.pattern})\]$")
"""What stands for a picture whose description is a label."""
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
        if found and not line.gap and line.joint is not None:
            found[-1][-1] += line.joint + line.text
        elif found and numbered and number is None and not line.bullet:
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


def book_sections(lines: Iterable[Line]) -> tuple[BookSection, ...] | None:
    """Read the sections of a book; their numbers count from one, and may stand on lines alone."""
    found: list[tuple[str | None, str]] = []
    for text in (line.text.strip(DOUBT) for line in lines):
        if found and not found[-1][1]:
            found[-1] = found[-1][0], text
        else:
            number = _SECTION.fullmatch(text)
            found.append((number["label"], number["title"] or "") if number else (None, text))
    labels = [label for label, _ in found if label]
    if labels[:1] not in ([], ["1"]) or not all(title for _, title in found):
        return None
    return tuple(BookSection(label=label, title=title) for label, title in found) or None


def figures(lines: Iterable[Line]) -> tuple[Figure, ...] | None:
    """Read the figures: a label, printed up to four times, then the caption.

    The picture's description repeats the label. A caption may stand there shortened
    first (``…``); the last one is the full one.
    """
    found: dict[str, str | None] = {}
    texts = [text for printed in _pieced(lines) for text in _parted_labels(printed)]
    for label, caption in _labelled(texts):
        found[label] = caption or found.get(label)
    return tuple(Figure(label=label, caption=found[label]) for label in found) or None


def _pieced(lines: Iterable[Line]) -> Sequence[str]:
    """Return the lines' texts, pieces put together; a text begins with the mark of doubt if so."""
    found: list[str] = []
    for line in lines:
        joint = None if line.gap else line.joint
        if joint is None or not found or _LABEL.fullmatch(found[-1].strip(DOUBT)):
            found.append(line.text)
        elif DOUBT in joint:
            found.append(DOUBT + line.text)
        else:
            found[-1] += joint + line.text
    return found


def _parted_labels(text: str) -> Sequence[str]:
    """Part two labels in one line: a figure without a caption, the next one's picture."""
    if text.startswith("[") and text.endswith("]") and _CAPTION in text:
        return text[1:-1].split(_CAPTION)
    both = _TWO_LABELS.fullmatch(text)
    if both:
        return both.groups()
    return (_PICTURE.sub(r"\1", text) if text.startswith("[") else text,)


def _labelled(texts: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Yield each label with what stands under it, or after it in the same line."""
    starts = [at for at, text in enumerate(texts) if _is_label(texts, at, text)]
    if not starts:
        for text in texts:
            if found := _LABEL_AND_CAPTION.match(text):
                yield found["label"], found["caption"]
        return
    for at, stop in zip(starts, [*starts[1:], len(texts)], strict=True):
        yield texts[at].strip(DOUBT), " ".join(texts[at + 1 : stop]).lstrip(DOUBT) or None


def _is_label(texts: Sequence[str], at: int, text: str) -> bool:
    text = text.strip(DOUBT)
    if _LABEL_AND_CAPTION.match(text):
        return False  # though a short caption stands there twice
    around = [*texts[max(at - 1, 0) : at], *texts[at + 1 : at + 2]]
    doubled = any(other.strip(DOUBT) == text for other in around)
    return doubled or _LABEL.fullmatch(text) is not None
