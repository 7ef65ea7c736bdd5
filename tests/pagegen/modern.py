"""The modern layout (since 2019): one record in, one page of HTML out."""

from typing import Any

from .environment import environment
from .eras import ERAS
from .view import modern_view

Json = dict[str, Any]

_BADGES = (
    "Review",
    "Meta-Analysis",
    "Randomized Controlled Trial",
    "Preprint",
    "Case Reports",
    "Editorial",
)


def modern_page(  # noqa: PLR0913 - one switch for each way in which pages differ
    record: Json,
    *,
    era: str = "2023",
    badge: str | None = "auto",
    secondary_date: str | None = "auto",
    citation_note: str = "",
    doi_in_citation: bool = True,
    collective_links: bool = True,
    from_search: bool = False,
    retraction_banner: bool = False,
    charset: str = "UTF-8",
) -> str:
    """Render a record, in the shape of record.md, as a page of the modern layout.

    ``era`` is a key of ``ERAS``. ``badge`` is the publication type above the citation: ``auto``
    takes the first that the site shows as one. ``secondary_date`` is the line after the DOI:
    ``auto`` makes ``Epub …`` from the article date. ``citation_note`` stands behind the citation
    itself. ``collective_links`` gives groups a link; without it they are plain text.
    ``from_search`` adds what a page reached through a search carries. ``retraction_banner`` adds a
    banner whose markup is invented. ``charset`` is only what the page declares.

    Keys of a record that begin with ``_`` are hints for the templates: ``_title_html`` of a linked
    article, ``_groups`` (its authors that are groups), ``_caption_html`` of a figure,
    ``_more_authors`` (named in the page's head only) and ``_affiliations`` of a book's editors.
    """
    if badge == "auto":
        badge = next((name for name in record["publication_types"] or [] if name in _BADGES), None)
    if secondary_date == "auto":
        secondary_date = (
            f"Epub {record['article_date']['raw']}." if record["article_date"] else None
        )
    context = modern_view(
        record,
        ERAS[era],
        badge=badge,
        collective_links=collective_links,
    )
    return (
        environment()
        .get_template("modern/page.html.j2")
        .render(
            context,
            charset=charset,
            secondary_date=secondary_date,
            citation_note=f" {citation_note}" if citation_note else "",
            doi_in_citation=doi_in_citation,
            from_search=from_search,
            retraction_banner=retraction_banner,
        )
    )
