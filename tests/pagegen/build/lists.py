"""Lists of a record: linked articles, notices, references, LinkOut."""

from collections.abc import Sequence

from .basics import Json, citation


def linked(  # noqa: PLR0913, PLR0917 - one argument for each printed part
    pmid: str | None,
    title: str | None,
    authors: str,
    journal: str,
    when: Json,
    numbers: tuple[str | None, str | None, str | None],
    doi: str | None = None,
    *,
    epub: Json | None = None,
    note: str = "",
    free: str | None = None,
    types: Sequence[str] = (),
    abstract: bool = True,
    language: str | None = None,
    complete: bool = True,
    groups: Sequence[str] = (),
    title_html: str | None = None,
) -> Json:
    """Write an entry of a list.

    ``note`` is what stands last in the citation (``eCollection 2021.``).
    """
    line = f"{journal}. {citation(when, *numbers)}"
    line += f" doi: {doi}." if doi else ""
    line += f" Epub {epub['raw']}." if epub else ""
    line += f" {note}" if note else ""
    hints: Json = {"_groups": list(groups)} if groups else {}
    if title_html:
        hints["_title_html"] = title_html
    return {
        "pmid": pmid,
        "title": title,
        "authors": [name.strip() for name in authors.replace(";", ",").split(",") if name.strip()],
        "authors_complete": complete,
        "citation": line,
        "journal": journal,
        "pub_date": when,
        "volume": numbers[0],
        "issue": numbers[1],
        "pages": numbers[2],
        "doi": doi,
        "article_date": epub,
        "free_full_text": free,
        "publication_types": list(types),
        "has_abstract": abstract,
        "language": language,
        **hints,
    }


def linked_book(  # noqa: PLR0913 - one argument for each printed part
    pmid: str, title: str, authors: str, line: str, when: Json, *, types: Sequence[str] = ()
) -> Json:
    """Write an entry for a book's section: its own date stands before the line of the book."""
    found = linked(pmid, title, authors, "", when, (None, None, None), free="free", types=types)
    found |= {"journal": None, "citation": f"{when['raw']}. {line}"}
    return found | {"_free_text": "Free Books & Documents"}


def links(
    *items: Json, total: int | None = None, complete: bool = False, source: str = "page"
) -> Json:
    """Write a list of linked articles; a complete one counts itself."""
    counted = len(items) if complete and total is None else total
    return {"total": counted, "complete": complete, "source": source, "items": list(items)}


def notice(ref_type: str, article: Json) -> Json:
    """Write a notice: the relation and the article that it names."""
    return {"ref_type": ref_type, "article": article}


def reference(
    text: str, pmid: str | None = None, pmcid: str | None = None, doi: str | None = None
) -> Json:
    """Write one entry of the reference list."""
    return {"citation": text, "pmid": pmid, "pmcid": pmcid, "doi": doi}


def linkout(provider: str, url: str, category: str = "Full Text Sources") -> Json:
    """Write one link of the LinkOut section."""
    return {"category": category, "provider": provider, "url": url}
