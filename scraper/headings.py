"""The headings that PubMed prints over the sections of a page, and the field of each.

HTML pages and text renderings share them: a heading is what a reader sees, and it
outlives class names. Wordings: PubMed since 2019; NLM's relation labels for the
notices (https://www.nlm.nih.gov/bsd/mms/medlineelements.html).
"""

import re
from typing import Final

_NOTICES: Final = {
    "associated dataset": "AssociatedDataset",
    "associated publication": "AssociatedPublication",
    "comment in": "CommentIn",
    "comment on": "CommentOn",
    "corrected and republished in": "CorrectedandRepublishedIn",
    "corrected and republished from": "CorrectedandRepublishedFrom",
    "erratum in": "ErratumIn",
    "erratum for": "ErratumFor",
    "expression of concern in": "ExpressionOfConcernIn",
    "expression of concern for": "ExpressionOfConcernFor",
    "original report in": "OriginalReportIn",
    "partial retraction in": "PartialRetractionIn",
    "partial retraction of": "PartialRetractionOf",
    "republished in": "RepublishedIn",
    "republished from": "RepublishedFrom",
    "reprint in": "ReprintIn",
    "reprint of": "ReprintOf",
    "retracted and republished in": "RetractedandRepublishedIn",
    "retracted and republished from": "RetractedandRepublishedFrom",
    "retraction in": "RetractionIn",
    "retraction of": "RetractionOf",
    "summary for patients in": "SummaryForPatientsIn",
    "update in": "UpdateIn",
    "update of": "UpdateOf",
}
"""Heading, lower case → RefType of ``CommentsCorrections`` in NLM's DTD."""

_FIELDS: Final = {
    "abstract": "abstract",
    "excerpt": "abstract",
    "keywords": "keywords",
    "conflict of interest statement": "coi_statement",
    "figures": "figures",
    "similar articles": "similar_articles",
    "cited by": "cited_by",
    "references": "references",
    "publication types": "publication_types",
    "publication type": "publication_types",
    "mesh terms": "mesh_headings",
    "substances": "substances",
    "supplementary concepts": "supplementary_concepts",
    "supplementary concept": "supplementary_concepts",
    "personal name as subject": "personal_names",
    "personal names as subjects": "personal_names",
    "associated data": "associated_data",
    "secondary source id": "associated_data",
    "related information": "related_information",
    "grants and funding": "grants",
    "grant support": "grants",
    "sections": "book",
    "linkout - more resources": "link_out",
} | dict.fromkeys(_NOTICES, "comments_corrections")

BEGINNINGS: Final = frozenset(heading[:4] for heading in _FIELDS)
"""The first four letters of every heading, lower case: nothing else can be one."""

_LANGUAGES = re.compile(r"(abstract|excerpt) in\s")
_ENDS_OF_COUNTS: Final = (*"0123456789", "article", "articles")
_COUNT = re.compile(r"\s+(\d[\d,]*)(?:\s+(?:pubmed central\s+)?articles?)?$", re.IGNORECASE)


def field_of(heading: str, element_id: str | None = None) -> str | None:
    """Return the field that a section belongs to, or None for an unknown heading.

    A block with an id ``linked-…`` holds notices, whatever its heading says.

    >>> field_of("Cited by 767 articles"), field_of("MeSH terms"), field_of("News")
    ('cited_by', 'mesh_headings', None)
    >>> field_of("Abstract in English, Spanish")
    'abstract'
    """
    words = heading.rstrip(": ").lower()
    field = _FIELDS.get(words)
    if field is None and words.endswith(_ENDS_OF_COUNTS):
        field = _FIELDS.get(_COUNT.sub("", words))
    if field is None and (found := _LANGUAGES.match(words)):
        field = _FIELDS[found[1]]
    if field is None and (element_id or "").startswith("linked-"):
        return "comments_corrections"
    return field


def ref_type(heading: str) -> str:
    """Return NLM's RefType for a notice's heading; an unknown one stays as printed.

    >>> ref_type("Retraction in"), ref_type("Sequel in")
    ('RetractionIn', 'Sequel in')
    """
    return _NOTICES.get(heading.rstrip(":").lower(), heading)


def printed_count(heading: str) -> int | None:
    """Return the count that a heading prints, or None.

    >>> printed_count("Cited by 1,767 articles"), printed_count("Cited by")
    (1767, None)
    """
    found = _COUNT.search(heading)
    return int(found[1].replace(",", "")) if found else None
