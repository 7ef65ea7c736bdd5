"""What several formats tell alike, said once more and otherwise than the program says it."""

import re

from scraper.model import Article, Author


def name(author: Author) -> tuple[str, str, str]:
    """Return family and given name and suffix; of a group or an unsplit name, the whole."""
    if author.last_name is None:
        return author.name, "", ""
    initials = "".join(f" {c}" if c != c.lower() else c for c in author.initials or "").strip()
    return author.last_name, author.fore_name or initials, author.suffix or ""


def keywords(article: Article) -> list[str]:
    """Return keywords and MeSH headings."""
    found = list(article.keywords or ())
    for heading in article.mesh_headings or ():
        line = "*" * heading.major_topic + heading.descriptor_name
        for said in heading.qualifiers:
            line += "/" + "*" * said.major_topic + said.qualifier_name
        found.append(line)
    return found


def notes(article: Article) -> list[str]:
    """Return the notes on a reference."""
    found = ["Retracted publication"] if article.retracted else []
    found += ["Online ahead of print"] if article.publication_status else []
    for notice in article.comments_corrections or ():
        words = re.findall("and(?=[A-Z])|[A-Z]?[a-z]+?(?=and[A-Z]|[A-Z]|\\b)", notice.ref_type)
        said = notice.article.citation or ""
        said += f" PMID: {notice.article.pmid}" if notice.article.pmid else ""
        if said:
            found.append(" ".join(words).capitalize() + f": {said.strip()}")
    return found


def url(article: Article) -> str | None:
    """Return the address of a reference."""
    if article.pmid is None:
        return article.page.url
    return f"https://pubmed.ncbi.nlm.nih.gov/{article.pmid}/"
