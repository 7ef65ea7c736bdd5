"""The drawing of a network; tests/browser opens it."""

import math
import random
import re
from itertools import combinations

import pytest

from scraper.graph.choice import choose
from scraper.graph.drawing import page
from scraper.graph.labels import Labels
from scraper.graph.layout import Point, positions
from tests.jsonl import Record, hostile, network, samples


def ring(count: int) -> list[tuple[int, int]]:
    return [(number, (number + 1) % count) for number in range(count)]


def closest(points: list[Point]) -> float:
    return min(math.dist(one, other) for one, other in combinations(points, 2))


@pytest.mark.parametrize("count", [2, 3, 30, 500])
def test_no_two_articles_stand_on_each_other(count: int) -> None:
    assert closest(positions(count, ring(count))) > 1


def test_parts_that_nothing_joins_stand_apart() -> None:
    edges = [*ring(5), *((a + 5, b + 5) for a, b in ring(4)), (9, 10)]
    points = positions(13, edges)
    parts = (range(5), range(5, 9), (9, 10), (11,), (12,))
    for one, other in combinations(parts, 2):
        assert min(math.dist(points[a], points[b]) for a in one for b in other) > 30


def test_the_same_network_is_drawn_the_same_way() -> None:
    edges = [*ring(600), *((a + 600, b + 600) for a, b in ring(9))]
    state = random.getstate()
    assert positions(609, edges) == positions(609, edges)
    assert random.getstate() == state


@pytest.mark.parametrize(("count", "edges"), [(0, []), (1, []), (2, [(0, 0), (0, 1), (1, 0)])])
def test_small_networks(count: int, edges: list[tuple[int, int]]) -> None:
    assert len(positions(count, edges)) == count


def test_labels_cover_nothing() -> None:
    dots = [((0.0, 0.0), 5.0), ((0.0, 14.0), 5.0), ((500.0, 0.0), 5.0)]
    labels = Labels(dots)
    assert labels.place("covers the second dot", 0, 5) is None
    assert labels.place("free", 0, 19) == "free"
    assert labels.place("covers the label", 20, 25) is None
    assert labels.place("free too", 500, 5) == "free too"
    left, top, right, bottom = labels.bounds
    assert left < -12
    assert top < -5
    assert right > 500 + 12
    assert bottom > 19 + 14
    assert Labels([]).bounds == (-12, -12, 12, 12)


def test_few_labels_even_where_there_is_room() -> None:
    labels = Labels([])
    assert sum(labels.place("x", 100.0 * n, 0) is not None for n in range(100)) == 60


def text(records: list[Record], most: int = 2000) -> str:
    return page(network(records), "records.jsonl", most).decode()


def test_every_article_is_a_link_and_every_edge_a_line() -> None:
    records = samples()
    made, html = network(records), text(records)
    assert html.count("<circle cx=") == len(made.nodes)
    assert html.count("data-ends=") == len(made.edges)
    for node in made.nodes.values():
        assert f'<a href="{node.url}" rel="noopener noreferrer" class="' in html
    assert f"{len(made.nodes)} articles" in html
    assert "entries without PMID and DOI are left out" in html
    assert "Too many to draw" not in html
    assert html == text(records)


def test_of_a_large_network_the_best_linked_part_is_drawn() -> None:
    records: list[Record] = [
        {"pmid": "1", "references": {"items": [{"pmid": str(n)} for n in range(2, 7)]}},
        {"pmid": "6", "references": {"items": [{"pmid": "7"}, {"pmid": "8"}]}},
    ]
    html = text(records, most=2)
    assert "shows the 2 articles that are best linked to each other,\nwith 1 links." in html
    assert re.findall(r'<tr><td><a href="https://pubmed.ncbi.nlm.nih.gov/(\d)/"', html) == [
        "1",
        "6",
    ]
    assert html.count("data-ends=") == 1
    assert "8 articles, 2 of them with a record,\n7 links" in html


def test_what_is_chosen() -> None:
    stars = [
        {"pmid": str(hub), "references": {"items": [{"pmid": f"{hub}{n}"} for n in range(leaves)]}}
        for hub, leaves in ((1, 3), (2, 9), (3, 1))
    ]
    made = network([*stars, {"pmid": "999"}])
    for most in range(1, 17):
        choice = choose(made, most, 100)
        names = [node.id for node in choice.nodes]
        assert len(names) == most
        joined = {name for edge in choice.edges for name in edge[:2]}
        assert len(set(names) - joined - {"999"}) <= 1  # where one end had no room
    assert choose(made, 5, 100).nodes[0].id == "2"
    assert len(choose(made, 100, 4).edges) == 4
    assert choose(made, 100, 100).links["2"] == 9


def test_pointing_says_what_is_known() -> None:
    html = text(
        [
            {
                "pmid": "1",
                "title": "On rivers",
                "journal": {"medline_ta": "J"},
                "pub_date": {"year": 1},
            },
            {"pmid": "2", "title": "On lakes", "retracted": True},
        ]
    )
    assert "<title>On rivers (J, 1)</title>" in html
    assert "<title>RETRACTED: On lakes</title>" in html
    assert 'class="record retracted"' in html


def test_giant_titles_make_no_giant_page() -> None:
    assert len(text([{"pmid": "1", "title": "x" * 1_000_000}])) < 50_000


def test_nothing_to_draw() -> None:
    html = text([])
    assert "there is nothing to draw" in html
    assert "<svg" not in html


def test_hostile_words_stay_words() -> None:
    html = text(list(hostile()))
    assert html.count("<script") == 1
    assert "<img" not in html
    assert "<svg onload" not in html
    assert set(re.findall(r'href="([a-z]+:|[^#])', html)) == {"https:", "data:"}
