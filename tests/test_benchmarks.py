"""The benchmarks run; how fast anything is, no test says."""

import sys

import pytest

from tests.benchmarks import __main__ as benchmarks

FEW = {
    "pages": 1,
    "startup": 1,
    "processes": 10,
    "containers": 10,
    "sinks": 10,
    "formats": 10,
    "memory": 100,
}


@pytest.mark.parametrize("part", benchmarks.PARTS)
def test_a_part_prints_a_table(
    part: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["benchmarks", part, "--times", str(FEW[part])])
    benchmarks.main()
    title, head, rule, *rows = filter(None, capfd.readouterr().out.splitlines()[2:])
    assert title
    assert head.count("|") == rule.count("|") == rows[0].count("|")


def test_a_part_that_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["benchmarks", "pags"])
    with pytest.raises(SystemExit):
        benchmarks.main()
    assert "no part 'pags'; one of pages, startup" in capsys.readouterr().err
