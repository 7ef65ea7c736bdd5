"""Terms, grants, data sets, notices and references of a record in PubMed XML."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from scraper import normalize
from scraper.cited import cited
from scraper.model import (
    DataBankAccession,
    Grant,
    LinkedArticle,
    MeshHeading,
    Notice,
    Qualifier,
    Reference,
    Refs,
)
from scraper.pubmed_xml.elements import all_of, text, texts

_CITES: Final = "Cites"
"""The RefType of a reference in the XML of before 2019."""


def mesh_headings(citation: Element | None) -> tuple[MeshHeading, ...]:
    """Read the MeSH headings."""
    return tuple(
        MeshHeading(
            descriptor_name=text(heading, "DescriptorName"),
            major_topic=_is_major(heading.find("DescriptorName")),
            qualifiers=tuple(
                Qualifier(qualifier_name=text(said), major_topic=_is_major(said))
                for said in all_of(heading, "QualifierName")
            ),
        )
        for heading in all_of(citation, "MeshHeadingList/MeshHeading")
    )


def _is_major(element: Element | None) -> bool:
    return element is not None and element.get("MajorTopicYN") == "Y"


def grants(article: Element | None) -> tuple[Grant, ...]:
    """Read the grants; ``raw`` is written as PubMed's pages print it."""
    return tuple(map(_grant, all_of(article, "GrantList/Grant")))


def _grant(element: Element) -> Grant:
    parts = [text(element, part) for part in ("GrantID", "Acronym", "Agency", "Country")]
    grant_id, acronym, agency, country = (part or None for part in parts)
    return Grant(
        grant_id=grant_id,
        acronym=acronym,
        agency=agency,
        country=country,
        raw="/".join(filter(None, parts)),
    )


def associated_data(article: Element | None) -> Iterator[DataBankAccession]:
    """Give the accessions of each databank."""
    for bank in all_of(article, "DataBankList/DataBank"):
        for number in texts(bank, "AccessionNumberList/AccessionNumber"):
            yield DataBankAccession(source=text(bank, "DataBankName"), accession=number)


def notices(citation: Element | None) -> Iterator[Notice]:
    """Give comments, corrections and retractions; the RefType is NLM's own."""
    for entry in all_of(citation, "CommentsCorrectionsList/CommentsCorrections"):
        if (kind := entry.get("RefType", "")) != _CITES:
            article = LinkedArticle(
                pmid=normalize.pmid(text(entry, "PMID")), **cited(text(entry, "RefSource"))
            )
            yield Notice(ref_type=kind, article=article)


def references(citation: Element | None, data: Element | None) -> Refs | None:
    """Read the references; a mere count, as older records have it, is their total."""
    found = [
        *(_reference(entry) for entry in all_of(data, ".//Reference")),
        *(_reference(entry) for entry in all_of(citation, "ReferenceList//Reference")),
        *(
            Reference(citation=text(entry, "RefSource"), pmid=normalize.pmid(text(entry, "PMID")))
            for entry in all_of(citation, "CommentsCorrectionsList/*[@RefType='Cites']")
        ),
    ]
    if found:
        return Refs(total=len(found), complete=True, items=tuple(found))
    count = text(citation, "NumberOfReferences")
    return Refs(total=int(count[:9]), complete=False) if count.isdecimal() else None


def _reference(entry: Element) -> Reference:
    ids = {found.get("IdType", ""): text(found) for found in all_of(entry, ".//ArticleId")}
    return Reference(
        citation=text(entry, "Citation"),
        pmid=normalize.pmid(ids.get("pubmed")),
        pmcid=normalize.pmcid(ids.get("pmc") or ids.get("pmcid")),
        doi=normalize.doi(ids.get("doi")),
    )
