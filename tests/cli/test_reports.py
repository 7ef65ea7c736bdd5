"""``summary`` and ``graph`` as commands."""

import csv
import sys
from pathlib import Path

import networkx as nx
import pytest

from tests.cli.command import Command, page
from tests.cli.here import Here
from tests.jsonl import jsonl

RECORDS = jsonl(
    {
        "kind": "article",
        "pmid": "1",
        "references": {"items": [{"pmid": "2"}]},
        "title": "On rivers",
    },
    {"kind": "article", "pmid": "2", "similar_articles": {"items": [{"pmid": "1"}]}},
)
TO_STDOUT = [("summary",), *(("graph", "--to", form) for form in ("graphml", "gexf", "html"))]


def test_what_convert_prints_becomes_a_page(
    command: Command, three: list[str], tmp_path: Path
) -> None:
    command.run("convert", *three, "gone.html", "-o", "r.jsonl", "--errors", "e.jsonl")
    done = command.run("summary", "r.jsonl", "e.jsonl", "-o", "s.html")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    html = (tmp_path / "s.html").read_text()
    assert "<b>3</b>articles" in html
    assert "<b>1</b>errors" in html
    assert "<bdi>r.jsonl, e.jsonl</bdi>" in html


def test_summary_of_standard_input(here: Here) -> None:
    done = here.run("summary", "-", text=RECORDS)
    assert (done.status, done.talk) == (0, "")
    assert b"<bdi>standard input</bdi>" in done.output


def test_many_files_are_named_in_part(here: Here) -> None:
    for number in range(5):
        (here.folder / f"{number}.jsonl").write_bytes(RECORDS)
    done = here.run("summary", *(f"{number}.jsonl" for number in range(5)))
    assert b"<bdi>0.jsonl, 1.jsonl, 2.jsonl and 2 more</bdi>" in done.output
    assert b"<b>10</b>articles" in done.output


@pytest.mark.parametrize(("form", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_graph_files(here: Here, form: str, read: object) -> None:
    (here.folder / "r.jsonl").write_bytes(RECORDS)
    done = here.run("graph", "r.jsonl", "--to", form, "-o", "network")
    assert (done.status, done.output, done.talk) == (0, b"", "")
    assert callable(read)
    found = read(here.folder / "network")
    assert set(found.edges()) == {("1", "2"), ("2", "1")}


def test_graph_as_a_page(here: Here) -> None:
    done = here.run("graph", "-", "--to", "html", "--edges", "cites", text=RECORDS)
    assert done.status == 0
    assert b"2 articles, 2 of them with a record,\n1 links" in done.output


def test_graph_as_tables(here: Here) -> None:
    for _ in range(2):  # the second time into a folder that is there
        done = here.run("graph", "-", "--to", "csv", "-o", "a/network", text=RECORDS)
        assert (done.status, done.output, done.talk) == (0, b"", "")
    folder = here.folder / "a" / "network"
    with (folder / "nodes.csv").open(newline="") as file:
        assert [row["Label"] for row in csv.DictReader(file)] == ["On rivers", "PMID 2"]
    with (folder / "edges.csv").open(newline="") as file:
        relations = [(row["Source"], row["Relation"]) for row in csv.DictReader(file)]
    assert relations == [("1", "cites"), ("2", "similar")]


@pytest.mark.parametrize("arguments", TO_STDOUT)
@pytest.mark.parametrize("name", ["r.jsonl.gz", "r.json"])
def test_what_convert_writes_is_read(here: Here, arguments: tuple[str, ...], name: str) -> None:
    (here.folder / "1.html").write_bytes(page(1))
    assert here.run("convert", "1.html", "-o", name).status == 0
    done = here.run(*arguments, name)
    assert (done.status, done.talk) == (0, "")
    assert b"On rivers" in done.output


@pytest.mark.parametrize("arguments", TO_STDOUT)
def test_a_broken_line_costs_itself(here: Here, arguments: tuple[str, ...]) -> None:
    (here.folder / "r.jsonl").write_bytes(b"{\n" + RECORDS + b"\n[1]")
    done = here.run(*arguments, "r.jsonl", "gone.jsonl")
    first, second, third = done.talk.splitlines()
    assert first.startswith("r.jsonl:1: invalid_record: no record (")
    assert second.startswith("r.jsonl:5: invalid_record: no record (")
    assert third == "gone.jsonl: unreadable: no such file or folder; check the path"
    assert done.status == 1
    assert b"On rivers" in done.output


@pytest.mark.parametrize("arguments", [*TO_STDOUT, ("graph", "--to", "csv", "-o", "network")])
def test_where_nothing_can_be_read_nothing_is_written(
    here: Here, arguments: tuple[str, ...]
) -> None:
    output = () if "-o" in arguments else ("-o", "network")
    done = here.run(*arguments, "gone.jsonl", *output)
    assert (done.status, done.output) == (1, b"")
    assert done.talk.splitlines()[1] == "network: not_written: no record could be read"
    assert not (here.folder / "network").exists()
    if "-o" not in arguments:
        done = here.run(*arguments, "gone.jsonl")
        assert (done.status, done.output, len(done.talk.splitlines())) == (1, b"", 1)


@pytest.mark.parametrize("arguments", TO_STDOUT)
def test_no_records_are_a_report_too(here: Here, arguments: tuple[str, ...]) -> None:
    done = here.run(*arguments, "-")
    assert (done.status, done.talk) == (0, "")
    assert done.output.startswith(b"<")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("summary",), "name files of records, or - for standard input"),
        (("graph", "--to", "html"), "name files of records, or - for standard input"),
        (("summary", "-", "-"), "standard input can be read once only"),
        (("summary", "r.jsonl", "-o", "r.jsonl"), "r.jsonl is an input; name another file"),
        (("graph", "r.jsonl"), "Missing option '--to'"),
        (("graph", "r.jsonl", "--to", "csv"), "name a folder for them (-o DIR)"),
        (("graph", "-", "--to", "html", "--edges", "cites,x"), "'x' is no kind of edge"),
        (("graph", "-", "--to", "html", "--edges", " ,"), "name at least one kind of edge"),
    ],
)
def test_wrong_usage(here: Here, arguments: tuple[str, ...], message: str) -> None:
    (here.folder / "r.jsonl").write_bytes(RECORDS)
    done = here.run(*arguments)
    assert (done.status, done.output) == (2, b"")
    assert message in done.talk
    assert (here.folder / "r.jsonl").read_bytes() == RECORDS


@pytest.mark.parametrize(
    ("arguments", "missing", "module"),
    [
        (("summary", "-"), "pygal", "scraper.cli.summing"),
        (("graph", "-", "--to", "graphml"), "networkx", "scraper.graph.files"),
        (("graph", "-", "--to", "html"), "igraph", "scraper.graph.layout"),
    ],
)
def test_an_extra_that_is_missing(
    here: Here,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    missing: str,
    module: str,
) -> None:
    for name in [
        name for name in sys.modules if name.startswith(("scraper.summary", "scraper.graph"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setitem(sys.modules, missing, None)
    done = here.run(*arguments, text=RECORDS)
    assert (done.status, done.output) == (2, b"")
    extra = "summary" if missing == "pygal" else "graph"
    assert f"pip install 'pubmed-scraper[{extra}]'" in done.talk


def test_tables_need_no_extra(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("networkx", "igraph", "jinja2"):
        monkeypatch.setitem(sys.modules, name, None)
    assert here.run("graph", "-", "--to", "csv", "-o", "x", text=RECORDS).status == 0


def test_an_output_that_cannot_be_written(here: Here) -> None:
    (here.folder / "file").write_text("before")
    done = here.run("graph", "-", "--to", "csv", "-o", "file", text=RECORDS)
    assert (done.status, done.output) == (3, b"")
    assert done.talk.startswith("file: not_written: ")
