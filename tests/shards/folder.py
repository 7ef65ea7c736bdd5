"""What lies in a folder of parts."""

import json
from pathlib import Path
from typing import Any


def union(folder: Path, ending: str = ".jsonl") -> bytes:
    """Return the bytes of all parts, in order."""
    parts = sorted(folder.glob(f"part-?????{ending}"))
    return b"".join(part.read_bytes() for part in parts)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return all files but those of the lock."""
    return {
        path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")
    }


def manifest(folder: Path) -> dict[str, Any]:
    """Read the manifest."""
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_text())
    return found
