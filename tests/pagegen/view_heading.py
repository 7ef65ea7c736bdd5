"""From a record to what the heading and the sidebar of a page print."""

from itertools import groupby
from typing import Any
from urllib.parse import quote_plus

from .environment import figures_of
from .eras import Era

Json = dict[str, Any]


def meta_date(date: Json | None) -> str:
    """Give ``2005 Jan`` as printed, but ``12/01/2022`` when there is a day."""
    if date is None:
        return ""
    if date["month"] and date["day"]:
        return f"{date['month']:02}/{date['day']:02}/{date['year']}"
    return str(date["raw"])


def meta_authors(record: Json) -> list[str]:
    """Give the names in the page's head: all, also where the byline shows only some."""
    shown = [
        f"{author['last_name'] or author['name']} {author['initials'] or ''}".strip()
        for author in record["authors"] or []
    ]
    return [*shown, *record.get("_more_authors", [])]


def collaborators(record: Json, pmid: str) -> list[tuple[str | None, list[Json]]]:
    """Give each group and the names under it; one whose parts are known has a link."""
    texts = record["affiliations"] or []
    people = [
        {
            **person,
            "href": author_href(person | {"collective_name": None}, pmid, collective_links=False),
            "keys": [texts.index(text) + 1 for text in person["affiliations"]],
        }
        for person in record["investigators"] or []
    ]
    by_group = groupby(people, key=lambda person: person["collective_name"])
    return [(group, list(members)) for group, members in by_group]


def author_href(author: Json, pmid: str, *, collective_links: bool) -> str | None:
    if author["collective_name"]:
        return (
            f"/?term={quote_plus(author['name'] + '[Corporate Author]')}"
            if collective_links
            else None
        )
    parts = [author["last_name"], author["initials"], author["suffix"]]
    term = quote_plus(" ".join(part for part in parts if part))
    return f"/?term={term}&cauthor_id={pmid}" if term else None


def authors(record: Json, pmid: str, *, collective_links: bool) -> list[Json] | None:
    if record["authors"] is None:
        return None
    texts = record["affiliations"] or []
    people: list[Json] = record["authors"]
    shown = []
    for number, author in enumerate(people, start=1):
        following = people[number] if number < len(people) else None
        semicolon = author["collective_name"] or (following and following["collective_name"])
        shown.append(
            {
                **author,
                "href": author_href(author, pmid, collective_links=collective_links),
                "after": "" if following is None else ";" if semicolon else ",",
                "affiliations": [
                    {"key": place + 1, "text": texts[place] if place < len(texts) else ""}
                    for place in author["affiliations"]
                ],
            }
        )
    return shown


def identifiers(record: Json, era: Era) -> list[tuple[str, str, str, str | None, str]]:
    found: list[tuple[str, str, str, str | None, str]] = []
    if record["pmid"]:
        found.append(("pubmed", "PMID", record["pmid"], None, "PUBMED"))
    if record["pmcid"]:
        code = record["pmcid"] if era.name == "2025" else record["pmcid"].lower()
        found.append(("pmc", "PMCID", record["pmcid"], f"{era.pmc_host}{code}/", "PMC"))
    if record["doi"]:
        found.append(
            ("doi", "DOI", record["doi"], f"https://doi.org/{record['doi'].lower()}", "DOI")
        )
    if record["bookaccession"]:
        code = record["bookaccession"]
        href = f"https://www.ncbi.nlm.nih.gov/books/{code}/"
        found.insert(1, ("bookshelf", "Bookshelf ID", code, href, "BOOKSHELF"))
    return found


def full_text(record: Json) -> list[Json]:
    links = []
    for link in record["full_text_links"] or []:
        provider = link["provider"]
        pmc = provider == "Free PMC article"
        hint = "Free full text at PubMed Central" if pmc else f"See full text options at {provider}"
        links.append(
            {
                **link,
                "pmc": pmc,
                "hint": hint if provider else "See full text options",
                "action": "PMC" if pmc else provider or "",
                "provider_id": "3494" if pmc else figures_of(provider or "icon", 4),
            }
        )
    return links


def expand_label(record: Json, *, equal: bool) -> str:
    labels = [
        *(["Collaborators"] if record["investigators"] else []),
        *(["Affiliations"] if record["affiliations"] or equal else []),
    ]
    return ", ".join(labels)
