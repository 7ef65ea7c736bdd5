"""MeSH headings."""

from functools import singledispatch

from scraper import model
from scraper.pages import Layout, ModernPage
from scraper.rendering import TextPage
from scraper.sections import _terms


@singledispatch
def mesh_headings(page: Layout) -> tuple[model.MeshHeading, ...] | None:
    """Read the MeSH headings with qualifiers and major marks."""
    return None


@mesh_headings.register
def _modern(page: ModernPage) -> tuple[model.MeshHeading, ...] | None:
    section = page.section("mesh_headings")
    return page.absent if section is None else _terms.mesh_headings(_terms.terms(section))


@mesh_headings.register
def _text(page: TextPage) -> tuple[model.MeshHeading, ...] | None:
    return page.mesh_headings
