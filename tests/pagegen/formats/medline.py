"""Records of MEDLINE text, written by hand, and one rendered from a record's own parts."""

import html
import textwrap
from collections.abc import Iterator
from typing import Any

from tests.pagegen.build import (
    Json,
    book,
    date,
    group,
    investigator,
    joined,
    journal,
    mesh,
    raw_grant,
    section,
)
from tests.pagegen.records import text_record

from .listing import listing_page

_WIDTH = 80


def medline_text(pairs: list[tuple[str, str]], end: str = "\n") -> str:
    """Write tags and values as lines of MEDLINE; long values continue after six spaces."""
    lines: list[str] = []
    for tag, value in pairs:
        first, *more = textwrap.wrap(value, _WIDTH, break_long_words=False, break_on_hyphens=False)
        lines += [f"{tag:<4}- {first}", *(f"      {line}" for line in more)]
    return "".join(line + end for line in lines)


FULL: list[tuple[str, str]] = [
    ("PMID", "90300001"),
    ("OWN", "NLM"),
    ("STAT", "MEDLINE"),
    ("DCOM", "20220301"),
    ("LR", "20220301"),
    ("IS", "5555-8181 (Electronic)"),
    ("IS", "5555-8180 (Linking)"),
    ("VI", "12"),
    ("IP", "3 Suppl 1"),
    ("DP", "2021 Jul-Aug"),
    ("TI", "[Tides & sleep in pilots: n<30, and what follows]."),
    ("PG", "E298-307"),
    ("LID", "10.5555/tide.2021.298 [doi]"),
    ("AB", ("AIMS: Pilots sleep badly at spring tide. We asked why (P<0.05). METHODS & MATERIAL: "
           "Log books of 28 pilots were read; DNA: was not taken. RESULTS: None slept.")),
    ("CI", "Copyright (c) 2021 Three Capes Press."),
    ("FAU", "de la Vale, Ann Bea 3rd"),
    ("AU", "de la Vale AB 3rd"),
    ("AUID", "ORCID: https://orcid.org/0000-0001-2345-678X"),
    ("AD", "Harbour Night Laboratory, Cape Alder, Southmark."),
    ("AD", ("School of Shore Work, University of the Three Capes, Cape Alder, Southmark, which "
           "has a very long name indeed.")),
    ("FAU", "Suharto"),
    ("AU", "Suharto"),
    ("CN", "Pilots, Tides and Sleep Group"),
    ("FAU", "Mbatha, Zanele"),
    ("AU", "Mbatha Z"),
    ("AD", "Harbour Night Laboratory, Cape Alder, Southmark."),
    ("LA", "eng"),
    ("LA", "nor"),
    ("SI", "ClinicalTrials.gov/NCT99000117"),
    ("SI", "Dryad/10.5555/dryad.7"),
    ("GR", "R44 OH090117/OH/NIOSH CDC HHS/United States"),
    ("GR", "UIDB90/2020/Shore Fund"),
    ("PT", "Journal Article"),
    ("PT", "Retracted Publication"),
    ("TT", "Tidevann og søvn hos loser."),
    ("DEP", "20210530"),
    ("PL", "Norrland"),
    ("TA", "Tide Sleep"),
    ("JT", "Tide and sleep (Cape Alder)"),
    ("JID", "9990017"),
    ("RN", "0 (Water (heavy))"),
    ("RN", "EC 3.4.21.4 (Trypsin)"),
    ("NM", "Harbour disease, type 2"),
    ("SB", "IM"),
    ("CIN", "Tide Sleep. 2021 Sep;12(5):400. doi: 10.5555/tide.2021.400. PMID: 90300007"),
    ("RIN", "Tide Sleep. 2022 Jan;13(1):1."),
    ("MH", "Adult"),
    ("MH", "*Sleep/physiology/*drug effects"),
    ("MH", "Pilots/*psychology/statistics & numerical data"),
    ("FPS", "Brook, Ada"),
    ("PS", "Brook A"),
    ("PMC", "PMC90300001"),
    ("OAB", "Publisher: BAKGRUNN: Loser sover lite. FUNN: Ingen."),
    ("OABL", "nor"),
    ("OTO", "NOTNLM"),
    ("OT", "*pilots"),
    ("OT", "spring tide"),
    ("COIS", "Ann Bea de la Vale owns a boat."),
    ("RF", "31"),
    ("FIR", "Holm, Per 2nd"),
    ("IR", "Holm P 2nd"),
    ("IRAD", "Pilot Station, Cape Alder."),
    ("IR", "Roe J"),
    ("EDAT", "2021/06/01 06:00"),
    ("PHST", "2021/05/30 00:00 [epublish]"),
    ("AID", "s-298 [pii]"),
    ("AID", "10.5555/tide.2021.298 [doi]"),
    ("PST", "ppublish"),
    ("SO", "Tide Sleep. 2021 Jul-Aug;12(3 Suppl 1):E298-307. doi: 10.5555/tide.2021.298."),
]  # fmt: skip

AHEAD: list[tuple[str, str]] = [
    ("PMID", "90300002"),
    ("OWN", "NLM"),
    ("DP", "2023 Mar 4"),
    ("TI", "Do hagfish yawn?"),
    ("AD", "Ren Laboratory, Gullholmen, Norrland."),
    ("AU", "Brandvold K"),
    ("AU", "et al."),
    ("LA", "eng"),
    ("PT", "Letter"),
    ("PHST", "2023/03/04 06:00 [aheadofprint]"),
    ("TA", "Ren Comp Biol"),
    ("AID", "10.5555/rcb.yawn [doi]"),
    ("PST", "aheadofprint"),
    ("SO", "Ren Comp Biol. 2023 Mar 4. doi: 10.5555/rcb.yawn."),
]

CHAPTER: list[tuple[str, str]] = [
    ("PMID", "90300003"),
    ("STAT", "Publisher"),
    ("DRDT", "20250301"),
    ("CTDT", "20240517"),
    ("PB", "Shore Press"),
    ("DP", "2021"),
    ("TI", "Cramp in Cold Water"),
    ("BTI", "ShoreBooks(®)"),
    ("CTI", "Books of the Shore"),
    ("EN", "3rd"),
    ("ISBN", "978-0-5555-0099-3"),
    ("AB", "Cramp is common. It hurts."),
    ("FED", "Roe, Jan"),
    ("ED", "Roe J"),
    ("FAU", "Bergström-Ito, Håkon"),
    ("AU", "Bergström-Ito H"),
    ("LA", "eng"),
    ("PT", "Study Guide"),
    ("PL", "Cape Alder"),
    ("AID", "NBK990017 [bookaccession]"),
]  # a book's record ends without a source line


def _person(name: str, last: str, **parts: Any) -> Json:  # noqa: ANN401 - JSON
    nobody = dict.fromkeys(("fore_name", "initials", "suffix", "collective_name", "orcid"))
    rest = {"equal_contrib": False, "affiliations": []}
    return {"name": name, "last_name": last, **nobody, **rest, **parts}


def _record(source: str, sections: list[str], url: str | None, **fields: Any) -> Json:  # noqa: ANN401 - JSON
    empty = (
        "languages authors affiliations investigators publication_types abstract_sections other_abstracts"
        " keywords mesh_headings substances supplementary_concepts personal_names grants"
        " associated_data comments_corrections"
    )
    blank: Json = {name: [] for name in empty.split()}
    found: Json = text_record(
        sections=sections,
        **blank | {"authors_complete": True, "retracted": False} | fields,
    )
    found["citation"] = fields.get("citation")
    found["page"] |= {"layout": "medline", "source": source, "url": url}
    return found


def _notice(ref_type: str, citation: str, **facts: Any) -> Json:  # noqa: ANN401 - JSON
    nothing = dict.fromkeys(
        ("pmid", "title", "journal", "pub_date", "volume", "issue", "pages", "doi", "article_date",
         "free_full_text", "has_abstract", "language")
    )  # fmt: skip
    lists: Json = {"authors": [], "authors_complete": False, "publication_types": []}
    return {"ref_type": ref_type, "article": {**nothing, **lists, "citation": citation, **facts}}


def full(source: str, url: str | None = None) -> Json:
    """Write the record of ``FULL``."""
    other = [section("Loser sover lite.", "BAKGRUNN"), section("Ingen.", "FUNN")]
    return _record(
        source,
        [
            "abstract", "associated_data", "grants", "publication_types", "substances",
            "supplementary_concepts", "comments_corrections", "mesh_headings",
            "personal_names", "other_abstracts", "keywords", "coi_statement", "references",
        ],
        url,
        pmid="90300001",
        pmcid="PMC90300001",
        doi="10.5555/tide.2021.298",
        title="[Tides & sleep in pilots: n<30, and what follows]",
        vernacular_title="Tidevann og søvn hos loser",
        languages=["eng", "nor"],
        authors=[
            _person(
                "de la Vale, Ann Bea 3rd", "de la Vale", fore_name="Ann Bea", initials="AB",
                suffix="3rd", orcid="0000-0001-2345-678X", affiliations=[0, 1],
            ),
            _person("Suharto", "Suharto"),
            group("Pilots, Tides and Sleep Group"),
            _person("Mbatha, Zanele", "Mbatha", fore_name="Zanele", initials="Z", affiliations=[0]),
        ],
        affiliations=[
            "Harbour Night Laboratory, Cape Alder, Southmark.",
            ("School of Shore Work, University of the Three Capes, Cape Alder, Southmark, which "
            "has a very long name indeed."),
        ],
        investigators=[
            investigator(
                "Holm, Per 2nd", None, "Pilot Station, Cape Alder.",
                last_name="Holm", fore_name="Per", initials="P", suffix="2nd",
            ),
            investigator("Roe J", last_name="Roe", initials="J"),
        ],
        journal=journal("Tide and sleep (Cape Alder)", "Tide Sleep", "5555-8181", "9990017"),
        citation="2021 Jul-Aug;12(3 Suppl 1):E298-307.",
        volume="12",
        issue="3 Suppl 1",
        pages="E298-307",
        start_page="E298",
        end_page="E307",
        pub_date=date(2021, raw="2021 Jul-Aug"),
        article_date=date(2021, 5, 30, raw="20210530"),
        publication_types=["Journal Article", "Retracted Publication"],
        abstract_sections=[
            section("Pilots sleep badly at spring tide. We asked why (P<0.05).", "AIMS"),
            section(
                "Log books of 28 pilots were read; DNA: was not taken.", "METHODS & MATERIAL"
            ),
            section("None slept.", "RESULTS"),
        ],
        abstract_copyright="Copyright (c) 2021 Three Capes Press.",
        other_abstracts=[
            {"language": "nor", "heading": "Publisher", "text": joined(other), "sections": other}
        ],
        keywords=["pilots", "spring tide"],
        coi_statement="Ann Bea de la Vale owns a boat.",
        mesh_headings=mesh(
            "Adult",
            "Sleep*/physiology/drug effects*",
            "Pilots/psychology*/statistics & numerical data",
        ),
        substances=["Water (heavy)", "Trypsin"],
        supplementary_concepts=["Harbour disease, type 2"],
        personal_names=["Brook, Ada"],
        grants=[
            raw_grant("R44 OH090117/OH/NIOSH CDC HHS/United States")
            | {"grant_id": "R44 OH090117", "acronym": "OH", "agency": "NIOSH CDC HHS",
               "country": "United States"},
            raw_grant("UIDB90/2020/Shore Fund"),
        ],
        associated_data=[
            {"source": "ClinicalTrials.gov", "accession": "NCT99000117", "url": None},
            {"source": "Dryad", "accession": "10.5555/dryad.7", "url": None},
        ],
        comments_corrections=[
            _notice(
                "CommentIn", "Tide Sleep. 2021 Sep;12(5):400. doi: 10.5555/tide.2021.400.",
                pmid="90300007", journal="Tide Sleep", pub_date=date(2021, 9), volume="12",
                issue="5", pages="400", doi="10.5555/tide.2021.400",
            ),
            _notice(
                "RetractionIn", "Tide Sleep. 2022 Jan;13(1):1.", journal="Tide Sleep",
                pub_date=date(2022, 1), volume="13", issue="1", pages="1",
            ),
        ],
        retracted=True,
        references={"total": 31, "complete": False, "items": []},
    )  # fmt: skip


def ahead(source: str, url: str | None = None) -> Json:
    """Write the record of ``AHEAD``."""
    return _record(
        source,
        ["publication_types"],
        url,
        pmid="90300002",
        doi="10.5555/rcb.yawn",
        title="Do hagfish yawn?",
        languages=["eng"],
        authors=[_person("Brandvold K", "Brandvold", initials="K")],
        authors_complete=False,
        affiliations=["Ren Laboratory, Gullholmen, Norrland."],
        journal=journal(None, "Ren Comp Biol"),
        citation="2023 Mar 4.",
        pub_date=date(2023, 3, 4),
        article_date=date(2023, 3, 4, raw="2023/03/04"),
        publication_status="aheadofprint",
        publication_types=["Letter"],
    )


def chapter(source: str, url: str | None = None) -> Json:
    """Write the record of ``CHAPTER``."""
    return _record(
        source,
        ["abstract", "publication_types"],
        url,
        kind="book_section",
        pmid="90300003",
        bookaccession="NBK990017",
        title="Cramp in Cold Water",
        languages=["eng"],
        authors=[_person("Bergström-Ito, Håkon", "Bergström-Ito", fore_name="Håkon", initials="H")],
        book=book(
            title="ShoreBooks(®)",
            editors=["Roe, Jan"],
            edition="3rd",
            publisher_name="Shore Press",
            publisher_location="Cape Alder",
            pub_date=date(2021),
            date_revised=date(2025, 3, 1, raw="20250301"),
            collection_title="Books of the Shore",
            isbn=["978-0-5555-0099-3"],
        ),
        pub_date=date(2024, 5, 17, raw="20240517"),
        publication_types=["Study Guide"],
        abstract_sections=[section("Cramp is common. It hurts.")],
    )


def medline_samples() -> Iterator[tuple[str, str, list[Json]]]:
    """Give the name, the content and the records of each file."""
    three = "\n".join(map(medline_text, (FULL, AHEAD, CHAPTER)))
    name = "three.nbib"
    yield f"medline/{name}", three, [full(name), ahead(name), chapter(name)]
    name, text = "search.html", "\r\n".join(medline_text(pairs, "\r\n") for pairs in (AHEAD, FULL))
    address = "term=tide&format=pubmed"
    url = f"https://pubmed.ncbi.nlm.nih.gov/?{address}&page=1"
    page = listing_page(total=2, label="tide", address=address, format_="pubmed", preformatted=text)
    yield f"medline/{name}", page, [ahead(name, url), full(name, url)]
    name = "view.html"
    blocks = "".join(f"<pre>{html.escape(medline_text(pairs))}</pre>" for pairs in (FULL, CHAPTER))
    page = f"<html><head><meta charset='UTF-8'></head><body>{blocks}</body></html>"
    yield f"medline/{name}", page, [full(name), chapter(name)]
