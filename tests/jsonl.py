"""Lines of records to make reports of, and articles that mean harm."""

import io
import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec

from scraper.errors import ScraperError
from scraper.graph import Growing, Network
from scraper.graph import Line as GraphLine
from scraper.sources.saved import saved
from scraper.summary import LineDecoder, Tally
from tests.pairs import SAMPLES

Record = dict[str, Any]

SCRIPT: Final = "<script>window.harmed = 1</script><img src=x onerror='window.harmed = 1'>"
HOSTILE: Final = (
    SCRIPT,
    '"\'><svg onload="window.harmed = 1">',
    "</script></title></style><script>window.harmed = 1</script>",
    "javascript:window.harmed = 1",
    "{{ 7 * 7 }} {% raw %} ${window.harmed = 1}",
    "\u202eright to left \u2066 isolated and never ended",
    "controls \x00\x01\x1b[31m \ufffe",
    "<!-- --> ]]> &lt;b&gt; &amp;amp;",
)
"""Titles that should be nothing but text."""


def jsonl(*lines: object) -> bytes:
    """Write JSON Lines."""
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def hostile() -> Iterator[Record]:
    """Make records all of whose words mean harm, and whose ids are not ids."""
    ids = ("1", "javascript:1", "2", "../3", "<4>", "5", "6", "7")
    for title, pmid in zip(HOSTILE, ids, strict=True):
        yield {
            "kind": "article",
            "pmid": pmid,
            "doi": f"10.5555/{title}",
            "title": title,
            "journal": {"title": title, "medline_ta": title},
            "pub_date": {"raw": "2020", "year": 2020, "iso": "2020"},
            "publication_types": [title],
            "languages": [title],
            "mesh_headings": [{"descriptor_name": title}],
            "warnings": [{"code": title, "path": None, "message": title}],
            title: title,
            "cited_by": {"total": 1, "items": [{"pmid": "99", "title": title, "journal": title}]},
            "comments_corrections": [
                {"ref_type": title, "article": {"pmid": "98", "title": title}}
            ],
            "references": {"items": [{"citation": title, "doi": title}]},
        }
        yield {"kind": "error", "source": title, "code": title, "message": title}


def samples() -> list[Record]:
    """Return the expected records of the samples."""
    paths = sorted(path for path in SAMPLES.rglob("*.json") if path.parent.name != "errors")
    return [json.loads(path.read_bytes()) for path in paths]


def tally(records: Iterable[Record]) -> Tally:
    """Count records."""
    made = Tally()
    for line in saved(io.BytesIO(jsonl(*records)), LineDecoder().decode):
        assert not isinstance(line, ScraperError), line.message
        made.take(line)
    return made


def network(records: Iterable[Record], *groups: str) -> Network:
    """Make the network of records."""
    made = Growing(groups) if groups else Growing()
    for line in saved(io.BytesIO(jsonl(*records)), msgspec.json.Decoder(GraphLine).decode):
        assert not isinstance(line, ScraperError), line.message
        made.take(line)
    return made.network()
