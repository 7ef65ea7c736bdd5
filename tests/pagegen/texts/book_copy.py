"""A section of a book with editors, copied from a browser."""

from tests.pagegen.build import (
    author,
    book,
    contents,
    date,
    linked_book,
    links,
    reference,
    section,
)
from tests.pagegen.records import text_record
from tests.pagegen.samples import Article

_LINE = "In: ShoreReviews® [Internet]. Cape Alder (SM): Alder University; 1998–2024."
_NOBODY = dict.fromkeys(("last_name", "fore_name", "initials", "suffix"))

_PAGE = f"""\
Page navigation
Title & authors
Excerpt
Sections
Similar articles
References
Publication types
LinkOut - more resources
Review
{_LINE}
2003 Sep 4 [updated 2023 Sep 21].
TTLD-Related Tide Tremor
Petra Nakamura-Holt\xa0 1 , Oluwaseun B Adé\xa0 1 2
Affiliations Expand
Affiliations
1 Department of Shore Medicine, Alder University, Cape Alder, Southmark
2 Tremor Clinic, Ridgeway
Editors
Margrethe P Lind\xa0 1 , Jerome Feldspar\xa0 1 , Anne Amsel-Moya
Affiliations
1 Alder University, Cape Alder, Southmark
PMID: 90301425 Bookshelf ID: NBK991450
Free Books & Documents
Excerpt
Clinical characteristics: Tide tremor shows in the hands at slack water.

Diagnosis/testing: A variant of TTLD is found.

Copyright © 1998-2024, Alder University. All rights reserved.

PubMed Disclaimer

Sections
Summary
Diagnosis
Management
References
Similar articles
Slack-Water Ataxia.
Lind MP, Feldspar J, Roe J.
2001 Apr 2 [updated 2020 Jan 9]. In: ShoreReviews® [Internet]. Cape Alder (SM): Alder University; 1998–2024.
PMID: 90301426Free Books & Documents.Review.
See all similar articles
References
Lind MP. On tremor. Shore Med. 1999;4:1-9. - PubMed
Publication types
Review
LinkOut - more resources
Genetic Alliance of the Shore
NCBI Literature Resources
MeSH PMC Bookshelf Disclaimer
"""


def _entry() -> dict[str, object]:
    found = linked_book(
        "90301426",
        "Slack-Water Ataxia",
        "Lind MP, Feldspar J, Roe J",
        _LINE,
        date(2001, 4, 2),
        types=["Review"],
    )
    return found | {"citation": f"2001 Apr 2 [updated 2020 Jan 9]. {_LINE}"}


SAMPLE = Article(
    page=_PAGE,
    record=text_record(
        sections=[
            "abstract",
            "book",
            "similar_articles",
            "references",
            "publication_types",
            "link_out",
        ],
        kind="book_section",
        pmid="90301425",
        bookaccession="NBK991450",
        title="TTLD-Related Tide Tremor",
        authors=[
            author("Petra Nakamura-Holt", "Nakamura-Holt", "P", 0) | _NOBODY,
            author("Oluwaseun B Adé", "Adé", "OB", 0, 1) | _NOBODY,
        ],
        authors_complete=True,
        affiliations=[
            "Department of Shore Medicine, Alder University, Cape Alder, Southmark",
            "Tremor Clinic, Ridgeway",
        ],
        book=book(
            title="ShoreReviews®",
            medium="Internet",
            editors=["Margrethe P Lind", "Jerome Feldspar", "Anne Amsel-Moya"],
            publisher_name="Alder University",
            publisher_location="Cape Alder (SM)",
            beginning_date=date(1998),
            ending_date=date(2024),
            date_revised=date(2023, 9, 21),
            sections=contents("Summary", "Diagnosis", "Management", "References"),
            citation=_LINE,
        ),
        citation="2003 Sep 4 [updated 2023 Sep 21].",
        pub_date=date(2003, 9, 4),
        free_full_text="free",
        publication_types=["Review"],
        abstract_sections=[
            section("Tide tremor shows in the hands at slack water.", "Clinical characteristics"),
            section("A variant of TTLD is found.", "Diagnosis/testing"),
        ],
        abstract_copyright="Copyright © 1998-2024, Alder University. All rights reserved.",
        similar_articles={**links(_entry(), source="text"), "complete": None},
        references={
            "total": None,
            "complete": None,
            "items": [reference("Lind MP. On tremor. Shore Med. 1999;4:1-9.")],
        },
    ),
)
