"""Names as reference managers take them: family, given, suffix; or one literal."""

from typing import NamedTuple

from scraper.model import Author


class Name(NamedTuple):
    """One name. A group's, and one that the record does not split, is ``literal`` alone."""

    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""

    def inverted(self) -> str:
        """Return the name family first, its parts between commas.

        >>> Name("Vale", "Ann", "Jr").inverted(), Name(literal="Tide Group").inverted()
        ('Vale, Ann, Jr', 'Tide Group')
        """
        if self.literal:
            return self.literal
        # a comma too many keeps the suffix from being taken for the given name
        parts = (self.family, self.given, self.suffix) if self.suffix else (self.family, self.given)
        return ", ".join(parts) if any(parts[1:]) else self.family


def name(author: Author) -> Name:
    """Return an author's name. Without a given name, the initials stand for it.

    A name that is not split stays whole: where it is parted is not for us to guess.

    >>> name(Author(name="Woo PC", last_name="Woo", initials="PC")).given
    'P C'
    """
    if author.collective_name or not author.last_name:
        return Name(literal=author.collective_name or author.name)
    given = author.fore_name or spaced(author.initials or "")
    return Name(author.last_name, given, author.suffix or "")


def spaced(initials: str) -> str:
    """Part initials, which readers would take for one forename.

    >>> spaced("PC"), spaced("IuA"), spaced("ИП"), spaced("明")
    ('P C', 'Iu A', 'И П', '明')
    """
    return "".join(f" {letter}" if letter.isupper() else letter for letter in initials).lstrip()


def particle(family: str) -> tuple[str, str]:
    """Part the small words before a family name from it.

    >>> particle("de la Vale"), particle("Vale"), particle("suharto")
    (('de la', 'Vale'), ('', 'Vale'), ('', 'suharto'))
    """
    words = family.split()
    small = 0
    while small < len(words) - 1 and words[small].islower():
        small += 1
    return " ".join(words[:small]), " ".join(words[small:])
