"""``diagnose``: the report, the baseline, the exit status."""

import json
from typing import Any

import pytest

from scraper.diagnosis import Diagnosis, decode
from tests import markup
from tests.cli.command import Command, page
from tests.cli.here import Done, Here
from tests.cli.terminal import Terminal
from tests.pairs import SAMPLES

NEWS = '<section id="news"><h2 class="title">News\x1b[31m</h2><p>Floods</p></section>'
ALL = [str(SAMPLES / name) for name in ("modern", "legacy", "text", "medline", "xml", "listing")]


def write(here: Here, folder: str, count: int, body: str = "", title: str = "On rivers") -> None:
    (here.folder / folder).mkdir(exist_ok=True)
    for number in range(count):
        html = markup.page(body, pmid=str(number + 1), title=title)
        (here.folder / folder / f"{number}.html").write_text(html)


def baseline(here: Here) -> None:
    write(here, "then", 20)
    assert here.run("diagnose", "then", "--json", "-o", "then.json").status == 0


def counts(done: Done) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done.output)
    return found


def test_the_counts_as_json(here: Here) -> None:
    write(here, "saved", 2, NEWS)
    (here.folder / "saved" / "x.html").write_text("<p>Hello</p>")
    done = here.run("diagnose", "saved", "--json")
    assert (done.status, done.talk) == (0, "")
    found = counts(done)
    assert (found["pages"], found["records"]) == (3, 2)
    assert found["errors"] == {"not_pubmed": {"count": 1, "example": "saved/x.html"}}
    modern = found["layouts"]["modern"]
    assert (modern["fields"]["title"], modern["fields"]["doi"]) == (2, 0)
    assert modern["unknown_sections"] == [
        {"heading": "News\x1b[31m", "id": "news", "records": 2, "example": "saved/0.html"}
    ]
    assert 0 < modern["unread"] < modern["characters"]
    assert decode(done.output).records == 2


def test_the_counts_for_a_person(here: Here) -> None:
    write(here, "saved", 2, NEWS)
    done = here.run("diagnose", "saved", "gone.html")
    lines = done.output.decode().splitlines()
    assert lines[:2] == ["3 pages, 2 records, 1 failed", "  unreadable: 1, such as gone.html"]
    assert "title                                100.0" in lines
    assert "doi                                      -" in lines
    assert lines[-4:] == [
        "  unknown_section: 2 records",
        "",
        "modern: sections that no reader knows",
        r"  News\u001b[31m (id news): 2 records, such as saved/0.html",
    ]


def test_a_table_fits_in_80_columns(here: Here) -> None:
    lines = here.run("diagnose", *ALL).output.decode().splitlines()
    assert max(map(len, lines)) <= 80
    heads = [line.split()[6:] for line in lines if line.startswith("% of records")]
    assert heads == [["modern", "abstractplus", "legacy", "text", "medline"], ["xml"], ["listing"]]


@pytest.mark.parametrize(("columns", "tables"), [("60", 4), ("100", 2), ("300", 2)])
def test_a_table_fits_the_terminal(
    command: Command, terminal: Terminal, columns: str, tables: int
) -> None:
    command.env |= {"COLUMNS": columns}
    process = command.start("diagnose", *ALL, "-q", stdout=terminal.stream)
    lines = terminal.output(process).splitlines()
    assert max(map(len, lines)) <= int(columns)
    assert sum(line.startswith("% of records") for line in lines) == tables


def test_all_kinds_of_input(here: Here) -> None:
    write(here, "saved", 1)
    (here.folder / "list").write_text("saved/0.html\nsaved\n")
    done = here.run("diagnose", "saved/*.html", "-", "--files-from", "list", "--json", text=page(7))
    assert (counts(done)["pages"], counts(done)["records"]) == (4, 4)
    sample = SAMPLES / "medline" / "three.nbib"
    assert counts(here.run("diagnose", str(sample), "--json"))["records"] == 3


def test_text_is_not_measured_where_nobody_asks(here: Here) -> None:
    write(here, "saved", 1)
    assert counts(here.run("diagnose", "saved", "--json", "--no-text"))["layouts"]["modern"][
        "characters"
    ] == 0  # fmt: skip


def test_no_record_at_all_is_a_failure(here: Here) -> None:
    done = here.run("diagnose", "gone.html", "--json")
    assert done.status == 1
    assert counts(done)["errors"]["unreadable"]["count"] == 1


def test_what_has_become_worse_is_said(here: Here) -> None:
    baseline(here)
    write(here, "now", 20, NEWS)
    done = here.run("diagnose", "now", "--baseline", "then.json")
    assert done.status == 0  # nobody asked to fail
    unread, section = done.talk.splitlines()
    assert unread.startswith("modern: unread text: ")
    assert section == (r"modern: unknown section 'News\x1b[31m': none before, 100.0 % now")
    assert done.output.startswith(b"20 pages")


@pytest.mark.parametrize("flag", [("--fail-on-drop",), ("--fail-on-drop=0",)])
def test_a_drop_fails_where_asked(here: Here, flag: tuple[str, ...]) -> None:
    baseline(here)
    write(here, "now", 20, title="")
    done = here.run("diagnose", "now", "--baseline", "then.json", *flag, "--json")
    assert done.status == 1
    assert done.talk.splitlines()[0] == "modern: title: 100.0 % before, 0.0 % now"
    assert counts(done)["records"] == 20


def test_points_are_the_user_s(here: Here) -> None:
    baseline(here)
    write(here, "now", 20)
    for number in (3, 7):
        html = markup.page(pmid=str(number + 1), title="")
        (here.folder / "now" / f"{number}.html").write_text(html)
    run = ("diagnose", "now", "--baseline", "then.json", "--no-text")
    assert here.run(*run, "--fail-on-drop").talk == "modern: title: 100.0 % before, 90.0 % now\n"
    assert here.run(*run, "--fail-on-drop", "12.5%").status == 0
    assert here.run(*run, "--fail-on-drop=10").talk == ""
    assert here.run(*run, "--fail-on-drop=0").status == 1
    write(here, "now", 19)
    assert here.run(*run, "--fail-on-drop=0", "--min-records", "1").status == 0


def test_no_drift_is_no_failure(here: Here) -> None:
    baseline(here)
    done = here.run("diagnose", "then", "--baseline", "then.json", "--fail-on-drop")
    assert (done.status, done.talk) == (0, "")


def test_too_few_to_compare_is_said(here: Here) -> None:
    baseline(here)
    write(here, "now", 3, title="")
    run = ("diagnose", "now", "--baseline", "then.json", "--fail-on-drop")
    done = here.run(*run)
    assert done.status == 0
    assert done.talk == "modern: not compared: fewer than 20 records, now or then\n"
    assert here.run(*run, "--min-records", "3").status == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name pages or folders"),
        (("then", "--fail-on-drop"), "--fail-on-drop goes with --baseline"),
        (("then", "--baseline", "gone.json"), "gone.json is no baseline: No such file"),
        (("then", "--baseline", "then/0.html"), "is no baseline: This is not what diagnose"),
        (("--fail-on-drop", "then"), "'then' is no number of percentage points; write"),
        (("then", "--fail-on-drop=101"), "'101' is no number of percentage points"),
        (("then", "--fail-on-drop=nan"), "'nan' is no number of percentage points"),
        (("then", "--min-records", "0"), "0 is not in the range"),
        (("-", "-"), "standard input can be read once only"),
        (("then", "--baseline", "then.json", "-o", "then.json"), "then.json is an input"),
    ],
)
def test_a_usage_error(here: Here, arguments: tuple[str, ...], said: str) -> None:
    baseline(here)
    done = here.run("diagnose", *arguments)
    assert done.status == 2
    assert said in done.talk


def test_a_signal_ends_the_count(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, "saved", 2)
    found: list[Diagnosis] = []
    add = Diagnosis.add

    def interrupted(self: Diagnosis, seen: Any) -> None:  # noqa: ANN401 - as the original
        add(self, seen)
        found.append(self)
        monkeypatch.setattr("scraper.cli.signals.SIGNALS._caught", 2)

    monkeypatch.setattr(Diagnosis, "add", interrupted)
    monkeypatch.setattr("scraper.cli.signals.SIGNALS._ending", False)
    with pytest.raises(SystemExit):
        here.run("diagnose", "saved")
    assert len(found) == 1
