"""Lists in full: every page of a listing is fetched, joined in order, checked against its count."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from scraper.crawler import listings
from scraper.crawler.job import Job
from scraper.crawler.listings import LINKNAMES, join, page_count
from scraper.model import Article, Links, Listing, ListingItem, Warning  # noqa: A004
from tests.crawler import faults, pages
from tests.crawler.crawling import Run, crawl
from tests.crawler.site import NOT_FOUND, ROBOTS, Answer, Request, Site, always, http, ordinary

ONE, TWO = 90_400_001, 90_400_002
ENTRIES = tuple(range(90_500_000, 90_500_450))
Faulty = Callable[[Request, int], Answer | None]


def no_fault(_request: Request, _number: int) -> Answer | None:
    """Answer as a site in good health does."""
    return None


class Cited:
    """Answers for an article that others cite, with the listing of them in pages of 200."""

    def __init__(
        self,
        entries: Sequence[int] = ENTRIES,
        *,
        total: int | None = None,
        fault: Faulty = no_fault,
    ) -> None:
        self.entries, self.fault = entries, fault
        self.total = len(entries) if total is None else total

    def __call__(self, request: Request) -> Answer:
        if "linkname" not in request.query:
            return http(pages.article(request.pmid, cited=True)) if request.pmid else ROBOTS
        query = request.query
        kind = {link: kind for kind, link in LINKNAMES.items()}[query["linkname"]]
        number, pmid = int(query["page"]), query["from_uid"]
        assert query["size"] == "200"
        said = self.fault(request, number)
        if said is not None:
            return said
        chunk = tuple(self.entries[(number - 1) * 200 : number * 200])
        return http(pages.listing(pmid, chunk, self.total, number=number, kind=kind))


def path(number: int, pmid: int = ONE, kind: str = "cited_by") -> str:
    return f"/?linkname={LINKNAMES[kind]}&from_uid={pmid}&size=200&page={number}"  # type: ignore[index]


def cited_by(run: Run) -> Links:
    assert run.stop is None
    article = run.results[0]
    assert isinstance(article, Article)
    assert article.cited_by is not None
    return article.cited_by


def pmids(links: Links) -> list[int]:
    return [int(item.pmid or 0) for item in links.items]


def warnings(run: Run) -> list[tuple[str, str | None]]:
    assert isinstance(run.results[0], Article)
    return [(warning.code, warning.path) for warning in run.results[0].warnings]


def test_every_page_is_fetched_and_joined_in_order(pubmed: Site, job: Path) -> None:
    pubmed.answer = Cited()
    run = crawl(job, pubmed, [ONE], cited_by="all")
    links = cited_by(run)
    assert pmids(links) == [*ENTRIES]
    assert (links.total, links.complete, links.source) == (450, True, "listing")
    assert warnings(run) == []
    assert pubmed.paths == [f"/{ONE}/", path(1), path(2), path(3)]
    assert not hasattr(links.items[0], "snippet")
    similar = run.articles[0].similar_articles
    assert similar is not None
    assert similar.source == "page"  # it was not asked for
    with Job(str(job)) as opened:
        stored = [(page.kind, page.number) for page in opened.pages]
    assert stored == [("article", 1), ("cited_by", 1), ("cited_by", 2), ("cited_by", 3)]


def test_both_lists(pubmed: Site, job: Path) -> None:
    pubmed.answer = Cited(ENTRIES[:201])
    run = crawl(job, pubmed, [ONE], cited_by="all", similar="all")
    similar = run.articles[0].similar_articles
    assert similar is not None
    assert pmids(similar) == pmids(cited_by(run)) == [*ENTRIES[:201]]
    kinds = ("cited_by", "similar_articles")
    assert pubmed.paths[1:] == [path(n, kind=kind) for kind in kinds for n in (1, 2)]


@pytest.mark.parametrize("wanted", ["page", "none"])
def test_lists_that_are_not_wanted_cost_no_request(wanted: str, pubmed: Site, job: Path) -> None:
    pubmed.answer = Cited()
    run = crawl(job, pubmed, [ONE], cited_by=wanted, similar=wanted)  # type: ignore[arg-type]
    assert pubmed.paths == [f"/{ONE}/"]
    links = run.articles[0].cited_by
    assert (links is None) == (wanted == "none")
    assert (run.articles[0].similar_articles is None) == (wanted == "none")


def test_a_list_that_the_page_shows_in_full_costs_no_request(pubmed: Site, job: Path) -> None:
    run = crawl(job, pubmed, [ONE], cited_by="all", similar="all")
    assert pubmed.paths == [f"/{ONE}/"]
    assert cited_by(run).complete is True
    assert cited_by(run).source == "page"


def test_max_pages(pubmed: Site, job: Path) -> None:
    pubmed.answer = Cited()
    run = crawl(job, pubmed, [ONE], cited_by="all", max_pages=2)
    links = cited_by(run)
    assert pubmed.paths == [f"/{ONE}/", path(1), path(2)]
    assert pmids(links) == [*ENTRIES[:400]]
    assert (links.total, links.complete) == (450, False)
    assert warnings(run) == []  # as it was asked for


def test_more_than_pubmed_shows(pubmed: Site, job: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listings, "MOST_RESULTS", 400)
    pubmed.answer = Cited()
    links = cited_by(crawl(job, pubmed, [ONE], cited_by="all"))
    assert pubmed.paths == [f"/{ONE}/", path(1), path(2)]
    assert (len(links.items), links.total, links.complete) == (400, 450, False)


@pytest.mark.parametrize(
    ("total", "most", "count"),
    [
        (0, None, 1),
        (None, None, 1),
        (1, None, 1),
        (200, None, 1),
        (201, None, 2),
        (10_000, None, 50),
        (12_345, None, 50),
        (12_345, 3, 3),
        (5, 3, 1),
    ],
)
def test_page_count(total: int | None, most: int | None, count: int) -> None:
    assert page_count(total, most) == count


def grows(start: int, steps: Sequence[int]) -> Faulty:
    """Put new articles before a listing's first, as PubMed does, with some requests."""
    now = list(ENTRIES[start:])
    left = list(steps)

    def fault(request: Request, number: int) -> Answer:
        if left:
            now[:0] = [91_000_000 + len(now) + at for at in range(left.pop(0))]
        chunk = tuple(now[(number - 1) * 200 : number * 200])
        return http(pages.listing(request.query["from_uid"], chunk, len(now), number=number))

    return fault


def test_a_listing_that_changes_is_read_again(pubmed: Site, job: Path) -> None:
    pubmed.answer = Cited(fault=grows(150, [0, 1]))
    run = crawl(job, pubmed, [ONE], cited_by="all")
    links = cited_by(run)
    assert pubmed.paths == [f"/{ONE}/", path(1), path(2), path(1), path(2)]
    assert (links.total, links.complete, len(links.items)) == (301, True, 301)
    assert warnings(run) == []


def test_a_listing_that_changes_again_is_flagged(pubmed: Site, job: Path) -> None:
    pubmed.answer = Cited(fault=grows(150, [0, 1, 0, 1]))
    run = crawl(job, pubmed, [ONE], cited_by="all")
    links = cited_by(run)
    assert len(pubmed.paths) == 5
    assert links.complete is False
    assert len(pmids(links)) == len(set(pmids(links)))
    assert warnings(run) == [("listing_changed", "cited_by")]
    pubmed.forget()
    assert crawl(job, pubmed, [ONE], cited_by="all").lines == run.lines
    assert pubmed.log == []


def test_doubled_entries_are_joined_to_one_and_flagged(pubmed: Site, job: Path) -> None:
    entries = [*ENTRIES[:200], ENTRIES[7], *ENTRIES[200:249]]
    pubmed.answer = Cited(entries)
    run = crawl(job, pubmed, [ONE], cited_by="all")
    assert pmids(cited_by(run)) == [*ENTRIES[:249]]
    assert cited_by(run).complete is False
    assert warnings(run) == [("listing_changed", "cited_by")]


@pytest.mark.parametrize("total", [7, 449, 451])
def test_a_total_that_the_entries_do_not_reach_is_flagged(
    total: int, pubmed: Site, job: Path
) -> None:
    pubmed.answer = Cited(total=total)
    run = crawl(job, pubmed, [ONE], cited_by="all")
    assert cited_by(run).complete is False
    assert warnings(run) == [("listing_changed", "cited_by")]


def test_no_results_where_the_page_shows_some(pubmed: Site, job: Path) -> None:
    pubmed.answer = Cited(())
    run = crawl(job, pubmed, [ONE], cited_by="all")
    links = cited_by(run)
    assert (len(links.items), links.total, links.complete, links.source) == (5, 31, False, "page")
    assert warnings(run) == [("listing_incomplete", "cited_by")]
    assert "it has fewer entries than" in run.articles[0].warnings[0].message


def with_one_similar(page: bytes) -> bytes:
    """Leave only the first of the similar articles that a page shows."""
    before, mark, rest = page.partition(b'id="similar"')
    shown, end, after = rest.partition(b"</ul>")
    entry = b'<li class="full-docsum'
    return before + mark + entry.join(shown.split(entry)[:2]) + end + after


TO_TWO = http(b"", 302, {"Location": f"/{TWO}/"}, coding=None)
PAGE_OF_TWO = http(pages.article(TWO, cited=True))


@pytest.mark.parametrize("answer", [PAGE_OF_TWO, TO_TWO], ids=["page", "redirect"])
def test_one_result_is_answered_with_its_article(answer: Answer, pubmed: Site, job: Path) -> None:
    page = http(with_one_similar(pages.article(ONE, cited=True)))
    pubmed.answer = always(
        {f"/{ONE}/": page, f"/{TWO}/": PAGE_OF_TWO}, Cited(fault=lambda *_: answer)
    )
    run = crawl(job, pubmed, [ONE], similar="all")
    links = run.articles[0].similar_articles
    assert links is not None
    assert (links.total, links.complete, pmids(links)) == (1, True, [TWO])
    alone = crawl(job.with_name("two"), pubmed, [TWO]).articles[0]
    item = links.items[0]
    assert alone.journal
    assert alone.authors
    assert (item.title, item.journal, item.doi) == (
        alone.title,
        alone.journal.medline_ta,
        alone.doi,
    )
    assert item.citation == f"{alone.journal.medline_ta}. {alone.citation}"
    first = alone.authors[0]
    assert item.authors[0] == f"{first.last_name} {first.initials}"


def test_the_article_in_place_of_its_own_listing_is_refused(pubmed: Site, job: Path) -> None:
    pubmed.answer = Cited(fault=lambda *_: http(pages.article(ONE, cited=True)))
    run = crawl(job, pubmed, [ONE], cited_by="all", retries=1)
    assert cited_by(run).source == "page"
    assert warnings(run) == [("listing_incomplete", "cited_by")]


@pytest.mark.parametrize(
    "page",
    [
        pages.listing(TWO, ENTRIES[:20], 20),
        pages.listing(ONE, ENTRIES[:20], 20, kind="similar_articles"),
        pages.listing(ONE, ENTRIES[:20], 20)[:-500],
        pages.error("abuse-block"),
        b"<html></html>",
    ],
    ids=["other-article", "other-link", "cut", "block", "nothing"],
)
def test_a_wrong_page_is_asked_for_again(page: bytes, pubmed: Site, job: Path) -> None:
    left = [http(page)]
    pubmed.answer = Cited(fault=lambda *_: left.pop() if left else None)
    assert pmids(cited_by(crawl(job, pubmed, [ONE], cited_by="all"))) == [*ENTRIES]


def test_a_listing_that_robots_txt_forbids(pubmed: Site, job: Path) -> None:
    robots = http(b"User-agent: *\nDisallow: /?\n")
    site = Cited()
    pubmed.answer = lambda got: robots if got.path == "/robots.txt" else site(got)
    run = crawl(job, pubmed, [ONE, TWO], cited_by="all", similar="all")
    assert pubmed.paths == [f"/{ONE}/", f"/{TWO}/"]
    assert run.states == {str(ONE): "done", str(TWO): "done"}
    links = cited_by(run)
    assert (len(links.items), links.total, links.complete, links.source) == (5, 31, False, "page")
    assert run.articles[0].warnings == tuple(
        Warning(
            code="listing_incomplete",
            path=kind,
            message="The listing could not be read in full: robots.txt does not allow "
            f"{path(1, kind=kind)}.",
        )
        for kind in ("cited_by", "similar_articles")
    )
    pubmed.forget()
    assert crawl(job, pubmed, cited_by="all", similar="all").lines == run.lines
    assert pubmed.log == []


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (NOT_FOUND, "the server answered 404"),
        (http(b"<html>", 500), "the server answered 500"),
        (http(b"<html>", 403), "the server answered 403"),
        (faults.hang_up, "RemoteProtocolError"),
        (http(b"<html>"), "the page breaks off"),
    ],
    ids=["404", "500", "403", "network", "incomplete"],
)
def test_a_page_of_a_listing_that_never_comes(
    fault: Answer, said: str, pubmed: Site, job: Path
) -> None:
    site = Cited(fault=lambda _, number: fault if number == 3 else None)
    pubmed.answer = lambda got: (site if str(ONE) in got.path else ordinary)(got)
    run = crawl(job, pubmed, [ONE, *range(TWO, TWO + 9)], cited_by="all", retries=2)
    links = cited_by(run)
    assert pmids(links) == [*ENTRIES[:400]]
    assert (links.total, links.complete, links.source) == (450, False, "listing")
    assert warnings(run) == [("listing_incomplete", "cited_by")]
    assert said in run.articles[0].warnings[0].message
    assert set(run.states.values()) == {"done"}


def test_a_listing_given_up_can_be_tried_again(pubmed: Site, job: Path) -> None:
    pubmed.answer = Cited(fault=lambda *_: NOT_FOUND)
    assert cited_by(crawl(job, pubmed, [ONE], cited_by="all", retries=0)).source == "page"
    with Job(str(job)) as opened:
        assert opened.items.try_again("done") == 1
    pubmed.answer = Cited()
    pubmed.forget()
    run = crawl(job, pubmed, cited_by="all")
    assert pmids(cited_by(run)) == [*ENTRIES]
    assert pubmed.paths == [path(1), path(2), path(3)]  # and not the article


def test_a_merged_articles_list_is_that_of_the_other(pubmed: Site, job: Path) -> None:
    site = Cited()
    to = http(b"", 301, {"Location": f"/{TWO}/"}, coding=None)
    pubmed.answer = lambda got: to if got.pmid == str(ONE) else site(got)
    run = crawl(job, pubmed, [ONE, TWO], cited_by="all")
    assert run.states == {str(ONE): "merged", str(TWO): "done"}
    assert run.pmids == [str(TWO)]
    assert pmids(cited_by(run)) == [*ENTRIES]
    assert pubmed.paths[2:] == [path(n, TWO) for n in (1, 2, 3)]


def test_a_refreshed_article_has_its_lists_read_again(pubmed: Site, job: Path) -> None:
    pubmed.answer = Cited()
    crawl(job, pubmed, [ONE], cited_by="all")
    with Job(str(job)) as opened:
        assert opened.items.mark_old(4e9) == 1
    pubmed.answer = Cited(ENTRIES[:40])
    pubmed.forget()
    run = crawl(job, pubmed, cited_by="all")
    assert pmids(cited_by(run)) == [*ENTRIES[:40]]
    assert pubmed.paths == [f"/{ONE}/", path(1)]


def test_entries_without_a_pmid_are_kept() -> None:
    item = ListingItem(title="A letter")
    links, changed = join([Listing(total=2, items=(item, item))], None)
    assert (len(links.items), links.complete, changed) == (2, True, False)


def test_a_listing_that_does_not_say_its_total_is_not_complete() -> None:
    links, changed = join([Listing(total=None, items=(ListingItem(pmid="5"),))], None)
    assert (links.total, links.complete, changed) == (None, False, False)
    assert join([], None) == (Links(total=None, complete=False, source="listing"), False)
