"""What the README shows of files in other programs is what these give."""

import doctest

from tests.cli.here import Here
from tests.pairs import ROOT, SAMPLES


def test_the_readme_shows_what_readers_give(here: Here) -> None:
    for name in ("records.parquet", "records.sqlite"):
        assert here.run("convert", str(SAMPLES / "modern"), "-o", name).status == 0
    text = (ROOT / "README.md").read_text()
    blocks = [block.split("```")[0] for block in text.split("```pycon\n")[1:]]
    assert len(blocks) == 2
    for block in blocks:
        examples = doctest.DocTestParser().get_doctest(block, {}, "README.md", None, 0)
        said: list[str] = []
        failures, tried = doctest.DocTestRunner(verbose=False).run(examples, out=said.append)
        assert (failures, tried > 2) == (0, True), "".join(said)
