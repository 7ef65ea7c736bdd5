"""A page drawn for inspection, by its layout."""

from functools import singledispatch
from typing import NoReturn

from scraper import errors
from scraper.boilerplate import NOISE, REPORT_NOISE
from scraper.entrez import EntrezPage
from scraper.inspection import textlines
from scraper.inspection.drawing import Pen
from scraper.inspection.nodes import Nodes
from scraper.layout import Layout
from scraper.pages import ModernPage
from scraper.provenance.tree import Tree
from scraper.rendering import TextPage


@singledispatch
def draw(layout: Layout, pen: Pen) -> str:
    """Draw a page with a pen."""
    raise NotImplementedError


def refuse(layout: Layout) -> NoReturn:
    """Say that there is nothing to look for in a page that names its fields itself.

    Raises:
        errors.NotAnArticle: always.
    """
    problem = errors.NotAnArticle(
        "This is MEDLINE text or XML, which names each of its fields itself; inspect shows where "
        "the fields of an HTML page or of a text rendering stand."
    )
    problem.source = layout.source
    raise problem


@draw.register
def _modern(layout: ModernPage, pen: Pen) -> str:
    return Nodes(pen, Tree(layout.root), NOISE).draw(layout.main)


@draw.register
def _entrez(layout: EntrezPage, pen: Pen) -> str:
    return Nodes(pen, Tree(layout.root), REPORT_NOISE).draw(layout.report)


@draw.register
def _text(layout: TextPage, pen: Pen) -> str:
    return textlines.draw(pen, layout)
