"""Arbitrary text never raises; a rendering cut anywhere never invents a value."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.rendering import recognize
from scraper.rendering.page import TextPage
from tests.rendering import texts
from tests.rendering.test_page import FAMILIES

LAZY = ("stripped", "comments_corrections", "cited_by", "similar_articles", "references")
PROPERTIES = [name for name in dir(TextPage) if isinstance(getattr(TextPage, name), property)]

TOKENS = """
. doi: Epub 2005 2005; Jan ;1(1):2-3. PMID: 123 Abstract Keywords: Affiliations Figures Review
Cited by Similar articles References Comment in et al. J Apple. © [Article in ] • * # 1 ## - ---
In: Orchard: Press; Sections Collaborators Editors: Group: Excerpt
"""
SPACES = ("\n", "\n\n", "\r\n", "\xa0", "\u2028", "\ufeff", "\0", "\ud800", "  • ", "    ")
words = st.sampled_from((*TOKENS.split(), *SPACES, "\n. 2005;1:2.\n"))
soup = st.lists(words | st.text(max_size=8), max_size=60).map(" ".join)


def read_all(text: str) -> None:
    recognize(text)
    page = TextPage(text)
    for name in (*PROPERTIES, *LAZY):
        getattr(page, name)


@given(st.text(max_size=500) | soup)
def test_any_text(text: str) -> None:
    read_all(text)


@given(soup)
def test_any_text_under_a_citation_line(text: str) -> None:
    for head in (
        ". 2005 Jan;1(1):2-3.\n\nApples\n\n",
        "J Apple. 2005 Jan;1(1):2-3.\n\nApples.\n\n",
        "In: Apples. Orchard: Press; 2005.\n\nApples\n\nFree Books & Documents\n\n",
    ):
        read_all(head + text)


@settings(deadline=None)
@given(st.sampled_from(FAMILIES), st.floats(0, 1))
def test_any_cut(text: str, share: float) -> None:
    cut = text[: int(len(text) * share)]
    read_all(cut)
    assert TextPage(cut).pmid in {None, TextPage(text).pmid}


@given(st.lists(st.integers(0, 40), min_size=1, max_size=6))
def test_lost_lines(places: list[int]) -> None:
    lines = texts.RESILIPARSE.splitlines(keepends=True)
    for at in places:
        del lines[at % len(lines)]
    read_all("".join(lines))
