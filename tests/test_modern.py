"""Small pieces of modern markup that the samples do not show."""

from typing import Any

import pytest

import scraper
from tests import markup


def convert(body: str = "", **options: Any) -> scraper.Article:  # noqa: ANN401 - handed on
    return scraper.convert(markup.page(body, **options))


def author(name: str, term: str | None, rest: str = "") -> scraper.Author:
    link = (
        f'<a class="full-name" href="/?term={term}&amp;cauthor_id=1">{name}</a>' if term else name
    )
    heading = f'<div class="inline-authors"><div class="authors-list"><span class="authors-list-item ">{link}{rest}</span></div></div>'
    authors = convert(heading=heading).authors
    assert authors is not None
    return authors[0]


@pytest.mark.parametrize(
    ("name", "term", "parts"),
    [
        ("Ana M Brook", "Brook+AM", ("Brook", "Ana M", "AM", None)),
        ("John A Smith Jr", "Smith+JA+Jr", ("Smith", "John A", "JA", "Jr")),
        ("John A Smith 3rd", "Smith+JA+3rd", ("Smith", "John A", "JA", "3rd")),
        ("Ivan I Petrov", "Petrov+II", ("Petrov", "Ivan I", "II", None)),
        ("Jan van der Berg", "van+der+Berg+J", ("van der Berg", "Jan", "J", None)),
        (
            "Sun-Hee O'Neil-Ångström",
            "O%27Neil-%C3%85ngstr%C3%B6m+SH",
            ("O'Neil-Ångström", "Sun-Hee", "SH", None),
        ),
        ("Plato", "Plato", ("Plato", None, None, None)),
        ("Someone Else", "Printed+OT", ("Printed", None, "OT", None)),
    ],
)
def test_names(name: str, term: str, parts: tuple[str | None, ...]) -> None:
    found = author(name, term)
    assert (found.last_name, found.fore_name, found.initials, found.suffix) == parts
    assert (found.name, found.collective_name) == (name, None)


@pytest.mark.parametrize("term", [None, "River+Group%5BCorporate+Author%5D"])
def test_groups(term: str | None) -> None:
    found = author(
        "River Group",
        term,
        '<sup><a class="affiliation-link">1</a></sup><span class="comma">;&nbsp;</span>',
    )
    assert (found.name, found.collective_name, found.last_name) == (
        "River Group",
        "River Group",
        None,
    )


def test_equal_contribution_and_orcid() -> None:
    marks = '<sup class="equal-contrib-container"><a class="equal-contrib">#</a></sup><a href="https://orcid.org/0000-0002-1825-009X"><img></a>'
    found = author("Ana Brook", "Brook+A", marks)
    assert found.equal_contrib
    assert found.orcid == "0000-0002-1825-009X"
    assert author("Ana Brook", "Brook+A", "<sup># 1</sup>").equal_contrib


def test_affiliations_that_were_not_served_come_from_the_links() -> None:
    item = '<span class="authors-list-item"><a class="full-name">A</a><sup><a class="affiliation-link" title="Dept. {0}">{0}</a></sup></span>'
    heading = f'<div class="inline-authors"><div class="authors-list">{item.format(1)}{item.format(2)}{item.format(1)}</div></div>'
    article = convert(heading=heading)
    assert article.affiliations == ("Dept. 1", "Dept. 2")
    assert [a.affiliations for a in article.authors or ()] == [(0,), (1,), (0,)]


def test_the_explanation_of_a_mark_is_no_affiliation() -> None:
    heading = '<div class="affiliations"><ul><li><sup>#</sup> Contributed equally.</li><li><sup class="key">1</sup> Dept. A</li></ul></div>'
    assert convert(heading=heading).affiliations == ("Dept. A",)


def test_an_affiliation_without_a_number_stands_alone() -> None:
    heading = '<div class="extended-article-details"><div class="affiliations"><ul><li>Dept. A</li><li><sup class="key">1</sup> Dept. B</li></ul></div></div>'
    assert convert(heading=heading).affiliations == ("Dept. A", "Dept. B")


def test_a_page_without_anything_shows_that_there_is_nothing() -> None:
    article = convert()
    assert article.authors == ()
    assert article.authors_complete is True
    assert article.journal is None
    assert article.citation is None
    assert article.abstract is None
    assert article.abstract_sections == ()
    assert article.cited_by == scraper.Links(total=0, complete=True, source="page")
    assert article.references == scraper.Refs(total=0, complete=True)
    assert article.retracted is False
    assert article.warnings == ()


def test_a_cut_page_cannot_tell() -> None:
    page = markup.page("<p>never reached").partition("</header>")[0]
    article = scraper.convert(page)
    assert [warning.code for warning in article.warnings] == ["truncated"]
    assert (article.authors, article.affiliations) == ((), ())  # the heading is whole
    for value in (
        article.cited_by,
        article.references,
        article.mesh_headings,
        article.retracted,
        article.keywords,
    ):
        assert value is None


def test_a_page_cut_inside_its_heading_cannot_tell_who_wrote_it() -> None:
    article = scraper.convert(markup.page().partition("<ul")[0])
    assert (article.authors, article.authors_complete, article.affiliations) == (None, None, None)
    assert article.languages is None


def test_lists_of_a_cut_page_are_not_complete() -> None:
    page = markup.page(
        '<div id="citedby"><h2 class="title">Cited by</h2><ul><li class="full-docsum"></li></ul></div><div><h2 class="title">References</h2><ol><li>One</li></ol></div>'
    )
    article = scraper.convert(page.partition("</main>")[0])
    assert article.cited_by is not None
    assert (article.cited_by.total, article.cited_by.complete) == (None, False)
    assert article.references == scraper.Refs(
        complete=False, items=(scraper.Reference(citation="One"),)
    )


def test_an_unknown_section_is_said_and_a_subheading_is_not() -> None:
    article = convert(
        '<div><h2 class="title">News coverage</h2><h3 class="linkout-category">x</h3></div>'
    )
    assert [(w.code, w.message) for w in article.warnings] == [
        ("unknown_section", "No reader knows the section 'News coverage'.")
    ]


def test_an_unknown_notice_keeps_its_heading() -> None:
    article = convert(
        '<div id="linked-sequel"><h3 class="title">Sequel in</h3><ul><li class="full-docsum"><div>Later J. 2020 Jan;1(1):2. PMID: x</div></li></ul></div>'
    )
    assert article.comments_corrections is not None
    notice = article.comments_corrections[0]
    assert (notice.ref_type, notice.article.pmid, notice.article.journal) == (
        "Sequel in",
        None,
        "Later J",
    )
    assert notice.article.authors_complete is False


@pytest.mark.parametrize(
    "body",
    [
        '<div><h3 class="title">Retraction in</h3><ul><li>X. 2020.</li></ul></div>',
        '<div><h2 class="title">Publication types</h2><ul><li>Retracted Publication</li></ul></div>',
    ],
)
def test_retracted(body: str) -> None:
    assert convert(body).retracted is True


def test_terms_without_buttons_leave_their_menus_out() -> None:
    item = '<li><div class="dropdown-block"><span>ClinicalTrials.gov/NCT00000001</span><div class="dropdown"><ul><li>x</li></ul></div></div></li>'
    article = convert(f'<div><h2 class="title">Associated data</h2><ul>{item}</ul></div>')
    assert article.associated_data is not None
    assert article.associated_data[0].accession == "NCT00000001"
    plain = convert(
        '<div><h2 class="title">Associated data</h2><ul><li><a href="/x">GENBANK/AB1</a></li><li>odd</li></ul></div>'
    )
    assert plain.associated_data == (
        scraper.DataBankAccession(
            source="GENBANK", accession="AB1", url="https://pubmed.ncbi.nlm.nih.gov/x"
        ),
    )
    assert [warning.code for warning in plain.warnings] == ["unread"]


def test_abstract_details() -> None:
    body = (
        '<div class="abstract" id="abstract"><h2 class="title">Abstract</h2>'
        '<div class="abstract-content selected" id="eng-abstract"><p><strong class="sub-title"> Aim: </strong>To <b>see</b>.</p>'
        '<p>Some <strong class="sub-title">not a label</strong> here.</p><p class="copyright">© Us.</p><p> </p></div>'
        '<div class="abstract-content" id="fre-abstract"><h3>Résumé</h3><p>Voir.</p></div>'
        '<p><strong class="sub-title">Keywords:</strong> a; b; E. coli.</p><p><strong class="sub-title">Other keywords:</strong> c</p>'
        "</div>"
    )
    article = convert(body)
    assert article.abstract == "Aim: To see.\n\nSome not a label here."
    assert [s.html for s in article.abstract_sections or ()] == [
        "To <b>see</b>.",
        "Some <b>not a label</b> here.",
    ]
    assert article.abstract_copyright == "© Us."
    assert article.keywords == ("a", "b", "E. coli", "c")
    assert article.other_abstracts == (
        scraper.OtherAbstract(
            language="fre",
            heading="Résumé",
            text="Voir.",
            sections=(scraper.Section(text="Voir."),),
        ),
    )
    assert article.page.sections == ("abstract", "other_abstracts", "keywords")


def test_an_abstract_without_paragraphs_and_one_under_its_own_heading() -> None:
    body = (
        '<div class="abstract"><h2 class="title">Abstract</h2><div class="abstract-content selected">Bare <i>text</i>.</div></div><p id="copyright">© Me.</p>'
        '<div class="abstract"><h2 class="title">Plain language summary</h2><p>Easy.</p></div>'
    )
    article = convert(body)
    assert article.abstract == "Bare text."
    assert article.abstract_copyright == "© Me."
    assert [other.text for other in article.other_abstracts or ()] == ["Easy."]


def test_et_al_with_any_white_space() -> None:
    heading = (
        '<div class="inline-authors"><div class="authors-list"><span class="authors-list-item ">'
        '<a class="full-name">Ana Brook</a></span><span>&nbsp;et&nbsp;al.</span></div></div>'
    )
    assert convert(heading=heading).authors_complete is False


def test_an_abstract_in_another_language_only() -> None:
    body = (
        '<div class="abstract" id="abstract"><h2 class="title">Abstract</h2>'
        '<em class="empty-abstract">No abstract available</em>'
        '<div class="abstract-content" id="fre-abstract"><p>Voir.</p></div></div>'
    )
    article = convert(body)
    assert article.abstract_sections == ()
    assert [other.text for other in article.other_abstracts or ()] == ["Voir."]
    assert article.page.sections == ("other_abstracts",)


def test_conflict_of_interest_without_a_statement_block() -> None:
    assert (
        convert(
            '<div><h3 class="title">Conflict of interest statement</h3>None <p>at all.</p></div>'
        ).coi_statement
        == "None at all."
    )
    assert (
        convert('<div><h3 class="title">Conflict of interest statement</h3></div>').coi_statement
        is None
    )


def test_a_button_for_more_references_without_their_number() -> None:
    body = (
        '<div id="references"><h3 class="title">References</h3><ol><li>One.</li></ol>'
        '<button class="show-all">Show all references</button></div>'
    )
    assert convert(body).references == scraper.Refs(
        complete=False, items=(scraper.Reference(citation="One."),)
    )


def test_references_in_every_form() -> None:
    link = '<a class="reference-link" href="{1}" data-ga-action="{2}">{0}</a>'
    body = (
        '<div><h3 class="title">References</h3><ol><li><ol><li>One. - '
        + link.format("PMC", "https://pmc.ncbi.nlm.nih.gov/articles/PMC12/", "")
        + " - "
        + link.format("PubMed", "/34/", "34")
        + " - "
        + link.format("DOI", "https://doi.org/10.5555/x", "")
        + "</li></ol></li><li>Two - "
        + link.format("PMC", "#", "PMC56")
        + " - "
        + link.format("DOI", "#", "10.5555/y")
        + " - "
        + link.format("PubMed", "#", "")
        + "</li></ol></div>"
    )
    assert convert(body).references == scraper.Refs(
        total=2,
        complete=True,
        items=(
            scraper.Reference(citation="One.", pmid="34", pmcid="PMC12", doi="10.5555/x"),
            scraper.Reference(citation="Two", pmcid="PMC56", doi="10.5555/y"),
        ),
    )


def test_figures_without_their_parts() -> None:
    article = convert(
        '<div><h3 class="title">Figures</h3><figure><img alt="Fig. 1" src="./x_files/a.gif"></figure></div>'
    )
    assert article.figures == (scraper.Figure(label="Fig. 1"),)


IDS = '<ul class="identifiers"><li><span class="identifier"><span class="id-label">Bookshelf ID:</span> <a>NBK1</a></span></li></ul>'
TWO_LISTS = (
    '<div class="extended-article-details">'
    + 2 * '<div class="affiliations"><ul><li>X</li></ul></div>'
    + "</div>"
)


@pytest.mark.parametrize(
    ("line", "rest", "kind"),
    [
        ("In: A Book. 2020.", "", "book_section"),
        ("Cape Alder: Press; 2020.", "", "book"),
        ("Cape Alder: Press; 2020.", TWO_LISTS, "book_section"),
        ("A book of another form", "", "book"),
        ("", TWO_LISTS, "article"),
    ],
)
def test_kinds(line: str, rest: str, kind: str) -> None:
    article = convert(heading=f'<div class="book-citation">{line}</div>{IDS}{rest}')
    assert (article.kind, article.bookaccession) == (kind, "NBK1")
    assert (article.book is None) == (kind == "article")


def test_title_languages() -> None:
    after = '<p class="vernacular-title">Un titre</p><p>[Article in French, English]</p>'
    article = convert(heading=after, title="[A title].")
    assert (article.title, article.vernacular_title, article.languages) == (
        "[A title].",
        "Un titre",
        ("French", "English"),
    )
    inline = convert(heading="<p>[Article in French] Un titre</p>")
    assert (inline.vernacular_title, inline.languages) == ("Un titre", ("French",))
    beside = convert(heading="<p>[Article in French]</p><p>Un titre</p>")
    assert beside.vernacular_title == "Un titre"
    alone = convert(heading='<p>[Article in French]</p><div class="inline-authors"></div>')
    assert alone.vernacular_title is None


def test_a_language_note_may_offer_an_abstract() -> None:
    note = "<p>[Article in Chinese; Abstract available in Chinese from the publisher]</p>"
    assert convert(heading=note).languages == ("Chinese",)


@pytest.mark.parametrize(
    ("journal", "cit"),
    [
        ("medRxiv [Preprint]", "2025 Jun 17:2025.06."),
        ("medRxiv", "[Preprint]. 2025 Jun 17:2025.06."),
    ],
)
def test_preprints(journal: str, cit: str) -> None:
    article = convert(
        heading=f'<div class="article-citation"><button class="journal-actions-trigger" title="{journal}">'
        f'{journal}</button><span class="period">. </span><span class="cit">{cit}</span></div>'
    )
    assert article.journal == scraper.Journal(title="medRxiv", medline_ta="medRxiv")
    assert (article.citation, article.pages) == ("2025 Jun 17:2025.06.", "2025.06")
    assert article.publication_types == ("Preprint",)
    assert article.pub_date is not None
    assert article.pub_date.iso == "2025-06-17"


def test_a_heading_inside_of_an_abstract_is_no_section() -> None:
    body = (
        '<div class="abstract"><h2 class="title">Abstract</h2><div class="abstract-content selected" id="eng-abstract"><p>A.</p></div>'
        '<div class="abstract-content" id="pls-abstract"><h3 class="title">Plain Language Summary</h3><p>B.</p></div>'
        '<div class="abstract-content" id="spa-abstract"><h3 class="title">Abstract in Spanish</h3><p>C.</p></div></div>'
    )
    article = convert(body)
    found = [(o.language, o.heading, o.text) for o in article.other_abstracts or ()]
    assert found == [(None, "Plain Language Summary", "B."), ("spa", "Abstract in Spanish", "C.")]
    assert (article.abstract, article.warnings) == ("A.", ())
    assert article.page.sections == ("abstract", "other_abstracts")


def test_associated_data_sets_and_publications_are_notices() -> None:
    blocks = "".join(
        f'<div id="linked-{at}"><h3 class="title">Associated {kind}</h3><ul><li>J. 2020 Jan;1(1):2.</li></ul></div>'
        for at, kind in enumerate(("dataset", "publication"))
    )
    notices = convert(blocks).comments_corrections or ()
    assert [n.ref_type for n in notices] == ["AssociatedDataset", "AssociatedPublication"]


def test_pmid_from_the_link_and_mendable_dois() -> None:
    body = '<div><h2 class="title">Similar articles</h2><ul><li class="full-docsum"><a class="docsum-title" href="https://pubmed.ncbi.nlm.nih.gov/77/?x=1">T?</a><span class="docsum-authors short-authors">Brook A, et al.</span></li></ul></div>'
    article = convert(body, head='<meta name="citation_doi" content="doi:10.5555/Q.">')
    assert article.doi == "10.5555/Q"
    assert article.similar_articles is not None
    item = article.similar_articles.items[0]
    assert (item.pmid, item.title, item.authors, item.authors_complete) == (
        "77",
        "T?",
        ("Brook A",),
        False,
    )
    assert (item.citation, item.journal, item.pub_date) == (None, None, None)


def test_full_text_links_without_an_address_are_none() -> None:
    page = markup.page().replace(
        "<main",
        '<div class="full-text-links-list"><a>x</a><a href="//y/z"><img alt="logo"></a></div><main',
        1,
    )
    assert scraper.convert(page).full_text_links == (
        scraper.FullTextLink(provider=None, url="https://y/z"),
    )
