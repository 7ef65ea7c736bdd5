"""A README that is not true is noticed."""

from pathlib import Path

import click
import pytest

from tests import test_readme
from tests.readme.blocks import Block, Step, blocks, matches, steps
from tests.readme.shell import calls, lines, parsed, programs, simple_commands, uncommented

MARKDOWN = """# Title

```console
$ pubmed-scraper one
1
$ pubmed-scraper two \\
    --three
```

## Part
<!-- not run: no time -->
```python x
y = 1
```

    ```no fence

```
plain
"""


def test_blocks() -> None:
    console, python, plain = blocks(MARKDOWN, "a.md")
    assert str(console) == "a.md:4"
    assert (console.language, console.not_run, console.section) == ("console", None, 1)
    assert python == Block("a.md", 13, "python", "y = 1\n", "no time", 10)
    assert (plain.language, plain.text) == ("", "plain\n")


def test_steps() -> None:
    console = next(blocks(MARKDOWN, "a.md"))
    assert list(steps(console.text)) == [
        Step("pubmed-scraper one", "1\n"),
        Step("pubmed-scraper two \\\n    --three", ""),
    ]
    assert list(steps("$ a")) == [Step("a", "")]


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("1\n2\n", "1\n2\n\n", True),
        ("1\n2\n", "1\n3\n", False),
        ("", "surprise\n", False),
        ("took … s\n", "took 1.5 s\n", True),
        ("first\n…\nlast\n", "first\nx\ny\nlast\n", True),
        ("first\n…\n", "second\nx\n", False),
        ("a.c\n", "abc\n", False),
    ],
)
def test_what_is_shown_is_what_is_printed(shown: str, printed: str, *, same: bool) -> None:
    assert matches(shown, printed) is same


def test_comments_are_no_part_of_a_line() -> None:
    assert uncommented("# all") == ""
    assert uncommented('echo "it\'s # one" # two') == 'echo "it\'s # one" '
    assert list(lines("# all\n\na \\\n  b  # it's\nc\n")) == ["a    b", "c"]


def test_commands_of_a_line() -> None:
    line = "cat a,b | x --f '[.a] | b' 2> y >> z && c > d; e"
    assert list(simple_commands(line)) == [
        ["cat", "a,b"],
        ["x", "--f", "[.a] | b"],
        ["c"],
        ["e"],
    ]
    assert programs(line) == ["cat", "x", "c", "e"]
    assert programs("") == []


def test_calls_of_the_program() -> None:
    assert list(calls(".venv/bin/pip install 'pubmed-scraper[warc]'")) == []
    assert list(calls(".venv/bin/pubmed-scraper convert a,b < c")) == [["convert", "a,b"]]
    assert list(calls('eval "$(pubmed-scraper completion bash)"')) == [["completion", "bash"]]
    assert list(calls("watch pubmed-scraper status crawl.db")) == [["status", "crawl.db"]]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("pubmed-scraper convrt x", "No such command 'convrt'"),
        ("pubmed-scraper convert x --item", "No such option"),
        ("pubmed-scraper convert x --format tex", "'tex' is not one of"),
        ("pubmed-scraper convert x --fields pmdi", "no field 'pmdi'"),
        ("pubmed-scraper schema x", "unexpected extra argument"),
    ],
)
def test_what_the_program_does_not_understand(line: str, said: str) -> None:
    ((*arguments,),) = calls(line)
    with pytest.raises(click.ClickException) as caught:
        parsed(arguments)
    assert said in caught.value.format_message()


def test_help_and_version_are_understood(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["--version"], ["convert", "--help"]):
        with pytest.raises(click.exceptions.Exit):
            parsed(arguments)
    assert "Usage: pubmed-scraper convert" in capsys.readouterr().out


UNTRUE = """# Title
```console
$ pubmed-scraper --version
pubmed-scraper 9.9.9
```
```sh
pubmed-scraper convert --itmes x   # typo
```
```python
raise SystemExit("no")
```
```pycon
>>> 1 + 1
3
```
<!-- not run: no time -->
```python
raise SystemExit(1)
```
"""


def test_an_untrue_readme_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    console, sh, python, pycon, marked = blocks(UNTRUE, "x.md")
    monkeypatch.setattr(test_readme, "BLOCKS", [sh])
    project = test_readme.Shell(tmp_path)
    with pytest.raises(
        pytest.fail.Exception, match=r"(?s)^x\.md:3: .*\n-pubmed-scraper 9.9.9\n\+pub"
    ):
        test_readme.test_a_console_shows_what_is_printed(console, project)
    place, line = next(test_readme.commands_of_shell())
    with pytest.raises(pytest.fail.Exception, match=r"x\.md:7: .*\nis not understood: No such opt"):
        test_readme.test_a_command_is_understood(place, line)
    with pytest.raises(AssertionError, match=r"x\.md:10\n\s+no\n"):
        test_readme.test_python_runs(python, project)
    assert marked not in test_readme.runnable("python")
    with pytest.raises(AssertionError, match=r"x\.md:13\n[^$]*Got:\s+2\n"):
        test_readme.test_a_session_of_python_shows_what_comes_out(pycon, project)


def test_what_is_not_here_is_skipped_and_said(tmp_path: Path) -> None:
    project = test_readme.Shell(tmp_path)
    with pytest.raises(pytest.skip.Exception, match="no nonesuch here"):
        project.run("pubmed-scraper --version | nonesuch")
    for source in ("import nonesuch.part", "from nonesuch import part"):
        with pytest.raises(pytest.skip.Exception, match="no nonesuch"):
            test_readme.skip_where_missing(source)
    test_readme.skip_where_missing("import json\nfrom . import x")


def test_a_section_that_makes_no_file_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made, block = blocks(
        "# A\n```sh\npubmed-scraper schema samples/x\n```\n```python\n1\n```\n", "x.md"
    )
    monkeypatch.setattr(test_readme, "BLOCKS", [made])
    with pytest.raises(AssertionError, match=r"x\.md:6: pubmed-scraper schema samples/x"):
        test_readme.make_files(block, test_readme.Shell(tmp_path))
