"""Why references are written by our own code: what libraries' writers make of a record's values.

When a test here fails, a library has changed; look again.
"""

import pytest
import rispy
from pybtex.bibtex.exceptions import BibTeXError
from pybtex.database import BibliographyData, Entry, Person, parse_string


def test_rispy_begins_with_a_number_in_place_of_the_type() -> None:
    assert rispy.dumps([{"title": "Mud"}]).startswith("1.\nTY  - JOUR\n")


def test_rispy_lets_an_abstract_end_the_reference() -> None:
    written = rispy.dumps([{"abstract": "Mud.\nER  - \nTY  - BOOK", "doi": "10.5555/mud"}])
    assert [reference.get("doi") for reference in rispy.loads(written)] == [None, "10.5555/mud"]


def test_rispy_writes_a_list_as_python_does() -> None:
    assert "AD  - ['Mud Institute', 'Cape']\n" in rispy.dumps(
        [{"author_address": ["Mud Institute", "Cape"]}]
    )


def entry(title: str) -> BibliographyData:
    return BibliographyData({"mud": Entry("article", [("title", title)])})


def test_pybtex_refuses_a_lone_brace() -> None:
    with pytest.raises(BibTeXError, match="unmatched braces"):
        entry("Mud {").to_string("bibtex")


@pytest.mark.parametrize("title", ["A\\emph B", "{sic} x", "Cost: $5 or $6"])
def test_pybtex_leaves_commands_groups_and_mathematics(title: str) -> None:
    assert f'"{title}"' in entry(title).to_string("bibtex")


def test_pybtex_parts_a_group_at_its_comma() -> None:
    person = Person("Pilots, Tides and Sleep Group")
    data = BibliographyData({"mud": Entry("article", persons={"author": [person]})})
    read = parse_string(data.to_string("bibtex"), "bibtex").entries["mud"].persons["author"]
    assert [author.last_names for author in read] == [["Pilots"], ["Group"]]
