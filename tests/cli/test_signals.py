"""What a signal does, in this process; `test_endings` sends real ones to the command."""

import signal
import threading
from collections.abc import Iterator

import pytest

from scraper import cli
from scraper.cli.signals import Signals

NUMBER = signal.SIGINT


@pytest.fixture
def signals() -> Iterator[Signals]:
    """Install handlers; a hangup is ignored, as behind `nohup`."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [signal.getsignal(number) for number in numbers]
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signals = Signals()
    signals.install()
    yield signals
    for number, handler in zip(numbers, before, strict=True):
        signal.signal(number, handler)


def test_a_signal_that_is_ignored_stays_so(signals: Signals) -> None:
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    assert signal.getsignal(NUMBER) == signals.caught


def test_a_signal_ends_the_program_and_the_next_does_not_disturb_its_end(signals: Signals) -> None:
    with pytest.raises(SystemExit) as caught:
        signal.raise_signal(NUMBER)
    assert caught.value.code == 130
    signal.raise_signal(signal.SIGTERM)
    assert signals.has_come


def test_a_signal_waits_for_what_must_be_finished_and_stops_it(signals: Signals) -> None:
    done: list[str] = []

    def work() -> None:
        with signals.hold(lambda: done.append("stop")):
            with signals.hold():
                signal.raise_signal(NUMBER)
                done.append("inner")
            done.append("outer")

    with pytest.raises(SystemExit):
        work()
    assert done == ["stop", "inner", "outer"]


def test_a_second_signal_does_not_wait(signals: Signals) -> None:
    done: list[str] = []

    def work() -> None:
        with signals.hold():
            for number in (NUMBER, NUMBER, NUMBER):
                signal.raise_signal(number)
                done.append("held")

    with pytest.raises(SystemExit):
        work()
    assert done == ["held"]


@pytest.mark.parametrize("code", [3, "a message"])
def test_the_interpreter_ends_as_usual_where_something_else_runs(
    monkeypatch: pytest.MonkeyPatch, code: int | str
) -> None:
    def main() -> None:
        raise SystemExit(code)

    monkeypatch.setattr(cli, "main", main)
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    with pytest.raises(SystemExit) as caught:
        cli.program()
    ended.set()
    thread.join()
    assert caught.value.code == code
