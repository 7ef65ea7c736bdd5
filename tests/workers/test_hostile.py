"""Hostile pages, alone and among good ones: each costs itself at most, and not for long."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

import scraper
from scraper import errors, structure
from scraper.decode import decode
from tests.cli.command import Command, page, pmids
from tests.workers.hostile import CASES, EVASIONS, HARMLESS, STRUCTURES, article, numbered

_FIRST = 90000000
LONG = 20.0
"""Seconds that no page takes, on the busiest machine; alone it is two."""


@pytest.mark.parametrize("name", STRUCTURES)
def test_a_hostile_structure_is_told_before_parsing(name: str) -> None:
    with pytest.raises(errors.ParserLimit, match="its markup") as caught:
        scraper.convert(STRUCTURES[name](), source=name)
    assert (caught.value.limit, caught.value.source) == ("structure", name)


@pytest.mark.parametrize("name", EVASIONS)
def test_what_gets_past_that_ends_with_its_process(name: str) -> None:
    begun = time.monotonic()
    with pytest.raises(errors.ParserLimit) as caught:
        scraper.convert(EVASIONS[name](), source=name, isolated=True, page_timeout=0.5)
    assert (caught.value.limit, caught.value.source) == ("time", name)
    assert time.monotonic() - begun < LONG


@pytest.mark.parametrize("name", HARMLESS)
def test_what_only_looks_hostile_is_read_or_refused_in_words(name: str) -> None:
    try:
        records = scraper.records(HARMLESS[name](), isolated=True, page_timeout=20)
    except errors.PageError as error:
        assert error.code in {"not_pubmed", "unreadable"}  # noqa: PT017 - either is well
    else:
        assert len(records) == 1


def test_all_of_them_among_good_pages_cost_themselves(command: Command, tmp_path: Path) -> None:
    for number, name in enumerate(CASES):
        (tmp_path / f"{number:03}-{name}.html").write_bytes(CASES[name]())
        (tmp_path / f"{number:03}.html").write_bytes(page(_FIRST + number))
    process = command.start("convert", "--page-timeout", "0.5", ".")
    output, told = process.communicate(timeout=300)
    assert process.returncode == 1
    good = [str(_FIRST + number) for number in range(len(CASES))]
    assert [pmid for pmid in pmids(output) if pmid in good] == good
    talk = told.decode()
    for name in (*STRUCTURES, *EVASIONS):
        assert f"-{name}.html: parser_limit: " in talk
    assert len(talk.splitlines()) + len(pmids(output)) == 2 * len(CASES)


def test_a_page_whose_tree_has_no_room_is_given_up() -> None:
    with pytest.raises(errors.ParserLimit) as caught:
        scraper.convert(
            article(body=b"<p>x" * 10**6), isolated=True, page_timeout=60, page_memory=2**26
        )
    assert caught.value.limit == "memory"


def test_a_page_that_takes_too_much_memory_is_given_up() -> None:
    listing = b"<html><head><meta name=ncbi_app content=pubmed></head><body><pre>%b</pre>"
    with pytest.raises(errors.ParserLimit) as caught:
        scraper.records(
            listing % (b"1\n" * 10**6), isolated=True, page_timeout=60, page_memory=2**27
        )
    assert caught.value.limit == "memory"
    assert scraper.records(listing % b"1\n2\n", isolated=True)


@pytest.mark.parametrize(
    ("path", "count", "html"),
    [
        (
            "references.items",
            5000,
            b"<div class=references id=references><h3 class=title>References</h3><ol>"
            + b"<li class=skip-numbering>Brook A. On rivers. J Demo. 2020;1:2-3.</li>" * 5000
            + b"</ol></div>",
        ),
        ("authors", 3000, b""),
    ],
)
def test_a_long_page_is_no_hostile_one(path: str, count: int, html: bytes) -> None:
    author = b"<span class=authors-list-item><a class=full-name>Ada Brook%d</a></span>, "
    authors = b"<div class=authors><div class=authors-list>%b</div></div>" % numbered(author, 3000)
    record = scraper.convert(article(head=authors, body=html), isolated=True)
    found: object = record
    for name in path.split("."):
        found = getattr(found, name)
    assert isinstance(found, tuple)
    assert len(found) == count


@pytest.mark.parametrize(
    "html",
    [
        "<p>" * 5000,
        "<br>" * 5000,
        "<ul>" + "<li>x" * 5000,
        "<script>" + "<div>" * 5000,
        "<script>" + "<b>" * 5000 + "</script>" + "<p>" * 5000,
        "<!--" + "<div>" * 5000,
        "<!-- " + "<b>" * 5000 + "-->" + "<p>" * 5000,
        "<div>" * 900,
        "<p>" * 3000 + ("<div>" * 100 + "</div>" * 100) * 50,
        '<img src="' + "A" * 50_000 + '">',
        '<p title="' + "a " * 20_000 + '">',
        "<p>" + "word " * 20_000,
        "a < b " * 20_000,
        "x" * 50_000,
    ],
    ids=lambda html: html[:24],
)
def test_odd_markup_is_no_hostile_one(html: str) -> None:
    structure.check(html.encode())


def test_long_tags_that_nest_are_hostile_too() -> None:
    with pytest.raises(errors.ParserLimit):
        structure.check(b'<ul class="articles-list" id="the-list-of-similar-articles">' * 5000)


def test_samples_pass_the_check() -> None:
    for path in Path("samples").rglob("*.html"):
        structure.check(decode(path.read_bytes()).text.encode())


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads Linux's own figures")
def test_the_memory_of_the_parent_is_flat(command: Command, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(article(body=b"<p>x</p>" * 20_000))
    code = (
        "import sys; from scraper.cli import main; from tests.memory import peak\n"
        "try: main()\n"
        "finally: sys.stderr.write(f'{peak()}')"
    )
    figures = []
    for count in (20, 1000):
        (tmp_path / "names").write_text("page.html\n" * count)
        arguments = ["convert", "--jobs", "2", "--files-from", "names", "-o", "out.jsonl"]
        talk = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            cwd=tmp_path,
            env=command.env,
            stderr=subprocess.PIPE,
            check=True,
        ).stderr
        figures.append(int(talk))
    assert figures[1] < figures[0] + 30_000
