"""What ``crawl`` refuses before it asks for anything, and ``--dry-run``, which never asks."""

import json
from pathlib import Path

import pytest

from scraper.crawler.job import Job
from tests.cli.here import CONTACT, Here
from tests.crawler.pubmed import CITED, MISSING
from tests.crawler.site import Site

WHO = ("--contact", CONTACT)


def refusal(here: Here, *arguments: str, text: bytes = b"") -> str:
    """Run what must be a usage error, and return its last line."""
    done = here.run("crawl", *arguments, text=text)
    assert (done.status, done.output) == (2, b"")
    assert not list(here.folder.glob("*.db"))
    return done.talk.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (WHO, "name PMIDs, a list (-i FILE, -i -), or a --job that has one"),
        ((*WHO, "--job", "c.db"), "or a --job that has one"),
        (("11",), "give your mail address: --contact MAIL, or PUBMED_SCRAPER_CONTACT"),
        (("11", "--contact", "me"), "contact must be a mail address"),
        (("11", "--contact", "a@b@c"), "contact must be a mail address"),
        (("11", "--contact", "ä@b.de"), "contact must be a mail address"),
        (("11", *WHO, "--rate", "3.1"), "rate must be above 0 and at most 3 requests a second"),
        (("11", *WHO, "--rate", "nan"), "rate must be above 0"),
        (("11", *WHO, "--rate", "0"), "rate must be above 0"),
        (("11", *WHO, "--rate", "fast"), "'fast' is not a valid float"),
        (("11", *WHO, "--backoff", "59"), "backoff must be at least 60 seconds"),
        (("11", *WHO, "--timeout", "0"), "timeout and max_bytes must be above 0"),
        (("11", *WHO, "--timeout", "inf"), "timeout and max_bytes must be above 0"),
        (("11", *WHO, "--retries", "-1"), "-1 is not in the range"),
        (("11", *WHO, "--max-pages", "0"), "0 is not in the range"),
        (("11", *WHO, "--max-bytes", "big"), "'big' is no size"),
        (("11", *WHO, "--refresh", "soon"), "'soon' is no age; write it like 12h, 30d or 2w"),
        (("11", *WHO, "--cited-by", "some"), "'some' is not one of"),
        (("11", *WHO, "--base-url", "http://example.org"), "must begin with https://"),
        (("11", *WHO, "--base-url", "https://x:y/"), "is no base address"),
        (("11", *WHO, "--base-url", "pubmed"), "is no base address"),
        (("11", *WHO, "--json"), "--json goes with --dry-run"),
        (("-i", "-", "-i", "-", *WHO), "standard input can be read once only"),
        (("-i", "gone.txt", *WHO), "gone.txt: unreadable: no such file or folder"),
        (("-i", "list.txt", "-o", "list.txt", *WHO), "list.txt is an input"),
        (("-i", "list.txt", "--errors", "list.txt", *WHO), "list.txt is an input"),
    ],
)
def test_usage(here: Here, arguments: tuple[str, ...], message: str) -> None:
    Path("list.txt").write_text("11\n")
    assert message in refusal(here, *arguments)


def test_a_job_is_no_output(here: Here, loopback: Site) -> None:
    here.crawl(loopback, "11")
    done = here.crawl(loopback, "11", "-o", "c.db")
    assert (done.status, "c.db is an input" in done.talk) == (2, True)


def test_a_job_that_another_process_works_on(here: Here, loopback: Site) -> None:
    with Job("c.db", create=True):
        done = here.crawl(loopback, "11")
    assert (done.status, loopback.log) == (5, [])
    assert done.talk.startswith("c.db: job_locked: process ")


def test_what_a_list_costs(here: Here, loopback: Site) -> None:
    text = b"11\n12\n12\nx\n"
    done = here.run("crawl", "-i", "-", "--base-url", loopback.url, "--dry-run", text=text)
    assert done.status == 1
    assert done.output.decode().splitlines() == [
        "2 PMIDs; 1 given more than once; 1 of the list unreadable",
        "at least 3 requests: 3 seconds at 1 a second",
    ]
    assert done.talk == "-:4: invalid_pmid: 'x' is no PMID: 1 to 9 digits, one a line\n"
    assert loopback.log == []
    assert list(here.folder.iterdir()) == []


def test_many_are_told_of_a_better_door(here: Here) -> None:
    text = "\n".join(map(str, range(1, 1001))).encode()
    options = ("--cited-by", "all", "--similar", "all", "--rate", "2", "--dry-run")
    done = here.run("crawl", "-i", "-", *options, text=text)
    assert (done.status, done.talk) == (0, "")
    _, least, lists, door = done.output.decode().splitlines()
    assert least == "at least 1,001 requests: 8 minutes 20 seconds at 2 a second"
    assert lists.endswith("3,001 requests: 25 minutes")
    assert "E-utilities are the better door: https://www.ncbi.nlm.nih.gov/books/" in door


def test_what_the_rest_of_a_job_costs(here: Here, loopback: Site) -> None:
    here.crawl(loopback, "11", MISSING, CITED)
    asked = len(loopback.log)
    arguments = ("11", "12", "--job", "c.db", "--dry-run", "--base-url", loopback.url)
    done = here.run("crawl", *arguments)
    assert done.output.startswith(b"4 PMIDs; 3 settled already in c.db\nat least 2 requests: ")
    facts = json.loads(here.run("crawl", *arguments, "--json", "--refresh", "0s").output)
    assert facts == {
        "pmids": 4,
        "doubled": 0,
        "invalid": 0,
        "job": "c.db",
        "settled": 1,
        "requests": 4,
        "requests_with_lists": 4,
        "rate": 1.0,
        "seconds": 4,
        "seconds_with_lists": 4,
        "better_door": None,
    }
    assert len(loopback.log) == asked
    done = here.run("crawl", *arguments, "--similar", "all")
    assert (done.status, "begun with similar = page, not all" in done.talk) == (2, True)


def test_a_dry_run_of_a_job_that_is_empty_or_held(here: Here) -> None:
    with Job("c.db", create=True):
        done = here.run("crawl", "11", "--job", "c.db", "--dry-run")
        assert (done.status, "job_locked" in done.talk) == (5, True)
    done = here.run("crawl", "11", "--job", "c.db", "--dry-run", "--cited-by", "all")
    assert done.output.splitlines()[0] == b"1 PMID"
    assert b"3 requests" in done.output
