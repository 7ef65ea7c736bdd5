"""Where bytes come from, without the command line."""

import gzip
import io
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO, NoReturn, Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper import sources
from scraper.errors import ScraperError, TooLarge, Unreadable
from scraper.sources import RawPage
from scraper.sources.find import find
from scraper.sources.listing import listed


def tree(top: Path, *names: str) -> None:
    """Make files; the content of each is its name."""
    for name in names:
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def found(*paths: str) -> list[str]:
    """Return what the arguments stand for; an error as ``code: source``."""
    return [
        f"{item.code}: {item.source}" if isinstance(item, ScraperError) else item
        for item in find(paths)
    ]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_folder_in_the_order_of_names(tmp_path: Path) -> None:
    tree(
        tmp_path,
        "s/b.html",
        "s/a/z.htm",
        "s/C.TXT",
        "s/d.xhtml",
        "s/e.pdf",
        "s/.f.html",
        "s/.g/h.html",
    )
    assert found("s") == ["s/C.TXT", "s/a/z.htm", "s/b.html", "s/d.xhtml"]
    assert found("./s/a/") == ["./s/a/z.htm"]


def test_a_folder_deeper_than_python_can_recurse(tmp_path: Path) -> None:
    for _ in range(1500):
        Path("d").mkdir()
        os.chdir("d")
    Path("a.html").touch()
    os.chdir(tmp_path)
    try:
        assert found("d") == ["d/" * 1500 + "a.html"]
    finally:
        subprocess.run(["rm", "-r", "d"], check=True)  # noqa: S607 - pytest's own removal recurses


def test_links_are_followed_and_loops_are_not(tmp_path: Path) -> None:
    tree(tmp_path, "s/a/1.html", "other/2.html")
    (tmp_path / "s/a/up").symlink_to(tmp_path / "s")
    (tmp_path / "s/b").symlink_to(tmp_path / "other")
    (tmp_path / "s/c").symlink_to(tmp_path / "other")
    (tmp_path / "s/d.html").symlink_to(tmp_path / "other/2.html")
    (tmp_path / "s/gone.html").symlink_to(tmp_path / "gone")
    (tmp_path / "s/loop.html").symlink_to("loop.html")
    (tmp_path / "s/loop.css").symlink_to("loop.css")
    assert found("s") == ["s/a/1.html", "s/b/2.html", "s/d.html", "s/gone.html", "s/loop.html"]
    pages = sources.pages(["s"], stdin=io.BytesIO())
    assert [isinstance(item, Unreadable) for item in pages] == [False] * 3 + [True] * 2


def test_special_files_do_not_block_a_walk(tmp_path: Path) -> None:
    tree(tmp_path, "s/a.html")
    os.mkfifo(tmp_path / "s/pipe.html")
    (tmp_path / "s/link.html").symlink_to("pipe.html")
    assert found("s") == ["s/a.html"]


def test_a_kind_that_the_system_does_not_tell_is_left_to_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Entry:
        def __init__(self, path: str) -> None:
            self.path, self.name = path, Path(path).name

        def is_dir(self) -> NoReturn:
            raise OSError

    class Entries(list[Entry]):
        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    tree(tmp_path, "s/a.html")
    monkeypatch.setattr("os.scandir", lambda path: Entries([Entry(f"{path}/a.html")]))
    assert found("s") == ["s/a.html"]


def test_a_browsers_folder_beside_its_page(tmp_path: Path) -> None:
    tree(tmp_path, "s/x.html", "s/x_files/frame.html", "s/y.HTM", "s/y_files/frame.html")
    tree(tmp_path, "s/my_files/z.html")
    assert found("s") == ["s/my_files/z.html", "s/x.html", "s/y.HTM"]
    assert found("s/x.html", "s/x_files") == ["s/x.html"]  # the shell's expansion of s/x*
    assert found("s/x*") == ["s/x.html"]
    assert found("s/**") == ["s/my_files/z.html", "s/x.html", "s/y.HTM"]
    assert found("s/**/*.html") == ["s/my_files/z.html", "s/x.html"]
    assert found("s/x_files") == ["s/x_files/frame.html"]
    assert found("s/x_files/*.html") == ["s/x_files/frame.html"]


def test_patterns(tmp_path: Path) -> None:
    tree(tmp_path, "b.html", "a.html", "[1].html", "s/c.html")
    assert found("*.html") == ["[1].html", "a.html", "b.html"]
    assert found("[1].html") == ["[1].html"]
    assert found("?") == ["s/c.html"]
    assert found("*.xml") == ["unreadable: *.xml"]
    assert list(find(["*.html"], patterns=False)) == ["*.html"]


def test_xml_in_a_folder_is_what_its_first_bytes_say(tmp_path: Path) -> None:
    tree(tmp_path, "s/a.nbib", "s/b.MEDLINE", "s/c.xml", "s/d.xml.gz", "s/e.xml", "s/f.xml.gz")
    mine, other = b"<PubmedArticleSet>", b"<articles>"
    (tmp_path / "s/c.xml").write_bytes(mine)
    (tmp_path / "s/d.xml.gz").write_bytes(gzip.compress(mine))
    (tmp_path / "s/e.xml").write_bytes(other)
    (tmp_path / "s/f.xml.gz").write_bytes(gzip.compress(other))
    (tmp_path / "s/g.xml.gz").write_bytes(gzip.compress(mine)[:9])
    (tmp_path / "s/h.xml").symlink_to("gone")
    tally = sources.Tally()
    paths = [str(item)[2:3] for item in find(["s"], tally=tally)]
    assert ("".join(paths), tally.other_xml) == ("abcdgh", 2)
    assert found("s/e.xml") == ["s/e.xml"]
    assert found("s/e*") == ["s/e.xml"]


def test_a_folder_without_pages(tmp_path: Path) -> None:
    tree(tmp_path, "s/t/readme.md")
    assert found("s", "gone") == ["unreadable: s", "gone"]


@pytest.mark.parametrize(
    ("error", "words"),
    [(PermissionError(13, "no"), "no permission"), (OSError(5, "I/O error"), r"\(I/O error\)")],
)
def test_a_folder_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    tree(tmp_path, "s/a/1.html", "s/b/2.html")
    real = os.scandir

    def scandir(path: str) -> Any:  # noqa: ANN401 - an iterator and a context manager
        if path == "s/a":
            raise error
        return real(path)

    monkeypatch.setattr("os.scandir", scandir)
    assert found("s") == ["unreadable: s/a", "s/b/2.html"]
    problem = next(iter(find(["s"])))
    with pytest.raises(Unreadable, match=words):
        raise problem if isinstance(problem, ScraperError) else AssertionError


def test_is_single(tmp_path: Path) -> None:
    tree(tmp_path, "a.html", "[1].html")
    assert list(map(sources.is_single, ["a.html", "[1].html", "-", "gone", ".", "*.html"])) == [
        True, True, True, True, False, False,
    ]  # fmt: skip


def data(pages: Iterable[RawPage | ScraperError]) -> list[bytes | str]:
    return [page.data if isinstance(page, RawPage) else page.code for page in pages]


def test_pages_are_read_one_at_a_time(tmp_path: Path) -> None:
    tree(tmp_path, "s/1.html", "s/2.html")
    pages = sources.pages(["s", "-", "gone"], stdin=io.BytesIO(b"typed"))
    assert next(pages) == RawPage("s/1.html", b"s/1.html")
    (tmp_path / "s/2.html").write_bytes(b"changed")
    assert next(pages) == RawPage("s/2.html", b"changed")
    assert next(pages) == RawPage("-", b"typed")
    assert data(pages) == ["unreadable"]


@pytest.mark.parametrize(("limit", "expected"), [(8, b"s/1.html"), (7, "too_large")])
def test_the_limit(tmp_path: Path, limit: int, expected: bytes | str) -> None:
    tree(tmp_path, "s/1.html")
    for paths in (["s"], ["-"]):
        stdin = io.BytesIO(b"s/1.html")
        assert data(sources.pages(paths, stdin=stdin, max_bytes=limit)) == [expected]
        assert stdin.tell() <= limit + 1


def test_an_endless_stream_is_not_read_to_its_end() -> None:
    (error,) = sources.pages(["/dev/zero"], stdin=io.BytesIO(), max_bytes=3 * 2**20)
    assert isinstance(error, TooLarge)
    assert error.message.startswith("larger than 3,145,728 bytes")


class Faulty(io.BytesIO):
    """A stream that gives one line and then an error."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(b"1.html\n")
        self._error = error

    def read(self, _size: int | None = -1, /) -> bytes:
        raise self._error

    def __next__(self) -> bytes:
        return super().__next__() if not self.tell() else self.read()


@pytest.mark.parametrize(
    ("error", "code"), [(OSError(5, "I/O error"), "unreadable"), (MemoryError(), "too_large")]
)
def test_a_stream_that_fails(error: BaseException, code: str) -> None:
    assert data(sources.pages(["-"], stdin=Faulty(error))) == [code]


def test_a_list_that_breaks_off(tmp_path: Path) -> None:
    tree(tmp_path, "1.html")
    stdin = Faulty(OSError(5, "I/O error"))
    page, error = sources.loaded(sources.listed_inputs("-", stdin=stdin))
    assert page == RawPage("1.html", b"1.html")
    assert isinstance(error, Unreadable)
    assert error.source == "-"


def test_names_in_a_list_are_taken_as_they_stand(tmp_path: Path) -> None:
    tree(tmp_path, "-", "*.html", " a", "s/1.html")
    (tmp_path / "list").write_bytes(b"\xef\xbb\xbf-\r\n*.html\n\n a\ns\ngone?\n")
    pages = list(sources.loaded(sources.listed_inputs("list", stdin=io.BytesIO())))
    assert data(pages) == [b"-", b"*.html", b" a", b"s/1.html", "unreadable"]
    assert [page.source for page in pages] == ["-", "*.html", " a", "s/1.html", "gone?"]


def test_a_list_is_not_expected_to_end() -> None:
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as stream, os.fdopen(writer, "wb", buffering=0) as out:
        for null, end in ((False, b"\n"), (True, b"\0")):
            names = listed(stream, null=null)
            out.write(b"a" + end)
            assert next(names) == "a"
            out.write(b"b" + end + b"c")
            assert next(names) == "b"
            out.write(end)
            assert next(names) == "c"


class Dribble(io.RawIOBase):
    """A stream that gives a few bytes at a time."""

    def __init__(self, content: bytes, step: int) -> None:
        self._rest, self._step = content, step

    def read(self, _size: int = -1, /) -> bytes:
        piece, self._rest = self._rest[: self._step], self._rest[self._step :]
        return piece


@given(st.lists(st.binary(min_size=1).filter(lambda name: b"\0" not in name)), st.integers(1, 9))
def test_any_names_survive_a_nul_separated_list(names: list[bytes], step: int) -> None:
    for content in (b"\0".join(names), b"".join(name + b"\0" for name in names)):
        stream: BinaryIO = Dribble(content, step)  # type: ignore[assignment]
        got = [os.fsencode(name) for name in listed(stream, null=True) if isinstance(name, str)]
        assert got == names


@given(st.binary(min_size=1))
def test_a_source_is_valid_utf_8(name: bytes) -> None:
    source = sources.source_name(os.fsdecode(name))
    assert source.encode()
    try:
        assert source == name.decode()
    except UnicodeDecodeError:
        assert "\\x" in source
