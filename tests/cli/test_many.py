"""Listings, and pages and files of many records, on the command line."""

import gzip
import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import scraper
from scraper import schema
from tests.cli.command import Command, page, pmids, records, without_pmid
from tests.cli.terminal import Terminal
from tests.containers.packing import streamed_zip, tarred, zipped
from tests.pairs import SAMPLES

MEDLINE = (SAMPLES / "medline" / "three.nbib").read_bytes()
XML = (SAMPLES / "xml" / "two.xml").read_bytes()
SEARCH = (SAMPLES / "listing" / "search.html").read_bytes()
OTHER_XML = b'<?xml version="1.0"?>\n<!-- pom --><project><PubMed/></project>\n'
MEMBERS = {
    "a.html": page(1),
    "b/search.html": SEARCH,
    "b/two.XML": XML,
    "b/two.xml.gz": gzip.compress(XML),
    "c.nbib": MEDLINE,
    "d.medline": MEDLINE,
    "d.xml": OTHER_XML,
    "e.txt": MEDLINE,
    "f.xml.gz": gzip.compress(OTHER_XML),
}
THREE = ["90300001", "90300002", "90300003"]
TWO = ["90400001", "90400002"]
FOUND = ["1", None, *TWO, *TWO, *THREE, *THREE, *THREE]
VALIDATOR = jsonschema.Draft202012Validator(schema.schema())


def unpack(folder: Path) -> None:
    """Write the members as files."""
    for name, data in MEMBERS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def found(output: bytes) -> list[str | None]:
    return [record.get("pmid") for record in records(output)]


def sources(output: bytes) -> list[str]:
    return [made["source" if "source" in made else "page"] for made in map(flat, records(output))]


def flat(record: dict[str, Any]) -> dict[str, Any]:
    return record | {"page": record["page"]["source"]} if "source" not in record else record


@pytest.fixture
def terminal() -> Terminal:
    return Terminal()


@pytest.mark.parametrize(
    "name",
    [
        "listing/search.html",
        "listing/cited-by.html",
        "listing/no-results.html",
        "listing/pmids.html",
        "listing/abstracts.html",
        "medline/three.nbib",
        "medline/search.html",
        "medline/view.html",
        "xml/two.xml",
        "xml/view.html",
        "errors/search-page.html",
    ],
)
def test_the_command_gives_what_the_function_gives(
    command: Command, tmp_path: Path, name: str
) -> None:
    shutil.copy(SAMPLES / name, tmp_path / "page")
    data = (tmp_path / "page").read_bytes()
    for flags, items in (((), False), (("--items",), True)):
        done = command.run("convert", "page", *flags)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.splitlines() == scraper.records_json(data, source="page", items=items)
    assert command.run("convert", "-", text=data).stdout.count(b"\n") == len(scraper.records(data))


def test_a_listing_is_one_record_and_items_are_many(command: Command, tmp_path: Path) -> None:
    (tmp_path / "search.html").write_bytes(SEARCH)
    (listing,) = records(command.run("convert", "search.html").stdout)
    assert (listing["kind"], listing["source"]) == ("listing", "search.html")
    assert list(listing) == [
        "schema_version", "kind", "source", "total", "page", "page_size", "query", "linkname",
        "from_uid", "items", "warnings",
    ]  # fmt: skip
    items = records(command.run("convert", "search.html", "--items").stdout)
    assert [item["kind"] for item in items] == ["listing_item"] * 5
    assert [item["pmid"] for item in items] == [item["pmid"] for item in listing["items"]]


def test_a_pipe_from_items_to_lines(command: Command, tmp_path: Path) -> None:
    (tmp_path / "search.html").write_bytes(SEARCH)
    (tmp_path / "1.html").write_bytes(page(1))
    code = "import json, sys; [print(json.loads(line)['pmid']) for line in sys.stdin]"
    shell = ("sh", "-c", f'"$@" | python3 -c "{code}"', "sh")
    done = command.run("convert", "--items", "search.html", "1.html", before=shell)
    assert done.stdout.split() == b"90110342 90110977 90098113 90120455 90087001 1".split()


@pytest.mark.parametrize("how", ["folder", "zip", "streamed zip", "tar", "pipe"])
def test_all_kinds_together(command: Command, tmp_path: Path, how: str) -> None:
    if how == "folder":
        unpack(tmp_path / "s")
    else:
        packed = {"zip": zipped, "streamed zip": streamed_zip}.get(how, tarred)(MEMBERS)
        (tmp_path / "s").write_bytes(packed)
    done = (
        command.run("convert", "-", text=(tmp_path / "s").read_bytes())
        if how == "pipe"
        else command.run("convert", "s")
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert found(done.stdout) == FOUND
    first = {"folder": "s/a.html", "pipe": "-!a.html"}.get(how, "s!a.html")
    assert sources(done.stdout)[0] == first
    assert sources(done.stdout)[-3:] == [first.replace("a.html", "e.txt")] * 3


def test_every_line_validates(command: Command, tmp_path: Path) -> None:
    unpack(tmp_path / "s")
    (tmp_path / "s" / "bad.nbib").write_bytes(MEDLINE.replace(b"PMID- 90300002", b"PMID- ?"))
    kinds = set()
    for flags in ((), ("--items",)):
        done = command.run("convert", "s", "gone", "--errors", "errors.jsonl", *flags)
        errors = (tmp_path / "errors.jsonl").read_bytes()
        for line in [*records(done.stdout), *records(errors)]:
            VALIDATOR.validate(line)
            kinds.add(line["kind"])
    assert kinds == {"article", "book_section", "listing", "listing_item", "error"}


# XML of other kinds


def test_other_xml_is_an_error_only_where_it_is_named(command: Command, tmp_path: Path) -> None:
    unpack(tmp_path / "s")
    listed = ("--files-from", "list")
    (tmp_path / "list").write_text("s/d.xml\n")
    for arguments in (("s/d.xml",), ("s/*.xml",), listed):
        done = command.run("convert", *arguments)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.decode() == (
            "s/d.xml: not_pubmed: This is XML of another kind (<project>); PubMed's records are "
            "in <PubmedArticleSet> or <PubmedBookArticleSet>.\n"
        )


@pytest.mark.parametrize("how", ["folder", "archive"])
def test_nothing_but_other_xml(
    command: Command, terminal: Terminal, tmp_path: Path, how: str
) -> None:
    others = {f"{number}.xml": OTHER_XML for number in range(3)}
    if how == "archive":
        (tmp_path / "s").write_bytes(zipped(others))
    else:
        (tmp_path / "s").mkdir()
        for name, data in others.items():
            (tmp_path / "s" / name).write_bytes(data)
    process = command.start("convert", "s", stderr=terminal.stream)
    error, summary = terminal.output(process).splitlines()
    assert error.startswith(f"s: unreadable: no pages in this {how}")
    assert error.endswith(".nbib .medline .xml, and .xml counts where it is PubMed's")
    assert summary == "0 records from 1 page, 1 failed, 3 other XML files passed over"
    assert process.returncode == 1


def test_damaged_xml_in_a_folder_is_told(command: Command, tmp_path: Path) -> None:
    unpack(tmp_path / "s")
    (tmp_path / "s" / "z.xml.gz").write_bytes(b"\x1f\x8b\x08junk")
    done = command.run("convert", "s")
    assert found(done.stdout) == FOUND
    (line,) = done.stderr.splitlines()
    assert line.startswith(b"s/z.xml.gz: unreadable: ")


# Counts


def test_the_summary_tells_records_from_pages(
    command: Command, terminal: Terminal, tmp_path: Path
) -> None:
    unpack(tmp_path / "s")
    process = command.start("convert", "s", "gone", stderr=terminal.stream)
    shown = terminal.output(process).splitlines()
    assert shown[-1] == ("15 records from 8 pages, 1 failed, 2 other XML files passed over")


def test_the_bar_counts_pages(command: Command, terminal: Terminal, tmp_path: Path) -> None:
    for name in ("a.nbib", "b.nbib"):
        (tmp_path / name).write_bytes(MEDLINE)
    process = command.start(
        "convert", "--progress", "a.nbib", "b.nbib", "gone", stderr=terminal.stream
    )
    shown = terminal.plain(process)
    assert "3/3 pages, 6 records, 1 failed" in shown
    assert "6 records from 3 pages, 1 failed" in shown
    assert "4/3" not in shown


# Bad records


@pytest.mark.parametrize(
    ("data", "wanted", "message"),
    [
        (
            MEDLINE.replace(b"PMID- 90300002", b"PMID- ?"),
            ["90300001", "90300003"],
            "Record 2 names no PMID",
        ),
        (
            XML.replace(b"</PubmedArticle>", b""),
            ["90400002"],
            "Record 1 (PMID 90400001) is cut off",
        ),
        (XML.replace(b"<Title>", b""), ["90400002"], "Record 1 (PMID 90400001) is broken XML ("),
        (XML[:-900], ["90400001"], "Record 2 (PMID 90400002) is cut off"),
    ],
)
def test_a_bad_record_costs_one_line(
    command: Command, tmp_path: Path, data: bytes, wanted: list[str], message: str
) -> None:
    (tmp_path / "x").write_bytes(data)
    done = command.run("convert", "x", "--errors", "errors.jsonl")
    assert (done.returncode, pmids(done.stdout)) == (1, wanted)
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith(f"x: unreadable: {message}")
    (error,) = records((tmp_path / "errors.jsonl").read_bytes())
    assert (error["source"], error["code"]) == ("x", "unreadable")
    assert str(error["pmid"]) in message or error["pmid"] is None


def test_fail_fast_stops_inside_of_a_page(command: Command, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(MEDLINE.replace(b"PMID- 90300002", b"PMID- ?"))
    done = command.run("convert", "--fail-fast", "x", "x")
    assert (done.returncode, pmids(done.stdout)) == (1, ["90300001"])
    assert done.stderr.count(b"\n") == 1
    done = command.run("convert", "--fail-fast", "x", "-o", "out.jsonl")
    assert not (tmp_path / "out.jsonl").exists()


# Options


@pytest.mark.parametrize(
    "option", [("--pmid", "5"), ("--url", "https://pubmed.ncbi.nlm.nih.gov/5/")]
)
@pytest.mark.parametrize("data", [MEDLINE, XML])
def test_many_records_have_no_one_address_or_pmid(
    command: Command, tmp_path: Path, option: tuple[str, str], data: bytes
) -> None:
    (tmp_path / "x").write_bytes(data)
    done = command.run("convert", "x", *option)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"x: not_an_article: This page holds several records: ")
    assert b"without --url and --pmid" in done.stderr


def test_a_listing_has_an_address_and_no_pmid(command: Command, tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("<html><body><pre>12\r\n34</pre></body></html>")
    address = "https://pubmed.ncbi.nlm.nih.gov/?term=mud&format=pmid"
    (listing,) = records(command.run("convert", "x.html", "--url", address).stdout)
    assert (listing["query"], len(listing["items"])) == ("mud", 2)
    items = command.run("convert", "x.html", "--url", address, "--items").stdout
    assert pmids(items) == ["12", "34"]
    done = command.run("convert", "x.html", "--url", address, "--pmid", "12")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"x.html: not_an_article: This is a listing of articles, ")


def test_one_record_takes_an_address_and_pmid(command: Command, tmp_path: Path) -> None:
    one = MEDLINE.partition(b"\n\n")[0] + b"\n"
    (tmp_path / "x.nbib").write_bytes(one)
    address = "https://pubmed.ncbi.nlm.nih.gov/90300001/"
    done = command.run("convert", "x.nbib", "--url", address, "--pmid", "90300001")
    (record,) = records(done.stdout)
    assert (record["page"]["url"], record["pmid"]) == (address, "90300001")
    assert pmids(command.run("convert", "-", "--pmid", "7", text=without_pmid()).stdout) == ["7"]


def test_fields_of_either_kind(command: Command, tmp_path: Path) -> None:
    (tmp_path / "search.html").write_bytes(SEARCH)
    (tmp_path / "1.html").write_bytes(page(1))
    both = ("1.html", "search.html")
    done = command.run("convert", *both, "--fields", "items,kind,title,total")
    article, listing = records(done.stdout)
    assert article == {"kind": "article", "title": "On rivers"}
    assert list(listing) == ["kind", "total", "items"]
    done = command.run("convert", *both, "--items", "--fields", "pmid,snippet,source")
    article, item, *_ = records(done.stdout)
    assert article == {"pmid": "1"}
    assert list(item) == ["source", "pmid", "snippet"]
    done = command.run("convert", *both, "--fields", "snippets")
    assert done.returncode == 2
    assert b"no field 'snippets'; near: snippet" in done.stderr


def test_strip_is_for_articles(command: Command, tmp_path: Path) -> None:
    for name, data in (("x.html", SEARCH), ("x.nbib", MEDLINE)):
        (tmp_path / name).write_bytes(data)
        done = command.run("strip", name)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.startswith(f"{name}: not_an_article: This ".encode())
        assert b"pubmed-scraper convert" in done.stderr


# Size


def test_a_file_over_the_limit(command: Command, tmp_path: Path) -> None:
    article = (XML.partition(b"<PubmedArticle>")[2]).partition(b"</PubmedArticle>")[0]
    padding = b" " * 100_000
    one = b"<PubmedArticle>" + article + padding + b"</PubmedArticle>\n"
    (tmp_path / "big.xml").write_bytes(b"<PubmedArticleSet>" + one * 200 + b"</PubmedArticleSet>")
    done = command.run("convert", "big.xml")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == (
        b"big.xml: too_large: larger than 16,777,216 bytes; if it is a page, or a file of many "
        b"records, allow more with --max-bytes SIZE (64MiB, 1GiB)\n"
    )
    done = command.run("convert", "big.xml", "--max-bytes", "1GiB", "--fields", "pmid")
    assert (done.returncode, done.stdout.count(b"\n")) == (0, 200)


def test_records_of_a_page_come_one_at_a_time(command: Command, tmp_path: Path) -> None:
    (tmp_path / "many.nbib").write_bytes(MEDLINE * 3000)
    shell = ("bash", "-c", 'set -o pipefail; "$@" | head -1', "bash")
    done = command.run("convert", "many.nbib", before=shell)
    assert pmids(done.stdout) == ["90300001"]
    assert (done.returncode, done.stderr) == (141, b"")


def test_help_names_the_endings(command: Command) -> None:
    shown = command.run("convert", "--help").stdout.decode().split()
    for ending in (".nbib", ".medline", ".xml", "--items"):
        assert ending in shown


def test_json_array_and_pretty(command: Command, tmp_path: Path) -> None:
    (tmp_path / "x.nbib").write_bytes(MEDLINE)
    array = command.run("convert", "x.nbib", "--format", "json").stdout
    assert [record["pmid"] for record in json.loads(array)] == THREE
    pretty = command.run("convert", "x.nbib", "--format", "pretty", "--fields", "pmid").stdout
    assert pretty.count(b'"pmid"') == 3
