"""The layouts before 2020: what each section reads, and what the page cannot tell."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import scraper
from scraper import Article, sections
from scraper.abstractplus import AbstractPlusPage
from scraper.entrez import EntrezPage
from scraper.excerpt import report_excerpt
from scraper.layout import Layout
from scraper.legacy import LegacyPage
from scraper.model import Author
from scraper.pages import ModernPage
from scraper.rendering import TextPage
from tests.pairs import SAMPLES, converted, corpus_pairs, expected

HEAD = '<head><meta name="ncbi_db" content="pubmed"/><meta name="ncbi_pdid" content="abstract"/></head>'
CIT = '<div class="cit"><a href="#" title="River letters.">River Lett.</a> {}</div>'
AUX = '<div class="aux"><dl class="rprtid"><dt>PMID:</dt> <dd>90111</dd></dl>{}</div>'
COLUMN = '<div class="supplemental col"><div>{}</div></div>'
CITED = "2014 Mar;5(2):1-9."


def page(
    *parts: str,
    cit: str = CITED,
    title: str = "Slow rivers.",
    aux: str = "",
    column: str = COLUMN.format(""),
    head: str = HEAD,
) -> str:
    report = CIT.format(cit) + f"<h1>{title}</h1>" + "".join(parts) + AUX.format(aux)
    return (
        f'<html>{head}<body><form><div class="rprt_all"><div class="rprt abstract">{report}</div>'
        f"</div>{column}</form></body></html>"
    )


def read(*parts: str, **options: str) -> Article:
    return scraper.convert(page(*parts, **options))


def plus(body: str, line: str = "2005;52(4):789-96. Epub  2005 Jun 6.", ad: str = "") -> Article:
    return scraper.convert(
        '<html><head><meta name="ncbi_db" content="pubmed"/></head><body>'
        '<dl class="AbstractPlusReport"><dt class="head"><div class="abstitle"><span class="ti">'
        '<b>1: </b><span title="River letters."><a href="#">River Lett.</a></span> '
        f'{line}</span></div></dt><dd class="abstract"><h2>Slow rivers.</h2>{body}'
        f'<p class="pmid">PMID: 90222 [PubMed]</p></dd><dd class="ad">{ad}</dd></dl></body></html>'
    )


def names(*authors: Author) -> list[tuple[str | None, ...]]:
    return [(a.last_name, a.initials, a.suffix, a.collective_name) for a in authors]


def link(name: str, kind: str = "Author") -> str:
    return f'<a href="/pubmed/?term={name.replace(" ", "%20")}%5B{kind}%5D">{name}</a>'


# The matrix of sections and layouts


@pytest.mark.parametrize("layout", [ModernPage, LegacyPage, AbstractPlusPage, TextPage])
@pytest.mark.parametrize(
    "section", [*sections.FAMILIES, *sections.FIELDS], ids=lambda f: f.__name__
)
def test_every_section_is_read_or_not_carried(section: Any, layout: type[Layout]) -> None:  # noqa: ANN401 - a singledispatch function
    is_read = section.dispatch(layout) is not section.dispatch(Layout)
    assert is_read != (section.__name__ in sections.NOT_CARRIED[layout])


def test_not_carried_names_sections_only() -> None:
    known = {section.__name__ for section in (*sections.FAMILIES, *sections.FIELDS)}
    assert set().union(*sections.NOT_CARRIED.values()) <= known


# Samples and corpus


@pytest.mark.parametrize("saved", corpus_pairs("legacy"))
def test_corpus(saved: Path) -> None:
    found = converted(saved)
    assert {key: found[key] for key in expected(saved)} == expected(saved)


@pytest.mark.parametrize("saved", corpus_pairs("legacy"))
def test_a_cut_page_never_says_that_there_is_none(saved: Path) -> None:
    html = saved.read_text()
    whole = converted(saved)
    for at in range(html.find("ncbi_uidlist"), len(html), 1999):
        cut = _record(html[:at])
        if cut is None or not cut["warnings"]:
            continue
        assert cut["warnings"][0]["code"] == "truncated"
        assert cut["pmid"] in {whole["pmid"], None}
        assert not [key for key, value in cut.items() if value == [] != whole[key]]


def _record(html: str) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = json.loads(scraper.convert_json(html))
    except scraper.Unreadable:
        return None
    return found


@pytest.mark.parametrize("name", ["full-2017", "source-2013"])
def test_the_excerpt_gives_the_same_record_as_the_whole_page(name: str) -> None:
    html = (SAMPLES / "legacy" / f"{name}.html").read_text()
    twice = html + '<!-- <div class="rprt_all"> -->'
    hidden = html.replace('<div class="rprt_all">', '<!--<div class="rprt_all">')
    assert report_excerpt(html.encode())
    assert report_excerpt(twice.encode()) is None
    assert report_excerpt(hidden.encode()) is None
    assert scraper.convert(html) == scraper.convert(twice)


# What kind of page it is


def test_layout_and_origin() -> None:
    article = read()
    assert (article.page.layout, article.pmid, article.warnings) == ("legacy", "90111", ())
    stamp = "<!-- saved from url=(0041)https://www.ncbi.nlm.nih.gov/pubmed/90111 -->"
    saved = scraper.convert(page().replace("<html>", f"<html>{stamp}"))
    assert saved.page.url == "https://www.ncbi.nlm.nih.gov/pubmed/90111"
    canonical = HEAD.replace("</head>", '<link rel="canonical" href="https://x.example/1"></head>')
    assert read(head=canonical).page.url == "https://x.example/1"


def test_a_report_alone_is_an_article() -> None:
    report = page().split('<div class="rprt_all">')[1].split('<div class="supplemental')[0]
    article = scraper.convert(report.removesuffix("</div>"))
    assert (article.pmid, article.full_text_links, article.warnings) == ("90111", None, ())
    assert article.mesh_headings == ()


@pytest.mark.parametrize(
    ("html", "code"),
    [
        (page().replace('"pubmed"', '"mesh"'), "not_pubmed"),
        (page(head="").replace("PMID:", "MeSH Unique ID:"), "not_pubmed"),
        (page(column=page()), "not_an_article"),
        (page().replace("h1>", "h5>"), "unreadable"),
        (page().replace("h1>", "h5>").replace('"abstract"', '"docsum"'), "not_an_article"),
        (f"<html>{HEAD}The following PMID is not available: 9</html>", "not_found"),
    ],
)
def test_what_is_no_article(html: str, code: str) -> None:
    with pytest.raises(scraper.PageError) as caught:
        scraper.convert(html)
    assert caught.value.code == code


def test_marks_of_another_program_are_transparent_even_in_attributes() -> None:
    mark = "<mark style='background:#fff'>rivers</mark>"
    article = scraper.convert(
        page(title=f"Slow {mark}.").replace('"River letters."', f'"Wild {mark}."')
    )
    assert article.title == "Slow rivers"
    assert article.title_html is None
    assert article.journal is not None
    assert article.journal.title == "Wild rivers"


# Heading


def test_title() -> None:
    article = read(title="[<i>E. coli</i> in <b>CO<sub>2</sub></b> <i>etc.</i>].")
    assert article.title == "[E. coli in CO2 etc.]"
    assert article.title_html == "[<i>E. coli</i> in <b>CO<sub>2</sub></b> <i>etc.</i>]"
    assert read(title="Slow <i>rivers.</i>").title_html == "Slow <i>rivers</i>"
    assert read(title="Slow <i>rivers</i>?").title == "Slow rivers?"


@pytest.mark.parametrize(
    ("between", "languages", "vernacular"),
    [
        ("", (), None),
        ("<p>[Article in German]</p>", ("German",), None),
        ("[Article in German, French]", ("German", "French"), None),
        ('<p class="x">[Article in German]</p><!-- note -->', ("German",), None),
        ('<div class="keywords"><h4>KEYWORDS:</h4><p>mud</p></div>', (), None),
        ("<div><h3>Conflict of interest statement</h3><p>None.</p></div>", (), None),
        (
            "<p>[Article in Dutch; Abstract available in Dutch from the publisher]</p>",
            ("Dutch",),
            None,
        ),
        ("<div>[Article in Dutch] Trage rivieren.</div>", ("Dutch",), "Trage rivieren"),
        ("<div>Trage rivieren.</div><div>[Article in Dutch]</div>", ("Dutch",), "Trage rivieren"),
    ],
)
def test_languages(between: str, languages: tuple[str, ...], vernacular: str | None) -> None:
    article = read(between, '<div class="auths">[No authors listed]</div>')
    assert article.languages == languages
    assert article.vernacular_title == vernacular
    assert article.authors == ()


@pytest.mark.parametrize(
    ("printed", "citation", "pages", "status"),
    [
        (CITED, CITED, "1-9", None),
        ("2014 Mar;(403 Suppl):S1. doi: 10.5555/x. Epub  2013 Dec 2.", "2014 Mar;(403 Suppl):S1.", "S1", None),
        ("2014 Mar 12. pii: S0140(14)00097-9. doi: 10.5555/x. [Epub ahead of print]", "2014 Mar 12.", None, "aheadofprint"),
        ("2014 Winter;5:e22. eCollection 2014.", "2014 Winter;5:e22.", "e22", None),
    ],
)  # fmt: skip
def test_citation(printed: str, citation: str, pages: str | None, status: str | None) -> None:
    article = read(cit=printed)
    assert (article.citation, article.pages, article.publication_status) == (
        citation,
        pages,
        status,
    )
    assert article.doi == ("10.5555/x" if "doi" in printed else None)


def test_journal() -> None:
    journal = read().journal
    assert journal is not None
    assert (journal.title, journal.medline_ta, journal.nlm_unique_id) == ("River letters", "River Lett", None)  # fmt: skip
    plain = scraper.convert(
        page().replace('<a href="#" title="River letters.">River Lett.</a>', "River Lett.")
    )
    assert plain.journal is not None
    assert (plain.journal.medline_ta, plain.citation) == ("River Lett", CITED)
    none = scraper.convert(page().replace(CIT.format(CITED), ""))
    assert (none.journal, none.citation) == (None, None)


def test_the_id_of_the_journal_stands_in_links() -> None:
    icons = '<div class="icons"><a href="/x" ref="a=1&amp;nlmid=0123">Press</a></div>'
    article = read(column=COLUMN.format(icons))
    assert article.journal is not None
    assert article.journal.nlm_unique_id == "0123"
    assert article.full_text_links is not None
    assert article.full_text_links[0].provider == "Press"
    assert article.full_text_links[0].url == "https://www.ncbi.nlm.nih.gov/x"


def test_authors() -> None:
    people = ", ".join([link("De Silva V") + "<sup>1,2</sup>", link("Brook AB 3rd") + "<sup>#2</sup>", link("Wu X") + "<sup>#</sup><sup>3</sup>", link("Solo")])  # fmt: skip
    group = link("River Study Group", "Corporate%20Author")
    affiliations = "".join(f"<dt>{n}</dt><dd>Inst {n}.</dd>" for n in (1, 2))
    article = read(
        f'<div class="auths"><sup>*</sup><span role="menubar">{people}</span>; {group}; Tide Team, et al.</div>',
        f'<div class="afflist"><h3>Author information</h3><dl>{affiliations}</dl>'
        "<h3>Collaborators (2)</h3><dl><dt>4</dt><dd>Vale C</dd></dl></div>",
    )
    assert article.authors is not None
    assert names(*article.authors) == [
        ("De Silva", "V", None, None),
        ("Brook", "AB", "3rd", None),
        ("Wu", "X", None, None),
        ("Solo", None, None, None),
        (None, None, None, "River Study Group"),
        (None, None, None, "Tide Team"),
    ]
    assert [a.affiliations for a in article.authors] == [(0, 1), (1,), (), (), (), ()]
    assert [a.equal_contrib for a in article.authors] == [False, True, True, False, False, False]
    assert article.authors_complete is False
    assert article.affiliations == ("Inst 1.", "Inst 2.")


def test_the_note_about_equal_contribution_is_no_affiliation() -> None:
    byline = f'<div class="auths">{link("Brook A")}<sup>#1</sup>.</div>'
    described = "<dl><dt>1</dt><dd>Here.</dd><dt>#</dt><dd>Contributed equally</dd></dl>"
    marked = "<ul><li><sup>1</sup>Here.</li><li><sup>#</sup>Contributed equally.</li></ul>"
    for notes in (described, marked):
        article = read(byline, f'<div class="afflist"><h3>Author information</h3>{notes}</div>')
        assert article.affiliations == ("Here.",)
        assert article.authors is not None
        assert (article.authors[0].equal_contrib, article.authors[0].affiliations) == (True, (0,))


def test_authors_without_links() -> None:
    article = read('<div class="auths">Brook A, De Vale BC Jr; Rivers, Lakes and Seas Group.</div>')
    assert article.authors is not None
    assert names(*article.authors) == [
        ("Brook", "A", None, None),
        ("De Vale", "BC", "Jr", None),
        (None, None, None, "Rivers, Lakes and Seas Group"),
    ]


@pytest.mark.parametrize(
    ("region", "texts"),
    [
        ('<div class="aff"><h3 class="label">Source</h3><p>Inst; Dept.</p></div>', ("Inst; Dept.",)),
        ('<div class="afflist"><ul><li><sup>1</sup>A.</li><li>B<sup>2</sup> C.</li><li></li></ul></div>', ("A.", "B2 C.")),
        ('<p class="aff">Inst.</p>', ("Inst.",)),
        ("", ()),
    ],
)  # fmt: skip
def test_affiliations(region: str, texts: tuple[str, ...]) -> None:
    assert read(region).affiliations == texts


@pytest.mark.parametrize(
    ("printed", "mark"),
    [
        ('<a class="status_icon" href="/pmc/articles/PMC1/">Free PMC Article</a>', "pmc"),
        ('<span class="status_icon">Free full text</span>', "free"),
        ("", None),
    ],
)
def test_free_full_text(printed: str, mark: str | None) -> None:
    assert read(aux=printed).free_full_text == mark


def test_identifiers() -> None:
    malformed = (
        '<dl class="rprtid"><dd>[PubMed]</dd><dd><dt>PMCID:</dt> <dd>PMC77</dd><dd></dd></dd></dl>'
    )
    doi = '<dl class="rprtid"><dt>DOI:</dt><dd><a>10.5555/aB(c).</a></dd></dl>'
    article = read(aux=malformed + doi)
    assert (article.pmcid, article.doi) == ("PMC77", "10.5555/aB(c)")
    without = (
        page()
        .replace("PMID:", "")
        .replace("</head>", '<meta name="ncbi_uidlist" content="90333"/></head>')
    )
    assert scraper.convert(without).pmid == "90333"
    conflict = read(
        head=HEAD.replace("</head>", '<meta name="ncbi_uidlist" content="90333"/></head>')
    )
    assert (conflict.pmid, conflict.warnings[0].code) == ("90111", "pmid_conflict")


# Body


@pytest.mark.parametrize(
    ("content", "labels", "copyright_line"),
    [
        ("<p>One.</p>", [None], None),
        ("One.", [None], None),
        ("<div>One <i>bare</i> text.</div>", [None], None),
        ("<h4>AIMS:</h4><p></p><p>Two.</p>", ["AIMS", None], None),
        ('<div class=""><p>One.</p><p>© 2014 Wiley.</p></div>', [None], "© 2014 Wiley."),
        ("<div><p><AbstractText>One.</AbstractText></p><p>The Authors.</p></div>", [None], "The Authors."),
        ('<div><h4>AIMS: </h4><p>One.</p><h4>END:</h4><p>Two.</p><p class="copyright">C.</p></div>', ["AIMS", "END"], "C."),
        ("<h4>AIMS: </h4><p>Copyright law.</p>", ["AIMS"], None),
        ("<p>One.</p><p>Two rivers.</p>", [None, None], None),
        ("<p>Copyright is a right.</p>", [None], None),
        ("<p>No abstract available.</p>", [], None),
    ],
)  # fmt: skip
def test_abstract(content: str, labels: list[str | None], copyright_line: str | None) -> None:
    article = read(f'<div class="abstr"><h3>Abstract</h3>{content}</div>')
    assert article.abstract_sections is not None
    assert [section.label for section in article.abstract_sections] == labels
    assert article.abstract_copyright == copyright_line
    assert article.page.sections == (("abstract",) if labels else ())


def test_abstract_markup_and_another_abstract() -> None:
    article = read(
        '<div class="abstr"><h3>Abstract</h3><div><p>P&lt;0.05 in <i>rivers</i></p></div></div>',
        '<div class="abstr"><h3>Abstract in Dutch</h3><div><p>Traag.</p></div></div>',
    )
    assert article.abstract == "P<0.05 in rivers"
    assert article.abstract_sections is not None
    assert article.abstract_sections[0].html == "P&lt;0.05 in <i>rivers</i>"
    assert article.other_abstracts is not None
    assert (article.other_abstracts[0].heading, article.other_abstracts[0].text) == ("Abstract in Dutch", "Traag.")  # fmt: skip


def test_an_abstract_that_is_elsewhere() -> None:
    said = "Publisher: Abstract available in Dutch from the publisher."
    article = read(
        '<div class="abstr"><h3>Abstract</h3><p>Slow.</p></div>',
        f'<div class="abstr"><h3>{said}</h3><p></p></div>',
    )
    assert article.other_abstracts == (scraper.OtherAbstract(text=said),)


@pytest.mark.parametrize(
    "cit",
    [
        '<div class="cit"><a title="medRxiv : a server.">medRxiv [Preprint].</a> 2025 Jun 17:2025.06. doi: 10.5555/x.</div>',
        '<div class="cit"><a title="medRxiv : a server.">medRxiv.</a> [Preprint]. 2025 Jun 17:2025.06.</div>',
    ],
)
def test_preprints(cit: str) -> None:
    article = scraper.convert(page().replace(CIT.format(CITED), cit))
    assert article.journal is not None
    assert (article.journal.medline_ta, article.journal.title) == ("medRxiv", "medRxiv : a server")
    assert (article.citation, article.pages) == ("2025 Jun 17:2025.06.", "2025.06")
    assert article.publication_types == ("Preprint",)


def test_keywords() -> None:
    article = read('<div class="keywords"><h4>KEYWORDS: </h4><p>mud; silt (fine); clay.</p></div>')
    assert article.keywords == ("mud", "silt (fine)", "clay")


SUPPLEMENT = """<div class="other_content"><div class="morecit"><h3><a>Publication types, …</a></h3>
<div class="ui-helper-reset"><div><h4>Publication type</h4><ul><li><a>Retracted Publication</a></li></ul>
<h4>MeSH terms</h4><ul><li><a>Rivers/chemistry*</a></li><li><a>Rivers/history</a></li></ul>
<h4>Substances</h4><ul><li><a>Clay</a></li></ul>
<h4>Supplementary Concept</h4><ul><li><a>Flood</a></li></ul>
<h4>Personal Name as Subject</h4><ul><li><a>Brook, Ada</a></li></ul>
<h4>Secondary source ID</h4><ul><li><a href="#">GEO/GSE1</a></li><li><a>GSE2</a></li></ul>
<h4>Grant support</h4><ul><li><a>X1/AB/Agency/Land</a></li><li><a>A/B/C</a></li></ul>
<h4>Odd terms</h4><ul><li><a>x</a></li></ul></div></div></div></div>"""


def test_supplemental_terms() -> None:
    article = read(SUPPLEMENT)
    assert article.publication_types == ("Retracted Publication",)
    assert article.retracted is True
    assert article.mesh_headings is not None
    assert [q.major_topic for q in article.mesh_headings[0].qualifiers] == [True, False]
    assert article.substances == ("Clay",)
    assert article.supplementary_concepts == ("Flood",)
    assert article.personal_names == ("Brook, Ada",)
    assert article.associated_data is not None
    assert [(d.source, d.accession, d.url) for d in article.associated_data] == [("GEO", "GSE1", None)]  # fmt: skip
    assert article.grants is not None
    assert [grant.agency for grant in article.grants] == ["Agency", None]
    assert sorted(w.code for w in article.warnings) == ["unknown_section", "unread"]


def test_a_heading_over_a_single_term_is_singular() -> None:
    box = "<h4>MeSH term</h4><ul><li>Rivers</li></ul><h4>Substance</h4><ul><li>Clay</li></ul>"
    article = read(f'<div class="morecit"><h3>Supplement</h3><div>{box}</div></div>')
    assert article.page.sections == ("mesh_headings", "substances")
    assert article.warnings == ()


def test_the_switch_over_a_single_list_is_no_section() -> None:
    article = read(
        '<div class="morecit"><h3><a>MeSH Terms</a></h3><div><h4>MeSH Terms</h4>'
        "<ul><li><a>Rivers/history</a></li></ul></div></div>"
    )
    assert article.mesh_headings is not None
    assert len(article.mesh_headings[0].qualifiers) == 1
    assert article.page.sections == ("mesh_headings",)


def test_coi_statement() -> None:
    article = read("<div><h3>Conflict of interest statement</h3><p>None.</p><p>At all.</p></div>")
    assert article.coi_statement == "None. At all."


def test_notices() -> None:
    article = read(
        '<div class="err"><h3>Erratum in</h3><ul><li>River Lett. 2014 May;5(3):30. Wrong unit.</li></ul>'
        '<h3>Comment in</h3><ul><li class="comments"><a href="/pubmed/90901">Fast rivers.</a>'
        '<span class="source"> [Lake Lett. 2015]</span></li>'
        '<li class="comments"><a href="/pubmed/90902">Lake Lett. 2016 Jan;1(2):3-4.</a></li></ul>'
        "<h3>Sequel in</h3><p>Sea Lett. 2017;8:9.</p></div>"
    )
    assert article.comments_corrections is not None
    found = [
        (n.ref_type, n.article.pmid, n.article.title, n.article.journal, n.article.pages)
        for n in article.comments_corrections
    ]
    assert found == [
        ("ErratumIn", None, None, "River Lett", "30"),
        ("CommentIn", "90901", "Fast rivers", "Lake Lett", None),
        ("CommentIn", "90902", None, "Lake Lett", "3-4"),
        ("Sequel in", None, None, "Sea Lett", "9"),
    ]
    entry = article.comments_corrections[0].article
    assert entry.citation == "River Lett. 2014 May;5(3):30. Wrong unit."
    assert entry.has_abstract is None


def test_figures() -> None:
    article = read(
        '<div class="pmc_images"><a class="figpopup" href="/pmc/F1/"><img src="/f1.gif" alt="Figure 1"/></a>'
        '<div style="display:none"><div class="legend-from"><span class="legend-from-title">Figure 1</span>'
        '<div>Title</div></div><div><div>(A) Mud.</div></div><div class="legend-citation">River.</div></div>'
        '<a class="figpopup" href="/pmc/F2/"><img alt="Figure 2"/></a></div>'
    )
    assert article.figures is not None
    assert [(f.label, f.caption) for f in article.figures] == [
        ("Figure 1", "Title (A) Mud."),
        ("Figure 2", None),
    ]
    assert article.figures[0].thumbnail_url == "https://www.ncbi.nlm.nih.gov/f1.gif"


def test_link_out() -> None:
    article = read(
        '<div class="morecit"><h3>LinkOut - more resources</h3><div><div class="linkoutlist">'
        '<h4>Full Text Sources</h4><ul><li><a href="/a?b=1&amp;c=2">Press</a></li></ul>'
        "<h4>Medical</h4><ul><li><a>no address</a></li></ul></div></div></div>"
    )
    assert article.link_out is not None
    assert [(x.category, x.provider, x.url) for x in article.link_out] == [
        ("Full Text Sources", "Press", "https://www.ncbi.nlm.nih.gov/a?b=1&c=2")
    ]


@pytest.mark.parametrize(
    ("icon", "provider"),
    [
        ('<img alt="Icon for Press"/>', "Press"),
        ('<img alt="" title="Read full text in Press"/>', "Press"),
        ('<img alt="Click here to read"/>', None),
    ],
)
def test_full_text_links(icon: str, provider: str | None) -> None:
    box = f'<div class="icons portlet"><h3>Full text links</h3><a href="http://x.example/">{icon}</a></div>'
    links = read(column=COLUMN.format(box)).full_text_links
    assert links is not None
    assert [link.provider for link in links] == [provider]


def test_no_links_and_no_column() -> None:
    assert read().full_text_links == ()
    assert read(column="").full_text_links is None


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("", "article"),
        ('<div class="sections"><h3>Sections</h3></div>', "book"),
        ('<div class="sections"></div><p class="aff_inline_book">In: Rivers.</p>', "book_section"),
    ],
)
def test_kind(part: str, kind: str) -> None:
    assert read(part).kind == kind


# Panels


def panel(heading: str, items: str, more: str = "") -> str:
    return (
        f'<div class="portlet"><div class="portlet_title"><h3><span>{heading}</span></h3></div>'
        f"<ul>{items}</ul>{more}</div>"
    )


ENTRY = (
    '<li><a href="/pubmed/90551"><span class="invert">Review</span> Mud and ...</a>'
    '<span class="source">[Mud. 2001]</span><div class="brieflinkpop"><span class="invert">Review</span>'
    ' Mud and silt.<div class="brieflinkpopdesc"><em class="author">Brook A, et al. </em>'
    '<em class="cit">Mud. 2001 Jan 1; 43(1):25-38. Epub 2000 Oct 2.</em></div></div></li>'
)
SEE_ALL = '<a class="seemore" href="/pubmed?linkname=pubmed_pubmed&amp;from_uid=1">See all...</a>'


def test_panels_wait_for_scripts() -> None:
    article = read()
    assert article.similar_articles is None
    assert article.cited_by is None
    assert article.related_information is None
    assert article.references is None


def test_a_panel_entry() -> None:
    column = '<div id="disc_col">' + panel("Related citations in PubMed", ENTRY, SEE_ALL) + "</div>"
    article = read(column=column)
    assert article.similar_articles is not None
    assert (article.similar_articles.total, article.similar_articles.complete) == (None, False)
    item = article.similar_articles.items[0]
    assert (item.pmid, item.title, item.authors, item.authors_complete) == ("90551", "Mud and silt", ("Brook A",), False)  # fmt: skip
    assert (item.journal, item.volume, item.pages, item.publication_types) == ("Mud", "43", "25-38", ("Review",))  # fmt: skip
    assert item.article_date is not None
    assert article.page.sections == ("similar_articles",)
    assert article.full_text_links == ()


def test_a_shortened_title_without_its_box_stays() -> None:
    entry = '<li><a href="/pubmed/90551">Mud and ...</a></li>'
    similar = read(column=COLUMN.format(panel("Similar articles", entry))).similar_articles
    assert similar is not None
    assert (similar.items[0].title, similar.items[0].citation) == ("Mud and ...", None)


@pytest.mark.parametrize(
    ("heading", "total", "complete"),
    [
        ("Cited by 1 PubMed Central article", 1, True),
        ("Cited by 3 PubMed Central articles", 3, False),
        ("Cited by over 100 PubMed Central articles", None, False),
        ("Cited by", 1, True),
    ],
)
def test_counts(heading: str, total: int | None, complete: bool) -> None:  # noqa: FBT001 - a parameter of the test
    cited = read(column=COLUMN.format(panel(heading, ENTRY))).cited_by
    assert cited is not None
    assert (cited.total, cited.complete, len(cited.items)) == (total, complete, 1)


def test_related_information() -> None:
    items = '<li><a href="/medgen?a=1&amp;b=2">MedGen</a><div>More</div></li><li><a>x</a></li>'
    found = read(column=COLUMN.format(panel("Related information", items))).related_information
    assert found is not None
    assert [(x.name, x.url) for x in found] == [("MedGen", "https://www.ncbi.nlm.nih.gov/medgen?a=1&b=2")]  # fmt: skip


# A page cut off


def test_a_cut_page() -> None:
    html = page(SUPPLEMENT, column=COLUMN.format(panel("Cited by", ENTRY)))
    cut = scraper.convert(html[: html.index("<h4>Substances")])
    assert (cut.substances, cut.grants, cut.keywords, cut.retracted) == (None, None, None, True)
    assert cut.publication_types == ("Retracted Publication",)
    assert [w.code for w in cut.warnings] == ["truncated"]
    late = scraper.convert(html[: html.index("</ul></div></div></div></form>") - 5])
    assert late.cited_by is not None
    assert (late.cited_by.total, late.cited_by.complete) == (None, False)


def test_a_cut_byline() -> None:
    html = page(f'<div class="auths">{link("Brook A")}, {link("Vale B")}.</div>')
    cut = scraper.convert(html[: html.index(", <a")])
    assert cut.authors is not None
    assert (len(cut.authors), cut.authors_complete) == (1, None)
    before = scraper.convert(html[: html.index('<div class="auths"')])
    assert (before.authors, before.authors_complete, before.affiliations) == (None, None, None)


# 2009


def test_abstractplus() -> None:
    article = plus(
        f'<div class="authors"><!--x-->{link("Brook A")}, {link("Vale B")}.</div>'
        '<p class="affiliation">Inst.</p><p class="abstract">Slow.</p><p class="abstract">(c) 2005 Us.</p>'
        '<p class="note">Comment in: River Lett. 2006;1:2.</p><p class="pmid pmcid">PMCID: PMC9</p>',
        ad='<div class="port"><h2>Related articles</h2><ul><li><a href="/pubmed/90551?x=1">'
        '<span class="reviewflag">Review</span>Mud.</a><p class="note"> [Mud.  1999]</p></li></ul></div>'
        '<div class="port"><h2>Recent Activity</h2></div>',
    )
    assert (article.page.layout, article.pmid, article.pmcid) == ("abstractplus", "90222", "PMC9")
    assert (article.title, article.abstract, article.abstract_copyright) == ("Slow rivers", "Slow.", "(c) 2005 Us.")  # fmt: skip
    assert article.affiliations == ("Inst.",)
    assert article.citation == "2005;52(4):789-96."
    assert article.similar_articles is not None
    assert (article.similar_articles.items[0].title, article.similar_articles.total) == ("Mud", 1)
    assert article.comments_corrections is not None
    assert article.comments_corrections[0].article.citation == "River Lett. 2006;1:2."
    assert (article.mesh_headings, article.full_text_links, article.cited_by) == (None, (), None)
    assert article.page.sections == ("abstract", "comments_corrections", "similar_articles")


def test_abstractplus_without_marked_journal() -> None:
    html = (
        '<dl class="AbstractPlusReport"><dt><span class="ti">River Lett. 2005;52(4):7-9.</span></dt>'
        "<h2>Slow rivers.</h2><p>PMID: 90222</p>"
    )
    article = scraper.convert(html)
    assert article.journal is not None
    assert (article.journal.medline_ta, article.citation) == ("River Lett", "2005;52(4):7-9.")
    assert (article.authors, article.full_text_links) == (None, None)
    assert article.warnings[0].code == "truncated"
    assert scraper.convert(html + "</dl>").warnings == ()


# The stripper


@pytest.mark.parametrize("name", ["full-2017", "source-2013", "abstractplus-2009"])
def test_strip(name: str) -> None:
    data = (SAMPLES / "legacy" / f"{name}.html").read_bytes()
    stripped = scraper.strip(data)
    again = scraper.convert(stripped)
    whole = scraper.convert(data)
    for field in ("title_html", "authors", "abstract_sections", "mesh_headings", "comments_corrections", "figures", "link_out"):  # fmt: skip
        assert getattr(again, field) == getattr(whole, field)
    text = scraper.strip(data, as_="text")
    for noise in ("My NCBI", "PubMed Commons", "Recent Activity", "Send to", "See all", "Sign in"):
        assert noise not in stripped
        assert noise not in text
    assert whole.title
    assert whole.title in text


def test_the_common_page_is_abstract() -> None:
    make: Callable[..., EntrezPage] = EntrezPage
    with pytest.raises(TypeError, match="abstract"):
        make(None, None)
