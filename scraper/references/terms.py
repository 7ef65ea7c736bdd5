"""MeSH headings and keywords as MEDLINE writes them."""

from scraper.model import Article, MeshHeading


def mesh_heading(heading: MeshHeading) -> str:
    """Write a heading; an asterisk stands before what is major.

    >>> from scraper.model import Qualifier
    >>> mesh_heading(MeshHeading(descriptor_name="Rivers", qualifiers=(
    ...     Qualifier(qualifier_name="history", major_topic=True),)))
    'Rivers/*history'
    """
    parts = [(heading.descriptor_name, heading.major_topic)]
    parts += [(said.qualifier_name, said.major_topic) for said in heading.qualifiers]
    return "/".join(f"*{name}" if major else name for name, major in parts)


def keywords(article: Article) -> list[str]:
    """Return the author's keywords, then the MeSH headings."""
    return [*(article.keywords or ()), *map(mesh_heading, article.mesh_headings or ())]
