"""The samples are what their generator makes of their specifications."""

from tests.pagegen import SAMPLES, sample_pages


def test_samples_are_current() -> None:
    for path, data in sample_pages():
        assert (SAMPLES / path).read_bytes() == data, f"{path}: run python -m tests.pagegen"


def test_every_sample_is_generated() -> None:
    generated = {SAMPLES / path for path, _ in sample_pages()}
    found = {path for path in SAMPLES.rglob("*") if path.is_file() and path.name != "README.md"}
    assert found == generated
