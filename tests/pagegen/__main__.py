"""``python -m tests.pagegen``: write every generated sample anew."""

from .samples import SAMPLES, sample_pages


def main() -> None:
    """Write the samples that differ from what stands in ``samples/``."""
    for path, content in sample_pages():
        target = SAMPLES / path
        if not target.exists() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


if __name__ == "__main__":
    main()
