"""A pseudo-terminal to which a command's streams can be tied."""

import os
import pty
import re

from tests.cli.command import Process


class Terminal:
    """A pseudo-terminal."""

    def __init__(self) -> None:
        self._master, self.stream = pty.openpty()

    def output(self, process: Process) -> str:
        """Return all that appears until the process ends."""
        os.close(self.stream)
        seen = b""
        while chunk := self._read():
            seen += chunk
        process.wait(timeout=60)
        os.close(self._master)
        return seen.decode().replace("\r\n", "\n")

    def plain(self, process: Process) -> str:
        """Return the same without colours and movements of the cursor."""
        return re.sub(r"\x1b\[[?0-9;]*[A-Za-z]", "", self.output(process))

    def _read(self) -> bytes:
        try:
            return os.read(self._master, 2**16)
        except OSError:  # Linux: the other side is closed
            return b""
