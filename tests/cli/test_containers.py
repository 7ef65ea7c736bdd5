"""Containers on the command line."""

from pathlib import Path

import pytest

from tests.cli.command import Command, page, pmids, records
from tests.cli.terminal import Terminal
from tests.containers.packing import crawl, gzipped, mhtml, record, streamed_zip, tarred, zipped

MEMBERS = {"1.html": page(1), "d/2.html": page(2), "broken.html.gz": b"\x1f\x8b\x08junk"}


@pytest.fixture
def terminal() -> Terminal:
    return Terminal()


@pytest.mark.parametrize("pack", [zipped, streamed_zip, tarred])
def test_an_archive(command: Command, tmp_path: Path, pack: object) -> None:
    data = pack(MEMBERS)  # type: ignore[operator]
    (tmp_path / "saved.bin").write_bytes(data)
    for name, given in (("saved.bin", b""), ("-", data)):
        done = command.run("convert", name, text=given)
        assert done.returncode == 1
        assert pmids(done.stdout) == ["1", "2"]
        sources = [made["page"]["source"] for made in records(done.stdout)]
        assert sources == [f"{name}!1.html", f"{name}!d/2.html"]
        assert done.stderr.startswith(f"{name}!broken.html.gz: unreadable: ".encode())


def test_other_hosts_are_in_the_summary(
    command: Command, terminal: Terminal, tmp_path: Path
) -> None:
    data = gzipped(record(1, page(1)), *(record(n, url="https://x.example/") for n in (2, 3)))
    (tmp_path / "crawl.warc.gz").write_bytes(data)
    process = command.start("convert", "crawl.warc.gz", stderr=terminal.stream)
    assert "1 record from 1 page, 0 failed, 2 of other hosts passed over" in terminal.plain(process)
    assert process.returncode == 0


def test_the_counts_of_a_crawl_of_a_thousand_responses(
    command: Command, terminal: Terminal, tmp_path: Path
) -> None:
    crawl(tmp_path / "crawl.warc.gz", 1000)
    with (tmp_path / "records.jsonl").open("wb") as output:
        process = command.start(
            "convert", "crawl.warc.gz", stdout=output.fileno(), stderr=terminal.stream
        )
        talk = terminal.plain(process)
    assert "599 records from 700 pages, 101 failed, 300 of other hosts passed over" in talk
    assert (talk.count(": http_429: "), talk.count(": unreadable: ")) == (100, 1)
    assert len(pmids((tmp_path / "records.jsonl").read_bytes())) == 599


def test_strip_opens_a_container_of_one_page(command: Command, tmp_path: Path) -> None:
    (tmp_path / "one.mhtml").write_bytes(mhtml(page(1)))
    (tmp_path / "plain.html").write_bytes(page(1))
    one, plain = (command.run("strip", name) for name in ("one.mhtml", "plain.html"))
    assert (one.returncode, one.stdout) == (0, plain.stdout)


@pytest.mark.parametrize("arguments", [("strip", "-"), ("convert", "--pmid", "7", "-")])
def test_what_is_for_one_page_refuses_several(command: Command, arguments: tuple[str, ...]) -> None:
    done = command.run(*arguments, text=tarred(MEMBERS))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"this is an archive of several" in done.stderr
    others = record(1, url="https://x.example/")
    assert b"there is none of PubMed" in command.run(*arguments, text=others).stderr


def test_a_name_of_an_archive_is_not_for_one_page(command: Command) -> None:
    assert command.run("strip", "a.zip").returncode == 2
    assert command.run("convert", "--pmid", "7", "a.tar.gz").returncode == 2
