"""Lists read from bytes say what the parser would: on usual pages, and on any damage to them."""

from html import unescape
from html.entities import html5

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scraper
from scraper import dom
from scraper.excerpt import excerpt
from tests import markup

MARK = '<span class="{} spaced-citation-item citation-part">{}</span>'
MARKS = (
    MARK.format("free-resources", "Free PMC article."),
    MARK.format("publication-type", "Review."),
    MARK.format("publication-type", "Clinical Trial."),
    MARK.format("language", "French."),
    MARK.format("no-abstract", "No abstract available."),
)
CLOSE = "<!-- </main -->"
"""Behind a page, it makes the end of the main part a doubt, so that all is parsed."""


def entry(
    number: int = 7, *, title: str = "On <i>rivers</i> &amp; lakes.", marks: tuple[str, ...] = ()
) -> str:
    return f"""
    <li class="full-docsum">
  <div class="docsum-content" style="display:inline;">
    <a class="docsum-title"
       href="/{number}/" ref="article_id={number}&amp;ordinalpos=1" data-ga-label="">

        {title}
    </a>
    <div class="docsum-citation full-citation">
    <span class="docsum-authors full-authors">Brook A, O&#39;Vale B, et al.</span>
    <span class="docsum-authors short-authors">Brook A, et al.</span>
    <span class="docsum-journal-citation full-journal-citation">J Invent Geogr. 2020 Jan;12(3):45-9. doi: 10.5555/{number}.</span>
    <span class="docsum-journal-citation short-journal-citation">J Invent Geogr. 2020.</span>
  <span class="citation-part">PMID: <span class="docsum-pmid">{number}</span></span>
  {" ".join(marks)}
</div>
  </div>
    </li>
"""


def section(
    *entries: str, name: str = "similar-articles-list", heading: str = "Similar articles"
) -> str:
    return (
        f'<div class="similar-articles" id="similar"><h2 class="title">{heading}</h2>'
        f'<ul class="articles-list" id="{name}">{"".join(entries)}</ul></div>'
    )


PAGE = markup.page(section(entry(7), entry(8, marks=MARKS)) + "<p>Text.</p>" * 20)
START, END = PAGE.index('<ul class="articles-list"'), PAGE.index("<p>Text.")


def taken(page: str) -> dict[str, int]:
    found = excerpt(page.encode())
    assert found is not None
    return {name: len(entries) for name, entries in found.lists.items()}


def outcome(page: str) -> scraper.Article | str:
    try:
        return scraper.convert(page)
    except scraper.ScraperError as error:
        return error.code


def test_an_entry_says_all_that_it_prints() -> None:
    assert taken(PAGE) == {"similar-articles-list": 2}
    links = scraper.convert(PAGE).similar_articles
    assert links is not None
    first, second = links.items
    assert (first.pmid, first.title) == ("7", "On rivers & lakes")
    assert (first.authors, first.authors_complete) == (("Brook A", "O'Vale B"), False)
    assert (first.pages, first.doi, first.has_abstract) == ("45-9", "10.5555/7", True)
    assert (second.free_full_text, second.language, second.has_abstract) == ("pmc", "French", False)
    assert second.publication_types == ("Review", "Clinical Trial")
    assert outcome(PAGE + CLOSE) == scraper.convert(PAGE)


@pytest.mark.parametrize(
    "body",
    [
        section(entry(title="On <i>old <b>rivers</b></i>.")),
        section(entry(title="On <a>rivers</a>.")),
        section(entry(title="On&#1;rivers")),
        section(entry(title="On rivers\0")),
        section(entry(), entry().replace("<li ", "<LI ")),
        section(entry(marks=(MARK.format("full-authors", "Vale B"),))),
        section(entry().replace("full-citation", "citation")),
        section(entry() + "<li>And so on.</li>"),
        section(entry(), name="7th"),
        "<!-- " + section(entry()) + " -->",
        "<script>" + section(entry()) + "</script>",
    ],
)
def test_what_is_not_quite_usual_is_left_to_the_parser(body: str) -> None:
    page = markup.page(body)
    assert taken(page) == {}
    assert outcome(page) == outcome(page + CLOSE)


@pytest.mark.parametrize("first", [entry(), entry().replace("<li ", "<LI "), ""])
@pytest.mark.parametrize("second", [entry(9), "<li>And so on.</li>", ""])
def test_lists_with_one_id_are_left_to_the_parser(first: str, second: str) -> None:
    page = markup.page(section(first) + section(second, heading="Cited by"))
    assert taken(page) == {}
    assert outcome(page) == outcome(page + CLOSE)


def test_of_very_many_lists_the_first_are_enough() -> None:
    page = markup.page("".join(section(entry(), name=f"list-{at}") for at in range(20)))
    assert 2 < len(taken(page)) < 20
    assert outcome(page) == outcome(page + CLOSE)


def test_a_list_is_of_the_section_that_a_reader_sees() -> None:
    page = markup.page(section(entry(7), heading="Cited by"))
    article = scraper.convert(page)
    assert article.cited_by is not None
    assert [item.pmid for item in article.cited_by.items] == ["7"]
    assert article == outcome(page + CLOSE)


TAGS = "</li> <li> </ul> <ul> <i> </i> </a> <p> <!-- --> <script> </script> <table> </div> <div>"
pieces = st.sampled_from(
    [*TAGS.split(), *'<>&"é\0\r ', "&#1;", "", *MARKS, entry(9), entry()[:300], entry()[300:]]
)
"""What is left open *before* a list, such as a link or a heading, swallows or rearranges it."""


@given(
    st.lists(st.tuples(st.integers(START, END), st.integers(0, 40), pieces), min_size=1, max_size=3)
)
def test_damage_is_read_as_the_parser_reads_it(edits: list[tuple[int, int, str]]) -> None:
    page = PAGE
    for at, gone, new in sorted(edits, reverse=True):
        page = page[:at] + new + page[at + gone :]
    assert outcome(page) == outcome(page + CLOSE)


def test_parser_and_library_read_references_to_characters_alike() -> None:
    def parsed(text: str) -> str:
        node = dom.find(dom.parse(f"<p>{text}</p>"), "p")
        assert node is not None
        return dom.verbatim(node)

    numbers = [
        *(f"&#{number};" for number in range(100, 10_000) if number != 127),
        "&#39;",
        "&#x27;",
    ]
    names = [f"&{name}{after}" for name in html5 for after in ("", "b", "=", "1", " ")]
    assert [text for text in numbers + names if parsed(f"a{text}") != unescape(f"a{text}")] == []
