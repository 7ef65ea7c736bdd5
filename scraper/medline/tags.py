"""MEDLINE text to tags: ``TI  - A title`` and the lines of six spaces that continue it.

Tags and their meaning: https://www.nlm.nih.gov/bsd/mms/medlineelements.html.
"""

import re
from collections.abc import Iterator
from typing import Final

from scraper import normalize

_TAG: Final = re.compile(r"([A-Z][A-Z0-9]{1,3}) *- ?(.*)", re.DOTALL)
_CONTINUED: Final = " " * 6
_SNIFFED: Final = 4096
_PMID: Final = re.compile(r"(?:^|[\r\n])PMID ?- ?[0-9]")
_LINE: Final = re.compile(r"([^\r\n]*)(?:\r\n?|\n|\Z)")
_FIRST: Final = "PMID"
_LAST: Final = "SO"

NOTICES: Final = {
    "CIN": "CommentIn",
    "CON": "CommentOn",
    "CRF": "CorrectedandRepublishedFrom",
    "CRI": "CorrectedandRepublishedIn",
    "ECF": "ExpressionOfConcernFor",
    "ECI": "ExpressionOfConcernIn",
    "EFR": "ErratumFor",
    "EIN": "ErratumIn",
    "ORI": "OriginalReportIn",
    "PRIN": "PartialRetractionIn",
    "PROF": "PartialRetractionOf",
    "RIN": "RetractionIn",
    "ROF": "RetractionOf",
    "RPF": "RepublishedFrom",
    "RPI": "RepublishedIn",
    "RRF": "RetractedandRepublishedFrom",
    "RRI": "RetractedandRepublishedIn",
    "SPIN": "SummaryForPatientsIn",
    "UIN": "UpdateIn",
    "UOF": "UpdateOf",
}
"""Tag → RefType of ``CommentsCorrections`` in NLM's DTD."""

BODY: Final = {
    "AB": "abstract",
    "OAB": "other_abstracts",
    "OT": "keywords",
    "COIS": "coi_statement",
    "RF": "references",
    "PT": "publication_types",
    "MH": "mesh_headings",
    "RN": "substances",
    "NM": "supplementary_concepts",
    "FPS": "personal_names",
    "PS": "personal_names",
    "SI": "associated_data",
    "GR": "grants",
} | dict.fromkeys(NOTICES, "comments_corrections")
"""Tag → body section of the record."""

_HEADING: Final = frozenset(
    "PMID TI TT OABL CI FAU AU CN AD AUID FIR IR IRAD LA JT TA IS JID VI IP PG DP DEP PHST LID"
    " AID PMC PST SO".split()
)
_BOOK: Final = frozenset("BTI CTI VTI EN FED ED PB PL ISBN CTDT DRDT".split())
"""Tags of a book; ``PL`` is the country of a journal, too."""
_BOOKKEEPING: Final = frozenset("OWN STAT DA DCOM LR CRDT EDAT MHDA CDAT SB OTO PUBM PMCR".split())
"""NLM's own: owner, status and history of the record, subset."""
KNOWN: Final = _HEADING | _BOOK | _BOOKKEEPING | frozenset(BODY)
"""Tags that are read, or that say nothing about the article."""


class Tags:
    """The tags of one record, in order."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.garbled: list[str] = []
        self.pairs: list[tuple[str, str]] = []
        for line in _joined(lines):
            found = _TAG.fullmatch(line)
            if found is None:
                self.garbled.append(line)
            elif value := normalize.squash(found[2]):
                self.pairs.append((found[1], value))

    def all(self, *names: str) -> list[str]:
        """Return the values of some tags, in order."""
        return [value for tag, value in self.pairs if tag in names]

    def first(self, *names: str) -> str:
        """Return the value of the first of some tags that is there, ``""`` without any."""
        return next((value for name in names for value in self.all(name)), "")


def is_medline(text: str) -> bool:
    r"""Tell whether a text begins with a MEDLINE record; the PMID of the first may be lost.

    >>> is_medline("\r\nPMID- 12\r\nOWN - NLM"), is_medline("PMID: 12")
    (True, False)
    >>> is_medline("PMID- ?\nSO  - J.\n\nPMID- 12"), is_medline("TY  - JOUR\nAN  - PMID- 12")
    (True, False)
    """
    head = text[:_SNIFFED].lstrip()
    if _PMID.match(head):
        return True
    return _TAG.match(head) is not None and _PMID.search(text) is not None


def split(text: str) -> Iterator[list[str]]:
    """Part a text into the lines of its records: each begins with a PMID.

    One that lost its PMID begins behind a blank line after the source line, which is the
    last of every record.
    """
    record: list[str] = []
    tag, blank = "", False
    for found in _LINE.finditer(text.lstrip()):
        line = found[1]
        if not line.strip():
            blank = True
            continue
        own = _TAG.match(line)
        if own and (own[1] == _FIRST or (blank and tag == _LAST)) and record:
            yield record
            record = []
        record.append(line)
        tag, blank = own[1] if own else tag, False
    if record:
        yield record


def _joined(lines: list[str]) -> Iterator[str]:
    whole: list[str] = []
    for line in lines:
        if line.startswith(_CONTINUED) and whole:
            whole.append(line)
            continue
        if whole:
            yield "\n".join(whole)
        whole = [line]
    yield from ["\n".join(whole)] if whole else []
