"""Whether a screenshot shows anything."""

import struct
import zlib


def lines(png: bytes) -> int:
    """Return how many different lines of pixels a PNG has; a blank one has one or two."""
    width, height, depth, colour = struct.unpack(">IIBB", png[16:26])
    size = 1 + width * {2: 3, 6: 4}[colour] * depth // 8
    place, data = 8, b""
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        if kind == b"IDAT":
            data += png[place + 8 : place + 8 + length]
        place += length + 12
    pixels = zlib.decompress(data)
    return len({pixels[row * size : (row + 1) * size] for row in range(height)})
