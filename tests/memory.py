"""How much memory a process took at most: asked for by the children that tests start."""

import re
import resource
from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak() -> int:
    """Return KiB since the program began.

    ``ru_maxrss`` of a child is at least what its parent held when it was started, so a
    large test run would hide what the child takes; Linux knows better.
    """
    if not _STATUS.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = re.search(r"VmHWM:\s+(\d+) kB", _STATUS.read_text("ascii", "replace"))
    assert found
    return int(found[1])
