"""Pages that are no articles, with the code that each one is answered with."""

import json
from collections.abc import Iterator

from .environment import environment
from .eras import ERAS
from .pool import AIRWAY, ESTUARY
from .view_lists import docsum

_PDF = (
    b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\nstream\n"
    + bytes(range(256)) * 4
)
_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
_JSON = {
    "header": {"type": "esummary", "version": "0.3"},
    "result": {
        "uids": ["90110001"],
        "90110001": {"uid": "90110001", "title": "Heart rate of resting harbour seals"},
    },
}
_NOTES = """\
Shopping for Thursday

- flour, yeast (PMID of the bread article: ask Tabitha)
- Abstract art postcards
- see pubmed.ncbi.nlm.nih.gov for the seal thing
"""

_HTML: tuple[tuple[str, str, dict[str, object]], ...] = (
    (
        "search-page",
        "not_an_article",
        {"query": "harbour seals heart rate", "total": 1843, "items": ESTUARY[:4]},
    ),
    ("home-page", "not_an_article", {"items": AIRWAY[:3]}),
    ("not-found", "not_found", {}),
    ("abuse-block", "blocked", {}),
    ("recaptcha", "blocked", {}),
    ("publisher-page", "not_pubmed", {}),
    ("pmc-page", "not_pubmed", {}),
)


def _render(template: str, context: dict[str, object]) -> bytes:
    items = context.get("items", [])
    entries = [docsum(item) for item in items] if isinstance(items, list) else []
    page = environment().get_template(f"errors/{template}.html.j2")
    shared = {"era": ERAS["2025"], "from_search": False, "title_text": "", "csrf": "x" * 64}
    return page.render(shared | context | {"items": entries}).encode()


def error_pages() -> Iterator[tuple[str, bytes, str]]:
    """Give file name, content and error code of each page."""
    for name, code, context in _HTML:
        yield f"{name}.html", _render(name, context), code
    no_hits: dict[str, object] = {"query": "hagfish AND trombone", "total": 0, "items": []}
    yield "search-no-results.html", _render("search-page", no_hits), "not_an_article"
    yield "json-saved.html", json.dumps(_JSON, indent=2).encode(), "not_pubmed"
    yield "notes.txt", _NOTES.encode(), "not_pubmed"
    yield "pdf-saved.html", _PDF, "unreadable"
    yield "png-saved.html", _PNG, "unreadable"
    yield "empty.html", b"", "unreadable"
