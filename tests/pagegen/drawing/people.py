"""Names of persons and groups, as bylines and lists print them."""

import re
from random import Random
from typing import NamedTuple

from tests.pagegen.build import Json, author, group, investigator

from .chance import chance, perhaps, several, some
from .words import capital, latin, name, phrase

_PARTICLES = ("O'", "O’", "D'", "van der ", "de la ", "Mc", "Al-", "St. ", "Ó ", "'t ", "el-", "N'")
_SHORT = ("E", "U", "Ó", "Ng", "Ly")
_FOREIGN = (("明", "王"), ("Иван", "Петров"), ("민준", "김"), ("Νίκος", "Δάφνης"), ("דוד", "כהן"),
            ("Iu A", "Ivanov"), ("X̌unu", "Mx̌ebi"))  # fmt: skip
_GIVEN = ("J", "T J", "Ó", "Jean-Pierre", "M'hamed", "Mary Ann", "K R A N")
SUFFIXES = ("Jr", "Sr", "II", "III", "IV", "2nd", "3rd", "4th")
_ONE_LETTER = 2
"""How many letters NLM writes at most for one Russian letter."""
_ORCID = "0000-000{}-{:04}-{:03}{}"
_MANY, _VERY_MANY = 40, 300


class Person(NamedTuple):
    """The parts of a name."""

    fore: str
    last: str
    initials: str
    suffix: str | None

    @property
    def printed(self) -> str:
        """The name as the modern byline has it."""
        return " ".join(filter(None, (self.fore, self.last, self.suffix)))

    @property
    def listed(self) -> str:
        """The name as lists and the older bylines have it: ``Last II Jr``."""
        return " ".join(filter(None, (self.last, self.initials, self.suffix)))


def person(random: Random) -> Person:
    """Draw a name: Latin with all that hangs on it, or of another script."""
    if chance(random, 0.1):
        fore, last = random.choice(_FOREIGN)
    else:
        fore = random.choice(_GIVEN) if chance(random, 0.4) else capital(random)
        last = random.choice(_SHORT) if chance(random, 0.05) else _last(random)
    return Person(fore, last, _initials(fore), perhaps(random, _suffix, 0.1))


def _suffix(random: Random) -> str:
    return random.choice(SUFFIXES)


def _last(random: Random) -> str:
    last = capital(random)
    if chance(random, 0.2):
        last = random.choice(_PARTICLES) + last
    if chance(random, 0.15):
        second = capital(random)
        if len(second) <= _ONE_LETTER:  # ``Ia`` before ``V`` could be initials before a suffix
            second += "nov"
        last += random.choice("- ") + second
    return last


def _initials(fore: str) -> str:
    """Give the first letters of the given names, as NLM does; ``Iu`` is one Russian letter.

    >>> _initials("Jean-Pierre"), _initials("Iu A")
    ('JP', 'IuA')
    """
    return "".join(part if part == "Iu" else part[0] for part in re.split(r"[ -]", fore))


def team(random: Random) -> str:
    """Draw the name of a group, of capitalized words."""
    return random.choice(
        (
            "{} Group",
            "{} Study Investigators",
            "Consortium for {}",
            "on behalf of the {} Collaborators",
            "{} 2 Trialists (North)",
        )
    ).format(name(random))


def commas_team(random: Random) -> str:
    """Draw a group whose name has commas; it can only stand after a semicolon."""
    return f"{capital(random)}, {capital(random)} and Life, {name(random)} Study Group"


def byline_size(random: Random) -> int:
    """Draw how many authors there are: few, sometimes many, seldom three hundred."""
    size = random.random()
    if size < 0.92:
        return random.randint(0, 6)
    return random.randint(7, _MANY if size < 0.99 else _VERY_MANY)


def byline(random: Random, affiliations: int) -> list[Json]:
    """Draw the authors of an article; some point into its affiliations."""
    return [_author(random, affiliations) for _ in range(byline_size(random))]


def _author(random: Random, affiliations: int) -> Json:
    marks = some(random, range(affiliations), 3)
    if chance(random, 0.1):
        named = random.choice((team, commas_team, phrase))(random)
        return group(f"{named} Team", *marks)
    who = person(random)
    equal = chance(random, 0.1)
    found = author(who.printed, who.last, who.initials, *marks, suffix=who.suffix, equal=equal)
    return found | {"orcid": perhaps(random, _orcid, 0.05)}


def investigators(random: Random, affiliations: list[str]) -> list[Json]:
    """Draw collaborators, under the names of their groups; of some a link tells the parts."""
    found: dict[str, Json] = {}
    for named in (
        sorted(several(random, _any_team, 2), key=str.lower) if chance(random, 0.15) else ()
    ):
        for who in several(random, person, 4, least=1):
            texts = some(random, affiliations, 2)
            parts: Json = {"last_name": who.last, "fore_name": who.fore, "initials": who.initials}
            parts |= {"suffix": who.suffix, "_listed": who.listed}
            linked = parts if chance(random) else {"_listed": who.listed}
            found.setdefault(who.printed, investigator(who.printed, named, *texts) | linked)
    return list(found.values())


def _any_team(random: Random) -> str:
    return random.choice((team, commas_team))(random)


def _orcid(random: Random) -> str:
    numbers = random.randint(1, 3), random.randint(0, 9999), random.randint(0, 999)
    return _ORCID.format(*numbers, random.choice("0X7"))


def listed(random: Random) -> tuple[list[str], list[str]]:
    """Draw the authors of an entry, and which of them are groups."""
    names = [person(random).listed for _ in range(random.randint(1, 5))]
    groups = []
    for _ in range(random.randint(0, 2) if chance(random, 0.2) else 0):
        groups.append(random.choice((team, commas_team))(random))
        names.insert(random.randint(1, len(names)), groups[-1])
    if chance(random, 0.05):
        groups.append(team(random))
        names.insert(0, groups[-1])
    return names, groups


def subject(random: Random) -> str:
    """Draw a person as the subject of an article."""
    who = person(random)
    return f"{who.fore} {who.last}" if chance(random) else f"{who.last}, {latin(random)}"
