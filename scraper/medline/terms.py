"""Terms, data sets and notices of a MEDLINE record."""

import re
from collections.abc import Iterator
from typing import Final

from scraper import normalize
from scraper.cited import cited
from scraper.medline.tags import NOTICES, Tags
from scraper.model import DataBankAccession, LinkedArticle, MeshHeading, Notice, Qualifier

_BETWEEN: Final = re.compile(r"/(?=\*?[a-z])")
"""A qualifier begins with a small letter; a slash before anything else is the descriptor's."""
_SUBSTANCE: Final = re.compile(r"[^(]*\((.+)\)")
_PMID: Final = re.compile(r"\s*\bPMID: (\d+)\b")


def mesh_heading(line: str) -> MeshHeading:
    """Read a heading; an asterisk stands before what is major.

    >>> heading = mesh_heading("Rivers/*history/statistics & numerical data")
    >>> heading.descriptor_name, [(q.qualifier_name, q.major_topic) for q in heading.qualifiers]
    ('Rivers', [('history', True), ('statistics & numerical data', False)])
    """
    name, *qualifiers = _BETWEEN.split(line)
    return MeshHeading(
        descriptor_name=name.lstrip("*"),
        major_topic=name.startswith("*"),
        qualifiers=tuple(
            Qualifier(qualifier_name=said.lstrip("*"), major_topic=said.startswith("*"))
            for said in qualifiers
        ),
    )


def substance(line: str) -> str:
    """Return the name of a substance, which stands in brackets after its registry number.

    >>> substance("0 (Water (heavy))"), substance("EC 3.4.21.4 (Trypsin)")
    ('Water (heavy)', 'Trypsin')
    """
    found = _SUBSTANCE.fullmatch(line)
    return found[1] if found else line


def accession(line: str) -> DataBankAccession | None:
    """Read ``databank/accession``; None without both.

    >>> accession("Dryad/10.5061/dryad.1").accession
    '10.5061/dryad.1'
    """
    source, _, number = (part.strip() for part in line.partition("/"))
    return DataBankAccession(source=source, accession=number) if source and number else None


def personal_names(tags: Tags) -> Iterator[str]:
    """Give each person as subject by the full name, where the record has it."""
    full = False
    for tag, value in tags.pairs:
        if tag == "FPS" or (tag == "PS" and not full):
            yield value
        full = tag == "FPS"


def notices(tags: Tags) -> tuple[Notice, ...]:
    """Read comments, corrections and retractions: a citation, and mostly a PMID."""
    return tuple(
        Notice(ref_type=NOTICES[tag], article=cited_article(value))
        for tag, value in tags.pairs
        if tag in NOTICES
    )


def cited_article(line: str) -> LinkedArticle:
    """Read a citation that ends in ``PMID: 12``.

    >>> found = cited_article("J Invent Geogr. 2020 Jan;12(3):45-9. PMID: 90000001")
    >>> found.pmid, found.pages, found.citation
    ('90000001', '45-9', 'J Invent Geogr. 2020 Jan;12(3):45-9.')
    """
    found = _PMID.search(line)
    before = line[: found.start()] if found else line
    return LinkedArticle(pmid=normalize.pmid(found[1]) if found else None, **cited(before))
