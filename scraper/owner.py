"""Who works on a job: a small file beside it, ``JOB.owner``, for people and for ``status``.

It is not the lock, which SQLite holds: a file that a killed process left says nothing.
"""

import json
import os
import socket
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


def _beside(job: str) -> Path:
    return Path(f"{job}.owner")


def write(job: str, **progress: object) -> None:
    """Say that this process works on the job, and how far it is; whole or not at all."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    said = {"pid": os.getpid(), "host": socket.gethostname(), "at": now, **progress}
    target = _beside(job)
    temporary = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    with suppress(OSError):  # only talk: a full disk is noticed where it matters
        temporary.write_text(json.dumps(said), encoding="utf-8")
        temporary.replace(target)


def remove(job: str) -> None:
    """Say that nobody works on the job."""
    with suppress(OSError):
        _beside(job).unlink()


def read(job: str) -> dict[str, Any]:
    """Return what the process that works on the job says; nothing where it says nothing."""
    try:
        said = json.loads(_beside(job).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def says(job: str) -> str:
    """Say in words who works on a job that is locked."""
    said = read(job)
    if not said:
        return "another process works on this job; wait for it, or use another job file"
    return (
        f"process {said.get('pid')} on {said.get('host')} works on this job; "
        "wait for it, stop it, or use another job file"
    )
