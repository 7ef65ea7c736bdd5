"""SQLite: articles and what hangs on them, a full-text index, replaced by PMID."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from scraper import sinks
from scraper.errors import OutputError
from scraper.sinks.sqlite import database
from scraper.sinks.sqlite.tables import APPLICATION_ID, TABLES, USER_VERSION
from tests.sinks.records import Record, article, compact, lines, write

LINKS = ("cited_by", "similar_articles", "references")


def rows(path: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, values).fetchall()


def one(path: Path, query: str, *values: object) -> Any:  # noqa: ANN401 - any value
    ((value,),) = rows(path, query, *values)
    return value


def check(path: Path) -> None:
    """See that the file is sound: pages, foreign keys, index."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute(
            "INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)"
        )


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the records of all samples."""
    return write(tmp_path_factory.mktemp("sqlite") / "x.sqlite", lines())


def articles() -> Iterator[Record]:
    """Yield the records that stay: the last of each PMID, and those without one."""
    found = [json.loads(line) for line in lines()]
    found = [record for record in found if not record["kind"].startswith("listing")]
    last = {record["pmid"]: at for at, record in enumerate(found)}
    yield from (r for at, r in enumerate(found) if r["pmid"] is None or last[r["pmid"]] == at)


def test_the_file_is_sound_and_says_whose_it_is(path: Path) -> None:
    check(path)
    assert one(path, "PRAGMA application_id") == APPLICATION_ID
    assert one(path, "PRAGMA user_version") == USER_VERSION


def test_every_article_is_there_once_with_all_of_its_record(path: Path) -> None:
    kept = [json.loads(record) for (record,) in rows(path, "SELECT record FROM articles")]
    expected = list(articles())
    assert len(expected) < len(lines())
    key = json.dumps
    assert sorted(map(key, kept)) == sorted(map(key, expected))


def test_every_column_and_row_is_that_of_the_record(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        for found in connection.execute("SELECT * FROM articles").fetchall():
            record = json.loads(found["record"])
            assert dict(found) == columns(record, found["id"], found["record"])
            assert parts(connection, found["id"]) == expected_parts(record)


def columns(record: Record, id_: int, line: str) -> Record:
    journal, page = record["journal"] or {}, record["page"]
    names = (
        "pmid kind pmcid doi bookaccession title vernacular_title abstract citation volume issue "
        "pages start_page end_page publication_status free_full_text retracted"
    )
    return {
        "id": id_,
        **{name: record[name] for name in names.split()},
        **{
            f"journal_{name}": journal.get(name)
            for name in ("title", "medline_ta", "issn", "nlm_unique_id")
        },
        "pub_date": (record["pub_date"] or {}).get("iso"),
        "pub_year": (record["pub_date"] or {}).get("year"),
        "article_date": (record["article_date"] or {}).get("iso"),
        **{name: page.get(name) for name in ("layout", "url", "source", "retrieved_at")},
        "record": line,
    }


def parts(connection: sqlite3.Connection, id_: int) -> Record:
    """Read what hangs on an article back into the form of a record."""

    def of(query: str, *values: object) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in connection.execute(query, (id_, *values))]

    authors = of(
        "SELECT name, last_name, fore_name, initials, suffix, collective_name, orcid, "
        "equal_contrib FROM authors WHERE article_id = ? ORDER BY position"
    )
    listed = "SELECT {} FROM {} WHERE article_id = ? ORDER BY position"
    links = of(
        "SELECT type, pmid, pmcid, doi, title, citation FROM citations WHERE article_id = ? "
        "ORDER BY type, position"
    )
    return {
        "authors": authors,
        "affiliations": [row[0] for row in of(listed.format("affiliation", "affiliations"))],
        "author_affiliations": of(
            "SELECT author, affiliation FROM author_affiliations WHERE article_id = ? ORDER BY 1, 2"
        ),
        "mesh": of(
            "SELECT descriptor_name, h.major_topic, qualifier_name, q.major_topic "
            "FROM mesh_headings h LEFT JOIN mesh_qualifiers q "
            "ON q.article_id = h.article_id AND q.heading = h.position "
            "WHERE h.article_id = ? ORDER BY h.position, q.position"
        ),
        "types": [r[0] for r in of(listed.format("publication_type", "publication_types"))],
        "keywords": [r[0] for r in of(listed.format("keyword", "keywords"))],
        "links": links,
    }


def expected_parts(record: Record) -> Record:
    authors = record["authors"] or []
    names = "name last_name fore_name initials suffix collective_name orcid equal_contrib".split()
    links = [(name, other) for name in LINKS for other in (record[name] or {"items": []})["items"]]
    links += [(n["ref_type"], n["article"]) for n in record["comments_corrections"] or []]
    return {
        "authors": [tuple(author[name] for name in names) for author in authors],
        "affiliations": record["affiliations"] or [],
        "author_affiliations": [
            (at, of) for at, author in enumerate(authors) for of in author["affiliations"]
        ],
        "mesh": [
            (h["descriptor_name"], h["major_topic"], q.get("qualifier_name"), q.get("major_topic"))
            for h in record["mesh_headings"] or []
            for q in h["qualifiers"] or [{}]
        ],
        "types": record["publication_types"] or [],
        "keywords": record["keywords"] or [],
        "links": [
            (name, *(other.get(key) for key in ("pmid", "pmcid", "doi", "title", "citation")))
            for name, other in sorted(links, key=lambda link: link[0])
        ],
    }


def test_listings_and_their_items(path: Path) -> None:
    records = [json.loads(line) for line in lines()]
    listings = [record for record in records if record["kind"] == "listing"]
    kept = rows(
        path, "SELECT record, total, page, query, linkname, from_uid FROM listings ORDER BY id"
    )
    assert [json.loads(row[0]) for row in kept] == listings
    names = ("total", "page", "query", "linkname", "from_uid")
    assert [row[1:] for row in kept] == [tuple(r[name] for name in names) for r in listings]
    items = rows(
        path,
        "SELECT i.position, i.pmid, i.title, i.snippet, i.source FROM listing_items i "
        "WHERE listing_id IS NOT NULL ORDER BY listing_id, position",
    )
    assert items == [
        (at, item["pmid"], item["title"], item["snippet"], listing["source"])
        for listing in listings
        for at, item in enumerate(listing["items"])
    ]
    alone = [record for record in records if record["kind"] == "listing_item"]
    kept = rows(path, "SELECT record, pmid, source FROM listing_items WHERE listing_id IS NULL")
    assert [json.loads(row[0]) for row in kept] == alone
    assert [row[1:] for row in kept] == [(r["pmid"], r["source"]) for r in alone]
    assert listings
    assert alone


def test_a_number_that_no_column_holds_is_null_and_in_the_record(tmp_path: Path) -> None:
    listing = next(json.loads(line) for line in lines() if b'"kind":"listing"' in line)
    path = write(tmp_path / "x.sqlite", [compact(listing | {"total": 10**30})])
    assert one(path, "SELECT total FROM listings") is None
    assert json.loads(one(path, "SELECT record FROM listings"))["total"] == 10**30


def search(path: Path, words: str) -> list[str]:
    query = (
        "SELECT pmid FROM articles_fts JOIN articles ON articles.id = articles_fts.rowid "
        "WHERE articles_fts MATCH ? ORDER BY pmid"
    )
    return [pmid for (pmid,) in rows(path, query, words)]


def test_titles_and_abstracts_are_found_by_their_words(tmp_path: Path) -> None:
    records = [
        article("1", title="Rivers in Málaga", abstract="On water."),
        article("2", title="Hills", abstract="No rivers here."),
        article("3", title="Hills", abstract=None),
    ]
    path = write(tmp_path / "x.sqlite", records)
    assert search(path, "rivers") == ["1", "2"]
    assert search(path, "title: rivers") == ["1"]
    assert search(path, "malaga") == ["1"]
    assert search(path, "hills NOT rivers") == ["3"]


@pytest.mark.parametrize("append", [False, True])
def test_a_later_record_of_a_pmid_replaces_the_earlier_and_all_its_rows(
    tmp_path: Path, *, append: bool
) -> None:
    path = tmp_path / "x.sqlite"
    before, other = article("1", title="Old rivers"), article("2", title="Other rivers")
    after = article("1", title="New hills", authors=[], keywords=["hill"], mesh_headings=None)
    write(path, [before, other, *([] if append else [after])])
    if append:
        write(path, [after], append=True)
    check(path)
    assert rows(path, "SELECT id, pmid, title FROM articles ORDER BY id") == [
        (1, "1", "New hills"),
        (2, "2", "Other rivers"),
    ]
    assert search(path, "title: rivers") == ["2"]
    assert search(path, "title: hills") == ["1"]
    assert rows(path, "SELECT keyword FROM keywords WHERE article_id = 1") == [("hill",)]
    for table in ("authors", "author_affiliations", "mesh_headings", "mesh_qualifiers"):
        assert {of for (of,) in rows(path, f"SELECT article_id FROM {table}")} <= {2}  # noqa: S608


def test_what_is_appended_twice_is_there_once(tmp_path: Path) -> None:
    path = write(tmp_path / "x.sqlite", [article(str(number)) for number in range(5)])
    before = list(rows(path, "SELECT * FROM citations"))
    write(path, [article(str(number)) for number in range(5)], append=True)
    check(path)
    assert rows(path, "SELECT * FROM citations") == before
    assert one(path, "SELECT count(*) FROM articles") == 5


def test_articles_without_a_pmid_have_no_key_and_are_all_kept(tmp_path: Path) -> None:
    path = write(tmp_path / "x.sqlite", [article(None), article(None)])
    write(path, [article(None)], append=True)
    assert one(path, "SELECT count(*) FROM articles WHERE pmid IS NULL") == 3


def test_a_user_s_own_changes_reach_the_index(tmp_path: Path) -> None:
    path = write(tmp_path / "x.sqlite", [article("1", title="Rivers", abstract=None)])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE articles SET title = 'Hills'")
    assert (search(path, "rivers"), search(path, "hills")) == ([], ["1"])
    check(path)


def test_append_makes_the_file_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    assert one(write(path, [article("1")], append=True), "SELECT pmid FROM articles") == "1"
    path.write_bytes(b"")
    assert one(write(path, [article("2")], append=True), "SELECT pmid FROM articles") == "2"


def test_fields_that_were_left_out_are_null_and_their_lists_empty(tmp_path: Path) -> None:
    record = json.loads(article("1"))
    some = {name: record[name] for name in ("kind", "pmid", "authors")}
    path = write(tmp_path / "x.sqlite", [json.dumps(some).encode()], fields=set(some))
    assert rows(path, "SELECT pmid, title FROM articles") == [("1", None)]
    assert one(path, "SELECT count(*) FROM authors") == len(record["authors"])
    assert one(path, "SELECT count(*) FROM author_affiliations") == 0
    with pytest.raises(OutputError, match="needs the fields kind and pmid"):
        write(tmp_path / "y.sqlite", [], fields={"pmid", "title"})


@pytest.mark.parametrize("append", [False, True])
def test_a_run_without_a_good_end_leaves_the_file(tmp_path: Path, *, append: bool) -> None:
    path = write(tmp_path / "x.sqlite", [article("1")])
    before = path.read_bytes()

    def broken() -> Iterator[bytes]:
        yield article("2")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(path, broken(), append=append)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["x.sqlite"]  # noqa: PTH208 - names are enough


@pytest.mark.parametrize("append", [False, True])
def test_another_program_s_database_stays_as_it_is(tmp_path: Path, *, append: bool) -> None:
    path = tmp_path / "x.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (a)")
    before = path.read_bytes()
    with pytest.raises(OutputError, match="a database of something else") as caught:
        write(path, [article("1")], append=append)
    assert caught.value.source == str(path)
    assert path.read_bytes() == before


def test_another_version_s_database_is_made_anew_only(tmp_path: Path) -> None:
    path = write(tmp_path / "x.sqlite", [article("1")])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {USER_VERSION + 1}")
    with pytest.raises(OutputError, match="another version of this program"):
        write(path, [], append=True)
    assert one(write(path, [article("2")]), "SELECT pmid FROM articles") == "2"


def test_what_is_no_database_is_replaced_but_not_appended_to(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    path.write_text("notes")
    with pytest.raises(OutputError, match="no database"):
        write(path, [], append=True)
    assert path.read_text() == "notes"
    assert one(write(path, [article("1")]), "SELECT pmid FROM articles") == "1"


def test_a_damaged_database_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "x.sqlite", [article(str(number)) for number in range(50)])
    path.write_bytes(path.read_bytes()[:20_000])
    with pytest.raises(OutputError, match="malformed") as caught:
        write(path, [article("1")], append=True)
    assert caught.value.source == str(path)


@pytest.mark.parametrize("append", [False, True])
def test_only_one_process_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, append: bool
) -> None:
    monkeypatch.setattr(database, "_WAIT", 0)
    path = write(tmp_path / "x.sqlite", [article("1")])
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OutputError, match="another process"):
            write(path, [article("2")], append=append)
    assert one(path, "SELECT pmid FROM articles") == "1"


@pytest.mark.parametrize("append", [False, True])
def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, append: bool) -> None:
    path = write(tmp_path / "x.sqlite", [article("1")])
    before = path.read_bytes()
    real = sqlite3.connect

    def small(*place: Any, **options: Any) -> sqlite3.Connection:  # noqa: ANN401
        connection: sqlite3.Connection = real(*place, **options)
        connection.execute(f"PRAGMA max_page_count = {len(before) // 4096 + 2}")
        return connection

    monkeypatch.setattr(sqlite3, "connect", small)
    with pytest.raises(OSError, match="No space") as caught:
        write(path, [article(str(number)) for number in range(99)], append=append)
    assert caught.value.filename == str(path)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["x.sqlite"]  # noqa: PTH208 - names are enough


def test_a_journal_without_its_database_is_nobody_s(tmp_path: Path) -> None:
    journal = tmp_path / "x.sqlite-journal"
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + b"\0" * 4096)
    wal = tmp_path / "x.sqlite-wal"
    wal.write_bytes(b"left behind")
    path = write(tmp_path / "x.sqlite", [article("1")])
    assert list(tmp_path.iterdir()) == [path]
    check(path)


def test_an_sqlite_without_full_text_search_is_told_of_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.sinks.sqlite.TABLES", TABLES.replace("fts5", "fts99"))
    with pytest.raises(OutputError, match="no such module: fts99"):
        write(tmp_path / "x.sqlite", map(pytest.fail, ["asked for a record"]))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["/dev/null", "pipe", "folder", "no/such/x.sqlite"])
def test_places_that_are_no_files(tmp_path: Path, place: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    path = tmp_path / place
    with pytest.raises((OutputError, OSError)) as caught:
        with_sqlite(path)
    name = getattr(caught.value, "source", None) or getattr(caught.value, "filename", None)
    assert name == str(path)


def with_sqlite(path: Path) -> None:
    with sinks.open_sink("sqlite", str(path)) as sink:
        sink.write(article("1"))
