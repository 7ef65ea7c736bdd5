"""An article of ``?format=abstract``: one listing holds many of them."""

from functools import cached_property
from typing import Any, Final

import attrs

from scraper import dom
from scraper.dom import Node
from scraper.model import Article, Links, Refs
from scraper.pages import ModernPage

_BELOW: Final = (
    "publication_types",
    "mesh_headings",
    "substances",
    "supplementary_concepts",
    "personal_names",
    "grants",
    "associated_data",
    "comments_corrections",
    "cited_by",
    "similar_articles",
    "references",
    "figures",
    "full_text_links",
    "link_out",
    "related_information",
)
"""What an article's own page shows around and below its abstract."""


class ResultsArticle(ModernPage):
    """One article of a listing: the heading and the abstract of its page."""

    @cached_property
    def heading(self) -> Node:
        """The full heading; ids have a prefix here that differs from article to article."""
        return dom.find(self.main, "[id$='full-view-heading']") or self.main


def without_claims(article: Article) -> Article:
    """Make null what is empty around the abstract: the listing may have left it out."""
    unknown: dict[str, Any] = {n: None for n in _BELOW if _is_empty(getattr(article, n))}
    if article.book:
        unknown["book"] = attrs.evolve(article.book, sections=article.book.sections or None)
    return attrs.evolve(article, **unknown, retracted=article.retracted or None)


def _is_empty(value: object) -> bool:
    return not value or (isinstance(value, Links | Refs) and not value.total and not value.items)
