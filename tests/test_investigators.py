"""Collaborators, in the ways that layouts may print them; and bylines that go on elsewhere."""

import pytest

import scraper
from tests import markup
from tests.test_legacy import read
from tests.test_medline import read as read_medline

RIVER = [("Ann Brook", "River Group"), ("Bo Vale Jr", "River Group"), ("Cy Ox", "Mud, Silt Team")]
AFFILIATIONS = '<div class="affiliations"><h3 class="title">Affiliations</h3><ul><li><sup class="key">1</sup> Here.</li><li><sup class="key">2</sup> There.</li></ul></div>'


def byline(*items: str, after: str = "") -> str:
    spans = "".join(f'<span class="authors-list-item">{item}</span>' for item in items)
    return f'<div class="inline-authors"><div class="authors-list">{spans}{after}</div></div>'


def people(article: scraper.Article) -> list[tuple[str, str | None]]:
    return [(person.name, person.collective_name) for person in article.investigators or ()]


def unfolded(*blocks: str) -> str:
    return f'<div class="extended-article-details"><div class="expanded-authors">{"".join(blocks)}</div></div>'


# Pages since 2019


@pytest.mark.parametrize(
    "block",
    [
        '<div><h3 class="title">Collaborators</h3><div><strong>River Group:</strong> <span>Ann Brook,</span> Bo Vale Jr</div><div><strong>Mud, Silt Team:</strong> Cy Ox</div></div>',
        "<div><h3>Collaborators</h3><ul><li>River Group: </li><li>Ann Brook,</li><li>Bo Vale Jr,</li><li>Mud, Silt Team: Cy Ox</li></ul></div>",
        "<div><h3>Collaborators</h3>River Group: Ann Brook, Bo Vale Jr;<br>Mud, Silt Team: Cy Ox.<!-- end --></div>",
        "<h3>Collaborators</h3><p><b>River Group</b>: <a>Ann Brook</a><sup>1</sup>, Bo Vale Jr<sup>1,2</sup>, et al.</p><p>Mud, Silt Team: Cy Ox</p>",
        "<div><h3>Investigators (3)</h3><dl><dt>River Group:</dt><dd>Ann Brook</dd><dd>Bo Vale Jr</dd><dt>Mud, Silt Team:</dt><dd>Cy Ox</dd></dl></div>",
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_modern(block: str, order: int) -> None:
    heading = byline("Di Po<sup>1</sup>") + unfolded(*[block, AFFILIATIONS][::order])
    article = scraper.convert(markup.page(heading=heading))
    assert people(article) == RIVER
    assert [author.name for author in article.authors or ()] == ["Di Po"]
    assert article.affiliations == ("Here.", "There.")
    assert (article.warnings, article.page.sections) == ((), ())


def test_modern_links_and_numbers() -> None:
    link = '<a class="full-name" href="/?term=Brook+A&amp;cauthor_id=1">Ann Brook</a>'
    block = f"<div><h3>Collaborators</h3>{link}<sup> 2</sup>, Bo Vale</div>"
    article = scraper.convert(markup.page(heading=unfolded(block, AFFILIATIONS)))
    assert article.investigators == (
        scraper.Investigator(
            name="Ann Brook",
            last_name="Brook",
            fore_name="Ann",
            initials="A",
            affiliations=("There.",),
        ),
        scraper.Investigator(name="Bo Vale"),
    )


def test_collaborators_alone_are_no_affiliations() -> None:
    block = '<div class="affiliations"><h3 class="title">Collaborators</h3><ul><li>Ann Brook</li></ul></div>'
    article = scraper.convert(markup.page(heading=unfolded(block)))
    assert (people(article), article.affiliations) == ([("Ann Brook", None)], ())


def test_a_list_in_a_wrapper() -> None:
    wrapped = AFFILIATIONS.replace("<ul>", "<div><ul>").replace("</ul>", "</ul></div>")
    article = scraper.convert(markup.page(heading=unfolded(wrapped)))
    assert article.affiliations == ("Here.", "There.")


def test_other_headings_among_the_people() -> None:
    block = '<div><h3 class="title">Author notes</h3><ul><li>Note.</li></ul></div>'
    article = scraper.convert(markup.page(heading=unfolded(block, AFFILIATIONS)))
    assert (article.investigators, article.affiliations) == ((), ("Here.", "There."))


def test_no_collaborators() -> None:
    page = markup.page(heading=unfolded(AFFILIATIONS))
    assert scraper.convert(page).investigators == ()
    assert scraper.convert(page.partition("<ul class")[0]).investigators is None


# Pages before 2020


@pytest.mark.parametrize(
    "block",
    [
        "<h3>Collaborators (3)</h3><dl><dd>River Group: Brook A, Vale B Jr.</dd><dd>Mud, Silt Team: Ox C</dd></dl>",
        "<h3><a>Collaborators</a></h3><ul><li>River Group:</li><li>Brook A</li><li>Vale B Jr</li><li>Mud, Silt Team: Ox C</li></ul>",
        "<h3>Collaborators (3)</h3><p>River Group: Brook A, Vale B Jr; Mud, Silt Team: Ox C.</p>",
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_legacy(block: str, order: int) -> None:
    own = "<h3>Author information</h3><dl><dt>1</dt><dd>Here.</dd></dl>"
    article = read(
        '<div class="auths">Po D.</div>',
        f'<div class="afflist">{"".join([own, block][::order])}</div>',
    )
    groups = [group for _, group in RIVER]
    assert people(article) == list(zip(["Brook A", "Vale B Jr", "Ox C"], groups, strict=True))
    assert [(p.last_name, p.initials, p.suffix) for p in article.investigators or ()] == [
        ("Brook", "A", None),
        ("Vale", "B", "Jr"),
        ("Ox", "C", None),
    ]
    assert article.affiliations == ("Here.",)
    assert len(article.authors or ()) == 1


def test_legacy_collaborators_in_a_box_of_their_own() -> None:
    article = read("<div><h3>Collaborators (1)</h3><ul><li>Brook A</li></ul></div>")
    assert (people(article), article.warnings) == ([("Brook A", None)], ())
    assert read().investigators == ()


# Renderings

LEGACY_TEXT = """\
River Lett. 2016 Mar;5(2):1-9.

Slow rivers.

Po D1; River Group.

Author information

  • 1Here.

Collaborators (3)

  • River Group: Brook A, Vale B Jr.
  • Mud, Silt Team: Ox C.

Abstract

Text.

PMID:
90000001
[Indexed for MEDLINE]
"""
MARKDOWN = """\
River Lett

. 2016 Mar;5(2):1-9.

# Slow rivers

[Di Po](https://pubmed.ncbi.nlm.nih.gov/?term=Po) 1

Collaborators, Affiliations

### Collaborators

  * **River Group:** Ann Brook, Bo Vale Jr
  * Mud, Silt Team: Cy Ox 1

### Affiliation

  * 1 Here.

  * PMID: **90000001**

# Slow rivers

Di Po. River Lett. 2016 Mar.

## Abstract

Text.

## LinkOut - more resources
"""


@pytest.mark.parametrize("text", [LEGACY_TEXT, MARKDOWN])
def test_renderings(text: str) -> None:
    article = scraper.convert(text)
    printed = (
        ["Brook A", "Vale B Jr", "Ox C"] if text == LEGACY_TEXT else [name for name, _ in RIVER]
    )
    assert people(article) == list(zip(printed, [group for _, group in RIVER], strict=True))
    assert article.affiliations == ("Here.",)
    assert [a.name for a in article.authors or ()][:1] == [
        "Po D" if text == LEGACY_TEXT else "Di Po"
    ]
    assert article.investigators is not None
    assert article.investigators[2].affiliations == (() if text == LEGACY_TEXT else ("Here.",))


def test_a_rendering_that_lost_them() -> None:
    text = (
        MARKDOWN.partition("### Collaborators")[0]
        + "\n# Slow rivers"
        + MARKDOWN.rpartition("# Slow rivers")[2]
    )
    assert scraper.convert(text).investigators is None


# Formats of data


def test_medline() -> None:
    article = read_medline(
        "FAU - Po, Di", "AU  - Po D", "AD  - Here.", "CN  - River Group",
        "IR  - Brook A", "FIR - Vale, Bo Jr", "IR  - Vale B Jr", "IRAD- There.", "IRAD- There.",
    )  # fmt: skip
    assert article.investigators == (
        scraper.Investigator(name="Brook A", last_name="Brook", initials="A"),
        scraper.Investigator(
            name="Vale, Bo Jr",
            last_name="Vale",
            fore_name="Bo",
            initials="B",
            suffix="Jr",
            affiliations=("There.",),
        ),
    )
    assert [author.name for author in article.authors or ()] == ["Po, Di", "River Group"]
    assert article.affiliations == ("Here.",)


# Bylines that go on elsewhere


@pytest.mark.parametrize(
    ("heading", "head"),
    [
        (byline("Di Po", after='<span class="citation-separator">&nbsp;et al.</span>'), ""),
        (byline("Di Po", after="…"), ""),
        (byline("Di Po", after='<button class="show-all">Show more</button>'), ""),
        (byline("Di Po"), '<meta name="citation_authors" content="Po D;Ox C;">'),
    ],
)
def test_a_shortened_byline(heading: str, head: str) -> None:
    article = scraper.convert(markup.page(heading=heading, head=head))
    assert [author.name for author in article.authors or ()] == ["Di Po"]
    assert article.authors_complete is False
    assert [(w.code, w.path) for w in article.warnings] == [("authors_incomplete", "authors")]


@pytest.mark.parametrize("names", ["Po D;", "Po D", "", "Sea; Mud Group;Po D;"])
def test_a_whole_byline(names: str) -> None:
    items = ("Sea; Mud Group", "Di Po") if "Sea" in names else ("Di Po",)
    button = '<button id="toggle-authors" data-fetch-url="/1/long-authors/">Expand</button>'
    page = markup.page(
        heading=byline(*items) + button, head=f'<meta name="citation_authors" content="{names}">'
    )
    article = scraper.convert(page)
    assert (article.authors_complete, article.warnings) == (True, ())


def test_a_byline_that_was_not_served() -> None:
    head = '<meta name="citation_authors" content="Po D;">'
    article = scraper.convert(markup.page(head=head))
    assert (article.authors, article.authors_complete) == (None, False)
    empty = '<div class="inline-authors"><span class="empty-authors">No authors listed</span></div>'
    listed = scraper.convert(markup.page(heading=empty))
    assert (listed.authors, listed.authors_complete, listed.warnings) == ((), True, ())


@pytest.mark.parametrize(
    ("rest", "affiliations", "codes"),
    [
        ("", None, ["affiliations_incomplete"]),
        (AFFILIATIONS, ("Here.", "There."), ["affiliations_incomplete"]),
        (AFFILIATIONS.replace('key">2', 'key">3'), ("Here.", "There."), []),
    ],
)
def test_affiliations_that_were_not_served(
    rest: str, affiliations: tuple[str, ...] | None, codes: list[str]
) -> None:
    item = 'Di Po<sup><a class="affiliation-link">1</a><a class="affiliation-link">3</a></sup>'
    article = scraper.convert(markup.page(heading=byline(item) + unfolded(rest)))
    assert article.affiliations == affiliations
    assert [warning.code for warning in article.warnings] == codes


def test_an_older_byline_that_goes_on() -> None:
    article = read('<div class="auths">Brook A, Vale B, et al.</div>')
    assert article.authors_complete is False
    assert [warning.code for warning in article.warnings] == ["authors_incomplete"]
