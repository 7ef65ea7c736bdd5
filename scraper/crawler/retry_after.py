"""``Retry-After``: how long a server asks to be left alone (RFC 9110, 10.2.3)."""

import re
from collections.abc import Iterable
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Final

_SECONDS: Final = re.compile(r"[0-9]{1,18}")
_DATE: Final = re.compile(
    r"""[A-Z][a-z]+,\ \d\d[ -][A-Z][a-z]{2}[ -](?:\d\d)?\d\d\ \d\d:\d\d:\d\d
        (?:\ (?:GMT|UTC|[+-]\d{4}))?
      | [A-Z][a-z]{2}\ [A-Z][a-z]{2}\ [ \d]\d\ \d\d:\d\d:\d\d\ \d{4}""",
    re.ASCII | re.VERBOSE,
)
"""The three forms of an HTTP-date (RFC 9110, 5.6.7); the zone is sometimes left out."""


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
    waits = [wait for value in values if (wait := _wait(value.strip(" \t"), now)) is not None]
    return max(waits, default=None)


def _wait(value: str, now: float) -> float | None:
    if _SECONDS.fullmatch(value):
        return float(value)
    if not _DATE.fullmatch(value):
        return None
    try:
        date = parsedate_to_datetime(value)
    except ValueError:  # a day or an hour that no calendar has
        return None
    if date.tzinfo is None:  # an HTTP-date is in GMT, said or not
        date = date.replace(tzinfo=UTC)
    return max(0.0, date.timestamp() - now) or None
