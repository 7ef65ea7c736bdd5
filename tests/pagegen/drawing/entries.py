"""What lists hold: articles, notices, references."""

from random import Random

from tests.pagegen.build import Json, linked, notice, reference
from tests.pagegen.view_lists import NOTICE_HEADINGS

from .chance import chance, perhaps, several, some
from .cited import any_date, cite, doi, exact_date, numbers
from .people import listed
from .words import capital, marked_up, name, phrase, prose

_JOURNALS = ("J Invent Geogr", "Clin Made (Up, Town)", "Acta 9", "medRxiv [Preprint]", "Å & Ö",
            "J R Soc Made Up A B", "Zh Nevrol", "3 Biotech")  # fmt: skip
_LANGUAGES = ("French", "Chinese", "English, French", "Undetermined")
_NOTES = ("eCollection 2021.", "eCollection 2021 May.", "Print 2014 Jan.", "Online ahead of print.")
_TYPES = ("Review", "Clinical Trial", "Retracted Publication")
_RELATIONS = (*NOTICE_HEADINGS, "Companion in")
"""NLM's relations, and one that no program knows: it is kept as printed."""
_MOST_ENTRIES, _MOST_NOTICES, _MOST_REFERENCES = 4, 3, 6


def ids(random: Random) -> str:
    """Draw a PMID, or the digits of a PMCID."""
    return str(random.randint(1, 10 ** random.randint(1, 9) - 1))


def pmcid(random: Random) -> str:
    """Draw a PMCID."""
    return f"PMC{ids(random)}"


def journal_name(random: Random) -> str:
    """Draw a journal's abbreviation."""
    return random.choice(_JOURNALS) if chance(random) else f"J {name(random)}"


def entry(random: Random) -> Json:
    """Draw an entry of a list of articles."""
    title, html = _title(random)
    language = perhaps(random, _language, 0.2)
    if language or chance(random, 0.1):
        title, html = f"[{title}]", html and f"[{html}]"
    names, groups = listed(random) if chance(random, 0.9) else ([], [])
    when, found = any_date(random), numbers(random)
    drawn = linked(
        ids(random),
        title,
        "",
        journal_name(random),
        when,
        found.parts,
        perhaps(random, doi),
        epub=perhaps(random, exact_date, 0.3),
        free=perhaps(random, free, 0.3),
        types=some(random, _TYPES, 2),
        abstract=not chance(random, 0.2),
        language=language,
        complete=bool(names) and not chance(random, 0.2),
        groups=groups,
        title_html=html,
    )
    line, note = cite(random, when, found), perhaps(random, _note, 0.2)
    lines = (
        f"{drawn['journal']}. {line}",
        f"doi: {drawn['doi']}." if drawn["doi"] else "",
        f"Epub {drawn['article_date']['raw']}." if drawn["article_date"] else "",
        note or "",
    )
    return drawn | {"authors": names, "citation": " ".join(filter(None, lines)), "_line": line}


def _title(random: Random) -> tuple[str, str | None]:
    """Draw a title that no full stop ends: lists print one, and it is not part of the title."""
    text, html = marked_up(random)
    end = random.choice((" title", " title", " title", "?", "!", " and so on..."))
    return text + end, html and html + end


def _language(random: Random) -> str:
    return random.choice(_LANGUAGES)


def _note(random: Random) -> str:
    return random.choice(_NOTES)


def free(random: Random) -> str:
    """Draw a mark for free full text."""
    return random.choice(("free", "pmc"))


def entries(random: Random) -> Json:
    """Draw a list of articles: all of it, or its beginning with a link to more."""
    items = several(random, entry, _MOST_ENTRIES)
    if chance(random, 0.6 if items else 0.9):
        return {"total": len(items), "complete": True, "source": "page", "items": items}
    total = perhaps(random, lambda random: random.randint(_MOST_ENTRIES, 20_000))
    return {"total": total, "complete": False, "source": "page", "items": items}


def notices(random: Random) -> list[Json]:
    """Draw notices; one may be a citation only, or a title with a citation but no link."""
    return [notice(random.choice(_RELATIONS), _noticed(random)) for _ in range(_how_many(random))]


def _how_many(random: Random) -> int:
    return random.randint(1, _MOST_NOTICES) if chance(random, 0.4) else 0


def _noticed(random: Random) -> Json:
    found = entry(random)
    if chance(random, 0.2):
        bare: Json = {"pmid": None, "authors": [], "authors_complete": False}
        bare |= {"title": None} if chance(random) else {}
        return found | bare
    return found


def references(random: Random) -> Json:
    """Draw the references: all of them, or the first with a button for more."""
    items = several(random, _reference, _MOST_REFERENCES)
    if not items or chance(random, 0.7):
        return {"total": len(items), "complete": True, "items": items}
    total = perhaps(random, lambda random: random.randint(_MOST_REFERENCES, 2000))
    return {"total": total, "complete": False, "items": items}


def _reference(random: Random) -> Json:
    text = f"{capital(random)} A. {phrase(random)} - {prose(random)}"
    return reference(
        text, perhaps(random, ids), perhaps(random, pmcid, 0.3), perhaps(random, doi, 0.3)
    )
