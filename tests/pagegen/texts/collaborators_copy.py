"""Collaborators of two groups, copied from a browser: one name a line, then in one line."""

from tests.pagegen.build import author, date, investigator, journal, section
from tests.pagegen.records import text_record
from tests.pagegen.samples import Article

_NOBODY = dict.fromkeys(("last_name", "fore_name", "initials", "suffix"))
_SURVEY, _FUND = "Rain and Hail Survey", "Cloud Fund"

_PAGE = """\
Page navigation
Title & authors
Abstract
Similar articles
Hail Sci
. 2021 Mar;9(3):30-41. doi: 10.5555/hs.2021.30. Epub 2021 Feb 8.
Hail on Tuesdays
Maud Okonkwo-Lys\xa0 # 1 , Tor Haugland\xa0 # 1 2 ; Rain and Hail Survey; Ida Benn\xa0 2
Collaborators, Affiliations Collapse
Collaborators
Rain and Hail Survey:
Bo Adeyemi-Stone,
Cléa Fontaine\xa0 2 ,
Dag Moe Jr
Cloud Fund: Esi Quartey, Finn O'Shea
Affiliations
1 Weather Station, Ridgeway.
2 School of Sky, Alder University.
# Contributed equally.
PMID: 90288100 DOI: 10.5555/hs.2021.30
Abstract
Hail fell on Tuesdays.

PubMed Disclaimer

Similar articles
See all similar articles
LinkOut - more resources
NCBI Literature Resources
"""


def _person(name: str, *affiliations: int, equal: bool = False) -> dict[str, object]:
    return author(name, name.rsplit(maxsplit=1)[-1], "X", *affiliations, equal=equal) | _NOBODY


SAMPLE = Article(
    page=_PAGE,
    record=text_record(
        sections=["abstract", "similar_articles", "link_out"],
        pmid="90288100",
        doi="10.5555/hs.2021.30",
        title="Hail on Tuesdays",
        authors=[
            _person("Maud Okonkwo-Lys", 0, equal=True),
            _person("Tor Haugland", 0, 1, equal=True),
            _person(_SURVEY),
            _person("Ida Benn", 1),
        ],
        authors_complete=True,
        affiliations=["Weather Station, Ridgeway.", "School of Sky, Alder University."],
        investigators=[
            investigator("Bo Adeyemi-Stone", _SURVEY),
            investigator("Cléa Fontaine", _SURVEY, "School of Sky, Alder University."),
            investigator("Dag Moe Jr", _SURVEY),
            investigator("Esi Quartey", _FUND),
            investigator("Finn O'Shea", _FUND),
        ],
        journal=journal(None, "Hail Sci"),
        volume="9",
        issue="3",
        pages="30-41",
        start_page="30",
        end_page="41",
        pub_date=date(2021, 3),
        article_date=date(2021, 2, 8),
        abstract_sections=[section("Hail fell on Tuesdays.")],
        similar_articles={"total": None, "complete": False, "source": "text", "items": []},
    ),
)
