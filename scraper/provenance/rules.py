"""What the names of a record's fields say about where their values are printed."""

import re
from typing import Final

ALIKE: Final = {
    "html": "text",
    "title_html": "title",
    "start_page": "pages",
    "end_page": "pages",
} | dict.fromkeys(("iso", "year", "month", "day"), "raw") | dict.fromkeys(
    ("last_name", "fore_name", "initials", "suffix"), "name"
)  # fmt: skip
"""A value that is derived from the one beside it, and so is printed there."""

JOINED: Final = {"abstract": "abstract_sections", "text": "sections"}
"""A value that joins the parts in a list beside it."""

IN_CITATION: Final = frozenset(
    {"journal", "pub_date", "volume", "issue", "pages", "doi", "article_date"}
)
"""What a citation beside it says."""

ABOVE: Final = frozenset({"ref_type", "category", "collective_name", "label"})
"""What is printed over an entry, or once over several."""

UNPRINTED: Final = frozenset(
    "schema_version kind source layout encoding retrieved_at warnings complete authors_complete"
    " major_topic retracted".split()
)
"""What is concluded from more than one place, or from none."""

ELSEWHERE: Final = frozenset({"affiliations"})
"""What an entry only points to."""

ATTRIBUTES: Final = frozenset({"url", "thumbnail_url", "journal.title"})
"""Keys and paths of values that stand in an attribute, though a text may read alike."""

COUNTED: Final = {
    "cited_by": "citedby",
    "similar_articles": "similararticles",
    "references": "showall",
}
"""What is printed before the total of a list, as `squeezed` text; any other total was counted."""

FORMS: Final = {
    "free_full_text": re.compile(r"\[?free(?:pmc)?(?:article|fulltext|books?&documents)?\]?\.?"),
    "has_abstract": re.compile(r"noabstractavailable\.?"),
    "publication_status": re.compile(r"(?:onlineaheadofprint|\[epubaheadofprint\])\.?"),
    "equal_contrib": re.compile(r"#"),
}
"""How a value is printed that is a word of our own, as `squeezed` text."""

SPOKEN: Final = {"has_abstract": False, "equal_contrib": True}
"""Truth values that a page prints."""
