"""While modules are imported, no garbage is looked for; afterwards it is again."""

import gc

import pytest

from scraper.cli.imports import importing


def test_garbage_is_looked_for_again_afterwards() -> None:
    with importing():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_also_where_an_import_fails() -> None:
    with pytest.raises(ImportError), importing():
        raise ImportError
    assert gc.isenabled()


def test_what_was_imported_is_not_looked_at_again() -> None:
    gc.unfreeze()
    with importing():
        pass
    assert gc.get_freeze_count() > 0
    gc.unfreeze()
