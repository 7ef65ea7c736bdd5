"""What two articles have to do with each other, and which of them the edge starts from.

An edge starts from the article that acts: the citing one, the comment, the retraction. So
``CommentIn`` on one page and ``CommentOn`` on the other are one edge. RefTypes: NLM's DTD of
PubMed, attribute ``RefType`` of ``CommentsCorrections``.
"""

from typing import Final

CITES: Final = "cites"
SIMILAR: Final = "similar"
"""From the article whose page lists the other one; PubMed's lists need not agree."""

GROUPS: Final = (CITES, SIMILAR, "notices")
"""Kinds of edges that can be asked for."""

_ACTIVE: Final = {
    "CommentIn": "CommentOn",
    "CorrectedandRepublishedIn": "CorrectedandRepublishedFrom",
    "ErratumIn": "ErratumFor",
    "ExpressionOfConcernIn": "ExpressionOfConcernFor",
    "PartialRetractionIn": "PartialRetractionOf",
    "ReprintIn": "ReprintOf",
    "RepublishedIn": "RepublishedFrom",
    "RetractedandRepublishedIn": "RetractedandRepublishedFrom",
    "RetractionIn": "RetractionOf",
    "SummaryForPatientsIn": "OriginalReportIn",
    "UpdateIn": "UpdateOf",
}

_LISTED: Final = {
    "pubmed_pubmed_citedin": (CITES, True),
    "pubmed_pubmed_refs": (CITES, False),
    "pubmed_pubmed": (SIMILAR, False),
}


def of_notice(ref_type: str) -> tuple[str, bool]:
    """Return the relation of a notice, and whether the edge comes from the other article.

    >>> of_notice("RetractionIn"), of_notice("RetractionOf"), of_notice("Sequel in")
    (('RetractionOf', True), ('RetractionOf', False), ('Sequel in', False))
    """
    active = _ACTIVE.get(ref_type)
    return (active, True) if active else (ref_type, False)


def of_listing(linkname: str | None) -> tuple[str, bool] | None:
    """Return the same for a listing by its Entrez link; None for a search."""
    return _LISTED.get(linkname or "")


def group(relation: str) -> str:
    """Return what ``--edges`` calls a relation: cites, similar or notices.

    >>> group("cites"), group("CommentOn")
    ('cites', 'notices')
    """
    return relation if relation in GROUPS else GROUPS[-1]
