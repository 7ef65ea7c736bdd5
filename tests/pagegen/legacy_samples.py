"""``python -m tests.pagegen.legacy_samples``: write the samples of the layouts before 2020."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from . import legacy_articles
from .records import expected
from .samples import SAMPLES, dump


def legacy_samples() -> Iterator[tuple[str, bytes]]:
    """Give every sample as its path below ``samples/`` and its bytes."""
    for module in sorted(iter_modules(legacy_articles.__path__), key=lambda info: info.name):
        spec = import_module(f"{legacy_articles.__name__}.{module.name}")
        name = module.name.replace("_", "-")
        yield f"legacy/{name}.html", spec.PAGE.encode()
        yield f"legacy/{name}.json", dump(expected(spec.RECORD, f"{name}.html"))


def main() -> None:
    """Write the samples anew."""
    for path, content in legacy_samples():
        target = SAMPLES / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


if __name__ == "__main__":
    main()
