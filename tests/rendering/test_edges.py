"""Forms that one rendering of each family does not show."""

import pytest

from scraper.rendering import recognize
from scraper.rendering.abstract import is_foreign
from scraper.rendering.anchor import legacy
from scraper.rendering.byline import agreed, authors
from scraper.rendering.entries import linked_article
from scraper.rendering.lists import references
from scraper.rendering.markdown import is_markdown
from scraper.rendering.page import TextPage
from scraper.rendering.shortline import short_line
from tests.rendering.texts import BROWSER, RESILIPARSE

HEAD = (
    ". 2019 Jan;1(1):2-3.\n\nOn apples\n\nAffiliations\n\nOn apples\n\nJo Doe. J Apple. 2019.\n\n"
)
END = "\n\nLinkOut - more resources\n"


def page(body: str, head: str = HEAD) -> TextPage:
    return TextPage(f"{head}{body}{END}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \n",
        "Some prose. In 2005 we met;\n\nAbstract art followed.\n",
        "def f():\n    return '. 2005 Jan;1(1):2-3.'\n",
        '{"title": ". 2005 Jan;1(1):2-3.", "abstract": "Abstract"}',
        "PMID- 12345\nTI  - Apples.\nDP  - 2005 Jan\nSO  - J Apple. 2005 Jan;1(1):2-3.\n",
        "1. Doe J. Apples. J Apple. 2005 Jan;1(1):2-3. PMID: 12345.",
        "<!DOCTYPE html>\n<p>\n. 2005 Jan;1(1):2-3.\n\nTitle\n\nAbstract\n",
        ". 2005 Jan;1(1):2-3.\n",
        "J Apple. 2005 Jan;1(1):2-3.\n\nApples.\n\nAbstract\n\nText.\n",
        "Similar articles\n\nJ Apple. 2005 Jan;1(1):2-3.\n\nPMID: 12345\n",
    ],
)
def test_other_text_is_refused(text: str) -> None:
    assert not recognize(text)
    assert TextPage(text).cited_by is None


def test_a_text_without_a_citation_line_has_no_values() -> None:
    empty = TextPage("Dot gov\nHello\n")
    assert (empty.title, empty.citation, empty.article_date, empty.journal) == (None,) * 4
    assert (empty.sections, empty.warnings) == ((), [])
    assert empty.stripped == "Hello\n"


def test_strip_keeps_the_lines_of_the_article() -> None:
    stripped = TextPage(RESILIPARSE).stripped
    assert stripped.startswith("Review\n. 2019 Sep-Oct;11(6):579-86.\n")
    assert stripped.endswith("Publication types\n\nLinkOut - more resources\n")
    gone = set(RESILIPARSE.splitlines()) - set(stripped.splitlines())
    assert {"U.S. flag"} < gone
    assert "PubMed Disclaimer" in stripped
    assert not any("apple" in line.lower() for line in gone)
    assert TextPage(BROWSER).stripped.startswith("Review Orchard Res\n. 2019 Feb 12;")
    assert TextPage(BROWSER).stripped.endswith("Orchard Press\n")
    legacy_crlf = TextPage(RESILIPARSE.replace("\n", "\r\n")).stripped
    assert legacy_crlf == stripped.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("body", "sections"),
    [
        ("No abstract available", ()),
        ("Abstract\n\nNo abstract available\n\nPubMed Disclaimer", ()),
        ("Abstract", None),
        ("Abstract\n\nOne: text. Methods: more.", [(None, "One: text. Methods: more.")]),
        ("Abstract\n\nAim: To see.", [("Aim", "To see.")]),
        ("Abstract\n\nAim: To see. Methods: We saw.", [(None, "Aim: To see. Methods: We saw.")]),
        ("Abstract\n\nWe saw: a.\n\nOf all the many: b.\n\nEnd.", None),
        ("Abstract\n\nline one\nline two", [(None, "line one line two")]),
        ("Abstract\n\nA text.\n© 2019 Someone.", [(None, "A text.")]),
        (
            "Abstract\n\nMETHODS:\nWe saw.\nRESULTS:\nSeven.",
            [("METHODS", "We saw."), ("RESULTS", "Seven.")],
        ),
    ],
)
def test_abstracts(body: str, sections: list[tuple[str | None, str]] | tuple[()] | None) -> None:
    found = page(body).abstract_sections
    if sections:
        assert found is not None
        assert [(section.label, section.text) for section in found] == sections
    elif body.count("\n\n") < 3:
        assert found == sections


@pytest.mark.parametrize(
    ("body", "copyright_line", "keywords"),
    [
        (
            "A.\n\nKeywords: a; b.\n\nThieme. All rights reserved.",
            "Thieme. All rights reserved.",
            ("a", "b"),
        ),
        ("A.\n\nCopyright © 2019 B.\n\nKeywords: a.", "Copyright © 2019 B.", ("a",)),
        ("Copyright is old.", None, None),
        ("A.\n\nKeywords:\na; b", None, ("a", "b")),
    ],
)
def test_copyright_and_keywords(
    body: str, copyright_line: str | None, keywords: tuple[str, ...] | None
) -> None:
    found = page(f"Abstract\n\n{body}")
    assert (found.abstract_copyright, found.keywords) == (copyright_line, keywords)


def test_keywords_without_an_abstract() -> None:
    found = page("Keywords: apple; pear.")
    assert found.keywords == ("apple", "pear")
    assert found.sections == ("keywords", "link_out")
    assert found.abstract_sections is None


@pytest.mark.parametrize(
    ("line", "author", "complete", "journal"),
    [
        ("M St. Roe. J Apple. 2019.", "M St. Roe", True, "J Apple"),
        ("U.S. Apple Task Force. JAMA. Winter 1998.", "U.S. Apple Task Force", True, "JAMA"),
        ("A B et al. medRxiv [Preprint]. 2019 Jan 5.", "A B", False, "medRxiv"),
        ("A B. J Apple . 2001 Sep-2002 Jan .", "A B", True, "J Apple"),
        ("J Apple. 2019 Jan.", None, True, "J Apple"),
        ("No authors listed. J Apple. 2019.", None, True, "J Apple"),
    ],
)
def test_short_lines(line: str, author: str | None, complete: bool, journal: str) -> None:  # noqa: FBT001 - an expected value
    assert short_line(line) == (author, complete, journal)


@pytest.mark.parametrize("line", ["", "Nothing.", "And so on..", "A B et al. . 2019.", "a. " * 300])
def test_other_lines_are_no_short_lines(line: str) -> None:
    assert short_line(line) is None


def test_authors_that_are_not_there() -> None:
    head = HEAD.replace("On apples\n\nAff", "On apples\n\nNo authors listed\nAff")
    assert page("", head.replace("Jo Doe. ", "")).authors == ()
    assert page("", HEAD.replace("Jo Doe. ", "")).authors is None
    assert page("", HEAD.replace("Jo Doe. J Apple. 2019.\n\n", "")).journal is None


def test_a_glued_byline_gives_way_to_the_short_line() -> None:
    glued = page("", HEAD.replace("apples\n\nAff", "apples\n\nJo DoeAnn Poe\nAff"))
    assert glued.authors is not None
    assert [author.name for author in glued.authors] == ["Jo Doe"]
    parted_by_numbers = page("", HEAD.replace("apples\n\nAff", "apples\n\nJo Doe 1 Ann Poe 1\nAff"))
    assert parted_by_numbers.authors is not None
    assert [author.name for author in parted_by_numbers.authors] == ["Jo Doe"]
    group = page("", HEAD.replace("apples\n\nAff", "apples\n\nJo Doe; Apple Group\nAff"))
    assert group.authors is not None
    assert len(group.authors) == 2


def test_a_browser_copy_without_the_short_line() -> None:
    text = (
        "Meta-Analysis\nOrchard Res\n. 2019;1:2-3.\nOn apples\nJo Doe 1, Ann Poe\n"
        "Collaborators, Affiliations Expand\nCollaborators\nApple Group: A B, C D\nAffiliations\n"
        "1 Orchard.\nPMID: 90000001\nBookshelf ID: NBK12\nAbstract\nText.\n\nLinkOut - more resources\n"
    )
    found = TextPage(text)
    assert found.publication_types == ("Meta-Analysis",)
    assert found.journal is not None
    assert found.journal.medline_ta == "Orchard Res"
    assert found.authors is not None
    assert [author.affiliations for author in found.authors] == [(0,), ()]
    assert found.affiliations == ("Orchard.",)
    assert found.bookaccession == "NBK12"


def test_a_type_that_no_table_knows_stands_over_both_titles() -> None:
    found = TextPage(
        HEAD.replace(". 2019", "Apple Study\n. 2019", 1).replace(
            "\n\nOn apples\n\nJo", "\nApple Study\n\nOn apples\n\nJo"
        )
        + END
    )
    assert found.publication_types == ("Apple Study",)
    assert found.title == "On apples"


def test_books_and_preprints() -> None:
    book = TextPage(
        "Review\nIn: StatApples [Internet]. Orchard (FL): Apples; 2025 Jan–.\n2024 Aug 17.\n\n"
        "On apples\n\nAffiliations\nFree Books & Documents\nReview\n\nOn apples\n\nJo Doe et al.\n\n"
        "Excerpt\n\nText.\n\nSections\n\nLinkOut - more resources\n"
    )
    assert (book.title, book.publication_types, book.free_full_text) == (
        "On apples",
        ("Review",),
        "free",
    )
    preprint = TextPage("Preprint\n[Preprint]" + HEAD + END)
    assert (preprint.citation, preprint.publication_types) == ("2019 Jan;1(1):2-3.", ("Preprint",))


@pytest.mark.parametrize(
    "text",
    [
        HEAD.replace(". 2019", "[Preprint]. 2019", 1) + END,
        "medRxiv [Preprint]\n. 2019 Jan;1(1):2-3.\nOn apples\nJo Doe 1\nPMID: 9\nAbstract\nA.\n"
        + END,
        "medRxiv [Preprint]. 2019 Jan;1(1):2-3.\n\nOn apples.\n\nAbstract\n\nA.\n\nPMID: 9\n[PubMed]\n",
    ],
)
def test_preprints(text: str) -> None:
    found = TextPage(text)
    assert found.citation == "2019 Jan;1(1):2-3."
    assert found.journal is not None
    assert found.journal.medline_ta in {"medRxiv", "J Apple"}
    assert found.publication_types == ("Preprint",)


def test_languages_and_an_offer() -> None:
    note = "[Article in Greek; Abstract available in Greek from the publisher]"
    head = HEAD.replace("apples\n\nAff", f"apples\n\n{note}\nAff")
    assert page("", head).languages == ("Greek",)


def test_keywords_of_several_kinds_below_a_summary() -> None:
    found = page(
        "Abstract\n\nText.\n\nPlain language summary\n\nEasy.\n\nKeywords: a; b.\n\n"
        "NASA keywords: c.\n\nCopyright © 2019 B."
    )
    assert (found.keywords, found.abstract_copyright) == (("a", "b", "c"), "Copyright © 2019 B.")
    assert [other.text for other in found.other_abstracts or ()] == ["Easy."]


def test_grants_of_funders_elsewhere() -> None:
    found = page("Grants and funding\n\n001/WHO_/World Health Organization/International\n")
    assert found.grants is not None
    assert found.grants[0].acronym == "WHO_"


def test_titles_of_several_lines() -> None:
    head = HEAD.replace("On apples", "On apples\nand pears")
    assert page("", head).title == "On apples and pears"
    assert (
        TextPage(". 2019;1:2.\n\nOn apples\nand pears\n\nAbstract\n\nA.\n").title
        == "On apples and pears"
    )


def test_unknown_sections_are_not_dropped_in_silence() -> None:
    found = page(
        "Cited by\n\nApple prizes\n\nSequel in\n\n  • Apples.\n    J Apple. 2020;1:1. PMID: 7\n"
    )
    assert [warning.code for warning in found.warnings] == ["unknown_section"]
    assert found.comments_corrections is not None
    assert found.comments_corrections[0].ref_type == "Sequel in"
    assert found.sections == ("cited_by", "comments_corrections", "link_out")


@pytest.mark.parametrize(
    ("text", "truncated"),
    [
        (RESILIPARSE, False),
        (RESILIPARSE.split("\n\nKeywords", maxsplit=1)[0], True),
        (RESILIPARSE.split(" PMID: 90000004", maxsplit=1)[0], True),
        (RESILIPARSE.split("04\n\nReferences", maxsplit=1)[0], True),
        (RESILIPARSE.split("\n\nReferences", maxsplit=1)[0] + "\n", False),
        (RESILIPARSE.split("\n\nCited by", maxsplit=1)[0], False),
        (HEAD + "Abstract", True),
        (HEAD + "Cited by\n\nLinkOut - mo", True),
        (HEAD, True),
        (BROWSER.split("\nHumans", maxsplit=1)[0], True),
        (BROWSER.split("\nNCBI Lit", maxsplit=1)[0], False),
        ("J Apple. 2005;1(1):2-3.\n\nApples.\n\nAbstract\n\nA.\n\nPMID:\n1594", True),
        ("J Apple. 2005;1(1):2-3.\n\nApples.\n\nAbstract\n\nA.\n\nPMID: 15941 [Indexed for", False),
    ],
)
def test_a_cut_text_says_so(text: str, truncated: bool) -> None:  # noqa: FBT001 - an expected value
    found = TextPage(text)
    assert ("truncated" in [warning.code for warning in found.warnings]) is truncated
    assert found.pmid in {None, "90000001", "15941"}


@pytest.mark.parametrize(
    ("entry", "title", "authors", "citation"),
    [
        (["T.", "J Apple. 2019;1:2."], "T", (), "J Apple. 2019;1:2."),
        (["J Apple. 2019;1:2. PMID: 5"], None, (), "J Apple. 2019;1:2."),
        (["T.", "A B. A B. J. 2019;1:2. J. 2019. PMID: 5 Review"], "T", ("A B",), "J. 2019;1:2."),
        (["T.", "[No authors listed] J A. 2019;1. J A. 2019. PMID: 5"], "T", (), "J A. 2019;1."),
        (["Only a title."], "Only a title", (), None),
        (["T.", "A B, C D, et al."], "T", ("A B", "C D"), None),
    ],
)
def test_entries(
    entry: list[str], title: str | None, authors: tuple[str, ...], citation: str | None
) -> None:
    found = linked_article(entry)
    assert (found.title, found.authors, found.citation) == (title, authors, citation)


def test_a_tail_on_its_own_line_belongs_to_the_entry_before() -> None:
    found = page(
        "Cited by\nT.\nA B.\nJ. 2019;1:2.\nPMID: 5\nFree PMC article.\nU.\nC D.\nJ. 2020;1:3.\nPMID: 6\n"
    )
    assert found.cited_by is not None
    assert [item.free_full_text for item in found.cited_by.items] == ["pmc", None]


def test_references_over_several_lines() -> None:
    lines = page("References\n\n    1. One\n       goes on. - PMC\n    2.\n    Two. - DOI\n")
    assert lines.references is not None
    assert [item.citation for item in lines.references.items] == ["One goes on.", "Two."]
    assert references(()) is None


@pytest.mark.parametrize(
    "line",
    [
        "J A. B. 2019;1:2.",
        "J Apple. 2019 is the year; 1: 2",
        "J Apple. 2019.",
        "x" * 130 + ". 2019;1:2.",
    ],
)
def test_lines_that_are_no_citation(line: str) -> None:
    assert legacy(line) is None


def test_wrapped_markdown_needs_a_full_line() -> None:
    assert not is_markdown("# Contributed equally.\n")
    text = "# T\n\n. 2019;1:2.\n\nT\n\n## Abstract\n\nshort\nline\n\n- - -\n"
    found = TextPage(text).abstract_sections
    assert found is not None
    assert found[0].text == "short line"


def test_old_heads() -> None:
    plain = "J Apple. 2005;1(1):2-3.\n{}\nPMID: 15 [Indexed for MEDLINE]\n"
    nobody = TextPage(plain.format("Apples.\n[No authors listed]\nAbstract\nText.\n"))
    assert (nobody.title, nobody.authors) == ("Apples", ())
    bare = TextPage(plain.format("Apples.\n\nWe counted them all.\n"))
    assert bare.abstract_sections is not None
    assert bare.affiliations is None
    wrapped = TextPage(
        plain.format("Apples.\nDoe J,\nRoe M.\nAuthor information\n  1Dept\n  of Apples.\n")
    )
    assert wrapped.authors is not None
    assert len(wrapped.authors) == 2
    assert wrapped.affiliations == ("Dept of Apples.",)


def test_small_ways_round() -> None:
    no_address = "J Apple. 2005;1(1):2-3.\n\nApples.\n\nPMID: 15 [Indexed for MEDLINE]\n"
    assert TextPage(no_address).abstract_sections is None
    cut_panel = no_address + "Related articles\nPears.[J Pear. 2004]\nPlums\nPlum.[J Plum. 2003]\n"
    assert TextPage(cut_panel).similar_articles is not None
    lower = page("Abstract\n\nlow: a.\n\nAim: b.\n\nMETHODS:")
    assert lower.abstract_sections is not None
    assert lower.abstract_sections[0].label is None
    odd = linked_article(["T.", "A B. J. 2019;1. PMID: 5 . an odd tail. Free Books & Documents."])
    assert (odd.publication_types, odd.free_full_text) == ((), "free")
    greek = page("Abstract\n\nWe count the apples.\n\n" + "Μήλα και αχλάδια " * 3)
    assert greek.other_abstracts is not None


def test_remarks_behind_an_entry_without_a_pmid_are_no_part_of_its_citation() -> None:
    line = "J Test. 1980 Oct;43(2):8-9. J Test. 1980. Free PMC article. English, French. Review."
    article = linked_article([line])
    assert (article.citation, article.pages) == ("J Test. 1980 Oct;43(2):8-9.", "8-9")
    assert (article.free_full_text, article.language) == ("pmc", "English, French")
    assert article.publication_types == ("Review",)
    assert article.has_abstract is None


def test_a_semicolon_that_ends_a_character_reference_parts_no_names() -> None:
    found, _ = authors("Ann Lee; Rivers &amp; Lakes Group; Bo Ek", ())
    assert [author.name for author in found] == ["Ann Lee", "Rivers &amp; Lakes Group", "Bo Ek"]


def test_a_few_letters_of_another_alphabet_are_no_abstract_in_another_language() -> None:
    assert not is_foreign("αδ")
    assert is_foreign("Измерялись высота и длина всех рек")


def test_addresses_without_numbers_are_as_many_as_the_byline_points_to_or_in_doubt() -> None:
    addresses = [(None, "Dept of Tides, Alder"), (None, "Shore School, Cape Alder")]
    assert agreed(addresses, "Ann Lee 1, Bo Ek 2.") == addresses
    assert agreed(addresses[:1], "Ann Lee 1, Bo Ek 2.") == ()
    assert agreed([], "Ann Lee 1, Bo Ek 2.") == ()


def test_keywords_below_the_second_of_two_abstracts_are_a_section() -> None:
    text = (
        ". 2005 Jan;7(2):8-9.\n\nOn tests\n\nAbstract\n\nWe test.\n\n"
        "Abstract in Spanish\n\nProbamos.\n\nKeywords: tide; shore.\n"
    )
    page = recognize(text)
    assert page is not None
    assert page.keywords == ("tide", "shore")
    assert page.sections == ("abstract", "keywords")
