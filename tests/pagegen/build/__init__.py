"""Helpers to write a record by hand: each fills in the keys that every part must have."""

from .basics import Json, citation, date, joined, journal, prose, section
from .books import book, contents
from .lists import linked, linked_book, linkout, links, notice, reference
from .people import author, first_author, group, investigator
from .terms import funder, grant, mesh, raw_grant

__all__ = [
    "Json",
    "author",
    "book",
    "citation",
    "contents",
    "date",
    "first_author",
    "funder",
    "grant",
    "group",
    "investigator",
    "joined",
    "journal",
    "linked",
    "linked_book",
    "linkout",
    "links",
    "mesh",
    "notice",
    "prose",
    "raw_grant",
    "reference",
    "section",
]
