"""Dates and numbers of a citation line, as NLM prints them."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from tests.pagegen.build import Json, citation, date
from tests.pagegen.build.basics import MONTHS

from .chance import chance, perhaps

_SEASONS = ("Winter", "Spring", "Summer", "Fall", "Autumn")
_DOI_TAILS = ("{}", "j.{}.x", "S0140-6736(05){}-0", "{}/ABC.def", "(SICI)1097(199808)17:15/16<{}::AID3>3.0.CO;2-2",
              "{}#sec-1", "a&b_{}", "{}:5", "[{}]", "annurev-{}-é")  # fmt: skip
_SHORT_NUMBER = 99_999


class Numbers(NamedTuple):
    """Volume, issue and pages, and what the pages mean."""

    volume: str | None
    issue: str | None
    pages: str | None
    start: str | None
    end: str | None

    @property
    def parts(self) -> tuple[str | None, str | None, str | None]:
        """What is printed."""
        return self[:3]


def exact_date(random: Random) -> Json:
    """Draw a year, a month or a day."""
    month = perhaps(random, lambda random: random.randint(1, 12), 0.7)
    day = perhaps(random, lambda random: random.randint(1, 31)) if month else None
    return date(_year(random), month, day)


def _year(random: Random) -> int:
    return random.randint(1850, 2030)


def any_date(random: Random) -> Json:
    """Draw a date of any form: also a season, or a range of days, of months, over years."""
    if chance(random, 0.7):
        return exact_date(random)
    year = _year(random)
    first, last = random.randint(1, 11), random.randint(1, 12)
    month, later = MONTHS[first - 1], MONTHS[first]
    days = f"{random.randint(1, 15)}-{random.randint(16, 31)}"
    season = random.choice(_SEASONS)
    forms = (
        date(year, raw=f"{year} {season}"),
        date(year, raw=f"{season} {year}"),
        date(year, raw=f"{year} {month}-{later}"),
        date(year, raw=f"{year} {month}-{year + 1} {MONTHS[last - 1]}"),
        date(year, first, raw=f"{year} {month} {days}") | {"day": None},
        date(year, raw=f"{year} {month} 30-{later} 6"),
        date(year, raw=f"{year}-{year + 1}"),
    )
    return random.choice(forms)


def _range(random: Random) -> tuple[str, str, str | None]:
    """Draw a range of pages; NLM drops of its end what repeats the beginning."""
    start = random.choice((random.randint(1, 99), random.randint(100, 99_999)))
    first, last = str(start), str(start + random.randint(1, 120))
    prefix = random.choice(("", "", "", "E", "S", "R"))
    shared = 0
    while len(first) == len(last) and first[shared] == last[shared]:
        shared += 1
    full = chance(random, 0.2)
    printed = f"{prefix}{last}" if full else last[shared:]
    return f"{prefix}{first}-{printed}", prefix + first, prefix + last


_SINGLE: tuple[Callable[[Random], tuple[str, str | None, str | None]], ...] = (
    lambda random: (page := str(random.randint(1, _SHORT_NUMBER)), page, None),
    lambda random: (f"e{random.randint(1, 999_999)}", None, None),
    lambda random: (f"CD{random.randint(1, 999_999):06}.pub3", None, None),
    lambda random: (str(random.randint(_SHORT_NUMBER + 1, 10**17)), None, None),
    lambda random: (f"S1-5; discussion S{random.randint(6, 9)}", None, None),
    lambda random: (f"890-901, {random.randint(902, 999)}", None, None),
    lambda _: ("117-22, 124 passim", None, None),
    lambda _: ("12A-14A", "12A", "14A"),
    lambda _: ("iv-x", "iv", "x"),
)
# Not drawn: "1024.e1-9", which is a range and an electronic locator in one.


def _pages(random: Random) -> tuple[str, str | None, str | None]:
    return _range(random) if chance(random, 0.6) else random.choice(_SINGLE)(random)


def numbers(random: Random) -> Numbers:
    """Draw volume, issue and pages that the printed line tells apart."""
    volume = perhaps(random, _volume, 0.8)
    issue = perhaps(random, _issue, 0.6 if volume else 0.1)
    pages = perhaps(random, _pages, 0.8)
    if pages is None and issue is None and volume and not volume.isdigit():
        pages = ("1-2", "1", "2")  # alone after ";" it would be read as pages
    return Numbers(volume, issue, *(pages or (None, None, None)))


def _volume(random: Random) -> str:
    number = random.randint(1, 999)
    forms = (f"{number}", f"{number}", f"{number} Suppl 1", f"{number}-B", f"{number}A", "Suppl")
    return random.choice(forms) if chance(random, 0.9) else str(random.randint(1000, 99_999))


def _issue(random: Random) -> str:
    return random.choice(
        ("2", "1-2", "403 Suppl", "Pt 1", "7 Suppl 2", "3 Pt (A)", "Suppl", "C", "5/6")
    )


def cite(random: Random, when: Json, found: Numbers) -> str:
    """Write the citation line.

    Lone pages stand after ``;`` or ``:``, a short number after ``:``: after ``;`` it is a volume.
    """
    pages = found.pages
    if not pages or found.volume or found.issue:
        return citation(when, *found.parts)
    short = pages.isdigit() and int(pages) <= _SHORT_NUMBER
    return f"{when['raw']}{':' if short or chance(random, 0.3) else ';'}{pages}."


def doi(random: Random) -> str:
    """Draw a DOI, with the marks that publishers put into theirs."""
    tail = random.choice(_DOI_TAILS).format(random.randint(1, 99_999))
    return f"10.{random.choice(('5555', '55551', '5555.12'))}/{tail}"
