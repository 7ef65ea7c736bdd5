"""How a worker process starts."""

import os
import pickle
import signal
import socket
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from scraper.workers import child
from scraper.workers.limits import Limits

if TYPE_CHECKING:
    import subprocess

Start = Literal["fork", "exec"]

_TASKS: Final = Path("/proc/self/task")
_EXEC: Final = (
    "import sys, pickle; sys.path[:], limits = pickle.loads(bytes.fromhex(sys.argv[1]));"
    "from scraper.workers.child import started; started({handle}, pickle.loads(limits))"
)
_SHARED: Final = "__import__('socket').fromshare(sys.stdin.buffer.read()).detach()"
"""How Windows hands a socket over."""


def preferred() -> Start:
    """Tell how a worker starts best.

    By a fork, where no other thread can be in the middle of something: it takes a
    hundredth of the time of a new interpreter. macOS has such threads of its own.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return "exec"
    return "fork" if len(list(_TASKS.iterdir())) == 1 else "exec"


def forked(theirs: socket.socket, limits: Limits) -> int:
    """Fork a worker, which has the other end of a socket; return its number."""
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    try:
        pid = os.fork()
        if pid == 0:
            child.forked(theirs, limits)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    return pid


def executed(theirs: socket.socket, limits: Limits) -> "subprocess.Popen[bytes]":
    """Start a worker in an interpreter of its own."""
    import subprocess  # noqa: PLC0415 - a fork needs none

    share = getattr(theirs, "share", None)
    code = _EXEC.format(handle=_SHARED if share else 0)
    told = pickle.dumps((sys.path, pickle.dumps(limits))).hex()
    command = [sys.executable, "-c", code, told]
    process = subprocess.Popen(  # noqa: S603 - ourselves
        command,
        process_group=0,  # Ctrl-C is for the parent
        stdin=subprocess.PIPE if share else theirs.fileno(),
        stdout=subprocess.DEVNULL,
    )
    if share and process.stdin:  # pragma: no cover - Windows
        with process.stdin as pipe:
            pipe.write(share(process.pid))
    return process
