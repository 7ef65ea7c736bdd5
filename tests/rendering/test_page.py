"""One invented rendering of each family, field by field."""

import pytest

from scraper.model import Grant, MeshHeading, Qualifier
from scraper.rendering import recognize
from scraper.rendering.page import TextPage
from tests.rendering import texts

FAMILIES = [
    value for name, value in vars(texts).items() if name.isupper() and isinstance(value, str)
]


@pytest.mark.parametrize("text", FAMILIES)
def test_each_family_is_recognized_without_a_complaint(text: str) -> None:
    assert recognize(text)
    assert TextPage(text).warnings == []


@pytest.mark.parametrize("text", FAMILIES)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_change_nothing(text: str, end: str) -> None:
    page, other = TextPage(text), TextPage("\ufeff" + text.replace("\n", end))
    for name in ("title", "authors", "abstract_sections", "cited_by", "mesh_headings", "sections"):
        assert getattr(page, name) == getattr(other, name)


def test_head_of_a_resiliparse_rendering() -> None:
    page = TextPage(texts.RESILIPARSE)
    assert page.title == "Apples in winter: a count. Part two?"
    assert page.authors is not None
    assert [author.name for author in page.authors] == ["Jo A Doe"]
    assert page.authors_complete is False
    assert page.journal is not None
    assert page.journal.medline_ta == "Orchard Res (Basel)"
    assert page.citation == "2019 Sep-Oct;11(6):579-86."
    assert page.doi == "10.5555/orchard.2019.1"
    assert page.article_date is not None
    assert page.article_date.iso == "2018-12-01"
    assert page.publication_status is None
    assert page.free_full_text == "pmc"
    assert page.publication_types == ("Review",)
    assert (page.pmid, page.pmcid, page.affiliations, page.languages) == (None,) * 4
    assert (page.bookaccession, page.vernacular_title, page.grants) == (None,) * 3


def test_body_of_a_resiliparse_rendering() -> None:
    page = TextPage(texts.RESILIPARSE)
    assert page.abstract_sections is not None
    assert [(section.label, section.text) for section in page.abstract_sections] == [
        ("Background", "Apples are many: n<3, x<y."),
        ("Odd name of section", "We count them."),
        ("Conclusions", "There are seven."),
    ]
    assert page.keywords == ("apple", "fruit, red", "winter")
    assert page.abstract_copyright is None
    assert page.other_abstracts is None
    assert page.coi_statement == "The authors own apples. One sells them."
    assert page.figures is not None
    assert [(figure.label, figure.caption) for figure in page.figures] == [
        ("FIG. 1.", "Apples in a basket."),
        ("Graph of apples", "Apples by year."),
    ]
    assert page.references is not None
    assert [item.citation for item in page.references.items] == [
        "Doe J. Apples. J Test 1999;1:1-2.",
        "Roe M. Pears - an essay. 2000.",
    ]
    assert (page.references.total, page.references.complete) == (None, None)


def test_lists_of_a_resiliparse_rendering() -> None:
    page = TextPage(texts.RESILIPARSE)
    assert page.similar_articles is not None
    assert (page.similar_articles.complete, page.similar_articles.items) == (False, ())
    assert page.cited_by is not None
    assert (page.cited_by.total, page.cited_by.complete) == (1204, None)
    plums, quinces = page.cited_by.items
    assert plums.authors == ("Roe M", "Doe JA", "Plum Group, East")
    assert plums.citation == ("J Plum. 2021 Mar 2;5:e7. doi: 10.5555/plum.7. eCollection 2021.")
    assert (plums.journal, plums.volume, plums.pages) == ("J Plum", "5", "e7")
    assert (plums.free_full_text, plums.publication_types) == ("free", ("Review", "Clinical Trial"))
    assert (quinces.title, quinces.authors, quinces.citation) == (
        "[Quinces]",
        (),
        "Quince Rep. 2022.",
    )
    assert page.comments_corrections is not None
    comment, retraction = page.comments_corrections
    assert (comment.ref_type, comment.article.pmid) == ("CommentIn", "90000002")
    assert (comment.article.language, comment.article.has_abstract) == ("French", False)
    assert (retraction.ref_type, retraction.article.pmid) == ("RetractionIn", None)
    assert (retraction.article.title, retraction.article.pages) == (None, "9")
    assert retraction.article.doi == "10.5555/orchard.2020.9"
    assert page.sections == (
        "abstract",
        "keywords",
        "coi_statement",
        "figures",
        "comments_corrections",
        "similar_articles",
        "cited_by",
        "references",
        "publication_types",
        "link_out",
    )


def test_head_of_a_browser_copy() -> None:
    page = TextPage(texts.BROWSER)
    assert page.journal is not None
    assert page.journal.medline_ta == "Orchard Res"
    assert page.authors is not None
    assert [(a.name, a.affiliations, a.equal_contrib) for a in page.authors] == [
        ("Jo A Doe", (0, 1), False),
        ("Max Roe", (2,), True),
        ("Apple Group", (), False),
        ("Ann Poe", (0,), False),
    ]
    assert page.authors_complete
    assert page.affiliations == (
        "Dept of Apples, Orchard.",
        "2nd Dept of Pears, Orchard.",
        "Dept of Plums, Garden.",
    )
    assert (page.pmid, page.pmcid) == ("90000001", "PMC9000001")
    assert page.free_full_text == "free"
    assert page.abstract_copyright == "Copyright © 2019 Orchard Society."


def test_body_of_a_browser_copy() -> None:
    page = TextPage(texts.BROWSER)
    assert page.figures is not None
    assert [(figure.label, figure.caption) for figure in page.figures] == [
        ("Figure 1.", "Apples in a basket.")
    ]
    assert page.similar_articles is not None
    plums, cherries = page.similar_articles.items
    assert (plums.free_full_text, plums.publication_types) == ("pmc", ("Review",))
    assert (cherries.authors, cherries.authors_complete) == (("Poe A", "Doe JA"), False)
    assert cherries.journal == "Cherry (Basel)"
    assert page.references is not None
    assert (page.references.total, page.references.complete) == (20, False)
    assert page.publication_types == ("Case Reports", "Review")
    assert page.mesh_headings == (
        MeshHeading(
            descriptor_name="Fruit",
            qualifiers=(
                Qualifier(qualifier_name="chemistry", major_topic=True),
                Qualifier(qualifier_name="supply & distribution"),
            ),
        ),
        MeshHeading(descriptor_name="Humans"),
    )
    assert (page.substances, page.supplementary_concepts) == (("Sugar",), ("Apple scab",))
    assert page.personal_names == ("Johnny Appleseed",)
    assert page.associated_data is not None
    assert page.associated_data[0].accession == "NCT00000001"
    assert page.grants is not None
    assert page.grants[0].agency == "NIDDK NIH HHS"
    assert page.grants[1] == Grant(raw="A/1/Orchard Fund/Westmark")
    assert (page.link_out, page.full_text_links, page.related_information) == (None, None, None)


def test_a_legacy_rendering() -> None:
    page = TextPage(texts.LEGACY)
    assert page.title == "Apples and the winter in towns"
    assert page.journal is not None
    assert page.journal.medline_ta == "Orchard Sci"
    assert page.publication_status == "aheadofprint"
    assert page.authors is not None
    assert [(a.name, a.affiliations) for a in page.authors] == [
        ("Doe J", (0,)),
        ("Roe-Poe M", (1, 2)),
        ("Lee B", ()),
    ]
    assert page.affiliations is not None
    assert page.affiliations[1] == "2nd Dept of Pears, Orchard."
    assert page.languages == ("French",)
    assert page.abstract_sections is not None
    assert [section.label for section in page.abstract_sections] == ["METHODS", "RESULTS"]
    assert page.abstract_copyright == "Copyright © 2015 The Authors."
    assert page.keywords == ("Apple", "Pear")
    assert (page.pmid, page.pmcid, page.free_full_text) == ("25817400", "PMC9000002", "free")
    assert page.figures is not None
    assert [figure.label for figure in page.figures] == ["Figure 1", "Figure 2"]
    assert page.similar_articles is not None
    pears, plums = page.similar_articles.items
    assert (pears.title, pears.journal, pears.pmid) == ("Pears in summer", "Orchard Sci", None)
    assert (plums.title, plums.journal) == ("Plums in spring", None)
    assert plums.publication_types == ("Review",)
    assert page.cited_by is not None
    assert (page.cited_by.total, page.cited_by.complete) == (2, False)


def test_the_oldest_layout_has_no_headings() -> None:
    page = TextPage(texts.OLDEST)
    assert page.title == "Apples of 2005"
    assert page.affiliations == ("Department of Apples, University of Orchard, Westmark.",)
    assert page.abstract_sections is not None
    assert [section.text for section in page.abstract_sections] == [
        "We counted apples.",
        "They were seven.",
    ]
    assert page.pmid == "15940000"
    assert page.similar_articles is not None
    assert page.similar_articles.items[0].pages == "40211-9"
    assert page.sections == ("abstract", "similar_articles")


def test_markdown() -> None:
    page = TextPage(texts.MARKDOWN)
    assert page.title == "Apples in March"
    assert page.pmid == "90000001"
    assert page.affiliations == ("Dept of Apples (North), Orchard.",)
    assert page.abstract_sections is not None
    assert page.abstract_sections[0].text == (
        "We looked at the apples of March, and then at those of April, and found them "
        "in-deed the same; pre- and post-winter apples differ."
    )
    assert page.similar_articles is not None
    assert page.similar_articles.items[0].title == "[Plums](in Spanish)"
    assert page.mesh_headings is not None
    assert len(page.mesh_headings) == 1
    assert page.mesh_headings[0].qualifiers[0].major_topic


def test_other_languages() -> None:
    page = TextPage(texts.TRANSLATED)
    assert page.title == "[Short sleep and speech]"
    assert page.vernacular_title == "Sueño breve y habla"
    assert page.languages == ("Spanish", "Catalan")
    assert page.authors_complete
    assert page.abstract_sections is not None
    assert len(page.abstract_sections) == 1
    assert page.other_abstracts is not None
    spanish, plain = page.other_abstracts
    assert spanish.sections[0].text.startswith("El sueño")
    assert plain.heading == "Plain language summary"
    assert plain.text == "People on the plain sleep little."
