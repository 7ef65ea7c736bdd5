"""MeSH headings."""

from functools import singledispatch

from scraper import model
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.pages import ModernPage
from scraper.rendering import TextPage
from scraper.sections._terms import listed, terms
from scraper.terms import mesh_headings as read_mesh


@singledispatch
def mesh_headings(page: Layout) -> tuple[model.MeshHeading, ...] | None:
    """Read the MeSH headings with qualifiers and major marks."""
    return None


@mesh_headings.register
def _modern(page: ModernPage) -> tuple[model.MeshHeading, ...] | None:
    return read_mesh(terms(page.section("mesh_headings"))) or page.absent


@mesh_headings.register
def _text(page: TextPage) -> tuple[model.MeshHeading, ...] | None:
    return page.mesh_headings


@mesh_headings.register
def _legacy(page: LegacyPage) -> tuple[model.MeshHeading, ...] | None:
    lines = listed(page, "mesh_headings")
    return None if lines is None else read_mesh(lines)
