"""The smallest page in the modern markup, for tests of one thing at a time."""


def page(
    body: str = "",
    *,
    pmid: str | None = "12345",
    heading: str = "",
    title: str = "A title",
    head: str = "",
) -> str:
    """Return a modern page: ``body`` follows the heading, ``heading`` stands inside it."""
    metas = (
        f'<meta name="uid" content="{pmid}"><link rel="canonical" href="https://pubmed.ncbi.nlm.nih.gov/{pmid}/">'
        if pmid
        else ""
    )
    printed = (
        f'<ul class="identifiers" id="full-view-identifiers"><li><span class="identifier pubmed">'
        f'<span class="id-label"> PMID: </span><strong class="current-id">{pmid}</strong></span></li></ul>'
        if pmid
        else ""
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>A title - PubMed</title>'
        f'<meta name="ncbi_app" content="pubmed"><meta name="ncbi_pdid" content="abstract">{metas}{head}</head><body>'
        '<main class="article-details" id="article-details"><header class="heading" id="heading">'
        f'<div class="full-view" id="full-view-heading"><h1 class="heading-title"> {title} </h1>{heading}{printed}</div>'
        f'<div class="short-view" id="short-view-heading"><h1 class="heading-title">{title}</h1></div>'
        f"</header>{body}</main></body></html>"
    )
