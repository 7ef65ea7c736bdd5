"""Books and their sections, in the ways that layouts may print them."""

from typing import Any

import pytest

import scraper
from scraper import books
from tests import markup
from tests.rendering.texts import BOOK_COPY, BOOK_MARKDOWN, BOOK_OLD, BOOK_PLAIN
from tests.test_legacy import AUX, COLUMN, HEAD

LINE = "In: Tides [Internet]. Cape Alder (SM): Shore Press; 2022 Jan–."
WHOLE = "Cape Alder (SM): Shore Press; 2014 Jun. Report No.: 14-E."


# The line of a book


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        (LINE, {"title": "Tides", "medium": "Internet", "publisher_location": "Cape Alder (SM)"}),
        (LINE, {"beginning_date": "2022-01", "pub_date": None, "ending_date": None}),
        ("In: Tides. 6th edition. Alder: Shore; c2001.", {"edition": "6th edition", "pub_date": "2001"}),
        ("In: Tides: High and Low. Alder: Shore; 1993-2018.", {"title": "Tides: High and Low"}),
        ("In: Tides: High. Alder: Shore; 1993-2018.", {"beginning_date": "1993", "ending_date": "2018"}),
        ("In: What tide? St. Alder (SM): Shore; 2001 Mar-Apr.", {"title": "What tide?", "publisher_location": "St. Alder (SM)"}),
        ("In: Roe J, Vale B, et al., editors. Tides. Alder: Shore; 2001.", {"editors": ("Roe J", "Vale B"), "title": "Tides"}),
        ("In: Tides. Volume 2, Ebb. Alder: Shore; 2001. Chapter 7. Shore Books.", {"title": "Tides", "volume_title": "Ebb", "location_label": "Chapter 7", "collection_title": "Shore Books"}),
        ("Alder: Shore; 2001. Report No.: 12-E. (Shore Reviews; no. 5).", {"title": None, "report_number": "12-E", "collection_title": "Shore Reviews; no. 5"}),
        ("Alder: Shore; 2001. ISBN: 978-0-5555-0021-4. ISBN-10: 0555500214.", {"isbn": ("978-0-5555-0021-4", "0555500214")}),
        ("In: Tides. Alder: Shore; 2001. Chapter I-2.", {"location_label": "Chapter I-2"}),
        ("In: Tides [Internet].", {"title": "Tides", "medium": "Internet", "publisher_name": None}),
        ("In: Shore Press; 2001.", {"publisher_name": "Shore Press", "publisher_location": None}),
    ],
)  # fmt: skip
def test_the_line_of_a_book(printed: str, parts: dict[str, Any]) -> None:
    line = books.book_line(printed)
    assert line is not None
    assert (line.citation, line.own) == (printed, "")
    found = books.book(line)
    for name, value in parts.items():
        said = getattr(found, name)
        assert (said.iso if isinstance(said, scraper.Date) else said) == value, name


@pytest.mark.parametrize(
    ("printed", "own", "date", "revised"),
    [
        (f"{LINE} 2022 May 8.", "2022 May 8.", "2022-05-08", None),
        (f"{LINE} 1998 Sep 4 [updated 2023 Sep 21].", "1998 Sep 4 [updated 2023 Sep 21].", "1998-09-04", "2023-09-21"),
        (f"2022 May 8. {LINE}", "2022 May 8.", "2022-05-08", None),
        (f"2022 May 8. {LINE} 2022 May 8. In: Tides.", "2022 May 8.", "2022-05-08", None),
        (f"{LINE} In: Tides.", "", None, None),
        ("In: Tides. 2022 May 8.", "2022 May 8.", "2022-05-08", None),
    ],
)  # fmt: skip
def test_the_date_of_a_section(
    printed: str, own: str, date: str | None, revised: str | None
) -> None:
    line = books.book_line(printed)
    assert line is not None
    assert (line.citation, line.own) == (LINE if LINE in printed else "In: Tides.", own)
    found = line.own_date, line.date_revised
    assert [day and day.iso for day in found] == [date, revised]


@pytest.mark.parametrize(
    "line",
    [
        "2022 Jan;12(3):4-5.",
        "J Tide. 2022 Jan; 12(3):4-5.",
        "J Tide: Upper. 2022 Jan; 2022: 4.",
        "Ebb; 2022.",
        "A study of tides: 40 men; 2022 women.",
        "",
    ],
)
def test_other_lines_are_no_books(line: str) -> None:
    assert books.book_line(line) is None


def test_notes_are_not_of_the_line() -> None:
    line = books.book_line(f"{LINE} doi: 10.5555/t.2. 2022 May 8. PMID: 12 Bookshelf ID: NBK1")
    assert line == (LINE, "2022 May 8.")


# Pages since 2019


def modern(above: str, rest: str = "", body: str = "") -> scraper.Article:
    page = markup.page(body, heading=f"<!-- here -->{rest}")
    return scraper.convert(
        page.replace('<h1 class="heading-title">', f'{above}<h1 class="heading-title">')
    )


@pytest.mark.parametrize(
    "above",
    [
        f'<div class="article-citation"><div class="publication-type">Review</div><div class="book-citation">{LINE}</div><div>2022 May 8.</div></div>',
        f'<div class="article-citation"><div class="publication-type">Review</div><div class="book-citation">{LINE} <span class="date">2022 May 8.</span></div></div>',
        f'<div class="article-citation"><div class="publication-type">Review</div><span class="book-citation">{LINE}</span> <span class="cit">2022 May 8.</span></div>',
        f'<div class="article-citation"><div class="publication-type">Review</div></div><p>{LINE}<br>2022 May 8.</p>',
        f'<div class="article-citation"><div class="publication-type">Review</div>{LINE.replace("Tides", "<a>Tides</a>")}<br>2022 May 8.</div>',
    ],
)
def test_a_section_in_the_modern_layout(above: str) -> None:
    article = modern(above, "<div>Free Books &amp; Documents</div>")
    assert (article.kind, article.journal, article.citation) == (
        "book_section",
        None,
        "2022 May 8.",
    )
    assert article.pub_date is not None
    assert article.pub_date.iso == "2022-05-08"
    assert article.book is not None
    assert (article.book.citation, article.book.title) == (LINE, "Tides")
    assert (article.book.editors, article.book.authors, article.book.sections) == ((), (), ())
    assert (article.free_full_text, article.publication_types) == ("free", ("Review",))
    assert article.warnings == ()


def test_a_book_cited_below_the_title_is_not_its_own() -> None:
    page = markup.page(heading=f"<div>{LINE}</div>")
    article = scraper.convert(page.replace("<h1", "<div><h1", 1).replace("</h1>", "</h1></div>", 1))
    assert (article.kind, article.book) == ("article", None)


def test_a_whole_book_in_the_modern_layout() -> None:
    article = modern(f'<div class="book-citation">{WHOLE}</div>')
    assert (article.kind, article.citation) == ("book", None)
    assert article.pub_date is not None
    assert article.pub_date.iso == "2014-06"
    assert article.book is not None
    assert (article.book.title, article.book.report_number) == (article.title, "14-E")
    assert article.free_full_text is None


@pytest.mark.parametrize(
    "people",
    [
        '<div><h3 class="title">Editors</h3><div>{}</div></div>',
        "<div><h3>Book editors</h3> {}</div>",
        '<div class="book-editors">Editors: {}.</div>',
    ],
)
def test_editors_are_no_authors(people: str) -> None:
    editors = people.format("Margrethe P Lind<sup>1</sup>, Jerome Feldspar<sup>1 2</sup>")
    lists = (
        '<div class="extended-article-details"><div class="affiliations"><h3 class="title">Affiliations</h3>'
        f'<ul><li><sup class="key">1</sup> Here.</li></ul></div>{editors}'
        '<div class="affiliations"><h3 class="title">Affiliations</h3><ul><li>There.</li></ul></div></div>'
    )
    byline = (
        '<div class="inline-authors"><div class="authors-list"><span class="authors-list-item">A B</span></div>'
        '<div class="authors-list"><span class="authors-list-item">M Lind</span></div></div>'
    )
    article = modern(f'<div class="book-citation">{LINE}</div>', byline + lists)
    assert [author.name for author in article.authors or ()] == ["A B"]
    assert article.affiliations == ("Here.",)
    assert article.book is not None
    assert article.book.editors == ("Margrethe P Lind", "Jerome Feldspar")


def test_sections_of_a_book() -> None:
    items = '<li>1. <a href="/books/NBK1/#s1">Causes</a><ul><li><a>Cold</a></li></ul></li><li>Plain</li><li> </li>'
    body = f'<div><h2 class="title">Sections</h2><ul>{items}</ul></div>'
    article = modern(f'<div class="book-citation">{LINE}</div>', body=body)
    assert article.book is not None
    assert article.book.sections == (
        scraper.BookSection(
            label="1", title="Causes", url="https://pubmed.ncbi.nlm.nih.gov/books/NBK1/#s1"
        ),
        scraper.BookSection(title="Cold"),
        scraper.BookSection(title="Plain"),
    )
    assert article.page.sections == ("book",)


def test_the_head_may_name_the_people_of_the_whole_book() -> None:
    head = '<meta name="citation_authors" content="Brook A;Lind MP;Feldspar J;">'
    byline = '<div class="inline-authors"><div class="authors-list"><span class="authors-list-item">A Brook</span></div></div>'
    page = markup.page(heading=byline, head=head)
    article = scraper.convert(page.replace("<h1", f'<div class="book-citation">{LINE}</div><h1', 1))
    assert (article.authors_complete, article.warnings) == (True, ())


def test_a_section_in_a_listing_of_abstracts() -> None:
    html = (
        '<meta name="ncbi_app" content="pubmed"><main><div class="results-article">'
        f'<div id="article-1-full-view-heading"><div class="book-citation">{LINE}</div>'
        '<h1 class="heading-title">Mud</h1><strong class="current-id">5</strong></div></div></main>'
    )
    (article,) = scraper.records(html)
    assert isinstance(article, scraper.Article)
    assert article.book is not None
    assert (article.kind, article.book.title, article.book.sections) == (
        "book_section",
        "Tides",
        None,
    )


def test_a_book_that_is_cut_off() -> None:
    page = markup.page("").replace("<h1", f'<div class="book-citation">{LINE}</div><h1', 1)
    article = scraper.convert(page.partition("<ul")[0])
    assert article.book is not None
    assert (article.book.editors, article.book.sections, article.investigators) == (None,) * 3


# Pages before 2020


def legacy(line: str, rest: str = "", aux: str = "") -> scraper.Article:
    report = f"{line}<h1>Mud.</h1>{rest}{AUX.format(aux)}"
    return scraper.convert(
        f'<html>{HEAD}<body><div class="rprt_all"><div class="rprt abstract">{report}</div></div>'
        f"{COLUMN.format('')}</body></html>"
    )


@pytest.mark.parametrize(
    "line",
    [
        f'<div class="cit">{LINE} 2022 May 8.</div>',
        f'<div class="cit">{LINE.replace("Tides", "<a>Tides</a>")}</div><div>2022 May 8.</div>',
        f'<div class="aff_inline_book"><p class="aff_inline_book">{LINE}</p><p>2022 May 8.</p></div>',
    ],
)
def test_a_section_in_the_legacy_layout(line: str) -> None:
    article = legacy(line, '<div class="abstr"><h3>Excerpt</h3><p>Text.</p></div>')
    assert (article.kind, article.journal, article.citation) == (
        "book_section",
        None,
        "2022 May 8.",
    )
    assert article.pub_date is not None
    assert article.pub_date.iso == "2022-05-08"
    assert article.book is not None
    assert (article.book.citation, article.book.editors, article.book.sections) == (LINE, (), ())
    assert (article.abstract, article.warnings) == ("Text.", ())


def test_a_whole_book_in_the_legacy_layout() -> None:
    editors = '<div class="afflist"><h3>Editors</h3><ul><li>Roe J</li><li>Vale B</li></ul></div>'
    article = legacy(f'<div class="cit">{WHOLE}</div>', editors)
    assert (article.kind, article.affiliations) == ("book", ())
    assert article.book is not None
    assert (article.book.title, article.book.editors) == ("Mud", ("Roe J", "Vale B"))


# Renderings


@pytest.mark.parametrize("text", [BOOK_COPY, BOOK_MARKDOWN, BOOK_OLD, BOOK_PLAIN])
def test_a_section_in_a_rendering(text: str) -> None:
    article = scraper.convert(text)
    assert (article.page.layout, article.kind, article.journal) == ("text", "book_section", None)
    assert (article.title, article.citation) == ("Mud", "2022 May 8.")
    assert article.pub_date is not None
    assert article.pub_date.iso == "2022-05-08"
    assert article.book is not None
    assert (article.book.title, article.book.citation) == ("Tides", LINE)
    assert article.abstract == "Text."
    known = text != BOOK_PLAIN
    assert (article.pmid, article.bookaccession) == (
        ("90000001", "NBK1") if known else (None, None)
    )
    assert article.authors_complete is known
    assert [author.name for author in article.authors or ()][:1] == [
        "Brook A" if text == BOOK_OLD else "A B"
    ]
    assert article.warnings == ()


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_book_has_sections_that_are_named_like_those_of_a_page(gap: str) -> None:
    names = ["Summary", "Abstract", "Apple Uses", "Figures", "References"]
    listed = gap.join(["Sections", *names, "Similar articles", "References", "Roe J. Mud. 1999."])
    article = scraper.convert(
        BOOK_COPY.replace("Text.\n", f"Text.\n{listed}\n").replace(names[3], "X")
    )
    assert article.book is not None
    assert [s.title for s in article.book.sections or ()] == [*names[:3], "X", "References"]
    assert article.references is not None
    assert [item.citation for item in article.references.items] == ["Roe J. Mud. 1999."]
    assert (article.abstract, article.figures, article.warnings) == ("Text.", None, ())


def test_people_of_an_old_rendering_of_a_book() -> None:
    article = scraper.convert(BOOK_OLD)
    assert (article.affiliations, article.free_full_text) == (("Here.",), "free")
    assert article.book is not None
    assert article.book.editors == ("Roe J", "Poole D")


@pytest.mark.parametrize("label", ["Affiliations", "Book affiliations", "Editor affiliations"])
def test_affiliations_of_editors_are_not_the_authors(label: str) -> None:
    lists = f"Affiliations\n1 Here.\nEditors (1)\nRoe J\n{label}\n1 There.\n"
    article = scraper.convert(BOOK_COPY.replace("PMID:", f"{lists}PMID:\n"))
    assert article.affiliations == ("Here.",)
    assert article.book is not None
    assert article.book.editors == ("Roe J",)


def test_the_last_line_of_a_book_above_the_abstract_is_the_page_s() -> None:
    article = scraper.convert(f"{WHOLE}\n\nA note: we saw two; 2001 more\n\n{BOOK_PLAIN}")
    assert (article.kind, article.title) == ("book_section", "Mud")


def test_a_book_without_anybody() -> None:
    article = scraper.convert(BOOK_PLAIN.replace("A B et al.\n\n", ""))
    assert (article.authors, article.kind) == (None, "book_section")


@pytest.mark.parametrize(
    "text",
    [
        f"{WHOLE}\n\nMud\n\nAbstract\n\nWe cite a book.\n\nPublication types\n",
        f"Notes\n\n{LINE}\n2022 May 8.\n\nSimilar articles\n\nMore notes.\n",
        f"{LINE} " + "x" * 500 + "\n\nMud\n\nExcerpt\n\nText.\n",
        f"{WHOLE}\nIn: nothing: of the kind; see 2001\n" * 20 + BOOK_PLAIN,
    ],
)
def test_texts_that_only_cite_a_book(text: str) -> None:
    with pytest.raises(scraper.NotPubMed):
        scraper.convert(text)


def test_an_article_with_a_bookshelf_id_is_no_book() -> None:
    text = BOOK_COPY.replace(f"{LINE}\n2022 May 8.", "Health Technol\n. 2016 Jan;20(3):1-9.")
    article = scraper.convert(text)
    assert (article.kind, article.book, article.bookaccession) == ("article", None, "NBK1")


def test_a_book_cited_in_an_older_article_is_not_its_own() -> None:
    text = (
        "J Mud. 2014 Mar;5(2):1-9.\n\nMud.\n\nBrook A.\n\nAbstract\n\nText.\n\n"
        f"{LINE}\n\nPMID:\n90000001\n[Indexed for MEDLINE]\n"
    )
    assert scraper.convert(text).kind == "article"


# Lists


@pytest.mark.parametrize(
    "tail", ["Free Books & Documents.", "Books & Documents.", "Free Books & Documents. Review."]
)
def test_a_section_in_a_list(tail: str) -> None:
    item = (
        '<li class="full-docsum"><a class="docsum-title" href="/7/">Ebb.</a><span class="docsum-authors full-authors">Roe J.</span>'
        f'<span class="docsum-journal-citation full-journal-citation">2021 Sep 18. {LINE}</span>'
        + "".join(
            f'<span class="{"free-resources" if "Free" in said else "publication-type"}">{said}.</span>'
            for said in tail.rstrip(".").split(". ")
        )
    )
    page = convert_list(f"<ul>{item}</ul>")
    text = scraper.convert(
        BOOK_COPY.replace(
            "Text.\n",
            f"Text.\nSimilar articles\nEbb.\nRoe J.\n2021 Sep 18. {LINE}\nPMID: 7{tail}\n",
        )
    ).similar_articles
    assert text is not None
    for entry in (page, text.items[0]):
        assert (entry.pmid, entry.title, entry.authors, entry.journal) == (
            "7",
            "Ebb",
            ("Roe J",),
            None,
        )
        assert entry.citation == f"2021 Sep 18. {LINE}"
        assert entry.pub_date is not None
        assert entry.pub_date.iso == "2021-09-18"
        assert entry.free_full_text == ("free" if tail.startswith("Free") else None)
        types = tail.replace("Free Books & Documents.", "").strip(" .")
        assert entry.publication_types == ((types,) if types else ())


def convert_list(items: str) -> scraper.LinkedArticle:
    similar = scraper.convert(
        markup.page(f'<div><h2 class="title">Similar articles</h2>{items}</div>')
    ).similar_articles
    assert similar is not None
    return similar.items[0]


def test_a_book_in_a_notice_of_an_older_page() -> None:
    err = f'<div class="err"><h3>Update in</h3><ul><li><a href="/pubmed/7">Ebb.</a><span class="source">[{LINE}]</span></li></ul></div>'
    article = legacy('<div class="cit"><a title="M.">M.</a> 2014 Mar;5(2):1-9.</div>', err)
    assert article.comments_corrections is not None
    entry = article.comments_corrections[0].article
    assert (entry.pmid, entry.citation, entry.journal) == ("7", LINE, None)
    assert entry.pub_date is not None
    assert entry.pub_date.iso == "2022-01"


# Formats of data


def test_a_book_in_medline() -> None:
    text = "PMID- 12\nTI  - Mud.\nBTI - Tides\nDP  - 2021\nPL  - Alder\nVTI - Ebb\nAID - NBK1 [bookaccession]\n{}"
    (article,) = scraper.records(text.format("SO  - In: Tides. Alder: Shore; 2021.\n"))
    assert isinstance(article, scraper.Article)
    assert article.book is not None
    assert (article.book.citation, article.citation) == ("In: Tides. Alder: Shore; 2021.", None)
    assert (article.book.volume_title, article.book.publisher_location) == ("Ebb", "Alder")
    assert (article.warnings, article.book.editors) == ((), ())
    (cut,) = scraper.records(text.format("").replace(" [bookaccession]", " [book"))
    assert isinstance(cut, scraper.Article)
    assert cut.book is not None
    assert ([w.code for w in cut.warnings], cut.book.isbn) == (["truncated"], None)
