"""Inputs and parts in stores of fsspec, without a network."""

import sys
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from tests.cli.command import page, pmids
from tests.cli.here import Here
from tests.crawler.pages import article
from tests.shards.folder import manifest, snapshot, union

SIZE = ("--shard-size", "20KiB")


class Flaky(MemoryFileSystem):  # type: ignore[misc] # it has no types
    """A store that is down for a while."""

    protocol = "flaky"
    down: tuple[str, ...] = ()
    """What it does not do now."""

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return "/" + path.removeprefix("flaky://").strip("/")

    def unstrip_protocol(self, name: str) -> str:
        return f"flaky:/{name}"

    def _open(self, path: str, mode: str = "rb", **options: object) -> object:
        if mode in self.down:
            raise TimeoutError(f"no answer for {path}")
        return super()._open(path, mode, **options)


@pytest.fixture(autouse=True)
def store() -> Iterator[MemoryFileSystem]:
    """Give an empty store in memory, and a bad one."""
    fsspec.register_implementation("flaky", Flaky, clobber=True)
    store = MemoryFileSystem()
    yield store
    store.store.clear()
    store.pseudo_dirs[:] = [""]
    Flaky.down = ()


def upload(store: MemoryFileSystem, folder: Path) -> None:
    for path in folder.rglob("*.html"):
        store.pipe(f"/{folder.name}/{path.relative_to(folder)}", path.read_bytes())


def test_from_a_store_to_a_store(here: Here, saved: Path, store: MemoryFileSystem) -> None:
    upload(store, saved)
    plain = here.run("convert", "memory://saved", "-o", "plain.jsonl")
    assert plain.status == 1
    assert "memory://saved/07.html: unreadable: " in plain.talk
    expected = (here.folder / "plain.jsonl").read_bytes()
    here.run("convert", "saved", "-o", "local.jsonl")
    assert pmids(expected) == pmids((here.folder / "local.jsonl").read_bytes())
    assert b'"source":"memory://saved/b/20.html"' in expected

    arguments = ("convert", "memory://saved/", "-o", "memory://out/", *SIZE)
    done = here.run(*arguments)
    assert (done.status, done.talk) == (1, plain.talk)
    whole = {path: store.cat(path) for path in store.find("/out")}
    parts = [data for path, data in sorted(whole.items()) if path.endswith("[0-9].jsonl"[-6:])]
    assert b"".join(part for part in parts if b'"kind":"error"' not in part) == expected
    store.rm("/out/part-00001.done")
    store.pipe("/out/part-00002.done", b'{"torn')
    before = store.info("/out/part-00000.jsonl")["created"]
    again = here.run(*arguments)
    assert (again.status, again.talk) == (1, plain.talk.partition("\n")[0] + "\n")
    assert {path: store.cat(path) for path in store.find("/out")} == whole
    assert store.info("/out/part-00000.jsonl")["created"] == before


def test_parts_in_a_store_that_made_them_before(here: Here, store: MemoryFileSystem) -> None:
    (here.folder / "1.html").write_bytes(page(1))
    assert here.run("convert", "1.html", "-o", "memory://out/").status == 0
    store.pipe("/out/part-00000.errors.jsonl", b"{}")
    store.rm("/out/part-00000.done")
    assert here.run("convert", "1.html", "-o", "memory://out/").status == 0
    assert not store.exists("/out/part-00000.errors.jsonl")
    assert here.run("convert", "1.html", "-o", "memory://out/", "--items").status == 2


def test_addresses_of_files(here: Here, saved: Path) -> None:
    url = saved.as_uri()
    here.run("convert", url, "-o", "plain.jsonl")
    done = here.run("convert", url, "-o", (here.folder / "out").as_uri() + "/", *SIZE)
    assert done.status == 1
    assert union(here.folder / "out") == (here.folder / "plain.jsonl").read_bytes()
    whole = snapshot(here.folder / "out")
    assert here.run("convert", url, "-o", "out/", *SIZE).status == 1
    assert snapshot(here.folder / "out") == whole


def test_what_counts_in_a_folder_of_a_store(here: Here, store: MemoryFileSystem) -> None:
    for number, name in enumerate(
        ("b.html", "a/z.HTM", ".c.html", ".d/e.html", "x.css", "b_files/f.html", "g_files/h.html")
    ):
        store.pipe(f"/s/{name}", page(number + 1))
    store.pipe("/s/other.xml", b"<article/>")
    store.pipe("/s/job.tar", article(9))
    done = here.run("convert", "memory://s", "--fields", "pmid")
    assert done.pmids == ["2", "1", "7", "9"]
    done = here.run("convert", "memory://s/*.html", "--fields", "pmid")
    assert done.pmids == ["1"]
    done = here.run("convert", "memory://s/*_files", "--fields", "pmid")
    assert done.pmids == ["6", "7"]
    done = here.run("convert", "memory://s/*.nbib", "memory://s/gone.html", "memory://none/")
    assert [line.split(": ")[:2] for line in done.talk.splitlines()] == [
        ["memory://s/*.nbib", "unreadable"],
        ["memory://s/gone.html", "unreadable"],
        ["memory://none/", "unreadable"],
    ]
    store.mkdir("/empty")
    assert "no pages in this folder" in here.run("convert", "memory://empty/").talk


def test_one_page_of_a_store_can_be_told_its_pmid(here: Here, store: MemoryFileSystem) -> None:
    store.pipe("/s/a.html", page(5))
    assert here.run("convert", "memory://s/a.html", "--pmid", "5").pmids == ["5"]
    assert here.run("convert", "memory://s/", "--pmid", "5").status == 2


def test_a_job_file_in_a_store(here: Here, store: MemoryFileSystem) -> None:
    store.pipe("/c.db", b"SQLite format 3\0" + bytes(52) + b"PMJB" + bytes(5000))
    assert (
        "cannot be read from standard input or a store" in here.run("convert", "memory://c.db").talk
    )


def test_a_store_that_is_down(here: Here, saved: Path, store: MemoryFileSystem) -> None:
    upload(store, saved)
    Flaky.down = ("rb",)
    done = here.run("convert", "flaky://saved/01.html")
    assert done.talk.startswith("flaky://saved/01.html: store_failed: its store does not answer")
    done = here.run("convert", "flaky://saved", "-o", "out/", *SIZE)
    assert done.status == 1
    first = done.talk.splitlines()[0]
    assert first.startswith("part-00000: shard_failed: flaky://saved/01.html: its store does not")
    assert manifest(here.folder / "out")["complete"] is False
    assert not list((here.folder / "out").glob("*.done"))
    Flaky.down = ()
    here.run("convert", "flaky://saved", "-o", "out/", *SIZE)
    here.run("convert", "flaky://saved", "-o", "plain.jsonl")
    assert union(here.folder / "out") == (here.folder / "plain.jsonl").read_bytes()
    assert manifest(here.folder / "out")["complete"] is True


def test_a_store_that_takes_nothing(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise TimeoutError("no answer")

    (here.folder / "1.html").write_bytes(page(1))
    monkeypatch.setattr(Flaky, "put_file", refuse)
    done = here.run("convert", "1.html", "-o", "flaky://out/")
    assert (done.status, done.talk.startswith("part-00000: shard_failed: flaky://out/")) == (
        1,
        True,
    )
    monkeypatch.setattr(Flaky, "pipe_file", refuse)
    done = here.run("convert", "1.html", "-o", "flaky://out2/")
    assert (done.status, done.talk.startswith("flaky://out2/: store_failed: ")) == (1, True)


@pytest.mark.parametrize("name", ["ls", "info"])
def test_a_store_that_does_not_list(
    here: Here, name: str, store: MemoryFileSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise TimeoutError("no answer")

    store.pipe("/s/a.html", page(5))
    monkeypatch.setattr(Flaky, name, refuse)
    done = here.run("convert", "flaky://s/", "-o", "out/")
    assert (done.status, done.talk.startswith("flaky://s/: store_failed: ")) == (1, True)
    assert not list((here.folder / "out").glob("manifest.json"))


@pytest.mark.parametrize("output", [(), ("-o", "nosuch://out/")])
def test_an_unknown_store(here: Here, output: tuple[str, ...]) -> None:
    done = here.run("convert", "nosuch://x/", *output)
    assert (done.status, ": store_failed: this store cannot be reached" in done.talk) == (1, True)


def test_without_fsspec(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    done = here.run("convert", "memory://x/")
    assert (done.status, "pip install 'pubmed-scraper[remote]'" in done.talk) == (1, True)
    (here.folder / "1.html").write_bytes(page(1))
    assert here.run("convert", "1.html", "-o", "memory://x/").status == 1
    assert here.run("convert", "1.html", "-o", "out/").status == 0  # paths need none
