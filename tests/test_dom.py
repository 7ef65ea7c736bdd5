"""The text that a reader sees."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper import dom
from scraper.inline import inline_html


def node(inner: str) -> dom.Node:
    found = dom.find(dom.parse(f"<div id=x>{inner}</div>"), "#x")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("CO<sub>2</sub>", "CO2"),
        ("the <i>TERT</i> gene", "the TERT gene"),
        ("a<br>b", "a b"),
        ("<p>a</p><p>b</p>", "a b"),
        ("<div>a</div>b", "a b"),
        ("a<!-- b -->c", "ac"),
        ("a<script>if (1<2) b</script><style>i{}</style>c", "ac"),
        ("P&lt;0.001 &amp;amp; x&nbsp;&nbsp;y", "P<0.001 &amp; x y"),
        ("IL-<sub>2</sub>", "IL-2"),
        ("<mark>ri</mark>ver", "river"),
        ("e\u0301", "é"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_text(inner: str, text: str) -> None:
    assert dom.text(node(inner)) == text


@pytest.mark.parametrize(
    ("inner", "html"),
    [
        ("plain", None),
        ("<span>plain</span> <mark>x</mark>", None),
        ("CO<sub>2</sub>", "CO<sub>2</sub>"),
        ("<em>a</em> <strong class=x>b</strong>", "<i>a</i> <b>b</b>"),
        ("a <i> b </i> c", "a <i>b </i>c"),
        (" <i>a</i> ", "<i>a</i>"),
        ("a <i> </i>b", None),
        ("a<i></i>b", None),
        ("x &lt; <b>y</b> &amp; z", "x &lt; <b>y</b> &amp; z"),
        ("<u><i>a</i></u>", "<u><i>a</i></u>"),
    ],
)
def test_marked_up_twin(inner: str, html: str | None) -> None:
    assert inline_html(node(inner).first_child) == html


def test_nothing_has_no_text() -> None:
    assert dom.text(None) == ""
    assert dom.text_from(None) == ""
    assert dom.attr(None, "href") is None
    assert inline_html(None) is None


def test_deep_nesting_is_no_recursion() -> None:
    root = LexborHTMLParser("<p>" + "<b>" * 3000 + "x").root  # what `dom.parse` refuses
    assert dom.text(root) == "x"


def test_attributes_are_trimmed_and_never_empty() -> None:
    element = dom.find(node('<a href=" /x " title="" download>y</a>'), "a")
    assert dom.attr(element, "href") == "/x"
    assert dom.attr(element, "title") is None
    assert dom.attr(element, "download") is None
    assert dom.attr(element, "class") is None


def test_a_noscript_in_the_head_cannot_close_it() -> None:
    root = dom.parse("<head><noscript><img src=x></noscript><meta name=uid content=1></head>")
    assert dom.find(root, "head > meta[name]") is not None


@pytest.mark.parametrize("selector", ["b", ".x", "b.x"])
@pytest.mark.parametrize(
    "inner",
    [
        "t <b class='w x'>1</b>",
        "<i class=x>0</i><b class=x>1</b>",
        "<i><b class=x>1</b></i>",
        "<b>0</b><b class=x>1</b>",
        "t",
    ],
)
def test_first_is_what_a_query_finds(selector: str, inner: str) -> None:
    found, sought = dom.first(node(inner), selector), dom.find(node(inner), selector)
    assert (found and found.html) == (sought and sought.html)
