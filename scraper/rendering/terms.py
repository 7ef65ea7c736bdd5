"""Grants and data sets of a rendering: one a line, parted by slashes."""

import re
from collections.abc import Iterable

from scraper.model import DataBankAccession, Grant, MeshHeading

_IN_PARTS = re.compile(r"[^/]+/[A-Z]{2,3}/[^/]+/[^/]+|[^/]+/[^/]+")


def mesh_headings(terms: Iterable[str]) -> tuple[MeshHeading, ...]:
    """Read MeSH headings."""
    from scraper.sections import _terms  # noqa: PLC0415 - the sections import this package

    return _terms.mesh_headings(terms)


def grants(terms: Iterable[str]) -> tuple[Grant, ...]:
    """Read grants; in parts only where no number with a slash can be meant."""
    from scraper.sections import _terms  # noqa: PLC0415 - the sections import this package

    return tuple(_terms.grant(raw) if _IN_PARTS.fullmatch(raw) else Grant(raw=raw) for raw in terms)


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
