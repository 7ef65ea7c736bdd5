"""Articles drawn by Hypothesis: what no corpus shows, but PubMed can print.

Every record drawn here is one that a careful reader would write from the page that
``modern_page`` makes of it: citation line and parts agree, titles of entries have lost
their full stop, a list is complete where the page has no link to more.
"""

import unicodedata
from typing import Any

from hypothesis import strategies as st

from .build import (
    Json,
    author,
    citation,
    date,
    grant,
    group,
    linked,
    mesh,
    notice,
    reference,
    section,
)
from .records import html_record

_LETTERS = "abcdefghijklmnopqrstuvwxyzäéøłşžβγ"
_SCRIPTS = (_LETTERS, _LETTERS.upper(), "абвгд", "中文字符", "한국어", "עברית", "0123456789")
_TAGS = ("b", "i", "u", "sub", "sup")
_SUFFIXES = ("Jr", "Sr", "2nd", "3rd")
_SEASONS = ("Winter", "Spring", "Summer", "Fall", "Jan-Feb", "Nov-Dec")
_NOTICES = ("CommentIn", "CommentOn", "ErratumIn", "ErratumFor", "ExpressionOfConcernIn",
            "RepublishedIn", "RetractionOf", "UpdateIn", "UpdateOf")  # fmt: skip
_TYPES = ("Case Reports", "Comparative Study", "Meta-Analysis", "Review",
          "Research Support, Non-U.S. Gov't")  # fmt: skip

word = st.sampled_from(_SCRIPTS).flatmap(lambda letters: st.text(letters, min_size=1, max_size=9))
mark = st.sampled_from(
    ["P<0.001", "R&D", "&amp;", "(a, b)", "[x]", "n>3;", "1:20", "x/y", "don't", "—", "5%", "“q”"]
)
phrase = st.lists(word | word | mark, min_size=1, max_size=7).map(" ".join)
name = st.from_regex(
    r"(?:O'|van der |Mc|Al-)?[A-ZÉØ][a-zñü]{1,8}(?:-[A-Z][a-z]{2,6})?", fullmatch=True
)
digits = st.integers(1, 999_999_999).map(str)
doi = st.from_regex(r"10\.5555/[A-Za-z0-9()<>;/._-]{1,20}[A-Za-z0-9]", fullmatch=True)


def prose() -> st.SearchStrategy[str]:
    """Draw a sentence."""
    return phrase.map(lambda text: f"{text} end.")


@st.composite
def marked_up(draw: st.DrawFn) -> tuple[str, str | None]:
    """Draw a text and its marked-up twin."""
    parts = draw(
        st.lists(
            st.tuples(word | mark, st.none() | st.sampled_from(_TAGS), st.booleans()),
            min_size=1,
            max_size=6,
        )
    )
    text = html = ""
    for at, (piece, tag, spaced) in enumerate(parts):
        gap = " " if spaced and at else ""
        escaped = piece.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        text += gap + piece
        html += gap + (f"<{tag}>{escaped}</{tag}>" if tag else escaped)
    return text, html if any(tag for _, tag, _ in parts) else None


@st.composite
def dates(draw: st.DrawFn) -> Json:
    """Draw a date: year, month, day, season or range of months."""
    year = draw(st.integers(1850, 2030))
    if draw(st.booleans()):
        return date(year, raw=f"{year} {draw(st.sampled_from(_SEASONS))}")
    month = draw(st.none() | st.integers(1, 12))
    return date(year, month, draw(st.none() | st.integers(1, 28)) if month else None)


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str | None, str | None, str | None]:
    """Draw volume, issue and pages that the printed line tells apart."""
    volume = draw(st.none() | st.integers(1, 99_999).map(str) | st.just("7 Suppl 1"))
    issue = (
        draw(st.none() | st.sampled_from(["2", "1-2", "403 Suppl", "Pt 1", "7 Suppl 2"]))
        if volume
        else None
    )
    pages = draw(
        st.none()
        | st.sampled_from(
            [
                "884-95",
                "E298-307",
                "e1000",
                "1460",
                "19417381221131570",
                "S1-5; discussion S6",
                "iv-x",
                "CD010163.pub3",
            ]
        )
    )
    if volume and not issue and not pages and not volume.isdigit():
        pages = "1-2"
    if not volume and pages and (";" in pages or (pages.isdigit() and len(pages) < 6)):
        pages = "e1"
    return volume, issue, pages


@st.composite
def entries(draw: st.DrawFn) -> Json:
    """Draw an entry of a list of articles."""
    people = draw(
        st.lists(
            st.tuples(name, st.from_regex(r"[A-Z]{1,3}", fullmatch=True)).map(" ".join),
            min_size=1,
            max_size=5,
        )
    )
    return linked(
        draw(digits),
        draw(phrase.map(lambda text: f"{text} title")),
        ", ".join(people),
        draw(
            st.sampled_from(
                ["J Invent Geogr", "Clin Made (Up, Town)", "Acta 9", "medRxiv [Preprint]"]
            )
        ),
        draw(dates()),
        draw(numbers()),
        draw(st.none() | doi),
        epub=draw(st.none() | dates().filter(lambda when: " " not in when["raw"] or when["month"])),
        free=draw(st.sampled_from([None, "pmc", "free"])),
        types=draw(st.sampled_from([(), ("Review",), ("Clinical Trial",)])),
        abstract=draw(st.booleans()),
        language=draw(st.sampled_from([None, None, "French", "Chinese"])),
    )


@st.composite
def lists(draw: st.DrawFn) -> Json:
    """Draw a list of articles with its count."""
    items = draw(st.lists(entries(), max_size=3))
    if not items or draw(st.booleans()):
        return {"total": len(items), "complete": True, "source": "page", "items": items}
    total = draw(st.none() | st.integers(4, 2000))
    return {"total": total, "complete": False, "source": "page", "items": items}


@st.composite
def people(draw: st.DrawFn, affiliations: int) -> list[Json]:
    """Draw a byline of persons and groups."""
    found = []
    for _ in range(draw(st.integers(0, 12))):
        marks = (
            draw(st.lists(st.integers(0, affiliations - 1), unique=True, max_size=3))
            if affiliations
            else []
        )
        if draw(st.integers(0, 9)) == 0:
            found.append(group(draw(phrase.map(lambda text: f"{text} Group")), *marks))
            continue
        last, fore = draw(name), draw(name)
        suffix = draw(st.sampled_from([None, None, None, *_SUFFIXES]))
        printed = f"{fore} {last}" + (f" {suffix}" if suffix else "")
        found.append(
            author(printed, last, fore[0], *marks, suffix=suffix, equal=draw(st.booleans()))
        )
    return found


@st.composite
def abstracts(draw: st.DrawFn) -> list[Json]:
    """Draw the sections of an abstract, with labels or without."""
    labelled = draw(st.booleans())
    found = []
    for _ in range(draw(st.integers(0, 4))):
        text, html = draw(marked_up())
        label = (
            draw(st.sampled_from(["Background", "METHODS AND RESULTS", "Aim (short)"]))
            if labelled
            else None
        )
        found.append(section(text, label, html))
    return found


@st.composite
def headings(draw: st.DrawFn) -> list[Json]:
    """Draw MeSH headings; two in a row never share a descriptor."""
    terms = draw(
        st.lists(
            st.sampled_from(
                ["Mice", "Memory, Long-Term", "Genes, pol", "Argonaute Proteins", "Child"]
            ),
            unique=True,
        )
    )
    stars = st.sampled_from(["", "*"])
    lines = []
    for term in terms:
        qualifiers = draw(
            st.lists(
                st.sampled_from(["genetics", "drug effects", "administration & dosage"]),
                unique=True,
                max_size=3,
            )
        )
        lines.append(
            "/".join([term + draw(stars), *(qualifier + draw(stars) for qualifier in qualifiers)])
        )
    return mesh(*lines)


@st.composite
def articles(draw: st.DrawFn) -> Json:
    """Draw the record of an HTML article page."""
    affiliations = draw(st.lists(prose(), max_size=4, unique=True))
    title, title_html = draw(marked_up())
    volume, issue, pages = draw(numbers())
    when = draw(dates())
    words = st.lists(phrase.filter(lambda text: ";" not in text), max_size=4)
    terms = st.lists(word.map(lambda text: f"{text}-term"), max_size=3, unique=True)
    references = draw(
        st.lists(
            st.builds(
                reference,
                prose(),
                st.none() | digits,
                st.none() | digits.map("PMC{}".format),
                st.none() | doi,
            ),
            max_size=3,
        )
    )
    fields: dict[str, Any] = {
        "pmid": draw(digits),
        "pmcid": draw(st.none() | digits.map("PMC{}".format)),
        "doi": draw(st.none() | doi),
        "title": title,
        "title_html": title_html,
        "authors": draw(people(len(affiliations))),
        "affiliations": affiliations,
        "journal": {
            "title": draw(phrase),
            "medline_ta": draw(phrase),
            "issn": draw(st.sampled_from([None, "5555-003X"])),
            "nlm_unique_id": None,
        },
        "volume": volume,
        "issue": issue,
        "pages": pages,
        "pub_date": when,
        "citation": citation(when, volume, issue, pages),
        "article_date": draw(
            st.none() | dates().filter(lambda found: " " not in found["raw"] or found["month"])
        ),
        "publication_status": draw(st.sampled_from([None, "aheadofprint"])),
        "free_full_text": draw(st.sampled_from([None, "pmc", "free"])),
        "publication_types": draw(st.lists(st.sampled_from(_TYPES), unique=True)),
        "abstract_sections": draw(abstracts()),
        "abstract_copyright": draw(
            st.none() | prose().map(lambda text: f"Copyright © 2020 {text}")
        ),
        "keywords": draw(words),
        "coi_statement": draw(st.none() | prose()),
        "mesh_headings": draw(headings()),
        "substances": draw(terms),
        "supplementary_concepts": draw(terms),
        "personal_names": draw(st.lists(name, max_size=2)),
        "grants": draw(
            st.lists(
                st.builds(
                    grant,
                    st.from_regex(r"[A-Z][0-9]{2} [A-Z]{2}[0-9]{5}", fullmatch=True),
                    st.just("NS"),
                    st.just("NINDS NIH HHS"),
                    st.just("United States"),
                ),
                max_size=2,
            )
        ),
        "comments_corrections": [
            notice(kind, draw(entries()))
            for kind in draw(st.lists(st.sampled_from(_NOTICES), max_size=3, unique=True))
        ],
        "similar_articles": draw(lists()),
        "cited_by": draw(lists()),
        "references": {"total": len(references), "complete": True, "items": references},
    }
    pages_found = _expanded(pages)
    fields |= {"start_page": pages_found[0], "end_page": pages_found[1]}
    record = html_record(**fields)
    assert unicodedata.is_normalized("NFC", str(record))
    return record


def _expanded(pages: str | None) -> tuple[str | None, str | None]:
    return {
        "884-95": ("884", "895"),
        "E298-307": ("E298", "E307"),
        "1460": ("1460", None),
        "iv-x": ("iv", "x"),
        "1-2": ("1", "2"),
    }.get(pages or "", (None, None))
