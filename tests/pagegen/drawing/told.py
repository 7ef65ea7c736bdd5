"""What a text can tell apart: abstracts without tags, lists whose end nobody knows."""

from operator import itemgetter
from random import Random

from tests.pagegen.build import Json, joined, section

from .chance import chance, perhaps
from .sections import LABELS
from .words import foreign, prose

PLAIN_LANGUAGE = "Plain language summary"
_CERTAIN_LABELS = ("Background", "Aim", "Results", "Methods and results", "Study design")
"""Of a paragraph that stands alone, only such words are certainly a label."""
_OTHER_LABELS = ("Introducción", "Métodos", "Ergebnisse", "Цель")
_MOST_PARAGRAPHS, _SOME_PARAGRAPHS = 5, 3


def abstract(random: Random) -> Json:
    """Draw an abstract, without labels or with one before each paragraph, and what is below it.

    Where there are no labels, no paragraph has a colon: it could be one.
    """
    count = random.randint(0, _MOST_PARAGRAPHS)
    labels = LABELS if count > 1 else _CERTAIN_LABELS
    parts = [section(prose(random)) for _ in range(count)]
    if chance(random):
        parts = [_labelled(random, part["text"], labels) for part in parts]
        if count >= _SOME_PARAGRAPHS and chance(random, 0.1):
            parts[0]["label"] = None
            parts[0]["text"] = prose(random)
    return {"abstract_sections": parts, "other_abstracts": _others(random) or None}


def _labelled(random: Random, text: str, labels: tuple[str, ...]) -> Json:
    more = f" {prose(random)[:-1]}: {text}" if chance(random, 0.2) else ""
    return section(text + more, random.choice(labels))


def _others(random: Random) -> list[Json]:
    found = []
    if chance(random, 0.15):
        count = random.randint(1, _SOME_PARAGRAPHS)
        labels = _OTHER_LABELS if count > 1 and chance(random) else (None,)
        parts = [section(foreign(random), random.choice(labels)) for _ in range(count)]
        found.append(_other(None, parts))
    if chance(random, 0.1):
        found.append(_other(PLAIN_LANGUAGE, [section(prose(random))]))
    return found


def _other(heading: str | None, parts: list[Json]) -> Json:
    return {"language": None, "heading": heading, "text": joined(parts), "sections": parts}


def notices(drawn: list[Json]) -> list[Json] | None:
    """Give notices, those of a kind together; one without a PMID shows nothing after it."""
    found = sorted(
        (notice | {"article": _noticed(notice["article"])} for notice in drawn),
        key=itemgetter("ref_type"),
    )
    return found or None


def _noticed(article: Json) -> Json:
    if article["pmid"]:
        return article
    tails: Json = {"free_full_text": None, "publication_types": [], "language": None}
    return article | tails | {"has_abstract": None}


def links(random: Random, drawn: Json, *, counted: bool = False) -> Json | None:
    """Draw how much of a list is left: all that the page had, the heading, nothing."""
    left = random.randint(0, 3)
    if not left:
        return None
    items = drawn["items"] if left > 1 else []
    total = perhaps(random, lambda random: random.randint(9, 20_000)) if counted else None
    complete = None if items else False
    return {"total": total, "complete": complete, "source": "text", "items": items}


def references(drawn: Json) -> Json | None:
    """Give the references; a text has their labels, not their links."""
    items = [_reference(found) for found in drawn["items"]]
    return {"total": None, "complete": None, "items": items} if items else None


def _reference(drawn: Json) -> Json:
    labels = [
        name for name, key in (("PMC", "pmcid"), ("PubMed", "pmid"), ("DOI", "doi")) if drawn[key]
    ]
    return {**dict.fromkeys(drawn), "citation": drawn["citation"], "_labels": labels}


def figures(drawn: list[Json]) -> list[Json] | None:
    """Give the figures, which have no address in a text."""
    return [found | {"url": None, "thumbnail_url": None} for found in drawn] or None
