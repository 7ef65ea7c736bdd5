"""Helpers to write a record by hand: each fills in the keys that every part must have."""

from .basics import Json, citation, date, joined, journal, prose, section
from .lists import linked, linkout, links, notice, reference
from .people import author, first_author, group
from .terms import funder, grant, mesh, raw_grant

__all__ = [
    "Json",
    "author",
    "citation",
    "date",
    "first_author",
    "funder",
    "grant",
    "group",
    "joined",
    "journal",
    "linked",
    "linkout",
    "links",
    "mesh",
    "notice",
    "prose",
    "raw_grant",
    "reference",
    "section",
]
