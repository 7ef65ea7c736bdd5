"""Where records go, without the command line."""

import json
import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from scraper import sinks

RECORDS = [b'{"pmid":"1"}', '{"title":"流れ"}'.encode()]


class Memory:
    """A stream that remembers each call."""

    def __init__(self) -> None:
        self.calls: list[bytes] = []

    def write(self, data: bytes) -> None:
        self.calls.append(data)


def written(format_: str, records: list[bytes]) -> list[bytes]:
    memory = Memory()
    with sinks.open_sink(format_, memory) as sink:
        for record in records:
            sink.write(record)
    return memory.calls


def test_json_lines() -> None:
    assert written("jsonl", RECORDS) == [record + b"\n" for record in RECORDS]
    assert written("jsonl", []) == []


@pytest.mark.parametrize("count", [0, 1, 2])
def test_an_array_is_valid_with_any_number_of_records(count: int) -> None:
    calls = written("json", RECORDS[:count])
    assert len(calls) == count + 1
    assert json.loads(b"".join(calls)) == [json.loads(record) for record in RECORDS[:count]]


def test_pretty() -> None:
    assert written("pretty", RECORDS) == [
        b'{\n  "pmid": "1"\n}\n',
        '{\n  "title": "流れ"\n}\n'.encode(),
    ]


def test_an_array_ends_well_after_an_interrupt_but_not_after_a_failed_write() -> None:
    for error, end in ((SystemExit(130), b"[]\n"), (OSError(28, "full"), b"")):
        memory = Memory()
        with pytest.raises(type(error)), sinks.open_sink("json", memory):
            raise error
        assert b"".join(memory.calls) == end


def test_a_format_has_to_say_how_it_writes() -> None:
    with pytest.raises(NotImplementedError):
        sinks.Sink(Memory()).write(b"{}")


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with sinks.open_stream(str(path)) as stream:
        stream.write(b"new")
        assert not path.exists()
        (temporary,) = tmp_path.iterdir()
        assert temporary.name.startswith(".pubmed-scraper-")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def fail(_result: object, error: type[BaseException]) -> NoReturn:
    raise error


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_a_file_stays_when_the_new_one_is_not_whole(
    tmp_path: Path, error: type[BaseException]
) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    with pytest.raises(error), sinks.atomic(str(path)) as stream:
        fail(stream.write(b"new"), error)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    path = str(tmp_path / "out.jsonl")
    with pytest.raises(OSError, match="No space") as caught, sinks.atomic(path) as stream:
        stream.write(b"new")
    assert caught.value.filename == path
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_synced_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(22, "Invalid argument")
        real(handle)

    monkeypatch.setattr("os.fsync", fsync)
    with sinks.atomic(str(tmp_path / "out")) as stream:
        stream.write(b"new")
    assert (tmp_path / "out").read_bytes() == b"new"


def test_a_write_protected_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"old")
    monkeypatch.setattr("os.access", lambda *_: False)  # root may write anything
    with pytest.raises(PermissionError) as caught, sinks.atomic(str(path)):
        pass
    assert caught.value.filename == str(path)
    assert path.read_bytes() == b"old"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError), sinks.atomic(str(tmp_path)):
        pass


def test_a_fifo_is_written_to(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with sinks.atomic(str(path)) as stream:
        stream.write(b"now")
        assert os.read(reader, 9) == b"now"
    os.close(reader)
    assert path.is_fifo()


def test_a_line_is_there_as_soon_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "errors.jsonl"
    with sinks.line_file(str(path)) as stream:
        stream.write(b"{}\n")
        assert path.read_bytes() == b"{}\n"
