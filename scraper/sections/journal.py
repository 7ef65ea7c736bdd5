"""The journal that the article appeared in."""

import re
from functools import singledispatch

from scraper import citations, dom, normalize
from scraper.entrez import EntrezPage
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.model import Journal
from scraper.pages import ModernPage
from scraper.rendering import TextPage

_NLM_ID = re.compile(r"\bnlmid=(\w+)")


@singledispatch
def journal(page: Layout) -> Journal | None:
    """Read the journal: full title, abbreviation, ISSN and NLM id, as far as the page has them."""
    return None


@journal.register
def _modern(page: ModernPage) -> Journal | None:
    if page.book_line is not None:
        return None
    button = page.journal_button
    title = dom.attr(button, "title") or page.metas.get("citation_journal_title")
    abbreviation = citations.without_preprint(dom.text(button))
    if not title and not abbreviation:
        return None
    return Journal(
        title=_title(title),
        medline_ta=abbreviation or None,
        issn=page.metas.get("citation_issn") or None,
        nlm_unique_id=_nlm_unique_id(page),
    )


def _title(printed: str | None) -> str | None:
    if not printed:
        return None
    return citations.without_preprint(normalize.without_full_stop(normalize.squash(printed)))


def _nlm_unique_id(page: ModernPage) -> str | None:
    """Every LinkOut link carries the journal's NLM id in its ``ref``."""
    for region in (page.section("link_out"), page.full_text_list):
        for link in dom.find_all(region, "a") if region is not None else ():
            if found := _NLM_ID.search(dom.attr(link, "ref") or ""):
                return found[1]
    return None


@journal.register
def _text(page: TextPage) -> Journal | None:
    return page.journal


@journal.register
def _entrez(page: EntrezPage) -> Journal | None:
    title, abbreviation, _ = page.cited
    if not title and not abbreviation:
        return None
    abbreviation = citations.without_preprint(normalize.without_full_stop(abbreviation))
    return Journal(
        title=_title(title),
        medline_ta=abbreviation or None,
        nlm_unique_id=_linked_id(page),
    )


@journal.register
def _legacy(page: LegacyPage) -> Journal | None:
    return None if page.book_line is not None else _entrez(page)


def _linked_id(page: EntrezPage) -> str | None:
    """Every link to the full text carries the journal's NLM id, as does every LinkOut link."""
    links = [dom.find(node, "a") for node in page.nodes("link_out")]
    ids = (_NLM_ID.search(dom.attr(link, "ref") or "") for link in (*(page.icons or ()), *links))
    return next((match[1] for match in ids if match), None)
