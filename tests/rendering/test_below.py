"""What stands below the head of renderings and copies, in forms that drawn articles showed."""

import pytest

from scraper import OtherAbstract, Reference, Refs, Section
from scraper.rendering.page import TextPage

HEAD = (
    ". 2019 Jan;1(1):2-3.\n\nOn apples\n\nAffiliations\n\nOn apples\n\nJo Doe. J Apple. 2019.\n\n"
)
END = "\n\nLinkOut - more resources\n"


def page(body: str) -> TextPage:
    return TextPage(f"{HEAD}{body}{END}")


def test_keywords_and_copyright_below_a_plain_language_summary() -> None:
    found = page(
        "Abstract\n\nWe count.\n\nPlain language summary\n\nThere are many.\n\n"
        "Keywords: apple; pear.\n\n© 2019 The Authors."
    )
    assert found.keywords == ("apple", "pear")
    assert found.abstract_copyright == "© 2019 The Authors."
    assert [other.text for other in found.other_abstracts or ()] == ["There are many."]
    assert found.sections == ("abstract", "other_abstracts", "keywords", "link_out")


def test_copyright_right_below_a_plain_language_summary() -> None:
    found = page("Abstract\n\nWe count.\n\nPlain language summary\n\nMany.\n\n(c) 2019 Us.")
    assert found.abstract_copyright == "(c) 2019 Us."
    assert [other.text for other in found.other_abstracts or ()] == ["Many."]


def test_an_abstract_in_another_language_only() -> None:
    spanish = "Se contaron las manzanas que caen cada año al pie del árbol viejo."
    found = page(f"Abstract\n\nNo abstract available\n\n{spanish}")
    assert found.abstract_sections == ()
    assert found.other_abstracts == (
        OtherAbstract(text=spanish, sections=(Section(text=spanish),)),
    )


def test_copyright_without_an_abstract() -> None:
    found = page("Abstract\n\nNo abstract available\n\nCopyright © 2019 Us.")
    assert (found.abstract_sections, found.abstract_copyright) == ((), "Copyright © 2019 Us.")
    assert found.other_abstracts is None


@pytest.mark.parametrize("before", ["", "Conflict of interest statement\n\nNone.\n\n"])
def test_a_notice_of_an_unknown_kind(before: str) -> None:
    entry = "  • Pears.\n    Roe M. Roe M. J Pear. 2020;2:7. J Pear. 2020. PMID: 90000001"
    found = page(f"Abstract\n\nWe count.\n\n{before}Companion in\n\n{entry}")
    notices = found.comments_corrections or ()
    assert [(notice.ref_type, notice.article.pmid) for notice in notices] == [
        ("Companion in", "90000001")
    ]
    assert found.warnings == []


@pytest.mark.parametrize(
    ("button", "total"), [("Show all references", None), ("Show all 9 references", 9)]
)
def test_a_button_for_more_references(button: str, total: int | None) -> None:
    assert page(f"References\nDoe J. Apples. 1999.\n{button}").references == Refs(
        total=total, complete=False, items=(Reference(citation="Doe J. Apples. 1999."),)
    )


def test_short_captions_in_the_line_of_their_label() -> None:
    found = page(
        "Figures\n\nFig. 2 Apples.\n\nFig. 2 Apples.\n\nTable 1 Pears in…\nTable 1 Pears in rows."
    )
    figures = [(figure.label, figure.caption) for figure in found.figures or ()]
    assert figures == [("Fig. 2", "Apples."), ("Table 1", "Pears in rows.")]


def test_every_type_of_nlm_before_the_journal_of_a_copy() -> None:
    copy = (
        "Research Support, Non-U.S. Gov't J Apple\n. 2019 Jan;1(1):2-3.\nOn apples\nJo Doe\n"
        f"PMID: 90000002\n\nAbstract\n\nWe count.{END}"
    )
    found = TextPage(copy)
    assert found.journal is not None
    assert found.journal.medline_ta == "J Apple"
    assert found.publication_types == ("Research Support, Non-U.S. Gov't",)


def test_the_last_author_of_a_cut_list_may_have_the_name_of_the_first() -> None:
    entry = "Pears.\nWang Y, Li Q, Wang Y, et al.\nJ Pear. 2020;2:7.\nPMID: 90000001"
    cited = page(f"Cited by\n{entry}").cited_by
    assert cited is not None
    assert (cited.items[0].authors, cited.items[0].authors_complete) == (
        ("Wang Y", "Li Q", "Wang Y"),
        False,
    )
