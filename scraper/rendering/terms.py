"""Grants and data sets of a rendering: one a line, parted by slashes."""

import re
from collections.abc import Iterable

from scraper.model import DataBankAccession, Grant
from scraper.terms import grant

_IN_PARTS = re.compile(r"[^/]+/(?:[A-Z]{2,3}|[A-Z]{2,5}_)/[^/]+/[^/]+|[^/]+/[^/]+")
"""NLM's acronyms: of the institutes of NIH, and with ``_`` of funders elsewhere."""


def grants(terms: Iterable[str]) -> tuple[Grant, ...]:
    """Read grants; in parts only where no number with a slash can be meant.

    >>> [found.acronym for found in grants(["1/MRC_/Council/UK", "UIDB/04033/2020/FCT"])]
    ['MRC_', None]
    """
    return tuple(grant(raw) if _IN_PARTS.fullmatch(raw) else Grant(raw=raw) for raw in terms)


def associated_data(terms: Iterable[str]) -> tuple[DataBankAccession, ...]:
    """Read data sets: databank, slash, accession number.

    >>> associated_data(["GEO/GSE1"])[0].source
    'GEO'
    """
    parts = (term.partition("/") for term in terms)
    return tuple(
        DataBankAccession(source=source.strip(), accession=accession.strip())
        for source, slash, accession in parts
        if slash
    )
