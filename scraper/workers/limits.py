"""What one page may take of the machine."""

from typing import Final, NamedTuple

from attrs import field, frozen, validators

_USUAL: Final = 16 * 2**20
"""Bytes of the largest input that the limits are meant for; a larger one may take more."""
_PER_BYTE: Final = 8
"""Bytes of memory that each byte beyond may take: it is there as bytes, as text, as lines."""


class Allowance(NamedTuple):
    """What an input of a certain size may take."""

    seconds: float
    """Of processor time, for each of its records."""
    memory: int
    """Bytes beside what the program itself takes."""


@frozen
class Limits:
    """What a page may take before it costs itself, as `parser_limit`, and nothing else."""

    page_timeout: float = field(default=1.0, validator=validators.gt(0))
    """Seconds of processor time for a page, or for a record in a file of many."""
    page_memory: int = field(default=2**30, validator=validators.ge(2**26))
    """Bytes of memory for a page, beside those that the program itself takes."""

    def allow(self, size: int) -> Allowance:
        """Return what an input of ``size`` bytes may take; a file of many records more."""
        seconds = self.page_timeout * max(1.0, size / _USUAL)
        return Allowance(seconds, self.page_memory + _PER_BYTE * max(0, size - _USUAL))
