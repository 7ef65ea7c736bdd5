"""How the modern layout differed from year to year: one frozen ``Era`` per stage of the site."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, kw_only=True)
class Era:
    """The switches by which a page of one year differs from a page of another."""

    name: str
    build: str
    """The build id in the addresses of scripts and style sheets."""
    gov_banner: bool
    covid_alert: bool
    old_header: bool
    """The header and footer of 2020."""
    abstract_id: str
    empty_abstract_tag: str
    count_in_heading: bool
    """``Cited by 767 articles`` instead of ``Cited by``."""
    search_sort: str
    """What the site adds to the address of a search."""
    long_authors_url: bool
    collections_dialog: bool
    email_from: bool
    affiliation_titles: bool
    affiliation_anchors: bool
    """``full-view-affiliation-1`` instead of ``affiliation-1``."""
    docsum_article_id: bool
    show_more_similar: bool
    grants_heading: str
    grants_level: str
    pmc_host: str
    disclaimer: bool
    social_buttons: bool
    doi_link_first: bool
    """References end in ``DOI - PMC - PubMed`` instead of ``PMC - PubMed - DOI``."""


_2020 = Era(
    name="2020",
    build="0c1f7a52-6be4-4d0e-9a3b-5f28d1e07c44",
    gov_banner=False,
    covid_alert=True,
    old_header=True,
    abstract_id="en-abstract",
    empty_abstract_tag="i",
    count_in_heading=True,
    search_sort="",
    long_authors_url=False,
    collections_dialog=False,
    email_from=False,
    affiliation_titles=False,
    affiliation_anchors=False,
    docsum_article_id=False,
    show_more_similar=True,
    grants_heading="Grant support",
    grants_level="h3",
    pmc_host="http://www.ncbi.nlm.nih.gov/pmc/articles/",
    disclaimer=False,
    social_buttons=True,
    doi_link_first=False,
)
_2022 = replace(
    _2020,
    name="2022",
    build="4d83e6b1-20fa-47c5-8e19-b7a0c35d6f28",
    old_header=False,
    abstract_id="enc-abstract",
    empty_abstract_tag="em",
    long_authors_url=True,
    affiliation_titles=True,
    show_more_similar=False,
)
_2023 = replace(
    _2022,
    name="2023",
    build="9b60d2f7-7c1e-4ae3-b584-1de93f06a7c5",
    gov_banner=True,
    covid_alert=False,
    abstract_id="eng-abstract",
    count_in_heading=False,
    search_sort="&sort=date&sort_order=desc",
    collections_dialog=True,
    email_from=True,
)
_2025 = replace(
    _2023,
    name="2025",
    build="e27c94a0-5d3b-4f16-a0c8-63b1f7d24e95",
    affiliation_anchors=True,
    docsum_article_id=True,
    grants_heading="Grants and funding",
    grants_level="h2",
    pmc_host="https://pmc.ncbi.nlm.nih.gov/articles/",
    disclaimer=True,
    social_buttons=False,
    doi_link_first=True,
)

ERAS = {era.name: era for era in (_2020, _2022, _2023, _2025)}
