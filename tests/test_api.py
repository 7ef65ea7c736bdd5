"""The Python API: pure, thread-safe, picklable by name."""

import inspect
import pickle
from concurrent.futures import ThreadPoolExecutor

import attrs
import pytest

import scraper
from scraper import errors, model
from tests.pairs import SAMPLES, pairs

PAGES = [page.read_bytes() for page in pairs(SAMPLES / "modern") + pairs(SAMPLES / "text")]


def test_threads_give_the_same_records() -> None:
    alone = list(map(scraper.convert_json, PAGES))
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(scraper.convert_json, PAGES * 4))
    assert together == alone * 4


@pytest.mark.parametrize("function", [scraper.convert, scraper.convert_json, scraper.strip])
def test_functions_pickle_by_name(function: object) -> None:
    assert pickle.loads(pickle.dumps(function)) is function  # noqa: S301 - our own


def test_records_pickle_and_are_frozen() -> None:
    article = scraper.convert(PAGES[0])
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 - our own
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        article.title = "another"  # type: ignore[misc]


@pytest.mark.parametrize("field", [f.name for f in attrs.fields(model.Article)])
def test_records_are_keyword_only_and_hold_no_lists(field: str) -> None:
    article = scraper.convert(PAGES[0])
    assert not isinstance(getattr(article, field), list | dict)
    with pytest.raises(TypeError):
        model.Page("modern")  # type: ignore[call-arg]


def leaves(kind: type[errors.ScraperError]) -> list[type[errors.ScraperError]]:
    below = kind.__subclasses__()
    return [leaf for child in below for leaf in leaves(child)] if below else [kind]


@pytest.mark.parametrize("kind", leaves(errors.ScraperError), ids=lambda kind: kind.__name__)
def test_errors_keep_their_parts_across_processes(kind: type[errors.ScraperError]) -> None:
    error = kind("What happened.", source="x.html", pmid="1")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert (type(again), str(again), again.source, again.pmid) == (
        kind,
        "What happened.",
        "x.html",
        "1",
    )
    assert kind.__name__ in (errors.__doc__ or "")
    assert kind.code in (errors.__doc__ or "")


def test_every_code_is_its_own() -> None:
    codes = [kind.code for kind in leaves(errors.ScraperError)]
    assert len(codes) == len(set(codes))


def test_signatures() -> None:
    for function in (scraper.convert, scraper.convert_json):
        names = list(inspect.signature(function).parameters)
        assert names[:4] == ["page", "url", "source", "pmid"]


def test_fields_of_a_record_as_json() -> None:
    line = scraper.convert_json(PAGES[0], fields=["pmid"])
    assert line == b'{"pmid":"%s"}' % (scraper.convert(PAGES[0]).pmid or "").encode()
