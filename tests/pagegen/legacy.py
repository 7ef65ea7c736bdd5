"""The layouts before 2020: one record in, one page of HTML out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .environment import environment
from .view_lists import NOTICE_HEADINGS

Json = dict[str, Any]

SITE = "https://www.ncbi.nlm.nih.gov"

MENUS: Mapping[str, Sequence[str]] = {
    "Chemicals & Bioassays": ("BioSystems", "PubChem BioAssay", "PubChem Compound"),
    "DNA & RNA": ("BLAST", "GenBank", "Genome Workbench", "Nucleotide", "PopSet", "Primer-BLAST"),
    "Data & Software": ("Cn3D", "E-Utilities", "Genome ProtMap", "Splign", "VAST"),
    "Genes & Expression": ("Gene", "GEO DataSets", "GEO Profiles", "HomoloGene", "UniGene"),
    "Genetics & Medicine": ("Bookshelf", "dbGaP", "Genetic Testing Registry", "MedGen", "OMIM"),
    "Genomes & Maps": ("Assembly", "BioProject", "dbVar", "Genome", "Map Viewer"),
    "Literature": ("Bookshelf", "Journals", "MeSH", "NLM Catalog", "PubMed", "PubMed Central"),
    "Proteins": ("CDD", "Protein", "Protein Clusters", "RefSeq", "Structure"),
    "Taxonomy": ("Taxonomy", "Taxonomy Browser", "Taxonomy Common Tree"),
    "Training & Tutorials": ("NCBI Education Page", "NCBI Handbook", "NCBI Help Manual", "News"),
    "Variation": ("ClinVar", "dbSNP", "1000 Genomes Browser", "Variation Viewer"),
}
"""The site's menu of databases, which stands in the header and again in the footer."""

PORTLETS = (
    "DbConnector ParamContainer MyNcbi UserPreferenceUrlParamContainer GridProperty NoPortlet "
    "Pubmed_PageController Pubmed_SearchBar Entrez_BotRequest Entrez_LimitsTab Pubmed_Facets "
    "Entrez_Clipboard Pubmed_StaticParts Entrez_Messages NcbiJSCheck NCBIFooter_dynamic "
    "NCBIBreadcrumbs NCBIHelpDesk NCBIApplog_NoScript_Ping Pubmed_ResultsPanel "
    "Pubmed_DisplayBar Pubmed_ResultsController Pubmed_Pager Pubmed_Messages EmailTab "
    "Pubmed_MultiItemSupl DiscoverySearchDetails HistoryDisplay Pubmed_RVAbstract Brieflinks "
    "Discovery_SearchDetails Entrez_Collections FileTab OrderTab CitationManagerTab "
    "Pubmed_Discovery_RA Pubmed_Discovery_PMC Pubmed_Discovery_DbLinks LinkOutIcons "
    "FavoritesAd PubReaderAd PubmedCommons SendToSubmit FilterTab TimelineAd ClassicFilter"
).split()
"""Names of the parts that a page's scripts declare."""


@dataclass(frozen=True, kw_only=True)
class LegacyEra:
    """The switches by which a page of one year differs from a page of another."""

    name: str
    affiliations: str
    """``source`` (one, under "Source"), ``ul`` or ``dl``."""
    leaked: bool
    """The XML element of the abstract's parts stands in the page."""
    inner_div: bool
    """The abstract's paragraphs stand in a ``div`` of their own; the icons in a portlet."""
    copyright_class: bool
    commons: bool
    handheld: bool
    short_title: bool
    status: str
    headings: tuple[str, ...]
    """Over types, MeSH, substances, concepts, names, databank links and grants."""


_OLD = ("Publication Types", "MeSH Terms", "Substances", "Supplementary Concepts")
_NEW = ("Publication types", "MeSH terms", "Substances", "Supplementary concepts")
_2013 = LegacyEra(
    name="2013",
    affiliations="source",
    leaked=False,
    inner_div=False,
    copyright_class=False,
    commons=False,
    handheld=True,
    short_title=True,
    status="[PubMed - indexed for MEDLINE]",
    headings=(*_OLD, "Personal Name as Subject", "Secondary Source ID", "Grant Support"),
)
_2016 = replace(
    _2013,
    name="2016",
    affiliations="ul",
    leaked=True,
    inner_div=True,
    commons=True,
    handheld=False,
    short_title=False,
)
_2017 = replace(
    _2016,
    name="2017",
    affiliations="dl",
    copyright_class=True,
    status="[Indexed for MEDLINE]",
    headings=(*_NEW, "Personal name as subject", "Secondary source ID", "Grant support"),
)
_2019 = replace(_2017, name="2019", leaked=False, commons=False)

LEGACY_ERAS = {era.name: era for era in (_2013, _2016, _2017, _2019)}


def legacy_page(record: Json, *, era: str = "2017", from_search: bool = False) -> str:
    """Render a record as a page of the layout of 2012 to 2020.

    Where ``similar_articles`` is not null, the page was saved after its scripts ran.
    """
    chosen = LEGACY_ERAS[era]
    template = environment().get_template("legacy/page.html.j2")
    return template.render(
        _context(record, doi=True), era=chosen, from_search=from_search, marks=_marks,
        notices=_notices(record), editors=_editors(record), supplemental=_supplemental(record, chosen),
    )  # fmt: skip


def abstractplus_page(record: Json) -> str:
    """Render a record as a page of 2009."""
    template = environment().get_template("legacy/abstractplus.html.j2")
    return template.render(_context(record, doi=False))


def _context(record: Json, *, doi: bool) -> Json:
    return {
        "r": record,
        "cit": _cit(record, doi=doi),
        "site": SITE,
        "menus": MENUS,
        "portlets": PORTLETS,
    }


def _cit(record: Json, *, doi: bool) -> str:
    """Write what stands after the journal: citation, DOI, Epub date, status in one line."""
    line: str = record["book"]["citation"] if record["book"] else record["citation"]
    if doi and record["doi"]:
        line += f" doi: {record['doi']}."
    if record["article_date"]:
        line += f" Epub  {record['article_date']['raw']}."
    return line + (" [Epub ahead of print]" if record["publication_status"] else "")


def _marks(author: Json) -> list[str]:
    numbers = [str(at + 1) for at in author["affiliations"]]
    return ["#", *numbers] if author["equal_contrib"] else numbers


def _editors(record: Json) -> list[Json]:
    return [{"name": name} for name in (record["book"] or {}).get("editors") or []]


def _notices(record: Json) -> list[tuple[str, str]]:
    kinds = dict.fromkeys(notice["ref_type"] for notice in record["comments_corrections"] or [])
    return [(kind, NOTICE_HEADINGS.get(kind, kind)) for kind in kinds]


def _supplemental(record: Json, era: LegacyEra) -> list[tuple[str, str, list[str]]]:
    """List the terms of the foldable box: heading, code, lines."""
    data = [f"{item['source']}/{item['accession']}" for item in record["associated_data"] or []]
    lists = (
        record["publication_types"],
        [line for heading in record["mesh_headings"] or [] for line in _mesh(heading)],
        record["substances"],
        record["supplementary_concepts"],
        record["personal_names"],
        data,
        [grant["raw"] for grant in record["grants"] or []],
    )
    codes = ("ptyp", "mesh", "subs", "nmsh", "pnam", "ssid", "grnt")
    rows = zip(era.headings, codes, lists, strict=True)
    return [(heading, code, lines) for heading, code, lines in rows if lines]


def _mesh(heading: Json) -> list[str]:
    name = heading["descriptor_name"] + ("*" if heading["major_topic"] else "")
    return [
        f"{name}/{qualifier['qualifier_name']}" + ("*" if qualifier["major_topic"] else "")
        for qualifier in heading["qualifiers"]
    ] or [name]
