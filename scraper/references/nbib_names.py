"""The people of a MEDLINE record: full name, short name, ORCID and addresses of each in turn."""

from collections.abc import Iterator

from scraper.model import Article, Author, Book, Investigator

Pairs = Iterator[tuple[str, str | None]]


def byline(article: Article) -> Pairs:
    """Give the authors' tags. As until 2013, what is nobody's address stands before all names."""
    places = article.affiliations or ()
    authors = article.authors or ()
    pointed = {at for author in authors for at in author.affiliations}
    for at, place in enumerate(places):
        if at not in pointed:
            yield "AD", place
    for author in authors:
        yield from _author(author)
        for at in author.affiliations:
            if 0 <= at < len(places):
                yield "AD", places[at]
    if article.authors_complete is False:
        yield "AU", "et al."


def _author(author: Author) -> Pairs:
    if author.collective_name:
        yield "CN", author.collective_name
    else:
        yield from _person("FAU", "AU", author)
    if author.orcid:
        yield "AUID", f"ORCID: {author.orcid}"


def editors(book: Book) -> Pairs:
    """Give the editors, whose names no record splits."""
    for editor in book.editors or ():
        yield ("FED" if ", " in editor else "ED"), editor


def investigators(article: Article) -> Pairs:
    """Give the collaborators; which group each belongs to, MEDLINE does not say."""
    for person in article.investigators or ():
        yield from _person("FIR", "IR", person)
        for place in person.affiliations:
            yield "IRAD", place


def _person(full: str, short: str, person: Author | Investigator) -> Pairs:
    """Give full and short name; of a name that the record does not split, the short one only.

    A single name has no comma in the full one, either.
    """
    if not person.last_name:
        yield short, person.name
        return
    fore_name = " ".join(filter(None, (person.fore_name, person.suffix)))
    if person.fore_name or not person.initials:
        yield full, ", ".join(filter(None, (person.last_name, fore_name)))
    yield short, " ".join(filter(None, (person.last_name, person.initials, person.suffix)))
