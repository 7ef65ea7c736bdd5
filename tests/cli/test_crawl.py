"""``crawl``: its list, its settings, its output."""

import json
from pathlib import Path

import pytest

import scraper
from tests.cli.here import CONTACT, Here
from tests.crawler.pages import article
from tests.crawler.pubmed import ARTICLE, BROKEN, CITATIONS, CITED, HURRIED, MERGED, MISSING
from tests.crawler.site import Request, Site, http, ordinary

LISTED = b"""\xef\xbb\xbf# a list\r
11 # the first\r
\r
PMID: 12\r
https://pubmed.ncbi.nlm.nih.gov/13/?from=x\r
1O\r
12\r
"""


def test_a_list_of_everything(here: Here, loopback: Site) -> None:
    (here.folder / "list.txt").write_bytes(LISTED)
    done = here.crawl(loopback, "14", "PMID:11", "-i", "list.txt", "-i", "-", text=b"15\n012\n")
    assert done.pmids == ["14", "11", "12", "13", "15"]
    assert [request.pmid for request in loopback.pages] == done.pmids
    bad, worse, counted, summary = done.talk.splitlines()
    assert bad == "list.txt:6: invalid_pmid: '1O' is no PMID: 1 to 9 digits, one a line"
    assert worse == "-:2: invalid_pmid: '012' is no PMID: 1 to 9 digits, one a line"
    assert counted.endswith("] 5 PMIDs; 2 given more than once; 2 of the list unreadable")
    assert "5 of 5 done, 0 waiting, 0 failed" in summary
    assert done.status == 1


def test_who_asks(here: Here, loopback: Site) -> None:
    assert here.crawl(loopback, "11").status == 0
    agents = {request.headers["user-agent"] for request in loopback.log}
    (agent,) = agents
    assert agent.startswith(f"pubmed-scraper/{scraper.__version__} (")
    assert f"mailto:{CONTACT}" in agent


def test_every_ending_of_a_pmid(here: Here, loopback: Site) -> None:
    given = (ARTICLE, MERGED, MISSING, BROKEN, HURRIED)
    done = here.crawl(loopback, *given, "--retries", "1", "--errors", "errors.jsonl")
    assert (done.status, done.pmids) == (1, [ARTICLE, HURRIED])
    errors = [json.loads(line) for line in Path("errors.jsonl").read_text().splitlines()]
    assert [(error["pmid"], error["code"]) for error in errors] == [
        (MISSING, "not_found"),
        (BROKEN, "http_500"),
    ]
    assert f"PMID {BROKEN}: http_500: the server answered 500" in done.talk.splitlines()
    tries = [request.pmid for request in loopback.pages].count(BROKEN)
    assert tries == 2


def test_a_second_run_asks_nothing_and_gives_all_again(here: Here, loopback: Site) -> None:
    first = here.crawl(loopback, "11", MERGED, ARTICLE, MISSING)
    asked = len(loopback.log)
    assert here.crawl(loopback, "11", MERGED, ARTICLE, MISSING).output == first.output
    assert here.crawl(loopback).output == first.output
    assert len(loopback.log) == asked
    more = here.crawl(loopback, "12", "11")
    assert more.pmids == ["11", ARTICLE, "12"]
    assert len(loopback.log) == asked + 1


@pytest.mark.parametrize(("wanted", "items"), [("page", 5), ("all", CITATIONS), ("none", None)])
def test_how_much_of_a_list(here: Here, loopback: Site, wanted: str, items: int | None) -> None:
    options = ("--cited-by", wanted, "--similar", "none")
    (record,) = here.crawl(loopback, CITED, *options).records
    assert record["similar_articles"] is None
    if items is None:
        assert record["cited_by"] is None
    else:
        assert len(record["cited_by"]["items"]) == items
        assert record["cited_by"]["complete"] is (wanted == "all")
    again = here.crawl(loopback)  # the job knows what it was begun with
    assert again.records == [record]


def test_pages_of_a_listing_at_most(here: Here, loopback: Site) -> None:
    (record,) = here.crawl(loopback, CITED, "--cited-by", "all", "--max-pages", "1").records
    assert len(record["cited_by"]["items"]) == 200
    assert record["cited_by"]["complete"] is False


def test_what_is_too_old_comes_again(here: Here, loopback: Site) -> None:
    first = here.crawl(loopback, "11")
    assert here.crawl(loopback, "--refresh", "30d").output == first.output
    assert len(loopback.pages) == 1
    assert here.crawl(loopback, "--refresh", "0s").output == first.output
    assert len(loopback.pages) == 2


def test_requests_are_spaced(here: Here, loopback: Site) -> None:
    here.run(
        "crawl", "11", "12", "13", "--base-url", loopback.url, "--contact", CONTACT,
        "--rate", "12.5", "--job", "c.db",
    )  # fmt: skip
    assert min(loopback.gaps) >= 0.08


@pytest.mark.parametrize(
    ("option", "code"), [(("--max-bytes", "2k"), "too_large"), (("--timeout", "0.2"), "timeout")]
)
def test_bounds_of_one_request(
    here: Here, loopback: Site, option: tuple[str, str], code: str
) -> None:
    def cut_short(request: Request) -> bytes:
        return http(article("11"), length=10**6) if request.pmid else ordinary_bytes(request)

    def ordinary_bytes(request: Request) -> bytes:
        answer = ordinary(request)
        assert isinstance(answer, bytes)
        return answer

    loopback.answer = cut_short if code == "timeout" else ordinary
    done = here.crawl(loopback, "11", *option, "--retries", "0")
    assert done.status == 1
    assert f"PMID 11: {code}: " in done.talk


@pytest.mark.parametrize("format_", ["json", "pretty"])
def test_formats_and_fields(here: Here, loopback: Site, format_: str) -> None:
    done = here.crawl(loopback, "11", "--fields", "title,pmid", "--format", format_)
    found = json.loads(done.output)
    record = found[0] if format_ == "json" else found
    assert list(record) == ["pmid", "title"]


def test_a_file_is_whole_or_not_there(here: Here, loopback: Site) -> None:
    assert here.crawl(loopback, "11", "-o", "out.jsonl").output == b""
    assert Path("out.jsonl").read_bytes() == here.crawl(loopback).output
    Path("out.jsonl").write_text("before")
    done = here.crawl(loopback, MISSING, "-o", "out.jsonl", job="other.db")
    assert done.status == 1
    assert "out.jsonl: not_written: the run did not come to a good end" in done.talk
    assert Path("out.jsonl").read_text() == "before"


def test_settings_from_the_environment(
    here: Here, loopback: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = {"base_url": loopback.url, "contact": CONTACT, "rate": "500", "job": "env.db"}
    for name, value in settings.items():
        monkeypatch.setenv(f"PUBMED_SCRAPER_{name.upper()}", value)
    assert here.run("crawl", "11").pmids == ["11"]
    assert Path("env.db").is_file()


def test_a_job_of_its_own(here: Here, loopback: Site) -> None:
    options = ("--base-url", loopback.url, "--contact", CONTACT, "--rate", "1000")
    first = here.run("crawl", "11", "12", *options)
    (job,) = (here.folder / "cache" / "pubmed-scraper").glob("crawl-*.db")
    assert f"job file: {job}; the same list goes on there" in first.talk.splitlines()[0]
    again = here.run("crawl", "-i", "-", "-q", *options, text=b"11\n12\n")
    assert (again.output, again.talk) == (first.output, "")
    assert len(loopback.pages) == 2
    here.run("crawl", "12", "11", *options)
    here.run("crawl", "11", "12", *options, "--similar", "none")
    assert len(list(job.parent.glob("crawl-*.db"))) == 3


def test_the_site_asks_to_be_left_alone(here: Here, loopback: Site) -> None:
    loopback.answer = lambda request: (
        http(b"", 429, {"Retry-After": "7200"}) if request.pmid == "12" else ordinary(request)
    )
    done = here.crawl(loopback, "11", "12", "-o", "out.jsonl")
    assert done.status == 4
    *_, limited, summary, unwritten = done.talk.splitlines()
    assert limited.startswith("limited: the site asks to be left alone for 7,2")
    assert "1 of 2 done, 1 waiting, 0 failed" in summary
    assert unwritten == "out.jsonl: not_written: the run did not come to a good end"
    assert not Path("out.jsonl").exists()
    asked = len(loopback.log)
    assert here.crawl(loopback).status == 4
    assert len(loopback.log) == asked


def test_full_disks(here: Here, loopback: Site) -> None:
    done = here.crawl(loopback, "11", "-o", "/dev/full")
    assert done.status == 3
    assert "c.db keeps what was fetched; the same command goes on from there" in done.talk
    assert "/dev/full: not_written: No space left on device" in done.talk
    assert here.crawl(loopback).pmids == ["11"]
    done = here.crawl(loopback, "11", job="no/folder/c.db")
    assert done.status == 3
    assert done.talk.startswith("no/folder/c.db: job_not_written: ")


def test_a_job_begun_with_other_settings(here: Here, loopback: Site) -> None:
    here.crawl(loopback, "11")
    done = here.crawl(loopback, "11", "--cited-by", "all")
    assert done.status == 2
    assert "c.db: job_unusable: this job was begun with cited_by = page, not all" in done.talk


def test_a_database_that_is_no_job(here: Here, loopback: Site) -> None:
    (here.folder / "c.db").write_bytes(b"something else, longer than a header of SQLite is" * 9)
    done = here.crawl(loopback, "11")
    assert (done.status, len(loopback.log)) == (2, 0)
    assert "c.db: job_unusable: this is no job file" in done.talk
