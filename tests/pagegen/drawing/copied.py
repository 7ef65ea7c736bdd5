"""Articles as far as a browser's copy of a modern page carries them: nearly all, without links."""

from random import Random
from typing import Any

from tests.pagegen.build import Json
from tests.pagegen.copied_sections import COPYING_SWITCHES, Copying
from tests.pagegen.records import text_record
from tests.pagegen.view_lists import NOTICE_HEADINGS

from . import modern
from .chance import chance, perhaps
from .people import commas_team, team
from .sections import copyright_line
from .text import body, is_retracted, shown

_SECTIONS = (
    "abstract_sections",
    "keywords",
    "coi_statement",
    "figures",
    "comments_corrections",
    "similar_articles",
    "cited_by",
    "references",
    "publication_types",
    "mesh_headings",
    "substances",
    "supplementary_concepts",
    "personal_names",
    "associated_data",
    "grants",
)
_LISTED = (
    "pmid",
    "pmcid",
    "affiliations",
    "mesh_headings",
    "substances",
    "supplementary_concepts",
    "personal_names",
)


def article(random: Random) -> tuple[Json, Copying]:
    """Draw the record of a browser copy, and how it was copied."""
    drawn = modern.article(random)
    types = drawn["publication_types"]
    last = [key for key in ("related_information", "link_out") if chance(random)]
    switches = {name: chance(random) for name in COPYING_SWITCHES}
    switches["footer"] |= not last  # or the end may have been cut off
    badges = [name for name in types if not name.startswith("Research Support")]
    how = Copying(badge=random.choice((None, *badges)), **switches)
    fields: dict[str, Any] = body(random, drawn) | {key: drawn[key] or None for key in _LISTED}
    fields |= {
        "authors": [_author(random, author) for author in drawn["authors"]],
        "authors_complete": drawn["authors_complete"],
        "investigators": [_unsplit(one) for one in drawn["investigators"]] or None,
        "publication_types": types or None,
        "abstract_copyright": perhaps(random, copyright_line),
        "figures": _figures(fields["figures"] or [], how),
        "references": _references(fields["references"], drawn["references"]),
        "comments_corrections": _notices(fields["comments_corrections"] or []),
        "associated_data": [data | {"url": None} for data in drawn["associated_data"]] or None,
        "grants": [grant for grant in drawn["grants"] if "_number" not in grant] or None,
    }
    fields["retracted"] = is_retracted(types, fields["comments_corrections"] or [])
    return text_record(sections=shown(fields, _SECTIONS) + last, **fields), how


def _unsplit(drawn: Json) -> Json:
    """Give a person whose name no link takes apart."""
    return drawn | dict.fromkeys(("last_name", "fore_name", "initials", "suffix"))


def _author(random: Random, drawn: Json) -> Json:
    """Give an author; a group's name is of words: numbers behind it point to affiliations."""
    found = _unsplit(drawn) | {"collective_name": None, "orcid": None}
    if not drawn["collective_name"]:
        return found
    return found | {"name": random.choice((team, commas_team))(random), "_group": True}


def _figures(told: list[Json], how: Copying) -> list[Json] | None:
    """Give the figures; in one line with its caption, a label cannot stand alone."""
    return [figure for figure in told if figure["caption"] or not how.captions_in_line] or None


def _references(told: Json | None, drawn: Json) -> Json | None:
    """Give the references; the button for more says that they are not all."""
    if told is None or drawn["complete"]:
        return told
    return told | {"total": drawn["total"], "complete": False}


def _notices(told: list[Json]) -> list[Json] | None:
    """Give notices; without bullets only a known heading is one, and only a PMID ends an entry."""
    known = [found for found in told if found["ref_type"] in NOTICE_HEADINGS]
    return [found for found in known if found["article"]["pmid"]] or None
