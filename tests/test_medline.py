"""MEDLINE text: each tag, one thing at a time; and an independent reader over whole pages."""

import html
import io
import re
from pathlib import Path
from typing import Any

import pytest
from Bio import Medline
from hypothesis import given
from hypothesis import strategies as st

import scraper
from scraper.medline import abstracts, byline
from scraper.medline.tags import Tags, split
from scraper.normalize import squash
from tests.pagegen.formats.medline import medline_text
from tests.pairs import CORPUS, NO_CORPUS, SAMPLES

START = "PMID- 12\n"
END = "SO  - J Mud. 2020 Jan;1(2):3-4.\n"


def read(*lines: str) -> scraper.Article:
    (article,) = scraper.records(START + "".join(f"{line}\n" for line in lines) + END)
    assert isinstance(article, scraper.Article)
    return article


# Lines


def test_continuation_lines() -> None:
    text = "PMID- 12\r\nTI  - Mud \r\n      PMID- 13 is no record\r\n" + END
    (lines,) = split(text)
    assert Tags(lines).first("TI") == "Mud PMID- 13 is no record"
    assert list(split(" \r\n")) == []


def test_other_line_ends_are_text() -> None:
    assert read("TI  - Mud\x0band\u2028clay.").title == "Mud and clay"


def test_records_need_no_blank_line_between() -> None:
    assert [record.pmid for record in scraper.records(f"\n{START}{END}PMID- 13\n{END}")] == [  # type: ignore[union-attr]
        "12",
        "13",
    ]


def test_what_nobody_reads_is_said() -> None:
    article = read("GS  - mudA", "no tag", "GS  - mudB", "XYZ - new")
    assert [(w.code, w.message) for w in article.warnings] == [
        ("unread", "No field takes the MEDLINE tags GS, XYZ."),
        ("unread", "This line has no MEDLINE tag: 'no tag'."),
    ]


def test_a_record_without_its_last_line_is_cut() -> None:
    (article,) = scraper.records(START + "TI  - Mud and\n")
    assert isinstance(article, scraper.Article)
    assert [warning.code for warning in article.warnings] == ["truncated"]
    assert (article.authors, article.mesh_headings, article.retracted) == (None, None, None)
    assert (article.authors_complete, article.abstract_sections) == (None, None)


# Fields


@pytest.mark.parametrize(
    ("lines", "field", "value"),
    [
        (["TI  - Is mud?"], "title", "Is mud?"),
        (["AID - 10.5555/a [pii]", "LID - 10.5555/b [doi]"], "doi", "10.5555/b"),
        (["AID - PMC77 [pmc]"], "pmcid", "PMC77"),
        (["OT  - *mud"], "keywords", ("mud",)),
        (["PS  - Holm P"], "personal_names", ("Holm P",)),
        (["RN  - 9007-49-2"], "substances", ("9007-49-2",)),
        (["RF  - many"], "references", None),
        (["PG  - 12-4, 19-20"], "start_page", None),
        (["LA  - eng", "LA  - fre"], "languages", ("eng", "fre")),
        (["PST - epublish"], "publication_status", None),
        (["CN  - Mud Group"], "authors_complete", True),
        (["BTI - Mud Book"], "kind", "book"),
        (["BTI - Mud Book."], "title", "Mud Book"),
        (["TA  - J Mud"], "citation", "2020 Jan;1(2):3-4."),
        ([], "citation", "2020 Jan;1(2):3-4."),
        ([], "journal", None),
        ([], "cited_by", None),
        ([], "figures", None),
        ([], "mesh_headings", ()),
        ([], "retracted", False),
    ],
)
def test_field(lines: list[str], field: str, value: object) -> None:
    assert getattr(read(*lines), field) == value


@pytest.mark.parametrize(
    ("lines", "issn"),
    [
        (["IS  - 1111-1111 (Linking)"], "1111-1111"),
        (["IS  - 1111-1111 (Linking)", "IS  - 2222-222X (Print)"], "2222-222X"),
        (["IS  - 3333-3333"], "3333-3333"),
        (["IS  - 978-0 (Book Set)", "JID - 9"], None),
    ],
)
def test_issn(lines: list[str], issn: str | None) -> None:
    journal = read(*lines).journal
    assert journal is not None
    assert journal.issn == issn


def test_a_databank_without_an_accession() -> None:
    article = read("SI  - GENBANK", "SI  - PDB/1MUD")
    assert [data.accession for data in article.associated_data or ()] == ["1MUD"]
    assert [warning.path for warning in article.warnings] == ["associated_data"]


def test_dates() -> None:
    assert read("DEP - 20190228").article_date == scraper.Date(
        raw="20190228", year=2019, month=2, day=28, iso="2019-02-28"
    )
    assert read("PHST- 2019/02/28 06:00 [pubmed]").article_date is None
    season = read("DP  - 1998 Winter").pub_date
    assert season is not None
    assert (season.raw, season.month, season.iso) == ("1998 Winter", None, "1998")


@pytest.mark.parametrize(
    ("full", "short", "wanted"),
    [
        ("Mud, Ann", "Mud A", ("Mud", "Ann", "A", None)),
        ("Mud, Ann Jr", "Mud A Jr", ("Mud", "Ann", "A", "Jr")),
        ("", "De Silva V", ("De Silva", None, "V", None)),
        ("", "Mud AB 2nd", ("Mud", None, "AB", "2nd")),
        ("Suharto", "Suharto", ("Suharto", None, None, None)),
        ("Mud, Iurii", "Mud IuA", ("Mud", "Iurii", "IuA", None)),
        ("王, 明", "王 明", ("王", "明", "明", None)),
        ("", "王 明 2nd", ("王", None, "明", "2nd")),
        ("Mud, Ann", "", ("Mud", "Ann", None, None)),
    ],
)
def test_names(full: str, short: str, wanted: tuple[str | None, ...]) -> None:
    parts = byline.name_parts(full, short)
    names = ("last_name", "fore_name", "initials", "suffix")
    assert tuple(parts.get(name) for name in names) == wanted


def test_an_orcid_stays_with_its_author() -> None:
    article = read("AUID- ORCID: 1", "AU  - Mud A", "AUID- ORCID: 0000000000000000", "AU  - Mud B",
                   "AUID- ORCID: 0000-0001-2345-678X")  # fmt: skip
    assert [author.orcid for author in article.authors or ()] == [None, "0000-0001-2345-678X"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Mud is wet.", [None]),
        ("AIM: To dig. RESULTS: Mud.", ["AIM", "RESULTS"]),
        ("AIM: To dig (P<0.05) RESULTS: Mud.", ["AIM", "RESULTS"]),
        ("DESIGN, SETTING & MUD/CLAY: To dig.", ["DESIGN, SETTING & MUD/CLAY"]),
        ("AIM: To dig, as RNA: mud.", ["AIM"]),
        ("A: mud.", [None]),
        ("", []),
    ],
)
def test_labels(text: str, labels: list[str | None]) -> None:
    found = abstracts.sections(text)
    assert [section.label for section in found] == labels
    assert " ".join(f"{s.label}: {s.text}" if s.label else s.text for s in found) == text


def test_other_abstracts() -> None:
    article = read("OABL- spa", "OAB - Plain language summary: Mud.", "OAB - Barro.", "OABL- spa")
    assert [(o.language, o.heading, o.text) for o in article.other_abstracts or ()] == [
        (None, "Plain language summary", "Mud."),
        ("spa", None, "Barro."),
    ]


word = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=9)
line = st.lists(word, min_size=1, max_size=40).map(" ".join)


@given(st.lists(line, min_size=1, max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_any_keywords(keywords: list[str], end: str) -> None:
    text = medline_text([("PMID", "12"), *(("OT", word) for word in keywords), ("SO", "J.")], end)
    page = f"<html><body><pre>{html.escape(text)}</pre></body></html>"
    for record in (*scraper.records(text), *scraper.records(page)):
        assert isinstance(record, scraper.Article)
        wanted = [squash(keyword).lstrip("*") for keyword in keywords]
        assert list(record.keywords or ()) == [word for word in wanted if word]


# Another reader over whole pages


def medline_pages() -> list[Any]:
    samples = [pytest.param(path, id=path.name) for path in (SAMPLES / "medline").glob("*.[hn]*")]
    corpus = CORPUS / "other" / "medline-text-1.html"
    return [*samples, pytest.param(corpus, marks=pytest.mark.corpus, id="corpus")]


def medline_of(path: Path) -> str:
    if not path.exists():
        pytest.skip(NO_CORPUS)
    text = path.read_bytes().decode()
    if path.suffix == ".html":
        text = "\n".join(map(html.unescape, re.findall(r"(?s)<pre[^>]*>(.*?)</pre>", text)))
    return text.replace("\r\n", "\n")


# Biopython makes an entry of its own of each continuation line in some lists: they are joined.


def one(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("path", medline_pages())
def test_biopython_reads_the_same(path: Path) -> None:
    wanted = list(Medline.parse(io.StringIO(medline_of(path))))  # type: ignore[no-untyped-call]
    found = scraper.records(path.read_bytes())
    assert len(found) == len(wanted)
    for article, record in zip(found, wanted, strict=True):
        assert isinstance(article, scraper.Article)
        assert article.pmid == record["PMID"]
        assert article.title == one(record["TI"]).removesuffix(".")
        assert one(article.abstract or "") == one(record.get("AB", ""))
        assert article.abstract_copyright == (one(" ".join(record.get("CI", ""))) or None)
        assert names(article) == [
            name for name in record.get("FAU", record.get("AU", [])) if name != "et al."
        ]
        assert short_names(article) == [name for name in record.get("AU", []) if name != "et al."]
        assert set(article.affiliations or ()) == {one(text) for text in affiliations(record)}
        assert " ".join(map(mesh, article.mesh_headings or ())) == " ".join(record.get("MH", []))
        assert list(article.publication_types or ()) == record["PT"]
        assert list(article.languages or ()) == record["LA"]
        assert " ".join(grant.raw for grant in article.grants or ()) == " ".join(
            record.get("GR", [])
        )
        assert [f"{d.source}/{d.accession}" for d in article.associated_data or ()] == record.get(
            "SI", []
        )
        assert [*(article.keywords or ())] == [one(w).lstrip("*") for w in record.get("OT", [])]
        assert all(
            name in rn
            for name, rn in zip(article.substances or (), record.get("RN", []), strict=True)
        )
        assert article.doi in {*map(without_kind, record.get("AID", [])), None}
        assert article.pmcid == record.get("PMC")
        assert (article.volume, article.issue, article.pages) == (
            record.get("VI"),
            record.get("IP"),
            record.get("PG"),
        )
        published = (article.book or article).pub_date  # a book's section has a date of its own
        assert published is not None
        assert published.raw == record["DP"]
        assert (article.citation or "") in one(record.get("SO", ""))
        notices = sum(len(record.get(tag, [])) for tag in ("EIN", "EFR", "CIN", "RIN"))
        assert len(article.comments_corrections or ()) == notices
        if article.journal is not None:
            assert article.journal.medline_ta == record["TA"]
            assert article.journal.nlm_unique_id == record.get("JID")


def names(article: scraper.Article) -> list[str]:
    return [author.name for author in article.authors or () if not author.collective_name]


def short_names(article: scraper.Article) -> list[str]:
    people = [author for author in article.authors or () if not author.collective_name]
    return [" ".join(filter(None, (a.last_name, a.initials, a.suffix))) for a in people]


def affiliations(record: dict[str, Any]) -> list[str]:
    found: str | list[str] = record.get("AD", [])
    return [found] if isinstance(found, str) else found


def mesh(heading: scraper.MeshHeading) -> str:
    parts = [(heading.descriptor_name, heading.major_topic)]
    parts += [(q.qualifier_name, q.major_topic) for q in heading.qualifiers]
    return "/".join(f"*{name}" if major else name for name, major in parts)


def without_kind(value: str) -> str:
    return value.partition(" [")[0]


def test_every_pmid_of_the_corpus_in_order() -> None:
    path = CORPUS / "other" / "medline-text-1.html"
    if not path.exists():
        pytest.skip(NO_CORPUS)
    found = [record.pmid for record in scraper.records(path.read_bytes())]  # type: ignore[union-attr]
    wanted = path.with_suffix(".pmids").read_text().split()
    # The list leaves out the first record, whose PMID stands in one line with <pre>.
    assert found == ["31372653", *wanted]
    articles = scraper.records(path.read_bytes())
    assert [warning for article in articles for warning in article.warnings] == []
