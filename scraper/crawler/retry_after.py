"""``Retry-After``: how long a server asks to be left alone (RFC 9110, 10.2.3)."""

import re
from collections.abc import Iterable
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Final

_SECONDS: Final = re.compile(r"[0-9]{1,18}", re.ASCII)
_DATE: Final = re.compile(r"[ -~]{1,64}")


def retry_after(values: Iterable[str], now: float) -> float | None:
    r"""Return the longest wait that the headers ask for, in seconds; None where none can be read.

    Args:
        values: the values of all ``Retry-After`` headers.
        now: seconds since 1970, against which a date is measured. A date that is past is no wait.

    >>> retry_after(["120"], 0), retry_after(["Thu, 01 Jan 1970 00:02:00 GMT"], 30)
    (120.0, 90.0)
    >>> retry_after(["-1", "soon", "\u0665"], 0), retry_after(["5", "7"], 0)
    (None, 7.0)
    """
    waits = [wait for value in values if (wait := _wait(value.strip(), now)) is not None]
    return max(waits, default=None)


def _wait(value: str, now: float) -> float | None:
    if _SECONDS.fullmatch(value):
        return float(value)
    if not _DATE.fullmatch(value):
        return None
    try:
        date = parsedate_to_datetime(value)
        if date.tzinfo is None:  # an HTTP-date is in GMT, said or not
            date = date.replace(tzinfo=UTC)
        wait = date.timestamp() - now
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return wait if wait > 0 else None
