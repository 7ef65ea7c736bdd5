"""Numbers from Hypothesis for code that asks a `random.Random`.

``hypothesis.strategies.randoms`` does the same, one drawn value for each number: eight times as
slow, and an article of a hundred authors is too much for it. Here Hypothesis draws one string
of bytes, varies it, and shrinks it: towards zeros, which draw the plainest article.
"""

from random import Random

from hypothesis import strategies as st

_ENOUGH = 4000


class Choices(Random):
    r"""Numbers read off a string of bytes; zeros when it is used up.

    >>> [Choices(b"\x80").random(), Choices(b"").randint(5, 9), Choices(b"").choice("ab")]
    [0.5, 5, 'a']
    """

    def __init__(self, data: bytes) -> None:
        super().__init__(0)
        self._data = data
        self._at = 0

    def random(self) -> float:
        """Return a number from 0 to 1 of two bytes."""
        return self.getrandbits(16) / 0x10000

    def getrandbits(self, k: int, /) -> int:
        """Return the first bits of the next bytes."""
        size = (k + 7) // 8
        taken = self._data[self._at : self._at + size]
        self._at += size
        return int.from_bytes(taken.ljust(size, b"\0")) >> (8 * size - k)

    def __repr__(self) -> str:
        """Keep four thousand bytes out of reports."""
        return "Choices(…)"


@st.composite
def choices(draw: st.DrawFn) -> Choices:
    """Draw numbers."""
    return Choices(draw(st.binary(min_size=_ENOUGH, max_size=_ENOUGH)))
