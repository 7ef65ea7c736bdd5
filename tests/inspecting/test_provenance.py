"""Where the values of a record stand: every path is true, and nothing else changes."""

import json
import re
import threading
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

import scraper
from scraper import dom
from scraper.pipeline import lines
from scraper.provenance.printed import Printed, Span, squeezed
from scraper.provenance.rules import ALIKE, FORMS, JOINED, UNPRINTED
from scraper.provenance.selectors import Selectors
from scraper.provenance.trace import Attribute, Trace, _noting, traced
from scraper.provenance.tree import Tree
from tests.pairs import SAMPLES, corpus_pairs, pairs

HTML = [*pairs(SAMPLES / "modern"), *pairs(SAMPLES / "legacy")]
TEXT = pairs(SAMPLES / "text")
LEAST = 0.97
"""Share of the values that are printed somewhere whose place is found, of each page."""

Record = dict[str, Any]


def with_provenance(page: Path, fields: Collection[str] | None = None) -> Record:
    ((line,),) = lines(page.read_bytes(), source=page.name, provenance=True, fields=fields)
    found: Record = json.loads(line)
    return found


def leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from leaves(part, f"{path}[{at}]")
    elif value is not None:
        yield path, value


def key(path: str) -> str:
    return re.sub(r"\[\d+\]$", "", path).rpartition(".")[2]


def is_printed(path: str) -> bool:
    steps = set(re.sub(r"\[\d+\]", "", path).split("."))
    return not (steps & UNPRINTED or path.startswith("page.") or key(path) in {*FORMS, "total"})


@pytest.mark.parametrize("page", [*HTML, *TEXT], ids=lambda page: page.stem)
def test_the_record_is_the_same_and_most_of_it_has_a_place(page: Path) -> None:
    record = with_provenance(page)
    places = record.pop("provenance")
    assert record == json.loads(scraper.convert_json(page.read_bytes(), source=page.name))
    values = dict(leaves(record))
    assert set(places) <= set(values)
    printed = [path for path in values if is_printed(path) and not isinstance(values[path], int)]
    assert sum(path in places for path in printed) >= LEAST * len(printed)


@pytest.mark.parametrize(
    "page", [*HTML, *corpus_pairs("modern", "legacy")], ids=lambda page: page.stem
)
def test_each_selector_finds_one_element_that_holds_the_value(page: Path) -> None:
    record = with_provenance(page)
    places = record.pop("provenance")
    text = page.read_bytes().decode(record["page"]["encoding"])
    root = dom.parse(re.sub("</?mark[^>]*>", "", text))
    for path, value in leaves(record):
        if path in places:
            selector, _, attribute = places[path].partition("@")
            (node,) = dom.find_all(root, selector)
            said = dom.attr(node, attribute) if attribute else dom.text(node)
            assert holds(str(said), path, value), (path, value, said)


def holds(said: str, path: str, value: object) -> bool:
    if key(path) in {*ALIKE, *JOINED, *FORMS} or not isinstance(value, str):
        return bool(said)
    wanted, found = squeezed(value), squeezed(said)
    return wanted in found or (key(path).endswith("url") and wanted.endswith(found))


@pytest.mark.parametrize("name", ["structured-abstract", "figures-references", "book-editors"])
def test_another_parser_finds_the_same_elements(name: str) -> None:
    page = SAMPLES / "modern" / f"{name}.html"
    record = with_provenance(page)
    soup = BeautifulSoup(page.read_bytes(), "html5lib")
    places = record["provenance"]
    for path, value in leaves(record):
        if path in places and isinstance(value, str) and not path.startswith("provenance"):
            selector, _, attribute = places[path].partition("@")
            (tag,) = soup.select(selector)
            said = tag.get(attribute) if attribute else tag.get_text()
            assert holds(str(said), path, value), (path, value, said)


@pytest.mark.parametrize("page", TEXT, ids=lambda page: page.stem)
def test_the_lines_of_a_rendering_hold_the_value(page: Path) -> None:
    record = with_provenance(page)
    places = record.pop("provenance")
    printed = page.read_text().splitlines()
    for path, value in leaves(record):
        if path in places:
            found = re.fullmatch(r"lines? (\d+)(?:-(\d+))?", places[path])
            assert found
            first, last = int(found[1]), int(found[2] or found[1])
            assert holds("".join(printed[first - 1 : last]), path, value), (path, value)


def test_entries_that_say_the_same_have_places_of_their_own() -> None:
    record = with_provenance(SAMPLES / "modern" / "cited-by-count.html")
    found = [
        place
        for path, place in record["provenance"].items()
        if re.fullmatch(r"\w+\.items\[\d+\]\.title", path)
    ]
    assert len(found) > 3
    assert len(set(found)) == len(found)


def test_kept_fields_only() -> None:
    page = SAMPLES / "modern" / "plain-abstract.html"
    record = with_provenance(page, fields={"pmid", "journal"})
    assert list(record) == ["pmid", "journal", "provenance"]
    assert {path.partition(".")[0] for path in record["provenance"]} == {"pmid", "journal"}
    assert list(with_provenance(page, fields=())) == ["provenance"]


@pytest.mark.parametrize(
    "name", ["listing/search.html", "medline/three.nbib", "xml/two.xml", "listing/abstracts.html"]
)
def test_pages_of_many(name: str) -> None:
    """A listing, and what names its fields itself, have no places; articles of a page have."""
    page = (SAMPLES / name).read_bytes()
    told = [json.loads(line) for (line,) in lines(page, provenance=True)]
    plain = [json.loads(line) for (line,) in lines(page)]
    assert [bool(record["provenance"]) for record in told] == [
        name == "listing/abstracts.html" for _ in told
    ]
    for record in told:
        del record["provenance"]
    assert told == plain


def test_items_of_a_listing() -> None:
    page = (SAMPLES / "listing" / "search.html").read_bytes()
    ((first, *_),) = lines(page, provenance=True, items=True)
    assert json.loads(first)["kind"] == "listing_item"
    assert json.loads(first)["provenance"] is None


def test_the_functions_of_dom_are_as_before_even_after_an_error() -> None:
    before = (dom.text, dom.text_from, dom.lines, dom.attr)
    with suppress(TypeError), _noting(Trace()):
        assert dom.text is not before[0]
        raise TypeError
    assert (dom.text, dom.text_from, dom.lines, dom.attr) == before


def test_what_another_thread_asks_meanwhile_is_not_noted() -> None:
    trace = Trace()
    node = dom.parse("<p>told</p>")
    with _noting(trace):
        thread = threading.Thread(target=dom.text, args=(node,))
        thread.start()
        thread.join()
        assert trace.texts == []
        dom.text(node)
        assert trace.texts == [(node, False)]


def test_every_section_is_traced() -> None:
    page = (SAMPLES / "modern" / "plain-abstract.html").read_bytes()
    (layout,) = scraper.layouts.pages(page, whole=True)
    assert {"title", "authors", "cited_by"} <= {
        name for name, trace in traced(layout).items() if trace.texts
    }


def test_words_are_found_whole_and_letters_stay_letters() -> None:
    printed: Printed[int] = Printed()
    for at, line in enumerate(("Ann Lees", "Ann Lee, \u0130zmir", "Ann Lee")):
        printed.add(at, line)
    whole = Span(0, printed.size)
    first = printed.find("annlee", whole)
    assert first
    assert [at for at, _ in printed.within(first)] == [1]
    last = printed.find_last("annlee", printed.size)
    assert last
    assert [at for at, _ in printed.within(last)] == [2]
    assert printed.find_last("lee", first.start) is None
    assert len(squeezed("\u0130zmir")) == len("\u0130zmir")


def test_elements_with_odd_names_and_ids_are_found_too() -> None:
    html = """<main id="a b"><o:p>no</o:p><o:p>yes</o:p><p id=twice>1</p><p id=twice>2</p></main>"""
    root = dom.parse(html)
    selectors = Selectors(Tree(root))
    for text in ("yes", "2"):
        (node,) = (n for n in dom.find_all(root, "main *") if dom.text(n) == text)
        assert [dom.text(found) for found in dom.find_all(root, selectors.of(node))] == [text]
    assert selectors.of(root) == "html"


def test_a_meta_of_a_name_that_stands_twice_is_named_by_its_place() -> None:
    root = dom.parse("<head><meta name=uid content=1><meta name=uid content=2></head>")
    selectors = Selectors(Tree(root))
    second = dom.find_all(root, "meta")[1]
    named = selectors.of_attribute(Attribute(second, "content", "2"))
    assert named == "html > head > meta:nth-of-type(2)@content"


def test_a_section_that_is_but_a_label_has_no_place_for_its_text(tmp_path: Path) -> None:
    page = tmp_path / "label.html"
    whole = (SAMPLES / "modern" / "structured-abstract.html").read_text()
    page.write_text(re.sub(r"(Background:\s*</strong>)[^<]*", r"\1", whole))
    record = with_provenance(page)
    assert record["abstract_sections"][0] == {"label": "Background", "text": "", "html": None}
    assert "abstract_sections[0].label" in record["provenance"]
    assert "abstract_sections[0].text" not in record["provenance"]


def test_a_total_has_a_place_where_it_is_printed() -> None:
    printed = with_provenance(SAMPLES / "modern" / "cited-by-count.html")
    assert printed["provenance"]["cited_by.total"] == "#citedby > h2 > em:nth-of-type(1)"
    counted = with_provenance(SAMPLES / "modern" / "cited-by-complete.html")
    assert counted["cited_by"]["total"] is not None
    assert "cited_by.total" not in counted["provenance"]
