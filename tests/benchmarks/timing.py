"""How long something takes: functions of this process, and whole commands."""

import gc
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter, perf_counter_ns

from attrs import frozen

_PAUSE = 0.3
"""Seconds between two looks at a command's memory: each takes milliseconds of a processor, which
the command may want for itself."""


def in_turn(ways: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median time of each way in microseconds; the ways take turns."""
    times: dict[str, list[int]] = {way: [] for way in ways}
    for _ in range(rounds):
        for way, run in ways.items():
            start = perf_counter_ns()
            run()
            times[way].append(perf_counter_ns() - start)
    gc.collect()  # soup is full of cycles: nobody else shall pay for them
    return {way: statistics.median(taken) / 1000 for way, taken in times.items()}


@frozen
class Usage:
    """What a command took."""

    seconds: float
    peak: int
    """Bytes that it and its children held together at most (PSS); 0 where none can tell."""


def command(*arguments: str) -> Usage:
    """Run ``python -m scraper`` with arguments and watch it.

    Raises:
        subprocess.CalledProcessError: it did not end well.
    """
    return watch([sys.executable, "-m", "scraper", *arguments])


def watch(argv: Sequence[str]) -> Usage:
    """Run a command in a session of its own and look at its memory while it runs."""
    start, peak = perf_counter(), 0
    with subprocess.Popen(argv, stdout=subprocess.DEVNULL, start_new_session=True) as process:
        while process.poll() is None:
            peak = max(peak, _memory(process.pid))
            try:
                process.wait(_PAUSE)
            except subprocess.TimeoutExpired:
                continue
    seconds = perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, argv)
    return Usage(seconds, peak)


def seconds(argv: Sequence[str]) -> float:
    """Run a command, unwatched, and return its time."""
    start = perf_counter()
    subprocess.run(argv, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - start


def _memory(session: int) -> int:
    """Return the bytes of all processes of a session, what they share counted once."""
    return sum(_share(int(entry.name), session) for entry in Path("/proc").glob("[0-9]*"))


def _share(pid: int, session: int) -> int:
    try:
        if os.getsid(pid) != session:
            return 0
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:  # it has ended
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
