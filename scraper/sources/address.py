"""Which addresses are PubMed's, and which article one names."""

import re
from typing import Final
from urllib.parse import parse_qsl, urlsplit

_HOST: Final = "pubmed.ncbi.nlm.nih.gov"
_OLD_HOSTS: Final = frozenset({"www.ncbi.nlm.nih.gov", "ncbi.nlm.nih.gov"})
_OLD_PATH: Final = re.compile(r"/(?:m/)?pubmed(?:/|$)", re.IGNORECASE)
_ENTREZ: Final = frozenset({"/sites/entrez", "/entrez/query.fcgi", "/entrez/utils/qmap.cgi"})
_ARTICLE: Final = re.compile(r"/(?:(?:m/)?pubmed/)?([1-9][0-9]{0,8})/?", re.IGNORECASE)


def is_pubmed(url: str) -> bool:
    """Tell whether an address is PubMed's, today's or one of before 2020.

    >>> is_pubmed("https://pubmed.ncbi.nlm.nih.gov/1/"), is_pubmed("https://pubmed.example.org/1/")
    (True, False)
    >>> is_pubmed("http://www.ncbi.nlm.nih.gov/pubmed?term=x"), is_pubmed(
    ...     "http://www.ncbi.nlm.nih.gov/pubmedhealth/1"
    ... )
    (True, False)
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    if host == _HOST:
        return True
    if host not in _OLD_HOSTS:
        return False
    return _OLD_PATH.match(parts.path) is not None or (
        parts.path.lower() in _ENTREZ
        and ("db", "pubmed") in [(k.lower(), v.lower()) for k, v in parse_qsl(parts.query)]
    )


def pmid_of(url: str) -> str | None:
    """Return the PMID that an article's own address names.

    >>> pmid_of("https://pubmed.ncbi.nlm.nih.gov/90400005/?from=x"), pmid_of(
    ...     "http://www.ncbi.nlm.nih.gov/pubmed/90400005"
    ... )
    ('90400005', '90400005')
    >>> pmid_of("https://pubmed.ncbi.nlm.nih.gov/?term=90400005")
    """
    if not is_pubmed(url):
        return None
    found = _ARTICLE.fullmatch(urlsplit(url).path)
    return found and found[1]
